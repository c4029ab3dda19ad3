//! The result of a measurement.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use crate::Lang;
use crate::figure::{Assessment, Decimal, Share, ShareError, Threshold, Unit, WhyNot};
use crate::text::{Bilingual, counted};

choice! {
    /// The result of a measurement (*måleresultat*): two counts, one count, one figure in a unit, events over
    /// an exposure, or the single values of a subgroup.
    ///
    /// A draft can contain 21 of 20; rule `MEA001` reports it.
    ///
    /// ```
    /// use kvalitetsmodel::measurement::Observed;
    ///
    /// let share: Observed = serde_json::from_str(r#"{ "share": { "part": 16, "whole": 20 } }"#)?;
    /// assert_eq!(share, Observed::Share { part: 16, whole: 20 });
    /// let days = r#"{ "value": { "value": "12.5", "unit": "days" } }"#;
    /// assert_eq!(serde_json::from_str::<Observed>(days)?.share(), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(PartialOrd, Ord)]
    pub enum Observed: "måleresultat", "result" {
        /// A part of a whole (*andel*). Shares of several units are added up, part to part and whole to
        /// whole.
        Share = "andel", "share" {
            /// The part (*tæller*), a count.
            part: u64 = "tæller", "part";
            /// The whole (*nævner*), a count; zero if there was nothing to count.
            whole: u64 = "nævner", "whole";
        }
        /// A count without a whole (*antal*). Counts of several units are added up.
        Count = "antal", "count" {
            /// How many.
            count: u64 = "antal", "count";
        }
        /// One figure, such as an average or a percentage without its counts. Such figures are neither added
        /// up nor averaged.
        Value = "tal", "figure" {
            /// The figure.
            value: Decimal = "tal", "figure";
            /// Its unit.
            unit: Unit = "enhed", "unit";
        }
        /// A number of events over an exposure (*rate*): 12 falls in 340 days. There can be more events than
        /// days.
        Rate = "rate", "rate" {
            /// How many events.
            events: u64 = "hændelser", "events";
            /// **Range:** above zero. The exposure; a draft can contain other figures.
            exposure: Decimal = "eksponering", "exposure";
            /// The unit of the exposure.
            unit: Unit = "enhed", "unit";
        }
        /// The single values of a subgroup (*stikprøve*), where each of several things was measured.
        Subgroup = "stikprøve", "subgroup" {
            /// The values.
            values: Vec<Decimal> = "værdier", "values";
            /// The unit of the values.
            unit: Unit = "enhed", "unit";
        }
    }
}

impl Observed {
    /// Returns the share, or `None` for other results, such as a single count (R-144).
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

    /// Judges the result by a threshold, exactly: nothing is rounded.
    ///
    /// A share is compared in percent, a count with a count, a figure and the mean of a subgroup in their own
    /// unit. A rate is compared as events per unit of exposure: 12 in 400 days are 0.03.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Threshold, WhyNot};
    /// use kvalitetsmodel::{figure::{Direction, Unit}, measurement::Observed};
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

    /// The unit of the figures that it can be compared with.
    pub(crate) const fn unit_of_target(&self) -> &Unit {
        match self {
            Self::Share { .. } => &Unit::Percent,
            Self::Count { .. } => &Unit::Count,
            Self::Value { unit, .. } | Self::Rate { unit, .. } | Self::Subgroup { unit, .. } => unit,
        }
    }

    /// Compares the result with a figure in `unit`, exactly.
    ///
    /// # Errors
    ///
    /// [`WhyNot`] for 0 of 0, 21 of 20, an exposure of zero or below, an empty subgroup, and a figure in
    /// another unit.
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
            // Below 2·10^28: nothing saturates.
            Self::Count { count } => Ok(i128::from(*count).saturating_mul(one).cmp(&mantissa)),
            Self::Value { value, .. } => Ok(value.cmp(figure)),
            Self::Rate { exposure, .. } if exposure.is_zero() => Err(WhyNot::WholeIsZero),
            Self::Rate { exposure, .. } if exposure.is_negative() => Err(WhyNot::NegativeWhole),
            Self::Rate { events, exposure, .. } => {
                // Both products are below 2·10^37, and an `i128` holds 1.7·10^38.
                let (over, of_exposure) = exposure.over();
                let events = i128::from(*events).saturating_mul(i128::from(of_exposure)).saturating_mul(one);
                Ok(events.cmp(&mantissa.saturating_mul(over)))
            }
            Self::Subgroup { values, .. } if values.is_empty() => Err(WhyNot::WholeIsZero),
            Self::Subgroup { values, .. } => {
                // Each value is below 10^27: more values than memory can hold would be needed to saturate.
                let count = i128::from(crate::text::count(values.len()));
                let sum = values.iter().fold(0_i128, |sum, value| sum.saturating_add(value.billionths()));
                Ok(sum.cmp(&figure.billionths().saturating_mul(count)))
            }
        }
    }

    /// The result in words. The name of [`Unit::Other`] is not shown.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, figure::Unit, measurement::Observed};
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
            Self::Value { value, unit } => {
                write!(f, "{} {}", value.in_lang(lang), unit.label().in_lang(lang))
            }
            Self::Rate { events, exposure, unit } => {
                let over = Bilingual::new("på", "over").in_lang(lang);
                let unit = unit.label().in_lang(lang);
                write!(f, "{events} {over} {} {unit}", exposure.in_lang(lang))
            }
            Self::Subgroup { values, unit } => {
                let (one, several) = match lang {
                    Lang::Da => ("værdi", "værdier"),
                    Lang::En => ("value", "values"),
                };
                let values = counted(crate::text::count(values.len()), one, several);
                write!(f, "{values} ({})", unit.label().in_lang(lang))
            }
        })
    }
}
