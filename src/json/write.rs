//! Documents and drafts as text, and what cannot be written.

use alloc::string::{String, ToString as _};
use core::fmt;

use serde::Serialize;

use super::fault::Message;
use crate::Lang;
use crate::date::DayOutOfRange;
use crate::document::{DUPLICATE_KEY, Document};
use crate::draft::kind::Draft;
use crate::text::Bilingual;

/// Writes a document over many lines, for people and for comparing versions.
///
/// Reading the text and writing it again gives the same text.
///
/// # Errors
///
/// [`WriteError`] for what the format cannot express: a day outside the years 1 to 9999, and an object in an
/// extension with the same key twice.
pub fn write(document: &Document) -> Result<String, WriteError> {
    pretty(document)
}

/// Writes one bare draft of any kind over many lines: what [`read_draft`](super::read_draft) reads.
///
/// ```
/// use kvalitetsmodel::{agreement::DevelopmentAgreement, id::Id, json};
///
/// let agreement = DevelopmentAgreement::new(Id::from_u128(1));
/// let text = json::write_draft(&agreement)?;
/// assert_eq!(text, "{\n  \"id\": \"00000000-0000-0000-0000-000000000001\"\n}\n");
/// assert_eq!(json::read_draft::<DevelopmentAgreement>(&text)?, agreement);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`WriteError`] for a day outside the years 1 to 9999.
pub fn write_draft<T: Draft>(draft: &T) -> Result<String, WriteError> {
    pretty(draft)
}

fn pretty<T: Serialize>(value: &T) -> Result<String, WriteError> {
    let mut text = serde_json::to_string_pretty(value).map_err(WriteError::new)?;
    text.push('\n');
    Ok(text)
}

/// Writes a document on one line, to stand among others: what [`lines`](super::lines) reads.
///
/// # Errors
///
/// As [`write`](fn@write).
///
/// ```
/// use kvalitetsmodel::{document::Document, id::Id, json, target_figure::TargetFigure};
///
/// let target = TargetFigure::new(Id::from_u128(2));
/// let document = Document::draft(Id::from_u128(1), target);
/// let text = json::write_line(&document)?.repeat(2);
/// assert!(json::lines(&text).all(|(_, read)| read.as_ref() == Ok(&document)));
/// # Ok::<(), json::WriteError>(())
/// ```
pub fn write_line(document: &Document) -> Result<String, WriteError> {
    // Line breaks in a text are escaped, so those that are left separate tokens. A writer without them would be
    // compiled for every type again.
    let mut text: String = write(document)?.lines().map(str::trim_start).collect();
    text.push('\n');
    Ok(text)
}

/// A document or draft that the format cannot express.
///
/// As JSON it has `kind`, and `message` with `da` and `en`.
///
/// ```
/// use kvalitetsmodel::document::{Document, Extension, Value};
/// use kvalitetsmodel::{Lang, id::Id, json, target_figure::TargetFigure};
///
/// let twice = Value::Object(vec![("a".into(), Value::Null), ("a".into(), Value::Null)]);
/// let target = TargetFigure::new(Id::from_u128(2));
/// let document = Document::draft(Id::from_u128(1), target)
///     .with_extension(Extension { namespace: "dk.example".parse()?, value: twice });
/// let error = json::write(&document).unwrap_err();
/// assert_eq!(error.kind(), json::WriteErrorKind::RepeatedKey);
/// assert_eq!(error.message(Lang::Da), "den samme nøgle står mere end én gang i et objekt i en udvidelse");
/// assert_eq!(error.to_string(), "the document cannot be written: duplicate key in an extension object");
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WriteError {
    kind: WriteErrorKind,
    message: Message,
}

/// Why a document or draft cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// A day lies outside the years 1 to 9999.
    DayOutOfRange,
    /// An object in an extension, or in what was set aside, has the same key twice.
    RepeatedKey,
    /// Anything else: a defect of this crate.
    Other,
}

impl WriteError {
    /// What kind of thing cannot be written.
    #[must_use]
    pub const fn kind(&self) -> WriteErrorKind {
        self.kind
    }

    /// What cannot be written: lower case, no full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        self.message.in_lang(lang)
    }

    /// `serde_json` passes on nothing but the text of an error.
    #[expect(clippy::needless_pass_by_value, reason = "`map_err` gives it away")]
    pub(super) fn new(error: serde_json::Error) -> Self {
        let why = error.to_string();
        let (kind, message) = if why == DayOutOfRange.to_string() {
            let message = Bilingual::new(
                "dagen ligger uden for årene 1 til 9999",
                "the day lies outside the years 1 to 9999",
            );
            (WriteErrorKind::DayOutOfRange, message.into())
        } else if why == DUPLICATE_KEY.en {
            (WriteErrorKind::RepeatedKey, DUPLICATE_KEY.into())
        } else {
            (WriteErrorKind::Other, Message { da: String::from("fejl i programmet"), en: why })
        };
        Self { kind, message }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document cannot be written: {}", self.message(Lang::En))
    }
}

impl core::error::Error for WriteError {}
