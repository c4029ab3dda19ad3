//! Names in two languages.

use crate::Lang;
use crate::text::{Bilingual, Text};

record! {
    /// A name in Danish and, if there is one, in English.
    ///
    /// A name can change (*Brugerinddragelse* became *Indflydelse på eget liv*); the id stays.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, model::Name};
    ///
    /// let name: Name = serde_json::from_str(r#"{ "da": "Ledelse" }"#)?;
    /// assert_eq!(name.in_lang(Lang::Da).map(|text| text.as_str()), Some("Ledelse"));
    /// assert_eq!(name.in_lang(Lang::En), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "navn")]
    pub struct Name: "navn", "name" {
        optional {
            /// The Danish name.
            pub da: Option<Text> = "dansk navn", "Danish name";
            /// The English name.
            pub en: Option<Text> = "engelsk navn", "English name";
        }
    }
}

impl Name {
    /// The name in `lang`. Returns `None` if it is not stated.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> Option<&Text> {
        match lang {
            Lang::Da => self.da.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }
}

impl From<Bilingual> for Name {
    fn from(name: Bilingual) -> Self {
        Self { da: Some(Text::from(name.da)), en: Some(Text::from(name.en)) }
    }
}
