//! What several rules are broken with.

use crate::circle::{CircleMeeting, CircleProject};

/// Changes the last meeting of the first circle. Clean circles have at least two.
pub(super) fn change_last_meeting(project: &mut CircleProject, change: fn(&mut CircleMeeting)) {
    let circle = project.circles.first_mut();
    circle.and_then(|circle| circle.meetings.last_mut()).into_iter().for_each(change);
}
