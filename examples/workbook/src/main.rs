//! Reads the measurements of a sheet of an Excel workbook, by the same rules as separated values, and prints them.
//!
//! ```text
//! cargo run --manifest-path examples/workbook/Cargo.toml -- FILE.xlsx --better higher|lower [--sheet NAME] [--lang da|en]
//!     [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]
//!     [--date HEADING] [--value HEADING | --part HEADING --whole HEADING] [--where HEADING=VALUE]…
//!     [--without HEADING=VALUE]…
//! ```
//!
//! Dates and numbers are read as the sheet holds them, not as it shows them; a number shown as percent is read as percent.
//! Without `--sheet` it reads the first sheet that is not empty, and says so if there are others.
//!
//! Exit status: 0 read, 2 not read.

#[path = "../../run_chart/src/options.rs"]
mod options;
mod sheet;
#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use kvalitetsmodel::Lang;
use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{Choice, Found, Outcome, Table};

use options::Unfit;
use sheet::{NoSheet, Sheet};

struct Arguments {
    file: PathBuf,
    sheet: Option<String>,
    lang: Lang,
    choice: Choice,
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(printed) => {
            // Do not panic if a reader, such as `head`, closes early.
            let _ = write!(std::io::stdout(), "{printed}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(words: impl Iterator<Item = String>) -> Result<String, String> {
    let Arguments { file, sheet, lang, choice } = arguments(words)?;
    let named = |message: String| format!("{}: {message}", file.display());
    let Sheet { rows, taken } =
        sheet::read(&file, sheet.as_deref()).map_err(|error| named(error.in_lang(lang)))?;
    let taken = taken.map(|(name, others)| told(&name, &others, lang));
    let found = Table::from_rows(rows).and_then(|table| table.measurements(&choice)).map_err(|refused| {
        let refusals = refused.refusals.iter().map(|one| one.in_words(lang, options::of_remedy));
        let notes = refused.notes.iter().map(|note| note.in_lang(lang));
        refusals.chain(notes).chain(taken.clone()).map(named).collect::<Vec<_>>().join("\n")
    })?;
    Ok(page(&found, lang) + &taken.map_or(String::new(), |taken| format!("- {taken}\n")))
}

/// Which sheet is read, if nobody chose it.
fn told(name: &str, others: &[String], lang: Lang) -> String {
    let others = others.join(", ");
    match lang {
        Lang::Da => format!("arket »{name}« er læst; her er også {others}; vælg --sheet"),
        Lang::En => format!("the sheet “{name}” is read; there are {others}, too; choose --sheet"),
    }
}

fn arguments(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let words: Vec<String> = words.collect();
    let decimal_sign = options::decimal_sign(&words);
    let mut words = words.into_iter();
    let (mut file, mut sheet, mut lang) = (None, None, Lang::Da);
    let mut choice = Choice { decimal_sign, ..Choice::default() };
    while let Some(word) = words.next() {
        let said = |unfit: Unfit| unfit.in_lang(lang);
        match word.as_str() {
            "--lang" => {
                let value = words.next().unwrap_or_default();
                lang = options::one_of(value, &[("da", Lang::Da), ("en", Lang::En)]).map_err(said)?;
            }
            "--sheet" => sheet = words.next(),
            "--help" | "-h" => return Err(usage(lang).to_owned()),
            option if options::is_one(option) => {
                options::set(&mut choice, option, words.next()).map_err(said)?;
            }
            option if option.starts_with('-') || file.is_some() => {
                return Err(match lang {
                    Lang::Da => format!("`{option}` er ukendt"),
                    Lang::En => format!("`{option}` is unknown"),
                });
            }
            _ => file = Some(PathBuf::from(word)),
        }
    }
    let file = file.ok_or_else(|| usage(lang).to_owned())?;
    Ok(Arguments { file, sheet, lang, choice })
}

const fn usage(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => {
            "brug: workbook FIL.xlsx --better higher|lower [--sheet NAVN] [--lang da|en]\n\
             \x20   [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]\n\
             \x20   [--date OVERSKRIFT] [--value OVERSKRIFT | --part OVERSKRIFT --whole OVERSKRIFT]\n\
             \x20   [--where OVERSKRIFT=VÆRDI]… [--without OVERSKRIFT=VÆRDI]…"
        }
        Lang::En => {
            "usage: workbook FILE.xlsx --better higher|lower [--sheet NAME] [--lang da|en]\n\
             \x20   [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]\n\
             \x20   [--date HEADING] [--value HEADING | --part HEADING --whole HEADING]\n\
             \x20   [--where HEADING=VALUE]… [--without HEADING=VALUE]…"
        }
    }
}

/// The measurements, one a line, and the notes.
fn page(found: &Found, lang: Lang) -> String {
    let better = match (found.direction, lang) {
        (Direction::AtLeast, Lang::Da) => "højere er bedre",
        (Direction::AtMost, Lang::Da) => "lavere er bedre",
        (Direction::AtLeast, Lang::En) => "higher is better",
        (Direction::AtMost, Lang::En) => "lower is better",
    };
    let mut page = format!("{} ({better})\n", found.title.as_deref().unwrap_or("–"));
    for row in &found.rows {
        let period = row.period.in_lang(lang).to_string();
        let note = row.note.as_ref().map_or(String::new(), |note| format!("  {}", note.as_str()));
        page.extend([format!("{period:<18} {}{note}\n", outcome(&row.outcome, lang))]);
    }
    page.extend(found.notes.iter().map(|note| format!("- {}\n", note.in_lang(lang))));
    page
}

fn outcome(outcome: &Outcome, lang: Lang) -> String {
    let say = |da: &'static str, en: &'static str| match lang {
        Lang::Da => da,
        Lang::En => en,
    };
    match outcome {
        Outcome::Missing => say("mangler", "missing").to_owned(),
        Outcome::Suppressed { below } => {
            format!("{} {}", say("skjult, under", "suppressed, below"), below.in_lang(lang))
        }
        Outcome::Observed(Observed::Count { count: Some(count) }) => count.to_string(),
        Outcome::Observed(Observed::Value { value: Some(value), unit }) => {
            let unit = match unit {
                None | Some(Unit::Count) => String::new(),
                Some(Unit::Other { name }) => format!(" {}", name.as_str()),
                Some(unit) => format!(" {}", unit.label().in_lang(lang)),
            };
            format!("{}{unit}", value.in_lang(lang))
        }
        Outcome::Observed(Observed::Share { part: Some(part), whole: Some(whole) }) => {
            format!("{part} {} {whole}", say("af", "of"))
        }
        Outcome::Observed(Observed::Rate { events: Some(events), exposure: Some(exposure), .. }) => {
            format!("{events} {} {}", say("pr.", "per"), exposure.in_lang(lang))
        }
        _ => "?".to_owned(),
    }
}

impl NoSheet {
    fn in_lang(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Unreadable(error), _) => error.to_string(),
            (Self::Unknown { said, sheets }, Lang::Da) => {
                format!("intet ark hedder »{said}«; her er {}", sheets.join(", "))
            }
            (Self::Unknown { said, sheets }, Lang::En) => {
                format!("no sheet is called “{said}”; there are {}", sheets.join(", "))
            }
            (Self::None, Lang::Da) => "filen har intet ark".to_owned(),
            (Self::None, Lang::En) => "the file has no sheet".to_owned(),
        }
    }
}
