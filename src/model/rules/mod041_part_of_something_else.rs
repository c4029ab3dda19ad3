//! A share is of something other than what is counted.

use crate::codes;
use crate::model::{Denominator, Indicator};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, Folded};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD041,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "standardSet, standards, indicators, numerator, denominator",
    )],
    title: Bilingual::new(
        "tæller og nævner i en indikator er ikke det samme",
        "the numerator and the denominator of an indicator are not the same",
    ),
    why: Bilingual::new(
        "Ellers er andelen altid 100 %, og indikatoren viser intet. En af de to er skrevet forkert.",
        "Otherwise the share is always 100%, and the indicator shows nothing. One of the two was written wrongly.",
    ),
    remedy: Bilingual::new(
        "Ret tælleren, så den siger, hvad der tælles, eller nævneren, så den siger, hvad det er en andel af.",
        "Correct the numerator, so that it says what is counted, or the denominator, so that it says what it is a share of.",
    ),
    example: Bilingual::new(
        "Både tæller og nævner er »borgere med en plan«.",
        "Both numerator and denominator are “citizens with a plan”.",
    ),
    ..Rule::DERIVED
};

message! {
    SameWords {}
    "tælleren og nævneren har samme ordlyd, så andelen altid er 100 %",
    "the numerator and the denominator have the same wording, so that the share is always 100%",
}

pub(super) fn check(indicator: &Indicator, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(Denominator::Of { text }) = &indicator.denominator
        && Folded::stated(Some(text))
            .is_some_and(|of| Some(of) == Folded::stated(indicator.numerator.as_ref()))
    {
        cx.not_met(at, SameWords {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Indicator> = &[|indicator, tape| {
    let words = tape.said();
    (indicator.numerator, indicator.denominator) =
        (Some(words.clone()), Some(Denominator::Of { text: words }));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "numerator": "borgere med en plan",
            "denominator": { "of": { "text": "alle borgere" } }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "numerator": "fald", "denominator": "none" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "numerator": " ", "denominator": { "of": { "text": " " } } }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "numerator": "Borgere med en plan",
            "denominator": { "of": { "text": "borgere med  en plan " } }
        }"#,
        &[not_met(
            "",
            "tælleren og nævneren har samme ordlyd, så andelen altid er 100 %",
            "the numerator and the denominator have the same wording, so that the share is always 100%",
        )],
    ),
];
