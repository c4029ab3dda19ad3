//! The page about many services.

use kvalitetsmodel::Lang;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::json;
use kvalitetsmodel::measurement::{NoResult, Observed};
use kvalitetsmodel::page::{Page, ServiceOverview, ServiceStatus};

use super::context;
use super::golden::compare;
use super::year::{DAY, documents};

/// The fictitious year of another service: the parts of its measurements are smaller by `less`.
fn documents_of(number: u32, name: &str, less: u64) -> Vec<Document> {
    let id = format!("20250000-0000-4000-8000-0003{number:08}");
    let documents = documents().into_iter().map(|document| {
        let text = json::write(&document).expect("JSON");
        let text = text.replace("20250000-0000-4000-8000-000300000001", &id).replace("Lyngbakken", name);
        json::read(&text).expect("a document").map_content(|mut content| {
            if let Content::Measurement(measurement) = &mut content
                && let Some(Observed::Share { part: Some(part), .. }) = &mut measurement.observed
            {
                *part = part.saturating_sub(less);
            }
            content
        })
    });
    documents.collect()
}

fn services() -> Vec<Vec<Document>> {
    let mut services = vec![
        documents_of(1, "Skovtoften", 0),
        documents_of(2, "Birkevang", 5),
        documents_of(3, "Engbakken", 2),
        documents_of(4, "Hedehusene", 0),
    ];
    // Three have not reported their accidents, and the share of one is suppressed.
    for documents in services.iter_mut().take(3) {
        documents.retain(|one| !matches!(one.content(), Content::Measurement(one) if matches!(one.observed, Some(Observed::Count { .. }))));
    }
    let last = services.pop().expect("a service").into_iter().map(|one| {
        one.map_content(|mut content| {
            if let Content::Measurement(measurement) = &mut content
                && matches!(measurement.observed, Some(Observed::Share { .. }))
            {
                measurement.observed = None;
                measurement.no_result = Some(NoResult::Suppressed { below: Some(5) });
            }
            content
        })
    });
    services.push(last.collect());
    services.push(Vec::new());
    services
}

fn overview_of<'d>(services: impl IntoIterator<Item = &'d Vec<Document>>) -> ServiceOverview {
    let mut overview = ServiceOverview::new();
    for documents in services {
        overview.add(&ServiceStatus::of(documents, &context(DAY)));
    }
    overview
}

#[test]
fn five_services() {
    let services = services();
    let overview = overview_of(&services);
    compare(Page::of_overview(&overview), &["overview.da.txt", "overview.en.md", "overview.da.html"]);
}

#[test]
fn the_order_of_services_does_not_matter() {
    let services = services();
    let page = |overview: &ServiceOverview| Page::of_overview(overview).text().to_string();
    assert_eq!(page(&overview_of(&services)), page(&overview_of(services.iter().rev())));
}

#[test]
fn shares_are_summed_by_their_counts() {
    let services = services();
    let page = Page::of_overview(&overview_of(&services)).with_lang(Lang::En).text().to_string();
    // 41, 36 and 39 of 54 each; that of the fourth is suppressed, and the fifth has none.
    assert!(page.contains("  Together:       116 of 162 (about 71.6%), 3 of 4 services\n"), "{page}");
    assert!(!page.contains("Hedehusene: 41"), "a suppressed figure is shown");
}

#[test]
fn periods_apart_are_not_summed() {
    let mut services = services();
    for one in services.iter_mut().take(1).flatten() {
        *one = one.clone().map_content(|mut content| {
            if let Content::Measurement(measurement) = &mut content
                && let Some(period) = &mut measurement.period
                && period.start.to_string() == "2025-11-01"
            {
                period.end = "2025-11-10".parse().expect("a day");
            }
            content
        });
    }
    for one in services.iter_mut().skip(1).flatten() {
        *one = one.clone().map_content(|mut content| {
            if let Content::Measurement(measurement) = &mut content
                && let Some(period) = &mut measurement.period
                && period.start.to_string() == "2025-11-01"
            {
                period.start = "2025-11-11".parse().expect("a day");
            }
            content
        });
    }
    let page = Page::of_overview(&overview_of(&services)).with_lang(Lang::En).text().to_string();
    assert!(!page.contains("116 of 162"), "{page}");
    assert!(page.contains("  Measured:       3 of 4 services\n"), "{page}");
}

#[test]
fn no_services_have_a_page() {
    let page = Page::of_overview(&ServiceOverview::new()).with_lang(Lang::En).text().to_string();
    assert_eq!(page, "Overview of services\n====================\n0 services.\n");
}
