//! `words!`: an enum of which every variant is a word.

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
                wire_names! { NAMES: $( $variant $(as $wire)?; )+ }
                match self { $( Self::$variant => NAMES.$variant ),+ }
            }
        }

        #[automatically_derived]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[ $( $name::$variant.name() ),+ ];
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
                    name: Self::$variant.name(),
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
    (@absent $word:ident) => { Some(Self::$word.name()) };
}
