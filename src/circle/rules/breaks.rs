//! Changes that break several rules.

use crate::circle::{CircleMeeting, CircleProject, LearningCircle};

/// Changes the last meeting of the first circle. Clean circles have at least two.
pub(super) fn change_last_meeting(project: &mut CircleProject, change: fn(&mut CircleMeeting)) {
    let circle = project.circles.first_mut();
    circle.and_then(|circle| circle.meetings.last_mut()).into_iter().for_each(change);
}

/// Adds a circle that takes part in what the others take part in, and is supported as they are.
pub(super) fn add_circle(project: &mut CircleProject, circle: LearningCircle) {
    project.activities.iter_mut().for_each(|one| one.circles.push(circle.id));
    project.resource_group.iter_mut().for_each(|one| one.circles.push(circle.id));
    project.circles.push(circle);
}
