//! The meetings and cycles of a circle refer to cycles of that circle.

use uuid::Uuid;

use crate::circle::CircleProject;
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use super::breaks::add_circle;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::circle::{CircleMeeting, LearningCircle},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR013,
    severity: Severity::Information,
    requirements: &["R-122", "R-123"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet")],
    title: Bilingual::new(
        "en læringscirkels møder og cyklusser henviser til cirklens egne cyklusser",
        "the meetings and cycles of a circle refer to cycles of that circle",
    ),
    why: Bilingual::new(
        "En læringscirkel arbejder på sine møder med det, den selv har prøvet af i hverdagen.",
        "At its meetings a circle works with what it has itself tried in daily work.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller flyt cyklussen til den læringscirkel, der prøver den af.",
        "Correct the reference, or move the cycle to the circle that tests it.",
    ),
    example: Bilingual::new(
        "Mødet i læringscirkel 2 henviser til en cyklus, der står under læringscirkel 1.",
        "A meeting of circle 2 refers to a cycle that is listed under circle 1.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnother { circle: u64 }
    "der henvises til en cyklus, som hører til læringscirkel {circle}",
    "the cycle that is referred to belongs to circle {circle}",
}

/// What is in no circle is for DOC002.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if project.circles.len() < 2 {
        return;
    }
    let circles = project.circles.iter().enumerate();
    let cycles =
        circles.clone().flat_map(|(n, circle)| circle.cycles.iter().map(move |one| (one.id.uuid(), n)));
    sorted_of(&cycles, |cycles| {
        let cycles: &[(Uuid, usize)] = cycles;
        let list = at.key("circles");
        for (n, circle) in circles {
            let mut look_up = |id: Id<PdsaCycle>, at: &Path<'_>| {
                let found = sorted::of(cycles, id.uuid());
                if let Some((_, other)) = found.first().filter(|_| found.iter().all(|(_, of)| *of != n)) {
                    cx.not_met(at, OfAnother { circle: ordinal(*other) });
                }
            };
            let circle_at = list.item(n, circle.id);
            let meetings = circle_at.key("meetings");
            for (n, meeting) in circle.meetings.iter().enumerate() {
                let at = meetings.index(n);
                let named = at.key("cycles");
                for (n, id) in meeting.cycles.iter().enumerate() {
                    look_up(*id, &named.index(n));
                }
            }
            let own = circle_at.key("cycles");
            for (n, cycle) in circle.cycles.iter().enumerate() {
                let at = own.item(n, cycle.id);
                for (key, link) in [("previous", cycle.previous), ("next", cycle.next)] {
                    if let Some(id) = link {
                        look_up(id, &at.key(key));
                    }
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, tape| {
        let cycles = project.circles.first().and_then(|one| one.cycles.first()).map(|one| one.id);
        let meeting = CircleMeeting { cycles: cycles.into_iter().collect(), ..CircleMeeting::default() };
        let circle = LearningCircle::new(tape.spare_id(2));
        add(project, LearningCircle { meetings: [meeting].into(), ..circle });
    },
    |project, tape| {
        let previous = project.circles.first().and_then(|one| one.cycles.first()).map(|one| one.id);
        let cycle = PdsaCycle { previous, ..PdsaCycle::new(tape.spare_id(1)) };
        let circle = LearningCircle::new(tape.spare_id(2));
        add(project, LearningCircle { cycles: [cycle].into(), ..circle });
    },
];

/// Adds a circle that works with the same core elements as the first.
#[cfg(feature = "proptest")]
fn add(project: &mut CircleProject, circle: LearningCircle) {
    let core_elements = project.circles.first().map(|one| one.core_elements.clone()).unwrap_or_default();
    add_circle(project, LearningCircle { core_elements, ..circle });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Its own cycles, and one that is not in the document.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002", "cycles": [{ "id": "00000000-0000-4000-8000-000000000004" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "meetings": [{ "cycles": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000009"] }],
                    "cycles": [
                        { "id": "00000000-0000-4000-8000-000000000005" },
                        { "id": "00000000-0000-4000-8000-000000000006", "previous": "00000000-0000-4000-8000-000000000005" }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002", "cycles": [{ "id": "00000000-0000-4000-8000-000000000004" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "meetings": [{ "cycles": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000004"] }],
                    "cycles": [{ "id": "00000000-0000-4000-8000-000000000005", "previous": "00000000-0000-4000-8000-000000000004" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/circles/1/meetings/0/cycles/1",
                "der henvises til en cyklus, som hører til læringscirkel 1",
                "the cycle that is referred to belongs to circle 1",
            ),
            not_met(
                "/circles/1/cycles/0/previous",
                "der henvises til en cyklus, som hører til læringscirkel 1",
                "the cycle that is referred to belongs to circle 1",
            ),
        ],
    ),
];
