//! Standards, their indicators, and who brought them in.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::figure::Direction;
use crate::id::{IndicatorId, OperatorId, StandardId, ThemeId};
use crate::section::SectionNumber;
use crate::text::{Text, says_something};

use super::Name;

/// Who brought a theme, a standard or an indicator into the model (R-074).
///
/// A region may add standards and indicators; the limits of the model bind the common set only.
///
/// # Source
///
/// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering": "Den
/// enkelte region kan vælge at lade flere standarder og indikatorer indgå i kvalitetsmodellen."
///
/// ```
/// use kvalitetsmodel::model::Origin;
///
/// let own: Origin = serde_json::from_str(r#"{ "regional": { "name": "Region Sjælland" } }"#)?;
/// assert!(!own.is_common());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "regionalt tillæg")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Origin {
    /// The set that the regions have in common (*fælles*).
    #[doc(alias = "fælles")]
    Common {},
    /// One region, for itself (*regional*).
    #[doc(alias = "regional")]
    Regional {
        /// Which region.
        #[serde(skip_serializing_if = "Option::is_none")]
        region: Option<OperatorId>,
        /// What the document calls it.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Text>,
    },
}

impl Origin {
    /// Does it belong to the common set?
    #[must_use]
    pub const fn is_common(&self) -> bool {
        matches!(self, Self::Common {})
    }
}

/// A standard (*kvalitetsmål*, *standard*): the two Danish words mean the same in the source.
///
/// It names its theme instead of standing inside it, so that a draft can hold what goes wrong: two
/// standards for a theme, none, or a theme that is not in the set.
///
/// ```
/// use kvalitetsmodel::model::{Origin, Standard};
///
/// let standard: Standard = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000013",
///         "theme": "00000000-0000-4000-8000-000000000003",
///         "number": "1.3",
///         "origin": { "common": {} },
///         "indicators": [{ "id": "00000000-0000-4000-8000-000000000131" }]
///     }"#,
/// )?;
/// assert_eq!(standard.origin, Origin::Common {});
/// assert_eq!(standard.common_indicators().count(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "kvalitetsmål")]
#[doc(alias = "standard")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Standard {
    /// Which standard.
    pub id: StandardId,
    /// The theme that it is the standard of.
    pub theme: ThemeId,
    /// What it is called, where that is stated apart from the theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Its number, such as `1.3` (service-specific) or `2.3` (organisational); the publication of 2007
    /// gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<SectionNumber>,
    /// Is it one of the common standards, or one that a region added?
    pub origin: Origin,
    /// Its indicators. Each stands in one standard and so belongs to one only (R-075).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}

impl Standard {
    /// A standard of the common set of which nothing more is stated yet.
    #[must_use]
    pub const fn new(id: StandardId, theme: ThemeId) -> Self {
        Self { id, theme, name: None, number: None, origin: Origin::Common {}, indicators: Vec::new() }
    }

    /// The indicators that the regions have in common; none in a regional standard.
    pub fn common_indicators(&self) -> impl Iterator<Item = &Indicator> {
        let common = self.origin.is_common();
        self.indicators.iter().filter(move |one| common && one.origin.as_ref().is_none_or(Origin::is_common))
    }
}

/// An indicator (*indikator*) of a standard.
///
/// Its wording is the caller's: no source of this crate gives the wording of an indicator, and so the
/// crate has none.
///
/// ```
/// use kvalitetsmodel::{id::IndicatorId, model::Indicator};
/// use uuid::Uuid;
///
/// let place = Indicator::new(IndicatorId::new(Uuid::from_u128(1)));
/// assert!(!place.is_defined());
/// ```
#[doc(alias = "indikator")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// Which indicator; target figures and measurements name the same.
    pub id: IndicatorId,
    /// Who added it; where it is not said, it came with its standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The indicator in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
    /// What is counted (*tæller*).
    #[doc(alias = "tæller")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Text>,
    /// Of how many (*nævner*); that there is none is said, too.
    #[doc(alias = "nævner")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Denominator>,
    /// Which way is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where the figures come from (*datakilde*).
    #[doc(alias = "datakilde")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_source: Option<Text>,
}

impl Indicator {
    /// A place for an indicator of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: IndicatorId) -> Self {
        Self {
            id,
            origin: None,
            statement: None,
            numerator: None,
            denominator: None,
            direction: None,
            data_source: None,
        }
    }

    /// Are statement, numerator, denominator, direction and data source all stated?
    #[must_use]
    pub fn is_defined(&self) -> bool {
        let words = [&self.statement, &self.numerator, &self.data_source];
        words.into_iter().all(|text| says_something(text.as_ref()))
            && self.direction.is_some()
            && self.denominator.as_ref().is_some_and(Denominator::says_something)
    }
}

/// What the numerator of an indicator is set against.
///
/// ```
/// use kvalitetsmodel::model::Denominator;
///
/// // The number of accidents: a plain count, and that is said, not left out.
/// let count: Denominator = serde_json::from_str(r#"{ "none": {} }"#)?;
/// assert_eq!(count, Denominator::None {});
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "nævner")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Denominator {
    /// A share of this.
    Of {
        /// Of what.
        text: Text,
    },
    /// Nothing: a plain count or value.
    None {},
}

impl Denominator {
    /// Is it known what it is?
    pub(crate) fn says_something(&self) -> bool {
        match self {
            Self::Of { text } => !text.is_blank(),
            Self::None {} => true,
        }
    }
}
