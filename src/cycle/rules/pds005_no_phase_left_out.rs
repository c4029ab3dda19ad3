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
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new(
        "en fase i en cyklus bygger på dem, der går forud",
        "a phase of a cycle stands on those before it",
    ),
    why: Bilingual::new(
        "En analyse uden en afprøvning kan ingen regne efter: enten er fasen sprunget over, eller også er den \
         ikke skrevet ned.",
        "Nobody can check a study of nothing carried out: the phase was either skipped or not written down.",
    ),
    remedy: Bilingual::new(
        "Tilføj den fase, der mangler, eller fjern den, der er kommet for tidligt.",
        "Add the phase that is missing, or remove the one that came too early.",
    ),
    example: Bilingual::new(
        "En cyklus med plan og analyse, men uden afprøvning.",
        "A cycle with a plan and a study, and nothing carried out.",
    ),
    ..Rule::DERIVED
};

message! {
    PhaseLeftOut { phase: Bilingual, missing: Vec<Bilingual> }
    "cyklussen har {phase}, men mangler {missing}",
    "the cycle has its {phase}, but lacks: {missing}",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !cycle.has_gap() {
        return;
    }
    let phases = PHASES.into_iter().zip(cycle.stated_phases());
    if let Some(((key, phase), _)) = phases.clone().rfind(|(_, stated)| *stated) {
        let before = phases.take_while(|((name, _), _)| *name != key);
        let missing = before.filter(|(_, stated)| !stated).map(|((_, phase), _)| phase).collect();
        cx.not_met(&at.key(key), PhaseLeftOut { phase, missing });
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
            "cyklussen har afprøvningen (do), men mangler planlægningen (plan)",
            "the cycle has its do, but lacks: plan",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "study": {} }"#,
        &[not_met(
            "/study",
            "cyklussen har analysen (study), men mangler afprøvningen (do)",
            "the cycle has its study, but lacks: do",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": {} }"#,
        &[not_met(
            "/act",
            "cyklussen har beslutningen (act), men mangler planlægningen (plan), afprøvningen (do), \
             analysen (study)",
            "the cycle has its act, but lacks: plan, do, study",
        )],
    ),
    // Only the last phase that is stated is found.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": {}, "act": {} }"#,
        &[not_met(
            "/act",
            "cyklussen har beslutningen (act), men mangler planlægningen (plan), analysen (study)",
            "the cycle has its act, but lacks: plan, study",
        )],
    ),
];
