//! The rules about citizens' goals and sub-goals.
//!
//! An overdue sub-goal is not a finding: it is a deadline and is counted (`SubGoal::deadlines`, `ProcessCount`).

mod assessments;
#[cfg(feature = "proptest")]
mod breaks;
mod gol001_dates_in_order;
mod gol001_of_goals;
mod gol002_references_known;
mod gol003_no_ring;
mod gol004_serves_a_goal;
mod gol005_deadlines_stated;
mod gol006_closed_with_result;
mod gol007_in_time;
mod gol008_has_sub_goal;
mod gol009_citizen_involved;
mod gol010_status_agrees;
mod gol011_successor_named;
mod gol012_set_named;
mod gol013_verdicts_fit_set;
mod gol013_within_caseload;
mod gol014_all_criteria_met;
mod gol014_within_caseload;
mod gol015_worded_as_goal;
mod gol016_figure_in_words;
mod gol017_indicator_stated;
mod gol018_units_of_caseload;
mod gol019_staircase_in_order;
mod gol020_open_under_open_goal;
mod gol021_of_goals;
mod gol021_one_result_a_day;
mod gol022_replaced_by_one_that_goes_on;
mod gol023_stated_once;
mod gol024_nothing_after_closing;
mod gol025_staircase_fits_evaluation;
mod gol026_names_differ;
mod gol027_reached_by_last_step;
mod gol028_nothing_after_as_of;
mod wording;

use super::{Caseload, Citizen, Goal, GoalAssessment, GoalEvaluation, StaircaseStep, SubGoal};
use crate::rule::{done, rules};

rules! {
    SubGoal:
        gol001_dates_in_order, gol004_serves_a_goal, gol005_deadlines_stated, gol006_closed_with_result,
        gol007_in_time, gol009_citizen_involved, gol010_status_agrees, gol011_successor_named,
        gol015_worded_as_goal, gol016_figure_in_words, gol017_indicator_stated,
        gol019_staircase_in_order, gol021_one_result_a_day, gol024_nothing_after_closing,
        gol025_staircase_fits_evaluation, gol027_reached_by_last_step;
    Citizen:
        gol002_references_known, gol003_no_ring, gol008_has_sub_goal, gol013_verdicts_fit_set,
        gol014_all_criteria_met, gol020_open_under_open_goal, gol022_replaced_by_one_that_goes_on, gol023_stated_once;
    GoalAssessment: gol012_set_named;
    Goal: & gol001_of_goals, gol021_of_goals;
    Caseload: gol018_units_of_caseload, gol026_names_differ, gol028_nothing_after_as_of & gol013_within_caseload, gol014_within_caseload;
}

done! {
    Caseload: one, COUNTED at ["asOf"] = one.as_of;
    Goal: one, ORDERED at ["orderedOn"] = one.ordered_on;
    SubGoal: one,
        SET at ["setOn"] = one.set_on,
        CLOSED at ["closedOn"] = one.closed_on;
    GoalAssessment: one, JUDGED at ["on"] = one.on.filter(|_| !one.verdicts.is_empty());
    GoalEvaluation: one, EVALUATED at ["on"] = one.on;
    StaircaseStep: one, REACHED at ["reachedOn"] = one.reached_on;
}
