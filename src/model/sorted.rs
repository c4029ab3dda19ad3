//! What a rule looks up by theme.

use alloc::vec::Vec;

use super::StandardSet;
use super::theme::StandardArea;
use crate::id::ThemeId;

/// As many lines are kept on the stack; a set with more costs one index on the heap.
const ON_STACK: usize = 32;

/// Values by theme, in order.
pub(super) struct ByTheme<V> {
    few: [Option<(ThemeId, V)>; ON_STACK],
    many: Vec<Option<(ThemeId, V)>>,
}

impl<V: Copy + Ord> ByTheme<V> {
    pub(super) fn new(lines: impl Iterator<Item = (ThemeId, V)> + Clone) -> Self {
        let mut few = [None; ON_STACK];
        let mut many = Vec::new();
        if lines.clone().nth(ON_STACK).is_none() {
            few.iter_mut().zip(lines).for_each(|(slot, line)| *slot = Some(line));
            few.sort_unstable();
        } else {
            many.extend(lines.map(Some));
            many.sort_unstable();
        }
        Self { few, many }
    }

    fn of(&self, theme: ThemeId) -> impl Iterator<Item = V> {
        let lines = if self.many.is_empty() { &self.few[..] } else { &self.many };
        let start = lines.partition_point(|line| line.is_none_or(|(other, _)| other < theme));
        let from_start = lines.iter().skip(start).flatten();
        from_start.take_while(move |(other, _)| *other == theme).map(|(_, value)| *value)
    }

    /// The value of a theme; of several, the least.
    pub(super) fn get(&self, theme: ThemeId) -> Option<V> {
        self.of(theme).next()
    }

    /// How many values a theme has.
    pub(super) fn count(&self, theme: ThemeId) -> usize {
        self.of(theme).count()
    }
}

/// What the rules ask of the theme of a standard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) area: StandardArea,
    pub(super) regional: bool,
}

/// The themes of a set.
pub(super) fn places(set: &StandardSet) -> ByTheme<Place> {
    ByTheme::new(
        set.themes
            .iter()
            .map(|theme| (theme.id, Place { area: theme.area, regional: !theme.origin.is_common() })),
    )
}
