//! A standard is evaluated on all four steps.

use alloc::vec::Vec;

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind};
use crate::model::QualityStep;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{external, one_standard};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA006,
    basis: Basis::PublicPractice,
    sources: &[SourceRef::new(SourceDocument::EVALUATION_2013, "Formål: standardernes fire trin")],
    title: Bilingual::new(
        "en standard evalueres på alle fire trin",
        "a standard is evaluated on all four steps",
    ),
    why: Bilingual::new(
        "En procedure, der er beskrevet og fulgt, men aldrig overvåget eller justeret, er kun halvdelen af arbejdet.",
        "A procedure that is described and followed, but never monitored or adjusted, is only half the work.",
    ),
    remedy: Bilingual::new(
        "Tilføj de trin, der mangler, eller skriv, at de ikke er relevante eller ikke er vurderet.",
        "Add the steps that are missing, or say that they are not relevant or were not rated.",
    ),
    example: Bilingual::new(
        "For standarden Ledelse er kun de retningsgivende dokumenter og implementeringen evalueret.",
        "For the standard on management, only the guiding documents and the implementation are evaluated.",
    ),
    ..Rule::DERIVED
};

message! {
    Missing { missing: Vec<Bilingual> }
    "blandt trinnene mangler {missing:og}",
    "missing among the steps: {missing:and}",
}

/// Quality monitoring is itself the third step. Where no step is listed, the document does not say which are evaluated.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind == EvaluationKind::Monitoring {
        return;
    }
    let list = at.key("standards");
    for (n, one) in evaluation.standards.iter().enumerate().filter(|(_, one)| !one.steps.is_empty()) {
        let missing =
            QualityStep::ALL.iter().filter(|step| one.steps.iter().all(|rated| rated.step != **step));
        let missing: Vec<_> = missing.map(|step| step.label()).collect();
        if !missing.is_empty() {
            cx.not_met(&list.index(n), Missing { missing });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, tape| {
    external(evaluation);
    // What the steps give together is no longer known.
    evaluation.combination = None;
    let left = tape.index(3).saturating_add(1);
    one_standard(evaluation, tape, |one| one.steps.truncate(left));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{}] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring",
            "standards": [{ "steps": [{ "step": "monitoring" }] }]
        }"#,
    ),
    // Not relevant, not rated and not stated are no missing steps.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [{ "steps": [
                { "step": "guidingDocuments", "rating": "notRelevant" }, { "step": "implementation", "rating": "notRated" },
                { "step": "monitoring" }, { "step": "improvement" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "steps": [{ "step": "guidingDocuments" }, { "step": "implementation" }] },
                { "steps": [{ "step": "guidingDocuments" }, { "step": "implementation" }, { "step": "improvement" }] }
            ]
        }"#,
        &[
            not_met(
                "/standards/0",
                "blandt trinnene mangler kvalitetsovervågning og kvalitetsforbedring",
                "missing among the steps: quality monitoring and quality improvement",
            ),
            not_met(
                "/standards/1",
                "blandt trinnene mangler kvalitetsovervågning",
                "missing among the steps: quality monitoring",
            ),
        ],
    ),
];
