//! Sums, means and medians precise enough to compare by.

use alloc::vec::Vec;

/// The sum, with what each addition rounds off kept separately (Neumaier): correct to the last bit or two, and
/// exact for whole numbers below 2^53.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    rounded: f64,
    lost: f64,
}

impl Sum {
    #[inline]
    pub(super) fn add(&mut self, value: f64) {
        let sum = self.rounded + value;
        let taken = sum - self.rounded;
        self.lost += (self.rounded - (sum - taken)) + (value - taken);
        self.rounded = sum;
    }

    #[inline]
    pub(super) fn total(self) -> f64 {
        self.rounded + self.lost
    }
}

impl Extend<f64> for Sum {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.add(value));
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sum = Self::default();
        sum.extend(values);
        sum
    }
}

/// A count as a double.
#[expect(clippy::cast_precision_loss, reason = "no memory holds 2^53 points")]
pub(super) const fn float(count: usize) -> f64 {
    count as f64
}

/// The mean. Returns `None` if there are no numbers.
///
/// The second pass adds the mean of the remainders, as R does. Without it the mean of equal values can
/// differ from them by one bit, and a flat series becomes one endless run.
pub(super) fn mean(values: impl Iterator<Item = f64> + Clone) -> Option<f64> {
    let count = values.clone().count();
    if count == 0 {
        return None;
    }
    let n = float(count);
    let first = values.clone().collect::<Sum>().total() / n;
    let rest = values.map(|value| value - first).collect::<Sum>().total() / n;
    Some(first + rest)
}

/// Returns `true` if all numbers are equal, or if there are none.
pub(super) fn all_equal(mut values: impl Iterator<Item = f64>) -> bool {
    values.next().is_none_or(|first| {
        values.all(|value| value.partial_cmp(&first).is_some_and(core::cmp::Ordering::is_eq))
    })
}

/// The standard deviation of a sample. Returns `None` if there are fewer than two numbers.
pub(super) fn standard_deviation(values: impl Iterator<Item = f64> + Clone) -> Option<f64> {
    let count = values.clone().count();
    let mean = mean(values.clone())?;
    if count < 2 {
        return None;
    }
    let squares = values.map(|value| (value - mean) * (value - mean)).collect::<Sum>();
    Some(libm::sqrt(squares.total() / (float(count) - 1.0)))
}

/// The mean of two values, even near the ends of the range of `f64`.
pub(super) fn middle(one: f64, other: f64) -> f64 {
    let sum = one + other;
    if sum.is_finite() { sum * 0.5 } else { one * 0.5 + other * 0.5 }
}

/// A number as an integer with the same ordering, so that sorting compares integers.
const fn key(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

const fn value(key: i64) -> f64 {
    f64::from_bits((key ^ ((key >> 63).cast_unsigned() >> 1).cast_signed()).cast_unsigned())
}

/// Up to this many numbers, sorting is faster than selecting the middle.
const SHORT: usize = 32;

/// The median. Returns `None` if there are no numbers. `scratch` is overwritten.
pub(super) fn median(values: impl Iterator<Item = f64>, scratch: &mut Vec<i64>) -> Option<f64> {
    scratch.clear();
    scratch.extend(values.map(key));
    middle_of(scratch)
}

/// The median of `values`, or the index of a value that is not finite.
pub(super) fn median_of_finite(values: &[f64], scratch: &mut Vec<i64>) -> Result<Option<f64>, usize> {
    const EXPONENT: u64 = 0x7FF0_0000_0000_0000;
    let mut all_finite = true;
    scratch.clear();
    scratch.extend(values.iter().map(|value| {
        all_finite &= value.to_bits() & EXPONENT != EXPONENT;
        key(*value)
    }));
    match values.iter().position(|value| !value.is_finite()).filter(|_| !all_finite) {
        Some(index) => Err(index),
        None => Ok(middle_of(scratch)),
    }
}

fn middle_of(keys: &mut [i64]) -> Option<f64> {
    let half = keys.len() / 2;
    let odd = keys.len() % 2 == 1;
    if keys.len() <= SHORT {
        keys.sort_unstable();
    } else {
        keys.select_nth_unstable(half);
    }
    let (below, rest) = keys.split_at_checked(half)?;
    let upper = value(*rest.first()?);
    if odd {
        return Some(upper);
    }
    let lower = if keys.len() <= SHORT { below.last() } else { below.iter().max() };
    lower.map(|lower| middle(value(*lower), upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_equal_values_is_that_value() {
        for n in 1..200 {
            for value in [0.1, 53.31, 1e300, 1e-300, -7.7, f64::MAX / 256.0] {
                assert_eq!(mean(core::iter::repeat_n(value, n)), Some(value), "{n} times {value}");
            }
        }
        assert_eq!(mean([].into_iter()), None);
    }

    #[test]
    fn a_sum_keeps_what_rounding_loses() {
        let sum: Sum = [1e100, 1.0, -1e100, 1.0].into_iter().collect();
        assert_eq!(sum.total().to_bits(), 2.0_f64.to_bits());
    }

    #[test]
    fn the_median_does_not_overflow_and_orders_zeros_and_signs() {
        let mut scratch = Vec::new();
        let mut of = |values: &[f64]| median(values.iter().copied(), &mut scratch);
        assert_eq!(of(&[f64::MAX, f64::MAX]), Some(f64::MAX));
        assert_eq!(of(&[-f64::MAX, f64::MAX]), Some(0.0));
        assert_eq!(of(&[3.0, -1.0, 2.0]), Some(2.0));
        assert_eq!(of(&[-3.0, -1.0, -2.0, -8.0]), Some(-2.5));
        assert_eq!(of(&[0.0, -0.0]), Some(0.0));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_standard_deviation_needs_two() {
        assert_eq!(standard_deviation([1.0].into_iter()), None);
        assert_eq!(standard_deviation([1.0, 3.0].into_iter()), Some(libm::sqrt(2.0)));
    }
}
