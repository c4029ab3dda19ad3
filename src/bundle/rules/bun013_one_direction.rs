//! An indicator moves in one direction in all documents, and is in percent in all of them or in none.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Direction;
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
    crate::date::{Interval, PartialDate, Period},
    crate::figure::Decimal,
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
    crate::series::{MeasurementSeries, Phase},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN013,
    basis: Basis::Form,
    requirements: &["R-173"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; direction; unit"),
        SourceRef::agreement("1.3.1"),
    ],
    title: Bilingual::new(
        "standardsæt, måleserie og måltal er enige om, hvilken vej en indikator skal gå, og måleserie og måltal om, hvorvidt den er i procent",
        "the standard set, the series and the target figure agree on which way an indicator is to move, and the series and the target figure on whether it is in percent",
    ),
    why: Bilingual::new(
        "Peger de hver sin vej, tæller den samme udvikling som en forbedring ét sted og som et tilbageskridt et andet. Om et måltal i procent er nået, kan ikke ses af antal, timer eller andet, der ikke er en andel.",
        "If they point in different directions, the same change counts as an improvement in one place and as a setback in the other. A target figure in percent cannot be judged by counts, hours or anything else that is not a share.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilken vej der er bedst, eller hvad der tælles, og ret det dokument, der er forkert. Tælles der noget andet, så giv det sit eget id.",
        "Find out which way is better, or what is counted, and correct the document that is wrong. If something else is counted, give it an id of its own.",
    ),
    example: Bilingual::new(
        "Måltallet er højst 5,5 % sygefravær; måleserien siger, at mere er bedre.",
        "The target is at most 5.5% sick leave; the series says that more is better.",
    ),
    ..Rule::DERIVED
};

message! {
    Turned { what: Bilingual, direction: Bilingual, document: u64 }
    "ifølge {what} er {direction} bedst, men dokument {document} siger det modsatte om samme indikator",
    "according to {what}, {direction} is better, but document {document} says the opposite about the same indicator",
}

message! {
    NotInPercent { document: u64 }
    "måleserien er ikke i procent, men det er tilbuddets måltal for samme indikator i dokument {document}",
    "the series is not in percent, but the target figure of the service for the same indicator in document {document} is",
}

message! {
    InPercent { document: u64 }
    "måleserien er i procent, men det er tilbuddets måltal for samme indikator i dokument {document} ikke",
    "the series is in percent, but the target figure of the service for the same indicator in document {document} is not",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.directions.again {
        let direction = match clash.direction {
            Direction::AtLeast => Bilingual::new("et højere tal", "a higher figure"),
            Direction::AtMost => Bilingual::new("et lavere tal", "a lower figure"),
        };
        let (what, document) = (clash.what, crossing::number(clash.first));
        crossing.not_met(clash.place, clash.subject, at, cx, Turned { what, direction, document });
    }
    for clash in crossing.directions.units_apart(&crossing.figures) {
        let (place, series, document) = (clash.place, clash.series, crossing::number(clash.document));
        if clash.is_percent {
            crossing.not_met(place, series, at, cx, NotInPercent { document });
        } else {
            crossing.not_met(place, series, at, cx, InPercent { document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let figure = added::figure(tape.spare_id(2), tape);
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        let series = MeasurementSeries::new(tape.spare_id(4), Direction::AtLeast);
        added::community(figure, bundle, tape);
        added::document(MeasurementSeries { indicator, ..series }, bundle, tape);
    },
    |bundle, tape| {
        let figure = added::figure(tape.spare_id(2), tape);
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        let reporting_unit = Some(OrgUnit::from(tape.spare_id::<SocialService>(1)));
        let measurement = Measurement {
            indicator,
            reporting_unit,
            period: PartialDate::of_month(2023, 11).map(Period::from),
            observed: Some(Observed::of_count(3)),
            ..Measurement::new(tape.spare_id(5))
        };
        let series = MeasurementSeries {
            indicator,
            reporting_unit,
            interval: Some(Interval::Month),
            measurements: [measurement].into(),
            phases: [Phase { centre: Some(Decimal::from(3)), ..Phase::default() }].into(),
            ..MeasurementSeries::new(tape.spare_id(4), Direction::AtMost)
        };
        added::community(figure, bundle, tape);
        added::document(series, bundle, tape);
    },
];

#[cfg(test)]
macro_rules! in_unit {
    ($id:literal, $service:literal, $indicator:literal, $observed:expr) => {
        concat!(
            r#"{ "series": { "direction": "atMost", "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "indicator": "00000000-0000-4000-8000-0000000000"#,
            $indicator,
            r#"", "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-0000000000"#,
            $service,
            r#"" } }, "measurements": [{ "id": "00000000-0000-4000-8000-0000000001"#,
            $id,
            r#"", "observed": "#,
            $observed,
            " }] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Two figures are compared by another rule, and what is not stated says nothing.
    accepts(bundle_of!(
        "01": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
            "direction": "atMost"
        } }"#,
        "02": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
            "direction": "atLeast"
        } }"#,
        "03": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }
        } }"#,
        "04": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000014", "indicator": "00000000-0000-4000-8000-000000000022",
            "direction": "atLeast"
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000011", "indicator": "00000000-0000-4000-8000-000000000021",
                "direction": "atLeast"
            } }"#,
            "02": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
                "direction": "atMost"
            } }"#,
            "03": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000013", "indicator": "00000000-0000-4000-8000-000000000021",
                "direction": "atLeast"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/targetFigure/direction",
                "ifølge måltallet er et lavere tal bedst, men dokument 1 siger det modsatte om samme indikator",
                "according to the target figure, a lower figure is better, but document 1 says the opposite about the same indicator",
            ),
            not_met(
                "/documents/2/content/series/direction",
                "ifølge måleserien er et højere tal bedst, men dokument 2 siger det modsatte om samme indikator",
                "according to the series, a higher figure is better, but document 2 says the opposite about the same indicator",
            ),
        ],
    ),
    // A share; of another service; a share and its number; and next to a measurement in percent.
    accepts(bundle_of!(
        "01": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000051", "target": {
                    "id": "00000000-0000-4000-8000-000000000011", "unit": "percent",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000021" }
                } },
                { "service": "00000000-0000-4000-8000-000000000051", "target": {
                    "id": "00000000-0000-4000-8000-000000000012", "unit": "percent",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000022" }
                } },
                { "service": "00000000-0000-4000-8000-000000000051", "target": {
                    "id": "00000000-0000-4000-8000-000000000013", "unit": "count",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000022" }
                } },
                { "service": "00000000-0000-4000-8000-000000000051", "target": {
                    "id": "00000000-0000-4000-8000-000000000014", "unit": "percent",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000023" }
                } }
            ]
        } }"#,
        "02": in_unit!("31", "51", "21", r#"{ "share": { "part": 3, "whole": 9 } }"#),
        "03": in_unit!("32", "52", "21", r#"{ "count": { "count": 3 } }"#),
        "04": in_unit!("33", "51", "22", r#"{ "count": { "count": 3 } }"#),
        "05": in_unit!("34", "51", "23", r#"{ "count": { "count": 3 } }"#),
        "06": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000045", "indicator": "00000000-0000-4000-8000-000000000023",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000051" } },
            "observed": { "value": { "value": "31", "unit": "percent" } }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": in_unit!("31", "51", "21", r#"{ "value": { "value": "31.5", "unit": "hours" } }"#),
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000001",
                "targets": [
                    { "service": "00000000-0000-4000-8000-000000000051", "target": {
                        "id": "00000000-0000-4000-8000-000000000011", "unit": "percent",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000021" }
                    } },
                    { "service": "00000000-0000-4000-8000-000000000051", "target": {
                        "id": "00000000-0000-4000-8000-000000000012", "unit": "days",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000022" }
                    } }
                ]
            } }"#,
            "03": in_unit!("32", "51", "22", r#"{ "share": { "part": 3, "whole": 9 } }"#),
        ),
        &[
            not_met(
                "/documents/0/content/series",
                "måleserien er ikke i procent, men det er tilbuddets måltal for samme indikator i dokument 2",
                "the series is not in percent, but the target figure of the service for the same indicator in document 2 is",
            ),
            not_met(
                "/documents/2/content/series",
                "måleserien er i procent, men det er tilbuddets måltal for samme indikator i dokument 2 ikke",
                "the series is in percent, but the target figure of the service for the same indicator in document 2 is not",
            ),
        ],
    ),
    // The figure of its own target line, next to a measurement in percent; and once, with two such lines.
    refuses(
        bundle_of!(
            "01": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000011", "unit": "percent",
                "indicator": { "id": "00000000-0000-4000-8000-000000000021" }
            } }"#,
            "02": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
                "indicator": "00000000-0000-4000-8000-000000000021",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000051" } },
                "measurements": [{ "id": "00000000-0000-4000-8000-000000000131", "observed": { "count": { "count": 3 } } }],
                "targets": [
                    { "value": "5", "unit": "count", "targetFigure": "00000000-0000-4000-8000-000000000011" },
                    { "value": "4", "unit": "count", "from": "2024-01-01", "targetFigure": "00000000-0000-4000-8000-000000000011" }
                ]
            } }"#,
            "03": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000045", "indicator": "00000000-0000-4000-8000-000000000021",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000051" } },
                "observed": { "value": { "value": "31", "unit": "percent" } }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/series",
            "måleserien er ikke i procent, men det er tilbuddets måltal for samme indikator i dokument 1",
            "the series is not in percent, but the target figure of the service for the same indicator in document 1 is",
        )],
    ),
];
