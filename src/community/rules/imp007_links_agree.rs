//! The links between the cycles of a series agree.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::cycle::links::{HoldsCycles, Links, Node, Nth, number, position};
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::community::ImprovementCommunity;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};

pub(crate) static RULE: Rule = Rule {
    code: codes::IMP007,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "communities, cycles; circleProject, circles, cycles",
    )],
    title: Bilingual::new(
        "henvisningerne mellem cyklusserne i en serie stemmer overens",
        "the links between the cycles of a series agree",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: serien kan læses på to måder.",
        "The document contradicts itself: the series can be read in two ways.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the link that is wrong."),
    example: Bilingual::new(
        "Cyklus 1 nævner cyklus 2 som den næste, men cyklus 2 nævner cyklus 3 som den forrige.",
        "Cycle 1 names cycle 2 as next, but cycle 2 names cycle 3 as previous.",
    ),
    ..Rule::DERIVED
};

message! {
    NamesAnother { cycle: u64, named: u64, link: Bilingual, instead: u64, back: Bilingual }
    "cyklus {cycle} nævner cyklus {named} som {link}, men cyklus {named} nævner cyklus {instead} som {back}",
    "cycle {cycle} names cycle {named} as {link}, but cycle {named} names cycle {instead} as {back}",
}

message! {
    NamesUnknown { cycle: u64, named: u64, link: Bilingual, back: Bilingual }
    "cyklus {cycle} nævner cyklus {named} som {link}, men cyklus {named} nævner en anden som {back}",
    "cycle {cycle} names cycle {named} as {link}, but cycle {named} names another cycle as {back}",
}

message! {
    BothName { cycle: u64, other: u64, named: u64, link: Bilingual }
    "cyklus {cycle} og cyklus {other} nævner begge cyklus {named} som {link}",
    "cycle {cycle} and cycle {other} both name cycle {named} as {link}",
}

/// One of the two links of a cycle, and the one that should lead back.
struct Direction {
    key: &'static str,
    link: Bilingual,
    back: Bilingual,
    to: fn(&Node) -> Option<Nth>,
    back_to: fn(&Node) -> Option<Nth>,
    named_in_return: fn(&PdsaCycle) -> Option<Id<PdsaCycle>>,
    first_that_names: fn(&Node) -> Option<Nth>,
}

const NEXT: Bilingual = Bilingual::new("den næste", "next");
const PREVIOUS: Bilingual = Bilingual::new("den forrige", "previous");

const DIRECTIONS: [Direction; 2] = [
    Direction {
        key: "next",
        link: NEXT,
        back: PREVIOUS,
        to: |node| node.next,
        back_to: |node| node.previous,
        named_in_return: |cycle| cycle.previous,
        first_that_names: |node| node.first_before,
    },
    Direction {
        key: "previous",
        link: PREVIOUS,
        back: NEXT,
        to: |node| node.previous,
        back_to: |node| node.next,
        named_in_return: |cycle| cycle.next,
        first_that_names: |node| node.first_after,
    },
];

pub(crate) fn check(holder: &dyn HoldsCycles, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    for (this, node) in links.each() {
        let at = list.element(position(this), links.id(this).map(Id::subject));
        for direction in &DIRECTIONS {
            if let Some(to) = (direction.to)(node) {
                compare(holder.cycles(), links, [this, to], direction, &at.key(direction.key), cx);
            }
        }
    }
}

/// Compares the link between two cycles with what the one that it leads to says itself. If that says nothing, or
/// names itself (PDS009), no other cycle may have the same link.
fn compare(
    cycles: &[PdsaCycle],
    links: Links<'_>,
    [from, to]: [Nth; 2],
    direction: &Direction,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let cycle_at = |nth| cycles.get(position(nth));
    let Some(its) = links.get(to).filter(|its| (direction.back_to)(its) != Some(from)) else { return };
    let (Some(this), Some(other)) = (cycle_at(from), cycle_at(to)) else { return };
    let Direction { link, back, .. } = *direction;
    let (cycle, named) = (number(from), number(to));
    match (direction.named_in_return)(other).filter(|in_return| *in_return != other.id) {
        Some(in_return) if in_return == this.id => {}
        Some(_) => match (direction.back_to)(its).map(number) {
            Some(instead) => cx.not_met(at, NamesAnother { cycle, named, link, instead, back }),
            None => cx.not_met(at, NamesUnknown { cycle, named, link, back }),
        },
        None => {
            if let Some(first) = (direction.first_that_names)(its).filter(|first| *first != from).map(number)
            {
                let (cycle, other) = (cycle.min(first), cycle.max(first));
                cx.not_met(at, BothName { cycle, other, named, link });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let one = PdsaCycle { next: Some(tape.spare_id(2)), ..added::cycle(1, tape) };
        let next = PdsaCycle { previous: Some(tape.spare_id(3)), ..added::cycle(2, tape) };
        community.cycles.extend([one, next, added::cycle(3, tape)]);
    },
    |community, tape| {
        let one = PdsaCycle { previous: Some(tape.spare_id(2)), ..added::cycle(1, tape) };
        let previous = PdsaCycle { next: Some(tape.spare_id(3)), ..added::cycle(2, tape) };
        community.cycles.extend([one, previous, added::cycle(3, tape)]);
    },
    |community, tape| {
        let both = [1, 2].map(|n| PdsaCycle { next: Some(tape.spare_id(3)), ..added::cycle(n, tape) });
        community.cycles.extend(both);
        community.cycles.push(added::cycle(3, tape));
    },
    |community, tape| {
        let both = [1, 2].map(|n| PdsaCycle { previous: Some(tape.spare_id(3)), ..added::cycle(n, tape) });
        community.cycles.extend(both);
        community.cycles.push(added::cycle(3, tape));
    },
];

#[cfg(test)]
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "cycles": [
        {
            "id": "00000000-0000-4000-8000-000000000002",
            "next": "00000000-0000-4000-8000-000000000003"
        },
        { "id": "00000000-0000-4000-8000-000000000003" },
        {
            "id": "00000000-0000-4000-8000-000000000004",
            "previous": "00000000-0000-4000-8000-000000000003"
        }
    ]
}"#;

#[cfg(test)]
pub(crate) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts_with(
        COMMUNITY,
        r#"{
            "/cycles/1/previous": "00000000-0000-4000-8000-000000000002",
            "/cycles/1/next": "00000000-0000-4000-8000-000000000004"
        }"#,
    ),
    // A link in one direction only is no contradiction.
    accepts(COMMUNITY),
    // A cycle that is not there says nothing, and one that names itself is no other one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000009"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "previous": "00000000-0000-4000-8000-000000000008"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
    ),
    // A cycle that names itself says nothing about another one.
    accepts_with(
        COMMUNITY,
        r#"{ "/cycles/2/id": "00000000-0000-4000-8000-000000000003", "/cycles/1": null }"#,
    ),
    // Two cycles that name each other as the previous one do not disagree; they go in a ring.
    accepts(
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
    ),
    refuses_with(
        COMMUNITY,
        r#"{ "/cycles/1/previous": "00000000-0000-4000-8000-000000000004", "/cycles/2/previous": null }"#,
        &[not_met(
            "/cycles/0/next",
            "cyklus 1 nævner cyklus 2 som den næste, men cyklus 2 nævner cyklus 3 som den forrige",
            "cycle 1 names cycle 2 as next, but cycle 2 names cycle 3 as previous",
        )],
    ),
    refuses_with(
        COMMUNITY,
        r#"{ "/cycles/2/previous": "00000000-0000-4000-8000-000000000002" }"#,
        &[not_met(
            "/cycles/2/previous",
            "cyklus 3 nævner cyklus 1 som den forrige, men cyklus 1 nævner cyklus 2 som den næste",
            "cycle 3 names cycle 1 as previous, but cycle 1 names cycle 2 as next",
        )],
    ),
    // The cycle that is named instead need not be there.
    refuses_with(
        COMMUNITY,
        r#"{ "/cycles/1/previous": "00000000-0000-4000-8000-000000000009", "/cycles/2": null }"#,
        &[not_met(
            "/cycles/0/next",
            "cyklus 1 nævner cyklus 2 som den næste, men cyklus 2 nævner en anden som den forrige",
            "cycle 1 names cycle 2 as next, but cycle 2 names another cycle as previous",
        )],
    ),
    // Two cycles cannot both come right before a third.
    refuses(
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
        &[not_met(
            "/cycles/1/next",
            "cyklus 2 nævner cyklus 3 som den næste, men cyklus 3 nævner cyklus 1 som den forrige",
            "cycle 2 names cycle 3 as next, but cycle 3 names cycle 1 as previous",
        )],
    ),
    // The same if the third cycle says nothing, or names itself.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "next": "00000000-0000-4000-8000-000000000004"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/next",
                "cyklus 1 og cyklus 2 nævner begge cyklus 3 som den næste",
                "cycle 1 and cycle 2 both name cycle 3 as next",
            ),
            not_met(
                "/cycles/3/next",
                "cyklus 2 og cyklus 4 nævner begge cyklus 3 som den næste",
                "cycle 2 and cycle 4 both name cycle 3 as next",
            ),
        ],
    ),
    // Two cycles cannot both come right after a third.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "previous": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/2/previous",
            "cyklus 2 og cyklus 3 nævner begge cyklus 1 som den forrige",
            "cycle 2 and cycle 3 both name cycle 1 as previous",
        )],
    ),
    // One cycle can be contradicted by both of its neighbours.
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
                    "previous": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "next": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/next",
                "cyklus 1 nævner cyklus 2 som den næste, men cyklus 2 nævner cyklus 3 som den forrige",
                "cycle 1 names cycle 2 as next, but cycle 2 names cycle 3 as previous",
            ),
            not_met(
                "/cycles/1/previous",
                "cyklus 2 nævner cyklus 3 som den forrige, men cyklus 3 nævner cyklus 1 som den næste",
                "cycle 2 names cycle 3 as previous, but cycle 3 names cycle 1 as next",
            ),
        ],
    ),
];
