//! What a document says about itself, apart from its content.

use super::Value;
use crate::date::PartialDate;
use crate::section::SectionNumber;
use crate::text::{NonBlank, Text};
use chrono::NaiveDate;

record! {
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
    pub struct Meta: "oprindelse", "origin" {
        optional {
            /// The system that wrote the document, not blank.
            pub source_system: Option<NonBlank> = "kildesystem", "source system";
            /// The day on which the content was taken out of that system.
            pub extracted_at: Option<NaiveDate> = "udtrukket", "extracted on";
            /// The role in which someone wrote it. The person is not named.
            pub author_role: Option<Text> = "forfatterens rolle", "role of the author";
            /// The document that the content was read from.
            pub source_document: Option<OriginalDocument> = "kildedokument", "source document";
        }
    }
}

record! {
    /// The document that a content was read from: a Word file, a scan.
    pub struct OriginalDocument: "kildedokument", "source document" {
        optional {
            /// Its title.
            pub title: Option<Text> = "titel", "title";
            /// Its date.
            pub date: Option<PartialDate> = "dato", "date";
            /// The part of it, if the content is not the whole.
            pub section: Option<SectionNumber> = "afsnit", "section";
        }
    }
}

record! {
    /// What another system keeps in the document for itself.
    ///
    /// It is kept unchanged, and no rule checks it.
    ///
    /// ```
    /// use kvalitetsmodel::document::{Extension, Value};
    ///
    /// let extension = Extension { namespace: "dk.example.case".parse()?, value: Value::Bool(true) };
    /// let json = serde_json::to_string(&extension)?;
    /// assert_eq!(json, r#"{"namespace":"dk.example.case","value":true}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Extension: "udvidelse", "extension" {
        mandatory {
            /// Whose it is, not blank: a name that no other system uses, such as a domain read backwards.
            pub namespace: NonBlank = "navnerum", "namespace";
            /// What it holds. Here `null` is a value.
            pub value: Value = "værdi", "value";
        }
    }
}
