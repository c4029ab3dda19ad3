//! A session of the training is no shorter, and has no higher number, than the plan of the project says.

use crate::codes;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::project::TrainingSession;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ019,
    requirements: &["R-151"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Planlægning af sidemandsoplæringen: minimum 2 timer hver gang; Der blev aftalt 3 møder",
    )],
    title: Bilingual::new(
        "en oplæring er ikke kortere og har ikke et højere nummer, end planen for projektet siger",
        "a session is no shorter, and has no higher number, than the plan of the project says",
    ),
    why: Bilingual::new(
        "På den halve tid når afdelingen ikke det, oplæringen skal indeholde. Et nummer, planen ikke har, er skrevet forkert, eller også følger afdelingen en anden plan end de andre. Planen er projektets egen.",
        "In half of the time a department does not get through what a session is to contain. A number that the plan does not have is wrong, or the department follows a plan that differs from that of the others. The plan is the project's own.",
    ),
    remedy: Bilingual::new(
        "Ret det, der er forkert: varigheden eller nummeret på oplæringen, eller planen. Er det planlagte blevet til mindre, så aftal, hvornår resten tages; er der holdt flere oplæringer end planlagt, så skriv det i planen. Skal resten ikke gennemføres, er der intet at rette.",
        "Correct what is wrong: the length or the number of the session, or the plan. If less was held than planned, agree when the rest is held; if more sessions were held, say so in the plan. If the rest is not to be held, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Planen er mindst 2 timer hver gang, men den anden oplæring i afdeling A varede 45 minutter.",
        "The plan is for at least 2 hours each time, but the second session of department A lasted 45 minutes.",
    ),
    ..Rule::DERIVED
};

message! {
    Shorter { held: u64, least: u64 }
    "oplæringen varede {held:minut|minutter}, men skulle efter planen vare mindst {least}",
    "the session lasted {held:minute|minutes}, but at least {least} are planned",
}

message! {
    PlannedShorter { minutes: u64, least: u64 }
    "oplæringen er sat til {minutes:minut|minutter}, men skal efter planen vare mindst {least}",
    "the session is set to {minutes:minute|minutes}, but the plan has at least {least}",
}

message! {
    BeyondPlan { number: u64, sessions: u64 }
    "oplæringen har nummer {number}, men planen har kun {sessions} i hver afdeling",
    "the session is number {number}, but the plan has only {sessions} for each department",
}

/// A meeting without a number is not one of the planned sessions.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(plan) = &project.training_plan else { return };
    let list = at.key("training");
    for (n, one) in project.training.iter().enumerate() {
        let Some(number) = one.number else { continue };
        let at = list.index(n);
        let least = plan.minutes;
        let is_short = |minutes: Option<u32>| {
            let (minutes, least) = minutes.zip(least).filter(|(minutes, least)| minutes < least)?;
            Some((u64::from(minutes), u64::from(least)))
        };
        if let Some((held, least)) = is_short(one.held_minutes) {
            cx.not_met(&at.key("heldMinutes"), Shorter { held, least });
        } else if one.held_minutes.is_none()
            && let Some((minutes, least)) = is_short(one.planned_minutes)
        {
            cx.not_met(&at.key("plannedMinutes"), PlannedShorter { minutes, least });
        }
        if let Some(sessions) = plan.sessions.filter(|sessions| number > *sessions) {
            let (number, sessions) = (u64::from(number), u64::from(sessions));
            cx.not_met(&at.key("number"), BeyondPlan { number, sessions });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| {
        project.training_plan.get_or_insert_default().minutes = Some(120);
        project.training.push(TrainingSession { held_minutes: Some(119), ..numbered(1) });
    },
    |project, _| {
        project.training_plan.get_or_insert_default().minutes = Some(120);
        project.training.push(TrainingSession { planned_minutes: Some(60), ..numbered(1) });
    },
    |project, _| {
        project.training_plan.get_or_insert_default().sessions = Some(3);
        project.training.push(numbered(4));
    },
];

#[cfg(feature = "proptest")]
fn numbered(number: u32) -> TrainingSession {
    TrainingSession { number: Some(number), ..TrainingSession::default() }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No plan, or none of its numbers.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "training": [{ "number": 4, "heldMinutes": 45 }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "trainingPlan": {},
            "training": [{ "number": 4, "heldMinutes": 45 }]
        }"#,
    ),
    // The last and the shortest of the plan; a meeting that is none of its sessions; held longer than it was set to.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "trainingPlan": { "sessions": 3, "minutes": 120 },
            "training": [
                { "number": 3, "heldMinutes": 120 }, { "heldMinutes": 45 }, { "number": 1 },
                { "number": 2, "plannedMinutes": 60, "heldMinutes": 130 }, { "number": 2, "plannedMinutes": 120 }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "trainingPlan": { "sessions": 3, "minutes": 120 },
            "training": [
                { "number": 1, "plannedMinutes": 120, "heldMinutes": 119 }, { "number": 4, "plannedMinutes": 1 }
            ]
        }"#,
        &[
            not_met(
                "/training/0/heldMinutes",
                "oplæringen varede 119 minutter, men skulle efter planen vare mindst 120",
                "the session lasted 119 minutes, but at least 120 are planned",
            ),
            not_met(
                "/training/1/plannedMinutes",
                "oplæringen er sat til 1 minut, men skal efter planen vare mindst 120",
                "the session is set to 1 minute, but the plan has at least 120",
            ),
            not_met(
                "/training/1/number",
                "oplæringen har nummer 4, men planen har kun 3 i hver afdeling",
                "the session is number 4, but the plan has only 3 for each department",
            ),
        ],
    ),
];
