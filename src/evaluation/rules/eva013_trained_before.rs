//! Surveyors are trained before they evaluate.

use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::{Evaluation, EvaluationKind, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::one_evaluator;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA013,
    requirements: &["R-093"],
    sources: &[SourceRef::quality_model("Uddannelse og træning: det eksterne evalueringskorps")],
    title: Bilingual::new(
        "surveyors er uddannet, før de evaluerer",
        "surveyors are trained before they evaluate",
    ),
    why: Bilingual::new(
        "Evalueringskorpset skal have sit eget uddannelsesprogram; uden det er det ikke sikkert, at tilbuddene vurderes efter samme målestok.",
        "The corps of evaluators is to have a training programme of its own; without it services may not be judged by the same yardstick.",
    ),
    remedy: Bilingual::new(
        "Er en dato forkert, så ret den. Er besøget ikke holdt, så lad surveyoren gennemføre uddannelsen først, eller lad vedkommende være med som føl; er det holdt, så skriv det i rapporten, og lad næste gang kun dem evaluere, der er uddannet.",
        "If a date is wrong, correct it. If the visit has not been held, let the surveyor complete the training first, or take part as a trainee; if it has been held, say so in the report, and let only trained surveyors evaluate the next time.",
    ),
    example: Bilingual::new(
        "Besøget var i oktober 2013, og den ene surveyor gennemførte uddannelsen i november.",
        "The visit was in October 2013, and one surveyor completed the training in November.",
    ),
    ..Rule::DERIVED
};

message! {
    TrainedLater { trained_on: PartialDate, on: PartialDate }
    "surveyoren er først uddannet ({trained_on}) efter evalueringen ({on})",
    "the surveyor was trained ({trained_on}) only after the evaluation ({on})",
}

const TRAINED: Bilingual = Bilingual::new("hvornår surveyoren er uddannet", "when the surveyor was trained");
const ALL_TRAINED: Bilingual =
    Bilingual::new("hvornår surveyorne er uddannet", "when the surveyors were trained");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    let list = at.key("evaluators");
    let surveyors = || evaluation.in_role(EvaluatorRole::Surveyor);
    let is_asked = evaluation.was_held(cx.as_of()) && surveyors().next().is_some();
    let is_said_of_some = surveyors().any(|one| one.trained_on.is_some());
    if is_asked && !is_said_of_some {
        cx.not_assessable(&list, ALL_TRAINED);
    } else if is_asked {
        for (n, one) in evaluation.evaluators.iter().enumerate() {
            if one.role == Some(EvaluatorRole::Surveyor) && one.trained_on.is_none() {
                cx.not_assessable(&list.index(n), TRAINED);
            }
        }
    }
    let Some(on) = evaluation.held_on.or(evaluation.planned_on) else { return };
    for (n, one) in evaluation.evaluators.iter().enumerate() {
        let trained_on = one.trained_on.filter(|trained_on| on.ends_before(*trained_on));
        if let Some(trained_on) = trained_on.filter(|_| one.role == Some(EvaluatorRole::Surveyor)) {
            cx.not_met(&list.index(n).key("trainedOn"), TrainedLater { trained_on, on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| one_evaluator(evaluation, tape, |one| one.trained_on = PartialDate::of_month(2023, 4)),
    |evaluation, tape| one_evaluator(evaluation, tape, |one| one.trained_on = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08" }"#,
    ),
    // On the day itself, and in its year; a trainee later; a visit to come.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [
                { "role": "surveyor", "trainedOn": "2013-10-08" }, { "role": "surveyor", "trainedOn": "2013" },
                { "role": "trainee", "trainedOn": "2014" }, { "role": "observer" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2024-02",
            "evaluators": [{ "role": "surveyor" }, { "role": "surveyor", "trainedOn": "2024-02-29" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "surveyor", "trainedOn": "2013-10-09" }, { "role": "surveyor" }]
        }"#,
        &[
            not_met(
                "/evaluators/0/trainedOn",
                "surveyoren er først uddannet (9. oktober 2013) efter evalueringen (8. oktober 2013)",
                "the surveyor was trained (9 October 2013) only after the evaluation (8 October 2013)",
            ),
            not_assessable(
                "/evaluators/1",
                "kan ikke vurderes; mangler: hvornår surveyoren er uddannet",
                "cannot be assessed; missing: when the surveyor was trained",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "evaluators": [{ "role": "surveyor" }, { "role": "observer" }, { "role": "surveyor" }]
        }"#,
        &[not_assessable(
            "/evaluators",
            "kan ikke vurderes; mangler: hvornår surveyorne er uddannet",
            "cannot be assessed; missing: when the surveyors were trained",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2024-02",
            "evaluators": [{ "role": "surveyor", "trainedOn": "2024-03" }]
        }"#,
        &[not_met(
            "/evaluators/0/trainedOn",
            "surveyoren er først uddannet (marts 2024) efter evalueringen (februar 2024)",
            "the surveyor was trained (March 2024) only after the evaluation (February 2024)",
        )],
    ),
];
