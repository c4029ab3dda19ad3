//! A recommendation says to which step it leads.

use crate::codes;
use crate::evaluation::{Recommendation, RecommendationOutcome};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA018,
    severity: Severity::Information,
    requirements: &["S-014"],
    sources: &[
        SourceRef::agreement("1.9"),
        SourceRef::new(SourceDocument::EVALUATION_2013, "Formål: standardernes fire trin"),
    ],
    title: Bilingual::new(
        "en anbefaling siger, hvilket trin den fører til",
        "a recommendation says to which quality step it leads",
    ),
    why: Bilingual::new(
        "Mangler der noget i det retningsgivende dokument, skal det revideres (trin 1); følges det ikke, skal det implementeres (trin 2); følges det, men er kvaliteten ikke god nok, skal praksis justeres (trin 4). Det er ofte ikke de samme, der gør det.",
        "If the guiding document lacks something, it is to be revised (step 1); if it is not followed, it is to be implemented (step 2); if it is followed but quality is not good enough, practice is to be adjusted (step 4). It is often not the same people who do it.",
    ),
    remedy: Bilingual::new(
        "Skriv, om anbefalingen fører tilbage til trin 1 eller 2 eller videre til trin 4.",
        "Say whether the recommendation leads back to step 1 or 2 or on to step 4.",
    ),
    example: Bilingual::new(
        "Anbefalingen er at arbejde mere systematisk; om retningslinjen eller praksis skal ændres, fremgår ikke.",
        "The recommendation is to work more systematically; whether the guideline or practice is to change is not stated.",
    ),
    ..Rule::DERIVED
};

message! {
    NoStep {}
    "det fremgår ikke, hvilket trin anbefalingen fører til",
    "it is not stated to which quality step the recommendation leads",
}

/// One that is not followed leads nowhere.
pub(super) fn check(recommendation: &Recommendation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_followed = !matches!(recommendation.outcome, Some(RecommendationOutcome::NotFollowed { .. }));
    if is_followed && recommendation.leads_to.is_none() {
        cx.not_met(at, NoStep {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Recommendation> = &[|recommendation, _| recommendation.leads_to = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "notFollowed": {} } }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "outcome": { "carriedOut": {} } }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilket trin anbefalingen fører til",
            "it is not stated to which quality step the recommendation leads",
        )],
    ),
];
