//! Times of duties: their forms, their deadlines and the status of a duty.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use chrono::{Days, NaiveDate};
use kvalitetsmodel::Lang;
use kvalitetsmodel::date::{DutyStatus, MonthDay, PartialDate, PendingOn, Period, When, add_months};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::text::Text;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

/// `training_3_months` of the domain dossier's vectors: elected, completed, as of, expected.
const TRAINING: [(&str, Option<&str>, &str, &str); 5] = [
    ("2024-01-15", Some("2024-04-15"), "", "ok"),
    ("2024-01-15", Some("2024-04-16"), "", "late"),
    ("2023-11-30", Some("2024-02-29"), "", "ok"),
    ("2024-01-15", None, "2024-03-01", "pending"),
    ("2024-01-15", None, "2024-05-01", "late"),
];

#[test]
fn training_within_three_months() {
    for (elected, completed, as_of, expected) in TRAINING {
        let deadline = add_months(day(elected), 3).unwrap();
        let when = When::Date { on: Some(PartialDate::try_from(deadline).unwrap()) };
        let status = when.status(day(completed.unwrap_or(as_of)), None);
        let word = match (status, completed) {
            (DutyStatus::Due { .. }, Some(_)) => "ok",
            (DutyStatus::Due { .. }, None) => "pending",
            (DutyStatus::Overdue { .. }, _) => "late",
            other => panic!("{other:?}"),
        };
        assert_eq!(word, expected, "{elected} {completed:?} {as_of}");
    }
}

/// `sick_leave_3_8_15` of the domain dossier's vectors: first day, days after, due.
const SICK_LEAVE: [(&str, u64, &str); 7] = [
    ("2024-03-04", 3, "2024-03-07"),
    ("2024-03-04", 8, "2024-03-12"),
    ("2024-03-04", 15, "2024-03-19"),
    ("2024-02-26", 3, "2024-02-29"),
    ("2024-02-26", 8, "2024-03-05"),
    ("2024-02-26", 15, "2024-03-12"),
    ("2024-03-04", 28, "2024-04-01"),
];

#[test]
fn sick_leave_talks_after_days() {
    for (reported, days, due) in SICK_LEAVE {
        let last_day = day(reported).checked_add_days(Days::new(days)).unwrap();
        assert_eq!(last_day, day(due));
        let when = When::Date { on: Some(PartialDate::try_from(last_day).unwrap()) };
        assert_eq!(when.status(day(due), None), DutyStatus::Due { last_day });
        let next = day(due).succ_opt().unwrap();
        assert_eq!(when.status(next, None), DutyStatus::Overdue { last_day });
    }
}

/// One of each form: value, JSON, Danish, English, start, deadline and status on 1 June 2024 in 2024.
#[expect(clippy::type_complexity, reason = "a table")]
fn whens()
-> Vec<(When, &'static str, &'static str, &'static str, Option<NaiveDate>, Option<NaiveDate>, DutyStatus)> {
    let on = |text| Some(day(text));
    let body = Id::from_u128(7);
    let secret = || Some(Text::from("hemmeligt"));
    let pending = |on| DutyStatus::Pending { on };
    vec![
        (
            When::Date { on: Some(date("2024-medio")) },
            r#"{"date":{"on":"2024-medio"}}"#,
            "medio 2024",
            "mid-2024",
            on("2024-05-01"),
            on("2024-08-31"),
            DutyStatus::Due { last_day: day("2024-08-31") },
        ),
        (
            When::MonthDay { day: Some(MonthDay::new(3, 31).unwrap()) },
            r#"{"monthDay":{"day":"--03-31"}}"#,
            "31. marts",
            "31 March",
            on("2024-03-31"),
            on("2024-03-31"),
            DutyStatus::Overdue { last_day: day("2024-03-31") },
        ),
        (
            When::Schedule { title: None, deadline: None, issued_by: None },
            r#"{"schedule":{}}"#,
            "i henhold til tidsplan",
            "according to schedule",
            None,
            None,
            pending(PendingOn::Schedule),
        ),
        (
            When::Schedule { title: secret(), deadline: Some(date("2024-06-01")), issued_by: secret() },
            r#"{"schedule":{"title":"hemmeligt","deadline":"2024-06-01","issuedBy":"hemmeligt"}}"#,
            "i henhold til tidsplan: 1. juni 2024",
            "according to schedule: 1 June 2024",
            None,
            on("2024-06-01"),
            DutyStatus::Due { last_day: day("2024-06-01") },
        ),
        (
            When::DecidedBy { body: Some(body), name: secret() },
            r#"{"decidedBy":{"body":"00000000-0000-0000-0000-000000000007","name":"hemmeligt"}}"#,
            "besluttes senere",
            "to be decided later",
            None,
            None,
            pending(PendingOn::Decision),
        ),
        (
            When::TimesAYear { times: Some(1) },
            r#"{"timesAYear":{"times":1}}"#,
            "én gang om året",
            "once a year",
            None,
            None,
            DutyStatus::Recurring,
        ),
        (
            When::TimesAYear { times: Some(2) },
            r#"{"timesAYear":{"times":2}}"#,
            "to gange om året",
            "twice a year",
            None,
            None,
            DutyStatus::Recurring,
        ),
        (
            When::TimesAYear { times: Some(12) },
            r#"{"timesAYear":{"times":12}}"#,
            "12 gange om året",
            "12 times a year",
            None,
            None,
            DutyStatus::Recurring,
        ),
        (
            When::Within { months: Some(3), from: None },
            r#"{"within":{"months":3}}"#,
            "inden for 3 måneder",
            "within 3 months",
            None,
            None,
            pending(PendingOn::Start),
        ),
        (
            When::Continuously,
            r#""continuously""#,
            "løbende",
            "continuously",
            None,
            None,
            DutyStatus::Recurring,
        ),
    ]
}

#[test]
fn every_form_of_when_has_its_json_its_words_and_its_days() {
    let year = Period::year(2024).unwrap();
    for (when, json, danish, english, start, deadline, status) in whens() {
        assert_eq!(serde_json::to_string(&when).unwrap(), json);
        assert_eq!(serde_json::from_str::<When>(json).unwrap(), when);
        assert_eq!(when.in_lang(Lang::Da).to_string(), danish);
        assert_eq!(when.in_lang(Lang::En).to_string(), english);
        assert_eq!(when.start(Some(&year)), start, "{json}");
        assert_eq!(when.deadline(Some(&year)), deadline, "{json}");
        assert_eq!(when.status(day("2024-06-01"), Some(&year)), status, "{json}");
    }
}

#[test]
fn months_are_counted_from_the_last_possible_day() {
    let json = r#"{"within":{"months":1,"from":"2024-01"}}"#;
    let within = When::Within { months: Some(1), from: Some(date("2024-01")) };
    assert_eq!(serde_json::to_string(&within).unwrap(), json);
    assert_eq!(serde_json::from_str::<When>(json).unwrap(), within);
    assert_eq!(within.in_lang(Lang::Da).to_string(), "inden for 1 måned fra januar 2024");
    assert_eq!(within.in_lang(Lang::En).to_string(), "within 1 month of January 2024");
    assert_eq!(within.start(None), Some(day("2024-01-01")));
    let last_day = day("2024-02-29");
    assert_eq!(within.deadline(None), Some(last_day));
    assert_eq!(within.status(last_day, None), DutyStatus::Due { last_day });
    assert_eq!(within.status(day("2024-03-01"), None), DutyStatus::Overdue { last_day });
    let none = When::Within { months: Some(0), from: Some(date("2024-01-31")) };
    assert_eq!(none.deadline(None), Some(day("2024-01-31")));
}

#[test]
fn a_day_without_a_year_waits_for_one() {
    let march = When::MonthDay { day: Some(MonthDay::new(3, 31).unwrap()) };
    assert_eq!(march.status(day("2030-01-01"), None), DutyStatus::Pending { on: PendingOn::Year });
    // In two years it comes twice; a period that does not contain it gives no year.
    let two_years = period("2024-01-01", "2025-12-31");
    assert_eq!(march.status(day("2030-01-01"), Some(&two_years)), DutyStatus::Recurring);
    let autumn = period("2024-09-01", "2024-12-31");
    assert_eq!(march.status(day("2030-01-01"), Some(&autumn)), DutyStatus::Pending { on: PendingOn::Year });
    for within in [None, Some(&two_years), Some(&autumn)] {
        assert_eq!((march.start(within), march.deadline(within)), (None, None));
    }
}

#[test]
fn an_unknown_form_of_when_is_refused() {
    let refused = [
        r#"{"continuously":{}}"#,
        r#""schedule""#,
        r#"{"continuously":{"times":2}}"#,
        r#"{"date":{"on":"2024-11","by":"2024-12"}}"#,
        r#"{"date":"2024-11"}"#,
        r#"{"date":[]}"#,
        r#"{"date":null}"#,
        r#"{"timesAYear":{"times":256}}"#,
        r#"{"times_a_year":{"times":2}}"#,
        r#"{"sometimes":{}}"#,
    ];
    for json in refused {
        assert!(serde_json::from_str::<When>(json).is_err(), "{json}");
    }
}

#[test]
fn a_time_that_is_left_out_is_no_time() {
    let left_out = [
        (r#"{"date":{}}"#, "dato", "date"),
        (r#"{"monthDay":{"day":null}}"#, "dag uden år", "day without a year"),
        (r#"{"within":{"from":"2024-01"}}"#, "inden for et antal måneder", "within a number of months"),
    ];
    let year = Period::year(2024);
    for (json, da, en) in left_out {
        let when: When = serde_json::from_str(json).unwrap();
        assert!(!when.is_stated() && !when.has_date(), "{json}");
        assert_eq!(when.deadline(year.as_ref()), None);
        let status = when.status(day("2024-01-15"), year.as_ref());
        assert_eq!(status, DutyStatus::Pending { on: PendingOn::Time });
        assert_eq!([Lang::Da, Lang::En].map(|lang| when.in_lang(lang).to_string()), [da, en]);
    }
    for meetings in [r#"{"timesAYear":{}}"#, r#"{"timesAYear":{"times":0}}"#] {
        let meetings: When = serde_json::from_str(meetings).unwrap();
        assert!(!meetings.is_stated());
        let status = meetings.status(day("2024-01-15"), year.as_ref());
        assert_eq!(status, DutyStatus::Pending { on: PendingOn::Time });
    }
    let meetings = When::TimesAYear { times: None };
    assert_eq!(meetings.in_lang(Lang::En).to_string(), "times a year");
}

#[test]
fn a_status_has_words_in_both_languages() {
    let last_day = day("2024-03-31");
    let cases = [
        (DutyStatus::Due { last_day }, "senest 31. marts 2024", "due by 31 March 2024"),
        (
            DutyStatus::Overdue { last_day },
            "fristen er overskredet, sidste dag var 31. marts 2024",
            "overdue, the last day was 31 March 2024",
        ),
        (DutyStatus::Pending { on: PendingOn::Schedule }, "afventer tidsplan", "waiting for the schedule"),
        (DutyStatus::Pending { on: PendingOn::Decision }, "afventer beslutning", "waiting for a decision"),
        (DutyStatus::Pending { on: PendingOn::Year }, "afventer årstal", "waiting for the year"),
        (DutyStatus::Pending { on: PendingOn::Start }, "afventer startdato", "waiting for the start date"),
        (DutyStatus::Pending { on: PendingOn::Time }, "mangler tidspunkt", "time not stated"),
        (DutyStatus::Recurring, "gentages uden én bestemt frist", "recurring, with no one deadline"),
        (DutyStatus::Done { on: None }, "gjort", "done"),
        (DutyStatus::Done { on: "2024-03".parse().ok() }, "gjort i marts 2024", "done in March 2024"),
        (DutyStatus::Done { on: "2024-03-01".parse().ok() }, "gjort 1. marts 2024", "done on 1 March 2024"),
    ];
    for (status, danish, english) in cases {
        assert_eq!(status.in_lang(Lang::Da).to_string(), danish);
        assert_eq!(status.in_lang(Lang::En).to_string(), english);
    }
}
