//! The order of findings: that of the document.

use alloc::vec::Vec;
use core::mem;

use super::Pointer;
use crate::codes::RuleCode;
use crate::draft::Shape;
use crate::sorted::{index, taken};

/// The order of the places in a draft.
pub(super) struct Order<'s> {
    /// The shape of the draft.
    pub(super) shape: Shape,
    /// The place of the draft in its document.
    pub(super) prefix: &'s str,
}

/// What items are sorted by, and where one of them is. There can be very many.
#[derive(Debug, Clone, Copy)]
struct Key {
    has_place: bool,
    code: Option<RuleCode>,
    /// Where the position of its place begins and ends in the list of all.
    from: u32,
    to: u32,
    item: u32,
}

impl Order<'_> {
    /// Sorts by place, then by code, and leaves equal items as they are. What has no place comes first.
    ///
    /// The positions of all places are in one list, so that an item needs no allocation of its own.
    pub(super) fn sort<T>(
        &self,
        items: &mut Vec<T>,
        key: impl Fn(&T) -> (Option<&Pointer>, Option<RuleCode>),
    ) {
        let mut positions = Vec::with_capacity(items.len().saturating_mul(4));
        let mut keys = Vec::with_capacity(items.len());
        for (item, (place, code)) in (0..).zip(items.iter().map(key)) {
            let from = place_after(&positions);
            if let Some(place) = place {
                // Every place is in the draft, and so begins with the prefix.
                let within = place.as_str().get(self.prefix.len()..).unwrap_or_default();
                self.shape.position(within, &mut positions);
            }
            keys.push(Key { has_place: place.is_some(), code, from, to: place_after(&positions), item });
        }
        let position = |key: &Key| (key.has_place, positions.get(index(key.from)..index(key.to)), key.code);
        if !keys.is_sorted_by_key(position) {
            // The findings of each rule are in the order of the document, and this sort is faster for runs that are in
            // order.
            keys.sort_by(|one, other| position(one).cmp(&position(other)));
            *items = taken(mem::take(items), keys.iter().map(|key| index(key.item)));
        }
    }
}

fn place_after(positions: &[u32]) -> u32 {
    u32::try_from(positions.len()).unwrap_or(u32::MAX)
}
