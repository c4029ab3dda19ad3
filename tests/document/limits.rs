//! Texts that are too large, too deep or too wrong are refused, and refusing them takes little memory.

use allocation_counter::measure;
use kvalitetsmodel::json;

/// A document with a measurement series, with more in the series and in the envelope.
fn document(in_series: &str, in_envelope: &str) -> String {
    format!(
        r#"{{"format":"kvalitetsmodel/1","status":"draft","id":"00000000-0000-4000-8000-000000000001","content":{{
        "series":{{"id":"00000000-0000-4000-8000-000000000002","direction":"atLeast"{in_series}}}}}{in_envelope}}}"#
    )
}

fn list(item: &str, times: usize) -> String {
    vec![item; times].join(",")
}

fn extension(value: &str) -> String {
    format!(r#","extensions":[{{"namespace":"a","value":{value}}}]"#)
}

#[test]
fn refusing_a_text_takes_at_most_twice_the_memory_of_reading_it_as_any_json() {
    let unknown: Vec<_> = (0..20_000).map(|n| format!(",\"x{n}\":1")).collect();
    for (text, place) in [
        (
            document(&format!(",\"measurements\":[{}]", list("1", 100_000)), ""),
            "line 2, column 101, at /content/series/measurements/0: expected an object",
        ),
        (
            document(&unknown.concat(), ""),
            "line 2, column 85, at /content/series: unknown field; the fields are",
        ),
        (
            document("", &extension(&format!("[{},{}", list("[1]", 50_000), "[".repeat(10_000)))),
            "line 2, column 200250, at /extensions/0/value: nested too deep: there can be at most 127 levels",
        ),
        (
            document("", &extension(&format!("[{},1e999]", list("0.25", 50_000)))),
            "line 2, column 250127, at /extensions/0/value: the number is too large to read",
        ),
        (
            document("", &extension(&format!("0.{}", "7".repeat(200_000)))),
            "line 2, column 126, at /extensions/0/value: the number has more digits than can be kept",
        ),
    ] {
        let plain = measure(|| drop(serde_json::from_str::<serde_json::Value>(&text))).bytes_max;
        let mut error = String::new();
        let refusal = measure(|| error = json::read(&text).unwrap_err().to_string()).bytes_max;
        assert!(error.starts_with(place), "{error:.200}");
        assert!(refusal <= 2 * plain + 100_000, "{refusal} bytes, not {plain}: {place}");
    }
}

#[test]
fn a_text_with_too_much_to_set_aside_is_refused() {
    let text = |times| document(&format!(",\"measurements\":[{}]", list("1", times)), "");
    let read = json::read_leniently(&text(100_000)).unwrap();
    assert_eq!(read.document.set_aside().len(), 100_000);
    let error = json::read_leniently(&text(100_001)).unwrap_err();
    assert_eq!((error.faults().len(), error.more()), (100, 99_901));
}

#[test]
fn a_double_in_an_extension_costs_no_second_tree_of_the_text() {
    let measurement = r#"{"id":"00000000-0000-4000-8000-000000000003"}"#;
    let measurements = format!(",\"measurements\":[{}]", list(measurement, 10_000));
    let bytes = |value: &str| {
        let text = document(&measurements, &extension(value));
        measure(|| drop(json::read(&text))).bytes_total
    };
    let (integer, double) = (bytes("1"), bytes("0.5"));
    assert!(double <= integer + 10_000, "{double} bytes, not {integer}");
}
