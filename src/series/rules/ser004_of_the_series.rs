//! All measurements are of the indicator and the unit of the series.

use crate::codes;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, facts, message};
use crate::series::MeasurementSeries;
use crate::text::{Bilingual, Lang};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::change_first,
    crate::{organisation::OrgUnit, rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER004,
    severity: Severity::Error,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series")],
    title: Bilingual::new(
        "alle målinger er af seriens indikator og enhed",
        "all measurements are of the indicator and the unit of the series",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv, og forskellen mellem to enheder ser ud som en ændring over tid.",
        "The series contradicts itself, and the difference between two units looks like a change over time.",
    ),
    remedy: Bilingual::new(
        "Flyt målingen til den serie, den hører til, eller ret indikator eller enhed.",
        "Move the measurement to the series it belongs to, or correct the indicator or the unit.",
    ),
    example: Bilingual::new(
        "I serien for afdeling A ligger en måling fra afdeling B.",
        "The series of department A holds a measurement from department B.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherIndicator { series: Subject, measurement: Subject }
    "målingen er af indikatoren {measurement}, men serien er af {series}",
    "the measurement is of the indicator {measurement}, but the series is of {series}",
}

facts! {
    /// The measurement is of another unit than the series.
    struct OtherUnit {
        /// The unit of the series.
        series / "series": Subject,
        /// The unit of the measurement.
        measurement / "measurement": Subject,
    }
    message |facts, lang, f| {
        let (series, measurement) = (facts.series, facts.measurement);
        match lang {
            Lang::Da => write!(f, "målingen er fra enheden {measurement}, men serien er fra {series}"),
            Lang::En => write!(f, "the measurement is from the unit {measurement}, but the series is from {series}"),
        }
    }
}

const INDICATOR: Bilingual = Bilingual::new("indikator", "indicator");
const UNIT: Bilingual = Bilingual::new("indberettende enhed", "reporting unit");

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.measurements.is_empty() {
        return;
    }
    let (has_indicator, has_unit) = (series.indicator.is_some(), series.reporting_unit.is_some());
    cx.all_stated(at, [(has_indicator, INDICATOR), (has_unit, UNIT)]);
    let list = at.key("measurements");
    for (n, one) in series.measurements.iter().enumerate() {
        let at = list.item(n, one.id);
        let (indicator, unit) = (one.indicator.is_some(), one.reporting_unit.is_some());
        cx.all_stated(&at, [(indicator || !has_indicator, INDICATOR), (unit || !has_unit, UNIT)]);
        if let (Some(series), Some(measurement)) = (series.indicator, one.indicator)
            && series != measurement
        {
            let facts = OtherIndicator { series: series.subject(), measurement: measurement.subject() };
            cx.not_met(&at.key("indicator"), facts);
        }
        if let (Some(series), Some(measurement)) = (series.reporting_unit, one.reporting_unit)
            && series != measurement
        {
            let facts = OtherUnit { series: series.subject(), measurement: measurement.subject() };
            cx.not_met(&at.key("reportingUnit"), facts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| *series = MeasurementSeries { indicator: None, ..on_known_level(tape) },
    |series, tape| *series = MeasurementSeries { reporting_unit: None, ..on_known_level(tape) },
    |series, tape| {
        *series = on_known_level(tape);
        change_first(series, |one| one.indicator = Some(tape.spare_id(1)));
    },
    |series, tape| {
        *series = on_known_level(tape);
        // Of the kind that the series does not have.
        let unit = match series.reporting_unit {
            Some(OrgUnit::Service { .. }) => OrgUnit::Department { id: tape.spare_id(1) },
            _ => OrgUnit::Service { id: tape.spare_id(1) },
        };
        change_first(series, |one| one.reporting_unit = Some(unit));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Nothing is measured yet.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "indicator": "00000000-0000-4000-8000-000000000009",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } }
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "indicator": "00000000-0000-4000-8000-000000000009",
                    "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000003" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "indicator": "00000000-0000-4000-8000-000000000008",
                    "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000002" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/0/reportingUnit",
                "målingen er fra enheden service:00000000-0000-4000-8000-000000000003, \
                 men serien er fra service:00000000-0000-4000-8000-000000000002",
                "the measurement is from the unit service:00000000-0000-4000-8000-000000000003, \
                 but the series is from service:00000000-0000-4000-8000-000000000002",
            ),
            not_met(
                "/measurements/1/indicator",
                "målingen er af indikatoren 00000000-0000-4000-8000-000000000008, \
                 men serien er af 00000000-0000-4000-8000-000000000009",
                "the measurement is of the indicator 00000000-0000-4000-8000-000000000008, \
                 but the series is of 00000000-0000-4000-8000-000000000009",
            ),
            not_met(
                "/measurements/1/reportingUnit",
                "målingen er fra enheden department:00000000-0000-4000-8000-000000000002, \
                 men serien er fra service:00000000-0000-4000-8000-000000000002",
                "the measurement is from the unit department:00000000-0000-4000-8000-000000000002, \
                 but the series is from service:00000000-0000-4000-8000-000000000002",
            ),
        ],
    ),
    // What the series does not state is asked for once, not at each measurement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011" },
                { "id": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, indberettende enhed",
            "cannot be assessed; missing: indicator, reporting unit",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "indicator": "00000000-0000-4000-8000-000000000009"
            }]
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: indikator",
                "cannot be assessed; missing: indicator",
            ),
            not_assessable(
                "/measurements/0",
                "kan ikke vurderes; mangler: indberettende enhed",
                "cannot be assessed; missing: reporting unit",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [{ "id": "00000000-0000-4000-8000-000000000011" }]
        }"#,
        &[not_assessable(
            "/measurements/0",
            "kan ikke vurderes; mangler: indikator, indberettende enhed",
            "cannot be assessed; missing: indicator, reporting unit",
        )],
    ),
];
