//! The title names the year of the agreement, if it names one.

use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::Period;
use crate::report::Path;
use crate::rule::{Basis, Checker, Positions, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR087,
    basis: Basis::Form,
    requirements: &["R-001"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "agreement, title; year; period"),
        SourceRef::agreement("titelblad"),
    ],
    title: Bilingual::new(
        "nævner aftalens titel et årstal, er det aftalens",
        "if the title of the agreement names a year, it is that of the agreement",
    ),
    why: Bilingual::new(
        "Læseren går ud fra titlen, og fristerne beregnes ud fra året og perioden. Står der to forskellige år, er titlen måske fulgt med fra en tidligere aftale.",
        "Readers go by the title, and deadlines are calculated from the year and the period. If the years differ, the title may have been copied from an earlier agreement.",
    ),
    remedy: Bilingual::new(
        "Ret titlen, eller ret aftalens år eller periode.",
        "Correct the title, or correct the year or the period of the agreement.",
    ),
    example: Bilingual::new(
        "Aftalen hedder »Drifts- og udviklingsaftale 2024«, men er for 2025.",
        "The agreement is called “Drifts- og udviklingsaftale 2024”, but is for 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherYear { named: Positions, year: u64 }
    "titlen nævner {named:og}, men aftalen er for {year}",
    "the title names {named:and}, but the agreement is for {year}",
}

message! {
    OutsidePeriod { named: Positions, start: NaiveDate, end: NaiveDate }
    "titlen nævner {named:og}, men aftalen gælder fra {start} til {end}",
    "the title names {named:and}, but the agreement runs from {start} to {end}",
}

/// One year of the agreement among those in the title is enough.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(title), year, period) = (&agreement.title, agreement.year, agreement.period) else { return };
    let is_own = |named: u16| {
        let within = |Period { start, end }: Period| (start.year()..=end.year()).contains(&i32::from(named));
        year == Some(named) || period.is_some_and(within)
    };
    if years(title.as_str()).next().is_none() || all_years(title.as_str()).any(is_own) {
        return;
    }
    // Each is named once, in the order of the title.
    let named = || {
        let mut named = Vec::new();
        for year in years(title.as_str()).map(u64::from).take(MOST) {
            if !named.contains(&year) {
                named.push(year);
            }
        }
        Positions(named)
    };
    let at = at.key("title");
    match (year, period) {
        (Some(year), _) => cx.not_met(&at, OtherYear { named: named(), year: year.into() }),
        (None, Some(Period { start, end })) => cx.not_met(&at, OutsidePeriod { named: named(), start, end }),
        (None, None) => {}
    }
}

/// How many years of a title a message names at most.
const MOST: usize = 8;

/// The years from 1900 to 2099 in a text, as numbers of their own.
fn years(text: &str) -> impl Iterator<Item = u16> + '_ {
    let numbers = text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() == 4);
    numbers.filter_map(|part| part.parse().ok()).filter(|year| (1900..=2099).contains(year))
}

/// The years in a text, with those that are written by their last two digits: 2024/25.
fn all_years(text: &str) -> impl Iterator<Item = u16> + '_ {
    let parts = text.split(['/', '-', '–']);
    let both = parts.clone().zip(parts.skip(1));
    let short = both.filter_map(|(before, after)| {
        let century = years(before.get(before.len().checked_sub(4)?..)?).next()?.checked_div(100)?;
        let digits = after.get(..2).filter(|_| !after.chars().nth(2).is_some_and(char::is_alphanumeric))?;
        let last: u16 = digits.parse().ok()?;
        century.checked_mul(100)?.checked_add(last)
    });
    years(text).chain(short)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let titles = ["Drifts- og udviklingsaftale 2023", "Aftale 2025-26", "2022 og 2023"];
        agreement.title = Some((*tape.pick(&titles)).into());
    },
    |agreement, _| {
        agreement.title = Some("Drifts- og udviklingsaftale 2025".into());
        (agreement.year, agreement.period) = (None, Period::year(2024));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2025 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale 2024" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale", "year": 2025 }"#),
    // One of several is enough, also by its last two digits, or if the period holds it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "title": "Drifts- og udviklingsaftale 2025, revideret i 2024", "year": 2025
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale 2024/25", "year": 2025 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale for 2026", "year": 2025,
            "period": { "start": "2025-01-01", "end": "2026-12-31" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale for 2024",
            "period": { "start": "2024-08-01", "end": "2025-07-31" }
        }"#,
    ),
    // Not years: parts of longer words and numbers, and other numbers.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale 20241, A2024, 1899 og 2100 m²", "year": 2025 }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "title": "Drifts- og udviklingsaftale 2024", "year": 2025,
            "period": { "start": "2025-01-01", "end": "2025-12-31" }
        }"#,
        &[not_met(
            "/title",
            "titlen nævner 2024, men aftalen er for 2025",
            "the title names 2024, but the agreement is for 2025",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale 2023–2024 (2024, æ/25å, 1-2)", "year": 2025
        }"#,
        &[not_met(
            "/title",
            "titlen nævner 2023 og 2024, men aftalen er for 2025",
            "the title names 2023 and 2024, but the agreement is for 2025",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "title": "Aftale 1999",
            "period": { "start": "2025-01-01", "end": "2025-12-31" }
        }"#,
        &[not_met(
            "/title",
            "titlen nævner 1999, men aftalen gælder fra 1. januar 2025 til 31. december 2025",
            "the title names 1999, but the agreement runs from 1 January 2025 to 31 December 2025",
        )],
    ),
    // A number of five digits is no year.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024, "title": "Aftale A202, 02023 og 20231" }"#,
    ),
    // Two digits with a letter are none, either.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024, "title": "Udviklingsaftale 2023/24a" }"#,
        &[not_met(
            "/title",
            "titlen nævner 2023, men aftalen er for 2024",
            "the title names 2023, but the agreement is for 2024",
        )],
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 1999, "title": "Udviklingsaftale 1998/99" }"#,
    ),
];
