//! A service has one target figure for an indicator at a time.

use alloc::vec::Vec;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Decimal;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::target_figure::TargetFigure;

pub(super) static RULE: Rule = Rule {
    code: codes::BUN006,
    requirements: &["R-025"],
    sources: &[SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et tilbud har samme måltal for en indikator i alle dokumenter",
        "a service has the same target figure for an indicator in all documents",
    ),
    why: Bilingual::new(
        "Måltallet aftales ét sted. Har to dokumenter hver sit for samme indikator og tid, er det uklart, hvilket tilbuddet skal nå.",
        "A figure is agreed in one place. If two documents differ for the same indicator and time, it is unclear which the service is to reach.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilket måltal der gælder, og brug det samme måltal med samme id begge steder.",
        "Find out which figure applies, and state that figure, with its id, in both places.",
    ),
    example: Bilingual::new(
        "Ifølge aftalen er måltallet højst 5 % sygefravær i marts, ifølge fællesskabet højst 4 %.",
        "The agreement says at most 5% sick leave in March, the community at most 4%.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherFigure { document: u64, parts: Vec<Bilingual> }
    "dokument {document} har et måltal for samme tilbud, indikator og tid, men ikke med samme {parts:og}",
    "document {document} has a figure for the same service, indicator and time, but not with the same {parts:and}",
}

message! {
    OtherValue { value: Decimal, other: Decimal, document: u64 }
    "måltallet er {value} her, men {other} i dokument {document} for samme tilbud, indikator og tid",
    "the figure is {value} here, but {other} in document {document} for the same service, indicator and time",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.figures.of_indicator_again {
        let document = crossing::number(clash.first);
        if let Some((other, value)) = clash.values {
            crossing.not_met(clash.place, clash.figure, at, cx, OtherValue { value, other, document });
        } else {
            let facts = OtherFigure { document, parts: clash.parts.clone() };
            crossing.not_met(clash.place, clash.figure, at, cx, facts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let (figure, other) = (added::figure(tape.spare_id(2), tape), added::figure(tape.spare_id(4), tape));
    added::community(figure, bundle, tape);
    added::community(TargetFigure { value: Some(Decimal::from(4)), ..other }, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Another time, another indicator, another service; and equal figures.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000014",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                    "value": "5", "measuredAt": { "date": { "on": "2024-03" } }
                }]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000012", "target": {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                    "value": "4", "measuredAt": { "date": { "on": "2025-03" } }
                } },
                { "service": "00000000-0000-4000-8000-000000000012", "target": {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000016" },
                    "value": "4", "measuredAt": { "date": { "on": "2024-03" } }
                } },
                { "service": "00000000-0000-4000-8000-000000000019", "target": {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                    "value": "4", "measuredAt": { "date": { "on": "2024-03" } }
                } },
                { "service": "00000000-0000-4000-8000-000000000012", "target": {
                    "id": "00000000-0000-4000-8000-000000000025",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                    "value": "5.0", "measuredAt": { "date": { "on": "2024-03" } }
                } }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000014",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                        "value": "5", "unit": "percent", "measuredAt": { "date": { "on": "2024-03" } }
                    }]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "targets": [{ "service": "00000000-0000-4000-8000-000000000012", "target": {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000015" },
                    "value": "4", "unit": { "other": { "name": "dage" } },
                    "measuredAt": { "date": { "on": "2024-03-31" } }
                } }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/community/targets/0/target",
            "dokument 1 har et måltal for samme tilbud, indikator og tid, men ikke med samme værdi og enhed",
            "document 1 has a figure for the same service, indicator and time, but not with the same value and unit",
        )],
    ),
    // One differs in several parts, and one by its value alone.
    refuses(
        bundle_of!(
            "01": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "targets": [{
                    "service": "00000000-0000-4000-8000-000000000012",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000022",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000015" }, "direction": "atLeast", "value": "4",
                        "unit": "percent", "measuredAt": { "date": { "on": "2024-03" } }
                    }
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "targets": [{
                    "service": "00000000-0000-4000-8000-000000000012",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000023",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000015" }, "direction": "atMost", "value": "5",
                        "unit": "percent", "measuredAt": { "date": { "on": "2024-03" } }
                    }
                }]
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000041",
                "targets": [{
                    "service": "00000000-0000-4000-8000-000000000012",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000024",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000015" }, "direction": "atLeast", "value": "4",
                        "unit": "percent", "measuredAt": { "date": { "on": "2024-03-10" } }
                    }
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/community/targets/0/target",
                "dokument 1 har et måltal for samme tilbud, indikator og tid, men ikke med samme retning og værdi",
                "document 1 has a figure for the same service, indicator and time, but not with the same direction and value",
            ),
            not_met(
                "/documents/2/content/community/targets/0/target",
                "dokument 2 har et måltal for samme tilbud, indikator og tid, men ikke med samme retning og værdi",
                "document 2 has a figure for the same service, indicator and time, but not with the same direction and value",
            ),
        ],
    ),
];
