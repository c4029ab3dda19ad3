//! Positions, text that is not JSON, and what may not be shown.

use super::*;

#[test]
fn text_that_is_not_json_has_one_fault() {
    let text = &CLEAN[..CLEAN.find("false").unwrap()];
    check(
        text,
        &["linje 3, kolonne 17, ved /isSecret: teksten slutter for tidligt, midt i et objekt"],
        &["line 3, column 17, at /isSecret: the text ends too early, within an object"],
    );
    for (at, _) in CLEAN.char_indices() {
        let error = diagnose(&CLEAN[..at], &CASE).unwrap();
        let [fault] = error.faults() else { panic!("{error}") };
        assert_eq!((fault.kind, error.more()), (FaultKind::Syntax, 0));
        let lines: Vec<_> = CLEAN[..at].split('\n').collect();
        let end = (lines.len(), lines[lines.len() - 1].chars().count() + 1);
        assert!((fault.line, fault.column) == end || at == 0, "{fault} in {}", &CLEAN[..at]);
    }
    // The pointer ends before what the format does not know.
    for (text, pointer) in [
        (r#"{"who": {"community": {"role": x"#, "/who/community/role"),
        (r#"{"who": {"Hansen": {"role": x"#, "/who"),
        (r#"{"who": {"parties": x"#, "/who"),
        (r#"{"Karen Hansen": x"#, ""),
        (r#"{"steps": [{}, {"day": x"#, "/steps/1/day"),
        (r#"{"extensions": [{"value": {"Hansen": [x"#, "/extensions/0/value"),
        (r#"{"title": ["x", x"#, "/title"),
    ] {
        let error = diagnose(text, &CASE).unwrap();
        assert_eq!(error.faults()[0].pointer.as_str(), pointer, "{text}");
    }
}

#[test]
fn columns_count_characters() {
    check(
        "{\r\n\t\"æøå😀\": 1, \"title\": \"å\", \"state\": \"open\",\r\n  \"id\": 7}",
        &[
            "linje 2, kolonne 2: ukendt felt; felterne er `id`, `title`, `year`, `isSecret`, `state`, `who`, \
             `names`, `steps` og `extensions`",
            "linje 3, kolonne 9, ved /id: der skal stå et id skrevet som en UUID, ikke et tal",
        ],
        &[
            "line 2, column 2: unknown field; the fields are `id`, `title`, `year`, `isSecret`, `state`, \
             `who`, `names`, `steps` and `extensions`",
            "line 3, column 9, at /id: expected an id written as a UUID, found a number",
        ],
    );
    let error = diagnose("{\"æøå\": 1, \"year\": \"\"}", &CASE).unwrap();
    let columns: Vec<_> = error.faults().iter().map(|fault| fault.column).collect();
    assert_eq!(columns, [1, 1, 2, 20]);
}

#[test]
fn depth_is_a_fault() {
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(diagnose(&nested(MAX_DEPTH), &ANY), None);
    let error = diagnose(&nested(MAX_DEPTH + 1), &ANY).unwrap();
    assert_eq!(error.to_string(), "line 1, column 128: nested too deep: there can be at most 127 levels");
    assert_eq!(error.faults()[0].kind, FaultKind::Syntax);
}

#[test]
fn keys_of_an_extension_are_not_shown() {
    let value = r#"[{"Karen Hansen": 1, "Karen Hansen": {"b": 1, "b": 2}}]"#;
    let text = CLEAN.replacen(r#"{"a": [1e300]}"#, value, 1);
    let error = diagnose(&text, &CASE).unwrap();
    assert_eq!(error.faults().len(), 2);
    for fault in error.faults() {
        assert_eq!(fault.pointer.as_str(), "/extensions/1/value");
        assert_eq!(fault.message(Lang::En), "duplicate key in an extension object");
        assert_eq!(
            fault.message(Lang::Da),
            "den samme nøgle står mere end én gang i et objekt i en udvidelse"
        );
    }
    let cut = text.find("\"b\": 2").unwrap();
    let error = diagnose(&text[..cut], &CASE).unwrap();
    assert_eq!(error.faults()[0].pointer.as_str(), "/extensions/1/value");
    assert!(!error.message(Lang::Da).contains("Hansen"));
}

#[test]
fn nothing_that_a_person_wrote_is_repeated() {
    let name = "Karen Hansen";
    for (old, new) in [
        ("\"state\"", "\"Karen Hansen\""),
        ("\"onHold\"", "\"Karen Hansen\""),
        ("\"onHold\"", "{\"Hansen\": 1}"),
        ("\"community\"", "\"Hansen\""),
        ("\"body\"", "\"Karen Hansen\""),
        ("\"urn:uuid:00000000-0000-4000-8000-000000000001\"", "\"Karen Hansen\""),
        ("65535", "\"Hansen\""),
        ("null", "[\"Hansen\"]"),
        ("null", "Hansen"),
        ("{\"a\": [1e300]}", "{\"Hansen\": {\"Hansen\": 1e999, \"x\" 1}}"),
    ] {
        let text = CLEAN.replacen(old, new, 1);
        assert!(text.contains(name) || text.contains("Hansen"));
        let error = diagnose(&text, &CASE).unwrap();
        for said in [error.message(Lang::Da), error.to_string(), format!("{error:?}")] {
            assert!(!said.contains("Hansen"), "{said}");
        }
    }
}

#[test]
fn a_key_is_repeated_only_if_it_is_a_misspelt_name() {
    for key in ["statte", "titel", "isSecrett", "$state", "focusNames"] {
        let error = diagnose(&CLEAN.replacen("\"title\"", &format!("\"{key}\""), 1), &CASE).unwrap();
        let is_near = error.faults()[0].nearest.is_some();
        assert_eq!(error.to_string().contains(&format!("unknown field `{key}`")), is_near, "{error}");
    }
    for key in [
        "010190-1234",
        "0101901234",
        "Jens-Hansen",
        "jens.hansen@rm.dk",
        "borger_Jens_Hansen_f_010190",
        "jensHansen",
        "Ole",
        "Stat",
        "state1",
        "name 010190",
        "title@rm.dk",
        "is_secret",
        "$$state",
        "$",
        "",
    ] {
        let error = diagnose(&CLEAN.replacen("\"title\"", &format!("\"{key}\""), 1), &CASE).unwrap();
        let [fault] = error.faults() else { panic!("{error}") };
        assert_eq!((fault.kind, fault.pointer.as_str()), (FaultKind::UnknownField, ""));
        let fields = "`id`, `title`, `year`, `isSecret`, `state`, `who`, `names`, `steps`";
        let (da, en) = fault.nearest.map_or_else(
            || ("felterne er".into(), "the fields are".into()),
            |name| {
                (format!("mente du `{name}`? Felterne er"), format!("did you mean `{name}`? The fields are"))
            },
        );
        assert_eq!(fault.message(Lang::Da), format!("ukendt felt; {da} {fields} og `extensions`"));
        assert_eq!(fault.message(Lang::En), format!("unknown field; {en} {fields} and `extensions`"));
    }
}

proptest! {
    #[test]
    fn a_key_that_is_near_no_name_is_not_repeated(key in "[A-Za-z0-9$@._-]{12,40}") {
        let error = diagnose(&CLEAN.replacen("\"title\"", &format!("\"{key}\""), 1), &CASE).unwrap();
        let is_near = error.faults()[0].nearest.is_some();
        for said in [error.message(Lang::Da), error.to_string(), format!("{error:?}")] {
            prop_assert!(is_near || !said.contains(&key), "{}", said);
        }
    }
}

#[test]
fn an_unexplained_error_has_a_place() {
    let error = ReadError::unexplained("{\n\"æ\": 1}", 2, 6);
    assert_eq!(
        error.to_string(),
        "line 2, column 5: the content does not fit the format here or just before"
    );
    for (line, column) in [(0, 0), (1, 0), (2, 3), (9, 9)] {
        assert_eq!(ReadError::unexplained("{\n\"æ\": 1}", line, column).faults().len(), 1);
    }
    let error = diagnose("[", &CASE).unwrap().on_line(7);
    assert_eq!(error.to_string(), "line 7, column 2: the text ends too early, within a list");
}
