//! A citizen belongs to one department of a project.

use uuid::Uuid;

use crate::codes;
use crate::id::Id;
use crate::organisation::Department;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::project::TrainingSession;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ018,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-152"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "project, training, citizen; department; audit, cases, citizen; department",
    )],
    title: Bilingual::new(
        "en borger hører til én afdeling i oplæringen og i auditten",
        "a citizen belongs to one department in the training and in the audit",
    ),
    why: Bilingual::new(
        "Ellers er borgeren eller afdelingen angivet forkert, og det, panelet ser, kommer ikke af den oplæring, læseren tror; eller borgeren er flyttet undervejs.",
        "Otherwise the citizen or the department is stated wrongly, and what the panel sees does not come from the training that the reader assumes; or the citizen has moved meanwhile.",
    ),
    remedy: Bilingual::new(
        "Ret, hvilken borger eller afdeling der er angivet; er borgeren flyttet, så lad det stå.",
        "Correct which citizen or which department is stated; if the citizen has moved, leave it.",
    ),
    example: Bilingual::new(
        "I oplæringen i afdeling A arbejdes der med en borger, som i auditten er en case fra afdeling B.",
        "The training of department A works with a citizen who is a case of department B in the audit.",
    ),
    ..Rule::DERIVED
};

message! {
    AtAnotherSession { first: u64 }
    "borgeren hører til en anden afdeling ved oplæring nr. {first} på listen",
    "the citizen belongs to another department at session {first} of the list",
}

/// The citizen, whether it is a case of the audit, and the position in the list. Cases come after sessions.
type Named = (Uuid, bool, usize);

/// That two cases are of one citizen is for another rule.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let cases = project.audit.as_ref().map(|audit| audit.cases.as_slice()).unwrap_or_default();
    let named = |put: &mut dyn FnMut(Named)| {
        let sessions = project.training.iter().enumerate().filter(|(_, one)| one.department.is_some());
        sessions.filter_map(|(n, one)| Some((one.citizen?.uuid(), false, n))).for_each(&mut *put);
        let cases = cases.iter().enumerate().filter(|(_, one)| one.department.is_some());
        cases.filter_map(|(n, one)| Some((one.citizen?.uuid(), true, n))).for_each(put);
    };
    let department = |(_, is_case, n): &Named| -> Option<Id<Department>> {
        if *is_case { cases.get(*n)?.department } else { project.training.get(*n)?.department }
    };
    sorted(named, |named| {
        for of_one in named.chunk_by(|a, b| a.0 == b.0) {
            let Some((first, others)) = of_one.split_first().filter(|(first, _)| !first.1) else { continue };
            // One finding for each citizen: the rest follows from it.
            let Some((_, is_case, n)) = others.iter().find(|one| department(one) != department(first)) else {
                continue;
            };
            let facts = AtAnotherSession { first: ordinal(first.2) };
            match cases.get(*n).filter(|_| *is_case) {
                Some(case) => {
                    cx.not_met(&at.key("audit").key("cases").item(*n, case.id).key("department"), facts);
                }
                None => cx.not_met(&at.key("training").index(*n).key("department"), facts),
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[|project, tape| {
    let citizen = Some(tape.spare_id(3));
    let Some(first) = project.departments.first() else { return };
    let other = crate::project::ProjectDepartment {
        department: tape.spare_id(4),
        name: Some("den anden afdeling".into()),
        ..first.clone()
    };
    for department in [first.department, other.department] {
        let department = Some(department);
        project.training.push(TrainingSession { department, citizen, ..TrainingSession::default() });
    }
    project.departments.push(other);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same department, none stated, no citizen; and two cases alone.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "citizen": "00000000-0000-4000-8000-00000000000c" },
                { "department": "00000000-0000-4000-8000-00000000000a", "citizen": "00000000-0000-4000-8000-00000000000c" },
                { "department": "00000000-0000-4000-8000-00000000000b" }
            ],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000002",
                "cases": [
                    { "id": "00000000-0000-4000-8000-000000000003", "department": "00000000-0000-4000-8000-00000000000a",
                        "citizen": "00000000-0000-4000-8000-00000000000c" },
                    { "id": "00000000-0000-4000-8000-000000000004", "department": "00000000-0000-4000-8000-00000000000a",
                        "citizen": "00000000-0000-4000-8000-00000000000d" },
                    { "id": "00000000-0000-4000-8000-000000000005", "department": "00000000-0000-4000-8000-00000000000b",
                        "citizen": "00000000-0000-4000-8000-00000000000d" },
                    { "id": "00000000-0000-4000-8000-000000000006", "citizen": "00000000-0000-4000-8000-00000000000c" }
                ]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-00000000000b", "citizen": "00000000-0000-4000-8000-00000000000d" },
                { "department": "00000000-0000-4000-8000-00000000000a", "citizen": "00000000-0000-4000-8000-00000000000c" },
                { "department": "00000000-0000-4000-8000-00000000000b", "citizen": "00000000-0000-4000-8000-00000000000c" },
                { "department": "00000000-0000-4000-8000-00000000000b", "citizen": "00000000-0000-4000-8000-00000000000c" }
            ],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000002",
                "cases": [{ "id": "00000000-0000-4000-8000-000000000003", "department": "00000000-0000-4000-8000-00000000000a",
                    "citizen": "00000000-0000-4000-8000-00000000000d" }]
            }
        }"#,
        &[
            not_met(
                "/training/2/department",
                "borgeren hører til en anden afdeling ved oplæring nr. 2 på listen",
                "the citizen belongs to another department at session 2 of the list",
            ),
            not_met(
                "/audit/cases/0/department",
                "borgeren hører til en anden afdeling ved oplæring nr. 1 på listen",
                "the citizen belongs to another department at session 1 of the list",
            ),
        ],
    ),
];
