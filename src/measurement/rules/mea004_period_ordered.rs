//! The period of a measurement does not end before it starts.

use chrono::NaiveDate;

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{date::Period, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA004,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, period")],
    title: Bilingual::new(
        "målingens periode slutter ikke, før den begynder",
        "the period of a measurement does not end before it starts",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv, og det er uklart, hvilke dage den dækker.",
        "The measurement contradicts itself, and it is unclear which days it covers.",
    ),
    remedy: Bilingual::new(
        "Ret periodens første eller sidste dag. En optælling på én dag begynder og slutter samme dag.",
        "Correct the first or the last day. A count on one day starts and ends on that day.",
    ),
    example: Bilingual::new(
        "En måling fra 30. november til 1. november 2024.",
        "A measurement from 30 November to 1 November 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    PeriodBackwards { start: NaiveDate, end: NaiveDate }
    "perioden slutter {end}, altså før den begynder {start}",
    "the period ends on {end}, before it starts on {start}",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(period) = measurement.period
        && !period.is_ordered()
    {
        cx.not_met(&at.key("period"), PeriodBackwards { start: period.start, end: period.end });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, _| {
    measurement.period = Period::year(2024).map(|year| Period { start: year.end, end: year.start });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-01", "end": "2024-11-30" }
        }"#,
    ),
    // A count on one day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-30", "end": "2024-11-30" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-11-30", "end": "2024-11-29" }
        }"#,
        &[not_met(
            "/period",
            "perioden slutter 29. november 2024, altså før den begynder 30. november 2024",
            "the period ends on 29 November 2024, before it starts on 30 November 2024",
        )],
    ),
];
