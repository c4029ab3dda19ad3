//! At least one circle works with each core element.

use crate::circle::CircleProject;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::add_circle;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses_with};
#[cfg(feature = "proptest")]
use {
    crate::circle::{CoreElement, LearningCircle},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR011,
    basis: Basis::Stated,
    requirements: &["R-117", "R-118"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Projektets værdier og kerneelementer")],
    title: Bilingual::new(
        "der arbejdes med hvert kerneelement i mindst én læringscirkel",
        "each core element is worked on in at least one circle",
    ),
    why: Bilingual::new(
        "Et kerneelement, som ingen læringscirkel arbejder med, bliver hverken udviklet, afprøvet eller beskrevet.",
        "A core element that no circle works with is neither developed, tested nor described.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilken læringscirkel der arbejder med kerneelementet, eller fjern det fra projektet.",
        "State which circle works with the core element, or remove it from the project.",
    ),
    example: Bilingual::new(
        "Projektet har fire kerneelementer, men læringscirklerne arbejder kun med de tre.",
        "The project has four core elements, and the circles work with three of them only.",
    ),
    ..Rule::DERIVED
};

message! {
    NoCircle {}
    "ingen læringscirkel arbejder med kerneelementet",
    "no circle works with the core element",
}

const ELEMENTS: Bilingual = Bilingual::new(
    "hvilke kerneelementer hver læringscirkel arbejder med",
    "which core elements each circle works with",
);

/// If no circle says what it works with, the document does not tell of it.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let circles = project.circles.iter();
    let named = circles.clone().flat_map(|circle| circle.core_elements.iter().map(|id| id.uuid()));
    if project.core_elements.is_empty() || named.clone().next().is_none() {
        return;
    }
    // A circle that states none may work with any.
    let all_say = circles.clone().all(|circle| !circle.core_elements.is_empty());
    let list = at.key("coreElements");
    sorted_of(&named, |named| {
        let elements = project.core_elements.iter().enumerate();
        for (n, element) in elements.filter(|(_, one)| named.binary_search(&one.id.uuid()).is_err()) {
            let at = list.item(n, element.id);
            if all_say { cx.not_met(&at, NoCircle {}) } else { cx.not_assessable(&at, ELEMENTS) }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, tape| project.core_elements.push(CoreElement::new(tape.spare_id(1))),
    |project, tape| {
        project.core_elements.push(CoreElement::new(tape.spare_id(1)));
        add_circle(project, LearningCircle::new(tape.spare_id(2)));
    },
];

#[cfg(test)]
const PROJECT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "coreElements": [{ "id": "00000000-0000-4000-8000-000000000002" }],
    "circles": [
        { "id": "00000000-0000-4000-8000-000000000004", "coreElements": ["00000000-0000-4000-8000-000000000002"] },
        { "id": "00000000-0000-4000-8000-000000000005" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No circle says what it works with.
    accepts_with(PROJECT, r#"{ "/circles/0/coreElements": null, "/circles/1": null }"#),
    accepts(PROJECT),
    refuses_with(
        PROJECT,
        r#"{ "/coreElements/1": { "id": "00000000-0000-4000-8000-000000000003" }, "/circles/1": null }"#,
        &[not_met(
            "/coreElements/1",
            "ingen læringscirkel arbejder med kerneelementet",
            "no circle works with the core element",
        )],
    ),
    refuses_with(
        PROJECT,
        r#"{ "/coreElements/1": { "id": "00000000-0000-4000-8000-000000000003" } }"#,
        &[not_assessable(
            "/coreElements/1",
            "kan ikke vurderes; mangler: hvilke kerneelementer hver læringscirkel arbejder med",
            "cannot be assessed; missing: which core elements each circle works with",
        )],
    ),
];
