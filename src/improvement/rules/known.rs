//! Looking things up by id: on the stack for as many as a community usually has.

use alloc::vec::Vec;

use uuid::Uuid;

/// As many are looked up on the stack; more cost one index on the heap.
const ON_STACK: usize = 64;

/// Sorts `entries` by id, then by what is known of it, and hands them to `then`.
pub(super) fn sorted<T: Copy + Default + Ord>(
    entries: impl Iterator<Item = (Uuid, T)> + Clone,
    then: impl FnOnce(&mut [(Uuid, T)]),
) {
    let mut few = [(Uuid::nil(), T::default()); ON_STACK];
    let mut used = 0_usize;
    for entry in entries.clone() {
        if let Some(slot) = few.get_mut(used) {
            *slot = entry;
        }
        used = used.saturating_add(1);
    }
    let mut many = Vec::new();
    let sorted = if let Some(few) = few.get_mut(..used) {
        few
    } else {
        many.reserve_exact(used);
        many.extend(entries);
        &mut many[..]
    };
    sorted.sort_unstable();
    then(sorted);
}

/// The place of the last entry of that id.
pub(super) fn find<T>(sorted: &[(Uuid, T)], id: Uuid) -> Option<usize> {
    let place = sorted.partition_point(|(known, _)| *known <= id).checked_sub(1)?;
    sorted.get(place).filter(|(known, _)| *known == id).map(|_| place)
}
