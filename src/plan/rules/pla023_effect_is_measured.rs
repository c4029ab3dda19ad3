//! Where a plan settles effect measures, something measures the effect.

use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::PlanWork;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA023,
    requirements: &["R-107", "S-025"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "2; 3.1")],
    title: Bilingual::new(
        "når planen fastlægger effektmål, bliver effekten også målt",
        "if a plan settles effect measures, the effect is measured as well",
    ),
    why: Bilingual::new(
        "Effektmål, som ingen måler, viser ikke, om forandringen hjælper borgerne.",
        "Effect measures that nobody measures do not show whether the change helps the citizens.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opgave eller række, der måler effekten, eller henvis til, hvor det sker.",
        "Add a task or row that measures the effect, or refer to where that is done.",
    ),
    example: Bilingual::new(
        "Effektmål for arbejdet med borgerforløb fastlægges i fase 2, men ingen opgave måler effekten.",
        "Effect measures for the work with citizen pathways are settled in phase 2, but no task measures the effect.",
    ),
    ..Rule::DERIVED
};

message! {
    NotMeasured {}
    "effektmål fastlægges, men ingen opgave og ingen række måler effekten",
    "effect measures are settled, but no task and no row measures the effect",
}

const WORK: Bilingual =
    Bilingual::new("hvad opgaverne og rækkerne går ud på", "what kinds of work the tasks and rows are");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let tasks = plan.phases.iter().flat_map(|phase| &phase.tasks).map(|task| &task.work);
    let (mut is_measured, mut is_unclear) = (false, false);
    for work in tasks.chain(plan.rows().map(|row| &row.work)) {
        is_measured |= work.contains(&PlanWork::EffectMeasuring);
        is_unclear |= work.is_empty();
    }
    if is_measured {
        return;
    }
    let mut find = |place: &Path<'_>| {
        if is_unclear { cx.not_assessable(place, WORK) } else { cx.not_met(place, NotMeasured {}) }
    };
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let place = list.index(n);
        let tasks = place.key("tasks");
        let settles = |work: &[PlanWork]| work.contains(&PlanWork::EffectMeasures);
        if let Some((n, task)) = phase.tasks.iter().enumerate().find(|(_, task)| settles(&task.work)) {
            return find(&tasks.item(n, task.id));
        }
        if let Some((n, row)) = phase.rows.iter().enumerate().find(|(_, row)| settles(&row.work)) {
            return find(&place.key("rows").item(n, row.id));
        }
    }
}

#[cfg(feature = "proptest")]
fn measure_nothing(plan: &mut ImplementationPlan, instead: &[PlanWork]) {
    let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
    rows.filter(|row| row.is(PlanWork::EffectMeasuring)).for_each(|row| row.work = instead.to_vec());
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> =
    &[|plan, _| measure_nothing(plan, &[PlanWork::Communication]), |plan, _| measure_nothing(plan, &[])];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "tasks": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"] }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasuring"] }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "tasks": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"] }], "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "work": ["development"] }] }]
        }"#,
        &[not_met(
            "/phases/0/tasks/0",
            "effektmål fastlægges, men ingen opgave og ingen række måler effekten",
            "effect measures are settled, but no task and no row measures the effect",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"] }, { "id": "00000000-0000-4000-8000-000000000003" }] }]
        }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: hvad opgaverne og rækkerne går ud på",
            "cannot be assessed; missing: what kinds of work the tasks and rows are",
        )],
    ),
];
