//! Finds which column says what.

use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::choice::Choice;
use super::names::Names;
use super::note::Note;
use super::number::{is_like_a_number, is_missing, is_more_than_a_number};
use super::periods::{Place, Reader, is_label};
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::time::{self, Reading};
use super::unit::column;
use super::vocabulary::{Column, Times, folded, times, times_within};
use crate::date::Interval;

/// The columns of a table, by their place in a row.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// `None` if the column is refused.
    pub(super) place: Option<Place>,
    /// `None` if the column is refused.
    pub(super) figure: Option<Figure>,
    /// The other known columns, each once.
    pub(super) others: Vec<(Column, usize)>,
}

impl Columns {
    /// Returns `true` if something is read in this column.
    pub(super) fn read(&self, at: usize) -> bool {
        self.place.is_some_and(|place| place.at == at || place.year == Some(at))
            || self.figure.is_some_and(|figure| figure.columns().contains(&at))
            || self.others.iter().any(|(_, other)| *other == at)
    }

    pub(super) fn other(&self, column: Column) -> Option<usize> {
        self.others.iter().find(|(other, _)| *other == column).map(|(_, at)| *at)
    }
}

/// Where the figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Value { at: usize },
    Ratio { part: usize, whole: usize },
}

impl Figure {
    pub(super) const fn columns(self) -> [usize; 2] {
        match self {
            Self::Value { at } => [at, at],
            Self::Ratio { part, whole } => [part, whole],
        }
    }
}

/// The most columns that a refusal offers; the caller can choose others.
pub(super) const MOST_REMEDIES: usize = 8;

/// What a column contains, in the rows that are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Holds<'a> {
    /// The first cell, even if it is empty.
    first: Option<&'a Cell>,
    differs: bool,
    figures: usize,
    others: usize,
    /// The other cells that seem to be figures with something around them: `kr. 12,50`, `01:30`, `5,-`.
    nearly: usize,
}

impl Holds<'_> {
    /// Whether any cell is filled in.
    fn is_something(&self) -> bool {
        self.differs || self.first.is_some_and(|first| !first.is_empty())
    }

    /// At least as many figures as other things; a figure with its unit is both.
    pub(super) const fn mostly_figures(&self) -> bool {
        self.figures > 0 && self.figures >= self.others
    }

    pub(super) const fn some_figures(&self) -> bool {
        self.figures > 0
    }

    pub(super) const fn figures_alone(&self) -> bool {
        self.figures > 0 && self.others == 0
    }

    /// Whether every cell is nearly a figure.
    pub(super) const fn nearly_figures(&self) -> bool {
        self.nearly > 0 && self.nearly == self.others
    }

    fn add<'a>(holds: &mut Holds<'a>, cell: &'a Cell) {
        match holds.first {
            Some(first) => holds.differs |= first != cell,
            None => holds.first = Some(cell),
        }
        match cell {
            Cell::Number(_) | Cell::Percent(_) => holds.figures = holds.figures.saturating_add(1),
            Cell::Text(text) if is_missing(text) => {}
            Cell::Text(text) => {
                let is_figure = is_like_a_number(text) || super::number::suppressed(text).is_some();
                let is_meant = is_figure || is_more_than_a_number(text);
                holds.figures = holds.figures.saturating_add(usize::from(is_meant));
                holds.others = holds.others.saturating_add(usize::from(!is_figure));
                let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
                let is_nearly = !is_figure && letters < 4 && text.chars().any(|sign| sign.is_ascii_digit());
                holds.nearly = holds.nearly.saturating_add(usize::from(is_nearly));
            }
            Cell::Day(_) => holds.others = holds.others.saturating_add(1),
        }
    }
}

pub(super) struct Finder<'a> {
    pub(super) headings: &'a Row,
    rows: &'a [&'a Row],
    pub(super) choice: &'a Choice,
    pub(super) names: &'a Names,
    columns: Vec<Option<Column>>,
    pub(super) holds: Vec<Holds<'a>>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) notes: &'a mut Vec<Note>,
}

impl<'a> Finder<'a> {
    /// Reads the cells once, however many columns a table has.
    pub(super) fn new(
        headings: &'a Row,
        rows: &'a [&'a Row],
        choice: &'a Choice,
        names: &'a Names,
        notes: &'a mut Vec<Note>,
    ) -> Self {
        let columns: Vec<_> = headings.cells.iter().map(|heading| column(&heading.text())).collect();
        let mut holds = vec![Holds::default(); columns.len()];
        for row in rows {
            for (cell, holds) in row.cells.iter().zip(&mut holds) {
                Holds::add(holds, cell);
            }
        }
        Self { headings, rows, choice, names, columns, holds, refusals: Vec::new(), notes }
    }

    pub(super) fn refuse(&mut self, reason: Reason, remedies: impl IntoIterator<Item = Remedy>) {
        self.refusals.push(Refusal::of_line(self.headings.line, reason).or(remedies));
    }

    pub(super) fn heading(&self, at: usize) -> String {
        self.headings.text(at).into()
    }

    pub(super) fn all(&self, column: Column) -> Vec<usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, one)| **one == Some(column)).map(|(at, _)| at).collect()
    }

    /// The column with a heading that the caller chose.
    pub(super) fn chosen(&mut self, said: Option<&String>) -> Option<usize> {
        let said = said?;
        match self.names.find(self.headings, said) {
            Ok(at) => Some(at),
            Err(reason) => {
                self.refuse(reason, None);
                None
            }
        }
    }

    /// Only a heading that no other column has can be chosen.
    pub(super) fn can_be_chosen(&self, at_column: usize) -> bool {
        self.names.find(self.headings, &self.heading(at_column)) == Ok(at_column)
    }

    /// Finds the columns, and why some are not found. An unknown column is named in a note, unless it is
    /// empty.
    pub(super) fn find(mut self) -> (Columns, Vec<Refusal>) {
        let (place, figure) = if self.two_lines_of_headings() || self.periods_across() {
            (None, None)
        } else {
            (self.place(), self.figure())
        };
        let mut columns = Columns { place, figure, others: Vec::new() };
        for column in Column::ALL {
            if matches!(column, Column::When | Column::Value | Column::Part | Column::Whole) {
                continue;
            }
            let mut all = self.all(column);
            all.retain(|at| !columns.read(*at));
            match all.as_slice() {
                [] => {}
                // A text that differs from row to row is not the name of all of them.
                [only] if column == Column::Title => {
                    let holds = self.holds.get(*only).filter(|holds| holds.is_something() && !holds.differs);
                    if holds.is_some() {
                        columns.others.push((column, *only));
                    }
                }
                [only] => columns.others.push((column, *only)),
                _ if column == Column::Title => {}
                several => {
                    let headings = several.iter().map(|at| self.heading(*at)).collect();
                    self.refuse(Reason::SaidTwice { what: column, headings }, None);
                }
            }
        }
        self.tell_unread(&columns);
        (columns, self.refusals)
    }

    /// Notes the columns that are not read.
    fn tell_unread(&mut self, columns: &Columns) {
        let is_refused = !self.refusals.is_empty();
        for (at, (column, holds)) in self.columns.iter().zip(&self.holds).enumerate() {
            let (number, heading) = (at.saturating_add(1), self.headings.text(at).to_string());
            let is_told = matches!(column, Some(Column::Value | Column::Part | Column::Whole));
            // If something is missing, the refusal says what is known, and which columns contain figures.
            let is_in_refusal = column.is_some() || columns.figure.is_none() && holds.figures_alone();
            if columns.read(at) || is_told || is_refused && is_in_refusal {
                continue;
            }
            match holds.first {
                Some(first) if holds.is_something() && !holds.differs => {
                    let value = first.text().into();
                    self.notes.push(Note::OneValue { number, heading, value });
                }
                _ if !heading.is_empty() || holds.is_something() => {
                    self.notes.push(Note::UnknownColumn { number, heading });
                }
                _ => {}
            }
        }
    }

    /// Refuses a table whose first row says what the columns below one heading are: `;Tæller;Nævner`.
    fn two_lines_of_headings(&mut self) -> bool {
        let Some(first) = self.rows.first() else { return false };
        let said: Vec<String> =
            first.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text().into()).collect();
        let is_figure = |said: &String| {
            matches!(column(said), Some(Column::Value | Column::Part | Column::Whole | Column::Target))
        };
        let is_second = said.len() > 1 && said.iter().all(is_figure);
        if is_second {
            self.refuse(Reason::TwoLinesOfHeadings { second: said }, None);
        }
        is_second
    }

    /// Refuses periods that are headings, as in official tables for the screen.
    fn periods_across(&mut self) -> bool {
        let Choice { date, value, part, whole, .. } = self.choice;
        let is_figure =
            |column: &Option<Column>| matches!(column, Some(Column::Value | Column::Part | Column::Whole));
        let is_when = |column: &Option<Column>| *column == Some(Column::When);
        let when = self.columns.iter().position(is_when);
        let are_chosen = [date, value, part, whole].into_iter().any(Option::is_some);
        if are_chosen || when.is_some() && self.columns.iter().any(is_figure) {
            return false;
        }
        let headings = self.headings.cells.iter().map(Cell::text);
        let periods = headings.filter(|heading| matches!(time::read(heading, None), Reading::One(_)));
        let headings: Vec<String> = periods.map(String::from).collect();
        let are_several = headings.len() > 1;
        if are_several {
            // Months down and years across, or the one heading of a table that lies on its side.
            let down = when.filter(|at| {
                let mut cells = self.rows.iter().map(|row| row.text(*at));
                cells.any(|cell| !matches!(time::read(&cell, None), Reading::None))
            });
            let reason = match down {
                Some(at) => Reason::PeriodsBothWays { down: self.heading(at), headings },
                None => Reason::PeriodsAcross { headings },
            };
            self.refuse(reason, None);
        }
        are_several
    }

    fn place(&mut self) -> Option<Place> {
        let all = self.all(Column::When);
        let says = |finder: &Self, at: usize| times(&folded(&finder.headings.text(at)));
        let years: Vec<usize> =
            all.iter().copied().filter(|at| says(self, *at) == Some(Times::Of(Interval::Year))).collect();
        let year_beside = |at: usize| match years.as_slice() {
            [year] if *year != at => Some(*year),
            _ => None,
        };
        if self.choice.date.is_some() {
            let at = self.chosen(self.choice.date.as_ref())?;
            let says = times_within(&folded(&self.headings.text(at)));
            return Some(Place { at, year: year_beside(at), says });
        }
        let place = |finder: &Self, at| Place {
            at,
            year: year_beside(at),
            says: says(finder, at).unwrap_or(Times::Dates),
        };
        let of_a_year: Vec<usize> = all.iter().copied().filter(|at| !years.contains(at)).collect();
        match (all.as_slice(), of_a_year.as_slice()) {
            ([only], _) => Some(place(self, *only)),
            // A period, and its year.
            ([_, _], [one]) => Some(place(self, *one)),
            (found, _) => {
                let candidates = if found.is_empty() { self.unknown() } else { found.to_vec() };
                let readable: Vec<usize> =
                    candidates.into_iter().filter(|at| self.can_be_chosen(*at)).collect();
                let readable = self.readable(&readable, &year_beside);
                let remedy = |at| Remedy::Date { heading: self.heading(at) };
                let remedies: Vec<Remedy> = readable.into_iter().take(MOST_REMEDIES).map(remedy).collect();
                let headings: Vec<String> = found.iter().map(|at| self.heading(*at)).collect();
                if headings.is_empty() {
                    self.refuse(Reason::NoDate, remedies);
                } else {
                    self.refuse(Reason::SaidTwice { what: Column::When, headings }, remedies);
                }
                None
            }
        }
    }

    pub(super) fn unknown(&self) -> Vec<usize> {
        let columns = self.columns.iter().zip(&self.holds).enumerate();
        let unknown = columns.filter(|(_, (column, holds))| column.is_none() && holds.is_something());
        unknown.map(|(at, _)| at).filter(|at| !self.headings.text(*at).is_empty()).collect()
    }

    /// The columns whose cells are times, apart from fewer labels of rows, such as a total.
    fn readable(&self, columns: &[usize], year: &impl Fn(usize) -> Option<usize>) -> Vec<usize> {
        let reader = |at: usize| Reader {
            place: Place { at, year: year(at), says: times_within(&folded(&self.headings.text(at))) },
            headings: self.headings,
            choice: self.choice,
        };
        let mut readers: Vec<Option<(Reader<'_>, isize, bool)>> = Vec::new();
        readers.resize_with(self.columns.len(), || None);
        for at in columns {
            if let Some(place) = readers.get_mut(*at) {
                *place = Some((reader(*at), 0, true));
            }
        }
        for row in self.rows {
            for (cell, reader) in row.cells.iter().zip(&mut readers) {
                let Some((reader, more, all)) =
                    reader.as_mut().filter(|(_, _, all)| *all && !cell.is_empty())
                else {
                    continue;
                };
                *all = match reader.reading(row) {
                    Reading::One(_) | Reading::Day(_) => true,
                    Reading::OfAYear(..) => reader.place.year.is_some(),
                    Reading::None if is_label(&cell.text()) => {
                        *more = more.saturating_sub(2);
                        true
                    }
                    _ => false,
                };
                *more = more.saturating_add(1);
            }
        }
        let all = readers.into_iter().flatten().filter(|(_, more, all)| *more > 0 && *all);
        all.map(|(reader, ..)| reader.place.at).collect()
    }
}
