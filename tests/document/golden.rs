//! Documents of version 1, byte by byte. They stay readable for as long as the format has this version.

use std::collections::BTreeSet;

use kvalitetsmodel::{Context, document::Content, json, report::Profile};
use serde_json::Value as Json;

use super::{files, parent, text_of};

#[test]
fn golden_documents_are_read_checked_and_written_the_same() {
    for path in files("v1", "json") {
        let name = path.display();
        let text = text_of(&path);
        let document = json::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(json::write(&document).unwrap(), text, "{name}");

        let tree: Json = serde_json::from_str(&text).unwrap();
        let context = Context::new("2024-01-15".parse().unwrap());
        for finding in document.check(&context).findings() {
            let at = finding.at();
            assert!(at.is_within(&format!("/content/{}", document.content().kind())), "{name}: {at}");
            assert!(tree.pointer(parent(at.as_str())).is_some(), "{name}: {at}");
        }
    }
}

#[test]
fn golden_final_documents_keep_what_they_claim() {
    let mut finals = 0;
    for path in files("v1", "json") {
        let document = json::read(&text_of(&path)).unwrap();
        if let Some(stamp) = document.claimed_stamp() {
            finals += 1;
            let mut profile =
                Profile::named(stamp.profile().to_owned()).with_figures(stamp.figures().clone());
            for off in stamp.switched_off() {
                profile = profile.without(off.code, off.reason.clone());
            }
            let mut context = Context::new(stamp.as_of()).with_profile(profile);
            for suppression in stamp.suppressed() {
                context = context.with_suppression(suppression.clone());
            }
            let report = document.check(&context);
            assert!(!report.rejects(), "{}: {report:#?}", path.display());
        }
    }
    assert!(finals > 0);
}

#[test]
fn every_kind_has_a_golden_document() {
    let kinds: BTreeSet<_> = files("v1", "json")
        .iter()
        .map(|path| json::read(&text_of(path)).unwrap().content().kind().to_owned())
        .collect();
    let without: Vec<_> = Content::KINDS.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(without.is_empty(), "add a document to tests/documents/v1 for {without:?}");
}
