//! From one day to another.

use core::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::day_in_lang;
use super::partial::{Half, PartialDate};
use crate::text::{Bilingual, Lang};

/// From one day to another, both included (*periode*).
///
/// A draft can hold a period that ends before it starts; [`is_ordered`](Self::is_ordered) tells. Such a
/// period contains and overlaps nothing.
///
/// **Unit and range:** calendar days; in exchange documents `YYYY-MM-DD`, years 0001 to 9999.
///
/// **Order:** by start, then by end.
///
/// ```
/// use kvalitetsmodel::Period;
///
/// let first_half: Period = serde_json::from_str(r#"{ "start": "2024-01-01", "end": "2024-06-30" }"#)?;
/// assert_eq!(first_half.days(), Some(182));
/// assert!(Period::year(2024).is_some_and(|year| year.contains_period(&first_half)));
/// assert!(serde_json::from_str::<Period>(r#"{ "start": "2024-1-1", "end": "2024-06-30" }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Period {
    /// The first day.
    #[serde(with = "super::exact_day")]
    pub start: NaiveDate,
    /// The last day, still inside.
    #[serde(with = "super::exact_day")]
    pub end: NaiveDate,
}

impl Period {
    /// The calendar year (*kalenderår*), 1 to 9999; `None` for others.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        PartialDate::of_year(year).map(Self::from)
    }

    /// Does the period end on its first day or later?
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.start <= self.end
    }

    /// Does the day lie inside?
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Does the whole of the other period lie inside? Never if either ends before it starts.
    #[must_use]
    pub fn contains_period(&self, other: &Self) -> bool {
        other.is_ordered() && self.start <= other.start && other.end <= self.end
    }

    /// Do both share a day? Never if either ends before it starts.
    ///
    /// ```
    /// use kvalitetsmodel::Period;
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

    /// How many days it has, 1 or more; `None` if it ends before it starts.
    #[must_use]
    pub fn days(&self) -> Option<u64> {
        let between = self.end.signed_duration_since(self.start).num_days();
        u64::try_from(between).ok()?.checked_add(1)
    }

    /// The period in words: by its name if it is a day, a week from Monday to Sunday, a month, a quarter, a
    /// half-year or a year, by its ends otherwise.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, Period};
    ///
    /// let period = |start: &str, end: &str| -> Result<_, chrono::ParseError> {
    ///     Ok(Period { start: start.parse()?, end: end.parse()? })
    /// };
    /// let da = |start, end| period(start, end).map(|period| period.in_lang(Lang::Da).to_string());
    /// assert_eq!(da("2024-02-01", "2024-02-29")?, "februar 2024");
    /// assert_eq!(da("2024-02-01", "2024-02-01")?, "1. februar 2024");
    /// assert_eq!(da("2024-04-01", "2024-06-30")?, "2. kvartal 2024");
    /// assert_eq!(da("2024-12-30", "2025-01-05")?, "uge 1 2025"); // the week of the year's first Thursday
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

/// The number of the quarter, 1 to 4, that begins and ends on these days.
fn quarter(start: NaiveDate, end: NaiveDate) -> Option<u32> {
    let first_month = start.month0();
    let next = start.checked_add_months(Months::new(3))?;
    let is_quarter = start.day() == 1 && first_month.is_multiple_of(3) && next.pred_opt() == Some(end);
    is_quarter.then(|| (first_month / 3).saturating_add(1))
}

/// From the first to the last day that the date can mean.
impl From<PartialDate> for Period {
    fn from(date: PartialDate) -> Self {
        Self { start: date.first_day(), end: date.last_day() }
    }
}
