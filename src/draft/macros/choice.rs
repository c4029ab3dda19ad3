//! `choice!`: an enum of which some variants have content.

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

        const _: () = {
            wire_names! { WORDS: $( $variant $(as $wire)?; )+ }

            #[automatically_derived]
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    use serde::de::Error;
                    use $crate::draft::read;
                    #[derive(Clone, Copy)]
                    enum Tag { $( $variant ),+ }
                    const TAGS: &[Tag] = &[ $( Tag::$variant ),+ ];
                    const KEYS: &[&str] = &[ $( WORDS.$variant ),+ ];
                    struct Choice;
                    impl<'de> serde::de::Visitor<'de> for Choice {
                        type Value = $name;
                        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                            f.write_str("a word, or an object with one key")
                        }
                        fn visit_str<E: Error>(self, word: &str) -> Result<$name, E> {
                            match TAGS.get(read::Word(KEYS).visit_str(word)?) {
                                $( Some(Tag::$variant) => choice!(@word $name $variant $(as $wire)? $({ $( $field )+ })?), )+
                                None => Err(E::custom("unknown word")),
                            }
                        }
                        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                            let Some(found) = map.next_key_seed(read::Word(KEYS))? else {
                                return Err(A::Error::custom("an object with one key is expected, it has none"));
                            };
                            let choice = match TAGS.get(found) {
                                $( Some(Tag::$variant) => choice!(@object map $name $variant $(as $wire)? $({ $( $field: $ty; )+ })?), )+
                                None => return Err(A::Error::custom("unknown word")),
                            };
                            match map.next_key_seed(read::Word(KEYS))? {
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
                        name: WORDS.$variant,
                        label: $crate::text::Bilingual::new($v_da, $v_en),
                        content: choice!(@content $variant $v_da, $v_en
                            $({ $( $field: $ty = $field_da, $field_en; )+ })?),
                    } ),+ ],
                });

                fn walk(&self, at: &$crate::report::Path<'_>, walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                    match self { $(
                        Self::$variant $({ $( $field ),+ })? => {
                            let _at = at.key(WORDS.$variant);
                            $(
                                wire_names! { NAMES: $( $field; )+ }
                                $( walk.field($field, NAMES.$field, &_at); )+
                            )?
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
    };
    (@word $name:ident $variant:ident $(as $wire:literal)?) => { Ok($name::$variant) };
    (@word $name:ident $variant:ident $(as $wire:literal)? { $( $field:ident )+ }) => {
        Err(E::custom(format_args!("`{}` takes content: an object with one key", WORDS.$variant)))
    };
    (@object $map:ident $name:ident $variant:ident $(as $wire:literal)?) => {
        return Err(A::Error::custom(format_args!("`{}` takes no content: a word", WORDS.$variant)))
    };
    (@object $map:ident $name:ident $variant:ident $(as $wire:literal)? { $( $field:ident: $ty:ty; )+ }) => {{
        wire_names! { NAMES: $( $field; )+ }
        object_visitor!(Content by NAMES: $name = $name::$variant { $( $field: $ty; )+ });
        $map.next_value_seed(Content)?
    }};
    (@write $serializer:ident $name:ident $variant:ident $(as $wire:literal)?) => {
        $serializer.serialize_str(WORDS.$variant)
    };
    (@write $serializer:ident $name:ident $variant:ident $(as $wire:literal)? { $( $field:ident )+ }) => {{
        use serde::ser::SerializeStructVariant as _;
        use $crate::draft::{part::Part, read, read::Written};
        wire_names! { NAMES: $( $field; )+ }
        let written = read::count_written(&[ $( Part::is_absent($field) ),+ ]);
        let variant = WORDS.$variant;
        let mut object = $serializer.serialize_struct_variant(stringify!($name), 0, variant, written)?;
        $( if !Part::is_absent($field) { object.serialize_field(NAMES.$field, &Written($field))?; } )+
        object.end()
    }};
    (@content $variant:ident $da:literal, $en:literal) => { None };
    (@content $variant:ident $da:literal, $en:literal { $( $field:ident: $ty:ty = $f_da:literal, $f_en:literal; )+ }) => {
        {
            wire_names! { NAMES: $( $field; )+ }
            Some(&field_table! {
                stringify!($variant), $crate::text::Bilingual::new($da, $en), None, None, |_| false, NAMES;
                $( $field: $ty = $f_da, $f_en; )+
            })
        }
    };
}
