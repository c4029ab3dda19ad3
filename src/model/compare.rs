//! The comparison of two standard sets, by ids.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::index::Index;
use super::meaning::{Meaning, of_change};
use super::words::in_words;
use super::{Indicator, SetChange, Standard, StandardSet};
use crate::Lang;
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::sorted::{Lookup, of, same_keys, sort_by};
use crate::text::Text;

/// What changed from one standard set to a later one, and what that means for measurements.
///
/// Things are compared by id, so a new name is a change of name. The order of a list has no meaning and is not
/// compared, nor is anything besides the themes and standards: the name of the set, its scope, its projects.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetComparison {
    /// The differences. [`StandardSet::with_changes`] makes the later set from the earlier one with their changes.
    pub differences: Vec<Difference>,
    indicators: Lookup<Id<Indicator>, Meaning>,
}

/// One difference between two standard sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The change that leads from the earlier set to the later one.
    pub change: SetChange,
    /// What it means for measurements that were recorded under the earlier set.
    pub meaning: Meaning,
    words: Words,
}

/// A sentence with names and wordings that people wrote, so that `Debug` hides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Words {
    pub(super) da: Text,
    pub(super) en: Text,
}

impl Difference {
    /// The change in words, with the names that the sets give: lower case, no full stop.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::Da => self.words.da.as_str(),
            Lang::En => self.words.en.as_str(),
        }
    }

    /// The change and what it means, in one line.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| write!(f, "{}: {}", self.words(lang), self.meaning.label().in_lang(lang)))
    }
}

impl SetComparison {
    /// The changes that lead from the earlier set to the later one, in an order in which they can be made.
    pub fn changes(&self) -> impl Iterator<Item = &SetChange> {
        self.differences.iter().map(|one| &one.change)
    }

    /// What all changes together mean for the measurements of an indicator. Returns `None` if neither set has it.
    #[must_use]
    pub fn meaning_of(&self, indicator: Id<Indicator>) -> Option<Meaning> {
        self.indicators.get(&indicator).copied()
    }

    /// Returns whether the later set only extends the earlier one: whether it still has every theme, standard and
    /// indicator, by whatever name and wording.
    ///
    /// Returns `None` if that is not stated: nothing is known to be gone, and a standard no longer lists any indicator.
    ///
    /// # Source
    ///
    /// R-076, from *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Kvalitetsmål/standarder": the
    /// model will be extended and come to comprise more themes, standards and indicators.
    #[must_use]
    pub fn is_extension(&self) -> Option<bool> {
        let mut left_out = self.differences.iter().filter(|one| {
            matches!(
                one.change,
                SetChange::LeaveOutTheme { .. }
                    | SetChange::LeaveOutStandard { .. }
                    | SetChange::LeaveOutIndicator { .. }
            )
        });
        if left_out.clone().any(|one| one.meaning == Meaning::NoLongerMeasured) {
            Some(false)
        } else {
            left_out.next().is_none().then_some(true)
        }
    }
}

impl StandardSet {
    /// Compares the set with an earlier one.
    ///
    /// For a tailoring, compare the tailored set with the common one. If a set has an id twice, the first thing with it
    /// is compared ([`DOC001`](crate::codes::DOC001) reports the other).
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::model::{NINE_STANDARDS, TWELVE_STANDARDS};
    ///
    /// let (nine, twelve) = (NINE_STANDARDS.to_standard_set(), TWELVE_STANDARDS.to_standard_set());
    /// let comparison = twelve.compare(&nine);
    /// assert_eq!(comparison.is_extension(), Some(true));
    /// assert_eq!(
    ///     comparison.differences[0].in_lang(Lang::Da).to_string(),
    ///     "temaet »Brugerinddragelse« hedder nu »Indflydelse på eget liv«: \
    ///      målingerne kan sammenlignes under den nye betegnelse",
    /// );
    /// let made = nine.with_changes(comparison.changes())?;
    /// assert!(twelve.compare(&made).differences.is_empty());
    /// # Ok::<(), kvalitetsmodel::model::ChangeRefused>(())
    /// ```
    #[must_use]
    pub fn compare(&self, earlier: &Self) -> SetComparison {
        let mut found = Found { old: Index::of(earlier), new: Index::of(self), differences: Vec::new() };
        found.themes();
        found.standards();
        found.indicators();
        found.left_out();
        let indicators = found.by_indicator();
        SetComparison { differences: found.differences, indicators }
    }
}

/// What was found so far.
struct Found<'a> {
    old: Index<'a>,
    new: Index<'a>,
    differences: Vec<Difference>,
}

impl Found<'_> {
    fn put(&mut self, change: SetChange) {
        let meaning = of_change(&change, &self.old, &self.new);
        let words = in_words(&change, &self.old, &self.new);
        self.differences.push(Difference { change, meaning, words });
    }

    /// Adds the change if the values differ.
    fn put_if<T: PartialEq>(&mut self, old: &T, new: &T, change: impl FnOnce() -> SetChange) {
        if old != new {
            self.put(change());
        }
    }

    fn themes(&mut self) {
        for new in self.new.themes().to_vec() {
            let theme = new.id;
            let Some(old) = self.old.theme(theme) else {
                self.put(SetChange::AddTheme { theme: new.clone() });
                continue;
            };
            self.put_if(&old.name, &new.name, || SetChange::RenameTheme { theme, name: new.name.clone() });
            self.put_if(&old.area, &new.area, || SetChange::MoveTheme { theme, area: new.area });
            let origin = || SetChange::ChangeThemeOrigin { theme, origin: new.origin.clone() };
            self.put_if(&old.origin, &new.origin, origin);
            if !same_keys(&old.activities, &new.activities, |one| (&one.text, one.basis)) {
                self.put(SetChange::ReplaceActivities { theme, activities: new.activities.clone() });
            }
        }
    }

    fn standards(&mut self) {
        let added = self.added_indicators();
        for new in self.new.standards().to_vec() {
            let standard = new.id;
            let Some(old) = self.old.standard(standard) else {
                let indicators = added.get(standard).cloned().unwrap_or_default();
                self.put(SetChange::AddStandard { standard: Standard { indicators, ..new.clone() } });
                continue;
            };
            let rename = || SetChange::RenameStandard { standard, name: new.name.clone() };
            self.put_if(&old.name, &new.name, rename);
            let renumber = || SetChange::RenumberStandard { standard, number: new.number };
            self.put_if(&old.number, &new.number, renumber);
            self.put_if(&old.theme, &new.theme, || SetChange::MoveStandard { standard, theme: new.theme });
            let origin = || SetChange::ChangeStandardOrigin { standard, origin: new.origin.clone() };
            self.put_if(&old.origin, &new.origin, origin);
        }
    }

    /// The new indicators of each new standard; those that the earlier set has are moved to it.
    fn added_indicators(&self) -> Keyed<Id<Standard>, Vec<Indicator>> {
        let mut added = Keyed::<_, Vec<_>>::default();
        for (one, home) in self.new.indicators() {
            if self.old.standard(home.id).is_none() && self.old.indicator(one.id).is_none() {
                added.push(home.id, (*one).clone());
            }
        }
        added
    }

    fn indicators(&mut self) {
        for (new, new_home) in self.new.indicators().to_vec() {
            let (indicator, standard) = (new.id, new_home.id);
            let Some((old, old_home)) = self.old.indicator(indicator) else {
                if self.old.standard(standard).is_some() {
                    self.put(SetChange::AddIndicator { standard, indicator: new.clone() });
                }
                continue;
            };
            self.put_if(&old_home.id, &standard, || SetChange::MoveIndicator { indicator, standard });
            let reword = || SetChange::RewordIndicator { indicator, statement: new.statement.clone() };
            self.put_if(&old.statement, &new.statement, reword);
            let counted = |one: &Indicator| (one.numerator.clone(), one.denominator.clone());
            let (numerator, denominator) = counted(new);
            let recount = || SetChange::RecountIndicator { indicator, numerator, denominator };
            self.put_if(&counted(old), &counted(new), recount);
            let turn = || SetChange::TurnIndicator { indicator, direction: new.direction };
            self.put_if(&old.direction, &new.direction, turn);
            if old.data_source != new.data_source || !same_keys(&old.projects, &new.projects, |one| *one) {
                let (data_source, projects) = (new.data_source.clone(), new.projects.clone());
                self.put(SetChange::ChangeDataSource { indicator, data_source, projects });
            }
            let origin = || SetChange::ChangeIndicatorOrigin { indicator, origin: new.origin.clone() };
            self.put_if(&old.origin, &new.origin, origin);
        }
    }

    fn left_out(&mut self) {
        for (old, home) in self.old.indicators().to_vec() {
            // The indicators of a standard that is left out go with it.
            if self.new.indicator(old.id).is_none() && self.new.standard(home.id).is_some() {
                self.put(SetChange::LeaveOutIndicator { indicator: old.id });
            }
        }
        for old in self.old.standards().to_vec() {
            if self.new.standard(old.id).is_none() {
                self.put(SetChange::LeaveOutStandard { standard: old.id });
            }
        }
        for old in self.old.themes().to_vec() {
            if self.new.theme(old.id).is_none() {
                self.put(SetChange::LeaveOutTheme { theme: old.id });
            }
        }
    }

    /// The heaviest meaning for each indicator of either set.
    fn by_indicator(&self) -> Lookup<Id<Indicator>, Meaning> {
        let known = self.differences.iter().map(|one| (one.change.subject(), one.meaning));
        let mut known: Vec<(Subject, Meaning)> = known.collect();
        sort_by(&mut known, Ord::cmp);
        let heaviest = |subject: Subject| of(&known, subject).last().map(|(_, meaning)| *meaning);
        let is_new = |(one, _): &&(&Indicator, _)| self.old.indicator(one.id).is_none();
        let new = self.new.indicators().iter().filter(is_new).map(|(one, _)| (one.id, Meaning::NoEarlier));
        let old = self.old.indicators().iter().map(|(one, home)| {
            // What a new place means does not depend on the old one, and neither does a theme that is left out.
            let own = heaviest(one.id.subject());
            let gone = self.new.standard(home.id).is_none() && self.new.indicator(one.id).is_none();
            let gone = gone.then_some(Meaning::NoLongerMeasured);
            let is_renamed = |one: &Meaning| *one == Meaning::UnderNewName;
            let of_standard = heaviest(home.id.subject()).filter(is_renamed);
            let of_theme = heaviest(home.theme.subject()).filter(is_renamed);
            let meanings = [own, gone, of_standard, of_theme].into_iter().flatten();
            (one.id, meanings.max().unwrap_or(Meaning::Comparable))
        });
        new.chain(old).collect()
    }
}
