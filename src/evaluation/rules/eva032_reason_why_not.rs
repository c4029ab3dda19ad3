//! Where a recommendation is not followed, it says why.

use crate::codes;
use crate::evaluation::{Recommendation, RecommendationOutcome};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA032,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "evaluations, recommendations, outcome, notFollowed, reason",
    )],
    title: Bilingual::new(
        "følges en anbefaling ikke, fremgår det hvorfor",
        "where a recommendation is not followed, the document says why",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, om tilbuddet har taget stilling til anbefalingen eller blot ladet den ligge, og ved næste evaluering gives den igen.",
        "Otherwise nobody can tell whether the service considered the recommendation or merely left it, and the next evaluation makes it again.",
    ),
    remedy: Bilingual::new("Skriv begrundelsen.", "State the reason."),
    example: Bilingual::new(
        "Anbefalingen om et fælles kursus følges ikke, og der står ikke hvorfor.",
        "The recommendation of a common course is not followed, and it is not said why.",
    ),
    ..Rule::DERIVED
};

message! {
    NoReason {}
    "anbefalingen følges ikke, men det fremgår ikke hvorfor",
    "the recommendation is not followed, but it is not stated why",
}

pub(super) fn check(recommendation: &Recommendation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(RecommendationOutcome::NotFollowed { reason }) = &recommendation.outcome
        && !is_stated(reason.as_ref())
    {
        cx.not_met(&at.key("outcome"), NoReason {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Recommendation> = &[|recommendation, tape| {
    recommendation.outcome = Some(RecommendationOutcome::NotFollowed { reason: tape.unsaid() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "carriedOut": {} } }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "notFollowed": { "reason": "Bygningen rives ned" } } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "notFollowed": {} } }"#,
        &[not_met(
            "/outcome",
            "anbefalingen følges ikke, men det fremgår ikke hvorfor",
            "the recommendation is not followed, but it is not stated why",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "notFollowed": { "reason": " " } } }"#,
        &[not_met(
            "/outcome",
            "anbefalingen følges ikke, men det fremgår ikke hvorfor",
            "the recommendation is not followed, but it is not stated why",
        )],
    ),
];
