//! A row belongs to a task where the phase lists tasks.

use crate::codes;
use crate::plan::PlanPhase;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;
use uuid::Uuid;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA011,
    requirements: &["R-102"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "3.1; 4")],
    title: Bilingual::new(
        "en række i tidsplanen hører til en opgave, når fasen har en opgaveliste",
        "a row of the timetable belongs to a task if the phase has a list of tasks",
    ),
    why: Bilingual::new(
        "Det, der kun står i tidsplanen, er ikke blandt de opgaver, som fasen omfatter ifølge planen.",
        "What appears only in the timetable is not among the tasks that the phase comprises according to the plan.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilke opgaver rækken hører til, eller tilføj opgaven til listen.",
        "Say which tasks the row belongs to, or add the task to the list.",
    ),
    example: Bilingual::new(
        "Fasen har en liste med opgaver, men rækken om temadage for pårørende i tidsplanen hører ikke til nogen af dem.",
        "The phase has a list of tasks, and the row on theme days for relatives belongs to none of them.",
    ),
    ..Rule::DERIVED
};

message! {
    NoTask {}
    "fasen har en opgaveliste, men det fremgår ikke, hvilken opgave rækken hører til",
    "the phase has a list of tasks, but it is not stated which of them the row belongs to",
}

message! {
    OtherPhase {}
    "fasen har en opgaveliste, men rækken hører kun til opgaver, der ikke står på den",
    "the phase has a list of tasks, but the row belongs only to tasks that are not on it",
}

pub(super) fn check(phase: &PlanPhase, at: &Path<'_>, cx: &mut Checker<'_>) {
    if phase.tasks.is_empty() {
        return;
    }
    let list = at.key("rows");
    let listed = |add: &mut dyn FnMut(Uuid)| phase.tasks.iter().for_each(|task| add(task.id.uuid()));
    sorted(listed, |listed| {
        for (n, row) in phase.rows.iter().enumerate() {
            let place = list.item(n, row.id);
            if row.tasks.is_empty() {
                cx.not_met(&place, NoTask {});
            } else if !row.tasks.iter().any(|task| listed.binary_search(&task.uuid()).is_ok()) {
                cx.not_met(&place.key("tasks"), OtherPhase {});
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PlanPhase> = &[|phase, _| {
    phase.rows.iter_mut().take(1).for_each(|row| row.tasks.clear());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "rows": [{ "id": "00000000-0000-4000-8000-000000000001" }] }"#),
    accepts(
        r#"{ "tasks": [{ "id": "00000000-0000-4000-8000-000000000001" }], "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "tasks": ["00000000-0000-4000-8000-000000000001"] }, { "id": "00000000-0000-4000-8000-000000000003", "tasks": ["00000000-0000-4000-8000-000000000001"] }] }"#,
    ),
    refuses(
        r#"{ "tasks": [{ "id": "00000000-0000-4000-8000-000000000001" }], "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003", "tasks": ["00000000-0000-4000-8000-000000000001"] }] }"#,
        &[not_met(
            "/rows/0",
            "fasen har en opgaveliste, men det fremgår ikke, hvilken opgave rækken hører til",
            "the phase has a list of tasks, but it is not stated which of them the row belongs to",
        )],
    ),
    // A task of the phase, and a task of another one.
    accepts(
        r#"{
            "tasks": [{ "id": "00000000-0000-4000-8000-000000000001" }],
            "rows": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "tasks": ["00000000-0000-4000-8000-000000000009", "00000000-0000-4000-8000-000000000001"]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "tasks": [{ "id": "00000000-0000-4000-8000-000000000001" }],
            "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "tasks": ["00000000-0000-4000-8000-000000000009"] }]
        }"#,
        &[not_met(
            "/rows/0/tasks",
            "fasen har en opgaveliste, men rækken hører kun til opgaver, der ikke står på den",
            "the phase has a list of tasks, but the row belongs only to tasks that are not on it",
        )],
    ),
];
