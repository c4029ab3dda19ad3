//! The data of a state assessment are of the period of their measurement.

use chrono::NaiveDate;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::{PartialDate, Period},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN030,
    basis: Basis::Form,
    requirements: &["R-007"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles; stateAssessment, data; measurement, period",
        ),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "et datagrundlag i en tilstandsvurdering dækker dage, som målingen i et andet dokument også dækker",
        "data in a state assessment cover days that their measurement in another document covers, too",
    ),
    why: Bilingual::new(
        "Tallene er fra en anden tid end den, vurderingen siger. Så ved ingen, hvilken tilstand behovet følger af.",
        "The figures are not from the time that the assessment states. Then nobody knows from which state the need follows.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen til målingen, eller ret den periode, der er forkert.",
        "Correct the reference to the measurement, or the period that is wrong.",
    ),
    example: Bilingual::new(
        "Datagrundlaget dækker foråret 2024, men den måling, der henvises til, er fra foråret 2023.",
        "The data cover the spring of 2024, but the measurement that they refer to is from the spring of 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherPeriod { start: NaiveDate, end: NaiveDate, document: u64, other_start: NaiveDate, other_end: NaiveDate }
    "datagrundlaget er fra {start} til {end}, men målingen i dokument {document} er fra {other_start} til {other_end}",
    "the data are from {start} to {end}, but the measurement in document {document} is from {other_start} to {other_end}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.rests.of_other_periods(crossing) {
        let (here, there) = (one.here, one.there);
        let facts = OtherPeriod {
            start: here.start,
            end: here.end,
            document: crossing::number(one.document),
            other_start: there.start,
            other_end: there.end,
        };
        crossing.not_met(one.place, one.measurement, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let figure = added::figure(tape.spare_id(2), tape);
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    let service = tape.spare_id::<SocialService>(1);
    // The community brings in the service.
    added::community(figure, bundle, tape);
    let measurement = Measurement {
        indicator,
        reporting_unit: Some(OrgUnit::from(service)),
        period: Period::year(2020),
        observed: Some(Observed::of_count(3)),
        ..Measurement::new(tape.spare_id(5))
    };
    let mut assessment = added::assessment(tape.spare_id(6), service, PartialDate::of_year(2022), true);
    let data = assessment.topics.iter_mut().flat_map(|topic| &mut topic.data);
    data.for_each(|data| data.measurements = [measurement.id].into());
    added::document(assessment, bundle, tape);
    added::document(measurement, bundle, tape);
}];

#[cfg(test)]
macro_rules! measurement {
    ($id:literal, $start:literal, $end:literal) => {
        concat!(
            r#"{ "measurement": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "period": { "start": ""#,
            $start,
            r#"", "end": ""#,
            $end,
            r#"" } } }"#
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A month of the half-year, the whole year, the last day, a period that is not stated or ends before it begins, and a
    // measurement that is not here.
    accepts(bundle_of!(
        "01": r#"{ "stateAssessment": { "id": "00000000-0000-4000-8000-000000000001", "topics": [{ "data": [
            {
                "period": { "start": "2023-01-01", "end": "2023-06-30" },
                "measurements": [
                    "00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012",
                    "00000000-0000-4000-8000-000000000013", "00000000-0000-4000-8000-000000000014",
                    "00000000-0000-4000-8000-000000000015", "00000000-0000-4000-8000-000000000019"
                ]
            },
            { "measurements": ["00000000-0000-4000-8000-000000000011"] },
            {
                "period": { "start": "2022-06-30", "end": "2022-01-01" },
                "measurements": ["00000000-0000-4000-8000-000000000011"]
            }
        ] }] } }"#,
        "02": measurement!("11", "2023-03-01", "2023-03-31"),
        "03": measurement!("12", "2023-01-01", "2023-12-31"),
        "04": measurement!("13", "2023-06-30", "2023-12-31"),
        "05": measurement!("14", "2022-12-31", "2022-01-01"),
        "06": r#"{ "measurement": { "id": "00000000-0000-4000-8000-000000000015" } }"#,
    )),
    refuses(
        bundle_of!(
            "01": measurement!("11", "2022-01-01", "2022-06-30"),
            "02": r#"{ "stateAssessment": { "id": "00000000-0000-4000-8000-000000000001", "topics": [{ "data": [
                {},
                {
                    "period": { "start": "2023-01-01", "end": "2023-06-30" },
                    "measurements": ["00000000-0000-4000-8000-000000000012", "00000000-0000-4000-8000-000000000011"]
                }
            ] }] } }"#,
            "03": measurement!("12", "2023-07-01", "2023-12-31"),
        ),
        &[
            not_met(
                "/documents/1/content/stateAssessment/topics/0/data/1/measurements/0",
                "datagrundlaget er fra 1. januar 2023 til 30. juni 2023, men målingen i dokument 3 er fra 1. juli 2023 til 31. december 2023",
                "the data are from 1 January 2023 to 30 June 2023, but the measurement in document 3 is from 1 July 2023 to 31 December 2023",
            ),
            not_met(
                "/documents/1/content/stateAssessment/topics/0/data/1/measurements/1",
                "datagrundlaget er fra 1. januar 2023 til 30. juni 2023, men målingen i dokument 1 er fra 1. januar 2022 til 30. juni 2022",
                "the data are from 1 January 2023 to 30 June 2023, but the measurement in document 1 is from 1 January 2022 to 30 June 2022",
            ),
        ],
    ),
];
