//! Thresholds, and the three possible assessments.

use core::cmp::Ordering;
use core::fmt;

use super::PART_EXCEEDS_WHOLE;
use super::decimal::Decimal;
use super::share::Share;
use super::unit::{Direction, Unit};
use crate::Lang;
use crate::text::Bilingual;

pub(super) const CANNOT_BE_ASSESSED: Bilingual = Bilingual::new("kan ikke vurderes", "cannot be assessed");

record! {
    /// A figure with its direction and unit (*måltal*, *tærskel*), such as "at least 80 percent".
    ///
    /// All three are mandatory. "All …" is stated as at most zero exceptions.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.8.5: at least 80 percent of the goals
    /// and sub-goals are SMARTE.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Threshold, WhyNot};
    ///
    /// let target = r#"{ "direction": "atMost", "value": "0", "unit": "count" }"#;
    /// let target: Threshold = serde_json::from_str(target)?;
    /// assert_eq!(target.judge_count(0), Assessment::Met);
    /// assert_eq!(target.judge_count(1), Assessment::NotMet);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Threshold: "tærskel", "threshold" {
        mandatory {
            /// Whether the figure is a minimum or a maximum.
            pub direction: Direction = "retning", "direction";
            /// The figure, which itself meets the threshold. Any [`Decimal`] is allowed; a percentage outside
            /// 0 to 100 is compared like any other.
            pub value: Decimal = "værdi", "value";
            /// The unit of the figure.
            pub unit: Unit = "enhed", "unit";
        }
    }
}

impl Threshold {
    /// Judges a share, exactly, as [`Share::compare_percent`] does. The unit must be [`Unit::Percent`].
    ///
    /// # Source
    ///
    /// R-032 and R-033: a share with a whole of zero neither meets nor misses the threshold; nothing is
    /// rounded.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Share, Threshold, Unit, WhyNot};
    ///
    /// let share = Share::new(9, 10)?;
    /// let mut target =
    ///     Threshold { direction: Direction::AtLeast, value: Decimal::from(90), unit: Unit::Percent };
    /// assert_eq!(target.judge_share(share), Assessment::Met);
    /// target.unit = Unit::Count;
    /// assert_eq!(target.judge_share(share), Assessment::NotAssessable(WhyNot::UnitMismatch));
    /// # Ok::<(), kvalitetsmodel::figure::ShareError>(())
    /// ```
    pub fn judge_share(&self, share: Share) -> Assessment {
        if self.unit != Unit::Percent {
            return Assessment::NotAssessable(WhyNot::UnitMismatch);
        }
        match share.compare_percent(&self.value) {
            Some(ordering) => self.verdict(ordering),
            None => Assessment::NotAssessable(WhyNot::WholeIsZero),
        }
    }

    /// Judges a figure in the unit of the threshold. The result is always met or not met.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Threshold, Unit};
    ///
    /// let target = Threshold { direction: Direction::AtMost, value: Decimal::from(14), unit: Unit::Days };
    /// assert_eq!(target.judge_value(&"14.0".parse()?), Assessment::Met);
    /// assert_eq!(target.judge_value(&"14.5".parse()?), Assessment::NotMet);
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    pub fn judge_value(&self, value: &Decimal) -> Assessment {
        self.verdict(value.cmp(&self.value))
    }

    /// Judges a plain count. The unit must be [`Unit::Count`]; for days, hours and points use
    /// [`judge_value`](Self::judge_value).
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Threshold, Unit, WhyNot};
    ///
    /// let mut none = Threshold { direction: Direction::AtMost, value: Decimal::ZERO, unit: Unit::Count };
    /// assert_eq!(none.judge_count(0), Assessment::Met);
    /// none.unit = Unit::Percent;
    /// assert_eq!(none.judge_count(0), Assessment::NotAssessable(WhyNot::UnitMismatch));
    /// ```
    pub fn judge_count(&self, count: u64) -> Assessment {
        if self.unit != Unit::Count {
            return Assessment::NotAssessable(WhyNot::UnitMismatch);
        }
        self.verdict(self.value.cmp_count(count).reverse())
    }

    /// The threshold for display. A count has no word after the number.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::figure::{Decimal, Direction, Threshold, Unit};
    ///
    /// let target = Threshold { direction: Direction::AtLeast, value: Decimal::from(80), unit: Unit::Percent };
    /// assert_eq!(target.in_lang(Lang::Da).to_string(), "mindst 80 %");
    /// assert_eq!(target.in_lang(Lang::En).to_string(), "at least 80%");
    /// ```
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> impl fmt::Display + Copy {
        Written { threshold: self, lang }
    }

    pub(crate) const fn verdict(&self, figure_to_threshold: Ordering) -> Assessment {
        if self.direction.admits(figure_to_threshold) { Assessment::Met } else { Assessment::NotMet }
    }
}

#[derive(Clone, Copy)]
struct Written<'a> {
    threshold: &'a Threshold,
    lang: Lang,
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { threshold: Threshold { direction, value, unit }, lang } = *self;
        let one = *value == Decimal::from_integer(1);
        let unit = unit.after_number(one, lang);
        write!(f, "{} {}{unit}", direction.label().in_lang(lang), value.in_lang(lang))
    }
}

/// Whether a threshold is met (*vurdering*): yes, no, or not assessable.
///
/// Exhaustive by design. A figure that is not stated has no assessment: the `Option` is `None`.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::{Assessment, WhyNot};
///
/// let assessment = Assessment::NotAssessable(WhyNot::WholeIsZero);
/// assert_eq!(assessment.label().in_lang(Lang::Da), "kan ikke vurderes");
/// assert_eq!(Assessment::NotMet.label().in_lang(Lang::En), "not met");
/// ```
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assessment {
    /// The figure meets the threshold (*opfyldt*).
    Met,
    /// The figure does not meet the threshold (*ikke opfyldt*).
    NotMet,
    /// The figures do not allow an answer (*kan ikke vurderes*).
    NotAssessable(
        /// The reason.
        WhyNot,
    ),
}

impl Assessment {
    /// The assessment in words, without the reason.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Met => Bilingual::new("opfyldt", "met"),
            Self::NotMet => Bilingual::new("ikke opfyldt", "not met"),
            Self::NotAssessable(_) => CANNOT_BE_ASSESSED,
        }
    }
}

/// Why figures cannot be assessed.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::WhyNot;
///
/// assert_eq!(WhyNot::WholeIsZero.label().in_lang(Lang::Da), "nævneren er nul");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WhyNot {
    /// The whole is zero: 0 of 0, for example if nobody was hired in the year (R-032).
    WholeIsZero,
    /// The figure and the threshold have different units, such as a share and a number of days.
    UnitMismatch,
    /// The part is larger than the whole: 21 of 20.
    PartExceedsWhole,
    /// The exposure is negative.
    NegativeWhole,
    /// A part of the result is not stated: a share without its whole, a figure without its unit.
    NotStated,
}

impl WhyNot {
    /// The reason in words.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::WholeIsZero => Bilingual::new("nævneren er nul", "the whole is zero"),
            Self::UnitMismatch => Bilingual::new(
                "målingen har en anden enhed end måltallet",
                "the figure and its target differ in unit",
            ),
            Self::PartExceedsWhole => PART_EXCEEDS_WHOLE,
            Self::NegativeWhole => Bilingual::new("nævneren er negativ", "the whole is negative"),
            Self::NotStated => {
                Bilingual::new("resultatet er ikke fuldt oplyst", "the result is not fully stated")
            }
        }
    }
}
