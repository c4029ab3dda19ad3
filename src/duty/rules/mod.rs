//! The rules about duties of daily operation.

mod dut001_training_in_time;
mod dut002_buildings_reviewed;
mod dut003_improvements_planned;
mod dut004_batch_at_low_risk;
mod dut005_batch_where_allowed;
mod dut006_days_counted_clearly;
mod dut007_contact_days_rise;
mod dut008_met_within_due;
mod dut009_choice_of_method_described;
mod dut010_risk_assessment_complete;
mod dut011_monitoring_complete;
pub(crate) mod dut012_results_reported;
mod dut013_window_ordered;
pub(crate) mod dut014_monitoring_carried_out;
mod dut015_days_as_named;
mod dut016_stated_once;
mod dut017_due_falls;
mod dut018_one_method_is_not_chosen;
mod dut019_improved_after_review;
mod dut020_counts_fit_members;
mod dut021_reviewed_in_window;
pub(crate) mod dut022_monitoring_in_time;
mod dut023_role_ordered;

use super::{
    BuildingReview, ContactModel, DailyDuties, EventReport, EventReporting, Fulfilment, HealthMonitoring,
    ReviewedBuilding, RiskAssessment, StatutoryTraining, TrainedMember,
};
use crate::rule::{done, rules};

rules! {
    DailyDuties: dut016_stated_once;
    StatutoryTraining: dut001_training_in_time, dut020_counts_fit_members;
    TrainedMember: dut023_role_ordered;
    BuildingReview: dut002_buildings_reviewed, dut003_improvements_planned, dut013_window_ordered, dut021_reviewed_in_window;
    ReviewedBuilding: dut019_improved_after_review;
    EventReport: dut004_batch_at_low_risk;
    EventReporting: dut005_batch_where_allowed;
    ContactModel: dut006_days_counted_clearly, dut007_contact_days_rise, dut015_days_as_named, dut017_due_falls;
    Fulfilment: dut008_met_within_due;
    RiskAssessment: dut009_choice_of_method_described, dut010_risk_assessment_complete, dut018_one_method_is_not_chosen;
    HealthMonitoring: dut011_monitoring_complete, dut012_results_reported, dut014_monitoring_carried_out,
        dut022_monitoring_in_time;
}

done! {
    TrainedMember: one, DONE at ["completedOn"] = one.completed_on;
    EventReport: one, REPORTED at ["reportedOn"] = one.reported_on;
    // A review of a building may be planned (DUT002).
    HealthMonitoring: one,
        DONE at ["doneOn"] = one.done_on,
        REPORTED at ["reportedOn"] = one.reported_on;
}
