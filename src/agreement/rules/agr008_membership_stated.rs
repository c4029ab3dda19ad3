//! The agreement says for each improvement community whether the service takes part.

use crate::agreement::membership::{Meant, Memberships};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::body::{BodyKind, Membership};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, forget_communities},
    crate::body::Body,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR008,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "aftalen angiver for hvert forbedringsfællesskab, om tilbuddet indgår",
        "the agreement says for each improvement community whether the service takes part",
    ),
    why: Bilingual::new(
        "Ikke oplyst er ikke det samme som nej. Medlemskabet afgør, hvilke måltal tilbuddet er bundet af.",
        "Not stated is not the same as no. Membership decides which target figures bind the service.",
    ),
    remedy: Bilingual::new(
        "Skriv ét sted i aftalen, om tilbuddet indgår, ikke indgår, er inviteret eller er pilottilbud.",
        "Say once in the agreement whether the service takes part, does not take part, is invited or is a pilot.",
    ),
    example: Bilingual::new(
        "Et afsnit, der nedsætter et forbedringsfællesskab og ikke nævner tilbuddet.",
        "A section that sets up an improvement community and does not mention the service.",
    ),
    ..Rule::DERIVED
};

message! {
    MembershipNotStated {}
    "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
    "it is not stated whether the service takes part in the improvement community",
}

message! {
    NoCommunity {}
    "indsatsområdet gælder medlemmerne af et forbedringsfællesskab, men det fremgår ikke, om tilbuddet indgår i det",
    "the area binds the members of an improvement community, but it is not stated whether the service takes part in it",
}

/// Reports each community once: where it is first named, or else where it is set up.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let (areas, bodies) = (at.key("focusAreas"), at.key("bodies"));
    let said_of = |kind, body| known.of(kind, body).filter(|_| kind == BodyKind::Community);
    let mut place = 0_usize;
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        if binds_a_community_not_named(area) && !matches!(known.only(BodyKind::Community), Meant::One(_)) {
            cx.not_met(&at, NoCommunity {});
        }
        let list = at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            // An entry that answers for itself need not be looked up.
            let is_open = part.membership == Membership::NotStated;
            let said = if is_open { said_of(part.kind, part.body.uuid()) } else { None };
            if said.is_some_and(|said| !said.is_answered && said.first == place) {
                cx.not_met(&list.item(n, part.body), MembershipNotStated {});
            }
            place = place.saturating_add(1);
        }
    }
    for (n, body) in agreement.bodies.iter().enumerate() {
        if said_of(body.kind, body.id.uuid()).is_some_and(|said| said.first == usize::MAX) {
            cx.not_met(&bodies.item(n, body.id), MembershipNotStated {});
        }
    }
}

/// Whether the area binds the members of a community and names none.
fn binds_a_community_not_named(area: &FocusArea) -> bool {
    area.binds(ScopeOfDuty::CommunityMembers)
        && area.participation.iter().all(|part| part.kind != BodyKind::Community)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let participation = [community(Membership::NotStated, tape)].into();
        agreement.focus_areas.push(FocusArea { participation, ..area(tape) });
    },
    |agreement, tape| agreement.bodies.push(Body::new(tape.spare_id(1), BodyKind::Community)),
    |agreement, tape| {
        forget_communities(agreement);
        let scope = [ScopeOfDuty::CommunityMembers].into();
        agreement.focus_areas.push(FocusArea { scope, ..area(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000003", "kind": "community" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009", "scope": ["communityMembers"],
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "invited" },
                    { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "pilotSite" }
                ]
            }]
        }"#,
    ),
    // Another area answers, and the only community of the agreement is the one that an area means.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" }]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "scope": ["communityMembers"] }
            ]
        }"#,
    ),
    // Membership of another kind of body need not be stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000005", "kind": "steeringGroup" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000004", "scope": ["networkMembers"],
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "network" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000008", "scope": ["communityMembers"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community" },
                        { "body": "00000000-0000-4000-8000-000000000003", "kind": "network" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "notStated" }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000009", "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community" }] }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/participation/0",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not stated whether the service takes part in the improvement community",
            ),
            not_met(
                "/focusAreas/0/participation/2",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not stated whether the service takes part in the improvement community",
            ),
        ],
    ),
    // A community that is set up but whose membership is never stated: found once.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "community" }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "community" }],
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community" }] }]
        }"#,
        &[
            not_met(
                "/bodies/0",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not stated whether the service takes part in the improvement community",
            ),
            not_met(
                "/focusAreas/0/participation/0",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not stated whether the service takes part in the improvement community",
            ),
        ],
    ),
    // An area for members of a community that nobody names.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices", "communityMembers"] }] }"#,
        &[not_met(
            "/focusAreas/0",
            "indsatsområdet gælder medlemmerne af et forbedringsfællesskab, men det fremgår ikke, om tilbuddet indgår i det",
            "the area binds the members of an improvement community, but it is not stated whether the service takes \
             part in it",
        )],
    ),
    // Two communities are named elsewhere, and either may be meant.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "scope": ["communityMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "nonMember" }]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "scope": ["communityMembers"] }
            ]
        }"#,
        &[not_met(
            "/focusAreas/2",
            "indsatsområdet gælder medlemmerne af et forbedringsfællesskab, men det fremgår ikke, om tilbuddet indgår i det",
            "the area binds the members of an improvement community, but it is not stated whether the service takes \
             part in it",
        )],
    ),
    // A network is no community.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers"],
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "membership": "member"
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "indsatsområdet gælder medlemmerne af et forbedringsfællesskab, men det fremgår ikke, om tilbuddet indgår i det",
            "the area binds the members of an improvement community, but it is not stated whether the service takes part in it",
        )],
    ),
];
