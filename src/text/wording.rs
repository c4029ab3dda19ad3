//! Words in two languages that are made at run time.

use alloc::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Bilingual, Lang};

/// Words in Danish and English that can be made at run time. Fixed ones are [`Bilingual`].
///
/// ```
/// use kvalitetsmodel::{Lang, text::Wording};
///
/// let limit = 5;
/// let words = Wording::new(format!("højst {limit} indsatser"), format!("at most {limit} actions"));
/// assert_eq!(words.in_lang(Lang::Da), "højst 5 indsatser");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The Danish words.
    pub da: Cow<'static, str>,
    /// The English words.
    pub en: Cow<'static, str>,
}

impl Wording {
    /// Creates it from the words in both languages.
    #[must_use]
    pub fn new(da: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { da: da.into(), en: en.into() }
    }

    /// The words in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }
}

impl From<Bilingual> for Wording {
    fn from(Bilingual { da, en }: Bilingual) -> Self {
        Self { da: da.into(), en: en.into() }
    }
}

impl PartialEq<Bilingual> for Wording {
    fn eq(&self, other: &Bilingual) -> bool {
        self.da == other.da && self.en == other.en
    }
}
