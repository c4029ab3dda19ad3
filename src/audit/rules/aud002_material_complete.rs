//! The material about a case is complete.

use alloc::vec::Vec;

use crate::audit::{AuditCase, AuditMaterial};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD002,
    requirements: &["R-164"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces: genstanden for auditprocessen")],
    title: Bilingual::new(
        "materialet til en auditcase er fuldstændigt",
        "the material on an audit case is complete",
    ),
    why: Bilingual::new(
        "Panelet kan kun vurdere det, det har set: uden kommunens bestilling kan det ikke bedømmes, om delmålene hænger sammen med den.",
        "The panel can only judge what it has seen: without the municipality's order its relation to the sub-goals cannot be judged.",
    ),
    remedy: Bilingual::new(
        "Skaf det manglende materiale før auditmødet, eller vælg spørgsmål, der kan besvares uden. Findes det ikke, eller spørges der ikke til det, er der intet at rette.",
        "Get the missing material before the meeting, or ask questions that can be answered without it. If it does not exist, or no question needs it, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Til en case ligger delmålene fra før og efter, men ikke kommunens bestilling.",
        "For a case there are the sub-goals from before and after, but not the municipality's order.",
    ),
    ..Rule::DERIVED
};

message! {
    Incomplete { missing: Vec<Bilingual> }
    "materialet til casen mangler {missing:og}",
    "the material about the case lacks {missing:and}",
}

pub(super) fn check(case: &AuditCase, at: &Path<'_>, cx: &mut Checker<'_>) {
    if case.materials.is_empty() {
        return cx.not_assessable(at, Bilingual::new("casens materiale", "material about the case"));
    }
    let missing: Vec<Bilingual> = case.missing_materials().map(AuditMaterial::label).collect();
    if !missing.is_empty() {
        cx.not_met(&at.key("materials"), Incomplete { missing });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AuditCase> = &[
    |case, tape| {
        let left_out = *tape.pick(AuditMaterial::ALL);
        case.materials = AuditMaterial::ALL.iter().copied().filter(|one| *one != left_out).collect();
    },
    |case, _| case.materials.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "materials": ["order", "subGoalsBefore", "subGoalsAfter", "individualPlan", "specialistSummary", "evaluationGuide"]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: casens materiale",
            "cannot be assessed; missing: material about the case",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "materials": ["subGoalsBefore", "subGoalsAfter", "individualPlan", "specialistSummary"]
        }"#,
        &[not_met(
            "/materials",
            "materialet til casen mangler kommunens bestilling og vejledningen i evaluering",
            "the material about the case lacks the municipality's order and guide to evaluation",
        )],
    ),
];
