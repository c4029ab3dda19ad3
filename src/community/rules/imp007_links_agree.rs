//! Two cycles say the same of their order.

use uuid::Uuid;

use super::series::{SERIES, Visit, index_cycles};
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::id::{Id, Subject};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, message};
use crate::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP007,
    severity: Severity::Error,
    requirements: &["R-180"],
    sources: SERIES,
    title: Bilingual::new(
        "to cyklusser siger det samme om deres rækkefølge",
        "two cycles say the same of their order",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: serien kan læses på to måder.",
        "The document contradicts itself: the series can be read in two ways.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the link that is wrong."),
    example: Bilingual::new(
        "Cyklus 1 har cyklus 2 som den næste, men cyklus 2 har cyklus 3 som den forrige.",
        "Cycle 1 has cycle 2 as its next, but cycle 2 has cycle 3 as its previous.",
    ),
    ..Rule::DERIVED
};

message! {
    NextHasOtherPrevious { named: Subject, instead: Subject }
    "{named} er nævnt som den næste cyklus, men har selv {instead} som den forrige",
    "{named} is named as the next cycle, but has {instead} as its previous one",
}

message! {
    PreviousHasOtherNext { named: Subject, instead: Subject }
    "{named} er nævnt som den forrige cyklus, men har selv {instead} som den næste",
    "{named} is named as the previous cycle, but has {instead} as its next one",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    index_cycles(community, |index| {
        for (n, this) in community.cycles.iter().enumerate() {
            let at = list.item(n, this.id);
            let other =
                |id: Option<Id<PdsaCycle>>| cycle_by_id(community, index, id.filter(|id| *id != this.id)?);
            if let Some(next) = other(this.next)
                && let Some(instead) = next.previous.filter(|previous| *previous != this.id)
            {
                let (named, instead) = (next.id.subject(), instead.subject());
                cx.not_met(&at.key("next"), NextHasOtherPrevious { named, instead });
            }
            if let Some(previous) = other(this.previous)
                && let Some(instead) = previous.next.filter(|next| *next != this.id)
            {
                let (named, instead) = (previous.id.subject(), instead.subject());
                cx.not_met(&at.key("previous"), PreviousHasOtherNext { named, instead });
            }
        }
    });
}

fn cycle_by_id<'c>(
    community: &'c ImprovementCommunity,
    index: &[(Uuid, Visit)],
    id: Id<PdsaCycle>,
) -> Option<&'c PdsaCycle> {
    let (_, visit) = sorted::of(index, id.uuid()).last()?;
    community.cycles.get(visit.cycle)
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
];

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
                    "previous": "00000000-0000-4000-8000-000000000002",
                    "next": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
    ),
    // A link in one direction only is no contradiction.
    accepts(
        r#"{
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
        }"#,
    ),
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
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
        &[not_met(
            "/cycles/0/next",
            "00000000-0000-4000-8000-000000000003 er nævnt som den næste cyklus, men har selv \
             00000000-0000-4000-8000-000000000004 som den forrige",
            "00000000-0000-4000-8000-000000000003 is named as the next cycle, but has \
             00000000-0000-4000-8000-000000000004 as its previous one",
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
                { "id": "00000000-0000-4000-8000-000000000003" },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "previous": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/2/previous",
            "00000000-0000-4000-8000-000000000002 er nævnt som den forrige cyklus, men har selv \
             00000000-0000-4000-8000-000000000003 som den næste",
            "00000000-0000-4000-8000-000000000002 is named as the previous cycle, but has \
             00000000-0000-4000-8000-000000000003 as its next one",
        )],
    ),
    // The cycle that is named instead need not be there.
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
                    "previous": "00000000-0000-4000-8000-000000000009"
                }
            ]
        }"#,
        &[not_met(
            "/cycles/0/next",
            "00000000-0000-4000-8000-000000000003 er nævnt som den næste cyklus, men har selv \
             00000000-0000-4000-8000-000000000009 som den forrige",
            "00000000-0000-4000-8000-000000000003 is named as the next cycle, but has \
             00000000-0000-4000-8000-000000000009 as its previous one",
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
            "00000000-0000-4000-8000-000000000004 er nævnt som den næste cyklus, men har selv \
             00000000-0000-4000-8000-000000000002 som den forrige",
            "00000000-0000-4000-8000-000000000004 is named as the next cycle, but has \
             00000000-0000-4000-8000-000000000002 as its previous one",
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
                "00000000-0000-4000-8000-000000000003 er nævnt som den næste cyklus, men har selv \
                 00000000-0000-4000-8000-000000000004 som den forrige",
                "00000000-0000-4000-8000-000000000003 is named as the next cycle, but has \
                 00000000-0000-4000-8000-000000000004 as its previous one",
            ),
            not_met(
                "/cycles/1/previous",
                "00000000-0000-4000-8000-000000000004 er nævnt som den forrige cyklus, men har selv \
                 00000000-0000-4000-8000-000000000002 som den næste",
                "00000000-0000-4000-8000-000000000004 is named as the previous cycle, but has \
                 00000000-0000-4000-8000-000000000002 as its next one",
            ),
        ],
    ),
];
