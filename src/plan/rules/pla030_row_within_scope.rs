//! No row covers what the plan does not cover.

use crate::codes;
use crate::id::Id;
use crate::plan::{AreaKind, ImplementationPlan, PlanArea, PlanScope};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{ById, index};
use crate::text::{Bilingual, ordinal};

use super::each_row;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {crate::rule::trial::Breaks, alloc::vec};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA030,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plans, scope; rows, scope"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1; 4"),
    ],
    title: Bilingual::new(
        "ingen række omfatter noget, som planen ikke omfatter",
        "no row covers what the plan does not cover",
    ),
    why: Bilingual::new(
        "Et område, som planen ikke omfatter, ved ikke, at det har en opgave. »Alle områder« i en række kan være alle dem, som planen omfatter, og »udvalgte områder« kan være hvilke som helst af dem.",
        "An area that the plan does not cover does not know that it has a task. “All areas” in a row can be all those that the plan covers, and “selected areas” can be any of them.",
    ),
    remedy: Bilingual::new(
        "Ret, hvad rækken omfatter, eller hvad planen omfatter.",
        "Correct what the row covers, or what the plan covers.",
    ),
    example: Bilingual::new(
        "Planen omfatter områderne, men effekten måles i en specialenhed.",
        "The plan covers the areas, but the effect is measured in a special unit.",
    ),
    ..Rule::DERIVED
};

message! {
    OneOutside { what: Bilingual, number: u64 }
    "rækken omfatter {what} (nr. {number} på planens liste), men det gør planen ikke",
    "the row covers {what} (number {number} on the list of the plan), but the plan does not",
}

message! {
    OutsidePlan { what: Bilingual }
    "rækken omfatter {what}, men det gør planen ikke",
    "the row covers {what}, but the plan does not",
}

const AN_AREA: Bilingual = Bilingual::new("et område", "an area");
const A_UNIT: Bilingual = Bilingual::new("en specialenhed", "a special unit");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Selected areas may be any.
    if plan.scope.is_empty() || plan.scope.contains(&PlanScope::SelectedAreas) {
        return;
    }
    ById::of(plan.areas.iter().map(|area| area.id.uuid()), |by_id| {
        let found = |id: Id<PlanArea>| {
            let n = index(by_id.first(id.uuid())?);
            Some((n, plan.areas.get(n)?.kind))
        };
        let kind_of = |id: Id<PlanArea>| found(id).map(|(_, kind)| kind);
        // What one of a kind may be covered by; an area that the plan does not name may be of either kind.
        let kind_in_scope = |scope: &PlanScope| match scope {
            PlanScope::Area { area } => area.and_then(kind_of),
            PlanScope::AllSpecialUnits => Some(AreaKind::SpecialUnit),
            PlanScope::AllAreas | PlanScope::SelectedAreas => Some(AreaKind::Area),
        };
        if plan.scope.iter().any(|scope| kind_in_scope(scope).is_none()) {
            return;
        }
        let covers_some = [AreaKind::Area, AreaKind::SpecialUnit]
            .map(|kind| (kind, plan.scope.iter().any(|scope| kind_in_scope(scope) == Some(kind))));
        let covers_any = |kind| covers_some.contains(&(kind, true));
        let covers_one = |kind, scope: PlanScope| {
            plan.scope.iter().any(|one| one.covers_all(kind)) || plan.scope.contains(&scope)
        };
        let outside = |scope: PlanScope| match scope {
            PlanScope::AllAreas | PlanScope::SelectedAreas => {
                (!covers_any(AreaKind::Area)).then(|| (scope.label(), None))
            }
            PlanScope::AllSpecialUnits => (!covers_any(AreaKind::SpecialUnit)).then(|| (scope.label(), None)),
            PlanScope::Area { area } => {
                let (n, kind) = found(area?)?;
                let what = if kind == AreaKind::Area { AN_AREA } else { A_UNIT };
                (!covers_one(kind, scope)).then_some((what, Some(n)))
            }
        };
        each_row(plan, at, |_, row, place| {
            let list = place.key("scope");
            for (n, scope) in row.scope.iter().enumerate() {
                match outside(*scope) {
                    Some((what, Some(of_area))) => {
                        cx.not_met(&list.index(n), OneOutside { what, number: ordinal(of_area) });
                    }
                    Some((what, None)) => cx.not_met(&list.index(n), OutsidePlan { what }),
                    None => {}
                }
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        plan.scope = vec![PlanScope::AllAreas];
        let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
        rows.for_each(|row| row.scope = vec![PlanScope::AllAreas, PlanScope::AllSpecialUnits]);
    },
    |plan, tape| {
        let unit = PlanArea {
            name: Some("Enheden for sig".into()),
            ..PlanArea::new(tape.spare_id(1), AreaKind::SpecialUnit)
        };
        let only = PlanScope::Area { area: Some(unit.id) };
        plan.areas.push(unit);
        plan.scope = vec![PlanScope::AllAreas];
        let rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
        rows.for_each(|row| row.scope = vec![PlanScope::AllAreas, only]);
    },
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000009" } }],
    "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "scope": ["allSpecialUnits"] }] }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "scope": ["allAreas"] }] }] }"#,
    ),
    // One of all areas, selected ones, and all areas of a plan that covers one; an area that nobody names.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["allAreas"],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen"] }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000003", "scope": ["allAreas"] },
                { "id": "00000000-0000-4000-8000-000000000004", "scope": ["selectedAreas", { "area": { "area": "00000000-0000-4000-8000-000000000002" } }] },
                { "id": "00000000-0000-4000-8000-000000000005", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000009" } }, { "area": {} }] }
            ] }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000002" } }],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen"] }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "scope": ["allAreas", "selectedAreas"] }, { "id": "00000000-0000-4000-8000-000000000004", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000002" } }] }] }]
        }"#,
    ),
    // A plan of selected areas, and one of an area that is not among those it names.
    accepts_with(PLAN, r#"{ "/scope/0": "selectedAreas" }"#),
    accepts(PLAN),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["allAreas"],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "specialUnit" }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "scope": ["allAreas", "allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000002" } }] }] }]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0/scope/1",
                "rækken omfatter alle specialenheder, men det gør planen ikke",
                "the row covers all special units, but the plan does not",
            ),
            not_met(
                "/phases/0/rows/0/scope/2",
                "rækken omfatter en specialenhed (nr. 1 på planens liste), men det gør planen ikke",
                "the row covers a special unit (number 1 on the list of the plan), but the plan does not",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000002" } }],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "changeOwners": ["Direktionen"] },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "area", "changeOwners": ["Direktionen"] }
            ],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "scope": ["allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000002" } }, { "area": { "area": "00000000-0000-4000-8000-000000000004" } }] }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/0/scope/2",
            "rækken omfatter et område (nr. 2 på planens liste), men det gør planen ikke",
            "the row covers an area (number 2 on the list of the plan), but the plan does not",
        )],
    ),
    refuses_with(
        PLAN,
        r#"{ "/scope/0": "allSpecialUnits", "/phases/0/rows/0/scope/1": "selectedAreas" }"#,
        &[not_met(
            "/phases/0/rows/0/scope/1",
            "rækken omfatter udvalgte områder, men det gør planen ikke",
            "the row covers selected areas, but the plan does not",
        )],
    ),
    // The plan covers something that it does not name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000009" } }],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "scope": ["allAreas"] }] }]
        }"#,
    ),
    // All of its kind are covered, beside another.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allAreas", { "area": { "area": "00000000-0000-4000-8000-000000000004" } }],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "area" },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "specialUnit" }
            ],
            "phases": [{
                "rows": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000002" } }]
                }]
            }]
        }"#,
    ),
];
