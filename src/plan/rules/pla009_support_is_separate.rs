//! Nobody is listed as both responsible for a row and supporting it.

use super::each_row;
use crate::body::{Bodies, with_bodies};
use crate::codes;
use crate::plan::{ImplementationPlan, PlanActor, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::{Bilingual, Folded};
use uuid::Uuid;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA009,
    requirements: &["R-101"],
    sources: &[SourceRef::new(
        SourceDocument::PATHWAY_MODEL_2017,
        "4, Ansvarlig; Implementeringsunderstøttelse",
    )],
    title: Bilingual::new(
        "den, der er ansvarlig for en række, står ikke også som støtte",
        "nobody is listed as both responsible for a row and supporting it",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, om vedkommende bærer opgaven eller hjælper dem, der gør det.",
        "Otherwise it is unclear whether they carry the task or help those who do.",
    ),
    remedy: Bilingual::new(
        "Lad vedkommende stå ét sted: som ansvarlig eller som støtte.",
        "List them once: as responsible or as support.",
    ),
    example: Bilingual::new(
        "Implementeringsgruppen er både ansvarlig for og støtte til den samme række.",
        "The implementation group is listed as both responsible for and supporting the same row.",
    ),
    ..Rule::DERIVED
};

message! {
    InBothRoles { number: u64 }
    "nummer {number} blandt de ansvarlige står også som støtte",
    "number {number} of those who are responsible is also listed as support",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_bodies(&plan.bodies, |bodies| {
        each_row(plan, at, |_, row, place| compare(row, bodies, place, cx));
    });
}

/// A role that is the name of a body of the plan is that body.
fn compare(row: &TimetableRow, bodies: &Bodies<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    sorted(
        |add| {
            let responsible = (1..).zip(&row.responsible);
            responsible.filter_map(|(n, one)| Some((who(one, bodies)?, n))).for_each(add);
        },
        |responsible| {
            let list = at.key("supporting");
            for (n, one) in row.supporting.iter().enumerate() {
                if let Some((_, number)) = who(one, bodies).and_then(|who| of(responsible, who).first()) {
                    cx.not_met(&list.index(n), InBothRoles { number: *number });
                }
            }
        },
    );
}

/// Who an actor is.
pub(super) fn who<'p>(actor: &'p PlanActor, bodies: &Bodies<'_>) -> Option<(Option<Uuid>, Folded<'p>)> {
    let body = bodies.meant(actor.body, actor.role.as_ref());
    body.map_or_else(|| actor.who(), |body| Some((Some(body.id.uuid()), Folded::default())))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
        rows.take(1).for_each(|row| row.supporting.clone_from(&row.responsible));
    },
    |plan, _| {
        let role = plan.bodies.first().and_then(|body| body.name.clone());
        let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
        rows.take(1).for_each(|row| row.supporting = [PlanActor { body: None, role: role.clone() }].into());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A name that two bodies share can mean either.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000009",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "network", "name": "Netværket" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Netværket" }
            ],
            "phases": [{ "rows": [{
                "id": "00000000-0000-4000-8000-000000000001",
                "responsible": [{ "role": "Ledere" }, {}, { "body": "00000000-0000-4000-8000-000000000003" }],
                "supporting": [
                    { "role": "Læringsaktivister" }, {}, { "body": "00000000-0000-4000-8000-000000000002" }, { "role": "Netværket" }
                ]
            }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000009",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000004", "kind": "implementationGroup", "name": "Implementeringsgruppen" }],
            "phases": [{ "rows": [
                {
                    "id": "00000000-0000-4000-8000-000000000001",
                    "responsible": [{ "role": "Ledere" }, { "body": "00000000-0000-4000-8000-000000000002" }],
                    "supporting": [
                        { "role": "ledere " }, { "body": "00000000-0000-4000-8000-000000000002" },
                        { "body": "00000000-0000-4000-8000-000000000003" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "responsible": [{ "body": "00000000-0000-4000-8000-000000000004" }],
                    "supporting": [{ "role": " implementeringsgruppen " }]
                }
            ] }]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0/supporting/0",
                "nummer 1 blandt de ansvarlige står også som støtte",
                "number 1 of those who are responsible is also listed as support",
            ),
            not_met(
                "/phases/0/rows/0/supporting/1",
                "nummer 2 blandt de ansvarlige står også som støtte",
                "number 2 of those who are responsible is also listed as support",
            ),
            not_met(
                "/phases/0/rows/1/supporting/0",
                "nummer 1 blandt de ansvarlige står også som støtte",
                "number 1 of those who are responsible is also listed as support",
            ),
        ],
    ),
];
