//! Where only members of the improvement community are bound, others have no actions.

use crate::agreement::membership::{Memberships, Standing};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::body::{BodyKind, INVITATION, MEMBERSHIP};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, community, follow_up, in_march},
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
        "Et tilbud uden for fællesskabet kan ikke vide, om det skal løse opgaven.",
        "A service outside the community cannot know whether it is to do the task.",
    ),
    remedy: Bilingual::new(
        "Fjern indsatser, der ikke gælder tilbuddet, lad tilbuddet indgå, hvis tilstandsvurderingen taler for det, eller lad indsatsområdet gælde alle tilbud.",
        "Remove actions that do not concern the service, let the service take part if its state assessment supports it, or let the area bind all services.",
    ),
    example: Bilingual::new(
        "En aftale, hvor et område som 1.4 kun gælder fællesskabets medlemmer, og hvor et tilbud uden for fællesskabet alligevel får en indsats.",
        "An agreement in which an area like 1.4 binds the members of the community only, and in which a service outside it is given an action anyway.",
    ),
    requires: &[codes::AGR017],
    ..Rule::DERIVED
};

message! {
    ActionsOfNonMember { actions: u64 }
    "tilbuddet indgår ikke i forbedringsfællesskabet, men har {actions:indsats|indsatser} her",
    "the service does not take part in the improvement community, yet has {actions:action|actions} here",
}

message! {
    ActionsOfOutsider { actions: u64 }
    "tilbuddet hører ikke til dem, indsatsområdet gælder, men har {actions:indsats|indsatser} her",
    "the service is not among those that the area binds, yet has {actions:action|actions} here",
}

/// The groups that an area can bind, each with the kind of body that its members are in, and with what is missing
/// where that is not stated. No participation says which leaders are selected, or whom a schedule names.
pub(super) const GROUPS: [(ScopeOfDuty, Option<BodyKind>, Bilingual); 6] = [
    (ScopeOfDuty::CommunityMembers, Some(BodyKind::Community), MEMBERSHIP),
    (
        ScopeOfDuty::WorkingGroupMembers,
        Some(BodyKind::WorkingGroup),
        Bilingual::new(
            "om tilbuddet deltager i arbejdsgruppen",
            "whether the service is in the working group",
        ),
    ),
    (
        ScopeOfDuty::NetworkMembers,
        Some(BodyKind::Network),
        Bilingual::new("om tilbuddet deltager i netværket", "whether the service is in the network"),
    ),
    (
        ScopeOfDuty::NamedPilots,
        Some(BodyKind::Pilot),
        Bilingual::new("om tilbuddet er blandt piloterne", "whether the service is one of the pilots"),
    ),
    (
        ScopeOfDuty::SelectedLeaders,
        None,
        Bilingual::new(
            "om tilbuddets leder er blandt de udvalgte",
            "whether the head of the service is one of the selected leaders",
        ),
    ),
    (
        ScopeOfDuty::AwaitingSchedule,
        None,
        Bilingual::new("om tidsplanen omfatter tilbuddet", "whether the schedule names the service"),
    ),
];

/// A service is bound if it is in one of the groups. It is not bound if it is in none of them.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let concerns = |area: &FocusArea| {
        area.binds(ScopeOfDuty::CommunityMembers)
            && !area.binds(ScopeOfDuty::AllServices)
            && !area.actions.is_empty()
    };
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate().filter(|(_, area)| concerns(area)) {
        check_area(area, known, &areas.item(n, area.id), cx);
    }
}

fn check_area(area: &FocusArea, known: &Memberships<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let standings = GROUPS.map(|(group, kind, missing)| {
        let standing = match kind {
            _ if !area.binds(group) => Standing::Out,
            Some(kind) => known.standing_in_any(area, kind),
            None => Standing::Unsaid,
        };
        (standing, if standing == Standing::Invited { INVITATION } else { missing })
    });
    let is = |wanted: Standing| standings.iter().any(|(standing, _)| *standing == wanted);
    let at = at.key("actions");
    if is(Standing::In) {
        return;
    }
    if is(Standing::Both) {
        cx.depends_on(&at, codes::AGR017);
    } else if cx.all_stated(&at, standings.map(|(standing, missing)| (standing == Standing::Out, missing))) {
        let actions = count(area.actions.len());
        if area.scope.iter().all(|group| *group == ScopeOfDuty::CommunityMembers) {
            cx.not_met(&at, ActionsOfNonMember { actions });
        } else {
            cx.not_met(&at, ActionsOfOutsider { actions });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let area = with_action(&[ScopeOfDuty::CommunityMembers], Membership::NonMember, tape);
        agreement.focus_areas.push(area);
    },
    |agreement, tape| {
        let area = with_action(&[ScopeOfDuty::CommunityMembers], Membership::Invited, tape);
        agreement.focus_areas.push(area);
    },
    |agreement, tape| {
        let other = *tape.pick(&[
            ScopeOfDuty::WorkingGroupMembers,
            ScopeOfDuty::NetworkMembers,
            ScopeOfDuty::NamedPilots,
            ScopeOfDuty::SelectedLeaders,
            ScopeOfDuty::AwaitingSchedule,
        ]);
        let area = with_action(&[other, ScopeOfDuty::CommunityMembers], Membership::NonMember, tape);
        agreement.focus_areas.push(area);
    },
];

/// An area with an action and one community.
#[cfg(feature = "proptest")]
fn with_action(scope: &[ScopeOfDuty], membership: Membership, tape: &mut Tape<'_>) -> FocusArea {
    FocusArea {
        scope: scope.into(),
        participation: [community(membership, tape)].into(),
        actions: [action(tape)].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    }
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers"],
        "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member" }],
        "actions": [{ "id": "00000000-0000-4000-8000-000000000004" }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(AGREEMENT),
    // Without actions there is nothing to be bound by.
    accepts_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/participation/0/membership": "nonMember", "/focusAreas/0/actions": null }"#,
    ),
    // All services are bound as well, or nobody is said to be, or members of another kind of body.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers", "allServices"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000006" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000007" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "scope": ["workingGroupMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000008", "kind": "workingGroup", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000009" }]
                }
            ]
        }"#,
    ),
    // A network is bound too, and the service is in it; one of two communities is enough.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["networkMembers", "communityMembers"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "network", "membership": "member" }
                    ],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000006" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "scope": ["communityMembers"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000007", "kind": "community", "membership": "pilotSite" }
                    ],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000008" }]
                }
            ]
        }"#,
    ),
    // Another area says that the service takes part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers"], "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "member" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers", "communityMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000004" }]
                },
                { "id": "00000000-0000-4000-8000-000000000005", "scope": ["communityMembers"], "actions": [{ "id": "00000000-0000-4000-8000-000000000006" }, { "id": "00000000-0000-4000-8000-000000000007" }] }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions",
                "tilbuddet indgår ikke i forbedringsfællesskabet, men har 1 indsats her",
                "the service does not take part in the improvement community, yet has 1 action here",
            ),
            not_met(
                "/focusAreas/1/actions",
                "tilbuddet indgår ikke i forbedringsfællesskabet, men har 2 indsatser her",
                "the service does not take part in the improvement community, yet has 2 actions here",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers", "networkMembers", "namedPilots", "workingGroupMembers"],
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "network", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000005", "kind": "pilot", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000006", "kind": "workingGroup", "membership": "nonMember" }
                ],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000007" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/actions",
            "tilbuddet hører ikke til dem, indsatsområdet gælder, men har 1 indsats her",
            "the service is not among those that the area binds, yet has 1 action here",
        )],
    ),
    // Not stated, and no community at all: neither means no.
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/participation/0/membership": null }"#,
        &[not_assessable(
            "/focusAreas/0/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers", "selectedLeaders", "awaitingSchedule"],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000004" }]
            }]
        }"#,
        &[not_assessable(
            "/focusAreas/0/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet, om tilbuddets leder er blandt de \
             udvalgte, om tidsplanen omfatter tilbuddet",
            "cannot be assessed; missing: whether the service takes part in the community, whether the head of the \
             service is one of the selected leaders, whether the schedule names the service",
        )],
    ),
    // The service is not in the community, but may be a pilot.
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/scope/1": "namedPilots", "/focusAreas/0/participation/0/membership": "nonMember" }"#,
        &[not_assessable(
            "/focusAreas/0/actions",
            "kan ikke vurderes; mangler: om tilbuddet er blandt piloterne",
            "cannot be assessed; missing: whether the service is one of the pilots",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{
            "/focusAreas/0/participation/1": { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" }
        }"#,
        &[not_evaluated("/focusAreas/0/actions", "AGR017")],
    ),
    // It is invited, and has not said whether it comes.
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/participation/0/membership": "invited" }"#,
        &[not_assessable(
            "/focusAreas/0/actions",
            "kan ikke vurderes; mangler: om tilbuddet har taget imod invitationen",
            "cannot be assessed; missing: whether the service has accepted the invitation",
        )],
    ),
];
