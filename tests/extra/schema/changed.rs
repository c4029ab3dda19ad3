//! Documents with changes of structure: schema and reader must judge each of them alike.

use std::cell::RefCell;
use std::collections::BTreeMap;

use kvalitetsmodel::document::Document;
use kvalitetsmodel::{json, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use crate::{DOCUMENT, errors, files, note, text_of, validator};

/// The kinds of changes, each tried at one place of a document. A change that does not fit a place returns `None`.
const CHANGES: &[(&str, fn(&Value, usize) -> Option<Value>)] = &[
    ("a key is renamed", |value, n| {
        let (mut members, key) = with_key(value, n)?;
        let inside = members.remove(&key)?;
        members.insert(format!("{key}s"), inside);
        Some(Value::Object(members))
    }),
    ("a key is added", |value, n| {
        let mut members = value.as_object()?.clone();
        members.insert(["id", "$ref", "", "name"][n % 4].to_owned(), Value::from("x"));
        Some(Value::Object(members))
    }),
    ("a key is removed", |value, n| {
        let (mut members, key) = with_key(value, n)?;
        members.remove(&key);
        Some(Value::Object(members))
    }),
    ("a value is set to null", |_, _| Some(Value::Null)),
    ("a value has another type", |_, n| {
        let all = [json!(true), json!(7), json!(-1), json!(1.5), json!("x"), json!(""), json!([]), json!({})];
        all.get(n % 8).cloned()
    }),
    ("an object stands for a word", |value, n| {
        let word = value.as_str()?;
        let inside = [json!({}), Value::Null, json!("x")][n % 3].clone();
        Some(json!({ word: inside }))
    }),
    ("a word stands for an object", |value, n| {
        let (_, key) = with_key(value, n)?;
        Some(Value::from(key))
    }),
    ("an array stands for an object", |value, _| {
        Some(Value::Array(value.as_object()?.values().cloned().collect()))
    }),
    ("a word is replaced", |value, n| {
        let word = value.as_str()?;
        Some(Value::from([format!("{word}s"), word.to_uppercase(), format!(" {word}")][n % 3].clone()))
    }),
    ("a number is replaced", |value, n| {
        value.as_number()?;
        let all = [json!(256), json!(65_536), json!(4_294_967_296_u64), json!(-1), json!(1.5), json!(1e300)];
        all.get(n % 6).cloned()
    }),
    ("a value is nested one level deeper", |value, n| {
        Some([json!([value]), json!({ "value": value }), json!({ "other": value })][n % 3].clone())
    }),
    ("a value is nested one level less deep", |value, n| match value {
        Value::Array(items) if !items.is_empty() => items.get(n % items.len()).cloned(),
        Value::Object(_) => with_key(value, n).and_then(|(members, key)| members.get(&key).cloned()),
        _ => None,
    }),
    ("a list has an item that does not belong", |value, n| {
        let mut items = value.as_array()?.clone();
        items.push([Value::Null, json!({}), json!("x"), json!([])][n % 4].clone());
        Some(Value::Array(items))
    }),
];

/// The members of an object, and the key of one of them.
fn with_key(value: &Value, n: usize) -> Option<(Map<String, Value>, String)> {
    let members = value.as_object().filter(|members| !members.is_empty())?;
    let key = members.keys().nth(n % members.len())?.clone();
    Some((members.clone(), key))
}

/// The places in a value, itself first.
fn places(value: &Value) -> Vec<String> {
    fn add(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(members) => members.iter().for_each(|(key, value)| {
                add(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(n, value)| add(value, &format!("{at}/{n}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    add(value, "", &mut found);
    found
}

/// A document in which one place was changed, and how.
fn changed(document: &Value, at: Index, kind: Index, n: usize) -> Option<(&'static str, Value)> {
    let places = places(document);
    let mut document = document.clone();
    let (name, change) = kind.get(CHANGES);
    let place = document.pointer_mut(&places[at.index(places.len())])?;
    let now = change(place, n)?;
    if *place == now {
        return None;
    }
    *place = now;
    Some((name, document))
}

#[test]
fn a_change_of_structure_is_judged_alike() {
    let schema = validator(DOCUMENT);
    let golden = files("tests/documents/v1", "json").into_iter().map(|path| text_of(&path));
    let golden: Vec<Value> = golden.map(|text| serde_json::from_str(&text).expect("JSON")).collect();
    let written = strategy::any::<Document>().prop_map(|document| {
        serde_json::from_str(&json::write(&document).expect("a document")).expect("JSON")
    });
    let documents = prop_oneof![prop::sample::select(golden), written];
    let place = (any::<Index>(), any::<Index>(), 0..60_usize);
    let refused = RefCell::new(CHANGES.iter().map(|(name, _)| (*name, 0_u32)).collect::<BTreeMap<_, _>>());
    let config = ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        max_global_rejects: 40_000,
        ..ProptestConfig::default()
    };
    proptest!(config, |(document in documents, (at, kind, n) in place)| {
        let found = changed(&document, at, kind, n);
        prop_assume!(found.is_some());
        let (name, now) = found.expect("assumed");
        let read = json::read(&now.to_string());
        let is_valid = schema.is_valid(&now);
        prop_assert_eq!(read.is_ok(), is_valid, "{}\n{}\n{:?}\n{:?}", name, now, &read, errors(&schema, &now));
        note(is_valid, DOCUMENT, &now);
        if !is_valid {
            *refused.borrow_mut().entry(name).or_default() += 1;
        }
    });
    let refused = refused.into_inner();
    let never: Vec<_> = refused.iter().filter(|(_, times)| **times < 5).collect();
    assert!(never.is_empty(), "changes that were hardly refused: {never:?}");
}
