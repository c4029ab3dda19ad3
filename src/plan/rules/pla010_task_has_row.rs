//! A listed task has a row in the timetable.

use super::ROWS;
use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::PlanTask;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;
use uuid::Uuid;

#[cfg(feature = "proptest")]
use super::breaks::change_phase;
#[cfg(feature = "proptest")]
use crate::plan::PlanWork;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA010,
    requirements: &["R-102"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "3.1; 4")],
    title: Bilingual::new(
        "en opgave, der er opført under en fase, har en række i tidsplanen",
        "a task that is listed for a phase has a row in the timetable",
    ),
    why: Bilingual::new(
        "En opgave uden række har hverken tid eller ansvarlig, og ingen opdager, at den ikke er i gang.",
        "A task without a row has neither a time nor anyone responsible, and nobody notices that it is not under way.",
    ),
    remedy: Bilingual::new(
        "Giv opgaven en række med tid og ansvarlig, eller tag den ud af listen.",
        "Give the task a row that says when it is done and who is responsible, or take it off the list.",
    ),
    example: Bilingual::new(
        "Fase 2 omfatter otte opgaver, og fire af dem, fx fastlæggelse af effektmål, står ikke i tidsplanen.",
        "Phase 2 has eight tasks, and four of them, such as settling effect measures, are not in the timetable.",
    ),
    ..Rule::DERIVED
};

message! {
    NoRow {}
    "opgaven er opført under fasen, men ingen række i tidsplanen hører til den",
    "the task is listed for the phase, but no row of the timetable belongs to it",
}

const TASKS_OF_ROWS: Bilingual =
    Bilingual::new("hvilke opgaver rækkerne hører til", "which tasks the rows belong to");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let fill = |add: &mut dyn FnMut(Uuid)| {
        plan.rows().flat_map(|row| &row.tasks).for_each(|task| add(task.uuid()));
    };
    sorted(fill, |ids| check_tasks(plan, &|task| ids.binary_search(&task.id.uuid()).is_ok(), at, cx));
}

fn check_tasks(
    plan: &ImplementationPlan,
    has_row: &dyn Fn(&PlanTask) -> bool,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let place = list.index(n);
        let tasks = place.key("tasks");
        let missing = if phase.rows.is_empty() {
            Some(ROWS)
        } else {
            phase.rows.iter().any(|row| row.tasks.is_empty()).then_some(TASKS_OF_ROWS)
        };
        for (n, task) in phase.tasks.iter().enumerate() {
            if task.is_done() || has_row(task) {
                continue;
            }
            match missing {
                Some(missing) => cx.not_assessable(&tasks.item(n, task.id), missing),
                None => cx.not_met(&tasks.item(n, task.id), NoRow {}),
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, tape| {
        let task = PlanTask { work: vec![PlanWork::Communication], ..PlanTask::new(tape.spare_id(1)) };
        plan.phases.iter_mut().take(1).for_each(|phase| phase.tasks.push(task.clone()));
    },
    |plan, tape| {
        let task = PlanTask { work: vec![PlanWork::Communication], ..PlanTask::new(tape.spare_id(1)) };
        change_phase(plan, 2, |phase| phase.rows.clear());
        plan.phases.iter_mut().skip(2).for_each(|phase| phase.tasks.push(task.clone()));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }] }] }"#,
    ),
    // Many to many, a row of a later phase, and a task that is done without one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }, { "id": "00000000-0000-4000-8000-000000000004", "completion": { "done": {} } }],
                    "rows": [{ "id": "00000000-0000-4000-8000-000000000005", "tasks": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000006", "tasks": ["00000000-0000-4000-8000-000000000002"] }]
                },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000003"] }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003", "completion": "notDone" }], "rows": [{ "id": "00000000-0000-4000-8000-000000000005", "tasks": ["00000000-0000-4000-8000-000000000002"] }] },
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000006" }] },
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000007" }], "rows": [{ "id": "00000000-0000-4000-8000-000000000008" }] }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/tasks/1",
                "opgaven er opført under fasen, men ingen række i tidsplanen hører til den",
                "the task is listed for the phase, but no row of the timetable belongs to it",
            ),
            not_assessable(
                "/phases/1/tasks/0",
                "kan ikke vurderes; mangler: tidsplanens rækker",
                "cannot be assessed; missing: the rows of the timetable",
            ),
            not_assessable(
                "/phases/2/tasks/0",
                "kan ikke vurderes; mangler: hvilke opgaver rækkerne hører til",
                "cannot be assessed; missing: which tasks the rows belong to",
            ),
        ],
    ),
];
