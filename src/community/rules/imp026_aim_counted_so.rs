//! The direction and the unit of an aim are those of what shows that it is reached.

use core::iter;

pub(super) use super::imp026_one_way_to_count::RULE;
use super::imp026_one_way_to_count::{in_words, known};
use crate::aim::MeasureKind;
use crate::community::ImprovementCommunity;
use crate::figure::{Direction, Threshold};
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::sorted::{of, sorted_of, with_both};
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    AimOtherWay { direction: Bilingual, other: Bilingual, figures: u64 }
    "målet er {direction}, men {figures} måltal for målets resultatindikator er {other}",
    "the aim is {direction}, but {figures:target figure of its outcome measure is|target figures of its outcome measure are each} {other}",
}

message! {
    AimInOtherUnit { unit: Bilingual, other: Bilingual }
    "målet er angivet {unit}, men målets resultatindikator er angivet {other}",
    "the aim is stated {unit}, but its outcome measure is stated {other}",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_directions(community, at, cx);
    check_units(community, at, cx);
}

fn check_directions(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let aims = community.aims.iter().enumerate();
    let mut aims = aims.filter_map(|(n, aim)| Some((n, aim.id, aim.how_much.as_ref()?))).peekable();
    if aims.peek().is_none() {
        return;
    }
    let outcomes = community.measures.iter().filter(|one| one.kind == Some(MeasureKind::Outcome));
    let outcomes = outcomes.filter_map(|one| Some((one.aim?.uuid(), one.indicator?.uuid())));
    let figures = community.targets.iter().filter_map(|one| {
        let TargetFigure { indicator, direction, unit, .. } = &one.target;
        Some(((indicator.as_ref()?.id.uuid(), Some(known(unit.as_ref())?)), Some((*direction)?)))
    });
    let list = at.key("aims");
    with_both(&outcomes, &figures, |outcomes, figures| {
        for (n, id, Threshold { direction, unit, .. }) in aims {
            let indicators = of(outcomes, id.uuid()).chunk_by(|one, next| one == next);
            let of_aim = indicators.filter_map(|same| same.first());
            let of_aim = of_aim.map(|(_, one)| of(figures, (*one, Some(unit))));
            // In the order of the directions, so that the first and the last one stand for all.
            let is_other = |one: &(_, Option<Direction>)| one.1 != Some(*direction);
            let (figures, are_other) = of_aim.fold((0_u64, true), |(sum, all), same| {
                let ends = [same.first(), same.last()].into_iter().flatten();
                (sum.saturating_add(count(same.len())), all && ends.clone().all(is_other))
            });
            if figures > 0 && are_other {
                let (this, other) = (in_words(*direction), in_words(direction.opposite()));
                let at = list.item(n, id);
                let at = at.key("howMuch");
                cx.not_met(&at.key("direction"), AimOtherWay { direction: this, other, figures });
            }
        }
    });
}

fn check_units(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let aims = community.aims.iter().enumerate();
    let mut aims = aims.filter_map(|(n, aim)| Some((n, aim.id, known(Some(&aim.how_much.as_ref()?.unit))?)));
    let Some(first) = aims.next() else { return };
    let outcomes = community.measures.iter().filter(|one| one.kind == Some(MeasureKind::Outcome));
    let units = outcomes.filter_map(|one| Some((one.aim?.uuid(), Some(known(one.unit.as_ref())?))));
    let list = at.key("aims");
    sorted_of(&units, |units| {
        for (n, id, unit) in iter::once(first).chain(aims) {
            let of_aim = of(units, id.uuid());
            if let Some((_, Some(other))) = of_aim.first()
                && of_aim.iter().all(|(_, other)| *other != Some(unit))
            {
                let at = list.item(n, id);
                let facts = AimInOtherUnit { unit: unit.in_words(), other: other.in_words() };
                cx.not_met(&at.key("howMuch").key("unit"), facts);
            }
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The direction of the aim, a figure of each direction, another unit, a process measure, and no value.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000042", "howMuch": { "direction": "atLeast", "value": "5", "unit": "days" } },
                { "id": "00000000-0000-4000-8000-000000000043", "howMuch": { "direction": "atLeast", "value": "5", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000044" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000032", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000022" },
                { "id": "00000000-0000-4000-8000-000000000033", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000042", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000034", "kind": "process", "aim": "00000000-0000-4000-8000-000000000043", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000035", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000044", "indicator": "00000000-0000-4000-8000-000000000021" }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "80", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000042", "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" } }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000033", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000042", "indicator": "00000000-0000-4000-8000-000000000022" }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "70", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
        &[
            not_met(
                "/aims/0/howMuch/direction",
                "målet er et maksimum, men 2 måltal for målets resultatindikator er et minimum",
                "the aim is a maximum, but 2 target figures of its outcome measure are each a minimum",
            ),
            not_met(
                "/aims/1/howMuch/direction",
                "målet er et minimum, men 1 måltal for målets resultatindikator er et maksimum",
                "the aim is a minimum, but 1 target figure of its outcome measure is a maximum",
            ),
        ],
    ),
    // The unit of the aim: not that of its outcome measure, a unit in words, and that of one of two.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atLeast", "value": "80", "unit": "count" } }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021", "unit": "percent" }]
        }"#,
        &[not_met(
            "/aims/0/howMuch/unit",
            "målet er angivet som et antal, men målets resultatindikator er angivet i procent",
            "the aim is stated as a count, but its outcome measure is stated in percent",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atLeast", "value": "80", "unit": { "other": { "name": "unge" } } } },
                { "id": "00000000-0000-4000-8000-000000000042", "howMuch": { "direction": "atLeast", "value": "80", "unit": "count" } }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "unit": "percent" },
                { "id": "00000000-0000-4000-8000-000000000032", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000042", "unit": "percent" },
                { "id": "00000000-0000-4000-8000-000000000033", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000042", "unit": "count" },
                { "id": "00000000-0000-4000-8000-000000000034", "kind": "process", "aim": "00000000-0000-4000-8000-000000000042", "unit": "hours" }
            ]
        }"#,
    ),
    // Two figures of the indicator go different ways, and one of them that of the aim; a process is no outcome.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                {
                    "id": "00000000-0000-4000-8000-000000000041",
                    "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000042",
                    "howMuch": { "direction": "atLeast", "value": "5", "unit": "percent" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000043",
                    "howMuch": { "direction": "atLeast", "value": "5", "unit": "days" }
                }
            ],
            "measures": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000042", "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000033", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000042", "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000034", "kind": "process",
                    "aim": "00000000-0000-4000-8000-000000000043", "unit": "percent"
                }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000011",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atMost",
                        "value": "5", "unit": "percent"
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000012",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atLeast",
                        "value": "5", "unit": "percent"
                    }
                }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/direction",
            "måltallet er et minimum, men et andet tilbuds måltal for samme indikator er et maksimum",
            "the figure is a minimum, but that of another service for the same indicator is a maximum",
        )],
    ),
    // The same indicator twice.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{
                "id": "00000000-0000-4000-8000-000000000041",
                "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" }
            }],
            "measures": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000033", "kind": "outcome",
                    "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000022"
                }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000011",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atLeast",
                        "value": "5", "unit": "percent"
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000012",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "direction": "atLeast",
                        "value": "5", "unit": "percent"
                    }
                }
            ]
        }"#,
        &[not_met(
            "/aims/0/howMuch/direction",
            "målet er et maksimum, men 2 måltal for målets resultatindikator er et minimum",
            "the aim is a maximum, but 2 target figures of its outcome measure are each a minimum",
        )],
    ),
];
