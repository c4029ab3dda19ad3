//! What a phase begins, a later phase continues.

use super::each_row;
use crate::codes;
use crate::plan::ImplementationPlan;
use crate::plan::{PlanWork, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::Bilingual;
use uuid::Uuid;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA013,
    requirements: &["R-103"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Fase 3")],
    title: Bilingual::new(
        "det, som én fase påbegynder, fortsætter i en senere",
        "what one phase begins, a later one continues",
    ),
    why: Bilingual::new(
        "En ny praksis er ikke forankret, når den er begyndt; uden en fortsættelse glider den ud igen.",
        "A new practice is not rooted when it is begun; without a continuation it slips away again.",
    ),
    remedy: Bilingual::new(
        "Giv den næste fase en række, der fortsætter den nye praksis, og henvis til den række, der påbegyndte den.",
        "Give the next phase a row that continues the new practice, and refer to the row that began it.",
    ),
    example: Bilingual::new(
        "Borgerkonferencer påbegyndes i fase 2, men ingen række i fase 3 fortsætter dem.",
        "Conferences with citizens begin in phase 2, but no row of phase 3 continues them.",
    ),
    ..Rule::DERIVED
};

message! {
    NotContinued {}
    "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
    "the row begins a new practice, but no later phase continues it",
}

const LATER_ROWS: Bilingual =
    Bilingual::new("de senere fasers tidsplan", "the timetable of the later phases");
const CONTINUED: Bilingual =
    Bilingual::new("hvilke rækker de senere faser fortsætter", "which rows the later phases continue");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let fill = |add: &mut dyn FnMut((Uuid, usize))| {
        for (n, phase) in plan.phases.iter().enumerate() {
            phase.rows.iter().flat_map(|row| &row.continues).for_each(|id| add((id.uuid(), n)));
        }
    };
    let is_unclear = |row: &TimetableRow| row.is(PlanWork::Continuation) && row.continues.is_empty();
    let last_with_rows = plan.phases.iter().rposition(|phase| !phase.rows.is_empty());
    let last_unclear = plan.phases.iter().rposition(|phase| phase.rows.iter().any(is_unclear));
    let last = plan.phases.len().checked_sub(1);
    sorted(fill, |continued| {
        each_row(plan, at, |n, row, place| {
            let goes_on = || of(continued, row.id.uuid()).last().is_some_and(|(_, phase)| *phase > n);
            // The last phase has none after it.
            if Some(n) == last || !row.begins_practice() || goes_on() {
                return;
            }
            if last_with_rows <= Some(n) {
                cx.not_assessable(place, LATER_ROWS);
            } else if last_unclear > Some(n) {
                cx.not_assessable(place, CONTINUED);
            } else {
                cx.not_met(place, NotContinued {});
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        plan.phases.iter_mut().skip(1).for_each(|phase| phase.rows.retain(|row| row.continues.is_empty()));
    },
    |plan, _| {
        let later = plan.phases.iter_mut().skip(1).flat_map(|phase| &mut phase.rows);
        later.for_each(|row| row.continues.clear());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The last phase has none after it.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{}, { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }, { "id": "00000000-0000-4000-8000-000000000003", "work": ["development"] }] },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "continues": ["00000000-0000-4000-8000-000000000002"] }] }, {}
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003" }] }]
        }"#,
        &[not_met(
            "/phases/0/rows/0",
            "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
            "the row begins a new practice, but no later phase continues it",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "work": ["continuation"] }] }]
        }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: hvilke rækker de senere faser fortsætter",
            "cannot be assessed; missing: which rows the later phases continue",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }, {}]
        }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: de senere fasers tidsplan",
            "cannot be assessed; missing: the timetable of the later phases",
        )],
    ),
];
