//! A row is not carried out before what it continues.

use super::{each_row, with_rows};
use crate::circle::Completion;
use crate::codes;
use crate::date::PartialDate;
use crate::plan::{ImplementationPlan, TimetableRow};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::change_phase, crate::plan::PlanWork, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA032,
    basis: Basis::Form,
    requirements: &["R-103"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, rows, continues; completion")],
    title: Bilingual::new(
        "en række er ikke gennemført før den række, den fortsætter",
        "a row is not carried out before the row that it continues",
    ),
    why: Bilingual::new(
        "Enten er en af datoerne forkert, eller også fortsætter rækken noget andet. Blev den første række ikke gennemført i sin fase, kan resten være gennemført i den række, der fortsætter den; det siger reglen ikke noget om.",
        "Either one of the dates is wrong, or the row continues something else. If the first row was not carried out in its phase, the rest may have been carried out in the row that continues it; the rule says nothing about that.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller ret henvisningen.",
        "Correct the date that is wrong, or correct the reference.",
    ),
    example: Bilingual::new(
        "Den fælles praksis blev gennemført i maj 2018, men den række, der fortsætter den i fase 3, allerede i marts.",
        "The common practice was carried out in May 2018, but the row that continues it in phase 3 in March.",
    ),
    ..Rule::DERIVED
};

message! {
    ContinuedIsLater { on: PartialDate, continued_on: PartialDate }
    "rækken er gennemført {on:i}, men en række, som den fortsætter, er først gennemført {continued_on:i}",
    "the row was carried out {on:on|in}, before a row that it continues, {continued_on}",
}

/// Rows can run at the same time and be parts of the same work. Only one that ends first is done first.
pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !plan.rows().any(|row| row.is_done() && !row.continues.is_empty()) {
        return;
    }
    with_rows(plan, |row_of| {
        each_row(plan, at, |of_phase, row, place| {
            let Some(on) = row.completion.and_then(Completion::on) else { return };
            let continued = row.continues.iter().filter_map(|id| row_of(*id));
            let first = continued.filter(|(phase, one)| *phase < of_phase || ends_before(one, row));
            let done = first.filter_map(|(_, one)| one.completion.and_then(Completion::on));
            let last = done.max_by_key(|continued_on| continued_on.first_day());
            if let Some(continued_on) = last.filter(|continued_on| on.ends_before(*continued_on)) {
                let facts = ContinuedIsLater { on, continued_on };
                cx.not_met(&place.key("completion").key("done").key("on"), facts);
            }
        });
    });
}

fn ends_before(one: &TimetableRow, other: &TimetableRow) -> bool {
    let days = one.ends_on().zip(other.starts_on());
    days.is_some_and(|(end, start)| end.ends_before(start))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, _| {
    let done = Completion::Done { on: PartialDate::of_month(2023, 12) };
    for row in plan.phases.iter_mut().flat_map(|phase| &mut phase.rows) {
        if row.is(PlanWork::NewPractice) {
            row.completion = Some(done);
        } else if row.is(PlanWork::Continuation) {
            row.completion = None;
        }
    }
    change_phase(plan, 1, |phase| {
        let goes_on = phase.rows.iter_mut().filter(|row| row.is(PlanWork::Continuation));
        goes_on
            .for_each(|row| row.completion = Some(Completion::Done { on: PartialDate::of_month(2022, 3) }));
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A part of work that still goes on, what is not said to be done, what was done in the same month, and what was not
    // finished in its phase.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-01", "to": "2017-12" }], "completion": "notDone" },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-03" }],
                        "continues": ["00000000-0000-4000-8000-000000000002"], "completion": { "done": {} }
                    },
                    { "id": "00000000-0000-4000-8000-000000000004" },
                    { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": { "on": "2018-03-31" } } }
                ] },
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000006", "continues": ["00000000-0000-4000-8000-000000000002"], "completion": "notDone" },
                    {
                        "id": "00000000-0000-4000-8000-000000000007", "completion": { "done": { "on": "2018-03" } },
                        "continues": ["00000000-0000-4000-8000-000000000004", "00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000008", "completion": { "done": { "on": "2018-03" } },
                        "continues": ["00000000-0000-4000-8000-000000000002"]
                    }
                ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-01" }],
                        "completion": { "done": { "on": "2017-03" } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": { "on": "2017-05" } } },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-02" }],
                        "continues": ["00000000-0000-4000-8000-000000000002"], "completion": { "done": { "on": "2017-02-28" } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000005", "completion": { "done": { "on": "2017-06" } } }
                ] },
                { "rows": [{
                    "id": "00000000-0000-4000-8000-000000000006",
                    "continues": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000005"],
                    "completion": { "done": { "on": "2017-04-30" } }
                }] }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/rows/2/completion/done/on",
                "rækken er gennemført 28. februar 2017, men en række, som den fortsætter, er først gennemført i marts 2017",
                "the row was carried out on 28 February 2017, before a row that it continues, March 2017",
            ),
            not_met(
                "/phases/1/rows/0/completion/done/on",
                "rækken er gennemført 30. april 2017, men en række, som den fortsætter, er først gennemført i juni 2017",
                "the row was carried out on 30 April 2017, before a row that it continues, June 2017",
            ),
        ],
    ),
];
