//! A sub-goal refers to goals and sub-goals of its citizen.

use uuid::Uuid;

use crate::codes;
use crate::goal::Citizen;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{goal::GoalStatus, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL002,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-136"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, goal; replacedBy")],
    title: Bilingual::new(
        "et delmål henviser til mål og delmål hos den samme borger",
        "a sub-goal refers to goals and sub-goals of the same citizen",
    ),
    why: Bilingual::new(
        "Fører henvisningen ingen steder hen eller til en anden borger, kan ingen se, hvilken bestilling delmålet følger.",
        "If the reference leads nowhere or to another citizen, nobody can see which order the sub-goal follows.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller tilføj det mål eller delmål, den gælder.",
        "Correct the reference, or add the goal or sub-goal that it is about.",
    ),
    example: Bilingual::new(
        "Et delmål er kopieret fra en anden borger og henviser stadig til dennes mål.",
        "A sub-goal was copied from another citizen and still refers to the goal of that citizen.",
    ),
    ..Rule::DERIVED
};

message! {
    UnknownGoal {}
    "delmålet henviser til et mål, som borgeren ikke har",
    "the sub-goal refers to a goal that the citizen does not have",
}

message! {
    UnknownSuccessor {}
    "delmålet er erstattet af et delmål, som borgeren ikke har",
    "the sub-goal is replaced by a sub-goal that the citizen does not have",
}

pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let goals = |put: &mut dyn FnMut(Uuid)| citizen.goals.iter().for_each(|one| put(one.id.uuid()));
    let sub_goals = |put: &mut dyn FnMut(Uuid)| citizen.sub_goals.iter().for_each(|one| put(one.id.uuid()));
    let list = at.key("subGoals");
    sorted(goals, |goals| {
        sorted(sub_goals, |sub_goals| {
            for (n, one) in citizen.sub_goals.iter().enumerate() {
                let at = list.item(n, one.id);
                if one.goal.is_some_and(|goal| goals.binary_search(&goal.uuid()).is_err()) {
                    cx.not_met(&at.key("goal"), UnknownGoal {});
                }
                if one.replaced_by.is_some_and(|next| sub_goals.binary_search(&next.uuid()).is_err()) {
                    cx.not_met(&at.key("replacedBy"), UnknownSuccessor {});
                }
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[
    |citizen, tape| citizen.sub_goals.iter_mut().for_each(|one| one.goal = Some(tape.spare_id(1))),
    |citizen, tape| {
        if let Some(first) = citizen.sub_goals.first_mut() {
            breaks::close(first, GoalStatus::Replaced);
            first.replaced_by = Some(tape.spare_id(1));
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "subGoals": [
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "goal": "00000000-0000-4000-8000-000000000002",
                    "replacedBy": "00000000-0000-4000-8000-000000000004"
                },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "goal": "00000000-0000-4000-8000-000000000002"
            }]
        }"#,
        &[not_met(
            "/subGoals/0/goal",
            "delmålet henviser til et mål, som borgeren ikke har",
            "the sub-goal refers to a goal that the citizen does not have",
        )],
    ),
    // A sub-goal is no goal, and a goal no sub-goal.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "goal": "00000000-0000-4000-8000-000000000003",
                "replacedBy": "00000000-0000-4000-8000-000000000002"
            }]
        }"#,
        &[
            not_met(
                "/subGoals/0/goal",
                "delmålet henviser til et mål, som borgeren ikke har",
                "the sub-goal refers to a goal that the citizen does not have",
            ),
            not_met(
                "/subGoals/0/replacedBy",
                "delmålet er erstattet af et delmål, som borgeren ikke har",
                "the sub-goal is replaced by a sub-goal that the citizen does not have",
            ),
        ],
    ),
];
