//! The name and the unit in a heading.

use alloc::string::{String, ToString as _};

use super::vocabulary::{Column, folded, is_one_of, times};
use crate::figure::Unit;

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
        if let Some(unit) = unit_of(unit) {
            return Said { name, unit: Some(unit) };
        }
    }
    if let Some((name, unit)) = heading.rsplit_once(char::is_whitespace)
        && let Some(unit) = unit_of(unit)
    {
        let says_how_many = is_one_of(&folded(name), &["antal", "number of", "no. of"]);
        if says_how_many || unit == Unit::Percent {
            return Said { name: if says_how_many { "" } else { name.trim_end() }, unit: Some(unit) };
        }
    }
    Said { name: heading, unit: within(heading) }
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
        _ => other(heading),
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
fn unit_of(text: &str) -> Option<Unit> {
    const OTHERS: &[&str] = &[
        "minutter", "minut", "min", "minutes", "mins", "sekunder", "sek", "seconds", "sec", "uger", "weeks",
        "måneder", "months", "år", "years", "døgn", "kr", "kroner", "dkk", "t.kr", "tkr", "mio. kr",
        "mio kr", "mia. kr", "1.000 kr", "1000 kr", "euro", "eur", "kg", "g", "gram", "km", "m", "cm",
        "liter", "l", "ml", "m2", "m²", "mmol/l", "mg/l", "mmhg", "kwh", "promille", "‰",
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
