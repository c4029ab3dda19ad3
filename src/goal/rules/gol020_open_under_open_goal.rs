//! An open sub-goal serves a goal that is open, and ends by its end.

use uuid::Uuid;

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{Citizen, GoalStatus};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL020,
    requirements: &["R-136"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "bilag 1: delmålet refererer til bestillingen")],
    title: Bilingual::new(
        "et åbent delmål tjener et mål, der er åbent, og slutter senest med det",
        "an open sub-goal serves a goal that is open, and ends by the end of that goal",
    ),
    why: Bilingual::new(
        "Et delmål følger kommunens bestilling. Er målet afsluttet, arbejder medarbejderne videre på noget, som ingen har bestilt.",
        "A sub-goal follows the order of the municipality. If the goal is closed, the staff goes on with something that nobody has ordered.",
    ),
    remedy: Bilingual::new(
        "Afslut delmålet, lad det tjene et mål, der er åbent, eller ret målets status eller slutdato.",
        "Close the sub-goal, let it serve a goal that is open, or correct the status or the end date of the goal.",
    ),
    example: Bilingual::new(
        "Målet \"kommer mere ud\" er opgivet, men delmålet om ture til bageren står stadig som åbent.",
        "The goal of getting out more is given up, but the sub-goal on walks to the baker's is still open.",
    ),
    ..Rule::DERIVED
};

message! {
    GoalClosed { status: Bilingual }
    "delmålet er åbent, men det mål, det tjener, står som {status}",
    "the sub-goal is open, but the status of the goal that it serves is {status}",
}

message! {
    EndsAfterGoal { on: PartialDate, goal_on: PartialDate }
    "delmålets slutdato er {on}, men det mål, det tjener, slutter før ({goal_on})",
    "the end date of the sub-goal is {on}, but the goal that it serves ends before ({goal_on})",
}

/// Of a goal that was replaced nobody can see which other one the sub-goal serves now.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let goals = |put: &mut dyn FnMut((Uuid, usize))| {
        citizen.goals.iter().enumerate().for_each(|(n, goal)| put((goal.id.uuid(), n)));
    };
    let list = at.key("subGoals");
    let open = citizen.sub_goals.iter().enumerate();
    let open = open.filter(|(_, one)| one.status == Some(GoalStatus::Open) && one.closed_on.is_none());
    sorted(goals, |goals| {
        for (n, one) in open {
            let of_it = one.goal.and_then(|goal| of(goals, goal.uuid()).first());
            let Some(goal) = of_it.and_then(|(_, n)| citizen.goals.get(*n)) else { continue };
            let at = list.item(n, one.id);
            match goal.status {
                Some(status @ (GoalStatus::Reached | GoalStatus::GivenUp | GoalStatus::Closed)) => {
                    cx.not_met(&at.key("status"), GoalClosed { status: status.label() });
                }
                Some(GoalStatus::Open) => {
                    let (Some(on), Some(goal_on)) = (one.ends_on, goal.ends_on) else { continue };
                    if on.first_day() > goal_on.last_day() {
                        cx.not_met(&at.key("endsOn"), EndsAfterGoal { on, goal_on });
                    }
                }
                Some(GoalStatus::Replaced) | None => {}
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[
    |citizen, tape| {
        open_first(citizen);
        let closed = [GoalStatus::Reached, GoalStatus::GivenUp, GoalStatus::Closed];
        let status = Some(*tape.pick(&closed));
        citizen.goals.iter_mut().for_each(|goal| goal.status = status);
    },
    |citizen, _| {
        open_first(citizen);
        for goal in &mut citizen.goals {
            (goal.status, goal.ends_on) = (Some(GoalStatus::Open), PartialDate::of_year(2023));
        }
    },
];

#[cfg(feature = "proptest")]
fn open_first(citizen: &mut Citizen) {
    citizen.sub_goals.iter_mut().take(1).for_each(breaks::open);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The goal is replaced or says nothing, is not there, or the sub-goal is closed; the end of the month is its last day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "status": "replaced", "endsOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000003", "endsOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000004", "status": "givenUp" },
                { "id": "00000000-0000-4000-8000-000000000005", "status": "open", "endsOn": "2024-03" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "status": "open", "endsOn": "2024", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000012", "status": "open", "endsOn": "2024", "goal": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000013", "status": "givenUp", "goal": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000014", "goal": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000015", "status": "open", "endsOn": "2024-03-31", "goal": "00000000-0000-4000-8000-000000000005" },
                { "id": "00000000-0000-4000-8000-000000000016", "status": "open", "goal": "00000000-0000-4000-8000-000000000009" },
                { "id": "00000000-0000-4000-8000-000000000017", "status": "open" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "status": "givenUp", "endsOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000003", "status": "open", "endsOn": "2024-03" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "status": "open", "endsOn": "2024", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000012", "status": "open", "endsOn": "2024-04-01", "goal": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_met(
                "/subGoals/0/status",
                "delmålet er åbent, men det mål, det tjener, står som opgivet",
                "the sub-goal is open, but the status of the goal that it serves is given up",
            ),
            not_met(
                "/subGoals/1/endsOn",
                "delmålets slutdato er 1. april 2024, men det mål, det tjener, slutter før (marts 2024)",
                "the end date of the sub-goal is 1 April 2024, but the goal that it serves ends before (March 2024)",
            ),
        ],
    ),
];
