//! Numbers in extensions: exact integers, doubles, and whether a text keeps its digits as one of them.

use alloc::format;
use alloc::string::String;
use core::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use super::Value;
use crate::text::{Bilingual, error_type};

/// An integer from `i64::MIN` to `u64::MAX`.
///
/// ```
/// use kvalitetsmodel::document::Integer;
///
/// assert_eq!(Integer::from(7_i64), Integer::from(7_u64));
/// assert_eq!(Integer::from(u64::MAX).get(), 18_446_744_073_709_551_615);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(Whole);

/// In 64 bits and a sign: 128 bits would take more room in every value of an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Whole {
    Negative(i64),
    Natural(u64),
}

impl Integer {
    /// The number.
    #[must_use]
    pub const fn get(self) -> i128 {
        match self.0 {
            Whole::Negative(number) => number as i128,
            Whole::Natural(number) => number as i128,
        }
    }
}

impl From<i64> for Integer {
    fn from(number: i64) -> Self {
        Self(u64::try_from(number).map_or(Whole::Negative(number), Whole::Natural))
    }
}

impl From<u64> for Integer {
    fn from(number: u64) -> Self {
        Self(Whole::Natural(number))
    }
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Whole::Negative(number) => serializer.serialize_i64(number),
            Whole::Natural(number) => serializer.serialize_u64(number),
        }
    }
}

/// A finite double, compared bit by bit: `0.0` and `-0.0` are written differently and so differ.
///
/// ```
/// use kvalitetsmodel::document::Double;
///
/// assert_eq!(Double::new(0.5).map(Double::get), Ok(0.5));
/// assert!(Double::new(f64::NAN).is_err());
/// ```
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(transparent)]
pub struct Double(f64);

/// The number is infinite or not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct NotFinite;

error_type! {
    NotFinite,
    fixed |_error| (
        "notFinite",
        Bilingual::new("tallet er uendeligt eller slet ikke et tal", "the number is infinite or not a number"),
    )
}

impl Double {
    /// Keeps the number unchanged.
    ///
    /// # Errors
    ///
    /// [`NotFinite`] for infinities and NaN, which JSON cannot express.
    pub const fn new(number: f64) -> Result<Self, NotFinite> {
        if number.is_finite() { Ok(Self(number)) } else { Err(NotFinite) }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl PartialEq for Double {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Double {}

impl Hash for Double {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// A number that is given as text.
pub(crate) fn parse<E: serde::de::Error>(number: &str) -> Result<Value, E> {
    if let Ok(number) = number.parse::<u64>() {
        return Ok(Value::Integer(number.into()));
    }
    // `-0` is a double, as without `arbitrary_precision`.
    if let Some(number) = number.parse::<i64>().ok().filter(|number| *number != 0) {
        return Ok(Value::Integer(number.into()));
    }
    let double = number.parse().ok().and_then(|number| Double::new(number).ok());
    let double = double.ok_or_else(|| E::custom("number out of range"))?;
    if is_kept(number) {
        Ok(Value::Double(double))
    } else {
        Err(E::custom("a number with more digits than can be kept"))
    }
}

/// Returns `true` if a number of JSON is kept with all its digits, as an [`Integer`] or as a [`Double`].
pub(crate) fn is_kept(number: &str) -> bool {
    // A double keeps any 15 digits.
    if number.len() <= 15 && !number.contains(['e', 'E']) {
        return true;
    }
    let is_integer = number.parse::<u64>().is_ok() || number.parse::<i64>().is_ok();
    let is_double = || {
        let Some(double) = number.parse::<f64>().ok().filter(|double| double.is_finite()) else {
            return false;
        };
        let (own, shortest) = (digits(number), digits(&format!("{double:e}")));
        // A double can be half-way between two numbers of that length: programs differ in which one they write.
        let after_first = shortest.0.len().saturating_sub(1);
        own == shortest || own == digits(&format!("{double:.after_first$e}"))
    };
    is_integer || is_double()
}

/// The digits of a number from the first that is not zero to the last, and the power of ten of the last one.
fn digits(number: &str) -> (String, i64) {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = whole.trim_start_matches('-');
    let all = [whole, fraction].concat();
    let digits = all.trim_end_matches('0');
    let zeros = all.len().saturating_sub(digits.len());
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return (String::new(), 0);
    }
    let power = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    // An exponent that is no number is beyond all doubles.
    let exponent = exponent.parse::<i64>().unwrap_or(i64::MAX);
    (digits.into(), exponent.saturating_sub(power(fraction.len())).saturating_add(power(zeros)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_or_not() {
        for kept in [
            "0",
            "-0",
            "0.0",
            "-0.0e7",
            "0e99999999999999999999",
            "7",
            "-7",
            "0.1",
            "0.50",
            "1e300",
            "1E+22",
            "100e-2",
            "-9223372036854775808",
            "18446744073709551615",
            "18446744073709552000",
            "9007199254740993",
            "1.7976931348623157e308",
            "5e-324",
            "0.30000000000000004",
            "123456789012345.6",
            // 1080018988171647.25
            "1080018988171647.2",
            "10000000000000000000000",
        ] {
            assert!(is_kept(kept), "{kept}");
        }
        for lost in [
            "18446744073709551616",
            "-9223372036854775809",
            "12345678901234567890123",
            "0.1000000000000000055511151231257827",
            "0.30000000000000000004",
            "9007199254740993.5",
            "10000000000000000000001",
            "1e-400",
            "1e400",
            "1e-99999999999999999999",
        ] {
            assert!(!is_kept(lost), "{lost}");
        }
    }

    #[test]
    fn integers_are_ordered_by_value() {
        let all = [i64::MIN, -1, 0, 1, i64::MAX].map(Integer::from);
        assert!(all.is_sorted() && all[4] < Integer::from(u64::MAX));
        assert_eq!(all.map(Integer::get), [i64::MIN.into(), -1, 0, 1, i64::MAX.into()]);
    }
}
