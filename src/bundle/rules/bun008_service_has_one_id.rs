//! A service has one id in all documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::community::CommunityMember;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN008,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, organisation")],
    title: Bilingual::new(
        "et tilbud har samme id i alle dokumenter",
        "a service has the same id in all documents",
    ),
    why: Bilingual::new(
        "Det er id'et og ikke navnet, der sætter dokumenterne sammen. Med to id'er er det to tilbud, og modsigelser mellem dokumenterne bliver ikke fundet.",
        "It is the id and not the name that links documents. With two ids they are two services, and contradictions between them are not found.",
    ),
    remedy: Bilingual::new(
        "Brug samme id begge steder. Er det to tilbud med samme navn, så gør navnene forskellige.",
        "Use the same id in both places. If they are two services with the same name, make the names different.",
    ),
    example: Bilingual::new(
        "Systemet, der skriver fællesskabets liste, har givet Solgården et nyt id.",
        "The system that writes the list of the community has made a new id for Solgården.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherId { document: u64 }
    "tilbuddet har samme navn som et tilbud i dokument {document}, men et andet id",
    "the service has the name of a service in document {document}, but another id",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.names.namesakes {
        let facts = OtherId { document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.unit, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let other = added::member(tape.spare_id(1));
    added::each_community(bundle, |community| {
        // Two of one name in one community are for IMP032.
        if let Some(name) = community.members.iter_mut().find_map(|member| member.name.take()) {
            community.members.push(CommunityMember { name: Some(name), ..other.clone() });
        }
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Departments are often called alike, and one document is a matter of that document.
    accepts(bundle_of!(
        "01": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000011",
            "services": [
                {
                    "id": "00000000-0000-4000-8000-000000000012", "name": "Solgården",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000014", "name": "Afdeling A" }]
                },
                { "id": "00000000-0000-4000-8000-000000000013", "name": "Solgården" }
            ]
        } }"#,
        "02": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000021",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000022", "name": "Havblik",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000023", "name": "Afdeling A" }]
            }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Solgården" }
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "members": [{ "service": "00000000-0000-4000-8000-000000000099", "name": "SOLGÅRDEN" }]
            } }"#,
            // The same two again are the same matter.
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "members": [{ "service": "00000000-0000-4000-8000-000000000099", "name": "Solgården" }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/community/members/0",
            "tilbuddet har samme navn som et tilbud i dokument 1, men et andet id",
            "the service has the name of a service in document 1, but another id",
        )],
    ),
];
