//! What is said of a completion agrees with the timetable.

use super::each_row;
use crate::circle::Completion;
use crate::codes;
use crate::date::PartialDate;
use crate::id::Id;
use crate::plan::{ImplementationPlan, PlanTask, TimetableRow};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::{Bilingual, count};
use uuid::Uuid;

#[cfg(feature = "proptest")]
use super::breaks::change_row;
#[cfg(feature = "proptest")]
use crate::plan::{PlanSpan, PlanWork};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA026,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, tasks and rows, completion")],
    title: Bilingual::new(
        "det, der er gennemført, er også begyndt, og en opgave og dens rækker er gennemført sammen",
        "what is carried out has also begun, and a task is carried out together with its rows",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se af planen, hvad der er gjort, og hvad der mangler.",
        "Otherwise nobody can see from the plan what is done, and what is left.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, rækkens måneder, eller hvad der står om gennemførelsen. Blev rækken færdig før tid, eller blev en af opgavens rækker opgivet, er der intet at rette.",
        "Correct the date, the months of the row, or what is said of the completion. If the row was finished early, or one of the rows of the task was given up, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Opgaven er gennemført, men den række, der gennemfører den, er det ikke.",
        "The task is carried out, but the row that carries it out is not.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneFirst { on: PartialDate, starts_on: PartialDate }
    "rækken er gennemført {on:i}, men begynder først {starts_on:i}",
    "the row was carried out {on:on|in}, but does not begin until {starts_on}",
}

message! {
    DoneBeforeLast { on: PartialDate, starts_on: PartialDate }
    "rækken er gennemført {on:i}, men dens sidste tidsrum begynder først {starts_on:i}",
    "the row was carried out {on:on|in}, but its last span does not begin until {starts_on}",
}

message! {
    TaskDoneFirst { on: PartialDate, starts_on: PartialDate }
    "opgaven er gennemført {on:i}, men dens fase begynder først {starts_on:i}",
    "the task was carried out {on:on|in}, but its phase does not begin until {starts_on}",
}

message! {
    RowIsNot {}
    "rækken er ikke gennemført, men det er den opgave, den hører til",
    "the row is not carried out, but the task that it belongs to is",
}

message! {
    TaskIsNot {}
    "rækken er gennemført, men en opgave, som ingen anden række gennemfører, er det ikke",
    "the row is carried out, but a task that no other row carries out is not",
}

message! {
    RowsAreDone { rows: u64 }
    "opgaven er ikke gennemført, men det er alle de {rows} rækker, der hører til den",
    "the task is not carried out, but all of the {rows} rows that belong to it are",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_tasks(plan, at, cx);
    let carried_out = |add: &mut dyn FnMut((Uuid, Option<bool>))| {
        for row in plan.rows() {
            let is_done = row.completion.map(|_| row.is_done());
            row.tasks.iter().for_each(|task| add((task.uuid(), is_done)));
        }
    };
    sorted(carried_out, |carried_out| {
        check_open_tasks(plan, carried_out, at, cx);
        check_rows(plan, carried_out, at, cx);
    });
}

/// The tasks that rows carry out, each with whether the row is done, if the plan says.
type CarriedOut<'r> = &'r [(Uuid, Option<bool>)];

fn check_tasks(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let Some(starts_on) = phase.starts_on else { continue };
        let place = list.index(n);
        let tasks = place.key("tasks");
        for (n, task) in phase.tasks.iter().enumerate() {
            let on = task.completion.and_then(Completion::on);
            if let Some(on) = on.filter(|on| on.ends_before(starts_on)) {
                let place = tasks.item(n, task.id);
                cx.not_met(&place.key("completion").key("done").key("on"), TaskDoneFirst { on, starts_on });
            }
        }
    }
}

/// Finds a task that is not carried out, although all its rows are. If there is only one row, it is found at the row.
fn check_open_tasks(
    plan: &ImplementationPlan,
    carried_out: CarriedOut<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let place = list.index(n);
        let tasks = place.key("tasks");
        for (n, task) in phase.tasks.iter().enumerate() {
            let rows = of(carried_out, task.id.uuid());
            if task.completion == Some(Completion::NotDone)
                && rows.len() > 1
                && rows.iter().all(|(_, is_done)| *is_done == Some(true))
            {
                let rows = count(rows.len());
                cx.not_met(&tasks.item(n, task.id).key("completion"), RowsAreDone { rows });
            }
        }
    }
}

fn check_rows(plan: &ImplementationPlan, carried_out: CarriedOut<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let said = |add: &mut dyn FnMut((Uuid, bool))| {
        let tasks = plan.phases.iter().flat_map(|phase| &phase.tasks);
        tasks.filter(|task| task.completion.is_some()).for_each(|task| add((task.id.uuid(), task.is_done())));
    };
    sorted(said, |said| {
        let is_done = |task: &Id<PlanTask>| of(said, task.uuid()).first().map(|(_, is_done)| *is_done);
        let is_alone = |task: &Id<PlanTask>| of(carried_out, task.uuid()).len() == 1;
        let no_row_is = |task: &Id<PlanTask>| {
            of(carried_out, task.uuid()).iter().all(|(_, is_done)| *is_done == Some(false))
        };
        each_row(plan, at, |_, row, place| match (row.completion, row.tasks.as_slice()) {
            (Some(Completion::Done { on }), tasks) => {
                if let Some(on) = on {
                    check_spans(row, on, &place.key("completion").key("done").key("on"), cx);
                }
                if tasks.iter().any(|task| is_done(task) == Some(false) && is_alone(task)) {
                    cx.not_met(&place.key("completion"), TaskIsNot {});
                }
            }
            // Of several tasks some can be done before the row is; of several rows another can have been enough.
            (Some(Completion::NotDone), [task]) if is_done(task) == Some(true) && no_row_is(task) => {
                cx.not_met(&place.key("completion"), RowIsNot {});
            }
            _ => {}
        });
    });
}

fn check_spans(row: &TimetableRow, on: PartialDate, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_later = |starts_on: &PartialDate| on.ends_before(*starts_on);
    let last = row.spans.iter().map(|span| span.from).max_by_key(|from| from.first_day());
    if let Some(starts_on) = row.starts_on().filter(is_later) {
        cx.not_met(at, DoneFirst { on, starts_on });
    } else if let Some(starts_on) = last.filter(is_later) {
        cx.not_met(at, DoneBeforeLast { on, starts_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        let rows = plan.phases.iter_mut().skip(1).flat_map(|phase| &mut phase.rows);
        rows.for_each(|row| row.completion = Some(Completion::Done { on: PartialDate::of_year(2021) }));
    },
    |plan, tape| {
        let Some(phase) = plan.phases.first_mut() else { return };
        let Some(row) = phase.rows.last_mut() else { return };
        let task = PlanTask::new(tape.spare_id(1));
        (row.completion, row.tasks) = (Some(Completion::NotDone), [task.id].into());
        phase.tasks.push(PlanTask { completion: Some(Completion::Done { on: None }), ..task });
    },
    |plan, _| {
        let Some(task) = plan.phases.first_mut().and_then(|phase| phase.tasks.first_mut()) else { return };
        task.completion = Some(Completion::Done { on: PartialDate::of_year(2020) });
        plan.phases.iter_mut().flat_map(|phase| &mut phase.rows).for_each(|row| row.completion = None);
    },
    |plan, tape| {
        let Some(phase) = plan.phases.first_mut() else { return };
        let Some(row) = phase.rows.last_mut() else { return };
        let task = PlanTask::new(tape.spare_id(1));
        row.tasks.push(task.id);
        row.completion = Some(Completion::Done { on: None });
        phase.tasks.push(PlanTask { completion: Some(Completion::NotDone), ..task });
    },
    |plan, tape| {
        let Some(phase) = plan.phases.first_mut() else { return };
        let [.., one, other] = phase.rows.as_mut_slice() else { return };
        let task = PlanTask::new(tape.spare_id(1));
        for row in [one, other] {
            row.tasks.push(task.id);
            row.completion = Some(Completion::Done { on: None });
        }
        phase.tasks.push(PlanTask { completion: Some(Completion::NotDone), ..task });
    },
    |plan, _| {
        change_row(plan, PlanWork::Coordination, |row| {
            row.spans = [1, 11]
                .map(|month| PartialDate::of_month(2021, month).map(PlanSpan::new))
                .into_iter()
                .flatten()
                .collect();
            row.completion = Some(Completion::Done { on: PartialDate::of_month(2021, 3) });
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In the month in which it begins, and without a day or months.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03-15" }],
                    "completion": { "done": { "on": "2017-03" } }
                },
                { "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": { "on": "2017-03" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-03" }], "completion": { "done": {} } }
            ] }]
        }"#,
    ),
    // One of two rows; one of two tasks, and one that is not done either.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [
                    { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": {} } },
                    { "id": "00000000-0000-4000-8000-000000000006" },
                    { "id": "00000000-0000-4000-8000-000000000007", "completion": "notDone" }
                ],
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000008", "completion": { "done": {} },
                        "tasks": ["00000000-0000-4000-8000-000000000007"]
                    },
                    { "id": "00000000-0000-4000-8000-000000000009", "tasks": ["00000000-0000-4000-8000-000000000007"] },
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000006"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000006"]
                    },
                    { "id": "00000000-0000-4000-8000-000000000004", "tasks": ["00000000-0000-4000-8000-000000000005"] }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": { "on": "2017-02" } } },
                        { "id": "00000000-0000-4000-8000-000000000006", "completion": "notDone" }
                    ]
                },
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-05" }, { "from": "2017-03" }],
                            "completion": { "done": { "on": "2017-02-28" } }
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000003", "completion": "notDone",
                            "tasks": ["00000000-0000-4000-8000-000000000005"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "completion": { "done": {} },
                            "tasks": ["00000000-0000-4000-8000-000000000006"]
                        }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/phases/1/rows/0/completion/done/on",
                "rækken er gennemført 28. februar 2017, men begynder først i marts 2017",
                "the row was carried out on 28 February 2017, but does not begin until March 2017",
            ),
            not_met(
                "/phases/1/rows/1/completion",
                "rækken er ikke gennemført, men det er den opgave, den hører til",
                "the row is not carried out, but the task that it belongs to is",
            ),
            not_met(
                "/phases/1/rows/2/completion",
                "rækken er gennemført, men en opgave, som ingen anden række gennemfører, er det ikke",
                "the row is carried out, but a task that no other row carries out is not",
            ),
        ],
    ),
    // A task with a row that was given up and one that is done, and with one that does not say.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [
                    { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": {} } },
                    { "id": "00000000-0000-4000-8000-000000000006", "completion": { "done": {} } }
                ],
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": {} },
                        "tasks": ["00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000006"]
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000006"] }
                ]
            }]
        }"#,
    ),
    // None of its rows is carried out.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [{ "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": {} } }],
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "completion": "notDone",
                        "tasks": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000006"]
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/rows/0/completion",
            "rækken er ikke gennemført, men det er den opgave, den hører til",
            "the row is not carried out, but the task that it belongs to is",
        )],
    ),
    // Two rows that are carried out, and two of which one is not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000005", "completion": "notDone" },
                        { "id": "00000000-0000-4000-8000-000000000006", "completion": "notDone" }
                    ],
                    "rows": [{
                        "id": "00000000-0000-4000-8000-000000000002", "completion": { "done": {} },
                        "tasks": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000006"]
                    }]
                },
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": {} },
                            "tasks": ["00000000-0000-4000-8000-000000000005"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "completion": "notDone",
                            "tasks": ["00000000-0000-4000-8000-000000000006"]
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/phases/0/tasks/0/completion",
            "opgaven er ikke gennemført, men det er alle de 2 rækker, der hører til den",
            "the task is not carried out, but all of the 2 rows that belong to it are",
        )],
    ),
    // In the month in which the phase begins, before it, and in a phase without a date.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "startsOn": "2017-03-15",
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": { "on": "2017-03" } } },
                        { "id": "00000000-0000-4000-8000-000000000006", "completion": { "done": { "on": "2017-03-14" } } }
                    ]
                },
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000007", "completion": { "done": { "on": "2016" } } }] }
            ]
        }"#,
        &[not_met(
            "/phases/0/tasks/1/completion/done/on",
            "opgaven er gennemført 14. marts 2017, men dens fase begynder først 15. marts 2017",
            "the task was carried out on 14 March 2017, but its phase does not begin until 15 March 2017",
        )],
    ),
    // Done in the last span, and early in the only one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-04" }, { "from": "2017-03" }],
                    "completion": { "done": { "on": "2017-04" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-03", "to": "2017-06" }],
                    "completion": { "done": { "on": "2017-03-20" } }
                }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{
                "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-04" }, { "from": "2017-03" }],
                "completion": { "done": { "on": "2017-03-31" } }
            }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/0/completion/done/on",
            "rækken er gennemført 31. marts 2017, men dens sidste tidsrum begynder først i april 2017",
            "the row was carried out on 31 March 2017, but its last span does not begin until April 2017",
        )],
    ),
    // The tasks say nothing or are done, and so are their rows. The last span begins later.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [
                    { "id": "00000000-0000-4000-8000-000000000002" },
                    { "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": {} } }
                ],
                "rows": [
                    { "id": "00000000-0000-4000-8000-000000000004", "tasks": ["00000000-0000-4000-8000-000000000002"], "completion": { "done": {} } },
                    { "id": "00000000-0000-4000-8000-000000000005", "tasks": ["00000000-0000-4000-8000-000000000002"], "completion": { "done": {} } },
                    { "id": "00000000-0000-4000-8000-000000000006", "tasks": ["00000000-0000-4000-8000-000000000003"], "completion": { "done": {} } },
                    { "id": "00000000-0000-4000-8000-000000000007", "tasks": ["00000000-0000-4000-8000-000000000003"], "completion": { "done": {} } },
                    {
                        "id": "00000000-0000-4000-8000-000000000008",
                        "spans": [{ "from": "2017-06" }, { "from": "2017-06-20" }],
                        "completion": { "done": { "on": "2017-06-10" } }
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/rows/4/completion/done/on",
            "rækken er gennemført 10. juni 2017, men dens sidste tidsrum begynder først 20. juni 2017",
            "the row was carried out on 10 June 2017, but its last span does not begin until 20 June 2017",
        )],
    ),
    // Its only row is done, and the task says nothing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [{ "id": "00000000-0000-4000-8000-000000000002" }],
                "rows": [{
                    "id": "00000000-0000-4000-8000-000000000003", "tasks": ["00000000-0000-4000-8000-000000000002"],
                    "completion": { "done": {} }
                }]
            }]
        }"#,
    ),
];
