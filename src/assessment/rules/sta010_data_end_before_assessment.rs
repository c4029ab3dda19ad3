//! The data of a state assessment end before it was made.

use chrono::NaiveDate;

use super::sta009_data_before_assessment::each_period;
use crate::assessment::StateAssessment;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{date::Period, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::STA010,
    basis: Basis::Form,
    requirements: &["R-007"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment"),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "perioden for et datagrundlag er slut, når tilstandsvurderingen foretages",
        "the period of assessment data has ended when the state assessment is made",
    ),
    why: Bilingual::new(
        "Ellers dækker data ikke hele den periode, som de skulle vise noget om.",
        "Otherwise the data do not cover the whole period that they are said to be about.",
    ),
    remedy: Bilingual::new(
        "Lad perioden slutte med de sidste data, eller ret vurderingens dato.",
        "Let the period end with the last data, or correct the date of the assessment.",
    ),
    example: Bilingual::new(
        "Vurderingen er fra foråret 2023 og bygger på sygefraværet i hele 2023.",
        "The assessment is from the spring of 2023 and rests on the sick leave of the whole of 2023.",
    ),
    requires: &[codes::STA009],
    ..Rule::DERIVED
};

message! {
    EndsAfter { end: NaiveDate, on: PartialDate }
    "datagrundlagets periode slutter først {end}, men tilstandsvurderingen er foretaget før da ({on})",
    "the period of the data does not end until {end}, but the state assessment was made before that ({on})",
}

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(on) = assessment.on else { return };
    each_period(assessment, at, |period, at| {
        if period.end <= on.last_day() {
            return;
        }
        if period.start <= on.last_day() {
            cx.not_met(at, EndsAfter { end: period.end, on });
        } else {
            cx.depends_on(at, codes::STA009);
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, _| {
    assessment.on = PartialDate::of_year(2023);
    let data = assessment.topics.iter_mut().flat_map(|topic| &mut topic.data);
    let whole = Period::year(2022).zip(Period::year(2024));
    data.for_each(|data| {
        data.period = whole.map(|(first, last)| Period { start: first.start, end: last.end });
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [{ "data": [{ "period": { "start": "2023-01-01", "end": "2023-12-31" } }] }]
        }"#,
    ),
    // The last day of the half-year; and a period that ends before it begins, in time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{ "data": [
                {}, { "period": { "start": "2022-07-01", "end": "2023-06-30" } },
                { "period": { "start": "2023-07-01", "end": "2023-06-30" } }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{ "data": [{ "period": { "start": "2023-06-30", "end": "2023-07-01" } }] }]
        }"#,
        &[not_met(
            "/topics/0/data/0/period",
            "datagrundlagets periode slutter først 1. juli 2023, men tilstandsvurderingen er foretaget før da (1. halvår 2023)",
            "the period of the data does not end until 1 July 2023, but the state assessment was made before that (the first half of 2023)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1",
            "topics": [{ "data": [{ "period": { "start": "2023-07-01", "end": "2023-12-31" } }] }]
        }"#,
        &[not_evaluated("/topics/0/data/0/period", "STA009")],
    ),
];
