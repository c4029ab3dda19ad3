//! The layers of the crate: a module imports only modules that are listed before it, maps share their trees, and the
//! README is short.
#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

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
        .unwrap_or_else(|| panic!("`{module}` has no place in ORDER of tests/house/layers.rs"))
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

/// The code of a file, without documentation and without what is compiled for tests alone: tests may look upwards.
fn code_of(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a file");
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let indent = &line[..line.len() - line.trim_start().len()];
        if ["#[cfg(test)]", "#[cfg(feature = \"proptest\")]"].contains(&line.trim()) {
            let is_last = |line: &&str| {
                let is_outermost = line.starts_with(indent) && !line[indent.len()..].starts_with(' ');
                is_outermost && (line.ends_with(';') || line[indent.len()..].starts_with(['}', ']']))
            };
            lines.by_ref().find(is_last);
        } else if !["//", "#[doc"].iter().any(|words| line.trim_start().starts_with(words)) {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// The modules of the crate that some code names.
fn modules_in(code: &str) -> BTreeSet<&str> {
    let mut modules = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue; // in a macro, which names modules for those that use it
        }
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            modules.insert(first_name(rest));
            continue;
        };
        let (mut depth, mut start) = (1, 0);
        for (n, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => {
                    modules.insert(first_name(&group[start..n]));
                    start = n + 1;
                }
                _ => {}
            }
            if depth == 0 {
                modules.insert(first_name(&group[start..n]));
                break;
            }
        }
    }
    modules.remove("");
    modules
}

fn first_name(path: &str) -> &str {
    let path = path.trim_start();
    &path[..path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len())]
}

/// The module from which the root exports a name.
fn exported_from<'a>(root: &'a str, name: &str) -> Option<&'a str> {
    let exports = root.split(';').filter_map(|item| item.trim().strip_prefix("pub use "));
    let (from, _) = exports.filter_map(|export| export.split_once("::")).find(|(_, names)| {
        names.split(|c: char| !c.is_alphanumeric() && c != '_').any(|exported| exported == name)
    })?;
    Some(from)
}

#[test]
fn names_of_modules_are_found() {
    let code =
        "use crate::{Lang, date::{When, Year}};\nfn of() -> crate::figure::Decimal {}\n($crate::page::x)";
    assert_eq!(modules_in(code), ["Lang", "date", "figure"].into());
    assert_eq!(modules_in("use crate::{\n    text::Text,\n    id,\n};"), ["id", "text"].into());
}

#[test]
fn a_module_imports_only_what_stands_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let root = code_of(&src.join("lib.rs"));
    let mut wrong = BTreeSet::new();
    for path in all {
        let inside = path.strip_prefix(&src).expect("inside");
        let first = inside.components().next().expect("a component").as_os_str().to_string_lossy();
        let module = first.trim_end_matches(".rs").to_owned();
        if ["lib", "_docs"].contains(&module.as_str()) {
            continue;
        }
        for name in modules_in(&code_of(&path)) {
            let name = exported_from(&root, name).unwrap_or(name);
            let is_excepted = EXCEPTIONS.iter().any(|(from, to, _)| *from == module && *to == name);
            if name != module && row(name) > row(&module) && !is_excepted {
                wrong.insert(format!("{}: {name}", inside.display()));
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
    let has_own =
        |path: &PathBuf| !path.ends_with("tests.rs") && code_of(path).contains("alloc::collections");
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
    let lines = include_str!("../../README.md").lines().count();
    assert!(lines <= 100, "README.md has {lines} lines, 100 at most");
}
