//! Core elements and circles of a project have different names.

use crate::circle::CircleProject;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat_with_other_id;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use super::breaks::add_circle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR017,
    basis: Basis::Form,
    requirements: &["R-117"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "circleProject, coreElements; circles")],
    title: Bilingual::new(
        "to kerneelementer eller to læringscirkler i et projekt har ikke samme navn",
        "no two core elements and no two circles of a project have the same name",
    ),
    why: Bilingual::new(
        "Med to id'er er det to. Er det ét og det samme, bliver det talt to gange, når projektet holdes op mod planen.",
        "With two ids they are two. If they are the same, they count twice when the project is compared with its plan.",
    ),
    remedy: Bilingual::new(
        "Brug samme id. Er det to med samme navn, så gør navnene forskellige.",
        "Use the same id. If they are two with the same name, make the names different.",
    ),
    example: Bilingual::new(
        "Kerneelementet »Borgerens egen plan« står to gange med hvert sit id, og planen har kun to kerneelementer.",
        "The core element of the citizen's own plan is listed twice, each time with an id of its own, and the plan has two core elements only.",
    ),
    ..Rule::DERIVED
};

message! {
    SameElement { first: u64 }
    "kerneelementet har samme navn som kerneelement {first}, men et andet id",
    "the core element has the same name as core element {first}, but another id",
}

message! {
    SameCircle { first: u64 }
    "læringscirklen har samme navn som læringscirkel {first}, men et andet id",
    "the circle has the same name as circle {first}, but another id",
}

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("coreElements");
    each_repeat_with_other_id(
        &project.core_elements,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.id,
        |again, n, first| {
            cx.not_met(&list.item(n, again.id).key("name"), SameElement { first: ordinal(first) });
        },
    );
    let list = at.key("circles");
    each_repeat_with_other_id(
        &project.circles,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.id,
        |again, n, first| {
            cx.not_met(&list.item(n, again.id).key("name"), SameCircle { first: ordinal(first) });
        },
    );
}

// Each is used in the same way as the one whose name it has.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, tape| {
        let Some(mut again) = project.core_elements.first().cloned() else { return };
        again.id = tape.spare_id(1);
        project.circles.iter_mut().for_each(|circle| circle.core_elements.push(again.id));
        project.core_elements.push(again);
    },
    |project, tape| {
        let Some(mut again) = project.circles.first().cloned() else { return };
        again.id = tape.spare_id(1);
        (again.meetings, again.cycles) = Default::default();
        add_circle(project, again);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A circle with the name of a core element, and what is blank or not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "coreElements": [
                { "id": "00000000-0000-4000-8000-000000000002", "name": "Nord" },
                { "id": "00000000-0000-4000-8000-000000000003" }, { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000005", "name": "Nord" },
                { "id": "00000000-0000-4000-8000-000000000006", "name": " " },
                { "id": "00000000-0000-4000-8000-000000000007", "name": " " }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "coreElements": [
                { "id": "00000000-0000-4000-8000-000000000002", "name": "Borgerens plan" },
                { "id": "00000000-0000-4000-8000-000000000003", "name": "borgerens  plan" }
            ],
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000005", "name": "Syd" },
                { "id": "00000000-0000-4000-8000-000000000006", "name": "Nord" },
                { "id": "00000000-0000-4000-8000-000000000007", "name": "Nord " }
            ]
        }"#,
        &[
            not_met(
                "/coreElements/1/name",
                "kerneelementet har samme navn som kerneelement 1, men et andet id",
                "the core element has the same name as core element 1, but another id",
            ),
            not_met(
                "/circles/2/name",
                "læringscirklen har samme navn som læringscirkel 2, men et andet id",
                "the circle has the same name as circle 2, but another id",
            ),
        ],
    ),
];
