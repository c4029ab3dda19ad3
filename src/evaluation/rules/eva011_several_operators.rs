//! The surveyors come from more than one operator.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind, Evaluator, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks::{each_evaluator, external};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA011,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    requirements: &["R-093"],
    sources: &[
        SourceRef::new(SourceDocument::EVALUATION_2012, "Fakta om besøget"),
        SourceRef::new(SourceDocument::EVALUATION_RANDERS, "Fakta om besøget"),
    ],
    title: Bilingual::new(
        "surveyorne kommer fra mere end én driftsherre",
        "the surveyors come from more than one operator",
    ),
    why: Bilingual::new(
        "To, der arbejder samme sted, ser let tingene på samme måde. I syv offentlige rapporter kom surveyorne én gang fra samme kommune.",
        "Two people from the same workplace easily see things the same way. In one of seven public reports both surveyors came from the same municipality.",
    ),
    remedy: Bilingual::new(
        "Sæt surveyors fra forskellige regioner eller kommuner sammen næste gang.",
        "Put surveyors from different regions or municipalities together the next time.",
    ),
    example: Bilingual::new(
        "Begge surveyors kommer fra Aarhus Kommune.",
        "Both surveyors come from the municipality of Aarhus.",
    ),
    requires: &[codes::EVA010],
    ..Rule::DERIVED
};

message! {
    OneOperator { surveyors: u64 }
    "alle {surveyors} surveyors kommer fra samme driftsherre",
    "all {surveyors} surveyors come from the same operator",
}

/// One alone comes from one operator in any case.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    let surveyors = || evaluation.in_role(EvaluatorRole::Surveyor);
    let number = surveyors().count();
    if number < 2 {
        return;
    }
    let mut from_somewhere = surveyors().filter(|one| one.says_from_where());
    let first = from_somewhere.next();
    if from_somewhere.any(|one| first.is_some_and(|first| !one.has_operator_of(first))) {
        return;
    }
    let at = at.key("evaluators");
    if !surveyors().all(Evaluator::says_from_where) {
        cx.depends_on(&at, codes::EVA010);
    } else if first.is_some_and(|first| first.operator.is_some()) {
        cx.not_met(&at, OneOperator { surveyors: count(number) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, tape| {
    external(evaluation);
    let operator = tape.pick(&evaluation.evaluators).operator.clone();
    each_evaluator(evaluation, |one| one.operator.clone_from(&operator));
}];

#[cfg(test)]
const EVALUATION: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
    "evaluators": [
        { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003" } }, { "role": "surveyor" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    accepts_with(
        EVALUATION,
        r#"{
            "/evaluators/1/role": "observer",
            "/evaluators/1/operator": { "id": "00000000-0000-4000-8000-000000000003" }
        }"#,
    ),
    // Two of three, and two from organisations that are no operators.
    accepts_with(
        EVALUATION,
        r#"{ "/evaluators/2": { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004" } } }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [
                { "role": "surveyor" },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003" } },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004" } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [
                { "role": "surveyor", "organisation": "en pårørendeforening" },
                { "role": "surveyor", "organisation": "et konsulenthus" }
            ]
        }"#,
    ),
    refuses_with(
        EVALUATION,
        r#"{ "/evaluators/1/operator": { "id": "00000000-0000-4000-8000-000000000003" } }"#,
        &[not_met(
            "/evaluators",
            "alle 2 surveyors kommer fra samme driftsherre",
            "all 2 surveyors come from the same operator",
        )],
    ),
    refuses(EVALUATION, &[not_evaluated("/evaluators", "EVA010")]),
    // Two ids and one name.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Aarhus Kommune" } },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "aarhus kommune" } }
            ]
        }"#,
        &[not_met(
            "/evaluators",
            "alle 2 surveyors kommer fra samme driftsherre",
            "all 2 surveyors come from the same operator",
        )],
    ),
    // One is from an institute.
    accepts_with(
        EVALUATION,
        r#"{ "/evaluators/0/operator/name": "Aarhus Kommune", "/evaluators/1/organisation": "DEFACTUM" }"#,
    ),
];
