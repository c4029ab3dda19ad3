//! Quality monitoring states the method for each standard.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{by_itself, one_standard};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA009,
    basis: Basis::PublicPractice,
    sources: &[SourceRef::new(SourceDocument::MONITORING_GUIDE, "metode for hver standard")],
    title: Bilingual::new(
        "for hver standard i en kvalitetsovervågning fremgår det, hvilken metode der er brugt",
        "for each standard, quality monitoring states the method that was used",
    ),
    why: Bilingual::new(
        "Standarderne overvåges forskelligt: nogle med audit, andre ud fra data. Uden metoden kan resultatet ikke læses.",
        "Standards are monitored in different ways: some by an audit, others from data. Without the method the result cannot be read.",
    ),
    remedy: Bilingual::new(
        "Skriv metoden, fx casebaseret audit eller data og vurderingsspørgsmål.",
        "Say the method, such as case-based audit or data and assessment questions.",
    ),
    example: Bilingual::new(
        "Kommunikation, Brugerinddragelse og Magtanvendelse er overvåget, og kun for de to første er metoden nævnt.",
        "Communication, user involvement and use of force are monitored, but the method is stated for the first two only.",
    ),
    ..Rule::DERIVED
};

message! {
    NoMethod {}
    "det fremgår ikke, med hvilken metode standarden er overvåget",
    "it is not stated which method was used to monitor the standard",
}

/// An audit that is named is the method.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::Monitoring {
        return;
    }
    let list = at.key("standards");
    for (n, one) in evaluation.standards.iter().enumerate() {
        if one.method.is_none() && one.audit.is_none() {
            cx.not_met(&list.index(n), NoMethod {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, tape| {
    by_itself(evaluation, EvaluationKind::Monitoring);
    one_standard(evaluation, tape, |one| one.method = None);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{}] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring",
            "standards": [{ "method": "ownMethod" }, { "audit": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring",
            "standards": [{ "method": "dataAndQuestions" }, {}]
        }"#,
        &[not_met(
            "/standards/1",
            "det fremgår ikke, med hvilken metode standarden er overvåget",
            "it is not stated which method was used to monitor the standard",
        )],
    ),
];
