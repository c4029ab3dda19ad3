//! What is worded as a share has a denominator.

use crate::codes;
use crate::model::{Denominator, Indicator};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, Text};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD042,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "standardSet, standards, indicators, statement, denominator",
    )],
    title: Bilingual::new(
        "en indikator, hvis ordlyd begynder med »andel«, har en nævner",
        "an indicator that is worded as a share has a denominator",
    ),
    why: Bilingual::new(
        "Ordlyden siger, at der måles en andel, og definitionen, at det er et antal. Nogle tilbud vil opgive det ene og nogle det andet.",
        "The wording says that a share is measured, and the definition that it is a count. Some services will report the one and some the other.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad det er en andel af, eller ret ordlyden til et antal.",
        "Say what it is a share of, or word the indicator as a number.",
    ),
    example: Bilingual::new(
        "»Andel af borgere med en plan« har ingen nævner.",
        "“Share of citizens with a plan” has no denominator.",
    ),
    ..Rule::DERIVED
};

message! {
    NoDenominator {}
    "ordlyden begynder som en andel, men efter definitionen har indikatoren ingen nævner",
    "the wording begins as that of a share, but by its definition the indicator has no denominator",
}

/// How the wording of a share begins.
const SHARES: [&[&str]; 8] = [
    &["andel"],
    &["andelen"],
    &["procentdel"],
    &["procentdelen"],
    &["share", "of"],
    &["the", "share", "of"],
    &["percentage", "of"],
    &["the", "percentage", "of"],
];

pub(super) fn check(indicator: &Indicator, at: &Path<'_>, cx: &mut Checker<'_>) {
    if indicator.denominator == Some(Denominator::None) && indicator.statement.as_ref().is_some_and(is_share)
    {
        cx.not_met(&at.key("denominator"), NoDenominator {});
    }
}

fn is_share(statement: &Text) -> bool {
    let begins_with = |words: &[&str]| {
        let mut said = statement.as_str().split_whitespace();
        words.iter().all(|word| said.next().is_some_and(|said| said.eq_ignore_ascii_case(word)))
    };
    SHARES.iter().any(|words| begins_with(words))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Indicator> = &[|indicator, _| {
    indicator.statement = Some("Andelen af borgere med en plan".into());
    indicator.denominator = Some(Denominator::None);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": "Antal borgere med en andel", "denominator": "none" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": "Andelsboliger", "denominator": "none" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": "Share knowledge", "denominator": "none" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": "Andel af borgere med en plan" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": "Andel af borgere med en plan",
            "denominator": { "of": { "text": "alle borgere" } }
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": " andel af borgere", "denominator": "none" }"#,
        &[not_met(
            "/denominator",
            "ordlyden begynder som en andel, men efter definitionen har indikatoren ingen nævner",
            "the wording begins as that of a share, but by its definition the indicator has no denominator",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "statement": "The share  of citizens", "denominator": "none" }"#,
        &[not_met(
            "/denominator",
            "ordlyden begynder som en andel, men efter definitionen har indikatoren ingen nævner",
            "the wording begins as that of a share, but by its definition the indicator has no denominator",
        )],
    ),
];
