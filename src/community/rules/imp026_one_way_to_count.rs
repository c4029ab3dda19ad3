//! The target figures of one indicator have the same direction and unit in all services, and those of their aim.

use core::cmp::Reverse;

use crate::aim::MeasureKind;
use crate::codes;
use crate::community::{ImprovementCommunity, MemberTarget};
use crate::figure::{Direction, Unit};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{ById, index, of, sort_by_key, sorted, with_both};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::aim::{Aim, Measure},
    crate::body::Membership,
    crate::community::MemberTarget as Target,
    crate::draft::tape::Tape,
    crate::figure::{Decimal, Threshold},
    crate::rule::trial::Breaks,
    crate::target_figure::TargetFigure,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP026,
    basis: Basis::Form,
    requirements: &["R-024"],
    sources: &[
        SourceRef::agreement("1.5.3"),
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "communities, targets; measures, unit; aims, howMuch",
        ),
    ],
    title: Bilingual::new(
        "måltallene for én indikator har samme retning og enhed i alle tilbud, og samme retning som målet; målet er angivet i samme enhed som dets resultatindikatorer",
        "the target figures of one indicator have the same direction and unit in all services, and the direction of the aim; the aim is stated in the unit of its outcome measures",
    ),
    why: Bilingual::new(
        "Tilbuddene må gerne have hvert sit tal, men de tæller det samme. Skal det hos ét stige og hos et andet falde, eller tælles det i hver sin enhed, kan resultaterne hverken sammenlignes eller lægges sammen. Et mål holdes op mod måltallene for dets resultatindikatorer i samme enhed; går blot ét af dem målets vej, eller har blot én af dem dets enhed, siger reglen ikke noget.",
        "Services may each have their own value, but they count the same thing. If it is to rise in one and to fall in another, or is counted in two units, the results can be neither compared nor added up. An aim is compared with the target figures of its outcome measures in the same unit; if a single figure goes its way, or a single measure has its unit, the rule reports nothing.",
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

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    let place = |target: &MemberTarget, n: usize| list.item(n, target.target.id);
    each_other(community, direction, directions_of_aims, |n, target, this, other| {
        let (direction, other) = (in_words(this), in_words(other));
        cx.not_met(&place(target, n).key("target").key("direction"), OtherDirection { direction, other });
    });
    each_other(
        community,
        |one| known(one.target.unit.as_ref()),
        units_of_measures,
        |n, target, this, other| {
            let (unit, other) = (this.in_words(), other.in_words());
            cx.not_met(&place(target, n).key("target").key("unit"), OtherUnit { unit, other });
        },
    );
    check_measures(community, at, cx);
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

pub(super) const fn in_words(direction: Direction) -> Bilingual {
    match direction {
        Direction::AtLeast => Bilingual::new("et minimum", "a minimum"),
        Direction::AtMost => Bilingual::new("et maksimum", "a maximum"),
    }
}

/// A listed unit: one in words may be the same in other words.
pub(super) fn known(unit: Option<&Unit>) -> Option<&Unit> {
    unit.filter(|unit| !matches!(unit, Unit::Other { .. }))
}

/// What a figure says of an indicator: the indicator, the service, what it says, and its position.
type Said<K> = (u128, u128, Option<K>, usize);

/// Calls `found` with each figure that differs from what holds for its indicator, and with what both say.
///
/// Two figures of one service may be the two ends of a range, or a share and the number that stands for it. Then it is
/// not known which of them is to be compared.
fn each_other<'c, K: Copy + Ord + 'c>(
    community: &'c ImprovementCommunity,
    said: impl Fn(&'c MemberTarget) -> Option<K>,
    expected: impl Fn(&'c ImprovementCommunity, &mut dyn FnMut((u128, Option<K>))),
    mut found: impl FnMut(usize, &'c MemberTarget, K, K),
) {
    let entry = |n: usize, one: &'c MemberTarget| {
        let indicator = one.target.indicator.as_ref()?.id.uuid().as_u128();
        Some((indicator, one.service.uuid().as_u128(), Some(said(one)?), n))
    };
    let entries = |put: &mut dyn FnMut(Said<K>)| {
        let all = community.targets.iter().enumerate();
        all.filter_map(|(n, one)| entry(n, one)).for_each(put);
    };
    let of_one = |one: &Said<K>, other: &Said<K>| one.0 == other.0;
    let differ =
        |same: &[Said<K>]| same.windows(2).any(|pair| matches!(pair, [one, other] if one.2 != other.2));
    sorted(entries, |entries| {
        if !entries.chunk_by(of_one).any(differ) {
            return;
        }
        let expected = |put: &mut dyn FnMut((u128, Option<K>))| expected(community, put);
        sorted(expected, |expected| {
            for same in entries.chunk_by_mut(of_one).filter(|same| differ(same) && !is_mixed(same)) {
                let Some(norm) = norm(same, expected) else { continue };
                for (_, _, this, n) in same.iter().copied() {
                    if let (Some(this), Some(target)) = (this, community.targets.get(n))
                        && this != norm
                    {
                        found(n, target, this, norm);
                    }
                }
            }
        });
    });
}

/// Whether two figures of one service differ.
fn is_mixed<K: PartialEq>(same: &[Said<K>]) -> bool {
    same.windows(2).any(|pair| matches!(pair, [(_, one, a, _), (_, other, b, _)] if one == other && a != b))
}

/// What holds for an indicator: what the aim or the measure says, if a figure says so too, or else what most figures say,
/// and of as many the first one.
fn norm<K: Copy + Ord>(same: &mut [Said<K>], expected: &[(u128, Option<K>)]) -> Option<K> {
    let said = of(expected, same.first()?.0);
    if let (Some((_, first)), Some((_, last))) = (said.first(), said.last())
        && first == last
        && same.iter().any(|(_, _, this, _)| this == first)
    {
        return *first;
    }
    sort_by_key(same, |(_, _, this, n)| (*this, *n));
    let first = |alike: &[Said<K>]| alike.first().map(|(.., n)| Reverse(*n));
    let most = same.chunk_by(|one, other| one.2 == other.2).max_by_key(|alike| (alike.len(), first(alike)));
    most?.first()?.2
}

/// The directions of the aims that the indicators show to be reached.
fn directions_of_aims(community: &ImprovementCommunity, put: &mut dyn FnMut((u128, Option<Direction>))) {
    ById::of(community.aims.iter().map(|aim| aim.id.uuid()), |aims| {
        for one in community.measures.iter().filter(|one| one.kind == Some(MeasureKind::Outcome)) {
            let aim = one.aim.and_then(|aim| community.aims.get(index(aims.first(aim.uuid())?)));
            let how_much = aim.and_then(|aim| aim.how_much.as_ref());
            if let (Some(indicator), Some(how_much)) = (one.indicator, how_much) {
                put((indicator.uuid().as_u128(), Some(how_much.direction)));
            }
        }
    });
}

/// The units of the measures.
fn units_of_measures<'c>(community: &'c ImprovementCommunity, put: &mut dyn FnMut((u128, Option<&'c Unit>))) {
    for one in &community.measures {
        if let (Some(indicator), Some(unit)) = (one.indicator, known(one.unit.as_ref())) {
            put((indicator.uuid().as_u128(), Some(unit)));
        }
    }
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
    |community, tape| {
        let how_much =
            Threshold { direction: Direction::AtLeast, value: Decimal::from(5), unit: Unit::Count };
        let statement = Some(tape.said());
        let aim = Aim { statement, how_much: Some(how_much), ..Aim::new(tape.spare_id(10)) };
        let measure = Measure::new(tape.spare_id(9));
        let kind = Some(MeasureKind::Outcome);
        community.measures.push(Measure { kind, aim: Some(aim.id), unit: Some(Unit::Percent), ..measure });
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
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "targets": [
        { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
        { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": { "other": { "name": "procent" } } } }
    ]
}"#;

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
    accepts(COMMUNITY),
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
    refuses_with(
        COMMUNITY,
        r#"{ "/targets/0/target/unit": "count", "/targets/1/target/unit": "percent" }"#,
        &[not_met(
            "/targets/1/target/unit",
            "måltallet er angivet i procent, men et andet tilbuds måltal for samme indikator er angivet som et antal",
            "the figure is stated in percent, but that of another service for the same indicator is stated as a count",
        )],
    ),
    refuses_with(
        COMMUNITY,
        r#"{
            "/targets/1/target/unit": "percent",
            "/measures": [{ "id": "00000000-0000-4000-8000-000000000031", "indicator": "00000000-0000-4000-8000-000000000021", "unit": "hours" }]
        }"#,
        &[not_met(
            "/measures/0/unit",
            "målingen angives i timer, men måltallet for samme indikator er angivet i procent",
            "the measure is stated in hours, but the target figure for the same indicator is stated in percent",
        )],
    ),
    // Most of them, wherever the other one is; and what the aim and the measure say, however few say the same.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atLeast", "unit": "count" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "direction": "atMost", "unit": "percent" } }
            ]
        }"#,
        &[
            not_met(
                "/targets/0/target/direction",
                "måltallet er et minimum, men et andet tilbuds måltal for samme indikator er et maksimum",
                "the figure is a minimum, but that of another service for the same indicator is a maximum",
            ),
            not_met(
                "/targets/0/target/unit",
                "måltallet er angivet som et antal, men et andet tilbuds måltal for samme indikator er angivet i procent",
                "the figure is stated as a count, but that of another service for the same indicator is stated in percent",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" } }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021", "unit": "percent" }],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "80", "direction": "atMost", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "85", "direction": "atLeast", "unit": "percent" } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "80", "direction": "atLeast", "unit": "count" } },
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "80", "direction": "atLeast", "unit": "count" } }
            ]
        }"#,
        &[
            not_met(
                "/targets/0/target/direction",
                "måltallet er et maksimum, men et andet tilbuds måltal for samme indikator er et minimum",
                "the figure is a maximum, but that of another service for the same indicator is a minimum",
            ),
            not_met(
                "/targets/2/target/unit",
                "måltallet er angivet som et antal, men et andet tilbuds måltal for samme indikator er angivet i procent",
                "the figure is stated as a count, but that of another service for the same indicator is stated in percent",
            ),
            not_met(
                "/targets/3/target/unit",
                "måltallet er angivet som et antal, men et andet tilbuds måltal for samme indikator er angivet i procent",
                "the figure is stated as a count, but that of another service for the same indicator is stated in percent",
            ),
        ],
    ),
    // What the aim says outweighs what most figures say, if one of them says so, too; what a process measure serves does not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000041", "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000042", "howMuch": { "direction": "atMost", "value": "80", "unit": "percent" } }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000031", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000032", "kind": "process", "aim": "00000000-0000-4000-8000-000000000042", "indicator": "00000000-0000-4000-8000-000000000021" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atMost" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atMost" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "direction": "atLeast" }
                }
            ]
        }"#,
        &[
            not_met(
                "/targets/0/target/direction",
                "måltallet er et maksimum, men et andet tilbuds måltal for samme indikator er et minimum",
                "the figure is a maximum, but that of another service for the same indicator is a minimum",
            ),
            not_met(
                "/targets/1/target/direction",
                "måltallet er et maksimum, men et andet tilbuds måltal for samme indikator er et minimum",
                "the figure is a maximum, but that of another service for the same indicator is a minimum",
            ),
        ],
    ),
];
