//! Documents as JSON text (feature `json`).
//!
//! ```
//! use kvalitetsmodel::json;
//!
//! let text = r#"{
//!   "format": "kvalitetsmodel/1",
//!   "status": "draft",
//!   "id": "00000000-0000-4000-8000-000000000001",
//!   "content": {
//!     "agreement": {
//!       "id": "00000000-0000-4000-8000-000000000002",
//!       "year": 2024
//!     }
//!   }
//! }
//! "#;
//! let document = json::read(text)?;
//! assert_eq!(document.content().kind(), "agreement");
//! assert_eq!(json::write(&document)?, text);
//!
//! let error = json::read(&text.replace("2024", "\"2024\"")).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "line 8, column 20, at /content/agreement/year: expected a whole number in range, found text",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A draft without a document around it is read as strictly by [`read_draft`]. `serde_json::from_str` reads
//! one too, and is as lenient as serde's derive: it takes an array of the fields for an object, and refuses
//! `null` for a list.

mod error;
mod wording;

use alloc::string::{String, ToString as _};

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use error::{ReadError, WriteError};

use super::wire::{Envelope, Format};
use super::{Document, strict};
use crate::check::Draft;

/// Reads one document, strictly.
///
/// A byte order mark at the beginning is skipped. `null` reads as absent.
///
/// # Errors
///
/// [`ReadError`] says where and why: for an empty text, text that is not JSON or goes on after the
/// document, a format other than [`FORMAT`](super::FORMAT), an unknown field, a field that is missing or
/// there twice, an array where an object belongs, a figure as a number (`80` for `"80"`), a decimal comma,
/// a day as `2024-3-1`, a word that is not one of the choices, and an object where a bare word belongs
/// (`{"percent": null}`). Text that nests deeper than 127 levels is refused before it can exhaust the stack.
pub fn read(text: &str) -> Result<Document, ReadError> {
    let text = beginning(text)?;
    let error = match strictly(text) {
        Ok(Envelope(document)) => return Ok(document),
        Err(error) => error,
    };
    // A document of another format can be wrong in any place; what is worth saying is its format.
    match strictly::<FormatAlone>(text) {
        Err(format) if format.pointer.as_str() == "/format" => Err(format),
        _ => Err(error),
    }
}

/// Reads one bare draft of any kind, as strictly as [`read`] reads a document.
///
/// ```
/// use kvalitetsmodel::{DevelopmentAgreement, json};
///
/// let text = r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": null }"#;
/// let agreement: DevelopmentAgreement = json::read_draft(text)?;
/// assert!(agreement.focus_areas.is_empty());
///
/// let error = json::read_draft::<DevelopmentAgreement>(&text.replace("null", "[[]]")).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 1, column 65, at /focusAreas/0: expected an object, found an array",
/// );
/// # Ok::<(), json::ReadError>(())
/// ```
///
/// # Errors
///
/// As [`read`]; the places are places in the draft.
pub fn read_draft<T: Draft + DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    strictly(beginning(text)?)
}

/// Reads many documents: one JSON text a line, each with the number of its line, from 1.
///
/// Blank lines are skipped. A line that cannot be read is an error of that line alone.
///
/// ```
/// use kvalitetsmodel::json;
///
/// let document = r#"{"format":"kvalitetsmodel/1","status":"draft",
///     "id":"00000000-0000-4000-8000-000000000001",
///     "content":{"targetFigure":{"id":"00000000-0000-4000-8000-000000000002"}}}"#;
/// let line = document.replace('\n', "");
/// let text = format!("{line}\n\n{{\"format\":\"another/7\"}}\n{line}\n");
/// let read: Vec<_> = json::lines(&text).map(|(line, document)| (line, document.is_ok())).collect();
/// assert_eq!(read, [(1, true), (3, false), (4, true)]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = (usize, Result<Document, ReadError>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = (1..).zip(text.split('\n'));
    lines
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| (number, read(line).map_err(|error| ReadError { line: number, ..error })))
}

/// Writes a document over many lines, for people and for comparing versions.
///
/// What was written so is written the same again after reading.
///
/// # Errors
///
/// [`WriteError`] for what the format cannot say: a day outside the years 1 to 9999, and an object in an
/// extension with the same key twice.
pub fn write(document: &Document) -> Result<String, WriteError> {
    let mut text = serde_json::to_string_pretty(document).map_err(WriteError::new)?;
    text.push('\n');
    Ok(text)
}

/// Writes a document on one line, to stand among others: what [`lines`] reads.
///
/// # Errors
///
/// As [`write`](fn@write).
///
/// ```
/// use kvalitetsmodel::id::{DocumentId, TargetId};
/// use kvalitetsmodel::{Document, TargetFigure, json};
/// use uuid::Uuid;
///
/// let target = TargetFigure::new(TargetId::new(Uuid::from_u128(2)));
/// let document = Document::draft(DocumentId::new(Uuid::from_u128(1)), target);
/// let text = json::write_line(&document)?.repeat(2);
/// assert!(json::lines(&text).all(|(_, read)| read.as_ref() == Ok(&document)));
/// # Ok::<(), json::WriteError>(())
/// ```
pub fn write_line(document: &Document) -> Result<String, WriteError> {
    let mut text = serde_json::to_string(document).map_err(WriteError::new)?;
    text.push('\n');
    Ok(text)
}

/// The text without its byte order mark, if there is something in it.
fn beginning(text: &str) -> Result<&str, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() { Err(ReadError::empty()) } else { Ok(text) }
}

fn strictly<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, ReadError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut at = String::new();
    let read = strict::deserialize_tracked(&mut deserializer, &mut at);
    read.and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| ReadError::new(text, at, &error, &error.to_string()))
}

/// The format of a document, and nothing of the rest.
#[derive(Deserialize)]
struct FormatAlone {
    #[serde(rename = "format")]
    _format: Format,
}
