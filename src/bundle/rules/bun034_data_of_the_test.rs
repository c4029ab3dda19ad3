//! Of the data of a test, some are of its time.

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
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::DEFACTUM_PDSA, "Do"),
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles, ids; cycle, plan, do, study; measurement, period",
        ),
    ],
    title: Bilingual::new(
        "mindst én af målingerne i en afprøvning er hverken fra før planen eller efter analysen",
        "at least one measurement of a test is neither from before its plan nor from after its study",
    ),
    why: Bilingual::new(
        "Målingerne skal vise, hvad afprøvningen førte til. Det kan tal fra en anden tid ikke alene; en måling fra før må gerne stå ved siden af til sammenligning.",
        "The measurements are to show what the test led to. Figures of another time cannot do so alone; a measurement from before may stand beside them for comparison.",
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
    "afprøvningen henviser kun til en måling (dokument {document}), der slutter {until}, men den blev først planlagt {planned_on:i}",
    "the test refers only to a measurement (document {document}) that ends on {until}, but it was not planned until {planned_on}",
}

message! {
    AfterStudy { document: u64, from: NaiveDate, studied_on: PartialDate }
    "afprøvningen henviser kun til en måling (dokument {document}), der begynder {from}, men den var analyseret allerede {studied_on:i}",
    "the test refers only to a measurement (document {document}) that begins on {from}, but it had been studied by {studied_on}",
}

message! {
    NoneOfTest { measurements: u64 }
    "ingen af de {measurements} målinger, som afprøvningen henviser til, er fra tiden mellem planen og analysen",
    "none of the {measurements} measurements that the test refers to is from the time between its plan and its study",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.rests.of_other_times(crossing) {
        let (place, cycle, document) = (clash.place, clash.cycle, crossing::number(clash.document));
        match (clash.measurements, clash.why) {
            (1, NotOfTest::Before { until, planned_on }) => {
                crossing.not_met(place, cycle, at, cx, BeforePlan { document, until, planned_on });
            }
            (1, NotOfTest::After { from, studied_on }) => {
                crossing.not_met(place, cycle, at, cx, AfterStudy { document, from, studied_on });
            }
            (measurements, _) => crossing.not_met(place, cycle, at, cx, NoneOfTest { measurements }),
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
    // One from before and one of the test; and one from before beside one that is not here, or of which no period is stated.
    accepts(bundle_of!(
        "01": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000011", "plan": { "on": "2024-03-03" }, "study": { "on": "2024-04-10" },
            "do": { "data": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000022"] }
        } }"#,
        "02": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000012", "plan": { "on": "2024-03-03" },
            "do": { "data": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000029"] }
        } }"#,
        "03": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000013", "plan": { "on": "2024-03-03" },
            "do": { "data": ["00000000-0000-4000-8000-000000000023", "00000000-0000-4000-8000-000000000021"] }
        } }"#,
        "04": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000021", "period": { "start": "2024-02-01", "end": "2024-02-29" } },
                { "id": "00000000-0000-4000-8000-000000000022", "period": { "start": "2024-03-01", "end": "2024-03-31" } },
                { "id": "00000000-0000-4000-8000-000000000023" }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000011", "plan": { "on": "2024-03" },
                "do": { "data": ["00000000-0000-4000-8000-000000000022"] }
            } }"#,
            "02": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
                "measurements": [
                    { "id": "00000000-0000-4000-8000-000000000022", "period": { "start": "2024-02-01", "end": "2024-02-29" } },
                    { "id": "00000000-0000-4000-8000-000000000023", "period": { "start": "2024-04-11", "end": "2024-04-30" } }
                ]
            } }"#,
            "03": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000012", "study": { "on": "2024-04-10" },
                "do": { "data": ["00000000-0000-4000-8000-000000000023"] }
            } }"#,
            "04": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000013", "plan": { "on": "2024-03" }, "study": { "on": "2024-04-10" },
                "do": { "data": ["00000000-0000-4000-8000-000000000023", "00000000-0000-4000-8000-000000000022"] }
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/cycle/do/data/0",
                "afprøvningen henviser kun til en måling (dokument 2), der slutter 29. februar 2024, men den blev først planlagt i marts 2024",
                "the test refers only to a measurement (document 2) that ends on 29 February 2024, but it was not planned until March 2024",
            ),
            not_met(
                "/documents/2/content/cycle/do/data/0",
                "afprøvningen henviser kun til en måling (dokument 2), der begynder 11. april 2024, men den var analyseret allerede 10. april 2024",
                "the test refers only to a measurement (document 2) that begins on 11 April 2024, but it had been studied by 10 April 2024",
            ),
            not_met(
                "/documents/3/content/cycle/do/data",
                "ingen af de 2 målinger, som afprøvningen henviser til, er fra tiden mellem planen og analysen",
                "none of the 2 measurements that the test refers to is from the time between its plan and its study",
            ),
        ],
    ),
];
