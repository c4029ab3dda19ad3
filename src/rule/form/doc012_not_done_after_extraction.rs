//! Nothing in a document, nor the source document, is dated after the day on which its content was extracted.

use chrono::NaiveDate;

use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

pub(crate) static RULE: Rule = Rule {
    code: codes::DOC012,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "meta, extractedAt; sourceDocument, date")],
    title: Bilingual::new(
        "intet i et dokument er gjort efter den dag, indholdet blev trukket ud, og kildedokumentet er heller ikke dateret senere",
        "nothing in a document was done after the day on which its content was extracted, and its source document is not dated later",
    ),
    why: Bilingual::new(
        "Det, der er gjort efter den dag, indholdet blev trukket ud, kan ikke stå i det. Enten er indholdet trukket ud igen, eller der er skrevet videre på det, uden at dagen er rettet, eller også er en dato tastet forkert. Fundet viser den seneste dato. Er kildedokumentet dateret senere, kan indholdet komme fra et udkast.",
        "What was done after the day on which the content was extracted cannot be in it. Either it was extracted again or added to and the day was not corrected, or a date was mistyped. The finding shows the latest date. If the source document is dated later, the content may be that of a draft.",
    ),
    remedy: Bilingual::new(
        "Ret den dag, indholdet er trukket ud, eller datoen i indholdet eller på kildedokumentet. Er indholdet fra et udkast, så træk det ud igen af det færdige dokument.",
        "Correct the day of the extraction, or the date in the content or of the source document. If the content is that of a draft, extract it again from the finished document.",
    ),
    example: Bilingual::new(
        "Aftalen er trukket ud af systemet 1. juni 2025, men en indsats i den er udført 20. november 2025.",
        "The agreement was extracted on 1 June 2025, but an action in it was done on 20 November 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneLater { extracted_at: NaiveDate, what: Bilingual, on: PartialDate }
    "indholdet er trukket ud {extracted_at}, men noget i det står som {what} {on:i}",
    "the content was extracted on {extracted_at}, but something in it is recorded as {what} {on:on|in}",
}

message! {
    SourceLater { extracted_at: NaiveDate, on: PartialDate }
    "kildedokumentet er dateret {on}, men indholdet er trukket ud forinden, {extracted_at}",
    "the source document is dated {on}, but the content had been extracted before, on {extracted_at}",
}

/// What was done after a content was extracted, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Later {
    pub(crate) what: Bilingual,
    pub(crate) on: PartialDate,
}

/// Reports the latest of what was done later, at the document.
pub(crate) fn check(extracted_at: NaiveDate, later: Later, document: &Path<'_>, cx: &mut Checker<'_>) {
    let at = document.key("meta");
    let Later { what, on } = later;
    cx.not_met(&at.key("extractedAt"), DoneLater { extracted_at, what, on });
}

/// Reports a source document that is dated later.
pub(crate) fn check_source(
    extracted_at: NaiveDate,
    dated: PartialDate,
    document: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if dated.first_day() > extracted_at {
        let at = document.key("meta");
        cx.not_met(&at.key("sourceDocument").key("date"), SourceLater { extracted_at, on: dated });
    }
}
