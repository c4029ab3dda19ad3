//! Dates and periods as people write them.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::{Half, PartialDate, Period};

/// What a cell says: how long a time, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) length: Interval,
    pub(crate) period: Period,
}

impl Time {
    /// When it began, with the precision that a date can have.
    pub(crate) fn as_date(self) -> Option<PartialDate> {
        let first = self.period.start;
        match self.length {
            Interval::Year => PartialDate::of_year(first.year()),
            Interval::HalfYear if first.month() == 1 => PartialDate::of_half(first.year(), Half::First),
            Interval::HalfYear => PartialDate::of_half(first.year(), Half::Second),
            Interval::Month => PartialDate::of_month(first.year(), first.month()),
            _ => PartialDate::of_day(first).ok(),
        }
    }
}

/// Reads `2024-01-31`, `31.1.2024`, `31. januar 2024`, `2024-01`, `jan 2024`, `2024`, `2024-Q1`,
/// `1. kvartal 2024`, `2024-U05`, `uge 5 2024`, `1. halvår 2024`, and the like in English. Years have four
/// digits. A day may have the time 00:00 behind it, as programs write days that have none.
pub(crate) fn read(cell: &str) -> Option<Time> {
    match with_time_of_day(cell) {
        Some((day, true)) => Some(day),
        Some((_, false)) => None,
        None => without_time_of_day(cell),
    }
}

/// Is it a day with a time of day other than midnight?
pub(crate) fn has_time_of_day(cell: &str) -> bool {
    with_time_of_day(cell).is_some_and(|(_, is_midnight)| !is_midnight)
}

/// The day, and whether the time behind it is midnight.
fn with_time_of_day(cell: &str) -> Option<(Time, bool)> {
    let (day, time) = cell.rsplit_once(['T', ' '])?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<&str> = time.split(':').collect();
    let is_time = matches!(parts.len(), 2 | 3)
        && parts.iter().all(|part| part.len() <= 2 && number(part).is_some())
        && is_digits(fraction);
    let day = without_time_of_day(day.trim_end()).filter(|day| day.length == Interval::Day)?;
    let is_midnight = [time, fraction].iter().all(|part| part.chars().all(|sign| matches!(sign, '0' | ':')));
    is_time.then_some((day, is_midnight))
}

fn without_time_of_day(cell: &str) -> Option<Time> {
    let cell = cell.to_lowercase().replace("half-year", "half").replace("half year", "half");
    if cell.chars().any(char::is_alphabetic) { in_words(&cell) } else { in_figures(&cell) }
}

fn in_figures(cell: &str) -> Option<Time> {
    let Some(separator) = cell.chars().find(|sign| matches!(sign, '-' | '.' | '/')) else {
        return year(cell).and_then(of_year);
    };
    let parts: Vec<&str> = cell.split(separator).map(str::trim).collect();
    match parts.as_slice() {
        [y, m] if separator != '.' && m.len() == 2 => of_months(year(y)?, number(m)?, 1, Interval::Month),
        [y, m, d] if y.len() == 4 => of_day(year(y)?, number(m)?, number(d)?),
        [d, m, y] => of_day(year(y)?, number(m)?, number(d)?),
        _ => None,
    }
}

/// One word, a year, and for all but months and years one number more; in any order.
fn in_words(cell: &str) -> Option<Time> {
    let mut spaced = String::new();
    let mut before = ' ';
    for sign in cell.chars() {
        if before.is_ascii_digit() != sign.is_ascii_digit() {
            spaced.push(' ');
        }
        spaced.push(if matches!(sign, '-' | '.' | ',' | '/') { ' ' } else { sign });
        before = sign;
    }
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (numbers, words): (Vec<&str>, Vec<&str>) = spaced.split_whitespace().partition(is_number);
    let [word] = words.as_slice() else { return None };
    let (year, number) = match numbers.as_slice() {
        [y] => (year(y)?, None),
        [y, n] if y.len() == 4 => (year(y)?, Some(number(n)?)),
        [n, y] => (year(y)?, Some(number(n)?)),
        _ => return None,
    };
    match (*word, number) {
        ("q" | "k" | "kv" | "kvartal" | "quarter", Some(n @ 1..=4)) => {
            of_months(year, n.saturating_mul(3).saturating_sub(2), 3, Interval::Quarter)
        }
        ("h" | "halvår" | "half", Some(1)) => PartialDate::of_half(year, Half::First).map(half),
        ("h" | "halvår" | "half", Some(2)) => PartialDate::of_half(year, Half::Second).map(half),
        ("w" | "u" | "uge" | "week", Some(week)) => {
            let start = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
            between(start, start.checked_add_days(Days::new(6))?, Interval::Week)
        }
        (word, None) => of_months(year, month(word)?, 1, Interval::Month),
        (word, Some(day)) => of_day(year, month(word)?, day),
    }
}

fn half(date: PartialDate) -> Time {
    Time { length: Interval::HalfYear, period: date.into() }
}

fn of_year(year: i32) -> Option<Time> {
    PartialDate::of_year(year).map(|date| Time { length: Interval::Year, period: date.into() })
}

fn of_months(year: i32, first: u32, months: u32, length: Interval) -> Option<Time> {
    let last = PartialDate::of_month(year, first.saturating_add(months).saturating_sub(1))?;
    between(PartialDate::of_month(year, first)?.first_day(), last.last_day(), length)
}

fn of_day(year: i32, month: u32, day: u32) -> Option<Time> {
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    between(day, day, Interval::Day)
}

/// Within the years that a date can have.
fn between(start: NaiveDate, end: NaiveDate, length: Interval) -> Option<Time> {
    PartialDate::of_day(start).ok()?;
    PartialDate::of_day(end).ok()?;
    Some(Time { length, period: Period { start, end } })
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && is_digits(text)).then(|| text.parse().ok()).flatten()
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 2 && is_digits(text)).then(|| text.parse().ok()).flatten()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [[&str; 4]; 12] = [
        ["januar", "january", "jan", "jan"],
        ["februar", "february", "feb", "feb"],
        ["marts", "march", "mar", "mar"],
        ["april", "april", "apr", "apr"],
        ["maj", "may", "maj", "may"],
        ["juni", "june", "jun", "jun"],
        ["juli", "july", "jul", "jul"],
        ["august", "august", "aug", "aug"],
        ["september", "september", "sep", "sept"],
        ["oktober", "october", "okt", "oct"],
        ["november", "november", "nov", "nov"],
        ["december", "december", "dec", "dec"],
    ];
    (1..).zip(NAMES).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// How often it is measured: by event on the charts of rare events, else the length that all periods share.
///
/// Days are often the days of a count made once a month. They tell of the longest step of the calendar that
/// holds no two of them, if at least half of the steps between them are one such step.
pub(crate) fn interval(kind: ChartKind, times: &[Time]) -> Option<Interval> {
    if matches!(kind, ChartKind::G | ChartKind::T) {
        return Some(Interval::ByEvent);
    }
    let length = times.first()?.length;
    if times.iter().any(|time| time.length != length) {
        return None;
    }
    if length != Interval::Day {
        return Some(length);
    }
    let mut days: Vec<NaiveDate> = times.iter().map(|time| time.period.start).collect();
    days.sort_unstable();
    days.dedup();
    let calendar = [
        Interval::Year,
        Interval::HalfYear,
        Interval::Quarter,
        Interval::Month,
        Interval::Week,
        Interval::Day,
    ];
    let steps = |interval: Interval| -> Vec<i64> {
        days.windows(2)
            .filter_map(|pair| if let [one, next] = pair { interval.steps(*one, *next) } else { None })
            .collect()
    };
    let (found, steps) =
        calendar.into_iter().map(|one| (one, steps(one))).find(|(_, steps)| !steps.contains(&0))?;
    let regular = steps.iter().filter(|step| **step == 1).count();
    (regular > 0 && regular.saturating_mul(2) >= steps.len()).then_some(found)
}
