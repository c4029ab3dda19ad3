#![expect(clippy::string_slice, clippy::arithmetic_side_effects, reason = "a test may fail loudly")]

extern crate std;

use alloc::format;
use alloc::string::{String, ToString as _};
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value as Json;

use super::*;

pub(in crate::json) const GOLDEN: [&str; 4] = [
    include_str!("../../../tests/documents/v1/agreement-final.json"),
    include_str!("../../../tests/documents/v1/community.json"),
    include_str!("../../../tests/documents/v1/series.json"),
    include_str!("../../../tests/documents/v1/target-figure.json"),
];

/// The same value as `serde_json` keeps it: for a repeated key, the last value.
fn to_serde(node: &Node<'_>) -> Json {
    match &node.value {
        Tree::Null => Json::Null,
        Tree::Bool(value) => Json::Bool(*value),
        Tree::Number(number) => serde_json::from_str(number).unwrap(),
        Tree::Text(text) => Json::String(text.clone().into_owned()),
        Tree::List(items) => items.iter().map(to_serde).collect(),
        Tree::Object(members) => {
            let pairs =
                members.iter().map(|member| (member.key.clone().into_owned(), to_serde(&member.value)));
            Json::Object(pairs.collect())
        }
    }
}

/// Every value begins where the tree says.
fn check_positions(text: &str, node: &Node<'_>) {
    let rest = text.get(node.start..).unwrap();
    let begins = match &node.value {
        Tree::Null => rest.starts_with("null"),
        Tree::Bool(value) => rest.starts_with(if *value { "true" } else { "false" }),
        Tree::Number(number) => rest.starts_with(number),
        Tree::Text(_) => rest.starts_with('"'),
        Tree::List(_) => rest.starts_with('['),
        Tree::Object(_) => rest.starts_with('{'),
    };
    assert!(begins, "{text}");
    match &node.value {
        Tree::List(items) => items.iter().for_each(|item| check_positions(text, item)),
        Tree::Object(members) => {
            for member in members {
                assert!(text.get(member.key_start..).unwrap().starts_with('"'), "{text}");
                check_positions(text, &member.value);
            }
        }
        _ => {}
    }
}

/// The parser and `serde_json` accept the same, and read the same.
fn check_against_serde_json(text: &str) {
    match (parse(text), serde_json::from_str::<Json>(text)) {
        (Ok(node), Ok(json)) => {
            assert_eq!(to_serde(&node), json, "{text}");
            check_positions(text, &node);
        }
        (Err(error), Err(_)) => {
            assert!(error.at <= text.len() && text.is_char_boundary(error.at), "{error:?} in {text}");
        }
        (Ok(_), Err(error)) => {
            assert!(error.to_string().starts_with("number out of range"), "{error} in {text}");
        }
        (Err(error), Ok(_)) => panic!("{error:?} in {text}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn accepts_the_same_values(text in prop_oneof![
        "[\\[\\]{},:\"01e.\\-a \n\t]{0,12}",
        "[\\[{]{0,3}(\"a\":|,|1|\"\"|null|true|fals|[ \r\n\u{b}\u{a0}\u{feff}]){0,8}[\\]}]{0,3}",
        "[ ]?(true|false|null|tru|nul|True|NaN|nullx|\"|)[ ,]?",
    ]) {
        check_against_serde_json(&text);
    }

    #[test]
    fn accepts_the_same_numbers(text in "-?[0-9]{0,2}[.]?[0-9]{0,2}([eE][+-]?[0-9]{0,4})?[ a,]?") {
        check_against_serde_json(&text);
        check_against_serde_json(&format!("[{text}]"));
    }

    #[test]
    fn accepts_the_same_texts(
        inside in "([a\"/æ😀\u{0}-\u{21}\u{7f}]|\\\\[\"\\\\/bfnrtuxæ]|\\\\u[0-9a-fA-Fg]{0,5}|\\\\u[dD][89abcdAF][0-9a-f]{2}|\\\\ud83d\\\\ude0a){0,6}",
    ) {
        check_against_serde_json(&format!("\"{inside}\""));
        check_against_serde_json(&format!("{{\"{inside}\":1}}"));
    }

    #[test]
    fn accepts_the_same_mangled_documents(
        document in prop::sample::select(&GOLDEN[..]),
        damage in prop::collection::vec(
            (any::<Index>(), "[\\[\\]{},:\"0-9a-zæ\\\\ \n]{0,2}", 0..3_usize),
            0..4,
        ),
    ) {
        let mut chars: Vec<char> = document.chars().collect();
        for (at, new, gone) in damage {
            let at = at.index(chars.len());
            chars.splice(at..chars.len().min(at + gone), new.chars());
        }
        check_against_serde_json(&chars.into_iter().collect::<String>());
    }
}

#[test]
fn single_damage_of_a_document_is_judged_like_serde_json() {
    let text = GOLDEN[3];
    for (at, char) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + char.len_utf8()..]);
        check_against_serde_json(&format!("{before}{after}"));
        for new in ["\"", "\\", "{", "}", "[", "]", ",", ":", "\u{1}", "0", "-", "e", "."] {
            check_against_serde_json(&format!("{before}{new}{after}"));
        }
    }
}

#[test]
fn every_beginning_of_a_document_is_refused() {
    let text = GOLDEN[1].trim_end();
    assert!(parse(text).is_ok());
    let mut parts = BTreeSet::new();
    for (at, _) in text.char_indices().skip(1) {
        let beginning = &text[..at];
        let error = parse(beginning).unwrap_err();
        assert_eq!(error.at, at, "{beginning}");
        parts.insert(format!("{:?}", error.what));
    }
    let expected = ["EndsIn(List)", "EndsIn(Literal)", "EndsIn(Number)", "EndsIn(Object)", "EndsIn(Text)"];
    assert!(parts.iter().all(|part| expected.contains(&part.as_str())), "{parts:?}");
    assert!(parts.len() >= 3, "{parts:?}");
}

#[test]
fn an_error_says_what_and_where() {
    for (text, at, what, pointer) in [
        ("", 0, Syntax::Empty, ""),
        (" \r\n\t", 0, Syntax::Empty, ""),
        ("\u{feff}{}", 0, Syntax::Expected(Expected::Value), ""),
        ("{} {}", 3, Syntax::GoesOn, ""),
        ("[1] x", 4, Syntax::GoesOn, ""),
        ("{", 1, Syntax::EndsIn(Part::Object), ""),
        ("{ ", 2, Syntax::EndsIn(Part::Object), ""),
        ("{\"a\"", 4, Syntax::EndsIn(Part::Object), ""),
        ("{\"a\":", 5, Syntax::EndsIn(Part::Object), "/a"),
        ("{\"a\": 1", 7, Syntax::EndsIn(Part::Object), ""),
        ("{\"a\": 1,", 8, Syntax::EndsIn(Part::Object), ""),
        ("{\"a", 3, Syntax::EndsIn(Part::Text), ""),
        ("[", 1, Syntax::EndsIn(Part::List), ""),
        ("[1", 2, Syntax::EndsIn(Part::List), ""),
        ("[1,", 3, Syntax::EndsIn(Part::List), ""),
        ("[1,\"", 4, Syntax::EndsIn(Part::Text), "/1"),
        ("[\"\\", 3, Syntax::EndsIn(Part::Text), "/0"),
        ("[\"\\u00", 6, Syntax::EndsIn(Part::Text), "/0"),
        ("[\"\\ud83d\\", 9, Syntax::EndsIn(Part::Text), "/0"),
        ("[-", 2, Syntax::EndsIn(Part::Number), "/0"),
        ("[1.", 3, Syntax::EndsIn(Part::Number), "/0"),
        ("[1e+", 4, Syntax::EndsIn(Part::Number), "/0"),
        ("[fal", 4, Syntax::EndsIn(Part::Literal), "/0"),
        ("[nulx]", 1, Syntax::Expected(Expected::Value), "/0"),
        ("[True]", 1, Syntax::Expected(Expected::Value), "/0"),
        ("{\"a\": }", 6, Syntax::Expected(Expected::Value), "/a"),
        ("[,1]", 1, Syntax::Expected(Expected::Value), "/0"),
        ("{a: 1}", 1, Syntax::Expected(Expected::Key), ""),
        ("{\"a\": 1, 2}", 9, Syntax::Expected(Expected::Key), ""),
        ("{\"a\" 1}", 5, Syntax::Expected(Expected::Colon), ""),
        ("{\"a\": 1 \"b\": 2}", 8, Syntax::Expected(Expected::CommaOrBrace), ""),
        ("[1 2]", 3, Syntax::Expected(Expected::CommaOrBracket), ""),
        ("[1}", 2, Syntax::Expected(Expected::CommaOrBracket), ""),
        ("[1, ]", 2, Syntax::TrailingComma, ""),
        ("{\"a\": {\"b\": 1 ,\n}}", 14, Syntax::TrailingComma, "/a"),
        ("[01]", 2, Syntax::BadNumber, "/0"),
        ("[-x]", 2, Syntax::BadNumber, "/0"),
        ("[1.e2]", 3, Syntax::BadNumber, "/0"),
        ("[\"a\\x\"]", 3, Syntax::BadEscape, "/0"),
        ("[\"\\u12g4\"]", 2, Syntax::BadEscape, "/0"),
        ("[\"\\ude00\"]", 2, Syntax::BadEscape, "/0"),
        ("[\"\\ud83d\"]", 2, Syntax::BadEscape, "/0"),
        ("[\"\\ud83d\\ud83d\"]", 2, Syntax::BadEscape, "/0"),
        ("{\"a\": [0, \"x\ny\"]}", 12, Syntax::ControlCharacter, "/a/1"),
        ("{\"a\\\"\": [}", 9, Syntax::Expected(Expected::Value), "/a\"/0"),
    ] {
        let error = parse(text).unwrap_err();
        let steps = error.steps.iter().rev().map(|step| match step {
            Step::Key(key) => format!("/{key}"),
            Step::Index(index) => format!("/{index}"),
        });
        assert_eq!((error.at, error.what, &*steps.collect::<String>()), (at, what, pointer), "{text}");
    }
}

#[test]
fn repeated_keys_are_kept() {
    let Tree::Object(members) = parse(r#"{"a":1,"\u0061":2}"#).unwrap().value else { panic!() };
    assert_eq!(
        members.iter().map(|member| (&*member.key, member.key_start)).collect::<Vec<_>>(),
        [("a", 1), ("a", 7)]
    );
}

#[test]
fn text_without_escapes_is_borrowed() {
    let borrowed = |text| matches!(parse(text).unwrap().value, Tree::Text(Cow::Borrowed(_)));
    assert!(borrowed("\"æøå\"") && borrowed("\"\"") && !borrowed(r#""\u00e6""#));
}

#[test]
fn depth_ends_where_that_of_serde_json_ends() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let levels = open.matches(['[', '{']).count();
        for depth in [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, MAX_DEPTH + 2] {
            let text = format!("{}1{}", open.repeat(depth / levels), close.repeat(depth / levels));
            check_against_serde_json(&text);
        }
    }
    let open = "[".repeat(1_000_000);
    let error = parse(&open).unwrap_err();
    assert_eq!((error.at, error.what, error.steps.len()), (MAX_DEPTH, Syntax::TooDeep, MAX_DEPTH));
    // A closed list is no longer a level.
    assert!(parse(&format!("[{}1]", "[[]],".repeat(1_000))).is_ok());
}
