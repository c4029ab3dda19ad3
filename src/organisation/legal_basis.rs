//! The provisions that a service is run under.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Lang, Text};

/// A provision that a social service is run under.
///
/// # Source
///
/// *Dansk kvalitetsmodel for de regionale botilbud* (2007) names *lov om social service* § 67 for children
/// and young people, §§ 107 and 108 for adults. Which provisions a service has is the caller's data.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::organisation::LegalBasis;
///
/// let basis: LegalBasis = serde_json::from_str(r#"{ "socialServices": { "paragraph": 107 } }"#)?;
/// assert_eq!(basis.in_lang(Lang::Da).to_string(), "serviceloven § 107");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum LegalBasis {
    /// A section of the act on social services (*lov om social service*, *SEL*).
    #[doc(alias = "serviceloven")]
    #[doc(alias = "SEL")]
    SocialServices {
        /// The number after §, 1 or more; a draft can hold 0.
        paragraph: u16,
    },
    /// A provision of another act, or one with a letter.
    Other {
        /// The provision as people write it. Free text: it never enters a message.
        name: Text,
    },
}

impl LegalBasis {
    /// The provision in words; of another act only that it is one.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        const ACT: Bilingual = Bilingual::new("serviceloven", "Social Services Act");
        const OTHER: Bilingual = Bilingual::new("anden bestemmelse", "other provision");
        fmt::from_fn(move |f| match self {
            Self::SocialServices { paragraph } => write!(f, "{} § {paragraph}", ACT.in_lang(lang)),
            Self::Other { .. } => f.write_str(OTHER.in_lang(lang)),
        })
    }
}
