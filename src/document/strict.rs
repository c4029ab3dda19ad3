//! Stricter reading than serde's derive gives: an object is an object.
//!
//! [`deserialize`] and [`deserialize_tracked`] read any type through an adapter around the deserializer.
//! All values inside, however deep, go through the same adapter. It changes these things alone:
//!
//! - A struct is read from an object. Derived code also takes an array of the fields in order; here
//!   that is refused.
//! - `null` where a list belongs is an empty list.
//! - A variant without content is read from a string alone: `"percent"`. `serde_json` also takes
//!   `{"percent": null}`.
//! - An object that holds a variant has one key, and errors in it have a position.
//!
//! The format must be self-describing, as JSON is. What serde buffers before it knows the type goes past
//! the adapter: types behind `#[serde(flatten)]`, `#[serde(untagged)]` and `#[serde(tag = "…")]` are
//! read as leniently as ever, and the place of an error in them is where the buffered value began.

mod access;
mod visitor;

use alloc::borrow::Cow;
use alloc::string::String;
use core::cell::Cell;
use core::fmt::{self, Write};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Visitor};

use crate::report::write_step;
use visitor::Strictly;

/// Reads a value strictly.
pub(crate) fn deserialize<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserialize_tracked(deserializer, &mut String::new())
}

/// Reads a value strictly and tells where an error happened.
///
/// After an error `at` holds the JSON Pointer (RFC 6901) of the innermost value that was being read; `""`
/// is the whole text. A field that is missing, unknown or there twice is an error of the object. After
/// success `at` is empty. Where a map has keys that are not text, the pointer ends at the map.
pub(crate) fn deserialize_tracked<'de, D, T>(deserializer: D, at: &mut String) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    at.clear();
    // Filled from its end as the error goes up. Until then only keys are kept, and those that can be
    // borrowed from the input are.
    let place = Cell::new(String::new());
    let result = T::deserialize(Strict { inner: deserializer, watch: Watch { place: &place, key: None } });
    if result.is_err() {
        *at = place.into_inner();
    }
    result
}

/// The key that was read last; nothing if it was not text.
type LastKey<'de> = Cell<Option<Cow<'de, str>>>;

/// What the adapter writes down.
#[derive(Clone, Copy)]
struct Watch<'t, 'de> {
    /// The pointer to the error, seen from the value that is being read.
    place: &'t Cell<String>,
    /// There if a key is being read.
    key: Option<&'t LastKey<'de>>,
}

impl<'de> Watch<'_, 'de> {
    fn keep_key(&self, key: impl FnOnce() -> Cow<'de, str>) {
        if let Some(last) = self.key {
            last.set(Some(key()));
        }
    }
}

/// The error happened below this step.
fn went_through(place: &Cell<String>, step: impl fmt::Display) {
    let below = place.take();
    let mut pointer = String::from("/");
    // A `String` takes whatever is written to it.
    let _ = write!(Escaped(&mut pointer), "{step}");
    pointer.push_str(&below);
    place.set(pointer);
}

/// Writes a step of a JSON Pointer.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        write_step(text, self.0)
    }
}

/// A deserializer, or a seed for one.
struct Strict<'t, 'de, T> {
    inner: T,
    watch: Watch<'t, 'de>,
}

impl<'t, 'de, T> Strict<'t, 'de, T> {
    fn visitor<V>(&self, inner: V, shape: Shape) -> Strictly<'t, 'de, V> {
        Strictly { inner, watch: self.watch, shape }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Strict { inner: deserializer, watch: self.watch })
    }
}

macro_rules! forward_deserialize {
    ($( $method:ident($($arg:ident: $type:ty),*) as $shape:ident; )+) => {
        $(
            fn $method<V: Visitor<'de>>(self, $($arg: $type,)* visitor: V) -> Result<V::Value, D::Error> {
                let visitor = self.visitor(visitor, Shape::$shape);
                self.inner.$method($($arg,)* visitor)
            }
        )+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, 'de, D> {
    type Error = D::Error;

    forward_deserialize! {
        deserialize_any() as Any;
        deserialize_bool() as Any;
        deserialize_i8() as Any;
        deserialize_i16() as Any;
        deserialize_i32() as Any;
        deserialize_i64() as Any;
        deserialize_i128() as Any;
        deserialize_u8() as Any;
        deserialize_u16() as Any;
        deserialize_u32() as Any;
        deserialize_u64() as Any;
        deserialize_u128() as Any;
        deserialize_f32() as Any;
        deserialize_f64() as Any;
        deserialize_char() as Any;
        deserialize_str() as Any;
        deserialize_string() as Any;
        deserialize_bytes() as Any;
        deserialize_byte_buf() as Any;
        deserialize_option() as Any;
        deserialize_unit() as Any;
        deserialize_unit_struct(name: &'static str) as Any;
        deserialize_newtype_struct(name: &'static str) as Any;
        deserialize_tuple(len: usize) as Any;
        deserialize_tuple_struct(name: &'static str, len: usize) as Any;
        deserialize_map() as Any;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) as Object;
        deserialize_identifier() as Any;
        deserialize_ignored_any() as Any;
    }

    /// An option first: that tells `null` from the rest, and the rest comes back to be read as a list.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.visitor(visitor, Shape::List);
        self.inner.deserialize_option(visitor)
    }

    /// As whatever it is: that tells the string from the object.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.visitor(visitor, Shape::Enum);
        self.inner.deserialize_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// What the type asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The type's own visitor decides.
    Any,
    /// An object and no array.
    Object,
    /// A list, or `null` for none.
    List,
    /// A string, or an object with one key.
    Enum,
}

#[cfg(test)]
mod tests;
