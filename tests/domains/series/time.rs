//! The times of a series: what is measured twice, what is missing, and what overlaps.
#![expect(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test that does not hold may stop here"
)]

use chrono::{Days, Months, NaiveDate};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::{Context, Lang, check, codes};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The findings of `SER001`, `SER002` and `SER003`, in Danish, with the place of the measurement.
fn found(interval: Interval, periods: impl IntoIterator<Item = Period>) -> Vec<String> {
    let measurements = (1..)
        .zip(periods)
        .map(|(n, period)| Measurement { period: Some(period), ..Measurement::new(Id::from_u128(n)) });
    let series = MeasurementSeries {
        interval: Some(interval),
        ..MeasurementSeries::of(Id::from_u128(0), Direction::AtMost, measurements)
    };
    let report = check(&series, &Context::new(day("2024-06-01")));
    let of_time = report.findings().iter().filter(|one| {
        assert!(!one.message(Lang::En).is_empty());
        [codes::SER001, codes::SER002, codes::SER003].contains(&one.code())
    });
    of_time
        .map(|one| {
            let at = one.at().as_str().trim_start_matches("/measurements").trim_end_matches("/period");
            format!("{} {at}: {}", one.code(), one.message(Lang::Da))
        })
        .collect()
}

/// As [`found`], for single days `2024-01-31` and for periods `2024-01-01..2024-01-31`.
#[track_caller]
fn expect(interval: Interval, periods: &[&str], expected: &[&str]) {
    let periods = periods.iter().map(|text| {
        let (start, end) = text.split_once("..").unwrap_or((text, text));
        Period { start: day(start), end: day(end) }
    });
    assert_eq!(found(interval, periods), expected);
}

#[test]
fn a_count_on_a_single_day_is_of_the_nearest_step() {
    expect(Interval::Month, &["2024-01-31", "2024-03-01", "2024-03-29"], &[]);
    expect(Interval::Month, &["2024-01-31", "2024-03-10", "2024-03-22"], &[]);
    expect(Interval::Month, &["2024-01-15", "2024-02-14", "2024-03-16"], &[]);
    expect(Interval::Week, &["2024-01-07", "2024-01-15", "2024-01-21"], &[]);
    expect(Interval::Quarter, &["2023-12-29", "2024-04-02", "2024-06-28"], &[]);
    expect(Interval::HalfYear, &["2023-06-30", "2024-01-02", "2024-06-28"], &[]);
    expect(Interval::Year, &["2022-12-30", "2024-01-02", "2024-12-30"], &[]);
    // So is a week in which it was counted.
    expect(
        Interval::Quarter,
        &["2023-12-27..2023-12-31", "2024-04-01..2024-04-05", "2024-06-24..2024-06-28"],
        &[],
    );
}

#[test]
fn a_count_may_be_as_late_as_the_middle_of_the_next_step() {
    expect(Interval::Month, &["2024-01-15", "2024-01-31"], &[]);
    expect(
        Interval::Month,
        &["2024-01-16", "2024-01-31"],
        &[
            "SER001 /1: målingen er fra 31. januar 2024, i samme måned som en anden måling, der er fra 16. januar 2024",
        ],
    );
    // The count around the end of February can be that of March.
    expect(Interval::Month, &["2024-02-28..2024-03-03", "2024-04-01..2024-04-30"], &[]);
}

/// The last day of the step that is that many steps after the first.
fn end_of(interval: Interval, step: u32) -> NaiveDate {
    let months = |each: u32| day("2023-01-01") + Months::new(each * (step + 1)) - Days::new(1);
    match interval {
        Interval::Week => day("2023-01-01") + Days::new(7 * u64::from(step)),
        Interval::Month => months(1),
        Interval::Quarter => months(3),
        Interval::HalfYear => months(6),
        _ => months(12),
    }
}

#[test]
fn early_or_late_by_less_than_half_a_step_nothing_is_found_and_what_is_missing_is() {
    for (interval, most) in [
        (Interval::Week, 3),
        (Interval::Month, 13),
        (Interval::Quarter, 44),
        (Interval::HalfYear, 89),
        (Interval::Year, 181),
    ] {
        // Each is taken a different number of days before or after the end of its step.
        for stride in 1..=40 {
            let taken = |step: u32| {
                let shift = (u64::from(step) * stride * 7) % (2 * most + 1);
                let day = end_of(interval, step) + Days::new(shift) - Days::new(most);
                Period { start: day, end: day }
            };
            let all = (0..15).map(taken);
            assert_eq!(found(interval, all.clone()), [""; 0], "{interval:?}, {stride}");
            // Three steps in a row cannot be bridged, whenever the others were counted.
            let rest = all.enumerate().filter(|(n, _)| !(6..9).contains(n)).map(|(_, period)| period);
            let holes = found(interval, rest);
            assert!(
                matches!(holes.as_slice(), [one] if one.starts_with("SER002 /6")),
                "{interval:?}: {holes:?}"
            );
        }
    }
}

#[test]
fn on_the_same_day_of_each_month_one_that_is_missing_is_found() {
    for of_month in 0..28 {
        let taken = |month: u32| {
            let day = day("2023-01-01") + Months::new(month) + Days::new(of_month);
            Period { start: day, end: day }
        };
        assert_eq!(found(Interval::Month, (0..24).map(taken)), [""; 0]);
        let found = found(Interval::Month, (0..24).filter(|month| *month != 7).map(taken));
        assert!(
            matches!(found.as_slice(), [one] if one.ends_with("mangler 1 måling")),
            "{of_month}: {found:?}"
        );
    }
}

#[test]
fn two_counts_a_month_are_found_again_and_again() {
    let days = ["2024-01-10", "2024-01-20", "2024-02-10", "2024-02-20", "2024-03-10", "2024-03-20"];
    // The first can belong to December.
    expect(
        Interval::Month,
        &days,
        &[
            "SER001 /3: målingen er fra 20. februar 2024, i samme måned som en anden måling, der er fra 10. februar 2024",
            "SER001 /5: målingen er fra 20. marts 2024, i samme måned som en anden måling, der er fra 10. marts 2024",
        ],
    );
    expect(
        Interval::Month,
        &["2024-01-01..2024-01-15", "2024-01-16..2024-01-31"],
        &[
            "SER001 /1: målingen slutter 31. januar 2024, i samme måned som en anden måling, der slutter 15. januar 2024",
        ],
    );
}

#[test]
fn periods_of_one_length_may_begin_on_any_day() {
    // From the 30th: February has none, and so one of them begins on 1 March.
    let from_30 = [
        "2023-12-30..2024-01-29",
        "2024-01-30..2024-02-29",
        "2024-03-01..2024-03-29",
        "2024-03-30..2024-04-29",
    ];
    expect(Interval::Month, &from_30, &[]);
    for first in 0..28 {
        let month = |n: u32| {
            let start = day("2023-01-01") + Days::new(first) + Months::new(n);
            Period { start, end: start + Months::new(1) - Days::new(1) }
        };
        assert_eq!(found(Interval::Month, (0..24).map(month)), [""; 0], "{first}");
        let found = found(Interval::Month, (0..24).filter(|n| *n != 7).map(month));
        assert!(matches!(found.as_slice(), [one] if one.ends_with("mangler 1 måling")), "{first}: {found:?}");
    }
    // If one day is missing, there is no room for a month.
    expect(Interval::Month, &["2023-01-31..2023-03-16", "2023-03-18..2023-05-01"], &[]);
    // Without gaps, though not month by month.
    let of_45_days = [
        "2024-01-01..2024-02-14",
        "2024-02-15..2024-03-30",
        "2024-03-31..2024-05-14",
        "2024-05-15..2024-06-28",
    ];
    expect(Interval::Month, &of_45_days, &[]);
}

#[test]
fn shared_days_are_found_by_the_rule_on_overlap() {
    let one_day = "SER003 : 1 måling overlapper en tidligere måling, første gang 31. januar 2024";
    expect(Interval::Month, &["2024-01-01..2024-01-31", "2024-01-31..2024-02-29"], &[one_day]);
    expect(
        Interval::Month,
        &["2024-01-01..2024-01-31", "2024-01-20..2024-02-19"],
        &[
            "SER003 : 1 måling overlapper en tidligere måling, første gang fra 20. januar 2024 til 31. januar 2024",
        ],
    );
    expect(
        Interval::Day,
        &["2024-01-01..2024-01-07", "2024-01-02..2024-01-08", "2024-01-03..2024-01-09"],
        &[
            "SER003 : 2 målinger overlapper en tidligere måling, første gang fra 2. januar 2024 til 7. januar 2024",
        ],
    );
    // A year next to its months.
    expect(
        Interval::Month,
        &[
            "2024-01-01..2024-01-31",
            "2024-01-01..2024-12-31",
            "2024-02-01..2024-02-29",
            "2025-01-01..2025-01-31",
        ],
        &[
            "SER003 : 2 målinger overlapper en tidligere måling, første gang fra 1. januar 2024 til 31. januar 2024",
        ],
    );
    // The same month again, in part, is measured twice.
    expect(
        Interval::Month,
        &["2024-02-01..2024-02-29", "2024-02-10..2024-02-29"],
        &[
            "SER001 /1: målingen slutter 29. februar 2024, i samme måned som en anden måling, der slutter 29. februar 2024",
        ],
    );
    let again = |at: u32, end: &str| {
        format!(
            "SER001 /{at}: målingen slutter {end}, i samme måned som en anden måling, der slutter 31. januar 2024"
        )
    };
    expect(
        Interval::Month,
        &["2024-01-01..2024-01-31", "2024-01-10..2024-01-20", "2024-01-25..2024-01-31"],
        &[&again(1, "20. januar 2024"), &again(2, "31. januar 2024")],
    );
    expect(
        Interval::Month,
        &["2024-01-01..2024-01-07", "2024-01-01..2024-01-31"],
        &[
            "SER001 /1: målingen slutter 31. januar 2024, i samme måned som en anden måling, der slutter 7. januar 2024",
        ],
    );
    expect(
        Interval::ByEvent,
        &[
            "2024-01-01..2024-01-05",
            "2024-01-01..2024-01-05",
            "2024-01-05..2024-02-01",
            "2024-02-01",
            "2024-02-01",
        ],
        &["SER001 /1: perioden fra 1. januar 2024 til 5. januar 2024 er allerede målt i serien"],
    );
}

#[test]
fn what_covers_several_steps_is_found_wherever_it_stands() {
    expect(
        Interval::Month,
        &["2024-01-01..2024-01-31", "2024-02-01..2024-03-31", "2024-04-01..2024-04-30"],
        &[
            "SER002 /1: der måles hver måned, men målingen fra 1. februar 2024 til 31. marts 2024 dækker 2 måneder",
        ],
    );
    let long = |at: u32, days: &str, covers: u32| {
        format!("SER002 /{at}: der måles hver måned, men målingen fra {days} dækker {covers} måneder")
    };
    let three = [
        long(0, "1. januar 2024 til 29. februar 2024", 2),
        long(1, "29. februar 2024 til 30. april 2024", 2),
        "SER002 /2: der måles hver måned, men mellem 30. april 2024 og 1. juni 2024 mangler 1 måling"
            .to_owned(),
        long(2, "1. juni 2024 til 31. august 2024", 3),
        "SER003 : 1 måling overlapper en tidligere måling, første gang 29. februar 2024".to_owned(),
    ];
    let mut of_three: Vec<_> = three.iter().map(String::as_str).collect();
    of_three.sort_unstable();
    let periods =
        ["2024-01-01..2024-02-29", "2024-02-29..2024-04-30", "2024-06-01..2024-08-31"].map(|text| {
            let (start, end) = text.split_once("..").expect("a period");
            Period { start: day(start), end: day(end) }
        });
    let mut found = found(Interval::Month, periods);
    found.sort_unstable();
    assert_eq!(found, of_three);
    for (interval, text, message) in [
        (
            Interval::Day,
            "2024-01-01..2024-01-02",
            "der måles hver dag, men målingen fra 1. januar 2024 til 2. januar 2024 dækker 2 dage",
        ),
        (
            Interval::Week,
            "2024-01-01..2024-01-14",
            "der måles hver uge, men målingen fra 1. januar 2024 til 14. januar 2024 dækker 2 uger",
        ),
        (
            Interval::Quarter,
            "2024-01-01..2024-06-30",
            "der måles hvert kvartal, men målingen fra 1. januar 2024 til 30. juni 2024 dækker 2 kvartaler",
        ),
        (
            Interval::HalfYear,
            "2024-01-01..2024-12-31",
            "der måles hvert halvår, men målingen fra 1. januar 2024 til 31. december 2024 dækker 2 halvår",
        ),
        (
            Interval::Year,
            "2022-01-01..2024-12-31",
            "der måles hvert år, men målingen fra 1. januar 2022 til 31. december 2024 dækker 3 år",
        ),
    ] {
        expect(interval, &[text], &[&format!("SER002 /0: {message}")]);
    }
    // A time between two events can be of any length, and a month and a half is a month.
    expect(Interval::ByEvent, &["2022-01-01..2024-12-31"], &[]);
    expect(Interval::Month, &["2024-01-01..2024-02-14"], &[]);
}
