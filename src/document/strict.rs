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

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use core::cell::Cell;
use core::fmt::{self, Write};

use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};

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
        for char in text.chars() {
            match char {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                char => self.0.push(char),
            }
        }
        Ok(())
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

/// A visitor that hands out strict deserializers.
struct Strictly<'t, 'de, V> {
    inner: V,
    watch: Watch<'t, 'de>,
    shape: Shape,
}

impl<'de, V: Visitor<'de>> Strictly<'_, 'de, V> {
    /// `null`, which some deserializers call none and some call unit.
    fn visit_null<E: Error>(self, visit: impl FnOnce(V) -> Result<V::Value, E>) -> Result<V::Value, E> {
        match self.shape {
            Shape::List => self.inner.visit_seq(SeqDeserializer::new(core::iter::empty::<()>())),
            Shape::Any | Shape::Object | Shape::Enum => visit(self.inner),
        }
    }
}

macro_rules! forward_visit {
    ($( $method:ident($type:ty); )+) => {
        $(
            fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
                self.inner.$method(value)
            }
        )+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strictly<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    forward_visit! {
        visit_bool(bool);
        visit_i8(i8);
        visit_i16(i16);
        visit_i32(i32);
        visit_i64(i64);
        visit_i128(i128);
        visit_u8(u8);
        visit_u16(u16);
        visit_u32(u32);
        visit_u64(u64);
        visit_u128(u128);
        visit_f32(f32);
        visit_f64(f64);
        visit_char(char);
        visit_bytes(&[u8]);
        visit_borrowed_bytes(&'de [u8]);
        visit_byte_buf(alloc::vec::Vec<u8>);
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.watch.keep_key(|| Cow::Owned(text.to_owned()));
        match self.shape {
            Shape::Enum => self.inner.visit_enum(StrDeserializer::new(text)),
            Shape::Any | Shape::Object | Shape::List => self.inner.visit_str(text),
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.watch.keep_key(|| Cow::Borrowed(text));
        match self.shape {
            Shape::Enum => self.inner.visit_enum(BorrowedStrDeserializer::new(text)),
            Shape::Any | Shape::Object | Shape::List => self.inner.visit_borrowed_str(text),
        }
    }

    fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
        self.watch.keep_key(|| Cow::Owned(text.clone()));
        match self.shape {
            Shape::Enum => self.inner.visit_enum(StrDeserializer::new(&text)),
            Shape::Any | Shape::Object | Shape::List => self.inner.visit_string(text),
        }
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visit_null(V::visit_none)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visit_null(V::visit_unit)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        match self.shape {
            Shape::List => deserializer.deserialize_seq(self),
            Shape::Any | Shape::Object | Shape::Enum => {
                self.inner.visit_some(Strict { inner: deserializer, watch: self.watch })
            }
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Strict { inner: deserializer, watch: self.watch })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        match self.shape {
            Shape::Object => Err(A::Error::invalid_type(Unexpected::Seq, &self.inner)),
            Shape::Any | Shape::List | Shape::Enum => {
                self.inner.visit_seq(Elements { inner, place: self.watch.place, next: 0 })
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let entries = Entries { inner, place: self.watch.place, key: Cell::new(None) };
        match self.shape {
            Shape::Enum => self.inner.visit_enum(Sole(entries)),
            Shape::Any | Shape::Object | Shape::List => self.inner.visit_map(entries),
        }
    }

    /// Only a deserializer whose enums are neither strings nor objects comes here.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(access)
    }
}

/// The elements of an array.
struct Elements<'t, A> {
    inner: A,
    place: &'t Cell<String>,
    next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let index = self.next;
        self.next = index.saturating_add(1);
        let seed = Strict { inner: seed, watch: Watch { place: self.place, key: None } };
        self.inner.next_element_seed(seed).inspect_err(|_| went_through(self.place, index))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// The entries of an object.
struct Entries<'t, 'de, A> {
    inner: A,
    place: &'t Cell<String>,
    key: LastKey<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.key.set(None);
        let watch = Watch { place: self.place, key: Some(&self.key) };
        self.inner.next_key_seed(Strict { inner: seed, watch })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = Strict { inner: seed, watch: Watch { place: self.place, key: None } };
        self.inner.next_value_seed(seed).inspect_err(|_| match self.key.take() {
            Some(key) => went_through(self.place, key),
            None => self.place.set(String::new()),
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// An object with one key: the variant, and what it holds.
struct Sole<'t, 'de, A>(Entries<'t, 'de, A>);

impl<'de, A: MapAccess<'de>> Sole<'_, 'de, A> {
    fn content<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<S::Value, A::Error> {
        let content = self.0.next_value_seed(seed)?;
        match self.0.next_key::<IgnoredAny>()? {
            None => Ok(content),
            Some(_) => Err(not_sole()),
        }
    }
}

fn not_sole<E: Error>() -> E {
    E::invalid_value(Unexpected::Map, &"map with a single key")
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Sole<'_, 'de, A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<(S::Value, Self), A::Error> {
        match self.0.next_key_seed(seed)? {
            Some(variant) => Ok((variant, self)),
            None => Err(not_sole()),
        }
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Sole<'_, 'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Err(A::Error::invalid_type(Unexpected::Map, &"a string: the variant holds nothing"))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.content(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.content(Content { visitor, fields: Fields::Unnamed(len) })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.content(Content { visitor, fields: Fields::Named(fields) })
    }
}

/// Reads what a variant with fields holds.
struct Content<V> {
    visitor: V,
    fields: Fields,
}

enum Fields {
    Named(&'static [&'static str]),
    Unnamed(usize),
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Content<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        match self.fields {
            Fields::Named(names) => deserializer.deserialize_struct("", names, self.visitor),
            Fields::Unnamed(len) => deserializer.deserialize_tuple(len, self.visitor),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use alloc::collections::BTreeMap;
    use alloc::format;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use chrono::NaiveDate;
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;
    use serde::de::DeserializeOwned;
    use serde::{Deserialize, Serialize};
    use uuid::Uuid;

    use super::*;
    use crate::document::Value;
    use crate::text::NonBlank;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Outer {
        name: String,
        count: u64,
        offset: i64,
        share: f64,
        day: NaiveDate,
        id: Uuid,
        #[serde(default)]
        tags: Vec<String>,
        inner: Inner,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        maybe: Option<Inner>,
        choices: Vec<Choice>,
        wrapped: Wrapped,
        pair: (u8, Inner),
        by_name: BTreeMap<Name, Inner>,
        by_kind: BTreeMap<Kind, bool>,
        by_year: BTreeMap<u16, Choice>,
        lists: Vec<Option<Vec<i64>>>,
        nothing: (),
        extension: Value,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        first: Option<NonBlank>,
        #[serde(rename = "a/b~c")]
        odd: i32,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Wrapped(Inner);

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    struct Name(String);

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Kind {
        Percent,
        Days,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    enum Choice {
        Unit,
        Newtype(Inner),
        Optional(Option<Kind>),
        Many(Vec<Inner>),
        Tuple(i64, Inner),
        #[serde(rename_all = "camelCase")]
        Struct {
            the_kind: Kind,
            inner: Inner,
        },
    }

    prop_compose! {
        fn inner()(first in proptest::option::of("\\PC{0,4}[a-z\"\\\\/]"), odd: i32) -> Inner {
            Inner { first: first.map(|text| NonBlank::new(text).unwrap()), odd }
        }
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![Just(Kind::Percent), Just(Kind::Days)]
    }

    fn choice() -> impl Strategy<Value = Choice> {
        prop_oneof![
            Just(Choice::Unit),
            inner().prop_map(Choice::Newtype),
            proptest::option::of(kind()).prop_map(Choice::Optional),
            vec(inner(), 0..3).prop_map(Choice::Many),
            (any::<i64>(), inner()).prop_map(|(number, inner)| Choice::Tuple(number, inner)),
            (kind(), inner()).prop_map(|(the_kind, inner)| Choice::Struct { the_kind, inner }),
        ]
    }

    prop_compose! {
        fn outer()(
            (name, count, offset, share, days, id, tags, inner_, maybe) in (
                ".{0,9}",
                prop_oneof![Just(u64::MAX), any::<u64>()],
                prop_oneof![Just(i64::MIN), any::<i64>()],
                proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO,
                1..3_000_000_i32,
                any::<u128>(),
                vec("\\PC{0,5}", 0..3),
                inner(),
                proptest::option::of(inner()),
            ),
            (choices, wrapped, pair, by_name, by_kind, by_year, lists) in (
                vec(choice(), 0..4),
                inner(),
                (any::<u8>(), inner()),
                btree_map("[a~/\"æ]{0,4}", inner(), 0..3),
                btree_map(kind(), any::<bool>(), 0..3),
                btree_map(any::<u16>(), choice(), 0..3),
                vec(proptest::option::of(vec(any::<i64>(), 0..3)), 0..3),
            ),
        ) -> Outer {
            Outer {
                name, count, offset, share,
                day: NaiveDate::from_num_days_from_ce_opt(days).unwrap(),
                id: Uuid::from_u128(id),
                tags, inner: inner_, maybe, choices,
                wrapped: Wrapped(wrapped),
                pair,
                by_name: by_name.into_iter().map(|(key, value)| (Name(key), value)).collect(),
                by_kind, by_year, lists,
                nothing: (),
                extension: Value::Object(alloc::vec![
                    ("z".into(), Value::Null),
                    ("a".into(), Value::List(alloc::vec![Value::Bool(true)])),
                ]),
            }
        }
    }

    /// Reads JSON text strictly; after an error, where it was.
    fn read<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
        let mut at = "left over".into();
        let result = deserialize_tracked(&mut serde_json::Deserializer::from_str(json), &mut at);
        assert!(result.is_err() || at.is_empty());
        result.map_err(|error| (at, error))
    }

    /// Where an error was, and what it says.
    #[track_caller]
    fn refused<T: DeserializeOwned + fmt::Debug>(json: &str) -> (String, String) {
        let (at, error) = read::<T>(json).unwrap_err();
        (at, error.to_string())
    }

    /// Every value in `value`, with its pointer.
    fn places(value: &Value, pointer: &str, found: &mut Vec<(String, Value)>) {
        found.push((pointer.into(), value.clone()));
        match value {
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    places(value, &format!("{pointer}/{index}"), found);
                }
            }
            Value::Object(entries) => {
                for (key, value) in entries {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    places(value, &format!("{pointer}/{key}"), found);
                }
            }
            _ => {}
        }
    }

    /// `value` with something else in the place that `pointer` names.
    fn replaced(value: &Value, here: &str, pointer: &str, new: &Value) -> Value {
        if here == pointer {
            return new.clone();
        }
        match value {
            Value::List(values) => Value::List(
                (0_usize..)
                    .zip(values)
                    .map(|(index, value)| replaced(value, &format!("{here}/{index}"), pointer, new))
                    .collect(),
            ),
            Value::Object(entries) => Value::Object(
                entries
                    .iter()
                    .map(|(key, value)| {
                        let step = key.replace('~', "~0").replace('/', "~1");
                        (key.clone(), replaced(value, &format!("{here}/{step}"), pointer, new))
                    })
                    .collect(),
            ),
            value => value.clone(),
        }
    }

    /// Keys that are not text end the pointer.
    fn seen(pointer: &str) -> &str {
        if pointer.starts_with("/byYear") { "/byYear" } else { pointer }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_written_reads_as_it_does_without(written in outer()) {
            let json = serde_json::to_string_pretty(&written).unwrap();
            let plain: Outer = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&plain, &written);
            prop_assert_eq!(read::<Outer>(&json).unwrap(), written.clone());
            let mut reader = serde_json::Deserializer::from_reader(json.as_bytes());
            prop_assert_eq!(deserialize::<_, Outer>(&mut reader).unwrap(), written.clone());
            let tree = serde_json::to_value(&written).unwrap();
            prop_assert_eq!(&deserialize::<_, Outer>(&tree).unwrap().choices, &written.choices);
            prop_assert_eq!(&deserialize::<_, Outer>(tree).unwrap().by_name, &written.by_name);
        }

        #[test]
        fn an_array_is_no_object(written in outer()) {
            let tree: Value = serde_json::from_str(&serde_json::to_string(&written).unwrap()).unwrap();
            let mut found = Vec::new();
            places(&tree, "", &mut found);
            let mut taken_without = Vec::new();
            for (pointer, value) in found {
                let Value::Object(entries) = value else { continue };
                if pointer.starts_with("/extension") {
                    continue;
                }
                let array = Value::List(entries.into_iter().map(|(_, value)| value).collect());
                let json = serde_json::to_string_pretty(&replaced(&tree, "", &pointer, &array)).unwrap();
                let (at, error) = read::<Outer>(&json).unwrap_err();
                prop_assert_eq!(&at, seen(&pointer), "{}", error);
                prop_assert!(error.line() > 0 && error.column() > 0, "{}", error);
                prop_assert!(error.to_string().starts_with("invalid type: sequence, expected "), "{}", error);
                taken_without.extend(serde_json::from_str::<Outer>(&json).ok());
            }
            // `inner`, `wrapped` and `pair` at least: there is something to be strict about.
            prop_assert!(taken_without.len() >= 3);
        }

        #[test]
        fn the_pointer_leads_to_the_error(written in outer()) {
            let tree: Value = serde_json::from_str(&serde_json::to_string(&written).unwrap()).unwrap();
            let mut found = Vec::new();
            places(&tree, "", &mut found);
            let alien = Value::Object(alloc::vec![("zz".into(), Value::List(Vec::new()))]);
            for (pointer, _) in found {
                let json = serde_json::to_string_pretty(&replaced(&tree, "", &pointer, &alien)).unwrap();
                match read::<Outer>(&json) {
                    Ok(_) => prop_assert!(pointer.starts_with("/extension")),
                    Err((at, error)) => {
                        prop_assert!(at.starts_with(seen(&pointer)), "{} {} {}", at, pointer, error);
                        let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
                        prop_assert!(tree.pointer(&at).is_some(), "{} {}", at, error);
                        prop_assert!(error.line() > 0, "{}", error);
                    },
                }
            }
        }

        #[test]
        fn damaged_text_is_refused_as_it_is_without(
            written in outer(), cut in any::<prop::sample::Index>(), new in "[\\[\\]{},:\"0-9a-z]{0,2}",
        ) {
            let mut json = serde_json::to_string(&written).unwrap();
            let cut = cut.index(json.len());
            if json.is_char_boundary(cut) {
                json.insert_str(cut, &new);
            }
            let strict = read::<Outer>(&json).map_err(|(_, error)| error.line());
            let plain = serde_json::from_str::<Outer>(&json).map_err(|error| error.line());
            prop_assert_eq!(strict, plain, "{}", json);
        }
    }

    #[test]
    fn an_array_is_refused_with_its_position() {
        assert_eq!(
            refused::<Vec<Inner>>("[\n  {\"first\": null, \"a/b~c\": 1},\n  [null, 1]\n]"),
            ("/1".into(), "invalid type: sequence, expected struct Inner at line 3 column 3".into()),
        );
        assert_eq!(
            refused::<Choice>("{\"struct\": {\"theKind\": \"days\", \"inner\":\n[null, 1]}}"),
            (
                "/struct/inner".into(),
                "invalid type: sequence, expected struct Inner at line 2 column 1".into()
            ),
        );
        assert_eq!(
            refused::<Choice>(r#"{"struct": ["days", {"a/b~c": 1}]}"#),
            (
                "/struct".into(),
                "invalid type: sequence, expected struct variant Choice::Struct at line 1 column 12".into()
            ),
        );
    }

    #[test]
    fn null_is_an_empty_list() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Lists {
            #[serde(default)]
            list: Vec<u8>,
            option: Option<Vec<u8>>,
            #[serde(default)]
            pair: (u8, u8),
        }

        let empty = Lists { list: Vec::new(), option: None, pair: (0, 0) };
        assert_eq!(read::<Lists>(r#"{"list": null, "option": null}"#).unwrap(), empty);
        assert_eq!(read::<Lists>("{}").unwrap(), empty);
        let full = Lists { list: alloc::vec![1], option: Some(Vec::new()), pair: (2, 3) };
        assert_eq!(read::<Lists>(r#"{"list": [1], "option": [], "pair": [2, 3]}"#).unwrap(), full);
        assert_eq!(read::<Choice>(r#"{"many": null}"#).unwrap(), Choice::Many(Vec::new()));

        // A tuple is not a list, and nothing else is none.
        assert_eq!(
            refused::<Lists>(r#"{"pair": null}"#),
            ("/pair".into(), "invalid type: null, expected a tuple of size 2 at line 1 column 13".into()),
        );
        assert_eq!(
            refused::<Lists>(r#"{"list": {}}"#),
            ("/list".into(), "invalid type: map, expected a sequence at line 1 column 9".into()),
        );
    }

    #[test]
    fn a_variant_without_content_is_a_string() {
        // What serde_json does alone.
        assert_eq!(serde_json::from_str::<Choice>(r#"{"unit": null}"#).unwrap(), Choice::Unit);

        assert_eq!(read::<Choice>(r#""unit""#).unwrap(), Choice::Unit);
        assert_eq!(read::<Choice>(r#""\u0075nit""#).unwrap(), Choice::Unit);
        for json in [r#"{"unit": null}"#, r#"{"unit": {}}"#, r#"{"unit": 1, "x": 2}"#] {
            let (at, error) = refused::<Choice>(json);
            assert_eq!(at, "");
            assert_eq!(
                error,
                "invalid type: map, expected a string: the variant holds nothing at line 1 column 7"
            );
        }
        let (at, error) = refused::<BTreeMap<String, Kind>>(r#"{"a/b": {"days": null}}"#);
        assert_eq!(at, "/a~1b");
        assert!(error.ends_with("at line 1 column 15"), "{error}");
    }

    #[test]
    fn an_enum_is_a_string_or_one_entry() {
        for (json, pointer, message) in [
            (r#""newtype""#, "", "invalid type: unit variant, expected newtype variant at line 1 column 9"),
            (r#""other""#, "", "unknown variant `other`, expected one of"),
            (r#"{"other": 1}"#, "", "unknown variant `other`, expected one of"),
            ("{}", "", "invalid value: map, expected map with a single key at line 1 column 2"),
            (r#"{"optional": null, "x": 1}"#, "", "invalid value: map, expected map with a single key"),
            (r#"{"optional": null, "optional": null}"#, "", "invalid value: map, expected map with a"),
            (
                r#"{"optional": "weeks"}"#,
                "/optional",
                "unknown variant `weeks`, expected `percent` or `days`",
            ),
            (r#"{"newtype": {"a/b~c": "1"}}"#, "/newtype/a~1b~0c", "invalid type: string"),
            (r#"{"newtype": {"first": " "}}"#, "/newtype/first", "the text is blank"),
            (r#"{"newtype": {"first": null}}"#, "/newtype", "missing field `a/b~c`"),
            (r#"{"newtype": {"x": null}}"#, "/newtype", "unknown field `x`"),
            (r#"{"newtype": {"first": null, "first": null}}"#, "/newtype", "duplicate field `first`"),
            (r#"{"tuple": [1]}"#, "/tuple", "invalid length 1, expected tuple variant Choice::Tuple"),
            (r#"{"tuple": null}"#, "/tuple", "invalid type: null, expected tuple variant Choice::Tuple"),
            (r#"{"struct": 3}"#, "/struct", "invalid type: integer `3`, expected struct variant"),
            ("[]", "", "invalid type: sequence, expected enum Choice at line 1 column 2"),
            ("null", "", "invalid type: null, expected enum Choice at line 1 column 4"),
            ("3", "", "invalid type: integer `3`, expected enum Choice at line 1 column 1"),
        ] {
            let (at, error) = refused::<Choice>(json);
            assert_eq!(at, pointer, "{json}: {error}");
            assert!(error.starts_with(message), "{json}: {error}");
            assert!(error.contains(" at line 1 column "), "{json}: {error}");
        }
    }

    #[test]
    fn text_is_borrowed() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Borrowed<'a> {
            text: &'a str,
            #[serde(borrow)]
            either: Cow<'a, str>,
        }

        let json = r#"{"text": "a", "either": "b"}"#;
        let read: Borrowed<'_> = deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
        assert_eq!(read, Borrowed { text: "a", either: Cow::Borrowed("b") });
        assert!(matches!(read.either, Cow::Borrowed(_)));
    }

    #[test]
    fn values_of_extensions_are_left_alone() {
        let json = r#"{"b":null,"a":[{"unit":null},[],{}]}"#;
        assert_eq!(serde_json::to_string(&read::<Value>(json).unwrap()).unwrap(), json);
        let (at, error) = refused::<Value>(r#"{"b":null,"a":[{"x":1,"x":2}]}"#);
        assert_eq!(at, "/a/0");
        assert_eq!(error, "duplicate key in an extension object at line 1 column 25");
    }
}
