//! A sorted index for the duration of one check: short ones on the stack, long ones on the heap.

use alloc::vec::Vec;
use core::borrow::Borrow;
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
    let (mut few, mut many) = ([T::default(); ON_STACK], Vec::new());
    let entries = filled(&fill, &mut few, &mut many);
    sort_by(entries, T::cmp);
    then(entries)
}

/// Passes every entry to the function.
type Fill<'f, T> = dyn Fn(&mut dyn FnMut(T)) + 'f;

/// The entries that `fill` adds, in `few` or, if it is too short, in `many`. Compiled once for each type of entry.
fn filled<'r, T: Copy>(fill: &Fill<'_, T>, few: &'r mut [T; ON_STACK], many: &'r mut Vec<T>) -> &'r mut [T] {
    let mut used = 0_usize;
    fill(&mut |entry| {
        if let Some(slot) = few.get_mut(used) {
            *slot = entry;
        }
        used = used.saturating_add(1);
    });
    if let Some(few) = few.get_mut(..used) {
        return few;
    }
    many.reserve_exact(used);
    fill(&mut |entry| many.push(entry));
    many
}

/// Calls `then` with two sorted indexes.
pub(crate) fn with_both<A: Copy + Default + Ord, B: Copy + Default + Ord, R>(
    one: &(impl Iterator<Item = A> + Clone),
    other: &(impl Iterator<Item = B> + Clone),
    then: impl FnOnce(&[A], &[B]) -> R,
) -> R {
    sorted(
        |put| one.clone().for_each(put),
        |one| sorted(|put| other.clone().for_each(put), |other| then(one, other)),
    )
}

/// Sorts; items that compare as equal keep their order.
///
/// The sort of the standard library is copied for every type, and was a sixth of the code of this crate. Here one
/// copy sorts positions, those of short lists, the usual ones, on the stack.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let (mut few, mut many) = ([0; ON_STACK], Vec::new());
    let order = if let Some(few) = few.get_mut(..items.len()) {
        few
    } else {
        many.resize(items.len(), 0);
        &mut many[..]
    };
    put_in_order(order, &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(items, order);
}

/// Reorders items: the `n`th number of `order` is the present position of the new `n`th item. Each position occurs
/// once.
fn arrange<T>(items: &mut [T], order: &mut [usize]) {
    // Follows each cycle of the permutation; a position that is done points to itself.
    for start in 0..items.len() {
        let mut at = start;
        while let Some(position) = order.get_mut(at) {
            let from = core::mem::replace(position, at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The items in the order of `places`, each once. Each is moved once, so that long lists are not later read in random
/// order.
pub(crate) fn taken<T>(items: Vec<T>, places: impl Iterator<Item = usize>) -> Vec<T> {
    let mut taken = Vec::with_capacity(items.len());
    let mut left: Vec<Option<T>> = items.into_iter().map(Some).collect();
    taken.extend(places.filter_map(|place| left.get_mut(place)?.take()));
    taken
}

/// How many different items there are.
pub(crate) fn count_distinct<T: Copy + Default + Ord>(items: &(impl Iterator<Item = T> + Clone)) -> usize {
    sorted(|put| items.clone().for_each(put), |items| items.chunk_by(|one, other| one == other).count())
}

/// Whether two lists have the same keys, each equally often, in any order.
pub(crate) fn same_keys<'a, T, K: Ord>(a: &'a [T], b: &'a [T], key: impl Fn(&'a T) -> K) -> bool {
    let keys = |items: &'a [T]| {
        let mut keys: Vec<K> = items.iter().map(&key).collect();
        sort_by(&mut keys, K::cmp);
        keys
    };
    a.len() == b.len() && keys(a) == keys(b)
}

/// Sorts by a key; items with the same key keep their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// For each position of a list, the first one with an equal key.
pub(crate) fn firsts<'a, T, K: Ord>(items: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<usize> {
    first_of_each(items.len(), &|a, b| items.get(a).map(&key).cmp(&items.get(b).map(&key)))
}

/// Whether two items have the same key.
pub(crate) fn repeats<'a, T, K: Ord>(items: &'a [T], key: impl Fn(&'a T) -> K) -> bool {
    firsts(items, key).into_iter().enumerate().any(|(n, first)| n != first)
}

fn first_of_each(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = alloc::vec![0; length];
    put_in_order(&mut order, compare);
    let mut firsts = alloc::vec![0; length];
    for same in order.chunk_by(|a, b| compare(*a, *b).is_eq()) {
        for position in same {
            if let (Some(slot), Some(first)) = (firsts.get_mut(*position), same.first()) {
                *slot = *first;
            }
        }
    }
    firsts
}

/// Fills in the positions of a list in sorted order.
fn put_in_order(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.iter_mut().enumerate().for_each(|(n, position)| *position = n);
    if order.len() > ON_STACK {
        order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
        return;
    }
    for end in 1..order.len() {
        let mut at = end;
        while let Some(before) = at.checked_sub(1)
            && let Some([earlier, position]) = order.get_mut(before..=at)
            && compare(*earlier, *position).is_gt()
        {
            core::mem::swap(earlier, position);
            at = before;
        }
    }
}

/// The entries with the key.
pub(crate) fn of<K: Ord, V>(sorted: &[(K, V)], key: impl Borrow<K>) -> &[(K, V)] {
    let key = key.borrow();
    let from = sorted.partition_point(|(other, _)| other < key);
    let rest = sorted.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|(other, _)| other == key)).unwrap_or_default()
}

/// What is found by a key: gathered first and then looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lookup<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Lookup<K, V> {
    /// The first entry under the key.
    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let from = self.0.partition_point(|(other, _)| other.borrow() < key);
        let (other, value) = self.0.get(from)?;
        (other.borrow() == key).then_some(value)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Lookup<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        sort_by(&mut entries, |(a, _), (b, _)| a.cmp(b));
        Self(entries)
    }
}

/// Calls `each` with the position of every answer that differs from the first one under its key.
pub(crate) fn each_other_answer<K: Copy + Default + Ord>(
    answers: &(impl Iterator<Item = (K, usize, bool)> + Clone),
    mut each: impl FnMut(usize),
) {
    sorted(
        |put| answers.clone().for_each(put),
        |answers| {
            for same in answers.chunk_by(|one, other| one.0 == other.0) {
                let Some((first, others)) = same.split_first() else { continue };
                others.iter().filter(|one| one.2 != first.2).for_each(|one| each(one.1));
            }
        },
    );
}

/// Calls `each` for every entry that has the key of an earlier one: with the key, the position of the first entry that
/// has it, and the position of this one. A position can be that in a list, or that in a list of a list.
pub(crate) fn each_again<K: Copy + Default + Ord, P: Copy + Default + Ord>(
    entries: &(impl Iterator<Item = (K, P)> + Clone),
    mut each: impl FnMut(K, P, P),
) {
    sorted(
        |put| entries.clone().for_each(put),
        |entries| {
            for same in entries.chunk_by(|one, other| one.0 == other.0) {
                let Some(((key, first), others)) = same.split_first() else { continue };
                for (_, again) in others {
                    each(*key, *first, *again);
                }
            }
        },
    );
}

/// Calls `each` with every item that has the key of an earlier one, its position, and the position of the first item
/// with that key. An item without a key equals no other.
pub(crate) fn each_alike<'a, T, K: Copy + Default + Ord>(
    items: &'a [T],
    key: impl Fn(&'a T) -> Option<K>,
    mut each: impl FnMut(&'a T, usize, usize),
) {
    if items.len() < 2 {
        return;
    }
    let key = &key;
    let keys = items.iter().enumerate().filter_map(move |(n, one)| Some((key(one)?, n)));
    each_again(&keys, |_, first, n| {
        if let Some(one) = items.get(n) {
            each(one, n, first);
        }
    });
}

/// Calls `each` as [`each_alike`] does, but not if both have the same id, which `DOC001` reports.
pub(crate) fn each_namesake<'a, T, K: Copy + Default + Ord, I: PartialEq>(
    items: &'a [T],
    name: impl Fn(&'a T) -> Option<K>,
    id: impl Fn(&T) -> I,
    mut each: impl FnMut(&'a T, usize, usize),
) {
    each_alike(items, name, |one, n, first| {
        if items.get(first).is_some_and(|first| id(first) != id(one)) {
            each(one, n, first);
        }
    });
}

/// Calls `then` with `length` entries to fill: few on the stack, many on the heap.
pub(crate) fn with_room<T: Copy + Default, R>(length: usize, then: impl FnOnce(&mut [T]) -> R) -> R {
    match [T::default(); ON_STACK].get_mut(..length) {
        Some(few) => then(few),
        None => then(&mut alloc::vec![T::default(); length]),
    }
}

/// Puts items into `room`, which has the same length, group by group, and returns where each group ends. Each item
/// comes with the number of its group, from 0; within a group they keep their order.
pub(crate) fn group<T>(
    items: impl Iterator<Item = (usize, T)> + Clone,
    groups: usize,
    room: &mut [T],
) -> Vec<u32> {
    // How many items each group has, then where it begins, and, as it is filled, where it ends.
    let mut ends = alloc::vec![0_u32; groups];
    for (group, _) in items.clone() {
        if let Some(count) = ends.get_mut(group) {
            *count = count.saturating_add(1);
        }
    }
    let mut start = 0_u32;
    for count in &mut ends {
        start = start.saturating_add(core::mem::replace(count, start));
    }
    for (group, item) in items {
        let Some(end) = ends.get_mut(group) else { continue };
        if let Some(slot) = room.get_mut(index(*end)) {
            *slot = item;
        }
        *end = end.saturating_add(1);
    }
    ends
}

/// The groups that [`group`] made.
pub(crate) fn groups_mut<'g, T>(
    mut grouped: &'g mut [T],
    ends: &'g [u32],
) -> impl Iterator<Item = &'g mut [T]> {
    let mut start = 0;
    ends.iter().map_while(move |end| {
        let length = index(end.saturating_sub(core::mem::replace(&mut start, *end)));
        grouped.split_off_mut(..length)
    })
}

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

/// Converts a 32-bit number to a position.
pub(crate) fn index(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
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

    #[test]
    fn the_first_of_each_key_is_found() {
        assert_eq!(firsts(&["b", "a", "b", "c", "a", "b"], |one| *one), [0, 1, 0, 3, 1, 0]);
        assert!(firsts(&[0_u8; 0], |one| *one).is_empty());
    }

    #[test]
    fn of_several_entries_the_first_is_looked_up() {
        let found: Lookup<_, _> = [("b", 1), ("a", 2), ("b", 3)].into_iter().collect();
        assert_eq!(["a", "b", "c"].map(|key| found.get(&key).copied()), [Some(2), Some(1), None]);
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
