//! Everything that is wrong with a text is found, and nothing else.

use std::path::Path;

use kvalitetsmodel::document::Document;
use kvalitetsmodel::document::FaultKind;
use kvalitetsmodel::json;
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};

use super::{files, text_of};

#[test]
fn every_prefix_of_a_golden_document_is_one_fault_with_its_position() {
    std::thread::scope(|scope| {
        for path in files("v1", "json") {
            scope.spawn(move || assert_each_prefix_is_one_fault(&path));
        }
    });
}

/// Short documents are read up to each letter, longer ones up to about 200 places: what each costs grows with the length.
fn assert_each_prefix_is_one_fault(path: &Path) {
    let text = text_of(path);
    let whole = text.trim_end().len();
    let step = 1 + whole / 200;
    for end in text.char_indices().map(|(at, _)| at).take_while(|at| *at < whole).step_by(step) {
        let prefix = text.get(..end).unwrap();
        let error = json::read(prefix).unwrap_err();
        assert_eq!(error.faults().len(), 1, "{} to {end}: {error}", path.display());
        let fault = error.faults().first().unwrap();
        assert_eq!(fault.kind, FaultKind::Syntax, "{} to {end}: {error}", path.display());
        let last = prefix.split('\n').next_back().unwrap();
        let place = (prefix.split('\n').count(), last.chars().count() + 1);
        assert_eq!((fault.line, fault.column), place, "{} to {end}: {error}", path.display());
    }
}

/// A fault that is planted, and where it is found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Planted {
    pointer: String,
    kind: FaultKind,
}

/// Every place in `json` where a fault can be planted, outside the extensions.
pub(super) fn places(json: &Json, at: &str, found: &mut Vec<String>) {
    // In the document, or in one of a bundle.
    let (_, bundled) = at.rsplit_once("/documents/").unwrap_or_default();
    let inside = bundled.find('/').and_then(|end| bundled.get(end..)).unwrap_or(at);
    if ["/$schema", "/extensions", "/format", "/status", "/validation"].contains(&inside) {
        return;
    }
    found.push(at.to_owned());
    match json {
        Json::Object(members) => {
            members.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| places(item, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}

/// Is it a record, and not the single key of a choice?
fn is_record(json: &Json, at: &str) -> bool {
    let keys = json.pointer(at).and_then(Json::as_object).map_or(0, serde_json::Map::len);
    json.pointer(at).is_some_and(|object| object.get("id").is_some()) || at.is_empty() || keys > 1
}

/// Plants a fault at `at` if one of that sort can be there.
pub(super) fn plant(json: &mut Json, at: &str, sort: usize) -> Option<Planted> {
    let record = is_record(json, at);
    let planted = |kind| Some(Planted { pointer: at.to_owned(), kind });
    let value = json.pointer_mut(at)?;
    match (sort, &mut *value) {
        (0, Json::Object(members)) if record => {
            members.insert("zzUnknownField".into(), json!([1]));
            planted(FaultKind::UnknownField)
        }
        // The id of an occasion is optional.
        (1, Json::Object(members)) if record && !at.is_empty() && !at.contains("/occasion/") => {
            members.remove("id").filter(Json::is_string)?;
            planted(FaultKind::MissingField)
        }
        (2, Json::Object(members)) if record => {
            let key = members.keys().next()?.clone();
            let value = members[&key].clone();
            // Written as a second `key`; see `text`.
            members.insert(format!("zzSecond:{key}"), value);
            planted(FaultKind::RepeatedField)
        }
        (3, Json::Object(_)) => {
            *value = json!([1, {}]);
            planted(FaultKind::WrongType)
        }
        (3, Json::Array(_)) => {
            *value = json!("zz");
            planted(FaultKind::WrongType)
        }
        (3, Json::String(_) | Json::Bool(_) | Json::Number(_)) => {
            *value = json!([]);
            planted(FaultKind::WrongType)
        }
        _ => None,
    }
}

pub(super) fn text(json: &Json) -> String {
    json.to_string().replace("\"zzSecond:", "\"")
}

proptest! {
    #[test]
    fn every_planted_fault_is_found(
        document in strategy::any::<Document>(),
        wishes in prop::collection::vec((any::<Index>(), 0..4_usize), 1..=5),
    ) {
        let mut json = serde_json::to_value(&document)?;
        let mut all = Vec::new();
        places(&json, "", &mut all);
        let mut planted: Vec<Planted> = Vec::new();
        for (place, sort) in wishes {
            let at = place.get(&all);
            // A fault in a value that is wrong as a whole cannot be found.
            let apart = |other: &Planted| {
                let inside = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
                !inside(at, &other.pointer) && !inside(&other.pointer, at)
            };
            if planted.iter().all(apart) {
                planted.extend(plant(&mut json, at, sort));
            }
        }
        prop_assume!(!planted.is_empty());
        let text = text(&json);
        let error = json::read(&text).expect_err("a fault is planted");
        let mut found: Vec<_> = error
            .faults()
            .iter()
            .map(|fault| Planted { pointer: fault.pointer.to_string(), kind: fault.kind })
            .collect();
        planted.sort();
        found.sort();
        prop_assert_eq!(found, planted, "{}", text);
        prop_assert_eq!(error.more(), 0);
        prop_assert!(serde_json::from_str::<Document>(&text).is_err());
    }
}

/// Six faults of different kinds.
const SIX: &str = include_str!("../documents/faults/six.json");

#[test]
fn six_faults_are_six_lines_of_danish() {
    use FaultKind::{InvalidValue, MissingField, RepeatedField, UnknownField, UnknownWord, WrongType};
    let error = json::read(SIX).unwrap_err();
    let message = format!("{}\n", error.message(Lang::Da));
    let beside = super::folder("faults").join("six.da.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&beside, &message).unwrap();
    }
    assert_eq!(message, text_of(&beside), "if this is intended: bash .ci/bless");
    let kinds: Vec<_> = error.faults().iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [UnknownField, WrongType, InvalidValue, MissingField, UnknownWord, RepeatedField]);
}

#[test]
fn a_fault_is_data_for_programs() {
    let error = json::read(SIX).unwrap_err();
    let written = serde_json::to_value(&error).unwrap();
    let first = &written["faults"][0];
    assert_eq!(first["kind"], "unknownField");
    assert_eq!((&first["line"], &first["column"]), (&json!(8), &json!(7)));
    assert_eq!(first["pointer"], "/content/agreement");
    assert_eq!(first["nearest"], "year");
    assert!(first["message"]["da"].as_str().unwrap().starts_with("ukendt felt `yaer`; mente du `year`?"));
    assert_eq!(written["more"], 0);
}
