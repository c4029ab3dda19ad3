//! The surveyors of an external evaluation are bound by confidentiality.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::one_evaluator;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA025,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EVALUATION_2012, "Fakta om besøget"),
        SourceRef::new(SourceDocument::EVALUATION_2013, "Fakta om besøget"),
    ],
    title: Bilingual::new(
        "surveyors i en ekstern evaluering har tavshedspligt",
        "the surveyors of an external evaluation are bound by confidentiality",
    ),
    why: Bilingual::new(
        "Surveyors taler med borgere og pårørende og ser dokumentation om dem. I offentlige rapporter har de tavshedspligt; for observatører siger kun nogle rapporter det.",
        "Surveyors talk with citizens and relatives, and see records about them. In public reports they are bound by confidentiality; of observers only some reports say so.",
    ),
    remedy: Bilingual::new(
        "Sørg for, at surveyoren har tavshedspligt, eller ret oplysningen.",
        "See to it that the surveyor is bound by confidentiality, or correct what is stated.",
    ),
    example: Bilingual::new(
        "Om den ene surveyor står der, at der ikke er tavshedspligt.",
        "It is stated of one of the surveyors that there is no duty of confidentiality.",
    ),
    ..Rule::DERIVED
};

message! {
    NotBound {}
    "surveyoren har ikke tavshedspligt",
    "the surveyor is not bound by confidentiality",
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    let list = at.key("evaluators");
    for (n, one) in evaluation.evaluators.iter().enumerate() {
        if one.role == Some(EvaluatorRole::Surveyor) && one.confidential == Some(false) {
            cx.not_met(&list.index(n).key("confidential"), NotBound {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> =
    &[|evaluation, tape| one_evaluator(evaluation, tape, |one| one.confidential = Some(false))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // Not stated, those who do not rate, and somebody whose role is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [
                { "role": "surveyor", "confidential": true, "organisation": "en pårørendeforening" },
                { "role": "surveyor", "organisation": "en pårørendeforening" },
                { "role": "observer", "confidential": false },
                { "role": "trainee", "confidential": false },
                { "confidential": false }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "evaluators": [{ "role": "surveyor", "confidential": false }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [
                { "role": "surveyor", "confidential": true },
                { "role": "surveyor", "confidential": false }
            ]
        }"#,
        &[not_met(
            "/evaluators/1/confidential",
            "surveyoren har ikke tavshedspligt",
            "the surveyor is not bound by confidentiality",
        )],
    ),
];
