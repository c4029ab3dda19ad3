//! A recommendation that is not followed is not tested in PDSA cycles.

use crate::codes;
use crate::evaluation::{Recommendation, RecommendationOutcome};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA029,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, recommendations")],
    title: Bilingual::new(
        "en anbefaling, som ikke følges, afprøves ikke",
        "a recommendation that is not followed is not tested",
    ),
    why: Bilingual::new(
        "Har tilbuddet besluttet ikke at følge en anbefaling, er der ingen forandring at afprøve. Har afprøvningen vist, at forandringen ikke virker, er anbefalingen fulgt, og beslutningen hører til cyklussen.",
        "If the service has decided against a recommendation, there is no change to test. If the test has shown that the change does not work, the recommendation was followed, and the decision belongs to the cycle.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der blev af anbefalingen, eller fjern cyklusserne.",
        "Say what became of the recommendation, or take out the cycles.",
    ),
    example: Bilingual::new(
        "Tilbuddet følger ikke anbefalingen, men afprøver en forandring på grund af den.",
        "The service does not follow the recommendation, but tests a change because of it.",
    ),
    ..Rule::DERIVED
};

message! {
    TestedAnyway { cycles: u64 }
    "anbefalingen følges ikke, men den afprøves i {cycles:cyklus|cyklusser}",
    "the recommendation is not followed, but it is tested in {cycles:cycle|cycles}",
}

pub(super) fn check(recommendation: &Recommendation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_not_followed = matches!(recommendation.outcome, Some(RecommendationOutcome::NotFollowed { .. }));
    if is_not_followed && !recommendation.cycles.is_empty() {
        cx.not_met(&at.key("cycles"), TestedAnyway { cycles: count(recommendation.cycles.len()) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Recommendation> = &[|recommendation, tape| {
    recommendation.outcome = Some(RecommendationOutcome::NotFollowed { reason: Some(tape.said()) });
    recommendation.cycles = [tape.spare_id(1)].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement" }"#),
    // Not followed and not tested, also if the standard is monitored again; tested, and carried out or not yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement",
            "outcome": { "notFollowed": { "reason": "for dyrt" } }, "monitoredOn": "2023-11"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement",
            "outcome": { "carriedOut": {} }, "cycles": ["00000000-0000-4000-8000-000000000002"]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement",
            "cycles": ["00000000-0000-4000-8000-000000000002"]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement", "outcome": { "notFollowed": {} },
            "cycles": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
        }"#,
        &[not_met(
            "/cycles",
            "anbefalingen følges ikke, men den afprøves i 2 cyklusser",
            "the recommendation is not followed, but it is tested in 2 cycles",
        )],
    ),
];
