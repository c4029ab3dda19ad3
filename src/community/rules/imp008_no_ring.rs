//! A series of cycles has a beginning.

use uuid::Uuid;

use super::series::{SERIES, Visit, index_cycles};
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP008,
    severity: Severity::Error,
    requirements: &["R-180"],
    sources: SERIES,
    title: Bilingual::new("en serie af cyklusser har en begyndelse", "a series of cycles has a beginning"),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: ingen cyklus kan komme efter den, den selv førte til.",
        "The document contradicts itself: no cycle can come after the one that it led to.",
    ),
    remedy: Bilingual::new("Fjern den henvisning, der fører tilbage.", "Remove the link that leads back."),
    example: Bilingual::new(
        "Cyklus 1 fører til 2, 2 til 3 og 3 til 1.",
        "Cycle 1 leads to 2, 2 to 3 and 3 to 1.",
    ),
    ..Rule::DERIVED
};

message! {
    Ring { cycles: u64 }
    "{cycles} cyklusser har hinanden som den næste, så at serien går i ring",
    "{cycles} cycles have each other as the next one, so that the series goes in a ring",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    index_cycles(community, |index| {
        for start in 0..index.len() {
            if let Some(entry) = find_new_ring(community, index, start) {
                let (cycles, first) = measure_ring(community, index, entry);
                let first = index.get(first).map_or(0, |(_, visit)| visit.cycle);
                if let Some(cycle) = community.cycles.get(first).filter(|_| cycles > 1) {
                    cx.not_met(&list.item(first, cycle.id).key("next"), Ring { cycles });
                }
            }
        }
    });
}

/// Follows the link of an entry of the index to the next cycle. Returns the position of its entry.
fn follow_next(community: &ImprovementCommunity, index: &[(Uuid, Visit)], entry: usize) -> Option<usize> {
    let (_, visit) = index.get(entry)?;
    let next = community.cycles.get(visit.cycle)?.next?.uuid();
    let last = index.partition_point(|(id, _)| *id <= next).checked_sub(1)?;
    index.get(last).filter(|(id, _)| *id == next).map(|_| last)
}

/// Follows the links from `start` and marks what it visits. Returns an entry of the ring that the links lead
/// into, unless an earlier search reached that ring.
fn find_new_ring(
    community: &ImprovementCommunity,
    index: &mut [(Uuid, Visit)],
    start: usize,
) -> Option<usize> {
    let search = start.saturating_add(1);
    let mut entry = start;
    loop {
        let (_, visit) = index.get_mut(entry)?;
        if visit.seen_by != 0 {
            return (visit.seen_by == search).then_some(entry);
        }
        visit.seen_by = search;
        entry = follow_next(community, index, entry)?;
    }
}

/// The number of cycles in the ring of `entry`, and its first entry in the order of ids.
fn measure_ring(community: &ImprovementCommunity, index: &[(Uuid, Visit)], entry: usize) -> (u64, usize) {
    let (mut cycles, mut first) = (1_u64, entry);
    let mut following = follow_next(community, index, entry);
    while let Some(other) = following.filter(|other| *other != entry) {
        cycles = cycles.saturating_add(1);
        first = first.min(other);
        following = follow_next(community, index, other);
    }
    (cycles, first)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| add_ring(community, [10, 11], false, tape),
    |community, tape| add_ring(community, [10, 11, 12], true, tape),
    |community, tape| add_ring(community, [10, 11, 12, 13, 14], false, tape),
];

/// Adds `N` cycles, each with the following one as its next and the last with the first.
#[cfg(feature = "proptest")]
fn add_ring<const N: usize>(
    community: &mut ImprovementCommunity,
    ids: [u128; N],
    links_back: bool,
    tape: &Tape<'_>,
) {
    let (mut next, mut previous) = (ids, ids);
    next.rotate_left(1);
    previous.rotate_right(1);
    for ((n, next), previous) in ids.into_iter().zip(next).zip(previous) {
        let previous = links_back.then(|| tape.spare_id(previous));
        let next = Some(tape.spare_id(next));
        community.cycles.push(PdsaCycle { previous, next, ..added::cycle(n, tape) });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
    ),
    // Two cycles that lead to the same one are no ring, and neither are links to the previous one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
    ),
    // That a cycle names itself is found by another rule.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0/next",
            "2 cyklusser har hinanden som den næste, så at serien går i ring",
            "2 cycles have each other as the next one, so that the series goes in a ring",
        )],
    ),
    // It is found once, at the cycle with the lowest id. A cycle that leads into the ring is no part of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/2/next",
            "3 cyklusser har hinanden som den næste, så at serien går i ring",
            "3 cycles have each other as the next one, so that the series goes in a ring",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "next": "00000000-0000-4000-8000-000000000006"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "next": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/next",
                "2 cyklusser har hinanden som den næste, så at serien går i ring",
                "2 cycles have each other as the next one, so that the series goes in a ring",
            ),
            not_met(
                "/cycles/2/next",
                "3 cyklusser har hinanden som den næste, så at serien går i ring",
                "3 cycles have each other as the next one, so that the series goes in a ring",
            ),
        ],
    ),
];
