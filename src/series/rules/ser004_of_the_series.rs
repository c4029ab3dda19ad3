//! All measurements are of the indicator and the reporting unit of the series.

use crate::codes;
use crate::id::Subject;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::change_first,
    crate::{rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER004,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series")],
    title: Bilingual::new(
        "alle målinger gælder seriens indikator og indberettende enhed",
        "all measurements are of the indicator and the reporting unit of the series",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv, og forskellen mellem to afdelinger kan komme til at ligne en ændring over tid.",
        "The series contradicts itself, and the difference between two departments can look like a change over time.",
    ),
    remedy: Bilingual::new(
        "Flyt målingen til den serie, den hører til, eller ret dens indikator eller indberettende enhed.",
        "Move the measurement to the series it belongs to, or correct its indicator or reporting unit.",
    ),
    example: Bilingual::new(
        "Serien for afdeling A indeholder en måling fra afdeling B.",
        "The series of department A contains a measurement from department B.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherIndicator { series: Subject, measurement: Subject }
    "målingen gælder en anden indikator end serien",
    "the indicator of the measurement is not that of the series",
}

message! {
    OtherUnit { unit: Bilingual, series: Subject, measurement: Subject }
    "målingen er fra {unit} end serien",
    "the measurement is from {unit}, not from that of the series",
}

message! {
    OtherLevel { found: Bilingual, expected: Bilingual, series: Subject, measurement: Subject }
    "målingen er fra {found}, men serien er fra {expected}",
    "the measurement is from {found}, but the series is from {expected}",
}

/// A unit of that level, and another one.
const fn one_and_another(unit: OrgUnit) -> (Bilingual, Bilingual) {
    match unit {
        OrgUnit::Operator { .. } => (
            Bilingual::new("en driftsherre", "an operator"),
            Bilingual::new("en anden driftsherre", "another operator"),
        ),
        OrgUnit::Area { .. } => (
            Bilingual::new("et specialområde", "a specialised area"),
            Bilingual::new("et andet specialområde", "another specialised area"),
        ),
        OrgUnit::Service { .. } => {
            (Bilingual::new("et tilbud", "a service"), Bilingual::new("et andet tilbud", "another service"))
        }
        OrgUnit::Department { .. } => (
            Bilingual::new("en afdeling", "a department"),
            Bilingual::new("en anden afdeling", "another department"),
        ),
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
        if (one.indicator, one.reporting_unit) == (series.indicator, series.reporting_unit) {
            continue;
        }
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
            let at = at.key("reportingUnit");
            let ((found, another), (expected, _)) = (one_and_another(measurement), one_and_another(series));
            let (series, measurement) = (series.subject(), measurement.subject());
            if found == expected {
                cx.not_met(&at, OtherUnit { unit: another, series, measurement });
            } else {
                cx.not_met(&at, OtherLevel { found, expected, series, measurement });
            }
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
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
    "indicator": "00000000-0000-4000-8000-000000000009",
    "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
    "measurements": [{
        "id": "00000000-0000-4000-8000-000000000011",
        "indicator": "00000000-0000-4000-8000-000000000009",
        "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } }
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Nothing is measured yet.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(SERIES),
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
                "målingen er fra et andet tilbud end serien",
                "the measurement is from another service, not from that of the series",
            ),
            not_met(
                "/measurements/1/indicator",
                "målingen gælder en anden indikator end serien",
                "the indicator of the measurement is not that of the series",
            ),
            not_met(
                "/measurements/1/reportingUnit",
                "målingen er fra en afdeling, men serien er fra et tilbud",
                "the measurement is from a department, but the series is from a service",
            ),
        ],
    ),
    // On every level.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "indicator": "00000000-0000-4000-8000-000000000009",
                    "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000003" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "indicator": "00000000-0000-4000-8000-000000000009",
                    "reportingUnit": { "area": { "id": "00000000-0000-4000-8000-000000000002" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/0/reportingUnit",
                "målingen er fra en anden afdeling end serien",
                "the measurement is from another department, not from that of the series",
            ),
            not_met(
                "/measurements/1/reportingUnit",
                "målingen er fra et specialområde, men serien er fra en afdeling",
                "the measurement is from a specialised area, but the series is from a department",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "area": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "indicator": "00000000-0000-4000-8000-000000000009",
                    "reportingUnit": { "area": { "id": "00000000-0000-4000-8000-000000000003" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "indicator": "00000000-0000-4000-8000-000000000009",
                    "reportingUnit": { "operator": { "id": "00000000-0000-4000-8000-000000000002" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/0/reportingUnit",
                "målingen er fra et andet specialområde end serien",
                "the measurement is from another specialised area, not from that of the series",
            ),
            not_met(
                "/measurements/1/reportingUnit",
                "målingen er fra en driftsherre, men serien er fra et specialområde",
                "the measurement is from an operator, but the series is from a specialised area",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "indicator": "00000000-0000-4000-8000-000000000009",
            "reportingUnit": { "operator": { "id": "00000000-0000-4000-8000-000000000002" } },
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "indicator": "00000000-0000-4000-8000-000000000009",
                "reportingUnit": { "operator": { "id": "00000000-0000-4000-8000-000000000003" } }
            }]
        }"#,
        &[not_met(
            "/measurements/0/reportingUnit",
            "målingen er fra en anden driftsherre end serien",
            "the measurement is from another operator, not from that of the series",
        )],
    ),
    // If a series states only its indicator, each measurement needs only that.
    refuses_with(
        SERIES,
        r#"{ "/reportingUnit": null, "/measurements/0/indicator": null }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: indberettende enhed",
                "cannot be assessed; missing: reporting unit",
            ),
            not_assessable(
                "/measurements/0",
                "kan ikke vurderes; mangler: indikator",
                "cannot be assessed; missing: indicator",
            ),
        ],
    ),
    // What the series does not state is reported once, not at each measurement.
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
    refuses_with(
        SERIES,
        r#"{ "/indicator": null, "/measurements/0/reportingUnit": null }"#,
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
    refuses_with(
        SERIES,
        r#"{ "/measurements": [{ "id": "00000000-0000-4000-8000-000000000011" }] }"#,
        &[not_assessable(
            "/measurements/0",
            "kan ikke vurderes; mangler: indikator, indberettende enhed",
            "cannot be assessed; missing: indicator, reporting unit",
        )],
    ),
    // The series does not say of what it is, so that it need not be said of a measurement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000003" } }
                },
                { "id": "00000000-0000-4000-8000-000000000012", "indicator": "00000000-0000-4000-8000-000000000008" },
                { "id": "00000000-0000-4000-8000-000000000013" }
            ]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, indberettende enhed",
            "cannot be assessed; missing: indicator, reporting unit",
        )],
    ),
    // Only the indicator is another.
    refuses_with(
        SERIES,
        r#"{ "/measurements/0/indicator": "00000000-0000-4000-8000-000000000008" }"#,
        &[not_met(
            "/measurements/0/indicator",
            "målingen gælder en anden indikator end serien",
            "the indicator of the measurement is not that of the series",
        )],
    ),
];
