//! Golden pages, byte by byte.

use std::path::{Path, PathBuf};

use kvalitetsmodel::page::Page;
use kvalitetsmodel::{Lang, json};

use super::context;

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file")
}

/// The page as a file of that name shows it: `series.en.md` is English and Markdown.
fn written(page: Page<'_>, name: &str) -> String {
    let page = page.with_lang(if name.contains(".en.") { Lang::En } else { Lang::Da });
    match name.rsplit('.').next() {
        Some("md") => page.markdown().to_string(),
        Some("html") => page.html().to_string(),
        _ => page.text().to_string(),
    }
}

/// Compares a page with its golden files, or writes these if `BLESS` is set.
pub(crate) fn compare(page: Page<'_>, names: &[&str]) {
    for name in names {
        compare_written(name, &written(page, name));
    }
}

/// The text without what the pictures in it draw.
pub(crate) fn without_pictures(html: &str) -> String {
    let mut rest = html;
    let mut out = String::new();
    while let Some((before, picture)) = rest.split_once("<svg ") {
        out.push_str(before);
        rest = picture.split_once("</svg>").map_or("", |(_, after)| after);
        out.push_str("<svg/>");
    }
    out + rest
}

/// Compares a page that has pictures, without what these draw: `tests/pictures` covers that.
pub(crate) fn compare_with_pictures(page: Page<'_>, name: &str) {
    if cfg!(feature = "plot") {
        compare_written(name, &without_pictures(&written(page, name)));
    }
}

/// Compares what was written with a golden file, or writes this if `BLESS` is set.
fn compare_written(name: &str, now: &str) {
    let path = folder("tests/pages").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, now).expect("written");
    } else {
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(now, golden, "{name} is not what the page shows now: bash .ci/bless");
    }
}

/// Compares the pages about a document.
fn compare_document(path: &Path, day: &str, names: &[&str]) {
    let document = json::read(&read(path)).expect("a document");
    let context = context(day);
    let report = document.check(&context);
    compare(Page::of(&document, &report), names);
}

#[test]
fn the_agreement_of_roskildehjemmet() {
    let names = ["da.txt", "en.txt", "da.md", "en.md", "da.html", "en.html"];
    let names = names.map(|name| format!("roskildehjemmet.{name}"));
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    compare_document(&folder("examples/data/roskildehjemmet-2024.json"), "2024-01-09", &names);
}

#[test]
fn a_community_half_a_year_on() {
    let names = ["community.da.txt", "community.en.md", "community.da.html"];
    compare_document(&folder("tests/pages/community.json"), "2024-07-01", &names);
}

#[test]
fn the_plan_of_aarhus() {
    let names = ["aarhus.da.txt", "aarhus.en.md"];
    compare_document(&folder("examples/data/aarhus-2017.json"), "2017-10-01", &names);
}

#[test]
fn the_plan_of_erantis() {
    compare_document(
        &folder("examples/data/erantis.json"),
        "2022-01-15",
        &["erantis.da.txt", "erantis.en.md"],
    );
}

#[test]
fn the_external_evaluation_of_guldblommevej() {
    let path = folder("examples/data/external-evaluations/2012-guldblommevej.json");
    compare_document(&path, "2014-06-01", &["guldblommevej.da.txt", "guldblommevej.en.md"]);
}

#[test]
fn a_series_with_notes_and_gaps() {
    let names = ["series.en.txt", "series.da.md"];
    compare_document(&folder("tests/pages/series.json"), "2024-07-01", &names);
}

#[test]
fn a_text_that_is_no_document() {
    let error = json::read(&read(&folder("tests/documents/faults/six.json"))).expect_err("six faults");
    compare(
        Page::of_read_error(&error).with_name("six.json"),
        &["faults.da.txt", "faults.en.md", "faults.en.html"],
    );
}
