//! The period does not end before it starts, and has a day in the year that the agreement is named after.

use chrono::NaiveDate;

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::Period;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::name_no_days, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR015,
    severity: Severity::Error,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad")],
    title: Bilingual::new(
        "aftalens periode slutter ikke, før den begynder, og ligger helt eller delvis i det år, aftalen er opkaldt efter",
        "the period does not end before it starts, and lies at least partly in the year that the agreement is named after",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og fristerne kan ikke beregnes.",
        "The document contradicts itself, and the deadlines cannot be calculated.",
    ),
    remedy: Bilingual::new("Ret perioden eller året.", "Correct the period or the year."),
    example: Bilingual::new(
        "En aftale for 2024 med perioden 1. januar til 31. december 2023.",
        "An agreement for 2024 with the period from 1 January to 31 December 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsBeforeStart { start: NaiveDate, end: NaiveDate }
    "perioden slutter {end}, før den begynder {start}",
    "the period ends on {end}, before it starts on {start}",
}

message! {
    OutsideYear { start: NaiveDate, end: NaiveDate, year: u64 }
    "perioden {start} til {end} ligger uden for {year}, som aftalen er opkaldt efter",
    "the period from {start} to {end} is outside {year}, which the agreement is named after",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.period else { return };
    let Period { start, end } = period;
    if !period.is_ordered() {
        cx.not_met(&at.key("period"), EndsBeforeStart { start, end });
    } else if let Some(year) = agreement.year.filter(|_| !agreement.period_fits_year()) {
        cx.not_met(&at.key("period"), OutsideYear { start, end, year: year.into() });
    }
}

// Days without a year are judged by the period, and so are the figures that wait for them.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, _| {
        name_no_days(agreement);
        agreement.period = Period::year(2023);
    },
    |agreement, _| {
        name_no_days(agreement);
        agreement.period = Period::year(2024).map(|year| Period { start: year.end, end: year.start });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2023-01-01", "end": "2023-12-31" }
        }"#,
    ),
    // The whole year, from the first day to the last, and more than that.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-01-01", "end": "2024-12-31" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-01-01", "end": "2025-12-31" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2021-08-01", "end": "2025-07-31" }
        }"#,
    ),
    // A service that opens or closes in the year; the first and the last day of the year alone.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-05-01", "end": "2024-06-30" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-02", "end": "2024-01-01" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-12-31", "end": "2025-12-30" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-01", "end": "2023-12-31" }
        }"#,
        &[not_met(
            "/period",
            "perioden 1. januar 2023 til 31. december 2023 ligger uden for 2024, som aftalen er opkaldt efter",
            "the period from 1 January 2023 to 31 December 2023 is outside 2024, which the agreement \
             is named after",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2025-01-01", "end": "2025-12-31" }
        }"#,
        &[not_met(
            "/period",
            "perioden 1. januar 2025 til 31. december 2025 ligger uden for 2024, som aftalen er opkaldt efter",
            "the period from 1 January 2025 to 31 December 2025 is outside 2024, which the agreement \
             is named after",
        )],
    ),
    // There is no year 0, so nothing is in it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 0,
            "period": { "start": "2024-01-01", "end": "2024-12-31" }
        }"#,
        &[not_met(
            "/period",
            "perioden 1. januar 2024 til 31. december 2024 ligger uden for 0, som aftalen er opkaldt efter",
            "the period from 1 January 2024 to 31 December 2024 is outside 0, which the agreement \
             is named after",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-06-02", "end": "2024-06-01" }
        }"#,
        &[not_met(
            "/period",
            "perioden slutter 1. juni 2024, før den begynder 2. juni 2024",
            "the period ends on 1 June 2024, before it starts on 2 June 2024",
        )],
    ),
    // It is backwards, and in another year: one finding.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-12-31", "end": "2023-01-01" }
        }"#,
        &[not_met(
            "/period",
            "perioden slutter 1. januar 2023, før den begynder 31. december 2023",
            "the period ends on 1 January 2023, before it starts on 31 December 2023",
        )],
    ),
];
