//! An exact decimal number that keeps its text.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::decimal_mark;
use super::decimal_text::{DecimalError, DecimalErrorKind};
use crate::Lang;

/// An exact decimal number (*decimaltal*), as a person wrote it.
///
/// **Unit:** none; a [`Unit`](super::Unit) is stated separately. **Range:** at most 18 digits in total and at
/// most 9 decimals, so from -999 999 999 999 999 999 to 999 999 999 999 999 999.
///
/// The text is kept as written, including trailing zeros. Equality, order and hash are those of the number.
/// The exchange format writes it as text and never as a JSON number, which most readers would round.
///
/// ```
/// use kvalitetsmodel::figure::Decimal;
///
/// let stated: Decimal = "80.0".parse()?;
/// assert_eq!(stated, Decimal::from(80));
/// assert_eq!(stated.to_string(), "80.0");
/// assert!("79.999999999".parse::<Decimal>()? < stated);
/// assert_eq!(serde_json::from_str::<Decimal>(r#""80.0""#).ok(), Some(stated));
/// assert!(serde_json::from_str::<Decimal>("80.0").is_err());
/// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Decimal {
    // Its absolute value is below 10^MAX_DIGITS.
    mantissa: i64,
    // At most MAX_DECIMALS.
    decimals: u8,
}

impl Decimal {
    /// Zero. A figure that is not stated is an absent `Option` instead.
    pub const ZERO: Self = Self::from_integer(0);
    /// One hundred: the whole in percent.
    pub const HUNDRED: Self = Self::from_integer(100);
    /// The largest number of digits that a figure can have, before and after the decimal point together.
    pub const MAX_DIGITS: u8 = 18;
    /// The largest number of decimals that a figure can have.
    pub const MAX_DECIMALS: u8 = 9;

    /// The number whose digits are `mantissa`, the last `decimals` of them after the decimal point.
    ///
    /// # Errors
    ///
    /// [`DecimalError`] for 10 or more `decimals`, and for a `mantissa` of 19 digits.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Decimal;
    ///
    /// assert_eq!(Decimal::new(-467, 1)?.to_string(), "-46.7");
    /// assert_eq!(Decimal::new(5, 2)?.to_string(), "0.05");
    /// assert!(Decimal::new(5, 10).is_err());
    /// assert!(Decimal::new(1_000_000_000_000_000_000, 0).is_err());
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    pub const fn new(mantissa: i64, decimals: u8) -> Result<Self, DecimalError> {
        if decimals > Self::MAX_DECIMALS {
            return Err(DecimalError { kind: DecimalErrorKind::TooManyDecimals });
        }
        if mantissa.unsigned_abs() >= power_of_ten(Self::MAX_DIGITS) {
            return Err(DecimalError { kind: DecimalErrorKind::TooManyDigits });
        }
        Ok(Self { mantissa, decimals })
    }

    /// A number without decimals, for constants.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Decimal;
    ///
    /// const EIGHTY: Decimal = Decimal::from_integer(80);
    /// assert_eq!(EIGHTY.to_string(), "80");
    /// ```
    #[must_use]
    pub const fn from_integer(number: i32) -> Self {
        Self { mantissa: number as i64, decimals: 0 }
    }

    /// **Range:** 0 to 9. The number of decimals in the text, 1 for `80.0`.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// Returns `true` if the number is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Returns `true` for zero, with any number of decimals.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Returns `true` for 0 to 100: what a share in percent can be.
    pub(crate) fn is_share_in_percent(self) -> bool {
        !self.is_negative() && self <= Self::HUNDRED
    }

    /// The number for display, with a decimal comma in Danish and a decimal point in English.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::figure::Decimal;
    ///
    /// let figure: Decimal = "87.5".parse()?;
    /// assert_eq!(figure.in_lang(Lang::Da).to_string(), "87,5");
    /// assert_eq!(figure.in_lang(Lang::En).to_string(), "87.5");
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> impl fmt::Display + Copy {
        Written { figure: self, mark: decimal_mark(lang) }
    }

    /// The number as a fraction: the mantissa, and ten to the power of the number of decimals.
    pub(crate) fn over(self) -> (i128, u64) {
        (i128::from(self.mantissa), power_of_ten(self.decimals))
    }

    /// Compares the number with a count.
    pub(crate) fn cmp_count(self, count: u64) -> Ordering {
        // Below 2·10^28: nothing saturates.
        let (mantissa, one) = self.over();
        mantissa.cmp(&i128::from(count).saturating_mul(i128::from(one)))
    }

    /// The exact difference, with the decimals of the number that has more. Returns `None` if it has more digits than a
    /// figure can have.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let unit = i128::from(power_of_ten(Self::MAX_DECIMALS.saturating_sub(decimals)));
        let difference = self.billionths().saturating_sub(other.billionths()).checked_div(unit)?;
        Self::new(i64::try_from(difference).ok()?, decimals).ok()
    }

    /// The number times 100. Returns `None` if it has more digits than a figure can have.
    #[cfg(feature = "table")]
    pub(crate) fn hundredfold(self) -> Option<Self> {
        let Some(decimals) = self.decimals.checked_sub(2) else {
            let missing = power_of_ten(2_u8.saturating_sub(self.decimals));
            return Self::new(self.mantissa.checked_mul(i64::try_from(missing).ok()?)?, 0).ok();
        };
        Self::new(self.mantissa, decimals).ok()
    }

    /// The number divided by 100, without zeros at the end. Returns `None` if it has too many decimals.
    #[cfg(feature = "table")]
    pub(crate) fn hundredth(self) -> Option<Self> {
        let (mut mantissa, mut decimals) = (self.mantissa, self.decimals.checked_add(2)?);
        while decimals > 0 && mantissa.checked_rem(10) == Some(0) {
            (mantissa, decimals) = (mantissa.checked_div(10)?, decimals.saturating_sub(1));
        }
        Self::new(mantissa, decimals).ok()
    }

    /// The number in billionths, the scale of a figure with 9 decimals. Below 10^27: nothing saturates.
    pub(crate) fn billionths(self) -> i128 {
        let missing = Self::MAX_DECIMALS.saturating_sub(self.decimals);
        i128::from(self.mantissa).saturating_mul(i128::from(power_of_ten(missing)))
    }
}

/// Exact for an exponent up to 19.
pub(super) const fn power_of_ten(exponent: u8) -> u64 {
    10_u64.saturating_pow(exponent as u32)
}

#[derive(Clone, Copy)]
struct Written {
    figure: Decimal,
    mark: char,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { figure: Decimal { mantissa, decimals }, mark } = *self;
        let (digits, one) = (mantissa.unsigned_abs(), power_of_ten(decimals));
        let sign = if mantissa < 0 { "-" } else { "" };
        let whole = digits.checked_div(one).unwrap_or(digits);
        write!(f, "{sign}{whole}")?;
        if decimals > 0 {
            let fraction = digits.checked_rem(one).unwrap_or(0);
            write!(f, "{mark}{fraction:0width$}", width = usize::from(decimals))?;
        }
        Ok(())
    }
}

/// The text of the exchange format, with a decimal point.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Written { figure: *self, mark: '.' }, f)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({self})")
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self { mantissa: i64::from(number), decimals: 0 }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.billionths().cmp(&other.billionths())
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.billionths().hash(state);
    }
}
