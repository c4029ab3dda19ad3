//! The name and the unit in a heading.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::vocabulary::{Column, folded, is_one_of, times};
use crate::figure::{Direction, Unit};

/// A heading, split into what is measured and its unit.
#[derive(Debug, PartialEq)]
pub(super) struct Said<'a> {
    /// `Ventetid` in `Ventetid (dage)`; empty if the heading is only a unit.
    pub(super) name: &'a str,
    pub(super) unit: Option<Unit>,
}

pub(super) fn said(heading: &str) -> Said<'_> {
    let heading = heading.trim();
    if let Some(unit) = unit_of(heading) {
        return Said { name: "", unit: Some(unit) };
    }
    let behind = [bracketed(heading), behind(heading, ", "), behind(heading, " i "), behind(heading, " in ")];
    for (name, unit) in behind.into_iter().flatten() {
        // `(i procent)` says no more than `(procent)`.
        let unit = ["i ", "in "].iter().find_map(|word| unit.strip_prefix(word)).unwrap_or(unit).trim();
        if let Some(unit) = unit_of(unit).or_else(|| with_more(unit)) {
            return Said { name, unit: Some(unit) };
        }
    }
    if let Some((name, unit)) = heading.rsplit_once(char::is_whitespace)
        && let Some(unit) = unit_of(unit)
    {
        let says_how_many = is_one_of(&folded(name), &["antal", "number of", "no. of"]);
        let is_sign = unit == Unit::Percent || heading.ends_with('‰');
        if says_how_many || is_sign {
            return Said { name: if says_how_many { "" } else { name.trim_end() }, unit: Some(unit) };
        }
    }
    Said { name: heading, unit: within(heading) }
}

/// A known unit with more behind it: `dage, median`, `dage pr. medarbejder`.
fn with_more(text: &str) -> Option<Unit> {
    let first = text.split([',', ' ']).next()?;
    let rest = text.strip_prefix(first)?.trim_start_matches(',').trim_start();
    let says_how = ["pr.", "pr ", "per ", "/", "median", "gennemsnit", "mean", "gns"];
    let is_more = says_how.iter().any(|word| rest.starts_with(word));
    unit_of(first).filter(|_| is_more)?;
    Some(other(text))
}

/// What stands in brackets behind the name and is no known unit.
pub(super) fn unknown(heading: &str) -> Option<&str> {
    let (name, unit) = bracketed(heading.trim())?;
    (said(heading).unit.is_none() && !name.is_empty() && !unit.is_empty()).then_some(unit)
}

/// Whether the figures are shares, percentages or rates, and not what is counted.
pub(super) fn is_ratio(heading: &str) -> bool {
    let of = said(heading).unit;
    let is_sign = |unit: &Unit| matches!(unit, Unit::Other { name } if ["‰", "promille"].contains(&name.as_str().trim()));
    of.is_some_and(|unit| unit == Unit::Percent || is_sign(&unit))
        || rate(heading).is_some()
        || is_share(heading)
}

/// Whether the heading says that its figures are shares, in percent or of 1.
pub(super) fn is_share(heading: &str) -> bool {
    is_one_of(&folded(heading), &["andel", "share"])
}

/// Whether the heading names time, as *sengedage* does: what happens in it is a rate, and no share.
pub(super) fn is_time(heading: &str) -> bool {
    let heading = folded(heading);
    let last = heading.split_whitespace().next_back().unwrap_or_default();
    ["dage", "doegn", "timer", "uger", "personaar", "days", "hours", "person years"]
        .iter()
        .any(|end| last.ends_with(end))
}

/// The unit that a heading names as part of what is measured: `Fraværsprocent`, `% med plan`, `Dage siden sidste fald`.
fn within(heading: &str) -> Option<Unit> {
    let heading = folded(heading);
    let mut words = heading.split_whitespace();
    let (first, second, last) = (words.next()?, words.next(), heading.split_whitespace().next_back()?);
    let of_first = unit_of(first);
    if ["procent", "pct"].iter().any(|end| last.ends_with(end))
        || of_first == Some(Unit::Percent) && second.is_some()
    {
        return Some(Unit::Percent);
    }
    let is_span = second.is_some_and(|word| {
        ["mellem", "imellem", "siden", "til", "between", "since", "until"].contains(&word)
    });
    of_first.filter(|unit| is_span && matches!(unit, Unit::Days | Unit::Hours))
}

/// What a column says: a time, something known, or a known word with a unit.
pub(super) fn column(heading: &str) -> Option<Column> {
    let folded_heading = folded(heading);
    if folded_heading.is_empty() {
        return None;
    }
    if times(&folded_heading).is_some() {
        return Some(Column::When);
    }
    if let Some(column) = Column::of(&folded_heading) {
        return Some(column);
    }
    if without_way(&folded_heading).is_some_and(|(rest, _)| Column::of(&rest) == Some(Column::Target)) {
        return Some(Column::Target);
    }
    if let Some((name, _)) = rate(heading) {
        let is_value = name.is_empty() || Column::of(&folded(name)) == Some(Column::Value);
        return is_value.then_some(Column::Value);
    }
    let Said { name, unit } = said(heading);
    if unit.is_some() && name.is_empty() {
        return Some(Column::Value);
    }
    let name = if unit.is_some() { name } else { bracketed(heading)?.0 };
    let is_figure =
        |column: &Column| matches!(column, Column::Value | Column::Part | Column::Whole | Column::Target);
    Column::of(&folded(name)).filter(is_figure)
}

/// A heading without the words that say which way is better, and what they say: `Mål (højst)`, `Mindstemål` not.
fn without_way(folded_heading: &str) -> Option<(String, Direction)> {
    let is_letter = |sign: char| sign.is_alphanumeric() || matches!(sign, '≤' | '≥' | '<' | '>' | '=');
    let words = || folded_heading.split(|sign: char| !is_letter(sign)).filter(|word| !word.is_empty());
    let way = |word: &str| match word {
        "hoejst" | "maks" | "max" | "maksimum" | "maximum" | "≤" | "<=" => Some(Direction::AtMost),
        "mindst" | "min" | "minimum" | "≥" | ">=" => Some(Direction::AtLeast),
        _ => None,
    };
    let mut ways = words().filter_map(way);
    let (Some(only), None) = (ways.next(), ways.next()) else { return None };
    let rest: Vec<&str> = words().filter(|word| way(word).is_none()).collect();
    Some((rest.join(" "), only))
}

/// Which way is better, if the heading of a target says it.
pub(super) fn way(heading: &str) -> Option<Direction> {
    without_way(&folded(heading)).map(|(_, way)| way)
}

/// The name of the figures. Returns `None` if the heading only says that they are figures.
pub(super) fn name(heading: &str) -> Option<String> {
    let name = rate(heading).map_or_else(|| said(heading).name, |(name, _)| name);
    let says_nothing = name.is_empty() || Column::of(&folded(name)).is_some();
    (!says_nothing).then(|| name.to_string())
}

/// What is measured, and per how many of what: `Fald` and `pr. 1000 sengedage`. Such figures are never counts.
pub(super) fn rate(heading: &str) -> Option<(&str, &str)> {
    let heading = heading.trim();
    let begins = |at: &usize| {
        let before = heading.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    };
    let over = heading.split_once('/').map(|(name, of)| (name, of, heading.get(name.len()..)));
    if let Some((name, _, Some(unit))) = over.filter(|(_, of, _)| is_round(of)) {
        return Some((name.trim_end(), unit));
    }
    let (name, unit) = heading.char_indices().map(|(at, _)| at).filter(begins).find_map(|at| {
        let (name, unit) = heading.split_at_checked(at)?;
        let of = ["per ", "pr.", "pr "].iter().find_map(|word| {
            let (said, of) = unit.split_at_checked(word.len())?;
            said.eq_ignore_ascii_case(word).then_some(of.trim_start())
        })?;
        is_round(of).then_some((name, unit))
    })?;
    let (name, unit) = match name.trim_end().strip_suffix(['(', '[']) {
        Some(name) => (name, unit.trim_end_matches([')', ']'])),
        None => (name, unit),
    };
    Some((name.trim_end().trim_end_matches(',').trim_end(), unit))
}

/// Whether a text begins with a hundred, a thousand and so on: `31.12.2023` is a day and `2024` a year.
fn is_round(text: &str) -> bool {
    if ["hundred", "tusind", "thousand", "million", "mio"].iter().any(|word| folded(text).starts_with(word)) {
        return true;
    }
    let is_between = |letter: &char| matches!(letter, '.' | ',' | '\'') || letter.is_whitespace();
    let digits = text.chars().take_while(|letter| letter.is_ascii_digit() || is_between(letter));
    let digits: String = digits.filter(char::is_ascii_digit).collect();
    digits.strip_prefix('1').is_some_and(|zeros| zeros.len() > 1 && zeros.bytes().all(|digit| digit == b'0'))
}

/// The unit of an exposure: what the heading names, or a count if it only says that it is the whole.
pub(super) fn exposure(heading: &str) -> Unit {
    let Said { name, unit } = said(heading);
    if let Some(unit) = unit {
        return unit;
    }
    let says_nothing =
        |name: &str| is_one_of(&folded(name), &["nævner", "denominator", "whole", "n", "total", "i alt"]);
    match bracketed(heading) {
        Some((name, unit)) if says_nothing(name) => other(unit),
        _ if says_nothing(name) => Unit::Count,
        _ => other(&in_a_sentence(heading)),
    }
}

/// `Sengedage` as it is written within a sentence. What has more capitals is an abbreviation.
fn in_a_sentence(heading: &str) -> String {
    let heading = heading.trim();
    let mut letters = heading.chars();
    match letters.next() {
        Some(first) if !letters.as_str().chars().any(char::is_uppercase) && letters.as_str().len() > 1 => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => heading.into(),
    }
}

pub(super) fn other(name: &str) -> Unit {
    Unit::Other { name: name.into() }
}

fn bracketed(heading: &str) -> Option<(&str, &str)> {
    let inside = heading.trim_end().strip_suffix([')', ']'])?;
    let (name, unit) = inside.rsplit_once(['(', '['])?;
    Some((name.trim(), unit.trim()))
}

fn behind<'a>(heading: &'a str, between: &str) -> Option<(&'a str, &'a str)> {
    let (name, unit) = heading.rsplit_once(between)?;
    Some((name.trim(), unit.trim()))
}

/// Returns `None` for text that is not a known unit.
#[expect(clippy::too_many_lines, reason = "a list of words")]
fn unit_of(text: &str) -> Option<Unit> {
    const OTHERS: &[&str] = &[
        "minutter",
        "minut",
        "min",
        "minutes",
        "mins",
        "sekunder",
        "sek",
        "seconds",
        "sec",
        "uger",
        "weeks",
        "måneder",
        "months",
        "år",
        "years",
        "døgn",
        "kr",
        "kroner",
        "dkk",
        "t.kr",
        "tkr",
        "mio. kr",
        "mio kr",
        "mia. kr",
        "1.000 kr",
        "1000 kr",
        "euro",
        "eur",
        "kg",
        "g",
        "gram",
        "km",
        "m",
        "cm",
        "liter",
        "l",
        "ml",
        "mg",
        "µg",
        "μg",
        "mcg",
        "°c",
        "grader",
        "meter",
        "mm",
        "kcal",
        "kj",
        "årsværk",
        "fuldtidsstillinger",
        "procentpoint",
        "%-point",
        "pct.-point",
        "pct.point",
        "percentage points",
        "mio",
        "mia",
        "mdr",
        "mdr.",
        "tusinde",
        "1.000",
        "1000",
        "1.000.000",
        "mio. dkk",
        "kr. pr. måned",
        "slag/min",
        "cl",
        "dl",
        "nmol/l",
        "m2",
        "m²",
        "mmol/l",
        "mg/l",
        "mmhg",
        "kwh",
        "promille",
        "‰",
    ];
    let word = folded(text);
    let is = |words: &[&str]| is_one_of(&word, words);
    Some(match () {
        () if is(&[
            "procent",
            "pct",
            "percent",
            "per cent",
            "%",
            "procentandel",
            "%-andel",
            "percentage",
        ]) =>
        {
            Unit::Percent
        }
        () if is(&["dage", "dag", "days", "day"]) => Unit::Days,
        () if is(&["timer", "hours", "hour", "hrs", "hr"]) => Unit::Hours,
        () if is(&["point", "points"]) => Unit::Points,
        () if is(&["antal", "stk", "styk", "count", "number"]) => Unit::Count,
        () if is(OTHERS) => other(text.trim()),
        () => return None,
    })
}
