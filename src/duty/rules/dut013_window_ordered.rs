//! The window of a safety review does not end before it begins.

use chrono::NaiveDate;

use crate::codes;
use crate::date::Period;
use crate::duty::BuildingReview;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT013,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "buildingReview"),
        SourceRef::agreement("1.2"),
    ],
    title: Bilingual::new(
        "perioden for gennemgangen af bygninger slutter ikke, før den begynder",
        "the window of a safety review does not end before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: der er ingen dag, hvor bygningerne kan gennemgås.",
        "The document contradicts itself: there is no day on which the buildings can be reviewed.",
    ),
    remedy: Bilingual::new("Ret den dag, der er forkert.", "Correct the day that is wrong."),
    example: Bilingual::new(
        "Bygningerne gennemgås fra 1. januar 2024 til 31. december 2023.",
        "The buildings are reviewed from 1 January 2024 to 31 December 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { start: NaiveDate, end: NaiveDate }
    "perioden begynder {start} og slutter allerede {end}",
    "the window begins on {start} and ends before that, on {end}",
}

pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(Period { start, end }) = review.window.filter(|window| !window.is_ordered()) {
        cx.not_met(&at.key("window"), Backwards { start, end });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[|review, _| {
    review.window = review.window.map(|Period { start, end }| Period { start: end, end: start });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "window": { "start": "2024-01-01", "end": "2024-01-01" } }"#),
    refuses(
        r#"{ "window": { "start": "2024-01-02", "end": "2024-01-01" } }"#,
        &[not_met(
            "/window",
            "perioden begynder 2. januar 2024 og slutter allerede 1. januar 2024",
            "the window begins on 2 January 2024 and ends before that, on 1 January 2024",
        )],
    ),
];
