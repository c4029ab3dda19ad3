//! What every error type has: a message in both languages, a text form and a form in JSON.

use alloc::string::{String, ToString as _};
use core::fmt;

use serde::Serialize;

use super::Lang;

/// A message in both languages, as JSON has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    pub(crate) da: String,
    pub(crate) en: String,
}

impl Message {
    /// Takes what `said` says in each language.
    pub(crate) fn of<D: fmt::Display>(said: impl Fn(Lang) -> D) -> Self {
        Self { da: said(Lang::Da).to_string(), en: said(Lang::En).to_string() }
    }

    #[cfg(feature = "json")]
    pub(crate) const fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Da => self.da.as_str(),
            Lang::En => self.en.as_str(),
        }
    }
}

/// Gives an error type its words: `message(lang)`, `in_english` for its `#[error("{}", self.in_english())]`, and `Serialize`
/// with `kind`, the facts that belong to it and `message`.
///
/// `fixed` is given the kind and the words, `says` a function that writes the message. `at` writes the place, which
/// stands behind the message in `Display` alone. A fact that is `None` is left out.
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
                object.serialize_entry("message", &$crate::text::Message::of(|lang| self.message(lang)))?;
                object.end()
            }
        }
    };
}
pub(crate) use error_type;
