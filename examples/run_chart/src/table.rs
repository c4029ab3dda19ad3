//! Separated values as a series: what the command line says, in the words of the crate.

use std::mem::discriminant;
use std::path::Path;

use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::report::Profile;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::table::{Form, Note, Refusal, Refused, Table};
use kvalitetsmodel::text::{NonBlank, Text};
use kvalitetsmodel::{Lang, codes};
use serde::Serialize;
use uuid::Uuid;

use crate::arguments::Arguments;
use crate::options;

/// What was read from a file.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) series: MeasurementSeries,
    pub(crate) notes: Vec<Note>,
}

/// Reads the series that the chart needs.
///
/// # Errors
///
/// Everything that cannot be read.
pub(crate) fn read(bytes: &[u8], file: &Path, arguments: &Arguments) -> Result<Reading, Refused> {
    let mut choice = arguments.choice.clone();
    choice.form = form(arguments.chart);
    let mut found = Table::read(bytes).and_then(|table| table.measurements(&choice))?;
    let title = found
        .title
        .take()
        .unwrap_or_else(|| file.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    let notes = std::mem::take(&mut found.notes);
    let mut series = found.into_series(Id::new(uuid(0)), |line| Id::new(uuid(line)));
    let indicator = indicator_of(&title);
    series.title = Some(Text::from(title));
    series.indicator = Some(indicator);
    for measurement in &mut series.measurements {
        measurement.indicator = Some(indicator);
    }
    Ok(Reading { series, notes })
}

/// What the figures of a chart are.
const fn form(kind: ChartKind) -> Form {
    match kind {
        ChartKind::C => Form::Count,
        ChartKind::P | ChartKind::PPrime => Form::Share,
        ChartKind::U | ChartKind::UPrime => Form::Rate,
        ChartKind::Xbar | ChartKind::S => Form::Subgroup,
        ChartKind::G | ChartKind::T => Form::BetweenEvents,
        _ => Form::Any,
    }
}

/// The rules that a table is checked by: all but those that ask for a reporting unit, which a table cannot name.
pub(crate) fn profile(lang: Lang) -> Profile {
    let reason = match lang {
        Lang::Da => "en tabel nævner ingen indberettende enhed",
        Lang::En => "a table names no reporting unit",
    };
    NonBlank::new(reason).map_or(Profile::GENERAL, |reason| {
        Profile::named("table").without(codes::MEA006, reason.clone()).without(codes::SER004, reason)
    })
}

/// All but the line.
const ID: u128 = 0x4000_8000_0000_0000_0000;

/// The line distinguishes them.
fn uuid(line: usize) -> Uuid {
    Uuid::from_u128(ID | line as u128)
}

/// The line that a measurement was read from.
pub(crate) fn line_of(id: Id<Measurement>) -> u128 {
    id.uuid().as_u128() ^ ID
}

/// What the table measures: one thing, the same each time it is read (FNV-1a of its name).
fn indicator_of(title: &str) -> Id<Indicator> {
    let hash = title.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Id::from_u128(ID | u128::from(hash) << 80)
}

/// How many lines say that a column is not read, though an official table may have a hundred such columns.
const MOST_COLUMNS: usize = 6;

/// The notes, one a line, each after the name of the file.
pub(crate) fn told(notes: &[Note], file: &Path, lang: Lang) -> String {
    let is_column = |note: &&Note| matches!(note, Note::UnknownColumn { .. } | Note::OneValue { .. });
    let columns = notes.iter().filter(is_column).count();
    let named = if columns <= MOST_COLUMNS { columns } else { MOST_COLUMNS.saturating_sub(1) };
    let more = columns.saturating_sub(named);
    let mut left = named;
    let mut shown: Vec<String> = Vec::new();
    for note in notes {
        if is_column(&note) {
            let Some(rest) = left.checked_sub(1) else { continue };
            left = rest;
        }
        shown.push(note.in_lang(lang));
    }
    if more > 0 {
        shown.push(match lang {
            Lang::Da => format!("{more} kolonner til er ikke læst"),
            Lang::En => format!("{more} more columns are not read"),
        });
    }
    lines(shown.into_iter(), file)
}

/// Why a file is not read, one reason a line, and what was noted until then.
pub(crate) fn refused(refused: &Refused, file: &Path, lang: Lang) -> String {
    let mut said = lines(messages(&refused.refusals, lang).into_iter(), file);
    if !refused.notes.is_empty() {
        said.push('\n');
        said.push_str(&told(&refused.notes, file, lang));
    }
    said
}

/// How many refusals of one kind in one column have a line each.
const MOST_ALIKE: usize = 4;

/// The refusals in words. Many of one kind in one column are one line, with the first of them.
fn messages(refusals: &[Refusal], lang: Lang) -> Vec<String> {
    let is_like = |one: &Refusal, other: &Refusal| {
        one.column() == other.column()
            && one.column().is_some()
            && discriminant(one.reason()) == discriminant(other.reason())
    };
    // Those of each kind and column, in the order in which the first of them comes.
    let mut kinds: Vec<Vec<&Refusal>> = Vec::new();
    let mut kind_of = Vec::with_capacity(refusals.len());
    for refusal in refusals {
        let known = kinds.iter().position(|all| all.first().is_some_and(|first| is_like(first, refusal)));
        kind_of.push(known.unwrap_or(kinds.len()));
        match known.and_then(|known| kinds.get_mut(known)) {
            Some(all) => all.push(refusal),
            None => kinds.push(vec![refusal]),
        }
    }
    let mut told = Vec::new();
    for (refusal, kind) in refusals.iter().zip(kind_of) {
        let all = kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        let is_first = all.first().is_some_and(|first| std::ptr::eq(*first, refusal));
        match (all.len(), is_first) {
            (0..=MOST_ALIKE, _) => told.push(message(refusal, lang)),
            (count, true) => {
                let last = all.last().map_or(refusal.line(), |last| last.line());
                let more = count.saturating_sub(1);
                told.push(match lang {
                    Lang::Da => format!(
                        "{}; sådan er også {more} linjer til, den sidste er linje {last}",
                        message(refusal, lang)
                    ),
                    Lang::En => format!(
                        "{}; so are {more} more lines, the last of them line {last}",
                        message(refusal, lang)
                    ),
                });
            }
            (_, false) => {}
        }
    }
    told
}

fn lines(all: impl Iterator<Item = String>, file: &Path) -> String {
    all.map(|one| format!("{}: {one}", file.display())).collect::<Vec<_>>().join("\n")
}

fn message(refusal: &Refusal, lang: Lang) -> String {
    refusal.in_words(lang, options::of_remedy)
}

/// Something in words. A refusal has a `message` of its own, in both languages and without the options of this program.
#[derive(Serialize)]
pub(crate) struct Told<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    told: String,
}

/// The notes with their messages.
pub(crate) fn notes_as_json(notes: &[Note], lang: Lang) -> Vec<Told<'_, Note>> {
    notes.iter().map(|note| Told { what: note, told: note.in_lang(lang) }).collect()
}

/// The same as [`refused`], as JSON.
pub(crate) fn refused_as_json(refused: &Refused, file: &Path, lang: Lang) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Printed<'a> {
        file: String,
        refusals: Vec<Told<'a, Refusal>>,
        notes: Vec<Told<'a, Note>>,
    }
    let refusals = refused.refusals.iter();
    serde_json::to_string_pretty(&Printed {
        file: file.display().to_string(),
        refusals: refusals.map(|one| Told { what: one, told: message(one, lang) }).collect(),
        notes: notes_as_json(&refused.notes, lang),
    })
}
