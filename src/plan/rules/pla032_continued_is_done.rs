//! A row is carried out after what it continues.

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
        "en række er først gennemført, når det, den fortsætter, er gennemført",
        "a row is not carried out until what it continues is carried out",
    ),
    why: Bilingual::new(
        "Det, der ikke er gennemført, kan ingen have fortsat til ende. Enten er den ene række registreret forkert, eller også fortsætter rækken noget andet.",
        "Nobody can have continued to its end what was not carried out. Either one of the two rows was recorded wrongly, or the row continues something else.",
    ),
    remedy: Bilingual::new(
        "Ret, hvad der står om gennemførelsen af de to rækker, eller ret henvisningen.",
        "Correct what is said of the completion of the two rows, or correct the reference.",
    ),
    example: Bilingual::new(
        "Den fælles praksis blev aldrig begyndt, men den række, der fortsætter den i fase 3, er gennemført.",
        "The common practice was never begun, but the row that continues it in phase 3 is carried out.",
    ),
    ..Rule::DERIVED
};

message! {
    ContinuedIsNot {}
    "rækken er gennemført, men en række, som den fortsætter, er det ikke",
    "the row is carried out, but a row that it continues is not",
}

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
            let Some(Completion::Done { on }) = row.completion else { return };
            let continued = row.continues.iter().filter_map(|id| row_of(*id));
            let mut first = continued.filter(|(phase, one)| *phase < of_phase || ends_before(one, row));
            let place = place.key("completion");
            if first.clone().any(|(_, one)| one.completion == Some(Completion::NotDone)) {
                return cx.not_met(&place, ContinuedIsNot {});
            }
            let later = first.find_map(|(_, one)| {
                let continued_on = one.completion.and_then(Completion::on)?;
                on.filter(|on| on.ends_before(continued_on)).zip(Some(continued_on))
            });
            if let Some((on, continued_on)) = later {
                cx.not_met(&place.key("done").key("on"), ContinuedIsLater { on, continued_on });
            }
        });
    });
}

fn ends_before(one: &TimetableRow, other: &TimetableRow) -> bool {
    let days = one.ends_on().zip(other.starts_on());
    days.is_some_and(|(end, start)| end.ends_before(start))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, tape| {
    let done = *tape.pick(&[Completion::NotDone, Completion::Done { on: PartialDate::of_month(2023, 12) }]);
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
    // A part of work that still goes on, what is not said to be done, and what was done in the same month.
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
                    { "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-01" }], "completion": "notDone" },
                    { "id": "00000000-0000-4000-8000-000000000003", "completion": { "done": { "on": "2017-05" } } },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-02" }],
                        "continues": ["00000000-0000-4000-8000-000000000002"], "completion": { "done": {} }
                    }
                ] },
                { "rows": [{
                    "id": "00000000-0000-4000-8000-000000000006", "continues": ["00000000-0000-4000-8000-000000000003"],
                    "completion": { "done": { "on": "2017-04-30" } }
                }] }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/rows/2/completion",
                "rækken er gennemført, men en række, som den fortsætter, er det ikke",
                "the row is carried out, but a row that it continues is not",
            ),
            not_met(
                "/phases/1/rows/0/completion/done/on",
                "rækken er gennemført 30. april 2017, men en række, som den fortsætter, er først gennemført i maj 2017",
                "the row was carried out on 30 April 2017, before a row that it continues, May 2017",
            ),
        ],
    ),
];
