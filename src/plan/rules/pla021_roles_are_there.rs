//! The roles that a plan asks for are filled in each area and each unit.

use alloc::vec::Vec;

use crate::codes;
use crate::plan::AreaKind;
use crate::plan::ImplementationPlan;
use crate::plan::area::lacking;
use crate::report::Path;
use crate::rule::{Checker, Positions, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, Folded, Text, count};

#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::string::String;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA021,
    requirements: &["R-110", "S-022"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "3.2; 5, figur")],
    title: Bilingual::new(
        "de roller, planen kræver, findes i hvert område og hver enhed",
        "the roles that a plan asks for are filled in each area and each unit",
    ),
    why: Bilingual::new(
        "Mangler rollen ét sted, har borgerne dér ikke den person, som resten af planen regner med.",
        "If the role is missing in one place, the citizens there lack the person that the rest of the plan counts on.",
    ),
    remedy: Bilingual::new(
        "Udpeg nogen til rollen, eller ret, hvilke roller planen kræver.",
        "Appoint someone to the role, or correct which roles the plan asks for.",
    ),
    example: Bilingual::new(
        "Rollerne som forløbsansvarlig og kontaktperson implementeres i alle enheder, men én enhed har ingen forløbsansvarlig.",
        "The roles of care coordinator and contact person are introduced in all units, but one unit has no care coordinator.",
    ),
    ..Rule::DERIVED
};

message! {
    RoleMissing { place: Bilingual, roles: Positions }
    "ingen i {place} har rolle nr. {roles:eller} på planens liste over roller",
    "nobody in {place} has role {roles:or} on the plan's list of roles",
}

message! {
    RolesMissing { place: Bilingual, missing: u64, required: u64 }
    "{place} mangler {missing:rolle|roller} ud af de {required}, som planen kræver",
    "{place} lacks {missing:role|roles} of the {required} that the plan asks for",
}

const AREA: Bilingual = Bilingual::new("området", "the area");
const UNIT: Bilingual = Bilingual::new("enheden", "the unit");
const ROLES_OF_AREA: Bilingual = Bilingual::new("områdets roller", "the roles of the area");
const ROLES_OF_UNIT: Bilingual = Bilingual::new("enhedens roller", "the roles of the unit");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("areas");
    let as_of = cx.as_of();
    for (n, area) in plan.areas.iter().enumerate().filter(|(_, area)| !area.has_closed(as_of)) {
        let place = list.item(n, area.id);
        if area.kind == AreaKind::Area {
            check_roles((AREA, ROLES_OF_AREA), &plan.area_roles, &area.roles, &place, cx);
        }
        let units = place.key("units");
        for (n, unit) in area.units.iter().enumerate() {
            check_roles((UNIT, ROLES_OF_UNIT), &plan.unit_roles, &unit.roles, &units.index(n), cx);
        }
    }
}

fn check_roles(
    (place, roles): (Bilingual, Bilingual),
    required: &[Text],
    there: &[Text],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    match lacking(required, there) {
        None => cx.not_assessable(at, roles),
        Some(0) => {}
        Some(missing) if missing <= NAMED => {
            cx.not_met(&at.key("roles"), RoleMissing { place, roles: Positions(positions(required, there)) });
        }
        Some(missing) => {
            let required = count(required.iter().filter(|role| !role.is_blank()).count());
            cx.not_met(&at.key("roles"), RolesMissing { place, missing: count(missing), required });
        }
    }
}

/// Up to this many roles are named by their positions.
const NAMED: usize = 4;

/// The positions of the roles that nobody has.
fn positions(required: &[Text], there: &[Text]) -> Vec<u64> {
    let required = (1..).zip(required).filter_map(|(n, role)| Some((n, Folded::stated(Some(role))?)));
    sorted(
        |put| there.iter().filter_map(|role| Folded::stated(Some(role))).for_each(put),
        |there| required.filter(|(_, role)| there.binary_search(role).is_err()).map(|(n, _)| n).collect(),
    )
}

/// Asks for a role that nobody has, whatever text the tape holds.
#[cfg(feature = "proptest")]
fn add_role(roles: &mut Vec<Text>, tape: &mut Tape<'_>) {
    let mut longer: String = roles.iter().map(Text::as_str).collect();
    longer.push_str(tape.said().as_str());
    roles.push(longer.into());
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, tape| add_role(&mut plan.area_roles, tape),
    |plan, tape| add_role(&mut plan.unit_roles, tape),
    |plan, _| plan.areas.iter_mut().for_each(|area| area.roles.clear()),
    |plan, _| {
        let units = plan.areas.iter_mut().flat_map(|area| &mut area.units);
        units.for_each(|unit| unit.roles.clear());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "areaRoles": [" "], "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "units": [{}] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areaRoles": ["Læringsaktivist"], "unitRoles": ["Forløbsansvarlig"],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "roles": ["læringsaktivist ", "Andre"], "units": [{ "roles": ["forløbsansvarlig"] }] },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "specialUnit" },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "area", "until": "2024-01-14", "units": [{}] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areaRoles": ["Læringsaktivist"], "unitRoles": ["Forløbsansvarlig", "Kontaktperson", " "],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "roles": ["Andre"], "units": [{ "roles": ["Kontaktperson"] }, {}] },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "area" }
            ]
        }"#,
        &[
            not_met(
                "/areas/0/roles",
                "ingen i området har rolle nr. 1 på planens liste over roller",
                "nobody in the area has role 1 on the plan's list of roles",
            ),
            not_met(
                "/areas/0/units/0/roles",
                "ingen i enheden har rolle nr. 1 på planens liste over roller",
                "nobody in the unit has role 1 on the plan's list of roles",
            ),
            not_assessable(
                "/areas/0/units/1",
                "kan ikke vurderes; mangler: enhedens roller",
                "cannot be assessed; missing: the roles of the unit",
            ),
            not_assessable(
                "/areas/1",
                "kan ikke vurderes; mangler: områdets roller",
                "cannot be assessed; missing: the roles of the area",
            ),
        ],
    ),
];
