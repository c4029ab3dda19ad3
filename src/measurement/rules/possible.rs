//! The values of a measurement that its unit excludes.

use crate::figure::{Decimal, impossible};
use crate::measurement::{Measurement, Observed};
use crate::report::Path;

/// A value that its unit excludes.
pub(super) struct Impossible {
    pub(super) value: Decimal,
    pub(super) is_share: bool,
    /// Its index among the values of a subgroup; `None` if it is the only value.
    place: Option<usize>,
}

impl Impossible {
    /// The first value of the measurement that its unit excludes.
    #[inline]
    pub(super) fn first_in(measurement: &Measurement) -> Option<Self> {
        match measurement.observed.as_ref()? {
            Observed::Value { value, unit } => {
                let (value, is_share) = impossible(*value, unit.as_ref())?;
                Some(Self { value, is_share, place: None })
            }
            Observed::Subgroup { values, unit } => values.iter().enumerate().find_map(|(n, value)| {
                let (value, is_share) = impossible(Some(*value), unit.as_ref())?;
                Some(Self { value, is_share, place: Some(n) })
            }),
            Observed::Share { .. } | Observed::Count { .. } | Observed::Rate { .. } => None,
        }
    }

    pub(super) const fn is_only_one(&self) -> bool {
        self.place.is_none()
    }

    /// Calls `then` with the place of the value in the measurement.
    pub(super) fn place(&self, at: &Path<'_>, then: impl FnOnce(&Path<'_>)) {
        let at = at.key("observed");
        match self.place {
            None => then(&at.key("value").key("value")),
            Some(n) => then(&at.key("subgroup").key("values").index(n)),
        }
    }
}
