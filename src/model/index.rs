//! What a standard set has, by id.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::{Indicator, Standard, StandardSet, Theme};
use crate::id::Id;

/// What a set has, by id; of several with one id the first.
pub(super) struct Index<'a> {
    pub(super) themes: Vec<&'a Theme>,
    pub(super) standards: Vec<&'a Standard>,
    /// Each with its standard.
    pub(super) indicators: Vec<(&'a Indicator, &'a Standard)>,
    by_theme: BTreeMap<Id<Theme>, &'a Theme>,
    by_standard: BTreeMap<Id<Standard>, &'a Standard>,
    by_indicator: BTreeMap<Id<Indicator>, (&'a Indicator, &'a Standard)>,
}

impl<'a> Index<'a> {
    pub(super) fn of(set: &'a StandardSet) -> Self {
        let themes = firsts(set.themes.iter(), |theme| theme.id);
        let standards = firsts(set.standards.iter(), |standard| standard.id);
        let all = set
            .standards
            .iter()
            .flat_map(|standard| standard.indicators.iter().map(move |one| (one, standard)));
        let indicators = firsts(all, |(one, _)| one.id);
        Self {
            by_theme: themes.iter().map(|one| (one.id, *one)).collect(),
            by_standard: standards.iter().map(|one| (one.id, *one)).collect(),
            by_indicator: indicators.iter().map(|one| (one.0.id, *one)).collect(),
            themes,
            standards,
            indicators,
        }
    }

    pub(super) fn theme(&self, id: Id<Theme>) -> Option<&'a Theme> {
        self.by_theme.get(&id).copied()
    }

    pub(super) fn standard(&self, id: Id<Standard>) -> Option<&'a Standard> {
        self.by_standard.get(&id).copied()
    }

    /// The indicator and its standard.
    pub(super) fn indicator(&self, id: Id<Indicator>) -> Option<(&'a Indicator, &'a Standard)> {
        self.by_indicator.get(&id).copied()
    }
}

fn firsts<T, K: Ord>(all: impl Iterator<Item = T>, id: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(id(one))).collect()
}
