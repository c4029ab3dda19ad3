//! Two target figures for the same thing do not contradict each other.

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef};
use crate::target_figure::rules::twins::{Scope, each_contradiction};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, given_target},
    crate::figure::Decimal,
    crate::rule::trial::Breaks,
    crate::target_figure::{TargetFigure, TargetIndicator},
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR039,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "focusAreas, targets")],
    title: Bilingual::new(
        "to måltal for det samme stemmer overens",
        "two target figures for the same thing agree",
    ),
    why: Bilingual::new(
        "Teksten kan læses på to måder, og parterne kan holde sig til hver sit tal.",
        "The text can be read in two ways, and each party can hold to its own value.",
    ),
    remedy: Bilingual::new(
        "Behold det ene måltal, eller skriv, hvad der adskiller dem: population, måletidspunkt eller det, der måles.",
        "Keep one of the figures, or say what sets them apart: population, measuring time or what is measured.",
    ),
    example: Bilingual::new(
        "Mindst 80 % og mindst 90 % af de samme mål skal være SMARTE i november 2024.",
        "At least 80% and at least 90% of the same goals are to be SMARTE in November 2024.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let within = agreement.running_period();
    let figures = agreement.focus_areas.iter().enumerate().flat_map(|(n, area)| {
        // An indicator, or its wording, means the same thing in all areas, a topic only in one.
        let scope = Scope { of_indicator: None, of_topic: Some(area.id.uuid().as_u128()), within };
        area.targets
            .iter()
            .enumerate()
            .map(move |(of, target)| (((n, area.id), (of, target.id)), scope, target))
    });
    let areas = at.key("focusAreas");
    each_contradiction(figures, |((n, area), (of, target)), contradiction| {
        let area = areas.item(n, area);
        contradiction.report(&area.key("targets").item(of, target), cx);
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let one = given_target(tape);
            let (id, value) = (tape.spare_id(8), Some(Decimal::from(90)));
            area.targets.push(TargetFigure { id, value, ..one.clone() });
            area.targets.push(one);
        });
    },
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let one = given_target(tape);
            let other = TargetFigure { id: tape.spare_id(8), value: Some(Decimal::from(90)), ..one.clone() };
            let statement = one.indicator.as_ref().and_then(|one| one.statement.clone());
            let indicator = Some(TargetIndicator { id: tape.spare_id(12), statement });
            let topic = Some(tape.said());
            area.targets.push(TargetFigure { topic, indicator, ..other });
            area.targets.push(one);
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Another direction, unit, population, time, topic or indicator, and the same value.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000011", "topic": "sygefravær", "value": "5", "unit": "percent", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000012", "topic": "sygefravær", "value": "95", "unit": "percent", "direction": "atLeast" },
                    { "id": "00000000-0000-4000-8000-000000000013", "topic": "sygefravær", "value": "12", "unit": "days", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000014", "topic": "sygefravær", "value": "4", "unit": "percent", "direction": "atMost", "population": { "description": "nyansatte" } },
                    { "id": "00000000-0000-4000-8000-000000000015", "topic": "sygefravær", "value": "4", "unit": "percent", "direction": "atMost", "measuredAt": { "date": { "on": "2024-11" } } },
                    { "id": "00000000-0000-4000-8000-000000000016", "topic": "onboarding", "value": "4", "unit": "percent", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000017", "topic": "sygefravær", "value": "4", "unit": "percent", "direction": "atMost", "indicator": { "id": "00000000-0000-4000-8000-000000000021" } },
                    { "id": "00000000-0000-4000-8000-000000000018", "topic": "sygefravær", "value": "5.0", "unit": "percent", "direction": "atMost" }
                ]
            }]
        }"#,
    ),
    // Without a topic or an indicator, and one topic in two areas; one that is given and open is for TAR007.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000011", "value": "5" },
                        { "id": "00000000-0000-4000-8000-000000000012", "value": "4" },
                        { "id": "00000000-0000-4000-8000-000000000013", "topic": "trivsel", "value": "80" },
                        { "id": "00000000-0000-4000-8000-000000000014", "topic": "trivsel", "value": "90", "state": "toBeAgreed" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000015", "topic": "trivsel", "value": "70" }]
                }
            ]
        }"#,
    ),
    // One indicator in two areas, and one topic in one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "80", "unit": "percent" },
                        { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "value": "7.5" },
                        { "id": "00000000-0000-4000-8000-000000000013", "topic": " trivsel", "value": "8" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "90", "unit": "percent" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/2/value",
                "måltallet er 8, men et andet måltal for det samme er 7,5",
                "the figure is 8, but another figure for the same thing is 7.5",
            ),
            not_met(
                "/focusAreas/1/targets/0/value",
                "måltallet er 90, men et andet måltal for det samme er 80",
                "the figure is 90, but another figure for the same thing is 80",
            ),
        ],
    ),
    // One indicator and one population under two topics; two indicators with one wording. Without a population, or with
    // another one, either can be two things.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000011", "topic": "sygefravær", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "Andel sygedage" }, "value": "5", "population": { "description": "fastansatte" } },
                        { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "indicator": { "id": "00000000-0000-4000-8000-000000000022", "statement": "Andel, der trives" }, "value": "80" },
                        { "id": "00000000-0000-4000-8000-000000000013", "topic": "trivsel", "indicator": { "id": "00000000-0000-4000-8000-000000000023", "statement": "Andel, der trives" }, "value": "90" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000014", "topic": "fravær", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "4", "population": { "description": "Fastansatte" } },
                        { "id": "00000000-0000-4000-8000-000000000015", "topic": "fravær", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "70" },
                        { "id": "00000000-0000-4000-8000-000000000016", "indicator": { "id": "00000000-0000-4000-8000-000000000024", "statement": "andel  sygedage" }, "value": "3", "population": { "description": "fastansatte" } },
                        { "id": "00000000-0000-4000-8000-000000000017", "indicator": { "id": "00000000-0000-4000-8000-000000000025", "statement": "Andel sygedage" }, "value": "6", "population": { "description": "vikarer" } }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/1/targets/0/value",
                "måltallet er 4, men et andet måltal for det samme er 5",
                "the figure is 4, but another figure for the same thing is 5",
            ),
            not_met(
                "/focusAreas/1/targets/2/value",
                "måltallet er 3, men et andet måltal for det samme er 5",
                "the figure is 3, but another figure for the same thing is 5",
            ),
        ],
    ),
    // At least 80 and at most 60. At least 60 and at most 80 is a range, and a topic alone can mean two things.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "60", "unit": "percent", "direction": "atLeast" },
                    { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "60", "unit": "percent", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000013", "topic": "fravær", "value": "95", "unit": "percent", "direction": "atLeast" },
                    { "id": "00000000-0000-4000-8000-000000000014", "topic": "fravær", "value": "5", "unit": "percent", "direction": "atMost" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "80", "unit": "percent", "direction": "atLeast" },
                    { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "79", "unit": "percent", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "6", "unit": "count", "direction": "atMost" },
                    { "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "7", "unit": "count", "direction": "atLeast" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/1/value",
                "tallet skal være højst 79, men et andet måltal for det samme er mindst 80",
                "the figure is to be at most 79, but another figure for the same thing is at least 80",
            ),
            not_met(
                "/focusAreas/0/targets/3/value",
                "tallet skal være mindst 7, men et andet måltal for det samme er højst 6",
                "the figure is to be at least 7, but another figure for the same thing is at most 6",
            ),
        ],
    ),
];
