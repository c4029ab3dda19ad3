//! What a list says twice.

use core::hash::Hash;

use super::{Facts, message};
use crate::report::Identity;
use crate::sorted::{each_repeated_key, sorted_of};
use crate::text::{Bilingual, Folded, Text, ordinal};

message! {
    Again { what: Bilingual, first: u64 }
    "{what} står allerede som nr. {first} på listen",
    "{what} is already on the list, as number {first}",
}

/// The item is on the list already, first at that position.
pub(crate) fn listed_again(what: Bilingual, first: usize) -> impl Facts {
    Again { what, first: ordinal(first) }
}

message! {
    WordForWord { what: Bilingual, first: u64 }
    "{what} står også som nummer {first} på listen, ord for ord",
    "{what} is the same as number {first} of the list, word for word",
}

/// The item is the same in everything as the one at that position.
pub(crate) fn same_word_for_word(what: Bilingual, first: usize) -> impl Facts {
    WordForWord { what, first: ordinal(first) }
}

/// Calls `each` with every item that says the same as an earlier one, its position, and that of the first that does.
/// Only items with a text are compared: by it, and by a hash of all that `said` takes out of them.
pub(crate) fn each_same_text<'t, T, S: Hash>(
    items: &'t [T],
    text: impl Fn(&'t T) -> Option<&'t Text>,
    said: impl Fn(&'t T) -> S,
    mut each: impl FnMut(&'t T, usize, usize),
) {
    let texts = items.iter().enumerate().filter_map(|(n, one)| Some((Folded::stated(text(one))?, n)));
    sorted_of(&texts, |texts| {
        // Most texts stand once, and nothing else of them is looked at.
        for same in texts.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
            let said = same.iter().filter_map(|(_, n)| Some((Identity::of(&said(items.get(*n)?)), *n)));
            each_repeated_key(&said, |_, first, n| {
                if let Some(one) = items.get(n) {
                    each(one, n, first);
                }
            });
        }
    });
}
