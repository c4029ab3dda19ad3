//! A closed sub-goal was evaluated, with a result that its status agrees with.

use crate::codes;
use crate::goal::criteria::latest;
use crate::goal::{GoalResult, GoalStatus, SubGoal};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL006,
    requirements: &["R-055"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen"),
        SourceRef::agreement("1.8.5, note 5"),
    ],
    title: Bilingual::new(
        "et afsluttet delmål er evalueret, og dets status passer til resultatet",
        "a closed sub-goal was evaluated, and its status agrees with the result",
    ),
    why: Bilingual::new(
        "Ellers er delmålet afsluttet, uden at nogen har sagt, om det blev nået, og næste delmål har intet at bygge på.",
        "Otherwise the sub-goal was closed without anyone saying whether it was reached, and the next one has nothing to build on.",
    ),
    remedy: Bilingual::new(
        "Er delmålet ikke evalueret, så registrér evalueringen og dens resultat: nået, delvist nået eller ikke nået. Passer status og resultat ikke sammen, så ret det, der er forkert. Er borgeren død eller flyttet, er der intet at rette.",
        "If the sub-goal was not evaluated, record the evaluation and its result: reached, partly reached or not reached. If status and result disagree, correct the one that is wrong. If the citizen has died or moved, there is nothing to correct.",
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

message! {
    OtherResult { status: Bilingual, result: Bilingual }
    "delmålet står som »{status}«, men den seneste evaluering siger »{result}«",
    "the status of the sub-goal is “{status}”, but the latest evaluation says “{result}”",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !one.is_closed(cx.as_of()) {
        return;
    }
    let latest = latest_result(one);
    match (one.evaluations.len(), latest, one.status) {
        (0, ..) => cx.not_met(at, NotEvaluated {}),
        (evaluations, None, _) => cx.not_met(at, NoResult { evaluations: count(evaluations) }),
        (_, Some(result), Some(status)) if !agrees(status, result) => {
            let message = OtherResult { status: status.label(), result: result.label() };
            cx.not_met(&at.key("status"), message);
        }
        _ => {}
    }
}

/// The result of the latest evaluation that has one.
fn latest_result(one: &SubGoal) -> Option<GoalResult> {
    latest(&one.evaluations.iter().filter_map(|one| Some((one.on, one.result?))))
}

/// A sub-goal that was reached in part can be given up, and one that is reached can be replaced.
const fn agrees(status: GoalStatus, result: GoalResult) -> bool {
    match status {
        GoalStatus::Reached => matches!(result, GoalResult::Reached),
        GoalStatus::GivenUp => !matches!(result, GoalResult::Reached),
        _ => true,
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
    |one, tape| {
        breaks::close(one, GoalStatus::Reached);
        let result = *tape.pick(&[GoalResult::PartlyReached, GoalResult::NotReached]);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.result = Some(result));
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
    // The latest evaluation by date, not by position; and what was replaced or closed may have any result.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "reached",
            "evaluations": [
                { "on": "2024-01-10", "result": "reached" },
                { "on": "2023-10", "result": "notReached" },
                { "on": "2024-01-12" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "closed",
            "evaluations": [{ "result": "notReached" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "reached",
            "evaluations": [{ "on": "2023-10-10", "result": "reached" }, { "result": "partlyReached" }]
        }"#,
        &[not_met(
            "/status",
            "delmålet står som »nået«, men den seneste evaluering siger »delvist nået«",
            "the status of the sub-goal is “reached”, but the latest evaluation says “partly reached”",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp",
            "evaluations": [{ "result": "reached" }]
        }"#,
        &[not_met(
            "/status",
            "delmålet står som »opgivet«, men den seneste evaluering siger »nået«",
            "the status of the sub-goal is “given up”, but the latest evaluation says “reached”",
        )],
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
