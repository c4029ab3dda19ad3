//! Themes, and the two areas they belong to.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Name, Origin};
use crate::id::ThemeId;
use crate::rule::Basis;
use crate::text::{Bilingual, Text};

/// One of the two areas (*områder*) of the quality model.
///
/// A theme has one area by its type, so that none can have two (R-068).
///
/// # Source
///
/// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering".
///
/// ```
/// use kvalitetsmodel::{Lang, StandardArea};
///
/// assert_eq!(StandardArea::ALL.len(), 2);
/// assert_eq!(StandardArea::Organisational.label().in_lang(Lang::Da), "det organisatoriske område");
/// ```
#[doc(alias = "område")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StandardArea {
    /// Common to all services of the social field (*organisatorisk*); standards of the later sets are
    /// numbered 2.x.
    #[doc(alias = "organisatorisk")]
    Organisational,
    /// Particular to the specialised residential services (*målgruppe- og ydelsesspecifik*); standards
    /// of the later sets are numbered 1.x.
    #[doc(alias = "målgruppe- og ydelsesspecifik")]
    #[doc(alias = "ydelsesspecifik")]
    ServiceSpecific,
}

impl StandardArea {
    /// Both areas, in the order of the publication of 2007.
    pub const ALL: [Self; 2] = [Self::Organisational, Self::ServiceSpecific];

    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Organisational => Bilingual::new("det organisatoriske område", "the organisational area"),
            Self::ServiceSpecific => {
                Bilingual::new("det målgruppe- og ydelsesspecifikke område", "the service-specific area")
            }
        }
    }
}

/// A theme (*tema*): what a standard is about.
///
/// Each theme has one specific standard (R-070); see [`Standard`](super::Standard).
///
/// ```
/// use kvalitetsmodel::{StandardArea, model::Theme};
///
/// let theme: Theme = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000011",
///         "area": "organisational",
///         "name": { "da": "Ledelse", "en": "Management" },
///         "origin": { "common": {} }
///     }"#,
/// )?;
/// assert_eq!(theme.area, StandardArea::Organisational);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "tema")]
#[doc(alias = "temaområde")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Theme {
    /// Which theme.
    pub id: ThemeId,
    /// The one area that it belongs to.
    pub area: StandardArea,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Is it one of the common themes, or one that a region added with a standard of its own?
    pub origin: Origin,
    /// The activities that can feed its standard and indicators (*aktiviteter, der kan indgå*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
}

impl Theme {
    /// A theme of the common set of which nothing more is stated yet.
    #[must_use]
    pub const fn new(id: ThemeId, area: StandardArea) -> Self {
        Self { id, area, name: None, origin: Origin::Common {}, activities: Vec::new() }
    }
}

/// An activity that can be part of the work on a theme (*aktivitet, der kan indgå*).
///
/// The publication calls its list a sketch with examples ("en skitse, med en række eksempler").
#[doc(alias = "aktivitet")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// The activity in words.
    pub text: Text,
    /// On what basis it is listed under this theme: [`Basis::Stated`] where its own words name the
    /// theme, [`Basis::Derived`] where that follows from its place in the list alone.
    pub basis: Basis,
}
