//! Text: free text, text that is not blank, and fixed words in two languages.

mod error;
mod folded;
pub(crate) mod lang;
mod wording;

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

pub(crate) use error::{InBoth, error_type};
pub(crate) use folded::Folded;
pub(crate) use lang::Lang;
pub use lang::UnknownLang;
pub use wording::Wording;

/// Fixed words in Danish and English.
///
/// ```
/// use kvalitetsmodel::{Lang, text::Bilingual};
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
    /// Creates it from the words in both languages.
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

/// Free text: any text, kept unchanged.
///
/// It can contain confidential information about citizens and staff. It never appears in a finding, and its
/// `Debug` shows only its length, so that a log of a draft reveals nothing.
///
/// ```
/// use kvalitetsmodel::text::Text;
///
/// let text = Text::from("Borgeren trives");
/// assert_eq!(format!("{text:?}"), "Text(15 characters)");
/// assert_eq!(text.as_str(), "Borgeren trives");
/// assert!(Text::from(" \n").is_blank());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Box<str>);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns `true` if the text is empty or only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.chars().all(char::is_whitespace)
    }

    /// Returns `true` if both texts are equal, apart from capitals and the amount of white space.
    ///
    /// ```
    /// use kvalitetsmodel::text::Text;
    ///
    /// assert!(Text::from("Optalt  manuelt").says_same_as(&Text::from("optalt manuelt ")));
    /// ```
    #[must_use]
    pub fn says_same_as(&self, other: &Self) -> bool {
        Folded::of(self) == Folded::of(other)
    }

    /// Returns the text as a `String`.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_boxed_str())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// The text with a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns `true` if the text is present and not blank.
pub(crate) fn is_stated(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

/// Text with at least one character that is not white space.
///
/// Used for fields that only faulty software would leave blank: the name of a system, a namespace, the reason
/// for a suppression.
///
/// ```
/// use kvalitetsmodel::text::NonBlank;
///
/// assert!("Sensum One".parse::<NonBlank>().is_ok());
/// assert!("  ".parse::<NonBlank>().is_err());
/// ```
///
/// An id in another system can be a person's number, and a reason can contain a name. As for [`Text`],
/// `Debug` shows only the length.
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

/// The text is empty or only white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct BlankText;

error_type! { BlankText, fixed |_error| ("blankText", BlankText::LABEL) }

impl NonBlank {
    /// Keeps the text unchanged.
    ///
    /// # Errors
    ///
    /// [`BlankText`] for `""`, `" "` and other white space.
    pub fn new(text: impl Into<String>) -> Result<Self, BlankText> {
        let text = text.into();
        if text.trim().is_empty() { Err(BlankText) } else { Ok(Self(text)) }
    }

    /// Fixed text of this crate, which is not blank.
    #[cfg(feature = "proptest")]
    pub(crate) fn literal(text: &'static str) -> Self {
        Self(text.into())
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

leaf! {
    Text: "tekst", "text";
    Text(|_| None);
    |tape| Text::from(tape.text());
    walk |said, at, walk| walk.text(said.as_str(), at);
    said |text| !text.is_blank(), Text::from("Nyt punkt")
}

impl BlankText {
    const LABEL: Bilingual = Bilingual::new(
        "teksten er tom: mindst ét tegn skal være synligt",
        "the text is blank: at least one character must be visible",
    );
}

leaf! {
    NonBlank: "tekst, der ikke er tom", "text that is not blank";
    Text(|text| NonBlank::new(text).err().map(|_| BlankText::LABEL))
        matches "[^\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
    |tape| NonBlank(tape.words());
    walk |said, at, walk| walk.text(said.as_str(), at)
}

/// Reads a value from its text form. The error does not contain the text, which can be confidential.
pub(crate) fn parsed<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    struct Parsed<T> {
        expected: &'static str,
        value: PhantomData<T>,
    }

    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parsed<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Parsed { expected, value: PhantomData })
}

/// The number that ASCII digits write. Returns `None` for any other text.
#[inline]
pub(crate) fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u64, |number, digit| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })
}

/// Converts a `usize` to a `u64`.
pub(crate) fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

/// The number of the thing at a position, as people count: from 1.
pub(crate) fn ordinal(position: usize) -> u64 {
    count(position).saturating_add(1)
}

/// Writes terms separated by commas.
pub(crate) fn list_in_lang(terms: &[Bilingual], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    list(terms.iter().map(|term| term.in_lang(lang)), f)
}

/// Writes texts with commas between them.
pub(crate) fn list<'a>(texts: impl Iterator<Item = &'a str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (n, text) in texts.enumerate() {
        f.write_str(if n > 0 { ", " } else { "" })?;
        f.write_str(text)?;
    }
    Ok(())
}

/// Terms in words: "a, b og c".
pub(crate) fn enumerated(terms: &[String], lang: Lang) -> String {
    let Some((last, first)) = terms.split_last() else { return String::new() };
    if first.is_empty() {
        return last.clone();
    }
    let and = Bilingual::new("og", "and").in_lang(lang);
    alloc::format!("{} {and} {last}", first.join(", "))
}

/// Returns `true` for marks that are not seen themselves: spaces without width, joiners, byte order marks, and marks of
/// direction, with which a text can show other words than it has.
pub(crate) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The quotation marks of a language.
pub(crate) const fn quotes(lang: Lang) -> (char, char) {
    match lang {
        Lang::Da => ('»', '«'),
        Lang::En => ('“', '”'),
    }
}

/// A text in quotation marks, without the white space around it.
pub(crate) fn in_quotes(text: &str, lang: Lang) -> String {
    let (open, close) = quotes(lang);
    alloc::format!("{open}{}{close}", text.trim())
}

/// `1 indsats`, `2 indsatser`.
pub(crate) fn counted(n: u64, one: &'static str, several: &'static str) -> impl fmt::Display {
    fmt::from_fn(move |f| write!(f, "{n} {}", if n == 1 { one } else { several }))
}

/// The parts that are not stated.
pub(crate) fn missing_of(
    parts: impl IntoIterator<Item = (bool, Bilingual)>,
) -> impl Iterator<Item = Bilingual> {
    parts.into_iter().filter(|(stated, _)| !stated).map(|(_, part)| part)
}
