//! A body is one community in all documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::community::ImprovementCommunity, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN019,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; communities, body")],
    title: Bilingual::new(
        "en gruppe er ét og samme forbedringsfællesskab i alle dokumenter",
        "a body is the same improvement community in all documents",
    ),
    why: Bilingual::new(
        "Aftalerne nævner et fællesskab ved gruppens id. Er det to fællesskaber, er det uklart, hvilket af dem tilbuddet indgår i. Et fællesskab, der afløser et andet, eller et, hvis emne ikke er oplyst, regnes her ikke som et andet fællesskab.",
        "Agreements name a community by the id of the body. If it is two communities, it is unclear in which of them the service takes part. A community that follows another one in time, or states no topic, does not count as another one here.",
    ),
    remedy: Bilingual::new(
        "Giv det ene af de to fællesskaber sin egen gruppe; er det det samme, så giv de to dokumenter det samme id for fællesskabet.",
        "Give one of the two communities a body of its own; if it is the same one, give the community the same id in both documents.",
    ),
    example: Bilingual::new(
        "Fællesskabet om sygefravær og fællesskabet om arbejdsulykker henviser til den samme gruppe.",
        "The community on sick leave and the one on accidents at work refer to the same body.",
    ),
    ..Rule::DERIVED
};

message! {
    AnotherCommunity { document: u64 }
    "fællesskabet henviser til den samme gruppe som et andet fællesskab med et andet emne, i dokument {document}",
    "the community refers to the same body as another community with another topic, in document {document}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.ties.other_communities {
        let facts = AnotherCommunity { document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.community, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let body = Some(tape.spare_id(4));
    for (n, topic) in [(2, "sygefravær"), (3, "arbejdsulykker")] {
        let community = ImprovementCommunity {
            topic: Some(topic.into()),
            monitored_process: Some("kontaktsamtaler".into()),
            body,
            members: [added::member(tape.spare_id(1))].into(),
            ..ImprovementCommunity::new(tape.spare_id(n))
        };
        added::document(community, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The same one again, one whose topic is not stated, and one of a later year.
    accepts(bundle_of!(
        "01": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000011", "topic": "Sygefravær", "body": "00000000-0000-4000-8000-000000000021",
            "charter": { "startsOn": "2024", "endsOn": "2024" }
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000011", "topic": "mindre sygefravær", "body": "00000000-0000-4000-8000-000000000021"
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000012", "body": "00000000-0000-4000-8000-000000000021"
        } }"#,
    )),
    accepts(bundle_of!(
        "01": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000011", "topic": "sygefravær", "body": "00000000-0000-4000-8000-000000000021",
            "charter": { "endsOn": "2024" }
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "body": "00000000-0000-4000-8000-000000000021",
            "charter": { "startsOn": "2025-01-01" }
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000013", "topic": " TRIVSEL ", "body": "00000000-0000-4000-8000-000000000021",
            "charter": { "startsOn": "2025-01-01" }
        } }"#,
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000014", "topic": "arbejdsulykker", "body": "00000000-0000-4000-8000-000000000022"
        } }"#,
    )),
    // One period begins on the last day of the other. The third is compared with the first that is a different community.
    refuses(
        bundle_of!(
            "01": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000011", "topic": "sygefravær", "body": "00000000-0000-4000-8000-000000000021",
                "charter": { "endsOn": "2024" }
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000012", "topic": "arbejdsulykker", "body": "00000000-0000-4000-8000-000000000021",
                "charter": { "startsOn": "2024-12-31" }
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000011", "topic": "sygefravær", "body": "00000000-0000-4000-8000-000000000021"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/community/body",
                "fællesskabet henviser til den samme gruppe som et andet fællesskab med et andet emne, i dokument 1",
                "the community refers to the same body as another community with another topic, in document 1",
            ),
            not_met(
                "/documents/2/content/community/body",
                "fællesskabet henviser til den samme gruppe som et andet fællesskab med et andet emne, i dokument 2",
                "the community refers to the same body as another community with another topic, in document 2",
            ),
        ],
    ),
];
