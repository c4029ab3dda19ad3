//! No row begins in an area or special unit that is closed by then.

use super::each_row;
use crate::codes;
use crate::date::PartialDate;
use crate::id::Id;
use crate::plan::{AreaKind, ImplementationPlan, PlanArea, PlanScope};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{ById, index};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA034,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, areas, until; rows, scope")],
    title: Bilingual::new(
        "ingen række begynder i et område eller en specialenhed, der er nedlagt",
        "no row begins in an area or special unit that is closed by then",
    ),
    why: Bilingual::new(
        "Der er ingen til at udføre opgaven, og heller ingen at måle hos. Enten er det et andet sted, der er ment, eller også er en dato forkert.",
        "There is nobody there to do the work, and nobody to measure. Either another place is meant, or a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret, hvad rækken omfatter, rækkens måneder eller områdets eller specialenhedens sidste dag.",
        "Correct what the row covers, the months of the row, or the last day of the area or special unit.",
    ),
    example: Bilingual::new(
        "Effekten skal måles i en specialenhed i november, men den blev nedlagt 31. marts.",
        "The effect is to be measured in a special unit in November, but it was closed on 31 March.",
    ),
    ..Rule::DERIVED
};

message! {
    BeginsAfter { starts_on: PartialDate, unit: Bilingual, number: u64, until: PartialDate }
    "rækken begynder {starts_on:i}, men {unit} (nr. {number} på planens liste) findes kun til og med {until}",
    "the row begins {starts_on:on|in}, but {unit} (number {number} on the list of the plan) exists only until {until}",
}

message! {
    InPhaseAfter { starts_on: PartialDate, unit: Bilingual, number: u64, until: PartialDate }
    "rækkens fase begynder {starts_on:i}, men {unit} (nr. {number} på planens liste) findes kun til og med {until}",
    "the phase of the row begins {starts_on:on|in}, but {unit} (number {number} on the list of the plan) exists only until {until}",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if plan.areas.iter().all(|area| area.until.is_none()) {
        return;
    }
    ById::of(plan.areas.iter().map(|area| area.id.uuid()), |by_id| {
        let found = |id: Id<PlanArea>| {
            let n = index(by_id.first(id.uuid())?);
            Some((n, plan.areas.get(n)?))
        };
        each_row(plan, at, |of_phase, row, place| {
            let of_row = row.starts_on();
            let of_phase = plan.phases.get(of_phase).and_then(|phase| phase.starts_on);
            let Some(starts_on) = of_row.or(of_phase) else { return };
            let list = place.key("scope");
            for (n, scope) in row.scope.iter().enumerate() {
                let PlanScope::Area { area: Some(id) } = *scope else { continue };
                let Some((of_area, area)) = found(id) else { continue };
                let Some(until) = area.until.filter(|until| until.ends_before(starts_on)) else { continue };
                let (unit, number, at) = (label(area.kind), ordinal(of_area), list.index(n));
                if of_row.is_some() {
                    cx.not_met(&at, BeginsAfter { starts_on, unit, number, until });
                } else {
                    cx.not_met(&at, InPhaseAfter { starts_on, unit, number, until });
                }
            }
        });
    });
}

const fn label(kind: AreaKind) -> Bilingual {
    match kind {
        AreaKind::Area => Bilingual::new("området", "the area"),
        AreaKind::SpecialUnit => Bilingual::new("specialenheden", "the special unit"),
    }
}

/// Adds a special unit that closed in the first year, and has the rows of the last year cover it.
#[cfg(feature = "proptest")]
fn close(plan: &mut ImplementationPlan, id: Id<PlanArea>) {
    let unit = PlanArea {
        name: Some("Enheden for sig".into()),
        until: PartialDate::of_month(2021, 12),
        ..PlanArea::new(id, AreaKind::SpecialUnit)
    };
    plan.areas.push(unit);
    let rows = plan.phases.iter_mut().skip(2).flat_map(|phase| &mut phase.rows);
    rows.for_each(|row| row.scope.push(PlanScope::Area { area: Some(id) }));
}

#[cfg(feature = "proptest")]
// PLA012 asks for the months of a row that has none.
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, tape| close(plan, tape.spare_id(1))];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "areas": [
        { "id": "00000000-0000-4000-8000-00000000000a", "kind": "area", "until": "2023-07-31" },
        { "id": "00000000-0000-4000-8000-00000000000b", "kind": "specialUnit", "until": "2023-08" },
        { "id": "00000000-0000-4000-8000-00000000000c", "kind": "specialUnit" }
    ],
    "phases": [{
        "startsOn": "2023-08-01",
        "rows": [{
            "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2023-09" }, { "from": "2023-07" }],
            "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }, { "area": { "area": "00000000-0000-4000-8000-00000000000b" } }, { "area": { "area": "00000000-0000-4000-8000-00000000000c" } }]
        }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // It begins in the month of the last day, or at a time that is not stated; and what is not named may have closed.
    accepts(PLAN),
    accepts_with(PLAN, r#"{ "/phases/0/startsOn": null, "/phases/0/rows/0/spans": null }"#),
    accepts_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans": [{ "from": "2024" }], "/phases/0/rows/0/scope": ["allAreas", "selectedAreas", { "area": {} }, { "area": { "area": "00000000-0000-4000-8000-000000000009" } }] }"#,
    ),
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans": [{ "from": "2023-08-01" }] }"#,
        &[not_met(
            "/phases/0/rows/0/scope/0",
            "rækken begynder 1. august 2023, men området (nr. 1 på planens liste) findes kun til og med 31. juli 2023",
            "the row begins on 1 August 2023, but the area (number 1 on the list of the plan) exists only until 31 July 2023",
        )],
    ),
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans": [{ "from": "2023-09" }] }"#,
        &[
            not_met(
                "/phases/0/rows/0/scope/0",
                "rækken begynder i september 2023, men området (nr. 1 på planens liste) findes kun til og med 31. juli 2023",
                "the row begins in September 2023, but the area (number 1 on the list of the plan) exists only until 31 July 2023",
            ),
            not_met(
                "/phases/0/rows/0/scope/1",
                "rækken begynder i september 2023, men specialenheden (nr. 2 på planens liste) findes kun til og med august 2023",
                "the row begins in September 2023, but the special unit (number 2 on the list of the plan) exists only until August 2023",
            ),
        ],
    ),
    // Without months of its own it cannot begin before its phase.
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/spans": null }"#,
        &[not_met(
            "/phases/0/rows/0/scope/0",
            "rækkens fase begynder 1. august 2023, men området (nr. 1 på planens liste) findes kun til og med 31. juli 2023",
            "the phase of the row begins on 1 August 2023, but the area (number 1 on the list of the plan) exists only until 31 July 2023",
        )],
    ),
];
