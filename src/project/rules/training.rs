//! The sessions that a counting or an audit is compared with.

use crate::audit::CaseAudit;
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

/// When sessions were held in a department of the cases, or in one that is not stated. Cases without a department may
/// be of every one.
pub(super) fn held_for(project: &ImprovementProject, audit: &CaseAudit) -> impl Iterator<Item = PartialDate> {
    let has_case = |department| {
        audit.cases.is_empty()
            || audit.cases.iter().any(|case| case.department.is_none_or(|of| of == department))
    };
    let sessions = project.training.iter().filter(move |one| one.department.is_none_or(has_case));
    sessions.filter_map(|one| one.held_on)
}

/// Whether the panel judged the state both before and after the training.
pub(super) fn is_of_both(audit: &CaseAudit) -> bool {
    audit.judgements.iter().any(|one| one.before.is_some() && one.after.is_some())
}
