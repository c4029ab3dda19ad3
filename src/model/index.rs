//! What a standard set has, by id.

use super::{Indicator, Standard, StandardSet, Theme};
use crate::id::Id;
use crate::keyed::Keyed;

/// What a set has, by id; of several with the same id, the first.
pub(super) struct Index<'a> {
    themes: Keyed<Id<Theme>, &'a Theme>,
    standards: Keyed<Id<Standard>, &'a Standard>,
    /// Each with its standard.
    indicators: Keyed<Id<Indicator>, (&'a Indicator, &'a Standard)>,
}

impl<'a> Index<'a> {
    pub(super) fn of(set: &'a StandardSet) -> Self {
        let indicators = |standard: &'a Standard| standard.indicators.iter().map(move |one| (one, standard));
        let indicators = set.standards.iter().flat_map(indicators);
        Self {
            themes: set.themes.iter().map(|one| (one.id, one)).collect(),
            standards: set.standards.iter().map(|one| (one.id, one)).collect(),
            indicators: indicators.map(|one| (one.0.id, one)).collect(),
        }
    }

    pub(super) fn themes(&self) -> &[&'a Theme] {
        self.themes.values()
    }

    pub(super) fn standards(&self) -> &[&'a Standard] {
        self.standards.values()
    }

    /// Each with its standard.
    pub(super) fn indicators(&self) -> &[(&'a Indicator, &'a Standard)] {
        self.indicators.values()
    }

    pub(super) fn theme(&self, id: Id<Theme>) -> Option<&'a Theme> {
        self.themes.get(id).copied()
    }

    pub(super) fn standard(&self, id: Id<Standard>) -> Option<&'a Standard> {
        self.standards.get(id).copied()
    }

    /// The indicator and its standard.
    pub(super) fn indicator(&self, id: Id<Indicator>) -> Option<(&'a Indicator, &'a Standard)> {
        self.indicators.get(id).copied()
    }
}
