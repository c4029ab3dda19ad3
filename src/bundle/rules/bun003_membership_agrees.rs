//! An agreement and its community say the same about a membership.

use crate::bundle::crossing::{self, Listed};
use crate::bundle::{Bundle, Crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN003,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles; agreements, participation; communities, members",
        ),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "aftalen og forbedringsfællesskabet siger det samme om, hvorvidt tilbuddet indgår, når de gælder samme tid",
        "the agreement and the improvement community say the same about whether the service takes part if they are for the same time",
    ),
    why: Bilingual::new(
        "Om fællesskabets måltal binder tilbuddet, afhænger af, om det indgår. Her siger de to dokumenter hver sit. Det kan kun ses, når fællesskabet har samme gruppe-id som i aftalen.",
        "Whether the figures of the community bind the service depends on whether it takes part, and here the two documents differ. This can be seen only if the community states the same body id as the agreement.",
    ),
    remedy: Bilingual::new(
        "Afklar, om tilbuddet indgår, og ret det af de to dokumenter, der er forkert. Er tilbuddet trådt ind eller ud undervejs, så skriv dagen på fællesskabets liste.",
        "Find out whether the service takes part, and correct the document that is wrong. If it joined or left in the meantime, state the day in the list of the community.",
    ),
    example: Bilingual::new(
        "Aftalen siger, at tilbuddet indgår; på fællesskabets liste står det som ikke-deltager.",
        "According to the agreement the service takes part; on the list of the community it does not.",
    ),
    ..Rule::DERIVED
};

const IN: Bilingual = Bilingual::new("indgår", "takes part");
const OUT: Bilingual = Bilingual::new("ikke indgår", "does not take part");

message! {
    SaysOtherwise { agreement: Bilingual, community: Bilingual, document: u64 }
    "aftalen siger, at tilbuddet {agreement} i fællesskabet, men listen i dokument {document} siger, at det {community}",
    "according to the agreement, the service {agreement} in the community, but according to the list in document {document} it {community}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.memberships.compared(cx.as_of()) {
        let (agreement, community) = match (one.is_member, one.listed) {
            (true, Listed::As(Some(false))) => (IN, OUT),
            (false, Listed::As(Some(true))) => (OUT, IN),
            _ => continue,
        };
        let facts = SaysOtherwise { agreement, community, document: crossing::number(one.community) };
        crossing.not_met(one.place, one.service, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, _| {
    added::each_community(bundle, |community| {
        for member in &mut community.members {
            if community.body.is_some() && member.name.is_some() {
                member.membership = Membership::NonMember;
                if let Some(assessment) = &mut member.state_assessment {
                    assessment.shows_need = Some(false);
                }
            }
        }
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "member" }
                ]
            }]
        } }"#,
        // The same, and an invitation, which contradicts nothing.
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "pilotSite" }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031",
            "body": "00000000-0000-4000-8000-000000000015",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "invited" }]
        } }"#,
    )),
    // A membership can change from one year to the next: the latest agreement is compared.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "year": 2023,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" }
                ]
            }]
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000016",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000017",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }
                ]
            }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
    )),
    // It left before the agreement begins, or during it, or joins later; and it returned.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000016", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000017", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000018", "kind": "community", "membership": "nonMember" }
                ]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "until": "2023-12-31" }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000015",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "until": "2024-05-31" }]
        } }"#,
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000041", "body": "00000000-0000-4000-8000-000000000016",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "from": "2025" }]
        } }"#,
        "05": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000051", "body": "00000000-0000-4000-8000-000000000017",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "until": "2022" },
                { "service": "00000000-0000-4000-8000-000000000012", "membership": "nonMember", "from": "2023", "until": "2023" },
                { "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "from": "2024-01-01" }
            ]
        } }"#,
        // Nothing is said of later.
        "06": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000061", "body": "00000000-0000-4000-8000-000000000018",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "nonMember", "until": "2023" }]
        } }"#,
    )),
    // It left before the agreement begins, and it takes part all the time.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "nonMember" }
                    ]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "until": "2023-12-31" }]
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000015",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member", "from": "2023", "until": "2024-12-31" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/agreement/focusAreas/0/participation/0",
                "aftalen siger, at tilbuddet indgår i fællesskabet, men listen i dokument 2 siger, at det ikke indgår",
                "according to the agreement, the service takes part in the community, but according to the list in document 2 it does not take part",
            ),
            not_met(
                "/documents/0/content/agreement/focusAreas/0/participation/1",
                "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 3 siger, at det indgår",
                "according to the agreement, the service does not take part in the community, but according to the list in document 3 it takes part",
            ),
        ],
    ),
    // The draft of next year says nothing yet.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "year": 2025,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" }
                ]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
    )),
    // The agreement of 2023 has ended, and there is no later one.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "year": 2023,
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" }
                    ]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "body": "00000000-0000-4000-8000-000000000014",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/participation/0",
            "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 2 siger, at det indgår",
            "according to the agreement, the service does not take part in the community, but according to the list in document 2 it takes part",
        )],
    ),
    // The community ended before the agreement begins, another one has begun since, and a third begins later.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000016", "kind": "community", "membership": "nonMember" }
                ]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
            "charter": { "endsOn": "2023-12-31" },
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000015",
            "charter": { "endsOn": "2023" },
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000041", "body": "00000000-0000-4000-8000-000000000015",
            "charter": { "startsOn": "2024" },
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "nonMember" }]
        } }"#,
        "05": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000051", "body": "00000000-0000-4000-8000-000000000016",
            "charter": { "startsOn": "2025-01-01" },
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
    )),
    // On the first day of the agreement, and by the community of that year.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "year": 2024,
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "member" }
                    ]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
                "charter": { "endsOn": "2024-01-01" },
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000015",
                "charter": { "endsOn": "2023" },
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
            } }"#,
            "04": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000041", "body": "00000000-0000-4000-8000-000000000015",
                "charter": { "startsOn": "2024" },
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "nonMember" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/agreement/focusAreas/0/participation/0",
                "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 2 siger, at det indgår",
                "according to the agreement, the service does not take part in the community, but according to the list in document 2 it takes part",
            ),
            not_met(
                "/documents/0/content/agreement/focusAreas/0/participation/1",
                "aftalen siger, at tilbuddet indgår i fællesskabet, men listen i dokument 4 siger, at det ikke indgår",
                "according to the agreement, the service takes part in the community, but according to the list in document 4 it does not take part",
            ),
        ],
    ),
    // An agreement that says both is a matter of that agreement.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }
                ]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "body": "00000000-0000-4000-8000-000000000014",
                "members": [
                    { "service": "00000000-0000-4000-8000-000000000012", "membership": "nonMember" },
                    { "service": "00000000-0000-4000-8000-000000000019", "membership": "member" }
                ]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000018", "kind": "network", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }
                    ]
                }]
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000015",
                "service": { "id": "00000000-0000-4000-8000-000000000019" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000016",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember" }
                    ]
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/agreement/focusAreas/0/participation/1",
                "aftalen siger, at tilbuddet indgår i fællesskabet, men listen i dokument 1 siger, at det ikke indgår",
                "according to the agreement, the service takes part in the community, but according to the list in document 1 it does not take part",
            ),
            not_met(
                "/documents/2/content/agreement/focusAreas/0/participation/0",
                "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 1 siger, at det indgår",
                "according to the agreement, the service does not take part in the community, but according to the list in document 1 it takes part",
            ),
        ],
    ),
    // The agreement that begins today is in force, and one that has not ended, but not one that has.
    refuses(
        bundle_of!(
            "01": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000014",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012", "membership": "member" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "period": { "start": "2024-01-15", "end": "2024-12-31" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000022",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember"
                    }]
                }]
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "period": { "start": "2023-08-01", "end": "2023-12-31" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember"
                    }]
                }]
            } }"#,
            "04": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000041", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "period": { "start": "2023-06-01", "end": "2024-06-30" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000042",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "nonMember"
                    }]
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/agreement/focusAreas/0/participation/0",
                "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 1 siger, at det indgår",
                "according to the agreement, the service does not take part in the community, but according to the list in document 1 it takes part",
            ),
            not_met(
                "/documents/3/content/agreement/focusAreas/0/participation/0",
                "aftalen siger, at tilbuddet ikke indgår i fællesskabet, men listen i dokument 1 siger, at det indgår",
                "according to the agreement, the service does not take part in the community, but according to the list in document 1 it takes part",
            ),
        ],
    ),
];
