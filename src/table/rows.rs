//! The cells of the rows.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::choice::{Choice, Form};
use super::columns::{Columns, Figure};
use super::note::Note;
use super::number::{self, Signs, is_dash, is_missing, percent, whole};
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::time::Time;
use super::unit;
use super::vocabulary::{Column, yes};
use crate::figure::{Decimal, Unit};
use crate::keyed::Keyed;
use crate::sorted::{Lookup, sort_by, sort_by_key};

/// What one row says.
pub(super) struct Entry<'a> {
    pub(super) line: usize,
    pub(super) row: &'a Row,
    pub(super) time: Time,
    pub(super) figure: Read,
    pub(super) phase: Cow<'a, str>,
    pub(super) is_shift: bool,
    pub(super) is_frozen: bool,
    pub(super) is_excluded: bool,
    pub(super) note: Cow<'a, str>,
}

/// What the figures of a row say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Value(Decimal),
    Ratio(u64, Decimal),
    Missing,
    /// A suppressed result, which is below the figure.
    Below(Decimal),
}

/// One cell with a figure.
#[derive(Debug, Clone, Copy)]
enum Figured {
    Is(Decimal),
    Missing,
    Below(Decimal),
}

pub(super) struct Rows<'a> {
    pub(super) headings: &'a Row,
    pub(super) columns: &'a Columns,
    pub(super) choice: &'a Choice,
    /// Whether it is a table of Statistics Denmark, in which a dash is zero.
    pub(super) of_statistics: bool,
    pub(super) refusals: Vec<Refusal>,
    pub(super) told: Told,
}

/// Notes that are made once for many cells.
#[derive(Default)]
pub(super) struct Told {
    missing: Keyed<str, (String, Vec<usize>)>,
    zero: Vec<usize>,
    below: Vec<(Decimal, usize)>,
    rest: Vec<Note>,
}

impl Told {
    pub(super) fn into_notes(self, is_in_percent: bool, notes: &mut Vec<Note>) {
        let mut missing = self.missing.into_values();
        sort_by(&mut missing, |(one, _), (other, _)| one.cmp(other));
        notes.extend(missing.into_iter().map(|(said, lines)| Note::Missing { said, lines }));
        if !self.zero.is_empty() {
            notes.push(Note::DashIsZero { lines: self.zero });
        }
        let mut below = self.below;
        sort_by_key(&mut below, |(below, _)| *below);
        notes.extend(below.chunk_by(|(one, _), (other, _)| one == other).filter_map(|same| {
            let (below, _) = *same.first()?;
            let lines = same.iter().map(|(_, line)| *line).collect();
            Some(if is_in_percent {
                Note::SuppressedShare { below, lines }
            } else {
                Note::Suppressed { below, lines }
            })
        }));
        notes.extend(self.rest);
    }
}

/// How the figures of one column are written.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) at: usize,
    pub(super) signs: Signs,
}

impl<'a> Rows<'a> {
    pub(super) fn refuse(&mut self, line: usize, at: usize, reason: Reason) {
        let heading = self.headings.text(at).into();
        self.refusals.push(Refusal::of_column(line, at, heading, reason));
    }

    /// Decides how the figures of a column are written.
    pub(super) fn written(
        &mut self,
        at: usize,
        rows: &[(&Row, bool)],
        notes: &mut Vec<Note>,
    ) -> Option<Written> {
        let heading = self.headings.text(at);
        let read: Lookup<usize, bool> = rows.iter().map(|(row, is_read)| (row.line, *is_read)).collect();
        let is_read = |row: &Row| read.get(&row.line).copied().unwrap_or_default();
        let all = rows.iter().map(|(row, _)| *row);
        match Signs::of(at, &heading, all, is_read, self.choice.decimal_sign) {
            Ok(decided) => {
                let heading = heading.to_string();
                notes.extend(decided.doubtful.map(|(said, sign, line)| Note::DecimalSign {
                    heading,
                    said,
                    sign,
                    line,
                }));
                Some(Written { at, signs: decided.signs })
            }
            Err(refusal) => {
                self.refusals.push(refusal);
                self.no_figures(at, rows);
                None
            }
        }
    }

    /// Refuses the cells that are no figure with either decimal sign.
    fn no_figures(&mut self, at: usize, rows: &[(&Row, bool)]) {
        let is_target = self.columns.other(Column::Target) == Some(at);
        for (row, _) in rows.iter().filter(|(_, is_read)| *is_read) {
            let said = row.text(at);
            if is_missing(&said) || number::is_figure(&said) {
                continue;
            }
            let said = said.to_string();
            let reason = match () {
                () if is_target => Reason::NotATarget { said },
                () if number::is_more_than_a_number(&said) => Reason::MoreThanANumber { said },
                () => Reason::NotANumber { said },
            };
            self.refuse(row.line, at, reason);
        }
    }

    /// Refuses figures that contradict each other: 71 of 61 among shares, 0.81 among percentages.
    pub(super) fn figures_fit(&mut self, entries: &[Entry<'_>], is_in_percent: bool) {
        match self.columns.figure {
            Some(Figure::Ratio { part: at, .. }) if self.choice.form == Form::Any => {
                self.parts_fit(at, entries);
            }
            Some(Figure::Value { at }) if !is_in_percent && self.choice.unit.is_none() => {
                let heading = self.headings.text(at);
                let values = || {
                    entries.iter().filter_map(|entry| match entry.figure {
                        Read::Value(value) => Some((entry, value)),
                        _ => None,
                    })
                };
                if !unit::is_share(&heading) || values().all(|(_, value)| value <= Decimal::from(1)) {
                    return;
                }
                let doubtful =
                    values().find(|(_, value)| number::is_small(*value) && whole(*value).is_none());
                if let Some((entry, _)) = doubtful {
                    let said = entry.row.text(at).into();
                    self.refuse(entry.line, at, Reason::OneOrPercent { said });
                }
            }
            _ => {}
        }
    }

    /// If the numerator is the larger one in most rows, it is a rate; in a few of them it is a mistake, unless the caller
    /// says that it is a rate.
    fn parts_fit(&mut self, at: usize, entries: &[Entry<'_>]) {
        let pairs = || {
            entries.iter().filter_map(|entry| match entry.figure {
                Read::Ratio(part, of) => Some((entry.line, part, of)),
                _ => None,
            })
        };
        let is_over = |part: u64, of: Decimal| whole(of).is_some_and(|of| part > of);
        let over = pairs().filter(|(_, part, of)| is_over(*part, *of)).count();
        let is_rate = over.saturating_mul(2) >= pairs().count();
        for (line, part, of) in pairs().filter(|(_, part, of)| is_over(*part, *of)) {
            let is_zero = of == Decimal::ZERO;
            if is_rate && !is_zero {
                continue;
            }
            let heading = self.headings.text(at).into();
            let refusal = Refusal::of_column(line, at, heading, Reason::PartOverWhole { part, whole: of });
            let remedy = (!is_zero).then_some(Remedy::Form { form: Form::Rate });
            self.refusals.push(refusal.or(remedy));
        }
    }

    /// Decides how the columns of the figures are written.
    pub(super) fn signs(
        &mut self,
        figure: Figure,
        rows: &[(&Row, bool)],
        notes: &mut Vec<Note>,
    ) -> [Option<Written>; 2] {
        let [one, other] = figure.columns();
        let first = self.written(one, rows, notes);
        [first, if one == other { first } else { self.written(other, rows, notes) }]
    }

    /// Returns `true` if the cells of the value say percent. If one does, all must. Where the heading says it, those must
    /// that can be a share of one.
    pub(super) fn is_in_percent(&mut self, rows: &[&Row]) -> bool {
        let Some(Figure::Value { at }) = self.columns.figure else { return false };
        let cells = || {
            let cells = rows.iter().map(|row| (row.line, row.cells.get(at)));
            cells.filter_map(|(line, cell)| match cell? {
                Cell::Text(text) if is_missing(text) || number::suppressed(text).is_some() => None,
                cell => Some((line, cell.text())),
            })
        };
        let Some((with, _)) = cells().find(|(_, cell)| percent(cell).is_some()) else { return false };
        let is_in_heading = unit::said(&self.headings.text(at)).unit == Some(Unit::Percent);
        let must = |cell: &str| percent(cell).is_none() && (!is_in_heading || number::is_fraction(cell));
        if let Some((line, said)) = cells().find(|(_, cell)| must(cell)) {
            self.refuse(line, at, Reason::NoPercent { said: said.into(), line: with });
        }
        true
    }

    fn is_of_counts(&self) -> bool {
        self.choice.form == Form::Count || matches!(self.columns.figure, Some(Figure::Ratio { .. }))
    }

    fn figure(&mut self, row: &Row, written: Written) -> Option<Figured> {
        let line = row.line;
        let text = match row.cells.get(written.at)? {
            Cell::Percent(_) if self.is_of_counts() => {
                self.refuse(line, written.at, Reason::NotANumber { said: row.text(written.at).into() });
                return None;
            }
            Cell::Number(number) | Cell::Percent(number) => return Some(Figured::Is(*number)),
            Cell::Text(text) => text,
            Cell::Day(day) => {
                self.refuse(line, written.at, Reason::NotANumber { said: day.to_string() });
                return None;
            }
        };
        if self.of_statistics && is_dash(text) {
            self.told.zero.push(line);
            return Some(Figured::Is(Decimal::ZERO));
        }
        if is_missing(text) {
            if !text.is_empty() {
                let none = || (text.clone(), Vec::new());
                self.told.missing.update(text.as_str(), none, |(_, lines)| lines.push(line));
            }
            return Some(Figured::Missing);
        }
        let (said, below) = match number::suppressed(text) {
            Some((figure, includes)) => (figure, Some(includes)),
            // A figure in percent is not a count.
            None if self.is_of_counts() => (text.as_str(), None),
            None => (percent(text).unwrap_or(text), None),
        };
        match (written.signs.decimal(said), below) {
            (Ok(figure), None) => Some(Figured::Is(figure)),
            // What is at most 4 is below 5.
            (Ok(figure), Some(true)) => {
                let more = one_more(figure);
                if more.is_none() {
                    self.refuse(line, written.at, Reason::NotWhole { said: said.into() });
                }
                more.map(Figured::Below)
            }
            (Ok(figure), Some(false)) => Some(Figured::Below(figure)),
            (Err(reason), _) => {
                self.refuse(line, written.at, reason);
                None
            }
        }
    }

    /// The figures of a row; `None` if they are refused.
    pub(super) fn read(&mut self, row: &Row, one: Written, other: Written) -> Option<Read> {
        let line = row.line;
        match self.columns.figure? {
            Figure::Value { at } => {
                let read = match self.figure(row, one)? {
                    Figured::Is(value) => Read::Value(value),
                    Figured::Missing => Read::Missing,
                    Figured::Below(figure) => {
                        self.told.below.push((figure, line));
                        Read::Below(figure)
                    }
                };
                if let (Form::Count, Read::Value(value)) = (self.choice.form, read)
                    && whole(value).is_none()
                {
                    self.refuse(line, at, Reason::NotWhole { said: row.text(at).into() });
                    return None;
                }
                Some(read)
            }
            Figure::Ratio { part, whole: at } => {
                let (number, of) = (self.figure(row, one), self.figure(row, other));
                let (number, of) = (number?, of?);
                let as_count = |rows: &mut Self, at, figure| {
                    let count = whole(figure);
                    if count.is_none() {
                        rows.refuse(line, at, Reason::NotWhole { said: row.text(at).into() });
                    }
                    count
                };
                if let Figured::Is(figure) = of
                    && self.choice.form == Form::Share
                {
                    as_count(self, at, figure)?;
                }
                match (number, of) {
                    (Figured::Is(number), Figured::Is(of)) => {
                        Some(Read::Ratio(as_count(self, part, number)?, of))
                    }
                    (Figured::Below(figure), _) => {
                        self.told.below.push((figure, line));
                        Some(Read::Below(figure))
                    }
                    // If the whole of a share is suppressed, the part is below the same figure.
                    (Figured::Missing, Figured::Below(figure)) if self.choice.form == Form::Share => {
                        self.told.below.push((figure, line));
                        Some(Read::Below(figure))
                    }
                    (Figured::Missing, Figured::Missing) => Some(Read::Missing),
                    (Figured::Missing, _) | (_, Figured::Below(_) | Figured::Missing) => {
                        self.told.rest.push(Note::HalfAFigure { line });
                        Some(Read::Missing)
                    }
                }
            }
        }
    }

    pub(super) fn yes(&mut self, row: &Row, column: Column) -> bool {
        let Some(at) = self.columns.other(column) else { return false };
        let said = row.text(at);
        yes(&said).unwrap_or_else(|| {
            self.refuse(row.line, at, Reason::NotYesOrNo { said: said.into() });
            false
        })
    }

    pub(super) fn text(&self, row: &'a Row, column: Column) -> Cow<'a, str> {
        self.columns.other(column).map_or(Cow::Borrowed(""), |at| row.text(at))
    }
}

/// The next whole number above the figure.
fn one_more(figure: Decimal) -> Option<Decimal> {
    let next =
        whole(figure).and_then(|figure| i64::try_from(figure).ok()).and_then(|figure| figure.checked_add(1));
    next.and_then(|figure| Decimal::new(figure, 0).ok())
}
