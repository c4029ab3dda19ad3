//! How often a series is measured.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};

use super::Period;

words! {
    /// How often a series is measured.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::date::Interval;
    ///
    /// let (december, january) = ("2023-12-31".parse()?, "2024-01-01".parse()?);
    /// assert_eq!(Interval::Month.steps(december, january), Some(1));
    /// assert_eq!(Interval::Week.steps(december, january), Some(1)); // weeks begin on Mondays
    /// assert_eq!(Interval::ByEvent.steps(december, january), None);
    /// assert_eq!(Interval::Quarter.label().in_lang(Lang::Da), "kvartal");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[non_exhaustive]
    pub enum Interval: "måleinterval", "measuring interval" {
        /// Every day.
        Day = "dag", "day";
        /// Every week, from Monday to Sunday.
        Week = "uge", "week";
        /// Every month.
        Month = "måned", "month";
        /// Every quarter of the year.
        Quarter = "kvartal", "quarter";
        /// Every half of the year.
        HalfYear = "halvår", "half-year";
        /// Every year.
        Year = "år", "year";
        /// Whenever something happens, such as the days since the last fall; it follows no calendar.
        ByEvent = "hændelse", "event";
    }
}

impl Interval {
    /// The number of calendar steps from one day to another: 0 within one month, 1 to the next month.
    ///
    /// Negative if `to` comes first. Returns `None` for [`ByEvent`](Self::ByEvent).
    #[must_use]
    pub fn steps(self, from: NaiveDate, to: NaiveDate) -> Option<i64> {
        Some(self.number(to)?.saturating_sub(self.number(from)?))
    }

    /// The step of the calendar that contains the day: the week, month, quarter, half-year or year.
    ///
    /// Returns `None` for [`ByEvent`](Self::ByEvent), and at the ends of the days that chrono can represent.
    ///
    /// ```
    /// use kvalitetsmodel::date::Interval;
    ///
    /// let quarter = Interval::Quarter.period_of("2024-05-17".parse()?).expect("a quarter");
    /// assert_eq!((quarter.start.to_string(), quarter.end.to_string()), ("2024-04-01".into(), "2024-06-30".into()));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn period_of(self, day: NaiveDate) -> Option<Period> {
        let start = self.first_day(day)?;
        let more = self.length_of(day)?.checked_sub(1)?;
        Some(Period { start, end: start.checked_add_signed(TimeDelta::days(more))? })
    }

    /// The number of the step that contains the day.
    pub(crate) fn number(self, day: NaiveDate) -> Option<i64> {
        let days = || i64::from(day.num_days_from_ce());
        let month = || i64::from(day.year()).saturating_mul(12).saturating_add(i64::from(day.month0()));
        match self {
            Self::Day => Some(days()),
            // 0001-01-01 is a Monday.
            Self::Week => Some(days().saturating_sub(1).div_euclid(7)),
            Self::Month => Some(month()),
            Self::Quarter => Some(month().div_euclid(3)),
            Self::HalfYear => Some(month().div_euclid(6)),
            Self::Year => Some(i64::from(day.year())),
            Self::ByEvent => None,
        }
    }

    /// The number of the step whose end is nearest to the day: a count taken on 1 March is that of February.
    pub(crate) fn nearest_end(self, day: NaiveDate) -> Option<i64> {
        let number = self.number(day)?;
        let into = day.signed_duration_since(self.first_day(day)?).num_days();
        let left = self.length_of(day)?.saturating_sub(into).saturating_sub(1);
        Some(if into < left { number.saturating_sub(1) } else { number })
    }

    /// The first day of the step that contains the day.
    fn first_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => Some(day),
            Self::Week => Some(day.week(Weekday::Mon).checked_first_day()?),
            _ => {
                let into = day.month0().checked_rem(self.months()?)?;
                NaiveDate::from_ymd_opt(day.year(), day.month().checked_sub(into)?, 1)
            }
        }
    }

    /// The number of days of the step that contains the day.
    fn length_of(self, day: NaiveDate) -> Option<i64> {
        match self {
            Self::Day => Some(1),
            Self::Week => Some(7),
            _ => {
                let first = self.first_day(day)?;
                let next = first.checked_add_months(Months::new(self.months()?))?;
                Some(next.signed_duration_since(first).num_days())
            }
        }
    }

    /// Returns how many months a step has, or `None` if it is not made of months.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
            Self::Day | Self::Week | Self::ByEvent => None,
        }
    }

    /// The mean length of a step in days, as numerator and denominator: 400 years have 146,097 days.
    pub(crate) const fn mean_days(self) -> Option<(i64, i64)> {
        match self {
            Self::Day => Some((1, 1)),
            Self::Week => Some((7, 1)),
            Self::Month => Some((146_097, 4_800)),
            Self::Quarter => Some((146_097, 1_600)),
            Self::HalfYear => Some((146_097, 800)),
            Self::Year => Some((146_097, 400)),
            Self::ByEvent => None,
        }
    }
}
