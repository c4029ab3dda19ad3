//! How often a series is measured.

use chrono::{Datelike, Days, NaiveDate};

use super::{Period, add_months};

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
        let months = match self {
            Self::Day => return Some(Period { start: day, end: day }),
            Self::Week => {
                let start = day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
                return Some(Period { start, end: start.checked_add_days(Days::new(6))? });
            }
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
            Self::ByEvent => return None,
        };
        let first = day.month0().checked_div(months)?.checked_mul(months)?;
        let start = NaiveDate::from_ymd_opt(day.year(), first.checked_add(1)?, 1)?;
        Some(Period { start, end: add_months(start, months)?.pred_opt()? })
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
