//! What is refused, with the whole message: each text has its message in a file next to it.

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::{Document, FaultKind};
use kvalitetsmodel::{Lang, json, strategy};
use proptest::prelude::*;

use super::{files, text_of};

#[test]
fn refused_documents_are_refused_for_the_reason_beside_them() {
    for path in files("refused", "json") {
        let error = json::read(&text_of(&path)).expect_err(&path.display().to_string());
        let message = format!("{}\n{}\n", error.message(Lang::Da), error.message(Lang::En));
        let beside = path.with_extension("txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&beside, &message).unwrap();
        }
        assert_eq!(message, text_of(&beside), "{}; if this is intended: bash .ci/bless", path.display());
    }
}

#[test]
fn serde_alone_is_as_strict() {
    for path in files("refused", "json") {
        assert!(serde_json::from_str::<Document>(&text_of(&path)).is_err(), "{}", path.display());
        let tree = serde_json::from_str::<serde_json::Value>(&text_of(&path));
        // A tree has no repeated keys.
        let lost = path.file_stem().is_some_and(|name| name.to_string_lossy().starts_with("duplicate"));
        assert!(lost || tree.and_then(serde_json::from_value::<Document>).is_err(), "{}", path.display());
    }
}

#[test]
fn what_a_person_wrote_is_not_repeated() {
    let golden = text_of(&files("v1", "json")[0]);
    for (field, wrong) in [
        ("\"year\": 2024", r#""year": "Karen \"Ka\\\" Hansen, expected 7""#),
        ("\"year\": 2024", r#""Karen Hansen`, expected `x": 2024"#),
        ("\"kind\": \"steeringGroup\"", r#""kind": "Hansen`, expected `x`""#),
        ("\"kind\": \"steeringGroup\"", r#""kind": {"Hansen": 1}"#),
        ("\"2024-01-15\"", "\"Karen Hansen\""),
        ("\"kvalitetsmodel/1\"", "\"Karen Hansen\""),
        ("\"namedPilots\"", r#"["Hansen"]"#),
    ] {
        assert!(golden.contains(field));
        let error = json::read(&golden.replacen(field, wrong, 1)).unwrap_err().to_string();
        assert!(!error.contains("Hansen") && error.contains(": "), "{error}");
    }
}

#[test]
fn a_bare_draft_is_read_as_strictly() {
    let id = r#""id": "00000000-0000-4000-8000-000000000001""#;
    let read = |text: &str| json::read_draft::<DevelopmentAgreement>(text);
    let empty = read(&format!("{{{id}}}")).unwrap();
    assert_eq!(read(&format!("\u{feff}{{{id}, \"focusAreas\": null}}\n")), Ok(empty));
    for (text, expected) in [
        (" \n".into(), "line 1, column 1: the text is empty"),
        (
            format!("{{{id}, \"parties\": [[]]}}"),
            "line 1, column 60, at /parties/0: expected an object (party), found a list",
        ),
        (
            format!("{{{id},\n \"year\": \"2024\"}}"),
            "line 2, column 10, at /year: expected a whole number from 0 to 65535, found text",
        ),
        (
            r#"["00000000-0000-4000-8000-000000000001"]"#.into(),
            "line 1, column 1: expected an object (development agreement), found a list",
        ),
        (format!("{{{id}}} {{}}"), "line 1, column 48: the text goes on after the document"),
        (format!("{{{id}, {id}}}"), "line 1, column 48: the field `id` is there more than once"),
    ] {
        assert_eq!(read(&text).unwrap_err().to_string(), expected, "{text}");
    }
}

#[test]
fn the_column_counts_characters() {
    let text = "{\n  \"æøå\": 1}";
    let error = json::read(text).unwrap_err();
    let place = error.faults().iter().map(|fault| (fault.line, fault.column)).next_back();
    assert_eq!(place, Some((2, 3)), "{error}");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = text_of(&files("v1", "json")[0]);
    assert_eq!(json::read(&format!("\u{feff}{text}")), json::read(&text));
    let error = json::read(&format!("\u{feff}\u{feff}{text}")).unwrap_err().to_string();
    assert_eq!(
        error,
        "line 1, column 1: not JSON: expected a value; a text must be in quotation marks (`\"`)"
    );
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_place() {
    let bytes = text_of(&files("v1", "json")[0]).into_bytes();
    assert_eq!(json::read_slice(&bytes), json::read(&text_of(&files("v1", "json")[0])));
    for (bytes, line, column) in [
        (&b"\xe6"[..], 1, 1),
        ("\u{feff}".as_bytes().split_last().unwrap().1, 1, 1),
        (b"\xef\xbb\xbf\xff", 1, 1),
        (b"{\r\n  \"\xc3\xa6\xc3\xb8\xe5\": 1", 2, 6),
        (b"{\n\n\xed\xa0\x80", 3, 1),
    ] {
        let error = json::read_slice(bytes).unwrap_err();
        let place = format!("linje {line}, kolonne {column}: ");
        assert_eq!(error.message(Lang::Da), place + "ikke UTF-8: gem teksten i tegnsættet UTF-8");
        assert_eq!(error.faults()[0].kind, FaultKind::Encoding);
    }
    let mark_twice = json::read_slice("\u{feff}\u{feff}{}".as_bytes()).unwrap_err();
    assert_eq!(mark_twice, json::read("\u{feff}\u{feff}{}").unwrap_err());
}

#[test]
fn depth_is_an_error_and_no_overflow() {
    let text = text_of(&files("v1", "json")[0]);
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for value in [format!("{}1{}", open.repeat(200), close.repeat(200)), open.repeat(100_000)] {
            let deep = text.replacen("\"value\": null", &format!("\"value\": {value}"), 1);
            assert_ne!(deep, text);
            let error = json::read(&deep).unwrap_err();
            assert!(error.to_string().contains("nested too deep"), "{error}");
            assert!(json::read(&value).is_err());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn mangled_text_is_an_error_or_a_document(
        document in strategy::any::<Document>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{},:\"0-9a-zæ\\\\ \n]{0,2}", 0..3_usize), 1..4),
    ) {
        let mut chars: Vec<char> = json::write(&document)?.chars().collect();
        for (at, new, gone) in damage {
            let at = at.index(chars.len());
            let end = chars.len().min(at + gone);
            chars.splice(at..end, new.chars());
        }
        let text: String = chars.into_iter().collect();
        match json::read(&text) {
            Ok(read) => prop_assert_eq!(json::read(&json::write(&read)?)?, read),
            Err(error) => {
                for fault in error.faults() {
                    prop_assert!(fault.line >= 1 && fault.line <= text.split('\n').count(), "{}", error);
                    let line = text.split('\n').nth(fault.line - 1).unwrap();
                    prop_assert!(fault.column >= 1 && fault.column <= line.chars().count() + 1, "{}", error);
                }
            }
        }
    }

    #[test]
    fn any_text_is_an_error(text in ".{0,40}") {
        prop_assert!(json::read(&text).is_err());
    }
}

#[test]
fn no_digit_of_an_extension_is_lost_in_silence() {
    let document = |value: &str| {
        format!(
            r#"{{"format":"kvalitetsmodel/1","status":"draft","id":"00000000-0000-4000-8000-000000000001",
            "content":{{"targetFigure":{{"id":"00000000-0000-4000-8000-000000000002"}}}},
            "extensions":[{{"namespace":"a","value":{{"b":[{value}]}}}}]}}"#
        )
    };
    for kept in ["18446744073709551615", "-9223372036854775808", "0.1", "1e300", "12345678.90123456"] {
        let read = json::read(&document(kept)).expect(kept);
        let written = json::write_line(&read).expect(kept).replace("e+", "e");
        assert!(written.contains(&format!("[{kept}]")), "{kept}: {written}");
    }
    for lost in ["12345678901234567890123", "0.12345678901234567890123", "18446744073709551616", "1e-400"] {
        let error = json::read(&document(&format!("0.5,{lost}"))).expect_err(lost);
        assert_eq!(
            error.message(Lang::En),
            "line 3, column 62, at /extensions/0/value: the number has more digits than can be kept; write it as text"
        );
        let line = document(lost).replace('\n', "");
        assert_eq!(json::lines(&line).filter(|(_, read)| read.is_err()).count(), 1);
    }
}

#[test]
fn a_membership_that_is_absent_stays_absent() {
    let text = r#"{"id":"00000000-0000-4000-8000-000000000001","focusAreas":[{
        "id":"00000000-0000-4000-8000-000000000002",
        "participation":[{"body":"00000000-0000-4000-8000-000000000003","kind":"community"}]}]}"#;
    let agreement: DevelopmentAgreement = json::read_draft(text).expect("a draft");
    let written = serde_json::to_value(&agreement).expect("JSON");
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(text).expect("JSON"));
}
