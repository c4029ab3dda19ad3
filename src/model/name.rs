//! What a thing of the model is called.

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Lang, Text};

/// A name in Danish and, where there is one, in English.
///
/// Names change (*Brugerinddragelse* became *Indflydelse på eget liv*); ids do not.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Name {
    /// The Danish name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub da: Option<Text>,
    /// The English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Text>,
}

impl Name {
    /// The name in `lang`, where it is stated.
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
