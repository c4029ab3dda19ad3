//! Each area has one owner of the change.

use crate::codes;
use crate::plan::{AreaKind, ImplementationPlan, PlanArea, PlanScope};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
use crate::text::count;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA019,
    requirements: &["R-109"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5")],
    title: Bilingual::new("hvert område har én forandringsejer", "each area has one owner of the change"),
    why: Bilingual::new(
        "Når ingen eller flere ejer forandringen i et område, er der ingen, der sikrer fremdriften i hele området.",
        "Where nobody or several own the change in an area, nobody secures progress in all of it.",
    ),
    remedy: Bilingual::new(
        "Oplys, hvem der ejer forandringen i området, fx direktionen. Lederne er ansvarlige for hver deres enhed.",
        "State who owns the change in the area, such as the directorate. The leaders are responsible for their units.",
    ),
    example: Bilingual::new(
        "Et område har både direktionen og en projektleder som forandringsejer.",
        "An area has both the directorate and a project manager as owners of the change.",
    ),
    ..Rule::DERIVED
};

message! {
    NoOwner {}
    "det fremgår ikke, hvem der er forandringsejer i området",
    "it is not stated who owns the change in the area",
}

message! {
    SeveralOwners { owners: u64 }
    "området har {owners:forandringsejer|forandringsejere}, så ingen af dem er hovedansvarlig",
    "the area has {owners:owner|owners} of the change, so that none of them has the main responsibility",
}

const OTHERS: Bilingual = Bilingual::new(
    "hvem der ejer forandringen i de øvrige områder",
    "who owns the change in the areas that are not named",
);

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("areas");
    let is_asked = |area: &PlanArea| area.kind == AreaKind::Area && may_cover(plan, area);
    let areas = plan.areas.iter().enumerate().filter(|(_, area)| is_asked(area));
    for (n, area) in areas.clone() {
        let is_closed = area.has_closed(cx.as_of());
        match count(area.change_owners.iter().filter(|owner| !owner.is_blank()).count()) {
            0 if is_closed => {}
            0 => cx.not_met(&list.item(n, area.id), NoOwner {}),
            1 => {}
            owners => cx.not_met(&list.item(n, area.id).key("changeOwners"), SeveralOwners { owners }),
        }
    }
    let covers_all = plan.scope.is_empty() || plan.scope.contains(&PlanScope::AllAreas);
    let named = count(areas.count());
    if covers_all && named > 0 && plan.number_of_areas.is_some_and(|all| named < u64::from(all)) {
        cx.not_assessable(&list, OTHERS);
    }
}

/// Whether the plan covers the area, or may do so, as it does not say which areas it covers.
fn may_cover(plan: &ImplementationPlan, area: &PlanArea) -> bool {
    let may_mean = |scope: &PlanScope| match scope {
        PlanScope::AllAreas | PlanScope::SelectedAreas => true,
        PlanScope::AllSpecialUnits => false,
        PlanScope::Area { area: id } => id.is_none_or(|id| id == area.id),
    };
    plan.scope.is_empty() || plan.scope.iter().any(may_mean)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| plan.areas.iter_mut().for_each(|area| area.change_owners.clear()),
    |plan, tape| {
        let more = tape.said();
        plan.areas.iter_mut().for_each(|area| area.change_owners.push(more.clone()));
    },
    |plan, _| plan.number_of_areas = Some(u32::MAX),
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000002" } }],
    "numberOfAreas": 7, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen"] }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "area" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "numberOfAreas": 7 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "numberOfAreas": 1, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen", " "] }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "specialUnit" }]
        }"#,
    ),
    // It closed yesterday.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "until": "2024-01-14" }]
        }"#,
    ),
    // It closes today.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "until": "2024-01-15" }]
        }"#,
        &[not_met(
            "/areas/0",
            "det fremgår ikke, hvem der er forandringsejer i området",
            "it is not stated who owns the change in the area",
        )],
    ),
    // One of the seven areas of the organisation, selected ones, and an area that the plan does not cover.
    accepts(PLAN),
    accepts_with(PLAN, r#"{ "/scope/0": "selectedAreas", "/areas/1": null }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["allSpecialUnits"],
            "numberOfAreas": 7, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }]
        }"#,
    ),
    refuses_with(
        PLAN,
        r#"{ "/scope": ["allSpecialUnits", "allAreas"], "/numberOfAreas": 2, "/areas/1": null }"#,
        &[not_assessable(
            "/areas",
            "kan ikke vurderes; mangler: hvem der ejer forandringen i de øvrige områder",
            "cannot be assessed; missing: who owns the change in the areas that are not named",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["selectedAreas"],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }]
        }"#,
        &[not_met(
            "/areas/0",
            "det fremgår ikke, hvem der er forandringsejer i området",
            "it is not stated who owns the change in the area",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "numberOfAreas": 7, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": [" "] }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "area", "changeOwners": ["Direktionen", "Projektlederen"] }]
        }"#,
        &[
            not_assessable(
                "/areas",
                "kan ikke vurderes; mangler: hvem der ejer forandringen i de øvrige områder",
                "cannot be assessed; missing: who owns the change in the areas that are not named",
            ),
            not_met(
                "/areas/0",
                "det fremgår ikke, hvem der er forandringsejer i området",
                "it is not stated who owns the change in the area",
            ),
            not_met(
                "/areas/1/changeOwners",
                "området har 2 forandringsejere, så ingen af dem er hovedansvarlig",
                "the area has 2 owners of the change, so that none of them has the main responsibility",
            ),
        ],
    ),
    // How many areas there are is not stated.
    accepts_with(PLAN, r#"{ "/scope": null, "/numberOfAreas": null, "/areas/1": null }"#),
    // Which of the areas the plan covers is not said, or one is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": [{ "area": {} }],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }]
        }"#,
        &[not_met(
            "/areas/0",
            "det fremgår ikke, hvem der er forandringsejer i området",
            "it is not stated who owns the change in the area",
        )],
    ),
    refuses_with(
        PLAN,
        r#"{ "/numberOfAreas": null, "/areas/0/changeOwners": null }"#,
        &[not_met(
            "/areas/0",
            "det fremgår ikke, hvem der er forandringsejer i området",
            "it is not stated who owns the change in the area",
        )],
    ),
];
