//! Changes that break several rules.

use alloc::vec;

use crate::date::PartialDate;
use crate::goal::{
    Citizen, CitizenInvolvement, CriterionSet, CriterionVerdict, GoalAssessment, GoalEvaluation, GoalResult,
    GoalStatus, Judgement, SubGoal,
};

/// Lets work on the sub-goal go on, with nothing evaluated yet.
pub(super) fn open(one: &mut SubGoal) {
    (one.status, one.closed_on, one.replaced_by) = (Some(GoalStatus::Open), None, None);
    one.evaluations.clear();
}

/// Closes the sub-goal with that status, after an evaluation without a date.
pub(super) fn close(one: &mut SubGoal, status: GoalStatus) {
    (one.status, one.closed_on, one.replaced_by) = (Some(status), None, None);
    let result = if status == GoalStatus::GivenUp { GoalResult::NotReached } else { GoalResult::Reached };
    one.evaluations = vec![GoalEvaluation { result: Some(result), ..evaluation(None) }];
}

/// Lets the sub-goal be closed, set and evaluated whenever, and end on that day.
pub(super) fn end_on(one: &mut SubGoal, day: Option<PartialDate>) {
    close(one, GoalStatus::Reached);
    (one.set_on, one.evaluate_by, one.ends_on) = (None, None, day);
}

/// An evaluation in which nothing but a date may be missing.
pub(super) fn evaluation(on: Option<PartialDate>) -> GoalEvaluation {
    GoalEvaluation {
        on,
        result: Some(GoalResult::Reached),
        citizen: Some(CitizenInvolvement::Involved { how: None }),
        ..GoalEvaluation::default()
    }
}

/// An assessment by SMART, of which all criteria are met.
pub(super) fn smart() -> GoalAssessment {
    let smart = CriterionSet::smart();
    let met = |id| CriterionVerdict { judgement: Some(Judgement::Met), ..CriterionVerdict::new(id) };
    let verdicts = smart.criteria.iter().map(|criterion| met(criterion.id)).collect();
    GoalAssessment { set: Some(smart.id), verdicts, ..GoalAssessment::default() }
}

/// Assesses the first sub-goal by SMART alone. `change` changes the verdicts, which are all *met*.
pub(super) fn assess(citizen: &mut Citizen, change: impl FnOnce(&mut GoalAssessment)) {
    let mut assessment = smart();
    change(&mut assessment);
    if let Some(first) = citizen.sub_goals.first_mut() {
        first.assessments = vec![assessment];
    }
}
