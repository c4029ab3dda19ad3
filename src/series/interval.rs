//! How often a series is measured.

use chrono::{Datelike, NaiveDate};

words! {
    /// How often a series is measured.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::series::Interval;
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

    /// The number of the step that contains the day.
    fn number(self, day: NaiveDate) -> Option<i64> {
        let days = i64::from(day.num_days_from_ce());
        let month = i64::from(day.year()).saturating_mul(12).saturating_add(i64::from(day.month0()));
        match self {
            Self::Day => Some(days),
            // 0001-01-01 is a Monday.
            Self::Week => Some(days.saturating_sub(1).div_euclid(7)),
            Self::Month => Some(month),
            Self::Quarter => Some(month.div_euclid(3)),
            Self::HalfYear => Some(month.div_euclid(6)),
            Self::Year => Some(i64::from(day.year())),
            Self::ByEvent => None,
        }
    }
}
