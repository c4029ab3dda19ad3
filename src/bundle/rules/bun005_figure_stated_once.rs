//! A target figure is the same in every document that states it.

use alloc::vec::Vec;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Decimal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
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
use {
    crate::body::Forum,
    crate::date::PartialDate,
    crate::figure::{Direction, Unit},
    crate::series::{MeasurementSeries, TargetLine},
    crate::target_figure::{Baseline, TargetFigure, TargetState},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN005,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, target figures")],
    title: Bilingual::new(
        "et måltal står ens i alle dokumenter: tilbud, retning, værdi, enhed, måletidspunkt, status, indikator, udgangspunkt, hvem der aftaler det og hvornår, og om det er ens for alle tilbud",
        "a target figure is the same in all documents: service, direction, value, unit, measuring time, status, indicator, baseline, who agrees it and when, and whether it is the same for all services",
    ),
    why: Bilingual::new(
        "Står det samme måltal forskelligt to steder, kan ingen afgøre, om det er nået. Status sammenlignes kun, når den er opfyldt eller ikke opfyldt, for det ene dokument kan være ældre end det andet. Aftaledatoen sammenlignes kun, hvis måltallet i begge dokumenter er aftalt én gang, og tilbuddet kun, hvis måltallet ikke er ens for alle. Tekster kan stå med andre ord og sammenlignes ikke.",
        "If the same figure is stated differently in two places, nobody can decide whether it is reached. The status is compared only where it is met or not met, since one document can be older than the other. The day of agreement is compared only if the figure was agreed once in both documents, and the service only if it is not the same for all. Texts can be worded differently and are not compared.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvad der er aftalt, og ret det dokument, der er forkert. Er det to måltal, så giv dem hver sit id og hver sin indikator, population eller måletid, og lad måleserien henvise til det rigtige.",
        "Find out what was agreed, and correct the document that is wrong. If they are two figures, give each an id of its own and an indicator, population or measuring time of its own, and let the series refer to the right one.",
    ),
    example: Bilingual::new(
        "Ifølge aftalen er måltallet mindst 80 %, ifølge forbedringsfællesskabet mindst 90 %.",
        "The agreement says at least 80%, the improvement community at least 90%.",
    ),
    ..Rule::DERIVED
};

message! {
    StatedOtherwise { document: u64, parts: Vec<Bilingual> }
    "måltallet står også i dokument {document}, men ikke med samme {parts:og}",
    "the figure is also stated in document {document}, but not with the same {parts:and}",
}

message! {
    OtherValue { value: Decimal, other: Decimal, document: u64 }
    "måltallet er {value} her, men {other} i dokument {document}",
    "the figure is {value} here, but {other} in document {document}",
}

message! {
    OthersAgree { document: u64 }
    "måltallet står også i dokument {document}, men dér er det andre, der aftaler det",
    "the figure is also stated in document {document}, but others agree it there",
}

message! {
    SameForAllInOne { document: u64 }
    "måltallet står også i dokument {document}, men kun det ene sted er det ens for alle tilbud",
    "the figure is also stated in document {document}, but is the same for all services in only one of the two",
}

message! {
    OtherLine { value: Decimal, other: Decimal, document: u64 }
    "målet i måleserien er {value}, men det måltal, det kommer fra, er {other} i dokument {document}",
    "the target line is {value}, but the figure that it comes from is {other} in document {document}",
}

/// Two times differ if they have no day in common: November and 30 November do not.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.figures.by_id_again {
        let document = crossing::number(clash.first);
        if let Some((other, value)) = clash.values {
            crossing.not_met(clash.place, clash.figure, at, cx, OtherValue { value, other, document });
        } else if !clash.parts.is_empty() {
            let facts = StatedOtherwise { document, parts: clash.parts.clone() };
            crossing.not_met(clash.place, clash.figure, at, cx, facts);
        }
        if let Some(document) = clash.agreed_by.map(crossing::number) {
            crossing.not_met(clash.place, clash.figure, at, cx, OthersAgree { document });
        }
        if let Some(document) = clash.same_for_all.map(crossing::number) {
            crossing.not_met(clash.place, clash.figure, at, cx, SameForAllInOne { document });
        }
    }
    for line in crossing.figures.differing_lines() {
        let (value, other, document) = (line.value, line.other, crossing::number(line.first));
        crossing.not_met(line.place, line.figure, at, cx, OtherLine { value, other, document });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let mut figure = added::figure(tape.spare_id(2), tape);
        let baseline = |value: u32| {
            let (value, unit) = (Some(Decimal::from(value)), Some(Unit::Percent));
            Some(Baseline { value, unit, on: PartialDate::of_year(2022), no_result: None })
        };
        let other = match tape.below(6) {
            0 => TargetFigure { value: Some(Decimal::from(6)), ..figure.clone() },
            1 => TargetFigure { direction: Some(Direction::AtLeast), ..figure.clone() },
            2 => TargetFigure { unit: Some(Unit::Other { name: "dage".into() }), ..figure.clone() },
            3 => {
                figure.baseline = baseline(9);
                TargetFigure { baseline: baseline(8), ..figure.clone() }
            }
            4 => TargetFigure { agreed_by: Some(Forum::Community { body: None }), ..figure.clone() },
            _ => TargetFigure { measured_at: added::month(4), ..figure.clone() },
        };
        added::community(figure, bundle, tape);
        added::community(other, bundle, tape);
    },
    |bundle, tape| {
        let figure = added::figure(tape.spare_id(2), tape);
        let line =
            TargetLine { target_figure: Some(figure.id), ..TargetLine::new(Decimal::from(6), Unit::Percent) };
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        let series = MeasurementSeries::new(tape.spare_id(4), Direction::AtMost);
        added::community(figure, bundle, tape);
        added::document(MeasurementSeries { indicator, targets: [line].into(), ..series }, bundle, tape);
    },
    |bundle, tape| {
        for state in [TargetState::Met, TargetState::NotMet] {
            let (state, measured_at) = (Some(state), added::month_of(2023, 11));
            let figure = added::figure(tape.spare_id(2), tape);
            added::community(TargetFigure { measured_at, state, ..figure }, bundle, tape);
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The agreement of the next year asks for more, and the community for as much.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "targets": [{
                    "id": "00000000-0000-4000-8000-0000000000b1", "value": "80",
                    "measuredAt": { "date": { "on": "2024-11" } }
                }]
            }]
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021", "year": 2025,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000023",
                "targets": [{
                    "id": "00000000-0000-4000-8000-0000000000b1", "value": "85",
                    "measuredAt": { "date": { "on": "2025-11" } }
                }]
            }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031",
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000032",
                "target": {
                    "id": "00000000-0000-4000-8000-0000000000b1", "value": "85",
                    "measuredAt": { "date": { "on": "2025-11" } }
                }
            }]
        } }"#,
    )),
    // The same number, the same month, and what only one of them states.
    accepts(bundle_of!(
        "01": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012",
            "direction": "atLeast", "value": "80", "unit": "percent", "measuredAt": { "date": { "on": "2024-11" } }
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000022",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "value": "80.0", "measuredAt": { "date": { "on": "2024-11-30" } }
                }]
            }]
        } }"#,
    )),
    // One document is older; met by one and not met by the other.
    refuses(
        bundle_of!(
            "01": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "state": "agreed" } }"#,
            "02": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "state": "met" } }"#,
            "03": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "state": "notMet" } }"#,
        ),
        &[not_met(
            "/documents/2/content/targetFigure",
            "måltallet står også i dokument 2, men ikke med samme status",
            "the figure is also stated in document 2, but not with the same status",
        )],
    ),
    // The same baseline, day and body, as far as both say; agreed once more; other words.
    accepts(bundle_of!(
        "01": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "agreedBy": { "community": {} },
            "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "sygefravær" },
            "baseline": { "value": "7", "on": "2024-11" }, "dataSource": "lønsystemet",
            "history": [{ "state": "agreed", "on": "2024-02" }]
        } }"#,
        "02": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012",
            "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000022" } },
            "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "andel sygedage" },
            "baseline": { "value": "7.0", "unit": "percent", "on": "2024-11-30" }, "dataSource": "personalesystemet",
            "history": [{ "state": "agreed", "on": "2024-02-20" }]
        } }"#,
        "03": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "baseline": { "unit": "days", "on": "2023" },
            "history": [{ "state": "agreed", "on": "2024-02-20" }, { "state": "agreed", "on": "2024-06-12" }]
        } }"#,
        "04": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "history": [{ "state": "agreed" }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "sameForAll": true,
                "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000022" } },
                "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
                "baseline": { "value": "7", "unit": "percent", "on": "2024-11" },
                "history": [{ "state": "toBeAgreed", "on": "2024-01-07" }, { "state": "agreed", "on": "2024-02-20" }]
            } }"#,
            "02": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "sameForAll": false, "agreedBy": "parties",
                "indicator": { "id": "00000000-0000-4000-8000-000000000023" },
                "baseline": { "value": "9.6", "unit": "percent", "on": "2024-11" },
                "history": [{ "state": "agreed", "on": "2024-06-12" }]
            } }"#,
            "03": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012",
                "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000024" } },
                "baseline": { "value": "7", "on": "2023-11" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/targetFigure",
                "måltallet står også i dokument 1, men ikke med samme indikator, udgangspunkt og aftaledato",
                "the figure is also stated in document 1, but not with the same indicator, baseline and day of agreement",
            ),
            not_met(
                "/documents/1/content/targetFigure",
                "måltallet står også i dokument 1, men dér er det andre, der aftaler det",
                "the figure is also stated in document 1, but others agree it there",
            ),
            not_met(
                "/documents/1/content/targetFigure",
                "måltallet står også i dokument 1, men kun det ene sted er det ens for alle tilbud",
                "the figure is also stated in document 1, but is the same for all services in only one of the two",
            ),
            not_met(
                "/documents/2/content/targetFigure",
                "måltallet står også i dokument 1, men ikke med samme udgangspunkt",
                "the figure is also stated in document 1, but not with the same baseline",
            ),
            not_met(
                "/documents/2/content/targetFigure",
                "måltallet står også i dokument 1, men dér er det andre, der aftaler det",
                "the figure is also stated in document 1, but others agree it there",
            ),
        ],
    ),
    // Twice in one document is a matter of that document.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000022",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000012", "value": "80" },
                    { "id": "00000000-0000-4000-8000-000000000012", "value": "90" }
                ]
            }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "year": 2024,
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000022",
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000012",
                        "direction": "atLeast", "value": "80", "measuredAt": { "monthDay": { "day": "--03-31" } }
                    }]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "targets": [{
                    "service": "00000000-0000-4000-8000-000000000032",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000012",
                        "direction": "atMost", "value": "90", "unit": "percent",
                        "measuredAt": { "date": { "on": "2024-05-31" } }
                    }
                }]
            } }"#,
            // The unit is compared with the document that states one.
            "03": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "unit": { "other": { "name": "dage" } }
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/community/targets/0/target",
                "måltallet står også i dokument 1, men ikke med samme retning, værdi og måletidspunkt",
                "the figure is also stated in document 1, but not with the same direction, value and measuring time",
            ),
            not_met(
                "/documents/2/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme enhed",
                "the figure is also stated in document 2, but not with the same unit",
            ),
        ],
    ),
    // The line that holds last counts, and a line in another unit is not compared.
    accepts(bundle_of!(
        "01": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "value": "5.5", "unit": "percent"
        } }"#,
        "02": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000021", "direction": "atMost",
            "targets": [
                { "value": "6.5", "unit": "percent", "targetFigure": "00000000-0000-4000-8000-000000000012" },
                {
                    "value": "5.50", "unit": "percent", "from": "2024-03-01",
                    "targetFigure": "00000000-0000-4000-8000-000000000012"
                },
                {
                    "value": "0.055", "unit": "days", "from": "2024-03-01",
                    "targetFigure": "00000000-0000-4000-8000-000000000012"
                }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000021", "direction": "atMost",
                "targets": [
                    { "value": "6.5", "unit": "percent", "targetFigure": "00000000-0000-4000-8000-000000000012" }
                ]
            } }"#,
            "02": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "value": "5.5", "unit": "percent"
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/series/targets/0/value",
            "målet i måleserien er 6,5, men det måltal, det kommer fra, er 5,5 i dokument 2",
            "the target line is 6.5, but the figure that it comes from is 5.5 in document 2",
        )],
    ),
    // What one document leaves out the next one states, and the third contradicts it.
    refuses(
        bundle_of!(
            "01": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012" } }"#,
            "02": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "direction": "atLeast", "value": "5", "unit": "percent",
                "measuredAt": { "date": { "on": "2024-03" } },
                "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "a" },
                "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000022" } },
                "baseline": { "value": "7", "unit": "percent" }, "history": [{ "state": "agreed", "on": "2024-02-20" }]
            } }"#,
            "03": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "direction": "atMost" } }"#,
            "04": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "value": "6" } }"#,
            "05": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "measuredAt": { "date": { "on": "2024-05" } }
            } }"#,
            "06": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000023" }
            } }"#,
            "07": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012",
                "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000022" } }
            } }"#,
            "08": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "baseline": { "value": "7", "unit": "days" }
            } }"#,
            "09": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "history": [{ "state": "agreed", "on": "2024-03-20" }]
            } }"#,
            "0a": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000012", "agreedBy": "parties" } }"#,
            "0b": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "baseline": { "value": "7" },
                "history": [{ "state": "agreed", "on": "2024-02-20" }, { "state": "agreed", "on": "2024-04-01" }]
            } }"#,
            "0c": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012",
                "baseline": { "value": "7", "unit": { "other": { "name": " " } }, "on": "2024-01" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/2/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme retning",
                "the figure is also stated in document 2, but not with the same direction",
            ),
            not_met(
                "/documents/3/content/targetFigure",
                "måltallet er 6 her, men 5 i dokument 2",
                "the figure is 6 here, but 5 in document 2",
            ),
            not_met(
                "/documents/4/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme måletidspunkt",
                "the figure is also stated in document 2, but not with the same measuring time",
            ),
            not_met(
                "/documents/5/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme indikator",
                "the figure is also stated in document 2, but not with the same indicator",
            ),
            not_met(
                "/documents/6/content/targetFigure",
                "måltallet står også i dokument 2, men dér er det andre, der aftaler det",
                "the figure is also stated in document 2, but others agree it there",
            ),
            not_met(
                "/documents/7/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme udgangspunkt",
                "the figure is also stated in document 2, but not with the same baseline",
            ),
            not_met(
                "/documents/8/content/targetFigure",
                "måltallet står også i dokument 2, men ikke med samme aftaledato",
                "the figure is also stated in document 2, but not with the same day of agreement",
            ),
            not_met(
                "/documents/9/content/targetFigure",
                "måltallet står også i dokument 2, men dér er det andre, der aftaler det",
                "the figure is also stated in document 2, but others agree it there",
            ),
        ],
    ),
    // Of another service, unless it is the same for all.
    accepts(bundle_of!(
        "01": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000001", "targets": [{
            "service": "00000000-0000-4000-8000-000000000051",
            "target": { "id": "00000000-0000-4000-8000-000000000011", "sameForAll": true }
        }] } }"#,
        "02": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000002", "targets": [{
            "service": "00000000-0000-4000-8000-000000000052", "target": { "id": "00000000-0000-4000-8000-000000000011" }
        }] } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000001", "targets": [{
                "service": "00000000-0000-4000-8000-000000000051", "target": { "id": "00000000-0000-4000-8000-000000000011" }
            }] } }"#,
            "02": r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000003", "service": { "id": "00000000-0000-4000-8000-000000000052" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000004", "targets": [{ "id": "00000000-0000-4000-8000-000000000011" }]
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/2/content/agreement/focusAreas/0/targets/0",
            "måltallet står også i dokument 1, men ikke med samme tilbud",
            "the figure is also stated in document 1, but not with the same service",
        )],
    ),
];
