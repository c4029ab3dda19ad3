//! No phase is left out before one that is stated.

use alloc::vec::Vec;

use super::PHASES;
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS005,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
        SourceRef::new(SourceDocument::PDSA_FORM, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new("ingen fase i en cyklus er sprunget over", "no phase of a cycle is left out"),
    why: Bilingual::new(
        "En analyse af noget, der ikke er afprøvet, kan ikke efterprøves: enten er fasen sprunget over, eller også er den ikke skrevet ned.",
        "A study of something that was not tested cannot be checked: the phase was either skipped or not written down.",
    ),
    remedy: Bilingual::new(
        "Beskriv den fase, der mangler, eller fjern den, der er skrevet for tidligt.",
        "Describe the phase that is missing, or remove the one that was written too early.",
    ),
    example: Bilingual::new(
        "En cyklus med plan og analyse, men uden afprøvning.",
        "A cycle with a plan and a study, but no test.",
    ),
    ..Rule::DERIVED
};

message! {
    PhaseLeftOut { phase: Bilingual, missing: Vec<Bilingual> }
    "{phase} er beskrevet, men ikke {missing:og}",
    "{phase} is described, but not {missing:and}",
}

/// Finds each phase right before which others are missing: that phase has nothing to rest on.
pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !cycle.has_gap() {
        return;
    }
    let mut missing = Vec::new();
    for ((key, phase), is_stated) in PHASES.into_iter().zip(cycle.stated_phases()) {
        if !is_stated {
            missing.push(phase);
        } else if !missing.is_empty() {
            cx.not_met(&at.key(key), PhaseLeftOut { phase, missing: core::mem::take(&mut missing) });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.plan = None;
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.carried_out = None;
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.study = None;
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        (cycle.plan, cycle.study) = (None, None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {} }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "do": {} }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "do": {}, "study": {} }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": {}, "do": {}, "study": {}, "act": {}
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": {} }"#,
        &[not_met(
            "/do",
            "afprøvningen (do) er beskrevet, men ikke planlægningen (plan)",
            "the test (do) is described, but not the plan",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "study": {} }"#,
        &[not_met(
            "/study",
            "analysen (study) er beskrevet, men ikke afprøvningen (do)",
            "the study is described, but not the test (do)",
        )],
    ),
    // The study is what has no test; the decision has its study.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "study": {}, "act": {} }"#,
        &[not_met(
            "/study",
            "analysen (study) er beskrevet, men ikke afprøvningen (do)",
            "the study is described, but not the test (do)",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": {} }"#,
        &[not_met(
            "/act",
            "beslutningen (act) er beskrevet, men ikke planlægningen (plan), afprøvningen (do) og \
             analysen (study)",
            "the decision (act) is described, but not the plan, the test (do) and the study",
        )],
    ),
    // Two gaps.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": {}, "act": {} }"#,
        &[
            not_met(
                "/do",
                "afprøvningen (do) er beskrevet, men ikke planlægningen (plan)",
                "the test (do) is described, but not the plan",
            ),
            not_met(
                "/act",
                "beslutningen (act) er beskrevet, men ikke analysen (study)",
                "the decision (act) is described, but not the study",
            ),
        ],
    ),
];
