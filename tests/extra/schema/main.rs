//! The schemas of `docs/schema` against the reader: what one accepts, the other does.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::type_complexity,
    reason = "a test may fail loudly"
)]

mod changed;
mod documents;
#[path = "../../house/format/exceptions.rs"]
mod exceptions;
mod exports;
mod leaves;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jsonschema::{Registry, Validator};
use kvalitetsmodel::document::Content;
use serde_json::Value;

/// The schema of a document of any kind.
const DOCUMENT: &str = "document";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder that end like this, in order.
fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let entries = folder(name).read_dir().expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == ending));
    files.sort();
    assert!(!files.is_empty());
    files
}

fn schema(name: &str) -> Value {
    let text = text_of(&folder("docs/schema").join(format!("{name}.json")));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The schema of that name. References lead to files in the same folder.
fn validator(name: &str) -> Validator {
    validator_with(name, |schema| schema)
}

/// The schema of that name, and those that it refers to, each with a change.
fn validator_with(name: &str, change: impl Fn(Value) -> Value) -> Validator {
    let uri = |name: &str| format!("file:///schema/{name}.json");
    let shared = [DOCUMENT, "report"].map(|name| (uri(name), change(schema(name))));
    let registry = Registry::new().extend(shared).expect("resources").prepare().expect("a registry");
    let options = jsonschema::options().with_registry(&registry).with_base_uri(uri(name));
    options.build(&change(schema(name))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The kinds of documents, each with its schema.
fn of_kinds() -> Vec<(&'static str, Validator)> {
    Content::KINDS.iter().map(|kind| (*kind, validator(kind))).collect()
}

/// What a validator says, if it says anything.
fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Appends a value with its verdict to the file that `SCHEMA_LINES` names, for another validator to judge.
fn note(verdict: bool, schema: &str, value: &Value) {
    if let Some(path) = std::env::var_os("SCHEMA_LINES") {
        let mut file = OpenOptions::new().create(true).append(true).open(path).expect("a file");
        file.write_all(format!("{verdict}\t{schema}\t{value}\n").as_bytes()).expect("written");
    }
}

#[test]
fn every_schema_is_one() {
    for path in files("docs/schema", "json") {
        let schema: Value = serde_json::from_str(&text_of(&path)).expect("JSON");
        assert!(jsonschema::meta::is_valid(&schema), "{}", path.display());
    }
}
