//! The quality model (*dansk kvalitetsmodel*): areas, themes, standards, indicators, and the sets they
//! were published in.

mod generation_1;
mod name;
mod published;
pub(crate) mod rules;
mod standard;
mod theme;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use generation_1::GENERATION_1;
pub use name::Name;
pub use published::{PublishedActivity, PublishedSet, PublishedStandard, PublishedTheme};
pub use standard::{Denominator, Indicator, Origin, Standard};
pub use theme::{Activity, StandardArea, Theme};

use crate::date::PartialDate;
use crate::id::{StandardSetId, Subject, ThemeId, TypedId as _};
use crate::report::Path;
use crate::report::unique_ids::WithIds;

/// A standard set (*generation*, *sæt af standarder*), as a draft: dated and named themes, standards and
/// indicators, those that a region added among them.
///
/// The set of 2007 is ready-made as [`GENERATION_1`]. Later sets held nine and twelve standards; only the
/// publication of 2007 counts generations, and its limits hold for the first alone.
///
/// # Source
///
/// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering" and
/// "Kvalitetsmål/standarder".
///
/// ```
/// use kvalitetsmodel::model::{GENERATION_1, Indicator, Origin, Standard};
/// use kvalitetsmodel::{Context, check, id::{IndicatorId, StandardId}};
/// use uuid::Uuid;
///
/// let mut set = GENERATION_1.to_standard_set();
/// let theme = set.themes[5].id;
/// set.standards.push(Standard {
///     origin: Origin::Regional { region: None, name: Some("Region Sjælland".into()) },
///     indicators: vec![Indicator::new(IndicatorId::new(Uuid::from_u128(2)))],
///     ..Standard::new(StandardId::new(Uuid::from_u128(1)), theme)
/// });
/// let report = check(&set, &Context::new("2007-12-01".parse()?));
/// assert!(report.findings().iter().all(|finding| !finding.is_not_met())); // a region may add
/// assert_eq!(report.summary().not_assessable, 13); // and no indicator has its wording yet
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[doc(alias = "generation")]
#[doc(alias = "kvalitetsmodel")]
#[doc(alias = "standardsæt")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandardSet {
    /// Which set.
    pub id: StandardSetId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Which generation of the model it is, from 1; absent for a set that is not counted as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<u32>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Its themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// Its standards, each of which names its theme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<Standard>,
}

impl StandardSet {
    /// A set of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: StandardSetId) -> Self {
        Self { id, name: None, generation: None, published: None, themes: Vec::new(), standards: Vec::new() }
    }

    /// The theme with that id.
    #[must_use]
    pub fn theme(&self, id: ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }

    /// The themes of an area.
    pub fn themes_in(&self, area: StandardArea) -> impl Iterator<Item = &Theme> {
        self.themes.iter().filter(move |theme| theme.area == area)
    }

    /// The standards of a theme, common and regional ones.
    pub fn standards_of(&self, theme: ThemeId) -> impl Iterator<Item = &Standard> {
        self.standards.iter().filter(move |standard| standard.theme == theme)
    }

    /// Is it the first generation, for which the publication of 2007 gives its figures?
    const fn is_generation_1(&self) -> bool {
        matches!(self.generation, Some(1))
    }
}

impl WithIds for StandardSet {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
        let list = at.key("themes");
        for (n, theme) in self.themes.iter().enumerate() {
            each(theme.id.subject(), &list.item(n, theme.id));
        }
        let list = at.key("standards");
        for (n, standard) in self.standards.iter().enumerate() {
            let at = list.item(n, standard.id);
            each(standard.id.subject(), &at);
            let list = at.key("indicators");
            for (n, indicator) in standard.indicators.iter().enumerate() {
                each(indicator.id.subject(), &list.item(n, indicator.id));
            }
        }
    }
}
