//! How a document is written and read.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::envelope::{Document, Stamp};
use super::{Content, Extension, Meta, strict};
use crate::id::{DocumentId, ExternalId};
use crate::report::{Figures, Suppression, SwitchedOff};
use crate::text::Text;

/// The format that this crate reads and writes: its name, and the number of its version.
///
/// The number grows when a document of before can no longer be read. A new optional field or a new kind
/// leaves it.
pub const FORMAT: &str = "kvalitetsmodel/1";

/// The first field of a document.
pub(super) struct Format;

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(FORMAT)
    }
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Format;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "the format `{FORMAT}`")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Format, E> {
                if name == FORMAT {
                    Ok(Format)
                } else {
                    Err(E::custom(format_args!("unknown format: only `{FORMAT}` can be read")))
                }
            }
        }

        deserializer.deserialize_str(Name)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Status {
    Draft,
    Final,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Validation {
    #[serde(with = "crate::date::exact_day")]
    as_of: NaiveDate,
    profile: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<Figures>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    switched_off: Vec<SwitchedOff>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    suppressed: Vec<Suppression>,
    rule_edition: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    format: Format,
    status: Status,
    id: DocumentId,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    external_ids: &'a [ExternalId],
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<&'a Meta>,
    #[serde(skip_serializing_if = "Option::is_none")]
    validation: Option<Validation>,
    content: &'a Content,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    extensions: &'a [Extension],
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Read {
    #[serde(rename = "format")]
    _format: Format,
    status: Status,
    id: DocumentId,
    #[serde(default)]
    external_ids: Vec<ExternalId>,
    meta: Option<Meta>,
    validation: Option<Validation>,
    content: Content,
    #[serde(default)]
    extensions: Vec<Extension>,
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let validation = self.stamp.clone().map(
            |Stamp { as_of, profile, figures, switched_off, suppressed, rule_edition }| Validation {
                as_of,
                profile,
                figures,
                switched_off,
                suppressed,
                rule_edition,
            },
        );
        Written {
            format: Format,
            status: if self.claims_final() { Status::Final } else { Status::Draft },
            id: self.id,
            external_ids: &self.external_ids,
            meta: self.meta.as_ref(),
            validation,
            content: &self.content,
            extensions: &self.extensions,
        }
        .serialize(serializer)
    }
}

/// Strict, whatever the deserializer: see the [module](crate::document).
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        strict::deserialize(deserializer).map(|Envelope(document)| document)
    }
}

/// A document, read through the strict adapter.
pub(super) struct Envelope(pub(super) Document);

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Document", &[], EnvelopeVisitor)
    }
}

/// Between the fields and the document stands a visitor, so that an error about two of the fields has a
/// position.
struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document: an object that begins with its format")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Envelope, A::Error> {
        let read = Read::deserialize(MapAccessDeserializer::new(map))?;
        let stamp = match (read.status, read.validation) {
            (Status::Draft, None) => None,
            (
                Status::Final,
                Some(Validation { as_of, profile, figures, switched_off, suppressed, rule_edition }),
            ) => Some(Stamp { as_of, profile, figures, switched_off, suppressed, rule_edition }),
            (Status::Draft, Some(_)) => {
                return Err(de::Error::custom("a draft has no `validation`: only a final document has one"));
            }
            (Status::Final, None) => {
                return Err(de::Error::custom(
                    "a final document has a `validation`: under what it was proven",
                ));
            }
        };
        Ok(Envelope(Document {
            id: read.id,
            external_ids: read.external_ids,
            meta: read.meta,
            stamp,
            content: read.content,
            extensions: read.extensions,
        }))
    }
}
