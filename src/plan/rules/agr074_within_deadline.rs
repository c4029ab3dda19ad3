//! In a plan: a body works on its rows and decides on extensions by its deadline.

pub(super) use crate::agreement::rules::agr074_within_deadline::RULE;
use crate::agreement::rules::agr074_within_deadline::{check_day, check_terms};
use crate::body::{Bodies, Body, with_bodies};
use crate::plan::{ImplementationPlan, PlanActor};
use crate::report::Path;
use crate::rule::Checker;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

const WORKS: Bilingual =
    Bilingual::new("gruppens arbejde med rækken slutter", "the end of its work on the row");
const EXTENDED: Bilingual =
    Bilingual::new("gruppen besluttede forlængelsen", "the date of its decision on the extension");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_terms(&plan.bodies, at, cx);
    with_bodies(&plan.bodies, |bodies| {
        let list = at.key("extensions");
        for (n, one) in plan.extensions.iter().enumerate() {
            if let (Some(by), Some(on)) = (&one.decided_by, one.decided_on) {
                check_day(body_of(bodies, by), EXTENDED, on, &list.index(n).key("decidedOn"), cx);
            }
        }
        super::each_row(plan, at, |_, row, place| {
            let Some(end) = row.ended_on() else { return };
            for (key, actors) in [("responsible", &row.responsible), ("supporting", &row.supporting)] {
                let list = place.key(key);
                for (n, one) in actors.iter().enumerate() {
                    check_day(body_of(bodies, one), WORKS, end, &list.index(n), cx);
                }
            }
        });
    });
}

fn body_of<'b>(bodies: &'b Bodies<'_>, actor: &PlanActor) -> Option<&'b Body> {
    bodies.meant(actor.body, actor.role.as_ref())
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In the month of the deadline, and carried out before it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "implementationGroup", "deadline": "2017-07" }],
            "phases": [{ "rows": [
                {
                    "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-01", "to": "2017-07" }],
                    "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-06", "to": "2017-08" }],
                    "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }],
                    "completion": { "done": { "on": "2017-07-31" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "spans": [{ "from": "2017-08" }],
                    "responsible": [{ "role": "Direktion og ledere" }]
                },
                { "id": "00000000-0000-4000-8000-000000000006", "supporting": [{ "body": "00000000-0000-4000-8000-000000000002" }] }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "deadline": "2017-07" }],
            "extensions": [{ "decidedOn": "2017-08-01", "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }],
            "phases": [{ "rows": [{
                "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-08", "to": "2017-12" }],
                "responsible": [{ "role": "Ledere" }],
                "supporting": [{ "body": "00000000-0000-4000-8000-000000000002" }]
            }] }]
        }"#,
        &[
            not_met(
                "/extensions/0/decidedOn",
                "gruppen besluttede forlængelsen 1. august 2017, men gruppens frist er juli 2017",
                "the date of its decision on the extension, 1 August 2017, is after the deadline of the body, July 2017",
            ),
            not_met(
                "/phases/0/rows/0/supporting/0",
                "gruppens arbejde med rækken slutter i december 2017, men gruppens frist er juli 2017",
                "the end of its work on the row, December 2017, is after the deadline of the body, July 2017",
            ),
        ],
    ),
    // Its terms are of a later day than its end.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{
                "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "deadline": "2023",
                "terms": { "on": "2024-01-10" }
            }]
        }"#,
        &[not_met(
            "/bodies/0/terms/on",
            "kommissoriet er dateret 10. januar 2024, men gruppens frist er 2023",
            "the date of its terms of reference, 10 January 2024, is after the deadline of the body, 2023",
        )],
    ),
];
