//! A unit that is named after an area is listed under that area only.

use crate::codes;
use crate::plan::{ImplementationPlan, PlanArea};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, Folded, Text, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA029,
    severity: Severity::Information,
    requirements: &["R-109"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5")],
    title: Bilingual::new(
        "en enhed, der har navn efter et område, står kun under det område",
        "a unit that is named after an area is listed under that area only",
    ),
    why: Bilingual::new(
        "Områdets direktion er hovedansvarlig for fremdriften i hele området. Står en enhed under to områder, er det uklart, hvem der har ansvaret. Flere områder kan dog have hver sin enhed med samme betegnelse, fx Hjemmeplejen; så siger reglen ikke noget.",
        "The directorate of an area is mainly responsible for progress in all of it. If a unit is listed under two areas, it is unclear who is responsible. But several areas can each have a unit of the same description, such as home care; then the rule says nothing.",
    ),
    remedy: Bilingual::new(
        "Slet enheden under det område, den ikke hører til. Er det to enheder, så skriv navnene, så man kan se forskel.",
        "Delete the unit under the area that it does not belong to. If they are two units, write their names so that they can be told apart.",
    ),
    example: Bilingual::new(
        "Hjemmeplejen Christiansbjerg står både under Christiansbjerg og under Marselisborg.",
        "Hjemmeplejen Christiansbjerg is listed both under Christiansbjerg and under Marselisborg.",
    ),
    ..Rule::DERIVED
};

message! {
    InAnother { area: u64 }
    "enheden står også under nr. {area} på listen over områder og specialenheder, som den har navn efter",
    "the unit is also listed under number {area} of the list of areas and special units, which it is named after",
}

/// A name that does not tell the area is that of a kind of unit, which each area has, and so is one of units in three
/// areas or more.
pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = plan.areas.iter().enumerate();
    let named = areas.flat_map(|(of_area, area)| {
        let units = area.units.iter().enumerate();
        units.filter_map(move |(n, unit)| Some((Folded::stated(unit.name.as_ref())?, of_area, n)))
    });
    let list = at.key("areas");
    sorted_of(&named, |named| {
        for same in named.chunk_by(|one, other| one.0 == other.0) {
            let mut areas = same.chunk_by(|one, other| one.1 == other.1).filter_map(|units| units.first());
            if let (Some(first), Some(second), None) = (areas.next(), areas.next(), areas.next()) {
                let is_own = |(_, of_area, n): &(Folded<'_>, usize, usize)| {
                    plan.areas.get(*of_area).is_some_and(|area| is_named_after(area, *n))
                };
                let (own, (_, of_area, n)) = match (is_own(first), is_own(second)) {
                    (true, _) => (first, second),
                    (false, true) => (second, first),
                    (false, false) => continue,
                };
                let Some(area) = plan.areas.get(*of_area) else { continue };
                let place = list.item(*of_area, area.id);
                cx.not_met(&place.key("units").index(*n), InAnother { area: ordinal(own.1) });
            }
        }
    });
}

fn words(text: &Text) -> impl Iterator<Item = Folded<'_>> + Clone {
    text.as_str().split_whitespace().map(Folded::of_words)
}

/// Whether the name of a unit of the area contains the name of the area, whether or not that begins with »Område«.
fn is_named_after(area: &PlanArea, unit: usize) -> bool {
    let unit = area.units.get(unit).and_then(|unit| unit.name.as_ref());
    let (Some(unit), Some(area)) = (unit, area.name.as_ref()) else { return false };
    let own = || words(area).filter(|word| *word != Folded::of_words("område"));
    let mut rest = words(unit);
    loop {
        let mut here = rest.clone();
        if own().next().is_some() && own().all(|word| here.next() == Some(word)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, tape| {
    let Some(area) = plan.areas.first_mut() else { return };
    area.name = Some((*tape.pick(&["Område Nord", "Nord"])).into());
    area.units.iter_mut().take(1).for_each(|unit| unit.name = Some("Hjemmeplejen Nord".into()));
    let other = PlanArea { id: tape.spare_id(1), name: Some("Område Syd".into()), ..area.clone() };
    plan.number_of_areas = None;
    plan.areas.push(other);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // What has no name, twice in one area, and a kind of unit, in three areas or two.
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
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "name": "Christiansbjerg",
                    "units": [{ "name": "Hjemmeplejen" }, { "name": "Sundhedsenheden" }, { "name": "Hjemmeplejen Viby" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "kind": "area", "name": "Område",
                    "units": [{ "name": "Sundhedsenheden" }, { "name": "Hjemmeplejen" }, { "name": "Hjemmeplejen Viby" }]
                },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "area", "name": "Område 1", "units": [{ "name": "Team 10" }] },
                { "id": "00000000-0000-4000-8000-000000000014", "kind": "area", "units": [{ "name": "Team 10" }] }
            ]
        }"#,
    ),
    // Named after the first or the second of the two.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "name": "Område Nord",
                    "units": [{ "name": "Hjemmeplejen Nord" }, { "name": "Plejehjem Øster Syd, afdeling A" }]
                },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area", "units": [{ "name": "Hjemmeplejen Syd" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "kind": "area", "name": "øster  syd,",
                    "units": [{}, { "name": "hjemmeplejen  nord" }, { "name": "Plejehjem Øster Syd, afdeling A" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/areas/0/units/1",
                "enheden står også under nr. 3 på listen over områder og specialenheder, som den har navn efter",
                "the unit is also listed under number 3 of the list of areas and special units, which it is named after",
            ),
            not_met(
                "/areas/2/units/1",
                "enheden står også under nr. 1 på listen over områder og specialenheder, som den har navn efter",
                "the unit is also listed under number 1 of the list of areas and special units, which it is named after",
            ),
        ],
    ),
];
