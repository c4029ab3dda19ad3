//! Drafts that break the rules about the form of any draft.

use super::agreement;
use crate::agreement::FollowUp;
use crate::codes::{self, RuleCode};
use crate::document::Content;
use crate::draft::tape::Tape;
use crate::id::Id;

/// An agreement with one more follow-up, whose id is that of another one, of its area or of the agreement.
pub(super) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    if code != codes::DOC001 {
        return None;
    }
    let mut agreement = agreement::clean(tape);
    let n = tape.index(agreement.focus_areas.len());
    let area = agreement.focus_areas.get_mut(n)?;
    let first = area.follow_ups.first()?.clone();
    let id = *tape.pick(&[first.id, Id::new(area.id.uuid()), Id::new(agreement.id.uuid())]);
    area.follow_ups.push(FollowUp { id, ..first });
    Some(agreement.into())
}
