//! A recommendation rests on a finding about its own standard.

use crate::codes;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{of, sorted_of};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::evaluation::{EvaluatedStandard, EvaluationFinding, MonitoringMethod, Recommendation},
    crate::model::QualityStep,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA027,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, recommendations")],
    title: Bilingual::new(
        "en anbefaling bygger på et fund om standarden selv",
        "a recommendation rests on a finding about the standard itself",
    ),
    why: Bilingual::new(
        "Bygger en anbefaling kun på fund om en anden standard, er der henvist til det forkerte fund, eller også står anbefalingen under den forkerte standard.",
        "If a recommendation rests only on findings about another standard, it refers to the wrong finding, or else it is listed under the wrong standard.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller flyt anbefalingen til den standard, som fundet handler om.",
        "Correct the reference, or move the recommendation to the standard that the finding is about.",
    ),
    example: Bilingual::new(
        "En anbefaling om medicin bygger på et fund om kommunikation.",
        "A recommendation about medication rests on a finding about communication.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOther { first: u64 }
    "anbefalingen bygger ikke på noget fund om standarden selv, men på et om den {first}. standard på listen",
    "the recommendation rests on no finding about its own standard, but on one about the standard in position {first} of the list",
}

message! {
    OfNumbered { number: SectionNumber }
    "anbefalingen bygger ikke på noget fund om standarden selv, men på et om standard {number}",
    "the recommendation rests on no finding about its own standard, but on one about standard {number}",
}

/// Reports nothing if a finding is not in the evaluation, as it may be about any standard.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let standards = evaluation.standards.iter().enumerate();
    let findings =
        standards.clone().flat_map(|(n, one)| one.findings.iter().map(move |one| (one.id.uuid(), n)));
    if !evaluation.standards.iter().any(|one| one.recommendations.iter().any(|one| !one.findings.is_empty()))
    {
        return;
    }
    let list = at.key("standards");
    sorted_of(&findings, |findings| {
        for (n, standard) in standards.clone() {
            let at = list.index(n);
            let recommendations = at.key("recommendations");
            for (m, one) in standard.recommendations.iter().enumerate() {
                let standard_of = |id| of(findings, id).first().map(|(_, standard)| *standard);
                let is_own = |id| findings.binary_search(&(id, n)).is_ok();
                let mut on = one.findings.iter().map(|id| id.uuid());
                let is_of_others = on.clone().all(|id| standard_of(id).is_some() && !is_own(id));
                if let (true, Some(first)) = (is_of_others, on.next().and_then(standard_of)) {
                    let at = recommendations.item(m, one.id);
                    let at = at.key("findings");
                    match evaluation.standards.get(first).and_then(|one| one.number) {
                        Some(number) if Some(number) != standard.number => {
                            cx.not_met(&at, OfNumbered { number });
                        }
                        _ => cx.not_met(&at, OfOther { first: ordinal(first) }),
                    }
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, tape| {
    let finding = EvaluationFinding {
        step: Some(QualityStep::Improvement),
        text: Some(tape.said()),
        ..EvaluationFinding::new(tape.spare_id(1))
    };
    let recommendation = Recommendation {
        findings: [finding.id].into(),
        text: Some("for sig selv, og ikke som de andre".into()),
        leads_to: Some(QualityStep::Improvement),
        ..Recommendation::new(tape.spare_id(2))
    };
    evaluation.standards.iter_mut().take(1).for_each(|one| one.recommendations.push(recommendation.clone()));
    evaluation.standards.push(EvaluatedStandard {
        number: Some(SectionNumber::of_chapter(1, 9)),
        method: Some(MonitoringMethod::OwnMethod),
        findings: [finding].into(),
        ..EvaluatedStandard::default()
    });
    evaluation.stated_standards = None;
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation" }"#),
    // On one of its own among others, on none, and on one that is not there.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "findings": [{ "id": "00000000-0000-4000-8000-000000000002" }] },
                {
                    "findings": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                    "recommendations": [
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "leadsTo": "improvement",
                            "findings": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
                        },
                        { "id": "00000000-0000-4000-8000-000000000005", "leadsTo": "improvement" },
                        {
                            "id": "00000000-0000-4000-8000-000000000006", "leadsTo": "improvement",
                            "findings": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000009"]
                        }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "findings": [{ "id": "00000000-0000-4000-8000-000000000002" }] },
                {
                    "findings": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                    "recommendations": [{
                        "id": "00000000-0000-4000-8000-000000000004", "leadsTo": "improvement",
                        "findings": ["00000000-0000-4000-8000-000000000002"]
                    }]
                }
            ]
        }"#,
        &[not_met(
            "/standards/1/recommendations/0/findings",
            "anbefalingen bygger ikke på noget fund om standarden selv, men på et om den 1. standard på listen",
            "the recommendation rests on no finding about its own standard, but on one about the standard in position 1 of the list",
        )],
    ),
    // One of its recommendations rests on no finding, the other on two of other standards.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "number": "1.1", "findings": [{ "id": "00000000-0000-4000-8000-000000000002" }] },
                { "number": "1.2", "findings": [{ "id": "00000000-0000-4000-8000-000000000003" }] },
                {
                    "recommendations": [
                        { "id": "00000000-0000-4000-8000-000000000004", "leadsTo": "improvement" },
                        {
                            "id": "00000000-0000-4000-8000-000000000005", "leadsTo": "improvement",
                            "findings": [
                                "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"
                            ]
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/standards/2/recommendations/1/findings",
            "anbefalingen bygger ikke på noget fund om standarden selv, men på et om standard 1.1",
            "the recommendation rests on no finding about its own standard, but on one about standard 1.1",
        )],
    ),
];
