//! A document that the agreement rests on does not end before it begins.

use crate::agreement::FrameworkDocument;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR038,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "framework"),
        SourceRef::agreement("1, note 1"),
    ],
    title: Bilingual::new(
        "et dokument, som aftalen bygger på, udløber ikke, før det træder i kraft",
        "a document that the agreement rests on does not expire before it takes effect",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: der er ingen dag, hvor rammen gælder.",
        "The document contradicts itself: there is no day on which the framework is valid.",
    ),
    remedy: Bilingual::new(
        "Ret den dato eller det år, der er forkert.",
        "Correct the date or the year that is wrong.",
    ),
    example: Bilingual::new(
        "En strategi, der gælder fra 2024 til 2021.",
        "A strategy that is valid from 2024 to 2021.",
    ),
    ..Rule::DERIVED
};

message! {
    NeverValid { from: PartialDate, to: PartialDate }
    "dokumentet gælder fra {from} til {to}, og den periode har ingen dage",
    "the document is valid from {from} to {to}, a period without days",
}

pub(super) fn check(document: &FrameworkDocument, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(from), Some(to)) = (document.from, document.to)
        && document.is_backwards()
    {
        cx.not_met(at, NeverValid { from, to });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FrameworkDocument> =
    &[|document, _| (document.from, document.to) = (PartialDate::of_year(2025), PartialDate::of_year(2023))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "title": "Rammeaftale" }"#),
    accepts(r#"{ "title": "Rammeaftale", "from": "2024" }"#),
    // The same year, and a day that both dates can mean.
    accepts(r#"{ "title": "Budgetaftale", "from": "2024", "to": "2024" }"#),
    accepts(r#"{ "title": "Budgetaftale", "from": "2024", "to": "2024-01-01" }"#),
    refuses(
        r#"{ "title": "Strategi", "from": "2024-01", "to": "2023-12-31" }"#,
        &[not_met(
            "",
            "dokumentet gælder fra januar 2024 til 31. december 2023, og den periode har ingen dage",
            "the document is valid from January 2024 to 31 December 2023, a period without days",
        )],
    ),
];
