//! The provisions that a service is run under.

use core::fmt;

use crate::Lang;
use crate::text::Text;

choice! {
    /// A provision that a social service is run under.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud* (2007) names *lov om social service* § 67 for
    /// children and young people, §§ 107 and 108 for adults. Which provisions apply to a service is the
    /// caller's data.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::organisation::LegalBasis;
    ///
    /// let basis: LegalBasis = serde_json::from_str(r#"{ "socialServices": { "paragraph": 107 } }"#)?;
    /// assert_eq!(basis.in_lang(Lang::Da).to_string(), "serviceloven § 107");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(PartialOrd, Ord)]
    pub enum LegalBasis: "lovgrundlag", "legal basis" {
        /// A section of the act on social services (*lov om social service*, *SEL*).
        #[doc(alias = "serviceloven")]
        #[doc(alias = "SEL")]
        SocialServices = "serviceloven", "Social Services Act" {
            /// The number after §, 1 or more; a draft can contain 0.
            paragraph: u16 = "paragraf", "section";
        }
        /// A provision of another act, or one with a letter.
        Other = "anden bestemmelse", "other provision" {
            /// The provision as people write it. Free text: it never appears in a message.
            name: Text = "bestemmelse", "provision";
        }
    }
}

impl LegalBasis {
    /// The provision in words. The free text of [`Other`](Self::Other) is not shown.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let label = self.label().in_lang(lang);
        fmt::from_fn(move |f| match self {
            Self::SocialServices { paragraph } => write!(f, "{label} § {paragraph}"),
            Self::Other { .. } => f.write_str(label),
        })
    }
}
