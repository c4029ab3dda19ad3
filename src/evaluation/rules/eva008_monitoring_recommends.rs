//! Quality monitoring ends in recommendations.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use super::breaks::by_itself;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA008,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    sources: &[SourceRef::new(SourceDocument::MONITORING_GUIDE, "Resultat: anbefalinger")],
    title: Bilingual::new(
        "en kvalitetsovervågning munder ud i anbefalinger",
        "quality monitoring ends in recommendations",
    ),
    why: Bilingual::new(
        "Uden anbefalinger ved ingen, hvad tilbuddet skal gøre med det, overvågningen viste.",
        "Without recommendations nobody knows what the service is to do with what monitoring showed.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad overvågningen anbefaler for det videre arbejde med standarderne. Viste den intet, der skal gøres anderledes, er der intet at rette.",
        "Say what monitoring recommends for the further work with the standards. If it showed nothing that is to be done in another way, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Medicinhåndteringen er overvåget i november, og skemaet slutter med fundene.",
        "The handling of medication was monitored in November, but the form ends with the findings.",
    ),
    ..Rule::DERIVED
};

message! {
    Nothing {}
    "overvågningen er gennemført, men det fremgår ikke, hvad den anbefaler",
    "monitoring was carried out, but it is not stated what it recommends",
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_held = evaluation.kind == EvaluationKind::Monitoring && evaluation.was_held(cx.as_of());
    let mut all = evaluation.standards.iter().flat_map(|one| &one.recommendations);
    if is_held && !all.any(|one| is_stated(one.text.as_ref())) {
        cx.not_met(at, Nothing {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        by_itself(evaluation, EvaluationKind::Monitoring);
        for one in &mut evaluation.standards {
            one.recommendations.clear();
            one.findings.clear();
        }
    },
    |evaluation, tape| {
        by_itself(evaluation, EvaluationKind::Monitoring);
        let all = evaluation.standards.iter_mut().flat_map(|one| &mut one.recommendations);
        all.for_each(|one| one.text = tape.unsaid());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Not held yet, and another kind.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2024-01-16" }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2024-01-15",
            "standards": [{}, {
                "recommendations": [
                    { "id": "00000000-0000-4000-8000-000000000002" },
                    { "id": "00000000-0000-4000-8000-000000000003", "text": "Instruksen revideres." }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2024-01-15", "standards": [{}] }"#,
        &[not_met(
            "",
            "overvågningen er gennemført, men det fremgår ikke, hvad den anbefaler",
            "monitoring was carried out, but it is not stated what it recommends",
        )],
    ),
    // They do not say what they recommend.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2024-01-15",
            "standards": [
                { "recommendations": [{ "id": "00000000-0000-4000-8000-000000000002", "text": "  " }] },
                { "recommendations": [{ "id": "00000000-0000-4000-8000-000000000003", "leadsTo": "improvement" }] }
            ]
        }"#,
        &[not_met(
            "",
            "overvågningen er gennemført, men det fremgår ikke, hvad den anbefaler",
            "monitoring was carried out, but it is not stated what it recommends",
        )],
    ),
    // What was rated was monitored.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "standards": [{ "rating": "notRated" }] }"#,
        &[not_met(
            "",
            "overvågningen er gennemført, men det fremgår ikke, hvad den anbefaler",
            "monitoring was carried out, but it is not stated what it recommends",
        )],
    ),
];
