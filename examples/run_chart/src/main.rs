//! Draws a measurement series as a run chart or control chart, and says in words what it shows.
//!
//! ```text
//! cargo run --manifest-path examples/run_chart/Cargo.toml
//! cargo run --manifest-path examples/run_chart/Cargo.toml -- FILE.csv --better higher|lower [--target VALUE]
//!     [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg OUT] [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]
//! cargo run --manifest-path examples/run_chart/Cargo.toml -- FILE.json …
//! ```
//!
//! Without a FILE it draws a made-up series to `target/run_chart.svg`. A FILE.json is an exchange document of
//! the kind `series`, which says itself which way is better; every other file is read as separated values.
//!
//! Separated values are UTF-8, or Windows-1252 as plain Excel writes it. Their columns, with `;`, tab or `,`
//! between them or what a first line `sep=` says, in any order and with Danish or English headings: date or
//! period; value, or numerator and denominator; and where they are needed phase, excluded and note. A new phase
//! begins where its text changes; an empty cell goes on with the phase. The note of a row says why it is
//! excluded, or why a phase begins there, or else what happened. Rows of one date are a subgroup on the charts
//! `xbar` and `s`. A target, with comma or point and in percent for shares, holds from the beginning.
//!
//! Exit status: 0 drawn, 1 drawn and the check of the series found at least one error, 2 not drawn.

mod arguments;
mod csv;
mod sheet;
#[cfg(test)]
mod tests;
mod text;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use kvalitetsmodel::chart::{Chart, ChartSettings, PlotOptions};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::report::{Profile, Report};
use kvalitetsmodel::series::{MeasurementSeries, NotChartable};
use kvalitetsmodel::{Context, Lang, check, json};
use serde::Serialize;

use arguments::{Arguments, Format};

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
    let series = match series(&arguments) {
        Ok(series) => series,
        Err(message) => return refuse(&message),
    };
    // The crate has no clock: this program asks one, and only where nobody gave a day.
    let as_of = match (arguments.as_of, &arguments.file) {
        (Some(day), _) => day,
        (None, None) => DAY_OF_DEMONSTRATION,
        (None, Some(_)) => chrono::Local::now().date_naive(),
    };
    let is_table = arguments.better.is_some();
    let profile = if is_table { csv::profile(arguments.lang) } else { Profile::GENERAL };
    let context = Context::new(as_of).with_profile(profile);
    let report = check(&series, &context);
    // Nobody is sick for less than no days.
    let settings =
        ChartSettings { screening: arguments.screening, floor_at_zero: true, ..ChartSettings::default() };
    let chart = match series.chart_with(arguments.chart, settings) {
        Ok(chart) => chart,
        Err(error) => {
            // What the check found may say more.
            let page = text::findings(&series, &report, arguments.lang);
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
        Format::Text => text::page(&series, &chart, &report, picture.as_deref(), arguments.lang),
        Format::Json => match to_json(&chart, &report, &context) {
            Ok(printed) => printed,
            Err(error) => return refuse(&error.to_string()),
        },
    };
    // A reader that closes early, such as `head`, is no reason to panic.
    let _ = writeln!(std::io::stdout(), "{}", printed.trim_end());
    ExitCode::from(u8::from(report.rejects()))
}

fn series(arguments: &Arguments) -> Result<MeasurementSeries, String> {
    let Some(file) = &arguments.file else { return of_document(DEMONSTRATION) };
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let bytes = std::fs::read(file).map_err(|error| named(&error))?;
    if let Some(direction) = arguments.better {
        return of_table(&bytes, file, direction, arguments);
    }
    let text = String::from_utf8(bytes).map_err(|error| named(&error.utf8_error()))?;
    of_document(&text).map_err(|error| named(&error))
}

fn of_document(text: &str) -> Result<MeasurementSeries, String> {
    let document = json::read(text).map_err(|error| error.to_string())?;
    match document.content() {
        Content::Series(series) => Ok(series.clone()),
        other => Err(format!("the document holds no series: its kind is `{}`", other.kind())),
    }
}

fn of_table(
    bytes: &[u8],
    file: &Path,
    direction: Direction,
    arguments: &Arguments,
) -> Result<MeasurementSeries, String> {
    let title = file.file_stem().unwrap_or_default().to_string_lossy();
    let asked = csv::Asked { kind: arguments.chart, direction, title: &title, target: arguments.target };
    let lines = |all: &mut dyn Iterator<Item = String>| {
        all.map(|one| format!("{}: {one}", file.display())).collect::<Vec<_>>().join("\n")
    };
    let told = |notes: &[csv::Note]| lines(&mut notes.iter().map(|note| note.in_lang(arguments.lang)));
    match csv::read(bytes, &asked) {
        Ok(reading) => {
            if !reading.notes.is_empty() {
                eprintln!("{}", told(&reading.notes));
            }
            Ok(reading.series)
        }
        Err(csv::Refused { refusals, notes }) => {
            let refused = lines(&mut refusals.iter().map(|refusal| refusal.in_lang(arguments.lang)));
            Err(if notes.is_empty() { refused } else { format!("{refused}\n{}", told(&notes)) })
        }
    }
}

/// Why there is no chart; of separated values with the line.
fn not_chartable(error: &NotChartable, arguments: &Arguments) -> String {
    let file = arguments.file.as_deref().map_or("document".into(), |file| file.display().to_string());
    let why = error.in_lang(arguments.lang);
    let line = |id: Id<Measurement>| csv::line_of(id);
    match (error.measurement, arguments.lang) {
        (None, _) => format!("{file}: {why}"),
        (Some(id), Lang::Da) if arguments.better.is_some() => format!("{file}: linje {}: {why}", line(id)),
        (Some(id), Lang::En) if arguments.better.is_some() => format!("{file}: line {}: {why}", line(id)),
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

fn to_json(chart: &Chart, report: &Report, context: &Context) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Printed<'a, R> {
        chart: &'a Chart,
        report: R,
    }
    serde_json::to_string_pretty(&Printed { chart, report: report.export(context) })
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
