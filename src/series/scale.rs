//! From what was measured to what is drawn.

use serde::Serialize;

use super::chart::{Point, PointError};
use crate::figure::{Decimal, Unit};
use crate::measurement::{Observed, Stated};

/// What the figures of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Scale<'a> {
    /// Shares, from 0 to 1; shown to a reader as percent.
    Share,
    /// Counts.
    Count,
    /// Figures in a unit.
    In(&'a Unit),
    /// Events for each one of a unit.
    Per(&'a Unit),
}

impl<'a> Scale<'a> {
    /// The scale that the result is measured on. Returns `None` if a part of the result is not stated.
    #[must_use]
    pub const fn of(observed: &'a Observed) -> Option<Self> {
        match observed.stated() {
            Some(Stated::Share { .. }) => Some(Self::Share),
            Some(Stated::Count(_)) => Some(Self::Count),
            Some(Stated::Value { unit, .. } | Stated::Subgroup { unit, .. }) => Some(Self::In(unit)),
            Some(Stated::Rate { unit, .. }) => Some(Self::Per(unit)),
            None => None,
        }
    }

    /// A figure that a person wrote, on the scale of the chart: 80 percent is 0.8 of a share.
    pub(super) fn place(self, figure: Decimal) -> f64 {
        let figure = nearest(figure);
        if self == Self::Share { figure / 100.0 } else { figure }
    }

    /// Does a target in that unit belong on the chart?
    pub(super) fn takes(self, target: &Unit) -> bool {
        match self {
            Self::Share => *target == Unit::Percent,
            Self::Count => *target == Unit::Count,
            Self::In(unit) | Self::Per(unit) => unit == target,
        }
    }
}

/// The double nearest to a decimal number, or next to it.
pub(super) fn nearest(decimal: Decimal) -> f64 {
    let (mantissa, one) = decimal.over();
    #[expect(clippy::cast_precision_loss, reason = "a chart has doubles; verdicts have the decimal")]
    let quotient = mantissa as f64 / one as f64;
    quotient
}

#[expect(clippy::cast_precision_loss, reason = "a chart has doubles; verdicts have the counts")]
const fn count(count: u64) -> f64 {
    count as f64
}

/// The point that a result makes.
pub(super) fn point(result: Stated<'_>) -> Result<Point, PointError> {
    match result {
        Stated::Share { part, whole } => Point::ratio(count(part), count(whole)),
        Stated::Count(number) => Point::single(count(number)),
        Stated::Value { value, .. } => Point::single(nearest(*value)),
        Stated::Rate { events, exposure, .. } => Point::ratio(count(events), nearest(*exposure)),
        Stated::Subgroup { values, .. } => {
            let values: alloc::vec::Vec<f64> = values.iter().copied().map(nearest).collect();
            Point::subgroup(&values)
        }
    }
}
