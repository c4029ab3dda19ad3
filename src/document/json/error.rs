//! What cannot be read or written, where, and why.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use serde_json::error::Category;

use super::wording;
use crate::report::Pointer;

/// A text is not a document: where, and why.
///
/// The message never repeats text that a person may have written; names of fields, words of choices and
/// numbers it does.
///
/// ```
/// use kvalitetsmodel::json;
///
/// let error = json::read("{\n  \"format\": \"kvalitetsmodel/9\"\n}").unwrap_err();
/// assert_eq!((error.line, error.pointer.as_str()), (2, "/format"));
/// assert_eq!(
///     error.to_string(),
///     "line 2, column 30, at /format: unknown format: only `kvalitetsmodel/1` can be read",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters: where reading stopped, at or behind what is wrong.
    pub column: usize,
    /// The innermost value that was being read; `""` is the whole document. Of a field that is missing,
    /// unknown or there twice it is the object.
    pub pointer: Pointer,
    /// Why.
    pub message: String,
}

impl ReadError {
    pub(super) fn empty() -> Self {
        Self { line: 1, column: 1, pointer: Pointer(String::new()), message: "the text is empty".to_owned() }
    }

    pub(super) fn new(text: &str, at: String, error: &serde_json::Error, said: &str) -> Self {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = said.strip_suffix(&place).unwrap_or(said);
        let message = match error.classify() {
            Category::Data | Category::Io => wording::of_data(said),
            Category::Eof => wording::of_end(said),
            Category::Syntax => wording::of_syntax(said),
        };
        // serde_json counts bytes.
        let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let column = line.char_indices().take_while(|(byte, _)| *byte < error.column()).count();
        Self {
            line: error.line(),
            column: column.max(1),
            pointer: Pointer(at),
            message: message.into_owned(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, pointer, message } = self;
        write!(f, "line {line}, column {column}")?;
        if !pointer.as_str().is_empty() {
            write!(f, ", at {pointer}")?;
        }
        write!(f, ": {message}")
    }
}

impl core::error::Error for ReadError {}

/// A document that the format cannot say.
///
/// ```
/// use kvalitetsmodel::document::{Extension, Value};
/// use kvalitetsmodel::id::{DocumentId, TargetId};
/// use kvalitetsmodel::{Document, TargetFigure, json};
/// use uuid::Uuid;
///
/// let twice = Value::Object(vec![("a".into(), Value::Null), ("a".into(), Value::Null)]);
/// let target = TargetFigure::new(TargetId::new(Uuid::from_u128(2)));
/// let document = Document::draft(DocumentId::new(Uuid::from_u128(1)), target)
///     .with_extension(Extension { namespace: "dk.example".parse()?, value: twice });
/// let error = json::write(&document).unwrap_err();
/// assert_eq!(error.to_string(), "the document cannot be written: duplicate key in an extension object");
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be written: {why}")]
pub struct WriteError {
    why: String,
}

impl WriteError {
    #[expect(clippy::needless_pass_by_value, reason = "`map_err` gives it away")]
    pub(super) fn new(error: serde_json::Error) -> Self {
        Self { why: error.to_string() }
    }
}
