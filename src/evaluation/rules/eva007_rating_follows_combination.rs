//! The rating of a standard follows the rule for combining its steps that the evaluation names.

use super::eva005_step_once;
use crate::codes;
use crate::evaluation::{Combination, Combined, EvaluatedStandard, Evaluation, Rating};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks::one_standard;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, combination")],
    title: Bilingual::new(
        "vurderingen af en standard følger den regel for at sammenfatte trinnene, som evalueringen selv angiver",
        "the rating of a standard follows the rule for combining its steps that the evaluation itself names",
    ),
    why: Bilingual::new(
        "Nævner evalueringen en regel for at sammenfatte trinnene og følger den ikke, er enten vurderingen eller reglen forkert.",
        "If the evaluation names a rule for combining the steps and does not follow it, either the rating or the rule is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret vurderingen af standarden, vurderingen af et trin eller den angivne regel; skriv \"samlet skøn\", hvis der ikke er nogen regel.",
        "Correct the rating of the standard, the rating of a step, or the rule; say \"judged as a whole\" if there is no rule.",
    ),
    example: Bilingual::new(
        "Ifølge evalueringen er det lavest vurderede trin afgørende, men standarden er vurderet højere end det.",
        "According to the rule of the evaluation the step with the lowest rating decides, but the standard is rated higher than that.",
    ),
    requires: &[codes::EVA005],
    ..Rule::DERIVED
};

message! {
    OtherStep { policy: Bilingual, said: u64, combined: u64, of: u64 }
    "standarden er vurderet til trin {said} af {of} på skalaen, men reglen for at sammenfatte trinnene ({policy}) giver trin {combined}",
    "the standard is rated as step {said} of {of} on the scale, but the rule for combining the steps ({policy}) gives step {combined}",
}

message! {
    OtherRating { policy: Bilingual, said: Bilingual, combined: Bilingual }
    "standarden er {said}, men reglen for at sammenfatte trinnene ({policy}) giver: {combined}",
    "the standard is {said}, but the rule for combining the steps ({policy}) gives: {combined}",
}

const STEPS: Bilingual = Bilingual::new("vurderingen af hvert trin", "the rating of each step");

/// Without a named combination nothing is expected of a rating.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(policy) = evaluation.combination.filter(|policy| *policy != Combination::Judged) else { return };
    let list = at.key("standards");
    for (n, standard) in evaluation.standards.iter().enumerate() {
        let at = list.index(n);
        let said = standard.rating.map(|rating| ("rating", rating));
        let said = said.or_else(|| standard.proposed.map(|rating| ("proposed", rating)));
        // A standard that was not rated contradicts nothing.
        let Some((key, said)) = said.filter(|(_, rating)| *rating != Rating::NotRated) else { continue };
        if eva005_step_once::holds(standard) {
            judge(evaluation, standard, policy, said, (&at, key), cx);
        } else {
            cx.depends_on(&at, codes::EVA005);
        }
    }
}

fn judge(
    evaluation: &Evaluation,
    standard: &EvaluatedStandard,
    policy: Combination,
    said: Rating,
    (at, key): (&Path<'_>, &'static str),
    cx: &mut Checker<'_>,
) {
    let combined = match evaluation.combine(standard, policy) {
        Combined::Rating(combined) => combined,
        // A step that was not rated is stated, and leaves nothing to follow.
        Combined::StepMissing(step) if standard.rating_of(step) == Some(Rating::NotRated) => return,
        Combined::StepMissing(_) => return cx.not_assessable(at, STEPS),
        // Whether a step is on the scale is for DOC002 to say.
        Combined::Judged | Combined::OffScale(_) => return,
    };
    if said == combined {
        return;
    }
    let position = |rating: Rating| {
        let step = rating.on_scale()?;
        Some(count(evaluation.position(step)?).saturating_add(1))
    };
    match (position(said), position(combined)) {
        (Some(said), Some(combined)) => {
            let of = count(evaluation.scale.len());
            cx.not_met(&at.key(key), OtherStep { policy: policy.label(), said, combined, of });
        }
        _ if said.on_scale().is_some() && combined.on_scale().is_some() => {}
        _ => {
            let (said, combined) = (said.label(), combined.label());
            cx.not_met(&at.key(key), OtherRating { policy: policy.label(), said, combined });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        evaluation.combination = Some(*tape.pick(&[Combination::LowestStep, Combination::LowerMedian]));
        let (low, high) =
            (evaluation.scale.first().map(|one| one.id), evaluation.scale.get(1).map(|one| one.id));
        one_standard(evaluation, tape, |one| {
            let is_low = one.rating.and_then(Rating::on_scale) == low;
            one.rating = if is_low { high } else { low }.map(|on_scale| Rating::Rated { on_scale });
        });
    },
    |evaluation, tape| {
        evaluation.combination = Some(Combination::LowestStep);
        one_standard(evaluation, tape, |one| one.rating = Some(Rating::NotRelevant));
    },
    |evaluation, tape| {
        evaluation.combination = Some(Combination::LowerMedian);
        one_standard(evaluation, tape, |one| {
            one.steps.iter_mut().for_each(|step| step.rating = None);
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No policy is named, or none that computes.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [{ "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "judged",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [{ "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }]
        }"#,
    ),
    // The lowest step; one that is not relevant does not count. Not rated as a whole; all steps not relevant; one step not rated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowestStep",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "standards": [
                {
                    "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "steps": [
                        { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } },
                        { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                        { "step": "monitoring", "rating": "notRelevant" },
                        { "step": "improvement", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } }
                    ]
                },
                { "rating": "notRated" },
                {
                    "rating": "notRelevant",
                    "steps": [
                        { "step": "guidingDocuments", "rating": "notRelevant" }, { "step": "implementation", "rating": "notRelevant" },
                        { "step": "monitoring", "rating": "notRelevant" }, { "step": "improvement", "rating": "notRelevant" }
                    ]
                },
                { "rating": "notRelevant", "steps": [{ "step": "guidingDocuments", "rating": "notRated" }] }
            ]
        }"#,
    ),
    // The lower one of the two in the middle is the first; the committee's rating counts before the proposed one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowerMedian",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "standards": [
                {
                    "proposed": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } },
                    "steps": [
                        { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } },
                        { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } },
                        { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                        { "step": "improvement", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }
                    ]
                },
                {
                    "proposed": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "steps": [
                        { "step": "guidingDocuments", "rating": "notRelevant" }, { "step": "implementation", "rating": "notRelevant" },
                        { "step": "monitoring", "rating": "notRelevant" }, { "step": "improvement", "rating": "notRelevant" }
                    ]
                },
                { "rating": "notRelevant" },
                { "rating": "notRelevant", "steps": [{ "step": "monitoring" }, { "step": "monitoring" }] }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/rating",
                "standarden er vurderet til trin 2 af 2 på skalaen, men reglen for at sammenfatte trinnene (den midterste af vurderingerne) giver trin 1",
                "the standard is rated as step 2 of 2 on the scale, but the rule for combining the steps (lower median of the ratings) gives step 1",
            ),
            not_met(
                "/standards/1/proposed",
                "standarden er vurderet, men reglen for at sammenfatte trinnene (den midterste af vurderingerne) giver: ikke relevant",
                "the standard is rated, but the rule for combining the steps (lower median of the ratings) gives: not relevant",
            ),
            not_assessable(
                "/standards/2",
                "kan ikke vurderes; mangler: vurderingen af hvert trin",
                "cannot be assessed; missing: the rating of each step",
            ),
            not_evaluated("/standards/3", "EVA005"),
        ],
    ),
];
