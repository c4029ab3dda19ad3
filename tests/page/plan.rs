//! The page about an implementation plan.

use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::document::Content;
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
