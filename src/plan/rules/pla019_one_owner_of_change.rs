//! Each area has one owner of the change.

use crate::codes;
use crate::plan::AreaKind;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
use crate::text::count;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

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
        "Skriv, hvem der ejer forandringen i området, fx direktionen. Lederne er ansvarlige for hver deres enhed.",
        "Say who owns the change in the area, such as the directorate. The leaders are responsible for their units.",
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

const OTHER_AREAS: Bilingual =
    Bilingual::new("de områder, som planen ikke nævner", "the areas that the plan does not name");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("areas");
    let areas = plan.areas.iter().enumerate().filter(|(_, area)| area.kind == AreaKind::Area);
    for (n, area) in areas.clone() {
        match count(area.change_owners.iter().filter(|owner| !owner.is_blank()).count()) {
            0 => cx.not_met(&list.item(n, area.id), NoOwner {}),
            1 => {}
            owners => cx.not_met(&list.item(n, area.id).key("changeOwners"), SeveralOwners { owners }),
        }
    }
    let named = count(areas.count());
    if named > 0 && plan.number_of_areas.is_some_and(|all| named < u64::from(all)) {
        cx.not_assessable(&list, OTHER_AREAS);
    }
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
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "numberOfAreas": 7 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "numberOfAreas": 1, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen", " "] }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "specialUnit" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "numberOfAreas": 7, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": [" "] }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "area", "changeOwners": ["Direktionen", "Projektlederen"] }]
        }"#,
        &[
            not_assessable(
                "/areas",
                "kan ikke vurderes; mangler: de områder, som planen ikke nævner",
                "cannot be assessed; missing: the areas that the plan does not name",
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
];
