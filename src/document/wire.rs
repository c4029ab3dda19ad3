//! How a document is written and read.

use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, Deserializer};
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::content::{Single, record_of};
use super::envelope::Document;
use super::{Content, Extension, Meta, SetAside};
use crate::draft::part::Part;
use crate::draft::{Field, Record, Shape};
use crate::id::{ExternalId, Id};
use crate::report::Stamp;
use crate::text::{Bilingual, Text, parsed};

/// The format that this crate reads and writes: its name, and the number of its version.
///
/// The number is raised when an older document can no longer be read. A new optional field or a new kind
/// does not change it.
pub const FORMAT: &str = "kvalitetsmodel/1";

/// The field that says how a document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Format;

/// The text names another format, or none.
pub(crate) enum UnknownFormat {
    /// A later version of this one.
    Newer,
    Other,
}

impl UnknownFormat {
    const fn label(&self) -> Bilingual {
        match self {
            Self::Newer => Bilingual::new(
                "dokumentet er skrevet i en nyere udgave af formatet: kun `kvalitetsmodel/1` kan læses",
                "the document is written in a newer version of the format: only `kvalitetsmodel/1` can be read",
            ),
            Self::Other => Bilingual::new(
                "ukendt format: kun `kvalitetsmodel/1` kan læses",
                "unknown format: only `kvalitetsmodel/1` can be read",
            ),
        }
    }
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label().en)
    }
}

/// Whether a text names a later version of the format.
pub(crate) fn is_newer_format(name: &str) -> bool {
    let version = name.strip_prefix("kvalitetsmodel/").filter(|version| !version.starts_with(['+', '0']));
    version.is_some_and(|version| version.parse().is_ok_and(|version: u32| version > 1))
}

impl core::str::FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        match name {
            FORMAT => Ok(Self),
            name if is_newer_format(name) => Err(UnknownFormat::Newer),
            _ => Err(UnknownFormat::Other),
        }
    }
}

leaf! {
    Format: "formatet `kvalitetsmodel/1`", "the format `kvalitetsmodel/1`";
    Text(|text| text.parse::<Format>().err().map(|why| why.label())) matches "^kvalitetsmodel/1$";
    |_tape| Format
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(FORMAT)
    }
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "the format `kvalitetsmodel/1`")
    }
}

words! {
    /// What a document claims to be.
    pub(crate) enum Status: "status", "status" {
        /// A draft.
        Draft = "udkast", "draft";
        /// Proven; see `validation`.
        Final = "endelig", "final";
    }
}

record! {
    /// A document as it is read.
    pub(crate) struct Envelope: "dokument", "document" {
        fields {
            /// The address of a JSON Schema, for editors. It is kept, and nothing checks it.
            schema as "$schema": Option<Text> = "skema", "schema";
            /// That it is a document of this format and version.
            format: Format = "format", "format";
            /// What it claims to be. A final document has a `validation`, and a draft has none.
            pub(crate) status: Status = "status", "status";
            /// The id of the document, which is not that of its content.
            id: Id<Document> = "id", "id";
            /// The ids that other systems use for it.
            external_ids: Vec<ExternalId> = "id'er i andre systemer", "ids in other systems";
            /// Where the content comes from.
            meta: Option<Meta> = "oprindelse", "origin";
            /// Under what the content was proven. Present only in a final document.
            pub(crate) validation: Option<Stamp> = "validering", "validation";
            /// What a tolerant reader could not read, and kept.
            pub(crate) set_aside: Vec<SetAside> = "lagt til side", "set aside";
            /// One draft. Its one key says which kind it is.
            content: Single = "indhold", "content";
            /// What other systems keep in the document for themselves.
            extensions: Vec<Extension> = "udvidelser", "extensions";
        }
    }
}

impl Envelope {
    /// What the envelope as a whole lacks, or should not have; each field alone is valid.
    pub(crate) const fn contradiction(status: Status, has_validation: bool) -> Option<Bilingual> {
        match (status, has_validation) {
            (Status::Draft, true) => Some(Bilingual::new(
                "et udkast har ingen `validation`: det har kun et endeligt dokument",
                "a draft has no `validation`: only a final document has one",
            )),
            (Status::Final, false) => Some(Bilingual::new(
                "et endeligt dokument har en `validation`: hvad det er valideret efter",
                "a final document has a `validation`: under what it was proven",
            )),
            _ => None,
        }
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let status = if self.claims_final() { Status::Final } else { Status::Draft };
        let mut object = serializer.serialize_struct("Document", 10)?;
        if let Some(schema) = &self.schema {
            object.serialize_field("$schema", schema)?;
        }
        object.serialize_field("format", &Format)?;
        object.serialize_field("status", &status)?;
        object.serialize_field("id", &self.id)?;
        if !self.external_ids.is_empty() {
            object.serialize_field("externalIds", &self.external_ids)?;
        }
        if let Some(meta) = &self.meta {
            object.serialize_field("meta", meta)?;
        }
        if let Some(stamp) = &self.stamp {
            object.serialize_field("validation", stamp)?;
        }
        if !self.set_aside.is_empty() {
            object.serialize_field("setAside", &self.set_aside)?;
        }
        object.serialize_field("content", &self.content)?;
        if !self.extensions.is_empty() {
            object.serialize_field("extensions", &self.extensions)?;
        }
        object.end()
    }
}

/// Strict, whatever the deserializer: see the [module](crate::document).
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Envelope::deserialize(deserializer)?;
        if let Some(why) = Envelope::contradiction(read.status, read.validation.is_some()) {
            return Err(de::Error::custom(why.en));
        }
        Ok(Self::from(read))
    }
}

impl From<Envelope> for Document {
    fn from(read: Envelope) -> Self {
        Self {
            schema: read.schema,
            id: read.id,
            external_ids: read.external_ids,
            meta: read.meta,
            stamp: read.validation,
            set_aside: read.set_aside,
            content: read.content.0,
            extensions: read.extensions,
        }
    }
}

/// The field table of a document that is not a bundle.
pub(crate) const SINGLE: &Record = record_of(Envelope::SHAPE);

/// The fields of a document of any kind. The table of a bundle contains that of its documents, so they cannot be
/// declared as one.
const FIELDS: [Field; SINGLE.fields.len()] = of_any_kind();

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated when compiled")]
const fn of_any_kind<const N: usize>() -> [Field; N] {
    let mut fields = [SINGLE.fields[0]; N];
    let mut at = 0;
    while at < N {
        fields[at] = SINGLE.fields[at];
        if matches!(fields[at].name.as_bytes(), b"content") {
            fields[at].shape = Content::SHAPE;
        }
        at += 1;
    }
    fields
}

impl Part for Document {
    const SHAPE: &'static Shape = &Shape::Record(&Record { fields: &FIELDS, ..*SINGLE });

    #[cfg(feature = "proptest")]
    fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        let made = Self::any_single(tape);
        let kind = tape.index(Content::KINDS.len());
        if kind.saturating_add(1) < Content::KINDS.len() {
            return made;
        }
        Self { content: Content::Bundle(Part::any(tape)), ..made }
    }
}

#[cfg(feature = "proptest")]
impl Document {
    /// Any document that is not a bundle.
    pub(crate) fn any_single(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        // A check finds what is set aside, even if all else is right: `any::<Vec<SetAside>>()` makes it.
        let made = Envelope { set_aside: Vec::new(), ..Envelope::any(tape) };
        match made.status {
            Status::Draft => Self::from(Envelope { validation: None, ..made }),
            Status::Final => {
                let validation = made.validation.or_else(|| Some(Part::any(tape)));
                Self::from(Envelope { validation, ..made })
            }
        }
    }
}

impl crate::id::Identified for Document {
    const KIND: &'static str = "document";
    const LABEL: crate::text::Bilingual = crate::text::Bilingual::new("dokument", "document");
}
