//! A practice that the plan tests does not begin everywhere until the test has ended, and rows with test actions test it.

use super::{MONTHS, each_row, with_rows};
use crate::circle::Completion;
use crate::codes;
use crate::date::PartialDate;
use crate::plan::{ImplementationPlan, PlanWork, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_row;
#[cfg(feature = "proptest")]
use crate::plan::PlanSpan;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA015,
    requirements: &["R-104"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Prøvehandlinger i udvalgte områder")],
    title: Bilingual::new(
        "en praksis, som planen afprøver, begynder først i alle områder, når afprøvningen er slut",
        "a practice that the plan tests does not begin everywhere until the test has ended",
    ),
    why: Bilingual::new(
        "Prøvehandlinger i udvalgte områder viser, hvad der skal rettes, inden alle går i gang.",
        "Test actions in selected areas show what has to be put right before everyone begins.",
    ),
    remedy: Bilingual::new(
        "Flyt begyndelsen til efter prøvehandlingerne, eller afslut dem tidligere. Er rækken gennemført, så ret den forkerte dato, eller hvad der står om gennemførelsen af den eller af prøvehandlingerne. Henvises der til en række uden prøvehandlinger, så ret henvisningen, eller skriv prøvehandlingerne i rækken.",
        "Move the beginning to after the test actions, or end them earlier. If the row is carried out, correct the date that is wrong, or what is said of the completion of the row or of the test actions. If a row without test actions is referred to, correct the reference, or enter the test actions in that row.",
    ),
    example: Bilingual::new(
        "Prøvehandlingerne løber til maj 2017, men alle områder begynder i april.",
        "The test actions run until May 2017, but all areas begin in April.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforeTested { starts_on: PartialDate, ends_on: PartialDate }
    "rækken begynder {starts_on:i}, men prøvehandlingerne slutter først {ends_on:i}",
    "the row begins {starts_on:on|in}, but the test actions do not end until {ends_on}",
}

message! {
    DoneBeforeTested { on: PartialDate, ends_on: PartialDate }
    "rækken er gennemført {on:i}, men prøvehandlingerne slutter først {ends_on:i}",
    "the row was carried out {on:on|in}, but the test actions do not end until {ends_on}",
}

message! {
    NeverTested {}
    "rækken er gennemført, men de prøvehandlinger, der skulle komme før den, er det ikke",
    "the row is carried out, but the test actions that were to come before it are not",
}

message! {
    NoTest {}
    "rækken skal være afprøvet ved en række, der ikke omfatter prøvehandlinger",
    "the row is said to be tested by a row that has no test actions",
}

const MONTHS_OF_TESTS: Bilingual =
    Bilingual::new("prøvehandlingernes måneder", "the months of the test actions");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_rows(plan, |row_of| {
        each_row(plan, at, |_, row, place| {
            let list = place.key("testedBy");
            for (n, id) in row.tested_by.iter().enumerate() {
                let Some((_, test)) = row_of(*id) else { continue };
                // A row that does not state its work is taken to be what the reference says.
                if !test.work.is_empty() && !test.is(PlanWork::TestActions) {
                    cx.not_met(&list.index(n), NoTest {});
                    continue;
                }
                compare(row, test, place, cx);
            }
        });
    });
}

/// Tests that were carried out have ended, whatever was planned. On their last day they have not.
fn compare(row: &TimetableRow, test: &TimetableRow, at: &Path<'_>, cx: &mut Checker<'_>) {
    if test.completion == Some(Completion::NotDone) && row.is_done() {
        return cx.not_met(&at.key("completion"), NeverTested {});
    }
    let (Some(starts_on), Some(ends_on)) = (row.starts_on(), test.ended_on()) else {
        cx.all_stated(at, [(!row.spans.is_empty(), MONTHS), (test.ended_on().is_some(), MONTHS_OF_TESTS)]);
        return;
    };
    if starts_on.last_day() <= ends_on.first_day() {
        cx.not_met(&at.key("spans"), BeforeTested { starts_on, ends_on });
    } else if let Some(on) = row.completion.and_then(Completion::on)
        && on.ends_before(ends_on)
    {
        cx.not_met(&at.key("completion").key("done").key("on"), DoneBeforeTested { on, ends_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        change_row(plan, PlanWork::TestActions, |row| {
            row.spans.extend(PartialDate::of_month(2021, 12).map(PlanSpan::new));
            row.completion = None;
        });
    },
    |plan, _| {
        change_row(plan, PlanWork::TestActions, |row| row.completion = Some(Completion::NotDone));
        change_row(plan, PlanWork::NewPractice, |row| row.completion = Some(Completion::Done { on: None }));
    },
    |plan, _| {
        let other = plan.rows().find(|row| row.is(PlanWork::Coordination)).map(|row| row.id);
        let mut rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
        if let Some(new) = rows.find(|row| row.is(PlanWork::NewPractice)) {
            new.tested_by = other.into_iter().collect();
        }
    },
    // Without the months of the row or of the tests PLA012 cannot be assessed either.
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03", "to": "2017-04" }] }, { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-04" }], "testedBy": ["00000000-0000-4000-8000-000000000002"] }] }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "testedBy": ["00000000-0000-4000-8000-000000000009"] }] }] }"#,
    ),
    // The last month of the tests can be the first one of the practice.
    accepts(PLAN),
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans/0/to": "2017-05" }"#,
        &[not_met(
            "/phases/0/rows/1/spans",
            "rækken begynder i april 2017, men prøvehandlingerne slutter først i maj 2017",
            "the row begins in April 2017, but the test actions do not end until May 2017",
        )],
    ),
    // Tests that ended early, that are not carried out yet, and that were carried out while the row ran.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03", "to": "2017-05" }],
                    "completion": { "done": { "on": "2017-03-28" } }
                },
                { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-03" }], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-04" }], "completion": { "done": {} } },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "spans": [{ "from": "2017-04" }], "completion": "notDone",
                    "testedBy": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "spans": [{ "from": "2017-04", "to": "2017-06" }],
                    "completion": { "done": { "on": "2017-06" } }, "testedBy": ["00000000-0000-4000-8000-000000000004"]
                }
            ] }]
        }"#,
    ),
    // On the last day of the tests; carried out without them, and before they ended.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03", "to": "2017-04-14" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-03" }], "completion": "notDone" },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-03" }],
                    "completion": { "done": { "on": "2017-04-20" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "spans": [{ "from": "2017-04-14" }],
                    "testedBy": ["00000000-0000-4000-8000-000000000002"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "spans": [{ "from": "2017-04" }],
                    "completion": { "done": { "on": "2017-04-19" } },
                    "testedBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                }
            ] }]
        }"#,
        &[
            not_met(
                "/phases/0/rows/3/spans",
                "rækken begynder 14. april 2017, men prøvehandlingerne slutter først 14. april 2017",
                "the row begins on 14 April 2017, but the test actions do not end until 14 April 2017",
            ),
            not_met(
                "/phases/0/rows/4/completion",
                "rækken er gennemført, men de prøvehandlinger, der skulle komme før den, er det ikke",
                "the row is carried out, but the test actions that were to come before it are not",
            ),
            not_met(
                "/phases/0/rows/4/completion/done/on",
                "rækken er gennemført 19. april 2017, men prøvehandlingerne slutter først 20. april 2017",
                "the row was carried out on 19 April 2017, but the test actions do not end until 20 April 2017",
            ),
        ],
    ),
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans": null, "/phases/0/rows/1/spans": null }"#,
        &[not_assessable(
            "/phases/0/rows/1",
            "kan ikke vurderes; mangler: rækkens måneder, prøvehandlingernes måneder",
            "cannot be assessed; missing: the months of the row, the months of the test actions",
        )],
    ),
    // Its months say nothing then.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["experience", "testActions"], "spans": [{ "from": "2017-03" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["development"], "spans": [{ "from": "2017-05" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-04" }],
                    "testedBy": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
                }
            ] }]
        }"#,
        &[not_met(
            "/phases/0/rows/2/testedBy/1",
            "rækken skal være afprøvet ved en række, der ikke omfatter prøvehandlinger",
            "the row is said to be tested by a row that has no test actions",
        )],
    ),
];
