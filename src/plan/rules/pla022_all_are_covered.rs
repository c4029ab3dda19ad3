//! Whatever a plan covers is covered by at least one row.

use super::ROWS;
use crate::codes;
use crate::id::Id;
use crate::plan::ImplementationPlan;
use crate::plan::{AreaKind, PlanArea, PlanScope};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{ById, index, sorted};
use crate::text::Bilingual;
use uuid::Uuid;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec;
#[cfg(feature = "proptest")]
use alloc::vec::Vec;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA022,
    requirements: &["S-023"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1; 4")],
    title: Bilingual::new(
        "det, som planen omfatter, er omfattet af mindst én række",
        "whatever a plan covers is covered by at least one row",
    ),
    why: Bilingual::new(
        "For et område, som ingen række omfatter, kommer forandringen som en overraskelse.",
        "An area that no row covers is taken by surprise by the change.",
    ),
    remedy: Bilingual::new(
        "Lad en række omfatte det, eller ret, hvad planen omfatter.",
        "Let a row cover it, or correct what the plan covers.",
    ),
    example: Bilingual::new(
        "Planen berører alle specialenheder, men tidsplanen nævner kun områderne.",
        "The plan concerns all special units, but the timetable mentions the areas only.",
    ),
    ..Rule::DERIVED
};

message! {
    NotCovered { what: Bilingual }
    "planen omfatter {what}, men det gør ingen række i tidsplanen",
    "the plan covers {what}, but no row of the timetable does",
}

const SCOPE_OF_ROWS: Bilingual = Bilingual::new("hvad rækkerne omfatter", "what the rows cover");
const THE_AREA: Bilingual = Bilingual::new("området eller specialenheden", "the area or special unit");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let scopes = || plan.rows().flat_map(|row| &row.scope);
    let fill = |add: &mut dyn FnMut(Uuid)| {
        scopes().for_each(|scope| {
            if let PlanScope::Area { area: Some(area) } = scope {
                add(area.uuid());
            }
        });
    };
    sorted(fill, |named| {
        let covers_all = [AreaKind::Area, AreaKind::SpecialUnit]
            .map(|kind| (kind, scopes().any(|scope| scope.covers_all(kind))));
        let is_covered = |area: &PlanArea| {
            covers_all.contains(&(area.kind, true)) || named.binary_search(&area.id.uuid()).is_ok()
        };
        ById::of(plan.areas.iter().map(|area| area.id.uuid()), |by_id| {
            let area_of = |id: Id<PlanArea>| plan.areas.get(index(by_id.first(id.uuid())?));
            // All of a kind are also covered if each one that the plan names is.
            let [areas, units] = covers_all.map(|(kind, all)| {
                let mut named = plan.areas.iter().filter(|area| area.kind == kind).peekable();
                all || (named.peek().is_some() && named.all(is_covered))
            });
            let covered = |scope| match scope {
                PlanScope::AllAreas => Some((areas, PlanScope::AllAreas.label())),
                PlanScope::AllSpecialUnits => Some((units, PlanScope::AllSpecialUnits.label())),
                PlanScope::Area { area } => Some((is_covered(area_of(area?)?), THE_AREA)),
                PlanScope::SelectedAreas => None,
            };
            check_scope(plan, &covered, at, cx);
        });
    });
}

/// `covered` says whether a row covers it, and what it is; `None` for what is not checked.
fn check_scope(
    plan: &ImplementationPlan,
    covered: &dyn Fn(PlanScope) -> Option<(bool, Bilingual)>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let missing = if plan.rows().next().is_none() {
        Some(ROWS)
    } else {
        plan.rows().any(|row| row.scope.is_empty()).then_some(SCOPE_OF_ROWS)
    };
    let list = at.key("scope");
    for (n, scope) in plan.scope.iter().enumerate() {
        let Some((false, what)) = covered(*scope) else { continue };
        match missing {
            Some(missing) => cx.not_assessable(&list.index(n), missing),
            None => cx.not_met(&list.index(n), NotCovered { what }),
        }
    }
}

#[cfg(feature = "proptest")]
#[expect(clippy::needless_pass_by_value, reason = "a closure that cannot capture makes it")]
fn scope_of_rows(plan: &mut ImplementationPlan, scope: Vec<PlanScope>) {
    plan.phases.iter_mut().flat_map(|phase| &mut phase.rows).for_each(|row| row.scope.clone_from(&scope));
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| scope_of_rows(plan, vec![PlanScope::AllAreas]),
    |plan, _| scope_of_rows(plan, vec![PlanScope::AllSpecialUnits]),
    |plan, _| scope_of_rows(plan, Vec::new()),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["selectedAreas", { "area": {} }] }"#,
    ),
    // Each named area by itself.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allAreas", "allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000003" } }],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "area" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000004", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000002" } }, "allSpecialUnits"] }, { "id": "00000000-0000-4000-8000-000000000005", "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000003" } }] }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allAreas", "allSpecialUnits", { "area": { "area": "00000000-0000-4000-8000-000000000002" } }], "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area" }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000004", "scope": ["selectedAreas"] }] }]
        }"#,
        &[
            not_met(
                "/scope/0",
                "planen omfatter alle områder, men det gør ingen række i tidsplanen",
                "the plan covers all areas, but no row of the timetable does",
            ),
            not_met(
                "/scope/1",
                "planen omfatter alle specialenheder, men det gør ingen række i tidsplanen",
                "the plan covers all special units, but no row of the timetable does",
            ),
            not_met(
                "/scope/2",
                "planen omfatter området eller specialenheden, men det gør ingen række i tidsplanen",
                "the plan covers the area or special unit, but no row of the timetable does",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allAreas"], "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000004" }] }]
        }"#,
        &[not_assessable(
            "/scope/0",
            "kan ikke vurderes; mangler: hvad rækkerne omfatter",
            "cannot be assessed; missing: what the rows cover",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allSpecialUnits"]
        }"#,
        &[not_assessable(
            "/scope/0",
            "kan ikke vurderes; mangler: tidsplanens rækker",
            "cannot be assessed; missing: the rows of the timetable",
        )],
    ),
    // One of two areas that the plan names, and all of another kind.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["allAreas", "allSpecialUnits"],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "specialUnit" }
            ],
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002",
                        "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000011" } }]
                    },
                    { "id": "00000000-0000-4000-8000-000000000003", "scope": ["allSpecialUnits"] }
                ]
            }]
        }"#,
        &[not_met(
            "/scope/0",
            "planen omfatter alle områder, men det gør ingen række i tidsplanen",
            "the plan covers all areas, but no row of the timetable does",
        )],
    ),
    // One row does not say what it covers.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["allAreas", { "area": { "area": "00000000-0000-4000-8000-000000000012" } }],
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area" }
            ],
            "phases": [{
                "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "scope": ["allSpecialUnits"] },
                    { "id": "00000000-0000-4000-8000-000000000003" }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/scope/0",
                "kan ikke vurderes; mangler: hvad rækkerne omfatter",
                "cannot be assessed; missing: what the rows cover",
            ),
            not_assessable(
                "/scope/1",
                "kan ikke vurderes; mangler: hvad rækkerne omfatter",
                "cannot be assessed; missing: what the rows cover",
            ),
        ],
    ),
    // A row of all areas covers each.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000012" } }],
            "areas": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "area" }],
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "scope": ["allAreas"] }] }]
        }"#,
    ),
];
