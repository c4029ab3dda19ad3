//! A tailored set has an id of its own.

use crate::codes;
use crate::model::Tailoring;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD025,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, result")],
    title: Bilingual::new("det tilpassede sæt har sit eget id", "a tailored set has an id of its own"),
    why: Bilingual::new(
        "Ellers har regionens sæt og det fælles sæt samme id, og ingen kan se, hvilket af dem et dokument henviser til.",
        "Otherwise the region's set and the common one share an id, and nobody can see which of them a document refers to.",
    ),
    remedy: Bilingual::new(
        "Giv det tilpassede sæt et nyt id, eller lad id'et stå tomt.",
        "Give the tailored set a new id, or leave the id out.",
    ),
    example: Bilingual::new(
        "Regionens sæt har samme id som sættet fra 2007.",
        "The set of the region has the id of the set of 2007.",
    ),
    ..Rule::DERIVED
};

message! {
    SameId {}
    "det tilpassede sæt har samme id som det sæt, tilpasningen bygger på",
    "the tailored set has the id of the set that the tailoring is based on",
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    if tailoring.result == Some(tailoring.base) {
        cx.not_met(&at.key("result"), SameId {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[|tailoring, _| tailoring.result = Some(tailoring.base)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "result": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "result": "6b76616c-6974-8000-8000-000100000000"
        }"#,
        &[not_met(
            "/result",
            "det tilpassede sæt har samme id som det sæt, tilpasningen bygger på",
            "the tailored set has the id of the set that the tailoring is based on",
        )],
    ),
];
