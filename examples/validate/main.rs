//! Checks a document and prints what a head of a social service needs to know.
//!
//! ```text
//! cargo run --example validate
//! cargo run --example validate -- FILE [--as-of YYYY-MM-DD] [--lang da|en] [--format text|json]
//! ```
//!
//! Without a FILE it checks the agreement of Roskildehjemmet for 2024 as of 9 January 2024, the date
//! in that document. Exit status: 0 no error finding, 1 at least one, 2 the file cannot be read as a
//! document; then everything that is wrong with it is listed, in the same language and format. The demonstration exits 0 and prints the status that a FILE would give.

mod arguments;
#[path = "../page/sheet.rs"]
mod sheet;
mod text;

use std::io::{BufWriter, Write as _};
use std::process::ExitCode;

use chrono::NaiveDate;
use kvalitetsmodel::Context;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::json::{self, ReadError};
use kvalitetsmodel::report::Report;

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
        Err(message) => return refuse(&message),
    };
    let input = match &arguments.file {
        None => DEMONSTRATION.to_owned(),
        Some(file) => match std::fs::read_to_string(file) {
            Ok(input) => input,
            Err(error) => return refuse(&format!("{}: {error}", file.display())),
        },
    };
    let document = match json::read(&input) {
        Ok(document) => document,
        Err(error) => return refuse_document(&arguments, &error),
    };

    // The crate has no clock: this program asks one, and only where nobody gave a day.
    let as_of = match (arguments.as_of, &arguments.file) {
        (Some(day), _) => day,
        (None, None) => DATE_IN_THE_DOCUMENT,
        (None, Some(_)) => chrono::Local::now().date_naive(),
    };
    let context = Context::new(as_of);
    let report = document.check(&context);
    let status = u8::from(report.rejects());

    // Printed piece by piece: the report on a document full of gaps is many times as long as the document.
    let mut out = BufWriter::new(std::io::stdout().lock());
    // A reader that closes early, such as `head`, is no reason to panic.
    let _ = match arguments.format {
        Format::Text => {
            let page = render(&document, &report, &context, &arguments, status);
            out.write_all(page.trim_end().as_bytes())
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report.export(&context)).map_err(std::io::Error::from)
        }
    };
    let _ = writeln!(out).and_then(|()| out.flush());
    ExitCode::from(if arguments.file.is_none() { 0 } else { status })
}

fn render(
    document: &Document,
    report: &Report,
    context: &Context,
    arguments: &Arguments,
    status: u8,
) -> String {
    let mut page = text::Page::new(document, report, context, arguments.lang);
    page.head();
    page.findings();
    page.agenda();
    page.not_assessable();
    page.not_evaluated();
    page.status(status, arguments.file.is_none());
    page.into_string()
}

/// Prints everything that keeps the text from being a document: for people, or for programs.
fn refuse_document(arguments: &Arguments, error: &ReadError) -> ExitCode {
    let name = arguments.file.as_deref().map_or("document".into(), |file| file.display().to_string());
    match arguments.format {
        Format::Text => {
            let message = error.message(arguments.lang);
            message.lines().for_each(|line| eprintln!("{name}: {line}"));
        }
        Format::Json => match serde_json::to_string_pretty(error) {
            Ok(printed) => println!("{printed}"),
            Err(error) => eprintln!("{error}"),
        },
    }
    ExitCode::from(2)
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
