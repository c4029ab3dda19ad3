//! In a plan: its end and its extensions are decided by bodies that are set up and have a mandate for it, and its rows carried
//! out by bodies that are set up.

use super::each_row;
pub(super) use crate::agreement::rules::agr071_within_mandate::RULE;
use crate::agreement::rules::agr071_within_mandate::{check_mandate, check_name, check_set_up};
use crate::body::{Bodies, Mandate, with_bodies};
use crate::plan::{ImplementationPlan, PlanActor};
use crate::report::Path;
use crate::rule::{Checker, message};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    CarriedOut {}
    "rækken er gennemført, men den ansvarlige gruppe forventes ifølge dokumentet kun oprettet",
    "the row is carried out, but the body that is responsible for it is, according to the document, only expected to be set up",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_bodies(&plan.bodies, |bodies| {
        if let Some(by) = &plan.approved_by {
            check_actor(bodies, by, Some(Mandate::Approve), &at.key("approvedBy"), cx);
        }
        let list = at.key("extensions");
        for (n, one) in plan.extensions.iter().enumerate() {
            if let Some(by) = &one.decided_by {
                check_actor(bodies, by, None, &list.index(n).key("decidedBy"), cx);
            }
        }
        each_row(plan, at, |_, row, place| {
            if !row.is_done() {
                return;
            }
            let list = place.key("responsible");
            for (n, one) in row.responsible.iter().enumerate() {
                let body = bodies.meant(one.body, one.role.as_ref());
                if body.is_some_and(|body| body.expected == Some(true)) {
                    cx.not_met(&list.index(n), CarriedOut {});
                }
            }
        });
    });
}

fn check_actor(
    bodies: &Bodies<'_>,
    by: &PlanActor,
    act: Option<Mandate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let (body, name) = (bodies.meant(by.body, by.role.as_ref()), by.role.as_ref());
    let place = at.key(if by.body.is_some() { "body" } else { "role" });
    check_mandate(body, act, &place, cx);
    check_set_up(body, &place, cx);
    check_name(bodies, by.body, name, &at.key("role"), cx);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // As in the source: heads approve, and the steering group extends.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "mandate": ["approve"] },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "implementationGroup", "mandate": ["advise"] }
            ],
            "approvedBy": { "role": "Chefteamet" },
            "extensions": [{ "decidedBy": { "body": "00000000-0000-4000-8000-000000000002", "role": "styregruppen" } }, {}]
        }"#,
    ),
    // A group that is only expected is to carry out one row, and supports another.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "coordinationGroup", "expected": true }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000003", "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": "notDone" },
                { "id": "00000000-0000-4000-8000-000000000004", "responsible": [{ "role": "Ledere" }], "supporting": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": { "done": {} } }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "coordinationGroup", "name": "Koordineringsgruppen", "expected": true }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "responsible": [{ "role": "Ledere" }, { "role": "Koordineringsgruppen" }], "completion": { "done": {} } }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/0/responsible/1",
            "rækken er gennemført, men den ansvarlige gruppe forventes ifølge dokumentet kun oprettet",
            "the row is carried out, but the body that is responsible for it is, according to the document, only expected to be set up",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedBy": { "body": "00000000-0000-4000-8000-000000000002" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen",
                    "mandate": ["decide"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "kind": "implementationGroup",
                    "mandate": ["advise", "word"]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "coordinationGroup", "expected": true }
            ],
            "approvedBy": { "body": "00000000-0000-4000-8000-000000000003" },
            "extensions": [
                { "decidedBy": { "body": "00000000-0000-4000-8000-000000000003", "role": "Styregruppen" } },
                { "decidedBy": { "body": "00000000-0000-4000-8000-000000000004" } }
            ]
        }"#,
        &[
            not_met(
                "/approvedBy/body",
                "gruppens mandat er at rådgive og formulere, men her skal den godkende",
                "the mandate of the body is to advise and word, but here it is to approve",
            ),
            not_met(
                "/extensions/0/decidedBy/body",
                "gruppens mandat er at rådgive og formulere, men her skal den beslutte",
                "the mandate of the body is to advise and word, but here it is to decide",
            ),
            not_met(
                "/extensions/0/decidedBy/role",
                "beslutningen er lagt hos to grupper: én ved navn og en anden ved henvisning",
                "the decision rests with two bodies: one by name, and another by reference",
            ),
            not_met(
                "/extensions/1/decidedBy/body",
                "beslutningen er truffet af en gruppe, som ifølge dokumentet kun forventes oprettet",
                "the decision was taken by a body that, according to the document, is only expected to be set up",
            ),
        ],
    ),
];
