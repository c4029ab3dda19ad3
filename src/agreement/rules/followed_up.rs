//! What only the follow-ups of the whole agreement follow up.

use uuid::Uuid;

use crate::agreement::{DevelopmentAgreement, FocusArea, FollowUp};
use crate::sorted::sorted_of;

/// Calls `each` with every area that has no follow-up of its own, and whether one of the whole agreement is about it: it
/// names an action of the area, or a figure if the area has no actions; or it names nothing at all and so is about all
/// areas.
pub(super) fn each_without_own(
    agreement: &DevelopmentAgreement,
    mut each: impl FnMut(usize, &FocusArea, bool),
) {
    let areas = agreement.focus_areas.iter().enumerate().filter(|(_, area)| area.follow_ups.is_empty());
    if agreement.follow_ups.iter().any(FollowUp::is_about_whole_area) {
        return areas.for_each(|(n, area)| each(n, area, true));
    }
    let named = agreement.follow_ups.iter().flat_map(|one| {
        let actions = one.actions.iter().map(|action| action.uuid());
        actions.chain(one.targets.iter().map(|target| target.uuid()))
    });
    sorted_of(&named, |named| areas.for_each(|(n, area)| each(n, area, names_one_of(named, area))));
}

/// Whether one of the actions of the area is among the sorted ids, or one of its figures if it has no actions.
fn names_one_of(named: &[Uuid], area: &FocusArea) -> bool {
    let is_named = |id: Uuid| named.binary_search(&id).is_ok();
    if area.actions.is_empty() {
        area.targets.iter().any(|one| is_named(one.id.uuid()))
    } else {
        area.actions.iter().any(|one| is_named(one.id.uuid()))
    }
}
