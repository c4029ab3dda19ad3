//! The exchange format: what is written is read, and what is refused is refused with its place.
#![cfg(feature = "proptest")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test may fail loudly, and so may what it is made of"
)]

#[path = "../common/roskildehjemmet.rs"]
mod agreement;
mod bundle;
mod civil_numbers;
mod envelope;
mod external_evaluations;
mod external_ids;
mod extracted;
mod faults;
mod golden;
mod helpful;
mod lenient;
mod limits;
mod lines;
mod records;
mod refused;
mod roskildehjemmet;
mod years;

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

/// A folder under `tests/documents`.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

/// The files of a folder under `tests/documents` with that extension, in order.
fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = folder(name).read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == ending));
    files.sort();
    assert!(!files.is_empty());
    files
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The pointer to the value around this one.
fn parent(pointer: &str) -> &str {
    pointer.rsplit_once('/').expect("not the whole document").0
}

/// Every member of an object in `json`: the pointer to the object, and the key.
fn members(json: &Json, at: &str, found: &mut Vec<(String, String)>) {
    match json {
        Json::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                members(value, &format!("{at}/{n}"), found);
            }
        }
        Json::Object(entries) => {
            for (key, value) in entries {
                found.push((at.to_owned(), key.clone()));
                let step = key.replace('~', "~0").replace('/', "~1");
                members(value, &format!("{at}/{step}"), found);
            }
        }
        _ => {}
    }
}
