//! The data of a measurement are not extracted before its period ends.

use chrono::NaiveDate;

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{date::Period, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA005,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, period; extractedAt")],
    title: Bilingual::new(
        "data er ikke trukket før periodens udløb",
        "the data are not extracted before the period has ended",
    ),
    why: Bilingual::new(
        "Data, der er trukket for tidligt, dækker ikke hele perioden.",
        "Data that are extracted early do not cover the whole period.",
    ),
    remedy: Bilingual::new(
        "Træk data igen, eller lad perioden slutte den dag, de blev trukket.",
        "Extract the data again, or let the period end on the day of the extraction.",
    ),
    example: Bilingual::new(
        "Data for første kvartal 2024 er trukket 15. marts 2024.",
        "The data for the first quarter of 2024 were extracted on 15 March 2024.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

message! {
    ExtractedEarly { extracted_at: NaiveDate, end: NaiveDate }
    "data er trukket {extracted_at}, altså før perioden slutter {end}",
    "the data were extracted on {extracted_at}, before the period ends on {end}",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(period), Some(extracted_at)) = (measurement.period, measurement.extracted_at) else { return };
    let at = at.key("extractedAt");
    if !period.is_ordered() {
        cx.depends_on(&at, codes::MEA004);
    } else if extracted_at < period.end {
        cx.not_met(&at, ExtractedEarly { extracted_at, end: period.end });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, _| {
    measurement.period = Period::year(2022);
    measurement.extracted_at = measurement.period.and_then(|year| year.end.pred_opt());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the last day of the period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-01", "end": "2024-11-30" }, "extractedAt": "2024-11-30"
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "extractedAt": "2024-11-15" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-30", "end": "2024-11-01" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-01", "end": "2024-11-30" }, "extractedAt": "2024-11-29"
        }"#,
        &[not_met(
            "/extractedAt",
            "data er trukket 29. november 2024, altså før perioden slutter 30. november 2024",
            "the data were extracted on 29 November 2024, before the period ends on 30 November 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-30", "end": "2024-11-01" }, "extractedAt": "2024-12-01"
        }"#,
        &[not_evaluated("/extractedAt", "MEA004")],
    ),
];
