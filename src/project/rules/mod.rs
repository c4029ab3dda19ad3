//! The rules about improvement projects.

#[cfg(feature = "proptest")]
mod breaks;
mod prj001_claim_agrees_with_counts;
mod prj002_percent_possible;
mod prj003_counted_alike;
mod prj004_countings_in_order;
mod prj005_baseline_before_training;
mod prj006_counted_after_training;
mod prj007_whole_stated;
mod prj008_claim_says_enough;
mod prj009_exceptions_within_whole;
mod prj010_counted_once;
mod prj011_baseline_untrained;
mod prj012_several_can_train;
mod training;

use super::{Claim, CountRow, Counting, ImprovementProject, TrainingPlan, TrainingSession};
use crate::rule::{done, rules};

rules! {
    ImprovementProject [cells = claimed_cells]:
        prj001_claim_agrees_with_counts (cells), prj003_counted_alike, prj004_countings_in_order,
        prj005_baseline_before_training, prj006_counted_after_training, prj008_claim_says_enough (cells),
        prj011_baseline_untrained;
    Claim: prj002_percent_possible;
    Counting: prj007_whole_stated, prj010_counted_once;
    CountRow: prj009_exceptions_within_whole;
    TrainingPlan: prj012_several_can_train;
}

done! {
    TrainingSession: one, HELD at ["heldOn"] = one.held_on;
}
