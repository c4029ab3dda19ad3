//! Days in exchange documents: `YYYY-MM-DD`, four digit year 0001 to 9999, nothing else.
//!
//! chrono's own text form also takes `+12024-03-31` and `2024-3-1`. Use
//! `#[serde(with = "crate::date::exact_day")]`, and for a day that can be absent
//! `#[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]`.

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::partial::{DayOutOfRange, ParseDateError, PartialDate};
use super::written::{self, YEARS};

/// Writes the day.
///
/// # Errors
///
/// A day outside the years 1 to 9999.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `with` passes the field by reference")]
pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    if YEARS.contains(&day.year()) {
        serializer.collect_str(day)
    } else {
        Err(ser::Error::custom(DayOutOfRange))
    }
}

/// Reads a day.
///
/// # Errors
///
/// `2024-3-1`, `2024-11`, `2024-02-30`, `0000-01-01`, `+12024-03-31`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    written::deserialize(deserializer, "a day as `2024-03-31`").map(|ExactDay(day)| day)
}

struct ExactDay(NaiveDate);

enum ParseDayError {
    NotADay,
    Date(ParseDateError),
}

impl fmt::Display for ParseDayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADay => f.write_str("the text is not a day as `2024-03-31`"),
            Self::Date(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl FromStr for ExactDay {
    type Err = ParseDayError;

    fn from_str(text: &str) -> Result<Self, ParseDayError> {
        let date = text.parse::<PartialDate>().map_err(|error| match error {
            ParseDateError::UnknownForm => ParseDayError::NotADay,
            error => ParseDayError::Date(error),
        })?;
        date.day().map(Self).ok_or(ParseDayError::NotADay)
    }
}

impl Serialize for ExactDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for ExactDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self)
    }
}

/// A day that can be absent; `null` reads as absent.
pub(crate) mod option {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::ExactDay;

    /// Writes the day, or `null`.
    ///
    /// # Errors
    ///
    /// A day outside the years 1 to 9999.
    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` passes the field by reference"
    )]
    pub(crate) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(ExactDay).serialize(serializer)
    }

    /// Reads a day, or `null`.
    ///
    /// # Errors
    ///
    /// `2024-3-1`, `2024-11`, `2024-02-30`, `0000-01-01`, `+12024-03-31`, `""`.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        let day = Option::<ExactDay>::deserialize(deserializer)?;
        Ok(day.map(|ExactDay(day)| day))
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Visit {
        #[serde(default, with = "super::option", skip_serializing_if = "Option::is_none")]
        held: Option<NaiveDate>,
    }

    fn refusal(json: &str) -> alloc::string::String {
        serde_json::from_str::<Visit>(json).unwrap_err().to_string()
    }

    #[test]
    fn an_absent_day_and_null_are_none_and_none_is_absent() {
        assert_eq!(serde_json::from_str::<Visit>("{}").unwrap(), Visit { held: None });
        assert_eq!(serde_json::from_str::<Visit>(r#"{"held":null}"#).unwrap(), Visit { held: None });
        assert_eq!(serde_json::to_string(&Visit { held: None }).unwrap(), "{}");
    }

    #[test]
    fn a_day_is_written_with_four_two_and_two_digits() {
        let visit = Visit { held: NaiveDate::from_ymd_opt(7, 3, 1) };
        let json = serde_json::to_string(&visit).unwrap();
        assert_eq!(json, r#"{"held":"0007-03-01"}"#);
        assert_eq!(serde_json::from_str::<Visit>(&json).unwrap(), visit);
    }

    #[test]
    fn a_refusal_says_what_is_expected_and_not_what_was_there() {
        let form = "the text is not a day as `2024-03-31` at line 1 column ";
        for text in ["2024-3-1", "2024-11", "+12024-03-31", "Karen Hansen", ""] {
            let json = alloc::format!(r#"{{"held":"{text}"}}"#);
            assert!(refusal(&json).starts_with(form), "{text}: {}", refusal(&json));
        }
        assert_eq!(
            refusal(r#"{"held":"2023-02-29"}"#),
            "the text has the form of a date, but the calendar has no such day, month or year at line 1 column 20"
        );
        assert_eq!(
            refusal(r#"{"held":7}"#),
            "invalid type: integer `7`, expected a day as `2024-03-31` at line 1 column 9"
        );
    }

    #[test]
    fn a_day_outside_the_years_is_an_error_and_no_panic() {
        for day in [NaiveDate::MIN, NaiveDate::MAX, NaiveDate::from_ymd_opt(0, 12, 31).unwrap()] {
            let error = serde_json::to_string(&Visit { held: Some(day) }).unwrap_err();
            assert_eq!(error.to_string(), "the day lies outside the years 1 to 9999");
        }
    }
}
