//! The result of a measurement.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use crate::Lang;
use crate::figure::{Assessment, CompleteResult, Decimal, Share, ShareError, Threshold, Unit, WhyNot};
use crate::text::{Bilingual, counted, missing_of};

choice! {
    /// The result of a measurement (*måleresultat*): two counts, one count, one figure in a unit, events over
    /// an exposure, or the single values of a subgroup.
    ///
    /// A draft holds what was written: a part that is not stated is absent, which is not zero, and rule
    /// `MEA009` lists it. A draft can also contain 21 of 20; rule `MEA001` reports it.
    ///
    /// ```
    /// use kvalitetsmodel::measurement::Observed;
    ///
    /// let share: Observed = serde_json::from_str(r#"{ "share": { "part": 16, "whole": 20 } }"#)?;
    /// assert_eq!(share, Observed::of_share(16, 20));
    /// let days: Observed = serde_json::from_str(r#"{ "value": { "value": "12.5" } }"#)?;
    /// assert_eq!(days.missing_parts().map(|part| part.en).collect::<Vec<_>>(), ["unit of the result"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(PartialOrd, Ord)]
    pub enum Observed: "måleresultat", "result" {
        /// A part of a whole (*andel*). Shares of several units are added up, part to part and whole to
        /// whole.
        Share = "andel", "share" {
            /// The part (*tæller*), a count.
            part: Option<u64> = "tæller", "part";
            /// The whole (*nævner*), a count; zero if there was nothing to count.
            whole: Option<u64> = "nævner", "whole";
        }
        /// A count without a whole (*antal*). Counts of several units are added up.
        Count = "antal", "count" {
            /// How many.
            count: Option<u64> = "antal", "count";
        }
        /// One figure, such as an average or a percentage without its counts. Such figures are neither added
        /// up nor averaged.
        Value = "tal", "figure" {
            /// The figure.
            value: Option<Decimal> = "tal", "figure";
            /// Its unit.
            unit: Option<Unit> = "enhed", "unit";
        }
        /// A number of events over an exposure (*rate*): 12 falls in 340 days. There can be more events than
        /// days.
        Rate = "rate", "rate" {
            /// How many events.
            events: Option<u64> = "hændelser", "events";
            /// **Range:** above zero. The exposure; a draft can contain other figures.
            exposure: Option<Decimal> = "tidsrum", "exposure";
            /// The unit of the exposure.
            unit: Option<Unit> = "enhed", "unit";
        }
        /// The single values of a subgroup (*stikprøve*), where each of several things was measured.
        Subgroup = "stikprøve", "subgroup" {
            /// The values.
            values: Vec<Decimal> = "værdier", "values";
            /// The unit of the values.
            unit: Option<Unit> = "enhed", "unit";
        }
    }
}

fn stated_unit(unit: Option<&Unit>) -> Option<&Unit> {
    unit.filter(|unit| unit.is_stated())
}

impl Observed {
    /// The share of `part` in `whole`. It may be 21 of 20, as in a draft.
    #[must_use]
    pub const fn of_share(part: u64, whole: u64) -> Self {
        Self::Share { part: Some(part), whole: Some(whole) }
    }

    /// A count.
    #[must_use]
    pub const fn of_count(count: u64) -> Self {
        Self::Count { count: Some(count) }
    }

    /// A figure in a unit.
    #[must_use]
    pub const fn of_value(value: Decimal, unit: Unit) -> Self {
        Self::Value { value: Some(value), unit: Some(unit) }
    }

    /// A number of events over an exposure in a unit.
    #[must_use]
    pub const fn of_rate(events: u64, exposure: Decimal, unit: Unit) -> Self {
        Self::Rate { events: Some(events), exposure: Some(exposure), unit: Some(unit) }
    }

    /// The values of a subgroup, in a unit.
    #[must_use]
    pub const fn of_subgroup(values: Vec<Decimal>, unit: Unit) -> Self {
        Self::Subgroup { values, unit: Some(unit) }
    }

    /// The result, if every part of it is stated. An empty subgroup is complete.
    pub(crate) fn stated(&self) -> Option<CompleteResult<'_>> {
        Some(match self {
            Self::Share { part: Some(part), whole: Some(whole) } => {
                CompleteResult::Share { part: *part, whole: *whole }
            }
            Self::Count { count: Some(count) } => CompleteResult::Count(*count),
            Self::Value { value, unit } => {
                CompleteResult::Value { value: value.as_ref()?, unit: stated_unit(unit.as_ref())? }
            }
            Self::Rate { events, exposure, unit } => CompleteResult::Rate {
                events: (*events)?,
                exposure: exposure.as_ref()?,
                unit: stated_unit(unit.as_ref())?,
            },
            Self::Subgroup { values, unit } => {
                CompleteResult::Subgroup { values, unit: stated_unit(unit.as_ref())? }
            }
            Self::Share { .. } | Self::Count { .. } => return None,
        })
    }

    /// The parts of the result, and whether each is stated.
    pub(crate) fn parts(&self) -> [(bool, Bilingual); 3] {
        const PART: Bilingual = Bilingual::new("tæller", "part");
        const WHOLE: Bilingual = Bilingual::new("nævner", "whole");
        const COUNT: Bilingual = Bilingual::new("antal", "count");
        const VALUE: Bilingual = Bilingual::new("resultatets tal", "figure of the result");
        const EVENTS: Bilingual = Bilingual::new("antal hændelser", "number of events");
        const EXPOSURE: Bilingual = Bilingual::new("hændelsernes tidsrum", "exposure");
        const UNIT: Bilingual = Bilingual::new("resultatets enhed", "unit of the result");
        match self {
            Self::Share { part, whole } => [(part.is_some(), PART), (whole.is_some(), WHOLE), (true, WHOLE)],
            Self::Count { count } => [(count.is_some(), COUNT), (true, COUNT), (true, COUNT)],
            Self::Value { value, unit } => {
                [(value.is_some(), VALUE), (stated_unit(unit.as_ref()).is_some(), UNIT), (true, UNIT)]
            }
            Self::Rate { events, exposure, unit } => [
                (events.is_some(), EVENTS),
                (exposure.is_some(), EXPOSURE),
                (stated_unit(unit.as_ref()).is_some(), UNIT),
            ],
            Self::Subgroup { unit, .. } => {
                [(stated_unit(unit.as_ref()).is_some(), UNIT), (true, UNIT), (true, UNIT)]
            }
        }
    }

    /// The parts of the result that are not stated, such as the whole of a share. Rule `MEA009` lists them.
    pub fn missing_parts(&self) -> impl Iterator<Item = Bilingual> + use<> {
        missing_of(self.parts())
    }

    /// Returns `true` if no part of the result is missing.
    pub(crate) fn is_complete(&self) -> bool {
        match self {
            Self::Share { part: Some(_), whole: Some(_) } | Self::Count { count: Some(_) } => true,
            _ => self.parts().iter().all(|(is_stated, _)| *is_stated),
        }
    }

    /// The name of the form in the exchange format.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::Share { .. } => "share",
            Self::Count { .. } => "count",
            Self::Value { .. } => "value",
            Self::Rate { .. } => "rate",
            Self::Subgroup { .. } => "subgroup",
        }
    }

    /// Returns the share, or `None` for other results, such as a single count (R-144), and for a share
    /// that lacks a count.
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20.
    #[must_use]
    pub const fn share(&self) -> Option<Result<Share, ShareError>> {
        match self {
            Self::Share { part: Some(part), whole: Some(whole) } => Some(Share::new(*part, *whole)),
            _ => None,
        }
    }

    /// Judges the result by a threshold, exactly: nothing is rounded.
    ///
    /// A share is compared in percent, a count with a count, and a figure or the mean of a subgroup in its own
    /// unit. A rate is compared as events per unit of exposure: 12 in 400 days are 0.03.
    ///
    /// ```
    /// use kvalitetsmodel::figure::{Assessment, Threshold, WhyNot};
    /// use kvalitetsmodel::{figure::{Direction, Unit}, measurement::Observed};
    ///
    /// let rarely = Threshold { direction: Direction::AtMost, value: "0.03".parse()?, unit: Unit::Days };
    /// let falls = |exposure: &str| -> Result<_, kvalitetsmodel::figure::DecimalError> {
    ///     Ok(Observed::of_rate(12, exposure.parse()?, Unit::Days))
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
    ///
    /// Returns `None` if the unit is not stated.
    pub(crate) fn unit_of_target(&self) -> Option<&Unit> {
        match self {
            Self::Share { .. } => Some(&Unit::Percent),
            Self::Count { .. } => Some(&Unit::Count),
            Self::Value { unit, .. } | Self::Rate { unit, .. } | Self::Subgroup { unit, .. } => {
                stated_unit(unit.as_ref())
            }
        }
    }

    /// Compares the result with a figure in `unit`, exactly.
    ///
    /// # Errors
    ///
    /// [`WhyNot`] for a result that is not fully stated, 0 of 0, 21 of 20, an exposure of zero or below,
    /// an empty subgroup, and a figure in another unit.
    pub fn compare(&self, figure: &Decimal, unit: &Unit) -> Result<Ordering, WhyNot> {
        if self.unit_of_target().is_some_and(|own| own != unit) {
            return Err(WhyNot::UnitMismatch);
        }
        self.stated().ok_or(WhyNot::NotStated)?.compare(figure)
    }

    /// The result in words. The name of [`Unit::Other`] is not shown.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, figure::Unit, measurement::Observed};
    ///
    /// let share = Observed::of_share(15, 19);
    /// assert_eq!(share.in_lang(Lang::Da).to_string(), "15 af 19 (ca. 78,9 %)");
    /// let days = Observed::of_value("12.5".parse()?, Unit::Days);
    /// assert_eq!(days.in_lang(Lang::En).to_string(), "12.5 days");
    /// let unfinished = Observed::Share { part: Some(16), whole: None };
    /// assert_eq!(unfinished.in_lang(Lang::Da).to_string(), "andel, der ikke er fuldt oplyst");
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self.stated() {
            None => {
                let incomplete = Bilingual::new("der ikke er fuldt oplyst", "not fully stated");
                write!(f, "{}, {}", self.label().in_lang(lang), incomplete.in_lang(lang))
            }
            Some(CompleteResult::Share { part, whole }) => match Share::new(part, whole) {
                Ok(share) => fmt::Display::fmt(&share.in_lang(lang), f),
                Err(_) if lang == Lang::Da => write!(f, "{part} af {whole}"),
                Err(_) => write!(f, "{part} of {whole}"),
            },
            Some(CompleteResult::Count(count)) => fmt::Display::fmt(&count, f),
            Some(CompleteResult::Value { value, unit }) => {
                let after = unit.after_number(*value == Decimal::from_integer(1), lang);
                write!(f, "{}{after}", value.in_lang(lang))
            }
            Some(CompleteResult::Rate { events, exposure, unit }) => {
                let over = Bilingual::new("på", "over").in_lang(lang);
                let after = unit.after_number(*exposure == Decimal::from_integer(1), lang);
                write!(f, "{events} {over} {}{after}", exposure.in_lang(lang))
            }
            Some(CompleteResult::Subgroup { values, unit }) => {
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
