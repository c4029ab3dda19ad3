//! Where a plan settles effect measures, something measures the effect.

use super::each_row;
use crate::circle::Completion;
use crate::codes;
use crate::date::PartialDate;
use crate::plan::{ImplementationPlan, PlanWork, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_row;
#[cfg(feature = "proptest")]
use crate::plan::PlanSpan;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA023,
    requirements: &["R-107", "S-025"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "2; 3.1")],
    title: Bilingual::new(
        "når planen fastlægger effektmål, bliver effekten også målt, og ikke før de er fastlagt",
        "if a plan settles effect measures, the effect is measured as well, and not before they are settled",
    ),
    why: Bilingual::new(
        "Effektmål, som ingen måler, viser ikke, om forandringen hjælper borgerne.",
        "Effect measures that nobody measures do not show whether the change helps the citizens.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opgave eller række, der måler effekten, eller henvis til, hvor det sker. Måles den, før effektmålene er fastlagt, så ret månederne, eller hvad der står om gennemførelsen.",
        "Add a task or row that measures the effect, or refer to where that is done. If it is measured before the effect measures are settled, correct the months, or what is said of the completion.",
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

message! {
    MeasuredFirst { on: PartialDate, settled: PartialDate }
    "effekten måles {on:i}, men effektmålene bliver først fastlagt {settled:i}",
    "the effect is measured {on:on|in}, but the effect measures are not settled until {settled}",
}

message! {
    MeasuredUnsettled {}
    "effekten er målt, men effektmålene er ikke fastlagt",
    "the effect has been measured, but the effect measures are not settled",
}

message! {
    DoneFirst { on: PartialDate, settled: PartialDate }
    "effekten er målt {on:i}, men effektmålene bliver først fastlagt {settled:i}",
    "the effect was measured {on:on|in}, but the effect measures are not settled until {settled}",
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
        if !check_order(plan, at, cx) {
            check_done(plan, at, cx);
        }
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

/// Finds the measuring rows if all of them end before the first row that settles how the effect is measured, and says whether
/// they do.
fn check_order(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) -> bool {
    let settling = || plan.rows().filter(|row| row.is(PlanWork::EffectMeasures));
    let measuring = || plan.rows().filter(|row| row.is(PlanWork::EffectMeasuring));
    let first = settling().filter_map(TimetableRow::starts_on).min_by_key(|on| on.first_day());
    let Some(settled) = first.filter(|_| settling().all(|row| row.starts_on().is_some())) else {
        return false;
    };
    let is_before = |row: &TimetableRow| row.ends_on().is_some_and(|on| on.ends_before(settled));
    if measuring().next().is_none() || !measuring().all(is_before) || is_measured_later(plan) {
        return false;
    }
    each_row(plan, at, |_, row, place| {
        if let Some(on) = row.ends_on().filter(|_| row.is(PlanWork::EffectMeasuring)) {
            cx.not_met(&place.key("spans"), MeasuredFirst { on, settled });
        }
    });
    true
}

/// When the effect measures are settled.
#[derive(Clone, Copy)]
enum Settled {
    NotDone,
    On(PartialDate),
}

/// When the first of the rows settles them: when it was carried out, or else when it begins. Returns `None` if no row settles them, or
/// if one does not say when.
fn settled(plan: &ImplementationPlan) -> Option<Settled> {
    let mut first = None;
    for row in plan.rows().filter(|row| row.is(PlanWork::EffectMeasures)) {
        let on = match row.completion {
            Some(Completion::NotDone) => {
                first = first.or(Some(Settled::NotDone));
                continue;
            }
            Some(Completion::Done { on }) => on?,
            None => row.starts_on()?,
        };
        first = match first {
            Some(Settled::On(other)) if other.first_day() <= on.first_day() => first,
            _ => Some(Settled::On(on)),
        };
    }
    first
}

/// Finds what measured the effect before it was settled how to measure it. What is carried out can no longer change.
fn check_done(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(settled) = settled(plan) else { return };
    each_row(plan, at, |_, row, place| {
        let done = row.completion.filter(|_| row.is(PlanWork::EffectMeasuring) && row.is_done());
        let place = place.key("completion");
        match (settled, done) {
            (Settled::NotDone, Some(_)) => cx.not_met(&place, MeasuredUnsettled {}),
            (Settled::On(settled), Some(Completion::Done { on: Some(on) })) if on.ends_before(settled) => {
                cx.not_met(&place.key("done").key("on"), DoneFirst { on, settled });
            }
            _ => {}
        }
    });
}

/// Whether a task measures the effect, and no measuring row says when.
fn is_measured_later(plan: &ImplementationPlan) -> bool {
    let rows = || plan.rows().filter(|row| row.is(PlanWork::EffectMeasuring));
    sorted(
        |put| rows().flat_map(|row| &row.tasks).for_each(|task| put(task.uuid())),
        |with_row| {
            let mut tasks = plan.phases.iter().flat_map(|phase| &phase.tasks);
            tasks.any(|task| {
                task.work.contains(&PlanWork::EffectMeasuring)
                    && with_row.binary_search(&task.id.uuid()).is_err()
            })
        },
    )
}

#[cfg(feature = "proptest")]
fn measure_nothing(plan: &mut ImplementationPlan, instead: &[PlanWork]) {
    let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
    rows.filter(|row| row.is(PlanWork::EffectMeasuring)).for_each(|row| row.work = instead.to_vec());
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| measure_nothing(plan, &[PlanWork::Communication]),
    |plan, _| measure_nothing(plan, &[]),
    |plan, _| {
        // The measuring rows of later years measure nothing, and one of the first months does.
        measure_nothing(plan, &[PlanWork::Communication]);
        let Some(phase) = plan.phases.first_mut() else { return };
        let month = |n| PartialDate::of_month(2021, n).map(PlanSpan::new).into_iter().collect();
        if let [settling, .., last] = phase.rows.as_mut_slice() {
            settling.spans = month(4);
            last.work.push(PlanWork::EffectMeasuring);
            (last.spans, last.completion) = (month(3), None);
        }
    },
    |plan, _| {
        change_row(plan, PlanWork::EffectMeasures, |row| row.completion = Some(Completion::NotDone));
        change_row(plan, PlanWork::EffectMeasuring, |row| {
            row.completion = Some(Completion::Done { on: None });
        });
    },
    |plan, _| {
        change_row(plan, PlanWork::EffectMeasures, |row| {
            row.completion = Some(Completion::Done { on: PartialDate::of_year(2023) });
        });
        change_row(plan, PlanWork::EffectMeasuring, |row| {
            row.completion = Some(Completion::Done { on: PartialDate::of_month(2022, 12) });
        });
    },
];

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
    // In the month in which they are settled, again later, and at a time that is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-03-15" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasuring"], "spans": [{ "from": "2017-03" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "spans": [{ "from": "2017-01" }] }
            ] }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [{ "id": "00000000-0000-4000-8000-000000000005", "work": ["effectMeasuring"] }],
                "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-03" }] },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasuring"], "spans": [{ "from": "2017-01" }] }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-03" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasuring"], "spans": [{ "from": "2017-02" }] }
            ] }]
        }"#,
        &[not_met(
            "/phases/0/rows/1/spans",
            "effekten måles i februar 2017, men effektmålene bliver først fastlagt i marts 2017",
            "the effect is measured in February 2017, but the effect measures are not settled until March 2017",
        )],
    ),
    // Measured after it was settled, in the month of it, with measures of which some are settled, and at a time that is
    // not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "completion": { "done": { "on": "2017-03" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "completion": { "done": { "on": "2017-03-01" } } },
                { "id": "00000000-0000-4000-8000-000000000005", "work": ["effectMeasuring"], "completion": { "done": {} } }
            ] }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "completion": { "done": { "on": "2017-03-01" } } }
            ] }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "completion": "notDone" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "completion": { "done": {} } }
            ] }]
        }"#,
        &[not_met(
            "/phases/0/rows/1/completion",
            "effekten er målt, men effektmålene er ikke fastlagt",
            "the effect has been measured, but the effect measures are not settled",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "completion": { "done": { "on": "2017-05" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"], "completion": { "done": { "on": "2017-04-03" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"], "completion": { "done": { "on": "2017-04-02" } } },
                { "id": "00000000-0000-4000-8000-000000000005", "work": ["effectMeasuring"], "completion": { "done": { "on": "2017-12" } } }
            ] }]
        }"#,
        &[not_met(
            "/phases/0/rows/2/completion/done/on",
            "effekten er målt 2. april 2017, men effektmålene bliver først fastlagt 3. april 2017",
            "the effect was measured on 2 April 2017, but the effect measures are not settled until 3 April 2017",
        )],
    ),
    // It is settled by the second task of a phase, and never measured.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["development"] },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"] },
                    { "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasures"] }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/tasks/1",
            "effektmål fastlægges, men ingen opgave og ingen række måler effekten",
            "effect measures are settled, but no task and no row measures the effect",
        )],
    ),
    // Settled twice; the first counts, if both have months.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-06" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"], "spans": [{ "from": "2017-09" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"],
                        "spans": [{ "from": "2017-07" }]
                    }
                ]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-06" }]
                    },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"] },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"],
                        "spans": [{ "from": "2017-05" }]
                    }
                ]
            }]
        }"#,
    ),
    // A task measures, and its row says when.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "tasks": [
                    { "id": "00000000-0000-4000-8000-000000000006", "work": ["effectMeasuring"] },
                    { "id": "00000000-0000-4000-8000-000000000007", "work": ["development"] }
                ],
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"], "spans": [{ "from": "2017-06" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"],
                        "spans": [{ "from": "2017-05" }], "tasks": ["00000000-0000-4000-8000-000000000006"]
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/rows/1/spans",
            "effekten måles i maj 2017, men effektmålene bliver først fastlagt i juni 2017",
            "the effect is measured in May 2017, but the effect measures are not settled until June 2017",
        )],
    ),
    // Done in a month and on a day of it: the month may have begun earlier.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"],
                        "completion": { "done": { "on": "2017-06" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"],
                        "completion": { "done": { "on": "2017-06-10" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"],
                        "completion": { "done": { "on": "2017-06-05" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "work": ["development"],
                        "completion": { "done": { "on": "2017-01-05" } }
                    }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["effectMeasures"],
                        "completion": { "done": { "on": "2017-06-10" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["effectMeasures"],
                        "completion": { "done": { "on": "2017-06" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["effectMeasuring"],
                        "completion": { "done": { "on": "2017-05-31" } }
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/rows/2/completion/done/on",
            "effekten er målt 31. maj 2017, men effektmålene bliver først fastlagt i juni 2017",
            "the effect was measured on 31 May 2017, but the effect measures are not settled until June 2017",
        )],
    ),
];
