//! Sets as they were published: values of the program, not drafts.

use super::{Activity, Indicator, Name, Standard, StandardArea, StandardSet, Theme};
use crate::date::PartialDate;
use crate::id::{IndicatorId, StandardId, StandardSetId, ThemeId};
use crate::rule::{Basis, SourceRef};
use crate::text::{Bilingual, Text};

/// A standard set as it was published, known when the program is compiled.
///
/// [`to_standard_set`](Self::to_standard_set) gives a draft to edit.
///
/// ```
/// use kvalitetsmodel::GENERATION_1;
///
/// let draft = GENERATION_1.to_standard_set();
/// assert_eq!(draft.id, GENERATION_1.id);
/// assert!(draft.standards.iter().all(|standard| standard.indicators.len() == 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedSet {
    /// Which set; never changed.
    pub id: StandardSetId,
    /// What it is called.
    pub name: Bilingual,
    /// Which generation of the model it is, from 1.
    pub generation: Option<u32>,
    /// The year of its publication.
    pub year: u16,
    /// Which passages give it.
    pub sources: &'static [SourceRef],
    /// Its themes, in the order of the publication.
    pub themes: &'static [PublishedTheme],
    /// Its standards, in the order of the themes.
    pub standards: &'static [PublishedStandard],
}

/// A theme of a published set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedTheme {
    /// Which theme; never changed.
    pub id: ThemeId,
    /// The area that it belongs to.
    pub area: StandardArea,
    /// What it is called.
    pub name: Bilingual,
    /// The activities that can feed its standard and indicators, in the order of the publication.
    pub activities: &'static [PublishedActivity],
}

/// An activity that a publication names; in its own language, which is Danish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedActivity {
    /// The activity in words.
    pub text: &'static str,
    /// On what basis it is listed under its theme, as in [`Activity::basis`].
    pub basis: Basis,
}

/// A standard of a published set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedStandard {
    /// Which standard; never changed.
    pub id: StandardId,
    /// Its theme.
    pub theme: ThemeId,
    /// The places for its indicators; their wording is not published.
    pub indicators: &'static [IndicatorId],
}

impl PublishedSet {
    /// The same as a draft, with places for the indicators and no wording.
    #[must_use]
    pub fn to_standard_set(&self) -> StandardSet {
        StandardSet {
            name: Some(Name::from(self.name)),
            generation: self.generation,
            published: PartialDate::of_year(i32::from(self.year)),
            themes: self.themes.iter().map(draft_theme).collect(),
            standards: self.standards.iter().map(draft_standard).collect(),
            ..StandardSet::new(self.id)
        }
    }
}

fn draft_theme(published: &PublishedTheme) -> Theme {
    let activities = published.activities.iter();
    Theme {
        name: Some(Name::from(published.name)),
        activities: activities.map(|one| Activity { text: Text::from(one.text), basis: one.basis }).collect(),
        ..Theme::new(published.id, published.area)
    }
}

fn draft_standard(published: &PublishedStandard) -> Standard {
    let indicators = published.indicators.iter().copied().map(Indicator::new).collect();
    Standard { indicators, ..Standard::new(published.id, published.theme) }
}
