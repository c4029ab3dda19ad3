//! Sub-goals do not replace each other in a circle.

use uuid::Uuid;

use crate::codes;
use crate::goal::{Citizen, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{goal::GoalStatus, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL003,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, replacedBy")],
    title: Bilingual::new(
        "delmål erstatter ikke hinanden i ring",
        "sub-goals do not replace each other in a circle",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det er uklart, hvilket delmål der gælder nu.",
        "The document contradicts itself: it is unclear which sub-goal applies now.",
    ),
    remedy: Bilingual::new(
        "Fjern den henvisning, der fører tilbage til et tidligere delmål.",
        "Remove the reference that leads back to an earlier sub-goal.",
    ),
    example: Bilingual::new(
        "Delmål 1 er erstattet af delmål 2, og delmål 2 af delmål 1.",
        "Sub-goal 1 is replaced by sub-goal 2, and sub-goal 2 by sub-goal 1.",
    ),
    ..Rule::DERIVED
};

message! {
    ByItself {}
    "delmålet er erstattet af sig selv",
    "the sub-goal is replaced by itself",
}

message! {
    Ring { sub_goals: u64, first: u64, last: u64 }
    "{sub_goals} delmål erstatter hinanden i ring, fra delmål {first} til delmål {last} og tilbage",
    "{sub_goals} sub-goals replace each other in a circle, from sub-goal {first} to sub-goal {last} and back",
}

/// A sub-goal of the index: its id, its position in the list, and the walk that has passed it; 0 if none has.
type Node = (Uuid, usize, usize);

/// A sub-goal is replaced by one other, so that a walk along the references ends, or runs into a circle.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let all = &citizen.sub_goals;
    let list = at.key("subGoals");
    let replaced = |put: &mut dyn FnMut(Node)| {
        let replaced = all.iter().enumerate().filter(|(_, one)| one.replaced_by.is_some());
        replaced.for_each(|(n, one)| put((one.id.uuid(), n, 0)));
    };
    sorted(replaced, |index| {
        for start in 0..index.len() {
            let walk = start.saturating_add(1);
            let (mut here, mut circle) = (Some(start), None);
            while let Some(entry) = here {
                let Some((_, position, passed)) = index.get_mut(entry) else { break };
                if *passed != 0 {
                    circle = (*passed == walk).then_some(entry);
                    break;
                }
                *passed = walk;
                let position = *position;
                here = successor(all, position, index);
            }
            let Some(entry) = circle else { continue };
            let Some(ring) = Ring::through(entry, all, index) else { continue };
            let Some(first) = all.get(ring.0) else { continue };
            let place = list.item(ring.0, first.id);
            match ring.1.sub_goals {
                1 => cx.not_met(&place.key("replacedBy"), ByItself {}),
                _ => cx.not_met(&place, ring.1),
            }
        }
    });
}

/// The entry of the sub-goal that replaced the one at a position.
fn successor(all: &[SubGoal], position: usize, index: &[Node]) -> Option<usize> {
    let next = all.get(position)?.replaced_by?.uuid();
    let entry = index.partition_point(|(id, ..)| *id < next);
    index.get(entry).is_some_and(|(id, ..)| *id == next).then_some(entry)
}

impl Ring {
    /// The circle through an entry, and the position of its first sub-goal in the list.
    fn through(entry: usize, all: &[SubGoal], index: &[Node]) -> Option<(usize, Self)> {
        let position = |entry: usize| index.get(entry).map(|(_, position, _)| *position);
        let (mut first, mut last, mut sub_goals) = (position(entry)?, position(entry)?, 0_usize);
        let mut here = entry;
        loop {
            sub_goals = sub_goals.saturating_add(1);
            let before = position(here)?;
            here = successor(all, before, index)?;
            let after = position(here)?;
            if after <= first {
                (first, last) = (after, before);
            }
            if here == entry {
                break;
            }
        }
        let number = |position: usize| text::count(position.saturating_add(1));
        let ring = Self { sub_goals: text::count(sub_goals), first: number(first), last: number(last) };
        Some((first, ring))
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[
    |citizen, _| {
        if let Some(first) = citizen.sub_goals.first_mut() {
            breaks::close(first, GoalStatus::Replaced);
            first.replaced_by = Some(first.id);
        }
    },
    |citizen, tape| {
        let Some(mut one) = citizen.sub_goals.first().cloned() else { return };
        breaks::close(&mut one, GoalStatus::Replaced);
        one.assessments.clear();
        let ids = [1, 2, 3].map(|n| tape.spare_id(n));
        for (id, next) in ids.into_iter().zip(ids.into_iter().cycle().skip(1)) {
            citizen.sub_goals.push(SubGoal { id, replaced_by: Some(next), ..one.clone() });
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Two that are replaced by the same one are no circle, nor is one whose successor is unknown.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "replacedBy": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "replacedBy": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "replacedBy": "00000000-0000-4000-8000-000000000009"
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "replacedBy": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
        &[not_met(
            "/subGoals/1/replacedBy",
            "delmålet er erstattet af sig selv",
            "the sub-goal is replaced by itself",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "replacedBy": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "replacedBy": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[not_met(
            "/subGoals/0",
            "2 delmål erstatter hinanden i ring, fra delmål 1 til delmål 2 og tilbage",
            "2 sub-goals replace each other in a circle, from sub-goal 1 to sub-goal 2 and back",
        )],
    ),
    // Each circle is found once, at the first of its sub-goals; the one that leads into it is no part of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "replacedBy": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "replacedBy": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "replacedBy": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "replacedBy": "00000000-0000-4000-8000-000000000006"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "replacedBy": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
        &[
            not_met(
                "/subGoals/1",
                "3 delmål erstatter hinanden i ring, fra delmål 2 til delmål 4 og tilbage",
                "3 sub-goals replace each other in a circle, from sub-goal 2 to sub-goal 4 and back",
            ),
            not_met(
                "/subGoals/4/replacedBy",
                "delmålet er erstattet af sig selv",
                "the sub-goal is replaced by itself",
            ),
        ],
    ),
];
