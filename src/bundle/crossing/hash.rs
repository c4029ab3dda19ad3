//! Hashes of texts that are compared and not kept: two different texts have the same hash in one of 2^64 cases.

use core::hash::Hash;

use crate::report::Identity;
use crate::text::{Folded, Text};

pub(super) fn of(value: &impl Hash) -> u64 {
    Identity::of(value)
}

/// Half a hash, where there is one for each measurement of a series.
pub(super) fn half_of(value: &impl Hash) -> u32 {
    u32::try_from(of(value) & u64::from(u32::MAX)).unwrap_or_default()
}

/// The hash of a name, as names are compared. Returns `None` if it is absent or blank.
pub(super) fn of_name(name: Option<&Text>) -> Option<u64> {
    Folded::stated(name).map(|name| of(&name))
}

/// The hash of a name, whatever is noted in brackets at its end, as in »Havblik (lukket 2024)«. Returns `None` if it is
/// absent or blank.
pub(super) fn of_name_without_note(name: Option<&Text>) -> Option<u64> {
    let without_note = name?.as_str().trim_end().strip_suffix(')').and_then(|name| name.rsplit_once('('));
    match without_note.map(|(name, _)| name.trim()) {
        Some(name) if !name.is_empty() => Some(of(&Folded::of_words(name))),
        _ => of_name(name),
    }
}
