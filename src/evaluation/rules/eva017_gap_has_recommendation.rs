//! A finding that shows a gap leads to a recommendation.

use crate::codes;
use crate::evaluation::EvaluatedStandard;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::evaluation::EvaluationFinding;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA017,
    requirements: &["S-014"],
    sources: &[
        SourceRef::agreement("1.9"),
        SourceRef::new(SourceDocument::MONITORING_GUIDE, "Resultat: anbefalinger"),
    ],
    title: Bilingual::new(
        "et fund, der viser en mangel, fører til en anbefaling",
        "a finding that shows a gap leads to a recommendation",
    ),
    why: Bilingual::new(
        "En mangel, som ingen anbefaling handler om, bliver let stående.",
        "A gap that no recommendation is about easily remains.",
    ),
    remedy: Bilingual::new(
        "Skriv en anbefaling, eller skriv, hvilken anbefaling der bygger på fundet. Blev manglen rettet på stedet, så skriv det som en anbefaling, der er gennemført.",
        "Write a recommendation, or say which recommendation rests on the finding. If the gap was mended on the spot, write that as a recommendation that was carried out.",
    ),
    example: Bilingual::new(
        "Overvågningen viste, at det retningsgivende dokument ikke var fyldestgørende, og ingen anbefaling handler om det.",
        "Monitoring showed that the guiding document does not suffice, but no recommendation is about it.",
    ),
    ..Rule::DERIVED
};

message! {
    NoRecommendation {}
    "fundet viser en mangel, men standarden har ingen anbefaling",
    "the finding shows a gap, but the standard has no recommendation",
}

message! {
    OnOtherFindings {}
    "fundet viser en mangel, men ingen af standardens anbefalinger bygger på det",
    "the finding shows a gap, but none of the recommendations of the standard rests on it",
}

const RESTS_ON: Bilingual =
    Bilingual::new("hvilke fund hver anbefaling bygger på", "the findings that each recommendation rests on");

/// A recommendation without findings does not say on what it rests.
pub(super) fn check(standard: &EvaluatedStandard, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !standard.findings.iter().any(|one| one.shows_gap == Some(true)) {
        return;
    }
    let is_unknown = standard.recommendations.iter().any(|one| one.findings.is_empty());
    let rested_on = standard.recommendations.iter().flat_map(|one| &one.findings);
    let list = at.key("findings");
    sorted(
        |put| rested_on.clone().for_each(|id| put(id.uuid().as_u128())),
        |rested_on| {
            for (n, one) in standard.findings.iter().enumerate() {
                let is_gap = one.shows_gap == Some(true);
                if !is_gap || rested_on.binary_search(&one.id.uuid().as_u128()).is_ok() {
                    continue;
                }
                let at = list.item(n, one.id);
                if is_unknown {
                    cx.not_assessable(&at, RESTS_ON);
                } else if standard.recommendations.is_empty() {
                    cx.not_met(&at, NoRecommendation {});
                } else {
                    cx.not_met(&at, OnOtherFindings {});
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EvaluatedStandard> = &[
    |standard, tape| {
        let finding = EvaluationFinding { shows_gap: Some(true), ..EvaluationFinding::new(tape.spare_id(1)) };
        standard.findings.push(finding);
    },
    |standard, _| {
        standard.findings.iter_mut().for_each(|one| one.shows_gap = Some(true));
        standard.recommendations.iter_mut().for_each(|one| one.findings.clear());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // No gap, not stated, and one that a recommendation rests on.
    accepts(
        r#"{
            "findings": [
                { "id": "00000000-0000-4000-8000-000000000001", "showsGap": false },
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "showsGap": true }
            ],
            "recommendations": [{
                "id": "00000000-0000-4000-8000-000000000004", "findings": ["00000000-0000-4000-8000-000000000003"]
            }]
        }"#,
    ),
    refuses(
        r#"{ "findings": [{ "id": "00000000-0000-4000-8000-000000000003", "showsGap": true }] }"#,
        &[not_met(
            "/findings/0",
            "fundet viser en mangel, men standarden har ingen anbefaling",
            "the finding shows a gap, but the standard has no recommendation",
        )],
    ),
    refuses(
        r#"{
            "findings": [
                { "id": "00000000-0000-4000-8000-000000000003", "showsGap": true },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ],
            "recommendations": [{
                "id": "00000000-0000-4000-8000-000000000004", "findings": ["00000000-0000-4000-8000-000000000005"]
            }]
        }"#,
        &[not_met(
            "/findings/0",
            "fundet viser en mangel, men ingen af standardens anbefalinger bygger på det",
            "the finding shows a gap, but none of the recommendations of the standard rests on it",
        )],
    ),
    refuses(
        r#"{
            "findings": [{ "id": "00000000-0000-4000-8000-000000000003", "showsGap": true }],
            "recommendations": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
        &[not_assessable(
            "/findings/0",
            "kan ikke vurderes; mangler: hvilke fund hver anbefaling bygger på",
            "cannot be assessed; missing: the findings that each recommendation rests on",
        )],
    ),
];
