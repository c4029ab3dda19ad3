//! Tables as people have them: what is read, what is refused, and that each remedy works.
#![cfg(feature = "table")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unnecessary_wraps,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

mod columns;
mod dates;
mod doubtful;
mod encodings;
mod exports;
mod figures;
mod files;
mod groups;
mod headings;
mod laws;
mod percent;
mod refused;
mod remedies;
mod sheets;
mod sub_goal_counts;
mod sub_goals;
mod systems;

use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{Choice, Form, Found, Outcome, Refused, Table};
use kvalitetsmodel::{Lang, text::Text};

/// Lower is better, and nothing else is decided.
fn lower() -> Choice {
    Choice { better: Some(Direction::AtMost), ..Choice::default() }
}

fn of_form(form: Form) -> Choice {
    Choice { form, ..lower() }
}

fn try_read(bytes: &[u8], choice: &Choice) -> Result<Found, Refused> {
    Table::read(bytes).and_then(|table| table.measurements(choice))
}

fn read_as(choice: &Choice, text: &str) -> Found {
    try_read(text.as_bytes(), choice).unwrap_or_else(|refused| panic!("{text}\n{refused:#?}"))
}

fn read(text: &str) -> Found {
    read_as(&lower(), text)
}

fn said(refused: &Refused, lang: Lang) -> Vec<String> {
    refused.refusals.iter().map(|one| one.message(lang)).collect()
}

fn refused_as(choice: &Choice, text: &str) -> Vec<String> {
    said(&try_read(text.as_bytes(), choice).expect_err(text), Lang::En)
}

fn refused(text: &str) -> Vec<String> {
    refused_as(&lower(), text)
}

fn refused_da(text: &str) -> Vec<String> {
    said(&try_read(text.as_bytes(), &lower()).expect_err(text), Lang::Da)
}

fn notes(found: &Found) -> Vec<String> {
    found.notes.iter().map(|note| note.in_lang(Lang::En)).collect()
}

fn notes_da(found: &Found) -> Vec<String> {
    found.notes.iter().map(|note| note.in_lang(Lang::Da)).collect()
}

/// The periods in Danish words.
fn periods(found: &Found) -> Vec<String> {
    found.rows.iter().map(|row| row.period.in_lang(Lang::Da).to_string()).collect()
}

fn observed(found: &Found) -> Vec<Option<Observed>> {
    let observed = |outcome: &Outcome| match outcome {
        Outcome::Observed(observed) => Some(observed.clone()),
        _ => None,
    };
    found.rows.iter().map(|row| observed(&row.outcome)).collect()
}

fn counts(of: &[u64]) -> Vec<Option<Observed>> {
    of.iter().map(|count| Some(Observed::of_count(*count))).collect()
}

fn value(text: &str, unit: Unit) -> Option<Observed> {
    Some(Observed::of_value(text.parse().expect("a figure"), unit))
}

fn values(of: &str, unit: &Unit) -> Vec<Option<Observed>> {
    of.split(' ').map(|text| value(text, unit.clone())).collect()
}

fn other(name: &str) -> Unit {
    Unit::Other { name: name.into() }
}

fn texts<'a>(all: impl Iterator<Item = &'a Option<Text>>) -> Vec<Option<String>> {
    all.map(|text| text.as_ref().map(|text| text.as_str().to_owned())).collect()
}
