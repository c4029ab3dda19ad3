//! A sorted index for the duration of one check: short ones on the stack, long ones on the heap.

mod by_id;
mod repeats;

use alloc::vec::Vec;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::ops::Range;

pub(crate) use by_id::ById;
#[cfg(any(feature = "json", feature = "table"))]
pub(crate) use repeats::firsts;
pub(crate) use repeats::{
    each_other_answer, each_repeat, each_repeat_with_other_id, each_repeated_key, repeats,
};

/// Up to this many entries are kept on the stack; clearing more would cost more than the rule.
const ON_STACK: usize = 32;

/// Sorts the entries that `fill` adds, and calls `then` with them.
///
/// `fill` may be called twice: first to count the entries, then to add them on the heap.
pub(crate) fn sorted<T: Copy + Default + Ord, R>(
    fill: impl Fn(&mut dyn FnMut(T)),
    then: impl FnOnce(&mut [T]) -> R,
) -> R {
    then(Room::new().sort(&fill))
}

/// Sorts the entries, and calls `then` with them.
pub(crate) fn sorted_of<T: Copy + Default + Ord, R>(
    entries: &(impl Iterator<Item = T> + Clone),
    then: impl FnOnce(&mut [T]) -> R,
) -> R {
    sorted(fill(entries), then)
}

/// A function that passes every entry to another one. The loop is less code than `for_each`, which every iterator
/// brings a loop of its own for.
fn fill<T>(entries: &(impl Iterator<Item = T> + Clone)) -> impl Fn(&mut dyn FnMut(T)) {
    |put| {
        for entry in entries.clone() {
            put(entry);
        }
    }
}

/// Passes every entry to the function.
type Fill<'f, T> = dyn Fn(&mut dyn FnMut(T)) + 'f;

/// Where entries are sorted. Compiled once for each type of entry, and not for each caller.
struct Room<T> {
    few: [T; ON_STACK],
    /// All entries, if there is not enough room for them in `few`.
    many: Vec<T>,
}

impl<T: Copy + Default + Ord> Room<T> {
    #[inline(never)]
    fn new() -> Self {
        Self { few: [T::default(); ON_STACK], many: Vec::new() }
    }

    /// The entries that `fill` adds, sorted.
    #[inline(never)]
    fn sort(&mut self, fill: &Fill<'_, T>) -> &mut [T] {
        let mut used = 0_usize;
        fill(&mut |entry| {
            if let Some(slot) = self.few.get_mut(used) {
                *slot = entry;
            }
            used = used.saturating_add(1);
        });
        if used > ON_STACK {
            self.many.reserve_exact(used);
            fill(&mut |entry| self.many.push(entry));
        }
        let entries = match self.few.get_mut(..used) {
            Some(few) => few,
            None => &mut self.many,
        };
        sort_by(entries, T::cmp);
        entries
    }
}

/// Calls `then` with two sorted indexes.
pub(crate) fn with_both<A: Copy + Default + Ord, B: Copy + Default + Ord, R>(
    one: &(impl Iterator<Item = A> + Clone),
    other: &(impl Iterator<Item = B> + Clone),
    then: impl FnOnce(&[A], &[B]) -> R,
) -> R {
    sorted_of(one, |one| sorted_of(other, |other| then(one, other)))
}

/// Sorts; items that compare as equal keep their order.
///
/// The sort of the standard library is copied for every type, and was a sixth of the code of this crate. Here one
/// copy sorts positions, those of short lists, the usual ones, on the stack, and then moves the items.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    sort(items.len(), &mut By { items, compare });
}

/// A list by positions, whatever its items are.
trait List {
    fn compare(&self, one: usize, other: usize) -> Ordering;

    fn swap(&mut self, one: usize, other: usize);
}

struct By<'i, T, C> {
    items: &'i mut [T],
    compare: C,
}

impl<T, C: Fn(&T, &T) -> Ordering> List for By<'_, T, C> {
    fn compare(&self, one: usize, other: usize) -> Ordering {
        match (self.items.get(one), self.items.get(other)) {
            (Some(one), Some(other)) => (self.compare)(one, other),
            _ => Ordering::Equal,
        }
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.items.swap(one, other);
    }
}

fn sort(length: usize, list: &mut dyn List) {
    let (mut few, mut many) = ([0; ON_STACK], Vec::new());
    let order = if let Some(few) = few.get_mut(..length) {
        few
    } else {
        many.resize(length, 0);
        &mut many[..]
    };
    put_in_order(order, &|a, b| list.compare(a, b));
    arrange(list, order);
}

/// Reorders a list: the `n`th number of `order` is the present position of the new `n`th item. Each position occurs
/// once.
fn arrange(list: &mut dyn List, order: &mut [usize]) {
    // Follows each cycle of the permutation; a position that is done points to itself.
    for start in 0..order.len() {
        let mut at = start;
        while let Some(position) = order.get_mut(at) {
            let from = core::mem::replace(position, at);
            if from == start {
                break;
            }
            list.swap(at, from);
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
    sorted_of(items, |items| items.chunk_by(|one, other| one == other).count())
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
    let found = span(sorted.len(), &|n| sorted.get(n).map_or(Ordering::Greater, |(other, _)| other.cmp(key)));
    sorted.get(found).unwrap_or_default()
}

/// Where the entries of a sorted list are that compare as equal. `compare` compares the one at a position.
fn span(length: usize, compare: &dyn Fn(usize) -> Ordering) -> Range<usize> {
    let start = first(0..length, &|n| compare(n).is_ge());
    start..first(start..length, &|n| compare(n).is_gt())
}

/// The first position for which it holds, as it does for all after it; otherwise the end.
fn first(mut among: Range<usize>, holds: &dyn Fn(usize) -> bool) -> usize {
    while !among.is_empty() {
        let middle = among.start.midpoint(among.end);
        if holds(middle) {
            among.end = middle;
        } else {
            among.start = middle.saturating_add(1);
        }
    }
    among.start
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

/// Converts a 32-bit number to a position.
pub(crate) fn index(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

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
