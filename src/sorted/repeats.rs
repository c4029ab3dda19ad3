//! What a list says more than once.
//!
//! | function | what is compared | what is called with |
//! | --- | --- | --- |
//! | [`each_repeated_key`] | a key of each entry; positions come with it | the key, the first position, this one |
//! | [`each_repeat`] | a key of each item of a list | this item, its position, the first position |
//! | [`each_repeat_with_other_id`] | the same; items with one id are left to `DOC001` | the same |
//! | [`each_same_text`](crate::rule::each_same_text) | a text of each item, and what else it says | the same |
//! | [`each_other_answer`] | the answers under one key with the first of them | the position of an answer that differs |

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Fill, fill, put_in_order, sorted, sorted_of};

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

/// Calls `each` with the position of every answer that differs from the first one under its key.
pub(crate) fn each_other_answer<K: Copy + Default + Ord>(
    answers: &(impl Iterator<Item = (K, usize, bool)> + Clone),
    mut each: impl FnMut(usize),
) {
    sorted_of(answers, |answers| {
        for same in answers.chunk_by(|one, other| one.0 == other.0) {
            let Some((first, others)) = same.split_first() else { continue };
            others.iter().filter(|one| one.2 != first.2).for_each(|one| each(one.1));
        }
    });
}

/// Calls `each` for every entry that has the key of an earlier one: with the key, the position of the first entry that
/// has it, and the position of this one. A position can be that in a list, or that in a list of a list.
pub(crate) fn each_repeated_key<K: Copy + Default + Ord, P: Copy + Default + Ord>(
    entries: &(impl Iterator<Item = (K, P)> + Clone),
    mut each: impl FnMut(K, P, P),
) {
    each_again(&fill(entries), &mut each);
}

/// Compiled once for each type of key, and not for each caller.
fn each_again<K: Copy + Default + Ord, P: Copy + Default + Ord>(
    fill: &Fill<'_, (K, P)>,
    each: &mut dyn FnMut(K, P, P),
) {
    sorted(fill, |entries| {
        let mut first: Option<(K, P)> = None;
        for (key, position) in entries.iter().copied() {
            match first {
                Some((same, first)) if same == key => each(same, first, position),
                _ => first = Some((key, position)),
            }
        }
    });
}

/// Calls `each` with every item that has the key of an earlier one, its position, and the position of the first item
/// with that key. An item without a key equals no other.
pub(crate) fn each_repeat<'a, T, K: Copy + Default + Ord>(
    items: &'a [T],
    key: impl Fn(&'a T) -> Option<K>,
    mut each: impl FnMut(&'a T, usize, usize),
) {
    if items.len() < 2 {
        return;
    }
    each_again(
        &|put| {
            for (n, one) in items.iter().enumerate() {
                if let Some(key) = key(one) {
                    put((key, n));
                }
            }
        },
        &mut |_, first, n| {
            if let Some(one) = items.get(n) {
                each(one, n, first);
            }
        },
    );
}

/// Calls `each` as [`each_repeat`] does, but not if both have the same id, which `DOC001` reports.
pub(crate) fn each_repeat_with_other_id<'a, T, K: Copy + Default + Ord, I: PartialEq>(
    items: &'a [T],
    name: impl Fn(&'a T) -> Option<K>,
    id: impl Fn(&T) -> I,
    mut each: impl FnMut(&'a T, usize, usize),
) {
    each_repeat(items, name, |one, n, first| {
        if items.get(first).is_some_and(|first| id(first) != id(one)) {
            each(one, n, first);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_key_is_found() {
        assert_eq!(firsts(&["b", "a", "b", "c", "a", "b"], |one| *one), [0, 1, 0, 3, 1, 0]);
        assert!(firsts(&[0_u8; 0], |one| *one).is_empty());
    }
}
