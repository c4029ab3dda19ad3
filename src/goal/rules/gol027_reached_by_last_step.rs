//! A sub-goal is evaluated as reached only when the last step of its staircase was reached.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{GoalResult, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::{GoalStatus, StaircaseStep};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL027,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "citizen, subGoals, staircase, reachedOn; evaluations, result",
    )],
    title: Bilingual::new(
        "et delmål evalueres først som nået, når det sidste trin på måltrappen er nået",
        "a sub-goal is not evaluated as reached until the last step of its staircase was reached",
    ),
    why: Bilingual::new(
        "Det sidste trin er den ønskede tilstand. Enten er en dato forkert, eller delmålet er evalueret som nået, før borgeren var kommet op ad trappen.",
        "The last step is the wished state. Either a date is wrong, or the sub-goal was evaluated as reached before the citizen had climbed the staircase.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert; var delmålet kun delvist nået dengang, så ret evalueringens resultat.",
        "Correct the date that is wrong; if the sub-goal was reached only in part at that time, correct the result of the evaluation.",
    ),
    example: Bilingual::new(
        "Delmålet er evalueret som nået 12. maj, men det sidste trin er først nået 2. juni.",
        "The sub-goal was evaluated as reached on 12 May, but its last step was not reached until 2 June.",
    ),
    ..Rule::DERIVED
};

message! {
    StepLater { on: PartialDate, reached_on: PartialDate }
    "evalueringen {on:i} siger, at delmålet er nået, men det sidste trin på måltrappen er først nået {reached_on:i}",
    "the evaluation of {on} says that the sub-goal was reached, but the last step of the staircase was not reached until {reached_on}",
}

/// One step alone may be the first of a staircase that is still to be written, and a step without a date may have been
/// skipped.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [_, .., last] = one.staircase.as_slice() else { return };
    let Some(reached_on) = last.reached_on else { return };
    let evaluations = at.key("evaluations");
    for (n, evaluation) in one.evaluations.iter().enumerate() {
        let reached = evaluation.on.filter(|_| evaluation.result == Some(GoalResult::Reached));
        if let Some(on) = reached.filter(|on| on.ends_before(reached_on)) {
            cx.not_met(&evaluations.index(n).key("result"), StepLater { on, reached_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, _| {
    breaks::close(one, GoalStatus::Reached);
    (one.set_on, one.evaluate_by, one.ends_on) = (None, None, None);
    let reached_on = PartialDate::of_month(2023, 12);
    one.staircase =
        [None, reached_on].map(|reached_on| StaircaseStep { reached_on, ..StaircaseStep::default() }).into();
    one.evaluations = [breaks::evaluation(PartialDate::of_month(2023, 11))].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the day of the last step, in its month, without a date, and reached in part or not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-08-01" }, { "reachedOn": "2023-09-10" }],
            "evaluations": [
                { "on": "2023-09-10", "result": "reached" }, { "on": "2023-09", "result": "reached" }, { "result": "reached" },
                { "on": "2023-09-09", "result": "partlyReached" }, { "on": "2023-08-01", "result": "notReached" }, { "on": "2023-08-02" }
            ]
        }"#,
    ),
    // The last step has no date, and one step is not known to be the last.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-09-10" }, {}], "evaluations": [{ "on": "2023-08-31", "result": "reached" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2023-09-10" }], "evaluations": [{ "on": "2023-08-31", "result": "reached" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{}, { "reachedOn": "2023-09-10" }],
            "evaluations": [{ "on": "2023-08", "result": "reached" }, { "on": "2023-09-09", "result": "reached" }]
        }"#,
        &[
            not_met(
                "/evaluations/0/result",
                "evalueringen i august 2023 siger, at delmålet er nået, men det sidste trin på måltrappen er først nået 10. september 2023",
                "the evaluation of August 2023 says that the sub-goal was reached, but the last step of the staircase was not reached until 10 September 2023",
            ),
            not_met(
                "/evaluations/1/result",
                "evalueringen 9. september 2023 siger, at delmålet er nået, men det sidste trin på måltrappen er først nået 10. september 2023",
                "the evaluation of 9 September 2023 says that the sub-goal was reached, but the last step of the staircase was not reached until 10 September 2023",
            ),
        ],
    ),
];
