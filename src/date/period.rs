//! Periods.

use core::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::day_in_lang;
use super::partial::{Half, PartialDate};
use crate::Lang;
use crate::text::Bilingual;

record! {
    /// A period (*periode*) from one day to another, both included.
    ///
    /// A draft can contain a period that ends before it starts, see [`is_ordered`](Self::is_ordered). Such a
    /// period contains no days and overlaps no other period.
    ///
    /// **Unit and range:** calendar days; in exchange documents `YYYY-MM-DD`, years 0001 to 9999.
    ///
    /// **Order:** by start, then by end.
    ///
    /// ```
    /// use kvalitetsmodel::date::Period;
    ///
    /// let first_half: Period = serde_json::from_str(r#"{ "start": "2024-01-01", "end": "2024-06-30" }"#)?;
    /// assert_eq!(first_half.days(), Some(182));
    /// assert!(Period::year(2024).is_some_and(|year| year.contains_period(&first_half)));
    /// assert!(serde_json::from_str::<Period>(r#"{ "start": "2024-1-1", "end": "2024-06-30" }"#).is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Copy, PartialOrd, Ord)]
    pub struct Period: "periode", "period" {
        mandatory {
            /// The first day.
            pub start: NaiveDate = "første dag", "first day";
            /// The last day, included.
            pub end: NaiveDate = "sidste dag", "last day";
        }
    }
}

impl Period {
    /// A calendar year (*kalenderår*). Returns `None` outside the years 1 to 9999.
    #[must_use]
    pub fn year(year: impl Into<i32>) -> Option<Self> {
        PartialDate::of_year(year).map(Self::from)
    }

    /// Returns `true` if the period ends on its first day or later.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.start <= self.end
    }

    /// Returns `true` if the day is within the period.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Returns `true` if the other period is entirely within this one, and `false` if either ends before it
    /// starts.
    #[must_use]
    pub fn contains_period(&self, other: &Self) -> bool {
        other.is_ordered() && self.start <= other.start && other.end <= self.end
    }

    /// Returns `true` if the periods have a day in common, and `false` if either ends before it starts.
    ///
    /// ```
    /// use kvalitetsmodel::date::Period;
    ///
    /// let this = Period::year(2024).ok_or("no such year")?;
    /// let next = Period::year(2025).ok_or("no such year")?;
    /// assert!(!this.overlaps(&next));
    /// assert!(this.overlaps(&Period { start: this.end, end: next.end }));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.is_ordered() && other.is_ordered() && self.start <= other.end && other.start <= self.end
    }

    /// Returns `true` if two measuring times count as the same: they are equal, or share a day within one month.
    /// A half-year or a year has room for several.
    pub(crate) fn is_same_measuring_time(self, other: Self) -> bool {
        let month = |day: NaiveDate| (day.year(), day.month());
        let days = [self.start, self.end, other.start, other.end];
        self == other || self.overlaps(&other) && days.iter().all(|day| month(*day) == month(self.start))
    }

    /// The number of days, 1 or more. Returns `None` if the period ends before it starts.
    #[must_use]
    pub fn days(&self) -> Option<u64> {
        let between =
            i64::from(self.end.num_days_from_ce()).saturating_sub(self.start.num_days_from_ce().into());
        u64::try_from(between).ok()?.checked_add(1)
    }

    /// The period in words: its name if it is a day, a week from Monday to Sunday, a month, a quarter, a
    /// half-year or a year; otherwise its first and last day.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, date::Period};
    ///
    /// let period = |start: &str, end: &str| -> Result<_, chrono::ParseError> {
    ///     Ok(Period { start: start.parse()?, end: end.parse()? })
    /// };
    /// let da = |start, end| period(start, end).map(|period| period.in_lang(Lang::Da).to_string());
    /// assert_eq!(da("2024-02-01", "2024-02-29")?, "februar 2024");
    /// assert_eq!(da("2024-02-01", "2024-02-01")?, "1. februar 2024");
    /// assert_eq!(da("2024-04-01", "2024-06-30")?, "2. kvartal 2024");
    /// assert_eq!(da("2024-12-30", "2025-01-05")?, "uge 1 2025"); // ISO 8601
    /// assert_eq!(
    ///     period("2024-02-01", "2024-02-07")?.in_lang(Lang::En).to_string(),
    ///     "1 February 2024 – 7 February 2024",
    /// );
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + use<> {
        let Self { start, end } = *self;
        let year = start.year();
        let named = [
            PartialDate::of_month(year, start.month()),
            PartialDate::of_half(year, Half::First),
            PartialDate::of_half(year, Half::Second),
            PartialDate::of_year(year),
        ];
        let named = named.into_iter().flatten().find(|date| Self::from(*date) == Self { start, end });
        fmt::from_fn(move |f| match named {
            Some(date) => fmt::Display::fmt(&date.in_lang(lang), f),
            None if start == end => fmt::Display::fmt(&day_in_lang(start, lang), f),
            None if is_week(start, end) => {
                let week = start.iso_week();
                let words = Bilingual::new("uge", "week").in_lang(lang);
                write!(f, "{words} {} {}", week.week(), week.year())
            }
            None => match quarter(start, end) {
                Some(quarter) if lang == Lang::Da => write!(f, "{quarter}. kvartal {year}"),
                Some(quarter) => write!(f, "quarter {quarter} of {year}"),
                None => write!(f, "{} – {}", day_in_lang(start, lang), day_in_lang(end, lang)),
            },
        })
    }
}

fn is_week(start: NaiveDate, end: NaiveDate) -> bool {
    start.weekday() == Weekday::Mon && start.checked_add_days(Days::new(6)) == Some(end)
}

/// The number of the quarter, 1 to 4, with this first and last day.
fn quarter(start: NaiveDate, end: NaiveDate) -> Option<u32> {
    let first_month = start.month0();
    let next = start.checked_add_months(Months::new(3))?;
    let is_quarter = start.day() == 1 && first_month.is_multiple_of(3) && next.pred_opt() == Some(end);
    is_quarter.then(|| (first_month / 3).saturating_add(1))
}

/// Returns `true` if all periods have a day in common.
pub(crate) fn share_a_day(periods: impl Iterator<Item = Period> + Clone) -> bool {
    periods.clone().map(|period| period.start).max() <= periods.map(|period| period.end).min()
}

/// From the first to the last possible day of the date.
impl From<PartialDate> for Period {
    fn from(date: PartialDate) -> Self {
        Self { start: date.first_day(), end: date.last_day() }
    }
}
