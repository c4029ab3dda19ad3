//! A sub-goal of which the last step was reached is not evaluated as not reached.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{GoalResult, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::{GoalEvaluation, GoalStatus, StaircaseStep};
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
        "citizen, subGoals, staircase, reachedOn; evaluations, result",
    )],
    title: Bilingual::new(
        "et delmål, hvor det sidste trin på måltrappen er nået, evalueres ikke derefter som ikke nået",
        "a sub-goal of which the last step of the staircase was reached is not evaluated as not reached afterwards",
    ),
    why: Bilingual::new(
        "Det sidste trin er den ønskede tilstand. Enten er trinet eller resultatet registreret forkert, eller borgeren har mistet noget, der var nået.",
        "The last step is the wished state. Either the step or the result was recorded wrongly, or the citizen has lost what was reached.",
    ),
    remedy: Bilingual::new(
        "Ret trinnets dato eller evalueringens resultat; er det, der var nået, gået tabt igen, så skriv det i evalueringen.",
        "Correct the date of the step or the result of the evaluation; if what was reached was lost again, write so in the evaluation.",
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
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, _| {
    breaks::close(one, GoalStatus::GivenUp);
    (one.set_on, one.evaluate_by, one.ends_on) = (None, None, None);
    let reached_on = PartialDate::of_month(2023, 11);
    one.staircase =
        [None, reached_on].map(|reached_on| StaircaseStep { reached_on, ..StaircaseStep::default() }).into();
    let result = Some(GoalResult::NotReached);
    let evaluation = breaks::evaluation(PartialDate::of_month(2023, 12));
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
];
