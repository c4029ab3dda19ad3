//! All measurements of a series have the same form and unit of measurement.

use super::form::Form;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::change_first,
    crate::{figure::Unit, measurement::Observed, rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER005,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer"),
    ],
    title: Bilingual::new(
        "alle målinger i en serie har samme form og samme måleenhed",
        "all measurements of a series have the same form and the same unit of measurement",
    ),
    why: Bilingual::new(
        "En andel og et antal, eller dage og timer, kan ikke vises på samme akse.",
        "A share and a count, or days and hours, cannot be shown on one axis.",
    ),
    remedy: Bilingual::new(
        "Omregn målingen, så den har seriens form, fx en andel til procent, hvis de andre målinger kun kendes i procent. Ellers flyt den til en serie for sig.",
        "Convert the measurement to the form of the series, such as a share to percent if the others are known only as percentages. Otherwise move it to a series of its own.",
    ),
    example: Bilingual::new(
        "Målingerne for de første elleve måneder er andele, men målingen for december er et antal.",
        "The measurements of the first eleven months are shares, but that of December is a count.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherForm { first: Bilingual, found: Bilingual }
    "målingen er {found}, men seriens første måling er {first}",
    "the measurement is {found}, but the first one of the series is {first}",
}

message! {
    OtherUnit { first: Bilingual, found: Bilingual }
    "målingen er angivet {found}, men seriens første måling er angivet {first}",
    "the measurement is stated {found}, but the first one of the series is stated {first}",
}

message! {
    OtherExposure { first: Bilingual, found: Bilingual }
    "målingens tidsrum er angivet {found}, men i seriens første måling er det angivet {first}",
    "the exposure of the measurement is stated {found}, but in the first one of the series it is stated {first}",
}

message! {
    UnitNamedOtherwise {}
    "målingens enhed hedder noget andet end enheden i seriens første måling",
    "the unit of the measurement has another name than that of the first measurement",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Most series have one form. If there are several, the first in time decides which is meant.
    if Form::is_one_in(series) {
        return;
    }
    let Some(first) = Form::of_series(series) else { return };
    let list = at.key("measurements");
    for (n, one) in series.measurements.iter().enumerate() {
        let Some(found) = Form::of_measurement(one).filter(|found| !found.is(&first)) else { continue };
        let at = list.item(n, one.id);
        let at = at.key("observed");
        if !found.is_named_as(&first) {
            cx.not_met(&at, OtherForm { first: first.label(), found: found.label() });
        } else if let (Some(first), Some(unit)) = (first.unit, found.unit) {
            let at = at.key(found.key());
            let at = at.key("unit");
            let (first, is_rate, found) = (first.in_words(), found.is_rate(), unit.in_words());
            if first == found {
                cx.not_met(&at, UnitNamedOtherwise {});
            } else if is_rate {
                cx.not_met(&at, OtherExposure { first, found });
            } else {
                cx.not_met(&at, OtherUnit { first, found });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| {
        *series = on_known_level(tape);
        change_first(series, |first| first.observed = first.observed.as_ref().map(in_another_form));
    },
    |series, tape| {
        *series = on_known_level(tape);
        change_first(series, |first| match &mut first.observed {
            Some(
                Observed::Value { unit, .. } | Observed::Rate { unit, .. } | Observed::Subgroup { unit, .. },
            ) => {
                // Units in which any value is possible.
                let other = Unit::Other { name: "kr.".into() };
                *unit = Some(if *unit == Some(Unit::Points) { other } else { Unit::Points });
            }
            without_unit => *without_unit = without_unit.as_ref().map(in_another_form),
        });
    },
];

#[cfg(feature = "proptest")]
const fn in_another_form(observed: &Observed) -> Observed {
    match observed {
        Observed::Count { .. } => Observed::of_share(0, 1),
        _ => Observed::of_count(0),
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // A measurement without a result has no form.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011" },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "value": { "value": "4", "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "observed": { "value": { "value": "5", "unit": "days" } }
                }
            ]
        }"#,
    ),
    // One unit, in other capitals.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "observed": { "value": { "value": "4", "unit": { "other": { "name": "kr. pr. døgn" } } } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "value": { "value": "5", "unit": { "other": { "name": "Kr. pr.  døgn " } } } }
                }
            ]
        }"#,
    ),
    // A unit that is not stated does not differ, and the first that is stated counts.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "value": { "value": "4" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "value": { "value": "5", "unit": "days" } }
                }
            ]
        }"#,
    ),
    // The first is the first in time, wherever it is in the list.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "observed": { "value": { "value": "4", "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "share": { "part": 1, "whole": 2 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "subgroup": { "values": ["4"], "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "rate": { "events": 4, "exposure": "1", "unit": "days" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/0/observed",
                "målingen er en enkelt værdi, men seriens første måling er et antal",
                "the measurement is a single value, but the first one of the series is a count",
            ),
            not_met(
                "/measurements/1/observed",
                "målingen er en andel, men seriens første måling er et antal",
                "the measurement is a share, but the first one of the series is a count",
            ),
            not_met(
                "/measurements/2/observed",
                "målingen er en stikprøve, men seriens første måling er et antal",
                "the measurement is a subgroup, but the first one of the series is a count",
            ),
            not_met(
                "/measurements/4/observed",
                "målingen er en rate, men seriens første måling er et antal",
                "the measurement is a rate, but the first one of the series is a count",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "observed": { "rate": { "events": 4, "exposure": "1", "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "rate": { "events": 4, "exposure": "1", "unit": "hours" } }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/observed/rate/unit",
            "målingens tidsrum er angivet i timer, men i seriens første måling er det angivet i dage",
            "the exposure of the measurement is stated in hours, but in the first one of the series it is stated in \
             days",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "observed": { "value": { "value": "4", "unit": "percent" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "value": { "value": "4", "unit": "count" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "observed": { "value": { "value": "4", "unit": "points" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "observed": { "value": { "value": "4", "unit": { "other": { "name": "kr." } } } }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/1/observed/value/unit",
                "målingen er angivet som et antal, men seriens første måling er angivet i procent",
                "the measurement is stated as a count, but the first one of the series is stated in percent",
            ),
            not_met(
                "/measurements/2/observed/value/unit",
                "målingen er angivet i point, men seriens første måling er angivet i procent",
                "the measurement is stated in points, but the first one of the series is stated in percent",
            ),
            not_met(
                "/measurements/3/observed/value/unit",
                "målingen er angivet i en anden enhed, men seriens første måling er angivet i procent",
                "the measurement is stated in another unit, but the first one of the series is stated in percent",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "observed": { "value": { "value": "4", "unit": { "other": { "name": "kr." } } } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "observed": { "value": { "value": "4", "unit": { "other": { "name": "tkr." } } } }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/observed/value/unit",
            "målingens enhed hedder noget andet end enheden i seriens første måling",
            "the unit of the measurement has another name than that of the first measurement",
        )],
    ),
];
