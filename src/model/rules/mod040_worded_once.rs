//! Each indicator of a standard has a wording of its own.

use super::mod031_indicator_once::meaning;
use crate::codes;
use crate::model::{Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::common_standard,
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD040,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "standardSet, standards, indicators, statement",
    )],
    title: Bilingual::new(
        "to indikatorer for en standard har ikke samme ordlyd",
        "two indicators of a standard do not have the same wording",
    ),
    why: Bilingual::new(
        "Ordlyden er det, man læser i en opgørelse. Har to indikatorer den samme, ved ingen, hvilken af dem et tal gælder.",
        "The wording is what people read beside a figure. If two indicators have the same, nobody knows which of them it is about.",
    ),
    remedy: Bilingual::new(
        "Ret den ordlyd, der er forkert, eller skriv i ordlyden, hvad der er forskellen.",
        "Correct the wording that is wrong, or say in it what the difference is.",
    ),
    example: Bilingual::new(
        "To indikatorer hedder »andel af borgere med en plan«, men den ene tæller planer uden mål.",
        "Two indicators are worded “share of citizens with a plan”, but one of them counts plans without a goal.",
    ),
    ..Rule::DERIVED
};

message! {
    SameWording { first: u64 }
    "indikatoren har samme ordlyd som standardens {first}. indikator, men måler noget andet",
    "the indicator has the wording of indicator {first} of the standard, but measures something else",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in set.standards.iter().enumerate() {
        check_standard(standard, &list.item(n, standard.id).key("indicators"), cx);
    }
}

/// What measures the same is one indicator twice (`MOD031`).
fn check_standard(standard: &Standard, list: &Path<'_>, cx: &mut Checker<'_>) {
    each_repeat(
        &standard.indicators,
        |one| Folded::stated(one.statement.as_ref()),
        |one, n, first| {
            if standard.indicators.get(first).is_some_and(|first| meaning(first) != meaning(one)) {
                cx.not_met(&list.item(n, one.id).key("statement"), SameWording { first: ordinal(first) });
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    if let Some([.., one, other]) =
        common_standard(set, tape).map(|standard| standard.indicators.as_mut_slice())
    {
        other.statement.clone_from(&one.statement);
        other.data_source = Some("et andet register".into());
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // One indicator twice, indicators without a wording, and one wording under two standards.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031", "statement": "borgere med en plan" },
                        { "id": "00000000-0000-4000-8000-000000000032", "statement": "Borgere  med en plan" },
                        { "id": "00000000-0000-4000-8000-000000000033" }, { "id": "00000000-0000-4000-8000-000000000034", "numerator": "planer" },
                        { "id": "00000000-0000-4000-8000-000000000035", "statement": " " }, { "id": "00000000-0000-4000-8000-000000000036", "statement": " ", "numerator": "planer" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000037", "statement": "borgere med en plan", "numerator": "unge" }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                "indicators": [
                    { "id": "00000000-0000-4000-8000-000000000031", "statement": "Andel af borgere med en plan", "numerator": "borgere med en plan" },
                    { "id": "00000000-0000-4000-8000-000000000032", "statement": "andel af borgere med en plan", "numerator": "planer uden mål" }
                ]
            }]
        }"#,
        &[not_met(
            "/standards/0/indicators/1/statement",
            "indikatoren har samme ordlyd som standardens 1. indikator, men måler noget andet",
            "the indicator has the wording of indicator 1 of the standard, but measures something else",
        )],
    ),
];
