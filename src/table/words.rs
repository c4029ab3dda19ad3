//! The words that both languages share.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Display;

use chrono::{Datelike as _, NaiveDate};

use crate::Lang;
use crate::date::Interval;
use crate::date::Period;
use crate::text::{Bilingual, enumerated, in_quotes};

/// A sentence in the language that is asked for: the Danish and the English text, with the names of the scope and of
/// the values behind them in braces.
macro_rules! say {
    ($lang:expr, $da:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {
        match $lang {
            $crate::Lang::Da => alloc::format!($da $(, $name = $value)*),
            $crate::Lang::En => alloc::format!($en $(, $name = $value)*),
        }
    };
}
pub(super) use say;

/// What a cell says, without its line breaks.
pub(super) fn on_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Enough of a cell for a reader to find it.
pub(super) fn short(said: &str) -> String {
    const MOST: usize = 30;
    let said = on_one_line(said);
    let mut short: String = said.chars().take(MOST).collect();
    if said.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// A month, week or quarter with a year, as it is written in one cell.
pub(super) fn with_year(said: &str) -> String {
    let number = said.trim_end_matches('.');
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("2024-{number:0>2}");
    }
    let sign = number.chars().find(|sign| matches!(sign, '-' | '.' | '/'));
    if let Some(sign) = sign.filter(|_| !number.chars().any(char::is_alphabetic)) {
        return format!("{number}{sign}2024");
    }
    format!("{} 2024", short(said))
}

/// Texts in quotation marks, at most eight of them.
pub(super) fn quoted(all: &[String], lang: Lang) -> String {
    listed(all.iter().map(|one| quoted_one(one, lang)), lang)
}

/// A list of things, with `and` before the last; at most eight of them.
pub(super) fn listed<T: Display>(all: impl ExactSizeIterator<Item = T>, lang: Lang) -> String {
    const MOST: usize = 8;
    let behind = all.len().saturating_sub(MOST);
    let mut shown: Vec<String> = all.take(MOST).map(|one| one.to_string()).collect();
    if behind > 0 {
        shown.push(say!(lang, "{behind} til", "{behind} more"));
    }
    enumerated(&shown, lang)
}

/// The lines that a note is about: "linjerne 3 og 4".
pub(super) fn lines_in(all: &[usize], lang: Lang) -> String {
    match all {
        [line] => say!(lang, "linje {line}", "line {line}"),
        all => say!(lang, "linjerne {lines}", "lines {lines}", lines = listed(all.iter(), lang)),
    }
}

/// A text of a cell in quotation marks.
pub(super) fn quoted_one(text: &str, lang: Lang) -> String {
    in_quotes(&short(text), lang)
}

/// A day in words.
pub(super) fn day(day: NaiveDate, lang: Lang) -> impl Display {
    Period { start: day, end: day }.in_lang(lang)
}

/// The day of the week of a day.
pub(super) fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    const DAYS: [Bilingual; 7] = [
        Bilingual::new("mandag", "Monday"),
        Bilingual::new("tirsdag", "Tuesday"),
        Bilingual::new("onsdag", "Wednesday"),
        Bilingual::new("torsdag", "Thursday"),
        Bilingual::new("fredag", "Friday"),
        Bilingual::new("lørdag", "Saturday"),
        Bilingual::new("søndag", "Sunday"),
    ];
    let at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    DAYS.get(at).map_or("", |name| name.in_lang(lang))
}

/// A kind of period with its article.
pub(super) fn a_period(kind: Interval, lang: Lang) -> &'static str {
    let words = match kind {
        Interval::Day => Bilingual::new("en dag", "a day"),
        Interval::Week => Bilingual::new("en uge", "a week"),
        Interval::Month => Bilingual::new("en måned", "a month"),
        Interval::Quarter => Bilingual::new("et kvartal", "a quarter"),
        Interval::HalfYear => Bilingual::new("et halvår", "a half-year"),
        Interval::Year => Bilingual::new("et år", "a year"),
        Interval::ByEvent => Bilingual::new("en hændelse", "an event"),
    };
    words.in_lang(lang)
}

/// Several periods of a kind.
pub(super) fn periods(kind: Interval, lang: Lang) -> &'static str {
    let words = match kind {
        Interval::Day => Bilingual::new("dage", "days"),
        Interval::Week => Bilingual::new("uger", "weeks"),
        Interval::Month => Bilingual::new("måneder", "months"),
        Interval::Quarter => Bilingual::new("kvartaler", "quarters"),
        Interval::HalfYear => Bilingual::new("halvår", "half-years"),
        Interval::Year => Bilingual::new("år", "years"),
        Interval::ByEvent => Bilingual::new("hændelser", "events"),
    };
    words.in_lang(lang)
}
