//! The figures about a learning circle do not contradict each other.

use crate::circle::{Completion, LearningCircle};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::circle::CircleMeeting;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR005,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-116", "R-122"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "circleProject, circles, size; participants; meetings",
        ),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet: 7-9 deltagere fordelt mellem"),
    ],
    title: Bilingual::new(
        "tallene om en læringscirkel modsiger ikke hinanden",
        "the figures about a learning circle do not contradict each other",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvor mange der deltager, eller hvad der er prøvet af.",
        "The document contradicts itself, and nobody knows how many take part, or what was tried.",
    ),
    remedy: Bilingual::new("Ret antallet eller listen.", "Correct the number or the list."),
    example: Bilingual::new(
        "Læringscirklen har 9 deltagere, men fordelt på roller er der kun 8.",
        "The circle has 9 participants, but the roles add up to 8.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherSum { size: u64, counted: u64 }
    "læringscirklen har {size:deltager|deltagere}, men de opgjorte grupper har {counted}",
    "the circle has {size:participant|participants}, but the listed groups have {counted}",
}

message! {
    MoreCycles { cycles: u64, test_actions: u64 }
    "mødet henviser til {cycles:PDSA-cyklus|PDSA-cyklusser}, men arbejdede med {test_actions:prøvehandling|prøvehandlinger}",
    "the meeting refers to {cycles:PDSA cycle|PDSA cycles}, but worked with {test_actions:test action|test actions}",
}

message! {
    NotHeld { test_actions: u64 }
    "mødet blev ikke holdt, men arbejdede med {test_actions:prøvehandling|prøvehandlinger}",
    "the meeting was not held, but worked with {test_actions:test action|test actions}",
}

/// A group without a stated number may be of any size, but the stated groups cannot be more than the circle.
pub(super) fn check(circle: &LearningCircle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(size) = circle.size.map(u64::from) {
        let counts = circle.participants.iter().filter_map(|one| one.count.map(u64::from));
        let counted = counts.fold(0, u64::saturating_add);
        if counted > size || circle.counted_participants().is_some_and(|counted| counted != size) {
            cx.not_met(&at.key("participants"), OtherSum { size, counted });
        }
    }
    let list = at.key("meetings");
    for (n, meeting) in circle.meetings.iter().enumerate() {
        let Some(test_actions) = meeting.test_actions.map(u64::from) else { continue };
        let (at, cycles) = (list.index(n), meeting.count_cycles());
        if cycles > test_actions {
            cx.not_met(&at.key("cycles"), MoreCycles { cycles, test_actions });
        }
        // A meeting that is to come can say what it will work with.
        let is_to_come = meeting.planned_on.is_some_and(|on| on.last_day() >= cx.as_of());
        if meeting.completion == Some(Completion::NotDone) && test_actions > 0 && !is_to_come {
            cx.not_met(&at.key("testActions"), NotHeld { test_actions });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<LearningCircle> = &[
    |circle, _| circle.size = Some(u32::MAX),
    |circle, _| circle.size = Some(0),
    |circle, _| {
        let worked_with_none = |one: &mut CircleMeeting| one.test_actions = Some(0);
        circle.meetings.first_mut().into_iter().for_each(worked_with_none);
    },
    |circle, _| {
        let cancel = |one: &mut CircleMeeting| one.completion = Some(Completion::NotDone);
        circle.meetings.first_mut().into_iter().for_each(cancel);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One group does not say how many. One cycle is named twice. The last meeting may still be held.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "size": 9,
            "participants": [{ "role": "leder", "count": 1 }, { "role": "terapeut" }],
            "meetings": [
                { "testActions": 1, "cycles": ["00000000-0000-4000-8000-000000000003"] },
                { "testActions": 1, "cycles": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000003"] },
                { "cycles": ["00000000-0000-4000-8000-000000000003"] }, { "testActions": 2 },
                { "completion": "notDone", "testActions": 0 }, { "completion": "notDone", "cycles": ["00000000-0000-4000-8000-000000000003"] },
                { "plannedOn": "2024-01", "completion": "notDone", "testActions": 2 }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "size": 9,
            "participants": [{ "count": 1 }, { "count": 8 }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "size": 9,
            "participants": [{ "count": 1 }, { "count": 7 }],
            "meetings": [{ "testActions": 0, "cycles": ["00000000-0000-4000-8000-000000000003"] }]
        }"#,
        &[
            not_met(
                "/participants",
                "læringscirklen har 9 deltagere, men de opgjorte grupper har 8",
                "the circle has 9 participants, but the listed groups have 8",
            ),
            not_met(
                "/meetings/0/cycles",
                "mødet henviser til 1 PDSA-cyklus, men arbejdede med 0 prøvehandlinger",
                "the meeting refers to 1 PDSA cycle, but worked with 0 test actions",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "size": 1,
            "participants": [{ "count": 2 }, {}]
        }"#,
        &[not_met(
            "/participants",
            "læringscirklen har 1 deltager, men de opgjorte grupper har 2",
            "the circle has 1 participant, but the listed groups have 2",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [
                { "completion": "notDone", "testActions": 2 },
                { "plannedOn": "2024-01-14", "completion": "notDone", "testActions": 1 }
            ]
        }"#,
        &[
            not_met(
                "/meetings/0/testActions",
                "mødet blev ikke holdt, men arbejdede med 2 prøvehandlinger",
                "the meeting was not held, but worked with 2 test actions",
            ),
            not_met(
                "/meetings/1/testActions",
                "mødet blev ikke holdt, men arbejdede med 1 prøvehandling",
                "the meeting was not held, but worked with 1 test action",
            ),
        ],
    ),
    // It can still be held today.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [{ "plannedOn": "2024-01-15", "completion": "notDone", "testActions": 2 }]
        }"#,
    ),
];
