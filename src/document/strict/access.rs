//! What is inside arrays, objects and variants.

use alloc::string::String;
use core::cell::Cell;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

use super::{LastKey, Strict, Watch, went_through};

/// The elements of an array.
pub(super) struct Elements<'t, A> {
    pub(super) inner: A,
    pub(super) place: &'t Cell<String>,
    pub(super) next: usize,
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
pub(super) struct Entries<'t, 'de, A> {
    pub(super) inner: A,
    pub(super) place: &'t Cell<String>,
    pub(super) key: LastKey<'de>,
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
pub(super) struct Sole<'t, 'de, A>(pub(super) Entries<'t, 'de, A>);

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
        self.content(VariantContent { visitor, fields: Fields::Unnamed(len) })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.content(VariantContent { visitor, fields: Fields::Named(fields) })
    }
}

/// Reads what a variant with fields holds.
struct VariantContent<V> {
    visitor: V,
    fields: Fields,
}

enum Fields {
    Named(&'static [&'static str]),
    Unnamed(usize),
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for VariantContent<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        match self.fields {
            Fields::Named(names) => deserializer.deserialize_struct("", names, self.visitor),
            Fields::Unnamed(len) => deserializer.deserialize_tuple(len, self.visitor),
        }
    }
}
