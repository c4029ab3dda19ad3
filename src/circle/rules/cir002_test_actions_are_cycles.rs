//! Where the plan says that test actions follow PDSA, each is documented as a PDSA cycle.

use super::each_meeting;
use crate::circle::CircleProject;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_last_meeting;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR002,
    basis: Basis::Stated,
    requirements: &["R-123"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet")],
    title: Bilingual::new(
        "prøvehandlinger er PDSA-cyklusser, når planen siger det",
        "test actions are PDSA cycles if the plan says so",
    ),
    why: Bilingual::new(
        "Uden forudsigelse, data og beslutning kan andre ikke se, hvad en prøvehandling har vist.",
        "Without a prediction, data and a decision others cannot see what a test action has shown.",
    ),
    remedy: Bilingual::new(
        "Beskriv hver prøvehandling som en PDSA-cyklus, og henvis til den fra mødet, eller ret planen.",
        "Describe each test action as a PDSA cycle and refer to it from the meeting, or correct the plan.",
    ),
    example: Bilingual::new(
        "På mødet arbejdede cirklen med tre prøvehandlinger, men kun én af dem er beskrevet som PDSA-cyklus.",
        "The meeting worked with three test actions, but only one of them is described as a PDSA cycle.",
    ),
    ..Rule::DERIVED
};

message! {
    FewerCycles { test_actions: u64, cycles: u64 }
    "mødet arbejdede med {test_actions:prøvehandling|prøvehandlinger}, men henviser kun til {cycles:PDSA-cyklus|PDSA-cyklusser}",
    "the meeting worked with {test_actions:test action|test actions}, but refers to {cycles:PDSA cycle|PDSA cycles} only",
}

const CYCLES: Bilingual =
    Bilingual::new("prøvehandlingernes PDSA-cyklusser", "PDSA cycles of the test actions");

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if project.plan.as_ref().and_then(|plan| plan.test_actions_follow_pdsa) != Some(true) {
        return;
    }
    each_meeting(project, at, |meeting, at| {
        let (test_actions, cycles) = (meeting.test_actions.map_or(0, u64::from), meeting.count_cycles());
        match cycles {
            0 if test_actions > 0 => cx.not_assessable(at, CYCLES),
            _ if cycles < test_actions => cx.not_met(&at.key("cycles"), FewerCycles { test_actions, cycles }),
            _ => {}
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, _| {
        change_last_meeting(project, |one| one.test_actions = Some(u32::MAX));
    },
    |project, _| {
        change_last_meeting(project, |one| one.cycles.clear());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The plan does not say it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": {},
            "circles": [{ "id": "00000000-0000-4000-8000-000000000002", "meetings": [{ "testActions": 2 }] }]
        }"#,
    ),
    // As many, and no test action.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsFollowPdsa": true },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    { "testActions": 1, "cycles": ["00000000-0000-4000-8000-000000000003"] }, { "testActions": 0 }, {}
                ]
            }]
        }"#,
    ),
    // A cycle that is named twice is one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "testActionsFollowPdsa": true },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    { "testActions": 2, "cycles": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000003"] },
                    { "testActions": 1 }
                ]
            }]
        }"#,
        &[
            not_met(
                "/circles/0/meetings/0/cycles",
                "mødet arbejdede med 2 prøvehandlinger, men henviser kun til 1 PDSA-cyklus",
                "the meeting worked with 2 test actions, but refers to 1 PDSA cycle only",
            ),
            not_assessable(
                "/circles/0/meetings/1",
                "kan ikke vurderes; mangler: prøvehandlingernes PDSA-cyklusser",
                "cannot be assessed; missing: PDSA cycles of the test actions",
            ),
        ],
    ),
];
