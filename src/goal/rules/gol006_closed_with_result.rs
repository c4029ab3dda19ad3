//! A closed sub-goal was evaluated, with a result.

use crate::codes;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{goal::GoalStatus, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL006,
    requirements: &["R-055"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen"),
        SourceRef::agreement("1.8.5, note 5"),
    ],
    title: Bilingual::new(
        "et afsluttet delmål er evalueret med et resultat",
        "a closed sub-goal was evaluated with a result",
    ),
    why: Bilingual::new(
        "Ellers er delmålet afsluttet, uden at nogen har sagt, om det blev nået, og næste delmål har intet at bygge på.",
        "Otherwise the sub-goal was closed without anyone saying whether it was reached, and the next one has nothing to build on.",
    ),
    remedy: Bilingual::new(
        "Registrér evalueringen og dens resultat: nået, delvist nået eller ikke nået.",
        "Record the evaluation and its result: reached, partly reached or not reached.",
    ),
    example: Bilingual::new(
        "Et delmål er opgivet i oktober, og der står ingen evaluering.",
        "A sub-goal was given up in October, and no evaluation is recorded.",
    ),
    ..Rule::DERIVED
};

message! {
    NotEvaluated {}
    "delmålet er afsluttet, men ikke evalueret",
    "the sub-goal is closed, but was not evaluated",
}

message! {
    NoResult { evaluations: u64 }
    "delmålet er afsluttet, og {evaluations:evaluering er registreret, men uden resultat|evalueringer er registreret, men uden resultat}",
    "the sub-goal is closed, and {evaluations:evaluation is recorded, but without a result|evaluations are recorded, but without a result}",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let has_result = one.evaluations.iter().any(|evaluation| evaluation.result.is_some());
    if has_result || !one.is_closed(cx.as_of()) {
        return;
    }
    match one.evaluations.len() {
        0 => cx.not_met(at, NotEvaluated {}),
        evaluations => cx.not_met(at, NoResult { evaluations: count(evaluations) }),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, tape| {
        breaks::close(one, *tape.pick(&[GoalStatus::Reached, GoalStatus::GivenUp]));
        one.evaluations.clear();
    },
    |one, _| {
        breaks::close(one, GoalStatus::GivenUp);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.result = None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [{ "on": "2024-01-10" }], "status": "open"
        }"#,
    ),
    // To limit a loss or to keep an ability is a goal like others, and *not reached* is a result.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "limitLoss",
            "evaluations": [{}, { "result": "notReached" }], "status": "givenUp"
        }"#,
    ),
    // It is still open on the day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "status": "reached", "closedOn": "2024-01-16"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "status": "reached", "closedOn": "2024-01-15"
        }"#,
        &[not_met(
            "",
            "delmålet er afsluttet, men ikke evalueret",
            "the sub-goal is closed, but was not evaluated",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "evaluations": [{}], "status": "givenUp" }"#,
        &[not_met(
            "",
            "delmålet er afsluttet, og 1 evaluering er registreret, men uden resultat",
            "the sub-goal is closed, and 1 evaluation is recorded, but without a result",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [{ "on": "2024-01-10" }, { "text": "går bedre" }], "closedOn": "2024-01-12"
        }"#,
        &[not_met(
            "",
            "delmålet er afsluttet, og 2 evalueringer er registreret, men uden resultat",
            "the sub-goal is closed, and 2 evaluations are recorded, but without a result",
        )],
    ),
];
