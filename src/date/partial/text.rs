//! The text form of dates.

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Form, Half, PartialDate, Third};
use crate::date::written::{self, digits};
use crate::text::{Bilingual, error_type, parsed};

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        let month = self.first.month();
        match self.form {
            Form::Day => write!(f, "-{month:02}-{:02}", self.first.day()),
            Form::MonthThird(third) => write!(f, "-{month:02}-{}", third.word()),
            Form::Month => write!(f, "-{month:02}"),
            Form::YearThird(third) => write!(f, "-{}", third.word()),
            Form::Half(Half::First) => f.write_str("-H1"),
            Form::Half(Half::Second) => f.write_str("-H2"),
            Form::Year => Ok(()),
        }
    }
}

/// The text is not a date. The error does not contain the text, which can be confidential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub enum ParseDateError {
    /// The text has none of the forms: `2024-3-1`, `+2024`, `2024-h1`, ` 2024`.
    UnknownForm,
    /// The year comes last, as people write it: `31.03.2024`, `31-3-2024`, `31/03/2024`.
    YearLast,
    /// The form is right, but the date does not exist: `2023-02-29`, `2024-13`, `0000`.
    NoSuchDate,
}

error_type! {
    ParseDateError,
    fixed |error| (
        match error {
            ParseDateError::UnknownForm => "unknownForm",
            ParseDateError::YearLast => "yearLast",
            ParseDateError::NoSuchDate => "noSuchDate",
        },
        error.label(),
    )
}

/// # Errors
///
/// See the variants of [`ParseDateError`] for refused texts.
impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        read(text).map_err(|error| match error {
            ParseDateError::UnknownForm if has_year_last(text) => ParseDateError::YearLast,
            other => other,
        })
    }
}

fn read(text: &str) -> Result<PartialDate, ParseDateError> {
    if let Some([year, month, day]) = day_in_digits(text) {
        let year = i32::try_from(year).map_err(|_| ParseDateError::NoSuchDate)?;
        return of_day(year, month, day).ok_or(ParseDateError::NoSuchDate);
    }
    let (year, rest) = split(text);
    let year = number::<4>(year)?;
    let year = i32::try_from(year).map_err(|_| ParseDateError::NoSuchDate)?;
    let date = match rest {
        None => PartialDate::of_year(year),
        Some("H1") => PartialDate::of_half(year, Half::First),
        Some("H2") => PartialDate::of_half(year, Half::Second),
        Some(rest) => match Third::from_word(rest) {
            Some(third) => PartialDate::of_year_third(year, third),
            None => in_month(year, rest)?,
        },
    };
    date.ok_or(ParseDateError::NoSuchDate)
}

/// Returns `true` for a text like `31.03.2024`.
fn has_year_last(text: &str) -> bool {
    let mut parts = text.split(['.', '-', '/']);
    let is_short = |part: Option<&str>| {
        part.is_some_and(|part| digits::<1>(part).or_else(|| digits::<2>(part)).is_some())
    };
    is_short(parts.next())
        && is_short(parts.next())
        && parts.next().and_then(digits::<4>).is_some()
        && parts.next().is_none()
}

fn in_month(year: i32, text: &str) -> Result<Option<PartialDate>, ParseDateError> {
    let (month, rest) = split(text);
    let month = number::<2>(month)?;
    let Some(rest) = rest else { return Ok(PartialDate::of_month(year, month)) };
    if let Some(third) = Third::from_word(rest) {
        return Ok(PartialDate::of_month_third(year, month, third));
    }
    Ok(of_day(year, month, number::<2>(rest)?))
}

fn of_day(year: i32, month: u32, day: u32) -> Option<PartialDate> {
    NaiveDate::from_ymd_opt(year, month, day).and_then(|day| PartialDate::of_day(day).ok())
}

/// Year, month and day of a text like `2024-03-31`, the most common form: read without a search for each hyphen.
fn day_in_digits(text: &str) -> Option<[u32; 3]> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    Some([written::number([y1, y2, y3, y4])?, written::number([m1, m2])?, written::number([d1, d2])?])
}

fn number<const LEN: usize>(text: &str) -> Result<u32, ParseDateError> {
    digits::<LEN>(text).ok_or(ParseDateError::UnknownForm)
}

fn split(text: &str) -> (&str, Option<&str>) {
    text.split_once('-').map_or((text, None), |(head, rest)| (head, Some(rest)))
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "a date such as `2024-03-31`, `2024-11`, `2024-H1`, `2024` or `2024-medio`")
    }
}

impl ParseDateError {
    pub(in crate::date) const fn label(self) -> Bilingual {
        match self {
            Self::UnknownForm => Bilingual::new(
                "teksten har ingen af de former, en dato kan have: `2024-03-31`, `2024-11`, `2024-H1`, `2024`, \
                 `2024-medio`, `2024-11-medio`",
                "the text has none of the forms of a date: `2024-03-31`, `2024-11`, `2024-H1`, `2024`, \
                 `2024-medio`, `2024-11-medio`",
            ),
            Self::YearLast => YEAR_LAST,
            Self::NoSuchDate => NO_SUCH_DATE,
        }
    }
}

pub(in crate::date) const YEAR_LAST: Bilingual = Bilingual::new(
    "i datoen står året sidst: udvekslingsformatet skriver år, måned og dag, som i `2024-03-31`",
    "the date has the year last: the exchange format writes year, month and day, as in `2024-03-31`",
);

pub(in crate::date) const NO_SUCH_DATE: Bilingual = Bilingual::new(
    "teksten har form som en dato, men kalenderen har ingen sådan dag, måned eller år",
    "the text has the form of a date, but the calendar has no such day, month or year",
);

leaf! {
    PartialDate: "en dato som `2024-03-31`, `2024-11`, `2024-H1`, `2024` eller `2024-medio`",
        "a date such as `2024-03-31`, `2024-11`, `2024-H1`, `2024` or `2024-medio`";
    Text(|text| text.parse::<PartialDate>().err().map(ParseDateError::label))
        matches "^[0-9]{4}(?:-(?:H[12]|primo|medio|ultimo|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]|primo|medio|ultimo))?))?$";
    |tape| {
        let day = tape.day();
        let (year, month) = (day.year(), day.month());
        let third = *tape.pick(&[Third::Primo, Third::Medio, Third::Ultimo]);
        let date = match tape.below(8) {
            3 => Self::of_month(year, month),
            4 => Self::of_year(year),
            5 => Self::of_half(year, if tape.flag() { Half::Second } else { Half::First }),
            6 => Self::of_year_third(year, third),
            7 => Self::of_month_third(year, month, third),
            _ => None,
        };
        date.or_else(|| Self::of_day(day).ok()).unwrap_or(Self { first: day, last: day, form: Form::Day })
    }
}
