//! What a list says twice.

use super::{Facts, message};
use crate::text::{Bilingual, ordinal};

message! {
    Again { what: Bilingual, first: u64 }
    "{what} står allerede som nr. {first} på listen",
    "{what} is already on the list, as number {first}",
}

/// The item is on the list already, first at that position.
pub(crate) fn listed_again(what: Bilingual, first: usize) -> impl Facts {
    Again { what, first: ordinal(first) }
}
