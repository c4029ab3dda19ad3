//! In a plan: a body first gets its terms of reference, then works on its rows and decides on extensions by its deadline.

pub(super) use crate::agreement::rules::agr074_within_deadline::RULE;
use crate::agreement::rules::agr074_within_deadline::{check_day, check_not_before_terms, check_terms};
use crate::body::{Bodies, Body, with_bodies};
use crate::circle::Completion;
use crate::plan::{ImplementationPlan, PlanActor};
use crate::report::Path;
use crate::rule::Checker;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

const WORKS: Bilingual =
    Bilingual::new("gruppens arbejde med rækken slutter", "the end of its work on the row");
const WORKED: Bilingual =
    Bilingual::new("gruppens arbejde med rækken sluttede", "the end of its work on the row");
const EXTENDED: Bilingual =
    Bilingual::new("gruppen besluttede forlængelsen", "the date of its decision on the extension");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_terms(&plan.bodies, at, cx);
    with_bodies(&plan.bodies, |bodies| {
        let list = at.key("extensions");
        for (n, one) in plan.extensions.iter().enumerate() {
            if let (Some(by), Some(on)) = (&one.decided_by, one.decided_on) {
                let (body, at) = (body_of(bodies, by), list.index(n));
                check_day(body, EXTENDED, on, &at.key("decidedOn"), cx);
                check_not_before_terms(body, EXTENDED, on, &at.key("decidedOn"), cx);
            }
        }
        super::each_row(plan, at, |_, row, place| {
            let Some(end) = row.ended_on() else { return };
            for (key, actors) in [("responsible", &row.responsible), ("supporting", &row.supporting)] {
                let list = place.key(key);
                for (n, one) in actors.iter().enumerate() {
                    let (body, at) = (body_of(bodies, one), list.index(n));
                    check_day(body, WORKS, end, &at, cx);
                    if let Some(on) = row.completion.and_then(Completion::on) {
                        check_not_before_terms(body, WORKED, on, &at, cx);
                    }
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
    // Carried out and decided in the month of its terms; carried out on a day that is not stated; and only planned before.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "terms": { "on": "2017-05-10" } }],
            "extensions": [{ "decidedOn": "2017-05", "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000003", "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": { "done": { "on": "2017-05-10" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-04" }], "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": { "done": {} } },
                { "id": "00000000-0000-4000-8000-000000000005", "spans": [{ "from": "2017-04" }], "responsible": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": "notDone" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen", "terms": { "on": "2017-05-10" } }],
            "extensions": [{ "decidedOn": "2017-05-09", "decidedBy": { "role": "Styregruppen" } }],
            "phases": [{ "rows": [{
                "id": "00000000-0000-4000-8000-000000000003", "responsible": [{ "role": "Ledere" }],
                "supporting": [{ "body": "00000000-0000-4000-8000-000000000002" }], "completion": { "done": { "on": "2017-04" } }
            }] }]
        }"#,
        &[
            not_met(
                "/extensions/0/decidedOn",
                "gruppen besluttede forlængelsen 9. maj 2017, men gruppens kommissorium er først fra 10. maj 2017",
                "the date of its decision on the extension, 9 May 2017, is before the terms of reference of the body, 10 May 2017",
            ),
            not_met(
                "/phases/0/rows/0/supporting/0",
                "gruppens arbejde med rækken sluttede i april 2017, men gruppens kommissorium er først fra 10. maj 2017",
                "the end of its work on the row, April 2017, is before the terms of reference of the body, 10 May 2017",
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
