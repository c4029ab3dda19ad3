//! What was done after the day on which the content was extracted (`DOC012`).

use kvalitetsmodel::{Context, Lang, codes, json};
use serde_json::json;

/// Where the rule finds something on 15 January 2024, and what it says.
fn found(meta: &serde_json::Value, done_on: &str) -> Vec<(String, String, String)> {
    let document = json!({
        "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
        "meta": meta,
        "content": { "agreement": {
            "id": "00000000-0000-4000-8000-000000000002",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000003", "supportTasks": [
                { "text": "kurser", "doneOn": done_on }, { "text": "sparring", "doneOn": "2022" },
            ] }],
        } },
    });
    let bundle = json!({
        "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000009",
        "content": { "bundle": { "id": "00000000-0000-4000-8000-00000000000a", "documents": [document] } },
    });
    let [alone, enclosed] = [document, bundle].map(|document| {
        let document = json::read(&document.to_string()).expect("a document");
        let report = document.check(&Context::new("2024-01-15".parse().expect("a day")));
        let findings = report.findings().iter().filter(|finding| finding.code() == codes::DOC012);
        let say = |lang| move |finding: &kvalitetsmodel::report::Finding| finding.message(lang);
        findings.map(|one| (one.at().to_string(), say(Lang::Da)(one), say(Lang::En)(one))).collect::<Vec<_>>()
    });
    let places = enclosed.iter().map(|(at, da, en)| {
        let at = at.strip_prefix("/content/bundle/documents/0").expect("a place in the document");
        (at.to_owned(), da.clone(), en.clone())
    });
    assert_eq!(places.collect::<Vec<_>>(), alone, "in a bundle, too");
    alone
}

#[test]
fn what_was_done_after_the_extraction_is_told_once_at_the_document() {
    let extracted = |day: &str| json!({ "extractedAt": day });
    // On the day, in a month that had begun, without a day, only after the day of the check, and extracted after it.
    assert_eq!(found(&extracted("2023-06-15"), "2023-06-15"), []);
    assert_eq!(found(&extracted("2023-06-15"), "2023-06"), []);
    assert_eq!(found(&json!({}), "2023-11"), []);
    assert_eq!(found(&extracted("2023-06-15"), "2024-02"), []);
    assert_eq!(found(&extracted("2024-06-15"), "2024-01-15"), []);
    let finding = |da: &str, en: &str| [("/meta/extractedAt".to_owned(), da.to_owned(), en.to_owned())];
    assert_eq!(
        found(&extracted("2023-06-15"), "2023-11"),
        finding(
            "indholdet er trukket ud 15. juni 2023, men noget i det står som udført i november 2023",
            "the content was extracted on 15 June 2023, but something in it is recorded as done in November 2023",
        ),
    );
    // If there are several, the latest.
    assert_eq!(
        found(&extracted("2021-12-31"), "2022-05-02"),
        finding(
            "indholdet er trukket ud 31. december 2021, men noget i det står som udført 2. maj 2022",
            "the content was extracted on 31 December 2021, but something in it is recorded as done on 2 May 2022",
        ),
    );
}

#[test]
fn a_source_document_is_not_dated_after_the_extraction() {
    let from = |day: &str, date: &str| json!({ "extractedAt": day, "sourceDocument": { "date": date } });
    // On the day, in a month that had begun, and without one of the two days.
    assert_eq!(found(&from("2023-06-15", "2023-06-15"), "2023"), []);
    assert_eq!(found(&from("2023-06-15", "2023-06"), "2023"), []);
    assert_eq!(found(&json!({ "sourceDocument": { "date": "2024-06" } }), "2023"), []);
    assert_eq!(found(&json!({ "extractedAt": "2023-06-15", "sourceDocument": {} }), "2023"), []);
    assert_eq!(
        found(&from("2023-06-15", "2023-06-16"), "2023"),
        [(
            "/meta/sourceDocument/date".to_owned(),
            "kildedokumentet er dateret 16. juni 2023, men indholdet er trukket ud forinden, 15. juni 2023".to_owned(),
            "the source document is dated 16 June 2023, but the content had been extracted before, on 15 June 2023".to_owned(),
        )],
    );
}
