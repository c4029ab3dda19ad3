//! What a measurement found.

use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use core::cmp::Ordering;

use crate::figure::{Assessment, Decimal, Share, ShareError, Threshold, Unit, WhyNot};
use crate::text::{Bilingual, Lang, counted};

/// What a measurement found (*måleresultat*): two counts, one count, one figure in a unit, events over an
/// exposure, or the single values of a subgroup.
///
/// A draft can hold 21 of 20; rule `MEA001` finds it.
///
/// ```
/// use kvalitetsmodel::Observed;
///
/// let share: Observed = serde_json::from_str(r#"{ "share": { "part": 16, "whole": 20 } }"#)?;
/// assert_eq!(share, Observed::Share { part: 16, whole: 20 });
/// let days = r#"{ "value": { "value": "12.5", "unit": "days" } }"#;
/// assert_eq!(serde_json::from_str::<Observed>(days)?.share(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Observed {
    /// So many of so many (*andel*). Shares of several units are added, part to part and whole to whole.
    Share {
        /// How many of the whole (*tæller*).
        part: u64,
        /// How many in all (*nævner*); zero when there was nothing to count.
        whole: u64,
    },
    /// So many, with no whole to hold them against (*antal*). Counts of several units are added.
    Count {
        /// How many; zero is zero.
        count: u64,
    },
    /// One figure: an average, a rate, a percent without its counts. It is never added and never averaged.
    Value {
        /// The figure.
        value: Decimal,
        /// Its unit.
        unit: Unit,
    },
    /// So many events over so much exposure (*rate*): 12 falls in 340 days. There can be more events than
    /// days.
    Rate {
        /// How many events; zero is zero.
        events: u64,
        /// Over how much; more than zero.
        exposure: Decimal,
        /// The unit of the exposure.
        unit: Unit,
    },
    /// The single values of a subgroup (*stikprøve*), where each of several things was measured.
    Subgroup {
        /// What was found, one by one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<Decimal>,
        /// Their unit.
        unit: Unit,
    },
}

impl Observed {
    /// The share; nothing for a count or a single figure (R-144).
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20.
    #[must_use]
    pub const fn share(&self) -> Option<Result<Share, ShareError>> {
        match self {
            Self::Share { part, whole } => Some(Share::new(*part, *whole)),
            _ => None,
        }
    }

    /// Is the threshold met by what was found? Exact: nothing is rounded.
    ///
    /// A share is held against percent, a count against a count, a figure and the mean of a subgroup against
    /// their own unit. A rate is held against events for each one of its unit: 12 in 400 days are 0.03.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Threshold, WhyNot};
    /// use kvalitetsmodel::{Direction, Observed, Unit};
    ///
    /// let rarely = Threshold { direction: Direction::AtMost, value: "0.03".parse()?, unit: Unit::Days };
    /// let falls = |exposure: &str| -> Result<_, kvalitetsmodel::figure::DecimalError> {
    ///     Ok(Observed::Rate { events: 12, exposure: exposure.parse()?, unit: Unit::Days })
    /// };
    /// assert_eq!(falls("400")?.judge(&rarely), Assessment::Met);
    /// assert_eq!(falls("399.9")?.judge(&rarely), Assessment::NotMet);
    /// assert_eq!(falls("0")?.judge(&rarely), Assessment::NotAssessable(WhyNot::WholeIsZero));
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    pub fn judge(&self, threshold: &Threshold) -> Assessment {
        match self.compare(&threshold.value, &threshold.unit) {
            Ok(ordering) => threshold.verdict(ordering),
            Err(why) => Assessment::NotAssessable(why),
        }
    }

    /// The unit of a figure that it can be held against.
    pub(crate) const fn unit_of_target(&self) -> &Unit {
        match self {
            Self::Share { .. } => &Unit::Percent,
            Self::Count { .. } => &Unit::Count,
            Self::Value { unit, .. } | Self::Rate { unit, .. } | Self::Subgroup { unit, .. } => unit,
        }
    }

    /// What was found against a figure in `unit`, exactly.
    ///
    /// # Errors
    ///
    /// [`WhyNot`] for a share of nothing, 21 of 20, and a figure in another unit.
    pub fn compare(&self, figure: &Decimal, unit: &Unit) -> Result<Ordering, WhyNot> {
        if unit != self.unit_of_target() {
            return Err(WhyNot::UnitMismatch);
        }
        let (mantissa, one) = figure.over();
        let one = i128::from(one);
        match self {
            Self::Share { part, whole } => {
                let share = Share::new(*part, *whole).map_err(|_| WhyNot::PartExceedsWhole)?;
                share.compare_percent(figure).ok_or(WhyNot::WholeIsZero)
            }
            // Below 2·10^28, so nothing saturates.
            Self::Count { count } => Ok(i128::from(*count).saturating_mul(one).cmp(&mantissa)),
            Self::Value { value, .. } => Ok(value.cmp(figure)),
            Self::Rate { exposure, .. } if exposure.is_zero() => Err(WhyNot::WholeIsZero),
            Self::Rate { exposure, .. } if exposure.is_negative() => Err(WhyNot::NegativeWhole),
            Self::Rate { events, exposure, .. } => {
                // Both products are below 2·10^37, an `i128` holds 1.7·10^38.
                let (over, of_exposure) = exposure.over();
                let events = i128::from(*events).saturating_mul(i128::from(of_exposure)).saturating_mul(one);
                Ok(events.cmp(&mantissa.saturating_mul(over)))
            }
            Self::Subgroup { values, .. } if values.is_empty() => Err(WhyNot::WholeIsZero),
            Self::Subgroup { values, .. } => {
                // Below 10^27 each: no memory holds as many values as would saturate.
                let count = i128::from(crate::count(values.len()));
                let sum = values.iter().fold(0_i128, |sum, value| sum.saturating_add(value.billionths()));
                Ok(sum.cmp(&figure.billionths().saturating_mul(count)))
            }
        }
    }

    /// The figure for a reader. A unit that the format has no word for stays unnamed.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, Observed, Unit};
    ///
    /// let share = Observed::Share { part: 15, whole: 19 };
    /// assert_eq!(share.in_lang(Lang::Da).to_string(), "15 af 19 (ca. 78,9 %)");
    /// let days = Observed::Value { value: "12.5".parse()?, unit: Unit::Days };
    /// assert_eq!(days.in_lang(Lang::En).to_string(), "12.5 days");
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share { part, whole } => match Share::new(*part, *whole) {
                Ok(share) => fmt::Display::fmt(&share.in_lang(lang), f),
                Err(_) if lang == Lang::Da => write!(f, "{part} af {whole}"),
                Err(_) => write!(f, "{part} of {whole}"),
            },
            Self::Count { count } => fmt::Display::fmt(count, f),
            Self::Value { value, unit } => write!(f, "{} {}", value.in_lang(lang), unit.in_lang(lang)),
            Self::Rate { events, exposure, unit } => {
                let over = Bilingual::new("på", "over").in_lang(lang);
                write!(f, "{events} {over} {} {}", exposure.in_lang(lang), unit.in_lang(lang))
            }
            Self::Subgroup { values, unit } => {
                let (one, several) = match lang {
                    Lang::Da => ("værdi", "værdier"),
                    Lang::En => ("value", "values"),
                };
                let values = counted(crate::count(values.len()), one, several);
                write!(f, "{values} ({})", unit.in_lang(lang))
            }
        })
    }
}
