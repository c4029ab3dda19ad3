//! Where only members of the improvement community are bound, others have no actions.

use super::MEMBERSHIP;
use crate::agreement::{FocusArea, ScopeOfDuty};
use crate::body::Forum;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, community, forget_memberships},
    crate::body::Membership,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR010,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-023"],
    sources: &[SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "hvor kun forbedringsfællesskabets medlemmer er forpligtet, har andre ingen indsatser",
        "where only members of the improvement community are bound, others have no actions",
    ),
    why: Bilingual::new(
        "Kilden siger det udtrykkeligt: ingen aktiviteter for alle tilbud, kun for dem, der indgår.",
        "The source says so outright: no activities for all services, only for those that take part.",
    ),
    remedy: Bilingual::new(
        "Fjern indsatsen, optag tilbuddet i fællesskabet, eller lad området gælde alle tilbud.",
        "Remove the action, take the service into the community, or let the area bind all services.",
    ),
    example: Bilingual::new(
        "1.4 gælder kun medlemmer; et tilbud uden for fællesskabet får alligevel en indsats.",
        "1.4 binds members only; a service outside the community is given an action all the same.",
    ),
    ..Rule::DERIVED
};

message! {
    ActionsOfNonMember { actions: u64 }
    "tilbuddet er ikke med i forbedringsfællesskabet, men har {actions:indsats|indsatser} her",
    "the service is not in the improvement community, yet has {actions:action|actions} here",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let members_only = area.scope.iter().all(|scope| *scope == ScopeOfDuty::CommunityMembers);
    if area.scope.is_empty() || !members_only || area.actions.is_empty() {
        return;
    }
    let at = at.key("actions");
    match area.membership_of(Forum::Community { body: None }).is_member() {
        Some(true) => {}
        Some(false) => cx.not_met(&at, ActionsOfNonMember { actions: count(area.actions.len()) }),
        None => cx.not_assessable(&at, MEMBERSHIP),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[
    |area, tape| {
        bind_members(area, tape);
        area.participation.push(community(Membership::NonMember, tape));
    },
    |area, tape| {
        bind_members(area, tape);
        area.participation.push(community(Membership::Invited, tape));
    },
    bind_members,
];

/// Gives the service an action in an area that binds members alone.
#[cfg(feature = "proptest")]
fn bind_members(area: &mut FocusArea, tape: &mut Tape<'_>) {
    forget_memberships(area);
    area.scope = [ScopeOfDuty::CommunityMembers].into();
    area.actions.push(action(tape));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" }
            ],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ]
        }"#,
    ),
    // Others than members are bound as well, or nobody is said to be.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers", "allServices"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["selectedLeaders", "communityMembers"],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers", "communityMembers"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[not_met(
            "/actions",
            "tilbuddet er ikke med i forbedringsfællesskabet, men har 1 indsats her",
            "the service is not in the improvement community, yet has 1 action here",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "actions": [
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
        &[not_met(
            "/actions",
            "tilbuddet er ikke med i forbedringsfællesskabet, men har 2 indsatser her",
            "the service is not in the improvement community, yet has 2 actions here",
        )],
    ),
    // Not stated, no community at all, and two communities that differ: none of them is a no.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community" }],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[not_assessable(
            "/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[not_assessable(
            "/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" }
            ],
            "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[not_assessable(
            "/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
];
