//! The baseline of a target figure is what was measured then.

use crate::bundle::crossing::Seen;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Decimal;
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
    crate::figure::Unit,
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
    crate::target_figure::{Baseline, TargetFigure},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN028,
    basis: Basis::Form,
    requirements: &["R-149"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; targetFigure, baseline"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1-3"),
    ],
    title: Bilingual::new(
        "udgangspunktet for et måltal stemmer med den måleserie, hvor måltallet er tegnet ind som mål, og med tilbuddets eneste måling af indikatoren for samme tid",
        "the baseline of a target figure agrees with the series that has the figure as its target line, and with the only measurement of the service for the indicator and that time",
    ),
    why: Bilingual::new(
        "Er udgangspunktet et andet end det målte, ser forandringen større eller mindre ud, end den er.",
        "If the baseline is not what was measured, the change looks larger or smaller than it is.",
    ),
    remedy: Bilingual::new(
        "Se efter i målingen, og ret udgangspunktet eller målingen. Er der målt på andre, så skriv det i populationen.",
        "Look at the measurement, and correct the baseline or the measurement. If others were measured, say so in the population.",
    ),
    example: Bilingual::new(
        "Udgangspunktet for oktober er 64 %, men målingen for oktober er 27 af 50.",
        "The baseline of October is 64%, but the October measurement is 27 of 50.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherShare { value: Decimal, document: u64, part: u64, whole: u64 }
    "udgangspunktet er {value}, men målingen i dokument {document} for samme tid er {part} af {whole}",
    "the baseline is {value}, but the measurement in document {document} for the same time is {part} of {whole}",
}

message! {
    OtherResult { value: Decimal, document: u64, result: Decimal }
    "udgangspunktet er {value}, men målingen i dokument {document} for samme tid er {result}",
    "the baseline is {value}, but the measurement in document {document} for the same time is {result}",
}

/// What is not shown in one or two numbers is not judged.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.verdicts.differing_baselines() {
        let (place, figure) = (clash.place, clash.figure);
        let (document, value) = (crossing::number(clash.document), clash.value);
        match clash.seen {
            Seen::Share { part, whole } => {
                crossing.not_met(place, figure, at, cx, OtherShare { value, document, part, whole });
            }
            Seen::Figure(result) => {
                crossing.not_met(place, figure, at, cx, OtherResult { value, document, result });
            }
            Seen::Other => {}
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let on = PartialDate::of_month(2023, 10);
    let baseline =
        Baseline { value: Some(Decimal::from(64)), unit: Some(Unit::Percent), on, no_result: None };
    let figure = TargetFigure { baseline: Some(baseline), ..added::figure(tape.spare_id(2), tape) };
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    added::community(figure, bundle, tape);
    let measurement = Measurement {
        indicator,
        reporting_unit: Some(OrgUnit::from(tape.spare_id::<SocialService>(1))),
        period: on.map(Period::from),
        observed: Some(Observed::of_share(*tape.pick(&[27, 40]), 50)),
        ..Measurement::new(tape.spare_id(5))
    };
    added::document(measurement, bundle, tape);
}];

/// A figure of a service with a baseline of October 2023.
#[cfg(test)]
macro_rules! figure {
    ($value:literal, $unit:literal) => {
        concat!(
            r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000001",
                "service": { "id": "00000000-0000-4000-8000-000000000005" },
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000006", "targets": [{
                    "id": "00000000-0000-4000-8000-000000000002", "indicator": { "id": "00000000-0000-4000-8000-000000000003" },
                    "population": { "description": "Åbne delmål" }, "dataSource": "Overvågningen i 2024",
                    "baseline": { "value": ""#,
            $value,
            r#"", "unit": ""#,
            $unit,
            r#"", "on": "2023-10" } }] }] } }"#
        )
    };
}

#[cfg(test)]
macro_rules! measured {
    ($id:literal, $service:literal, $start:literal to $end:literal, $population:literal: $observed:literal) => {
        concat!(
            r#"{ "measurement": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "indicator": "00000000-0000-4000-8000-000000000003",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-00000000000"#,
            $service,
            r#"" } }, "period": { "start": ""#,
            $start,
            r#"", "end": ""#,
            $end,
            r#"" }, "population": ""#,
            $population,
            r#"", "dataSource": "Gennemgang", "observed": "#,
            $observed,
            " } }"
        )
    };
}

/// A series with the figure as its line, and 27 of 50 at that time.
#[cfg(test)]
macro_rules! series {
    ($start:literal to $end:literal) => {
        concat!(
            r#"{ "series": { "id": "00000000-0000-4000-8000-000000000004", "direction": "atLeast",
                "indicator": "00000000-0000-4000-8000-000000000003",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000005" } },
                "targets": [{ "value": "80", "unit": "percent", "targetFigure": "00000000-0000-4000-8000-000000000002" }],
                "measurements": [
                    { "id": "00000000-0000-4000-8000-000000000031", "period": { "start": "2023-12-01", "end": "2023-12-31" },
                        "observed": { "share": { "part": 41, "whole": 50 } } },
                    { "id": "00000000-0000-4000-8000-000000000032", "period": { "start": ""#,
            $start,
            r#"", "end": ""#,
            $end,
            r#"" }, "observed": { "share": { "part": 27, "whole": 50 } } }
                ] } }"#
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // 54.4% is 54% when rounded.
    accepts(bundle_of!(
        "01": figure!("54", "percent"),
        "02": measured!("11", "5", "2023-10-01" to "2023-10-31", "åbne delmål": r#"{ "share": { "part": 68, "whole": 125 } }"#),
    )),
    // Another service, time or population, and another unit.
    accepts(bundle_of!(
        "01": figure!("64", "percent"),
        "02": measured!("11", "9", "2023-10-01" to "2023-10-31", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
        "03": measured!("12", "5", "2023-11-01" to "2023-11-30", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
        "04": measured!("13", "5", "2023-10-01" to "2023-10-31", "Lukkede delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
    )),
    accepts(bundle_of!(
        "01": figure!("64", "days"),
        "02": measured!("11", "5", "2023-10-01" to "2023-10-31", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
    )),
    // Two measurements, and a year that has room for several.
    accepts(bundle_of!(
        "01": figure!("64", "percent"),
        "02": measured!("11", "5", "2023-10-01" to "2023-10-15", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
        "03": measured!("12", "5", "2023-10-16" to "2023-10-31", "Åbne delmål": r#"{ "share": { "part": 37, "whole": 50 } }"#),
    )),
    accepts(bundle_of!(
        "01": figure!("64", "percent"),
        "02": measured!("11", "5", "2023-01-01" to "2023-12-31", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
    )),
    // The measurement comes first; a share, and a figure.
    refuses(
        bundle_of!(
            "01": measured!("11", "5", "2023-10-01" to "2023-10-31", "Åbne delmål": r#"{ "share": { "part": 27, "whole": 50 } }"#),
            "02": figure!("64", "percent"),
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/targets/0/baseline/value",
            "udgangspunktet er 64, men målingen i dokument 1 for samme tid er 27 af 50",
            "the baseline is 64, but the measurement in document 1 for the same time is 27 of 50",
        )],
    ),
    refuses(
        bundle_of!(
            "01": figure!("6.5", "days"),
            "02": measured!("11", "5", "2023-10-01" to "2023-10-31", "Åbne delmål": r#"{ "value": { "value": "7.2", "unit": "days" } }"#),
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/targets/0/baseline/value",
            "udgangspunktet er 6,5, men målingen i dokument 2 for samme tid er 7,2",
            "the baseline is 6.5, but the measurement in document 2 for the same time is 7.2",
        )],
    ),
    // A series of months, whose line is the figure: the month, and not the months next to it or a quarter.
    accepts(bundle_of!("01": figure!("54", "percent"), "02": series!("2023-10-01" to "2023-10-31"))),
    accepts(bundle_of!("01": figure!("64", "percent"), "02": series!("2023-08-01" to "2023-10-31"))),
    accepts(bundle_of!("01": figure!("64", "percent"), "02": series!("2023-11-01" to "2023-11-30"))),
    refuses(
        bundle_of!("01": figure!("64", "percent"), "02": series!("2023-10-01" to "2023-10-31")),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/targets/0/baseline/value",
            "udgangspunktet er 64, men målingen i dokument 2 for samme tid er 27 af 50",
            "the baseline is 64, but the measurement in document 2 for the same time is 27 of 50",
        )],
    ),
];
