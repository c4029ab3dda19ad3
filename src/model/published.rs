//! Standard sets as they were published, as constants.

use super::{
    Activity, CoveredServices, GENERATION_1, Indicator, NINE_STANDARDS, Name, Origin, ProjectKind,
    ProjectPart, QualityProject, Scope, Standard, StandardArea, StandardSet, TWELVE_STANDARDS, Theme,
};
use crate::date::PartialDate;
use crate::id::{Id, Subject};
use crate::organisation::LegalBasis;
use crate::rule::{Basis, SourceRef};
use crate::section::SectionNumber;
use crate::text::{Bilingual, Text};

/// A standard set as it was published, as a constant.
///
/// [`to_standard_set`](Self::to_standard_set) returns a draft to edit.
///
/// ```
/// use kvalitetsmodel::model::GENERATION_1;
///
/// let draft = GENERATION_1.to_standard_set();
/// assert_eq!(draft.id, GENERATION_1.id);
/// assert!(draft.standards.iter().all(|standard| standard.indicators.len() == 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedSet {
    /// The id. It never changes.
    pub id: Id<StandardSet>,
    /// The name.
    pub name: Bilingual,
    /// **Range:** from 1. The generation of the model.
    pub generation: Option<u32>,
    /// The year of publication; `None` if it is not known.
    pub year: Option<u16>,
    /// To which services the standards of each area apply.
    pub scope: &'static [PublishedScope],
    /// The passages that it is taken from.
    pub sources: &'static [SourceRef<'static>],
    /// The themes, in the order of the publication.
    pub themes: &'static [PublishedTheme],
    /// The standards, in the order of the themes.
    pub standards: &'static [PublishedStandard],
    /// The regions' common projects.
    pub projects: &'static [PublishedProject],
}

/// A theme of a published set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedTheme {
    /// The id. It never changes.
    pub id: Id<Theme>,
    /// The area that it belongs to.
    pub area: StandardArea,
    /// The name.
    pub name: Bilingual,
    /// The activities that its standard and indicators can build on, in the order of the publication.
    pub activities: &'static [PublishedActivity],
}

/// An activity that a publication names, in Danish as published.
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
    /// The id. It never changes.
    pub id: Id<Standard>,
    /// The theme.
    pub theme: Id<Theme>,
    /// The number.
    pub number: Option<SectionNumber>,
    /// The ids of the indicators, as far as they are known. Their wording is not published.
    pub indicators: &'static [Id<Indicator>],
}

/// One entry of the scope of a published set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedScope {
    /// The area whose standards apply.
    pub area: StandardArea,
    /// The section of the Social Services Act (*serviceloven*) that the services are run under; `None` for all social
    /// services.
    pub paragraph: Option<u16>,
    /// From which year; `None` if it is not stated.
    pub from: Option<u16>,
}

/// A common project of a published set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishedProject {
    /// The id. It never changes.
    pub id: Id<QualityProject>,
    /// The name.
    pub name: Bilingual,
    /// The kind of project.
    pub kind: ProjectKind,
    /// Whether all regions carry it out.
    pub part: ProjectPart,
}

/// All of them.
pub(crate) static PUBLISHED: [&PublishedSet; 3] = [&GENERATION_1, &NINE_STANDARDS, &TWELVE_STANDARDS];

impl PublishedSet {
    /// The published set with the id.
    pub(crate) fn of_id(id: Id<StandardSet>) -> Option<&'static Self> {
        PUBLISHED.iter().copied().find(|set| set.id == id)
    }

    /// Returns `true` if the set has this theme, standard or indicator.
    pub(crate) fn has(&self, subject: Subject) -> bool {
        self.themes.iter().any(|theme| theme.id.subject() == subject)
            || self.standards.iter().any(|standard| {
                standard.id.subject() == subject
                    || standard.indicators.iter().any(|indicator| indicator.subject() == subject)
            })
    }

    /// Converts the set to a draft. Its indicators have ids and no wording.
    #[must_use]
    pub fn to_standard_set(&self) -> StandardSet {
        StandardSet {
            name: Some(Name::from(self.name)),
            generation: self.generation,
            published: self.year.and_then(PartialDate::of_year),
            scope: self.scope.iter().map(draft_scope).collect(),
            themes: self.themes.iter().map(draft_theme).collect(),
            standards: self.standards.iter().map(draft_standard).collect(),
            projects: self.projects.iter().map(draft_project).collect(),
            ..StandardSet::new(self.id)
        }
    }
}

fn draft_theme(published: &PublishedTheme) -> Theme {
    let activities = published.activities.iter();
    Theme {
        name: Some(Name::from(published.name)),
        activities: activities.map(|one| Activity { text: Text::from(one.text), basis: one.basis }).collect(),
        ..Theme::new(published.id, published.area, Origin::Common)
    }
}

fn draft_standard(published: &PublishedStandard) -> Standard {
    let indicators = published.indicators.iter().copied().map(Indicator::new).collect();
    let number = published.number;
    Standard { number, indicators, ..Standard::new(published.id, published.theme, Origin::Common) }
}

fn draft_scope(published: &PublishedScope) -> Scope {
    let services = published.paragraph.map_or(CoveredServices::All, |paragraph| CoveredServices::Under {
        provision: LegalBasis::SocialServices { paragraph },
    });
    Scope { from: published.from.and_then(PartialDate::of_year), ..Scope::new(published.area, services) }
}

fn draft_project(published: &PublishedProject) -> QualityProject {
    QualityProject {
        name: Some(Name::from(published.name)),
        kind: Some(published.kind),
        part: Some(published.part),
        ..QualityProject::new(published.id)
    }
}
