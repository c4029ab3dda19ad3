//! Writes what is to be done in documents as an iCalendar file (RFC 5545), for the calendar of a head of service.
//!
//! ```text
//! cargo run --manifest-path examples/calendar/Cargo.toml
//! cargo run --manifest-path examples/calendar/Cargo.toml -- FILE… [--as-of YYYY-MM-DD] [--lang da|en] [--texts] [--events]
//!     [--out FILE.ics]
//! ```
//!
//! Without a FILE it takes the agreement of Roskildehjemmet, on 9 January 2024. A FILE.jsonl has one document on each
//! line and is read line by line; every other file is one document. `--texts` adds what people wrote, so that the
//! calendar is as confidential as the documents. Meetings, sessions and tests are events, and the rest are tasks; with
//! `--events` everything is an event, for calendars that show no tasks.
//!
//! Exit status: 0 written, 2 not written.

mod calendar;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Local, NaiveDate};
use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::{Lang, json};

use calendar::{Kinds, calendar, left_out};

const DEMONSTRATION: &str = include_str!("../../data/roskildehjemmet-2024.json");

struct Arguments {
    files: Vec<PathBuf>,
    as_of: Option<NaiveDate>,
    lang: Lang,
    with_texts: bool,
    kinds: Kinds,
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(words: impl Iterator<Item = String>) -> Result<(), String> {
    let arguments = arguments(words)?;
    let Arguments { lang, with_texts, kinds, .. } = arguments;
    let demonstrates = arguments.files.is_empty();
    let day_of_demonstration = NaiveDate::from_ymd_opt(2024, 1, 9).filter(|_| demonstrates);
    let as_of = arguments.as_of.or(day_of_demonstration).unwrap_or_else(|| Local::now().date_naive());
    let mut agenda = Agenda::new(as_of);
    if with_texts {
        agenda = agenda.with_texts();
    }
    if demonstrates {
        agenda.add(&json::read(DEMONSTRATION).map_err(|error| error.message(lang))?);
    }
    for file in &arguments.files {
        read(file, &mut agenda, lang).map_err(|message| format!("{}: {message}", file.display()))?;
    }
    let written = calendar(&agenda, lang, kinds).to_string();
    match arguments.out {
        Some(file) => {
            std::fs::write(&file, written).map_err(|error| format!("{}: {error}", file.display()))?;
        }
        // Do not panic if a reader, such as `head`, closes early.
        None => drop(write!(std::io::stdout(), "{written}")),
    }
    eprintln!("{}", left_out(&agenda, lang));
    Ok(())
}

/// Adds the documents of a file, and keeps none of them.
fn read(file: &Path, agenda: &mut Agenda, lang: Lang) -> Result<(), String> {
    if file.extension().is_none_or(|extension| extension != "jsonl") {
        let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
        agenda.add(&json::read(&text).map_err(|error| error.message(lang))?);
        return Ok(());
    }
    let lines = BufReader::new(File::open(file).map_err(|error| error.to_string())?).lines();
    for (number, line) in (1_usize..).zip(lines) {
        let line = line.map_err(|error| error.to_string())?;
        if !line.trim_ascii().is_empty() {
            let document = json::read(&line).map_err(|error| format!("{number}: {}", error.message(lang)))?;
            agenda.add(&document);
        }
    }
    Ok(())
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        files: Vec::new(),
        as_of: None,
        lang: Lang::Da,
        with_texts: false,
        kinds: Kinds::AsFits,
        out: None,
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        match word.as_str() {
            "--as-of" => {
                let day = value()?.parse().map_err(|_| "--as-of needs a day such as 2024-01-09")?;
                arguments.as_of = Some(day);
            }
            "--lang" => arguments.lang = value()?.parse().map_err(|_| "--lang needs da or en")?,
            "--out" => arguments.out = Some(value()?.into()),
            "--texts" => arguments.with_texts = true,
            "--events" => arguments.kinds = Kinds::Events,
            option if option.starts_with('-') => return Err(format!("{option} is no option")),
            file => arguments.files.push(file.into()),
        }
    }
    Ok(arguments)
}
