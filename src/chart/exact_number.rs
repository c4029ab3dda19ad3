//! Numbers as they were given: decimals stay exact.

use core::fmt::{self, Write as _};

use serde::{Serialize, Serializer};

use super::rounded::Digits;
use crate::figure::Decimal;

/// A number of a chart: exact if it is a whole number or a decimal, otherwise the nearest double.
///
/// A double that is written with at most 9 decimals is that decimal: `1.1` is eleven tenths. Exact numbers are
/// compared exactly, so that 1.2 is on the median of 1.1 and 1.3 and does not differ from it by one bit.
///
/// ```
/// use kvalitetsmodel::chart::Number;
///
/// assert_eq!(Number::from(1.1), Number::from("1.1".parse::<kvalitetsmodel::figure::Decimal>()?));
/// assert!(Number::from(7).is_exact() && Number::from(22.5).is_exact());
/// assert!(!Number::from(1.0 / 3.0).is_exact());
/// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Number(Kept);

#[derive(Debug, Clone, Copy)]
enum Kept {
    Exact(Decimal),
    Double(f64),
}

impl Number {
    /// Returns `true` for a whole number or a decimal of at most 18 digits, of which at most 9 are decimals.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        matches!(self.0, Kept::Exact(_))
    }

    /// Whether it has no decimals.
    pub(super) fn is_whole(self) -> bool {
        match self.decimal() {
            Some(decimal) => {
                let (mantissa, one) = decimal.over();
                mantissa.checked_rem(i128::from(one)) == Some(0)
            }
            None => libm::trunc(self.to_f64()).total_cmp(&self.to_f64()).is_eq(),
        }
    }

    /// The exact decimal, or `None` if only a double is known.
    #[must_use]
    pub const fn decimal(self) -> Option<Decimal> {
        match self.0 {
            Kept::Exact(decimal) => Some(decimal),
            Kept::Double(_) => None,
        }
    }

    /// The nearest double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        match self.0 {
            Kept::Exact(decimal) => nearest(decimal),
            Kept::Double(value) => value,
        }
    }
}

/// The double nearest to a decimal number, or next to it if it has more than 15 digits.
pub(super) fn nearest(decimal: Decimal) -> f64 {
    let (mantissa, one) = decimal.over();
    #[expect(clippy::cast_precision_loss, reason = "a chart has doubles; verdicts have the decimal")]
    let quotient = mantissa as f64 / one as f64;
    quotient
}

/// Two exact numbers are compared exactly; others as doubles.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Kept::Exact(one), Kept::Exact(other)) => one == other,
            _ => self.to_f64().total_cmp(&other.to_f64()).is_eq(),
        }
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self(Kept::Exact(decimal))
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        // `-0` is zero, but not the text of a decimal.
        if value == 0.0 {
            return Self(Kept::Exact(Decimal::ZERO));
        }
        let mut text = Digits::default();
        let decimal = write!(text, "{value}").ok().and_then(|()| text.as_str().parse().ok());
        Self(decimal.map_or(Kept::Double(value), Kept::Exact))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(Kept::Exact(Decimal::from_integer(value)))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::from(i64::from(value))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "too long for a decimal")]
        let double = || Kept::Double(value as f64);
        Self(Decimal::new(value, 0).map_or_else(|_| double(), Kept::Exact))
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "too long for a decimal")]
        let double = || Self(Kept::Double(value as f64));
        i64::try_from(value).map_or_else(|_| double(), Self::from)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kept::Exact(decimal) => fmt::Display::fmt(&decimal, f),
            Kept::Double(value) => fmt::Display::fmt(&value, f),
        }
    }
}

/// Written as a JSON number.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}
