//! A day and month without a year.

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::period::Period;
use super::written::{self, YEARS, digits};
use crate::Lang;
use crate::text::{Bilingual, error_type, parsed};

/// A leap year, which contains every possible day.
const LEAP_YEAR: i32 = 2000;
/// Any period of this many years contains 29 February at least twice, even around 1900: after 1 March 1896 it
/// occurs in 1904 and 1908.
const YEARS_WITH_TWO: i32 = 12;

/// A day and month without a year (*dag og måned uden år*).
///
/// The text form is the truncated form of ISO 8601, `--03-31`. 29 February is allowed.
///
/// **Order:** by month, then by day.
///
/// # Source
///
/// The agreement of 2024, 1.6.3, says *pr. 31. marts* without a year (R-014).
///
/// ```
/// use kvalitetsmodel::{Lang, date::{MonthDay, Period}};
///
/// let day: MonthDay = "--03-31".parse()?;
/// let agreement = Period::year(2024).ok_or("no such year")?;
/// assert_eq!(day.within(&agreement).map(|day| day.to_string()).as_deref(), Some("2024-03-31"));
/// assert_eq!(day.in_lang(Lang::Da).to_string(), "31. marts");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// Returns `None` if no year has this day, such as 30 February.
    ///
    /// **Range:** month 1 to 12, day 1 to 31.
    ///
    /// ```
    /// use kvalitetsmodel::date::MonthDay;
    ///
    /// assert!(MonthDay::new(2, 29).is_some());
    /// assert_eq!(MonthDay::new(2, 30), None);
    /// ```
    #[must_use]
    pub fn new(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).map(Self::of)
    }

    /// The month and day of a date.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { month: day.month(), day: day.day() }
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u32 {
        self.day
    }

    /// The day in a given year. Returns `None` for 29 February in a year without it, and outside the years 1
    /// to 9999.
    ///
    /// ```
    /// use kvalitetsmodel::date::MonthDay;
    ///
    /// let day: MonthDay = "--02-29".parse()?;
    /// assert!(day.in_year(2024).is_some());
    /// assert_eq!(day.in_year(2023), None);
    /// # Ok::<(), kvalitetsmodel::date::ParseMonthDayError>(())
    /// ```
    #[must_use]
    pub fn in_year(self, year: impl Into<i32>) -> Option<NaiveDate> {
        let year = year.into();
        if YEARS.contains(&year) { NaiveDate::from_ymd_opt(year, self.month, self.day) } else { None }
    }

    /// The day within a period. Returns `None` if the period contains no such day, or more than one.
    #[must_use]
    pub fn within(self, period: &Period) -> Option<NaiveDate> {
        let from = period.start.year().max(*YEARS.start());
        let to = period.end.year().min(from.saturating_add(YEARS_WITH_TWO));
        let mut days = (from..=to).filter_map(|year| self.in_year(year)).filter(|day| period.contains(*day));
        let only = days.next();
        if days.next().is_some() { None } else { only }
    }

    /// The first such day of a period. Returns `None` if the period contains none.
    pub(crate) fn first_within(self, period: Period) -> Option<NaiveDate> {
        let from = period.start.year().max(*YEARS.start());
        let to = period.end.year().min(from.saturating_add(YEARS_WITH_TWO));
        (from..=to).filter_map(|year| self.in_year(year)).find(|day| period.contains(*day))
    }

    /// The name of the month.
    pub(crate) fn month_name(self) -> Bilingual {
        written::month_name(self.month)
    }

    /// The day in words: "31. marts", "31 March".
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> impl fmt::Display {
        written::day_and_month(self.month, self.day, lang)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{:02}-{:02}", self.month, self.day)
    }
}

/// The text is not a day and month. The error does not contain the text, which can be confidential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub enum ParseMonthDayError {
    /// The text has another form: `03-31`, `--3-31`, `31. marts`.
    UnknownForm,
    /// The form is right, but no year has the day: `--02-30`, `--13-01`.
    NoSuchDay,
}

error_type! {
    ParseMonthDayError,
    fixed |error| (
        match error {
            ParseMonthDayError::UnknownForm => "unknownForm",
            ParseMonthDayError::NoSuchDay => "noSuchDay",
        },
        error.label(),
    )
}

/// # Errors
///
/// See the variants of [`ParseMonthDayError`] for refused texts.
impl FromStr for MonthDay {
    type Err = ParseMonthDayError;

    fn from_str(text: &str) -> Result<Self, ParseMonthDayError> {
        let (month, day) = text
            .strip_prefix("--")
            .and_then(|text| text.split_once('-'))
            .and_then(|(month, day)| digits::<2>(month).zip(digits::<2>(day)))
            .ok_or(ParseMonthDayError::UnknownForm)?;
        Self::new(month, day).ok_or(ParseMonthDayError::NoSuchDay)
    }
}

impl Serialize for MonthDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "a day and month such as `--03-31`")
    }
}

impl ParseMonthDayError {
    const fn label(self) -> Bilingual {
        match self {
            Self::UnknownForm => Bilingual::new(
                "teksten er ikke en dag og måned som `--03-31`",
                "the text is not a day and month such as `--03-31`",
            ),
            Self::NoSuchDay => Bilingual::new(
                "teksten har form som en dag og måned, men intet år har den dag",
                "the text has the form of a day and month, but no year has such a day",
            ),
        }
    }
}

leaf! {
    MonthDay: "en dag og måned som `--03-31`", "a day and month such as `--03-31`";
    Text(|text| text.parse::<MonthDay>().err().map(ParseMonthDayError::label))
        matches "^--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$";
    |tape| {
        let leap_day = Self { month: 2, day: 29 };
        match tape.below(8) {
            7 => leap_day,
            _ => Self::of(tape.day()),
        }
    }
}
