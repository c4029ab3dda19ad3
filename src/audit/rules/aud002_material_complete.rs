//! The material about a case is complete.

use alloc::vec::Vec;

use crate::audit::{AuditMaterial, CaseAudit};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD002,
    requirements: &["R-164"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces: genstanden for auditprocessen")],
    title: Bilingual::new(
        "materialet til en auditcase er fuldstændigt",
        "the material on an audit case is complete",
    ),
    why: Bilingual::new(
        "Panelet kan kun vurdere det, det har set: uden kommunens bestilling kan det ikke bedømmes, om delmålene hænger sammen med den. Er kun efter indsatsen vurderet, er delmålene fra før den ikke nødvendige.",
        "The panel can only judge what it has seen: without the municipality's order its relation to the sub-goals cannot be judged. If only the state after the change was rated, the sub-goals from before it are not needed.",
    ),
    remedy: Bilingual::new(
        "Skaf det manglende materiale før auditmødet, eller vælg spørgsmål, der kan besvares uden. Er mødet holdt, så skriv i rapporten, hvad panelet ikke havde. Findes materialet ikke, eller spørges der ikke til det, er der intet at rette.",
        "Get the missing material before the meeting, or ask questions that can be answered without it. If the meeting has been held, say in the report what the panel did not have. If the material does not exist, or no question needs it, there is nothing to correct.",
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

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_after_only = is_after_only(audit);
    let list = at.key("cases");
    for (n, case) in audit.cases.iter().enumerate() {
        let at = list.item(n, case.id);
        if case.materials.is_empty() {
            cx.not_assessable(&at, Bilingual::new("casens materiale", "material about the case"));
            continue;
        }
        let needed = |one: &AuditMaterial| !(is_after_only && *one == AuditMaterial::SubGoalsBefore);
        let missing: Vec<Bilingual> =
            case.missing_materials().filter(needed).map(AuditMaterial::label).collect();
        if !missing.is_empty() {
            cx.not_met(&at.key("materials"), Incomplete { missing });
        }
    }
}

/// Whether the state after the change was rated, and that before it nowhere.
fn is_after_only(audit: &CaseAudit) -> bool {
    let answers = audit.answers.iter().map(|one| (one.before.is_some(), one.after.is_some()));
    let judgements = audit.judgements.iter().map(|one| (one.before.is_some(), one.after.is_some()));
    let mut rated = answers.chain(judgements);
    rated.clone().all(|(before, _)| !before) && rated.any(|(_, after)| after)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let left_out = *tape.pick(AuditMaterial::ALL);
        for case in &mut audit.cases {
            case.materials = AuditMaterial::ALL.iter().copied().filter(|one| *one != left_out).collect();
        }
    },
    |audit, _| audit.cases.iter_mut().for_each(|case| case.materials.clear()),
];

#[cfg(test)]
const AUDIT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "cases": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "materials": ["order", "subGoalsAfter", "individualPlan", "specialistSummary", "evaluationGuide"]
    }],
    "answers": [{
        "question": "00000000-0000-4000-8000-000000000003", "member": "00000000-0000-4000-8000-000000000004",
        "after": "00000000-0000-4000-8000-000000000005"
    }],
    "judgements": [{
        "question": "00000000-0000-4000-8000-000000000003", "after": "00000000-0000-4000-8000-000000000005"
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Only the state after the change was asked about.
    accepts(AUDIT),
    accepts_with(AUDIT, r#"{ "/answers": null }"#),
    accepts_with(
        AUDIT,
        r#"{
            "/cases/0/materials": ["order", "subGoalsBefore", "subGoalsAfter", "individualPlan", "specialistSummary", "evaluationGuide"],
            "/answers/0/before": "00000000-0000-4000-8000-000000000005"
        }"#,
    ),
    // The state before was answered, or judged; nothing was asked yet; an answer that rates nothing.
    refuses_with(
        AUDIT,
        r#"{ "/answers/0/before": "00000000-0000-4000-8000-000000000005" }"#,
        BEFORE_IS_MISSING,
    ),
    refuses_with(
        AUDIT,
        r#"{ "/judgements/0/before": "00000000-0000-4000-8000-000000000005" }"#,
        BEFORE_IS_MISSING,
    ),
    refuses_with(AUDIT, r#"{ "/answers": null, "/judgements": null }"#, BEFORE_IS_MISSING),
    refuses_with(AUDIT, r#"{ "/answers/0/after": null, "/judgements": null }"#, BEFORE_IS_MISSING),
    refuses_with(
        AUDIT,
        r#"{ "/cases/0/materials": null }"#,
        &[not_assessable(
            "/cases/0",
            "kan ikke vurderes; mangler: casens materiale",
            "cannot be assessed; missing: material about the case",
        )],
    ),
    refuses_with(
        AUDIT,
        r#"{ "/cases/0/materials": ["subGoalsAfter", "individualPlan", "specialistSummary"] }"#,
        &[not_met(
            "/cases/0/materials",
            "materialet til casen mangler kommunens bestilling og vejledningen i evaluering",
            "the material about the case lacks the municipality's order and guide to evaluation",
        )],
    ),
];

#[cfg(test)]
const BEFORE_IS_MISSING: &[(&str, &str, &str, &str)] = &[not_met(
    "/cases/0/materials",
    "materialet til casen mangler delmål før indsatsen",
    "the material about the case lacks sub-goals before the change",
)];
