//! Generations are counted from 1.

use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD011,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, generation"),
        SourceRef::quality_model("Omfang og prioritering"),
    ],
    title: Bilingual::new("generationer tælles fra 1", "generations are counted from 1"),
    why: Bilingual::new(
        "Nogle af kvalitetsmodellens regler gælder kun for første generation, og et sæt med generation 0 kontrolleres ikke mod dem.",
        "Some rules of the quality model apply to the first generation only, and a set of generation 0 is not checked against them.",
    ),
    remedy: Bilingual::new(
        "Angiv generationen fra 1, eller lad den stå tom, hvis sættet ikke er en generation.",
        "State the generation from 1, or leave it out if the set is not a generation.",
    ),
    example: Bilingual::new("Et sæt med generation 0.", "A set of generation 0."),
    ..Rule::DERIVED
};

message! {
    NoGeneration {}
    "generationen er 0, men generationer tælles fra 1",
    "the generation is 0, but generations are counted from 1",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if set.generation == Some(0) {
        cx.not_met(&at.key("generation"), NoGeneration {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, _| set.generation = Some(0)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 1 }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 0 }"#,
        &[not_met(
            "/generation",
            "generationen er 0, men generationer tælles fra 1",
            "the generation is 0, but generations are counted from 1",
        )],
    ),
];
