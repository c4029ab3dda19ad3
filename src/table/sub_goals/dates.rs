//! The dates of a list of sub-goals. One program writes all of them in the same way, so one date decides for all
//! columns.

use alloc::vec::Vec;

use chrono::Datelike as _;

use super::choice::SubGoalChoice;
use super::columns::Columns;
use super::field::SubGoalField;
use super::message::{SubGoalNote, SubGoalReason};
use crate::date::{Interval, PartialDate};
use crate::keyed::Keyed;
use crate::table::cell::{Cell, Row};
use crate::table::choice::DateOrder;
use crate::table::note::Note;
use crate::table::number::is_missing;
use crate::table::refusal::Refusal;
use crate::table::remedy::Remedy;
use crate::table::time::{self, Reading, Time, Written};

/// The dates of each row, by the index of the row and the field.
pub(super) struct Dates(Keyed<(usize, SubGoalField), PartialDate>);

impl Dates {
    pub(super) fn of(&self, row: usize, field: SubGoalField) -> Option<PartialDate> {
        self.0.get((row, field)).copied()
    }
}

/// A cell with a date.
struct Dated {
    row: usize,
    line: usize,
    field: SubGoalField,
    at: usize,
    reading: Reading,
}

/// How day and month are read.
struct Order {
    order: DateOrder,
    /// The line of the date that decided it.
    shown: Option<usize>,
}

pub(super) fn read(
    headings: &Row,
    rows: &[&Row],
    columns: &Columns,
    choice: &SubGoalChoice,
    refusals: &mut Vec<Refusal>,
    notes: &mut Vec<Note>,
) -> Dates {
    let refusal = |line: usize, at: usize, reason: SubGoalReason| {
        Refusal::of_column(line, at, headings.text(at).into(), reason.into())
    };
    let dated = dated(rows, columns, notes);
    let order = decide(&dated, choice.date_order, notes).unwrap_or_else(|doubtful| {
        let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
        let remedies = orders.map(|order| Remedy::DateOrder { order });
        refusals.push(refusal(doubtful.line, doubtful.at, SubGoalReason::TwoDates).or(remedies));
        // The other errors do not depend on the order.
        Order { order: DateOrder::DayFirst, shown: None }
    });
    let mut read = Keyed::default();
    let mut last_days: Keyed<SubGoalField, Vec<usize>> = Keyed::default();
    let mut no_dates: Keyed<SubGoalField, Vec<usize>> = Keyed::default();
    for one in &dated {
        match one.date(&order) {
            // Systems write the first or the last day that they know where nobody wrote one.
            Ok((date, _)) if date.first_day().year() <= 1900 || date.first_day().year() >= 9000 => {
                no_dates.push(one.field, one.line);
            }
            Ok((date, is_last_day)) => {
                if is_last_day {
                    last_days.push(one.field, one.line);
                }
                read.insert((one.row, one.field), date);
            }
            Err(reason) => refusals.push(refusal(one.line, one.at, reason)),
        }
    }
    notes.extend(SubGoalField::DATES.into_iter().filter_map(|field| {
        let lines = last_days.get(field)?.clone();
        Some(SubGoalNote::LastDay { field, lines }.into())
    }));
    notes.extend(SubGoalField::DATES.into_iter().filter_map(|field| {
        let lines = no_dates.get(field)?.clone();
        Some(SubGoalNote::NoRealDate { field, lines }.into())
    }));
    Dates(read)
}

/// The cells that hold something below the headings of dates.
fn dated(rows: &[&Row], columns: &Columns, notes: &mut Vec<Note>) -> Vec<Dated> {
    let mut dated = Vec::new();
    let mut has_times = false;
    for (n, row) in rows.iter().enumerate() {
        for field in SubGoalField::DATES {
            let Some((at, cell)) = columns.at(field).and_then(|at| Some((at, row.cells().get(at)?))) else {
                continue;
            };
            if is_missing(&cell.text()) {
                continue;
            }
            let reading = match cell {
                Cell::Day(day) => time::around(*day, Interval::Day).map_or(Reading::None, Reading::One),
                cell => {
                    let text = cell.text();
                    has_times |= time::read(&text, None) == Reading::TimeOfDay;
                    time::read_day(&text)
                }
            };
            dated.push(Dated { row: n, line: row.line(), field, at, reading });
        }
    }
    if has_times {
        notes.push(SubGoalNote::TimesNotRead.into());
    }
    dated
}

impl Dated {
    /// Its date, and whether that is the last day of a week or quarter.
    fn date(&self, order: &Order) -> Result<(PartialDate, bool), SubGoalReason> {
        let time = match self.reading {
            Reading::One(time) => Ok(time),
            Reading::Day(written) => written.as_day(order.order).ok_or(match order.shown {
                Some(line) => SubGoalReason::NotInOrder { line },
                None => SubGoalReason::NotADate,
            }),
            _ => Err(SubGoalReason::NotADate),
        };
        time.and_then(|time| date(time, self.field).ok_or(SubGoalReason::NotADate))
    }
}

/// The date of a deadline or an event, and whether it is the last day of a week or quarter: a week or quarter is not
/// itself a date, and for an event nothing says on which of its days it was.
fn date(time: Time, field: SubGoalField) -> Option<(PartialDate, bool)> {
    let is_deadline = matches!(field, SubGoalField::EvaluateBy | SubGoalField::EndsOn);
    match time.length {
        Interval::Week | Interval::Quarter if is_deadline => {
            Some((PartialDate::of_day(time.period.end).ok()?, true))
        }
        Interval::Week | Interval::Quarter => None,
        _ => Some((time.as_date()?, false)),
    }
}

/// Decides the order: as the caller chose, or otherwise as a date that can be only one day shows.
///
/// # Errors
///
/// The first date that can be two days, if nothing decides.
fn decide<'a>(
    dates: &'a [Dated],
    chosen: Option<DateOrder>,
    notes: &mut Vec<Note>,
) -> Result<Order, &'a Dated> {
    if let Some(order) = chosen {
        return Ok(Order { order, shown: None });
    }
    let written = || {
        dates.iter().filter_map(|date| match date.reading {
            Reading::Day(written) => Some((date, written)),
            _ => None,
        })
    };
    let shown = written().find_map(|(date, written)| match written.days() {
        (Some(_), None) if written.sign == '/' => Some((date, DateOrder::DayFirst)),
        (None, Some(_)) => Some((date, DateOrder::MonthFirst)),
        _ => None,
    });
    let doubtful =
        written().find(|(_, written)| matches!(written.days(), (Some(day), Some(month)) if day != month));
    match (shown, doubtful) {
        (Some((date, order)), doubtful) => {
            if doubtful.is_some() || order == DateOrder::MonthFirst {
                let column = date.at.saturating_add(1);
                notes.push(SubGoalNote::OrderShown { order, line: date.line, column }.into());
            }
            Ok(Order { order, shown: Some(date.line) })
        }
        (None, Some((date, _))) => Err(date),
        (None, None) => {
            let hyphens = || written().map(|(_, written)| written).filter(|written| written.sign == '-');
            let as_day = |order| move |written: Written| written.as_day(order);
            let (day, month) = (as_day(DateOrder::DayFirst), as_day(DateOrder::MonthFirst));
            let can_be_other = hyphens().all(|written| month(written).is_some());
            if can_be_other && hyphens().any(|written| day(written) != month(written)) {
                notes.push(SubGoalNote::DayBeforeMonth.into());
            }
            Ok(Order { order: DateOrder::DayFirst, shown: None })
        }
    }
}
