//! Days in exchange documents: exactly `YYYY-MM-DD`, years 0001 to 9999.
//!
//! The parser of chrono also accepts `+12024-03-31` and `2024-3-1`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserializer, Serializer, ser};

use super::partial::{DayOutOfRange, PartialDate};
use super::written::YEARS;
use super::{NO_SUCH_DATE, ParseDateError, YEAR_LAST};
use crate::draft::part::Part;
use crate::draft::{Form, Leaf, Shape};
use crate::text::{Bilingual, parsed};

impl Part for NaiveDate {
    const SHAPE: &'static Shape = &Shape::Leaf(&Leaf {
        name: "NaiveDate",
        expected: Bilingual::new("en dag som `2024-03-31`", "a day such as `2024-03-31`"),
        form: Form::Text(|text| exact_day(text).err()),
        pattern: Some("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"),
    });

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ExactDay(NaiveDate);

        impl core::str::FromStr for ExactDay {
            type Err = &'static str;

            fn from_str(text: &str) -> Result<Self, &'static str> {
                exact_day(text).map(Self).map_err(|why| why.en)
            }
        }

        parsed(deserializer, "a day such as `2024-03-31`").map(|ExactDay(day)| day)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if YEARS.contains(&self.year()) {
            serializer.collect_str(self)
        } else {
            Err(ser::Error::custom(DayOutOfRange))
        }
    }

    #[cfg(feature = "proptest")]
    fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        tape.day()
    }
}

/// Refuses `2024-3-1`, `2024-11`, `2024-02-30`, `0000-01-01`, `+12024-03-31`.
fn exact_day(text: &str) -> Result<NaiveDate, Bilingual> {
    const NOT_A_DAY: Bilingual = Bilingual::new(
        "teksten er ikke en dag som `2024-03-31`",
        "the text is not a day such as `2024-03-31`",
    );
    match text.parse::<PartialDate>() {
        Ok(date) => date.day().ok_or(NOT_A_DAY),
        Err(ParseDateError::NoSuchDate) => Err(NO_SUCH_DATE),
        Err(ParseDateError::YearLast) => Err(YEAR_LAST),
        Err(ParseDateError::UnknownForm) => Err(NOT_A_DAY),
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    record! {
        /// A visit.
        struct Visit: "besøg", "visit" {
            fields {
                held: Option<NaiveDate> = "afholdt", "held on";
            }
        }
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
        let form = "the text is not a day such as `2024-03-31` at line 1 column ";
        for text in ["2024-3-1", "2024-11", "+12024-03-31", "Karen Hansen", ""] {
            let json = alloc::format!(r#"{{"held":"{text}"}}"#);
            assert!(refusal(&json).starts_with(form), "{text}: {}", refusal(&json));
        }
        assert_eq!(
            refusal(r#"{"held":"2023-02-29"}"#),
            "the text has the form of a date, but the calendar has no such day, month or year at line 1 column 20"
        );
        assert_eq!(
            refusal(r#"{"held":"31.03.2024"}"#),
            "the date has the year last: the exchange format writes year, month and day, as in `2024-03-31` at line 1 column 20"
        );
        assert_eq!(
            refusal(r#"{"held":7}"#),
            "invalid type: integer `7`, expected a day such as `2024-03-31` at line 1 column 9"
        );
    }

    #[test]
    fn a_day_outside_the_years_is_an_error_and_no_panic() {
        for day in [NaiveDate::MIN, NaiveDate::MAX, NaiveDate::from_ymd_opt(0, 12, 31).unwrap()] {
            let error = serde_json::to_string(&Visit { held: Some(day) }).unwrap_err();
            assert_eq!(error.to_string(), "the day is outside the years 1 to 9999");
        }
    }
}
