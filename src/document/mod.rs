//! The exchange format: one envelope around one draft of any kind.
//!
//! ```json
//! {
//!   "format": "kvalitetsmodel/1",
//!   "status": "draft",
//!   "id": "00000000-0000-4000-8000-000000000001",
//!   "externalIds": [{ "system": "ESDH", "value": "2023-104-7" }],
//!   "meta": { "sourceSystem": "ESDH", "extractedAt": "2024-01-15" },
//!   "content": {
//!     "agreement": { "id": "00000000-0000-4000-8000-000000000002", "year": 2024 }
//!   },
//!   "extensions": [{ "namespace": "dk.example.case", "value": { "archived": false } }]
//! }
//! ```
//!
//! - The key in `content` says the kind: one of [`Content::KINDS`]. A [`bundle`](crate::bundle) holds whole documents of the
//!   other kinds.
//! - `status` is `draft` or `final`. A final document has a `validation` that says under what its content
//!   was proven: `{ "asOf": "2024-01-15", "profile": "general", "ruleEdition": 1 }`. Where the profile has
//!   other figures, switches rules off, or suppressions were active on the day, it lists them too:
//!   `figures`, `switchedOff` (`code`, `reason`) and `suppressed` (`code`, `fingerprint` if it is of one
//!   finding, `reason`, `lastDay`). Read from a text, status and validation are claims of whoever wrote it.
//! - Names are camelCase. Days are `YYYY-MM-DD`, other dates shorter, with the precision they have.
//!   Figures that decide are text with a decimal point, and their unit is a field next to them.
//! - What is absent is not stated. `null` reads as absent and is never written. *None* is said explicitly.
//! - A document can name its JSON Schema in `$schema`, its first field. It is kept, and nothing checks it.
//! - Reading is strict: an unknown field, an unknown format, a repeated key, an array where an object
//!   belongs, and an object where a bare word belongs (`{"percent": null}`) are errors. Only extensions
//!   hold any JSON. Their values are kept; a number with more digits than a [`Double`] has is refused where the text
//!   is read (`json::read`), since it could not be written again.
//!
//! What a lenient reader (`json::read_leniently`) could not read is in `setAside`, before the content: the whole
//! value, and the object or list that it was taken out of. A check finds each part
//! ([`DOC004`](crate::codes::DOC004)), since no rule has seen it.
//!
//! ```json
//! "setAside": [
//!   { "at": "/content/agreement", "kind": "wrongType", "value": "2024", "key": "year" },
//!   { "at": "/content/agreement/focusAreas", "kind": "missingField", "value": { "title": "Kost" }, "index": 0 }
//! ]
//! ```
//!
//! Every type here can be read and written through any self-describing format that serde knows. The
//! module `kvalitetsmodel::json` (feature `json`) does so for JSON text, with line, column and pointer in
//! every error.

mod content;
mod envelope;
mod meta;
pub(crate) mod number;
mod set_aside;
mod value;
mod wire;

pub use content::Content;
pub(crate) use content::ContentRef;
pub use envelope::Document;
pub use meta::{Extension, Meta, OriginalDocument};
pub use number::{Double, Integer, NotFinite};
pub use set_aside::{FaultKind, SetAside};
pub use value::Value;
pub use wire::FORMAT;
pub(crate) use wire::SINGLE;
#[cfg(feature = "json")]
pub(crate) use wire::is_newer_format;
#[cfg(feature = "json")]
pub(crate) use {
    value::DUPLICATE_KEY,
    wire::{Envelope, Status},
};
