//! What identifies a finding across reports.

use core::fmt;
use core::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::Path;
use crate::codes::RuleCode;
use crate::text::Bilingual;

/// Identifies a finding across reports: same rule, same verdict, same record, same field.
///
/// It is a hash of the code, the verdict, the ids above the place and the keys between them (64 bits, written as
/// 16 hexadecimal digits). It does not change when lists are reordered, when figures change, or
/// when a draft is put into a document. A rule that could not be assessed and is now not met has a different
/// fingerprint, so that accepting the first does not accept the second. If several records without an id have
/// the same finding, their fingerprints are made unique by counting them; correcting one of them changes
/// those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn of(code: RuleCode, verdict: &str, at: &Path<'_>) -> Self {
        let mut hash = Identity::NEW;
        hash.feed(&code.bytes());
        hash.feed(verdict.as_bytes());
        at.identity(&mut hash);
        Self(hash.0)
    }

    /// The fingerprint of the `n`th finding, from 0, among those with the same hash.
    pub(super) fn occurrence(self, n: u64) -> Self {
        let mut hash = Identity(self.0);
        if n > 0 {
            hash.feed(&n.to_le_bytes());
        }
        Self(hash.0)
    }
}

/// A 64-bit hash in the manner of FNV-1a, eight bytes at a time: byte by byte, it would be most of the cost of a
/// finding.
pub(crate) struct Identity(u64);

impl Identity {
    pub(crate) const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    /// The hash of a value.
    pub(crate) fn of(value: &impl Hash) -> u64 {
        let mut hash = Self::NEW;
        value.hash(&mut hash);
        hash.finish()
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        // The byte at the end distinguishes "ab" + "c" from "a" + "bc".
        let last = rest.iter().chain(&[0xff]).rev();
        self.mix(last.fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    pub(super) fn feed_id(&mut self, id: Uuid) {
        let (high, low) = id.as_u64_pair();
        self.mix(high);
        self.mix(low);
    }

    const fn mix(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
        // The product moves bits up only.
        self.0 ^= self.0 >> 32;
    }
}

impl Hasher for Identity {
    fn write(&mut self, bytes: &[u8]) {
        self.feed(bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Texts hash by byte, so that it does not matter in which pieces they are written.
impl fmt::Write for Identity {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.mix(byte.into()));
        Ok(())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl core::str::FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        let plain = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        u64::from_str_radix(text, 16).ok().filter(|_| plain).map(Self).ok_or(FingerprintError)
    }
}

/// The text is not a fingerprint: it has capital letters, as in `4F…`, or not exactly 16 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct FingerprintError;

crate::text::error_type! { FingerprintError, fixed |_error| ("notAFingerprint", FingerprintError::LABEL) }

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parsed(deserializer, "a fingerprint: 16 hexadecimal digits")
    }
}

impl FingerprintError {
    const LABEL: Bilingual = Bilingual::new(
        "et fingeraftryk er 16 hexadecimale cifre med små bogstaver",
        "a fingerprint is 16 hexadecimal digits in lower case",
    );
}

leaf! {
    Fingerprint: "et fingeraftryk: 16 hexadecimale cifre", "a fingerprint: 16 hexadecimal digits";
    Text(|text| text.parse::<Fingerprint>().err().map(|_| FingerprintError::LABEL))
        matches "^[0-9a-f]{16}$";
    |tape| Fingerprint(tape.within(0, u64::MAX))
}
