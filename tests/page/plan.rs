//! The page about an implementation plan.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::plan::ImplementationPlan;

use super::golden::{compare, compare_with_pictures, folder, read};

/// The plan of the golden document.
pub(crate) fn made_up() -> ImplementationPlan {
    match json::read(&read(&folder("tests/documents/v1/plan.json"))).expect("a document").into_content() {
        Content::Plan(plan) => plan,
        other => panic!("a plan, not {}", other.kind()),
    }
}

fn day() -> NaiveDate {
    "2025-05-20".parse().expect("a day")
}

#[test]
fn an_implementation_plan() {
    let plan = made_up();
    let page = Page::of_plan(&plan, day());
    compare(page, &["plan.da.txt", "plan.en.md"]);
    compare_with_pictures(page, "plan.da.html");
}

#[cfg(feature = "plot")]
#[test]
fn a_plan_is_drawn_twice_and_told_once() {
    let plan = made_up();
    let html = Page::of_plan(&plan, day()).html_fragment().to_string();
    assert_eq!(html.matches("<svg ").count(), 2);
    assert_eq!(html.matches("<div hidden>").count(), 1);
    // The words are the description of the pictures, and no paragraph.
    assert_eq!(html.matches("november 2025; begynder senere; ansvarlig").count(), 2);
}

/// The number comes before the status of the rows.
#[test]
fn rows_are_counted_by_how_they_stand() {
    let mut plan = made_up();
    plan.phases.iter_mut().flat_map(|phase| &mut phase.rows).for_each(|row| row.completion = None);
    let text = |day: &str, lang| {
        let text = Page::of_plan(&plan, day.parse().expect("a day")).with_lang(lang).text().to_string();
        text.lines().skip(2).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        text("2025-05-20", Lang::Da),
        "Pr. 20. maj 2025. Rækker i tidsplanen: 2 hvis tid er gået, uden at det er oplyst, om de er gennemført; 2 i gang; \
         3 begynder senere."
    );
    assert_eq!(
        text("2025-05-20", Lang::En),
        "As of 20 May 2025. Rows of the timetable: 2 whose time has passed, completion not stated; 2 running; 3 begin later."
    );
}

/// Rows and tasks in the same words are one entry, with their numbers together.
#[test]
fn places_that_differ_in_a_number_are_told_together() {
    let plan: ImplementationPlan = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "number": 3, "rows": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ] }]
        }"#,
    )
    .expect("a plan");
    let document = Document::draft(Id::from_u128(9), plan);
    let report = document.check(&super::context("2025-05-20"));
    let text = |lang| Page::of(&document, &report).with_lang(lang).text().to_string();
    assert!(text(Lang::Da).contains("\n- Fase 3, række 1, 2 og 3 i tidsplanen\n"), "{}", text(Lang::Da));
    assert!(text(Lang::En).contains("\n- Phase 3, row 1, 2 and 3 of the timetable\n"), "{}", text(Lang::En));
}
