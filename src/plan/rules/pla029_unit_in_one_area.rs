//! A unit belongs to one area of a plan.

use crate::codes;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::plan::PlanArea;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA029,
    severity: Severity::Information,
    requirements: &["R-109"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5")],
    title: Bilingual::new("en enhed hører til ét område i en plan", "a unit belongs to one area of a plan"),
    why: Bilingual::new(
        "Områdets direktion er hovedansvarlig for fremdriften i hele området. Står en enhed under to områder, er det uklart, hvem der har ansvaret; er det to enheder med samme navn, kan de ikke skelnes.",
        "The directorate of an area is mainly responsible for progress in all of it. If a unit is listed under two areas, it is unclear who is responsible; if they are two units with the same name, they cannot be told apart.",
    ),
    remedy: Bilingual::new(
        "Slet enheden under det område, den ikke hører til. Er det to enheder, så skriv navnene, så man kan se forskel.",
        "Delete the unit under the area that it does not belong to. If they are two units, write their names so that they can be told apart.",
    ),
    example: Bilingual::new(
        "Hjemmeplejen Nord står både under Område Nord og under Område Syd.",
        "Hjemmeplejen Nord is listed both under Område Nord and under Område Syd.",
    ),
    ..Rule::DERIVED
};

message! {
    InAnother { area: u64 }
    "enheden har samme navn som en enhed under nr. {area} på listen over områder og specialenheder",
    "the unit has the same name as a unit of number {area} of the list of areas and special units",
}

/// A name of units in three areas or more is that of a kind of unit, which each area has.
pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = plan.areas.iter().enumerate();
    let named = areas.flat_map(|(of_area, area)| {
        let units = area.units.iter().enumerate();
        units.filter_map(move |(n, unit)| Some((Folded::stated(unit.name.as_ref())?, of_area, n)))
    });
    let list = at.key("areas");
    sorted(
        |put| named.clone().for_each(put),
        |named| {
            for same in named.chunk_by(|one, other| one.0 == other.0) {
                let mut areas =
                    same.chunk_by(|one, other| one.1 == other.1).filter_map(|units| units.first());
                if let (Some((_, first, _)), Some((_, of_area, n)), None) =
                    (areas.next(), areas.next(), areas.next())
                    && let Some(area) = plan.areas.get(*of_area)
                {
                    let place = list.item(*of_area, area.id);
                    cx.not_met(&place.key("units").index(*n), InAnother { area: ordinal(*first) });
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, tape| {
    let Some(area) = plan.areas.first().cloned() else { return };
    plan.number_of_areas = None;
    plan.areas.push(PlanArea { id: tape.spare_id(1), name: Some("Område Syd".into()), ..area });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // What has no name, twice in one area, and a kind of unit.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "kind": "area",
                    "units": [{ "name": "Hjemmeplejen" }, {}, { "name": " " }, { "name": "Plejehjemmet Nord" }, { "name": "Plejehjemmet Nord" }]
                },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area", "units": [{ "name": "Hjemmeplejen" }, {}, { "name": " " }] },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "specialUnit", "units": [{ "name": "hjemmeplejen" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "units": [{ "name": "Hjemmeplejen Nord" }] },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area", "units": [{ "name": "Hjemmeplejen Syd" }] },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "area", "units": [{}, { "name": "hjemmeplejen  nord" }] }
            ]
        }"#,
        &[not_met(
            "/areas/2/units/1",
            "enheden har samme navn som en enhed under nr. 1 på listen over områder og specialenheder",
            "the unit has the same name as a unit of number 1 of the list of areas and special units",
        )],
    ),
];
