//! What cannot be written.

use alloc::string::{String, ToString as _};

/// A document that the format cannot express.
///
/// ```
/// use kvalitetsmodel::document::{Document, Extension, Value};
/// use kvalitetsmodel::{id::Id, json, target_figure::TargetFigure};
///
/// let twice = Value::Object(vec![("a".into(), Value::Null), ("a".into(), Value::Null)]);
/// let target = TargetFigure::new(Id::from_u128(2));
/// let document = Document::draft(Id::from_u128(1), target)
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
