//! The rows of a sheet, with its numbers and days as the sheet holds them.

use std::path::Path;

use calamine::{Data, Reader as _, StyleRange, Xlsx, XlsxError, open_workbook};
use chrono::NaiveTime;
use kvalitetsmodel::table::{Cell, Row};

/// Why a sheet is not read.
#[derive(Debug)]
pub(crate) enum NoSheet {
    Unreadable(XlsxError),
    Unknown { said: String, sheets: Vec<String> },
    None,
}

/// The rows of a sheet.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) rows: Vec<Row>,
    /// If nobody chose the sheet and there are several: the name of this one, and those of the others.
    pub(crate) taken: Option<(String, Vec<String>)>,
}

/// The sheet with that name, or the first that is not empty.
///
/// # Errors
///
/// If the file is not a workbook, or has no such sheet.
pub(crate) fn read(file: &Path, sheet: Option<&str>) -> Result<Sheet, NoSheet> {
    let mut workbook: Xlsx<_> = open_workbook(file).map_err(NoSheet::Unreadable)?;
    let sheets = workbook.sheet_names();
    let (name, others) = match sheet {
        Some(said) if !sheets.iter().any(|name| name == said) => {
            return Err(NoSheet::Unknown { said: said.to_owned(), sheets });
        }
        Some(said) => (said.to_owned(), Vec::new()),
        None => {
            let mut is_filled =
                |name: &String| workbook.worksheet_range(name).is_ok_and(|range| !range.is_empty());
            let filled: Vec<String> = sheets.iter().filter(|name| is_filled(name)).cloned().collect();
            let mut filled = filled.into_iter();
            let first = filled.next().or_else(|| sheets.first().cloned()).ok_or(NoSheet::None)?;
            (first, filled.collect())
        }
    };
    let range = workbook.worksheet_range(&name).map_err(NoSheet::Unreadable)?;
    let styles = workbook.worksheet_style(&name).map_err(NoSheet::Unreadable)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let rows = (first_row..).zip(range.rows()).map(|(row, cells)| {
        let cells = (first_column..).zip(cells);
        let line = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        Row::new(line, cells.map(|(column, data)| cell(data, is_percent(&styles, (row, column)))))
    });
    let rows = rows.collect();
    Ok(Sheet { rows, taken: (!others.is_empty()).then_some((name, others)) })
}

/// Is the number of this cell shown as percent?
fn is_percent(styles: &StyleRange, at: (u32, u32)) -> bool {
    let format = styles.get(at).and_then(|style| style.number_format.as_ref());
    format.is_some_and(|format| format.format_code.contains('%'))
}

fn cell(data: &Data, is_percent: bool) -> Cell {
    match data {
        Data::Float(number) if is_percent => Cell::percent(*number),
        Data::Float(number) => Cell::from(*number),
        Data::Int(number) => Cell::from(number.to_string()),
        Data::DateTime(time) if time.is_datetime() => match time.as_datetime() {
            Some(day) if day.time() == NaiveTime::MIN => Cell::from(day.date()),
            Some(time) => Cell::from(time.format("%Y-%m-%d %H:%M:%S").to_string()),
            None => Cell::from(data.to_string()),
        },
        other => Cell::from(other.to_string()),
    }
}
