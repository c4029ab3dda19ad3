//! The page for a dialogue meeting.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::page::{Page, ServiceStatus};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::context;
use super::golden::{compare, compare_with_pictures, without_pictures};
use super::year::{DAY, document, documents, stored};

fn last_year() -> DevelopmentAgreement {
    match document("agreement-2024").into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("{}", other.kind()),
    }
}

#[test]
fn the_made_up_year() {
    let documents = documents();
    // The same year without one thing: on a day in June, what was done later would be found.
    let earlier = context(DAY);
    let stored: Vec<_> = documents
        .iter()
        .map(|document| {
            let mut content = document.content().clone();
            if let Content::Duties(duties) = &mut content {
                duties.building_review = None;
            }
            stored(&Document::draft(document.id(), content), &earlier)
        })
        .collect();
    let last_year = last_year();
    let status = ServiceStatus::of(&documents, &context(DAY))
        .with_earlier_reports(&stored)
        .with_last_agreement(&last_year);
    let page = Page::of_dialogue_meeting(&status);
    compare(page, &["meeting.da.txt", "meeting.en.md", "meeting.en.txt"]);
    compare_with_pictures(page, "meeting.da.html");
}

#[test]
fn a_bundle_is_its_documents() {
    let (documents, bundle) = (documents(), document("bundle"));
    let targets = |status: &ServiceStatus<'_>| {
        let page = Page::of_dialogue_meeting(status).with_lang(Lang::En).text().to_string();
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

/// The agreement of a year with one target figure.
fn agreement(year: u128, target: &str) -> Document {
    let agreement = format!(
        r#"{{
            "id": "00000000-0000-4000-8000-00000000{year}", "year": {year},
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
    Document::draft(Id::from_u128(year), agreement)
}

/// The measurements for the figure in 2025, until that day.
fn measurement(until: &str, result: &str) -> Document {
    let measurement = format!(
        r#"{{
            "id": "00000000-0000-4000-8000-000000000007", "indicator": "00000000-0000-4000-8000-000000000005",
            "reportingUnit": {{ "service": {{ "id": "00000000-0000-4000-8000-000000000002" }} }},
            "period": {{ "start": "2025-01-01", "end": "{until}" }}, {result}
        }}"#
    );
    let measurement: Measurement = serde_json::from_str(&measurement).expect("a measurement");
    Document::draft(Id::from_u128(8), measurement)
}

/// What the page says about the figure, and about the result of half a year if there is one.
fn page_of(target: &str, result: &str, day: &str) -> String {
    let mut documents = vec![agreement(2025, target)];
    if !result.is_empty() {
        documents.push(measurement("2025-06-30", result));
    }
    let status = ServiceStatus::of(&documents, &context(day));
    let page = Page::of_dialogue_meeting(&status).with_lang(Lang::En).text().to_string();
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

/// Next year's agreement keeps the id of a figure, and states what was open.
#[test]
fn a_target_figure_is_measured_in_the_period_of_the_agreement_that_states_most_of_it() {
    let november = r#", "measuredAt": { "monthDay": { "day": "--11-30" } }"#;
    let rest = r#", "direction": "atMost", "value": "10", "unit": "count",
        "population": { "description": "citizens" }, "dataSource": "the log""#;
    let documents = [
        agreement(2024, november),
        agreement(2025, &format!("{november}{rest}")),
        measurement("2025-11-30", r#""observed": { "count": { "count": 10 } }"#),
    ];
    let status = ServiceStatus::of(&documents, &context("2025-12-05"));
    let page = Page::of_dialogue_meeting(&status).with_lang(Lang::En).text().to_string();
    assert!(page.contains("Target figures: 1 met."), "{page}");
}

#[test]
fn a_baseline_has_its_unit_in_words() {
    for (value, unit, expected) in [
        ("1", r#""days""#, ["Udgangspunkt: 1 dag, 2024", "Baseline: 1 day, 2024"]),
        ("2", r#""hours""#, ["Udgangspunkt: 2 timer, 2024", "Baseline: 2 hours, 2024"]),
        ("1", r#""points""#, ["Udgangspunkt: 1 point, 2024", "Baseline: 1 point, 2024"]),
        ("54.5", r#""percent""#, ["Udgangspunkt: 54,5 %, 2024", "Baseline: 54.5%, 2024"]),
        ("7", r#""count""#, ["Udgangspunkt: 7, 2024", "Baseline: 7, 2024"]),
        (
            "7",
            r#"{ "other": { "name": "skridt" } }"#,
            ["Udgangspunkt: 7 (anden enhed), 2024", "Baseline: 7 (other unit), 2024"],
        ),
    ] {
        let figure: kvalitetsmodel::target_figure::TargetFigure = serde_json::from_str(&format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000004", "topic": "falls",
                "baseline": {{ "value": "{value}", "unit": {unit}, "on": "2024" }}
            }}"#
        ))
        .expect("a target figure");
        let documents = [Document::draft(Id::from_u128(1), figure)];
        let status = ServiceStatus::of(&documents, &context("2025-12-05"));
        for (lang, expected) in [Lang::Da, Lang::En].into_iter().zip(expected) {
            let page = Page::of_dialogue_meeting(&status).with_lang(lang).text().to_string();
            assert!(page.contains(expected), "{page}");
        }
    }
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

/// The fictitious year, in which every text is `text`.
fn documents_with(text: &str) -> Vec<Document> {
    let with_text = documents().into_iter().map(|document| {
        let mut value = serde_json::to_value(&document).expect("JSON");
        let content = value.get_mut("content").and_then(Value::as_object_mut).expect("content");
        // The role of a party is not text, and an audit or a list of duties names one.
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
    let status = ServiceStatus::of(&documents, &context(DAY)).with_last_agreement(&last_year);
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
