//! A recommendation has one outcome in all evaluations.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::agreement::ServiceRef,
    crate::date::PartialDate,
    crate::evaluation::{
        EvaluatedStandard, Evaluation, EvaluationKind, Recommendation, RecommendationOutcome,
    },
    crate::model::{NINE_STANDARDS, QualityStep},
    crate::rule::trial::Breaks,
    crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN038,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles, ids; evaluations, recommendations, outcome",
    )],
    title: Bilingual::new(
        "en anbefaling har samme udfald i alle evalueringer, og den er gennemført på én dag",
        "a recommendation has the same outcome in all evaluations, and was carried out on one day",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, om anbefalingen er fulgt. En anbefaling, der ikke følges, kan dog være gennemført ifølge en senere evaluering.",
        "Otherwise nobody can see whether the recommendation was followed. One that is not followed may be carried out according to a later evaluation, though.",
    ),
    remedy: Bilingual::new(
        "Ret den evaluering, der er forkert. Er det to anbefalinger, så giv dem hver sit id.",
        "Correct the evaluation that is wrong. If they are two recommendations, give each its own id.",
    ),
    example: Bilingual::new(
        "Anbefalingen er gennemført 1. november ifølge evalueringen fra 2023; ifølge evalueringen fra 2024 følges den ikke.",
        "The recommendation was carried out on 1 November according to the evaluation of 2023; according to that of 2024 it is not followed.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherOutcome { document: u64 }
    "anbefalingen har et andet udfald i dokument {document}",
    "the recommendation has another outcome in document {document}",
}

message! {
    OtherDay { document: u64 }
    "anbefalingen er gennemført en anden dag ifølge dokument {document}",
    "the recommendation was carried out on another day according to document {document}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.evaluations.other_outcomes {
        let (place, recommendation, document) =
            (clash.place, clash.recommendation, crossing::number(clash.other));
        if clash.is_day {
            crossing.not_met(place, recommendation, at, cx, OtherDay { document });
        } else {
            crossing.not_met(place, recommendation, at, cx, OtherOutcome { document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let service = ServiceRef { name: Some(Text::from("Solgården")), ..ServiceRef::new(tape.spare_id(1)) };
    let Some(standard) = NINE_STANDARDS.standards.first() else { return };
    let outcomes = [
        RecommendationOutcome::CarriedOut { on: PartialDate::of_year(2023) },
        RecommendationOutcome::NotFollowed { reason: Some(tape.said()) },
    ];
    for ((n, year), outcome) in [(4, 2021), (5, 2022)].into_iter().zip(outcomes) {
        let recommendation = Recommendation {
            text: Some(tape.said()),
            leads_to: Some(QualityStep::Improvement),
            outcome: Some(outcome),
            ..Recommendation::new(tape.spare_id(3))
        };
        let rated = EvaluatedStandard {
            standard: Some(standard.id),
            number: standard.number,
            recommendations: [recommendation].into(),
            ..EvaluatedStandard::default()
        };
        let one = Evaluation {
            title: Some(Text::from("Selvevaluering")),
            service: Some(service.clone()),
            standard_set: Some(NINE_STANDARDS.id),
            held_on: PartialDate::of_year(year),
            standards: [rated].into(),
            ..Evaluation::new(tape.spare_id(n), EvaluationKind::SelfEvaluation)
        };
        added::document(one, bundle, tape);
    }
}];

#[cfg(test)]
macro_rules! evaluation {
    ($id:literal, $on:literal, $outcome:literal) => {
        concat!(
            r#"{ "evaluation": { "kind": "selfEvaluation", "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "heldOn": ""#,
            $on,
            r#"", "standards": [{ "recommendations": [
                { "id": "00000000-0000-4000-8000-000000000001""#,
            $outcome,
            " }] }] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Not known yet, carried out after all, and on a day in the month.
    accepts(bundle_of!(
        "01": evaluation!("11", "2023-05", ""),
        "02": evaluation!("12", "2023-06", r#", "outcome": { "notFollowed": {} }"#),
        "03": evaluation!("13", "2024-05", r#", "outcome": { "carriedOut": { "on": "2024-03" } }"#),
        "04": evaluation!("14", "2025-05", r#", "outcome": { "carriedOut": { "on": "2024-03-31" } }"#),
        "05": evaluation!("15", "2025-06", r#", "outcome": { "carriedOut": {} }"#),
    )),
    refuses(
        bundle_of!(
            "01": evaluation!("11", "2023-05", r#", "outcome": { "carriedOut": { "on": "2023-11-01" } }"#),
            "02": evaluation!("12", "2023-05", r#", "outcome": { "notFollowed": {} }"#),
            "03": evaluation!("13", "2024-05", r#", "outcome": { "notFollowed": {} }"#),
            "04": evaluation!("14", "2025-05", r#", "outcome": { "carriedOut": { "on": "2023-11-02" } }"#),
        ),
        &[
            not_met(
                "/documents/1/content/evaluation/standards/0/recommendations/0/outcome",
                "anbefalingen har et andet udfald i dokument 1",
                "the recommendation has another outcome in document 1",
            ),
            not_met(
                "/documents/2/content/evaluation/standards/0/recommendations/0/outcome",
                "anbefalingen har et andet udfald i dokument 1",
                "the recommendation has another outcome in document 1",
            ),
            not_met(
                "/documents/3/content/evaluation/standards/0/recommendations/0/outcome",
                "anbefalingen er gennemført en anden dag ifølge dokument 1",
                "the recommendation was carried out on another day according to document 1",
            ),
        ],
    ),
];
