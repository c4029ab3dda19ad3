//! A learning circle is listed once among those that took part in an activity, or that a resource group supports, and a
//! core element once among those that a circle works with.

use crate::circle::{CircleActivity, LearningCircle, ResourceGroup};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR014,
    basis: Basis::Form,
    requirements: &["R-125", "R-129"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "circleProject, activities, circles; resourceGroup, circles; circles, coreElements",
    )],
    title: Bilingual::new(
        "en læringscirkel står kun én gang blandt dem, der deltog i en aktivitet, eller som en ressourcegruppe støtter, og et kerneelement kun én gang blandt dem, en læringscirkel arbejder med",
        "a circle is listed only once among those that took part in an activity, or that a resource group supports, and a core element only once among those that a circle works with",
    ),
    why: Bilingual::new(
        "Står den samme cirkel to gange, er det som regel to cirkler, hvor den ene har fået forkert id, så en af dem mangler; det samme gælder et kerneelement.",
        "The same circle twice usually means two circles of which one has the wrong id, so that one of them is missing; the same goes for a core element.",
    ),
    remedy: Bilingual::new(
        "Fjern den ene, eller ret, hvilken læringscirkel eller hvilket kerneelement der menes.",
        "Remove one of them, or correct which circle or core element is meant.",
    ),
    example: Bilingual::new(
        "Fire læringscirkler deltog i workshoppen, men læringscirkel 1 står to gange og læringscirkel 4 slet ikke.",
        "Four circles took part in the workshop, but circle 1 is listed twice and circle 4 not at all.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64, again: u64 }
    "læringscirklen står både som nummer {first} og som nummer {again} på listen",
    "the circle is both number {first} and number {again} on the list",
}

message! {
    ElementAgain { first: u64, again: u64 }
    "kerneelementet står både som nummer {first} og som nummer {again} på listen",
    "the core element is both number {first} and number {again} on the list",
}

/// A record that lists circles.
pub(super) trait ListsCircles {
    fn circles(&self) -> &[Id<LearningCircle>];
}

impl ListsCircles for CircleActivity {
    fn circles(&self) -> &[Id<LearningCircle>] {
        &self.circles
    }
}

impl ListsCircles for ResourceGroup {
    fn circles(&self) -> &[Id<LearningCircle>] {
        &self.circles
    }
}

pub(super) fn check<L: ListsCircles>(one: &L, at: &Path<'_>, cx: &mut Checker<'_>) {
    let entries = one.circles().iter().enumerate().map(|(n, circle)| (circle.uuid(), n));
    let list = at.key("circles");
    each_repeated_key(&entries, |_, first, n| {
        cx.not_met(&list.index(n), Again { first: ordinal(first), again: ordinal(n) });
    });
}

pub(super) fn check_elements(circle: &LearningCircle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let entries = circle.core_elements.iter().enumerate().map(|(n, element)| (element.uuid(), n));
    let list = at.key("coreElements");
    each_repeated_key(&entries, |_, first, n| {
        cx.not_met(&list.index(n), ElementAgain { first: ordinal(first), again: ordinal(n) });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ResourceGroup> = &[|group, tape| {
    let circle = group.circles.first().copied().unwrap_or_else(|| tape.spare_id(1));
    if group.circles.is_empty() {
        group.circles.push(circle);
    }
    group.circles.push(circle);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "product": "en beskrivelse af ressourcer" }"#),
    accepts(
        r#"{ "circles": ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"] }"#,
    ),
    refuses(
        r#"{
            "circles": [
                "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000001",
                "00000000-0000-4000-8000-000000000002"
            ]
        }"#,
        &[not_met(
            "/circles/2",
            "læringscirklen står både som nummer 1 og som nummer 3 på listen",
            "the circle is both number 1 and number 3 on the list",
        )],
    ),
];
