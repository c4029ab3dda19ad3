//! A department is listed once in a project.

use crate::codes;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{each_repeat, each_repeat_with_other_id};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ014,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, departments")],
    title: Bilingual::new(
        "en afdeling står kun én gang i et projekt",
        "a department is listed only once in a project",
    ),
    why: Bilingual::new(
        "Ellers kan de to modsige hinanden, og har de hver sit id, ses optællinger og oplæring kun ved den ene.",
        "Otherwise the two can contradict each other, and if each has an id of its own, countings and training are seen at one of them only.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller brug samme id. Er det to afdelinger med samme navn, så gør navnene forskellige.",
        "Delete one of them, or use the same id. If they are two departments with the same name, make the names different.",
    ),
    example: Bilingual::new(
        "Afdeling A står to gange: den ene gang som oplært før projektet, den anden gang som ikke oplært.",
        "Department A is listed twice: as trained before the project, and as not trained.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "afdelingen står også som nr. {first} på listen",
    "the department is also on the list as number {first}",
}

message! {
    SameName { first: u64 }
    "afdelingen har samme navn som nr. {first} på listen, men et andet id",
    "the department has the same name as number {first} of the list, but another id",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("departments");
    each_repeat(
        &project.departments,
        |one| Some(one.department.uuid()),
        |_, n, first| cx.not_met(&list.index(n), Again { first: ordinal(first) }),
    );
    each_repeat_with_other_id(
        &project.departments,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.department,
        |_, n, first| cx.not_met(&list.index(n).key("name"), SameName { first: ordinal(first) }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| {
        let again = project.departments.first().cloned();
        project.departments.extend(again);
    },
    |project, tape| {
        let Some(mut again) = project.departments.first().cloned() else { return };
        again.department = tape.spare_id(1);
        project.departments.push(again);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [
                { "department": "00000000-0000-4000-8000-00000000000a", "name": "Afdeling A" },
                { "department": "00000000-0000-4000-8000-00000000000b", "name": "Afdeling B" },
                { "department": "00000000-0000-4000-8000-00000000000c", "name": " " },
                { "department": "00000000-0000-4000-8000-00000000000d", "name": " " },
                { "department": "00000000-0000-4000-8000-00000000000e" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [
                { "department": "00000000-0000-4000-8000-00000000000a", "name": "Afdeling A", "trainedBefore": false },
                { "department": "00000000-0000-4000-8000-00000000000b", "name": "afdeling  a" },
                { "department": "00000000-0000-4000-8000-00000000000a", "name": "Afdeling A", "trainedBefore": true }
            ]
        }"#,
        &[
            not_met(
                "/departments/1/name",
                "afdelingen har samme navn som nr. 1 på listen, men et andet id",
                "the department has the same name as number 1 of the list, but another id",
            ),
            not_met(
                "/departments/2",
                "afdelingen står også som nr. 1 på listen",
                "the department is also on the list as number 1",
            ),
        ],
    ),
];
