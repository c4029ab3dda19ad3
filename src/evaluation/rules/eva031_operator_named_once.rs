//! An operator has one id and one name.

use crate::agreement::OperatorRef;
use crate::codes;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::evaluation::{Evaluator, EvaluatorRole},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA031,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "evaluations, service and evaluators, operator",
    )],
    title: Bilingual::new(
        "en driftsherre har ét id og ét navn i en evaluering",
        "an operator has one id and one name in an evaluation",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, om en evaluator kommer fra tilbuddets egen driftsherre, eller om to evaluatorer kommer fra den samme.",
        "Otherwise nobody can see whether an evaluator comes from the operator of the service, or two evaluators from the same one.",
    ),
    remedy: Bilingual::new(
        "Ret det navn eller det id, der er forkert.",
        "Correct the name or the id that is wrong.",
    ),
    example: Bilingual::new(
        "To evaluatorer kommer fra en driftsherre med samme id, men den ene gang hedder den Region Syddanmark og den anden Region Hovedstaden.",
        "Two evaluators come from an operator with one id, but it is called Region Syddanmark for one of them and Region Hovedstaden for the other.",
    ),
    ..Rule::DERIVED
};

message! {
    TwoNames {}
    "driftsherren har et andet navn et andet sted i evalueringen",
    "the operator has another name elsewhere in the evaluation",
}

message! {
    TwoIds {}
    "driftsherren har et andet id et andet sted i evalueringen",
    "the operator has another id elsewhere in the evaluation",
}

/// The operators with a name: that of the service first, and then those of the evaluators, with their places.
fn named(evaluation: &Evaluation) -> impl Iterator<Item = (&OperatorRef, Folded<'_>, Option<usize>)> + Clone {
    let of_evaluators = evaluation.evaluators.iter().enumerate();
    let of_evaluators = of_evaluators.map(|(n, one)| (one.operator.as_ref(), Some(n)));
    let of_service = evaluation.service.iter().map(|one| (one.operator.as_ref(), None));
    of_service.chain(of_evaluators).filter_map(|(operator, n)| {
        let operator = operator?;
        Some((operator, Folded::stated(operator.name.as_ref())?, n))
    })
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("evaluators");
    let by_id = named(evaluation).map(|(operator, name, n)| (operator.id.uuid(), (n, name)));
    each_repeated_key(&by_id, |_, (_, first), (n, name)| {
        if let Some(n) = n.filter(|_| name != first) {
            cx.not_met(&list.index(n).key("operator").key("name"), TwoNames {});
        }
    });
    let by_name = named(evaluation).map(|(operator, name, n)| (name, (n, operator.id.uuid())));
    each_repeated_key(&by_name, |_, (_, first), (n, id)| {
        if let Some(n) = n.filter(|_| id != first) {
            cx.not_met(&list.index(n).key("operator"), TwoIds {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        let operator = evaluation.service.as_ref().and_then(|service| service.operator.clone());
        let Some(operator) = operator else { return };
        let named = |name: &str| Some(OperatorRef { name: Some(name.into()), ..operator.clone() });
        evaluation.service.iter_mut().for_each(|one| one.operator = named("Region Nord"));
        let role = Some(EvaluatorRole::Observer);
        let operator = named("Region Syddanmark");
        evaluation.evaluators.push(Evaluator { role, operator, ..Evaluator::default() });
    },
    |evaluation, tape| {
        for n in [1, 2] {
            let operator =
                OperatorRef { name: Some("Region Syddanmark".into()), ..OperatorRef::new(tape.spare_id(n)) };
            let role = Some(EvaluatorRole::Observer);
            evaluation.evaluators.push(Evaluator { role, operator: Some(operator), ..Evaluator::default() });
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // One name with two spellings, and an operator without a name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "service": { "id": "00000000-0000-4000-8000-000000000002", "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Nord" } },
            "evaluators": [
                { "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "region  nord " } }, { "operator": { "id": "00000000-0000-4000-8000-000000000003" } },
                { "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "Region Syddanmark" } }, { "operator": { "id": "00000000-0000-4000-8000-000000000005", "name": " " } },
                { "organisation": "Region Syddanmark" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "service": { "id": "00000000-0000-4000-8000-000000000002", "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Nord" } },
            "evaluators": [
                { "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Sjælland" } },
                { "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "Region Syddanmark" } },
                { "operator": { "id": "00000000-0000-4000-8000-000000000005", "name": "region syddanmark" } },
                { "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "Region Hovedstaden" } }
            ]
        }"#,
        &[
            not_met(
                "/evaluators/0/operator/name",
                "driftsherren har et andet navn et andet sted i evalueringen",
                "the operator has another name elsewhere in the evaluation",
            ),
            not_met(
                "/evaluators/2/operator",
                "driftsherren har et andet id et andet sted i evalueringen",
                "the operator has another id elsewhere in the evaluation",
            ),
            not_met(
                "/evaluators/3/operator/name",
                "driftsherren har et andet navn et andet sted i evalueringen",
                "the operator has another name elsewhere in the evaluation",
            ),
        ],
    ),
];
