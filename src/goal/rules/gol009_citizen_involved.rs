//! The citizen is involved in sub-goals and evaluations, or a reason is given.

use crate::codes;
use crate::goal::{CitizenInvolvement, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{goal::GoalStatus, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL009,
    basis: Basis::Stated,
    requirements: &["R-055", "R-159"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Bilag 1, Motivationsdel og baseline; Anden sidemandsoplæring",
        ),
        SourceRef::agreement("1.8.5, note 5"),
    ],
    title: Bilingual::new(
        "borgeren er inddraget i delmål og evaluering, eller det er begrundet, hvorfor ikke",
        "the citizen is involved in sub-goals and evaluations, or a reason is given why not",
    ),
    why: Bilingual::new(
        "Borgeren inddrages ud fra sine forudsætninger; en begrundelse viser, at det er overvejet.",
        "Citizens are involved according to their abilities; a reason shows that it was considered.",
    ),
    remedy: Bilingual::new(
        "Angiv, om borgeren er inddraget; kunne borgeren ikke inddrages, så skriv hvorfor.",
        "State whether the citizen was involved; if the citizen could not be, say why.",
    ),
    example: Bilingual::new(
        "Et delmål er skrevet på et personalemøde; borgeren er ikke inddraget, og der står ikke hvorfor.",
        "A sub-goal was written at a staff meeting; the citizen was not involved, and no reason is given.",
    ),
    ..Rule::DERIVED
};

message! {
    NoReason { what: Bilingual }
    "borgeren er ikke inddraget i {what}, og der er ingen begrundelse",
    "the citizen was not involved in {what}, and no reason is given",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    const SUB_GOAL: Bilingual = Bilingual::new("delmålet", "the sub-goal");
    const EVALUATION: Bilingual = Bilingual::new("evalueringen", "the evaluation");
    check_one(one.citizen.as_ref(), SUB_GOAL, at, cx);
    let list = at.key("evaluations");
    for (n, evaluation) in one.evaluations.iter().enumerate() {
        check_one(evaluation.citizen.as_ref(), EVALUATION, &list.index(n), cx);
    }
}

fn check_one(citizen: Option<&CitizenInvolvement>, what: Bilingual, at: &Path<'_>, cx: &mut Checker<'_>) {
    match citizen {
        Some(CitizenInvolvement::NotInvolved { reason }) if !is_stated(reason.as_ref()) => {
            cx.not_met(&at.key("citizen"), NoReason { what });
        }
        Some(CitizenInvolvement::NotInvolved { .. } | CitizenInvolvement::Involved { .. }) => {}
        None => cx.not_assessable(
            at,
            Bilingual::new("om borgeren er inddraget", "whether the citizen was involved"),
        ),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, tape| one.citizen = Some(CitizenInvolvement::NotInvolved { reason: tape.unsaid() }),
    |one, _| one.citizen = None,
    |one, tape| {
        let involvement = CitizenInvolvement::NotInvolved { reason: tape.unsaid() };
        breaks::close(one, GoalStatus::Reached);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.citizen = Some(involvement.clone()));
    },
    |one, _| {
        breaks::close(one, GoalStatus::GivenUp);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.citizen = None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Saying how helps others, but is not required.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "citizen": { "involved": {} },
            "evaluations": [{ "citizen": { "notInvolved": { "reason": "indlagt på det tidspunkt" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "citizen": { "notInvolved": { "reason": " " } },
            "evaluations": [{ "citizen": { "involved": {} } }, { "citizen": { "notInvolved": {} } }]
        }"#,
        &[
            not_met(
                "/citizen",
                "borgeren er ikke inddraget i delmålet, og der er ingen begrundelse",
                "the citizen was not involved in the sub-goal, and no reason is given",
            ),
            not_met(
                "/evaluations/1/citizen",
                "borgeren er ikke inddraget i evalueringen, og der er ingen begrundelse",
                "the citizen was not involved in the evaluation, and no reason is given",
            ),
        ],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "evaluations": [{}] }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: om borgeren er inddraget",
                "cannot be assessed; missing: whether the citizen was involved",
            ),
            not_assessable(
                "/evaluations/0",
                "kan ikke vurderes; mangler: om borgeren er inddraget",
                "cannot be assessed; missing: whether the citizen was involved",
            ),
        ],
    ),
];
