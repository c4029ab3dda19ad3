//! Typed ids, and ids in other systems.

pub(crate) mod known;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::str::FromStr;

pub use known::KnownSystem;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::text::{Bilingual, NonBlank, error_type, parsed};

/// A type whose values have an id.
pub trait Identified {
    /// The name of the type in a [`Subject`] and in the exchange format: `focusArea`, `targetFigure`.
    const KIND: &'static str;
    /// What people call it.
    const LABEL: Bilingual;
}

/// The id of a `T`: a UUID that the caller creates.
///
/// The crate has no source of random numbers. Ids of different types cannot be compared:
///
/// ```
/// use kvalitetsmodel::agreement::FocusArea;
/// use kvalitetsmodel::id::Id;
///
/// let id: Id<FocusArea> = "00000000-0000-0000-0000-000000000005".parse()?;
/// assert_eq!(id, Id::from_u128(5));
/// assert_eq!(id.subject().to_string(), "focusArea:00000000-0000-0000-0000-000000000005");
/// # Ok::<(), uuid::Error>(())
/// ```
///
/// ```compile_fail,E0308
/// use kvalitetsmodel::agreement::{Action, FocusArea};
/// use kvalitetsmodel::id::Id;
///
/// fn is_same(area: Id<FocusArea>, action: Id<Action>) -> bool {
///     area == action
/// }
/// ```
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

/// The record that a finding is about: its kind and its id.
///
/// ```
/// use kvalitetsmodel::{agreement::FocusArea, id::Id};
///
/// let subject = Id::<FocusArea>::from_u128(5).subject();
/// assert_eq!(subject.to_string(), "focusArea:00000000-0000-0000-0000-000000000005");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The kind of record, as in the exchange format: `focusArea`, `targetFigure`.
    pub kind: &'static str,
    /// The id.
    pub id: Uuid,
}

impl<T> Id<T> {
    /// Creates a typed id from a UUID.
    #[must_use]
    pub const fn new(id: Uuid) -> Self {
        Self(id, PhantomData)
    }

    /// Creates a typed id from a number, for tests and examples.
    #[must_use]
    pub const fn from_u128(id: u128) -> Self {
        Self::new(Uuid::from_u128(id))
    }

    /// The UUID.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<T: Identified> Id<T> {
    /// The id with its kind.
    #[must_use]
    pub const fn subject(self) -> Subject {
        Subject { kind: T::KIND, id: self.0 }
    }
}

// Not derived: a derive would require the same trait of `T`.
#[automatically_derived]
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

#[automatically_derived]
impl<T> Copy for Id<T> {}

#[automatically_derived]
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

#[automatically_derived]
impl<T> Eq for Id<T> {}

#[automatically_derived]
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[automatically_derived]
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

#[automatically_derived]
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

#[automatically_derived]
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self::new)
    }
}

impl<T> From<Uuid> for Id<T> {
    fn from(id: Uuid) -> Self {
        Self::new(id)
    }
}

#[automatically_derived]
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[automatically_derived]
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Every kind of thing that has an id.
const KINDS: [&str; 51] = [
    "action",
    "agreement",
    "aim",
    "audit",
    "auditCase",
    "auditQuestion",
    "body",
    "bundle",
    "caseload",
    "circle",
    "circleProject",
    "citizen",
    "claim",
    "community",
    "coreElement",
    "counting",
    "criterion",
    "criterionSet",
    "cycle",
    "department",
    "document",
    "duties",
    "evaluation",
    "evaluationFinding",
    "focusArea",
    "followUp",
    "goal",
    "indicator",
    "measure",
    "measurement",
    "operator",
    "panelMember",
    "plan",
    "planArea",
    "planTask",
    "project",
    "qualityProject",
    "recommendation",
    "scaleStep",
    "series",
    "service",
    "specialisedArea",
    "standard",
    "standardSet",
    "stateAssessment",
    "statutoryTraining",
    "subGoal",
    "tailoring",
    "targetFigure",
    "theme",
    "timetableRow",
];

/// The text is not a kind and a UUID with a colon between them, such as `focusArea` or `area:7`, or this crate does not
/// know the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct SubjectError;

error_type! {
    SubjectError,
    fixed |_error| (
        "notASubject",
        Bilingual::new(
            "et emne er en slags og et id, som `focusArea:00000000-0000-0000-0000-000000000005`",
            "a subject is a kind and an id, such as `focusArea:00000000-0000-0000-0000-000000000005`",
        ),
    ),
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        let (kind, id) = text.split_once(':').ok_or(SubjectError)?;
        let kind = KINDS.into_iter().find(|known| *known == kind).ok_or(SubjectError)?;
        Ok(Self { kind, id: id.parse().map_err(|_| SubjectError)? })
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "a kind and an id, such as `focusArea:00000000-0000-0000-0000-000000000005`")
    }
}

record! {
    /// The id of the same thing in another system.
    ///
    /// Any system can be named. The ids of some have a published form ([`KnownSystem`]), which the rules `DOC006`,
    /// `DOC007`, `DOC008` and `DOC010` check. A thing can have several ids in the same system: a service at two
    /// addresses has two P-numbers. Two units of the same kind do not share an id (`ORG003`), apart from the CVR number
    /// of their operator, and the P-number of an address that the departments of a service share.
    ///
    /// ```
    /// use kvalitetsmodel::id::ExternalId;
    ///
    /// let id: ExternalId = serde_json::from_str(r#"{ "system": "ESDH", "value": "2023-104-7" }"#)?;
    /// assert_eq!(id.value.as_str(), "2023-104-7");
    /// assert!(serde_json::from_str::<ExternalId>(r#"{ "system": " ", "value": "7" }"#).is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    pub struct ExternalId: "id i et andet system", "id in another system" {
        mandatory {
            /// The name of the system, not blank. Four systems are recognised by it, however people write it: `CVR` or `CVR-nr.`, `P-nummer`,
            /// `SOR` and `KL FFB`. Any other system can be named.
            pub system: NonBlank = "system", "system";
            /// The id in that system, not blank. A CVR number has eight digits and a check digit that fits, a P-number ten digits, a SOR code at
            /// least eleven, and an FFB code is a UUID; an id of any other system has any form.
            pub value: NonBlank = "id", "id";
        }
    }
}
