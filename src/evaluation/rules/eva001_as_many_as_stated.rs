//! An evaluation lists as many standards as its text says.

use crate::codes;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks::external;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA001,
    basis: Basis::Form,
    requirements: &["S-020"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, statedStandards"),
        SourceRef::quality_model("Kvalitetsmål/standarder"),
        SourceRef::new(SourceDocument::EVALUATION_2012, "Formål; Indhold"),
    ],
    title: Bilingual::new(
        "en evaluering har så mange standarder, som teksten siger",
        "an evaluation has as many standards as its text says",
    ),
    why: Bilingual::new(
        "Ellers kan læseren ikke se, om standarder er udeladt, eller om teksten er fra en ældre skabelon.",
        "Otherwise readers cannot see whether standards were left out, or whether the text is from an older template.",
    ),
    remedy: Bilingual::new(
        "Ret antallet i teksten, eller tilføj eller fjern standarder.",
        "Correct the number in the text, or add or remove standards.",
    ),
    example: Bilingual::new(
        "Rapporten nævner seks standarder i formålet, men indholdsfortegnelsen har fire.",
        "The report mentions six standards in its statement of purpose, but its table of contents has four.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherNumber { stated: u64, listed: u64 }
    "teksten nævner {stated:standard|standarder}, men {listed:standard|standarder} er med",
    "the text mentions {stated:standard|standards}, but the list has {listed:standard|standards}",
}

const LIST: Bilingual = Bilingual::new("listen over standarder", "the list of standards");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(stated) = evaluation.stated_standards else { return };
    let place = at.key("statedStandards");
    match evaluation.lists_as_many_as_stated() {
        Some(true) => {}
        Some(false) => {
            let listed = count(evaluation.standards.len());
            cx.not_met(&place, OtherNumber { stated: stated.into(), listed });
        }
        None => cx.not_assessable(&place, LIST),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        let listed = u32::try_from(evaluation.standards.len()).unwrap_or_default();
        let more = u32::try_from(tape.within(1, 3)).unwrap_or(1);
        evaluation.stated_standards = Some(listed.saturating_add(more));
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.standards.clear();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{}] }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "statedStandards": 1, "standards": [{}] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "statedStandards": 6, "standards": [{}] }"#,
        &[not_met(
            "/statedStandards",
            "teksten nævner 6 standarder, men 1 standard er med",
            "the text mentions 6 standards, but the list has 1 standard",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "statedStandards": 6 }"#,
        &[not_assessable(
            "/statedStandards",
            "kan ikke vurderes; mangler: listen over standarder",
            "cannot be assessed; missing: the list of standards",
        )],
    ),
];
