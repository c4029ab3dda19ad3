//! What is above and below a table: titles, remarks, sources.

use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::columns::Columns;
use super::number::is_like_a_number;
use super::time::{self, Reading};
use super::unit::column;
use super::vocabulary::{Column, folded};

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

/// Where another table begins below this one: a row repeats the heading of the time, and it has other headings or a title
/// before it. The place among the rows, and where this table ends.
pub(super) fn another_table(
    rows: &[(&Row, bool)],
    headings: &Row,
    columns: &Columns,
) -> Option<(usize, usize)> {
    let when = columns.place?.at;
    let mut before: Option<&Row> = None;
    for (n, (row, is_read)) in rows.iter().enumerate() {
        if let Some(before) = before
            && *is_read
            && !row.text(when).is_empty()
            && says_same(headings, row, when)
        {
            let has_title = is_remark(before);
            let is_repeated = (0..row.cells.len()).all(|at| says_same(headings, row, at));
            if has_title || !is_repeated {
                return Some((n, n.saturating_sub(usize::from(has_title))));
            }
        }
        before = Some(row);
    }
    None
}

/// Whether a cell repeats the heading of its column.
fn says_same(headings: &Row, row: &Row, at: usize) -> bool {
    let (heading, said) = (folded(&headings.text(at)), folded(&row.text(at)));
    heading == said
}
