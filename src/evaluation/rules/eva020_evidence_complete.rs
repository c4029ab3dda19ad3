//! An external evaluation rests on dialogue, observation and written material.

use alloc::vec::Vec;

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationEvidence, EvaluationKind};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::external;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA020,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    sources: &[SourceRef::new(SourceDocument::EVALUATION_2013, "Formål")],
    title: Bilingual::new(
        "en ekstern evaluering bygger på dialog, observation og skriftligt materiale",
        "an external evaluation rests on dialogue, observation and written material",
    ),
    why: Bilingual::new(
        "Det skriftlige viser, hvad der er aftalt; samtaler og observation viser, hvad der sker.",
        "Written material shows what is agreed; talks and observation show what happens.",
    ),
    remedy: Bilingual::new(
        "Tilføj det, der mangler. Findes det ikke, er der intet at rette, men så bygger vurderingerne på mindre.",
        "Add what is missing. If there is none, there is nothing to correct, but the ratings rest on less.",
    ),
    example: Bilingual::new(
        "Surveyorne har læst retningslinjerne og talt med lederen, men ikke set arbejdet.",
        "The surveyors read the guidelines and talked with the leader, but did not see the work.",
    ),
    ..Rule::DERIVED
};

message! {
    Missing { missing: Vec<Bilingual> }
    "blandt det, evalueringen bygger på, mangler {missing:og}",
    "missing from what the evaluation rests on: {missing:and}",
}

const EVIDENCE: Bilingual = Bilingual::new("hvad vurderingerne bygger på", "what the ratings rest on");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External || !evaluation.was_held(cx.as_of()) {
        return;
    }
    if evaluation.evidence.is_empty() {
        return cx.not_assessable(at, EVIDENCE);
    }
    let missing = EvaluationEvidence::ALL.iter().filter(|one| !evaluation.evidence.contains(one));
    let missing: Vec<_> = missing.map(|one| one.label()).collect();
    if !missing.is_empty() {
        cx.not_met(&at.key("evidence"), Missing { missing });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        external(evaluation);
        let n = tape.index(evaluation.evidence.len());
        evaluation.evidence.swap_remove(n);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.evidence.clear();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2024-02" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2023" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023",
            "evidence": ["writtenMaterial", "dialogue", "observation"]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023", "evidence": ["dialogue"] }"#,
        &[not_met(
            "/evidence",
            "blandt det, evalueringen bygger på, mangler observation og skriftligt baggrundsmateriale",
            "missing from what the evaluation rests on: observation and written background material",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvad vurderingerne bygger på",
            "cannot be assessed; missing: what the ratings rest on",
        )],
    ),
];
