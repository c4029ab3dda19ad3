//! What is common in a standard set.

use super::with_places;
use crate::model::StandardSet;

/// The common standards and indicators of a set.
///
/// A standard whose theme is not in the set is not counted.
#[derive(Clone, Copy, Default)]
pub(super) struct Common {
    pub(super) standards: u64,
    pub(super) indicators: u64,
}

impl Common {
    pub(super) fn of(set: &StandardSet) -> Self {
        let mut common = Self::default();
        with_places(set, |place_of| {
            for standard in set.standards.iter().filter(|standard| standard.origin.is_common()) {
                if place_of(standard.theme).is_some() {
                    let indicators = crate::text::count(standard.common_indicators().count());
                    common.standards = common.standards.saturating_add(1);
                    common.indicators = common.indicators.saturating_add(indicators);
                }
            }
        });
        common
    }
}
