//! The places of the ids of a long list.

use alloc::vec::Vec;

use uuid::Uuid;

use super::{ON_STACK, group, groups_mut, index, sort_by_key, with_room};

/// The places of the ids of a list, so that one is found in few steps.
///
/// Each step of a binary search in an index that is larger than the caches waits for memory. Ids are usually
/// spread evenly, so `n` of them are divided into up to `n` equal spans with a few ids each. If all are in one span,
/// this is the usual sort and binary search.
pub(crate) struct ById<'s> {
    ids: &'s [Uuid],
    /// The places of the ids, span by span: in the order of the list if there are few, otherwise by id.
    places: &'s [u32],
    lowest: u128,
    /// How many of the lowest bits of an id do not determine its span.
    shift: u32,
    /// Where each span ends. Short lists have one span, and none of these.
    ends: Vec<u32>,
}

/// Up to this many ids are searched one by one.
const FEW: usize = 8;

impl<'s> ById<'s> {
    /// Calls `then` with the places of these ids.
    pub(crate) fn of<R>(ids: impl ExactSizeIterator<Item = Uuid>, then: impl FnOnce(&ById<'_>) -> R) -> R {
        let length = ids.len();
        with_room(length, |in_order: &mut [Uuid]| {
            in_order.iter_mut().zip(ids).for_each(|(slot, id)| *slot = id);
            with_room(length, |places| then(&ById::sort(in_order, places)))
        })
    }

    /// Puts the places of ids into `room`, which has the same length.
    fn sort(ids: &'s [Uuid], room: &'s mut [u32]) -> Self {
        let mut sorted = Self { ids, places: &[], lowest: 0, shift: 0, ends: Vec::new() };
        if room.len() <= ON_STACK {
            (0..).zip(&mut *room).for_each(|(n, place)| *place = n);
            sorted.sort_span(room);
        } else {
            let numbers = ids.iter().map(Uuid::as_u128);
            let (lowest, highest) =
                numbers.fold((u128::MAX, 0), |(low, high), id| (low.min(id), high.max(id)));
            let width = highest.saturating_sub(lowest).checked_ilog2().map_or(0, |bit| bit.saturating_add(1));
            sorted.lowest = lowest;
            sorted.shift = width.saturating_sub(room.len().checked_ilog2().unwrap_or(0));
            let spans = sorted.span_of(highest).unwrap_or(0).saturating_add(1);
            let span = |id: &Uuid| sorted.span_of(id.as_u128()).unwrap_or(0);
            sorted.ends = group(ids.iter().map(span).zip(0..), spans, room);
            groups_mut(room, &sorted.ends).for_each(|of_span| sorted.sort_span(of_span));
        }
        Self { places: room, ..sorted }
    }

    fn sort_span(&self, of_span: &mut [u32]) {
        if of_span.len() > FEW {
            sort_by_key(of_span, |place| self.id(*place));
        }
    }

    fn span_of(&self, id: u128) -> Option<usize> {
        let above = id.checked_sub(self.lowest)?;
        usize::try_from(above.checked_shr(self.shift).unwrap_or(0)).ok()
    }

    /// The id at a place of the list.
    pub(crate) fn id(&self, place: u32) -> Option<Uuid> {
        self.ids.get(index(place)).copied()
    }

    /// The first place of the id in the list.
    pub(crate) fn first(&self, id: Uuid) -> Option<u32> {
        let of_span = if self.ends.is_empty() {
            self.places
        } else {
            let span = self.span_of(id.as_u128())?;
            let start = span.checked_sub(1).and_then(|before| self.ends.get(before));
            self.places.get(start.map_or(0, |start| index(*start))..index(*self.ends.get(span)?))?
        };
        let from = if of_span.len() > FEW {
            of_span.partition_point(|place| self.id(*place) < Some(id))
        } else {
            of_span.iter().take_while(|place| self.id(**place) != Some(id)).count()
        };
        of_span.get(from).copied().filter(|place| self.id(*place) == Some(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_found_however_ids_are_spread() {
        let spreads: [fn(u128) -> u128; 7] = [
            |n| n * 2,
            |n| u128::MAX - n * 2,
            |n| (n << 119) | n,
            |n| n / 3,
            |n| n * 7919 % 101,
            |_| 7,
            |n| if n < 400 { n } else { u128::MAX },
        ];
        for length in [0, 1, 2, ON_STACK, ON_STACK + 1, 500] {
            for spread in spreads {
                let ids: Vec<_> = (0_u128..).take(length).map(|n| Uuid::from_u128(spread(n))).collect();
                ById::of(ids.iter().copied(), |by_id| {
                    assert!(by_id.ends.len() <= length && by_id.places.len() == length);
                    let near = ids.iter().map(Uuid::as_u128);
                    let near = near.flat_map(|id| [id.saturating_sub(1), id, id.saturating_add(1)]);
                    for id in near.chain([0, 1 << 64, u128::MAX]).map(Uuid::from_u128) {
                        let expected = ids.iter().position(|other| *other == id);
                        assert_eq!(by_id.first(id).map(index), expected, "{id} of {length}");
                    }
                });
            }
        }
    }
}
