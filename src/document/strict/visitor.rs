//! What the adapter hears from the deserializer.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use core::cell::Cell;
use core::fmt;

use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::access::{Elements, Entries, Sole};
use super::{Shape, Strict, Watch};

/// A visitor that hands out strict deserializers.
pub(super) struct Strictly<'t, 'de, V> {
    pub(super) inner: V,
    pub(super) watch: Watch<'t, 'de>,
    pub(super) shape: Shape,
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
