//! The declarations: `record!`, `words!` and `choice!`. `docs/adding-a-type.md` explains them by an example.

/// The name of a field or variant in the exchange format: in camelCase, or as the declaration says.
macro_rules! wire_name {
    ($name:ident as $wire:literal) => {
        $wire
    };
    ($name:ident) => {
        const {
            use $crate::draft::read;
            const CAMEL: [u8; read::camel_len(stringify!($name))] = read::camel(stringify!($name));
            match core::str::from_utf8(&CAMEL) {
                Ok(name) => name,
                Err(_) => panic!("a name in ASCII"),
            }
        }
    };
}

/// The field table of one record, or of the content of one variant.
macro_rules! field_table {
    ($name:expr, $label:expr, $kind:expr, $is_checked_by:expr;
        $( $field:ident $(as $wire:literal)?: $ty:ty = $da:expr, $en:expr; )*) => {
        $crate::draft::Record {
            name: $name,
            label: $label,
            kind: $kind,
            fields: &[ $( $crate::draft::Field {
                name: wire_name!($field $(as $wire)?),
                label: $crate::text::Bilingual::new($da, $en),
                is_mandatory: <$ty as $crate::draft::part::Part>::IS_MANDATORY,
                shape: <$ty as $crate::draft::part::Part>::SHAPE,
            } ),* ],
            is_checked_by: $is_checked_by,
        }
    };
}

/// A visitor `$visitor` that reads an object into `$build { $field, … }`.
macro_rules! object_visitor {
    ($visitor:ident: $value:ty = $($build:ident)::+ { $( $field:ident $(as $wire:literal)?: $ty:ty; )* }) => {
        struct $visitor;
        impl<'de> serde::de::Visitor<'de> for $visitor {
            type Value = $value;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$value, A::Error> {
                use $crate::draft::read;
                struct Fields { $( $field: Option<$ty> ),* }
                #[allow(non_camel_case_types, reason = "named after the fields")]
                enum Field { $( $field ),* }
                const FIELDS: &[Field] = &[ $( Field::$field ),* ];
                const NAMES: &[&str] = &[ $( wire_name!($field $(as $wire)?) ),* ];
                let mut keys = const { read::Keys::new(NAMES) };
                #[allow(unused_mut, reason = "a variant in braces can have no field")]
                let mut fields = Fields { $( $field: None ),* };
                while let Some(found) = map.next_key_seed(&mut keys)? {
                    match FIELDS.get(found) {
                        $( Some(Field::$field) => read::field(&mut map, &mut fields.$field)?, )*
                        None => {}
                    }
                }
                Ok($($build)::+ { $( $field: read::required(fields.$field, wire_name!($field $(as $wire)?))?, )* })
            }
        }
        impl<'de> serde::de::DeserializeSeed<'de> for $visitor {
            type Value = $value;
            fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<$value, D::Error> {
                deserializer.deserialize_map(self)
            }
        }
    };
}

/// Declares a record: a struct that is written as an object.
///
/// Every name has a Danish and an English label. `id "kind"` gives the record an id of its own. Fields in
/// `mandatory { … }` are arguments of `new`; those in `optional { … }` are options and lists. A record in which
/// nothing is mandatory has `Default` in place of `new`. One with `fields { … }` has neither, and its fields
/// stand in any order.
macro_rules! record {
    (
        $(#[$($meta:tt)*])*
        $vis:vis struct $name:ident: $da:literal, $en:literal {
            fields { $(
                $(#[$($field_meta:tt)*])*
                $field_vis:vis $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal;
            )+ }
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $vis struct $name { $( $(#[$($field_meta)*])* $field_vis $field: $ty, )+ }

        record! { @impl $vis $name, $da, $en; {} {} { $( $field $(as $wire)?: $ty = $field_da, $field_en; )+ } }
    };
    (
        $(#[$($meta:tt)*])*
        $vis:vis struct $name:ident: $da:literal, $en:literal $(, id $kind:literal)? {
            $( mandatory { $(
                $(#[$($must_meta:tt)*])*
                $must_vis:vis $must:ident $(as $must_wire:literal)?: $must_ty:ty = $must_da:literal, $must_en:literal;
            )+ } )?
            $( optional { $(
                $(#[$($field_meta:tt)*])*
                $field_vis:vis $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal;
            )+ } )?
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $vis struct $name {
            $( #[doc = concat!("The id of the ", $en, " (`", $kind, "` in a subject).")] $vis id: $crate::id::Id<$name>, )?
            $( $( $(#[$($must_meta)*])* $must_vis $must: $must_ty, )+ )?
            $( $( $(#[$($field_meta)*])* $field_vis $field: $ty, )+ )?
        }

        $(
            #[automatically_derived]
            impl $crate::id::Identified for $name { const KIND: &'static str = $kind; }
        )?

        record! { @new $vis $name;
            { $( id: $crate::id::Id<$name> = $kind; )? }
            { $( $( $must: $must_ty; )+ )? }
            { $( $( $field: $ty; )+ )? }
        }
        record! { @impl $vis $name, $da, $en;
            { $( id: $crate::id::Id<$name> = $kind; )? }
            { $( $( $must $(as $must_wire)?: $must_ty = $must_da, $must_en; )+ )? }
            { $( $( $field $(as $wire)?: $ty = $field_da, $field_en; )+ )? }
        }
    };
    (@new $vis:vis $name:ident; {} {} { $( $field:ident: $ty:ty; )* }) => {
        #[automatically_derived]
        impl Default for $name {
            fn default() -> Self {
                Self { $( $field: <$ty as $crate::draft::part::Absent>::ABSENT, )* }
            }
        }
    };
    (@new $vis:vis $name:ident;
        { $( $id:ident: $id_ty:ty = $kind:literal; )? } { $( $must:ident: $must_ty:ty; )* } { $( $field:ident: $ty:ty; )* }
    ) => {
        impl $name {
            #[doc = concat!("A `", stringify!($name), "` that states only what is mandatory.")]
            #[must_use]
            $vis const fn new($( $id: $id_ty, )? $( $must: $must_ty ),*) -> Self {
                Self { $( $id, )? $( $must, )* $( $field: <$ty as $crate::draft::part::Absent>::ABSENT, )* }
            }
        }
    };
    (@impl $vis:vis $name:ident, $da:literal, $en:literal;
        { $( $id:ident: $id_ty:ty = $kind:literal; )? }
        { $( $must:ident $(as $must_wire:literal)?: $must_ty:ty = $must_da:literal, $must_en:literal; )* }
        { $( $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal; )* }
    ) => {
        #[automatically_derived]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                object_visitor!(Object: $name = $name {
                    $( $id: $id_ty; )? $( $must $(as $must_wire)?: $must_ty; )* $( $field $(as $wire)?: $ty; )*
                });
                deserializer.deserialize_map(Object)
            }
        }

        #[automatically_derived]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                use $crate::draft::{part::Part, read::Written};
                let fields = [
                    $( !Part::is_absent(&self.$id), )? $( !Part::is_absent(&self.$must), )*
                    $( !Part::is_absent(&self.$field), )*
                ];
                let written = fields.iter().filter(|is_written| **is_written).count();
                let mut object = serializer.serialize_struct(stringify!($name), written)?;
                $( object.serialize_field(wire_name!($id), &Written(&self.$id))?; )?
                $( if !Part::is_absent(&self.$must) {
                    object.serialize_field(wire_name!($must $(as $must_wire)?), &Written(&self.$must))?;
                } )*
                $( if !Part::is_absent(&self.$field) {
                    object.serialize_field(wire_name!($field $(as $wire)?), &Written(&self.$field))?;
                } )*
                object.end()
            }
        }

        impl $crate::rule::Ruled for $name {
            // The list of the type where it has one, or else the empty one of the trait.
            const RULES: &'static [$crate::rule::RuleFor<Self>] = {
                #[allow(unused_imports, reason = "not needed by a type with rules")]
                use $crate::rule::NoRules as _;
                $name::OWN_RULES
            };
        }

        impl $crate::draft::part::Part for $name {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Record(&field_table! {
                stringify!($name), $crate::text::Bilingual::new($da, $en),
                record!(@kind $( $kind )?), <$name as $crate::rule::Ruled>::is_checked_by;
                $( $id: $id_ty = "id", "id"; )?
                $( $must $(as $must_wire)?: $must_ty = $must_da, $must_en; )*
                $( $field $(as $wire)?: $ty = $field_da, $field_en; )*
            });

            $( fn subject(&self) -> Option<$crate::id::Subject> { Some(self.$id.subject()) } )?

            fn walk(&self, at: &$crate::report::Path<'_>, walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                use $crate::draft::part::Part;
                walk.record(self, at);
                $( Part::walk(&self.$must, &at.field(wire_name!($must $(as $must_wire)?), Part::subject(&self.$must)), walk); )*
                $( Part::walk(&self.$field, &at.field(wire_name!($field $(as $wire)?), Part::subject(&self.$field)), walk); )*
            }

            #[cfg(feature = "proptest")]
            fn any(tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                Self {
                    $( $id: $crate::draft::part::Part::any(tape), )?
                    $( $must: $crate::draft::part::Part::any(tape), )*
                    $( $field: $crate::draft::part::Part::any(tape), )*
                }
            }

            #[cfg(feature = "proptest")]
            fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
                each(self);
                $( $crate::draft::part::Part::each_mut(&mut self.$must, each); )*
                $( $crate::draft::part::Part::each_mut(&mut self.$field, each); )*
            }
        }
    };
    (@kind) => { None };
    (@kind $kind:literal) => { Some($kind) };
}

/// Declares a vocabulary: an enum of which every variant is written as a word.
///
/// Every word has a Danish and an English label. The first word is the simplest in property tests. With
/// `absent Word` a field of this type can be absent, and then it is that word.
macro_rules! words {
    (
        $(#[$($meta:tt)*])*
        $vis:vis enum $name:ident: $da:literal, $en:literal $(, absent $absent:ident)? { $(
            $(#[$($v_meta:tt)*])*
            $variant:ident $(as $wire:literal)? = $v_da:literal, $v_en:literal;
        )+ }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[$($v_meta)*])* $variant, )+ }

        impl $name {
            /// All words, in the order of the declaration.
            $vis const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// What people call it.
            #[allow(dead_code, reason = "not every vocabulary is shown by the crate itself")]
            #[must_use]
            $vis const fn label(self) -> $crate::text::Bilingual {
                match self { $( Self::$variant => $crate::text::Bilingual::new($v_da, $v_en) ),+ }
            }

            /// The word in the exchange format.
            const fn name(self) -> &'static str {
                match self { $( Self::$variant => wire_name!($variant $(as $wire)?) ),+ }
            }
        }

        #[automatically_derived]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[ $( wire_name!($variant $(as $wire)?) ),+ ];
                let found = deserializer.deserialize_str($crate::draft::read::Word(NAMES))?;
                Self::ALL.get(found).copied().ok_or_else(|| serde::de::Error::custom("unknown word"))
            }
        }

        #[automatically_derived]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        $( impl $crate::draft::part::Absent for $name { const ABSENT: Self = Self::$absent; } )?

        impl $crate::draft::part::Part for $name {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Words(&$crate::draft::Words {
                name: stringify!($name),
                label: $crate::text::Bilingual::new($da, $en),
                words: &[ $( $crate::draft::Word {
                    name: wire_name!($variant $(as $wire)?),
                    label: $crate::text::Bilingual::new($v_da, $v_en),
                } ),+ ],
                absent: words!(@absent $( $absent )?),
            });

            $(
                const IS_MANDATORY: bool = false;

                fn absent() -> Option<Self> {
                    Some(Self::$absent)
                }

                fn is_absent(&self) -> bool {
                    *self == Self::$absent
                }

                fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    <Option<Self> as serde::Deserialize>::deserialize(deserializer)
                        .map(|word| word.unwrap_or(Self::$absent))
                }
            )?

            #[cfg(feature = "proptest")]
            fn any(tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                *tape.pick(Self::ALL)
            }
        }
    };
    (@absent) => { None };
    (@absent $word:ident) => { Some(wire_name!($word)) };
}

/// Declares a choice: an enum of which some variants have content.
///
/// A variant without content is written as a word, one with content as an object with one key. Fields of a
/// type that can be absent are optional. The first variant is the simplest in property tests.
macro_rules! choice {
    (
        $(#[$($meta:tt)*])*
        $vis:vis enum $name:ident: $da:literal, $en:literal { $(
            $(#[$($v_meta:tt)*])*
            $variant:ident $(as $wire:literal)? = $v_da:literal, $v_en:literal $({ $(
                $(#[$($field_meta:tt)*])*
                $field:ident: $ty:ty = $field_da:literal, $field_en:literal;
            )+ })? $(;)?
        )+ }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $vis enum $name { $( $(#[$($v_meta)*])* $variant $({ $( $(#[$($field_meta)*])* $field: $ty ),+ })?, )+ }

        impl $name {
            /// What people call it, without its content.
            #[must_use]
            $vis const fn label(&self) -> $crate::text::Bilingual {
                match self { $( Self::$variant { .. } => $crate::text::Bilingual::new($v_da, $v_en) ),+ }
            }
        }

        #[automatically_derived]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error;
                use $crate::draft::read;
                #[derive(Clone, Copy)]
                enum Tag { $( $variant ),+ }
                const TAGS: &[Tag] = &[ $( Tag::$variant ),+ ];
                const NAMES: &[&str] = &[ $( wire_name!($variant $(as $wire)?) ),+ ];
                struct Choice;
                impl<'de> serde::de::Visitor<'de> for Choice {
                    type Value = $name;
                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("a word, or an object with one key")
                    }
                    fn visit_str<E: Error>(self, word: &str) -> Result<$name, E> {
                        match TAGS.get(read::Word(NAMES).visit_str(word)?) {
                            $( Some(Tag::$variant) => choice!(@word $name $variant $({ $( $field )+ })?), )+
                            None => Err(E::custom("unknown word")),
                        }
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let Some(found) = map.next_key_seed(read::Word(NAMES))? else {
                            return Err(A::Error::custom("an object with one key is expected, it has none"));
                        };
                        let choice = match TAGS.get(found) {
                            $( Some(Tag::$variant) => choice!(@object map $name $variant $({ $( $field: $ty; )+ })?), )+
                            None => return Err(A::Error::custom("unknown word")),
                        };
                        match map.next_key_seed(read::Word(NAMES))? {
                            None => Ok(choice),
                            Some(_) => Err(A::Error::custom("an object with one key is expected, it has more")),
                        }
                    }
                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> Result<$name, A::Error> {
                        Err(read::refuse_list(list, &self))
                    }
                }
                deserializer.deserialize_any(Choice)
            }
        }

        #[automatically_derived]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(
                    Self::$variant $({ $( $field ),+ })? =>
                        choice!(@write serializer $name $variant $(as $wire)? $({ $( $field )+ })?),
                )+ }
            }
        }

        impl $crate::draft::part::Part for $name {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Choice(&$crate::draft::Choice {
                name: stringify!($name),
                label: $crate::text::Bilingual::new($da, $en),
                variants: &[ $( $crate::draft::Variant {
                    name: wire_name!($variant $(as $wire)?),
                    label: $crate::text::Bilingual::new($v_da, $v_en),
                    content: choice!(@content $variant $v_da, $v_en
                        $({ $( $field: $ty = $field_da, $field_en; )+ })?),
                } ),+ ],
            });

            fn walk(&self, at: &$crate::report::Path<'_>, walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                #[allow(unused_imports, reason = "not needed if the fields are leaves")]
                use $crate::draft::part::Part;
                match self { $(
                    Self::$variant $({ $( $field ),+ })? => {
                        let _at = at.key(wire_name!($variant $(as $wire)?));
                        $( $( Part::walk($field, &_at.field(wire_name!($field), Part::subject($field)), walk); )+ )?
                    }
                )+ }
                let _ = walk;
            }

            #[cfg(feature = "proptest")]
            fn any(tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                let makers: &[fn(&mut $crate::draft::tape::Tape<'_>) -> Self] = &[ $(
                    |_tape| Self::$variant $({ $( $field: $crate::draft::part::Part::any(_tape) ),+ })?
                ),+ ];
                tape.pick(makers)(tape)
            }

            #[cfg(feature = "proptest")]
            fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
                match self { $(
                    Self::$variant $({ $( $field ),+ })? => {
                        $( $( $crate::draft::part::Part::each_mut($field, each); )+ )?
                    }
                )+ }
                let _ = each;
            }
        }
    };
    (@word $name:ident $variant:ident) => { Ok($name::$variant) };
    (@word $name:ident $variant:ident { $( $field:ident )+ }) => {
        Err(E::custom(concat!("`", stringify!($variant), "` has content: an object with one key is expected")))
    };
    (@object $map:ident $name:ident $variant:ident) => {
        return Err(A::Error::custom(concat!("`", stringify!($variant), "` has no content: a word is expected")))
    };
    (@object $map:ident $name:ident $variant:ident { $( $field:ident: $ty:ty; )+ }) => {{
        object_visitor!(Content: $name = $name::$variant { $( $field: $ty; )+ });
        $map.next_value_seed(Content)?
    }};
    (@write $serializer:ident $name:ident $variant:ident $(as $wire:literal)?) => {
        $serializer.serialize_str(wire_name!($variant $(as $wire)?))
    };
    (@write $serializer:ident $name:ident $variant:ident $(as $wire:literal)? { $( $field:ident )+ }) => {{
        use serde::ser::SerializeStructVariant as _;
        use $crate::draft::{part::Part, read::Written};
        let fields = [ $( !Part::is_absent($field) ),+ ];
        let written = fields.iter().filter(|is_written| **is_written).count();
        let variant = wire_name!($variant $(as $wire)?);
        let mut object = $serializer.serialize_struct_variant(stringify!($name), 0, variant, written)?;
        $( if !Part::is_absent($field) { object.serialize_field(wire_name!($field), &Written($field))?; } )+
        object.end()
    }};
    (@content $variant:ident $da:literal, $en:literal) => { None };
    (@content $variant:ident $da:literal, $en:literal { $( $field:ident: $ty:ty = $f_da:literal, $f_en:literal; )+ }) => {
        Some(&field_table! {
            stringify!($variant), $crate::text::Bilingual::new($da, $en), None, |_| false;
            $( $field: $ty = $f_da, $f_en; )+
        })
    };
}

/// Declares a leaf: one value, as the type itself reads and writes it.
///
/// It says what is expected in Danish and English, how the value is written ([`Form`](crate::draft::Form)),
/// and how one is made from a tape.
macro_rules! leaf {
    (
        $ty:ty: $da:literal, $en:literal;
        $form:ident $(($of:expr))?;
        |$tape:ident| $any:expr
    ) => {
        impl $crate::draft::part::Part for $ty {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Leaf(&$crate::draft::Leaf {
                expected: $crate::text::Bilingual::new($da, $en),
                form: $crate::draft::Form::$form $(($of))?,
            });

            #[cfg(feature = "proptest")]
            fn any($tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                $any
            }
        }
    };
}
