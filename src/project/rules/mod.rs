//! The rules about improvement projects.

#[cfg(feature = "proptest")]
mod breaks;
mod prj001_claim_agrees_with_counts;
mod prj002_percent_possible;
mod prj003_counted_the_same_way;
mod prj004_countings_in_order;
mod prj005_baseline_before_training;
mod prj006_counted_after_training;
mod prj007_whole_stated;
mod prj008_claim_says_enough;
mod prj009_exceptions_within_whole;
mod prj010_counted_once;
mod prj011_baseline_untrained;
mod prj012_several_can_train;
mod prj013_sessions_numbered;
mod prj014_department_once;
mod prj015_before_and_after_as_dated;
mod prj016_counts_agree;
mod prj017_claims_agree;
mod prj018_citizen_in_one_department;
mod prj019_sessions_as_planned;
mod prj020_audit_after_training;
mod prj021_sessions_on_different_days;
mod training;

use super::{Claim, CountRow, Counting, ImprovementProject, TrainingPlan, TrainingSession};
use crate::rule::{done, rules};

rules! {
    ImprovementProject [cells = claimed_cells]:
        prj001_claim_agrees_with_counts (cells), prj003_counted_the_same_way, prj004_countings_in_order,
        prj005_baseline_before_training, prj006_counted_after_training, prj008_claim_says_enough (cells),
        prj011_baseline_untrained, prj013_sessions_numbered, prj014_department_once,
        prj015_before_and_after_as_dated, prj016_counts_agree, prj017_claims_agree (cells),
        prj018_citizen_in_one_department, prj019_sessions_as_planned, prj020_audit_after_training,
        prj021_sessions_on_different_days;
    Claim: prj002_percent_possible;
    Counting: prj007_whole_stated, prj010_counted_once;
    CountRow: prj009_exceptions_within_whole;
    TrainingPlan: prj012_several_can_train;
}

done! {
    // A session with a stated length was held.
    TrainingSession: one, HELD at ["heldOn"] = one.held_on,
        HELD at ["plannedOn"] = one.planned_on.filter(|_| {
            one.held_on.is_none() && one.held_minutes.is_some_and(|minutes| minutes > 0)
        });
    // Without a count it may be planned.
    Counting: one, COUNTED at ["on"] = one.on.filter(|_| !one.rows.is_empty());
}
