//! A sorted index for the duration of one check: short ones on the stack, long ones on the heap.

use alloc::vec::Vec;

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
    sorted.sort_unstable();
    then(sorted)
}

/// The entries with the key.
pub(crate) fn of<K: Ord + Copy, V>(sorted: &[(K, V)], key: K) -> &[(K, V)] {
    let from = sorted.partition_point(|(other, _)| *other < key);
    let rest = sorted.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|(other, _)| *other == key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

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
