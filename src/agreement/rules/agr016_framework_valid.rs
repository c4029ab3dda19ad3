//! A document that the agreement rests on is valid in the agreement's year.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FrameworkDocument};
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{draft::tape::Tape, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR016,
    requirements: &["R-004"],
    sources: &[SourceRef::agreement("1, note 1")],
    title: Bilingual::new(
        "et dokument, som aftalen bygger på, er gyldigt i aftalens år",
        "a document that the agreement rests on is valid in the agreement's year",
    ),
    why: Bilingual::new(
        "Målområderne vælges inden for rammen af disse dokumenter, og et udløbet dokument kan ikke begrunde dem.",
        "The focus areas are chosen within the framework of these documents, and an expired document cannot justify them.",
    ),
    remedy: Bilingual::new(
        "Henvis til den udgave, der gælder i aftalens år, eller fjern dokumentet.",
        "Refer to the edition that is valid in the agreement's year, or remove the document.",
    ),
    example: Bilingual::new(
        "En aftale for 2025, der bygger på en strategi for 2021–2024.",
        "An agreement for 2025 that rests on a strategy for 2021–2024.",
    ),
    requires: &[codes::AGR015, codes::AGR038],
    ..Rule::DERIVED
};

message! {
    Expired { to: PartialDate, start: NaiveDate }
    "dokumentet gælder til og med {to}, og aftalen begynder {start}",
    "the document is valid up to and including {to}, and the agreement begins on {start}",
}

message! {
    NotYetValid { from: PartialDate, end: NaiveDate }
    "dokumentet gælder først fra {from}, og aftalen slutter {end}",
    "the document is not valid until {from}, and the agreement ends on {end}",
}

/// A document is valid in the year if it can be valid on at least one day of it.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let year = agreement.running_period();
    let fits = year.is_none_or(|year| year.is_ordered()) && agreement.period_fits_year();
    let list = at.key("framework");
    for (n, document) in agreement.framework.iter().enumerate() {
        let at = list.index(n);
        if document.is_backwards() {
            cx.depends_on(&at, codes::AGR038);
        } else if !fits {
            cx.depends_on(&at, codes::AGR015);
        } else {
            check_in_year(document, year, &at, cx);
        }
    }
}

fn check_in_year(document: &FrameworkDocument, year: Option<Period>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let FrameworkDocument { from, to, open_ended, .. } = *document;
    // One end within the year is enough to decide. What is valid until further notice is valid now, unless it is still to
    // begin.
    let is_open = to.is_none() && open_ended == Some(true);
    let mut decided = is_open || (from.is_some() && to.is_some());
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

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| rest_on(agreement, None, None, tape),
    |agreement, tape| rest_on(agreement, Some(2023), None, tape),
    |agreement, tape| rest_on(agreement, None, Some(2025), tape),
    |agreement, tape| rest_on(agreement, None, Some(2023), tape),
    |agreement, tape| rest_on(agreement, Some(2021), Some(2023), tape),
    |agreement, tape| rest_on(agreement, Some(2025), None, tape),
    |agreement, tape| rest_on(agreement, Some(2025), Some(2027), tape),
];

/// Adds a document that is valid from one year to another.
#[cfg(feature = "proptest")]
fn rest_on(agreement: &mut DevelopmentAgreement, from: Option<i32>, to: Option<i32>, tape: &mut Tape<'_>) {
    let document = FrameworkDocument {
        from: from.and_then(PartialDate::of_year),
        to: to.and_then(PartialDate::of_year),
        ..FrameworkDocument::new(tape.said())
    };
    let at = tape.index(agreement.framework.len().saturating_add(1));
    agreement.framework.insert(at, document);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The last day on which it can end, and the first on which it can begin, are in the year.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "politik", "from": "0001", "to": "9999" },
                { "title": "strategi", "from": "2021", "to": "2024" },
                { "title": "strategi", "from": "2021", "to": "2024-01-01" },
                { "title": "strategi", "from": "2024-12-31", "to": "2027" },
                { "title": "strategi", "from": "2024-ultimo", "to": "2024-ultimo" },
                { "title": "strategi", "from": "2024-12", "to": "2024-12-01" }
            ]
        }"#,
    ),
    // One end within the year is enough to decide.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "strategi", "from": "2024-01-01" },
                { "title": "strategi", "to": "2024-12-31" }
            ]
        }"#,
    ),
    // A stated period takes precedence over the calendar year.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-01-01", "end": "2025-12-31" },
            "framework": [{ "title": "strategi", "from": "2025", "to": "2027" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2025,
            "framework": [
                { "title": "strategi", "from": "2021", "to": "2024" },
                { "title": "politik", "from": "2021", "to": "2025" },
                { "title": "strategi", "to": "2024-12-31" }
            ]
        }"#,
        &[
            not_met(
                "/framework/0",
                "dokumentet gælder til og med 2024, og aftalen begynder 1. januar 2025",
                "the document is valid up to and including 2024, and the agreement begins on 1 January 2025",
            ),
            not_met(
                "/framework/2",
                "dokumentet gælder til og med 31. december 2024, og aftalen begynder 1. januar 2025",
                "the document is valid up to and including 31 December 2024, and the agreement begins on 1 January \
                 2025",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "strategi", "from": "2025-01", "to": "2027" },
                { "title": "strategi", "from": "2025-01" }
            ]
        }"#,
        &[
            not_met(
                "/framework/0",
                "dokumentet gælder først fra januar 2025, og aftalen slutter 31. december 2024",
                "the document is not valid until January 2025, and the agreement ends on 31 December 2024",
            ),
            not_met(
                "/framework/1",
                "dokumentet gælder først fra januar 2025, og aftalen slutter 31. december 2024",
                "the document is not valid until January 2025, and the agreement ends on 31 December 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [{ "title": "strategi", "from": "2024-12", "to": "2024-11-30" }]
        }"#,
        &[not_evaluated("/framework/0", "AGR038")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "strategi", "from": "2023" },
                { "title": "strategi", "to": "2025" },
                { "title": "strategi" }
            ]
        }"#,
        &[
            not_assessable(
                "/framework/0",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder til",
                "cannot be assessed; missing: until when the document is valid",
            ),
            not_assessable(
                "/framework/1",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder fra",
                "cannot be assessed; missing: from when the document is valid",
            ),
            not_assessable(
                "/framework/2",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder fra, hvornår dokumentet gælder til",
                "cannot be assessed; missing: from when the document is valid, until when the document is valid",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "strategi", "from": "2021", "to": "2024" },
                { "title": "strategi", "from": "2021" }
            ]
        }"#,
        &[
            not_assessable(
                "/framework/0",
                "kan ikke vurderes; mangler: aftalens år",
                "cannot be assessed; missing: the year of the agreement",
            ),
            not_assessable(
                "/framework/1",
                "kan ikke vurderes; mangler: aftalens år, hvornår dokumentet gælder til",
                "cannot be assessed; missing: the year of the agreement, until when the document is valid",
            ),
        ],
    ),
    // Valid until further notice, from a day that is stated or not; but not before it begins, and not after it has ended.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "lov", "openEnded": true },
                { "title": "lov", "from": "1998-07-01", "openEnded": true },
                { "title": "værdigrundlag", "from": "2024-12-31", "openEnded": true }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "framework": [
                { "title": "lov", "from": "2025-01-01", "openEnded": true },
                { "title": "strategi", "from": "2021", "to": "2023", "openEnded": true },
                { "title": "strategi", "from": "2021", "openEnded": false }
            ]
        }"#,
        &[
            not_met(
                "/framework/0",
                "dokumentet gælder først fra 1. januar 2025, og aftalen slutter 31. december 2024",
                "the document is not valid until 1 January 2025, and the agreement ends on 31 December 2024",
            ),
            not_met(
                "/framework/1",
                "dokumentet gælder til og med 2023, og aftalen begynder 1. januar 2024",
                "the document is valid up to and including 2023, and the agreement begins on 1 January 2024",
            ),
            not_assessable(
                "/framework/2",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder til",
                "cannot be assessed; missing: until when the document is valid",
            ),
        ],
    ),
    // Without a period that fits, nothing can be said.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2024-12-31", "end": "2024-01-01" },
            "framework": [
                { "title": "strategi", "from": "2021", "to": "2023" },
                { "title": "strategi", "from": "2025", "to": "2023" }
            ]
        }"#,
        &[not_evaluated("/framework/0", "AGR015"), not_evaluated("/framework/1", "AGR038")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-01", "end": "2023-12-31" },
            "framework": [{ "title": "strategi" }]
        }"#,
        &[not_evaluated("/framework/0", "AGR015")],
    ),
    // The first and the last year of these reach into the year, and a month within it may be any of its days.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-02-15", "end": "2024-11-15" },
            "framework": [
                { "title": "Kvalitetsmodellen", "from": "2020", "to": "2024-02" },
                { "title": "Kvalitetsmodellen", "from": "2024-11", "to": "2026" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-02-15", "end": "2024-11-15" },
            "framework": [
                { "title": "Kvalitetsmodellen", "from": "2024-02" }, { "title": "Kvalitetsmodellen", "to": "2024-11" }
            ]
        }"#,
        &[
            not_assessable(
                "/framework/0",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder til",
                "cannot be assessed; missing: until when the document is valid",
            ),
            not_assessable(
                "/framework/1",
                "kan ikke vurderes; mangler: hvornår dokumentet gælder fra",
                "cannot be assessed; missing: from when the document is valid",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-12-31", "end": "2024-01-01" },
            "framework": [{ "title": "Kvalitetsmodellen", "from": "2020", "to": "2024" }]
        }"#,
        &[not_evaluated("/framework/0", "AGR015")],
    ),
];
