//! The rules about projects with learning circles.

#[cfg(feature = "proptest")]
mod breaks;
mod cir001_test_actions_at_meetings;
mod cir002_test_actions_are_cycles;
mod cir003_steps_in_order;
mod cir004_least_within_most;
mod cir005_figures_of_circle_agree;
mod cir006_period_ordered;
mod cir007_meetings_within_project;
mod cir008_project_evaluated;
mod cir009_resource_group_delivers;

use super::{CirclePlan, CircleProject, CoreElement, LearningCircle, ResourceGroup};
use crate::rule::rules;

rules! {
    CircleProject:
        cir001_test_actions_at_meetings, cir002_test_actions_are_cycles, cir006_period_ordered,
        cir007_meetings_within_project, cir008_project_evaluated;
    CirclePlan: cir004_least_within_most;
    CoreElement: cir003_steps_in_order;
    LearningCircle: cir005_figures_of_circle_agree;
    ResourceGroup: cir009_resource_group_delivers;
}
