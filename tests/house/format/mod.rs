//! The exchange format as it is published: `docs/format.md` and the schemas in `docs/schema`, written from the
//! field tables. `.ci/bless` writes them; `tests/extra/schema` compares the schemas with the reader.
#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

mod exceptions;
mod ids;
mod layout;
mod meaning;
mod page;
mod schema;
mod tables;

use kvalitetsmodel::agenda::{DutyKind, DutyState};
use kvalitetsmodel::document::Value;

/// Compares a generated file with the one in `docs/`; writes it first if `BLESS` is set.
#[track_caller]
fn is_current(file: &str, now: &str) {
    let path = format!("{}/docs/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, now).expect("docs/ can be written");
    } else {
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(before == now, "docs/{file} is stale: run .ci/bless");
    }
}

#[track_caller]
fn schema_is_current(name: &str, schema: &Value) {
    is_current(&format!("schema/{name}"), &(layout::laid_out(schema, 110) + "\n"));
}

#[test]
fn the_schemas_of_documents_are_current() {
    let meanings = meaning::Meanings::read();
    schema_is_current(schema::DOCUMENT, &schema::document(&meanings));
    for (kind, label, record) in tables::kinds() {
        schema_is_current(&format!("{kind}.json"), &schema::document_of(kind, label, record, &meanings));
    }
}

/// The words that a definition of a schema allows.
fn words<'v>(schema: &'v mut Value, definition: &str) -> &'v mut Value {
    ["$defs", definition, "enum"].into_iter().fold(schema, |value, key| match value {
        Value::Object(members) => {
            let member = members.iter_mut().find(|(name, _)| name == key);
            &mut member.unwrap_or_else(|| panic!("{definition} has no {key}")).1
        }
        _ => panic!("{key} is not in an object"),
    })
}

/// These lists grow with the kinds of documents; the rest of the schema is kept by hand.
#[test]
fn the_kinds_and_states_of_duties_in_the_schema_of_agendas_are_current() {
    let path = format!("{}/docs/schema/agenda.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("docs/schema");
    let mut schema: Value = serde_json::from_str(&text).expect("JSON");
    let all = [
        ("DutyKind", serde_json::to_value(DutyKind::ALL)),
        ("DutyState", serde_json::to_value(DutyState::ALL)),
    ];
    for (definition, all) in all {
        *words(&mut schema, definition) = serde_json::from_value(all.expect("JSON")).expect("words");
    }
    schema_is_current("agenda.json", &schema);
}

#[test]
fn the_page_of_the_format_is_current() {
    is_current("format.md", &page::page(&meaning::Meanings::read()));
}
