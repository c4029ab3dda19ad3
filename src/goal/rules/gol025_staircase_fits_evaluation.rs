//! A sub-goal of which the last step was reached is neither evaluated as not reached nor given up.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{GoalResult, GoalStatus, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::{GoalEvaluation, StaircaseStep};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL025,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "citizen, subGoals, staircase, reachedOn; evaluations, result; status",
    )],
    title: Bilingual::new(
        "et delmål, hvor det sidste trin på måltrappen er nået, evalueres ikke derefter som ikke nået og opgives ikke",
        "a sub-goal of which the last step of the staircase was reached is neither evaluated as not reached afterwards nor given up",
    ),
    why: Bilingual::new(
        "Det sidste trin er den ønskede tilstand. Enten er trinet, resultatet eller status registreret forkert, eller borgeren har mistet noget, der var nået.",
        "The last step is the wished state. Either the step, the result or the status was recorded wrongly, or the citizen has lost what was reached.",
    ),
    remedy: Bilingual::new(
        "Ret trinnets dato, evalueringens resultat eller delmålets status; er det, der var nået, gået tabt igen, er der intet at rette.",
        "Correct the date of the step, the result of the evaluation or the status of the sub-goal; if what was reached was lost again, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Det sidste af tre trin er nået 10. september, men delmålet er evalueret som ikke nået 31. oktober.",
        "The last of three steps was reached on 10 September, and the sub-goal was evaluated as not reached on 31 October.",
    ),
    ..Rule::DERIVED
};

message! {
    NotReached { reached_on: PartialDate, on: PartialDate }
    "det sidste trin på måltrappen er nået {reached_on:i}, men evalueringen {on:i} siger, at delmålet ikke er nået",
    "the last step of the staircase was reached {reached_on:on|in}, but the evaluation of {on} says that the sub-goal was not reached",
}

message! {
    GivenUp { reached_on: PartialDate }
    "det sidste trin på måltrappen er nået {reached_on:i}, men delmålet er opgivet",
    "the last step of the staircase was reached {reached_on:on|in}, but the sub-goal was given up",
}

/// One step alone may be the first of a staircase that is still to be written. The steps can say less than the wished state, so
/// that it is partly reached.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [_, .., last] = one.staircase.as_slice() else { return };
    let Some(reached_on) = last.reached_on else { return };
    let evaluations = at.key("evaluations");
    for (n, evaluation) in one.evaluations.iter().enumerate() {
        let not_reached = evaluation.on.filter(|_| evaluation.result == Some(GoalResult::NotReached));
        if let Some(on) = not_reached.filter(|on| reached_on.last_day() <= on.first_day()) {
            cx.not_met(&evaluations.index(n).key("result"), NotReached { reached_on, on });
        }
    }
    // An evaluation afterwards can say why, and GOL024 finds a step that was reached after the closing.
    let is_before = |on: Option<PartialDate>| on.is_some_and(|on| on.ends_before(reached_on));
    if one.status == Some(GoalStatus::GivenUp)
        && one.evaluations.iter().all(|evaluation| is_before(evaluation.on))
        && !is_before(one.closed_on)
    {
        cx.not_met(&at.key("status"), GivenUp { reached_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, tape| {
    breaks::close(one, GoalStatus::GivenUp);
    (one.set_on, one.evaluate_by, one.ends_on) = (None, None, None);
    let reached_on = PartialDate::of_month(2023, 11);
    one.staircase =
        [None, reached_on].map(|reached_on| StaircaseStep { reached_on, ..StaircaseStep::default() }).into();
    let result = Some(GoalResult::NotReached);
    // After the last step, or only before it.
    let evaluation = breaks::evaluation(PartialDate::of_month(2023, *tape.pick(&[10, 12])));
    one.evaluations = [GoalEvaluation { result, ..evaluation }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Before the last step, perhaps before it, without a date or a result, and reached, if only in part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-08-01" }, { "reachedOn": "2023-09-10" }],
            "evaluations": [
                { "on": "2023-09-09", "result": "notReached" }, { "on": "2023-09", "result": "notReached" },
                { "result": "notReached" }, { "on": "2023-10-31" }, { "on": "2023-10-31", "result": "reached" },
                { "on": "2023-10-01", "result": "partlyReached" }
            ]
        }"#,
    ),
    // The last step is still to be reached.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-08-01" }, {}], "evaluations": [{ "on": "2023-10-31", "result": "notReached" }]
        }"#,
    ),
    // One step is not known to be the last.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-08-01" }], "evaluations": [{ "on": "2023-10-31", "result": "notReached" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{}, { "reachedOn": "2023-09-10" }],
            "evaluations": [{ "on": "2023-09-10", "result": "notReached" }, { "on": "2023-10", "result": "notReached" }]
        }"#,
        &[
            not_met(
                "/evaluations/0/result",
                "det sidste trin på måltrappen er nået 10. september 2023, men evalueringen 10. september 2023 siger, at delmålet ikke er nået",
                "the last step of the staircase was reached on 10 September 2023, but the evaluation of 10 September 2023 says that the sub-goal was not reached",
            ),
            not_met(
                "/evaluations/1/result",
                "det sidste trin på måltrappen er nået 10. september 2023, men evalueringen i oktober 2023 siger, at delmålet ikke er nået",
                "the last step of the staircase was reached on 10 September 2023, but the evaluation of October 2023 says that the sub-goal was not reached",
            ),
        ],
    ),
    // Given up after an evaluation that may be later, closed before the step, or closed without more.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp",
            "staircase": [{}, { "reachedOn": "2023-09-10" }], "evaluations": [{ "on": "2023-09", "result": "partlyReached" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp", "closedOn": "2023-08",
            "staircase": [{}, { "reachedOn": "2023-09-10" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "closed",
            "staircase": [{}, { "reachedOn": "2023-09-10" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp", "closedOn": "2023-10-01",
            "staircase": [{}, { "reachedOn": "2023-09-10" }], "evaluations": [{ "on": "2023-09-09", "result": "partlyReached" }]
        }"#,
        &[not_met(
            "/status",
            "det sidste trin på måltrappen er nået 10. september 2023, men delmålet er opgivet",
            "the last step of the staircase was reached on 10 September 2023, but the sub-goal was given up",
        )],
    ),
    // Reached in the month of the evaluation, perhaps after it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "staircase": [{}, { "reachedOn": "2023-09" }],
            "evaluations": [{ "on": "2023-09-15", "result": "notReached" }]
        }"#,
    ),
    // Given up, with one evaluation before and one without a date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp", "closedOn": "2023-10",
            "staircase": [{}, { "reachedOn": "2023-09" }], "evaluations": [{ "on": "2023-08-15" }, {}]
        }"#,
    ),
];
