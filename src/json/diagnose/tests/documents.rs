//! Documents with an envelope, and many faults.

use super::*;

#[test]
fn the_format_of_a_document_comes_first() {
    for (text, message) in [
        (
            r#"{"x": 1, "format": "case/2"}"#,
            "line 1, column 20, at /format: unknown format: only `case/1` can be read",
        ),
        (
            r#"{"x": 1, "format": null}"#,
            "line 1, column 20, at /format: expected the format `case/1`, found null",
        ),
        (
            r#"{"x": 1, "format": 1}"#,
            "line 1, column 20, at /format: expected the format `case/1`, found a number",
        ),
        (r#"{"status": "draft"}"#, "line 1, column 1: the field `format` is missing"),
        ("[]", "line 1, column 1: expected an object (document), found a list"),
        ("", "line 1, column 1: the text is empty"),
    ] {
        assert_eq!(diagnose_document(text, &DOCUMENT).unwrap().to_string(), message);
    }
    let error = diagnose_document(r#"{"format": "Karen"}"#, &DOCUMENT).unwrap();
    assert_eq!(error.faults()[0].kind, FaultKind::UnknownFormat);
    assert_eq!(
        error.message(Lang::Da),
        "linje 1, kolonne 12, ved /format: ukendt format: kun `case/1` kan læses"
    );
}

#[test]
fn status_and_validation_belong_together() {
    let document = |rest: &str| diagnose_document(&format!(r#"{{"format": "case/1", {rest}}}"#), &DOCUMENT);
    assert_eq!(document(r#""status": "draft""#), None);
    assert_eq!(document(r#""status": "draft", "validation": null"#), None);
    assert_eq!(document(r#""status": "final", "validation": {}"#), None);
    let error = document(r#""status": "draft", "validation": {"a": 1}"#).unwrap();
    assert_eq!(error.faults().len(), 2);
    assert_eq!(error.faults()[0].kind, FaultKind::Contradiction);
    assert_eq!(
        error.message(Lang::Da).lines().next(),
        Some("linje 1, kolonne 41: et udkast har ingen `validation`: det har kun et endeligt dokument")
    );
    let error = document(r#""status": "final", "validation": null"#).unwrap();
    assert_eq!(
        error.to_string(),
        "line 1, column 1: the field `validation` is missing: a final document says under what its content was proven"
    );
    assert_eq!(error.faults()[0].field, Some("validation"));
}

#[test]
fn at_most_a_hundred_faults_are_kept() {
    let items = |n| format!("{{\"names\": [{}]}}", alloc::vec!["1"; n].join(","));
    let error = diagnose(&items(98), &CASE).unwrap();
    assert_eq!((error.faults().len(), error.more()), (100, 0));
    assert_eq!(error.to_string(), "line 1, column 1: the field `id` is missing; and 99 more");
    assert!(!error.message(Lang::En).contains("more"));

    let error = diagnose(&items(130), &CASE).unwrap();
    assert_eq!((error.faults().len(), error.more()), (100, 32));
    assert_eq!(error.faults()[99].pointer.as_str(), "/names/97");
    assert_eq!(error.to_string(), "line 1, column 1: the field `id` is missing; and 131 more");
    assert_eq!(error.message(Lang::Da).lines().last(), Some("og 32 fejl mere"));
    assert_eq!(error.message(Lang::En).lines().last(), Some("and 32 more"));

    // A fault that is found late but occurs early in the text is among them.
    let many = (0..130).map(|n| format!(", \"x{n}\": 1")).collect::<Vec<_>>().concat();
    let text = format!("{{\"format\": \"case/1\", \"status\": \"final\"{many}}}");
    let error = diagnose_document(&text, &DOCUMENT).unwrap();
    assert_eq!((error.faults().len(), error.more()), (100, 31));
    assert_eq!(error.faults()[0].kind, FaultKind::MissingField);
}

#[test]
fn a_fault_can_be_written_as_json() {
    let text = r#"{"id": "00000000-0000-4000-8000-000000000001", "state": "opn", "state": "open"}"#;
    assert_eq!(
        serde_json::to_value(diagnose(text, &CASE)).unwrap(),
        json!({
            "faults": [
                {
                    "kind": "unknownWord", "line": 1, "column": 57, "pointer": "/state",
                    "message": {
                        "da": "ukendt ord; mente du `open`? Ordene er `open`, `closed` og `onHold`",
                        "en": "unknown word; did you mean `open`? The words are `open`, `closed` and `onHold`",
                    },
                    "nearest": "open",
                    "expected": ["open", "closed", "onHold"],
                },
                {
                    "kind": "repeatedField", "line": 1, "column": 64, "pointer": "",
                    "message": {
                        "da": "feltet `state` står der mere end én gang",
                        "en": "the field `state` is there more than once",
                    },
                    "field": "state",
                },
            ],
            "more": 0,
        })
    );
}
