//! The indicators of a standard differ.

use crate::codes;
use crate::model::{Denominator, Indicator, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::common_standard,
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD031,
    requirements: &["R-071"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "en standard har ikke den samme indikator to gange",
        "a standard does not have the same indicator twice",
    ),
    why: Bilingual::new(
        "Ellers er der én indikator færre, end sættet siger, og det samme måles to gange.",
        "Otherwise there is one indicator fewer than the set says, and the same thing is measured twice.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller ret den, så det fremgår, hvad den måler.",
        "Delete one of the two, or correct it, so that it says what it measures.",
    ),
    example: Bilingual::new(
        "Begge indikatorer for standarden er andelen af borgere med en plan.",
        "Both indicators of the standard are the share of citizens with a plan.",
    ),
    ..Rule::DERIVED
};

message! {
    Again {}
    "standarden har allerede en indikator med samme ordlyd, tæller, nævner og datakilde",
    "the standard already has an indicator with the same wording, numerator, denominator and data source",
}

/// What an indicator measures, and from where. Returns `None` if it has no wording.
pub(super) fn meaning(indicator: &Indicator) -> Option<[Option<Folded<'_>>; 4]> {
    let denominator = match &indicator.denominator {
        Some(Denominator::Of { text }) => Some(text),
        Some(Denominator::None) | None => None,
    };
    let Indicator { statement, numerator, data_source, .. } = indicator;
    let statement = Folded::stated(statement.as_ref())?;
    let [numerator, denominator, source] =
        [numerator.as_ref(), denominator, data_source.as_ref()].map(Folded::stated);
    Some([Some(statement), numerator, denominator, source])
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in set.standards.iter().enumerate() {
        repeated(&standard.indicators, &list.item(n, standard.id).key("indicators"), cx);
    }
}

fn repeated(indicators: &[Indicator], list: &Path<'_>, cx: &mut Checker<'_>) {
    each_repeat(indicators, meaning, |one, n, _| cx.not_met(&list.item(n, one.id), Again {}));
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    if let Some([.., one, other]) =
        common_standard(set, tape).map(|standard| standard.indicators.as_mut_slice())
    {
        *other = Indicator { origin: other.origin.clone(), ..Indicator { id: other.id, ..one.clone() } };
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Of the same citizens, and of others; from another source; and without a wording.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common", "indicators": [
                { "id": "00000000-0000-4000-8000-000000000031", "statement": "borgere med en plan" },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "statement": "borgere med en plan",
                    "denominator": { "of": { "text": "alle borgere" } }, "dataSource": "journal"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000033", "statement": "borgere med en plan",
                    "denominator": { "of": { "text": "alle nye borgere" } }, "dataSource": "journal"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000034", "statement": "borgere med en plan",
                    "denominator": { "of": { "text": "alle borgere" } }, "dataSource": "spørgeskema"
                },
                { "id": "00000000-0000-4000-8000-000000000035" },
                { "id": "00000000-0000-4000-8000-000000000036", "statement": " " },
                { "id": "00000000-0000-4000-8000-000000000037" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common", "indicators": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "statement": "borgere med en plan",
                    "numerator": "borgere med en plan", "denominator": { "of": { "text": "alle borgere" } }
                },
                { "id": "00000000-0000-4000-8000-000000000032", "statement": "fald" },
                {
                    "id": "00000000-0000-4000-8000-000000000033", "statement": "Borgere  med en plan ",
                    "numerator": "borgere med en plan", "denominator": { "of": { "text": "alle borgere" } }
                }
            ] }]
        }"#,
        &[not_met(
            "/standards/0/indicators/2",
            "standarden har allerede en indikator med samme ordlyd, tæller, nævner og datakilde",
            "the standard already has an indicator with the same wording, numerator, denominator and data source",
        )],
    ),
];
