//! The fictitious year of `examples/data/fictitious-year`.

use kvalitetsmodel::Context;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::json;
use kvalitetsmodel::report::StoredReport;
use kvalitetsmodel::text::Text;

use super::golden::{folder, read};

pub(crate) const DAY: &str = "2025-12-09";

/// The documents of 2025, in the order of the bundle.
pub(crate) fn documents() -> Vec<Document> {
    let Content::Bundle(bundle) = document("bundle").into_content() else { panic!("a bundle") };
    bundle.documents.iter().map(|one| one.document().clone()).collect()
}

pub(crate) fn document(name: &str) -> Document {
    json::read(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn text(name: &str) -> String {
    read(&folder("examples/data/fictitious-year").join(format!("{name}.json")))
}

pub(crate) fn stored(document: &Document, context: &Context) -> StoredReport {
    let text = serde_json::to_string(&document.check(context).compact()).expect("JSON");
    serde_json::from_str(&text).expect("a stored report")
}

/// The names of the files, without the bundle.
fn names() -> Vec<String> {
    let files = folder("examples/data/fictitious-year").read_dir().expect("a folder");
    let names = files.filter_map(|file| {
        let name = file.expect("a file").file_name().into_string().expect("UTF-8");
        name.strip_suffix(".json").map(String::from)
    });
    let mut names: Vec<String> = names.filter(|name| name != "bundle").collect();
    names.sort();
    names
}

#[test]
fn the_bundle_holds_the_documents_of_the_year() {
    let bundled = documents();
    let alone: Vec<Document> = names().iter().map(|name| document(name)).collect();
    let (in_bundle, others): (Vec<&Document>, Vec<&Document>) =
        alone.iter().partition(|one| bundled.contains(one));
    assert_eq!(in_bundle.len(), bundled.len());
    let ids: Vec<_> = others.iter().map(|one| one.id()).collect();
    assert_eq!(ids, [document("agreement-2024").id()], "last year is not of this year");
}

#[test]
fn each_document_says_that_it_is_made_up() {
    for name in names().iter().map(String::as_str).chain(["bundle"]) {
        let document = document(name);
        let source = document.meta().and_then(|meta| meta.source_document.as_ref());
        let title = source.and_then(|source| source.title.as_ref()).map(Text::as_str);
        assert!(title.is_some_and(|title| title.starts_with("Opdigtet eksempel: ")), "{name}: {title:?}");
    }
}

/// What the check finds is what the year is meant to show.
#[test]
fn a_few_things_are_found() {
    let report = document("bundle").check(&super::context(DAY));
    let codes: Vec<String> = report.matters().iter().map(|one| one.first().code().to_string()).collect();
    let found = [
        "AGR060", "AGR025", "TAR002", "AGR036", "AGR022", "GOL014", "GOL014", "GOL005", "GOL008", "AUD002",
        "AUD007",
    ];
    assert_eq!(codes, found);
    assert_eq!(document("agreement-2024").check(&super::context("2025-01-10")).summary().errors, 0);
}
