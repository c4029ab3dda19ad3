//! The figure that decides, and the three verdicts.

use core::cmp::Ordering;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::share::Share;
use super::unit::{Direction, Unit};
use crate::text::{Bilingual, Lang};

pub(super) const CANNOT_BE_ASSESSED: Bilingual = Bilingual::new("kan ikke vurderes", "cannot be assessed");

/// A figure with its direction and unit (*måltal*, *tærskel*): at least 80 percent.
///
/// All three are mandatory. "All …" is at most zero exceptions.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Threshold {
    /// Which way is better.
    pub direction: Direction,
    /// The figure itself, which is on the good side. Any [`Decimal`]; a percent outside 0 to 100 is
    /// compared like any other.
    pub value: Decimal,
    /// What the figure counts.
    pub unit: Unit,
}

impl Threshold {
    /// Does a share meet the threshold?
    ///
    /// Exact, as [`Share::compare_percent`] is. A share is judged in [`Unit::Percent`] alone.
    ///
    /// # Source
    ///
    /// R-032 and R-033: a share with a whole of zero is neither met nor missed; nothing is rounded.
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

    /// Does a figure in the threshold's own unit meet it? Always met or not met.
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

    /// Does a plain count meet the threshold? Judged in [`Unit::Count`] alone; days, hours and points
    /// go to [`judge_value`](Self::judge_value).
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
        // Below 2·10^28, so nothing saturates.
        let (mantissa, one) = self.value.over();
        self.verdict(i128::from(count).saturating_mul(i128::from(one)).cmp(&mantissa))
    }

    /// The threshold for a reader. A count has no word after the number.
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
        write!(f, "{} {}{unit}", direction.in_lang(lang), value.in_lang(lang))
    }
}

/// Whether a threshold is met (*vurdering*): three values, of which the third is no weak *no*.
///
/// Exhaustive on purpose. A figure that is not stated has no assessment: that is an absent `Option`.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::{Assessment, WhyNot};
///
/// let assessment = Assessment::NotAssessable(WhyNot::WholeIsZero);
/// assert_eq!(assessment.in_lang(Lang::Da), "kan ikke vurderes");
/// assert_eq!(Assessment::NotMet.in_lang(Lang::En), "not met");
/// ```
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assessment {
    /// The figure is at the threshold or on its good side (*opfyldt*).
    Met,
    /// The figure is on the wrong side (*ikke opfyldt*).
    NotMet,
    /// The figures do not decide it (*kan ikke vurderes*).
    NotAssessable(
        /// The reason.
        WhyNot,
    ),
}

impl Assessment {
    /// The words in `lang`, without the reason.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match self {
            Self::Met => Bilingual::new("opfyldt", "met").in_lang(lang),
            Self::NotMet => Bilingual::new("ikke opfyldt", "not met").in_lang(lang),
            Self::NotAssessable(_) => CANNOT_BE_ASSESSED.in_lang(lang),
        }
    }
}

/// Why figures do not decide.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::WhyNot;
///
/// assert_eq!(WhyNot::WholeIsZero.in_lang(Lang::Da), "nævneren er nul");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WhyNot {
    /// A share of nothing: 0 of 0, as when no one was hired in the year (R-032).
    WholeIsZero,
    /// The figure and the threshold count different things: a share against a number of days.
    UnitMismatch,
    /// 21 of 20.
    PartExceedsWhole,
    /// Events over a negative exposure.
    NegativeWhole,
}

impl WhyNot {
    /// The words in `lang`.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match self {
            Self::WholeIsZero => Bilingual::new("nævneren er nul", "the whole is zero").in_lang(lang),
            Self::UnitMismatch => Bilingual::new(
                "målingen har en anden enhed end måltallet",
                "the figure and its target differ in unit",
            )
            .in_lang(lang),
            Self::PartExceedsWhole => {
                Bilingual::new("tælleren er større end nævneren", "the part is larger than the whole")
                    .in_lang(lang)
            }
            Self::NegativeWhole => {
                Bilingual::new("nævneren er negativ", "the whole is negative").in_lang(lang)
            }
        }
    }
}
