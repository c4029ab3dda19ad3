//! The change between two counts in percent.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use super::decimal::{Decimal, power_of_ten};

/// The change between two counts relative to the first (*procentvis ændring*), exact.
///
/// **Unit:** the fraction is a share of the first count; [`rounded`](Self::rounded) gives percent.
/// **Range:** -1, if the second count is zero, and above.
///
/// Equality, order and hash are those of the fraction: from 2 to 3 equals from 4 to 6.
///
/// ```
/// use kvalitetsmodel::figure::percent_change;
///
/// let change = percent_change(15, 8);
/// assert_eq!(change.map(|change| (change.numerator(), change.denominator())), Some((-7, 15)));
/// assert!(change < percent_change(6, 8));
/// assert_eq!(percent_change(2, 3), percent_change(4, 6));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PercentChange {
    // Not zero.
    first: u64,
    second: u64,
}

/// Computes the change from the `first` count to the `second`. Returns `None` if the first count is zero.
///
/// # Source
///
/// R-148, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade), table
/// 3: a change from 0 to 4 has no percentage, and neither has one from 0 to 0.
///
/// ```
/// use kvalitetsmodel::figure::percent_change;
///
/// let percent = |first, second| Some(percent_change(first, second)?.rounded(1)?.to_string());
/// assert_eq!(percent(15, 8).as_deref(), Some("-46.7"));
/// assert_eq!(percent(22, 11).as_deref(), Some("-50.0"));
/// assert_eq!(percent(0, 4), None);
/// ```
#[must_use]
pub const fn percent_change(first: u64, second: u64) -> Option<PercentChange> {
    if first == 0 { None } else { Some(PercentChange { first, second }) }
}

impl PercentChange {
    /// The second count minus the first; negative for a decrease.
    #[must_use]
    pub fn numerator(self) -> i128 {
        i128::from(self.second).saturating_sub(i128::from(self.first))
    }

    /// The first count, 1 or more. Numerator and denominator can have a common divisor.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.first
    }

    /// The change in percent, rounded to 0 to 9 decimals; a half is rounded away from zero.
    ///
    /// For display only: to decide something, compare the changes themselves. Returns `None` for 10 or more
    /// `decimals`, and for a change that needs more than 18 digits.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Decimal, percent_change};
    ///
    /// let fell = percent_change(8, 7); // by 12.5 percent
    /// assert_eq!(fell.and_then(|change| change.rounded(0)), Some(Decimal::from_integer(-13)));
    /// assert_eq!(fell.and_then(|change| change.rounded(10)), None);
    /// assert_eq!(percent_change(1, u64::MAX).and_then(|change| change.rounded(0)), None);
    /// ```
    #[must_use]
    pub fn rounded(self, decimals: u8) -> Option<Decimal> {
        Decimal::new(self.rounded_digits(decimals)?, decimals).ok()
    }

    /// The same as a number of units of the last decimal.
    pub(crate) fn rounded_digits(self, decimals: u8) -> Option<i64> {
        if decimals > Decimal::MAX_DECIMALS {
            return None;
        }
        // No intermediate result exceeds 4·10^30.
        let scale = u128::from(power_of_ten(decimals)).checked_mul(200)?;
        let first = u128::from(self.first);
        let doubled = self.numerator().unsigned_abs().checked_mul(scale)?.checked_add(first)?;
        let digits = doubled.checked_div(first.checked_mul(2)?)?;
        let digits = i64::try_from(digits).ok()?;
        if self.second < self.first { digits.checked_neg() } else { Some(digits) }
    }

    /// Both counts divided by their greatest common divisor: the same for equal changes.
    fn reduced(self) -> (u64, u64) {
        let (mut divisor, mut rest) = (self.first, self.second);
        while let Some(next) = divisor.checked_rem(rest) {
            (divisor, rest) = (rest, next);
        }
        // The first count is not zero, so neither is the divisor.
        (self.first.checked_div(divisor).unwrap_or(0), self.second.checked_div(divisor).unwrap_or(0))
    }
}

impl PartialEq for PercentChange {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for PercentChange {}

impl PartialOrd for PercentChange {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PercentChange {
    fn cmp(&self, other: &Self) -> Ordering {
        // Compares second / first, which is the change plus one: a product of two `u64` always fits a `u128`,
        // while a product with a difference may not fit an `i128`.
        let left = u128::from(self.second).saturating_mul(u128::from(other.first));
        let right = u128::from(other.second).saturating_mul(u128::from(self.first));
        left.cmp(&right)
    }
}

impl Hash for PercentChange {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.reduced().hash(state);
    }
}
