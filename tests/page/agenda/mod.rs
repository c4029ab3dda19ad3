//! The agenda of documents of every kind: its sentences, its JSON, its page, and laws for any document.
#![expect(clippy::expect_used, reason = "tests may fail loudly, in their helpers too")]

mod circles;
mod duties;
mod evaluations;
mod kinds;
mod laws;
mod many;
mod page;
mod plans;
mod private;
mod same;
mod settled;
mod threads;

use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::{Lang, chrono, json};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// A document with a content of that kind; its ids are numbers in the text, `#1` to `#99`.
fn document(kind: &str, content: &str) -> Document {
    let mut content = content.to_owned();
    for n in (1..100).rev() {
        content =
            content.replace(&format!("\"#{n}\""), &format!("\"00000000-0000-4000-8000-0000000000{n:02}\""));
    }
    let text = format!(
        r#"{{ "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000000",
            "content": {{ "{kind}": {content} }} }}"#
    );
    json::read(&text).expect("a document")
}

fn agenda_of(document: &Document, on: &str) -> Agenda {
    let mut agenda = Agenda::new(day(on));
    agenda.add(document);
    agenda
}

/// The sentences in Danish and in English, each after its place.
fn said(agenda: &Agenda) -> Vec<String> {
    let items = agenda.items().into_iter();
    let both = |lang| move |item: &kvalitetsmodel::agenda::AgendaItem| item.in_lang(lang).to_string();
    items.flat_map(|item| [item.at.to_string(), both(Lang::Da)(item), both(Lang::En)(item)]).collect()
}
