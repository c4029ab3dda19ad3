//! Text: what people wrote, what may not be blank, and what the crate says in two languages.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language that messages are written in.
///
/// Exhaustive on purpose: a message that lacks a language does not compile.
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

/// The text is not the code of a language that messages exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the language is not one of `da` and `en`")]
#[non_exhaustive]
pub struct UnknownLang;

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

/// The same words in Danish and English, known when the program is compiled.
///
/// ```
/// use kvalitetsmodel::{Bilingual, Lang};
///
/// const TARGET: Bilingual = Bilingual::new("måltal", "target figure");
/// assert_eq!(TARGET.in_lang(Lang::Da), "måltal");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Bilingual {
    /// The Danish words.
    pub da: &'static str,
    /// The English words.
    pub en: &'static str,
}

impl Bilingual {
    /// Puts the two together.
    #[must_use]
    pub const fn new(da: &'static str, en: &'static str) -> Self {
        Self { da, en }
    }

    /// The words in `lang`.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Da => self.da,
            Lang::En => self.en,
        }
    }
}

/// What a person wrote: any text, kept as it came.
///
/// Text can hold what a citizen or a colleague must be able to say in confidence. It never enters a
/// finding, and its `Debug` shows its length alone, so that a log of a draft gives nothing away.
///
/// ```
/// use kvalitetsmodel::Text;
///
/// let text = Text::from("Borgeren trives");
/// assert_eq!(format!("{text:?}"), "Text(15 characters)");
/// assert_eq!(text.as_str(), "Borgeren trives");
/// assert!(Text::from(" \n").is_blank());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is there nothing but white space?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Do both say the same, spaces at the ends apart?
    #[must_use]
    pub fn says_same_as(&self, other: &Self) -> bool {
        self.0.trim() == other.0.trim()
    }

    /// Gives the text away.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_string())
    }
}

/// Is the text there, and does it say something?
pub(crate) fn says_something(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

/// Text with at least one character that is not white space.
///
/// It stands where only broken software could write nothing: the name of a system, a namespace, the
/// reason for a suppression.
///
/// ```
/// use kvalitetsmodel::NonBlank;
///
/// assert!("Sensum One".parse::<NonBlank>().is_ok());
/// assert!("  ".parse::<NonBlank>().is_err());
/// ```
///
/// An id in another system can be a person's number, and a reason can name someone: like that of [`Text`],
/// its `Debug` shows its length alone.
///
/// ```
/// use kvalitetsmodel::id::ExternalId;
///
/// let id = ExternalId { system: "ESDH".parse()?, value: "010190-1234".parse()? };
/// assert_eq!(
///     format!("{id:?}"),
///     "ExternalId { system: NonBlank(4 characters), value: NonBlank(11 characters) }",
/// );
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NonBlank(String);

/// The text is empty or white space alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is blank: at least one character must be visible")]
#[non_exhaustive]
pub struct BlankText;

impl NonBlank {
    /// Takes the text as it is.
    ///
    /// # Errors
    ///
    /// [`BlankText`] for `""`, `" "` and other white space.
    pub fn new(text: impl Into<String>) -> Result<Self, BlankText> {
        let text = text.into();
        if text.trim().is_empty() { Err(BlankText) } else { Ok(Self(text)) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NonBlank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NonBlank({} characters)", self.0.chars().count())
    }
}

impl fmt::Display for NonBlank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for NonBlank {
    type Err = BlankText;

    fn from_str(text: &str) -> Result<Self, BlankText> {
        Self::new(text)
    }
}

impl TryFrom<String> for NonBlank {
    type Error = BlankText;

    fn try_from(text: String) -> Result<Self, BlankText> {
        Self::new(text)
    }
}

impl From<NonBlank> for String {
    fn from(text: NonBlank) -> Self {
        text.0
    }
}

/// Writes terms with commas between.
pub(crate) fn list_in_lang(terms: &[Bilingual], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (n, term) in terms.iter().enumerate() {
        f.write_str(if n > 0 { ", " } else { "" })?;
        f.write_str(term.in_lang(lang))?;
    }
    Ok(())
}

/// `1 indsats`, `2 indsatser`.
pub(crate) fn counted(n: u64, one: &'static str, several: &'static str) -> impl fmt::Display {
    fmt::from_fn(move |f| write!(f, "{n} {}", if n == 1 { one } else { several }))
}

/// The parts that are missing, of parts with whether each is stated.
pub(crate) fn missing_of(
    parts: impl IntoIterator<Item = (bool, Bilingual)>,
) -> impl Iterator<Item = Bilingual> {
    parts.into_iter().filter(|(stated, _)| !stated).map(|(_, part)| part)
}
