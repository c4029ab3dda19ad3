#![expect(clippy::string_slice, clippy::arithmetic_side_effects, reason = "a test may fail loudly")]

extern crate std;

mod documents;
mod laws;
mod shapes;
mod text;
mod values;

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;

use super::super::fault::Fault;
use super::super::tree::MAX_DEPTH;
use super::*;
use crate::Lang;
use crate::document::{FaultKind, Value};
use shapes::{ANY, CASE, DOCUMENT, ID, LARGE, SMALL};

const CLEAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "state": "onHold", "title": null, "year": 65535,
    "isSecret": false, "who": {"community": {"body": "urn:uuid:00000000-0000-4000-8000-000000000001"}},
    "names": ["Karen"], "steps": null,
    "extensions": [{"namespace": "a", "value": null}, {"namespace": "b", "value": {"a": [1e300]}}]
}"#;

/// The faults of a case, one a line, in Danish and in English.
#[track_caller]
fn check(text: &str, da: &[&str], en: &[&str]) {
    let error = diagnose(text, &CASE).unwrap();
    assert_eq!(error.message(Lang::Da).lines().collect::<Vec<_>>(), da, "{text}");
    assert_eq!(error.message(Lang::En).lines().collect::<Vec<_>>(), en, "{text}");
}

/// The one fault of a case that is clean but for one field.
fn fault_of(field: &str, value: &str) -> Fault {
    let text =
        format!(r#"{{"id": "00000000-0000-4000-8000-000000000001", "state": "open", "{field}": {value}}}"#);
    let error = diagnose(&text, &CASE).unwrap();
    assert_eq!((error.faults().len(), error.more()), (1, 0), "{text}: {error:?}");
    error.faults()[0].clone()
}

#[test]
fn a_clean_text_has_no_faults() {
    assert_eq!(diagnose(CLEAN, &CASE), None);
    for who in [r#""parties""#, r#"{"head": {}}"#, r#"{"anyone": {"note": null}}"#, "null"] {
        let text =
            format!(r#"{{"id": "00000000-0000-4000-8000-000000000001", "state": "open", "who": {who}}}"#);
        assert_eq!(diagnose(&text, &CASE), None, "{text}");
    }
}

#[test]
fn fields_are_checked_and_every_fault_is_found() {
    check(
        "{\n  \"statte\": \"open\",\n  \"year\": \"2024\",\n  \"steps\": [\n    {\"day\": \"3/4\"},\n    null,\n    []\n  ],\n  \"year\": 2024,\n  \"id\": null\n}",
        &[
            "linje 1, kolonne 1: feltet `state` mangler",
            "linje 2, kolonne 3: ukendt felt `statte`; mente du `state`? Felterne er `id`, `title`, `year`, \
             `isSecret`, `state`, `who`, `names`, `steps` og `extensions`",
            "linje 3, kolonne 11, ved /year: der skal stå et helt tal fra 0 til 65535, ikke tekst",
            "linje 5, kolonne 5, ved /steps/0: feltet `id` mangler",
            "linje 5, kolonne 13, ved /steps/0/day: teksten er ikke en dag som `2024-03-31`",
            "linje 6, kolonne 5, ved /steps/1: der skal stå et objekt (skridt), ikke null",
            "linje 7, kolonne 5, ved /steps/2: der skal stå et objekt (skridt), ikke en liste",
            "linje 9, kolonne 3: feltet `year` står der mere end én gang",
            "linje 10, kolonne 9, ved /id: der skal stå et id skrevet som en UUID, ikke null",
        ],
        &[
            "line 1, column 1: the field `state` is missing",
            "line 2, column 3: unknown field `statte`; did you mean `state`? The fields are `id`, `title`, \
             `year`, `isSecret`, `state`, `who`, `names`, `steps` and `extensions`",
            "line 3, column 11, at /year: expected a whole number from 0 to 65535, found text",
            "line 5, column 5, at /steps/0: the field `id` is missing",
            "line 5, column 13, at /steps/0/day: the text is not a day such as `2024-03-31`",
            "line 6, column 5, at /steps/1: expected an object (step), found null",
            "line 7, column 5, at /steps/2: expected an object (step), found a list",
            "line 9, column 3: the field `year` is there more than once",
            "line 10, column 9, at /id: expected an id written as a UUID, found null",
        ],
    );
}

#[test]
fn what_is_inside_a_choice_is_checked() {
    use FaultKind::{MissingField, UnknownField, WrongType};

    let places = |who: &str| {
        let text =
            format!(r#"{{"id": "00000000-0000-4000-8000-000000000001", "state": "open", "who": {who}}}"#);
        let error = diagnose(&text, &CASE).unwrap();
        error.faults().iter().map(|fault| (fault.pointer.to_string(), fault.kind)).collect::<Vec<_>>()
    };
    assert_eq!(places(r#"{"head": {"note": 1}}"#), [("/who/head".into(), UnknownField)]);
    assert_eq!(places(r#"{"head": null}"#), [("/who/head".into(), WrongType)]);
    assert_eq!(places(r#"{"head": []}"#), [("/who/head".into(), WrongType)]);
    assert_eq!(
        places(r#"{"community": {"role": 7}}"#),
        [("/who/community".into(), MissingField), ("/who/community/role".into(), WrongType)]
    );
    // With several keys it is unknown which one is meant, so the contents of all of them are checked.
    assert_eq!(
        places(r#"{"parties": 1, "community": {}, "Hansen": 1, "head": {}}"#),
        [("/who".into(), WrongType), ("/who/community".into(), MissingField)]
    );
    assert_eq!(
        fault_of("who", r#"{"head": {"note": 1}}"#).message(Lang::Da),
        "ukendt felt; objektet har ingen felter"
    );
    assert_eq!(
        fault_of("who", r#"{"head": {"Karen Hansen": 1}}"#).message(Lang::En),
        "unknown field; the object has no fields"
    );
}
