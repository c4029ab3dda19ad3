//! What records and choices have in common.

/// The names of all fields of an object, or of all words of a choice, as a static of that name: in camelCase, or as the
/// declaration says. They are computed once, however many implementations use them.
macro_rules! wire_names {
    ($names:ident: $( $name:ident $(as $wire:literal)?; )*) => {
        #[allow(non_snake_case, reason = "the words of a choice are written as its variants")]
        struct Names { $( $name: &'static str ),* }
        static $names: Names = {
            use $crate::draft::read;
            const CAMEL: [u8; concat!($( stringify!($name), $( $wire, )? " " ),*).len()] =
                read::camel(&[ $( wire_names!(@written $name $(as $wire)?) ),* ]);
            #[allow(unused_mut, reason = "a variant in braces can have no field")]
            let mut names = read::CamelNames::new(&CAMEL);
            Names { $( $name: names.next_name() ),* }
        };
    };
    (@written $name:ident) => { stringify!($name) };
    (@written $name:ident as $wire:literal) => { $wire };
}

/// The field table of one record, or of the content of one variant.
macro_rules! field_table {
    ($name:expr, $label:expr, $kind:expr, $introduces:expr, $is_checked_by:expr, $names:ident;
        $( $field:ident: $ty:ty = $da:expr, $en:expr; )*) => {
        $crate::draft::Record {
            name: $name,
            label: $label,
            kind: $kind,
            introduces: $introduces,
            fields: &[ $( $crate::draft::Field {
                name: $names.$field,
                label: $crate::text::Bilingual::new($da, $en),
                is_mandatory: <$ty as $crate::draft::part::Part>::IS_MANDATORY,
                shape: <$ty as $crate::draft::part::Part>::SHAPE,
            } ),* ],
            is_checked_by: $is_checked_by,
        }
    };
}

/// A visitor `$visitor` that reads an object, its fields named by `$names`, into `$build { $field, … }`.
macro_rules! object_visitor {
    ($visitor:ident by $names:ident: $value:ty = $($build:ident)::+ { $( $field:ident: $ty:ty; )* }) => {
        struct $visitor;
        impl<'de> serde::de::Visitor<'de> for $visitor {
            type Value = $value;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$value, A::Error> {
                use $crate::draft::{part::Part, read};
                struct Fields { $( $field: Option<$ty> ),* }
                #[allow(non_camel_case_types, reason = "named after the fields")]
                enum Field { $( $field ),* }
                const KEYS: &[&str] = &[ $( $names.$field ),* ];
                let mut keys = const { read::Keys::new(KEYS) };
                #[allow(unused_mut, reason = "a variant in braces can have no field")]
                let mut fields = Fields { $( $field: Part::absent() ),* };
                while let Some(found) = map.next_key_seed(&mut keys)? {
                    $( if found == Field::$field as usize { read::field(&mut map, &mut fields.$field) } else )*
                    { Ok(()) }?;
                }
                $( let Some($field) = fields.$field else { return Err(read::missing($names.$field)) }; )*
                Ok($($build)::+ { $( $field ),* })
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
