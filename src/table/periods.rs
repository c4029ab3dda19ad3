//! The times of the rows that are read.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::Datelike as _;

use super::cell::{Cell, Row};
use super::choice::{CellFilter, Choice};
use super::note::Note;
use super::order::{self, Dated, Orders};
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::time::{self, Reading, Time, Written};
use super::vocabulary::{Times, folded};
use crate::date::Interval;
use crate::sorted::sort_by_key;

/// Where the times are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    /// The column of the years, if the times are in two columns.
    pub(super) year: Option<usize>,
    pub(super) says: Times,
}

/// Reads the times of a table.
pub(super) struct Reader<'a> {
    pub(super) place: Place,
    pub(super) headings: &'a Row,
    pub(super) choice: &'a Choice,
}

impl Reader<'_> {
    /// The kind of period that the caller chose or the heading says.
    fn kind(&self) -> Option<Interval> {
        let said = match self.place.says {
            Times::Of(kind) => Some(kind),
            Times::Dates | Times::Periods => None,
        };
        self.choice.period.filter(|kind| *kind != Interval::ByEvent).or(said)
    }

    pub(super) fn reading(&self, row: &Row) -> Reading {
        match row.cells.get(self.place.at) {
            Some(Cell::Day(day)) => time::around(*day, Interval::Day).map_or(Reading::None, Reading::One),
            Some(cell) => time::read(&cell.text(), self.kind()),
            None => Reading::None,
        }
    }

    fn refusal(&self, line: usize, at: usize, reason: Reason) -> Refusal {
        Refusal::of_column(line, at, self.headings.text(at).into(), reason)
    }

    /// The time of each row that is read; `None` for those that are refused or left out.
    pub(super) fn times(
        &self,
        rows: &[(&Row, bool)],
        refusals: &mut Vec<Refusal>,
        notes: &mut Vec<Note>,
    ) -> Vec<Option<Time>> {
        let cells: Vec<Cow<'_, str>> = rows.iter().map(|(row, _)| row.text(self.place.at)).collect();
        let dates: Vec<Dated<'_>> = rows
            .iter()
            .zip(&cells)
            .map(|((row, is_read), said)| Dated {
                line: row.line,
                said,
                is_read: *is_read,
                reading: self.reading(row),
            })
            .collect();
        if let Some(refusal) = self.split_years(&dates) {
            refusals.push(refusal);
            return rows.iter().map(|_| None).collect();
        }
        let heading = self.headings.text(self.place.at);
        let orders = match order::decide(self.place.at, &heading, &dates, self.choice.date_order, notes) {
            Ok(orders) => orders,
            Err(refusal) => {
                refusals.push(refusal);
                // The other errors do not depend on the order.
                Orders { order: super::DateOrder::DayFirst, shown: None, can_be_month_first: true }
            }
        };
        let kinds = self.kinds(&dates);
        let mut told = Told::default();
        let times = dates.iter().zip(rows).map(|(date, (row, _))| {
            if !date.is_read {
                return None;
            }
            match self.time(date, row, orders, &kinds).and_then(|time| self.in_its_year(date, row, time)) {
                Ok(time) => self.of_kind(date, time, &mut told),
                Err(refusal) => {
                    refusals.push(refusal);
                    None
                }
            }
        });
        let times: Vec<Option<Time>> = times.collect();
        told.into_notes(self, refusals, notes);
        let lines = dates.iter().map(|date| date.line);
        several_kinds(self, times.iter().copied().zip(lines), refusals);
        times
    }

    /// The kinds of period that the caller can choose, if no heading names one and every cell is a period of that kind.
    fn kinds(&self, dates: &[Dated<'_>]) -> Vec<Interval> {
        let cells =
            || dates.iter().filter(|date| date.is_read && !date.said.is_empty() && !is_label(date.said));
        let is_open = self.place.says == Times::Periods && self.kind().is_none();
        if !is_open || cells().all(|date| date.reading != Reading::None) {
            return Vec::new();
        }
        let reads = |kind: &Interval| {
            cells()
                .all(|date| matches!(time::read(date.said, Some(*kind)), Reading::One(_) | Reading::Day(_)))
        };
        Interval::ALL.iter().copied().filter(|kind| time::is_within_year(*kind) && reads(kind)).collect()
    }

    fn time(&self, date: &Dated<'_>, row: &Row, orders: Orders, kinds: &[Interval]) -> Result<Time, Refusal> {
        match date.reading {
            Reading::One(time) => Ok(time),
            Reading::Day(written) => self.day(date, written, orders),
            Reading::OfAYear(kind, n) => self.of_a_year(date, row, kind, n),
            Reading::TimeOfDay => Err(self.refused(date, Reason::TimeOfDay { said: date.said.into() })),
            Reading::None => Err(self.not_a_time(date, row, kinds)),
        }
    }

    fn refused(&self, date: &Dated<'_>, reason: Reason) -> Refusal {
        self.refusal(date.line, self.place.at, reason)
    }

    fn day(&self, date: &Dated<'_>, written: Written, orders: Orders) -> Result<Time, Refusal> {
        let said = || date.said.to_string();
        match (written.as_day(orders.order), orders.shown) {
            (Some(time), _) => Ok(time),
            (None, _) if written.is_no_day() => {
                Err(self.refused(date, Reason::NotInCalendar { said: said() }))
            }
            (None, Some(line)) => Err(self.refused(date, Reason::OtherOrder { said: said(), line })),
            (None, None) => {
                let order = super::DateOrder::MonthFirst;
                let can = orders.can_be_month_first && orders.order != order;
                let reason = if can {
                    Reason::NotATime { said: said(), of: None }
                } else {
                    Reason::NotInCalendar { said: said() }
                };
                Err(self.refused(date, reason).or(can.then_some(Remedy::DateOrder { order })))
            }
        }
    }

    /// The `n`th period of a year that is in a column of its own.
    fn of_a_year(
        &self,
        date: &Dated<'_>,
        row: &Row,
        kind: Option<Interval>,
        n: u32,
    ) -> Result<Time, Refusal> {
        let said = || date.said.to_string();
        let Some(year) = self.place.year else {
            return Err(self.refused(date, Reason::NoYear { said: said() }));
        };
        let cell = row.text(year);
        let Some(number) = time::year(&cell) else {
            let remedy = self.without(year, &cell);
            return Err(self.refusal(date.line, year, Reason::NotAYear { said: cell.into() }).or(remedy));
        };
        let kind = kind.or(self.kind());
        let time = kind.and_then(|kind| time::numbered(number, n, kind));
        time.ok_or_else(|| self.refused(date, Reason::NotATime { said: said(), of: kind }))
    }

    fn not_a_time(&self, date: &Dated<'_>, row: &Row, kinds: &[Interval]) -> Refusal {
        let said = || date.said.to_string();
        if date.said.is_empty() {
            let remedy = self.place.year.and_then(|year| self.without(year, &row.text(year)));
            return self.refused(date, Reason::NoTime).or(remedy);
        }
        if self.has_short_year(date.said) {
            return self.refused(date, Reason::ShortYear { said: said() });
        }
        if let Some(day) = time::on_another_weekday(date.said) {
            return self.refused(date, Reason::OtherWeekday { said: said(), day });
        }
        if time::is_day_without_year(date.said) {
            return self.refused(date, Reason::NoYear { said: said() });
        }
        let is_numbered = date.said.split(['-', '/']).count() <= 2
            && date.said.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
        let is_other = is_numbered || time::read(date.said, None) != Reading::None;
        let of = self.kind().filter(|_| is_other);
        let is_not_in_calendar = || time::is_not_in_calendar(date.said, self.kind());
        let reason = match of {
            _ if is_serial_number(date.said) => Reason::SerialNumber { said: said() },
            None if kinds.is_empty() && is_not_in_calendar() => Reason::NotInCalendar { said: said() },
            of => Reason::NotATime { said: said(), of },
        };
        let label = self.without(self.place.at, date.said);
        let kinds = kinds.iter().filter(|_| label.is_none());
        let kinds = kinds.map(|kind| Remedy::Period { interval: *kind });
        self.refused(date, reason).or(kinds).or(label)
    }

    /// The remedy that leaves out a row of totals or a repeated heading.
    fn without(&self, at: usize, said: &str) -> Option<Remedy> {
        let heading = self.only_heading(at)?;
        is_label(said).then(|| Remedy::Except { cell: CellFilter { heading, value: said.into() } })
    }

    /// The heading of a column, if no other column has it.
    fn only_heading(&self, at: usize) -> Option<String> {
        let heading = self.headings.text(at);
        let is_it = |cell: &&Cell| folded(&cell.text()) == folded(&heading);
        (!heading.is_empty() && self.headings.cells.iter().filter(is_it).count() == 1).then(|| heading.into())
    }

    /// Whether it would be a time if the century were added.
    fn has_short_year(&self, said: &str) -> bool {
        let before = said.trim_end_matches(|sign: char| sign.is_ascii_digit());
        // `0024` is no more of a year than `24`.
        let year = said.strip_prefix(before).map(|year| match year.strip_prefix("00") {
            Some(rest) if year.len() == 4 && !before.is_empty() => rest,
            _ => year,
        });
        let with_century = year
            .filter(|year| year.len() == 2)
            .map(|year| time::read(&format!("{before}20{year}"), self.kind()));
        matches!(with_century, Some(Reading::One(_) | Reading::Day(_)))
    }

    /// Refuses `2010-11`, `2011-12`: each names a year and the next one.
    fn split_years(&self, dates: &[Dated<'_>]) -> Option<Refusal> {
        if self.kind().is_some_and(|kind| kind != Interval::Year) {
            return None;
        }
        let mut read = dates.iter().filter(|date| date.is_read && !date.said.is_empty());
        let first = read.clone().next()?;
        if read.clone().count() < 2 || !read.all(|date| is_split_year(date.said)) {
            return None;
        }
        let reason = Reason::MonthOrSplitYear { said: first.said.to_string() };
        let month = self.kind().is_none().then_some(Remedy::Period { interval: Interval::Month });
        Some(self.refusal(first.line, self.place.at, reason).or(month))
    }

    /// The time, if it is in the year that another column says.
    fn in_its_year(&self, date: &Dated<'_>, row: &Row, time: Time) -> Result<Time, Refusal> {
        let said = self.place.year.and_then(|at| time::year(&row.text(at)));
        match said {
            Some(year) if ![time.period.start, time.period.end].iter().any(|day| day.year() == year) => {
                // The caller chose the column, and the cell says its year itself.
                if self.choice.date.is_some() && !matches!(date.reading, Reading::OfAYear(..)) {
                    return Ok(time);
                }
                let reason = Reason::OtherYear { said: date.said.to_string(), year };
                let heading = self.only_heading(self.place.at);
                let remedy = heading.map(|heading| Remedy::Date { heading });
                Err(self.refusal(date.line, self.place.at, reason).or(remedy))
            }
            _ => Ok(time),
        }
    }

    /// The time as the required kind of period.
    fn of_kind(&self, date: &Dated<'_>, time: Time, told: &mut Told) -> Option<Time> {
        let Some(kind) = self.kind().filter(|kind| *kind != time.length) else {
            let is_of_figures = !date.said.chars().any(char::is_alphabetic);
            if self.place.says == Times::Periods
                && self.choice.period.is_none()
                && time.length == Interval::Month
                && is_of_figures
            {
                told.months.get_or_insert_with(|| date.said.to_string());
            }
            told.of_heading = told.of_heading.saturating_add(1);
            return Some(time);
        };
        if time.length == Interval::Day {
            told.days = Some(kind);
            return time::around(time.period.start, kind);
        }
        if self.choice.period.is_some() {
            told.left_out.push(date.line);
            return None;
        }
        match told.other_kinds.iter_mut().find(|other| other.found == time.length) {
            Some(other) => other.rows = other.rows.saturating_add(1),
            None => told.other_kinds.push(OtherKind {
                found: time.length,
                line: date.line,
                said: date.said.to_string(),
                rows: 1,
            }),
        }
        None
    }
}

/// Whether a cell is the label of a row and not a time: `I alt`, `Kilde`, `2023 i alt`. A cell with a digit may be a
/// mistake instead, unless it speaks of a total.
pub(super) fn is_label(said: &str) -> bool {
    const TOTALS: [&str; 14] = [
        "alt",
        "ialt",
        "total",
        "totalt",
        "hovedtotal",
        "subtotal",
        "sum",
        "hele",
        "samlet",
        "gennemsnit",
        "middel",
        "median",
        "average",
        "mean",
    ];
    let is_total =
        || folded(said).split(|sign: char| !sign.is_alphanumeric()).any(|word| TOTALS.contains(&word));
    said.chars().any(char::is_alphabetic) && (!said.chars().any(|sign| sign.is_ascii_digit()) || is_total())
}

/// The number by which spreadsheets keep a day, from 1954 to 2091.
fn is_serial_number(said: &str) -> bool {
    said.len() == 5 && said.parse().is_ok_and(|days: u32| (20_000..70_000).contains(&days))
}

/// `2010-11` and `2010/11`, but not `2010-12`.
fn is_split_year(said: &str) -> bool {
    let Some((first, second)) = said.split_once(['-', '/']) else { return false };
    let next = time::year(first).map(|year| year.saturating_add(1).rem_euclid(100));
    second.len() == 2 && next.is_some() && second.parse().ok() == next
}

/// Notes that are made once for a column.
#[derive(Default)]
struct Told {
    months: Option<String>,
    days: Option<Interval>,
    left_out: Vec<usize>,
    /// How many rows have the kind that the heading names, or any where it names none.
    of_heading: usize,
    /// Each kind once.
    other_kinds: Vec<OtherKind>,
}

/// Another kind of period than the heading names, with its first line and what that says.
struct OtherKind {
    found: Interval,
    line: usize,
    said: String,
    rows: usize,
}

impl Told {
    fn into_notes(self, reader: &Reader<'_>, refusals: &mut Vec<Refusal>, notes: &mut Vec<Note>) {
        notes.extend(self.months.map(|said| Note::ReadAsMonths { said }));
        notes.extend(self.days.map(|interval| Note::DaysAsPeriods { interval }));
        if let (Some(chosen), false) = (reader.choice.period, self.left_out.is_empty()) {
            notes.push(Note::LeftOut { chosen, lines: self.left_out });
        }
        let mut other_kinds = self.other_kinds;
        sort_by_key(&mut other_kinds, |other| other.found);
        for OtherKind { found, line, said, rows } in other_kinds {
            let Some(heading) = reader.kind() else { continue };
            if rows < self.of_heading {
                let column = reader.only_heading(reader.place.at).filter(|_| rows == 1);
                let cell = column.map(|heading| CellFilter { heading, value: said.clone() });
                let remedies = cell.map(|cell| Remedy::Except { cell }).into_iter();
                let reason = Reason::FewOfOtherKind { said, found, heading };
                let refusal = reader.refusal(line, reader.place.at, reason);
                refusals.push(refusal.or(remedies.chain([Remedy::Period { interval: heading }])));
                continue;
            }
            let reason = Reason::OtherKind { said, found, heading };
            let refusal = reader.refusal(line, reader.place.at, reason);
            refusals.push(refusal.or([Remedy::Period { interval: found }]));
        }
    }
}

/// Refuses mixed kinds of period: a year among its quarters is not a point on their line.
fn several_kinds(
    reader: &Reader<'_>,
    times: impl Iterator<Item = (Option<Time>, usize)>,
    refusals: &mut Vec<Refusal>,
) {
    let times: Vec<_> = times.filter_map(|(time, line)| Some((time?.length, line))).collect();
    let lines = |kind| times.iter().filter(move |(other, _)| *other == kind).map(|(_, line)| *line);
    // If two kinds have equally many rows, the shorter is the one that is measured.
    let kinds = Interval::ALL.iter().copied().filter(|kind| lines(*kind).next().is_some());
    let Some(most) = kinds.clone().rev().max_by_key(|kind| lines(*kind).count()) else { return };
    for found in kinds.filter(|kind| *kind != most) {
        let lines: Vec<_> = lines(found).collect();
        let first = lines.first().copied().unwrap_or_default();
        let refusal = reader.refusal(first, reader.place.at, Reason::SeveralKinds { found, most, lines });
        // A day could be read as the period that contains it, but that is another period.
        let can_choose = ![found, most].contains(&Interval::Day);
        let remedies = [most, found].map(|interval| Remedy::Period { interval });
        refusals.push(refusal.or(remedies.into_iter().filter(|_| can_choose)));
    }
}
