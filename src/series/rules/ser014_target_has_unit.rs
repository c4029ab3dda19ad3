//! The target is stated in the unit of the measurements.

use super::form::Form;
use crate::codes;
use crate::figure::Unit;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::announced_target,
    crate::{rule::trial::Breaks, series::TargetLine, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER014,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, targets"),
        SourceRef::new(SourceDocument::RKKP_MEASURES, "4.2.1"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer"),
    ],
    title: Bilingual::new(
        "målet er angivet i samme enhed som målingerne",
        "the target is stated in the same unit as the measurements",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv: målinger i dage kan ikke holdes op imod et mål i timer.",
        "The series contradicts itself: measurements in days cannot be compared with a target in hours.",
    ),
    remedy: Bilingual::new(
        "Angiv målet i målingernes enhed: procent for andele, antal for antal og, når der måles i rater, hændelser pr. enhed, fx 0,01 fald pr. beboerdøgn.",
        "State the target in the unit of the measurements: percent for shares, a count for counts, and for rates events per unit of exposure, such as 0.01 falls per resident day.",
    ),
    example: Bilingual::new(
        "Målingerne er andele, men målet er et antal på 4.",
        "The measurements are shares, but the target is a count of 4.",
    ),
    requires: &[codes::SER005],
    ..Rule::DERIVED
};

message! {
    OtherUnit { stated: Bilingual, expected: Bilingual }
    "målet er angivet {stated}, men målingerne er angivet {expected}",
    "the target is stated {stated}, but the measurements are stated {expected}",
}

message! {
    UnitNamedOtherwise {}
    "målets enhed hedder noget andet end målingernes enhed",
    "the unit of the target has another name than that of the measurements",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.targets.is_empty() {
        return;
    }
    // Nothing is measured yet: there is no unit to fit.
    let Some(form) = Form::of_series(series) else { return };
    let list = at.key("targets");
    if !Form::is_one_in(series) {
        cx.depends_on(&list, codes::SER005);
        return;
    }
    let unit = form.unit_of_target;
    for (n, target) in series.targets.iter().enumerate().filter(|(_, target)| target.unit != *unit) {
        let at = list.index(n);
        let at = at.key("unit");
        let (stated, expected) = if form.is_rate() {
            (target_of_rate(&target.unit), of_rate(unit))
        } else {
            (target.unit.in_words(), unit.in_words())
        };
        if stated == expected {
            cx.not_met(&at, UnitNamedOtherwise {});
        } else {
            cx.not_met(&at, OtherUnit { stated, expected });
        }
    }
}

/// How the figures of rates are stated, by the unit of the exposure.
const fn of_rate(unit: &Unit) -> Bilingual {
    match unit {
        Unit::Days => Bilingual::new("som hændelser pr. dag", "as events per day"),
        Unit::Hours => Bilingual::new("som hændelser pr. time", "as events per hour"),
        Unit::Points => Bilingual::new("som hændelser pr. point", "as events per point"),
        Unit::Percent | Unit::Count => Bilingual::new("som hændelser pr. enhed", "as events per unit"),
        Unit::Other { .. } => {
            Bilingual::new("som hændelser pr. en anden enhed", "as events per another unit")
        }
    }
}

/// How a target of rates is stated. A target in percent or as a count is not a rate.
const fn target_of_rate(unit: &Unit) -> Bilingual {
    match unit {
        Unit::Percent | Unit::Count => unit.in_words(),
        unit => of_rate(unit),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    *series = on_known_level(tape);
    let target = announced_target(series);
    let unit = if target.unit == Unit::Points { Unit::Percent } else { Unit::Points };
    series.targets.push(TargetLine { unit, ..target });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Nothing is measured yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "targets": [{ "value": "4", "unit": "points" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "share": { "part": 1, "whole": 2 } }
            }],
            "targets": [{ "value": "80", "unit": "percent" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011", "observed": { "count": { "count": 4 } }
            }],
            "targets": [{ "value": "4", "unit": "count" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "value": { "value": "4", "unit": "hours" } }
            }],
            "targets": [{ "value": "4", "unit": "hours" }]
        }"#,
    ),
    // The unit of a rate is that of its exposure.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "rate": { "events": 1, "exposure": "30", "unit": "days" } }
            }],
            "targets": [{ "value": "0.1", "unit": "days" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "subgroup": { "values": ["4"], "unit": { "other": { "name": "kr." } } } }
            }],
            "targets": [{ "value": "4", "unit": { "other": { "name": "kr." } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "share": { "part": 1, "whole": 2 } }
            }],
            "targets": [{ "value": "80", "unit": "percent" }, { "value": "4", "unit": "count" }]
        }"#,
        &[not_met(
            "/targets/1/unit",
            "målet er angivet som et antal, men målingerne er angivet i procent",
            "the target is stated as a count, but the measurements are stated in percent",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "rate": { "events": 1, "exposure": "30", "unit": "days" } }
            }],
            "targets": [{ "value": "0.1", "unit": "hours" }]
        }"#,
        &[not_met(
            "/targets/0/unit",
            "målet er angivet som hændelser pr. time, men målingerne er angivet som hændelser pr. dag",
            "the target is stated as events per hour, but the measurements are stated as events per day",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "value": { "value": "4", "unit": { "other": { "name": "kr." } } } }
            }],
            "targets": [{ "value": "4", "unit": { "other": { "name": "tkr." } } }]
        }"#,
        &[not_met(
            "/targets/0/unit",
            "målets enhed hedder noget andet end målingernes enhed",
            "the unit of the target has another name than that of the measurements",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "observed": { "count": { "count": 4 } } },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "value": { "value": "4", "unit": "days" } }
                }
            ],
            "targets": [{ "value": "4", "unit": "points" }]
        }"#,
        &[not_evaluated("/targets", "SER005")],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "value": { "value": "4", "unit": { "other": { "name": "kr." } } } }
            }],
            "targets": [{ "value": "4", "unit": { "other": { "name": "Kr. " } } }]
        }"#,
    ),
];
