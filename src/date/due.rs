//! The date by which something is to happen, with its precision.

use chrono::{Datelike, NaiveDate};

use super::add_months;
use super::partial::PartialDate;
use super::period::Period;
use super::when::When;

impl When {
    /// The deadline as a date with its own precision. What is before its first day or after its last is certainly
    /// before or after the deadline.
    ///
    /// Months from a day end on a day, and months from a month end in a month. A day without a year is determined as
    /// for [`deadline`](Self::deadline). Returns `None` if the date is not determined, and for months from a date that
    /// is coarser than a month.
    pub(crate) fn due(&self, within: Option<&Period>) -> Option<PartialDate> {
        match self {
            Self::Date { on } => *on,
            Self::Schedule { deadline, .. } => *deadline,
            Self::MonthDay { day } => PartialDate::of_day(day.as_ref()?.within(within?)?).ok(),
            Self::Within { months, from } => {
                let (months, from) = months.zip(*from)?;
                let end = add_months(from.first_day(), u32::from(months))?;
                if from.is_day() {
                    return PartialDate::of_day(end).ok();
                }
                let of_month = |day: NaiveDate| PartialDate::of_month(day.year(), day.month());
                if of_month(from.first_day()) == Some(from) { of_month(end) } else { None }
            }
            Self::DecidedBy { .. } | Self::TimesAYear { .. } | Self::Continuously => None,
        }
    }

    /// Returns `true` if it is a day without a year and the period, which must be in order, does not contain it.
    pub(crate) fn is_no_day_of(&self, period: Period) -> bool {
        matches!(self, Self::MonthDay { day: Some(day) } if day.first_within(period).is_none())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[track_caller]
    fn when(json: &str) -> When {
        serde_json::from_str(json).expect("a time")
    }

    #[test]
    fn a_time_is_due_on_a_date_with_its_precision() {
        let period =
            Period { start: "2023-11-01".parse().expect("a day"), end: "2024-08-31".parse().expect("a day") };
        let due = |json| when(json).due(Some(&period)).map(|on| on.to_string());
        assert_eq!(due(r#"{ "date": { "on": "2024-11" } }"#).as_deref(), Some("2024-11"));
        assert_eq!(due(r#"{ "schedule": { "deadline": "2024-H1" } }"#).as_deref(), Some("2024-H1"));
        assert_eq!(due(r#"{ "monthDay": { "day": "--03-31" } }"#).as_deref(), Some("2024-03-31"));
        assert_eq!(
            due(r#"{ "within": { "months": 12, "from": "2024-02-29" } }"#).as_deref(),
            Some("2025-02-28")
        );
        assert_eq!(due(r#"{ "within": { "months": 2, "from": "2023-12" } }"#).as_deref(), Some("2024-02"));
        for open in [
            r#"{ "date": {} }"#,
            r#"{ "monthDay": { "day": "--10-01" } }"#,
            r#"{ "within": { "months": 2, "from": "2023" } }"#,
            r#"{ "within": { "months": 2 } }"#,
            r#""continuously""#,
        ] {
            assert_eq!(due(open), None, "{open}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_in_a_period_or_not() {
        let period =
            Period { start: "2023-11-01".parse().expect("a day"), end: "2024-08-31".parse().expect("a day") };
        let outside = |json| when(json).is_no_day_of(period);
        assert!(outside(r#"{ "monthDay": { "day": "--10-31" } }"#));
        assert!(!outside(r#"{ "monthDay": { "day": "--11-01" } }"#));
        assert!(!outside(r#"{ "monthDay": { "day": "--08-31" } }"#));
        assert!(!outside(r#"{ "date": { "on": "2030" } }"#));
    }
}
