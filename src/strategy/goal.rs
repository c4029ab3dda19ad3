//! Clean citizens and caseloads.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::{as_of, number};
use crate::date::PartialDate;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::goal::{
    Caseload, Citizen, CitizenInvolvement, CriterionSet, CriterionVerdict, Goal, GoalAssessment,
    GoalEvaluation, GoalResult, GoalStatus, Judgement, SubGoal,
};

/// A citizen with at least one sub-goal, in whose record nothing is missing.
pub(super) fn clean(tape: &mut Tape<'_>) -> Citizen {
    let mut goals: Vec<Goal> = tape.list_of(1, 3, |tape| Goal {
        text: Some(tape.said()),
        kind: Part::any(tape),
        ..Goal::new(tape.fresh_id())
    });
    let mut sub_goals: Vec<SubGoal> = tape.list_of(1, 4, |tape| {
        let goal = tape.pick(&goals).id;
        sub_goal(goal, tape)
    });
    // A sub-goal that was replaced is followed by one that was not.
    if let [first, .., last] = sub_goals.as_mut_slice()
        && tape.flag()
    {
        (first.status, first.replaced_by) = (Some(GoalStatus::Replaced), Some(last.id));
        // It could have been closed on the same day as the first.
        last.closed_on = None;
        first.evaluations.push(evaluation(None, tape));
    }
    // No two goals or sub-goals have the same text.
    number(goals.iter_mut().filter_map(|one| one.text.as_mut()));
    number(sub_goals.iter_mut().filter_map(|one| one.text.as_mut()));
    Citizen {
        service: Part::any(tape),
        department: Part::any(tape),
        goals,
        sub_goals,
        ..Citizen::new(tape.fresh_id())
    }
}

/// A caseload of clean citizens.
pub(super) fn clean_caseload(tape: &mut Tape<'_>) -> Caseload {
    Caseload {
        criterion_sets: tape.list(1, |_| CriterionSet::smart()),
        citizens: tape.list_of(1, 3, clean),
        ..Caseload::new(tape.fresh_id())
    }
}

/// A sub-goal with all that a record should state: open with deadlines to come, or closed with a result.
fn sub_goal(goal: crate::id::Id<Goal>, tape: &mut Tape<'_>) -> SubGoal {
    let started = tape.within(0, 200);
    let done = day(tape.within(started, 200));
    let evaluate_by = tape.within(200, 400);
    let ends = tape.within(evaluate_by, 500);
    let mut one = SubGoal {
        goal: Some(goal),
        text: Some(tape.said()),
        kind: Part::any(tape),
        indicator: Some(tape.said()),
        set_on: tape.option(|_| day(started)).flatten(),
        evaluate_by: day(evaluate_by),
        ends_on: day(ends),
        citizen: Some(involvement(tape)),
        evaluations: tape.list(1, |tape| evaluation(done, tape)),
        status: Some(GoalStatus::Open),
        assessments: tape.list(1, assessment),
        ..SubGoal::new(tape.fresh_id())
    };
    if tape.flag() {
        let (status, result) = *tape.pick(&[
            (GoalStatus::Reached, GoalResult::Reached),
            (GoalStatus::GivenUp, GoalResult::NotReached),
            (GoalStatus::GivenUp, GoalResult::PartlyReached),
        ]);
        one.status = Some(status);
        one.closed_on = tape.option(|_| done).flatten();
        one.evaluations.push(GoalEvaluation { result: Some(result), ..evaluation(None, tape) });
    }
    one
}

/// A sub-goal that is SMART.
fn assessment(tape: &mut Tape<'_>) -> GoalAssessment {
    let smart = CriterionSet::smart();
    let met = |id| CriterionVerdict { judgement: Some(Judgement::Met), ..CriterionVerdict::new(id) };
    let verdicts = smart.criteria.iter().map(|criterion| met(criterion.id)).collect();
    GoalAssessment { set: Some(smart.id), by: Part::any(tape), verdicts, ..GoalAssessment::default() }
}

fn evaluation(on: Option<PartialDate>, tape: &mut Tape<'_>) -> GoalEvaluation {
    let result = *tape.pick(&[GoalResult::Reached, GoalResult::PartlyReached, GoalResult::NotReached]);
    GoalEvaluation { on, result: Some(result), citizen: Some(involvement(tape)), ..GoalEvaluation::default() }
}

fn involvement(tape: &mut Tape<'_>) -> CitizenInvolvement {
    if tape.flag() {
        CitizenInvolvement::NotInvolved { reason: Some(tape.said()) }
    } else {
        CitizenInvolvement::Involved { how: Part::any(tape) }
    }
}

/// A day around [`as_of`](super::as_of), 200 days before it for 0.
fn day(days: u64) -> Option<PartialDate> {
    let first = as_of().checked_sub_days(Days::new(200)).unwrap_or(NaiveDate::MIN);
    PartialDate::of_day(first.checked_add_days(Days::new(days))?).ok()
}
