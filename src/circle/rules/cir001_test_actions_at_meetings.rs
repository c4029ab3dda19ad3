//! Where the plan says so, every meeting of a circle works with test actions.

use super::each_circle;
use crate::circle::{CircleProject, Completion};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_last_meeting;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR001,
    basis: Basis::Stated,
    requirements: &["R-122"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet")],
    title: Bilingual::new(
        "en læringscirkel arbejder med prøvehandlinger på hvert møde, når planen siger det",
        "a learning circle works with test actions at every meeting if the plan says so",
    ),
    why: Bilingual::new(
        "Det er prøvehandlingerne, der ændrer hverdagen; et møde uden dem bliver en samtale om den. Det gælder ikke det første møde, hvor intet er prøvet af endnu.",
        "It is the test actions that change daily work; a meeting without them is only talk about it. This does not apply to the first meeting, when nothing has been tried yet.",
    ),
    remedy: Bilingual::new(
        "Aftal på hvert møde, hvad der prøves af inden det næste, eller ret planen.",
        "Agree at each meeting what is to be tested before the next one, or correct the plan.",
    ),
    example: Bilingual::new(
        "Efter planen er der prøvehandlinger på hvert møde, men på det tredje møde var der ingen.",
        "The plan asks for test actions at every meeting, but the third meeting had none.",
    ),
    requires: &[codes::CIR005],
    ..Rule::DERIVED
};

message! {
    WithoutTestActions {}
    "mødet havde ingen prøvehandlinger; efter planen skal hvert møde have dem",
    "the meeting had no test actions; according to the plan every meeting has some",
}

const NUMBER: Bilingual = Bilingual::new(
    "hvor mange prøvehandlinger mødet arbejdede med",
    "how many test actions the meeting worked with",
);

/// The first meeting that is not cancelled has nothing yet that was tried in daily work.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if project.plan.as_ref().and_then(|plan| plan.test_actions_at_every_meeting) != Some(true) {
        return;
    }
    each_circle(project, at, |meetings, list| {
        let meetings = meetings.iter().enumerate();
        let not_cancelled = meetings.filter(|(_, one)| one.completion != Some(Completion::NotDone));
        for (n, meeting) in not_cancelled.skip(1) {
            if !meeting.completion.is_some_and(|one| one.is_done(cx.as_of())) {
                continue;
            }
            match meeting.test_actions {
                // It names cycles, so that one of the two is wrong.
                Some(0) if !meeting.cycles.is_empty() => {
                    cx.depends_on(&list.index(n).key("testActions"), codes::CIR005);
                }
                Some(0) => cx.not_met(&list.index(n).key("testActions"), WithoutTestActions {}),
                None if meeting.cycles.is_empty() => cx.not_assessable(&list.index(n), NUMBER),
                _ => {}
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, _| {
        change_last_meeting(project, |one| (one.test_actions, one.cycles) = (Some(0), [].into()));
    },
    |project, _| {
        change_last_meeting(project, |one| (one.test_actions, one.cycles) = (None, [].into()));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The plan does not say it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsAtEveryMeeting": false },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [{}, { "completion": { "done": {} }, "testActions": 0 }]
            }]
        }"#,
    ),
    // The first meeting that was not cancelled, another that was cancelled, one that is to come, and one that names a
    // cycle.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsAtEveryMeeting": true },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    { "completion": "notDone", "testActions": 0 },
                    { "completion": { "done": {} }, "testActions": 0 },
                    { "completion": "notDone", "testActions": 0 },
                    { "plannedOn": "2023-03", "testActions": 0 },
                    { "completion": { "done": {} }, "testActions": 1 },
                    { "completion": { "done": {} }, "cycles": ["00000000-0000-4000-8000-000000000003"] },
                    { "completion": { "done": { "on": "2024-01-16" } } }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsAtEveryMeeting": true },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    {}, { "completion": "notDone" },
                    { "completion": { "done": { "on": "2024-01-15" } }, "testActions": 0 },
                    { "completion": { "done": {} } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/circles/0/meetings/2/testActions",
                "mødet havde ingen prøvehandlinger; efter planen skal hvert møde have dem",
                "the meeting had no test actions; according to the plan every meeting has some",
            ),
            not_assessable(
                "/circles/0/meetings/3",
                "kan ikke vurderes; mangler: hvor mange prøvehandlinger mødet arbejdede med",
                "cannot be assessed; missing: how many test actions the meeting worked with",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsAtEveryMeeting": true },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    {},
                    { "completion": { "done": {} }, "testActions": 0, "cycles": ["00000000-0000-4000-8000-000000000003"] }
                ]
            }]
        }"#,
        &[not_evaluated("/circles/0/meetings/1/testActions", "CIR005")],
    ),
];
