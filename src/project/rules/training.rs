//! The sessions that a counting or an audit is compared with.

use crate::audit::CaseAudit;
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::Department;
use crate::project::{Counting, ImprovementProject};

/// When sessions were held in a department of the counting, or in one that is not stated. A counting without counts
/// may be of every department.
pub(super) fn held(project: &ImprovementProject, counting: &Counting) -> impl Iterator<Item = PartialDate> {
    let is_counted =
        |department| counting.rows.is_empty() || counting.rows.iter().any(|row| row.department == department);
    held_in(project, is_counted)
}

/// When sessions were held in a department of the cases, or in one that is not stated. Cases without a department may
/// be of every one.
pub(super) fn held_for(project: &ImprovementProject, audit: &CaseAudit) -> impl Iterator<Item = PartialDate> {
    let has_case = |department| {
        audit.cases.is_empty()
            || audit.cases.iter().any(|case| case.department.is_none_or(|of| of == department))
    };
    held_in(project, has_case)
}

/// When sessions were held in such a department, or in one that is not stated. Where sessions have numbers, a meeting
/// without one is no session.
fn held_in(
    project: &ImprovementProject,
    is_meant: impl Fn(Id<Department>) -> bool,
) -> impl Iterator<Item = PartialDate> {
    let has_numbers = project.training.iter().any(|one| one.number.is_some());
    let sessions = project.training.iter().filter(move |one| !has_numbers || one.number.is_some());
    let sessions = sessions.filter(move |one| one.department.is_none_or(&is_meant));
    sessions.filter_map(|one| one.held_on)
}

/// When the first session of all was held.
pub(super) fn first_held(project: &ImprovementProject) -> Option<PartialDate> {
    held_in(project, |_| true).min_by_key(|held| held.last_day())
}

/// Whether the panel judged the state both before and after the training.
pub(super) fn is_of_both(audit: &CaseAudit) -> bool {
    audit.judgements.iter().any(|one| one.before.is_some() && one.after.is_some())
}
