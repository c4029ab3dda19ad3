//! Checks documents and prints a page about each for the head of a social service.
//!
//! ```text
//! cargo run --example validate
//! cargo run --example validate -- [FILE…] [--as-of YYYY-MM-DD] [--lang da|en] [--format text|md|html|json] [--technical] [--profile NAME|FILE] [--stamped]
//! ```
//!
//! Without a FILE it checks the agreement of Roskildehjemmet for 2024 as of 9 January 2024, the date in that
//! document. `--help` says the rest.

mod arguments;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::{Context, Lang, json};

use arguments::{Arguments, Format};

const DEMONSTRATION: &str = include_str!("../data/roskildehjemmet-2024.json");

/// The date beside the signatures.
const DATE_IN_THE_DOCUMENT: NaiveDate = match NaiveDate::from_ymd_opt(2024, 1, 9) {
    Some(day) => day,
    None => panic!("a day"),
};

fn main() -> ExitCode {
    if std::env::args().any(|word| word == "--help" || word == "-h") {
        println!("{}", arguments::USAGE);
        return ExitCode::SUCCESS;
    }
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    if arguments.files.is_empty() {
        let as_of = arguments.as_of.unwrap_or(DATE_IN_THE_DOCUMENT);
        let _ = print(DEMONSTRATION.as_bytes(), None, as_of, &arguments);
        return ExitCode::SUCCESS;
    }
    // The crate has no clock: this program asks one, and only where nobody gave a day.
    let as_of = arguments.as_of.unwrap_or_else(|| chrono::Local::now().date_naive());
    let mut worst = 0;
    for file in &arguments.files {
        let status = match std::fs::read(file) {
            Ok(bytes) => print(&bytes, Some(file), as_of, &arguments),
            Err(error) => {
                eprintln!("{}", unreadable(file, &error, arguments.lang));
                Ok(2)
            }
        };
        // A reader that closes early, such as `head`, is no reason to go on.
        let Ok(status) = status else { break };
        worst = worst.max(status);
    }
    ExitCode::from(worst)
}

/// Prints the page about a text: 0 for no error, 1 for at least one, 2 for a text that is no document.
fn print(text: &[u8], file: Option<&Path>, as_of: NaiveDate, arguments: &Arguments) -> io::Result<u8> {
    let context = Context::new(as_of).with_profile(arguments.profile.clone());
    let document = match json::read_slice(text) {
        Ok(document) => document,
        Err(error) if arguments.format == Format::Json => return print_json(&error).map(|()| 2),
        Err(error) => return print_page(Page::of_read_error(&error), file, arguments).map(|()| 2),
    };
    let context = match document.claimed_stamp().filter(|_| arguments.stamped).map(|stamp| stamp.context([]))
    {
        None => context,
        Some(Ok(context)) => context,
        Some(Err(missing)) => {
            eprintln!("{missing}");
            return Ok(2);
        }
    };
    let report = document.check(&context);
    if arguments.format == Format::Json {
        print_json(&report.export())?;
    } else {
        print_page(Page::of(&document, &report), file, arguments)?;
    }
    Ok(report.rejects().into())
}

fn print_page(page: Page<'_>, file: Option<&Path>, arguments: &Arguments) -> io::Result<()> {
    let name = file.map(|file| file.display().to_string());
    let page = page.with_lang(arguments.lang);
    let page = name.as_deref().map_or(page, |name| page.with_name(name));
    let page = if arguments.with_technical_details { page.with_technical_details() } else { page };
    let mut out = io::stdout();
    // Pages after one another stand apart.
    let between = if arguments.files.len() > 1 { "\n" } else { "" };
    match arguments.format {
        Format::Markdown => write!(out, "{}{between}", page.markdown()),
        Format::Html if arguments.files.len() > 1 => write!(out, "{}", page.html_fragment()),
        Format::Html => write!(out, "{}", page.html()),
        Format::Text | Format::Json => write!(out, "{}{between}", page.text()),
    }
}

fn print_json(value: &impl serde::Serialize) -> io::Result<()> {
    let mut out = io::stdout();
    serde_json::to_writer_pretty(&out, value)?;
    writeln!(out)
}

fn unreadable(file: &Path, error: &io::Error, lang: Lang) -> String {
    let file = file.display();
    match (lang, error.kind()) {
        (Lang::En, _) => format!("{file} cannot be read: {error}"),
        (Lang::Da, io::ErrorKind::NotFound) => format!("{file} findes ikke"),
        (Lang::Da, io::ErrorKind::PermissionDenied) => format!("{file} må ikke læses"),
        (Lang::Da, _) => format!("{file} kan ikke læses: {error}"),
    }
}
