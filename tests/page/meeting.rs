//! The page for a dialogue meeting.

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::page::{Page, ServiceStatus};
use kvalitetsmodel::{Context, Lang};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::context;
use super::golden::{compare, compare_written};
use super::year::{DAY, document, documents, stored};

fn last_year() -> DevelopmentAgreement {
    match document("agreement-2024").into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("{}", other.kind()),
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

#[test]
fn the_made_up_year() {
    let documents = documents();
    let june = context("2025-06-18");
    let stored: Vec<_> = documents
        .iter()
        .map(|document| {
            let mut content = document.content().clone();
            if let Content::Duties(duties) = &mut content {
                duties.building_review = None;
            }
            stored(&Document::draft(document.id(), content), &june)
        })
        .collect();
    let last_year = last_year();
    let status = ServiceStatus::of(&documents, &context(DAY)).since(&stored).since_agreement(&last_year);
    let page = Page::of_dialogue_meeting(&status);
    compare(page, &["meeting.da.txt", "meeting.en.md", "meeting.en.txt"]);
    if cfg!(feature = "plot") {
        compare_written("meeting.da.html", &without_pictures(&page.html().to_string()));
    }
}

#[test]
fn a_bundle_is_its_documents() {
    let (documents, bundle) = (documents(), document("bundle"));
    let targets = |status: &ServiceStatus<'_>| {
        let page = Page::of_dialogue_meeting(status).lang(Lang::En).text().to_string();
        let (targets, _) = page.split_once("\nTasks and deadlines\n").expect("tasks");
        String::from(targets)
    };
    let alone = ServiceStatus::of(&documents, &context(DAY));
    let bundled = ServiceStatus::of([&bundle], &context(DAY));
    assert_eq!(targets(&bundled), targets(&alone));
}

#[cfg(feature = "plot")]
#[test]
fn each_chart_is_drawn_twice_and_told_once() {
    let documents = documents();
    let status = ServiceStatus::of(&documents, &context(DAY));
    let html = Page::of_dialogue_meeting(&status).html_fragment().to_string();
    assert_eq!(html.matches("<svg ").count(), 2);
    assert_eq!(html.matches("<div hidden>").count(), 1);
    // The words of the chart are the description of the pictures, and no paragraph.
    assert_eq!(html.matches("Seriediagram med 24 målinger").count(), 2);
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "two elements with one id: {ids:?}");
}

/// An agreement with one target figure, and what is measured of it.
fn page_of(target: &str, measurement: &str, day: &str) -> String {
    let agreement = format!(
        r#"{{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2025,
            "service": {{ "id": "00000000-0000-4000-8000-000000000002", "name": "Engtoften" }},
            "focusAreas": [{{
                "id": "00000000-0000-4000-8000-000000000003",
                "targets": [{{
                    "id": "00000000-0000-4000-8000-000000000004", "topic": "falls",
                    "indicator": {{ "id": "00000000-0000-4000-8000-000000000005", "statement": "Falls" }}
                    {target}
                }}]
            }}]
        }}"#
    );
    let agreement: DevelopmentAgreement = serde_json::from_str(&agreement).expect("an agreement");
    let mut documents = vec![Document::draft(Id::from_u128(6), agreement)];
    if !measurement.is_empty() {
        let measurement = format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000007", "indicator": "00000000-0000-4000-8000-000000000005",
                "reportingUnit": {{ "service": {{ "id": "00000000-0000-4000-8000-000000000002" }} }},
                "period": {{ "start": "2025-01-01", "end": "2025-06-30" }}, {measurement}
            }}"#
        );
        let measurement: kvalitetsmodel::measurement::Measurement =
            serde_json::from_str(&measurement).expect("a measurement");
        documents.push(Document::draft(Id::from_u128(8), measurement));
    }
    let status = ServiceStatus::of(&documents, &context(day));
    let page = Page::of_dialogue_meeting(&status).lang(Lang::En).text().to_string();
    let (_, page) = page.split_once("Target figures: ").expect("a head");
    page.split("\n\n").take(2).collect::<Vec<_>>().join("\n")
}

const COMPLETE: &str = r#", "direction": "atMost", "value": "10", "unit": "count",
    "population": { "description": "citizens" }, "dataSource": "the log", "measuredAt": { "date": { "on": "2025-H1" } }"#;

#[test]
fn a_target_figure_stands_in_one_of_six_ways() {
    let day = "2025-08-01";
    let count = |n: u32| format!(r#""observed": {{ "count": {{ "count": {n} }} }}"#);
    assert_eq!(
        page_of(COMPLETE, &count(11), day),
        "1 not met.\n\
         Target figures that are not met\n-------------------------------\n\
         Falls: at most 10\n  Measured: 11, first half of 2025"
    );
    assert_eq!(
        page_of(COMPLETE, &count(10), day),
        "1 met.\n\
         Target figures that are met\n---------------------------\n\
         Falls: at most 10\n  Measured: 10, first half of 2025"
    );
    assert_eq!(
        page_of(COMPLETE, r#""noResult": { "suppressed": {} }"#, day),
        "1 not assessable.\n\
         Target figures that cannot be assessed\n--------------------------------------\n\
         Falls: at most 10\n  Measuring time: first half of 2025\n  \
         Why:            A result is suppressed to protect anonymity"
    );
    assert_eq!(
        page_of(COMPLETE, "", day),
        "1 not reported.\n\
         Target figures that are not reported\n------------------------------------\n\
         Falls: at most 10\n  Measuring time: first half of 2025"
    );
    assert_eq!(
        page_of(COMPLETE, "", "2025-06-30"),
        "1 measured later.\n\
         Target figures that are measured later\n--------------------------------------\n\
         Falls: at most 10\n  Measuring time: first half of 2025"
    );
    assert_eq!(
        page_of(r#", "state": "toBeAgreed""#, "", day),
        "1 to be agreed.\n\
         Target figures that are to be agreed\n------------------------------------\n\
         Falls"
    );
}

#[test]
fn a_measurement_that_does_not_count_is_told() {
    let november = COMPLETE.replace("2025-H1", "2025-11");
    assert_eq!(
        page_of(&november, r#""observed": { "count": { "count": 3 } }"#, "2025-12-01"),
        "1 not reported.\n\
         Target figures that are not reported\n------------------------------------\n\
         Falls: at most 10\n  Measuring time: November 2025\n  \
         Not counted:    1 measurement: the measurement lies outside the measuring time"
    );
}

#[test]
fn a_verdict_in_the_document_is_told_where_the_measurements_say_another() {
    let target = format!(r#"{COMPLETE}, "state": "met""#);
    let page = page_of(&target, r#""observed": { "count": { "count": 11 } }"#, "2025-08-01");
    assert!(page.contains("\n  Measured:        11,"), "{page}");
    assert!(page.ends_with("\n  In the document: met"), "{page}");
}

/// Every text that people wrote, in a document as JSON.
fn replace_texts(value: &mut Value, text: &str) {
    const TEXTS: &[&str] = &[
        "title",
        "name",
        "topic",
        "text",
        "statement",
        "description",
        "dataSource",
        "change",
        "prediction",
        "monitoredProcess",
        "label",
        "role",
        "by",
        "source",
        "finding",
        "forWhom",
        "wishedState",
    ];
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| match value {
            Value::String(old) if TEXTS.contains(&key.as_str()) && !old.starts_with("2025") => {
                *old = text.into();
            }
            Value::String(old)
                if key == "on" && old.parse::<kvalitetsmodel::date::PartialDate>().is_err() =>
            {
                *old = text.into();
            }
            value => replace_texts(value, text),
        }),
        Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, text)),
        _ => {}
    }
}

/// The made-up year, in which every text is `text`.
fn documents_with(text: &str) -> Vec<Document> {
    let with_text = documents().into_iter().map(|document| {
        let mut value = serde_json::to_value(&document).expect("JSON");
        let content = value.get_mut("content").and_then(Value::as_object_mut).expect("content");
        // The role of a party is no text, and an audit or a list of duties names one.
        for (kind, draft) in content.iter_mut() {
            if kind == "agreement" {
                let parties = draft.get("parties").cloned().expect("parties");
                replace_texts(draft, text);
                draft["parties"] = parties;
            } else {
                replace_texts(draft, text);
            }
        }
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{}: {error}", document.content().kind()))
    });
    with_text.collect()
}

fn tags(html: &str) -> Vec<String> {
    let html = without_pictures(html);
    html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default().into()).collect()
}

fn html_with(text: &str) -> String {
    let documents = documents_with(text);
    let last_year = last_year();
    let status = ServiceStatus::of(&documents, &context(DAY)).since_agreement(&last_year);
    Page::of_dialogue_meeting(&status).html().to_string()
}

#[test]
fn no_text_in_a_document_becomes_markup() {
    let tame = tags(&html_with("ord"));
    let hostile = prop_oneof![
        Just(String::from("</title></svg></figure><script>alert(1)</script>")),
        Just(String::from("\"><img src=x onerror='steal()'>")),
        "[a-z<>&\"'/!=-]{0,8}<[a-z/!]{1,6}[ a-z=\"']{0,6}>[a-z<>&;#]{1,8}",
    ];
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let law = TestRunner::new(config).run(&hostile, |hostile| {
        let html = html_with(&hostile);
        prop_assert_eq!(tags(&html), tame.clone());
        for mark in ["<script", "<img", "onerror='"] {
            prop_assert!(!html.contains(mark), "{}", mark);
        }
        Ok(())
    });
    law.unwrap_or_else(|broken| panic!("{broken}"));
}

#[cfg(feature = "proptest")]
#[test]
fn any_documents_have_a_page() {
    use kvalitetsmodel::page::ServiceOverview;
    use kvalitetsmodel::strategy;

    let check = |contents: Vec<Content>| {
        let context: Context = strategy::context();
        let documents: Vec<_> =
            (1..).zip(contents).map(|(n, content)| Document::draft(Id::from_u128(n), content)).collect();
        let status = ServiceStatus::of(&documents, &context);
        let mut overview = ServiceOverview::new();
        overview.add(&status);
        for page in [Page::of_dialogue_meeting(&status), Page::of_overview(&overview)] {
            for line in page.text().to_string().lines() {
                let is_one_word = line.split_whitespace().count() <= 2;
                prop_assert!(line.chars().count() <= 80 || is_one_word, "a long line: {line}");
                prop_assert_eq!(line.trim_end(), line);
            }
            let html = page.lang(Lang::En).html_fragment().to_string();
            for element in ["section", "ul", "li", "dl", "dt", "dd", "figure", "div", "h2", "h3", "p"] {
                let opened = html.matches(&format!("<{element}>")).count()
                    + html.matches(&format!("<{element} hidden>")).count();
                prop_assert_eq!(opened, html.matches(&format!("</{element}>")).count(), "{}", element);
            }
        }
        Ok(())
    };
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() };
    let contents = proptest::collection::vec(strategy::any::<Content>(), 0..4);
    TestRunner::new(config).run(&contents, check).unwrap_or_else(|broken| panic!("{broken}"));
}
