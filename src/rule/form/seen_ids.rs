//! Whether an id may be used twice, found out on the way.

use uuid::Uuid;

/// Up to 128 ids go into a hash table on the stack, at most half full.
const ON_STACK: usize = 128;

/// The ids of the records that were visited, as hashes.
///
/// A document of usual size in which no id is used twice needs no second walk: it is enough to know that no
/// hash came twice.
pub(crate) struct SeenIds {
    /// 0 marks a free slot.
    slots: [u64; ON_STACK * 2],
    seen: usize,
    has_repeats: bool,
}

impl SeenIds {
    pub(crate) const fn new() -> Self {
        Self { slots: [0; ON_STACK * 2], seen: 0, has_repeats: false }
    }

    pub(crate) fn enter(&mut self, id: Uuid) {
        self.seen = self.seen.saturating_add(1);
        if self.seen <= ON_STACK {
            self.has_repeats |= !self.enter_in_slots(hash(id));
        }
    }

    /// Enters a hash in the first free slot from its own one. Returns `false` if it was there before.
    fn enter_in_slots(&mut self, hash: u64) -> bool {
        let [own, ..] = hash.to_be_bytes();
        let (before, from) = self.slots.split_at_mut(usize::from(own));
        for slot in from.iter_mut().chain(before) {
            if *slot == 0 {
                *slot = hash;
                return true;
            }
            if *slot == hash {
                return false;
            }
        }
        true
    }

    /// Returns `false` if no id came twice, and `true` if one may have: the same hash came twice, or there
    /// were too many ids.
    pub(crate) const fn may_repeat(&self) -> bool {
        self.has_repeats || self.seen > ON_STACK
    }
}

/// Mixes both halves, which often differ in a few bits only, into a number that is not 0.
const fn hash(id: Uuid) -> u64 {
    let (high, low) = id.as_u64_pair();
    let mixed = (high.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ low).wrapping_mul(0xd6e8_feb8_6659_fd93);
    if mixed == 0 { 1 } else { mixed }
}
