//! The rating of a standard agrees with its steps, and with the combination that the evaluation names.

use super::eva005_step_once;
use crate::codes;
use crate::evaluation::{Combination, Combined, EvaluatedStandard, Evaluation, Rating};
use crate::model::QualityStep;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count, ordinal};

#[cfg(feature = "proptest")]
use super::breaks::{external, one_standard};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, combination")],
    title: Bilingual::new(
        "vurderingen af en standard stemmer med dens trin og med den regel for at sammenfatte dem, som evalueringen selv angiver",
        "the rating of a standard agrees with its steps and with the rule for combining them that the evaluation itself names",
    ),
    why: Bilingual::new(
        "Siger trinnene og standarden hver sit, eller følger vurderingen ikke den regel, som evalueringen angiver, er noget af det forkert.",
        "If the steps and the standard disagree, or if the rating does not follow the rule that the evaluation names, one of them is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret vurderingen af standarden, vurderingen af et trin eller den angivne regel. Er der ingen regel, så skriv »samlet skøn«; er standarden ikke relevant, så slet vurderingen af dens trin.",
        "Correct the rating of the standard, the rating of a step, or the rule. If there is no rule, say “judged as a whole”; if the standard is not relevant, delete the ratings of its steps.",
    ),
    example: Bilingual::new(
        "Ifølge evalueringen er det lavest vurderede trin afgørende, men standarden er vurderet højere end det.",
        "According to the rule of the evaluation the step with the lowest rating decides, but the standard is rated higher than that.",
    ),
    requires: &[codes::EVA005],
    ..Rule::DERIVED
};

message! {
    OtherStep { policy: Bilingual, rated: Bilingual, said: u64, combined: u64, of: u64 }
    "standarden er {rated} som nr. {said} af {of} på skalaen, men reglen for at sammenfatte trinnene ({policy}) giver nr. {combined}",
    "the standard is {rated} as number {said} of {of} on the scale, but the rule for combining the steps ({policy}) gives number {combined}",
}

message! {
    StepsRated { rated: Bilingual }
    "standarden er {rated} som ikke relevant, men mindst ét af dens fire trin er vurderet",
    "the standard is {rated} as not relevant, but at least one of its four steps is rated",
}

message! {
    NoStepRelevant { rated: Bilingual }
    "standarden er {rated} på skalaen, men ingen af dens fire trin er relevante",
    "the standard is {rated} on the scale, but none of its four steps is relevant",
}

message! {
    NoStepRated { rated: Bilingual, policy: Bilingual }
    "standarden er {rated} på skalaen, men ingen af dens fire trin er vurderet, så reglen for at sammenfatte dem ({policy}) giver ingen vurdering",
    "the standard is {rated} on the scale, but none of its four steps is rated, so the rule for combining them ({policy}) gives no rating",
}

const STEPS: Bilingual = Bilingual::new("vurderingen af hvert trin", "the rating of each step");
const RATED: Bilingual = Bilingual::new("vurderet", "rated");
const PROPOSED: Bilingual = Bilingual::new("indstillet", "proposed");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in evaluation.standards.iter().enumerate() {
        let at = list.index(n);
        let mut of_steps = None;
        for one in said(standard) {
            if contradicts_steps(standard, one, evaluation.combination, &at, cx) {
                continue;
            }
            let combined = *of_steps.get_or_insert_with(|| combined(evaluation, standard, &at, cx));
            if let Some(combined) = combined {
                compare(evaluation, combined, one, &at, cx);
            }
        }
    }
}

/// A rating of a standard, how it came about, and its field.
type Said = (Rating, Bilingual, &'static str);

/// The ratings of a standard that say something. A proposal that became the rating is judged once, as the rating.
fn said(standard: &EvaluatedStandard) -> impl Iterator<Item = Said> {
    let proposed = standard.proposed.filter(|_| standard.proposed != standard.rating);
    let proposed = proposed.map(|rating| (rating, PROPOSED, "proposed"));
    let rating = standard.rating.map(|rating| (rating, RATED, "rating"));
    // A standard that was not rated contradicts nothing.
    proposed.into_iter().chain(rating).filter(|(rating, ..)| *rating != Rating::NotRated)
}

/// Finds a rating that its steps contradict, however they are combined.
fn contradicts_steps(
    standard: &EvaluatedStandard,
    (rating, rated, key): Said,
    policy: Option<Combination>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) -> bool {
    let is_rated = |rating: Option<Rating>| rating.and_then(Rating::on_scale).is_some();
    let has_no_rating = |step: &QualityStep| {
        matches!(standard.rating_of(*step), Some(Rating::NotRated | Rating::NotRelevant))
    };
    let is_irrelevant = |step: &QualityStep| standard.rating_of(*step) == Some(Rating::NotRelevant);
    if rating == Rating::NotRelevant && standard.steps.iter().any(|step| is_rated(step.rating)) {
        cx.not_met(&at.key(key), StepsRated { rated });
        return true;
    }
    if rating.on_scale().is_some()
        && QualityStep::ALL.iter().all(is_irrelevant)
        && eva005_step_once::holds(standard)
    {
        cx.not_met(&at.key(key), NoStepRelevant { rated });
        return true;
    }
    if let Some(policy @ (Combination::LowestStep | Combination::LowerMedian)) = policy
        && rating.on_scale().is_some()
        && QualityStep::ALL.iter().all(has_no_rating)
        && eva005_step_once::holds(standard)
    {
        cx.not_met(&at.key(key), NoStepRated { rated, policy: policy.label() });
        return true;
    }
    false
}

/// What the named combination makes of the steps. Without one nothing is expected of a rating.
fn combined(
    evaluation: &Evaluation,
    standard: &EvaluatedStandard,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) -> Option<(Combination, Rating)> {
    let policy = evaluation.combination.filter(|policy| *policy != Combination::Judged)?;
    if !eva005_step_once::holds(standard) {
        cx.depends_on(at, codes::EVA005);
        return None;
    }
    match evaluation.combine(standard, policy) {
        Combined::Rating(combined) => Some((policy, combined)),
        // A step that was not rated is stated, and leaves nothing to follow.
        Combined::StepMissing(step) if standard.rating_of(step) == Some(Rating::NotRated) => None,
        Combined::StepMissing(_) => {
            cx.not_assessable(at, STEPS);
            None
        }
        // Whether a step is on the scale is for DOC002 to say.
        Combined::Judged | Combined::OffScale(_) => None,
    }
}

fn compare(
    evaluation: &Evaluation,
    (policy, combined): (Combination, Rating),
    (said, rated, key): Said,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let position = |rating: Rating| {
        let step = rating.on_scale()?;
        Some(ordinal(evaluation.position(step)?))
    };
    if let (Some(said), Some(combined)) = (position(said), position(combined))
        && said != combined
    {
        let (policy, of) = (policy.label(), count(evaluation.scale.len()));
        cx.not_met(&at.key(key), OtherStep { policy, rated, said, combined, of });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        evaluation.combination = Some(*tape.pick(&[Combination::LowestStep, Combination::LowerMedian]));
        let (low, high) =
            (evaluation.scale.first().map(|one| one.id), evaluation.scale.get(1).map(|one| one.id));
        let is_rating = tape.flag();
        if !is_rating {
            external(evaluation);
        }
        one_standard(evaluation, tape, |one| {
            let is_low = one.rating.and_then(Rating::on_scale) == low;
            let changed = if is_rating { &mut one.rating } else { &mut one.proposed };
            *changed = if is_low { high } else { low }.map(|on_scale| Rating::Rated { on_scale });
        });
    },
    |evaluation, tape| one_standard(evaluation, tape, |one| one.rating = Some(Rating::NotRelevant)),
    |evaluation, tape| {
        one_standard(evaluation, tape, |one| {
            one.steps.iter_mut().for_each(|step| step.rating = Some(Rating::NotRelevant));
        });
    },
    |evaluation, tape| {
        evaluation.combination = Some(Combination::LowestStep);
        one_standard(evaluation, tape, |one| {
            one.steps.iter_mut().for_each(|step| step.rating = Some(Rating::NotRated));
        });
    },
    |evaluation, tape| {
        evaluation.combination = Some(Combination::LowerMedian);
        one_standard(evaluation, tape, |one| {
            one.steps.iter_mut().for_each(|step| step.rating = None);
        });
    },
];

#[cfg(test)]
const EVALUATION: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "judged",
    "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
    "standards": [{
        "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
        "steps": [
            { "step": "guidingDocuments", "rating": "notRated" }, { "step": "implementation", "rating": "notRated" },
            { "step": "monitoring", "rating": "notRated" }, { "step": "improvement", "rating": "notRated" }
        ]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No policy is named, or none that computes.
    accepts_with(EVALUATION, r#"{ "/combination": null, "/standards/0/steps": null }"#),
    accepts_with(EVALUATION, r#"{ "/standards/0/steps": null }"#),
    // The lowest step; one that is not relevant does not count. Not rated as a whole; all steps not relevant; one step
    // not rated.
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
    // The lower one of the two in the middle is the first; the rating and the proposal are judged each by itself.
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
                "standarden er vurderet som nr. 2 af 2 på skalaen, men reglen for at sammenfatte trinnene (den midterste af vurderingerne) giver nr. 1",
                "the standard is rated as number 2 of 2 on the scale, but the rule for combining the steps (lower median of the ratings) gives number 1",
            ),
            not_met(
                "/standards/1/proposed",
                "standarden er indstillet på skalaen, men ingen af dens fire trin er relevante",
                "the standard is proposed on the scale, but none of its four steps is relevant",
            ),
            not_assessable(
                "/standards/2",
                "kan ikke vurderes; mangler: vurderingen af hvert trin",
                "cannot be assessed; missing: the rating of each step",
            ),
            not_evaluated("/standards/3", "EVA005"),
        ],
    ),
    // One step may have been left out, and who judges as a whole needs none; a rule cannot do without.
    accepts(EVALUATION),
    refuses_with(
        EVALUATION,
        r#"{ "/combination": "lowestStep", "/standards/0/steps/2/rating": "notRelevant" }"#,
        &[not_met(
            "/standards/0/rating",
            "standarden er vurderet på skalaen, men ingen af dens fire trin er vurderet, så reglen for at sammenfatte dem (det lavest vurderede trin) giver ingen vurdering",
            "the standard is rated on the scale, but none of its four steps is rated, so the rule for combining them (lowest rated step) gives no rating",
        )],
    ),
    // Whatever the combination: what is not relevant has no rated step, and what is rated has a relevant one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "judged",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "standards": [
                {
                    "proposed": "notRelevant", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "steps": [{ "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } }]
                },
                {
                    "proposed": "notRelevant", "rating": "notRelevant",
                    "steps": [
                        { "step": "monitoring", "rating": "notRelevant" },
                        { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } }
                    ]
                },
                {
                    "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "steps": [
                        { "step": "guidingDocuments", "rating": "notRelevant" }, { "step": "implementation", "rating": "notRelevant" },
                        { "step": "monitoring", "rating": "notRelevant" }, { "step": "improvement", "rating": "notRelevant" }
                    ]
                },
                {
                    "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "steps": [{ "step": "guidingDocuments", "rating": "notRelevant" }, { "step": "implementation" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/proposed",
                "standarden er indstillet som ikke relevant, men mindst ét af dens fire trin er vurderet",
                "the standard is proposed as not relevant, but at least one of its four steps is rated",
            ),
            not_met(
                "/standards/1/rating",
                "standarden er vurderet som ikke relevant, men mindst ét af dens fire trin er vurderet",
                "the standard is rated as not relevant, but at least one of its four steps is rated",
            ),
            not_met(
                "/standards/2/rating",
                "standarden er vurderet på skalaen, men ingen af dens fire trin er relevante",
                "the standard is rated on the scale, but none of its four steps is relevant",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowestStep",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "standards": [{
                "proposed": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } },
                "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                "steps": [
                    { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } },
                    { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } },
                    { "step": "monitoring", "rating": "notRelevant" }, { "step": "improvement", "rating": "notRelevant" }
                ]
            }]
        }"#,
        &[not_met(
            "/standards/0/proposed",
            "standarden er indstillet som nr. 2 af 2 på skalaen, men reglen for at sammenfatte trinnene (det lavest vurderede trin) giver nr. 1",
            "the standard is proposed as number 2 of 2 on the scale, but the rule for combining the steps (lowest rated step) gives number 1",
        )],
    ),
    // A step that is stated twice is for EVA005, so that it is not known whether all are irrelevant.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowestStep",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "standards": [{
                "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                "steps": [
                    { "step": "guidingDocuments", "rating": "notRelevant" },
                    {
                        "step": "guidingDocuments",
                        "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } }
                    },
                    { "step": "implementation", "rating": "notRelevant" },
                    { "step": "monitoring", "rating": "notRelevant" },
                    { "step": "improvement", "rating": "notRelevant" }
                ]
            }]
        }"#,
        &[not_evaluated("/standards/0", "EVA005")],
    ),
    // Where the steps do not decide, they need not be stated once.
    accepts_with(
        EVALUATION,
        r#"{ "/standards/0/steps": [{ "step": "guidingDocuments" }, { "step": "guidingDocuments" }] }"#,
    ),
    // Of three steps that are relevant, the median is the second.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "combination": "lowerMedian",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "standards": [{
                "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                "steps": [
                    {
                        "step": "guidingDocuments",
                        "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } }
                    },
                    {
                        "step": "implementation",
                        "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000004" } }
                    },
                    { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } },
                    { "step": "improvement", "rating": "notRelevant" }
                ]
            }]
        }"#,
        &[not_met(
            "/standards/0/rating",
            "standarden er vurderet som nr. 1 af 3 på skalaen, men reglen for at sammenfatte trinnene (den midterste af vurderingerne) giver nr. 2",
            "the standard is rated as number 1 of 3 on the scale, but the rule for combining the steps (lower median of the ratings) gives number 2",
        )],
    ),
];
