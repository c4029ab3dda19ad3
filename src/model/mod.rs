//! The quality model (*dansk kvalitetsmodel*): areas, themes, standards, indicators, and published sets of
//! them.

mod apply;
mod change;
mod compare;
mod generation_1;
mod index;
mod later_sets;
mod meaning;
mod name;
mod project;
mod published;
pub(crate) mod rules;
mod scope;
mod standard;
mod step;
mod theme;
mod words;

use alloc::vec::Vec;

pub use apply::{ChangeObstacle, ChangeRefused};
pub use change::{SetChange, Tailoring, TailoringChange};
pub use compare::{Difference, SetComparison};
pub use generation_1::GENERATION_1;
pub use later_sets::{NINE_STANDARDS, TWELVE_STANDARDS};
pub use meaning::Meaning;
pub use name::Name;
pub use project::{ProjectKind, ProjectPart, QualityProject, RegionInProject};
pub(crate) use published::PUBLISHED;
pub use published::{
    PublishedActivity, PublishedProject, PublishedScope, PublishedSet, PublishedStandard, PublishedTheme,
};
pub use scope::{CoveredServices, Scope};
pub use standard::{Denominator, Indicator, Origin, Standard};
pub use step::{GuidanceLayer, GuidingDocument, QualityStep};
pub use theme::{Activity, StandardArea, Theme};

use crate::date::PartialDate;
use crate::id::Id;

record! {
    /// A draft of a standard set (*generation*, *sæt af standarder*): themes, standards and indicators,
    /// including those that a region added.
    ///
    /// The set of 2007 is available as [`GENERATION_1`], later ones as [`NINE_STANDARDS`] and [`TWELVE_STANDARDS`].
    /// Only the publication of 2007 speaks of generations, and its limits apply to the first generation only.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering" and
    /// "Kvalitetsmål/standarder".
    ///
    /// ```
    /// use kvalitetsmodel::model::{GENERATION_1, Indicator, Origin, Standard};
    /// use kvalitetsmodel::{Context, check, id::Id};
    ///
    /// let mut set = GENERATION_1.to_standard_set();
    /// let theme = set.themes[5].id;
    /// let origin = Origin::Regional { region: None, name: Some("Region Sjælland".into()) };
    /// set.standards.push(Standard {
    ///     indicators: vec![Indicator::new(Id::from_u128(2))],
    ///     ..Standard::new(Id::from_u128(1), theme, origin)
    /// });
    /// let report = check(&set, &Context::new("2007-12-01".parse()?));
    /// assert!(report.findings().iter().all(|finding| !finding.is_not_met())); // a region may add standards
    /// assert_eq!(report.summary().not_assessable, 13); // no indicator has a wording yet
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[doc(alias = "generation")]
    #[doc(alias = "kvalitetsmodel")]
    #[doc(alias = "standardsæt")]
    pub struct StandardSet: "standardsæt", "standard set", id "standardSet" {
        optional {
            /// The name.
            pub name: Option<Name> = "navn", "name";
            /// **Range:** from 1. The generation of the model; absent if the set is not a generation.
            pub generation: Option<u32> = "generation", "generation";
            /// The date of publication.
            pub published: Option<PartialDate> = "udgivet", "published";
            /// How many standards and indicators the document says that it has, whatever it lists.
            pub stated: Option<StatedNumbers> = "antal ifølge teksten", "stated numbers";
            /// To which services the standards of each area apply, and from when.
            pub scope: Vec<Scope> = "omfang", "scope";
            /// The themes.
            pub themes: Vec<Theme> = "temaer", "themes";
            /// The standards. Each refers to its theme.
            pub standards: Vec<Standard> = "standarder", "standards";
            /// The regions' common projects, from which indicators can take their figures.
            pub projects: Vec<QualityProject> = "fælles kvalitetsprojekter", "common quality projects";
            /// The documents that guide the work with the standards.
            pub guidance: Vec<GuidingDocument> = "retningsgivende dokumenter", "guiding documents";
        }
    }
}

record! {
    /// How many standards and indicators a document says that its set has.
    ///
    /// The publication of 2007 says three things about numbers, which are kept apart (S-020): six standards and twelve
    /// indicators *are* the first generation (this record, rule `MOD023`), the regions *aim* at no more than these (`MOD004`
    /// and `MOD005`, figures of the profile), and two are set for each standard, a number that *may vary* (`MOD003`).
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Kvalitetsmål/standarder". A report of
    /// 2014 says six and lists nine.
    #[derive(Copy)]
    pub struct StatedNumbers: "antal ifølge teksten", "stated numbers" {
        optional {
            /// **Unit:** standards.
            pub standards: Option<u32> = "standarder", "standards";
            /// **Unit:** indicators.
            pub indicators: Option<u32> = "indikatorer", "indicators";
        }
    }
}

impl StandardSet {
    /// Returns the theme with this id, or `None` if the set does not have it.
    #[must_use]
    pub fn theme(&self, id: Id<Theme>) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }

    /// The themes of an area.
    pub fn themes_in(&self, area: StandardArea) -> impl Iterator<Item = &Theme> {
        self.themes.iter().filter(move |theme| theme.area == area)
    }

    /// The standards of a theme, common and regional ones.
    pub fn standards_of(&self, theme: Id<Theme>) -> impl Iterator<Item = &Standard> {
        self.standards.iter().filter(move |standard| standard.theme == theme)
    }

    /// Returns `true` for the first generation, to which the figures of the publication of 2007 apply.
    const fn is_generation_1(&self) -> bool {
        matches!(self.generation, Some(1))
    }
}
