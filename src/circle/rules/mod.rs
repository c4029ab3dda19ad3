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
mod cir010_activity_in_its_track;
mod cir011_element_has_circle;
mod cir012_meetings_in_order;
mod cir013_cycles_of_own_circle;
mod cir014_attended_once;
mod cir014_circle_stated_once;
mod cir014_element_stated_once;
mod cir015_cycle_planned_by_meeting;
mod cir016_leaders_as_planned;
mod cir017_names_differ;
mod cir018_nobody_where_not_held;
mod cir019_circles_as_planned;
mod cir020_workshop_for_all;
mod cir021_tested_in_its_circle;
mod cir022_held_once;

use crate::community::rules::{
    imp007_links_agree, imp008_no_ring, imp012_next_after_decision, pds008_next_after_adapt,
};

use super::{
    CircleActivity, CircleMeeting, CirclePlan, CircleProject, Completion, CoreElement, ElementStep,
    LearningCircle, ProjectEvaluation, ResourceGroup,
};
use crate::report::Path;
use crate::rule::{done, rules};

// A series of cycles is checked as in a community, and the cases are the same.
rules! {
    CircleProject:
        cir001_test_actions_at_meetings, cir002_test_actions_are_cycles, cir006_period_ordered,
        cir007_meetings_within_project, cir008_project_evaluated, cir011_element_has_circle,
        cir013_cycles_of_own_circle, cir016_leaders_as_planned, cir017_names_differ,
        cir019_circles_as_planned, cir020_workshop_for_all, cir021_tested_in_its_circle, cir022_held_once;
    CirclePlan: cir004_least_within_most;
    CoreElement: cir003_steps_in_order;
    LearningCircle [links = links]: cir005_figures_of_circle_agree, cir012_meetings_in_order,
        cir015_cycle_planned_by_meeting
        & cir014_element_stated_once, imp007_links_agree(links), imp008_no_ring(links), imp012_next_after_decision(links),
        pds008_next_after_adapt(links);
    CircleActivity: cir010_activity_in_its_track, cir018_nobody_where_not_held & cir014_attended_once;
    ResourceGroup: cir009_resource_group_delivers, cir014_circle_stated_once;
}

done! {
    CircleMeeting: one, HELD at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    CircleActivity: one, HELD at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    ResourceGroup: one, DONE at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    ProjectEvaluation: one, DONE at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    ElementStep: one, DONE at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
}

/// Calls `each` with the meetings of every circle and the place of their list.
fn each_circle(project: &CircleProject, at: &Path<'_>, mut each: impl FnMut(&[CircleMeeting], &Path<'_>)) {
    let circles = at.key("circles");
    for (n, circle) in project.circles.iter().enumerate() {
        each(&circle.meetings, &circles.item(n, circle.id).key("meetings"));
    }
}

/// Calls `each` with every meeting of every circle and its place.
fn each_meeting(project: &CircleProject, at: &Path<'_>, mut each: impl FnMut(&CircleMeeting, &Path<'_>)) {
    each_circle(project, at, |meetings, list| {
        for (n, meeting) in meetings.iter().enumerate() {
            each(meeting, &list.index(n));
        }
    });
}
