//! Documents and drafts as text.

use alloc::string::String;

use serde::Serialize;

use super::error::WriteError;
use crate::document::Document;
use crate::draft::kind::Draft;

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

/// Writes a document on one line, so that a text can hold many: what [`lines`](super::lines) reads. It ends with a line
/// break.
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
    // Line breaks in a text are escaped, so the remaining ones separate tokens. A writer without line breaks would be
    // compiled for every type again.
    let mut text: String = write(document)?.lines().map(str::trim_start).collect();
    text.push('\n');
    Ok(text)
}
