//! Strict reading and writing: the parts that do not depend on the type.
//!
//! What is refused here is refused by `serde_json::from_str` on a bare draft, too: unknown and repeated
//! fields, an array for a record, an object for a word. The messages are for programmers; `json::read` reads a
//! refused text again and lists everything that is wrong with it.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::ser::{Serialize, Serializer};

use super::part::Part;

/// Names that are allowed somewhere, as the exchange format spells them.
type Names = &'static [&'static str];

/// Reads the keys of one object and refuses unknown and repeated ones.
pub(crate) struct Keys {
    names: Names,
    seen: u64,
    next: usize,
}

impl Keys {
    /// Allows these names.
    pub(crate) const fn new(names: Names) -> Self {
        assert!(names.len() <= 64, "more than 64 fields");
        Self { names, seen: 0, next: 0 }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        // Fields usually come in the order of the declaration.
        let expected = self.names.get(self.next).filter(|name| **name == key).map(|_| self.next);
        let Some(found) = expected.or_else(|| self.names.iter().position(|name| *name == key)) else {
            return Err(E::custom("unknown field"));
        };
        self.next = found.saturating_add(1);
        let bit = u32::try_from(found).ok().and_then(|found| 1_u64.checked_shl(found)).unwrap_or(0);
        if self.seen & bit != 0 {
            return Err(E::custom("repeated field"));
        }
        self.seen |= bit;
        Ok(found)
    }
}

/// Reads a word and returns its index.
pub(crate) struct Word(pub(crate) Names);

impl Visitor<'_> for Word {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<usize, E> {
        self.0.iter().position(|name| *name == word).ok_or_else(|| E::custom("unknown word"))
    }
}

impl<'de> DeserializeSeed<'de> for Word {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

/// Reads the value of a field.
pub(crate) fn field<'de, T: Part, A: MapAccess<'de>>(
    map: &mut A,
    field: &mut Option<T>,
) -> Result<(), A::Error> {
    *field = Some(map.next_value_seed(Value(PhantomData))?);
    Ok(())
}

struct Value<T>(PhantomData<T>);

impl<'de, T: Part> DeserializeSeed<'de> for Value<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// Reads a value, or `null` as none.
pub(super) struct Optional<T>(pub(super) PhantomData<T>);

impl<'de, T: Part> Visitor<'de> for Optional<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

/// Reads a list, or `null` as an empty one.
pub(super) struct List<T>(pub(super) PhantomData<T>);

impl<'de, T: Part> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_none<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Value(PhantomData))? {
            list.push(item);
        }
        Ok(list)
    }
}

/// The error for a mandatory field that is not there.
pub(crate) fn missing<E: Error>(name: &'static str) -> E {
    E::missing_field(name)
}

/// The error for a list where a choice belongs. It skips the list, so that the position of the error is after it.
pub(crate) fn refuse_list<'de, A: SeqAccess<'de>>(mut list: A, expected: &dyn Expected) -> A::Error {
    loop {
        match list.next_element::<IgnoredAny>() {
            Ok(Some(_)) => {}
            Ok(None) => return A::Error::invalid_type(Unexpected::Seq, expected),
            Err(error) => return error,
        }
    }
}

/// Writes a value as [`Part::write`] does.
pub(crate) struct Written<'a, T>(pub(crate) &'a T);

impl<T: Part> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// The number of fields that are not absent.
pub(crate) fn count_written(absent: &[bool]) -> usize {
    absent.iter().filter(|is_absent| !**is_absent).count()
}

/// What is between two names that [`camel`] writes, and what fills the rest.
pub(crate) const NAME_END: char = '\0';

/// The names in camelCase, each with a [`NAME_END`] after it: `focus_areas` and `FocusAreas` become `focusAreas`. They
/// do not compile where `N` is too small.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated when compiled")]
pub(crate) const fn camel<const N: usize>(names: &[&str]) -> [u8; N] {
    let (mut out, mut len, mut name) = ([NAME_END as u8; N], 0, 0);
    while name < names.len() {
        let (bytes, start, mut at) = (names[name].as_bytes(), len, 0);
        while at < bytes.len() {
            if bytes[at] != b'_' {
                out[len] = if len == start {
                    bytes[at].to_ascii_lowercase()
                } else if bytes[at - 1] == b'_' {
                    bytes[at].to_ascii_uppercase()
                } else {
                    bytes[at]
                };
                len += 1;
            }
            at += 1;
        }
        len += 1;
        name += 1;
    }
    assert!(len <= N, "no room for the last name");
    out
}

/// The names that [`camel`] wrote, one by one. All names of a type are computed at once: computing each separately took
/// a twentieth of the time of `cargo check`.
pub(crate) struct CamelNames(&'static str);

#[expect(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated when compiled"
)]
impl CamelNames {
    pub(crate) const fn new(camel: &'static [u8]) -> Self {
        match core::str::from_utf8(camel) {
            Ok(camel) => Self(camel),
            Err(_) => panic!("names in ASCII"),
        }
    }

    /// The next name; there must be one.
    pub(crate) const fn next_name(&mut self) -> &'static str {
        let mut end = 0;
        while self.0.as_bytes()[end] != NAME_END as u8 {
            end += 1;
        }
        let (name, rest) = self.0.split_at(end);
        self.0 = rest.split_at(1).1;
        name
    }
}
