//! A sorted index for the duration of one check: short ones on the stack, long ones on the heap.

use alloc::vec::Vec;
use core::cmp::Ordering;

use uuid::Uuid;

/// Up to this many entries are kept on the stack; clearing more would cost more than the rule.
const ON_STACK: usize = 32;

/// Sorts the entries that `fill` adds, and calls `then` with them.
///
/// `fill` may be called twice: first to count the entries, then to add them on the heap.
pub(crate) fn sorted<T: Copy + Default + Ord, R>(
    fill: impl Fn(&mut dyn FnMut(T)),
    then: impl FnOnce(&mut [T]) -> R,
) -> R {
    let mut few = [T::default(); ON_STACK];
    let mut used = 0_usize;
    fill(&mut |entry| {
        if let Some(slot) = few.get_mut(used) {
            *slot = entry;
        }
        used = used.saturating_add(1);
    });
    let mut many = Vec::new();
    let sorted = if let Some(few) = few.get_mut(..used) {
        few
    } else {
        many.reserve_exact(used);
        fill(&mut |entry| many.push(entry));
        &mut many[..]
    };
    sort_by(sorted, T::cmp);
    then(sorted)
}

/// Sorts; what compares as equal keeps its order.
///
/// The sort of the standard library is copied for every type, and was a sixth of the code of this crate. Here one
/// copy sorts positions, and short lists, the usual ones, are sorted without it and without the heap.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order_of = |items: &[T], a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    if items.len() <= ON_STACK {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && order_of(items, at.saturating_sub(1), at).is_gt() {
                items.swap(at, at.saturating_sub(1));
                at = at.saturating_sub(1);
            }
        }
        return;
    }
    let mut order = order(items.len(), &|a, b| order_of(items, a, b));
    arrange(items, &mut order, |position| position);
}

/// Puts items in an order: the `n`th key says at which position the `n`th item stands now, each position once.
pub(crate) fn arrange<T, K>(items: &mut [T], order: &mut [K], position: fn(&mut K) -> &mut usize) {
    // Follows each cycle of the permutation; a position that is done points to itself.
    for start in 0..items.len() {
        let mut at = start;
        while let Some(key) = order.get_mut(at) {
            let from = core::mem::replace(position(key), at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Whether two lists have the same keys, each as often, in any order.
pub(crate) fn same_keys<'a, T, K: Ord>(a: &'a [T], b: &'a [T], key: impl Fn(&'a T) -> K) -> bool {
    let keys = |items: &'a [T]| {
        let mut keys: Vec<K> = items.iter().map(&key).collect();
        sort_by(&mut keys, K::cmp);
        keys
    };
    a.len() == b.len() && keys(a) == keys(b)
}

/// Sorts by a key; what has the same key keeps its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The positions of a list in sorted order.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

/// The entries with the key.
pub(crate) fn of<K: Ord + Copy, V>(sorted: &[(K, V)], key: K) -> &[(K, V)] {
    let from = sorted.partition_point(|(other, _)| *other < key);
    let rest = sorted.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|(other, _)| *other == key)).unwrap_or_default()
}

/// Where the ids of a long sorted index stand, so that one is found in few steps.
///
/// Each step of a binary search in an index that is larger than the caches waits for memory. Ids are spread evenly more
/// often than not, so an index of `n` entries is divided into up to `n` equal spans of ids. The few entries of a span are
/// searched; if all are in one, that is the binary search again.
pub(crate) struct Spans {
    lowest: u128,
    /// How many bits of an id, counted from the lowest one, do not tell its span.
    shift: u32,
    /// The first entry of each span, or of one after it. Short indexes have none.
    starts: Vec<usize>,
}

impl Spans {
    pub(crate) fn new<V>(sorted: &[(Uuid, V)]) -> Self {
        let id = |entry: Option<&(Uuid, V)>| entry.map_or(0, |(id, _)| id.as_u128());
        let lowest = id(sorted.first());
        let width =
            id(sorted.last()).saturating_sub(lowest).checked_ilog2().map_or(0, |bit| bit.saturating_add(1));
        let shift = width.saturating_sub(sorted.len().checked_ilog2().unwrap_or(0));
        let mut spans = Self { lowest, shift, starts: Vec::new() };
        if sorted.len() > ON_STACK {
            spans.starts.reserve_exact(sorted.len());
            for (entry, (id, _)) in sorted.iter().enumerate() {
                let span = spans.span_of(*id).unwrap_or(0);
                while spans.starts.len() <= span {
                    spans.starts.push(entry);
                }
            }
        }
        spans
    }

    fn span_of(&self, id: Uuid) -> Option<usize> {
        let above = id.as_u128().checked_sub(self.lowest)?;
        usize::try_from(above.checked_shr(self.shift).unwrap_or(0)).ok()
    }

    /// The first entry with the id, in the index that the spans were made of.
    pub(crate) fn position_of<V>(&self, sorted: &[(Uuid, V)], id: Uuid) -> Option<usize> {
        let span = self.span_of(id)?;
        let from = self.starts.get(span).copied().unwrap_or(0);
        let to = self.starts.get(span.saturating_add(1)).copied().unwrap_or(sorted.len());
        let of_span = sorted.get(from..to)?;
        let at = from.saturating_add(of_span.partition_point(|(other, _)| *other < id));
        sorted.get(at).filter(|(other, _)| *other == id).map(|_| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_found_however_ids_are_spread() {
        let spreads: [fn(u128) -> u128; 6] = [
            |n| n * 2,
            |n| u128::MAX - n * 2,
            |n| (n << 119) | n,
            |n| n / 3,
            |_| 7,
            |n| if n < 400 { n } else { u128::MAX },
        ];
        for length in [0, 1, 2, ON_STACK, ON_STACK + 1, 500] {
            for spread in spreads {
                let mut index: Vec<_> =
                    (0_u128..).take(length).map(|n| (Uuid::from_u128(spread(n)), n)).collect();
                sort_by_key(&mut index, |(id, _)| *id);
                let spans = Spans::new(&index);
                assert!(spans.starts.len() <= length);
                let near = index.iter().flat_map(|(id, _)| {
                    let id = id.as_u128();
                    [id.saturating_sub(1), id, id.saturating_add(1)]
                });
                for id in near.chain([0, 1 << 64, u128::MAX]).map(Uuid::from_u128) {
                    let expected = index.iter().position(|(other, _)| *other == id);
                    assert_eq!(spans.position_of(&index, id), expected, "{id} of {length}");
                }
            }
        }
    }

    #[test]
    fn sorting_is_stable_and_as_of_the_standard_library() {
        for length in [0, 1, 2, ON_STACK - 1, ON_STACK, ON_STACK + 1, 500] {
            for distinct in [1, 3, 1_000] {
                let mut items: Vec<_> = (0..length).map(|n| (n * 7919 % 101 % distinct, n)).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|(key, _)| *key);
                sort_by_key(&mut items, |(key, _)| *key);
                assert_eq!(items, expected, "{length} items, {distinct} keys");
                items.reverse();
                sort_by(&mut items, Ord::cmp);
                assert_eq!(items, expected, "{length} items, {distinct} keys");
            }
        }
    }

    #[test]
    fn short_and_long_indexes_find_all_entries_of_a_key() {
        for length in [0, 1, ON_STACK - 1, ON_STACK, ON_STACK + 1, 1_000] {
            let keys = (0..length).map(|n| (n * 7 % 10, n));
            sorted(
                |put| keys.clone().for_each(put),
                |index| {
                    assert!(index.is_sorted() && index.len() == length);
                    for key in 0..11 {
                        let found: Vec<_> = of(index, key).iter().map(|(_, n)| *n).collect();
                        let expected: Vec<_> =
                            keys.clone().filter(|(other, _)| *other == key).map(|(_, n)| n).collect();
                        assert_eq!(found, expected);
                    }
                },
            );
        }
    }
}
