//! A series of cycles does not run in a circle.

use alloc::vec::Vec;

use crate::codes;
use crate::cycle::links::{HoldsCycles, Links, number, position};
use crate::cycle::rings::each_ring;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Positions, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sort_by;
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::community::ImprovementCommunity;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};

pub(crate) static RULE: Rule = Rule {
    code: codes::IMP008,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "communities, cycles; circleProject, circles, cycles",
    )],
    title: Bilingual::new(
        "en serie af cyklusser går ikke i ring",
        "a series of cycles does not run in a circle",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: ingen cyklus kan komme efter en cyklus, som den selv har ført til.",
        "The document contradicts itself: no cycle can come after a cycle that it has led to.",
    ),
    remedy: Bilingual::new(
        "Fjern den henvisning, der fører tilbage til begyndelsen.",
        "Remove the link that leads back to the start.",
    ),
    example: Bilingual::new(
        "Cyklus 1 fører til 2, 2 til 3 og 3 til 1.",
        "Cycle 1 leads to 2, 2 to 3 and 3 to 1.",
    ),
    ..Rule::DERIVED
};

message! {
    InRing { cycles: u64, members: Positions }
    "{cycles} cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus {members:og}",
    "{cycles} cycles follow each other in a circle, so the series has no beginning: cycles {members:and}",
}

message! {
    InLongRing { cycles: u64, members: Positions, more: u64 }
    "{cycles} cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus {members} og {more:anden|andre}",
    "{cycles} cycles follow each other in a circle, so the series has no beginning: cycles {members} and {more:other|others}",
}

/// At most this many cycles of a ring are named.
const NAMED: usize = 20;

pub(crate) fn check(_: &dyn HoldsCycles, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let place = at.key("cycles");
    each_ring(links, |ring| {
        let Some(first) = ring.members().min_by_key(|nth| links.key(*nth)) else { return };
        let place = place.element(position(first), links.id(first).map(Id::subject));
        let mut members: Vec<u64> = ring.members().map(number).collect();
        sort_by(&mut members, Ord::cmp);
        let cycles = text::count(members.len());
        let more = text::count(members.len().saturating_sub(NAMED));
        members.truncate(NAMED);
        let members = Positions(members);
        if more == 0 {
            cx.not_met(&place, InRing { cycles, members });
        } else {
            cx.not_met(&place, InLongRing { cycles, members, more });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| add_ring(community, [10, 11], |_| (false, true), tape),
    |community, tape| add_ring(community, [10, 11], |_| (true, false), tape),
    |community, tape| add_ring(community, [10, 11, 12], |_| (true, true), tape),
    |community, tape| add_ring(community, [10, 11, 12, 13], |n| (n < 12, n > 10), tape),
    |community, tape| add_ring(community, [10, 11, 12, 13, 14], |_| (true, false), tape),
    |community, tape| {
        let both = [10, 11].map(|n| added::carried_out(n, community, tape));
        let [one, other] = [11, 10].map(|n| Some(tape.spare_id(n)));
        let [first, second] = both;
        community.cycles.extend([PdsaCycle { next: one, ..first }, PdsaCycle { next: other, ..second }]);
    },
];

/// Adds `N` cycles that follow each other, and the first the last. `links` says of each whether it names the
/// previous one, and whether it names the next one.
#[cfg(feature = "proptest")]
fn add_ring<const N: usize>(
    community: &mut ImprovementCommunity,
    ids: [u128; N],
    links: fn(u128) -> (bool, bool),
    tape: &Tape<'_>,
) {
    let (mut next, mut previous) = (ids, ids);
    next.rotate_left(1);
    previous.rotate_right(1);
    for ((n, next), previous) in ids.into_iter().zip(next).zip(previous) {
        let (names_previous, names_next) = links(n);
        let previous = names_previous.then(|| tape.spare_id(previous));
        let next = names_next.then(|| tape.spare_id(next));
        community.cycles.push(PdsaCycle { previous, next, ..added::cycle(n, tape) });
    }
}

#[cfg(test)]
const COMMUNITY: &str = r#"{
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
}"#;

#[cfg(test)]
pub(crate) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts_with(
        COMMUNITY,
        r#"{
            "/cycles/1/next": "00000000-0000-4000-8000-000000000004",
            "/cycles/2": { "id": "00000000-0000-4000-8000-000000000004" }
        }"#,
    ),
    // Two cycles that lead to the same one are no ring, nor are two that come after the same one.
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
    accepts(COMMUNITY),
    // What is not in the list leads nowhere.
    accepts_with(
        COMMUNITY,
        r#"{
            "/cycles/0/previous": "00000000-0000-4000-8000-000000000009",
            "/cycles/1/next": "00000000-0000-4000-8000-000000000009"
        }"#,
    ),
    refuses_with(
        COMMUNITY,
        r#"{ "/cycles/1/next": "00000000-0000-4000-8000-000000000002" }"#,
        &[not_met(
            "/cycles/0",
            "2 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1 og 2",
            "2 cycles follow each other in a circle, so the series has no beginning: cycles 1 and 2",
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
            "/cycles/2",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 2, 3 og 4",
            "3 cycles follow each other in a circle, so the series has no beginning: cycles 2, 3 and 4",
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
                "/cycles/0",
                "2 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1 og 2",
                "2 cycles follow each other in a circle, so the series has no beginning: cycles 1 and 2",
            ),
            not_met(
                "/cycles/2",
                "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 3, 4 og 5",
                "3 cycles follow each other in a circle, so the series has no beginning: cycles 3, 4 and 5",
            ),
        ],
    ),
    // Two cycles that name each other as the previous one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "previous": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "previous": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0",
            "2 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1 og 2",
            "2 cycles follow each other in a circle, so the series has no beginning: cycles 1 and 2",
        )],
    ),
    // Two cycles, by the links of one of them.
    refuses_with(
        COMMUNITY,
        r#"{ "/cycles/0/previous": "00000000-0000-4000-8000-000000000003", "/cycles/1/next": null }"#,
        &[not_met(
            "/cycles/0",
            "2 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1 og 2",
            "2 cycles follow each other in a circle, so the series has no beginning: cycles 1 and 2",
        )],
    ),
    // A ring by the previous links alone.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "previous": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "previous": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1, 2 og 3",
            "3 cycles follow each other in a circle, so the series has no beginning: cycles 1, 2 and 3",
        )],
    ),
    // Links of both kinds, each said by one cycle only: 2 to 3, 3 to 4, 4 to 2.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "previous": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1, 2 og 3",
            "3 cycles follow each other in a circle, so the series has no beginning: cycles 1, 2 and 3",
        )],
    ),
    // A cycle is said to come before one that it follows, though the series goes on.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "previous": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "previous": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "previous": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1, 2 og 3",
            "3 cycles follow each other in a circle, so the series has no beginning: cycles 1, 2 and 3",
        )],
    ),
    // A ring through a cycle that another names twice.
    refuses_with(
        COMMUNITY,
        r#"{
            "/cycles/0/previous": "00000000-0000-4000-8000-000000000003",
            "/cycles/1/next": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "/cycles/0",
            "2 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1 og 2",
            "2 cycles follow each other in a circle, so the series has no beginning: cycles 1 and 2",
        )],
    ),
    // Two rings that share a cycle are one: each of their cycles leads to each.
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
                    "previous": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "next": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0",
            "4 cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus 1, 2, 3 og 4",
            "4 cycles follow each other in a circle, so the series has no beginning: cycles 1, 2, 3 and 4",
        )],
    ),
];
