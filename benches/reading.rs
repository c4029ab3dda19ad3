//! What it costs to refuse a large text with every place, compared with reading it with `serde_json` into any value.
//!
//! The peak of memory is printed as well, in bytes for each byte of the text.

#![expect(clippy::expect_used, reason = "a benchmark may fail loudly")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::json;
use kvalitetsmodel_benches::asked;

/// A way to read a text.
type Reader = fn(&str);

const READERS: [(&str, Reader); 3] = [
    ("serde_json::Value", |text| drop(black_box(serde_json::from_str::<serde_json::Value>(text)))),
    ("read", |text| drop(black_box(json::read(text)))),
    ("read_leniently", |text| drop(black_box(json::read_leniently(text)))),
];

/// A document with a measurement series, with more fields in the series and in the envelope.
fn document(in_series: &str, in_envelope: &str) -> String {
    format!(
        r#"{{"format":"kvalitetsmodel/1","status":"draft","id":"00000000-0000-4000-8000-000000000001","content":{{
        "series":{{"id":"00000000-0000-4000-8000-000000000002","direction":"atLeast"{in_series}}}}}{in_envelope}}}"#
    )
}

/// As many items as take up that many bytes.
fn list(item: &str, bytes: usize) -> String {
    vec![item; bytes.div_ceil(item.len())].join(",")
}

/// Texts of about that many bytes, each wrong in its own way.
fn texts(bytes: usize) -> Vec<(&'static str, String)> {
    let measurement = r#"{"id":"00000000-0000-4000-8000-000000000003"}"#;
    let measurements = list(measurement, bytes);
    let extension = |value: &str| format!(r#","extensions":[{{"namespace":"a","value":{value}}}]"#);
    let unknown: Vec<_> = (0..bytes / 12).map(|n| format!("\"x{n}\":1")).collect();
    vec![
        ("right", document(&format!(",\"measurements\":[{measurements}]"), &extension("0.5"))),
        ("numbers for records", document(&format!(",\"measurements\":[{}]", list("1", bytes)), "")),
        (
            "records without an id",
            document(&format!(",\"measurements\":[{}]", list("{\"note\":\"a\"}", bytes)), ""),
        ),
        ("unknown fields", document(&format!(",{}", unknown.join(",")), "")),
        (
            "one unknown field at the end",
            document(&format!(",\"measurements\":[{measurements}],\"x\":1"), ""),
        ),
        (
            "10 000 levels at the end",
            document("", &extension(&format!("[{measurements},{}", "[".repeat(10_000)))),
        ),
        (
            "a number out of range at the end",
            document("", &extension(&format!("[{},1e999]", list("0.25", bytes)))),
        ),
        ("one long number", document("", &extension(&format!("0.{}", "7".repeat(bytes))))),
        ("one long text", document(&format!(",\"title\":\"{}\",\"x\":1", "å\\n".repeat(bytes / 4)), "")),
    ]
}

fn refusals(criterion: &mut Criterion) {
    let is_quick = !asked("--bench") || asked("--quick");
    // In the full run, as much as a service might be sent.
    let sizes: &[usize] = if is_quick { &[100_000] } else { &[100_000, 10_000_000, 100_000_000] };
    for size in sizes {
        for (name, text) in texts(*size) {
            let mut group = criterion.benchmark_group(format!("{name}, {size} bytes"));
            group.sample_size(10).throughput(Throughput::Bytes(text.len().try_into().expect("a number")));
            for (reader, read) in READERS {
                let peak = allocation_counter::measure(|| read(&text)).bytes_max;
                println!(
                    "{name}, {size} bytes: {reader} holds {} bytes for each",
                    peak.div_ceil(text.len() as u64)
                );
                group.bench_function(BenchmarkId::from_parameter(reader), |bencher| {
                    bencher.iter(|| read(&text));
                });
            }
            group.finish();
        }
    }
}

criterion_group!(benches, refusals);
criterion_main!(benches);
