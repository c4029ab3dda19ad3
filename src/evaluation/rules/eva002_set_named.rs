//! An evaluation names the standard set that it follows.

use crate::codes;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA002,
    sources: &[
        SourceRef::new(SourceDocument::EVALUATION_RANDERS, "Formål"),
        SourceRef::new(SourceDocument::EVALUATION_2013, "Formål"),
    ],
    title: Bilingual::new(
        "en evaluering nævner det standardsæt, den følger",
        "an evaluation names the standard set that it follows",
    ),
    why: Bilingual::new(
        "Datoen siger det ikke: i efteråret 2013 blev nogle tilbud evalueret efter seks standarder og andre efter ni.",
        "The date does not say it: in the autumn of 2013 some services were evaluated against six standards and others against nine.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilket standardsæt evalueringen følger.",
        "Say which standard set the evaluation follows.",
    ),
    example: Bilingual::new(
        "En evaluering fra oktober 2013 har ni standarder og nævner intet standardsæt.",
        "An evaluation of October 2013 has nine standards, but names no standard set.",
    ),
    ..Rule::DERIVED
};

message! {
    NoSet {}
    "det fremgår ikke, hvilket standardsæt evalueringen følger",
    "it is not stated which standard set the evaluation follows",
}

/// One without standards says nothing that needs a set.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !evaluation.standards.is_empty() && evaluation.standard_set.is_none() {
        cx.not_met(at, NoSet {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, _| evaluation.standard_set = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{}],
            "standardSet": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standards": [{}] }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilket standardsæt evalueringen følger",
            "it is not stated which standard set the evaluation follows",
        )],
    ),
];
