//! Standards, their indicators, and their origin.

use alloc::vec::Vec;

use super::{Name, QualityProject};
use crate::figure::Direction;
use crate::id::Id;
use crate::model::Theme;
use crate::organisation::Operator;
use crate::section::SectionNumber;
use crate::text::{Text, is_stated};

choice! {
    /// Where a theme, a standard or an indicator comes from: the common set or one region (R-074).
    ///
    /// A region may add standards and indicators. The limits of the model apply to the common set only.
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
    #[non_exhaustive]
    pub enum Origin: "oprindelse", "origin" {
        /// It belongs to the set that the regions share (*fælles*).
        #[doc(alias = "fælles")]
        Common = "fælles", "common";
        /// One region added it for its own use (*regional*).
        #[doc(alias = "regional")]
        Regional = "regional", "regional" {
            /// The region.
            region: Option<Id<Operator>> = "region", "region";
            /// The name of the region in the document.
            name: Option<Text> = "regionens navn", "name of the region";
        }
    }
}

impl Origin {
    /// Returns `true` for [`Common`](Self::Common).
    #[must_use]
    pub const fn is_common(&self) -> bool {
        matches!(self, Self::Common)
    }
}

record! {
    /// A standard (*kvalitetsmål*, *standard*): the two Danish words mean the same in the source.
    ///
    /// A standard refers to its theme instead of being part of it, so that a draft can also represent
    /// mistakes: two standards for a theme, none, or a theme that is not in the set.
    ///
    /// ```
    /// use kvalitetsmodel::model::{Origin, Standard};
    ///
    /// let standard: Standard = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000013",
    ///         "theme": "00000000-0000-4000-8000-000000000003",
    ///         "number": "1.3",
    ///         "origin": "common",
    ///         "indicators": [{ "id": "00000000-0000-4000-8000-000000000131" }]
    ///     }"#,
    /// )?;
    /// assert_eq!(standard.origin, Origin::Common);
    /// assert_eq!(standard.common_indicators().count(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "kvalitetsmål")]
    #[doc(alias = "standard")]
    pub struct Standard: "standard", "standard", id "standard" {
        mandatory {
            /// The theme of the standard.
            pub theme: Id<Theme> = "tema", "theme";
            /// Whether it is one of the common standards or one that a region added.
            pub origin: Origin = "oprindelse", "origin";
        }
        optional {
            /// The name, if it has one besides that of its theme.
            pub name: Option<Name> = "navn", "name";
            /// The number, such as `1.3` (service-specific) or `2.3` (organisational; `MOD038`). The publication of
            /// 2007 has no numbers.
            pub number: Option<SectionNumber> = "nummer", "number";
            /// The indicators. Each belongs to exactly one standard (R-075).
            pub indicators: Vec<Indicator> = "indikatorer", "indicators";
        }
    }
}

impl Standard {
    /// The indicators that the regions share. A regional standard has none.
    pub fn common_indicators(&self) -> impl Iterator<Item = &Indicator> {
        let common = self.origin.is_common();
        self.indicators.iter().filter(move |one| common && one.origin.as_ref().is_none_or(Origin::is_common))
    }
}

record! {
    /// An indicator (*indikator*) of a standard.
    ///
    /// The wording is the caller's data, because no source of this crate gives it.
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, model::Indicator};
    ///
    /// let indicator = Indicator::new(Id::from_u128(1));
    /// assert!(!indicator.is_defined());
    /// ```
    #[doc(alias = "indikator")]
    pub struct Indicator: "indikator", "indicator", id "indicator" {
        optional {
            /// Where it comes from; if absent, it comes from where its standard comes from.
            pub origin: Option<Origin> = "oprindelse", "origin";
            /// The indicator in words, different for each indicator of a standard (`MOD040`).
            pub statement: Option<Text> = "ordlyd", "wording";
            /// What is counted (*tæller*): not the words of the denominator (`MOD041`).
            #[doc(alias = "tæller")]
            pub numerator: Option<Text> = "tæller", "numerator";
            /// Of how many (*nævner*). [`Denominator::None`] states that there is none.
            #[doc(alias = "nævner")]
            pub denominator: Option<Denominator> = "nævner", "denominator";
            /// Whether higher or lower figures are better.
            pub direction: Option<Direction> = "retning", "direction";
            /// Where the figures come from (*datakilde*).
            #[doc(alias = "datakilde")]
            pub data_source: Option<Text> = "datakilde", "data source";
            /// The surveys and indicator programmes that give the figures.
            pub projects: Vec<Id<QualityProject>> = "fra projekterne", "from the projects";
        }
    }
}

impl Indicator {
    /// Returns `true` if statement, denominator, direction and data source are all stated, and the numerator of a share
    /// as well: the wording says what a plain count counts.
    #[must_use]
    pub fn is_defined(&self) -> bool {
        let words = [&self.statement, &self.data_source];
        words.into_iter().all(|text| is_stated(text.as_ref()))
            && self.direction.is_some()
            && self
                .denominator
                .as_ref()
                .is_some_and(|one| one.is_stated() && (!one.is_share() || is_stated(self.numerator.as_ref())))
    }
}

choice! {
    /// What the numerator of an indicator is compared with.
    ///
    /// ```
    /// use kvalitetsmodel::model::Denominator;
    ///
    /// // The number of accidents is a plain count, and the draft states this.
    /// let count: Denominator = serde_json::from_str(r#""none""#)?;
    /// assert_eq!(count, Denominator::None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "nævner")]
    pub enum Denominator: "nævner", "denominator" {
        /// The indicator is a share.
        Of = "andel af", "share of" {
            /// What it is a share of.
            text: Text = "nævner", "denominator";
        }
        /// The indicator is a plain count or value.
        None = "ingen nævner", "no denominator";
    }
}

impl Denominator {
    /// Returns `true` for [`Of`](Self::Of).
    pub(crate) const fn is_share(&self) -> bool {
        matches!(self, Self::Of { .. })
    }

    /// Returns `true` if the denominator has a text or is stated to be none.
    pub(crate) fn is_stated(&self) -> bool {
        match self {
            Self::Of { text } => !text.is_blank(),
            Self::None => true,
        }
    }
}
