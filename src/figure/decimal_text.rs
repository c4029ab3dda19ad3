//! The text form of decimal numbers.

use core::str::FromStr;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use super::decimal::Decimal;
use crate::text::{Bilingual, error_type, parsed};

/// The text or the number is not a [`Decimal`]. The message says why, and does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
pub struct DecimalError {
    pub(super) kind: DecimalErrorKind,
}

/// Why a text or a number is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DecimalErrorKind {
    /// The text is empty.
    Empty,
    /// A comma: `87,5`.
    Comma,
    /// Anything but digits with at most one point between them: `+5`, `1e3`, `5.`, ` 5`.
    Form,
    /// A leading zero: `05`.
    LeadingZero,
    /// `-0`.
    NegativeZero,
    /// More than 18 digits.
    TooManyDigits,
    /// More than 9 decimals.
    TooManyDecimals,
}

error_type! {
    DecimalError,
    fixed |error| (
        match error.kind {
            DecimalErrorKind::Empty => "empty",
            DecimalErrorKind::Comma => "comma",
            DecimalErrorKind::Form => "form",
            DecimalErrorKind::LeadingZero => "leadingZero",
            DecimalErrorKind::NegativeZero => "negativeZero",
            DecimalErrorKind::TooManyDigits => "tooManyDigits",
            DecimalErrorKind::TooManyDecimals => "tooManyDecimals",
        },
        error.label(),
    )
}

impl From<DecimalErrorKind> for DecimalError {
    fn from(kind: DecimalErrorKind) -> Self {
        Self { kind }
    }
}

/// Reads exactly the texts that [`Display`](core::fmt::Display) writes.
///
/// # Errors
///
/// [`DecimalError`] for `""`, `"87,5"`, `"+5"`, `"1e3"`, `".5"`, `"5."`, `" 5"`, `"05"`, `"-0"`, for
/// 19 digits and for 10 decimals.
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
            return Err(DecimalErrorKind::Empty.into());
        }
        if text.contains(',') {
            return Err(DecimalErrorKind::Comma.into());
        }
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(DecimalErrorKind::Form.into());
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(DecimalErrorKind::LeadingZero.into());
        }
        let fraction = fraction.unwrap_or_default();
        let decimals = u8::try_from(fraction.len()).map_err(|_| DecimalErrorKind::TooManyDecimals)?;
        // With more than 18 digits it can saturate, at a number that `new` refuses.
        let unsigned = whole
            .bytes()
            .chain(fraction.bytes())
            .map(|byte| i64::from(byte.saturating_sub(b'0')))
            .fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
        if negative && unsigned == 0 && decimals <= Self::MAX_DECIMALS {
            return Err(DecimalErrorKind::NegativeZero.into());
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
        parsed(deserializer, "a figure written as text, as in \"80\" or \"79.6\"")
    }
}

impl DecimalError {
    /// Why it is not a decimal number.
    #[must_use]
    pub const fn kind(self) -> DecimalErrorKind {
        self.kind
    }

    const fn label(self) -> Bilingual {
        match self.kind {
            DecimalErrorKind::Empty => Bilingual::new(
                "tallet er tomt: nul skrives `0`, og et tal, der ikke kendes, udelades",
                "the figure is empty: zero is written `0`, and a figure that is not known is left out",
            ),
            DecimalErrorKind::Comma => Bilingual::new(
                "tallet har komma: udvekslingsformatet skriver decimalpunktum, som i `87.5`",
                "the figure has a comma: the exchange format writes a decimal point, as in `87.5`",
            ),
            DecimalErrorKind::Form => Bilingual::new(
                "tallet er ikke cifre med højst ét decimalpunktum imellem, som i `12` eller `-3.5`",
                "the figure is not digits with at most one decimal point between them, as in `12` or `-3.5`",
            ),
            DecimalErrorKind::LeadingZero => Bilingual::new(
                "tallet begynder med et nul for meget: syv skrives `7`, en halv `0.5`",
                "the figure starts with a zero too many: seven is written `7`, a half `0.5`",
            ),
            DecimalErrorKind::NegativeZero => Bilingual::new(
                "tallet er nul med minus foran: nul skrives `0`",
                "the figure is zero with a minus sign: zero is written `0`",
            ),
            DecimalErrorKind::TooManyDigits => {
                Bilingual::new("tallet har mere end 18 cifre", "the figure has more than 18 digits")
            }
            DecimalErrorKind::TooManyDecimals => {
                Bilingual::new("tallet har mere end 9 decimaler", "the figure has more than 9 decimals")
            }
        }
    }
}

leaf! {
    Decimal: "et tal skrevet som tekst, fx `\"80\"` eller `\"79.6\"`",
        "a figure written as text, such as `\"80\"` or `\"79.6\"`";
    Text(|text| text.parse::<Decimal>().err().map(DecimalError::label))
        matches "^-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,9})?$";
    |tape| {
        const MOST: u64 = 999_999_999_999_999_999;
        let mantissa = match tape.below(4) {
            0 => tape.below(101),
            _ => tape.within(0, MOST),
        };
        let mantissa = i64::try_from(mantissa).unwrap_or_default();
        let decimals = u8::try_from(tape.within(0, 9)).unwrap_or_default();
        let mantissa = if tape.flag() { mantissa.saturating_neg() } else { mantissa };
        Self::new(mantissa, decimals).unwrap_or(Self::ZERO)
    }
}
