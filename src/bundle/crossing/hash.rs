//! What stands for a text that is compared and not kept: two different ones have one hash in one of 2^64 cases.

use core::hash::{Hash, Hasher as _};

use crate::report::Identity;
use crate::text::{Text, is_stated};

pub(super) fn of(value: &impl Hash) -> u64 {
    let mut hash = Identity::NEW;
    value.hash(&mut hash);
    hash.finish()
}

/// The hash of a topic. Returns `None` if it is absent or blank.
pub(super) fn of_topic(topic: Option<&Text>) -> Option<u64> {
    topic.filter(|topic| is_stated(Some(topic))).map(|topic| of_name(topic.as_str()))
}

/// The hash of a name. Upper case and white space do not count.
pub(super) fn of_name(name: &str) -> u64 {
    let mut hash = Identity::NEW;
    for word in name.split_whitespace() {
        word.chars().flat_map(char::to_lowercase).for_each(|letter| hash.write_u32(letter.into()));
        hash.write(b" ");
    }
    hash.finish()
}
