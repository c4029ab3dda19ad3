//! A point that can be charted.

use crate::chart::statistics::{Sum, float, mean, standard_deviation};
use crate::figure::PART_EXCEEDS_WHOLE;
use crate::text::{Bilingual, error_type};

/// A point of a chart: what was found, and whether the calculation includes it.
///
/// ```
/// use kvalitetsmodel::chart::reference::{Point, PointError};
///
/// assert_eq!(Point::ratio(3.0, 12.0)?.value(), Some(0.25));
/// assert_eq!(Point::ratio(0.0, 0.0)?.value(), None); // nothing to count: missing, not zero
/// assert_eq!(Point::single(f64::NAN), Err(PointError::NotFinite));
/// assert_eq!(Point::ratio(1.0, 0.0), Err(PointError::PartOfNothing));
/// assert_eq!(Point::subgroup(&[4.0, 6.0])?.value(), Some(5.0));
/// assert!(!Point::single(7.0)?.excluded().is_included());
/// # Ok::<(), PointError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// Not a number where it is missing.
    pub(super) value: f64,
    /// What `value` is a mean or a share of: the part, or the sum.
    pub(super) part: f64,
    /// How much it rests on: the whole, the exposure, or the number of single values; zero if the point is missing.
    pub(super) size: f64,
    /// One over the root of the size: how much narrower the limits are than for a size of one. Not a number if the
    /// point is missing. Stored, because a point is made once and charted often.
    pub(super) narrowing: f64,
    /// The standard deviation of a subgroup; not a number for other points.
    pub(super) spread: f64,
    pub(super) form: Form,
    pub(super) included: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Missing,
    Single,
    Ratio,
    Subgroup,
}

/// Why figures do not make a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub enum PointError {
    /// A figure, or what follows from it, is infinite or not a number.
    NotFinite,
    /// The part of a share is larger than the whole: 21 of 20.
    PartExceedsWhole,
    /// The whole or the exposure is negative.
    NegativeWhole,
    /// The whole or the exposure is zero, and the part is not: 1 of 0.
    PartOfNothing,
}

error_type! { PointError, fixed |error| error.kind_and_words() }

impl PointError {
    /// The kind in JSON, and the message.
    pub(super) const fn kind_and_words(self) -> (&'static str, Bilingual) {
        match self {
            Self::NotFinite => (
                "notFinite",
                Bilingual::new(
                    "tallet er uendeligt, for stort eller slet ikke et tal",
                    "the figure is infinite, too large or not a number",
                ),
            ),
            Self::PartExceedsWhole => ("partExceedsWhole", PART_EXCEEDS_WHOLE),
            Self::NegativeWhole => {
                ("negativeWhole", Bilingual::new("nævneren er negativ", "the whole is negative"))
            }
            Self::PartOfNothing => (
                "partOfNothing",
                Bilingual::new(
                    "der er en tæller, men nævneren er nul",
                    "there is a part, and the whole is zero",
                ),
            ),
        }
    }
}

impl Point {
    /// A point without a figure. It is shown, and is not zero.
    pub const MISSING: Self = Self {
        value: f64::NAN,
        part: f64::NAN,
        size: 0.0,
        narrowing: f64::NAN,
        spread: f64::NAN,
        form: Form::Missing,
        included: true,
    };

    /// A single figure.
    ///
    /// # Errors
    ///
    /// [`PointError::NotFinite`] for `f64::NAN` and the infinities.
    pub const fn single(value: f64) -> Result<Self, PointError> {
        if value.is_finite() {
            Ok(Self { value, part: value, size: 1.0, narrowing: 1.0, form: Form::Single, ..Self::MISSING })
        } else {
            Err(PointError::NotFinite)
        }
    }

    /// A part of a whole, or events over an exposure. 0 of 0 is missing.
    ///
    /// # Errors
    ///
    /// [`PointError`] for 1 of 0, 1 of −2, and figures that are not finite.
    pub fn ratio(part: f64, whole: f64) -> Result<Self, PointError> {
        let value = part / whole;
        if value.is_finite() && part.is_finite() && whole.is_finite() && whole > 0.0 {
            let narrowing = 1.0 / libm::sqrt(whole);
            Ok(Self { value, part, size: whole, narrowing, form: Form::Ratio, ..Self::MISSING })
        } else if part == 0.0 && whole == 0.0 {
            Ok(Self::MISSING)
        } else if whole == 0.0 && part.is_finite() {
            Err(PointError::PartOfNothing)
        } else if whole < 0.0 {
            Err(PointError::NegativeWhole)
        } else {
            Err(PointError::NotFinite)
        }
    }

    /// The single values of a subgroup. One without values is missing.
    ///
    /// # Errors
    ///
    /// [`PointError::NotFinite`] if a value is infinite or not a number, or if the values are too large or too
    /// far from each other to calculate with.
    pub fn subgroup(values: &[f64]) -> Result<Self, PointError> {
        let Some(value) = mean(values.iter().copied()) else { return Ok(Self::MISSING) };
        let size = float(values.len());
        let spread = standard_deviation(values.iter().copied());
        if value.is_finite() && spread.is_none_or(f64::is_finite) {
            let spread = spread.unwrap_or(f64::NAN);
            let narrowing = 1.0 / libm::sqrt(size);
            Ok(Self {
                value,
                part: values.iter().copied().collect::<Sum>().total(),
                size,
                narrowing,
                spread,
                form: Form::Subgroup,
                included: true,
            })
        } else {
            Err(PointError::NotFinite)
        }
    }

    /// The same point, shown but left out of the calculation.
    #[must_use]
    pub const fn excluded(mut self) -> Self {
        self.included = false;
        self
    }

    /// The figure that is drawn, or `None` if it is missing.
    #[must_use]
    pub const fn value(&self) -> Option<f64> {
        if self.value.is_nan() { None } else { Some(self.value) }
    }

    /// Returns `true` if the calculation includes it.
    #[must_use]
    pub const fn is_included(&self) -> bool {
        self.included
    }
}

/// Two missing points are equal.
impl PartialEq for Point {
    fn eq(&self, other: &Self) -> bool {
        let figures = |point: &Self| [point.value, point.part, point.size, point.spread].map(f64::to_bits);
        (figures(self), self.form, self.included) == (figures(other), other.form, other.included)
    }
}
