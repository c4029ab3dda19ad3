//! The documents that the agreement rests on.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FrameworkDocument};
use crate::date::{PartialDate, Period, day_in_lang};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// A document is no longer valid when the agreement begins.
    struct Expired {
        /// Until when the document is valid.
        to / "to": PartialDate,
        /// The first day of the agreement.
        start / "start": NaiveDate,
    }
    message |facts, lang, f| {
        let (to, start) = (facts.to.in_lang(lang), day_in_lang(facts.start, lang));
        match lang {
            Lang::Da => write!(f, "dokumentet gælder til og med {to}, og aftalen begynder {start}"),
            Lang::En => write!(f, "the document is valid up to and including {to}, and the agreement begins on {start}"),
        }
    }
}

facts! {
    /// A document is not valid yet when the agreement ends.
    struct NotYetValid {
        /// From when the document is valid.
        from / "from": PartialDate,
        /// The last day of the agreement.
        end / "end": NaiveDate,
    }
    message |facts, lang, f| {
        let (from, end) = (facts.from.in_lang(lang), day_in_lang(facts.end, lang));
        match lang {
            Lang::Da => write!(f, "dokumentet gælder først fra {from}, og aftalen slutter {end}"),
            Lang::En => write!(f, "the document is valid from {from} only, and the agreement ends on {end}"),
        }
    }
}

facts! {
    /// A document ends before it begins, and so is valid on no day.
    struct NeverValid {
        /// From when the document is valid.
        from / "from": PartialDate,
        /// Until when the document is valid.
        to / "to": PartialDate,
    }
    message |facts, lang, f| {
        let (from, to) = (facts.from.in_lang(lang), facts.to.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "dokumentet gælder fra {from} til {to} og dermed ikke en eneste dag"),
            Lang::En => write!(f, "the document is valid from {from} to {to}, and so on no day at all"),
        }
    }
}

pub(crate) static VALID: Rule = Rule {
    code: codes::AGR016,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-004"],
    sources: &[SourceRef::agreement("1, note 1")],
    title: Bilingual::new(
        "et dokument, som aftalen bygger på, er gyldigt i aftalens år",
        "a document that the agreement rests on is valid in the agreement's year",
    ),
    why: Bilingual::new(
        "Målområderne vælges ud fra disse dokumenter; et udløbet dokument giver dem intet grundlag.",
        "The focus areas are chosen from these documents; one that has expired is no basis for them.",
    ),
    remedy: Bilingual::new(
        "Henvis til den udgave, der gælder i aftalens år, eller fjern dokumentet.",
        "Refer to the edition that is valid in the agreement's year, or remove the document.",
    ),
    example: Bilingual::new(
        "En aftale for 2025 bygger på en strategi for 2021–2024.",
        "An agreement for 2025 rests on a strategy for 2021–2024.",
    ),
    implies: &[],
    requires: &[codes::AGR015],
};

/// A document is valid in the year if one day that it can be valid on lies there.
pub(crate) fn valid(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let year = agreement.running_period();
    let fits = year.is_none_or(|year| year.is_ordered()) && agreement.period_fits_year();
    let list = at.key("framework");
    for (n, document) in agreement.framework.iter().enumerate() {
        let at = list.index(n);
        match (document.from, document.to) {
            (Some(from), Some(to)) if from.first_day() > to.last_day() => {
                cx.not_met(&at, NeverValid { from, to });
            }
            _ if !fits => cx.depends_on(&at, codes::AGR015),
            _ => valid_in(document, year, &at, cx),
        }
    }
}

fn valid_in(document: &FrameworkDocument, year: Option<Period>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let FrameworkDocument { from, to, .. } = *document;
    // One end within the year decides alone.
    let mut decided = from.is_some() && to.is_some();
    if let Some(Period { start, end }) = year {
        if let Some(to) = to.filter(|to| to.last_day() < start) {
            cx.not_met(at, Expired { to, start });
            return;
        }
        if let Some(from) = from.filter(|from| from.first_day() > end) {
            cx.not_met(at, NotYetValid { from, end });
            return;
        }
        decided |=
            from.is_some_and(|from| from.first_day() >= start) || to.is_some_and(|to| to.last_day() <= end);
    }
    cx.all_stated(
        at,
        [
            (year.is_some(), Bilingual::new("aftalens år", "the year of the agreement")),
            (
                decided || from.is_some(),
                Bilingual::new("hvornår dokumentet gælder fra", "from when the document is valid"),
            ),
            (
                decided || to.is_some(),
                Bilingual::new("hvornår dokumentet gælder til", "until when the document is valid"),
            ),
        ],
    );
}
