//! What stands for a text that is compared and not kept.

use core::hash::{Hash, Hasher};

/// FNV-1a, in 64 bits: two different texts have one hash in one of 2^64 cases.
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

pub(super) fn of(value: &impl Hash) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    value.hash(&mut hash);
    hash.finish()
}

/// The hash of a name. Upper case and white space do not count.
pub(super) fn of_name(name: &str) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for word in name.split_whitespace() {
        word.chars()
            .flat_map(char::to_lowercase)
            .for_each(|letter| hash.write(&u32::from(letter).to_be_bytes()));
        hash.write(b" ");
    }
    hash.finish()
}
