//! A unit or a body is called the same in all documents.

use crate::body::Body;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::id::Identified as _;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::body::BodyKind, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN007,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, organisation, bodies")],
    title: Bilingual::new(
        "hver driftsherre, hvert specialområde, hvert tilbud, hver afdeling og hver gruppe har ét navn ad gangen i alle dokumenter",
        "each operator, specialised area, service, department and body has one name at a time in all documents",
    ),
    why: Bilingual::new(
        "Med to navne på ét id er det enten navnet eller id'et, der er forkert. Er det id'et, lægges tal sammen for to forskellige enheder, og to grupper får hinandens opgaver.",
        "With two names for one id, either the name or the id is wrong. If it is the id, figures of two units are combined, and two bodies get each other's tasks.",
    ),
    remedy: Bilingual::new(
        "Brug samme navn begge steder, eller ret id'et, hvis det er to enheder eller grupper.",
        "Use the same name in both places, or correct the id if they are two units or bodies.",
    ),
    example: Bilingual::new(
        "Tilbuddet hedder Solgården i aftalen og Havblik på fællesskabets liste.",
        "The service is called Solgården in the agreement and Havblik on the list of the community.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherName { what: Bilingual, document: u64 }
    "den samme enhed ({what}) har et andet navn i dokument {document}",
    "the same unit ({what}) has another name in document {document}",
}

message! {
    OtherBodyName { document: u64 }
    "den samme gruppe har et andet navn i dokument {document}",
    "the same body has another name in document {document}",
}

/// Upper case, white space and a note in brackets at the end do not count.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.names.renamed() {
        let document = crossing::number(clash.first);
        if clash.unit.kind == Body::KIND {
            crossing.not_met(clash.place, clash.unit, at, cx, OtherBodyName { document });
        } else {
            crossing.not_met(clash.place, clash.unit, at, cx, OtherName { what: clash.label, document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, _| {
        added::each_community(bundle, |community| {
            for name in community.members.iter_mut().filter_map(|member| member.name.as_mut()) {
                *name = "et andet navn".into();
            }
        });
    },
    |bundle, tape| {
        let body = |name: &str| Body {
            name: Some(name.into()),
            ..Body::new(tape.spare_id(5), BodyKind::CoordinationGroup)
        };
        added::each_agreement(bundle, |agreement| agreement.bodies.push(body("Socialfagligt netværk")));
        let mut other = added::other_agreement(bundle, tape);
        other.bodies.push(body("Sundhedsnetværket"));
        added::document(other, bundle, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": {
                "id": "00000000-0000-4000-8000-000000000012", "name": "Solgården",
                "operator": { "id": "00000000-0000-4000-8000-000000000013", "name": "Region Sjælland" }
            }
        } }"#,
        "02": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000013",
            "name": "REGION  SJÆLLAND ",
            "services": [{ "id": "00000000-0000-4000-8000-000000000012", "name": " " }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "name": "solgården" }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000012", "name": "Solgården",
                    "operator": { "id": "00000000-0000-4000-8000-000000000013", "name": "Region Sjælland" }
                }
            } }"#,
            "02": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000013",
                "name": "Region Midtjylland",
                "services": [{ "id": "00000000-0000-4000-8000-000000000012", "name": "Sol-gården" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/organisation",
                "den samme enhed (driftsherre) har et andet navn i dokument 1",
                "the same unit (operator) has another name in document 1",
            ),
            not_met(
                "/documents/1/content/organisation/services/0",
                "den samme enhed (tilbud) har et andet navn i dokument 1",
                "the same unit (service) has another name in document 1",
            ),
        ],
    ),
    // A new name from the next agreement on, and a note in brackets.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
            "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021", "year": 2025,
            "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven Øst (tidl. Bakken)" }
        } }"#,
        "03": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000013",
            "services": [{ "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven Øst" }]
        } }"#,
        "04": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000014",
            "services": [{ "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken (lukket 31. december 2024) " }]
        } }"#,
    )),
    // Neither the old nor the new name; and another one at the same time.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000041",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "name": "(Havblik)" }]
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021", "year": 2025,
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven" }
            } }"#,
            "04": r#"{ "plan": {
                "id": "00000000-0000-4000-8000-000000000031",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000032", "kind": "network", "name": "Sundhed" }]
            } }"#,
            "05": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000051",
                "period": { "start": "2023-01-01", "end": "2024-01-01" },
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/community/members/0",
                "den samme enhed (tilbud) har et andet navn i dokument 1",
                "the same unit (service) has another name in document 1",
            ),
            not_met(
                "/documents/4/content/agreement/service",
                "den samme enhed (tilbud) har et andet navn i dokument 1",
                "the same unit (service) has another name in document 1",
            ),
        ],
    ),
    // A body without a name, and in other letters.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "network", "name": "Socialfagligt netværk" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "network", "name": "Sundhed" }
            ]
        } }"#,
        "02": r#"{ "plan": {
            "id": "00000000-0000-4000-8000-000000000021",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "network", "name": "socialfagligt  netværk" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "network" }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "network", "name": "Socialfagligt netværk" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "network", "name": "Sundhedsnetværket" }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/bodies/0",
            "den samme gruppe har et andet navn i dokument 1",
            "the same body has another name in document 1",
        )],
    ),
    // Called so until the year before the evaluation.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000011", "kind": "selfEvaluation", "heldOn": "2025-05-08",
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021", "year": 2024,
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000031", "year": 2025,
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven" }
            } }"#,
        ),
        &[not_met(
            "/documents/2/content/agreement/service",
            "den samme enhed (tilbud) har et andet navn i dokument 1",
            "the same unit (service) has another name in document 1",
        )],
    ),
    // The steering group of a community.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "name": "Styregruppen" }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "steeringGroup": { "body": "00000000-0000-4000-8000-000000000012", "name": "Ledergruppen" }
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "steeringGroup": { "body": "00000000-0000-4000-8000-000000000012", "name": "styregruppen" }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/community/steeringGroup",
            "den samme gruppe har et andet navn i dokument 1",
            "the same body has another name in document 1",
        )],
    ),
    // The name of the day of a caseload, and the name of now; and the name of then in an old list.
    accepts(bundle_of!(
        "01": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000013",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000014", "name": "Hus A" }]
            }]
        } }"#,
        "02": r#"{ "caseload": {
            "id": "00000000-0000-4000-8000-000000000021", "asOf": "2020-05-01",
            "service": {
                "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000014", "name": "Hus 1" }]
            }
        } }"#,
        "03": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000031", "year": 2025,
            "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven" }
        } }"#,
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000041",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }]
        } }"#,
    )),
    // Two names for one day; and two that are for no time, beside a caseload.
    refuses(
        bundle_of!(
            "01": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000021", "asOf": "2024-05-01",
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Bakken" }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000031", "year": 2024,
                "service": { "id": "00000000-0000-4000-8000-000000000012", "name": "Skoven" }
            } }"#,
            "03": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000022", "asOf": "2020-05-01",
                "service": { "id": "00000000-0000-4000-8000-000000000015", "name": "Engen" }
            } }"#,
            "04": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000013",
                "services": [{ "id": "00000000-0000-4000-8000-000000000015", "name": "Havblik" }]
            } }"#,
            "05": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000041",
                "members": [{ "service": "00000000-0000-4000-8000-000000000015", "name": "Strandblik" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/agreement/service",
                "den samme enhed (tilbud) har et andet navn i dokument 1",
                "the same unit (service) has another name in document 1",
            ),
            not_met(
                "/documents/4/content/community/members/0",
                "den samme enhed (tilbud) har et andet navn i dokument 4",
                "the same unit (service) has another name in document 4",
            ),
        ],
    ),
    // A region, and a department of a project.
    refuses(
        bundle_of!(
            "01": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000013", "name": "Region Nord",
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000014", "name": "Hus B" }]
                }]
            } }"#,
            "02": r#"{ "standardSet": {
                "id": "00000000-0000-4000-8000-000000000021",
                "themes": [{
                    "id": "00000000-0000-4000-8000-000000000022", "area": "serviceSpecific",
                    "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000013", "name": "Region Syd" } }
                }]
            } }"#,
            "03": r#"{ "tailoring": {
                "id": "00000000-0000-4000-8000-000000000031", "base": "00000000-0000-4000-8000-000000000021",
                "region": "00000000-0000-4000-8000-000000000013", "regionName": "Region Nord"
            } }"#,
            "04": r#"{ "project": {
                "id": "00000000-0000-4000-8000-000000000041",
                "departments": [{ "department": "00000000-0000-4000-8000-000000000014", "name": "Hus D" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/standardSet/themes/0",
                "den samme enhed (driftsherre) har et andet navn i dokument 1",
                "the same unit (operator) has another name in document 1",
            ),
            not_met(
                "/documents/3/content/project/departments/0",
                "den samme enhed (afdeling) har et andet navn i dokument 1",
                "the same unit (department) has another name in document 1",
            ),
        ],
    ),
];
