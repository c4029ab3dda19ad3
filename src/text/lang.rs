//! The languages of messages.

use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Bilingual, error_type};

/// A language that messages are written in.
///
/// Exhaustive by design: a message without one of the languages does not compile.
///
/// ```
/// use kvalitetsmodel::Lang;
///
/// assert_eq!("da".parse(), Ok(Lang::Da));
/// assert!("no".parse::<Lang>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Lang {
    /// Danish (*dansk*).
    Da,
    /// English (*engelsk*).
    En,
}

impl Lang {
    /// The code of the language in ISO 639-1, which [`FromStr`] reads: `da`, `en`.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    ///
    /// assert_eq!(Lang::Da.code(), "da");
    /// assert_eq!(Lang::En.code().parse(), Ok(Lang::En));
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }
}

/// The text is not the code of a [`Lang`], such as `no`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct UnknownLang;

error_type! {
    UnknownLang,
    fixed |_error| (
        "unknownLang",
        Bilingual::new("sproget er ikke et af `da` og `en`", "the language is not one of `da` and `en`"),
    )
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match text {
            "da" => Ok(Self::Da),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang),
        }
    }
}
