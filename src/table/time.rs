//! Dates and periods as people write them.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::choice::DateOrder;
use crate::date::Interval;
use crate::date::{Half, PartialDate, Period};

/// The time that a cell states: its kind, and its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) length: Interval,
    pub(super) period: Period,
}

impl Time {
    /// Its beginning, with the precision that a date can have.
    pub(super) fn as_date(self) -> Option<PartialDate> {
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

/// What a cell can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    One(Time),
    /// A day and a month before the year.
    Day(Written),
    /// A month, week, quarter or half-year without its year; the kind is `None` for a bare number.
    OfAYear(Option<Interval>, u32),
    TimeOfDay,
    None,
}

/// Two numbers before a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    first: u32,
    second: u32,
    year: i32,
    /// The sign between them.
    pub(super) sign: char,
}

impl Written {
    /// The days that it can be. Both orders are in use only with `/`: dates with `-` and `.` begin with the day.
    pub(super) fn days(self) -> (Option<Time>, Option<Time>) {
        let month_first = self.as_day(DateOrder::MonthFirst).filter(|_| self.sign == '/');
        (self.as_day(DateOrder::DayFirst), month_first)
    }

    /// Whether it is no day in either order.
    pub(super) fn is_no_day(self) -> bool {
        [DateOrder::DayFirst, DateOrder::MonthFirst].iter().all(|order| self.as_day(*order).is_none())
    }

    pub(super) fn as_day(self, order: DateOrder) -> Option<Time> {
        match order {
            DateOrder::DayFirst => of_day(self.year, self.second, self.first),
            DateOrder::MonthFirst => of_day(self.year, self.first, self.second),
        }
    }
}

/// Reads `2024-01-31`, `31.1.2024`, `31. januar 2024`, `2024-01`, `jan 2024`, `2024`, `2024-Q1`, `1. kvartal 2024`,
/// `2024-U05`, `uge 5 2024`, `1. halvår 2024`, `2024M01`, `2024M01D31`, `20240131` and the like in English. Years have
/// four digits. A day may have the time 00:00 after it, as programs write days without a time. The kind of period says
/// what the number in `2024-05` counts.
pub(super) fn read(cell: &str, kind: Option<Interval>) -> Reading {
    match with_time_of_day(cell) {
        Some((day, true)) => day,
        Some((_, false)) => Reading::TimeOfDay,
        None => without_time_of_day(cell, kind),
    }
}

/// Reads a cell as [`read`] does, and ignores a time of day after the date.
pub(super) fn read_day(cell: &str) -> Reading {
    with_time_of_day(cell).map_or_else(|| without_time_of_day(cell, None), |(day, _)| day)
}

/// The day, and whether the time after it is midnight. Danish programs write `14.30` and `kl. 14:30`, too.
fn with_time_of_day(cell: &str) -> Option<(Reading, bool)> {
    let (day, time) = cell.rsplit_once(['T', ' '])?;
    let day = day.trim_end().trim_end_matches("kl.").trim_end_matches("kl");
    let time = without_zone(time);
    let (time, fraction) = time.split_once('.').filter(|_| time.contains(':')).unwrap_or((time, "0"));
    let parts: Vec<&str> = time.split([':', '.']).collect();
    let is_time = matches!(parts.len(), 2 | 3)
        && parts.iter().all(|part| part.len() <= 2 && number(part).is_some())
        && is_digits(fraction);
    let day = without_time_of_day(day.trim_end(), None);
    let is_day = matches!(day, Reading::One(Time { length: Interval::Day, .. }) | Reading::Day(_));
    let is_zero = |part: &&str| part.bytes().all(|byte| byte == b'0');
    let is_midnight = parts.iter().chain([&fraction]).all(is_zero);
    (is_time && is_day).then_some((day, is_midnight))
}

/// The time without `Z` or `+01:00` behind it.
fn without_zone(time: &str) -> &str {
    let is_zone = |zone: &str| {
        let mut parts = zone.split(':');
        parts.clone().count() == 2 && parts.all(|part| part.len() == 2 && number(part).is_some())
    };
    match time.rsplit_once(['+', '-']) {
        Some((time, zone)) if is_zone(zone) => time,
        _ => time.strip_suffix('Z').unwrap_or(time),
    }
}

/// The day of the week before a date, and the date: `mandag den 1. januar 2024`, `ma 01-01-2024`.
fn day_of_week(cell: &str) -> Option<(Weekday, &str)> {
    const NAMES: [[&str; 5]; 7] = [
        ["mandag", "man", "ma", "monday", "mon"],
        ["tirsdag", "tir", "ti", "tuesday", "tue"],
        ["onsdag", "ons", "on", "wednesday", "wed"],
        ["torsdag", "tor", "to", "thursday", "thu"],
        ["fredag", "fre", "fr", "friday", "fri"],
        ["lørdag", "lør", "lø", "saturday", "sat"],
        ["søndag", "søn", "sø", "sunday", "sun"],
    ];
    let (word, date) = cell.split_once(char::is_whitespace)?;
    let word = word.trim_end_matches(['.', ',']).to_lowercase();
    let at = NAMES.iter().position(|names| names.contains(&word.as_str()))?;
    let weekday = Weekday::try_from(u8::try_from(at).ok()?).ok()?;
    Some((weekday, date.trim_start()))
}

/// The day that a cell states, if it states another day of the week: `ti 01-01-2024` was a Monday.
pub(super) fn on_another_weekday(cell: &str) -> Option<NaiveDate> {
    let (weekday, date) = day_of_week(cell)?;
    let day = match in_numbers_or_words(date, None) {
        Reading::One(time) if time.length == Interval::Day => time,
        Reading::Day(written) => written.as_day(DateOrder::DayFirst)?,
        _ => return None,
    };
    let day = day.period.start;
    (day.weekday() != weekday).then_some(day)
}

/// The reading of a date, if it is on that day of the week.
fn on(weekday: Weekday, reading: Reading) -> Reading {
    let time = match reading {
        Reading::One(time) if time.length == Interval::Day => Some(time),
        Reading::Day(written) if written.sign != '/' => written.as_day(DateOrder::DayFirst),
        _ => None,
    };
    let time = time.filter(|time| time.period.start.weekday() == weekday);
    time.map_or(Reading::None, Reading::One)
}

/// Whether a cell is written like a date or a period, but the calendar does not have it: `30-02-2023`, `2021-W53`.
pub(super) fn is_not_in_calendar(cell: &str, kind: Option<Interval>) -> bool {
    let cell = day_of_week(cell).map_or(cell, |(_, date)| date);
    let mut first = String::new();
    let mut digits = String::new();
    for sign in cell.chars().chain([' ']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        match digits.len() {
            1 => first.push('1'),
            2 => first.push_str("01"),
            _ => first.push_str(&digits),
        }
        digits.clear();
        first.push(sign);
    }
    matches!(read(first.trim_end(), kind), Reading::One(_) | Reading::Day(_))
}

/// Whether a cell would be a day if a year stood behind it: `31/1`, `2. januar`.
pub(super) fn is_day_without_year(cell: &str) -> bool {
    let cell = cell.trim_end_matches('.');
    let sign = cell.chars().find(|sign| matches!(sign, '-' | '.' | '/'));
    let sign = sign.filter(|_| !cell.chars().any(char::is_alphabetic)).unwrap_or(' ');
    let is_alone = cell.bytes().all(|byte| byte.is_ascii_digit());
    let with_year = without_time_of_day(&alloc::format!("{cell}{sign}2024"), None);
    !is_alone && matches!(with_year, Reading::One(Time { length: Interval::Day, .. }) | Reading::Day(_))
}

fn without_time_of_day(cell: &str, kind: Option<Interval>) -> Reading {
    if let Some((weekday, date)) = day_of_week(cell) {
        return on(weekday, in_numbers_or_words(date, None));
    }
    in_numbers_or_words(cell, kind)
}

fn in_numbers_or_words(cell: &str, kind: Option<Interval>) -> Reading {
    let cell = cell.to_lowercase().replace("half-year", "half").replace("half year", "half");
    let cell = ["den ", "d. "].iter().find_map(|word| cell.strip_prefix(word)).unwrap_or(&cell).trim_start();
    if let Some(time) = day_over_month(cell) {
        return Reading::One(time);
    }
    let read = if cell.chars().any(char::is_alphabetic) { in_words(cell) } else { in_figures(cell, kind) };
    read.unwrap_or(Reading::None)
}

/// `13/1-2023` and `13/1 2023`: with another sign before the year, a Dane has the day first.
fn day_over_month(cell: &str) -> Option<Time> {
    let (day, rest) = cell.split_once('/')?;
    let (month, y) = rest.split_once(['-', ' '])?;
    of_day(year(y.trim())?, number(month.trim())?, number(day.trim())?)
}

fn in_figures(cell: &str, kind: Option<Interval>) -> Option<Reading> {
    let within_year = kind.filter(|kind| is_within_year(*kind));
    let Some(separator) = cell.chars().find(|sign| matches!(sign, '-' | '.' | '/')) else {
        if let (6, Some(kind)) = (cell.len(), within_year) {
            let (y, n) = cell.split_at_checked(4)?;
            return numbered(year(y)?, number(n)?, kind).map(Reading::One);
        }
        if let (8, Some((y, rest))) = (cell.len(), cell.split_at_checked(4)) {
            let (m, d) = rest.split_at_checked(2)?;
            return of_day(year(y)?, number(m)?, number(d)?).map(Reading::One);
        }
        let year = year(cell).and_then(of_year).map(Reading::One);
        return year.or_else(|| within_year.and(number(cell)).map(|n| Reading::OfAYear(None, n)));
    };
    let parts: Vec<&str> = cell.split(separator).map(str::trim).collect();
    match (parts.as_slice(), within_year) {
        ([n, ""], Some(_)) if separator == '.' => number(n).map(|n| Reading::OfAYear(None, n)),
        ([y, n], Some(kind)) if y.len() == 4 => numbered(year(y)?, number(n)?, kind).map(Reading::One),
        ([n, y], Some(kind)) => numbered(year(y)?, number(n)?, kind).map(Reading::One),
        ([y, m], None) if separator != '.' && m.len() == 2 => {
            numbered(year(y)?, number(m)?, Interval::Month).map(Reading::One)
        }
        ([y, m, d], _) if y.len() == 4 => of_day(year(y)?, number(m)?, number(d)?).map(Reading::One),
        ([first, second, y], _) => {
            let (first, second, year) = (number(first)?, number(second)?, year(y)?);
            Some(Reading::Day(Written { first, second, year, sign: separator }))
        }
        _ => None,
    }
}

/// A word, a year and, except for months and years, a number; in any order.
fn in_words(cell: &str) -> Option<Reading> {
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
    if let (["m", "d"], [y, m, d]) = (words.as_slice(), numbers.as_slice()) {
        return of_day(year(y)?, number(m)?, number(d)?).map(Reading::One);
    }
    let [word] = words.as_slice() else { return None };
    let (year, number) = match numbers.as_slice() {
        [] => return month(word).map(|n| Reading::OfAYear(Some(Interval::Month), n)),
        [y] if y.len() == 4 => (year(y)?, None),
        [n] => {
            let kind = kind(word).filter(|kind| is_within_year(*kind))?;
            return Some(Reading::OfAYear(Some(kind), number(n)?));
        }
        [y, n] if y.len() == 4 => (year(y)?, Some(number(n)?)),
        [n, y] => (year(y)?, Some(number(n)?)),
        _ => return None,
    };
    let time = match (kind(word), number) {
        (Some(kind), Some(n)) => numbered(year, n, kind),
        (Some(Interval::Year), None) => of_year(year),
        (Some(_), None) => None,
        (None, None) => numbered(year, month(word)?, Interval::Month),
        (None, Some(day)) => of_day(year, month(word)?, day),
    };
    time.map(Reading::One)
}

/// The kind of period that a word counts.
fn kind(word: &str) -> Option<Interval> {
    Some(match word {
        "q" | "k" | "kv" | "kvt" | "kvartal" | "quarter" => Interval::Quarter,
        // Eurostat writes `2024-S1` for the first semester.
        "h" | "s" | "halvår" | "halvaar" | "half" => Interval::HalfYear,
        "w" | "u" | "uge" | "week" => Interval::Week,
        "m" | "måned" | "month" => Interval::Month,
        "år" | "year" => Interval::Year,
        _ => return None,
    })
}

pub(super) const fn is_within_year(kind: Interval) -> bool {
    matches!(kind, Interval::Week | Interval::Month | Interval::Quarter | Interval::HalfYear)
}

/// A numbered part of a year.
pub(super) fn numbered(year: i32, n: u32, kind: Interval) -> Option<Time> {
    match (kind, n) {
        (Interval::Week, _) => around(NaiveDate::from_isoywd_opt(year, n, Weekday::Mon)?, kind),
        (Interval::Month, _) => around(NaiveDate::from_ymd_opt(year, n, 1)?, kind),
        (Interval::Quarter, 1..=4) => {
            around(NaiveDate::from_ymd_opt(year, n.saturating_mul(3).saturating_sub(2), 1)?, kind)
        }
        (Interval::HalfYear, 1 | 2) => {
            around(NaiveDate::from_ymd_opt(year, n.saturating_mul(6).saturating_sub(5), 1)?, kind)
        }
        _ => None,
    }
}

/// The period of the calendar that contains a day.
pub(super) fn around(day: NaiveDate, kind: Interval) -> Option<Time> {
    let period = kind.period_of(day)?;
    between(period.start, period.end, kind)
}

pub(super) fn of_year(year: i32) -> Option<Time> {
    PartialDate::of_year(year).map(|date| Time { length: Interval::Year, period: date.into() })
}

fn of_day(year: i32, month: u32, day: u32) -> Option<Time> {
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    between(day, day, Interval::Day)
}

/// The time, if it is within the years that a date can have.
fn between(start: NaiveDate, end: NaiveDate, length: Interval) -> Option<Time> {
    PartialDate::of_day(start).ok()?;
    PartialDate::of_day(end).ok()?;
    Some(Time { length, period: Period { start, end } })
}

pub(super) fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && is_digits(text) && !text.starts_with("00")).then(|| text.parse().ok()).flatten()
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
        ["februar", "february", "feb", "febr"],
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
