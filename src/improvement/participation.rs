//! Who takes part in what, and on what grounds.

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::text::{Bilingual, Text};

/// What kind of body people meet in: three different bodies, a pilot, and who steers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum BodyKind {
    /// Improvement community (*forbedringsfællesskab*): agrees target figures, tests before spread.
    #[doc(alias = "forbedringsfællesskab")]
    Community,
    /// Working group (*arbejdsgruppe*).
    #[doc(alias = "arbejdsgruppe")]
    WorkingGroup,
    /// Network (*netværk*).
    #[doc(alias = "netværk")]
    Network,
    /// Pilot (*pilotprojekt*, *afprøvning*).
    Pilot,
    /// Steering group (*styregruppe*).
    #[doc(alias = "styregruppe")]
    SteeringGroup,
}

impl BodyKind {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Community => Bilingual::new("forbedringsfællesskab", "improvement community"),
            Self::WorkingGroup => Bilingual::new("arbejdsgruppe", "working group"),
            Self::Network => Bilingual::new("netværk", "network"),
            Self::Pilot => Bilingual::new("pilotprojekt", "pilot"),
            Self::SteeringGroup => Bilingual::new("styregruppe", "steering group"),
        }
    }
}

/// Whether a service takes part (R-175): a closed set, in which *not stated* is not *no*.
///
/// ```
/// use kvalitetsmodel::Membership;
///
/// assert_ne!(Membership::NotStated, Membership::NonMember);
/// assert_eq!(Membership::NotStated.is_member(), None);
/// assert_eq!(Membership::NonMember.is_member(), Some(false));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Membership {
    /// It takes part (*indgår*, *deltager*).
    Member,
    /// It is said not to take part (*indgår ikke*).
    NonMember,
    /// It is invited; nothing is said of its answer.
    Invited,
    /// It is one of the places where something is tried out.
    PilotSite,
    /// Nothing is said.
    #[default]
    NotStated,
}

impl Membership {
    /// Yes, no, or not said. An invitation alone says neither.
    #[must_use]
    pub const fn is_member(self) -> Option<bool> {
        match self {
            Self::Member | Self::PilotSite => Some(true),
            Self::NonMember => Some(false),
            Self::Invited | Self::NotStated => None,
        }
    }
}

/// A state assessment (*tilstandsvurdering*): the data on where a service stands, which membership
/// and target figures rest on.
#[doc(alias = "tilstandsvurdering")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StateAssessment {
    /// Where it is found: a cross-cutting review, a report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Does it rest on data?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_based: Option<bool>,
    /// Does it show a need on the area in question?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shows_need: Option<bool>,
}
