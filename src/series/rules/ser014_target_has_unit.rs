//! The target has the unit that is measured in.

use super::form::Form;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::announced_target,
    crate::{figure::Unit, rule::trial::Breaks, series::TargetLine, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER014,
    severity: Severity::Error,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, targets"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new("målet har den enhed, der måles i", "the target has the unit that is measured in"),
    why: Bilingual::new(
        "Serien modsiger sig selv: et mål i timer kan ikke holdes op mod målinger i dage.",
        "The series contradicts itself: a target in hours cannot be held against measurements in days.",
    ),
    remedy: Bilingual::new(
        "Angiv målet i målingernes enhed: procent for andele, antal for antal, og for rater eksponeringens enhed.",
        "State the target in the unit of the measurements: percent for shares, count for counts, and for rates the unit of the exposure.",
    ),
    example: Bilingual::new(
        "Målingerne er andele, og målet er 4 i antal.",
        "The measurements are shares, and the target is a count of 4.",
    ),
    requires: &[codes::SER005],
    ..Rule::DERIVED
};

message! {
    OtherUnit { stated: Bilingual, expected: Bilingual }
    "målets enhed er \"{stated}\", men til målingerne hører \"{expected}\"",
    "the unit of the target is \"{stated}\", but the measurements call for \"{expected}\"",
}

message! {
    UnitNamedOtherwise {}
    "målets enhed hedder noget andet end målingernes",
    "the unit of the target is called something else than that of the measurements",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.targets.is_empty() {
        return;
    }
    // Nothing is measured yet: there is no unit to fit.
    let Some(form) = Form::of_series(series) else { return };
    let list = at.key("targets");
    if !form.is_that_of_all(series) {
        cx.depends_on(&list, codes::SER005);
        return;
    }
    let unit = form.unit_of_target;
    for (n, target) in series.targets.iter().enumerate().filter(|(_, target)| target.unit != *unit) {
        let at = list.index(n);
        let (stated, expected) = (target.unit.label(), unit.label());
        if stated == expected {
            cx.not_met(&at.key("unit"), UnitNamedOtherwise {});
        } else {
            cx.not_met(&at.key("unit"), OtherUnit { stated, expected });
        }
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
            "målets enhed er \"antal\", men til målingerne hører \"%\"",
            "the unit of the target is \"count\", but the measurements call for \"%\"",
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
            "målets enhed hedder noget andet end målingernes",
            "the unit of the target is called something else than that of the measurements",
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
];
