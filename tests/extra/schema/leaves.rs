//! The patterns of texts against the functions that read them.

use std::collections::BTreeMap;

use kvalitetsmodel::document::Document;
use kvalitetsmodel::draft::{Form, Leaf, Record, Shape, shape};
use kvalitetsmodel::id::Id;
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Value, json};

use crate::{DOCUMENT, schema};

/// Every leaf of the format, by name.
fn leaves() -> BTreeMap<&'static str, &'static Leaf> {
    fn add(shape: &'static Shape, found: &mut BTreeMap<&'static str, &'static Leaf>) {
        let fields = |record: &'static Record, found: &mut _| {
            record.fields.iter().for_each(|field| add(field.shape, found));
        };
        match shape {
            Shape::Record(record) => fields(record, found),
            Shape::Choice(choice) => {
                choice
                    .variants
                    .iter()
                    .filter_map(|one| one.content)
                    .for_each(|content| fields(content, found));
            }
            Shape::List(items) => add(items, found),
            Shape::Leaf(leaf) => drop(found.insert(leaf.name, leaf)),
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    add(shape::<Document>(), &mut found);
    found
}

/// Texts that match the pattern, some with one character changed, and any texts.
fn texts(pattern: &str) -> BoxedStrategy<String> {
    let inside = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).unwrap_or(pattern);
    let matching = string_regex(inside).expect("a pattern").boxed();
    let changed = (matching.clone(), any::<prop::sample::Index>(), "[-0-9a-fA-FTZ.{} \u{a0}\u{85}]?".boxed());
    let changed = changed.prop_map(|(text, at, by)| {
        let mut chars: Vec<_> = text.chars().map(String::from).collect();
        if !chars.is_empty() {
            let at = at.index(chars.len());
            chars[at] = by;
        }
        chars.concat()
    });
    prop_oneof![3 => matching, 3 => changed, 1 => any::<String>(), 1 => "\\s{0,3}"].boxed()
}

/// What a pattern cannot say: see `exceptions.rs`.
fn is_excepted(leaf: &str, text: &str) -> bool {
    match leaf {
        "NaiveDate" | "PartialDate" => {
            text.starts_with("0000") || text.contains("-30") || text.contains("-31") || text.contains("-29")
        }
        "Decimal" => {
            text.bytes().filter(u8::is_ascii_digit).count() > 18
                || text.starts_with('-') && text.bytes().all(|byte| b"-0.".contains(&byte))
        }
        "SectionNumber" => text.split('.').any(|level| level.parse::<u16>().is_err()),
        _ => false,
    }
}

#[test]
fn a_pattern_matches_what_is_read() {
    let mut patterns = 0;
    for leaf in leaves().into_values() {
        let (Form::Text(check), Some(pattern)) = (leaf.form, leaf.pattern) else { continue };
        patterns += 1;
        let schema = jsonschema::validator_for(&json!({ "pattern": pattern })).expect("a schema");
        let config = ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() };
        proptest!(config, |(text in texts(pattern))| {
            let (is_read, matches) = (check(&text).is_none(), schema.is_valid(&Value::from(text.clone())));
            prop_assert!(matches || !is_read, "{} reads {text:?}", leaf.name);
            prop_assert!(is_read || !matches || is_excepted(leaf.name, &text), "{} refuses {text:?}", leaf.name);
        });
    }
    assert_eq!(patterns, 9);
}

#[test]
fn the_pattern_of_ids_matches_what_is_read() {
    let pattern = schema(DOCUMENT)["$defs"]["Id"]["pattern"].as_str().expect("a pattern").to_owned();
    let schema = jsonschema::validator_for(&json!({ "pattern": pattern })).expect("a schema");
    let config = ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(text in texts(&pattern))| {
        let is_read = text.parse::<Id<Document>>().is_ok();
        prop_assert_eq!(is_read, schema.is_valid(&Value::from(text.clone())), "{:?}", text);
    });
}
