//! Users or relatives are among the external evaluators.

use crate::codes;
use crate::evaluation::{Background, Evaluation, EvaluationKind, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{each_evaluator, one_evaluator};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA014,
    severity: Severity::Information,
    requirements: &["R-093"],
    sources: &[SourceRef::quality_model(
        "Uddannelse og træning: ledere, fagpersoner samt brugere og pårørende",
    )],
    title: Bilingual::new(
        "brugere eller pårørende er blandt dem, der evaluerer udefra",
        "users or relatives are among the external evaluators",
    ),
    why: Bilingual::new(
        "Uddannelsesprogrammet for evalueringskorpset skal omfatte ledere, fagpersoner, brugere og pårørende, så de er tænkt med i korpset. Det behøver ikke gælde hvert besøg, og i syv offentlige rapporter var ingen surveyor bruger eller pårørende.",
        "The training programme of the corps is to include leaders, professionals, users and relatives, so they are meant to be part of it. That need not be so at each visit, and in seven public reports no surveyor was a user or relative.",
    ),
    remedy: Bilingual::new(
        "Overvej at lade en bruger eller pårørende fra korpset være med.",
        "Consider letting a user or relative from the corps take part.",
    ),
    example: Bilingual::new(
        "En forstander og en pædagogisk konsulent evaluerer tilbuddet.",
        "A head of service and a pedagogical consultant evaluate the service.",
    ),
    ..Rule::DERIVED
};

message! {
    Neither {}
    "ingen af surveyorne er bruger eller pårørende",
    "no surveyor is a user or a relative",
}

const BACKGROUND: Bilingual = Bilingual::new("surveyornes baggrund", "the background of the surveyors");

/// Before the visit those who evaluate may yet be found.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let surveyors = || evaluation.in_role(EvaluatorRole::Surveyor);
    let is_held = evaluation.kind == EvaluationKind::External && evaluation.was_held(cx.as_of());
    if !is_held || surveyors().next().is_none() {
        return;
    }
    if surveyors().any(|one| matches!(one.background, Some(Background::User | Background::Relative))) {
        return;
    }
    let list = at.key("evaluators");
    if surveyors().any(|one| one.background.is_none()) {
        cx.not_assessable(&list, BACKGROUND);
    } else {
        cx.not_met(&list, Neither {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| each_evaluator(evaluation, |one| one.background = Some(Background::Leader)),
    |evaluation, tape| {
        each_evaluator(evaluation, |one| one.background = Some(Background::Professional));
        one_evaluator(evaluation, tape, |one| one.background = None);
    },
];

#[cfg(test)]
const EVALUATION: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
    "standards": [{}, { "steps": [{ "step": "monitoring" }, { "step": "improvement", "rating": "notRated" }] }],
    "evaluators": [{ "role": "surveyor", "background": "leader" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evaluators": [{ "role": "surveyor" }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "surveyor" }, { "role": "surveyor", "background": "relative" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [
                { "role": "surveyor", "background": "leader" }, { "role": "surveyor", "background": "professional" },
                { "role": "observer", "background": "user" }
            ]
        }"#,
        &[not_met(
            "/evaluators",
            "ingen af surveyorne er bruger eller pårørende",
            "no surveyor is a user or a relative",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "surveyor", "background": "leader" }, { "role": "surveyor" }]
        }"#,
        &[not_assessable(
            "/evaluators",
            "kan ikke vurderes; mangler: surveyornes baggrund",
            "cannot be assessed; missing: the background of the surveyors",
        )],
    ),
    // A self-evaluation, and one without surveyors.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "surveyor", "background": "leader" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "observer", "background": "user" }]
        }"#,
    ),
    // Held in this month, which has begun.
    refuses_with(
        EVALUATION,
        r#"{ "/standards": null, "/heldOn": "2024-01" }"#,
        &[not_met(
            "/evaluators",
            "ingen af surveyorne er bruger eller pårørende",
            "no surveyor is a user or a relative",
        )],
    ),
    // Its results say that it was held.
    refuses(
        EVALUATION,
        &[not_met(
            "/evaluators",
            "ingen af surveyorne er bruger eller pårørende",
            "no surveyor is a user or a relative",
        )],
    ),
    refuses_with(
        EVALUATION,
        r#"{ "/standards": [{ "proposed": "notRated" }] }"#,
        &[not_met(
            "/evaluators",
            "ingen af surveyorne er bruger eller pårørende",
            "no surveyor is a user or a relative",
        )],
    ),
    refuses_with(
        EVALUATION,
        r#"{ "/standards": [{ "findings": [{ "id": "00000000-0000-4000-8000-000000000002" }] }] }"#,
        &[not_met(
            "/evaluators",
            "ingen af surveyorne er bruger eller pårørende",
            "no surveyor is a user or a relative",
        )],
    ),
    // What is to be evaluated says nothing.
    accepts_with(
        EVALUATION,
        r#"{ "/standards": [{ "number": "1.1", "steps": [{ "step": "monitoring" }] }] }"#,
    ),
];
