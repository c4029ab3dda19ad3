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
mod windows;

pub(crate) use refusal::{Note, Refusal};
pub(crate) use series::line_of;

use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::figure::{Decimal, Direction};
use kvalitetsmodel::report::Profile;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::text::NonBlank;
use kvalitetsmodel::{Lang, codes};

/// What the file does not say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) kind: ChartKind,
    pub(crate) direction: Direction,
    pub(crate) title: &'a str,
    pub(crate) target: Option<Target>,
}

/// What is to be reached, from the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) value: Decimal,
    /// Is it written with a sign for percent?
    pub(crate) percent: bool,
}

/// The rules that a table is checked by: all but those that ask for a reporting unit, of which it has no word.
pub(crate) fn profile(lang: Lang) -> Profile {
    let reason = match lang {
        Lang::Da => "en tabel nævner ingen indberettende enhed",
        Lang::En => "a table names no reporting unit",
    };
    NonBlank::new(reason).map_or(Profile::GENERAL, |reason| {
        Profile::named("table").without(codes::MEA006, reason.clone()).without(codes::SER004, reason)
    })
}

/// What was read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) series: MeasurementSeries,
    pub(crate) notes: Vec<Note>,
}

/// Why nothing was read.
#[derive(Debug)]
pub(crate) struct Refused {
    /// In the order of the lines.
    pub(crate) refusals: Vec<Refusal>,
    /// What was seen until then: a column that is missing may be there under an unknown heading.
    pub(crate) notes: Vec<Note>,
}

/// Reads the series that the chart needs.
///
/// # Errors
///
/// Everything that cannot be read.
pub(crate) fn read(bytes: &[u8], asked: &Asked<'_>) -> Result<Reading, Refused> {
    let mut notes = Vec::new();
    match read_noting(bytes, asked, &mut notes) {
        Ok(series) => Ok(Reading { series, notes }),
        Err(refusals) => Err(Refused { refusals, notes }),
    }
}

fn read_noting(
    bytes: &[u8],
    asked: &Asked<'_>,
    notes: &mut Vec<Note>,
) -> Result<MeasurementSeries, Vec<Refusal>> {
    let table = table::read(bytes, notes).map_err(|refusal| vec![refusal])?;
    let columns = headings::find(&table, asked.kind, notes)?;
    series::read(&table, &columns, asked, notes)
}
