//! A goal or a sub-goal is listed once in the record of a citizen.

use crate::codes;
use crate::goal::{Citizen, GoalStatus};
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL023,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-135"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, goals; subGoals")],
    title: Bilingual::new(
        "et mål eller delmål, der arbejdes på, står kun én gang",
        "a goal or sub-goal that is worked on is listed only once",
    ),
    why: Bilingual::new(
        "Delmål tælles, både de evaluerede og dem, hvis frist er overskredet; står et delmål to gange, tæller det to gange.",
        "Sub-goals are counted, those evaluated and those overdue; one that is listed twice counts twice.",
    ),
    remedy: Bilingual::new(
        "Slet det ene, afslut det, eller skriv, hvad der er forskellen på de to.",
        "Delete one of the two, close it, or state what the difference is.",
    ),
    example: Bilingual::new(
        "»Går selv til bageren to gange om ugen« står som åbent delmål to gange under det samme mål.",
        "“Walks to the baker's twice a week” is listed twice as an open sub-goal of one goal.",
    ),
    ..Rule::DERIVED
};

message! {
    GoalTwice { first: u64 }
    "målet står ord for ord også som mål {first}",
    "the goal says the same as goal {first}, word for word",
}

message! {
    SubGoalTwice { first: u64 }
    "delmålet står ord for ord også som delmål {first}, under det samme mål",
    "the sub-goal says the same as sub-goal {first} of the same goal, word for word",
}

/// What was closed can be taken up again in the same words, and so can what was ordered or set on another day.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_open = |status: Option<GoalStatus>| status.is_none_or(|status| !status.is_closed());
    let list = at.key("goals");
    each_repeat(
        &citizen.goals,
        |one| {
            let words = Folded::stated(one.text.as_ref()).filter(|_| is_open(one.status))?;
            Some((words, one.ordered_on))
        },
        |goal, n, first| cx.not_met(&list.item(n, goal.id), GoalTwice { first: ordinal(first) }),
    );
    let list = at.key("subGoals");
    each_repeat(
        &citizen.sub_goals,
        |one| {
            let is_open = is_open(one.status) && one.closed_on.is_none();
            let words = Folded::stated(one.text.as_ref()).filter(|_| is_open)?;
            Some((words, one.goal.map(Id::uuid), one.set_on))
        },
        |sub_goal, n, first| cx.not_met(&list.item(n, sub_goal.id), SubGoalTwice { first: ordinal(first) }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[
    |citizen, tape| {
        let Some(first) = citizen.sub_goals.first_mut() else { return };
        breaks::open(first);
        let mut again = first.clone();
        again.id = tape.spare_id(1);
        citizen.sub_goals.push(again);
    },
    |citizen, tape| {
        let Some(mut again) = citizen.goals.first().cloned() else { return };
        let Some(mut serves) = citizen.sub_goals.first().cloned() else { return };
        breaks::end_on(&mut serves, None);
        again.id = tape.spare_id(1);
        (serves.id, serves.goal) = (tape.spare_id(2), Some(again.id));
        citizen.goals.push(again);
        citizen.sub_goals.push(serves);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Closed, of another goal, set on another day, blank, or in other words.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "text": "kommer ud" },
                { "id": "00000000-0000-4000-8000-000000000003", "text": "kommer ud", "status": "reached" },
                { "id": "00000000-0000-4000-8000-000000000004", "text": "kommer ud", "orderedOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000005", "text": " " },
                { "id": "00000000-0000-4000-8000-000000000006", "text": " " }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "text": "går selv", "goal": "00000000-0000-4000-8000-000000000002", "status": "open" },
                { "id": "00000000-0000-4000-8000-000000000012", "text": "går selv", "goal": "00000000-0000-4000-8000-000000000003", "status": "open" },
                { "id": "00000000-0000-4000-8000-000000000013", "text": "går selv", "goal": "00000000-0000-4000-8000-000000000002", "status": "givenUp" },
                { "id": "00000000-0000-4000-8000-000000000014", "text": "går selv", "goal": "00000000-0000-4000-8000-000000000002", "closedOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000015", "text": "går selv", "goal": "00000000-0000-4000-8000-000000000002", "setOn": "2023" },
                { "id": "00000000-0000-4000-8000-000000000016", "text": "går med", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000017" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [
                { "id": "00000000-0000-4000-8000-000000000002", "text": "Kommer ud", "status": "open" },
                { "id": "00000000-0000-4000-8000-000000000003", "text": "kommer  ud" }
            ],
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000011", "text": "Går selv", "goal": "00000000-0000-4000-8000-000000000002", "setOn": "2023-11-01" },
                { "id": "00000000-0000-4000-8000-000000000012", "text": "går med", "goal": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000013", "text": "går selv ", "goal": "00000000-0000-4000-8000-000000000002", "setOn": "2023-11-01", "status": "open" }
            ]
        }"#,
        &[
            not_met(
                "/goals/1",
                "målet står ord for ord også som mål 1",
                "the goal says the same as goal 1, word for word",
            ),
            not_met(
                "/subGoals/2",
                "delmålet står ord for ord også som delmål 1, under det samme mål",
                "the sub-goal says the same as sub-goal 1 of the same goal, word for word",
            ),
        ],
    ),
];
