//! The data of a test are of its time.

use chrono::NaiveDate;

use crate::bundle::crossing::NotOfTest;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
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
    crate::cycle::{CarriedOut, Study},
    crate::date::Period,
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN034,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles, ids; cycle, plan, do, study; measurement, period",
        ),
        SourceRef::new(SourceDocument::DEFACTUM_PDSA, "Do"),
    ],
    title: Bilingual::new(
        "målingerne i en afprøvning er ikke fra før planen eller efter analysen",
        "the measurements of a test are not from before its plan or after its study",
    ),
    why: Bilingual::new(
        "Målingerne skal vise, hvad afprøvningen førte til. Det kan tal fra en anden tid ikke.",
        "The measurements are to show what the test led to. Figures of another time cannot.",
    ),
    remedy: Bilingual::new(
        "Henvis til den måling, der blev foretaget under afprøvningen, eller ret den dato, der er forkert.",
        "Refer to the measurement that was made during the test, or correct the date that is wrong.",
    ),
    example: Bilingual::new(
        "Afprøvningen i marts 2025 henviser til en måling fra juni 2024.",
        "The test of March 2025 refers to a measurement of June 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforePlan { document: u64, until: NaiveDate, planned_on: PartialDate }
    "afprøvningen henviser til en måling i dokument {document} til og med {until}, men blev først planlagt {planned_on:i}",
    "the test refers to a measurement in document {document} up to {until}, but was not planned until {planned_on}",
}

message! {
    AfterStudy { document: u64, from: NaiveDate, studied_on: PartialDate }
    "afprøvningen henviser til en måling i dokument {document} fra og med {from}, men data var analyseret allerede {studied_on:i}",
    "the test refers to a measurement in document {document} from {from} on, but the data had been studied by {studied_on}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.rests.of_other_times(crossing) {
        let (place, cycle, document) = (clash.place, clash.cycle, crossing::number(clash.document));
        match clash.why {
            NotOfTest::Before { until, planned_on } => {
                crossing.not_met(place, cycle, at, cx, BeforePlan { document, until, planned_on });
            }
            NotOfTest::After { from, studied_on } => {
                crossing.not_met(place, cycle, at, cx, AfterStudy { document, from, studied_on });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let figure = added::figure(tape.spare_id(8), tape);
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    // The community brings in the service.
    added::community(figure, bundle, tape);
    let [first, mut cycle] = added::early(bundle, tape);
    added::document(first, bundle, tape);
    let service = tape.spare_id::<SocialService>(1);
    let data = Measurement {
        indicator,
        reporting_unit: Some(OrgUnit::from(service)),
        period: Period::year(*tape.pick(&[2021, 2023])),
        observed: Some(Observed::of_count(3)),
        ..Measurement::new(tape.spare_id(12))
    };
    cycle.service = Some(service);
    cycle.carried_out = Some(CarriedOut { data: [data.id].into(), ..CarriedOut::default() });
    let on = PartialDate::of_year(2022);
    cycle.study = Some(Study { on, comparison: Some(tape.said()), ..Study::default() });
    added::document(data, bundle, tape);
    added::document(cycle, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Of the time from the plan to the study; a test without dates; and a measurement that is not here.
    accepts(bundle_of!(
        "01": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000011",
            "plan": { "on": "2024-03-31" }, "study": { "on": "2024-04" },
            "do": { "data": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000029"] }
        } }"#,
        "02": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000012", "do": { "data": ["00000000-0000-4000-8000-000000000021"] }
        } }"#,
        "03": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000021", "period": { "start": "2024-03-01", "end": "2024-03-31" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000011",
                "plan": { "on": "2024-03" }, "study": { "on": "2024-04-10" },
                "do": { "data": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000023"] }
            } }"#,
            "02": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
                "measurements": [
                    { "id": "00000000-0000-4000-8000-000000000022", "period": { "start": "2024-02-01", "end": "2024-02-29" } },
                    { "id": "00000000-0000-4000-8000-000000000023", "period": { "start": "2024-04-11", "end": "2024-04-30" } }
                ]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/cycle/do/data/0",
                "afprøvningen henviser til en måling i dokument 2 til og med 29. februar 2024, men blev først planlagt i marts 2024",
                "the test refers to a measurement in document 2 up to 29 February 2024, but was not planned until March 2024",
            ),
            not_met(
                "/documents/0/content/cycle/do/data/1",
                "afprøvningen henviser til en måling i dokument 2 fra og med 11. april 2024, men data var analyseret allerede 10. april 2024",
                "the test refers to a measurement in document 2 from 11 April 2024 on, but the data had been studied by 10 April 2024",
            ),
        ],
    ),
];
