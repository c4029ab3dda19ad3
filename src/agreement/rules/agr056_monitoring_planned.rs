//! A follow-up that a body plans is among the tasks of the body.

use super::each_follow_up;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{FocusArea, FollowUp},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR056,
    severity: Severity::Information,
    requirements: &["S-013"],
    sources: &[SourceRef::agreement("1.9.2"), SourceRef::agreement("1.8.2")],
    title: Bilingual::new(
        "en opfølgning, som en gruppe skal planlægge, står blandt gruppens opgaver",
        "a follow-up that a body is to plan is among the tasks of the body",
    ),
    why: Bilingual::new(
        "Er overvågningen ikke gruppens opgave, bliver den måske aldrig planlagt.",
        "If the monitoring is not a task of the body, it may never be planned.",
    ),
    remedy: Bilingual::new(
        "Tilføj opgaven hos gruppen, eller ret, hvem der planlægger opfølgningen. Ved gruppen, at den skal planlægge den, er der intet at rette.",
        "Add the task to those of the body, or correct who plans the follow-up. If the body knows that it is to plan it, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "1.9.2: kvalitetsovervågningen planlægges af det socialfaglige netværk, men står ikke på netværkets liste i 1.8.2.",
        "1.9.2: the monitoring is planned by the professional network, but it is not on the list of the network in 1.8.2.",
    ),
    ..Rule::DERIVED
};

message! {
    NobodysTask {}
    "opfølgningen skal planlægges af en gruppe, men er ikke blandt gruppens opgaver",
    "the follow-up is to be planned by a body, but is not among the tasks of the body",
}

message! {
    NotItsTask { nth: u64, kind: Bilingual }
    "opfølgningen skal planlægges af gruppe nr. {nth} på listen ({kind}), men er ikke blandt dens opgaver",
    "the follow-up is to be planned by body no. {nth} of the list ({kind}), but is not among its tasks",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !agreement.all_follow_ups().any(|one| one.planned_by.is_some()) {
        return;
    }
    let tasks = agreement.focus_areas.iter().flat_map(|area| &area.support_tasks);
    let planned = tasks.filter_map(|task| Some((task.by?.uuid().as_u128(), &task.plans)));
    let planned = planned.flat_map(|(by, plans)| plans.iter().map(move |one| (by, one.uuid().as_u128())));
    sorted_of(&planned, |planned| {
        let bodies = agreement.bodies.iter().enumerate().map(|(n, body)| (body.id.uuid().as_u128(), n));
        sorted_of(&bodies, |bodies| report(agreement, planned, bodies, at, cx));
    });
}

/// `planned` are pairs of a body and a follow-up; `bodies` tells where each body is listed.
fn report(
    agreement: &DevelopmentAgreement,
    planned: &[(u128, u128)],
    bodies: &[(u128, usize)],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    each_follow_up(agreement, at, |one, at| {
        let Some(by) = one.planned_by.map(|by| by.uuid().as_u128()) else { return };
        if planned.binary_search(&(by, one.id.uuid().as_u128())).is_ok() {
            return;
        }
        let nth = sorted::of(bodies, by).first().map(|(_, n)| *n);
        match nth.and_then(|n| Some((n, agreement.bodies.get(n)?))) {
            Some((n, body)) => {
                cx.not_met(at, NotItsTask { nth: count(n.saturating_add(1)), kind: body.kind.label() });
            }
            None => cx.not_met(at, NobodysTask {}),
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let planned_by = agreement.bodies.first().map(|body| body.id);
        agreement.follow_ups.push(FollowUp { planned_by, ..follow_up(in_march(), tape) });
    },
    |agreement, tape| {
        let planned_by = agreement.bodies.first().map(|body| body.id);
        let follow_ups = [FollowUp { planned_by, ..follow_up(in_march(), tape) }].into();
        agreement.focus_areas.push(FocusArea { follow_ups, ..area(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [{ "text": "planlægger", "by": "00000000-0000-4000-8000-000000000009", "plans": ["00000000-0000-4000-8000-000000000003"] }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000004" }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "plannedBy": "00000000-0000-4000-8000-000000000009" }]
        }"#,
    ),
    // Another follow-up, another body, and the department.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [
                    { "text": "planlægger", "by": "00000000-0000-4000-8000-000000000009", "plans": ["00000000-0000-4000-8000-000000000005"] },
                    { "text": "planlægger", "by": "00000000-0000-4000-8000-000000000008", "plans": ["00000000-0000-4000-8000-000000000003"] },
                    { "text": "planlægger", "plans": ["00000000-0000-4000-8000-000000000003"] }
                ],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "plannedBy": "00000000-0000-4000-8000-000000000009" }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000006", "plannedBy": "00000000-0000-4000-8000-000000000009" }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0",
                "opfølgningen skal planlægges af en gruppe, men er ikke blandt gruppens opgaver",
                "the follow-up is to be planned by a body, but is not among the tasks of the body",
            ),
            not_met(
                "/followUps/0",
                "opfølgningen skal planlægges af en gruppe, men er ikke blandt gruppens opgaver",
                "the follow-up is to be planned by a body, but is not among the tasks of the body",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000008", "kind": "steeringGroup" },
                { "id": "00000000-0000-4000-8000-000000000009", "kind": "network", "name": "Socialfagligt netværk" }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "plannedBy": "00000000-0000-4000-8000-000000000009" }]
        }"#,
        &[not_met(
            "/followUps/0",
            "opfølgningen skal planlægges af gruppe nr. 2 på listen (netværk), men er ikke blandt dens opgaver",
            "the follow-up is to be planned by body no. 2 of the list (network), but is not among its tasks",
        )],
    ),
    // The first follow-up is planned by nobody; a body is listed twice.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "steeringGroup" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network" }
            ],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000005", "plannedBy": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[not_met(
            "/followUps/1",
            "opfølgningen skal planlægges af gruppe nr. 1 på listen (styregruppe), men er ikke blandt dens opgaver",
            "the follow-up is to be planned by body no. 1 of the list (steering group), but is not among its tasks",
        )],
    ),
];
