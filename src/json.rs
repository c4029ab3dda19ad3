//! Documents as JSON text (feature `json`).
//!
//! | | one document | bare draft | many, one a line |
//! |---|---|---|---|
//! | read | [`read`], [`read_slice`], [`read_leniently`] | [`read_draft`] | [`lines`] |
//! | write | [`write`](fn@write) | [`write_draft`] | [`write_line`] |
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
mod lenient;
mod revealed;
mod tree;
mod write;

use alloc::vec::Vec;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

pub use error::{WriteError, WriteErrorKind};
pub use fault::{Fault, ReadError};
pub use revealed::Revealed;
pub use write::{write, write_draft, write_line};

use crate::Context;
use crate::document::{Content, Document, Extension, SetAside};
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
/// (`{"percent": null}`), a draft without its envelope, and a number in an extension with digits that would be lost. Text that nests deeper than 127 levels is refused before it can exhaust the stack.
pub fn read(text: &str) -> Result<Document, ReadError> {
    let document: Document = strictly(text, Document::SHAPE, diagnose::diagnose_document)?;
    // Only the text shows whether digits were lost.
    let is_in_bundle = match document.content() {
        Content::Bundle(bundle) => bundle.documents.iter().any(|one| has_double(one.document())),
        _ => false,
    };
    if is_in_bundle || has_double(&document) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if is_in_bundle || Values::in_document(text).is_none_or(|values| values.are_wrong()) {
            return diagnose::diagnose_document(text, Document::SHAPE).map_or(Ok(document), Err);
        }
    }
    Ok(document)
}

/// Whether there is a number around the content that may have been rounded when it was read.
fn has_double(document: &Document) -> bool {
    document.extensions().iter().any(|extension| extension.value.has_double())
        || document.set_aside().iter().any(|part| part.value.has_double())
}

/// The text of those values of a document that can be anything. The rest of it is skipped.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Values<'t> {
    #[serde(borrow, default)]
    set_aside: Option<&'t RawValue>,
    #[serde(borrow, default)]
    extensions: Option<&'t RawValue>,
}

impl<'t> Values<'t> {
    fn in_document(text: &'t str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn are_wrong(&self) -> bool {
        let is_wrong = |values: Option<&RawValue>, shape| {
            values.is_some_and(|values| diagnose::diagnose(values.get(), shape).is_some())
        };
        is_wrong(self.set_aside, <Vec<SetAside>>::SHAPE) || is_wrong(self.extensions, <Vec<Extension>>::SHAPE)
    }
}

/// Reads one document from bytes, as [`read`] does.
///
/// ```
/// use kvalitetsmodel::{Lang, document::FaultKind, json};
///
/// // æ in Latin-1.
/// let error = json::read_slice(b"{\n  \"format\": \"\xe6\"").unwrap_err();
/// assert_eq!(error.faults()[0].kind, FaultKind::Encoding);
/// assert_eq!(error.message(Lang::Da), "linje 2, kolonne 14: ikke UTF-8: gem teksten i tegnsættet UTF-8");
/// ```
///
/// # Errors
///
/// As [`read`], and for bytes that are not UTF-8, with the place of the first one.
pub fn read_slice(bytes: &[u8]) -> Result<Document, ReadError> {
    if let Ok(text) = core::str::from_utf8(bytes) {
        return read(text);
    }
    let valid = bytes.utf8_chunks().next().map(|first| first.valid()).unwrap_or_default();
    Err(ReadError::not_utf8(valid.strip_prefix('\u{feff}').unwrap_or(valid)))
}

/// What can be read of a document, and what is wrong with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lenient {
    /// The document, with what could not be read [set aside](Document::set_aside).
    pub document: Document,
    /// The error of [`read`]: everything that is wrong with the text, with line and column. `None` if nothing is wrong.
    pub error: Option<ReadError>,
}

/// Reads what can be read of one document, text or bytes, and sets the rest aside in it.
///
/// A field that the field tables do not allow is set aside, and so is a repeated one after the first. An item of a
/// list, or the value of an optional field, is set aside as a whole if something in it that must be there is missing
/// or wrong. A final document that does not say under what it was proven reads as a draft. Nothing is lost: what was
/// set aside is in [`Document::set_aside`], a check finds each part as an error ([`DOC004`](crate::codes::DOC004)),
/// and [`write`](fn@write) writes it with the document.
///
/// The rules see only what was read. So they may report as missing what is stated in a part that was set aside: in the
/// example below the year, as no rule knows that `yaer` is meant to be one. Show the findings together with the parts.
///
/// A service can thus check what others send, and report everything that is wrong:
///
/// ```
/// use kvalitetsmodel::{Context, Lang, codes, json};
///
/// let text = r#"{
///   "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
///   "content": { "agreement": {
///     "id": "00000000-0000-4000-8000-000000000002", "yaer": 2024,
///     "focusAreas": [{ "title": "Kost" }, { "id": "00000000-0000-4000-8000-000000000003" }]
///   } }
/// }"#;
/// let read = json::read_leniently(text)?;
/// assert_eq!(read.error.map(|error| error.faults().len()), Some(2));
///
/// let report = read.document.check(&Context::new("2024-01-15".parse()?));
/// assert!(report.rejects());
/// let aside = report.findings().iter().filter(|finding| finding.code() == codes::DOC004);
/// let lines: Vec<_> = aside.map(|finding| format!("{}: {}", finding.at(), finding.message(Lang::Da))).collect();
/// assert_eq!(
///     lines,
///     [
///         "/content/agreement: noget her kunne ikke læses og er lagt til side, så ingen regel har set det: ukendt felt",
///         "/content/agreement/focusAreas: nr. 1 i den modtagne liste kunne ikke læses og er lagt til side, \
///          så ingen regel har set det: manglende felt",
///     ],
/// );
/// assert_eq!(json::read(&json::write(&read.document)?)?, read.document);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The error of [`read_slice`], if the rest is no document: bytes that are not UTF-8, a text that is not JSON, an
/// unknown format, a status, id or content that is missing or cannot be read, such as an agreement without an id or a
/// draft without its envelope. Also
/// if more than 100 000 parts of the text would be set aside.
pub fn read_leniently<T: AsRef<[u8]> + ?Sized>(text: &T) -> Result<Lenient, ReadError> {
    fn from_bytes(bytes: &[u8]) -> Result<Lenient, ReadError> {
        let error = match read_slice(bytes) {
            Ok(document) => return Ok(Lenient { document, error: None }),
            Err(error) => error,
        };
        let text = core::str::from_utf8(bytes).ok();
        match text.and_then(|text| lenient::rest(text.strip_prefix('\u{feff}').unwrap_or(text))) {
            Some(document) => Ok(Lenient { document, error: Some(error) }),
            None => Err(error),
        }
    }

    from_bytes(text.as_ref())
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
/// As [`read`]; the places are places in the draft. A whole document is refused with the one fault that it is one.
pub fn read_draft<T: Draft>(text: &str) -> Result<T, ReadError> {
    strictly(text, T::SHAPE, diagnose::diagnose_draft)
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

/// Reads a [`Context`], from a configuration or a file.
///
/// # Errors
///
/// As [`read`]; the places are places in the context.
pub fn read_context(text: &str) -> Result<Context, ReadError> {
    strictly(text, Context::SHAPE, diagnose::diagnose)
}

/// Reads many documents: one JSON text a line, each with the number of its line, from 1.
///
/// `text` is a `str` or bytes. Blank lines are skipped. A line that cannot be read, or is not UTF-8, is an error of
/// that line alone.
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
///
/// A file need not be read as a whole. This reads one line at a time:
///
/// ```
/// use std::io::{self, BufRead};
///
/// use kvalitetsmodel::{document::Document, json};
///
/// fn each_document(
///     mut file: impl BufRead,
///     mut each: impl FnMut(usize, Result<Document, json::ReadError>),
/// ) -> io::Result<()> {
///     let mut line = Vec::new();
///     for number in 1.. {
///         line.clear();
///         if file.read_until(b'\n', &mut line)? == 0 {
///             break;
///         }
///         for (_, read) in json::lines(&line) {
///             each(number, read.map_err(|error| error.on_line(number)));
///         }
///     }
///     Ok(())
/// }
///
/// # let document = r#"{"format":"kvalitetsmodel/1","status":"draft",
/// #     "id":"00000000-0000-4000-8000-000000000001",
/// #     "content":{"targetFigure":{"id":"00000000-0000-4000-8000-000000000002"}}}"#;
/// # let line = document.replace('\n', "");
/// let mut file = format!("{line}\n\n{{\"meta\":\"?\"}}\r\n{line}").into_bytes();
/// file.iter_mut().filter(|byte| **byte == b'?').for_each(|byte| *byte = 0xe6); // not UTF-8
/// let mut read = Vec::new();
/// each_document(&file[..], |number, document| {
///     read.push(document.map_or_else(|error| error.to_string(), |_| format!("line {number} is read")));
/// })?;
/// assert_eq!(
///     read,
///     [
///         "line 1 is read",
///         "line 3, column 10: not UTF-8: save the text in the encoding UTF-8",
///         "line 4 is read",
///     ],
/// );
/// # Ok::<(), io::Error>(())
/// ```
pub fn lines<T: AsRef<[u8]> + ?Sized>(
    text: &T,
) -> impl Iterator<Item = (usize, Result<Document, ReadError>)> {
    let text = text.as_ref();
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let lines = (1..).zip(text.split(|byte| *byte == b'\n'));
    lines
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| (number, read_slice(line).map_err(|error| error.on_line(number))))
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
