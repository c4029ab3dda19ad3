//! Two target figures for one thing do not contradict each other.

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::date::When;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, given_target},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR039,
    basis: Basis::Form,
    requirements: &["R-028"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "focusAreas, targets"),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "to måltal for det samme stemmer overens",
        "two target figures for the same thing agree",
    ),
    why: Bilingual::new(
        "Teksten kan læses på to måder, og parterne kan holde sig til hvert sit tal.",
        "The text can be read in two ways, and each party can hold to its own value.",
    ),
    remedy: Bilingual::new(
        "Behold det ene måltal, eller skriv, hvad der adskiller dem: population, måletidspunkt eller emne.",
        "Keep one of the figures, or say what sets them apart: population, measuring time or topic.",
    ),
    example: Bilingual::new(
        "Mindst 80 % og mindst 90 % af de samme mål skal være SMARTE i november 2024.",
        "At least 80% and at least 90% of the same goals are to be SMARTE in November 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherValue { value: Decimal, other: Decimal }
    "måltallet er {value}, men et andet måltal for det samme er {other}",
    "the figure is {value}, but another figure for the same thing is {other}",
}

message! {
    AboveMost { least: Decimal, most: Decimal }
    "tallet skal være mindst {least}, men et andet måltal for det samme er højst {most}",
    "the figure is to be at least {least}, but another figure for the same thing is at most {most}",
}

message! {
    BelowLeast { most: Decimal, least: Decimal }
    "tallet skal være højst {most}, men et andet måltal for det samme er mindst {least}",
    "the figure is to be at most {most}, but another figure for the same thing is at least {least}",
}

/// What a figure is about: indicator, else the topic within its area; topic, direction, unit, population and time.
type Key<'a> = (
    Option<u128>,
    Option<u128>,
    Option<&'a str>,
    Option<Direction>,
    Option<&'a Unit>,
    Option<&'a str>,
    Option<&'a When>,
);

/// What a figure in an area is about, and its value. Returns `None` if one of the two is not stated.
fn given(area: Id<FocusArea>, target: &TargetFigure) -> Option<(Key<'_>, Decimal)> {
    let value = target.value.filter(|_| !target.is_given_and_open())?;
    let indicator = target.indicator.as_ref().map(|one| one.id.uuid().as_u128());
    let topic = target.topic_said();
    let area = match (indicator, topic) {
        (None, None) => return None,
        (Some(_), _) => None,
        (None, Some(_)) => Some(area.uuid().as_u128()),
    };
    let population = target.population.as_ref().and_then(|one| one.description.as_ref());
    let population = population.map(|text| text.as_str().trim());
    let (unit, when) = (target.unit.as_ref(), target.measured_at.as_ref());
    Some(((indicator, area, topic, target.direction, unit, population, when), value))
}

/// The same thing with the other direction, if an indicator says exactly what it is.
fn opposite(key: Key<'_>) -> Option<Key<'_>> {
    let (indicator @ Some(_), area, topic, Some(direction), unit, population, when) = key else {
        return None;
    };
    let other = match direction {
        Direction::AtLeast => Direction::AtMost,
        Direction::AtMost => Direction::AtLeast,
    };
    Some((indicator, area, topic, Some(other), unit, population, when))
}

/// Found at each figure that differs from the first one for the same thing, or that the first one in the other
/// direction excludes. A topic alone is too little for that: at most 5% away and at least 95% present are one topic.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = agreement.focus_areas.iter();
    let all = areas.flat_map(|area| area.targets.iter().filter_map(|target| given(area.id, target)));
    let all = all.enumerate().map(|(n, (key, value))| (key, (n, Some(value))));
    if all.clone().nth(1).is_none() {
        return;
    }
    sorted(
        |put| all.clone().for_each(put),
        |all| {
            let areas = at.key("focusAreas");
            let mut places = 0_usize..;
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let area_at = areas.item(n, area.id);
                let list = area_at.key("targets");
                for (n, target) in area.targets.iter().enumerate() {
                    let Some((key, value)) = given(area.id, target) else { continue };
                    let place = places.next();
                    let first = sorted::of(all, key).first().and_then(|(_, (_, first))| *first);
                    let at = list.item(n, target.id);
                    if let Some(other) = first.filter(|first| *first != value) {
                        cx.not_met(&at.key("value"), OtherValue { value, other });
                        continue;
                    }
                    let other_way = opposite(key).and_then(|key| sorted::of(all, key).first());
                    let Some((_, (first, Some(other)))) = other_way.copied() else { continue };
                    if Some(first) > place {
                        continue;
                    }
                    match target.direction {
                        Some(Direction::AtLeast) if value > other => {
                            cx.not_met(&at.key("value"), AboveMost { least: value, most: other });
                        }
                        Some(Direction::AtMost) if value < other => {
                            cx.not_met(&at.key("value"), BelowLeast { most: value, least: other });
                        }
                        _ => {}
                    }
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    change_area(agreement, tape, |area, tape| {
        let one = given_target(tape);
        let (id, value) = (tape.spare_id(8), Some(Decimal::from(90)));
        area.targets.push(TargetFigure { id, value, ..one.clone() });
        area.targets.push(one);
    });
}];

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
