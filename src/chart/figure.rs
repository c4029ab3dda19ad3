//! What was found at a point.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::analysis::{Point, PointError};
use super::exact_number::Number;
use super::rounded::half_up;
use crate::figure::{CompleteResult, Decimal, WhyNot};

/// What was found at a point, or why there is nothing.
///
/// Missing, no result and suppressed are three things, and none of them is zero. All three are shown, and none
/// counts in the calculation.
///
/// ```
/// use kvalitetsmodel::chart::Figure;
///
/// let shares = [Figure::Share { part: 15, whole: 20 }, Figure::Missing, Figure::Suppressed { below: Some(5) }];
/// assert_eq!(shares.iter().filter(|figure| figure.is_result()).count(), 1);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Figure {
    /// Nothing is known.
    Missing,
    /// It is known that there is no result: nothing was measured, or there was nothing to measure.
    NoResult,
    /// There is a result, but it is not shown because it would be about too few people.
    Suppressed {
        /// The number that it is below, if it is known: 5 for `<5`.
        below: Option<u64>,
    },
    /// A count.
    Count(u64),
    /// A single figure.
    Single(Number),
    /// A part of a whole.
    Share {
        /// The part, a count.
        part: u64,
        /// The whole, a count; 0 of 0 is missing.
        whole: u64,
    },
    /// Events over an exposure.
    Rate {
        /// How many events.
        events: u64,
        /// **Range:** above zero. The exposure.
        exposure: Number,
    },
    /// The single values of a subgroup. One without values is missing.
    Subgroup(Vec<Number>),
}

impl Figure {
    /// Returns `true` if something was found and is known.
    #[must_use]
    pub const fn is_result(&self) -> bool {
        !matches!(self, Self::Missing | Self::NoResult | Self::Suppressed { .. })
    }

    /// The figure as a point.
    pub(super) fn point(&self) -> Result<Point, PointError> {
        match self {
            Self::Missing | Self::NoResult | Self::Suppressed { .. } => Ok(Point::MISSING),
            Self::Count(number) => Point::single(count(*number)),
            Self::Single(value) => Point::single(value.to_f64()),
            // In whole numbers: two counts near 2^64 can be equal as doubles.
            Self::Share { part, whole } if *whole > 0 && part > whole => Err(PointError::PartExceedsWhole),
            Self::Share { part, whole } => Point::ratio(count(*part), count(*whole)),
            Self::Rate { events, exposure } => Point::ratio(count(*events), exposure.to_f64()),
            Self::Subgroup(values) => {
                let values: Vec<f64> = values.iter().map(|value| value.to_f64()).collect();
                Point::subgroup(&values)
            }
        }
    }

    /// The figure as a fraction in lowest terms, or `None` if it is not exactly known.
    pub(super) fn fraction(&self) -> Option<Fraction> {
        match self {
            Self::Missing | Self::NoResult | Self::Suppressed { .. } | Self::Subgroup(_) => None,
            Self::Count(count) => Fraction::new(i128::from(*count), 1),
            Self::Single(value) => Fraction::of(value.decimal()?, 1),
            Self::Share { part, whole } => Fraction::new(i128::from(*part), i128::from(*whole)),
            Self::Rate { events, exposure } => {
                let (over, one) = exposure.decimal()?.over();
                Fraction::new(i128::from(*events).checked_mul(i128::from(one))?, over)
            }
        }
    }

    /// Compares the figure with a target in the unit of the chart: exactly if both are known exactly.
    ///
    /// # Errors
    ///
    /// [`WhyNot`] for a figure without a result, 0 of 0, 21 of 20, an exposure of zero, and an empty subgroup.
    pub(super) fn compare(&self, target: &Decimal) -> Result<Ordering, WhyNot> {
        let as_double = |figure: f64| figure.total_cmp(&super::exact_number::nearest(*target));
        match self {
            Self::Missing | Self::NoResult | Self::Suppressed { .. } => Err(WhyNot::NotStated),
            Self::Count(count) => CompleteResult::Count(*count).compare(target),
            Self::Single(value) => match value.decimal() {
                Some(decimal) => Ok(decimal.cmp(target)),
                None => Ok(as_double(value.to_f64())),
            },
            Self::Share { part, whole } => {
                CompleteResult::Share { part: *part, whole: *whole }.compare(target)
            }
            Self::Rate { events, exposure } => match exposure.decimal() {
                Some(exposure) => CompleteResult::compare_rate(*events, exposure, target),
                None => Ok(as_double(count(*events) / exposure.to_f64())),
            },
            Self::Subgroup(values) => {
                let exact: Option<Vec<Decimal>> = values.iter().map(|value| value.decimal()).collect();
                match (exact, self.point()) {
                    (Some(values), _) => CompleteResult::compare_mean(&values, target),
                    (None, Ok(point)) => point.value().map(as_double).ok_or(WhyNot::WholeIsZero),
                    (None, Err(_)) => Err(WhyNot::NotStated),
                }
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a chart has doubles; verdicts have the counts")]
const fn count(count: u64) -> f64 {
    count as f64
}

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    number: i128,
    over: i128,
}

impl Fraction {
    fn new(number: i128, over: i128) -> Option<Self> {
        let common = greatest_common_divisor(number, over);
        let fraction = Self { number: number.checked_div(common)?, over: over.checked_div(common)? };
        (over > 0).then_some(fraction)
    }

    /// A decimal, divided by a whole number.
    pub(super) fn of(decimal: Decimal, divided_by: i128) -> Option<Self> {
        let (mantissa, one) = decimal.over();
        Self::new(mantissa, i128::from(one).checked_mul(divided_by)?)
    }

    /// The fraction in parts of a whole of that size.
    pub(super) fn in_parts(self, of: i128) -> Option<i128> {
        self.number.checked_mul(of)?.checked_div(self.over)
    }

    /// The fraction, multiplied.
    pub(super) fn times(self, times: i128) -> Option<Self> {
        Self::new(self.number.checked_mul(times)?, self.over)
    }

    /// In units of the last decimal, rounded half up. Returns `None` if the numbers are too large.
    pub(super) fn rounded(self, decimals: usize) -> Option<i128> {
        let power = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
        let size = half_up(self.number.checked_abs()?.checked_mul(power)?, self.over)?;
        Some(if self.number < 0 { size.saturating_neg() } else { size })
    }

    /// The least number that both divide.
    pub(super) fn common_whole(self, other: i128) -> Option<i128> {
        let common = greatest_common_divisor(self.over, other);
        self.over.checked_div(common)?.checked_mul(other)
    }
}

const fn greatest_common_divisor(mut one: i128, mut other: i128) -> i128 {
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    // Not negative: only the least number has no absolute value, and no number here is as large.
    one.saturating_abs()
}
