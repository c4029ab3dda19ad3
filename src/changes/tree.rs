//! A draft as a tree of what is written: objects, lists and texts, whatever its type.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{self, Impossible, Serialize, Serializer};

/// What is written of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tree {
    /// A text, a number, a word, an id.
    Leaf(String),
    List(Vec<Self>),
    Object(Vec<(Cow<'static, str>, Self)>),
}

impl Tree {
    /// The tree of a draft. What cannot be written, such as a day after the year 9999, becomes an empty text.
    pub(super) fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        value.serialize(Writer).unwrap_or(Self::Leaf(String::new()))
    }

    /// The value of a field; `None` if it is not written.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            Self::Leaf(_) | Self::List(_) => None,
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub(super) const fn as_text(&self) -> Option<&str> {
        if let Self::Leaf(text) = self { Some(text.as_str()) } else { None }
    }

    /// A choice: the name of the variant, and its content if it has one.
    pub(super) fn variant(&self) -> Option<(&str, Option<&Self>)> {
        match self {
            Self::Leaf(word) => Some((word, None)),
            Self::Object(fields) => fields.first().map(|(name, content)| (&**name, Some(content))),
            Self::List(_) => None,
        }
    }
}

#[derive(Clone, Copy)]
struct Writer;

/// A list or an object that is being written.
#[derive(Default)]
struct Items {
    items: Vec<Tree>,
}

struct Fields {
    variant: Option<&'static str>,
    entries: Vec<(Cow<'static, str>, Tree)>,
    key: String,
}

impl Fields {
    const fn new(variant: Option<&'static str>) -> Self {
        Self { variant, entries: Vec::new(), key: String::new() }
    }

    fn end(self) -> Tree {
        let fields = Tree::Object(self.entries);
        match self.variant {
            Some(variant) => Tree::Object(alloc::vec![(variant.into(), fields)]),
            None => fields,
        }
    }
}

type Written = Result<Tree, fmt::Error>;

macro_rules! leaves {
    ($( $method:ident: $ty:ty; )+) => {
        $( fn $method(self, value: $ty) -> Written {
            Ok(Tree::Leaf(value.to_string()))
        } )+
    };
}

impl Serializer for Writer {
    type Error = fmt::Error;
    type Ok = Tree;
    type SerializeMap = Fields;
    type SerializeSeq = Items;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Impossible<Tree, fmt::Error>;
    type SerializeTupleVariant = Impossible<Tree, fmt::Error>;

    leaves! {
        serialize_bool: bool;
        serialize_i8: i8;
        serialize_i16: i16;
        serialize_i32: i32;
        serialize_i64: i64;
        serialize_u8: u8;
        serialize_u16: u16;
        serialize_u32: u32;
        serialize_u64: u64;
        serialize_f32: f32;
        serialize_f64: f64;
        serialize_char: char;
        serialize_str: &str;
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(Tree::Leaf("null".into()))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        Ok(Tree::Leaf(variant.into()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        Ok(Tree::Object(alloc::vec![(variant.into(), value.serialize(self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, fmt::Error> {
        Ok(Items::default())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, fmt::Error> {
        Ok(Items::default())
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, fmt::Error> {
        Ok(Fields::new(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, fmt::Error> {
        Ok(Fields::new(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields, fmt::Error> {
        Ok(Fields::new(Some(variant)))
    }
}

macro_rules! lists {
    ($( $of:ident: $method:ident; )+) => {
        $( impl ser::$of for Items {
            type Error = fmt::Error;
            type Ok = Tree;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
                self.items.push(Tree::of(value));
                Ok(())
            }

            fn end(self) -> Written {
                Ok(Tree::List(self.items))
            }
        } )+
    };
}

lists! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
}

macro_rules! objects {
    ($( $of:ident; )+) => {
        $( impl ser::$of for Fields {
            type Error = fmt::Error;
            type Ok = Tree;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), fmt::Error> {
                self.entries.push((key.into(), Tree::of(value)));
                Ok(())
            }

            fn end(self) -> Written {
                Ok(Self::end(self))
            }
        } )+
    };
}

objects! {
    SerializeStruct;
    SerializeStructVariant;
}

impl ser::SerializeMap for Fields {
    type Error = fmt::Error;
    type Ok = Tree;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        self.key = key.serialize(Writer)?.as_text().unwrap_or_default().into();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        let key = core::mem::take(&mut self.key);
        self.entries.push((key.into(), Tree::of(value)));
        Ok(())
    }

    fn end(self) -> Written {
        Ok(Self::end(self))
    }
}
