//! The study compares what happened with the prediction.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS003,
    basis: Basis::PublicPractice,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, prediction-based test of change"),
        SourceRef::new(SourceDocument::PDSA_FORM, "Observer og lær af udfaldet"),
        SourceRef::new(SourceDocument::DEFACTUM_PDSA, "Study"),
    ],
    title: Bilingual::new(
        "analysen sammenligner det, der skete, med det, der var forventet",
        "the study compares what happened with what was expected",
    ),
    why: Bilingual::new(
        "Det er forskellen mellem det forventede og det, der skete, man lærer af.",
        "What can be learned is the difference between what was expected and what happened.",
    ),
    remedy: Bilingual::new(
        "Skriv, om det gik som forventet, og hvor det ikke gjorde det.",
        "State whether it went as expected, and where it did not.",
    ),
    example: Bilingual::new(
        "Planen forudsiger færre sygedage; analysen siger kun, at forløbet var godt.",
        "The plan predicts fewer days of sick leave; the study says only that it went well.",
    ),
    requires: &[codes::PDS001, codes::PDS005],
    ..Rule::DERIVED
};

message! {
    NoComparison {}
    "det, der skete, er ikke sammenlignet med det, der var forventet",
    "what happened is not compared with what was expected",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(study) = &cycle.study else { return };
    let at = at.key("study");
    match &cycle.plan {
        None => cx.depends_on(&at, codes::PDS005),
        Some(plan) if !plan.has_prediction() => cx.depends_on(&at, codes::PDS001),
        Some(_) if !study.has_comparison() => cx.not_met(&at, NoComparison {}),
        Some(_) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    cycle.study.iter_mut().for_each(|study| study.comparison = tape.unsaid());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": { "prediction": "færre sygedage" } }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "prediction": "færre sygedage" }, "study": { "comparison": "to færre, som ventet" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "prediction": "færre sygedage" }, "study": {}
        }"#,
        &[not_met(
            "/study",
            "det, der skete, er ikke sammenlignet med det, der var forventet",
            "what happened is not compared with what was expected",
        )],
    ),
    // What was learned is not compared with anything.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "prediction": "færre sygedage" },
            "study": { "on": "2024-03", "comparison": " \n", "learned": "forløbet var godt" }
        }"#,
        &[not_met(
            "/study",
            "det, der skete, er ikke sammenlignet med det, der var forventet",
            "what happened is not compared with what was expected",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "prediction": " " }, "study": { "comparison": "to færre, som ventet" }
        }"#,
        &[not_evaluated("/study", "PDS001")],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "study": {} }"#,
        &[not_evaluated("/study", "PDS001")],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": {}, "study": {} }"#,
        &[not_evaluated("/study", "PDS005")],
    ),
];
