//! In a caseload: citizens are of its service, and of departments that it lists.

use uuid::Uuid;

use crate::codes;
use crate::goal::Caseload;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::organisation::{Department, SocialService};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL018,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "caseload, service; citizens, service, department",
    )],
    title: Bilingual::new(
        "borgerne i en borgergruppe hører til dens tilbud og til en af de afdelinger, der er opført",
        "the citizens of a caseload belong to its service, and to one of the departments that it lists",
    ),
    why: Bilingual::new(
        "Ellers tælles borgeren med i tilbuddet, men står ikke på nogen afdelings liste over det, der skal gøres.",
        "Otherwise the citizen is counted in the service and is on no department's list of what is to be done.",
    ),
    remedy: Bilingual::new(
        "Ret borgerens tilbud eller afdeling, eller føj afdelingen til tilbuddet.",
        "Correct the service or department of the citizen, or add the department to the service.",
    ),
    example: Bilingual::new(
        "En borger er flyttet fra et andet tilbud og står stadig under en afdeling dér.",
        "A citizen has moved from another service and is still listed under a department there.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherService {}
    "borgeren hører til et andet tilbud end borgergruppen",
    "the citizen and the caseload belong to different services",
}

message! {
    UnknownDepartment {}
    "borgerens afdeling er ikke blandt tilbuddets afdelinger",
    "the department of the citizen is not among those of the service",
}

/// A service without departments says nothing about them.
pub(super) fn check(caseload: &Caseload, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(service) = &caseload.service else { return };
    let list = at.key("citizens");
    let departments =
        |put: &mut dyn FnMut(Uuid)| service.departments.iter().for_each(|one| put(one.id.uuid()));
    sorted(departments, |departments| {
        for (n, citizen) in caseload.citizens.iter().enumerate() {
            let at = list.item(n, citizen.id);
            if citizen.service.is_some_and(|id| id != service.id) {
                cx.not_met(&at.key("service"), OtherService {});
                continue;
            }
            let is_unknown = |id: Uuid| !departments.is_empty() && departments.binary_search(&id).is_err();
            if citizen.department.is_some_and(|id| is_unknown(id.uuid())) {
                cx.not_met(&at.key("department"), UnknownDepartment {});
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Caseload> = &[
    |caseload, tape| {
        let service = SocialService { name: Some(tape.said()), ..SocialService::new(tape.spare_id(1)) };
        caseload.service = Some(service);
        caseload.citizens.iter_mut().for_each(|one| one.service = Some(tape.spare_id(2)));
    },
    |caseload, tape| {
        let department = Department { name: Some(tape.said()), ..Department::new(tape.spare_id(3)) };
        let service = SocialService {
            name: Some(tape.said()),
            departments: [department].into(),
            ..SocialService::new(tape.spare_id(1))
        };
        caseload.service = Some(service);
        for one in &mut caseload.citizens {
            (one.service, one.department) = (None, Some(tape.spare_id(2)));
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Without a service, or without departments, nothing is contradicted.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "service": "00000000-0000-4000-8000-000000000003",
                "department": "00000000-0000-4000-8000-000000000004"
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000003" },
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "service": "00000000-0000-4000-8000-000000000003",
                "department": "00000000-0000-4000-8000-000000000004"
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": {
                "id": "00000000-0000-4000-8000-000000000003",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000004" }]
            },
            "citizens": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "department": "00000000-0000-4000-8000-000000000004"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "department": "00000000-0000-4000-8000-000000000007"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000008",
                    "service": "00000000-0000-4000-8000-000000000009",
                    "department": "00000000-0000-4000-8000-000000000007"
                }
            ]
        }"#,
        &[
            not_met(
                "/citizens/2/department",
                "borgerens afdeling er ikke blandt tilbuddets afdelinger",
                "the department of the citizen is not among those of the service",
            ),
            not_met(
                "/citizens/3/service",
                "borgeren hører til et andet tilbud end borgergruppen",
                "the citizen and the caseload belong to different services",
            ),
        ],
    ),
];
