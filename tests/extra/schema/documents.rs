//! Documents that are read, and those that are known to be refused.

use kvalitetsmodel::document::Document;
use kvalitetsmodel::{json, strategy};
use proptest::prelude::*;
use serde_json::Value;

use crate::exceptions::EXCEPTIONS;
use crate::{DOCUMENT, errors, files, note, of_kinds, text_of, validator};

#[test]
fn documents_that_are_read_are_accepted_as_what_they_are() {
    let (any, kinds) = (validator(DOCUMENT), of_kinds());
    let examples = files("examples/data", "json");
    for path in files("tests/documents/v1", "json").iter().chain(&examples) {
        let (name, text) = (path.display(), text_of(path));
        let kind = json::read(&text).expect("a document").content().kind();
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(errors(&any, &value), [""; 0], "{name}");
        for (known, schema) in &kinds {
            assert_eq!(schema.is_valid(&value), *known == kind, "{name} as {known}");
        }
    }
}

#[test]
fn any_document_that_can_be_written_is_accepted() {
    let (any, kinds) = (validator(DOCUMENT), of_kinds());
    let config = ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(document in strategy::any::<Document>())| {
        let text = json::write(&document).expect("a document");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert!(any.is_valid(&value), "{}\n{:?}", text, errors(&any, &value));
        let kind = document.content().kind();
        note(true, kind, &value);
        let (_, schema) = kinds.iter().find(|(known, _)| *known == kind).expect("a kind");
        prop_assert!(schema.is_valid(&value), "{}\n{:?}", text, errors(schema, &value));
    });
}

#[test]
fn documents_that_are_refused_are_refused() {
    let any = validator(DOCUMENT);
    // The exceptions among them.
    let excepted = ["duplicate-key", "duplicate-key-in-extension", "no-such-day"];
    for path in files("tests/documents/refused", "json") {
        let (name, text) = (path.file_stem().expect("a name").to_string_lossy(), text_of(&path));
        assert!(json::read(&text).is_err(), "{name}");
        let Ok(value) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else { continue };
        assert_eq!(any.is_valid(&value), excepted.contains(&&*name), "{name}");
    }
}

#[test]
fn what_a_schema_cannot_say_is_listed() {
    let any = validator(DOCUMENT);
    for exception in EXCEPTIONS {
        let text = exception.document();
        assert!(json::read(&text).is_err(), "{} is read: {text}", exception.what);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(errors(&any, &value), [""; 0], "{}", exception.what);
    }
}

#[test]
fn a_document_without_what_an_exception_adds_is_read() {
    let none = crate::exceptions::Exception { what: "", envelope: "", measurement: "" };
    assert!(json::read(&none.document()).is_ok());
}
