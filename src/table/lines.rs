//! What is above and below a table: titles, remarks, sources.

use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::number::is_like_a_number;
use super::time::{self, Reading};
use super::unit::column;
use super::vocabulary::Column;

/// The most rows of text that can come before the headings.
const MOST_ABOVE: usize = 10;

/// How many rows are above the headings: those that say neither when nor how much, if a row of known headings
/// follows and none of them contains a figure.
pub(super) fn above(rows: &[Row]) -> usize {
    let is_text = |row: &&Row| !row.cells.iter().any(is_figure);
    let mut texts = rows.iter().take(MOST_ABOVE).take_while(is_text);
    let first_says_when = rows.first().is_some_and(|row| says(row, |column| column == Column::When));
    if first_says_when {
        return 0;
    }
    texts.position(is_of_headings).unwrap_or_default()
}

fn is_of_headings(row: &Row) -> bool {
    let is_value = |column| matches!(column, Column::Value | Column::Part | Column::Whole);
    says(row, |column| column == Column::When) && says(row, is_value)
}

fn says(row: &Row, what: impl Fn(Column) -> bool) -> bool {
    row.cells.iter().any(|cell| column(&cell.text()).is_some_and(&what))
}

fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => is_like_a_number(text),
        Cell::Number(_) | Cell::Percent(_) => true,
        Cell::Day(_) => false,
    }
}

/// Removes and returns the last rows with text in the first cell and nothing else, unless the text is a time or a
/// figure.
pub(super) fn below(rows: &mut Vec<Row>) -> Vec<Row> {
    let mut below = Vec::new();
    while rows.len() > 1
        && let Some(last) = rows.pop_if(|row| is_remark(row))
    {
        below.push(last);
    }
    below.reverse();
    below
}

fn is_remark(row: &Row) -> bool {
    let Some((Cell::Text(first), rest)) = row.cells.split_first() else { return false };
    rest.iter().all(Cell::is_empty)
        && first.chars().any(char::is_alphabetic)
        && !is_like_a_number(first)
        && time::read(first, None) == Reading::None
}
