//! An external evaluation has enough surveyors.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks::{each_evaluator, external, one_evaluator};
#[cfg(test)]
use crate::report::{Figures, Profile};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA012,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EXTERNAL_EVALUATION, "to eksterne eksperter, de såkaldte surveyors"),
        SourceRef::new(SourceDocument::EVALUATION_2012, "Fakta om besøget"),
    ],
    title: Bilingual::new(
        "en ekstern evaluering har mindst to surveyors",
        "an external evaluation has at least two surveyors",
    ),
    why: Bilingual::new(
        "To kan prøve deres indtryk af på hinanden. Antallet kan ændres i profilen; i én af syv offentlige rapporter var der tre.",
        "Two can test their impressions on one another. The number can be changed in the profile; in one of seven public reports there were three.",
    ),
    remedy: Bilingual::new(
        "Find en surveyor mere, eller tilføj den, der mangler på listen. Er besøget holdt, så find en mere til næste gang.",
        "Find another surveyor, or add the one who is missing from the list. If the visit has been held, find one more for the next time.",
    ),
    example: Bilingual::new(
        "Én surveyor og én observatør besøger tilbuddet.",
        "One surveyor and one observer visit the service.",
    ),
    ..Rule::DERIVED
};

message! {
    TooFew { surveyors: u64, at_least: u64 }
    "der er {surveyors:surveyor|surveyors}, men der skal være mindst {at_least}",
    "the evaluation has {surveyors:surveyor|surveyors}, but at least {at_least} are expected",
}

message! {
    TooFewAtMost { most: u64, at_least: u64 }
    "der er højst {most:surveyor|surveyors}, men der skal være mindst {at_least}",
    "the evaluation has at most {most:surveyor|surveyors}, but at least {at_least} are expected",
}

message! {
    Nobody { at_least: u64 }
    "ingen er surveyor, men der skal være mindst {at_least}",
    "nobody is a surveyor, but at least {at_least} are expected",
}

const WHO: Bilingual = Bilingual::new("hvem der evaluerer", "who evaluates");
const ROLES: Bilingual = Bilingual::new("rollen for hver evaluator", "the role of each evaluator");

/// Before the visit those who evaluate may yet be found.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    let is_held = evaluation.was_held(cx.as_of());
    if evaluation.evaluators.is_empty() {
        if is_held {
            cx.not_assessable(at, WHO);
        }
        return;
    }
    let at_least = cx.context().profile().figures().surveyors_at_least();
    let surveyors = count(evaluation.in_role(EvaluatorRole::Surveyor).count());
    if surveyors >= at_least {
        return;
    }
    let at = at.key("evaluators");
    let without_role = count(evaluation.evaluators.iter().filter(|one| one.role.is_none()).count());
    let most = surveyors.saturating_add(without_role);
    if most >= at_least {
        cx.not_assessable(&at, ROLES);
    } else if without_role > 0 {
        cx.not_met(&at, TooFewAtMost { most, at_least });
    } else if surveyors == 0 {
        cx.not_met(&at, Nobody { at_least });
    } else {
        cx.not_met(&at, TooFew { surveyors, at_least });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        external(evaluation);
        evaluation.evaluators.truncate(1);
    },
    |evaluation, _| each_evaluator(evaluation, |one| one.role = Some(EvaluatorRole::Observer)),
    |evaluation, tape| {
        evaluation.evaluators.truncate(2);
        one_evaluator(evaluation, tape, |one| one.role = None);
    },
    |evaluation, tape| {
        external(evaluation);
        evaluation.evaluators.truncate(1);
        one_evaluator(evaluation, tape, |one| one.role = None);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.evaluators.clear();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2024-03" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2023" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [{ "role": "surveyor" }, {}, { "role": "surveyor" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [{ "role": "surveyor" }, { "role": "trainee" }]
        }"#,
        &[not_met(
            "/evaluators",
            "der er 1 surveyor, men der skal være mindst 2",
            "the evaluation has 1 surveyor, but at least 2 are expected",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [{ "role": "surveyor" }, { "role": "surveyor" }]
        }"#,
        &[not_met(
            "/evaluators",
            "der er 2 surveyors, men der skal være mindst 3",
            "the evaluation has 2 surveyors, but at least 3 are expected",
        )],
    )
    .under(|| {
        Profile::named("three").with_figures(Figures { surveyors_at_least: Some(3), ..Figures::GENERAL })
    }),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evaluators": [{ "role": "observer" }] }"#,
        &[not_met(
            "/evaluators",
            "ingen er surveyor, men der skal være mindst 2",
            "nobody is a surveyor, but at least 2 are expected",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evaluators": [{ "role": "surveyor" }, {}] }"#,
        &[not_assessable(
            "/evaluators",
            "kan ikke vurderes; mangler: rollen for hver evaluator",
            "cannot be assessed; missing: the role of each evaluator",
        )],
    ),
    // Whatever the role of the one without, there are too few.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evaluators": [{ "role": "observer" }, {}] }"#,
        &[not_met(
            "/evaluators",
            "der er højst 1 surveyor, men der skal være mindst 2",
            "the evaluation has at most 1 surveyor, but at least 2 are expected",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvem der evaluerer",
            "cannot be assessed; missing: who evaluates",
        )],
    ),
];
