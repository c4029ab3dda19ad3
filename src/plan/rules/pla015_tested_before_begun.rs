//! A practice that the plan tests does not begin everywhere until the test has ended, and rows that test are what tests it.

use super::{MONTHS, each_row, with_rows};
use crate::codes;
use crate::date::PartialDate;
use crate::plan::{ImplementationPlan, PlanWork};
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
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

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
        "Test actions in selected areas show what has to be mended before everyone begins.",
    ),
    remedy: Bilingual::new(
        "Flyt begyndelsen til efter prøvehandlingerne, afslut dem tidligere, eller henvis til de rækker, der afprøver.",
        "Move the beginning to after the test actions, end the tests earlier, or refer to the rows that test.",
    ),
    example: Bilingual::new(
        "Prøvehandlingerne løber til maj 2017, men alle områder begynder i april.",
        "The test actions run until May 2017, but all areas begin in April.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforeTested { starts_on: PartialDate, ends_on: PartialDate }
    "rækken begynder {starts_on}, men prøvehandlingerne slutter først {ends_on}",
    "the row begins {starts_on}, but the test actions do not end until {ends_on}",
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
                // A row that does not state its work is what the reference says of it.
                if !test.work.is_empty() && !test.is(PlanWork::TestActions) {
                    cx.not_met(&list.index(n), NoTest {});
                    continue;
                }
                let (Some(starts_on), Some(ends_on)) = (row.starts_on(), test.ends_on()) else {
                    let (of_row, of_tests) = (!row.spans.is_empty(), !test.spans.is_empty());
                    cx.all_stated(place, [(of_row, MONTHS), (of_tests, MONTHS_OF_TESTS)]);
                    continue;
                };
                if starts_on.last_day() < ends_on.first_day() {
                    cx.not_met(&place.key("spans"), BeforeTested { starts_on, ends_on });
                }
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        change_row(plan, PlanWork::TestActions, |row| {
            row.spans.extend(PartialDate::of_month(2021, 12).map(PlanSpan::new));
        });
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
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "testedBy": ["00000000-0000-4000-8000-000000000009"] }] }] }"#,
    ),
    // The last month of the tests can be the first one of the practice.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03", "to": "2017-04" }] }, { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-04" }], "testedBy": ["00000000-0000-4000-8000-000000000002"] }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-03", "to": "2017-05" }] }, { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-04" }], "testedBy": ["00000000-0000-4000-8000-000000000002"] }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/1/spans",
            "rækken begynder april 2017, men prøvehandlingerne slutter først maj 2017",
            "the row begins April 2017, but the test actions do not end until May 2017",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003", "testedBy": ["00000000-0000-4000-8000-000000000002"] }] }]
        }"#,
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
