//! A body is of one kind in all documents.

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
use {
    super::added,
    crate::community::{ImprovementCommunity, SteeringGroup},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN014,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "en gruppe er af samme art i alle dokumenter",
        "a body is of one type in all documents",
    ),
    why: Bilingual::new(
        "Er den samme gruppe en styregruppe ét sted og et netværk et andet, er det uklart, hvilke regler der gælder for den.",
        "If the same body is a steering group in one place and a network in another, it is unclear which rules apply to it.",
    ),
    remedy: Bilingual::new(
        "Ret arten, eller giv den ene af de to grupper sit eget id.",
        "Correct the type, or give one of the two bodies an id of its own.",
    ),
    example: Bilingual::new(
        "Fællesskabets styregruppe står som arbejdsgruppe i aftalen.",
        "The steering group of the community is a working group in the agreement.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherKind { here: Bilingual, there: Bilingual, document: u64 }
    "gruppen står her som {here}, men i dokument {document} som {there}",
    "the body is listed here as {here}, but in document {document} as {there}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.ties.other_kinds {
        let (here, there) = (clash.here.label(), clash.there.label());
        let facts = OtherKind { here, there, document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.body, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let body = tape.spare_id(4);
    let community = |n: u128, tape: &Tape<'_>| ImprovementCommunity {
        topic: Some("sygefravær".into()),
        monitored_process: Some("kontaktsamtaler".into()),
        members: [added::member(tape.spare_id(1))].into(),
        ..ImprovementCommunity::new(tape.spare_id(n))
    };
    let first = ImprovementCommunity { body: Some(body), ..community(2, tape) };
    let group = SteeringGroup { name: Some("Styregruppen".into()), ..SteeringGroup::new(body) };
    let second = ImprovementCommunity { steering_group: Some(group), ..community(3, tape) };
    added::document(first, bundle, tape);
    added::document(second, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Two kinds in one document are a matter of that document.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000021", "kind": "steeringGroup" },
                { "id": "00000000-0000-4000-8000-000000000022", "kind": "community" }
            ]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000012",
            "body": "00000000-0000-4000-8000-000000000022",
            "steeringGroup": { "body": "00000000-0000-4000-8000-000000000021" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "bodies": [
                    { "id": "00000000-0000-4000-8000-000000000021", "kind": "workingGroup" },
                    { "id": "00000000-0000-4000-8000-000000000022", "kind": "network" }
                ]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000012",
                "body": "00000000-0000-4000-8000-000000000022",
                "steeringGroup": { "body": "00000000-0000-4000-8000-000000000021" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/community",
                "gruppen står her som forbedringsfællesskab, men i dokument 1 som netværk",
                "the body is listed here as improvement community, but in document 1 as network",
            ),
            not_met(
                "/documents/1/content/community/steeringGroup",
                "gruppen står her som styregruppe, men i dokument 1 som arbejdsgruppe",
                "the body is listed here as steering group, but in document 1 as working group",
            ),
        ],
    ),
];
