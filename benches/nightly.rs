//! A night in a service: 100 agreements and 1,200 series of 24 months in lines, each read and checked, and its report
//! stored: `cargo bench --manifest-path benches/Cargo.toml --bench nightly`.
//!
//! The peer reads the same lines into plainly derived records (`benches/src/twin.rs`, `twin_series.rs`) and does nothing
//! else. `mended` agreements have no findings, `signed` ones are that of Roskildehjemmet with all of its findings.
//! The two take turns line by line, so that a busy machine slows both down equally; the ratio of the sums is the one to
//! quote.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    clippy::unchecked_time_subtraction,
    reason = "a benchmark may fail loudly"
)]

#[path = "../tests/common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use chrono::{Months, NaiveDate};
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::date::{Interval, Period};
use kvalitetsmodel::document::Document;
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::{Context, json};
use kvalitetsmodel_benches::{asked, twin_series};

const AGREEMENTS: u128 = 100;
const SERIES: u128 = 1_200;

fn line(n: u128, document: &Document) -> String {
    // Each document has its own ids.
    json::write_line(document).expect("JSON").replace("-0000-4000-8000-", &format!("-{n:04x}-4000-8000-"))
}

fn series(n: u128) -> MeasurementSeries {
    let (indicator, unit) = (Id::from_u128(1 << 59), OrgUnit::Service { id: Id::from_u128(n) });
    let month = |nth: u32| {
        let start = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day") + Months::new(nth);
        Period { start, end: start + Months::new(1) - chrono::Days::new(1) }
    };
    let measured = (0..24).map(|nth| Measurement {
        indicator: Some(indicator),
        reporting_unit: Some(unit),
        period: Some(month(nth)),
        observed: Some(Observed::Share { part: Some(u64::from(nth * 7 % 20)), whole: Some(20) }),
        ..Measurement::new(Id::from_u128((n << 8) | u128::from(nth + 1) | (1 << 60)))
    });
    MeasurementSeries {
        interval: Some(Interval::Month),
        ..MeasurementSeries::of(Id::from_u128(n | (1 << 61)), Direction::AtLeast, measured)
    }
}

fn night(agreement: &DevelopmentAgreement) -> Vec<String> {
    let agreements =
        (0..AGREEMENTS).map(|n| line(n, &Document::draft(Id::from_u128(1 << 62), agreement.clone())));
    let series = (1..=SERIES).map(|n| line(0, &Document::draft(Id::from_u128(n | (1 << 63)), series(n))));
    agreements.chain(series).collect()
}

/// Reads a line, checks it and stores the report. Returns the times these take, and how many findings there are.
fn work(line: &str, context: &Context, store: &mut Vec<u8>, times: &mut [Duration; 3]) -> usize {
    let start = Instant::now();
    let document = json::read(line).expect("a document");
    let read = start.elapsed();
    let report = document.check(context);
    drop(document);
    let checked = start.elapsed();
    serde_json::to_writer(&mut *store, &report.compact()).expect("JSON");
    store.write_all(b"\n").expect("memory");
    let found = report.findings().len();
    drop(report);
    let [to_read, to_check, to_store] = times;
    *to_read += read;
    *to_check += checked - read;
    *to_store += start.elapsed() - checked;
    found
}

fn read_twin(line: &str) -> Duration {
    let start = Instant::now();
    drop(black_box(serde_json::from_str::<twin_series::Document>(line).expect("a twin")));
    start.elapsed()
}

fn assert_alike(line: &str) {
    let twin: twin_series::Document = serde_json::from_str(line).expect("a twin");
    let whole: serde_json::Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(serde_json::to_value(twin).expect("JSON"), whole);
    let document = json::read(line).expect("a document");
    assert_eq!(serde_json::to_value(document).expect("JSON"), whole);
}

fn main() {
    let nights = if asked("--quick") { 1 } else { 20 };
    let context = Context::new(NaiveDate::from_ymd_opt(2024, 1, 9).expect("a day"));
    for (name, agreement) in [("mended", roskildehjemmet::mended()), ("signed", roskildehjemmet::signed())] {
        let lines = night(&agreement);
        lines.first().into_iter().chain(lines.last()).for_each(|line| assert_alike(line));
        let bytes: usize = lines.iter().map(String::len).sum();
        let (mut times, mut twin, mut found, mut stored) = ([Duration::ZERO; 3], Duration::ZERO, 0, 0);
        let mut store = Vec::new();
        for night in 0..nights {
            store.clear();
            found = 0;
            for (n, line) in lines.iter().enumerate() {
                // Each comes first equally often.
                if (n + night) % 2 == 0 {
                    twin += read_twin(line);
                }
                found += work(line, &context, &mut store, &mut times);
                if (n + night) % 2 == 1 {
                    twin += read_twin(line);
                }
            }
            stored = store.len();
        }
        let [to_read, to_check, to_store] = times;
        let all = to_read + to_check + to_store;
        let ms = |time: Duration| time.as_secs_f64() * 1e3 / f64::from(u32::try_from(nights).expect("few"));
        println!(
            "{name}: {} lines, {:.1} MB, {found} findings, reports {:.1} MB: {:.1} ms (read {:.1}, check {:.1}, store {:.1}), \
             twin {:.1} ms, {:.2} times",
            lines.len(),
            mb(bytes),
            mb(stored),
            ms(all),
            ms(to_read),
            ms(to_check),
            ms(to_store),
            ms(twin),
            all.as_secs_f64() / twin.as_secs_f64(),
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
