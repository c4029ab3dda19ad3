//! A standard that is not relevant has no gap and no recommendation, and one that is not rated does not have four rated
//! steps.

use crate::codes;
use crate::evaluation::{Combination, EvaluatedStandard, Evaluation, Rating};
use crate::model::QualityStep;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks::one_standard;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA028,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, ratings")],
    title: Bilingual::new(
        "en standard, der ikke er relevant, har hverken mangler eller anbefalinger, og en, der ikke er vurderet, har ikke fire vurderede trin",
        "a standard that is not relevant has neither gaps nor recommendations, and one that is not rated does not have four rated steps",
    ),
    why: Bilingual::new(
        "En standard er ikke relevant, når den ikke gælder for tilbuddet. Så kan den hverken have mangler eller give anledning til anbefalinger. Afgør trinnene vurderingen, og er alle fire vurderet, er standarden det også.",
        "A standard is not relevant if it does not apply to the service. Then it can neither have gaps nor give cause for recommendations. If the rating follows from the steps, and all four are rated, so is the standard.",
    ),
    remedy: Bilingual::new(
        "Ret vurderingen, eller fjern det, der ikke hører til.",
        "Correct the rating, or take out what does not belong there.",
    ),
    example: Bilingual::new(
        "Magtanvendelse er vurderet som ikke relevant, men alligevel er der fundet en mangel.",
        "Use of force is rated as not relevant, and yet a gap was found.",
    ),
    ..Rule::DERIVED
};

message! {
    HasGap { gaps: u64 }
    "standarden er ikke relevant for tilbuddet, men der er fundet {gaps:mangel|mangler}",
    "the standard is not relevant to the service, but {gaps:gap was|gaps were} found",
}

message! {
    HasRecommendation { recommendations: u64 }
    "standarden er ikke relevant for tilbuddet, men har {recommendations:anbefaling|anbefalinger}",
    "the standard is not relevant to the service, but has {recommendations:recommendation|recommendations}",
}

message! {
    AllStepsRated {}
    "standarden er ikke vurderet, men det er alle fire trin, og vurderingen følger af dem",
    "the standard is not rated, although all four steps are, and its rating follows from them",
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    let follows = matches!(evaluation.combination, Some(Combination::LowestStep | Combination::LowerMedian));
    for (n, standard) in evaluation.standards.iter().enumerate() {
        let key = if standard.rating.is_some() { "rating" } else { "proposed" };
        let at = list.index(n);
        let at = at.key(key);
        match standard.rating_at(None) {
            // With rated steps, EVA007 reports it.
            Some(Rating::NotRelevant) if !has_rated_step(standard) => {
                let gaps = count(standard.findings.iter().filter(|one| one.shows_gap == Some(true)).count());
                let recommendations = count(standard.recommendations.len());
                if gaps > 0 {
                    cx.not_met(&at, HasGap { gaps });
                } else if recommendations > 0 {
                    cx.not_met(&at, HasRecommendation { recommendations });
                }
            }
            Some(Rating::NotRated) if follows && has_all_steps(standard) => cx.not_met(&at, AllStepsRated {}),
            _ => {}
        }
    }
}

fn has_rated_step(standard: &EvaluatedStandard) -> bool {
    standard.steps.iter().any(|step| step.rating.and_then(Rating::on_scale).is_some())
}

fn has_all_steps(standard: &EvaluatedStandard) -> bool {
    let is_rated = |step: &QualityStep| standard.rating_of(*step).and_then(Rating::on_scale).is_some();
    QualityStep::ALL.iter().all(is_rated)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| one_standard(evaluation, tape, |one| not_relevant(one, true)),
    |evaluation, tape| one_standard(evaluation, tape, |one| not_relevant(one, false)),
    |evaluation, tape| {
        evaluation.combination = Some(Combination::LowerMedian);
        one_standard(evaluation, tape, |one| {
            (one.rating, one.proposed) = (Some(Rating::NotRated), one.proposed.and(Some(Rating::NotRated)));
        });
    },
];

#[cfg(feature = "proptest")]
fn not_relevant(standard: &mut EvaluatedStandard, shows_gap: bool) {
    let rating = Some(Rating::NotRelevant);
    (standard.rating, standard.proposed) = (rating, standard.proposed.and(rating));
    standard.steps.iter_mut().for_each(|one| one.rating = rating);
    standard.findings.iter_mut().for_each(|one| one.shows_gap = Some(shows_gap));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standards": [{}] }"#,
    ),
    // Why it is not relevant; a gap in what is rated, or was not; steps of which one is missing, and a rating that does
    // not follow.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "combination": "lowestStep",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [
                { "rating": "notRelevant", "findings": [
                    { "id": "00000000-0000-4000-8000-000000000003", "showsGap": false },
                    { "id": "00000000-0000-4000-8000-000000000004" }
                ] },
                { "rating": "notRated", "findings": [{ "id": "00000000-0000-4000-8000-000000000005", "showsGap": true }],
                  "recommendations": [{ "id": "00000000-0000-4000-8000-000000000006", "leadsTo": "improvement" }] },
                { "rating": "notRated", "steps": [
                    { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "improvement", "rating": "notRelevant" }
                ] }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "combination": "judged",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [{ "rating": "notRated", "steps": [
                { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                { "step": "improvement", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowestStep",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [
                { "rating": "notRelevant", "findings": [
                    { "id": "00000000-0000-4000-8000-000000000003", "showsGap": true }
                ], "recommendations": [{ "id": "00000000-0000-4000-8000-000000000004", "leadsTo": "improvement" }] },
                { "proposed": "notRelevant", "recommendations": [
                    { "id": "00000000-0000-4000-8000-000000000005", "leadsTo": "improvement" },
                    { "id": "00000000-0000-4000-8000-000000000006", "leadsTo": "improvement" }
                ] },
                { "rating": "notRated", "steps": [
                    { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "improvement", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }
                ] }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/rating",
                "standarden er ikke relevant for tilbuddet, men der er fundet 1 mangel",
                "the standard is not relevant to the service, but 1 gap was found",
            ),
            not_met(
                "/standards/1/proposed",
                "standarden er ikke relevant for tilbuddet, men har 2 anbefalinger",
                "the standard is not relevant to the service, but has 2 recommendations",
            ),
            not_met(
                "/standards/2/rating",
                "standarden er ikke vurderet, men det er alle fire trin, og vurderingen følger af dem",
                "the standard is not rated, although all four steps are, and its rating follows from them",
            ),
        ],
    ),
    // One recommendation, and a standard with a rated step, which EVA007 finds.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [
                {
                    "rating": "notRelevant",
                    "recommendations": [{ "id": "00000000-0000-4000-8000-000000000003", "leadsTo": "improvement" }]
                },
                {
                    "rating": "notRelevant",
                    "findings": [{ "id": "00000000-0000-4000-8000-000000000004", "showsGap": true }],
                    "steps": [{
                        "step": "implementation",
                        "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } }
                    }]
                }
            ]
        }"#,
        &[not_met(
            "/standards/0/rating",
            "standarden er ikke relevant for tilbuddet, men har 1 anbefaling",
            "the standard is not relevant to the service, but has 1 recommendation",
        )],
    ),
];
