//! The order of findings: that of the document.

use alloc::vec::Vec;

use super::Pointer;
use crate::codes::RuleCode;
use crate::draft::Shape;
use crate::sorted::arrange;

/// The order of the places in a draft.
pub(super) struct Order<'s> {
    /// The shape of the draft.
    pub(super) shape: Shape,
    /// The place of the draft in its document.
    pub(super) prefix: &'s str,
}

/// What items are sorted by, and where one of them is.
#[derive(Debug, Clone, Copy)]
struct Key {
    has_place: bool,
    /// Where the position of its place begins and ends in the list of all.
    from: usize,
    to: usize,
    code: Option<RuleCode>,
    index: usize,
}

impl Order<'_> {
    /// Sorts by place, then by code, and leaves equal items as they are. What has no place comes first.
    ///
    /// The positions of all places lie in one list, so that an item costs no allocation of its own.
    pub(super) fn sort<T>(&self, items: &mut [T], key: impl Fn(&T) -> (Option<&Pointer>, Option<RuleCode>)) {
        let mut positions = Vec::with_capacity(items.len().saturating_mul(4));
        let mut keys = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let (place, code) = key(item);
            let from = positions.len();
            if let Some(place) = place {
                // Every place stands in the draft, and so begins with the prefix.
                let within = place.as_str().get(self.prefix.len()..).unwrap_or_default();
                self.shape.position(within, &mut positions);
            }
            keys.push(Key { has_place: place.is_some(), from, to: positions.len(), code, index });
        }
        let position = |key: &Key| (key.has_place, positions.get(key.from..key.to), key.code, key.index);
        if !keys.is_sorted_by_key(position) {
            keys.sort_unstable_by(|a, b| position(a).cmp(&position(b)));
            arrange(items, &mut keys, |key| &mut key.index);
        }
    }
}
