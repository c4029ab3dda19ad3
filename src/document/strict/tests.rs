extern crate std;

mod shapes;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::document::Value;
use shapes::{Choice, Inner, Kind, Outer, outer};

/// Reads JSON text strictly; after an error, where it was.
fn read<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
    let mut at = "left over".into();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let result = deserialize_tracked(&mut deserializer, &mut at);
    assert!(result.is_err() || at.is_empty());
    let result = result.and_then(|value| deserializer.end().map(|()| value));
    result.map_err(|error| (at, error))
}

/// Where an error was, and what it says.
#[track_caller]
fn refused<T: DeserializeOwned + fmt::Debug>(json: &str) -> (String, String) {
    let (at, error) = read::<T>(json).unwrap_err();
    (at, error.to_string())
}

/// Every value in `value`, with its pointer.
fn places(value: &Value, pointer: &str, found: &mut Vec<(String, Value)>) {
    found.push((pointer.into(), value.clone()));
    match value {
        Value::List(values) => {
            for (index, value) in values.iter().enumerate() {
                places(value, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// `value` with something else in the place that `pointer` names.
fn replaced(value: &Value, here: &str, pointer: &str, new: &Value) -> Value {
    if here == pointer {
        return new.clone();
    }
    match value {
        Value::List(values) => Value::List(
            (0_usize..)
                .zip(values)
                .map(|(index, value)| replaced(value, &format!("{here}/{index}"), pointer, new))
                .collect(),
        ),
        Value::Object(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| {
                    let step = key.replace('~', "~0").replace('/', "~1");
                    (key.clone(), replaced(value, &format!("{here}/{step}"), pointer, new))
                })
                .collect(),
        ),
        value => value.clone(),
    }
}

/// Keys that are not text end the pointer.
fn seen(pointer: &str) -> &str {
    if pointer.starts_with("/byYear") { "/byYear" } else { pointer }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_as_it_does_without(written in outer()) {
        let json = serde_json::to_string_pretty(&written).unwrap();
        let plain: Outer = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&plain, &written);
        prop_assert_eq!(read::<Outer>(&json).unwrap(), written.clone());
        let mut reader = serde_json::Deserializer::from_reader(json.as_bytes());
        prop_assert_eq!(deserialize::<_, Outer>(&mut reader).unwrap(), written.clone());
        let tree = serde_json::to_value(&written).unwrap();
        prop_assert_eq!(&deserialize::<_, Outer>(&tree).unwrap().choices, &written.choices);
        prop_assert_eq!(&deserialize::<_, Outer>(tree).unwrap().by_name, &written.by_name);
    }

    #[test]
    fn an_array_is_no_object(written in outer()) {
        let tree: Value = serde_json::from_str(&serde_json::to_string(&written).unwrap()).unwrap();
        let mut found = Vec::new();
        places(&tree, "", &mut found);
        let mut taken_without = Vec::new();
        for (pointer, value) in found {
            let Value::Object(entries) = value else { continue };
            if pointer.starts_with("/extension") {
                continue;
            }
            let array = Value::List(entries.into_iter().map(|(_, value)| value).collect());
            let json = serde_json::to_string_pretty(&replaced(&tree, "", &pointer, &array)).unwrap();
            let (at, error) = read::<Outer>(&json).unwrap_err();
            prop_assert_eq!(&at, seen(&pointer), "{}", error);
            prop_assert!(error.line() > 0 && error.column() > 0, "{}", error);
            prop_assert!(error.to_string().starts_with("invalid type: sequence, expected "), "{}", error);
            taken_without.extend(serde_json::from_str::<Outer>(&json).ok());
        }
        // `inner`, `wrapped` and `pair` at least: there is something to be strict about.
        prop_assert!(taken_without.len() >= 3);
    }

    #[test]
    fn the_pointer_leads_to_the_error(written in outer()) {
        let tree: Value = serde_json::from_str(&serde_json::to_string(&written).unwrap()).unwrap();
        let mut found = Vec::new();
        places(&tree, "", &mut found);
        let alien = Value::Object(alloc::vec![("zz".into(), Value::List(Vec::new()))]);
        for (pointer, _) in found {
            let json = serde_json::to_string_pretty(&replaced(&tree, "", &pointer, &alien)).unwrap();
            match read::<Outer>(&json) {
                Ok(_) => prop_assert!(pointer.starts_with("/extension")),
                Err((at, error)) => {
                    prop_assert!(at.starts_with(seen(&pointer)), "{} {} {}", at, pointer, error);
                    let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
                    prop_assert!(tree.pointer(&at).is_some(), "{} {}", at, error);
                    prop_assert!(error.line() > 0, "{}", error);
                },
            }
        }
    }

    #[test]
    fn damaged_text_is_refused_as_it_is_without(
        written in outer(), cut in any::<prop::sample::Index>(), new in "[\\[\\]{},:\"0-9a-z]{0,2}",
    ) {
        let mut json = serde_json::to_string(&written).unwrap();
        let cut = cut.index(json.len());
        if json.is_char_boundary(cut) {
            json.insert_str(cut, &new);
        }
        let strict = read::<Outer>(&json).map_err(|(_, error)| error.line());
        let plain = serde_json::from_str::<Outer>(&json).map_err(|error| error.line());
        prop_assert_eq!(strict, plain, "{}", json);
    }
}

#[test]
fn an_array_is_refused_with_its_position() {
    assert_eq!(
        refused::<Vec<Inner>>("[\n  {\"first\": null, \"a/b~c\": 1},\n  [null, 1]\n]"),
        ("/1".into(), "invalid type: sequence, expected struct Inner at line 3 column 3".into()),
    );
    assert_eq!(
        refused::<Choice>("{\"struct\": {\"theKind\": \"days\", \"inner\":\n[null, 1]}}"),
        ("/struct/inner".into(), "invalid type: sequence, expected struct Inner at line 2 column 1".into()),
    );
    assert_eq!(
        refused::<Choice>(r#"{"struct": ["days", {"a/b~c": 1}]}"#),
        (
            "/struct".into(),
            "invalid type: sequence, expected struct variant Choice::Struct at line 1 column 12".into()
        ),
    );
}

#[test]
fn null_is_an_empty_list() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Lists {
        #[serde(default)]
        list: Vec<u8>,
        option: Option<Vec<u8>>,
        #[serde(default)]
        pair: (u8, u8),
    }

    let empty = Lists { list: Vec::new(), option: None, pair: (0, 0) };
    assert_eq!(read::<Lists>(r#"{"list": null, "option": null}"#).unwrap(), empty);
    assert_eq!(read::<Lists>("{}").unwrap(), empty);
    let full = Lists { list: alloc::vec![1], option: Some(Vec::new()), pair: (2, 3) };
    assert_eq!(read::<Lists>(r#"{"list": [1], "option": [], "pair": [2, 3]}"#).unwrap(), full);
    assert_eq!(read::<Choice>(r#"{"many": null}"#).unwrap(), Choice::Many(Vec::new()));

    // A tuple is not a list, and nothing else is none.
    assert_eq!(
        refused::<Lists>(r#"{"pair": null}"#),
        ("/pair".into(), "invalid type: null, expected a tuple of size 2 at line 1 column 13".into()),
    );
    assert_eq!(
        refused::<Lists>(r#"{"list": {}}"#),
        ("/list".into(), "invalid type: map, expected a sequence at line 1 column 9".into()),
    );
}

#[test]
fn a_variant_without_content_is_a_string() {
    // What serde_json does alone.
    assert_eq!(serde_json::from_str::<Choice>(r#"{"unit": null}"#).unwrap(), Choice::Unit);

    assert_eq!(read::<Choice>(r#""unit""#).unwrap(), Choice::Unit);
    assert_eq!(read::<Choice>(r#""\u0075nit""#).unwrap(), Choice::Unit);
    for json in [r#"{"unit": null}"#, r#"{"unit": {}}"#, r#"{"unit": 1, "x": 2}"#] {
        let (at, error) = refused::<Choice>(json);
        assert_eq!(at, "");
        assert_eq!(
            error,
            "invalid type: map, expected a string: the variant holds nothing at line 1 column 7"
        );
    }
    let (at, error) = refused::<BTreeMap<String, Kind>>(r#"{"a/b": {"days": null}}"#);
    assert_eq!(at, "/a~1b");
    assert!(error.ends_with("at line 1 column 15"), "{error}");
}

#[test]
fn an_enum_is_a_string_or_one_entry() {
    for (json, pointer, message) in [
        (r#""newtype""#, "", "invalid type: unit variant, expected newtype variant at line 1 column 9"),
        (r#""other""#, "", "unknown variant `other`, expected one of"),
        (r#"{"other": 1}"#, "", "unknown variant `other`, expected one of"),
        ("{}", "", "invalid value: map, expected map with a single key at line 1 column 2"),
        (r#"{"optional": null, "x": 1}"#, "", "invalid value: map, expected map with a single key"),
        (r#"{"optional": null, "optional": null}"#, "", "invalid value: map, expected map with a"),
        (r#"{"optional": "weeks"}"#, "/optional", "unknown variant `weeks`, expected `percent` or `days`"),
        (r#"{"newtype": {"a/b~c": "1"}}"#, "/newtype/a~1b~0c", "invalid type: string"),
        (r#"{"newtype": {"first": " "}}"#, "/newtype/first", "the text is blank"),
        (r#"{"newtype": {"first": null}}"#, "/newtype", "missing field `a/b~c`"),
        (r#"{"newtype": {"x": null}}"#, "/newtype", "unknown field `x`"),
        (r#"{"newtype": {"first": null, "first": null}}"#, "/newtype", "duplicate field `first`"),
        (r#"{"tuple": [1]}"#, "/tuple", "invalid length 1, expected tuple variant Choice::Tuple"),
        (r#"{"tuple": null}"#, "/tuple", "invalid type: null, expected tuple variant Choice::Tuple"),
        (r#"{"struct": 3}"#, "/struct", "invalid type: integer `3`, expected struct variant"),
        ("[]", "", "invalid type: sequence, expected enum Choice at line 1 column 2"),
        ("null", "", "invalid type: null, expected enum Choice at line 1 column 4"),
        ("3", "", "invalid type: integer `3`, expected enum Choice at line 1 column 1"),
    ] {
        let (at, error) = refused::<Choice>(json);
        assert_eq!(at, pointer, "{json}: {error}");
        assert!(error.starts_with(message), "{json}: {error}");
        assert!(error.contains(" at line 1 column "), "{json}: {error}");
    }
}

#[test]
fn text_is_borrowed() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Borrowed<'a> {
        text: &'a str,
        #[serde(borrow)]
        either: Cow<'a, str>,
    }

    let json = r#"{"text": "a", "either": "b"}"#;
    let read: Borrowed<'_> = deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
    assert_eq!(read, Borrowed { text: "a", either: Cow::Borrowed("b") });
    assert!(matches!(read.either, Cow::Borrowed(_)));
}

#[test]
fn values_of_extensions_are_left_alone() {
    let json = r#"{"b":null,"a":[{"unit":null},[],{}]}"#;
    assert_eq!(serde_json::to_string(&read::<Value>(json).unwrap()).unwrap(), json);
    let (at, error) = refused::<Value>(r#"{"b":null,"a":[{"x":1,"x":2}]}"#);
    assert_eq!(at, "/a/0");
    assert_eq!(error, "duplicate key in an extension object at line 1 column 25");
}
