//! The steering group of a community is another body than the community.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::community::SteeringGroup, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP024,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, body; steeringGroup")],
    title: Bilingual::new(
        "et fællesskabs styregruppe er en anden gruppe end fællesskabet selv",
        "the steering group of a community is a body separate from the community itself",
    ),
    why: Bilingual::new(
        "Med samme id kan ingen se, om en aftale, der nævner gruppen, mener fællesskabet eller styregruppen.",
        "With the same id nobody can see whether an agreement that names the body means the community or its steering group.",
    ),
    remedy: Bilingual::new(
        "Giv styregruppen sit eget id, eller fjern den, hvis fællesskabet styrer sig selv.",
        "Give the steering group an id of its own, or remove it if the community steers itself.",
    ),
    example: Bilingual::new(
        "Styregruppen er oprettet som en kopi af fællesskabet og har beholdt dets id.",
        "The steering group was made as a copy of the community and has kept its id.",
    ),
    ..Rule::DERIVED
};

message! {
    SameBody {}
    "styregruppen har samme id som fællesskabet",
    "the steering group has the same id as the community",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(group) = &community.steering_group
        && community.body == Some(group.body)
    {
        cx.not_met(&at.key("steeringGroup").key("body"), SameBody {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let body = tape.spare_id(1);
    community.body = Some(body);
    community.steering_group = Some(SteeringGroup { name: Some(tape.said()), ..SteeringGroup::new(body) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-000000000002",
            "steeringGroup": { "body": "00000000-0000-4000-8000-000000000003" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "steeringGroup": { "body": "00000000-0000-4000-8000-000000000003" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-000000000003",
            "steeringGroup": { "body": "00000000-0000-4000-8000-000000000003" }
        }"#,
        &[not_met(
            "/steeringGroup/body",
            "styregruppen har samme id som fællesskabet",
            "the steering group has the same id as the community",
        )],
    ),
];
