//! What people wrote is in no agenda unless it is requested, and what they wrote about a citizen is in none at all.

use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::{Lang, json};

use super::{day, document};

/// Everything that an agenda shows.
fn shown(agenda: &Agenda) -> String {
    let sentences = agenda
        .items()
        .into_iter()
        .flat_map(|item| [Lang::Da, Lang::En].map(|lang| format!("{} {}", item.in_lang(lang), item.key())));
    let json = serde_json::to_string(agenda).expect("JSON");
    let page = Page::of_agenda(agenda, 14).text().to_string();
    format!("{agenda:?} {agenda:#?} {} {json} {page}", sentences.collect::<String>())
}

/// The texts of a document that people wrote: those with a blank.
fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

fn golden() -> Vec<Document> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(root.join("tests/documents/v1"))
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .collect();
    files.push(root.join("examples/data/roskildehjemmet-2024.json"));
    let read = |file| std::fs::read_to_string(file).expect("a file");
    files.into_iter().map(|file| json::read(&read(file)).expect("a document")).collect()
}

#[test]
fn no_text_of_a_document_is_in_its_agenda() {
    let mut with_texts = 0;
    for document in golden() {
        let mut found = Vec::new();
        texts(&serde_json::to_value(&document).expect("JSON"), &mut found);
        let mut agenda = Agenda::new(day("2024-06-01"));
        agenda.add(&document);
        // An id can begin like a year.
        let without = shown(&agenda).replace(&document.id().to_string(), "id");
        for text in &found {
            assert!(!without.contains(text.as_str()), "{text} is in {without}");
        }
        let mut agenda = Agenda::new(day("2024-06-01")).with_texts();
        agenda.add(&document);
        let with = shown(&agenda);
        with_texts += found.iter().filter(|text| with.contains(text.as_str())).count();
        let debug = format!("{agenda:?}");
        assert!(found.iter().all(|text| !debug.contains(text.as_str())), "{debug}");
    }
    assert!(with_texts > 30, "they are there when requested: {with_texts}");
}

#[test]
fn no_text_about_a_citizen_is_in_an_agenda_with_texts() {
    let document = document(
        "caseload",
        r##"{ "id": "#1", "service": { "id": "#9", "name": "Huset" }, "citizens": [{ "id": "#2", "subGoals": [{
            "id": "#3", "text": "Karen drikker mindre", "indicator": "glas om dagen", "endsOn": "2024-05-31",
            "evaluations": [{ "text": "Karen er glad" }]
        }] }] }"##,
    );
    let mut agenda = Agenda::new(day("2024-06-01")).with_texts();
    agenda.add(&document);
    let texts: Vec<_> =
        agenda.items().iter().map(|item| serde_json::to_value(&item.texts).expect("JSON")).collect();
    let service = serde_json::json!({ "draft": "Huset" });
    assert_eq!(texts, [service.clone(), service], "of a citizen only the service is named");
    let shown = shown(&agenda);
    assert!(!shown.contains("Karen") && !shown.contains("glas"), "{shown}");
}
