//! A community does not end before it begins.

use crate::codes;
use crate::community::Charter;
use crate::date::{self, PartialDate};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP019,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, charter")],
    title: Bilingual::new(
        "et forbedringsfællesskab slutter ikke, før det begynder",
        "an improvement community does not end before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvornår fællesskabet arbejder.",
        "The document contradicts itself, and nobody knows when the community works.",
    ),
    remedy: Bilingual::new("Ret den ene af datoerne.", "Correct one of the dates."),
    example: Bilingual::new(
        "Kommissoriet gælder fra januar 2025 til december 2024.",
        "The terms of reference run from January 2025 to December 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsFirst { ends_on: PartialDate, starts_on: PartialDate }
    "fællesskabet slutter {ends_on:i}, altså før det begynder {starts_on:i}",
    "the community ends {ends_on:on|in}, before it begins {starts_on:on|in}",
}

/// Returns when the community begins and ends, if the end is before the beginning for certain.
pub(super) fn backwards(charter: &Charter) -> Option<(PartialDate, PartialDate)> {
    date::backwards(charter.starts_on, charter.ends_on)
}

pub(super) fn check(charter: &Charter, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((starts_on, ends_on)) = backwards(charter) {
        cx.not_met(&at.key("endsOn"), EndsFirst { ends_on, starts_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Charter> = &[|charter, _| {
    (charter.starts_on, charter.ends_on) = (PartialDate::of_year(2025), PartialDate::of_year(2024));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "startsOn": "2024-05-31", "endsOn": "2024-05" }"#),
    refuses(
        r#"{ "startsOn": "2024-06-01", "endsOn": "2024-05" }"#,
        &[not_met(
            "/endsOn",
            "fællesskabet slutter i maj 2024, altså før det begynder 1. juni 2024",
            "the community ends in May 2024, before it begins on 1 June 2024",
        )],
    ),
];
