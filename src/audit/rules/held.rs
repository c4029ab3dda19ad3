//! What was done, and what is still to come.

use chrono::NaiveDate;

use crate::audit::{AuditAnswer, CaseAudit};
use crate::text;

/// Returns `true` if the panel has met by that day: on the day of the meeting itself, too.
pub(super) fn was_held(audit: &CaseAudit, as_of: NaiveDate) -> bool {
    !audit.judgements.is_empty() || audit.held_on.is_some_and(|on| on.first_day() <= as_of)
}

/// Returns `false` for an answer that names its question and says nothing.
pub(super) fn says_something(answer: &AuditAnswer) -> bool {
    answer.before.is_some() || answer.after.is_some() || text::is_stated(answer.text.as_ref())
}
