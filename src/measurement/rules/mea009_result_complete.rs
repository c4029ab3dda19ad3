//! The result of a measurement states all its parts.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, refuses};
#[cfg(feature = "proptest")]
use crate::{
    figure::{Decimal, Unit},
    measurement::Observed,
    rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA009,
    requirements: &["R-144", "R-173"],
    sources: &[
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1–3"),
    ],
    title: Bilingual::new(
        "et måleresultat er fuldt oplyst: en andel har tæller og nævner, et tal har en enhed",
        "a result is fully stated: a share has its part and its whole, a figure has its unit",
    ),
    why: Bilingual::new(
        "Et tal uden enhed og en andel uden nævner kan ikke holdes op mod et måltal.",
        "A figure without its unit and a share without its whole cannot be compared with a target figure.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "»16 mål er SMARTE« – men det fremgår ikke, hvor mange mål der er i alt: kan ikke vurderes.",
        "“16 goals are SMARTE” – but it is not stated how many goals there are: cannot be assessed.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(result) = measurement.observed.as_ref().filter(|result| !result.is_complete()) {
        cx.all_stated(&at.key("observed").key(result.key()), result.parts());
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        let whole = Some(tape.within(0, u64::MAX));
        state(measurement, Observed::Share { part: None, whole });
    },
    |measurement, tape| {
        let part = Some(tape.within(0, u64::MAX));
        state(measurement, Observed::Share { part, whole: None });
    },
    |measurement, _| state(measurement, Observed::Count { count: None }),
    |measurement, _| state(measurement, Observed::Value { value: None, unit: Some(Unit::Days) }),
    |measurement, _| {
        state(measurement, Observed::Value { value: Some(Decimal::ZERO), unit: None });
    },
    |measurement, tape| {
        let unit = Some(Unit::Other { name: tape.unsaid().unwrap_or_default().into() });
        state(measurement, Observed::Value { value: Some(Decimal::ZERO), unit });
    },
    |measurement, _| {
        let (exposure, unit) = (Some(Decimal::ZERO), Some(Unit::Days));
        state(measurement, Observed::Rate { events: None, exposure, unit });
    },
    |measurement, tape| {
        let (events, unit) = (Some(tape.within(0, u64::MAX)), Some(Unit::Days));
        state(measurement, Observed::Rate { events, exposure: None, unit });
    },
    |measurement, tape| {
        let (events, exposure) = (Some(tape.within(0, u64::MAX)), Some(Decimal::HUNDRED));
        state(measurement, Observed::Rate { events, exposure, unit: None });
    },
    |measurement, _| {
        state(measurement, Observed::Subgroup { values: [Decimal::ZERO].into(), unit: None });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 0 } }
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 0 } } }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "value": { "value": "0", "unit": { "other": { "name": "kr. pr. døgn" } } } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "0", "unit": "days" } }
        }"#,
    ),
    // Another rule reports that there is no value.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "unit": "days" } } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 16 } } }"#,
        &[not_assessable(
            "/observed/share",
            "kan ikke vurderes; mangler: nævner",
            "cannot be assessed; missing: whole",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": {} } }"#,
        &[not_assessable(
            "/observed/share",
            "kan ikke vurderes; mangler: tæller, nævner",
            "cannot be assessed; missing: part, whole",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": {} } }"#,
        &[not_assessable(
            "/observed/count",
            "kan ikke vurderes; mangler: antal",
            "cannot be assessed; missing: count",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "4.2" } } }"#,
        &[not_assessable(
            "/observed/value",
            "kan ikke vurderes; mangler: resultatets enhed",
            "cannot be assessed; missing: unit of the result",
        )],
    ),
    // A unit without a name does not count as a unit.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "value": { "unit": { "other": { "name": " " } } } }
        }"#,
        &[not_assessable(
            "/observed/value",
            "kan ikke vurderes; mangler: resultatets tal, resultatets enhed",
            "cannot be assessed; missing: figure of the result, unit of the result",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": {} } }"#,
        &[not_assessable(
            "/observed/rate",
            "kan ikke vurderes; mangler: antal hændelser, hændelsernes tidsrum, resultatets enhed",
            "cannot be assessed; missing: number of events, exposure, unit of the result",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["1"] } }
        }"#,
        &[not_assessable(
            "/observed/subgroup",
            "kan ikke vurderes; mangler: resultatets enhed",
            "cannot be assessed; missing: unit of the result",
        )],
    ),
];
