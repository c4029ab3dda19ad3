//! Makes changes to a standard set.

use core::fmt;

use super::words::called;
use super::{Indicator, SetChange, Standard, StandardSet, Tailoring, Theme};
use crate::Lang;
use crate::id::{Id, Subject};
use crate::text::{Bilingual, error_type};

/// A change cannot be made in a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct ChangeRefused {
    /// The position of the change in its list, from 0; `None` if the whole list is for another set.
    pub change: Option<usize>,
    /// What is missing in the set, or already there.
    pub subject: Subject,
    /// Why it cannot be made.
    pub because: ChangeObstacle,
}

/// Why a change cannot be made in a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChangeObstacle {
    /// The tailoring is based on another set.
    OtherSet,
    /// The set does not have the theme, standard or indicator.
    NotThere,
    /// The set has a theme, standard or indicator with the id of the added one.
    AlreadyThere,
}

error_type! {
    ChangeRefused,
    kind |error| match error.because {
        ChangeObstacle::OtherSet => "otherSet",
        ChangeObstacle::NotThere => "notThere",
        ChangeObstacle::AlreadyThere => "alreadyThere",
    },
    says |error, lang, f| error.say(lang, f),
    "change": |error: &ChangeRefused| error.change,
    "subject": |error: &ChangeRefused| Some(error.subject),
}

impl ChangeRefused {
    fn say(self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(change) = self.change {
            let position = change.saturating_add(1);
            write!(f, "{} {position}: ", Bilingual::new("ændring", "change").in_lang(lang))?;
        }
        let what = called(self.subject);
        let (what, words) = match self.because {
            ChangeObstacle::OtherSet => (
                "",
                Bilingual::new(
                    "tilpasningen bygger på et andet standardsæt",
                    "the tailoring is based on another standard set",
                ),
            ),
            ChangeObstacle::NotThere => (
                what.in_lang(lang),
                Bilingual::new(" findes ikke i standardsættet", " is not in the standard set"),
            ),
            ChangeObstacle::AlreadyThere => (
                what.in_lang(lang),
                Bilingual::new(" findes allerede i standardsættet", " is already in the standard set"),
            ),
        };
        write!(f, "{what}{}", words.in_lang(lang))
    }
}

impl Tailoring {
    /// Returns the tailored set: `set` with all changes, and with the id and the name that the tailoring states for it.
    /// Of two things with the same id, the first is changed.
    ///
    /// [`check`](crate::check()) tells whether the tailored set is sound: leaving out a theme leaves its standards
    /// behind. A rename of something that the tailoring neither adds, leaves out nor renames can be made before it or
    /// after it, with the same result.
    ///
    /// # Errors
    ///
    /// [`ChangeRefused`] if the tailoring is based on another set, if a change is about a theme, standard or
    /// indicator that the set does not have, or if an added one is already there.
    pub fn apply(&self, set: &StandardSet) -> Result<StandardSet, ChangeRefused> {
        if set.id != self.base {
            let (subject, because) = (self.base.subject(), ChangeObstacle::OtherSet);
            return Err(ChangeRefused { change: None, subject, because });
        }
        let tailored = set.with_changes(self.changes.iter().map(|one| &one.change))?;
        let name = self.name.clone().or_else(|| tailored.name.clone());
        Ok(StandardSet { id: self.result.unwrap_or(set.id), name, ..tailored })
    }
}

impl StandardSet {
    /// Returns the set with the changes, made one after another.
    ///
    /// # Errors
    ///
    /// [`ChangeRefused`] for the first change about a theme, standard or indicator that the set does not have then,
    /// and for the first addition of one that is already there.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::model::{GENERATION_1, SetChange};
    ///
    /// let set = GENERATION_1.to_standard_set();
    /// let name = Some(kvalitetsmodel::model::Name { da: Some("Indflydelse på eget liv".into()), en: None });
    /// let rename = SetChange::RenameTheme { theme: set.themes[3].id, name };
    /// let leave_out = SetChange::LeaveOutTheme { theme: set.themes[3].id };
    /// assert!(set.with_changes([&rename, &leave_out]).is_ok());
    /// let refused = set.with_changes([&leave_out, &rename]).unwrap_err();
    /// assert_eq!(refused.message(Lang::Da), "ændring 2: temaet findes ikke i standardsættet");
    /// ```
    pub fn with_changes<'c>(
        &self,
        changes: impl IntoIterator<Item = &'c SetChange>,
    ) -> Result<Self, ChangeRefused> {
        let mut set = self.clone();
        for (n, change) in changes.into_iter().enumerate() {
            let refused = |Hindrance(subject, because)| ChangeRefused { change: Some(n), subject, because };
            set.make(change.clone()).map_err(refused)?;
        }
        Ok(set)
    }

    fn make(&mut self, change: SetChange) -> Result<(), Hindrance> {
        match change {
            SetChange::LeaveOutTheme { theme } => {
                let n = position(&self.themes, theme.subject(), |one| one.id == theme)?;
                self.themes.remove(n);
            }
            SetChange::LeaveOutStandard { standard } => {
                let n = position(&self.standards, standard.subject(), |one| one.id == standard)?;
                self.standards.remove(n);
            }
            SetChange::LeaveOutIndicator { indicator } => {
                self.take_indicator(indicator)?;
            }
            SetChange::AddTheme { theme } => {
                require_new(self.theme(theme.id).is_none(), theme.id.subject())?;
                self.themes.push(theme);
            }
            SetChange::AddStandard { standard } => {
                require_new(self.standards.iter().all(|one| one.id != standard.id), standard.id.subject())?;
                for indicator in &standard.indicators {
                    require_new(!self.has_indicator(indicator.id), indicator.id.subject())?;
                }
                self.standards.push(standard);
            }
            SetChange::AddIndicator { standard, indicator } => {
                require_new(!self.has_indicator(indicator.id), indicator.id.subject())?;
                self.standard_mut(standard)?.indicators.push(indicator);
            }
            SetChange::RenameTheme { theme, name } => self.theme_mut(theme)?.name = name,
            SetChange::RenameStandard { standard, name } => self.standard_mut(standard)?.name = name,
            SetChange::RenumberStandard { standard, number } => self.standard_mut(standard)?.number = number,
            SetChange::MoveTheme { theme, area } => self.theme_mut(theme)?.area = area,
            SetChange::MoveStandard { standard, theme } => self.standard_mut(standard)?.theme = theme,
            SetChange::MoveIndicator { indicator, standard } => {
                self.standard_mut(standard)?;
                let indicator = self.take_indicator(indicator)?;
                self.standard_mut(standard)?.indicators.push(indicator);
            }
            SetChange::RewordIndicator { indicator, statement } => {
                self.indicator_mut(indicator)?.statement = statement;
            }
            SetChange::RecountIndicator { indicator, numerator, denominator } => {
                let indicator = self.indicator_mut(indicator)?;
                (indicator.numerator, indicator.denominator) = (numerator, denominator);
            }
            SetChange::TurnIndicator { indicator, direction } => {
                self.indicator_mut(indicator)?.direction = direction;
            }
            SetChange::ChangeDataSource { indicator, data_source, projects } => {
                let indicator = self.indicator_mut(indicator)?;
                (indicator.data_source, indicator.projects) = (data_source, projects);
            }
            SetChange::ChangeThemeOrigin { theme, origin } => self.theme_mut(theme)?.origin = origin,
            SetChange::ChangeStandardOrigin { standard, origin } => {
                self.standard_mut(standard)?.origin = origin;
            }
            SetChange::ChangeIndicatorOrigin { indicator, origin } => {
                self.indicator_mut(indicator)?.origin = origin;
            }
            SetChange::ReplaceActivities { theme, activities } => {
                self.theme_mut(theme)?.activities = activities;
            }
        }
        Ok(())
    }

    fn theme_mut(&mut self, id: Id<Theme>) -> Result<&mut Theme, Hindrance> {
        self.themes.iter_mut().find(|one| one.id == id).ok_or(Hindrance::not_there(id.subject()))
    }

    fn standard_mut(&mut self, id: Id<Standard>) -> Result<&mut Standard, Hindrance> {
        self.standards.iter_mut().find(|one| one.id == id).ok_or(Hindrance::not_there(id.subject()))
    }

    fn indicator_mut(&mut self, id: Id<Indicator>) -> Result<&mut Indicator, Hindrance> {
        let mut all = self.standards.iter_mut().flat_map(|standard| &mut standard.indicators);
        all.find(|one| one.id == id).ok_or(Hindrance::not_there(id.subject()))
    }

    fn has_indicator(&self, id: Id<Indicator>) -> bool {
        self.standards.iter().flat_map(|standard| &standard.indicators).any(|one| one.id == id)
    }

    fn take_indicator(&mut self, id: Id<Indicator>) -> Result<Indicator, Hindrance> {
        let taken = self.standards.iter_mut().find_map(|standard| {
            let n = standard.indicators.iter().position(|one| one.id == id)?;
            Some(standard.indicators.remove(n))
        });
        taken.ok_or(Hindrance::not_there(id.subject()))
    }
}

/// What keeps a change from being made.
struct Hindrance(Subject, ChangeObstacle);

impl Hindrance {
    const fn not_there(subject: Subject) -> Self {
        Self(subject, ChangeObstacle::NotThere)
    }
}

fn position<T>(list: &[T], subject: Subject, is_it: impl Fn(&T) -> bool) -> Result<usize, Hindrance> {
    list.iter().position(is_it).ok_or(Hindrance::not_there(subject))
}

const fn require_new(is_new: bool, subject: Subject) -> Result<(), Hindrance> {
    if is_new { Ok(()) } else { Err(Hindrance(subject, ChangeObstacle::AlreadyThere)) }
}
