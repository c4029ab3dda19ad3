//! The assessments in the record of a citizen.

use crate::goal::{Citizen, GoalAssessment};
use crate::report::Path;

/// Calls `each` with the assessments of every goal and sub-goal, and the place of their list.
pub(super) fn each_list(
    citizen: &Citizen,
    at: &Path<'_>,
    mut each: impl FnMut(&[GoalAssessment], &Path<'_>),
) {
    let goals = at.key("goals");
    for (n, goal) in citizen.goals.iter().enumerate() {
        each(&goal.assessments, &goals.item(n, goal.id).key("assessments"));
    }
    let sub_goals = at.key("subGoals");
    for (n, sub_goal) in citizen.sub_goals.iter().enumerate() {
        each(&sub_goal.assessments, &sub_goals.item(n, sub_goal.id).key("assessments"));
    }
}
