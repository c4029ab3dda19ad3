//! Only members of a body take part in it.

use crate::agreement::DevelopmentAgreement;
use crate::agreement::membership::{Memberships, Standing};
use crate::body::INVITATION;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, FocusArea, Participation},
    crate::body::{BodyKind, Membership},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR023,
    requirements: &["R-043"],
    sources: &[SourceRef::agreement("1.13.1"), SourceRef::agreement("1.13.2")],
    title: Bilingual::new(
        "et tilbud, der skal deltage i en gruppe, indgår i den",
        "a service that is to take part in a body is a member of it",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvad tilbuddet skal deltage i, og om det skal sætte tid af.",
        "Otherwise it is unclear what the service is to take part in, and whether it has to set time aside.",
    ),
    remedy: Bilingual::new(
        "Lad tilbuddet indgå i gruppen, eller slet indsatsen. Skal tilbuddet deltage i noget andet, så skriv hvad.",
        "Let the service be a member of the body, or delete the action. If the service is to take part in something else, say in what.",
    ),
    example: Bilingual::new(
        "1.13.1: Roskildehjemmet deltager ikke i arbejdsgruppen. 1.13.2: »Deltager i henhold til tidsplan«, læst som deltagelse i arbejdsgruppen, fordi andet ikke er nævnt.",
        "1.13.1: Roskildehjemmet does not take part in the working group. 1.13.2: it takes part in accordance with the schedule, read as taking part in the working group, since nothing else is mentioned.",
    ),
    ..Rule::DERIVED
};

message! {
    TakesPartOutside {}
    "indsatsen er deltagelse i en gruppe, som tilbuddet ikke indgår i",
    "the action is to take part in a body of which the service is not a member",
}

pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("actions");
        // A service that has left no longer takes part, and says so by giving up the action.
        let kept = area.actions.iter().enumerate().filter(|(_, action)| action.given_up_on.is_none());
        for (n, action) in kept {
            let Some(body) = action.takes_part_in else { continue };
            let action_at = list.item(n, action.id);
            let at = action_at.key("takesPartIn");
            match known.standing_in_either(body.uuid()) {
                // Other rules find that it is a member in one place and not in another.
                Standing::In | Standing::Both => {}
                Standing::Out => cx.not_met(&at, TakesPartOutside {}),
                Standing::Invited => cx.not_assessable(&at, INVITATION),
                Standing::Unsaid | Standing::Unclear => cx.not_assessable(&at, MEMBERSHIP_IN_BODY),
            }
        }
    }
}

const MEMBERSHIP_IN_BODY: Bilingual =
    Bilingual::new("om tilbuddet indgår i gruppen", "whether the service is a member of the body");

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| take_part_in_network(agreement, Membership::NonMember, tape),
    |agreement, tape| take_part_in_network(agreement, Membership::NotStated, tape),
    |agreement, tape| take_part_in_network(agreement, Membership::Invited, tape),
];

#[cfg(feature = "proptest")]
fn take_part_in_network(agreement: &mut DevelopmentAgreement, membership: Membership, tape: &mut Tape<'_>) {
    let network = Participation { membership, ..Participation::new(tape.spare_id(1), BodyKind::Network) };
    agreement.focus_areas.push(FocusArea {
        actions: [Action { takes_part_in: Some(network.body), ..action(tape) }].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        participation: [network].into(),
        ..area(tape)
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup", "membership": "nonMember" }],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000004", "text": "Deltager i arbejdsgruppen" }]
            }]
        }"#,
    ),
    // It has left, and gave the action up.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "membership": "nonMember" }],
                "actions": [{
                    "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000003",
                    "givenUpOn": "2024-01-10"
                }]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "membership": "member" }],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000003" }]
            }]
        }"#,
    ),
    // Another area says so.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "actions": [{ "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000003" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "pilot", "membership": "pilotSite" }]
                }
            ]
        }"#,
    ),
    // It is a member of another body.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000006", "kind": "network", "membership": "member" }
                ],
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000006" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": {} }, "takesPartIn": "00000000-0000-4000-8000-000000000003" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/actions/1/takesPartIn",
            "indsatsen er deltagelse i en gruppe, som tilbuddet ikke indgår i",
            "the action is to take part in a body of which the service is not a member",
        )],
    ),
    // Invited, not stated, and a body that is named nowhere: none of them means no.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup", "membership": "invited" },
                    { "body": "00000000-0000-4000-8000-000000000006", "kind": "network" }
                ],
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000003" },
                    { "id": "00000000-0000-4000-8000-000000000005", "takesPartIn": "00000000-0000-4000-8000-000000000006" },
                    { "id": "00000000-0000-4000-8000-000000000007", "takesPartIn": "00000000-0000-4000-8000-000000000009" }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/focusAreas/0/actions/0/takesPartIn",
                "kan ikke vurderes; mangler: om tilbuddet har taget imod invitationen",
                "cannot be assessed; missing: whether the service has accepted the invitation",
            ),
            not_assessable(
                "/focusAreas/0/actions/1/takesPartIn",
                "kan ikke vurderes; mangler: om tilbuddet indgår i gruppen",
                "cannot be assessed; missing: whether the service is a member of the body",
            ),
            not_assessable(
                "/focusAreas/0/actions/2/takesPartIn",
                "kan ikke vurderes; mangler: om tilbuddet indgår i gruppen",
                "cannot be assessed; missing: whether the service is a member of the body",
            ),
        ],
    ),
];
