//! The sessions that a counting is compared with.

use crate::date::PartialDate;
use crate::project::{Counting, ImprovementProject};

/// When sessions were held in a department of the counting, or in one that is not stated. A counting without counts
/// may be of every department.
pub(super) fn held(project: &ImprovementProject, counting: &Counting) -> impl Iterator<Item = PartialDate> {
    let is_counted =
        |department| counting.rows.is_empty() || counting.rows.iter().any(|row| row.department == department);
    let sessions = project.training.iter().filter(move |one| one.department.is_none_or(is_counted));
    sessions.filter_map(|one| one.held_on)
}
