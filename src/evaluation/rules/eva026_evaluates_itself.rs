//! A service carries out its self-evaluation and its quality monitoring itself.

use crate::codes;
use crate::evaluation::{Evaluation, EvaluationKind, EvaluatorRole};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::by_itself,
    crate::agreement::OperatorRef,
    crate::evaluation::{Evaluator, Submission},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA026,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::STANDARDS_SJAELLAND, "Selvevaluering"),
        SourceRef::new(
            SourceDocument::MONITORING_GUIDE,
            "de sociale tilbud skal selv tage en faglig vurdering",
        ),
        SourceRef::new(
            SourceDocument::EVALUATION_RANDERS,
            "Formål: rapporten med surveyornes indstillinger forelægges",
        ),
    ],
    title: Bilingual::new(
        "tilbuddet laver selv sin selvevaluering og sin kvalitetsovervågning",
        "the service itself carries out its self-evaluation and its quality monitoring",
    ),
    why: Bilingual::new(
        "Surveyors fra en anden driftsherre, indstillede vurderinger og en indstilling til et udvalg hører til den eksterne evaluering. Står de her, er evalueringens art forkert, eller også er de kommet med ved en fejl. Observatører og andre, der hjælper uden at vurdere, kan komme udefra.",
        "Surveyors from another operator, proposed ratings and a proposal to a committee belong to an external evaluation. If they are listed here, the kind of evaluation is wrong, or else they are here by mistake. Observers and others who help without rating can come from elsewhere.",
    ),
    remedy: Bilingual::new(
        "Ret evalueringens art til ekstern evaluering, eller fjern det, der hører til en sådan.",
        "Change the kind to external evaluation, or take out what belongs to one.",
    ),
    example: Bilingual::new(
        "En selvevaluering er forelagt et evalueringsudvalg.",
        "A self-evaluation is submitted to an evaluation committee.",
    ),
    ..Rule::DERIVED
};

message! {
    Submitted { kind: Bilingual }
    "evalueringen er {kind}, men den er forelagt et udvalg",
    "the evaluation is {kind}, but it is submitted to a committee",
}

message! {
    Proposed { kind: Bilingual, standards: u64 }
    "evalueringen er {kind}, men der er indstillet en vurdering af {standards:standard|standarder}",
    "the evaluation is {kind}, but a rating is proposed for {standards:standard|standards}",
}

message! {
    FromElsewhere { kind: Bilingual }
    "evalueringen er {kind}, men surveyoren kommer fra en anden driftsherre",
    "the evaluation is {kind}, but the surveyor comes from another operator",
}

const SELF_EVALUATION: Bilingual = Bilingual::new("en selvevaluering", "a self-evaluation");
const MONITORING: Bilingual = Bilingual::new("en kvalitetsovervågning", "quality monitoring");

/// An organisation that is no operator may be a part of the service.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let kind = match evaluation.kind {
        EvaluationKind::External => return,
        EvaluationKind::SelfEvaluation => SELF_EVALUATION,
        EvaluationKind::Monitoring => MONITORING,
    };
    if evaluation.submission.is_some() {
        cx.not_met(&at.key("submission"), Submitted { kind });
    }
    let standards = count(evaluation.standards.iter().filter(|one| one.proposed.is_some()).count());
    if standards > 0 {
        cx.not_met(&at.key("standards"), Proposed { kind, standards });
    }
    let list = at.key("evaluators");
    for (n, one) in evaluation.evaluators.iter().enumerate() {
        let rates = one.role == Some(EvaluatorRole::Surveyor);
        if rates && one.operator.is_some() && evaluation.is_own(one) == Some(false) {
            cx.not_met(&list.index(n).key("operator"), FromElsewhere { kind });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        evaluation.submission = Some(Submission { committee: Some(tape.said()), ..Submission::default() });
    },
    |evaluation, _| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        evaluation.standards.iter_mut().for_each(|one| one.proposed = one.rating);
    },
    |evaluation, tape| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        evaluation.evaluators = [Evaluator {
            role: Some(EvaluatorRole::Surveyor),
            operator: Some(OperatorRef::new(tape.spare_id(1))),
            ..Evaluator::default()
        }]
        .into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation" }"#),
    // Those of the service itself, from an organisation, who rate nothing, or from whom it is not known whether they
    // are its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002",
                "operator": { "id": "00000000-0000-4000-8000-000000000003", "name": "Region Nord" }
            },
            "evaluators": [
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003" } },
                { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004", "name": "region nord" } },
                { "role": "surveyor", "organisation": "Afdeling B" },
                { "role": "observer", "operator": { "id": "00000000-0000-4000-8000-000000000005" } },
                { "role": "trainee", "operator": { "id": "00000000-0000-4000-8000-000000000005" } },
                { "operator": { "id": "00000000-0000-4000-8000-000000000005" } }
            ],
            "standards": [{ "method": "ownMethod" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "evaluators": [{ "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000003" } }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "proposed": "notRated" }], "submission": { "committee": "Evalueringsudvalget" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002", "operator": { "id": "00000000-0000-4000-8000-000000000003" }
            },
            "evaluators": [{ "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004" } }],
            "standards": [{ "proposed": "notRelevant" }, {}],
            "submission": {}
        }"#,
        &[
            not_met(
                "/evaluators/0/operator",
                "evalueringen er en selvevaluering, men surveyoren kommer fra en anden driftsherre",
                "the evaluation is a self-evaluation, but the surveyor comes from another operator",
            ),
            not_met(
                "/standards",
                "evalueringen er en selvevaluering, men der er indstillet en vurdering af 1 standard",
                "the evaluation is a self-evaluation, but a rating is proposed for 1 standard",
            ),
            not_met(
                "/submission",
                "evalueringen er en selvevaluering, men den er forelagt et udvalg",
                "the evaluation is a self-evaluation, but it is submitted to a committee",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring",
            "standards": [
                { "method": "ownMethod", "proposed": "notRated" },
                { "method": "ownMethod", "proposed": "notRelevant" }
            ]
        }"#,
        &[not_met(
            "/standards",
            "evalueringen er en kvalitetsovervågning, men der er indstillet en vurdering af 2 standarder",
            "the evaluation is quality monitoring, but a rating is proposed for 2 standards",
        )],
    ),
];
