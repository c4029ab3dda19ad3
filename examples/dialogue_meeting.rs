//! What a head of a service needs for a dialogue meeting: the page about a fictitious year.
//!
//! ```text
//! cargo run --example dialogue_meeting [-- --lang da|en --format text|md|html]
//! cargo run --example dialogue_meeting --features chart                   # with what its series shows, in words
//! cargo run --example dialogue_meeting --features plot -- --format html   # and as a picture
//! ```
//!
//! The documents are in `examples/data/fictitious-year`. The page shows what changed since the agreement of 2024, and
//! since an earlier check, which a program would have stored at that time.

use std::error::Error;

use kvalitetsmodel::document::Content;
use kvalitetsmodel::page::{Page, ServiceStatus};
use kvalitetsmodel::report::StoredReport;
use kvalitetsmodel::{Context, json};

mod shared;

fn main() -> Result<(), Box<dyn Error>> {
    let documents = shared::documents()?;
    let today = Context::new(shared::DAY.parse()?);
    let stored = shared::documents()?.into_iter().map(|document| {
        let report = document.map_content(as_before).check(&today);
        serde_json::from_str(&serde_json::to_string(&report.compact())?)
    });
    let stored: Vec<StoredReport> = stored.collect::<Result<_, serde_json::Error>>()?;

    let last_year = json::read(include_str!("data/fictitious-year/agreement-2024.json"))?;
    let mut status = ServiceStatus::of(&documents, &today).with_earlier_reports(&stored);
    if let Content::Agreement(agreement) = last_year.content() {
        status = status.with_last_agreement(agreement);
    }
    shared::print(
        Page::of_dialogue_meeting(&status).with_name("Opdigtet eksempel / made-up example"),
        std::env::args().skip(1),
    )
}

/// What a document said before: no building was reviewed, and one more citizen had no sub-goal.
fn as_before(mut content: Content) -> Content {
    match &mut content {
        Content::Duties(duties) => duties.building_review = None,
        Content::Caseload(caseload) => {
            caseload.citizens.iter_mut().take(1).for_each(|citizen| citizen.sub_goals.clear());
        }
        _ => {}
    }
    content
}
