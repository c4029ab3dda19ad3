//! No surveyor comes from the operator of the service.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind, Evaluator, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{each_evaluator, external, one_evaluator};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA010,
    basis: Basis::PublicPractice,
    requirements: &["R-093"],
    sources: &[
        SourceRef::new(SourceDocument::EXTERNAL_EVALUATION, "to eksterne eksperter, de såkaldte surveyors"),
        SourceRef::new(SourceDocument::EVALUATION_2012, "Fakta om besøget"),
    ],
    title: Bilingual::new(
        "ingen surveyor kommer fra tilbuddets egen driftsherre",
        "no surveyor comes from the operator of the service itself",
    ),
    why: Bilingual::new(
        "En ekstern evaluering skal se tilbuddet udefra. I syv offentlige rapporter kom ingen af 15 surveyors fra tilbuddets egen region eller kommune.",
        "An external evaluation is to see the service from outside. In seven public reports none of 15 surveyors came from the service's own region or municipality.",
    ),
    remedy: Bilingual::new(
        "Lad en surveyor fra en anden driftsherre evaluere; en fra egen driftsherre kan være observatør. Er besøget holdt, så skriv det i rapporten, og sammensæt holdet anderledes næste gang.",
        "Let a surveyor from another operator evaluate; somebody from the service's own operator can be an observer. If the visit has been held, say so in the report, and put the team together differently the next time.",
    ),
    example: Bilingual::new(
        "Tilbuddet drives af Region Midtjylland, og den ene surveyor kommer derfra.",
        "The service is run by Region Midtjylland, and one of the surveyors comes from there.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOperator {}
    "surveyoren kommer fra tilbuddets egen driftsherre",
    "the surveyor comes from the operator of the service itself",
}

const OPERATOR: Bilingual = Bilingual::new("tilbuddets driftsherre", "the operator of the service");
const FROM_WHERE: Bilingual = Bilingual::new("hvor surveyoren kommer fra", "where the surveyor comes from");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    let own = evaluation.operator();
    let mut surveyors = evaluation.in_role(EvaluatorRole::Surveyor);
    if own.is_none() && surveyors.any(|one| one.operator.is_some()) {
        cx.not_assessable(at, OPERATOR);
    }
    let list = at.key("evaluators");
    let is_surveyor = |one: &Evaluator| one.role == Some(EvaluatorRole::Surveyor);
    for (n, one) in evaluation.evaluators.iter().enumerate().filter(|(_, one)| is_surveyor(one)) {
        if !one.says_from_where() {
            cx.not_assessable(&list.index(n), FROM_WHERE);
        } else if evaluation.is_own(one) == Some(true) {
            let key = if one.operator.is_some() { "operator" } else { "organisation" };
            cx.not_met(&list.index(n).key(key), OfOperator {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        let operator = evaluation.service.as_ref().and_then(|service| service.operator.clone());
        one_evaluator(evaluation, tape, |one| one.operator = operator);
    },
    |evaluation, tape| {
        let organisation = evaluation.service.as_ref().and_then(|service| service.name.clone());
        one_evaluator(evaluation, tape, |one| (one.operator, one.organisation) = (None, organisation));
    },
    |evaluation, tape| {
        one_evaluator(evaluation, tape, |one| (one.operator, one.organisation) = (None, None));
    },
    // If nobody states it, those of one operator cannot be distinguished from others.
    |evaluation, _| each_evaluator(evaluation, |one| (one.operator, one.organisation) = (None, None)),
    |evaluation, _| {
        external(evaluation);
        evaluation.service.iter_mut().for_each(|service| service.operator = None);
    },
];

#[cfg(test)]
const EVALUATION: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
    "service": {
        "id": "00000000-0000-4000-8000-000000000002", "operator": { "id": "00000000-0000-4000-8000-000000000003" }
    },
    "evaluators": [
        { "role": "surveyor", "organisation": " " },
        { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003" } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // A service evaluates itself; an observer may come from the operator, and a surveyor from no operator at all.
    accepts_with(EVALUATION, r#"{ "/kind": "selfEvaluation", "/evaluators/0": null }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002", "operator": { "id": "00000000-0000-4000-8000-000000000003" }
            },
            "evaluators": [
                { "role": "observer", "operator": { "id": "00000000-0000-4000-8000-000000000003" } },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004" } },
                { "role": "surveyor", "organisation": "en pårørendeforening" }
            ]
        }"#,
    ),
    refuses(
        EVALUATION,
        &[
            not_assessable(
                "/evaluators/0",
                "kan ikke vurderes; mangler: hvor surveyoren kommer fra",
                "cannot be assessed; missing: where the surveyor comes from",
            ),
            not_met(
                "/evaluators/1/operator",
                "surveyoren kommer fra tilbuddets egen driftsherre",
                "the surveyor comes from the operator of the service itself",
            ),
        ],
    ),
    refuses_with(
        EVALUATION,
        r#"{ "/service": null, "/evaluators/0": null }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: tilbuddets driftsherre",
            "cannot be assessed; missing: the operator of the service",
        )],
    ),
    // By name: of the operator, under another id or as an organisation, and of the service.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002", "name": "Solgården",
                "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Midtjylland" }
            },
            "evaluators": [
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "region midtjylland" } },
                { "role": "surveyor", "organisation": "Region Midtjylland " },
                { "role": "surveyor", "organisation": "solgården" },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000005", "name": "Region Nordjylland" } }
            ]
        }"#,
        &[
            not_met(
                "/evaluators/0/operator",
                "surveyoren kommer fra tilbuddets egen driftsherre",
                "the surveyor comes from the operator of the service itself",
            ),
            not_met(
                "/evaluators/1/organisation",
                "surveyoren kommer fra tilbuddets egen driftsherre",
                "the surveyor comes from the operator of the service itself",
            ),
            not_met(
                "/evaluators/2/organisation",
                "surveyoren kommer fra tilbuddets egen driftsherre",
                "the surveyor comes from the operator of the service itself",
            ),
        ],
    ),
    // Of whom the service is is not stated, nor where the surveyor comes from: that operator need not be known.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "evaluators": [{ "role": "surveyor" }, { "role": "surveyor", "organisation": "DEFACTUM" }]
        }"#,
        &[not_assessable(
            "/evaluators/0",
            "kan ikke vurderes; mangler: hvor surveyoren kommer fra",
            "cannot be assessed; missing: where the surveyor comes from",
        )],
    ),
    // An institute is not the operator.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002", "name": "Solgården",
                "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Midtjylland" }
            },
            "evaluators": [{ "role": "surveyor", "organisation": "DEFACTUM" }]
        }"#,
    ),
];
