//! A listed task has a row in the timetable of its phase.

use super::ROWS;
use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::PlanTask;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::{Bilingual, ordinal};
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
        "en opgave, der er opført under en fase, har en række i fasens tidsplan",
        "a task that is listed for a phase has a row in the timetable of the phase",
    ),
    why: Bilingual::new(
        "En opgave uden række har hverken tid eller ansvarlig, og ingen opdager, at den ikke er i gang. Står rækken kun i en anden fase, siger planen to ting om, hvornår opgaven løses.",
        "A task without a row has neither a time nor anyone responsible, and nobody notices that it is not under way. If its row is only in another phase, the plan says two things about when the task is done.",
    ),
    remedy: Bilingual::new(
        "Giv opgaven en række med tid og ansvarlig, eller tag den ud af listen. Løses den i en anden fase, så flyt den dertil.",
        "Give the task a row that says when it is done and who is responsible, or take it off the list. If it is done in another phase, move it there.",
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

message! {
    OtherPhase { phase: u64 }
    "opgaven er opført under fasen, men dens række står i tidsplanen for den {phase}. fase på listen",
    "the task is listed for the phase, but its row is in the timetable of phase {phase} of the list",
}

const TASKS_OF_ROWS: Bilingual =
    Bilingual::new("hvilke opgaver rækkerne hører til", "which tasks the rows belong to");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let fill = |add: &mut dyn FnMut((Uuid, usize))| {
        for (n, phase) in plan.phases.iter().enumerate() {
            phase.rows.iter().flat_map(|row| &row.tasks).for_each(|task| add((task.uuid(), n)));
        }
    };
    sorted(fill, |phases| check_tasks(plan, &|task| of(phases, task.id.uuid()), at, cx));
}

/// The indexes of the phases in which rows carry out a task.
type PhasesOf<'f> = &'f dyn Fn(&PlanTask) -> &'f [(Uuid, usize)];

fn check_tasks(plan: &ImplementationPlan, phases_of: PhasesOf<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let place = list.index(n);
        let tasks = place.key("tasks");
        let missing = if phase.rows.is_empty() {
            Some(ROWS)
        } else {
            phase.rows.iter().any(|row| row.tasks.is_empty()).then_some(TASKS_OF_ROWS)
        };
        let open = phase.tasks.iter().enumerate().filter(|(_, task)| !task.is_done());
        for (m, task) in open {
            let phases = phases_of(task);
            match (phases.first(), missing) {
                (None, Some(missing)) => cx.not_assessable(&tasks.item(m, task.id), missing),
                (None, None) => cx.not_met(&tasks.item(m, task.id), NoRow {}),
                (Some((_, other)), None) if phases.binary_search(&(task.id.uuid(), n)).is_err() => {
                    cx.not_met(&tasks.item(m, task.id), OtherPhase { phase: ordinal(*other) });
                }
                // It is not known which tasks a row carries out if it does not say so.
                (Some(_), _) => {}
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
    |plan, tape| {
        let task = PlanTask { work: vec![PlanWork::Communication], ..PlanTask::new(tape.spare_id(1)) };
        change_phase(plan, 1, |phase| phase.tasks.clear());
        let [first, second, ..] = plan.phases.as_mut_slice() else { return };
        second.rows.iter_mut().for_each(|row| row.tasks = [task.id].into());
        first.tasks.push(task);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }] }] }"#,
    ),
    // Many to many, a row of a later phase as well, and tasks that are done without one, or with one of another phase.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": {} } }, { "id": "00000000-0000-4000-8000-000000000004", "completion": { "done": {} } }],
                    "rows": [{ "id": "00000000-0000-4000-8000-000000000005", "tasks": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000006", "tasks": ["00000000-0000-4000-8000-000000000002"] }]
                },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000002"] }] }
            ]
        }"#,
    ),
    // Phases whose rows are not shown, or do not say which tasks they carry out.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }] },
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000003" }], "rows": [{ "id": "00000000-0000-4000-8000-000000000005" }] },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"] }] }
            ]
        }"#,
    ),
    // Only in a later phase, and only in an earlier one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }],
                    "rows": [{ "id": "00000000-0000-4000-8000-000000000005", "tasks": ["00000000-0000-4000-8000-000000000003"] }]
                },
                {
                    "tasks": [{ "id": "00000000-0000-4000-8000-000000000003", "completion": "notDone" }],
                    "rows": [{ "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000002"] }]
                }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/tasks/0",
                "opgaven er opført under fasen, men dens række står i tidsplanen for den 2. fase på listen",
                "the task is listed for the phase, but its row is in the timetable of phase 2 of the list",
            ),
            not_met(
                "/phases/1/tasks/0",
                "opgaven er opført under fasen, men dens række står i tidsplanen for den 1. fase på listen",
                "the task is listed for the phase, but its row is in the timetable of phase 1 of the list",
            ),
        ],
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
    // One of its rows names no task.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [{ "id": "00000000-0000-4000-8000-000000000002", "text": "undervisning" }],
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "tasks": ["00000000-0000-4000-8000-000000000004"]
                    },
                    { "id": "00000000-0000-4000-8000-000000000005" }
                ]
            }]
        }"#,
        &[not_assessable(
            "/phases/0/tasks/0",
            "kan ikke vurderes; mangler: hvilke opgaver rækkerne hører til",
            "cannot be assessed; missing: which tasks the rows belong to",
        )],
    ),
];
