//! What is common in a standard set.

use super::with_places;
use crate::model::{StandardArea, StandardSet};

/// The common themes, standards and indicators of a set, or of one area of it.
///
/// A standard whose theme is not in the set has no area, and is not counted.
#[derive(Clone, Copy, Default)]
pub(super) struct Common {
    pub(super) themes: u64,
    pub(super) standards: u64,
    pub(super) indicators: u64,
}

impl Common {
    pub(super) fn of(set: &StandardSet, only: Option<StandardArea>) -> Self {
        let within = |area: StandardArea| only.is_none_or(|only| only == area);
        let themes = set.themes.iter().filter(|theme| theme.origin.is_common() && within(theme.area));
        let mut common = Self { themes: crate::text::count(themes.count()), ..Self::default() };
        with_places(set, |place_of| {
            for standard in set.standards.iter().filter(|standard| standard.origin.is_common()) {
                if place_of(standard.theme).is_some_and(|theme| within(theme.area)) {
                    let indicators = crate::text::count(standard.common_indicators().count());
                    common.standards = common.standards.saturating_add(1);
                    common.indicators = common.indicators.saturating_add(indicators);
                }
            }
        });
        common
    }
}
