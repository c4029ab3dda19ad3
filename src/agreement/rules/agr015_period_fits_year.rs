//! The period starts before it ends, and holds the year that the agreement is named after.

use chrono::NaiveDate;

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::Period;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR015,
    severity: Severity::Error,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad")],
    title: Bilingual::new(
        "aftalens periode begynder, før den slutter, og rummer det år, aftalen er opkaldt efter",
        "the period starts before it ends, and holds the year that the agreement is named after",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen frist kan regnes ud.",
        "The document contradicts itself, and no deadline can be worked out.",
    ),
    remedy: Bilingual::new("Ret perioden eller året.", "Correct the period or the year."),
    example: Bilingual::new(
        "Aftale 2024 med perioden 1. januar til 31. december 2023.",
        "Agreement 2024 with the period from 1 January to 31 December 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsBeforeStart { start: NaiveDate, end: NaiveDate }
    "perioden slutter {end}, før den begynder {start}",
    "the period ends on {end}, before it starts on {start}",
}

message! {
    OutsideYear { start: NaiveDate, end: NaiveDate }
    "perioden {start} til {end} ligger uden for aftalens år",
    "the period from {start} to {end} lies outside the year of the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.period else { return };
    let Period { start, end } = period;
    if !period.is_ordered() {
        cx.not_met(&at.key("period"), EndsBeforeStart { start, end });
    } else if !agreement.period_fits_year() {
        cx.not_met(&at.key("period"), OutsideYear { start, end });
    }
}

// Days without a year are judged by the period, and so are the figures that wait for them.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, _| {
        agreement.focus_areas.clear();
        agreement.period = Period::year(2023);
    },
    |agreement, _| {
        agreement.focus_areas.clear();
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
    // One day of the year is enough, at its beginning or at its end.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-02-01", "end": "2024-01-01" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-12-31", "end": "2025-12-31" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-06-01", "end": "2024-06-01" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-01", "end": "2023-12-31" }
        }"#,
        &[not_met(
            "/period",
            "perioden 1. januar 2023 til 31. december 2023 ligger uden for aftalens år",
            "the period from 1 January 2023 to 31 December 2023 lies outside the year of the agreement",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2025-01-01", "end": "2025-12-31" }
        }"#,
        &[not_met(
            "/period",
            "perioden 1. januar 2025 til 31. december 2025 ligger uden for aftalens år",
            "the period from 1 January 2025 to 31 December 2025 lies outside the year of the agreement",
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
