//! What a regional quality office needs about 30 services: the page about fictitious services.
//!
//! ```text
//! cargo run --example overview [-- --lang da|en --format text|md|html]
//! ```
//!
//! Each service has the documents of `examples/data/fictitious-year`, with a name and figures of its own, derived from its
//! number; some have not reported, and some results are suppressed. The services are read, added and dropped one at a time.

#![expect(clippy::arithmetic_side_effects, reason = "the numbers are small")]

use std::error::Error;

use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::measurement::{Measurement, NoResult, Observed};
use kvalitetsmodel::page::{Page, ServiceOverview, ServiceStatus};
use kvalitetsmodel::{Context, json};

mod shared;

const BEGINNINGS: [&str; 6] = ["Birke", "Eng", "Fjord", "Hede", "Kær", "Skov"];
const ENDS: [&str; 5] = ["bakken", "gården", "husene", "toften", "vang"];

fn main() -> Result<(), Box<dyn Error>> {
    let context = Context::new(shared::DAY.parse()?);
    let mut overview = ServiceOverview::new();
    let names = BEGINNINGS.iter().flat_map(|beginning| ENDS.map(|end| format!("{beginning}{end}")));
    for (number, name) in (1..).zip(names) {
        let documents = documents_of(number, &name)?;
        overview.add(&ServiceStatus::of(&documents, &context));
    }
    shared::print(
        Page::of_overview(&overview).with_name("Opdigtet eksempel / made-up example"),
        std::env::args().skip(1),
    )
}

/// The documents of a service: those of the fictitious year, with its id, its name and its figures.
fn documents_of(number: u64, name: &str) -> Result<Vec<Document>, Box<dyn Error>> {
    let id = format!("20250000-0000-4000-8000-0003{number:08}");
    let mut documents = Vec::new();
    for (nth, document) in (0..).zip(shared::documents()?) {
        let text = json::write(&document)?.replace("20250000-0000-4000-8000-000300000001", &id);
        let document = json::read(&text.replace("Lyngbakken", name))?;
        let measured = matches!(document.content(), Content::Measurement(_));
        // Every eighth measurement is not reported.
        if !measured || !(number * 3 + nth).is_multiple_of(8) {
            documents.push(document.map_content(|content| vary(content, number)));
        }
    }
    Ok(documents)
}

fn vary(mut content: Content, number: u64) -> Content {
    match &mut content {
        Content::Measurement(measurement) => vary_measurement(measurement, number),
        Content::Series(series) => {
            series.measurements.iter_mut().for_each(|measurement| vary_measurement(measurement, number));
        }
        // Four out of five agreements say where the figures come from.
        Content::Agreement(agreement) if !number.is_multiple_of(5) => {
            let targets = agreement.focus_areas.iter_mut().flat_map(|area| &mut area.targets);
            targets.filter(|target| target.value.is_some()).for_each(|target| {
                target.data_source.get_or_insert_with(|| "Kvalitetsovervågningen i november 2025".into());
            });
        }
        // Every third caseload has no citizen without sub-goals.
        Content::Caseload(caseload) if number.is_multiple_of(3) => {
            caseload.citizens.retain(|citizen| !citizen.sub_goals.is_empty());
        }
        _ => {}
    }
    content
}

/// Somewhat more or less than in the fictitious year. Every eleventh small share is suppressed, and every second suppressed
/// result is shown.
fn vary_measurement(measurement: &mut Measurement, number: u64) {
    match &mut measurement.observed {
        Some(Observed::Share { part: Some(part), whole: Some(whole) }) => {
            let most = (*whole - *part).min(*part) / 3 + 2;
            *part = (*part + number * 5 % (2 * most + 1)).saturating_sub(most).min(*whole);
            if *whole < 100 && number.is_multiple_of(11) {
                measurement.observed = None;
                measurement.no_result = Some(NoResult::Suppressed { below: Some(5) });
            }
        }
        Some(Observed::Count { count: Some(count) }) => *count = (*count + number % 7).saturating_sub(4),
        None if number.is_multiple_of(2) => {
            measurement.no_result = None;
            measurement.answered = Some(22);
            measurement.observed = Some(Observed::of_share(12 + number % 9, 22));
        }
        _ => {}
    }
}
