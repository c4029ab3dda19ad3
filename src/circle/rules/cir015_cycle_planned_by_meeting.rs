//! A meeting works with test actions that were planned by then.

use crate::circle::{Completion, LearningCircle};
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::circle::CircleMeeting;
#[cfg(feature = "proptest")]
use crate::cycle::Plan;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR015,
    basis: Basis::Form,
    requirements: &["R-122"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "circleProject, circles, meetings, cycles"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet: prøvehandlinger"),
    ],
    title: Bilingual::new(
        "et cirkelmøde arbejder med prøvehandlinger, der er planlagt senest på mødet",
        "a meeting of a circle works with test actions that were planned by the day of the meeting",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: på mødet fandtes prøvehandlingen ikke endnu.",
        "The document contradicts itself: on the day of the meeting there was no such test action yet.",
    ),
    remedy: Bilingual::new(
        "Ret mødets eller planens dato, eller henvis til den cyklus, som mødet arbejdede med.",
        "Correct the day of the meeting or of the plan, or refer to the cycle that the meeting worked with.",
    ),
    example: Bilingual::new(
        "På mødet 17. august arbejdede cirklen med en prøvehandling, der først blev planlagt 9. november.",
        "The meeting on 17 August worked with a test action that was not planned until 9 November.",
    ),
    ..Rule::DERIVED
};

message! {
    PlannedLater { meeting: u64, on: PartialDate, cycle: u64, planned_on: PartialDate }
    "møde {meeting} er holdt {on:i}, men arbejdede med cyklus {cycle}, som først blev planlagt {planned_on:i}",
    "meeting {meeting} was held {on:on|in}, but worked with cycle {cycle}, which was not planned until {planned_on}",
}

pub(super) fn check(circle: &LearningCircle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let planned = circle.cycles.iter().enumerate();
    let planned = planned.filter(|(_, one)| one.plan.as_ref().is_some_and(|plan| plan.on.is_some()));
    let planned = planned.map(|(n, one)| (one.id.uuid(), n));
    let list = at.key("meetings");
    sorted_of(&planned, |planned| {
        for (n, meeting) in circle.meetings.iter().enumerate() {
            let Some(on) = meeting.completion.and_then(Completion::on) else { continue };
            let meeting_at = list.index(n);
            let cycles = meeting_at.key("cycles");
            for (nth, id) in meeting.cycles.iter().enumerate() {
                let Some((_, cycle)) = of(planned, id.uuid()).first() else { continue };
                let [plan, ..] = circle.cycles.get(*cycle).map_or([None; 4], PdsaCycle::phase_dates);
                let Some(planned_on) = plan.filter(|plan| on.ends_before(*plan)) else {
                    continue;
                };
                let (meeting, cycle) = (ordinal(n), ordinal(*cycle));
                cx.not_met(&cycles.index(nth), PlannedLater { meeting, on, cycle, planned_on });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<LearningCircle> = &[|circle, tape| {
    let Some(meeting) = circle.meetings.first().cloned() else { return };
    let Some(first) = circle.cycles.first().cloned() else { return };
    let plan = Plan { prediction: Some(tape.said()), on: PartialDate::of_year(2023), ..Plan::default() };
    let later = PdsaCycle {
        id: tape.spare_id(1),
        change: Some(tape.said()),
        plan: Some(plan),
        carried_out: None,
        study: None,
        act: None,
        previous: None,
        next: None,
        ..first
    };
    let on = PartialDate::of_year(2022);
    circle.meetings.push(CircleMeeting {
        completion: Some(Completion::Done { on }),
        test_actions: Some(1),
        cycles: [later.id].into(),
        ..meeting
    });
    circle.cycles.push(later);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the day, in the month, before; no day of the meeting or the plan; not held, and a cycle that is not here.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [
                {
                    "completion": { "done": { "on": "2021-08-17" } },
                    "cycles": [
                        "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003",
                        "00000000-0000-4000-8000-000000000004", "00000000-0000-4000-8000-000000000005",
                        "00000000-0000-4000-8000-000000000009"
                    ]
                },
                { "plannedOn": "2020", "completion": { "done": {} }, "cycles": ["00000000-0000-4000-8000-000000000002"] },
                { "plannedOn": "2020", "completion": "notDone", "cycles": ["00000000-0000-4000-8000-000000000002"] }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "plan": { "on": "2021-08-17" } },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2021-08" } },
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2021-07-01" } },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [
                { "completion": { "done": { "on": "2021-06" } } },
                {
                    "completion": { "done": { "on": "2021-08-17" } },
                    "cycles": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
                }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "plan": { "on": "2021-08-01" } },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2021-11" } }
            ]
        }"#,
        &[not_met(
            "/meetings/1/cycles/1",
            "møde 2 er holdt 17. august 2021, men arbejdede med cyklus 2, som først blev planlagt i november 2021",
            "meeting 2 was held on 17 August 2021, but worked with cycle 2, which was not planned until November 2021",
        )],
    ),
];
