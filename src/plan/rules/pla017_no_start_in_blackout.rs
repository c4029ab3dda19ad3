//! No new practice begins in a period without new practice.

use super::{EXACT_DAY, MONTHS, each_row};
use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::plan::ImplementationPlan;
use crate::plan::{Blackout, TimetableRow};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA017,
    basis: Basis::Stated,
    requirements: &["R-099", "R-100"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4")],
    title: Bilingual::new(
        "ny praksis begynder ikke i en periode, hvor planen vil undgå det",
        "no new practice begins in a period that the plan keeps free of new practice",
    ),
    why: Bilingual::new(
        "To forandringer på én gang, fx et nyt journalsystem og en ny arbejdsgang, går ud over begge.",
        "Two changes at once, such as a new record system and a new workflow, harm both.",
    ),
    remedy: Bilingual::new(
        "Flyt begyndelsen til før eller efter perioden. Det, der allerede er i gang, kan fortsætte.",
        "Move the beginning to before or after the period. What is already running can go on.",
    ),
    example: Bilingual::new(
        "Borgerkonferencer påbegyndes i den måned, hvor det nye journalsystem tages i brug.",
        "Citizen conferences begin in the month in which the new record system is introduced.",
    ),
    requires: &[codes::PLA002],
    ..Rule::DERIVED
};

message! {
    BeginsThen { starts_on: PartialDate }
    "ny praksis begynder {starts_on:i}, i en periode, hvor planen vil undgå det",
    "new practice begins {starts_on:on|in}, in a period that the plan keeps free of it",
}

const BEGINNING: Bilingual = Bilingual::new(
    "hvornår perioden uden ny praksis begynder",
    "when the period without new practice begins",
);
const END: Bilingual =
    Bilingual::new("hvornår perioden uden ny praksis slutter", "when the period without new practice ends");
const WORK: Bilingual =
    Bilingual::new("om rækken påbegynder en ny praksis", "whether the row begins a new practice");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_row(plan, at, |_, row, place| {
        if row.begins_practice() || (row.work.is_empty() && row.continues.is_empty()) {
            check_row(row, &plan.blackouts, place, cx);
        }
    });
}

/// Compares a row with all times that are kept free, and reports it once.
fn check_row(row: &TimetableRow, blackouts: &[Blackout], at: &Path<'_>, cx: &mut Checker<'_>) {
    let starts_on = row.starts_on();
    let is_ordered = |one: &&Blackout| backwards(one.starts_on, one.ends_on).is_none();
    if !blackouts.iter().all(|one| is_ordered(&one)) {
        cx.depends_on(at, codes::PLA002);
    }
    let is_out = |one: &Blackout, on: PartialDate| {
        one.starts_on.is_some_and(|first| on.ends_before(first))
            || one.ends_on.is_some_and(|last| last.ends_before(on))
    };
    let near =
        || blackouts.iter().filter(is_ordered).filter(|one| starts_on.is_none_or(|on| !is_out(one, on)));
    let is_within = |one: &Blackout, on: PartialDate| {
        one.starts_on.is_some_and(|first| first.first_day() <= on.first_day())
            && one.ends_on.is_some_and(|last| on.last_day() <= last.last_day())
    };
    let within = starts_on.filter(|on| !row.work.is_empty() && near().any(|one| is_within(one, *on)));
    if let Some(starts_on) = within {
        return cx.not_met(&at.key("spans"), BeginsThen { starts_on });
    }
    if near().next().is_none() {
        return;
    }
    let is_known = |one: &Blackout| one.starts_on.is_some() && one.ends_on.is_some();
    let is_inexact = starts_on.is_some() && !row.work.is_empty() && near().any(is_known);
    let parts = [
        (!row.work.is_empty(), WORK),
        (starts_on.is_some(), MONTHS),
        (!is_inexact, EXACT_DAY),
        (near().all(|one| one.starts_on.is_some()), BEGINNING),
        (near().all(|one| one.ends_on.is_some()), END),
    ];
    cx.all_stated(at, parts);
}

#[cfg(feature = "proptest")]
pub(super) fn no_start_in(plan: &mut ImplementationPlan, first: &str, last: &str) {
    for one in &mut plan.blackouts {
        (one.starts_on, one.ends_on) = (first.parse().ok(), last.parse().ok());
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| no_start_in(plan, "2021-07-01", "2021-08-31"),
    |plan, _| no_start_in(plan, "2021-07-10", "2021-07-20"),
    |plan, _| plan.blackouts.iter_mut().for_each(|one| (one.starts_on, one.ends_on) = (None, None)),
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-04" }], "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "spans": [{ "from": "2017" }] }] }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "blackouts": [{}], "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "work": ["development"] }, { "id": "00000000-0000-4000-8000-000000000003", "continues": ["00000000-0000-4000-8000-000000000002"] }] }] }"#,
    ),
    // On the days around it; and what goes on from before.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-06" }, { "endsOn": "2017-02" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "spans": [{ "from": "2017-04-30", "to": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "spans": [{ "from": "2017-07-01" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "spans": [{ "from": "2017-05" }], "continues": ["00000000-0000-4000-8000-000000000002"] },
                { "id": "00000000-0000-4000-8000-000000000005", "work": ["continuation"], "spans": [{ "from": "2017-05" }] }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-06-15" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "spans": [{ "from": "2017-07" }, { "from": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"], "spans": [{ "from": "2017-06-15" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "work": ["newPractice"], "spans": [{ "from": "2017-06" }] },
                { "id": "00000000-0000-4000-8000-000000000005", "spans": [{ "from": "2017-05" }] },
                { "id": "00000000-0000-4000-8000-000000000006", "work": ["newPractice"] }
            ] }]
        }"#,
        &[
            not_met(
                "/phases/0/rows/0/spans",
                "ny praksis begynder i maj 2017, i en periode, hvor planen vil undgå det",
                "new practice begins in May 2017, in a period that the plan keeps free of it",
            ),
            not_met(
                "/phases/0/rows/1/spans",
                "ny praksis begynder 15. juni 2017, i en periode, hvor planen vil undgå det",
                "new practice begins on 15 June 2017, in a period that the plan keeps free of it",
            ),
            not_assessable(
                "/phases/0/rows/2",
                "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst)",
                "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated)",
            ),
            not_assessable(
                "/phases/0/rows/3",
                "kan ikke vurderes; mangler: om rækken påbegynder en ny praksis",
                "cannot be assessed; missing: whether the row begins a new practice",
            ),
            not_assessable(
                "/phases/0/rows/4",
                "kan ikke vurderes; mangler: rækkens måneder",
                "cannot be assessed; missing: the months of the row",
            ),
        ],
    ),
    // Neither the time nor the months are known.
    refuses_with(
        PLAN,
        r#"{ "/blackouts": [{ "reason": "CURA" }], "/phases/0/rows/0/spans": null }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: rækkens måneder, hvornår perioden uden ny praksis begynder, hvornår perioden uden ny praksis slutter",
            "cannot be assessed; missing: the months of the row, when the period without new practice begins, when the period without new practice ends",
        )],
    ),
    refuses(PLAN, &[not_evaluated("/phases/0/rows/0", "PLA002")]),
    // Two times: each row is found once, and what is missing of both is said together.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05-10", "endsOn": "2017-06" }, { "startsOn": "2017-10", "endsOn": "2017-11-10" }, { "startsOn": "2017-12" }],
            "phases": [{ "rows": [
                { "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"], "spans": [{ "from": "2017" }] },
                { "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"] }
            ] }]
        }"#,
        &[
            not_assessable(
                "/phases/0/rows/0",
                "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst), hvornår perioden uden ny praksis slutter",
                "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated), when the period without new practice ends",
            ),
            not_assessable(
                "/phases/0/rows/1",
                "kan ikke vurderes; mangler: rækkens måneder, hvornår perioden uden ny praksis slutter",
                "cannot be assessed; missing: the months of the row, when the period without new practice ends",
            ),
        ],
    ),
    // A month that may begin before it; and its last month.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-07-10", "endsOn": "2017-08" }],
            "phases": [{
                "rows": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "work": ["newPractice"],
                        "spans": [{ "from": "2017-07" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "work": ["newPractice"],
                        "spans": [{ "from": "2017-08-20" }]
                    }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/phases/0/rows/0",
                "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst)",
                "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated)",
            ),
            not_met(
                "/phases/0/rows/1/spans",
                "ny praksis begynder 20. august 2017, i en periode, hvor planen vil undgå det",
                "new practice begins on 20 August 2017, in a period that the plan keeps free of it",
            ),
        ],
    ),
    // Only one of its days is stated.
    refuses_with(
        PLAN,
        r#"{ "/blackouts": [{ "startsOn": "2017-07-10" }], "/phases/0/rows/0/spans/0/from": "2017-08-01" }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: hvornår perioden uden ny praksis slutter",
            "cannot be assessed; missing: when the period without new practice ends",
        )],
    ),
    refuses_with(
        PLAN,
        r#"{ "/blackouts": [{ "endsOn": "2017-07-10" }], "/phases/0/rows/0/spans/0/from": "2017-06-01" }"#,
        &[not_assessable(
            "/phases/0/rows/0",
            "kan ikke vurderes; mangler: hvornår perioden uden ny praksis begynder",
            "cannot be assessed; missing: when the period without new practice begins",
        )],
    ),
];
