//! What a document says of itself beside its content.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Value;
use crate::date::PartialDate;
use crate::section::SectionNumber;
use crate::text::{NonBlank, Text};

/// Where the content comes from.
///
/// ```
/// use kvalitetsmodel::document::Meta;
///
/// let meta: Meta = serde_json::from_str(
///     r#"{
///         "sourceSystem": "Sensum One", "extractedAt": "2024-01-15", "authorRole": "kvalitetskonsulent",
///         "sourceDocument": { "title": "Drifts- og udviklingsaftale 2024", "section": "1.5" }
///     }"#,
/// )?;
/// assert_eq!(meta.extracted_at.map(|day| day.to_string()).as_deref(), Some("2024-01-15"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Meta {
    /// The system that wrote the document, not blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_system: Option<NonBlank>,
    /// The day on which the content was taken out of that system.
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub extracted_at: Option<NaiveDate>,
    /// In what role someone wrote it. The person stays unnamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_role: Option<Text>,
    /// The document that the content was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_document: Option<OriginalDocument>,
}

/// The document that a content was read from: a Word file, a scan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OriginalDocument {
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The part of it, where the content is not the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
}

/// What another system keeps in the document for itself.
///
/// It is kept as it came, and no rule looks at it.
///
/// ```
/// use kvalitetsmodel::document::{Extension, Value};
///
/// let extension = Extension { namespace: "dk.example.case".parse()?, value: Value::Bool(true) };
/// let json = serde_json::to_string(&extension)?;
/// assert_eq!(json, r#"{"namespace":"dk.example.case","value":true}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Extension {
    /// Whose it is, not blank: a name that no other system uses, such as a domain read backwards.
    pub namespace: NonBlank,
    /// What it holds. Here `null` is a value.
    pub value: Value,
}
