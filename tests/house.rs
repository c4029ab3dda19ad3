//! The layers of the crate: a module imports only modules that are listed before it, maps share their trees, and the
//! README is short.
#![expect(clippy::panic, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The modules, the lowest first. Those in one row may import each other.
const ORDER: &[&[&str]] = &[
    &["text", "id", "section", "codes", "date", "figure", "answers"],
    &["draft", "rule", "report", "sorted", "keyed"],
    &["body"],
    &["organisation"],
    &["model"],
    &["measurement"],
    &["target_figure"],
    &["aim"],
    &["cycle"],
    &["community"],
    &["duty"],
    &["agreement"],
    &["assessment"],
    &["goal"],
    &["audit"],
    &["project"],
    &["circle"],
    &["evaluation"],
    &["plan"],
    &["chart"],
    &["series"],
    &["table"],
    &["catalogue"],
    &["document", "bundle"],
    &["agenda"],
    &["changes"],
    &["json"],
    &["page"],
    &["strategy"],
];

/// Why a module may import one that is listed later.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("date", "draft", "declares `When`, a choice, and says how a day is read"),
    ("date", "body", "`When` refers to a body by its id"),
    ("body", "assessment", "what rests on a state assessment refers to it by its id"),
    ("report", "agreement", "a profile names kinds of support tasks"),
];

fn row(module: &str) -> usize {
    ORDER
        .iter()
        .position(|row| row.contains(&module))
        .unwrap_or_else(|| panic!("`{module}` has no place in ORDER of tests/house.rs"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn a_module_imports_only_what_stands_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    // What the root exports comes from these.
    let root =
        [("Lang", "text"), ("Context", "report"), ("Valid", "report"), ("check", "rule"), ("Draft", "draft")];
    let mut wrong = BTreeSet::new();
    for path in all {
        let inside = path.strip_prefix(&src).expect("inside");
        let first = inside.components().next().expect("a component").as_os_str().to_string_lossy();
        let module = first.trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a file");
        // Tests may look upwards.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().map(str::trim).filter(|line| line.starts_with("use crate::")) {
            let names = line.trim_start_matches("use crate::").trim_end_matches(';');
            let names = names.strip_prefix('{').and_then(|names| names.strip_suffix('}')).unwrap_or(names);
            let parts: Vec<_> =
                if line.contains("crate::{") { names.split(", ").collect() } else { vec![names] };
            for part in parts {
                let name = part.split("::").next().unwrap_or_default();
                let name =
                    root.iter().find(|(exported, _)| *exported == name).map_or(name, |(_, from)| *from);
                let is_excepted = EXCEPTIONS.iter().any(|(from, to, _)| *from == module && *to == name);
                if name != module && row(name) > row(&module) && !is_excepted {
                    wrong.insert(format!("{}: {line}", inside.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports of what is listed later: {wrong:#?}");
}

/// The trees of the standard library are compiled for each type.
#[test]
fn maps_and_sets_share_their_trees() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let has_own = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        !path.ends_with("tests.rs") && code.lines().any(|line| line.starts_with("use alloc::collections::"))
    };
    let mut own: Vec<_> = all.iter().filter(|path| has_own(path)).collect();
    own.sort();
    // One is returned to the caller.
    assert_eq!(
        own,
        [&src.join("goal/count.rs"), &src.join("keyed.rs")],
        "`Keyed` of src/keyed.rs, or a sorted list"
    );
}

#[test]
fn the_readme_has_at_most_100_lines() {
    let lines = include_str!("../README.md").lines().count();
    assert!(lines <= 100, "README.md has {lines} lines, 100 at most");
}
