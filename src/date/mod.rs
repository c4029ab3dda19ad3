//! Dates as agreements write them: with their precision, without a year, or as "according to schedule".
//!
//! All days are calendar days (*kalenderdage*) of the Gregorian calendar, years 1 to 9999, without a time
//! of day or a time zone. The crate has no clock: whoever asks whether something is late says as of when.
//!
//! # Source
//!
//! "000" in this module is *Drifts- og udviklingsaftale 2024, Roskildehjemmet*; the rules are R-014, R-015
//! and R-178.

use core::fmt;

use chrono::{Datelike, Months, NaiveDate};

use crate::text::Lang;

pub(crate) mod exact_day;
mod month_day;
mod partial;
mod period;
mod status;
mod when;
pub(crate) mod written;

pub use month_day::{MonthDay, ParseMonthDayError};
pub use partial::{DayOutOfRange, Half, ParseDateError, PartialDate, Third};
pub use period::Period;
pub use status::{DutyStatus, PendingOn};
pub use when::When;

/// The day that many calendar months later.
///
/// **Unit and range:** whole months, any number. Where the later month is too short, its last day counts.
///
/// Returns `None` only past the last day that chrono knows, in the year 262142.
///
/// # Source
///
/// 000 §1.3.1: the statutory training comes within three months (R-048). That the month's end clamps is
/// derived.
///
/// ```
/// use chrono::NaiveDate;
/// use kvalitetsmodel::date::add_months;
///
/// let elected = NaiveDate::from_ymd_opt(2023, 11, 30).ok_or("no such day")?;
/// assert_eq!(add_months(elected, 3), NaiveDate::from_ymd_opt(2024, 2, 29));
/// assert_eq!(add_months(elected, u32::MAX), None);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// The day in words: "31. marts 2024", "31 March 2024".
///
/// ```
/// use chrono::NaiveDate;
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::date::day_in_lang;
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 31).ok_or("no such day")?;
/// assert_eq!(day_in_lang(day, Lang::Da).to_string(), "31. marts 2024");
/// assert_eq!(day_in_lang(day, Lang::En).to_string(), "31 March 2024");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn day_in_lang(day: NaiveDate, lang: Lang) -> impl fmt::Display {
    let words = written::day_and_month(day.month(), day.day(), lang);
    fmt::from_fn(move |f| write!(f, "{words} {}", day.year()))
}
