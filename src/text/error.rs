//! What every error type has: a message in both languages, a text form and a form in JSON.

use core::fmt;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::Lang;

/// What a function writes, as JSON in both languages: `{ "da": …, "en": … }`.
pub(crate) struct InBoth<F>(pub(crate) F);

impl<D: fmt::Display, F: Fn(Lang) -> D> Serialize for InBoth<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(said) = self;
        let mut both = serializer.serialize_struct("InBoth", 2)?;
        both.serialize_field("da", &format_args!("{}", said(Lang::Da)))?;
        both.serialize_field("en", &format_args!("{}", said(Lang::En)))?;
        both.end()
    }
}

/// Gives an error type its words: `message(lang)`, `in_english` for its `#[error("{}", self.in_english())]`, and `Serialize`
/// with `kind`, the facts that belong to it and `message`.
///
/// `fixed` takes the kind and the words, `says` a function that writes the message. `at` writes the place, which
/// follows the message in `Display` only. A fact that is `None` is left out.
macro_rules! error_type {
    ($ty:ident, fixed |$error:ident| $kind_and_words:expr $(, at $at:expr)? $(, $fact:literal: $value:expr)* $(,)?) => {
        impl $ty {
            /// What is wrong, in words: lower case, no full stop.
            #[must_use]
            pub const fn message(&self, lang: $crate::Lang) -> &'static str {
                let $error = self;
                let (_, words): (&'static str, $crate::text::Bilingual) = $kind_and_words;
                words.in_lang(lang)
            }
        }

        $crate::text::error_type! {
            @common $ty, kind |error: &$ty| {
                let $error = error;
                let (kind, _): (&'static str, $crate::text::Bilingual) = $kind_and_words;
                kind
            }
            $(, at $at)? $(, $fact: $value)*
        }
    };
    ($ty:ident, kind $kind:expr, says $says:expr $(, at $at:expr)? $(, $fact:literal: $value:expr)* $(,)?) => {
        impl $ty {
            /// What is wrong, in words: lower case, no full stop.
            #[must_use]
            pub fn message(&self, lang: $crate::Lang) -> alloc::string::String {
                let says: fn(&Self, $crate::Lang, &mut core::fmt::Formatter<'_>) -> core::fmt::Result = $says;
                alloc::string::ToString::to_string(&core::fmt::from_fn(|f| says(self, lang, f)))
            }
        }

        $crate::text::error_type! { @common $ty, kind $kind $(, at $at)? $(, $fact: $value)* }
    };
    (@common $ty:ident, kind $kind:expr $(, at $at:expr)? $(, $fact:literal: $value:expr)*) => {
        impl $ty {
            /// The message in English and the place, for `#[error]`.
            fn in_english(&self) -> impl core::fmt::Display + '_ {
                core::fmt::from_fn(|f| {
                    f.write_str(self.message($crate::Lang::En).as_ref())?;
                    $(
                        let at: fn(&Self, &mut core::fmt::Formatter<'_>) -> core::fmt::Result = $at;
                        at(self, f)?;
                    )?
                    Ok(())
                })
            }
        }

        /// As JSON it is an object with `kind`, what belongs to it, and `message` with `da` and `en`.
        impl serde::Serialize for $ty {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let kind: fn(&Self) -> &'static str = $kind;
                let mut object = serializer.serialize_map(None)?;
                object.serialize_entry("kind", kind(self))?;
                $( if let Some(fact) = ($value)(self) {
                    object.serialize_entry($fact, &fact)?;
                } )*
                object.serialize_entry("message", &$crate::text::InBoth(|lang| self.message(lang)))?;
                object.end()
            }
        }
    };
}
pub(crate) use error_type;
