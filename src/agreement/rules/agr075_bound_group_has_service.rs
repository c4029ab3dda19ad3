//! Where only a working group, a network or pilot sites are bound, others have no actions.

use super::agr010_members_alone_have_actions::GROUPS;
use crate::agreement::membership::{Memberships, Standing};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::body::BodyKind;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::Participation,
    crate::body::Membership,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR075,
    requirements: &["R-012", "R-023"],
    sources: &[SourceRef::agreement("1.4"), SourceRef::agreement("1.10")],
    title: Bilingual::new(
        "hvor kun en arbejdsgruppe, et netværk eller pilottilbud er forpligtet, har andre ingen indsatser",
        "where only a working group, a network or pilot sites are bound, others have no actions",
    ),
    why: Bilingual::new(
        "Et tilbud uden for gruppen kan ikke vide, om det skal løse opgaven. Et tilbud uden for en arbejdsgruppe kan godt have indsatser (1.6.2, 1.12.3); så gælder området ikke kun gruppen.",
        "A service outside the group cannot know whether it is to do the task. A service outside a working group can have actions (1.6.2, 1.12.3); then the area does not bind the group alone.",
    ),
    remedy: Bilingual::new(
        "Fjern de indsatser, der ikke gælder tilbuddet, ret dets deltagelse, eller lad indsatsområdet gælde alle tilbud.",
        "Remove the actions that do not concern the service, correct its participation, or let the area bind all services.",
    ),
    example: Bilingual::new(
        "Et indsatsområde gælder kun netværkets medlemmer, og tilbuddet indgår ikke i netværket, men har tre indsatser.",
        "An area binds the members of the network only, and the service is not in the network, yet has three actions.",
    ),
    ..Rule::DERIVED
};

message! {
    ActionsOfOutsider { actions: u64 }
    "tilbuddet er ikke med i den gruppe, indsatsområdet gælder, men har {actions:indsats|indsatser} her",
    "the service is not in the group that the area binds, yet has {actions:action|actions} here",
}

/// Improvement communities are for AGR010. A document that does not say whether the service is in the group does not say
/// that it is not.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let concerns = |area: &FocusArea| {
        let others = [ScopeOfDuty::AllServices, ScopeOfDuty::CommunityMembers];
        !area.scope.is_empty() && !area.actions.is_empty() && !others.iter().any(|group| area.binds(*group))
    };
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate().filter(|(_, area)| concerns(area)) {
        // The area itself has to name the group: a group of another area may be a different one.
        let is_outside = |kind: BodyKind| {
            area.participation.iter().any(|part| part.kind == kind)
                && known.standing_in_any(area, kind) == Standing::Out
        };
        let mut bound = GROUPS.iter().filter(|(group, ..)| area.binds(*group));
        let is_out = bound.all(|(_, kind, _)| kind.is_some_and(is_outside));
        if is_out {
            let actions = count(area.actions.len());
            cx.not_met(&areas.item(n, area.id).key("actions"), ActionsOfOutsider { actions });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let (group, kind) = *tape.pick(&[
        (ScopeOfDuty::WorkingGroupMembers, BodyKind::WorkingGroup),
        (ScopeOfDuty::NetworkMembers, BodyKind::Network),
        (ScopeOfDuty::NamedPilots, BodyKind::Pilot),
    ]);
    let membership = Membership::NonMember;
    let part = Participation { membership, ..Participation::new(tape.spare_id(1), kind) };
    agreement.focus_areas.push(FocusArea {
        scope: [group].into(),
        participation: [part].into(),
        actions: [action(tape)].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // All services or a community as well; a member of one group of two; not stated; a group of leaders; no actions; another network
    // may be meant.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["networkMembers", "allServices"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000022" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "scope": ["networkMembers", "communityMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000023" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "scope": ["networkMembers", "workingGroupMembers"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "workingGroup", "membership": "member" }
                    ],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000024" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "scope": ["namedPilots"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000015", "kind": "pilot" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000025" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "scope": ["networkMembers", "selectedLeaders"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000026" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007", "scope": ["networkMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" }]
                },
                { "id": "00000000-0000-4000-8000-000000000008", "actions": [{ "id": "00000000-0000-4000-8000-000000000028" }] },
                { "id": "00000000-0000-4000-8000-000000000009", "scope": ["networkMembers"], "actions": [{ "id": "00000000-0000-4000-8000-000000000029" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["networkMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "nonMember" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000022" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "scope": ["workingGroupMembers", "namedPilots"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000013", "kind": "pilot", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "workingGroup", "membership": "nonMember" }
                    ],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000023" }, { "id": "00000000-0000-4000-8000-000000000024" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions",
                "tilbuddet er ikke med i den gruppe, indsatsområdet gælder, men har 1 indsats her",
                "the service is not in the group that the area binds, yet has 1 action here",
            ),
            not_met(
                "/focusAreas/1/actions",
                "tilbuddet er ikke med i den gruppe, indsatsområdet gælder, men har 2 indsatser her",
                "the service is not in the group that the area binds, yet has 2 actions here",
            ),
        ],
    ),
    // The area names another group, and another area the one that is bound.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["workingGroupMembers"],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000004", "kind": "network", "membership": "nonMember"
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000005", "kind": "workingGroup",
                        "membership": "nonMember"
                    }]
                }
            ]
        }"#,
    ),
];
