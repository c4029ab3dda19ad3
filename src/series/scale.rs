//! From what was measured to what is drawn.

use serde::Serialize;

use super::chart::{Point, PointError};
use crate::figure::{Decimal, Unit};
use crate::measurement::Observed;

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
    /// The scale that the figure is measured on.
    #[must_use]
    pub const fn of(observed: &'a Observed) -> Self {
        match observed {
            Observed::Share { .. } => Self::Share,
            Observed::Count { .. } => Self::Count,
            Observed::Value { unit, .. } | Observed::Subgroup { unit, .. } => Self::In(unit),
            Observed::Rate { unit, .. } => Self::Per(unit),
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

/// The point that a measurement makes.
pub(super) fn point(observed: Option<&Observed>) -> Result<Point, PointError> {
    match observed {
        None => Ok(Point::MISSING),
        Some(Observed::Share { part, whole }) => Point::ratio(count(*part), count(*whole)),
        Some(Observed::Count { count: number }) => Point::single(count(*number)),
        Some(Observed::Value { value, .. }) => Point::single(nearest(*value)),
        Some(Observed::Rate { events, exposure, .. }) => Point::ratio(count(*events), nearest(*exposure)),
        Some(Observed::Subgroup { values, .. }) => {
            let values: alloc::vec::Vec<f64> = values.iter().copied().map(nearest).collect();
            Point::subgroup(&values)
        }
    }
}
