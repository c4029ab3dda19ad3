//! Where a plan tests new practice, it says which tests each one rests on.

use super::each_row;
use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::PlanWork;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_row;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA016,
    severity: Severity::Information,
    requirements: &["R-104"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Prøvehandlinger i udvalgte områder")],
    title: Bilingual::new(
        "når planen afprøver noget af sin ny praksis, fremgår det, hvad der ikke afprøves",
        "if a plan tests some of its new practice, it is clear what is not tested",
    ),
    why: Bilingual::new(
        "Den, der læser planen, kan ellers tro, at alt er afprøvet, før det begynder.",
        "A reader may otherwise think that everything is tested before it begins.",
    ),
    remedy: Bilingual::new(
        "Henvis til de prøvehandlinger, som rækken bygger på, eller lad den stå, hvis den ikke skal afprøves.",
        "Refer to the test actions that the row rests on, or leave it as it is if it is not to be tested.",
    ),
    example: Bilingual::new(
        "Borgerkonferencer afprøves i udvalgte områder; den tværfaglige udredning begynder uden prøvehandlinger.",
        "Citizen conferences are tested in selected areas; the interdisciplinary assessment begins without a test.",
    ),
    ..Rule::DERIVED
};

message! {
    NotTested {}
    "planen afprøver anden ny praksis, men det fremgår ikke, at denne er afprøvet",
    "the plan tests other new practice, but does not say that this one is tested",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !plan.rows().any(|row| row.is(PlanWork::TestActions)) {
        return;
    }
    each_row(plan, at, |_, row, place| {
        if row.begins_practice() && row.tested_by.is_empty() && !row.is(PlanWork::TestActions) {
            cx.not_met(place, NotTested {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> =
    &[|plan, _| change_row(plan, PlanWork::NewPractice, |row| row.tested_by.clear())];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions", "newPractice"] }, { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "testedBy": ["00000000-0000-4000-8000-000000000002"] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "continues": ["00000000-0000-4000-8000-000000000003"] }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "work": ["testActions"] }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/0",
            "planen afprøver anden ny praksis, men det fremgår ikke, at denne er afprøvet",
            "the plan tests other new practice, but does not say that this one is tested",
        )],
    ),
];
