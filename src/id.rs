//! Typed ids, made by the caller, and the ids that other systems use.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::text::NonBlank;

/// What an id is the id of, and which one: the subject of a finding.
///
/// ```
/// use kvalitetsmodel::id::{FocusAreaId, Subject, TypedId};
/// use uuid::Uuid;
///
/// let subject: Subject = FocusAreaId::new(Uuid::from_u128(5)).subject();
/// assert_eq!(subject.to_string(), "focusArea:00000000-0000-0000-0000-000000000005");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// What it is, as the exchange format says it: `focusArea`, `targetFigure`.
    pub kind: &'static str,
    /// Which one.
    pub id: Uuid,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What all typed ids can do.
pub trait TypedId: Copy + Eq + Ord + fmt::Debug + fmt::Display {
    /// What it is the id of.
    const KIND: &'static str;

    /// The id without its type.
    fn uuid(self) -> Uuid;

    /// Kind and id together.
    fn subject(self) -> Subject {
        Subject { kind: Self::KIND, id: self.uuid() }
    }
}

macro_rules! typed_ids {
    ($( $(#[$doc:meta])* $name:ident = $kind:literal; )+) => {
        $(
            $(#[$doc])*
            ///
            /// The caller makes it; the crate has no source of random numbers.
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(Uuid);

            impl $name {
                /// Gives a UUID its type.
                #[must_use]
                pub const fn new(id: Uuid) -> Self {
                    Self(id)
                }
            }

            impl TypedId for $name {
                const KIND: &'static str = $kind;

                fn uuid(self) -> Uuid {
                    self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&self.0, f)
                }
            }

            impl FromStr for $name {
                type Err = uuid::Error;

                fn from_str(text: &str) -> Result<Self, uuid::Error> {
                    text.parse().map(Self)
                }
            }

            impl From<Uuid> for $name {
                fn from(id: Uuid) -> Self {
                    Self(id)
                }
            }
        )+
    };
}

typed_ids! {
    /// Id of an exchange document.
    DocumentId = "document";
    /// Id of an operator (*driftsherre*).
    OperatorId = "operator";
    /// Id of a specialised area (*specialområde*).
    SpecialisedAreaId = "specialisedArea";
    /// Id of a social service (*tilbud*).
    ServiceId = "service";
    /// Id of a department (*afdeling*).
    DepartmentId = "department";
    /// Id of a standard set (*generation*, *sæt af standarder*).
    StandardSetId = "standardSet";
    /// Id of a theme (*tema*).
    ThemeId = "theme";
    /// Id of a standard (*kvalitetsmål*, *standard*). Names change, ids do not.
    StandardId = "standard";
    /// Id of an indicator (*indikator*).
    IndicatorId = "indicator";
    /// Id of a measurement (*måling*).
    MeasurementId = "measurement";
    /// Id of a measurement series (*måleserie*).
    SeriesId = "series";
    /// Id of a target figure (*måltal*).
    TargetId = "targetFigure";
    /// Id of an improvement community (*forbedringsfællesskab*).
    CommunityId = "community";
    /// Id of an aim (*mål* of the Model for Improvement).
    AimId = "aim";
    /// Id of a measure (*måling*, *indikator* of the Model for Improvement).
    MeasureId = "measure";
    /// Id of a PDSA cycle (*PDSA-cirkel*, *prøvehandling*).
    CycleId = "cycle";
    /// Id of a development agreement (*drifts- og udviklingsaftale*).
    AgreementId = "agreement";
    /// Id of a focus area (*målområde*, *indsatsområde*).
    FocusAreaId = "focusArea";
    /// Id of an action (*indsats*).
    ActionId = "action";
    /// Id of a follow-up (*opfølgning*).
    FollowUpId = "followUp";
    /// Id of a body: community, working group, network, pilot, steering group (*forum*, *styregruppe*).
    BodyId = "body";
}

/// What another system calls the same thing.
///
/// ```
/// use kvalitetsmodel::id::ExternalId;
///
/// let id: ExternalId = serde_json::from_str(r#"{ "system": "ESDH", "value": "2023-104-7" }"#)?;
/// assert_eq!(id.value.as_str(), "2023-104-7");
/// assert!(serde_json::from_str::<ExternalId>(r#"{ "system": " ", "value": "7" }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExternalId {
    /// The system that uses the id, not blank.
    pub system: NonBlank,
    /// The id there, not blank.
    pub value: NonBlank,
}
