//! What the reader refuses and the schemas accept. `docs/format.md` lists it, and `tests/extra/schema` compares it
//! with both.

/// One exception, with the smallest measurement that shows it.
pub(crate) struct Exception {
    /// What the reader refuses.
    pub(crate) what: &'static str,
    /// Members of the envelope, each with a comma after it.
    pub(crate) envelope: &'static str,
    /// Members of the measurement, each with a comma before it.
    pub(crate) measurement: &'static str,
}

const fn in_envelope(what: &'static str, envelope: &'static str) -> Exception {
    Exception { what, envelope, measurement: "" }
}

const fn in_measurement(what: &'static str, measurement: &'static str) -> Exception {
    Exception { what, envelope: "", measurement }
}

pub(crate) const EXCEPTIONS: &[Exception] = &[
    in_measurement(
        "A day that its month does not have. Validators that check `format` find it in a day, and none finds it in a \
         date of another precision.",
        r#", "extractedAt": "2023-02-29""#,
    ),
    in_envelope("A date in the year 0.", r#""meta": { "sourceDocument": { "date": "0000" } }, "#),
    in_measurement(
        "A figure with more than 18 digits before and after the point together.",
        r#", "observed": { "value": { "value": "1234567890.123456789" } }"#,
    ),
    in_measurement("A zero with a minus sign.", r#", "observed": { "value": { "value": "-0.0" } }"#),
    in_envelope(
        "A section number with a level above 65535.",
        r#""meta": { "sourceDocument": { "section": "1.65536" } }, "#,
    ),
    in_measurement(
        "A whole number that is written with a decimal point or an exponent.",
        r#", "asked": 5.0"#,
    ),
    in_measurement("The number zero with a minus sign.", r#", "asked": -0"#),
    in_measurement(
        "A key that occurs twice in one object. Most JSON readers keep the last of the two without reporting it.",
        r#", "asked": 20, "asked": 21"#,
    ),
    in_envelope(
        "A number in an extension with more digits than a double keeps. Write it as text.",
        r#""extensions": [{ "namespace": "dk.example.case", "value": 0.12345678901234567890123 }], "#,
    ),
];

impl Exception {
    /// The document that shows it.
    #[allow(dead_code, reason = "the page shows the members alone")]
    pub(crate) fn document(&self) -> String {
        format!(
            r#"{{ "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001", {}"content": {{ "measurement": {{ "id": "00000000-0000-4000-8000-000000000002"{} }} }} }}"#,
            self.envelope, self.measurement
        )
    }
}
