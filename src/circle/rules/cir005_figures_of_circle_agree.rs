//! The figures about a learning circle do not contradict each other.

use crate::circle::LearningCircle;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

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

/// A group of which the number is not stated may be of any size, but those that are stated cannot be more than the circle.
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
        let cycles = count(meeting.cycles.len());
        if let Some(test_actions) = meeting.test_actions.map(u64::from)
            && cycles > test_actions
        {
            cx.not_met(&list.index(n).key("cycles"), MoreCycles { cycles, test_actions });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<LearningCircle> = &[
    |circle, _| circle.size = Some(u32::MAX),
    |circle, _| circle.size = Some(0),
    |circle, _| {
        for meeting in &mut circle.meetings {
            let again = meeting.cycles.clone();
            meeting.cycles.extend(again);
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One group does not say how many.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "size": 9,
            "participants": [{ "role": "leder", "count": 1 }, { "role": "terapeut" }],
            "meetings": [
                { "testActions": 1, "cycles": ["00000000-0000-4000-8000-000000000003"] },
                { "cycles": ["00000000-0000-4000-8000-000000000003"] }, { "testActions": 2 }
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
];
