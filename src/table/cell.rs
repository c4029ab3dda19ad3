//! Cells and rows.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::figure::Decimal;
use crate::text::is_invisible;

/// A cell of a table: text, or what a sheet holds as a number or a day.
///
/// Text can be meant as a number or a day, and there may then be two readings. A number and a day are
/// what they are.
///
/// ```
/// use kvalitetsmodel::table::Cell;
///
/// assert_eq!(Cell::from(5.1).text(), "5.1");
/// assert_eq!(Cell::from(0.1 + 0.2).text(), "0.3"); // 15 digits, as a sheet shows them
/// assert!(Cell::from(" ").is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell {
    /// Text, without the white space around it; empty if the cell is empty.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A number shown as percent: 61 for `61 %`, which a sheet holds as 0.61.
    Percent(Decimal),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// The cell as text: a number with a decimal point, a day as `YYYY-MM-DD`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Percent(number) => Cow::Owned(format!("{number} %")),
            Self::Day(day) => Cow::Owned(day.to_string()),
        }
    }

    /// A number that a sheet shows as percent: 0.61 is 61 %.
    ///
    /// ```
    /// use kvalitetsmodel::table::Cell;
    ///
    /// assert_eq!(Cell::percent(0.07), Cell::Percent(7.into()));
    /// ```
    #[must_use]
    pub fn percent(number: f64) -> Self {
        match Self::from(number * 100.0) {
            Self::Number(percent) => Self::Percent(percent),
            other => other,
        }
    }

    /// Returns `true` if the cell is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(trimmed(text).into())
    }
}

/// The text without white space and signs that cannot be seen around it: byte order marks inside a file, marks of
/// direction and of places to break, and the sign with which DOS ends a file.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{1a}' || is_invisible(sign))
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

/// A number as a sheet shows it: rounded to 15 digits, and to 9 decimals. A number that cannot be shown so, such as
/// an infinity, is text.
impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        let shown = format!("{number:.14e}").parse().unwrap_or(number);
        let exact = format!("{shown}");
        let decimals = exact.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let text = if decimals > usize::from(Decimal::MAX_DECIMALS) {
            let rounded = format!("{shown:.9}");
            rounded.trim_end_matches('0').trim_end_matches('.').into()
        } else {
            exact
        };
        let text = if matches!(text.as_str(), "-0") { "0" } else { &text };
        text.parse().map_or_else(|_| Self::from(text), Self::Number)
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
}

impl Row {
    /// A row of cells, with the line of the file or the row of the sheet that it begins on.
    ///
    /// **Range:** the first line is 1.
    #[must_use]
    pub fn new(line: usize, cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { line, cells: cells.into_iter().collect() }
    }

    /// The line of the file that the row begins on, from 1. A cell in quotes can span several lines.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The cells, in the order of the columns.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }

    /// The text of a cell; empty if there is no such cell.
    pub(super) fn text(&self, at: usize) -> Cow<'_, str> {
        self.cells.get(at).map_or(Cow::Borrowed(""), Cell::text)
    }
}
