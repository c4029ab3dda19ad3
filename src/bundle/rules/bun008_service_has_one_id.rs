//! A service, and a department of it, has one id in all documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::id::Identified as _;
use crate::organisation::Department;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::community::CommunityMember, crate::goal::Caseload,
    crate::organisation::SocialService, crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN008,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, organisation")],
    title: Bilingual::new(
        "hvert tilbud og hver afdeling har ét og samme id i alle dokumenter",
        "each service and each department has one id in all documents",
    ),
    why: Bilingual::new(
        "Det er id'et og ikke navnet, der sætter dokumenterne sammen. Med to id'er er det to tilbud eller afdelinger, og modsigelser mellem dokumenterne bliver ikke fundet.",
        "It is the id and not the name that links documents. With two ids they are two services or departments, and contradictions between them are not found.",
    ),
    remedy: Bilingual::new(
        "Brug samme id begge steder. Er det to tilbud eller afdelinger med samme navn, så gør navnene forskellige.",
        "Use the same id in both places. If they are two services or departments with the same name, make the names different.",
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
    "the service has the same name as a service in document {document}, but another id",
}

message! {
    OtherDepartmentId { document: u64 }
    "afdelingen har samme navn som en afdeling af tilbuddet i dokument {document}, men et andet id",
    "the department has the same name as a department of the service in document {document}, but another id",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.names.namesakes {
        let document = crossing::number(clash.first);
        if clash.unit.kind == Department::KIND {
            crossing.not_met(clash.place, clash.unit, at, cx, OtherDepartmentId { document });
        } else {
            crossing.not_met(clash.place, clash.unit, at, cx, OtherId { document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let other = added::member(tape.spare_id(1));
        added::each_community(bundle, |community| {
            // Two of one name in one community are for IMP032.
            if let Some(name) = community.members.iter_mut().find_map(|member| member.name.take()) {
                community.members.push(CommunityMember { name: Some(name), ..other.clone() });
            }
        });
    },
    |bundle, tape| {
        let lists = [2, 3].map(|n| {
            let department =
                Department { name: Some("Afdeling Nord".into()), ..Department::new(tape.spare_id(n)) };
            let service = SocialService {
                name: Some("Lyngbakken".into()),
                departments: [department].into(),
                ..SocialService::new(tape.spare_id(4))
            };
            Caseload { service: Some(service), ..Caseload::new(tape.fresh_id()) }
        });
        for caseload in lists {
            added::document(caseload, bundle, tape);
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Departments often have the same name, and one document is a matter of that document.
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
            // The same two again are not reported again.
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "members": [{ "service": "00000000-0000-4000-8000-000000000099", "name": "Solgården" }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/community/members/0",
            "tilbuddet har samme navn som et tilbud i dokument 1, men et andet id",
            "the service has the same name as a service in document 1, but another id",
        )],
    ),
    // Two ids for one department, in an organisation and in a caseload.
    refuses(
        bundle_of!(
            "01": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000013", "name": "Afdeling Nord" },
                        { "id": "00000000-0000-4000-8000-000000000014", "name": "Afdeling Syd" }
                    ]
                }
            } }"#,
            "02": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000021",
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000099", "name": "afdeling nord" },
                        { "id": "00000000-0000-4000-8000-000000000014", "name": "Afdeling Syd" }
                    ]
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/organisation/services/0/departments/0",
            "afdelingen har samme navn som en afdeling af tilbuddet i dokument 1, men et andet id",
            "the department has the same name as a department of the service in document 1, but another id",
        )],
    ),
];
