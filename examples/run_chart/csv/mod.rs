//! Reads a measurement series from a file of separated values, as Excel, R and case systems write them.
//!
//! The crate `csv` reads the cells: it knows quotes, doubled quotes and line breaks within them, and it
//! weighs three small crates, in examples and tests alone. Everything that cannot be read is told at once,
//! and nothing is left out in silence.

mod headings;
mod number;
mod period;
mod refusal;
mod series;
mod table;

pub(crate) use refusal::{Note, Refusal};
pub(crate) use series::line_of;

use kvalitetsmodel::Direction;
use kvalitetsmodel::series::{ChartKind, MeasurementSeries};

/// What the file does not say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) kind: ChartKind,
    pub(crate) direction: Direction,
    pub(crate) title: &'a str,
}

/// What was read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) series: MeasurementSeries,
    pub(crate) notes: Vec<Note>,
}

/// Reads the series that the chart needs.
///
/// # Errors
///
/// Everything that cannot be read, in the order of the lines.
pub(crate) fn read(bytes: &[u8], asked: &Asked<'_>) -> Result<Reading, Vec<Refusal>> {
    let table = table::read(bytes).map_err(|refusal| vec![refusal])?;
    let mut notes = Vec::new();
    let columns = headings::find(&table, asked.kind, &mut notes)?;
    let series = series::read(&table, &columns, asked, &mut notes)?;
    Ok(Reading { series, notes })
}
