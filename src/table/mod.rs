//! Tables (*tabeller*): measurements, and citizens' sub-goals, from separated values as people have them, and from the
//! rows of a sheet.
//!
//! [`Table::read`] takes the bytes of a file: UTF-8, UTF-16 or Windows-1252, with `;`, tab or `,` between the cells, or
//! what a first line `sep=` says. [`Table::from_rows`] takes rows from anywhere else. [`Table::measurements`] finds
//! what the table measures, and [`Found::into_series`] makes a [series](crate::series) of it; with the
//! feature `chart`, `Found::chart` makes a chart.
//!
//! Columns can be in any order, with Danish or English headings: date or period, which can be in two columns (year and
//! week); value, or numerator and denominator; and optionally phase, a new phase, freeze, excluded, note, target,
//! direction and what is measured. The forms of Statistics Denmark are known (`TID`, `INDHOLD`, `2024M01`, `..`).
//!
//! Nothing is misread silently. A cell that can be read in two ways is read if another cell of its column has
//! only one reading, or if the [`Choice`] decides; otherwise the table is refused, and the refusal names the
//! [`Remedy`]. Everything that is wrong with a table is reported at once, with line and column; a cell is judged when it
//! is known what its column holds. A [`Note`] says what is not read, and what is read in a way that may surprise.
//! [`docs/tables.md`](crate::_docs::tables) lists the forms that are read and refused.
//!
//! [`Table::sub_goals`] reads another kind of table: lists of citizens' sub-goals, as record systems export them.
//!
//! ```
//! use kvalitetsmodel::figure::Direction;
//! use kvalitetsmodel::id::Id;
//! use kvalitetsmodel::table::{Choice, Table};
//!
//! let file = "Måned;Sygefravær i procent;Bemærkning\n2024-01;5,1;\n2024-02;4,8;Ny vagtplan\n2024-03;..;\n";
//! let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
//! let found = Table::read(file.as_bytes())?.measurements(&choice)?;
//! assert_eq!(found.title.as_deref(), Some("Sygefravær"));
//! let series = found.into_series(Id::from_u128(1), |line| Id::from_u128(1000 + line as u128));
//! assert_eq!((series.measurements.len(), series.annotations.len()), (3, 1));
//! # Ok::<(), kvalitetsmodel::table::Refused>(())
//! ```

mod cell;
mod choice;
mod columns;
mod decode;
mod figure;
mod found;
mod goal;
mod groups;
mod interval;
mod kind;
mod lines;
mod names;
mod note;
mod number;
mod order;
mod periods;
mod reading;
mod reason;
mod refusal;
mod remedy;
mod rows;
mod separated;
mod sub_goals;
mod time;
mod unit;
mod vocabulary;
mod words;

use alloc::vec;
use alloc::vec::Vec;

pub use cell::{Cell, Row};
pub use choice::{CellFilter, Choice, DateOrder, DecimalSign, Form, Target};
pub use found::{Found, Measured, Outcome};
pub use note::Note;
pub use reason::Reason;
pub use refusal::{ColumnName, Refusal, Refused};
pub use remedy::Remedy;
pub use sub_goals::{
    FoundCaseload, IdFor, StatusWord, SubGoalChoice, SubGoalField, SubGoalNote, SubGoalReason,
};
pub use vocabulary::Column;

/// A table: headings, and rows of cells below them.
///
/// ```
/// use kvalitetsmodel::table::Table;
///
/// let table = Table::read(b"goal;unit\nfewer falls;count\n").expect("a table");
/// assert_eq!(table.headings().cells()[1].text(), "unit");
/// assert_eq!((table.rows()[0].line(), table.rows()[0].cells().len()), (2, 2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    headings: Row,
    rows: Vec<Row>,
    remarks: Vec<Row>,
    notes: Vec<Note>,
}

impl Table {
    /// Reads separated values. The first row is the headings. Lines with a single cell above and below the table are
    /// not read, and neither are lines of text above known headings; notes report them.
    ///
    /// # Errors
    ///
    /// If the file is not a table: an unknown encoding, a quote that is never closed, an empty file.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        let mut notes = Vec::new();
        let rows = decode::decoded(bytes, &mut notes).and_then(|text| separated::rows(&text));
        match rows.and_then(|rows| Self::of(rows, notes.clone())) {
            Ok(table) => Ok(table),
            Err(refusal) => Err(Refused { refusals: vec![refusal], notes }),
        }
    }

    /// A table of rows, the first of them the headings. Empty rows are left out.
    ///
    /// # Errors
    ///
    /// If all rows are empty.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Direction;
    /// use kvalitetsmodel::table::{Cell, Choice, Row, Table};
    ///
    /// let rows = [
    ///     Row::new(1, [Cell::from("Uge"), Cell::from("Ventetid (dage)")]),
    ///     Row::new(2, [Cell::from("2024-05"), Cell::from(12.5)]),
    /// ];
    /// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
    /// let found = Table::from_rows(rows).and_then(|table| table.measurements(&choice)).expect("read");
    /// assert_eq!(found.rows[0].period.start.to_string(), "2024-01-29");
    /// ```
    pub fn from_rows(rows: impl IntoIterator<Item = Row>) -> Result<Self, Refused> {
        let rows = rows.into_iter().filter(|row| !row.is_empty()).collect();
        Self::of(rows, Vec::new()).map_err(|refusal| Refused { refusals: vec![refusal], notes: Vec::new() })
    }

    fn of(mut rows: Vec<Row>, mut notes: Vec<Note>) -> Result<Self, Refusal> {
        let several = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
        // A title above the table is a row with one cell.
        let first = rows.iter().position(several).unwrap_or_default();
        let above = first.saturating_add(lines::above(rows.get(first..).unwrap_or_default()));
        let remarks = lines::below(&mut rows);
        let mut rows = rows.split_off(above).into_iter();
        let headings = rows.next().ok_or(Refusal::of_line(1, Reason::Empty))?;
        if above > 0 {
            notes.push(Note::AboveHeading { line: headings.line });
        }
        Ok(Self { headings, rows: rows.collect(), remarks, notes })
    }

    /// The headings.
    #[must_use]
    pub const fn headings(&self) -> &Row {
        &self.headings
    }

    /// The rows below the headings that are not empty.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The last rows with text in the first cell and nothing else: remarks below a table of measurements, and citizens
    /// without sub-goals below a list of sub-goals.
    #[must_use]
    pub fn remarks(&self) -> &[Row] {
        &self.remarks
    }

    /// How the file was read.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Finds the measurements in the table.
    ///
    /// # Errors
    ///
    /// Everything that cannot be read, in the order of the lines.
    pub fn measurements(&self, choice: &Choice) -> Result<Found, Refused> {
        let mut notes = self.notes.clone();
        if !self.remarks.is_empty() {
            notes.push(Note::BelowTable { lines: self.remarks.iter().map(Row::line).collect() });
        }
        match reading::read(self, choice, &mut notes) {
            Ok(found) => Ok(Found { notes, ..found }),
            Err(refusals) => Err(Refused::of(refusals, notes)),
        }
    }
}
