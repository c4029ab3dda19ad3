//! What was closed is evaluated no more, and no step of it is reached.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::{GoalStatus, StaircaseStep};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL024,
    basis: Basis::Form,
    requirements: &["R-140"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "citizen, subGoals, closedOn; evaluations, on; staircase, reachedOn",
        ),
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Planlægning af sidemandsoplæringen: løbende opsættes, evalueres og afsluttes delmål",
        ),
    ],
    title: Bilingual::new(
        "et delmål evalueres, og trinnene på måltrappen nås, senest den dag, delmålet afsluttes",
        "a sub-goal is evaluated, and the steps of its staircase are reached, by the day on which it is closed",
    ),
    why: Bilingual::new(
        "Er delmålet afsluttet, arbejder ingen videre på det. Enten er en dato forkert, eller delmålet blev afsluttet, før nogen havde set på, om det blev nået.",
        "When the sub-goal is closed, nobody works on it any more. Either a date is wrong, or it was closed before anyone looked at whether it was reached.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert; går arbejdet videre, så opret et nyt delmål.",
        "Correct the date that is wrong; if work goes on, set a new sub-goal.",
    ),
    example: Bilingual::new(
        "Delmålet er afsluttet 30. september, men først evalueret 10. november.",
        "The sub-goal was closed on 30 September and not evaluated until 10 November.",
    ),
    ..Rule::DERIVED
};

message! {
    EvaluatedAfter { on: PartialDate, closed_on: PartialDate }
    "evalueringen er fra {on}, men delmålet blev afsluttet forinden, {closed_on}",
    "the evaluation is from {on}, but the sub-goal had been closed before, {closed_on}",
}

message! {
    ReachedAfter { step: u64, on: PartialDate, closed_on: PartialDate }
    "trin {step} er nået {on:i}, men delmålet blev afsluttet forinden, {closed_on}",
    "step {step} was reached {on:on|in}, but the sub-goal had been closed before, {closed_on}",
}

/// An assessment can come afterwards: a panel looks at sub-goals that were closed.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(closed_on) = one.closed_on else { return };
    let is_after = |on: &PartialDate| closed_on.ends_before(*on);
    let list = at.key("evaluations");
    for (n, evaluation) in one.evaluations.iter().enumerate() {
        if let Some(on) = evaluation.on.filter(is_after) {
            cx.not_met(&list.index(n).key("on"), EvaluatedAfter { on, closed_on });
        }
    }
    let list = at.key("staircase");
    for (n, step) in one.staircase.iter().enumerate() {
        if let Some(on) = step.reached_on.filter(is_after) {
            cx.not_met(&list.index(n).key("reachedOn"), ReachedAfter { step: ordinal(n), on, closed_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        breaks::end_on(one, None);
        one.closed_on = PartialDate::of_month(2023, 11);
        one.evaluations = [breaks::evaluation(PartialDate::of_month(2023, 12))].into();
    },
    |one, _| {
        breaks::close(one, GoalStatus::Reached);
        (one.set_on, one.closed_on) = (None, PartialDate::of_month(2023, 11));
        let reached_on = PartialDate::of_month(2023, 12);
        one.staircase = [StaircaseStep { reached_on, ..StaircaseStep::default() }].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the day itself, in its month, without a date; not closed on a stated day; and a panel that looked back.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "closedOn": "2023-09-30",
            "evaluations": [{ "on": "2023-09-30" }, { "on": "2023-09" }, {}],
            "staircase": [{ "reachedOn": "2023-09-30" }, {}],
            "assessments": [{ "on": "2023-11-18" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "reached",
            "evaluations": [{ "on": "2023-11-10" }], "staircase": [{ "reachedOn": "2023-11-02" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "closedOn": "2023-09",
            "evaluations": [{ "on": "2023-06-25" }, { "on": "2023-10-01" }],
            "staircase": [{ "reachedOn": "2023-08" }, { "reachedOn": "2023-11" }]
        }"#,
        &[
            not_met(
                "/staircase/1/reachedOn",
                "trin 2 er nået i november 2023, men delmålet blev afsluttet forinden, september 2023",
                "step 2 was reached in November 2023, but the sub-goal had been closed before, September 2023",
            ),
            not_met(
                "/evaluations/1/on",
                "evalueringen er fra 1. oktober 2023, men delmålet blev afsluttet forinden, september 2023",
                "the evaluation is from 1 October 2023, but the sub-goal had been closed before, September 2023",
            ),
        ],
    ),
];
