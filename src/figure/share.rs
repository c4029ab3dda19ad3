//! A part of a whole, as two counts.

use core::cmp::Ordering;
use core::fmt;

use super::decimal::Decimal;
use super::decimal_mark;
use crate::Lang;
use crate::text::{Bilingual, error_type};

/// A part of a whole (*andel*): 16 of 20.
///
/// **Unit:** both are counts of the same thing. **Range:** 0 to [`u64::MAX`], the part at most the whole. A
/// whole of zero is allowed and cannot be assessed: if nobody was asked, the share is not 0 percent.
///
/// Two shares are equal if both counts are; 4 of 5 and 16 of 20 are different observations. Percentages are
/// not averaged: add shares up with [`checked_add`](Self::checked_add).
///
/// ```
/// use kvalitetsmodel::figure::Share;
///
/// let share = Share::new(16, 20)?;
/// assert_eq!((share.part(), share.whole()), (16, 20));
/// assert_ne!(share, Share::new(4, 5)?);
/// # Ok::<(), kvalitetsmodel::figure::ShareError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Share {
    part: u64,
    whole: u64,
}

/// The part is larger than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
pub struct ShareError {
    part: u64,
    whole: u64,
}

error_type! {
    ShareError,
    kind |_| "partExceedsWhole",
    says |error, lang, f| {
        let ShareError { part, whole } = error;
        match lang {
            Lang::Da => write!(f, "tælleren, {part}, er større end nævneren, {whole}"),
            Lang::En => write!(f, "the part, {part}, is larger than the whole, {whole}"),
        }
    },
    "part": |error: &ShareError| Some(error.part),
    "whole": |error: &ShareError| Some(error.whole),
}

impl Share {
    /// Nothing of nothing.
    pub(crate) const NOTHING: Self = Self { part: 0, whole: 0 };

    /// Creates a share from its two counts.
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20, and for 1 of 0.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Share;
    ///
    /// assert!(Share::new(20, 20).is_ok());
    /// assert!(Share::new(0, 0).is_ok());
    /// assert!(Share::new(21, 20).is_err());
    /// ```
    pub const fn new(part: u64, whole: u64) -> Result<Self, ShareError> {
        if part > whole { Err(ShareError { part, whole }) } else { Ok(Self { part, whole }) }
    }

    /// The part (*tæller*), at most [`whole`](Self::whole).
    #[must_use]
    pub const fn part(self) -> u64 {
        self.part
    }

    /// The whole (*nævner*); zero if there was nothing to count.
    #[must_use]
    pub const fn whole(self) -> u64 {
        self.whole
    }

    /// Compares the share with a percentage. Returns `None` if the whole is zero.
    ///
    /// Exact: the counts are cross-multiplied, and nothing is divided or rounded.
    ///
    /// # Source
    ///
    /// R-033: 39 of 49 is 79.59 percent and must not become 80. R-032: a whole of zero.
    ///
    /// ```
    /// use core::cmp::Ordering;
    /// use kvalitetsmodel::figure::{Decimal, Share};
    ///
    /// let eighty = Decimal::from(80);
    /// assert_eq!(Share::new(16, 20)?.compare_percent(&eighty), Some(Ordering::Equal));
    /// assert_eq!(Share::new(39, 49)?.compare_percent(&eighty), Some(Ordering::Less));
    /// assert_eq!(Share::new(0, 0)?.compare_percent(&eighty), None);
    /// # Ok::<(), kvalitetsmodel::figure::ShareError>(())
    /// ```
    #[must_use]
    pub fn compare_percent(self, percent: &Decimal) -> Option<Ordering> {
        if self.whole == 0 {
            return None;
        }
        // Compares part / whole with mantissa / (100 · one). Both products are below 2·10^37, and an `i128`
        // holds 1.7·10^38: nothing saturates.
        let (mantissa, one) = percent.over();
        let hundred = i128::from(one).saturating_mul(100);
        let left = i128::from(self.part).saturating_mul(hundred);
        let right = i128::from(self.whole).saturating_mul(mantissa);
        Some(left.cmp(&right))
    }

    /// Adds the parts and the wholes of two shares. Returns `None` if a sum exceeds [`u64::MAX`].
    ///
    /// ```
    /// use kvalitetsmodel::figure::Share;
    ///
    /// // 100 percent of 2 and 50 percent of 18 are 55 percent, not 75.
    /// let both = Share::new(2, 2)?.checked_add(Share::new(9, 18)?);
    /// assert_eq!(both, Some(Share::new(11, 20)?));
    /// # Ok::<(), kvalitetsmodel::figure::ShareError>(())
    /// ```
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        // The sum of the parts cannot exceed the sum of the wholes.
        match (self.part.checked_add(other.part), self.whole.checked_add(other.whole)) {
            (Some(part), Some(whole)) => Some(Self { part, whole }),
            _ => None,
        }
    }

    /// The share for display: both counts, and the percentage in parentheses.
    ///
    /// The percentage is rounded half up to one decimal, and marked *ca.* or *about* if it is not exact. It has more
    /// decimals if it would look like a whole percentage that it is not: 79.99 is not shown as 80, nor 0.04 as 0. It is
    /// for display only: to decide something, use [`compare_percent`](Self::compare_percent).
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::figure::Share;
    ///
    /// let read = |part, whole, lang| Share::new(part, whole).map(|share| share.in_lang(lang).to_string());
    /// assert_eq!(read(16, 20, Lang::Da)?, "16 af 20 (80 %)");
    /// assert_eq!(read(16, 20, Lang::En)?, "16 of 20 (80%)");
    /// assert_eq!(read(30, 41, Lang::Da)?, "30 af 41 (ca. 73,2 %)");
    /// assert_eq!(read(7_999, 10_000, Lang::Da)?, "7999 af 10000 (79,99 %)");
    /// assert_eq!(read(0, 0, Lang::En)?, "0 of 0 (cannot be assessed)");
    /// # Ok::<(), kvalitetsmodel::figure::ShareError>(())
    /// ```
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> impl fmt::Display + Copy {
        Written { share: self, lang }
    }
}

#[derive(Clone, Copy)]
struct Written {
    share: Share,
    lang: Lang,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const OF: Bilingual = Bilingual::new("af", "of");
        const ABOUT: Bilingual = Bilingual::new("ca. ", "about ");
        let Self { share: Share { part, whole }, lang } = *self;
        write!(f, "{part} {} {whole} (", OF.in_lang(lang))?;
        let Some(percent) = Percent::of(part, whole) else {
            return write!(f, "{})", super::threshold::CANNOT_BE_ASSESSED.in_lang(lang));
        };
        if !percent.is_exact {
            f.write_str(ABOUT.in_lang(lang))?;
        }
        write!(f, "{}", percent.whole)?;
        if percent.decimals > 0 {
            write!(f, "{}{:0decimals$}", decimal_mark(lang), percent.fraction, decimals = percent.decimals)?;
        }
        write!(f, "{})", super::unit::PERCENT.in_lang(lang))
    }
}

/// A percentage, and the number of decimals it is shown with.
struct Percent {
    whole: u128,
    fraction: u128,
    decimals: usize,
    is_exact: bool,
}

impl Percent {
    /// With 17 decimals a share of any two counts still fits.
    const MOST_DECIMALS: usize = 17;

    /// At most one decimal if that is exact; otherwise with the fewest that show that it is not a whole percentage.
    /// Returns `None` if the whole is zero.
    fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let hundredfold = part.saturating_mul(100);
        if hundredfold.checked_rem(whole)? == 0 {
            return Some(Self {
                whole: hundredfold.checked_div(whole)?,
                fraction: 0,
                decimals: 0,
                is_exact: true,
            });
        }
        let mut one = 1_u128;
        for decimals in 1..=Self::MOST_DECIMALS {
            one = one.saturating_mul(10);
            // Below 2·10^38: nothing saturates.
            let scaled = hundredfold.saturating_mul(one);
            let (cut, rest) = (scaled.checked_div(whole)?, scaled.checked_rem(whole)?);
            let rounded = cut.saturating_add(u128::from(rest.saturating_mul(2) >= whole));
            let fraction = rounded.checked_rem(one)?;
            if fraction != 0 || decimals == Self::MOST_DECIMALS {
                return Some(Self {
                    whole: rounded.checked_div(one)?,
                    fraction,
                    decimals,
                    is_exact: rest == 0,
                });
            }
        }
        None
    }
}
