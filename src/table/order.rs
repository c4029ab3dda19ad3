//! Whether the day or the month comes first in the dates of a column.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::choice::DateOrder;
use super::note::Note;
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::time::{Reading, Written};

/// A date of a column.
pub(super) struct Dated<'a> {
    pub(super) line: usize,
    pub(super) said: &'a str,
    pub(super) is_read: bool,
    pub(super) reading: Reading,
}

/// How the dates of a column are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Orders {
    pub(super) order: DateOrder,
    /// The line of the date that decided it.
    pub(super) shown: Option<usize>,
    /// `true` if every date is a day with the month first.
    pub(super) can_be_month_first: bool,
}

/// Decides the order: as the caller chose, or otherwise as a date that can be only one day shows.
///
/// # Errors
///
/// The first date that can be two days, if nothing decides.
pub(super) fn decide(
    at: usize,
    heading: &str,
    dates: &[Dated<'_>],
    chosen: Option<DateOrder>,
    notes: &mut Vec<Note>,
) -> Result<Orders, Refusal> {
    let written = || {
        dates.iter().filter_map(|date| match date.reading {
            Reading::Day(written) => Some((date, written)),
            _ => None,
        })
    };
    let can_be_month_first = written().all(|(_, written)| written.as_day(DateOrder::MonthFirst).is_some());
    let orders = |order, shown| Ok(Orders { order, shown, can_be_month_first });
    if let Some(order) = chosen {
        return orders(order, None);
    }
    let shown = written().find_map(|(date, written)| match written.days() {
        (Some(_), None) if written.sign == '/' => Some((date, DateOrder::DayFirst)),
        (None, Some(_)) => Some((date, DateOrder::MonthFirst)),
        _ => None,
    });
    let doubtful = written().find_map(|(date, written)| match written.days() {
        (Some(day), Some(month)) if date.is_read && day != month => Some((date, day, month)),
        _ => None,
    });
    match (shown, doubtful) {
        (Some((date, order)), doubtful) => {
            if doubtful.is_some() || order == DateOrder::MonthFirst {
                notes.push(Note::DateOrder { order, said: date.said.to_string(), line: date.line });
            }
            orders(order, Some(date.line))
        }
        (None, Some((date, day, month))) => {
            let said = date.said.to_string();
            let (day_first, month_first) = (day.period.start, month.period.start);
            let reason = Reason::TwoDays { said, day_first, month_first };
            let remedy = |order| Remedy::DateOrder { order };
            let refusal = Refusal::of_column(date.line, at, heading.to_string(), reason);
            Err(refusal.or([DateOrder::DayFirst, DateOrder::MonthFirst].map(remedy)))
        }
        (None, None) => {
            notes.extend(day_first(written().map(|(date, written)| (date.said, written))));
            orders(DateOrder::DayFirst, None)
        }
    }
}

/// The note about dates with `-` if each of them could also be read with the month first.
fn day_first<'a>(dates: impl Iterator<Item = (&'a str, Written)>) -> Option<Note> {
    let mut said: Option<String> = None;
    for (date, written) in dates.filter(|(_, written)| written.sign == '-') {
        let [day, month] = [DateOrder::DayFirst, DateOrder::MonthFirst].map(|order| written.as_day(order));
        month?;
        if said.is_none() && day != month {
            said = Some(date.to_string());
        }
    }
    said.map(|said| Note::DayFirst { said })
}
