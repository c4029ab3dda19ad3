//! Draws a measurement series as a run chart or control chart, and says in words what it shows.
//!
//! ```text
//! cargo run --manifest-path examples/run_chart/Cargo.toml
//! cargo run --manifest-path examples/run_chart/Cargo.toml -- FILE.csv --better higher|lower [--target VALUE]
//!     [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg OUT] [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]
//!     [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]
//!     [--date HEADING] [--value HEADING | --part HEADING --whole HEADING] [--where HEADING=VALUE]…
//!     [--without HEADING=VALUE]…
//! cargo run --manifest-path examples/run_chart/Cargo.toml -- FILE.json …
//! ```
//!
//! Without a FILE it draws a made-up series to `target/run_chart.svg`. A FILE.json is an exchange document of
//! the kind `series`, which states which way is better; every other file is read as separated values, see
//! `kvalitetsmodel::table`. A refusal names the options that settle it. Rows with the same date are a subgroup on the charts
//! `xbar` and `s`. A target, with comma or point and in percent for shares, holds from the beginning.
//!
//! Exit status: 0 drawn, 1 drawn and the check of the series found at least one error, 2 not drawn.

mod arguments;
mod options;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod wrong;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use kvalitetsmodel::chart::{Chart, ChartSettings, PlotOptions};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::report::{Profile, Report};
use kvalitetsmodel::series::NotChartable;
use kvalitetsmodel::table::{Note, Refused};
use kvalitetsmodel::{Context, Lang, check, json};
use serde::Serialize;

use arguments::{Arguments, Format};
use table::Reading;

const DEMONSTRATION: &str = include_str!("../../data/smarte-series.json");
const PICTURE_OF_DEMONSTRATION: &str = "target/run_chart.svg";

/// The day after the last month of the demonstration.
const DAY_OF_DEMONSTRATION: NaiveDate = match NaiveDate::from_ymd_opt(2025, 1, 1) {
    Some(day) => day,
    None => panic!("a day"),
};

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => return refuse(&message),
    };
    let reading = match series(&arguments) {
        Ok(reading) => reading,
        Err(Failure::Other(message)) => return refuse(&message),
        Err(Failure::Table(refused)) => return refuse_table(&refused, &arguments),
    };
    let series = &reading.series;
    let file = arguments.file.as_deref().unwrap_or(Path::new(""));
    if arguments.format == Format::Text && !reading.notes.is_empty() {
        eprintln!("{}", table::told(&reading.notes, file, arguments.lang));
    }
    // The crate has no clock: this program reads one, and only if no day was given.
    let as_of = match (arguments.as_of, &arguments.file) {
        (Some(day), _) => day,
        (None, None) => DAY_OF_DEMONSTRATION,
        (None, Some(_)) => chrono::Local::now().date_naive(),
    };
    let profile = if arguments.is_table() { table::profile(arguments.lang) } else { Profile::GENERAL };
    let context = Context::new(as_of).with_profile(profile);
    let report = check(series, &context);
    // Nobody is sick for less than no days.
    let settings =
        ChartSettings { screening: arguments.screening, floor_at_zero: true, ..ChartSettings::default() };
    let chart = match series.chart_with(arguments.chart, settings) {
        Ok(chart) => chart,
        Err(error) => {
            // The findings of the check may say more.
            let page = text::findings(series, &report, arguments.lang);
            return refuse(&format!("{page}\n{}", not_chartable(&error, &arguments)));
        }
    };

    let picture = match (&arguments.svg, &arguments.file) {
        (Some(path), _) => Some(path.clone()),
        (None, None) => Some(PathBuf::from(PICTURE_OF_DEMONSTRATION)),
        (None, Some(_)) => None,
    };
    if let Some(path) = &picture
        && let Err(error) = draw(&chart, arguments.lang, path)
    {
        return refuse(&format!("{}: {error}", path.display()));
    }
    let printed = match arguments.format {
        Format::Text => text::page(series, &chart, &report, picture.as_deref(), arguments.lang),
        Format::Json => match to_json(&chart, &report, &reading.notes, arguments.lang) {
            Ok(printed) => printed,
            Err(error) => return refuse(&error.to_string()),
        },
    };
    // Do not panic if a reader, such as `head`, closes early.
    let _ = writeln!(std::io::stdout(), "{}", printed.trim_end());
    ExitCode::from(u8::from(report.rejects()))
}

/// Why there is no series.
enum Failure {
    Table(Refused),
    Other(String),
}

fn series(arguments: &Arguments) -> Result<Reading, Failure> {
    let Some(file) = &arguments.file else { return of_document(DEMONSTRATION).map_err(Failure::Other) };
    let named = |error: &dyn std::fmt::Display| Failure::Other(format!("{}: {error}", file.display()));
    let bytes = std::fs::read(file).map_err(|error| named(&error))?;
    if arguments.is_table() {
        return table::read(&bytes, file, arguments).map_err(Failure::Table);
    }
    let text = String::from_utf8(bytes).map_err(|error| named(&error.utf8_error()))?;
    of_document(&text).map_err(|error| named(&error))
}

fn of_document(text: &str) -> Result<Reading, String> {
    let document = json::read(text).map_err(|error| error.to_string())?;
    match document.content() {
        Content::Series(series) => Ok(Reading { series: series.clone(), notes: Vec::new() }),
        other => Err(format!("the document holds no series: its kind is `{}`", other.kind())),
    }
}

/// Says why a table is not read: on the error stream, or as JSON if that was requested.
fn refuse_table(refused: &Refused, arguments: &Arguments) -> ExitCode {
    let file = arguments.file.as_deref().unwrap_or(Path::new(""));
    if arguments.format == Format::Text {
        return refuse(&table::refused(refused, file, arguments.lang));
    }
    match table::refused_as_json(refused, file, arguments.lang) {
        Ok(printed) => {
            let _ = writeln!(std::io::stdout(), "{printed}");
            ExitCode::from(2)
        }
        Err(error) => refuse(&error.to_string()),
    }
}

/// Why there is no chart; for separated values with the line.
fn not_chartable(error: &NotChartable, arguments: &Arguments) -> String {
    let file = arguments.file.as_deref().map_or("document".into(), |file| file.display().to_string());
    let why = error.message(arguments.lang);
    let line = |id: Id<Measurement>| table::line_of(id);
    match (error.measurement, arguments.lang) {
        (None, _) => format!("{file}: {why}"),
        (Some(id), Lang::Da) if arguments.is_table() => format!("{file}: linje {}: {why}", line(id)),
        (Some(id), Lang::En) if arguments.is_table() => format!("{file}: line {}: {why}", line(id)),
        (Some(id), Lang::Da) => format!("{file}: måling {id}: {why}"),
        (Some(id), Lang::En) => format!("{file}: measurement {id}: {why}"),
    }
}

/// Writes the picture; the folder is made if there is none.
fn draw(chart: &Chart, lang: Lang, path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let options = PlotOptions { lang, ..PlotOptions::default() };
    std::fs::write(path, chart.svg(&options))
}

fn to_json(chart: &Chart, report: &Report, notes: &[Note], lang: Lang) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Printed<'a, R> {
        chart: &'a Chart,
        report: R,
        notes: Vec<table::Told<'a, Note>>,
    }
    let notes = table::notes_as_json(notes, lang);
    serde_json::to_string_pretty(&Printed { chart, report: report.export(), notes })
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
