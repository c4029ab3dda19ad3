//! Dates as agreements write them: with different precision, without a year, or as "according to schedule".
//!
//! All days are calendar days (*kalenderdage*) of the Gregorian calendar, years 1 to 9999, without a time
//! of day or a time zone. The crate has no clock: the caller passes the day for which a status is computed.
//!
//! # Source
//!
//! R-014, R-015 and R-178, and *Drifts- og udviklingsaftale 2024, Roskildehjemmet*.

use core::fmt;

use chrono::{Datelike, Months, NaiveDate};

use crate::Lang;
use crate::text::Bilingual;

mod due;
mod exact_day;
mod interval;
mod month_day;
mod partial;
mod period;
mod status;
mod when;
mod written;

pub use interval::Interval;
pub use month_day::{MonthDay, ParseMonthDayError};
pub use partial::{DayOutOfRange, Half, ParseDateError, PartialDate, Third};
use partial::{NO_SUCH_DATE, YEAR_LAST};
pub use period::Period;
pub(crate) use period::share_a_day;
pub use status::{DutyStatus, Lapse, PendingOn};
pub use when::When;
#[cfg(feature = "plot")]
pub(crate) use written::short_month_name;

/// The day, or the nearest one in the years 1 to 9999, which are those that can be written.
pub(crate) fn nearest_writable(day: NaiveDate) -> NaiveDate {
    let nearest = match day.year() {
        ..1 => NaiveDate::from_ymd_opt(1, 1, 1),
        1..=9999 => None,
        10_000.. => NaiveDate::from_ymd_opt(9999, 12, 31),
    };
    nearest.unwrap_or(day)
}

/// Adds calendar months to a day.
///
/// **Unit and range:** whole months, any number. If the resulting month has no such day, the result is its
/// last day.
///
/// Returns `None` if the result is outside the years 1 to 9999.
///
/// # Source
///
/// The agreement of 2024, 1.3.1: the statutory training is completed within three months (R-048). The use of the last
/// day of a shorter month is derived.
///
/// ```
/// use chrono::NaiveDate;
/// use kvalitetsmodel::date::add_months;
///
/// let elected = NaiveDate::from_ymd_opt(2023, 11, 30).ok_or("no such day")?;
/// assert_eq!(add_months(elected, 3), NaiveDate::from_ymd_opt(2024, 2, 29));
/// assert_eq!(add_months(NaiveDate::from_ymd_opt(9999, 12, 31).ok_or("no such day")?, 1), None);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months)).filter(|day| written::YEARS.contains(&day.year()))
}

/// Whether the dates tell that the one comes before the other, or are the same.
pub(crate) fn is_in_order(one: PartialDate, other: PartialDate) -> bool {
    one == other || one.ends_before(other)
}

/// Returns `true` if the date is certainly before the day.
pub(crate) fn has_passed(on: Option<PartialDate>, as_of: NaiveDate) -> bool {
    on.is_some_and(|on| on.last_day() < as_of)
}

/// Returns both dates if the end is certainly before the start.
pub(crate) fn backwards(
    starts_on: Option<PartialDate>,
    ends_on: Option<PartialDate>,
) -> Option<(PartialDate, PartialDate)> {
    starts_on.zip(ends_on).filter(|(start, end)| end.ends_before(*start))
}

/// Calls `found` with each date that is before a date listed earlier, and with that earlier date. Dates that are
/// not stated are skipped.
///
/// Each date is compared with the latest of those listed before it. One wrong date is therefore one finding, and a date
/// without a day does not hide the day before it.
pub(crate) fn each_out_of_order<T: Copy>(
    dates: impl IntoIterator<Item = (T, Option<PartialDate>)>,
    mut found: impl FnMut((T, PartialDate), (T, PartialDate)),
) {
    let mut latest: Option<(T, PartialDate)> = None;
    for (what, on) in dates {
        let Some(on) = on else { continue };
        match latest {
            Some(before) if on.ends_before(before.1) => found((what, on), before),
            Some((_, before_on)) if on.first_day() < before_on.first_day() => {}
            _ => latest = Some((what, on)),
        }
    }
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

/// The day that a text is about: "as of 31 March 2024", with a capital.
pub(crate) fn as_of_in_lang(day: NaiveDate, lang: Lang) -> impl fmt::Display {
    let words = Bilingual::new("Pr.", "As of").in_lang(lang);
    fmt::from_fn(move |f| write!(f, "{words} {}", day_in_lang(day, lang)))
}
