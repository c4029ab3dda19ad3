//! What a phase begins, a later phase continues, wherever it was begun.

use alloc::vec::Vec;

use super::each_row;
use super::places_left_out::{Continued, begins_in_closed_areas, later_rows, left_out};
use crate::codes;
use crate::date::PartialDate;
use crate::plan::{ImplementationPlan, PlanWork, TimetableRow};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::plan::PlanScope;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA013,
    requirements: &["R-103"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Fase 3")],
    title: Bilingual::new(
        "det, som én fase påbegynder, fortsætter i en senere, de samme steder",
        "what one phase begins, a later one continues, in the same places",
    ),
    why: Bilingual::new(
        "En ny praksis er ikke forankret, blot fordi den er begyndt; uden en fortsættelse glider den ud igen.",
        "A new practice is not rooted merely because it has begun; without a continuation it slips away again.",
    ),
    remedy: Bilingual::new(
        "Giv den næste fase en række, der fortsætter den nye praksis alle de steder, hvor den begyndte, og henvis til den række, der påbegyndte den. Er området eller specialenheden nedlagt imens, så skriv den sidste dag.",
        "Give the next phase a row that continues the new practice wherever it began, and refer to the row that began it. If the area or special unit was closed in the meantime, state its last day.",
    ),
    example: Bilingual::new(
        "Borgerkonferencer påbegyndes i fase 2, men ingen række i fase 3 fortsætter dem.",
        "Citizen conferences begin in phase 2, but no row of phase 3 continues them.",
    ),
    ..Rule::DERIVED
};

message! {
    NotContinued {}
    "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
    "the row begins a new practice, but no later phase continues it",
}

message! {
    LeftOut { left_out: Vec<Bilingual> }
    "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke {left_out:og}",
    "the row begins a new practice, but the rows that continue it do not cover {left_out:and}",
}

const LATER_ROWS: Bilingual =
    Bilingual::new("de senere fasers tidsplan", "the timetable of the later phases");
const CONTINUED: Bilingual =
    Bilingual::new("hvilke rækker de senere faser fortsætter", "which rows the later phases continue");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let fill = |add: &mut dyn FnMut(Continued)| {
        for (n, phase) in plan.phases.iter().enumerate() {
            for (m, row) in phase.rows.iter().enumerate() {
                row.continues.iter().for_each(|id| add((id.uuid(), (n, m))));
            }
        }
    };
    let is_unclear = |row: &TimetableRow| row.is(PlanWork::Continuation) && row.continues.is_empty();
    let last_with_rows = plan.phases.iter().rposition(|phase| !phase.rows.is_empty());
    let last_unclear = plan.phases.iter().rposition(|phase| phase.rows.iter().any(is_unclear));
    let last = plan.phases.len().checked_sub(1);
    let Ok(as_of) = PartialDate::of_day(cx.as_of()) else { return };
    sorted(fill, |continued| {
        each_row(plan, at, |n, row, place| {
            // The last phase has none after it.
            if Some(n) == last || !row.begins_practice() {
                return;
            }
            let later = later_rows(continued, Some(row), n);
            if !later.is_empty() {
                let left_out = left_out(plan, row, later, continued, as_of);
                if !left_out.is_empty() {
                    cx.not_met(place, LeftOut { left_out });
                }
            } else if begins_in_closed_areas(plan, n, row, as_of) {
                // Nowhere is left to continue it.
            } else if last_with_rows <= Some(n) {
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
    |plan, _| {
        let later = plan.phases.iter_mut().skip(1).flat_map(|phase| &mut phase.rows);
        let goes_on = later.filter(|row| !row.continues.is_empty());
        goes_on.for_each(|row| row.scope = [PlanScope::SelectedAreas].into());
    },
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "phases": [
        {
            "rows": [{
                "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                "scope": ["allSpecialUnits"]
            }]
        },
        {
            "rows": [{
                "id": "00000000-0000-4000-8000-000000000004", "work": ["continuation"],
                "continues": ["00000000-0000-4000-8000-000000000002"], "scope": ["allAreas", { "area": {} }]
            }]
        }
    ]
}"#;

#[cfg(test)]
const CHAIN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "area" }],
    "phases": [
        { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": ["allAreas"] }] },
        { "rows": [{ "id": "00000000-0000-4000-8000-000000000003", "continues": ["00000000-0000-4000-8000-000000000002"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }] }] },
        { "rows": [{ "id": "00000000-0000-4000-8000-000000000004", "continues": ["00000000-0000-4000-8000-000000000003"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }] }] }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The row that continues it is continued, too: both leave out an area, the later one does not, or does not say.
    refuses(
        CHAIN,
        &[not_met(
            "/phases/0/rows/0",
            "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke alle områder",
            "the row begins a new practice, but the rows that continue it do not cover all areas",
        )],
    ),
    accepts_with(CHAIN, r#"{ "/phases/2/rows/0/scope": null }"#),
    // Neither the rows nor the next phase say when they begin, and the area is to close later.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area", "until": "2027-12-31" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "area" }], "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }] }, { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "scope": ["allAreas"] }] }, { "rows": [{ "id": "00000000-0000-4000-8000-000000000004", "continues": ["00000000-0000-4000-8000-000000000003"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000b" } }] }] }] }"#,
        &[
            not_met(
                "/phases/0/rows/0",
                "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
                "the row begins a new practice, but no later phase continues it",
            ),
            not_met(
                "/phases/0/rows/1",
                "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke alle områder",
                "the row begins a new practice, but the rows that continue it do not cover all areas",
            ),
        ],
    ),
    // Closed before the rows that continue it begin, in that month, or at some time, as they do not say when they do; and where
    // nothing is left.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "area", "until": "2023-07-31" }, { "id": "00000000-0000-4000-8000-00000000000c", "kind": "specialUnit", "until": "2023-08-01" }],
            "phases": [
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": ["allAreas", { "area": { "area": "00000000-0000-4000-8000-00000000000c" } }] },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "scope": ["allAreas"] },
                    { "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "scope": ["allSpecialUnits"] }
                ] },
                { "startsOn": "2023-08", "rows": [
                    { "id": "00000000-0000-4000-8000-000000000005", "continues": ["00000000-0000-4000-8000-000000000002"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }], "spans": [{ "from": "2023-10" }, { "from": "2023-08" }] },
                    { "id": "00000000-0000-4000-8000-000000000006", "continues": ["00000000-0000-4000-8000-000000000003"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }] }
                ] }
            ]
        }"#,
    ),
    // It closes later.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "area", "until": "2023-09-01" }],
            "phases": [
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": ["allAreas"] },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000b" } }] }
                ] },
                { "startsOn": "2023-08", "rows": [{ "id": "00000000-0000-4000-8000-000000000005", "continues": ["00000000-0000-4000-8000-000000000002"], "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }], "spans": [{ "from": "2023-08" }] }] }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0",
                "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke alle områder",
                "the row begins a new practice, but the rows that continue it do not cover all areas",
            ),
            not_met(
                "/phases/0/rows/1",
                "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
                "the row begins a new practice, but no later phase continues it",
            ),
        ],
    ),
    // The last phase has none after it.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{}, { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"] }] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "phases": [
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
    refuses_with(
        PLAN,
        r#"{ "/phases/0/rows/0/scope": null, "/phases/1/rows": null }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: de senere fasers tidsplan",
            "cannot be assessed; missing: the timetable of the later phases",
        )],
    ),
    // Together they cover all: areas by name, and special units in a later phase; one that does not say goes on with all; one
    // that is continued by another, which covers the rest.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "specialUnit" }],
            "phases": [
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": ["allAreas", "allSpecialUnits"] },
                    { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "scope": ["allAreas"] },
                    { "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "scope": ["allAreas"] },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "work": ["newPractice"],
                        "scope": ["selectedAreas", { "area": { "area": "00000000-0000-4000-8000-00000000000a" } }]
                    }
                ] },
                { "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "continues": ["00000000-0000-4000-8000-000000000002"],
                        "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }]
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "continues": ["00000000-0000-4000-8000-000000000003"] },
                    {
                        "id": "00000000-0000-4000-8000-000000000008", "continues": ["00000000-0000-4000-8000-000000000004"],
                        "scope": ["selectedAreas"]
                    }
                ] },
                { "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000009", "scope": ["allSpecialUnits"],
                        "continues": ["00000000-0000-4000-8000-000000000002"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-00000000000c", "scope": ["allAreas"],
                        "continues": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000008"]
                    }
                ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "area" }, { "id": "00000000-0000-4000-8000-00000000000b", "kind": "area" }],
            "phases": [
                { "rows": [
                    { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "scope": ["allAreas", "allSpecialUnits"] },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"],
                        "scope": [
                            "selectedAreas", { "area": { "area": "00000000-0000-4000-8000-00000000000a" } },
                            { "area": { "area": "00000000-0000-4000-8000-00000000000b" } }
                        ]
                    }
                ] },
                { "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "continues": ["00000000-0000-4000-8000-000000000002"],
                        "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "continues": ["00000000-0000-4000-8000-000000000003"],
                        "scope": ["allSpecialUnits"]
                    }
                ] }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0",
                "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke alle områder og alle specialenheder",
                "the row begins a new practice, but the rows that continue it do not cover all areas and all special units",
            ),
            not_met(
                "/phases/0/rows/1",
                "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke udvalgte områder og et område eller en specialenhed, hvor den begynder",
                "the row begins a new practice, but the rows that continue it do not cover selected areas and an area or special unit in which it begins",
            ),
        ],
    ),
    // A special unit is none of the selected areas.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{ "id": "00000000-0000-4000-8000-00000000000a", "kind": "specialUnit" }],
            "phases": [
                { "rows": [{
                    "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                    "scope": [{ "area": { "area": "00000000-0000-4000-8000-00000000000a" } }]
                }] },
                { "rows": [{
                    "id": "00000000-0000-4000-8000-000000000003", "scope": ["selectedAreas"],
                    "continues": ["00000000-0000-4000-8000-000000000002"]
                }] }
            ]
        }"#,
        &[not_met(
            "/phases/0/rows/0",
            "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke et område eller en specialenhed, hvor den begynder",
            "the row begins a new practice, but the rows that continue it do not cover an area or special unit in which it begins",
        )],
    ),
    // One row of the last phase does not say what it continues; another continues one of its own phase.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                            "scope": ["allAreas"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000003", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000002"]
                        }
                    ]
                },
                {
                    "rows": [
                        { "id": "00000000-0000-4000-8000-000000000004", "work": ["continuation"] },
                        { "id": "00000000-0000-4000-8000-000000000005", "work": ["communication"] }
                    ]
                }
            ]
        }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: hvilke rækker de senere faser fortsætter",
            "cannot be assessed; missing: which rows the later phases continue",
        )],
    ),
    // Only a row of the same phase does not say what it continues.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                            "scope": ["allAreas"]
                        },
                        { "id": "00000000-0000-4000-8000-000000000003", "work": ["continuation"] }
                    ]
                },
                {
                    "rows": [{
                        "id": "00000000-0000-4000-8000-000000000004", "work": ["continuation"],
                        "continues": ["00000000-0000-4000-8000-000000000009"]
                    }]
                }
            ]
        }"#,
        &[not_met(
            "/phases/0/rows/0",
            "rækken påbegynder en ny praksis, men ingen senere fase fortsætter den",
            "the row begins a new practice, but no later phase continues it",
        )],
    ),
    // Of two rows that continue it one does not say where, or one does not say in which area.
    accepts_with(
        PLAN,
        r#"{
            "/phases/1/rows/0/scope/1": null,
            "/phases/1/rows/1": { "id": "00000000-0000-4000-8000-000000000005", "work": ["continuation"], "continues": ["00000000-0000-4000-8000-000000000002"] }
        }"#,
    ),
    accepts(PLAN),
    // Areas that the plan names: by name, by all of their kind, or as selected ones.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "specialUnit" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "area" }
            ],
            "phases": [
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000011" } }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000012" } }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000013" } }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000005", "work": ["newPractice"],
                            "scope": ["selectedAreas"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000006", "work": ["newPractice"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000011" } }]
                        }
                    ]
                },
                {
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000022", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000002"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000011" } }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000023", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000003"], "scope": ["allSpecialUnits"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000024", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000004"],
                            "scope": ["allSpecialUnits", "selectedAreas"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000025", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000005"],
                            "scope": ["allSpecialUnits", "allAreas"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000026", "work": ["continuation"],
                            "continues": ["00000000-0000-4000-8000-000000000006"],
                            "scope": [{ "area": { "area": "00000000-0000-4000-8000-000000000013" } }]
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/phases/0/rows/4",
            "rækken påbegynder en ny praksis, men de rækker, der fortsætter den, omfatter ikke et område eller en specialenhed, hvor den begynder",
            "the row begins a new practice, but the rows that continue it do not cover an area or special unit in which it begins",
        )],
    ),
];
