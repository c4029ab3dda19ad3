//! What cannot be written.

use alloc::string::ToString as _;

use crate::date::DayOutOfRange;
use crate::document::DUPLICATE_KEY;
use crate::text::{Bilingual, error_type};

/// A document or draft that the format cannot express.
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
/// assert_eq!(error.kind(), json::WriteErrorKind::DuplicateKey);
/// assert_eq!(error.to_string(), "the document cannot be written: an object in an extension has the same key twice");
/// assert_eq!(
///     error.message(Lang::Da),
///     "dokumentet kan ikke skrives: et objekt i en udvidelse har samme nøgle to gange",
/// );
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
pub struct WriteError {
    kind: WriteErrorKind,
}

/// Why a document cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// An object in an extension, or in what was set aside, has the same key twice.
    DuplicateKey,
    /// A day is outside the years 1 to 9999.
    DayOutOfRange,
    /// The writer of JSON refuses it for another reason: a defect of this crate.
    Unexplained,
}

impl WriteError {
    /// Why it cannot be written.
    #[must_use]
    pub const fn kind(&self) -> WriteErrorKind {
        self.kind
    }

    #[expect(clippy::needless_pass_by_value, reason = "`map_err` gives it away")]
    pub(super) fn new(error: serde_json::Error) -> Self {
        // It receives errors only as text.
        let said = error.to_string();
        let kind = if said == DUPLICATE_KEY.en {
            WriteErrorKind::DuplicateKey
        } else if said == DayOutOfRange.to_string() {
            WriteErrorKind::DayOutOfRange
        } else {
            WriteErrorKind::Unexplained
        };
        Self { kind }
    }
}

error_type! {
    WriteError,
    fixed |error| match error.kind {
        WriteErrorKind::DuplicateKey => (
            "duplicateKey",
            Bilingual::new(
                "dokumentet kan ikke skrives: et objekt i en udvidelse har samme nøgle to gange",
                "the document cannot be written: an object in an extension has the same key twice",
            ),
        ),
        WriteErrorKind::DayOutOfRange => (
            "dayOutOfRange",
            Bilingual::new(
                "dokumentet kan ikke skrives: en dag ligger uden for årene 1 til 9999",
                "the document cannot be written: a day is outside the years 1 to 9999",
            ),
        ),
        WriteErrorKind::Unexplained => (
            "unexplained",
            Bilingual::new("dokumentet kan ikke skrives", "the document cannot be written"),
        ),
    }
}
