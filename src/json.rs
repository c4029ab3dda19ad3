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
//!     "line 8, column 15, at /content/agreement/year: expected a whole number from 0 to 65535, found text",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Reading has two steps. The types read the text, strictly: what they refuse is refused by
//! `serde_json::from_str`, too. If they refuse it, the text is read again and compared with the
//! [field tables](crate::draft::Shape), and the [`ReadError`] lists everything that is wrong with it.

mod diagnose;
mod error;
mod fault;
mod tree;

use alloc::string::String;

use serde::de::DeserializeOwned;

pub use error::WriteError;
pub use fault::{Fault, FaultKind, ReadError};

use crate::Context;
use crate::document::Document;
use crate::draft::Shape;
use crate::draft::kind::Draft;
use crate::draft::part::Part;
use crate::report::Profile;

/// Reads one document, strictly.
///
/// A byte order mark at the beginning is skipped. `null` reads as absent.
///
/// # Errors
///
/// [`ReadError`] says where and why: for an empty text, text that is not JSON or goes on after the
/// document, a format other than [`FORMAT`](crate::document::FORMAT), an unknown field, a field that is missing or
/// repeated, an array where an object belongs, a figure as a number (`80` for `"80"`), a decimal comma,
/// a day as `2024-3-1`, a word that is not one of the choices, an object where a word belongs
/// (`{"percent": null}`), and a number in an extension with digits that would be lost. Text that nests deeper than 127 levels is refused before it can exhaust the stack.
pub fn read(text: &str) -> Result<Document, ReadError> {
    let document: Document = strictly(text, Document::SHAPE, diagnose::diagnose_document)?;
    // Whether digits were lost is to be seen in the text alone.
    if document.extensions().iter().any(|extension| extension.value.has_double()) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        return diagnose::diagnose_document(text, Document::SHAPE).map_or(Ok(document), Err);
    }
    Ok(document)
}

/// Reads one bare draft of any kind, as strictly as [`read`] reads a document.
///
/// ```
/// use kvalitetsmodel::{Lang, agreement::DevelopmentAgreement, json};
///
/// let text = r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": null }"#;
/// let agreement: DevelopmentAgreement = json::read_draft(text)?;
/// assert!(agreement.focus_areas.is_empty());
///
/// let error = json::read_draft::<DevelopmentAgreement>(&text.replace("null", "[[]], \"yaer\": 24"));
/// assert_eq!(
///     error.unwrap_err().message(Lang::En).lines().map(|line| &line[..60]).collect::<Vec<_>>(),
///     [
///         "line 1, column 64, at /focusAreas/0: expected an object (foc",
///         "line 1, column 69: unknown field `yaer`; did you mean `year`",
///     ],
/// );
/// # Ok::<(), json::ReadError>(())
/// ```
///
/// # Errors
///
/// As [`read`]; the places are places in the draft.
pub fn read_draft<T: Draft>(text: &str) -> Result<T, ReadError> {
    strictly(text, T::SHAPE, diagnose::diagnose)
}

/// Reads a [`Profile`], from a configuration or a file.
///
/// ```
/// use kvalitetsmodel::report::{Profile, REGION_SJAELLAND_2024};
/// use kvalitetsmodel::{Lang, json};
///
/// let profile = json::read_profile(REGION_SJAELLAND_2024)?;
/// assert_eq!(profile, Profile::region_sjaelland_2024());
///
/// let error = json::read_profile(r#"{ "name": "our region", "figures": { "dialogMeetings": 2 } }"#).unwrap_err();
/// let message = error.message(Lang::En);
/// assert!(message.starts_with("line 1, column 38, at /figures: unknown field `dialogMeetings`; did you mean `dialogueMeetings`?"), "{message}");
/// # Ok::<(), json::ReadError>(())
/// ```
///
/// # Errors
///
/// As [`read`]; the places are places in the profile.
pub fn read_profile(text: &str) -> Result<Profile, ReadError> {
    strictly(text, Profile::SHAPE, diagnose::diagnose)
}

/// Reads a [`Context`](crate::Context), from a configuration or a file.
///
/// # Errors
///
/// As [`read`]; the places are places in the context.
pub fn read_context(text: &str) -> Result<Context, ReadError> {
    strictly(text, Context::SHAPE, diagnose::diagnose)
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
        .map(|(number, line)| (number, read(line).map_err(|error| error.on_line(number))))
}

/// Writes a document over many lines, for people and for comparing versions.
///
/// Reading the text and writing it again gives the same text.
///
/// # Errors
///
/// [`WriteError`] for what the format cannot express: a day outside the years 1 to 9999, and an object in an
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

/// Reads with the types, and if they refuse the text, finds everything that is wrong with it.
fn strictly<T: DeserializeOwned>(
    text: &str,
    shape: &'static Shape,
    diagnose: fn(&str, &'static Shape) -> Option<ReadError>,
) -> Result<T, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        diagnose(text, shape).unwrap_or_else(|| ReadError::unexplained(text, error.line(), error.column()))
    })
}
