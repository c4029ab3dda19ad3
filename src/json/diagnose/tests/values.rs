//! What is said about one value.

use super::*;

const CHOICES: &str = r#"`"parties"`, `{"community": {"body": …}}`, `{"head": {}}` "#;

#[track_caller]
fn check_value(field: &str, value: &str, kind: FaultKind, da: &str, en: &str) {
    let fault = fault_of(field, value);
    assert_eq!((fault.message(Lang::Da), fault.message(Lang::En), fault.kind), (da, en, kind), "{value}");
}

#[test]
fn a_number_is_whole_and_in_range() {
    for (value, da, en) in [
        ("-0", "et negativt tal", "a negative number"),
        ("-70", "et negativt tal", "a negative number"),
        ("80.0", "et tal med decimaler eller eksponent", "a number with decimals or an exponent"),
        ("1e2", "et tal med decimaler eller eksponent", "a number with decimals or an exponent"),
        ("65536", "et større tal", "a larger number"),
        ("99999999999999999999", "et større tal", "a larger number"),
    ] {
        let da = format!("der skal stå et helt tal fra 0 til 65535, ikke {da}");
        let en = format!("expected a whole number from 0 to 65535, found {en}");
        check_value("year", value, FaultKind::InvalidValue, &da, &en);
    }
    for (value, da, en) in [
        (
            "-1",
            "der skal stå et helt tal, 0 eller mere, ikke et negativt tal",
            "expected a whole number, 0 or more, found a negative number",
        ),
        ("18446744073709551616", "tallet er for stort til at læse", "the number is too large to read"),
    ] {
        let error = diagnose(value, &LARGE).unwrap();
        assert_eq!((error.faults()[0].message(Lang::Da), error.faults()[0].message(Lang::En)), (da, en));
    }
    let too_large = ("tallet er for stort til at læse", "the number is too large to read");
    let extension = r#"[{"namespace": "a", "value": [1e400]}]"#;
    check_value("extensions", extension, FaultKind::InvalidValue, too_large.0, too_large.1);
    let extension = r#"[{"namespace": "a", "value": [12345678901234567890123]}]"#;
    let da = "tallet har flere cifre, end der kan bevares; skriv det som tekst";
    let en = "the number has more digits than can be kept; write it as text";
    check_value("extensions", extension, FaultKind::InvalidValue, da, en);
}

#[test]
fn another_type_is_wrong() {
    for (field, value, da, en) in [
        (
            "isSecret",
            "1",
            "der skal stå `true` eller `false`, ikke et tal",
            "expected `true` or `false`, found a number",
        ),
        ("title", "true", "der skal stå tekst, ikke `true`", "expected text, found `true`"),
        ("names", "{}", "der skal stå en liste, ikke et objekt", "expected a list, found an object"),
        ("names", "[null]", "der skal stå tekst, ikke null", "expected text, found null"),
        (
            "steps",
            "[[]]",
            "der skal stå et objekt (skridt), ikke en liste",
            "expected an object (step), found a list",
        ),
    ] {
        check_value(field, value, FaultKind::WrongType, da, en);
    }
}

#[test]
fn an_id_is_a_uuid() {
    check_value(
        "steps",
        r#"[{"id": "31"}]"#,
        FaultKind::InvalidValue,
        "teksten er ikke et id: et id skrives som en UUID, fx `123e4567-e89b-42d3-a456-426614174000`",
        "the text is not an id: an id is written as a UUID, such as `123e4567-e89b-42d3-a456-426614174000`",
    );
}

#[test]
fn a_choice_is_a_word_or_an_object() {
    use FaultKind::{UnknownWord, WrongType};
    let da = format!("{CHOICES}og `{{\"anyone\": {{…}}}}`");
    let en = format!("{CHOICES}and `{{\"anyone\": {{…}}}}`");
    let wrong_type = |found_da: &str, found_en: &str| {
        (
            format!("der skal stå en af mulighederne {da}, ikke {found_da}"),
            format!("expected one of the choices {en}, found {found_en}"),
        )
    };
    let unknown =
        (format!("ukendt valg; mulighederne er {da}"), format!("unknown choice; the choices are {en}"));
    let close = (
        format!("ukendt valg; mente du `parties`? Mulighederne er {da}"),
        format!("unknown choice; did you mean `parties`? The choices are {en}"),
    );
    let no_key = (
        format!("objektet skal have netop én nøgle, ikke 0; mulighederne er {da}"),
        format!("the object must have exactly one key, not 0; the choices are {en}"),
    );
    let no_content = (
        r#"`parties` skal ikke have noget indhold: skriv ordet alene, `"parties"`"#.into(),
        r#"`parties` takes no content: write the word alone, `"parties"`"#.into(),
    );
    let content = (
        r#"`community` skal have et indhold: skriv et objekt, `{"community": {"body": …}}`"#.into(),
        r#"`community` takes content: write an object, `{"community": {"body": …}}`"#.into(),
    );
    for (value, kind, (da, en)) in [
        ("7", WrongType, wrong_type("et tal", "a number")),
        ("[]", WrongType, wrong_type("en liste", "a list")),
        (r#""Hansen""#, UnknownWord, unknown.clone()),
        (r#"{"Hansen": {}}"#, UnknownWord, unknown),
        (r#""partis""#, UnknownWord, close.clone()),
        (r#"{"Parties": 1}"#, UnknownWord, close),
        ("{}", WrongType, no_key),
        (r#"{"parties": null}"#, WrongType, no_content),
        (r#""community""#, WrongType, content),
    ] {
        check_value("who", value, kind, &da, &en);
    }
}

#[test]
fn words_are_checked() {
    let text = |state: &str| format!(r#"{{"id": "00000000-0000-4000-8000-000000000001", "state": {state}}}"#);
    check(
        &text(r#""on_hold""#),
        &[
            "linje 1, kolonne 57, ved /state: ukendt ord; mente du `onHold`? Ordene er `open`, `closed` og `onHold`",
        ],
        &[
            "line 1, column 57, at /state: unknown word; did you mean `onHold`? The words are `open`, `closed` and `onHold`",
        ],
    );
    check(
        &text(r#""Hansen""#),
        &["linje 1, kolonne 57, ved /state: ukendt ord; ordene er `open`, `closed` og `onHold`"],
        &["line 1, column 57, at /state: unknown word; the words are `open`, `closed` and `onHold`"],
    );
    check(
        &text("null"),
        &[
            "linje 1, kolonne 57, ved /state: der skal stå et af ordene `open`, `closed` og `onHold`, ikke null",
        ],
        &[
            "line 1, column 57, at /state: expected one of the words `open`, `closed` and `onHold`, found null",
        ],
    );
    check(
        &text(r#"{"open": null}"#),
        &[
            "linje 1, kolonne 57, ved /state: `open` skal ikke have noget indhold: skriv ordet alene, `\"open\"`",
        ],
        &["line 1, column 57, at /state: `open` takes no content: write the word alone, `\"open\"`"],
    );
    check(
        &text(r#"{"Hansen": null}"#),
        &[
            "linje 1, kolonne 57, ved /state: der skal stå et af ordene `open`, `closed` og `onHold`, ikke et objekt",
        ],
        &[
            "line 1, column 57, at /state: expected one of the words `open`, `closed` and `onHold`, found an object",
        ],
    );
}
