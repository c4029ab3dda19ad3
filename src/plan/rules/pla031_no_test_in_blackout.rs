//! Test actions do not begin in a time that is kept free of new practice.

use chrono::NaiveDate;

use super::{EXACT_DAY, each_row};
use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::plan::{Blackout, ImplementationPlan, PlanWork, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::pla017_no_start_in_blackout::no_start_in;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA031,
    severity: Severity::Information,
    requirements: &["R-099"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4: nye arbejdsgange/ny praksis")],
    title: Bilingual::new(
        "prøvehandlinger begynder ikke i en periode, hvor planen vil undgå ny praksis",
        "test actions do not begin in a period that the plan keeps free of new practice",
    ),
    why: Bilingual::new(
        "En prøvehandling tager en ny arbejdsgang i brug, om end for få. I perioden vil planen undgå nye arbejdsgange, og erfaringerne bliver svære at skille fra det andet, der er nyt. Prøvehandlinger, der er i gang, kan fortsætte.",
        "A test action introduces a new workflow, if only for a few. In that period the plan avoids new workflows, and what is learned is hard to tell from the other things that are new. Test actions that are running can go on.",
    ),
    remedy: Bilingual::new(
        "Flyt prøvehandlingerne til før eller efter perioden, eller lad dem stå, hvis de ikke forstyrrer det andet nye.",
        "Move the test actions to before or after the period, or leave them if they do not get in the way of the other things that are new.",
    ),
    example: Bilingual::new(
        "Prøvehandlingerne med borgerkonferencer begynder i den uge, hvor det nye journalsystem tages i brug.",
        "The test actions with citizen conferences begin in the week in which the new record system is introduced.",
    ),
    requires: &[codes::PLA002],
    ..Rule::DERIVED
};

message! {
    BeginThen { from: PartialDate }
    "prøvehandlingerne begynder {from:i}, i en periode, hvor planen vil undgå ny praksis",
    "the test actions begin {from:on|in}, in a period that the plan keeps free of new practice",
}

/// PLA017 reports a row that also begins a new practice.
pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if plan.blackouts.is_empty() {
        return;
    }
    each_row(plan, at, |_, row, place| {
        if row.is(PlanWork::TestActions) && !row.begins_practice() && row.continues.is_empty() {
            check_row(row, &plan.blackouts, place, cx);
        }
    });
}

fn check_row(row: &TimetableRow, blackouts: &[Blackout], at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_backwards = |one: &&Blackout| backwards(one.starts_on, one.ends_on).is_some();
    blackouts.iter().filter(is_backwards).for_each(|_| cx.depends_on(at, codes::PLA002));
    let spans = at.key("spans");
    each_beginning(row, |n, from| {
        let at = spans.index(n);
        for one in blackouts.iter().filter(|one| !is_backwards(one)) {
            let (Some(first), Some(last)) = (one.starts_on, one.ends_on) else { continue };
            if from.ends_before(first) || last.ends_before(from) {
                continue;
            }
            if first.first_day() <= from.first_day() && from.last_day() <= last.last_day() {
                cx.not_met(&at.key("from"), BeginThen { from });
            } else {
                cx.not_assessable(&at, EXACT_DAY);
            }
        }
    });
}

/// Calls `each` with the position and the beginning of every span that does not go on from another one.
fn each_beginning(row: &TimetableRow, mut each: impl FnMut(usize, PartialDate)) {
    let spans = row.spans.iter().enumerate().map(|(n, span)| (span.from.first_day(), n));
    sorted_of(&spans, |spans| {
        let mut until: Option<NaiveDate> = None;
        for (begins, n) in spans {
            let Some(span) = row.spans.get(*n) else { continue };
            let goes_on = until.is_some_and(|until| until.succ_opt().is_none_or(|next| *begins <= next));
            if !goes_on {
                each(*n, span.from);
            }
            until = until.max(Some(span.end().last_day()));
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| no_start_in(plan, "2021-04-01", "2021-04-30"),
    |plan, _| no_start_in(plan, "2021-04-10", "2021-04-20"),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions"], "spans": [{ "from": "2017-05" }] }] }] }"#,
    ),
    // On the days around it; what goes on in it; a time without its days; other work.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-06" }, { "reason": "CURA" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions"], "spans": [{ "from": "2017-04-30", "to": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["testActions"], "spans": [{ "from": "2017-07-01" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["testActions"], "spans": [{ "from": "2017-05-01", "to": "2017-05-10" }, { "from": "2017-04" }, { "from": "2017-05-11" }] },
                { "id": "00000000-0000-4000-8000-000000000005", "work": ["testActions"], "continues": ["00000000-0000-4000-8000-000000000002"], "spans": [{ "from": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000006", "work": ["development"], "spans": [{ "from": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000007", "work": ["testActions"] }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-06-15" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions"], "spans": [{ "from": "2017-03" }, { "from": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["testActions"], "spans": [{ "from": "2017-06-15" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["testActions"], "spans": [{ "from": "2017-06" }] }
            ] }]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0/spans/1/from",
                "prøvehandlingerne begynder i maj 2017, i en periode, hvor planen vil undgå ny praksis",
                "the test actions begin in May 2017, in a period that the plan keeps free of new practice",
            ),
            not_met(
                "/phases/0/rows/1/spans/0/from",
                "prøvehandlingerne begynder 15. juni 2017, i en periode, hvor planen vil undgå ny praksis",
                "the test actions begin on 15 June 2017, in a period that the plan keeps free of new practice",
            ),
            not_assessable(
                "/phases/0/rows/2/spans/0",
                "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst)",
                "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated)",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-04" }], "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions"], "spans": [{ "from": "2017-05" }] }] }]
        }"#,
        &[not_evaluated("/phases/0/rows/0", "PLA002")],
    ),
    // It also begins a new practice; a month may begin before; and one time without new practice ends before it begins.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "blackouts": [{ "startsOn": "2017-07-10", "endsOn": "2017-08" }],
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["testActions", "newPractice"],
                        "spans": [{ "from": "2017-07-20" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["testActions"],
                        "spans": [{ "from": "2017-07" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["testActions"],
                        "spans": [{ "from": "2017-08-20" }]
                    }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/phases/0/rows/1/spans/0",
                "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst)",
                "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated)",
            ),
            not_met(
                "/phases/0/rows/2/spans/0/from",
                "prøvehandlingerne begynder 20. august 2017, i en periode, hvor planen vil undgå ny praksis",
                "the test actions begin on 20 August 2017, in a period that the plan keeps free of new practice",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "blackouts": [{ "startsOn": "2017-08", "endsOn": "2017-07" }],
            "phases": [{
                "rows": [{
                    "id": "00000000-0000-4000-8000-000000000003", "work": ["testActions"], "spans": [{ "from": "2017" }]
                }]
            }]
        }"#,
        &[not_evaluated("/phases/0/rows/0", "PLA002")],
    ),
];
