//! Coordination with another project has a row in the later phases, too.

use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::PlanWork;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_phase;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA024,
    severity: Severity::Information,
    requirements: &["S-026"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Koordinering")],
    title: Bilingual::new(
        "er koordineringen med et andet projekt ikke med i de senere faser, er den afsluttet",
        "if the coordination with another project has no row in the later phases, it has ended",
    ),
    why: Bilingual::new(
        "Den, der læser planen, kan ikke se, om koordineringen er afsluttet eller glemt.",
        "A reader of the plan cannot see whether the coordination has ended or is forgotten.",
    ),
    remedy: Bilingual::new(
        "Tilføj en række om koordineringen, eller lad det stå, hvis den er afsluttet.",
        "Add a row on the coordination, or leave it as it is if the coordination has ended.",
    ),
    example: Bilingual::new(
        "Koordineringen med det nye journalsystem har en række i fase 2 og ingen i fase 3.",
        "The coordination with the new record system has a row in phase 2 and none in phase 3.",
    ),
    ..Rule::DERIVED
};

message! {
    NoCoordination {}
    "fasen har ingen række for den koordinering, som en tidligere fase har",
    "the phase has no row for the coordination that an earlier phase has",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    let mut has_begun = false;
    for (n, phase) in plan.phases.iter().enumerate().filter(|(_, phase)| !phase.rows.is_empty()) {
        let coordinates = phase.rows.iter().any(|row| row.is(PlanWork::Coordination));
        if has_begun && !coordinates {
            cx.not_met(&list.index(n), NoCoordination {});
        }
        has_begun |= coordinates;
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> =
    &[|plan, _| change_phase(plan, 2, |phase| phase.rows.retain(|row| !row.is(PlanWork::Coordination)))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "work": ["coordination"] }] }, {}] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["coordination"] }] }, {}, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003" }] }]
        }"#,
        &[not_met(
            "/phases/2",
            "fasen har ingen række for den koordinering, som en tidligere fase har",
            "the phase has no row for the coordination that an earlier phase has",
        )],
    ),
    // One row of two coordinates; and a phase before any coordination.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["development"] }] },
                {
                    "rows": [
                        { "id": "00000000-0000-4000-8000-000000000003", "work": ["coordination"] },
                        { "id": "00000000-0000-4000-8000-000000000004", "work": ["development"] }
                    ]
                },
                {
                    "rows": [
                        { "id": "00000000-0000-4000-8000-000000000005", "work": ["coordination"] },
                        { "id": "00000000-0000-4000-8000-000000000006" }
                    ]
                }
            ]
        }"#,
    ),
];
