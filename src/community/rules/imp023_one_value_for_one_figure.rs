//! Two target figures of a service for the same thing, and two aims in the same words, do not contradict each other.

use crate::aim::Aim;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::When;
use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::target_figure::rules::twins::{Scope, each_contradiction};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::Membership, crate::community::MemberTarget, crate::rule::trial::Breaks,
    crate::target_figure::TargetFigure,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP023,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, targets; aims")],
    title: Bilingual::new(
        "et tilbuds to måltal for det samme stemmer overens, og det gør to mål med samme ordlyd også",
        "two target figures of one service for the same thing agree, and so do two aims in the same words",
    ),
    why: Bilingual::new(
        "Listen kan læses på to måder, og tilbuddet og fællesskabet kan holde sig til hvert sit tal. Måltal er for det samme, når tilbud, indikator, emne, retning, enhed og population er ens, og de måles samtidig: november og 30. november er samme tid. Mål er de samme, når ordlyden, målgruppen, fristen, retningen og enheden er ens.",
        "The list can be read in two ways, and the service and the community can each hold to their own value. Figures are for the same thing if service, indicator, topic, direction, unit and population are the same, and if they are measured at the same time: November and 30 November are the same time. Aims are the same if the words, the people that they are for, the deadline, the direction and the unit are the same.",
    ),
    remedy: Bilingual::new(
        "Behold det ene, eller skriv, hvad der adskiller dem. To måltal kan have hver sin population, hvert sit måletidspunkt eller hvert sit emne, to mål hver sin målgruppe eller frist.",
        "Keep one of the two, or say what sets them apart: for figures the population, the measuring time or the topic, for aims the people that they are for or the deadline.",
    ),
    example: Bilingual::new(
        "Et tilbuds sygefravær skal være højst 5 % og længere nede på listen højst 6 %.",
        "The sick leave of a service is to be at most 5%, and further down the list at most 6%.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherAim { value: Decimal, first: u64, other: Decimal }
    "målet er {value}, men mål {first} på listen har samme ordlyd og er {other}",
    "the aim is {value}, but aim {first} of the list has the same wording and is {other}",
}

/// Figures of two services may differ (R-024).
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let figures = community.targets.iter().enumerate().map(|(n, one)| {
        let service = Some(one.service.uuid().as_u128());
        ((n, one.target.id), Scope { of_indicator: service, of_topic: service, within: None }, &one.target)
    });
    let list = at.key("targets");
    each_contradiction(figures, |(n, id), contradiction| {
        contradiction.report(&list.item(n, id).key("target"), cx);
    });
    check_aims(&community.aims, &at.key("aims"), cx);
}

/// What makes two aims the same: words, people, deadline, direction and unit.
type AimKey<'a> = (Folded<'a>, Option<Folded<'a>>, Option<&'a When>, Direction, &'a Unit);

/// An aim: its key, its position, and its value.
type StatedAim<'a> = (Option<AimKey<'a>>, (usize, Option<Decimal>));

fn check_aims(aims: &[Aim], list: &Path<'_>, cx: &mut Checker<'_>) {
    let stated = aims.iter().enumerate().filter_map(|(n, aim)| -> Option<StatedAim<'_>> {
        let Threshold { direction, value, unit } = aim.how_much.as_ref()?;
        let words = Folded::stated(aim.statement.as_ref())?;
        let people = Folded::stated(aim.for_whom.as_ref());
        Some((Some((words, people, aim.by.as_ref(), *direction, unit)), (n, Some(*value))))
    });
    each_repeated_key(&stated, |_, (first, other), (n, value)| {
        if let (Some(aim), Some(value), Some(other)) = (aims.get(n).filter(|_| value != other), value, other)
        {
            let at = list.item(n, aim.id);
            let at = at.key("howMuch");
            cx.not_met(&at.key("value"), OtherAim { value, first: ordinal(first), other });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::Member, Some(true), tape));
        let one = added::target(tape);
        let other =
            TargetFigure { id: tape.spare_id(8), value: Some(Decimal::from(6)), ..one.target.clone() };
        community.targets.push(MemberTarget::new(one.service, other));
        community.targets.push(one);
    },
    |community, tape| {
        let statement = Some(tape.said());
        for (n, value) in [(20, 5_u32), (21, 6)] {
            let how_much =
                Threshold { direction: Direction::AtMost, value: Decimal::from(value), unit: Unit::Percent };
            let aim = Aim::new(tape.spare_id(n));
            community.aims.push(Aim { statement: statement.clone(), how_much: Some(how_much), ..aim });
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Of two services; for two populations; a range.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "4", "unit": "percent", "direction": "atMost", "population": { "description": "nyansatte" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "2", "unit": "percent", "direction": "atLeast" } }
            ]
        }"#,
    ),
    // A milestone on the way, and one in a year for which another figure is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "topic": "trivsel", "value": "60", "measuredAt": { "date": { "on": "2024-03" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "value": "80", "measuredAt": { "date": { "on": "2024-04-30" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "topic": "trivsel", "value": "90", "measuredAt": { "date": { "on": "2024" } } } }
            ]
        }"#,
    ),
    // The month and a day in it; capitals.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "topic": "Trivsel", "value": "60", "measuredAt": { "date": { "on": "2024-11" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel ", "value": "80", "measuredAt": { "date": { "on": "2024-11-30" } } } }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/value",
            "måltallet er 80, men et andet måltal for det samme er 60",
            "the figure is 80, but another figure for the same thing is 60",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "value": "80" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000014", "topic": "trivsel", "value": "90" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000015", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "8", "unit": "percent", "direction": "atLeast" } }
            ]
        }"#,
        &[
            not_met(
                "/targets/2/target/value",
                "måltallet er 6, men et andet måltal for det samme er 5",
                "the figure is 6, but another figure for the same thing is 5",
            ),
            not_met(
                "/targets/3/target/value",
                "måltallet er 90, men et andet måltal for det samme er 80",
                "the figure is 90, but another figure for the same thing is 80",
            ),
            not_met(
                "/targets/4/target/value",
                "tallet skal være mindst 8, men et andet måltal for det samme er højst 5",
                "the figure is to be at least 8, but another figure for the same thing is at most 5",
            ),
        ],
    ),
    // Aims in other words, of other people, by another time, in the other direction, in another unit, and without a
    // value.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000011", "statement": "lavere sygefravær", "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000012", "statement": "bedre trivsel", "howMuch": { "direction": "atMost", "value": "6", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000013", "statement": "lavere sygefravær", "forWhom": "nyansatte", "howMuch": { "direction": "atMost", "value": "6", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000014", "statement": "lavere sygefravær", "by": { "date": { "on": "2024" } }, "howMuch": { "direction": "atMost", "value": "6", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000015", "statement": "lavere sygefravær", "howMuch": { "direction": "atLeast", "value": "2", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000016", "statement": "lavere sygefravær", "howMuch": { "direction": "atMost", "value": "6", "unit": "days" } },
                { "id": "00000000-0000-4000-8000-000000000017", "statement": "lavere sygefravær" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000011", "statement": "Lavere sygefravær", "by": { "date": { "on": "2024-11" } }, "howMuch": { "direction": "atMost", "value": "5", "unit": "percent" } },
                { "id": "00000000-0000-4000-8000-000000000012", "statement": "lavere sygefravær", "by": { "date": { "on": "2024-11" } }, "howMuch": { "direction": "atMost", "value": "6.5", "unit": "percent" } }
            ]
        }"#,
        &[not_met(
            "/aims/1/howMuch/value",
            "målet er 6,5, men mål 1 på listen har samme ordlyd og er 5",
            "the aim is 6.5, but aim 1 of the list has the same wording and is 5",
        )],
    ),
];
