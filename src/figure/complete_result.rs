//! A result, compared exactly with a figure.

use core::cmp::Ordering;

use super::{Decimal, Share, Unit, WhyNot};
use crate::text::count;

/// A result of which every part is known.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CompleteResult<'a> {
    Share { part: u64, whole: u64 },
    Count(u64),
    Value { value: &'a Decimal, unit: &'a Unit },
    Rate { events: u64, exposure: &'a Decimal, unit: &'a Unit },
    Subgroup { values: &'a [Decimal], unit: &'a Unit },
}

impl CompleteResult<'_> {
    /// Compares the result with a figure in its unit, exactly.
    pub(crate) fn compare(self, figure: &Decimal) -> Result<Ordering, WhyNot> {
        match self {
            Self::Share { part, whole } => {
                let share = Share::new(part, whole).map_err(|_| WhyNot::PartExceedsWhole)?;
                share.compare_percent(figure).ok_or(WhyNot::WholeIsZero)
            }
            Self::Count(count) => Ok(figure.cmp_count(count).reverse()),
            Self::Value { value, .. } => Ok(value.cmp(figure)),
            Self::Rate { events, exposure, .. } => Self::compare_rate(events, *exposure, figure),
            Self::Subgroup { values, .. } => Self::compare_mean(values, figure),
        }
    }

    /// Compares the events per unit of exposure with a figure, exactly.
    pub(crate) fn compare_rate(events: u64, exposure: Decimal, figure: &Decimal) -> Result<Ordering, WhyNot> {
        if exposure.is_zero() {
            return Err(WhyNot::WholeIsZero);
        }
        if exposure.is_negative() {
            return Err(WhyNot::NegativeWhole);
        }
        // Both products are below 2·10^37, and an `i128` holds 1.7·10^38.
        let ((mantissa, one), (over, of_exposure)) = (figure.over(), exposure.over());
        let events = i128::from(events).saturating_mul(of_exposure.into()).saturating_mul(one.into());
        Ok(events.cmp(&mantissa.saturating_mul(over)))
    }

    /// Compares the mean of values with a figure, exactly.
    pub(crate) fn compare_mean(values: &[Decimal], figure: &Decimal) -> Result<Ordering, WhyNot> {
        if values.is_empty() {
            return Err(WhyNot::WholeIsZero);
        }
        // Each value is below 10^27: to saturate takes more values than memory can hold.
        let count = i128::from(count(values.len()));
        let sum = values.iter().fold(0_i128, |sum, value| sum.saturating_add(value.billionths()));
        Ok(sum.cmp(&figure.billionths().saturating_mul(count)))
    }
}
