//! The target figures of one indicator have the same direction and unit in all services, and the direction of their
//! aim.

use crate::aim::MeasureKind;
use crate::codes;
use crate::community::{ImprovementCommunity, MemberTarget};
use crate::figure::{Direction, Threshold, Unit};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted, with_both};
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::aim::{Aim, Measure},
    crate::body::Membership,
    crate::community::MemberTarget as Target,
    crate::draft::tape::Tape,
    crate::figure::Decimal,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP026,
    basis: Basis::Form,
    requirements: &["R-024", "R-028"],
    sources: &[
        SourceRef::agreement("1.5.3"),
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "communities, targets; measures, unit; aims, howMuch",
        ),
    ],
    title: Bilingual::new(
        "måltallene for én indikator har samme retning og enhed i alle tilbud, og samme retning som målet",
        "the target figures of one indicator have the same direction and unit in all services, and the direction of the aim",
    ),
    why: Bilingual::new(
        "Tilbuddene må gerne have hvert sit tal, men de tæller det samme. Skal det hos ét stige og hos et andet falde, eller tælles det i hver sin enhed, kan resultaterne hverken sammenlignes eller lægges sammen. Et mål holdes op mod måltallene for dets resultatindikatorer i samme enhed; går blot ét af dem målets vej, giver reglen intet fund.",
        "Services may each have their own value, but they count the same thing. If it is to rise in one and to fall in another, or is counted in two units, the results can be neither compared nor added up. An aim is compared with the target figures of its outcome measures in the same unit; if a single one of them goes its way, the rule reports nothing.",
    ),
    remedy: Bilingual::new(
        "Ret retningen eller enheden. Er der talt noget andet, så brug en anden indikator.",
        "Correct the direction or the unit. If something else is counted, use another indicator.",
    ),
    example: Bilingual::new(
        "Sygefraværet skal være højst 5 % i to tilbud og mindst 5 % i det tredje.",
        "Sick leave is to be at most 5% in two services and at least 5% in the third.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherDirection { direction: Bilingual, other: Bilingual }
    "måltallet er {direction}, men et andet tilbuds måltal for samme indikator er {other}",
    "the figure is {direction}, but that of another service for the same indicator is {other}",
}

message! {
    OtherUnit { unit: Bilingual, other: Bilingual }
    "måltallet er angivet {unit}, men et andet tilbuds måltal for samme indikator er angivet {other}",
    "the figure is stated {unit}, but that of another service for the same indicator is stated {other}",
}

message! {
    MeasureInOtherUnit { unit: Bilingual, other: Bilingual }
    "målingen angives {unit}, men måltallet for samme indikator er angivet {other}",
    "the measure is stated {unit}, but the target figure for the same indicator is stated {other}",
}

message! {
    AimOtherWay { direction: Bilingual, other: Bilingual, figures: u64 }
    "målet er {direction}, men {figures} måltal for målets resultatindikator er {other}",
    "the aim is {direction}, but {figures:target figure of its outcome measure is|target figures of its outcome measure are each} {other}",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    let place = |target: &MemberTarget, n: usize| list.item(n, target.target.id);
    each_other(community, direction, |n, target, this, other| {
        let (direction, other) = (in_words(this), in_words(other));
        cx.not_met(&place(target, n).key("target").key("direction"), OtherDirection { direction, other });
    });
    each_other(
        community,
        |one| known(one.target.unit.as_ref()),
        |n, target, this, other| {
            let (unit, other) = (this.in_words(), other.in_words());
            cx.not_met(&place(target, n).key("target").key("unit"), OtherUnit { unit, other });
        },
    );
    check_measures(community, at, cx);
    check_aims(community, at, cx);
}

fn check_aims(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
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
                let (this, other) = (in_words(*direction), in_words(opposite(*direction)));
                let at = list.item(n, id);
                let at = at.key("howMuch");
                cx.not_met(&at.key("direction"), AimOtherWay { direction: this, other, figures });
            }
        }
    });
}

const fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::AtLeast => Direction::AtMost,
        Direction::AtMost => Direction::AtLeast,
    }
}

fn check_measures(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let measures = community.measures.iter().enumerate();
    let mut measures = measures
        .filter_map(|(n, one)| Some((n, one.id, one.indicator?.uuid(), known(one.unit.as_ref())?)))
        .peekable();
    if measures.peek().is_none() {
        return;
    }
    let figures = community.targets.iter().map(|one| &one.target).enumerate();
    let figures = figures.filter_map(|(n, one)| {
        Some((one.indicator.as_ref()?.id.uuid(), (n, Some(known(one.unit.as_ref())?))))
    });
    let list = at.key("measures");
    let units = figures.clone().map(|(indicator, (_, unit))| (indicator, unit));
    with_both(&figures, &units, |figures, units| {
        for (n, id, indicator, unit) in measures {
            if let Some((_, (_, Some(other)))) = of(figures, indicator).first()
                && units.binary_search(&(indicator, Some(unit))).is_err()
            {
                let facts = MeasureInOtherUnit { unit: unit.in_words(), other: other.in_words() };
                cx.not_met(&list.item(n, id).key("unit"), facts);
            }
        }
    });
}

const fn direction(one: &MemberTarget) -> Option<Direction> {
    one.target.direction
}

const fn in_words(direction: Direction) -> Bilingual {
    match direction {
        Direction::AtLeast => Bilingual::new("et minimum", "a minimum"),
        Direction::AtMost => Bilingual::new("et maksimum", "a maximum"),
    }
}

/// A listed unit: one in words may be the same in other words.
fn known(unit: Option<&Unit>) -> Option<&Unit> {
    unit.filter(|unit| !matches!(unit, Unit::Other { .. }))
}

/// Calls `found` with each figure that differs from the first one for its indicator, and with what both say.
///
/// Two figures of one service may be the two ends of a range, or a share and the number that stands for it. Then it is
/// not known which of them is to be compared.
fn each_other<'c, K: Copy + Ord + 'c>(
    community: &'c ImprovementCommunity,
    said: impl Fn(&'c MemberTarget) -> Option<K>,
    mut found: impl FnMut(usize, &'c MemberTarget, K, K),
) {
    let entry = |n: usize, one: &'c MemberTarget| {
        let indicator = one.target.indicator.as_ref()?.id.uuid().as_u128();
        Some((indicator, one.service.uuid().as_u128(), Some(said(one)?), n))
    };
    sorted(
        |put: &mut dyn FnMut((u128, u128, Option<K>, usize))| {
            let all = community.targets.iter().enumerate();
            all.filter_map(|(n, one)| entry(n, one)).for_each(put);
        },
        |entries| {
            for same in entries.chunk_by(|(one, ..), (other, ..)| one == other) {
                let Some((_, _, Some(first), _)) = same.iter().min_by_key(|(.., n)| *n).copied() else {
                    continue;
                };
                let is_mixed = same
                    .windows(2)
                    .any(|pair| matches!(pair, [(_, one, a, _), (_, other, b, _)] if one == other && a != b));
                for (_, _, this, n) in same.iter().filter(|_| !is_mixed) {
                    if let (Some(this), Some(target)) = (*this, community.targets.get(*n))
                        && this != first
                    {
                        found(*n, target, this, first);
                    }
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let one = added::target(tape);
        let target = TargetFigure { direction: Some(Direction::AtLeast), ..one.target.clone() };
        add_two(community, one, target, tape);
    },
    |community, tape| {
        let one = added::target(tape);
        let unit = Some(tape.pick(&[Unit::Count, Unit::Hours, Unit::Points]).clone());
        let target = TargetFigure { unit, ..one.target.clone() };
        add_two(community, one, target, tape);
    },
    |community, tape| {
        let one = added::target(tape);
        let indicator = one.target.indicator.as_ref().map(|indicator| indicator.id);
        community.members.push(added::member(Membership::Member, Some(true), tape));
        community.targets.push(one);
        let measure = Measure::new(tape.spare_id(9));
        community.measures.push(Measure { indicator, unit: Some(Unit::Hours), ..measure });
    },
    |community, tape| {
        let one = added::target(tape);
        let indicator = one.target.indicator.as_ref().map(|indicator| indicator.id);
        community.members.push(added::member(Membership::Member, Some(true), tape));
        community.targets.push(one);
        let how_much =
            Threshold { direction: Direction::AtLeast, value: Decimal::from(5), unit: Unit::Percent };
        let statement = Some(tape.said());
        let aim = Aim { statement, how_much: Some(how_much), ..Aim::new(tape.spare_id(10)) };
        let kind = Some(MeasureKind::Outcome);
        let measure = Measure { kind, aim: Some(aim.id), indicator, ..Measure::new(tape.spare_id(9)) };
        community.measures.push(measure);
        community.aims.push(aim);
    },
];

/// Adds a figure of one service, and another one for the same indicator of another service.
#[cfg(feature = "proptest")]
fn add_two(community: &mut ImprovementCommunity, one: Target, other: TargetFigure, tape: &mut Tape<'_>) {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    community.members.push(added::member_of(tape.spare_id(7), Membership::Member, true));
    let other = TargetFigure { id: tape.spare_id(8), ..other };
    community.targets.extend([one, Target::new(tape.spare_id(7), other)]);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Another value, and what is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5" } }
            ]
        }"#,
    ),
    // Of two indicators, and of none.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }, "value": "5", "direction": "atLeast", "unit": "count" } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000013", "value": "5", "direction": "atLeast", "unit": "hours" } }
            ]
        }"#,
    ),
    // A unit in words may be the same.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": { "other": { "name": "procent" } } } }
            ]
        }"#,
    ),
    // A range of one service, and a share beside its number.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "2", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "count" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
    ),
    // A measure in the unit of the figures, and one without figures.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ], "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "indicator": "00000000-0000-4000-8000-000000000021", "unit": "percent" },
                { "id": "00000000-0000-4000-8000-000000000032", "indicator": "00000000-0000-4000-8000-000000000022", "unit": "hours" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/direction",
            "måltallet er et minimum, men et andet tilbuds måltal for samme indikator er et maksimum",
            "the figure is a minimum, but that of another service for the same indicator is a maximum",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "count" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/unit",
            "måltallet er angivet i procent, men et andet tilbuds måltal for samme indikator er angivet som et antal",
            "the figure is stated in percent, but that of another service for the same indicator is stated as a count",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ], "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "indicator": "00000000-0000-4000-8000-000000000021", "unit": "hours" }
            ]
        }"#,
        &[not_met(
            "/measures/0/unit",
            "målingen angives i timer, men måltallet for samme indikator er angivet i procent",
            "the measure is stated in hours, but the target figure for the same indicator is stated in percent",
        )],
    ),
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
];
