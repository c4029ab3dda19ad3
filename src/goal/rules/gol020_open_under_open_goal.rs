//! A sub-goal serves a goal that is in force.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{Citizen, Goal, GoalStatus, SubGoal};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{ById, index};
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
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Bilag 1, Følge kommunens bestilling (§ 141 handleplanen)",
    )],
    title: Bilingual::new(
        "et delmål oprettes, mens det mål, det hører til, gælder, og så længe delmålet er åbent, er målet også åbent og slutter ikke før delmålet",
        "a sub-goal is set while the goal that it belongs to is in force, and as long as it is open, the goal is open and does not end before the sub-goal",
    ),
    why: Bilingual::new(
        "Et delmål følger kommunens bestilling. Er målet afsluttet eller endnu ikke bestilt, arbejder medarbejderne med noget, som ingen har bestilt.",
        "A sub-goal follows the order of the municipality. If the goal is closed, or not ordered yet, the staff work on something that nobody has ordered.",
    ),
    remedy: Bilingual::new(
        "Ret datoen eller målets status, hvis den er forkert, eller knyt delmålet til et mål, der gælder. Ellers afslut delmålet, eller bed kommunen om en bestilling; er den fornyet, så angiv det gamle mål som erstattet.",
        "Correct the date or the status of the goal if it is wrong, or link the sub-goal to a goal that is in force. Otherwise close the sub-goal, or ask the municipality for an order; if it was renewed, mark the old goal as replaced.",
    ),
    example: Bilingual::new(
        "Målet »kommer mere ud« er opgivet, men delmålet om ture til bageren står stadig som åbent.",
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

message! {
    SetBeforeOrder { on: PartialDate, ordered_on: PartialDate }
    "delmålet er oprettet {on:i}, men det mål, det tjener, blev først bestilt {ordered_on:i}",
    "the sub-goal was set {on:on|in}, but the goal that it serves was not ordered until {ordered_on}",
}

message! {
    SetAfterEnd { on: PartialDate, ended_on: PartialDate }
    "delmålet er oprettet {on:i}, men det mål, det tjener, sluttede forinden ({ended_on})",
    "the sub-goal was set {on:on|in}, but the goal that it serves had ended before ({ended_on})",
}

/// If a goal was replaced, it is not known which other goal the sub-goal serves now, and a sub-goal can be older than
/// the replacing goal.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_renewed = citizen.goals.iter().any(|goal| goal.status == Some(GoalStatus::Replaced));
    let list = at.key("subGoals");
    ById::of(citizen.goals.iter().map(|goal| goal.id.uuid()), |goals| {
        for (n, one) in citizen.sub_goals.iter().enumerate() {
            let of_it = one.goal.and_then(|goal| goals.first(goal.uuid()));
            let Some(goal) = of_it.and_then(|n| citizen.goals.get(index(n))) else { continue };
            let at = list.item(n, one.id);
            if !is_renewed {
                check_order(one, goal, &at, cx);
            }
            match goal.status {
                Some(GoalStatus::Replaced) => {}
                _ if one.status == Some(GoalStatus::Open) && one.closed_on.is_none() => {
                    check_open(one, goal, &at, cx);
                }
                _ => check_end(one, goal, &at, cx),
            }
        }
    });
}

fn check_open(one: &SubGoal, goal: &Goal, at: &Path<'_>, cx: &mut Checker<'_>) {
    match goal.status {
        Some(status @ (GoalStatus::Reached | GoalStatus::GivenUp | GoalStatus::Closed)) => {
            cx.not_met(&at.key("status"), GoalClosed { status: status.label() });
        }
        Some(GoalStatus::Open) => match (one.ends_on, goal.ends_on) {
            (Some(on), Some(goal_on)) if goal_on.ends_before(on) => {
                cx.not_met(&at.key("endsOn"), EndsAfterGoal { on, goal_on });
            }
            _ => check_end(one, goal, at, cx),
        },
        Some(GoalStatus::Replaced) | None => {}
    }
}

fn check_order(one: &SubGoal, goal: &Goal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(on), Some(ordered_on)) = (one.set_on, goal.ordered_on) else { return };
    if on.ends_before(ordered_on) {
        cx.not_met(&at.key("setOn"), SetBeforeOrder { on, ordered_on });
    }
}

fn check_end(one: &SubGoal, goal: &Goal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(on), Some(ended_on)) = (one.set_on, goal.ends_on) else { return };
    if ended_on.ends_before(on) {
        cx.not_met(&at.key("setOn"), SetAfterEnd { on, ended_on });
    }
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
    |citizen, _| {
        set_first(citizen);
        citizen.goals.iter_mut().for_each(|goal| goal.ordered_on = PartialDate::of_year(2023));
    },
    |citizen, _| {
        set_first(citizen);
        citizen.goals.iter_mut().for_each(|goal| goal.ends_on = PartialDate::of_year(2021));
    },
];

/// Lets the first sub-goal be closed and set in 2022, and leaves the others without a date.
#[cfg(feature = "proptest")]
fn set_first(citizen: &mut Citizen) {
    for one in &mut citizen.sub_goals {
        breaks::end_on(one, None);
    }
    citizen.sub_goals.iter_mut().take(1).for_each(|one| one.set_on = PartialDate::of_year(2022));
}

#[cfg(feature = "proptest")]
fn open_first(citizen: &mut Citizen) {
    citizen.sub_goals.iter_mut().take(1).for_each(breaks::open);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The goal is replaced or says nothing, is not there, or the sub-goal is closed; the end of the month is its last
    // day.
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
    // Set on the day of the order and in the month of the end, without dates, of a goal that took the place of another
    // one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "orderedOn": "2023-02-01", "endsOn": "2023-06" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "setOn": "2023-02-01", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000012", "setOn": "2023-06-30", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000013", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000014", "setOn": "2022", "goal": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "orderedOn": "2023", "status": "open" },
                { "id": "00000000-0000-4000-8000-000000000003", "endsOn": "2022", "status": "replaced" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "setOn": "2022", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000012", "setOn": "2023", "goal": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "orderedOn": "2023-02-01", "endsOn": "2023-06-30" },
                { "id": "00000000-0000-4000-8000-000000000003", "endsOn": "2023-06", "status": "open" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "setOn": "2023-01-31", "status": "open", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000012", "setOn": "2023-07-01", "status": "reached", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000013", "setOn": "2023-08", "status": "open", "goal": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000014", "setOn": "2023-08", "endsOn": "2023-09", "status": "open", "goal": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_met(
                "/subGoals/0/setOn",
                "delmålet er oprettet 31. januar 2023, men det mål, det tjener, blev først bestilt 1. februar 2023",
                "the sub-goal was set on 31 January 2023, but the goal that it serves was not ordered until 1 February 2023",
            ),
            not_met(
                "/subGoals/1/setOn",
                "delmålet er oprettet 1. juli 2023, men det mål, det tjener, sluttede forinden (30. juni 2023)",
                "the sub-goal was set on 1 July 2023, but the goal that it serves had ended before (30 June 2023)",
            ),
            not_met(
                "/subGoals/2/setOn",
                "delmålet er oprettet i august 2023, men det mål, det tjener, sluttede forinden (juni 2023)",
                "the sub-goal was set in August 2023, but the goal that it serves had ended before (June 2023)",
            ),
            // It would be over anyway; one finding is enough.
            not_met(
                "/subGoals/3/endsOn",
                "delmålets slutdato er september 2023, men det mål, det tjener, slutter før (juni 2023)",
                "the end date of the sub-goal is September 2023, but the goal that it serves ends before (June 2023)",
            ),
        ],
    ),
    // It is said to be open, and was closed.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{ "id": "00000000-0000-4000-8000-000000000002", "status": "reached" }],
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000011", "status": "open", "closedOn": "2023-12-01",
                "goal": "00000000-0000-4000-8000-000000000002"
            }]
        }"#,
    ),
];
