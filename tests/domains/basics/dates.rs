//! Dates: text forms, comparison, periods and month arithmetic.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use chrono::NaiveDate;
use kvalitetsmodel::Lang;
use kvalitetsmodel::date::{
    Half, MonthDay, ParseDateError, ParseMonthDayError, PartialDate, Period, Third, add_months, day_in_lang,
};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

/// Text form, first and last day, Danish, English.
const FORMS: &str = "\
2024-03-31 | 2024-03-31 | 2024-03-31 | 31. marts 2024 | 31 March 2024
2024-11 | 2024-11-01 | 2024-11-30 | november 2024 | November 2024
2024-12 | 2024-12-01 | 2024-12-31 | december 2024 | December 2024
2024-H1 | 2024-01-01 | 2024-06-30 | 1. halvår 2024 | first half of 2024
2024-H2 | 2024-07-01 | 2024-12-31 | 2. halvår 2024 | second half of 2024
2024 | 2024-01-01 | 2024-12-31 | 2024 | 2024
2024-primo | 2024-01-01 | 2024-04-30 | primo 2024 | early 2024
2024-medio | 2024-05-01 | 2024-08-31 | medio 2024 | mid-2024
2024-ultimo | 2024-09-01 | 2024-12-31 | ultimo 2024 | late 2024
2024-11-primo | 2024-11-01 | 2024-11-10 | primo november 2024 | early November 2024
2024-11-medio | 2024-11-11 | 2024-11-20 | medio november 2024 | mid-November 2024
2024-11-ultimo | 2024-11-21 | 2024-11-30 | ultimo november 2024 | late November 2024
2023-02-ultimo | 2023-02-21 | 2023-02-28 | ultimo februar 2023 | late February 2023
2024-02-ultimo | 2024-02-21 | 2024-02-29 | ultimo februar 2024 | late February 2024
0001 | 0001-01-01 | 0001-12-31 | 1 | 1
0001-01-01 | 0001-01-01 | 0001-01-01 | 1. januar 1 | 1 January 1
9999-12-31 | 9999-12-31 | 9999-12-31 | 31. december 9999 | 31 December 9999";

#[test]
fn every_form_has_its_text_its_days_and_its_words() {
    for row in FORMS.lines() {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [text, first, last, danish, english] = cells[..] else { panic!("{row}") };
        let date = date(text);
        assert_eq!(date.to_string(), text);
        assert_eq!((date.first_day(), date.last_day()), (day(first), day(last)), "{text}");
        assert_eq!(date.in_lang(Lang::Da).to_string(), danish);
        assert_eq!(date.in_lang(Lang::En).to_string(), english);
        assert_eq!(date.is_day(), first == last, "{text}");
        assert_eq!(date.day(), (first == last).then(|| day(first)), "{text}");
        assert_eq!(Period::from(date), period(first, last), "{text}");
        assert_eq!(serde_json::to_string(&date).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<PartialDate>(&format!("\"{text}\"")).unwrap(), date);
    }
}

#[test]
fn every_month_has_its_name() {
    let danish = "januar februar marts april maj juni juli august september oktober november december";
    let english = "January February March April May June July August September October November December";
    for (month, (da, en)) in (1..).zip(danish.split(' ').zip(english.split(' '))) {
        let date = PartialDate::of_month(2024, month).unwrap();
        assert_eq!(date.in_lang(Lang::Da).to_string(), format!("{da} 2024"));
        assert_eq!(date.in_lang(Lang::En).to_string(), format!("{en} 2024"));
        let day = NaiveDate::from_ymd_opt(2024, month, 1).unwrap();
        assert_eq!(day_in_lang(day, Lang::Da).to_string(), format!("1. {da} 2024"));
        assert_eq!(day_in_lang(day, Lang::En).to_string(), format!("1 {en} 2024"));
    }
}

#[test]
fn other_texts_are_refused() {
    let forms = "| |-|24|02024|+2024|-2024| 2024|2024 |2024-|2024-3-1|2024-3-31|2024-03-1|2024/03/31|\
031-03-2024|31.03|31.03.24|31-03-2024-|3-2024|20240331|2024-03-31T00:00:00|2024-h1|2024-H3|2024-Q1|2024-Medio|\
2024-medio |2024-medio-11|2024-11-31-primo|2024-11-H1|２０２４|2024-+1|2024-03-+1|2024--03|\
--03-31|medio 2024|12024|2024-11-";
    for text in forms.split('|') {
        assert_eq!(text.parse::<PartialDate>(), Err(ParseDateError::UnknownForm), "{text}");
    }
    for text in ["31.03.2024", "31-03-2024", "1/3/2024", "3.31.2024", "99-99-0000"] {
        assert_eq!(text.parse::<PartialDate>(), Err(ParseDateError::YearLast), "{text}");
    }
    let dates = "0000|0000-01-01|0000-H1|0000-medio|2024-00|2024-13|2024-13-medio|2023-02-29|\
2024-04-31|2024-01-00|2024-13-01";
    for text in dates.split('|') {
        assert_eq!(text.parse::<PartialDate>(), Err(ParseDateError::NoSuchDate), "{text}");
    }
}

#[test]
fn a_refusal_does_not_repeat_the_text() {
    let error = serde_json::from_str::<PartialDate>("\"Karen\"").unwrap_err().to_string();
    assert_eq!(
        error,
        "the text has none of the forms of a date: `2024-03-31`, `2024-11`, `2024-H1`, `2024`, `2024-medio`, \
         `2024-11-medio` at line 1 column 7"
    );
    assert_eq!(
        ParseDateError::NoSuchDate.to_string(),
        "the text has the form of a date, but the calendar has no such day, month or year"
    );
    let error = serde_json::from_str::<PartialDate>("2024").unwrap_err().to_string();
    assert_eq!(
        error,
        "invalid type: integer `2024`, expected a date such as `2024-03-31`, `2024-11`, `2024-H1`, `2024` or \
         `2024-medio` at line 1 column 4"
    );
    let error = serde_json::from_str::<MonthDay>("\"Karen\"").unwrap_err().to_string();
    assert_eq!(error, "the text is not a day and month such as `--03-31` at line 1 column 7");
    let error = ParseMonthDayError::NoSuchDay.to_string();
    assert_eq!(error, "the text has the form of a day and month, but no year has such a day");
}

#[test]
fn constructors_refuse_what_is_out_of_range() {
    for year in [i32::MIN, -1, 0, 10_000, i32::MAX] {
        assert_eq!(PartialDate::of_year(year), None);
        assert_eq!(PartialDate::of_half(year, Half::Second), None);
        assert_eq!(PartialDate::of_month(year, 1), None);
        assert_eq!(PartialDate::of_year_third(year, Third::Medio), None);
        assert_eq!(PartialDate::of_month_third(year, 1, Third::Medio), None);
        assert_eq!(Period::year(year), None);
    }
    for month in [0, 13, u32::MAX] {
        assert_eq!(PartialDate::of_month(2024, month), None);
        assert_eq!(PartialDate::of_month_third(2024, month, Third::Primo), None);
        assert_eq!(MonthDay::new(month, 1), None);
    }
    for outside in [NaiveDate::MIN, day("0000-12-31"), NaiveDate::MAX] {
        let refusal = PartialDate::try_from(outside).unwrap_err().to_string();
        assert_eq!(refusal, "the day is outside the years 1 to 9999");
    }
    assert_eq!(PartialDate::try_from(day("2024-03-31")), Ok(date("2024-03-31")));
}

#[test]
fn dates_sort_by_first_and_then_by_last_day() {
    let sorted = "2023-12-31 2024-01-01 2024-01-primo 2024-01 2024-primo 2024-H1 2024 2024-01-02 2024-medio 2024-ultimo";
    let sorted: Vec<PartialDate> = sorted.split(' ').map(date).collect();
    let mut dates = sorted.clone();
    dates.reverse();
    dates.sort();
    assert_eq!(dates, sorted);
}

#[test]
fn a_day_without_a_year_has_its_text_and_its_words() {
    let march: MonthDay = "--03-31".parse().unwrap();
    assert_eq!((march.month(), march.day()), (3, 31));
    assert_eq!(march, MonthDay::of(day("1999-03-31")));
    assert_eq!(march.in_lang(Lang::Da).to_string(), "31. marts");
    assert_eq!(march.in_lang(Lang::En).to_string(), "31 March");
    for text in ["", "03-31", "-03-31", "--3-31", "--03-1", "--03-31 ", "--0331", "---3-31", "2024-03-31"] {
        assert_eq!(text.parse::<MonthDay>(), Err(ParseMonthDayError::UnknownForm), "{text}");
    }
    for text in ["--02-30", "--13-01", "--00-01", "--01-00"] {
        assert_eq!(text.parse::<MonthDay>(), Err(ParseMonthDayError::NoSuchDay), "{text}");
    }
}

#[test]
fn a_day_without_a_year_is_found_in_a_period_that_contains_it_once() {
    let march: MonthDay = "--03-31".parse().unwrap();
    let leap: MonthDay = "--02-29".parse().unwrap();
    let cases = [
        (march, period("2024-01-01", "2024-12-31"), Some(day("2024-03-31"))),
        (march, period("2023-07-01", "2024-06-30"), Some(day("2024-03-31"))),
        (march, period("2024-03-31", "2024-03-31"), Some(day("2024-03-31"))),
        (march, period("2024-03-31", "2025-03-30"), Some(day("2024-03-31"))),
        (march, period("2024-03-31", "2025-03-31"), None),
        (march, period("2024-04-01", "2025-03-30"), None),
        (march, period("2024-12-31", "2024-01-01"), None),
        (leap, period("2023-01-01", "2023-12-31"), None),
        (leap, period("2022-01-01", "2025-12-31"), Some(day("2024-02-29"))),
        (leap, period("1896-03-01", "1904-02-29"), Some(day("1904-02-29"))),
        (leap, period("1896-02-29", "1904-02-29"), None),
        (leap, period("1896-03-01", "1908-02-29"), None),
        (march, Period { start: NaiveDate::MIN, end: NaiveDate::MAX }, None),
        (march, Period { start: NaiveDate::MIN, end: day("0001-12-31") }, Some(day("0001-03-31"))),
        (march, Period { start: day("9999-01-01"), end: NaiveDate::MAX }, Some(day("9999-03-31"))),
    ];
    for (day, period, only) in cases {
        assert_eq!(day.within(&period), only, "{day} {period:?}");
    }
    assert_eq!(leap.in_year(2024), Some(day("2024-02-29")));
    assert_eq!(leap.in_year(2023), None);
    assert_eq!(march.in_year(10_000), None);
    assert_eq!(march.in_year(i32::MIN), None);
}

#[test]
fn a_period_reads_and_writes_exact_days_only() {
    let json = r#"{"start":"2024-01-01","end":"2023-12-31"}"#;
    let backwards = period("2024-01-01", "2023-12-31");
    assert_eq!(serde_json::from_str::<Period>(json).unwrap(), backwards);
    assert_eq!(serde_json::to_string(&backwards).unwrap(), json);
    let refused = [
        r#"{"start":"2024-01-01","end":"2024-6-30"}"#,
        r#"{"start":"2024-01-01","end":"2024-06"}"#,
        r#"{"start":"2024-01-01","end":"+12024-06-30"}"#,
        r#"{"start":"2024-01-01","end":"-0001-06-30"}"#,
        r#"{"start":"2024-01-01","end":"0000-06-30"}"#,
        r#"{"start":"2024-01-01","end":null}"#,
        r#"{"start":"2024-01-01"}"#,
        r#"{"start":"2024-01-01","end":"2024-06-30","note":""}"#,
    ];
    for json in refused {
        assert!(serde_json::from_str::<Period>(json).is_err(), "{json}");
    }
    let outside = Period { start: NaiveDate::MIN, end: NaiveDate::MAX };
    assert_eq!(
        serde_json::to_string(&outside).unwrap_err().to_string(),
        "the day is outside the years 1 to 9999"
    );
}

#[test]
fn a_period_that_ends_before_it_starts_contains_nothing() {
    let year = Period::year(2024).unwrap();
    let backwards = period("2024-06-30", "2024-01-01");
    assert!(!backwards.is_ordered());
    assert_eq!(backwards.days(), None);
    assert!(!backwards.contains(day("2024-03-01")));
    assert!(!year.contains_period(&backwards) && !backwards.contains_period(&backwards));
    assert!(!year.overlaps(&backwards) && !backwards.overlaps(&year));
    assert_eq!(year.days(), Some(366));
    assert_eq!(Period { start: NaiveDate::MAX, end: NaiveDate::MIN }.days(), None);
    assert!(Period { start: NaiveDate::MIN, end: NaiveDate::MAX }.days().is_some());
}

#[test]
fn the_last_day_replaces_a_day_that_the_month_does_not_have() {
    assert_eq!(add_months(day("2023-11-30"), 3), Some(day("2024-02-29")));
    assert_eq!(add_months(day("2023-01-31"), 1), Some(day("2023-02-28")));
    assert_eq!(add_months(day("2024-01-15"), 0), Some(day("2024-01-15")));
    assert_eq!(add_months(day("2024-12-31"), 12), Some(day("2025-12-31")));
    assert_eq!(add_months(NaiveDate::MAX, 1), None);
    assert_eq!(add_months(NaiveDate::MIN, u32::MAX), None);
}
