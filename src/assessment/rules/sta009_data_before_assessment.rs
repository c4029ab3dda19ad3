//! A state assessment does not rest on data that are later than it.

use chrono::NaiveDate;

use crate::assessment::StateAssessment;
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA009,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-007"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment"),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "en tilstandsvurdering bygger ikke på data, der er nyere end vurderingen",
        "a state assessment does not rest on data that are later than the assessment",
    ),
    why: Bilingual::new(
        "Vurderingen skal være underbygget af data. Nyere data fandtes ikke, da den blev lavet.",
        "The assessment is to rest on data. Later data did not exist when it was made.",
    ),
    remedy: Bilingual::new(
        "Ret datagrundlagets periode eller vurderingens dato.",
        "Correct the period of the data or the date of the assessment.",
    ),
    example: Bilingual::new(
        "Vurderingen er fra foråret 2023 og bygger på sygefraværet i andet halvår 2023.",
        "The assessment is from the spring of 2023 and rests on the sick leave of the second half of 2023.",
    ),
    requires: &[codes::STA006],
    ..Rule::DERIVED
};

message! {
    FromAfter { start: NaiveDate, on: PartialDate }
    "datagrundlagets periode begynder {start}, men tilstandsvurderingen er foretaget før den ({on})",
    "the period of the data begins on {start}, but the state assessment was made before that ({on})",
}

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(on) = assessment.on else { return };
    each_period(assessment, at, |period, at| {
        if period.start <= on.last_day() {
            return;
        }
        if period.is_ordered() {
            cx.not_met(at, FromAfter { start: period.start, on });
        } else {
            cx.depends_on(at, codes::STA006);
        }
    });
}

/// Calls `each` with every period of data, in the order of the document.
pub(super) fn each_period(
    assessment: &StateAssessment,
    at: &Path<'_>,
    mut each: impl FnMut(Period, &Path<'_>),
) {
    let topics = at.key("topics");
    for (n, topic) in assessment.topics.iter().enumerate() {
        let topic_at = topics.index(n);
        let list = topic_at.key("data");
        for (n, data) in topic.data.iter().enumerate() {
            if let Some(period) = data.period {
                each(period, &list.index(n).key("period"));
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> =
    &[|assessment, tape| assessment.on = PartialDate::of_year(*tape.pick(&[2020, 2014]))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [{ "data": [{ "period": { "start": "2023-07-01", "end": "2023-12-31" } }] }]
        }"#,
    ),
    // The last day of the half-year.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{ "data": [{}, { "period": { "start": "2023-06-30", "end": "2023-06-30" } }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{}, { "data": [{}, { "period": { "start": "2023-07-01", "end": "2023-12-31" } }] }]
        }"#,
        &[not_met(
            "/topics/1/data/1/period",
            "datagrundlagets periode begynder 1. juli 2023, men tilstandsvurderingen er foretaget før den (1. halvår 2023)",
            "the period of the data begins on 1 July 2023, but the state assessment was made before that (the first half of 2023)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{ "data": [{ "period": { "start": "2023-07-01", "end": "2022-07-01" } }] }]
        }"#,
        &[not_evaluated("/topics/0/data/0/period", "STA006")],
    ),
];
