//! Decimal numbers as text: read strictly, and in the exchange format never as a JSON number.

use core::fmt;
use core::str::FromStr;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::decimal::Decimal;

/// The text or the number is no [`Decimal`]; the message says why and never repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct DecimalError {
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Kind {
    #[error("the figure is empty: zero is written `0`, and a figure not known is left out")]
    Empty,
    #[error("the figure has a comma: the exchange format writes a decimal point, as in `87.5`")]
    Comma,
    #[error("the figure is not digits with at most one decimal point between them, as in `12` or `-3.5`")]
    Form,
    #[error("the figure starts with a zero too many: seven is written `7`, a half `0.5`")]
    LeadingZero,
    #[error("the figure is zero with a minus sign: zero is written `0`")]
    NegativeZero,
    #[error("the figure has more than 18 digits")]
    TooManyDigits,
    #[error("the figure has more than 9 decimals")]
    TooManyDecimals,
}

impl From<Kind> for DecimalError {
    fn from(kind: Kind) -> Self {
        Self { kind }
    }
}

/// Reads what [`Display`](fmt::Display) writes, and nothing else.
///
/// # Errors
///
/// [`DecimalError`] for `""`, `"87,5"`, `"+5"`, `"1e3"`, `".5"`, `"5."`, `" 5"`, `"05"`, `"-0"`, for
/// 19 digits and for 10 decimals. The message never repeats the text.
impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if text.is_empty() {
            return Err(Kind::Empty.into());
        }
        if text.contains(',') {
            return Err(Kind::Comma.into());
        }
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(Kind::Form.into());
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(Kind::LeadingZero.into());
        }
        let fraction = fraction.unwrap_or_default();
        let decimals = u8::try_from(fraction.len()).map_err(|_| Kind::TooManyDecimals)?;
        // With more than 18 digits it saturates far above what `new` takes.
        let unsigned = whole
            .bytes()
            .chain(fraction.bytes())
            .map(|byte| i64::from(byte.saturating_sub(b'0')))
            .fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
        if negative && unsigned == 0 && decimals <= Self::MAX_DECIMALS {
            return Err(Kind::NegativeZero.into());
        }
        Self::new(if negative { unsigned.saturating_neg() } else { unsigned }, decimals)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextOnly)
    }
}

struct TextOnly;

impl Visitor<'_> for TextOnly {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a figure written as text, as in \"80\" or \"79.6\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        text.parse().map_err(E::custom)
    }
}
