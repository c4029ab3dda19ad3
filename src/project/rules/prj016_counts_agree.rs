//! Counts do not contradict each other.

use alloc::vec::Vec;

use uuid::Uuid;

use crate::codes;
use crate::date::PartialDate;
use crate::goal::ProcessMeasure;
use crate::project::{CountRow, Counting, CountingTime, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sort_by_key, sorted, sorted_of};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ016,
    basis: Basis::Form,
    requirements: &["R-143"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, countings, rows, exceptions; of")],
    title: Bilingual::new(
        "to optællinger på samme måde fra samme dag, fra det første møde eller fra den sidste oplæring har samme tal, og hvor ingen borger har delmål, er der ingen delmål at tælle",
        "two countings made in the same way on one day, at the first meeting or at the last session have the same counts, and where no citizen has a sub-goal, there are none to count",
    ),
    why: Bilingual::new(
        "Tallene modsiger hinanden, og det er uklart, hvilket der gælder. En afdeling har ét udgangspunkt og én eftermåling, også når den har flere teams.",
        "The counts contradict each other, and it is unclear which one is valid. A department has one baseline and one count after, even if it has several teams.",
    ),
    remedy: Bilingual::new(
        "Ret det tal, der er forkert, eller skriv, hvad der er forskellen på de to optællinger.",
        "Correct the count that is wrong, or state what the difference between the two countings is.",
    ),
    example: Bilingual::new(
        "Alle 30 borgere i afdeling B er uden delmål, men der er talt 70 åbne delmål i afdelingen.",
        "All 30 citizens of department B are without a sub-goal, but 70 open sub-goals of the department were counted.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherCount { first: u64, measure: Bilingual }
    "optælling {first} fra samme dag har et andet tal for afdelingens {measure}",
    "counting {first} of the same day has another count of the department's {measure}",
}

message! {
    OtherCountThen { first: u64, time: Bilingual, measure: Bilingual }
    "optælling {first} er også foretaget {time}, men har et andet tal for afdelingens {measure}",
    "counting {first} was also made {time}, but has another count of the department's {measure}",
}

message! {
    NoneToCount { sub_goals: u64, citizens: u64 }
    "der er talt {sub_goals:delmål|delmål}, men alle afdelingens borgere ({citizens}) er talt som borgere uden delmål",
    "{sub_goals:sub-goal was|sub-goals were} counted, but all citizens of the department ({citizens}) were counted as having none",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("countings");
    check_one_day(project, &list, cx);
    check_one_time(project, &list, cx);
    for (n, counting) in project.countings.iter().enumerate() {
        check_none(counting, &list.item(n, counting.id).key("rows"), cx);
    }
}

/// A counting that does not say how it was made, or on which day, may have been made differently. `PRJ010` finds what
/// one counting says twice; here each of the two is compared with the other countings.
fn check_one_day(project: &ImprovementProject, list: &Path<'_>, cx: &mut Checker<'_>) {
    let made =
        |one: &Counting| one.on.and_then(PartialDate::day).zip(one.method).map(|made| (made, one.time));
    each_other_count(project, made, |n, counting, (m, row), first| {
        let rows = list.item(n, counting.id);
        let rows = rows.key("rows");
        cx.not_met(&rows.index(m), OtherCount { first: ordinal(first), measure: row.measure.label() });
    });
}

/// What is of one day is compared already.
fn check_one_time(project: &ImprovementProject, list: &Path<'_>, cx: &mut Checker<'_>) {
    let once = |time: &CountingTime| [CountingTime::AtStart, CountingTime::AtEnd].contains(time);
    let made = |one: &Counting| one.on.and(one.time).filter(once).zip(one.method);
    each_other_count(project, made, |n, counting, (m, row), first| {
        let is_of_day = project.countings.get(first).is_some_and(|first| first.on == counting.on);
        let Some(time) = counting.time.filter(|_| !is_of_day).map(CountingTime::label) else { return };
        let rows = list.item(n, counting.id);
        let rows = rows.key("rows");
        let (first, measure) = (ordinal(first), row.measure.label());
        cx.not_met(&rows.index(m), OtherCountThen { first, time, measure });
    });
}

/// Calls `each` with every counting that has another count than the first one that was made so and by the same
/// definition: with its position, the counting, the row with its position, and the position of the first one.
fn each_other_count<'p, K: Copy + Ord>(
    project: &'p ImprovementProject,
    made: impl Fn(&Counting) -> Option<K>,
    mut each: impl FnMut(usize, &Counting, (usize, &CountRow), usize),
) {
    if project.countings.len() < 2 {
        return;
    }
    let mut others = Vec::new();
    for number in [|row: &CountRow| row.exceptions, |row: &CountRow| row.of] {
        let rows = |put: &mut dyn FnMut(Counted<'p, K>)| {
            for (n, one) in project.countings.iter().enumerate() {
                let Some(made) = made(one).map(Some) else { continue };
                let definition = Folded::stated(one.definition.as_ref());
                for (m, row) in one.rows.iter().enumerate() {
                    if let Some(number) = number(row) {
                        put(((made, definition, row.department.uuid(), Some(row.measure)), (n, number, m)));
                    }
                }
            }
        };
        sorted(rows, |rows| {
            for same in rows.chunk_by(|one, other| one.0 == other.0) {
                let Some((_, (first, low, _))) = same.first() else { continue };
                let of_first = same.partition_point(|(_, (n, ..))| n == first);
                let high = of_first.checked_sub(1).and_then(|last| same.get(last));
                let is_other = |one: u64| one != *low || high.is_some_and(|(_, (_, high, _))| one != *high);
                for (_, (n, one, m)) in same.get(of_first..).unwrap_or_default() {
                    if is_other(*one) {
                        others.push((*n, *m, *first));
                    }
                }
            }
        });
    }
    sort_by_key(&mut others, |one| *one);
    others.dedup_by_key(|(n, m, _)| (*n, *m));
    for (n, m, first) in others {
        let Some(counting) = project.countings.get(n) else { continue };
        let Some(row) = counting.rows.get(m) else { continue };
        each(n, counting, (m, row), first);
    }
}

/// How and what was counted, and where, how many, and in which row.
type Counted<'p, K> = ((Option<K>, Option<Folded<'p>>, Uuid, Option<ProcessMeasure>), (usize, u64, usize));

fn check_none(counting: &Counting, rows: &Path<'_>, cx: &mut Checker<'_>) {
    let is_none = |row: &CountRow| {
        row.measure == ProcessMeasure::WithoutSubGoal
            && row.exceptions == row.of
            && row.of.is_some_and(|of| of > 0)
    };
    let none = counting.rows.iter().enumerate().filter(|(_, row)| is_none(row));
    let none = none.map(|(n, row)| (row.department.uuid(), (n, row.of)));
    if none.clone().next().is_none() {
        return;
    }
    let of_sub_goals = counting.rows.iter().enumerate();
    let of_sub_goals = of_sub_goals.filter(|(_, row)| row.measure != ProcessMeasure::WithoutSubGoal);
    sorted_of(&none, |none| {
        for (n, row) in of_sub_goals {
            let citizens = of(none, row.department.uuid()).first().and_then(|(_, (_, of))| *of);
            let sub_goals = row.of.max(row.exceptions).filter(|sub_goals| *sub_goals > 0);
            if let (Some(citizens), Some(sub_goals)) = (citizens, sub_goals) {
                cx.not_met(&rows.index(n), NoneToCount { sub_goals, citizens });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, tape| {
        breaks::change_first(project, |first| first.on = "2023-03-01".parse().ok());
        breaks::add_between(project, tape, |one| {
            for row in &mut one.rows {
                row.exceptions = row.exceptions.map(|exceptions| exceptions.saturating_add(1));
            }
        });
    },
    |project, tape| {
        project.claims.clear();
        breaks::change_first(project, |first| first.on = "2023-03-01".parse().ok());
        breaks::add_between(project, tape, |one| {
            one.on = "2023-03-02".parse().ok();
            for row in &mut one.rows {
                row.exceptions = row.exceptions.map(|exceptions| exceptions.saturating_add(1));
            }
        });
    },
    |project, _| {
        project.claims.clear();
        breaks::change_first(project, |first| {
            let of_citizens =
                first.rows.iter_mut().filter(|row| row.measure == ProcessMeasure::WithoutSubGoal);
            of_citizens.for_each(|row| row.exceptions = row.of);
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same count, another day, way, definition or time; a month, and no way stated; a number that one does not state.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03-20", "method": "byHand", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 5 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-20", "method": "byHand", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 5, "of": 24 },
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "closingOverdue", "exceptions": 2 },
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03-21", "method": "byHand", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "2023-03-20", "method": "bySystem", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000006", "on": "2023-03-20", "method": "byHand", "definition": "åbne", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000007", "on": "2023-03-20", "method": "byHand", "time": "atEnd", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000008", "on": "2023-03", "method": "byHand", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] },
                { "id": "00000000-0000-4000-8000-000000000009", "on": "2023-03-20", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-03-01", "method": "byHand" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-20", "method": "byHand", "definition": "Åbne", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 5 } ] },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03-20", "method": "byHand", "definition": "åbne", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 5 },
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 2 } ] }
            ]
        }"#,
        &[not_met(
            "/countings/2/rows/1",
            "optælling 2 fra samme dag har et andet tal for afdelingens borgere uden delmål",
            "counting 2 of the same day has another count of the department's citizens without a sub-goal",
        )],
    ),
    // One first meeting: no day, another way, another definition, along the way, and on one day, which is found by that.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-03-01", "method": "byHand", "time": "atStart", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 12, "of": 20 },
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 9, "of": 18 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2022-03-08", "method": "byHand", "time": "atStart", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 9, "of": 18 },
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 10, "of": 20 } ] },
                { "id": "00000000-0000-4000-8000-000000000004", "method": "byHand", "time": "atStart", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 11 } ] },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "2022-03-09", "method": "bySystem", "time": "atStart", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 11 } ] },
                { "id": "00000000-0000-4000-8000-000000000006", "on": "2022-03-09", "method": "byHand", "time": "atStart", "definition": "åbne", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 11 } ] },
                { "id": "00000000-0000-4000-8000-000000000007", "on": "2022-03-09", "method": "byHand", "time": "during", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 11 } ] },
                { "id": "00000000-0000-4000-8000-000000000008", "on": "2022-03-01", "method": "byHand", "time": "atStart", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 11 } ] }
            ]
        }"#,
        &[
            not_met(
                "/countings/1/rows/1",
                "optælling 1 er også foretaget ved første møde, men har et andet tal for afdelingens borgere uden delmål",
                "counting 1 was also made at the first meeting, but has another count of the department's citizens without a sub-goal",
            ),
            not_met(
                "/countings/6/rows/0",
                "optælling 1 fra samme dag har et andet tal for afdelingens borgere uden delmål",
                "counting 1 of the same day has another count of the department's citizens without a sub-goal",
            ),
        ],
    ),
    // One citizen has one; nobody is there; of how many is not stated; and another department.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "rows": [
                { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 29, "of": 30 },
                { "department": "00000000-0000-4000-8000-00000000000a", "measure": "closingOverdue", "exceptions": 2 },
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 0, "of": 0 },
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "closingOverdue", "exceptions": 2 },
                { "department": "00000000-0000-4000-8000-00000000000c", "measure": "withoutSubGoal", "exceptions": 30 },
                { "department": "00000000-0000-4000-8000-00000000000c", "measure": "closingOverdue", "exceptions": 2 },
                { "department": "00000000-0000-4000-8000-00000000000d", "measure": "withoutSubGoal", "exceptions": 30, "of": 30 },
                { "department": "00000000-0000-4000-8000-00000000000d", "measure": "closingOverdue", "exceptions": 0, "of": 0 },
                { "department": "00000000-0000-4000-8000-00000000000d", "measure": "evaluationOverdue" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "rows": [
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "evaluationOverdue", "exceptions": 0, "of": 70 },
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 30, "of": 30 },
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "closingOverdue", "exceptions": 1 }
            ] }]
        }"#,
        &[
            not_met(
                "/countings/0/rows/0",
                "der er talt 70 delmål, men alle afdelingens borgere (30) er talt som borgere uden delmål",
                "70 sub-goals were counted, but all citizens of the department (30) were counted as having none",
            ),
            not_met(
                "/countings/0/rows/2",
                "der er talt 1 delmål, men alle afdelingens borgere (30) er talt som borgere uden delmål",
                "1 sub-goal was counted, but all citizens of the department (30) were counted as having none",
            ),
        ],
    ),
    // The first counting states two numbers for one thing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03-20", "method": "byHand",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                            "exceptions": 5
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                            "exceptions": 7
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-20", "method": "byHand",
                    "rows": [{
                        "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                        "exceptions": 7
                    }]
                }
            ]
        }"#,
        &[not_met(
            "/countings/1/rows/0",
            "optælling 1 fra samme dag har et andet tal for afdelingens borgere uden delmål",
            "counting 1 of the same day has another count of the department's citizens without a sub-goal",
        )],
    ),
    // Nobody is counted as having none, or not all are.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "rows": [
                    {
                        "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                        "exceptions": 0, "of": 0
                    },
                    {
                        "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue",
                        "exceptions": 2, "of": 8
                    },
                    {
                        "department": "00000000-0000-4000-8000-000000000012", "measure": "withoutSubGoal",
                        "exceptions": 1, "of": 1
                    },
                    {
                        "department": "00000000-0000-4000-8000-000000000012", "measure": "closingOverdue",
                        "exceptions": 2, "of": 2
                    },
                    {
                        "department": "00000000-0000-4000-8000-000000000013", "measure": "closingOverdue",
                        "exceptions": 2, "of": 2
                    },
                    { "department": "00000000-0000-4000-8000-000000000013", "measure": "withoutSubGoal" },
                    {
                        "department": "00000000-0000-4000-8000-000000000014", "measure": "withoutSubGoal",
                        "exceptions": 1, "of": 2
                    },
                    {
                        "department": "00000000-0000-4000-8000-000000000014", "measure": "closingOverdue",
                        "exceptions": 2, "of": 2
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/countings/0/rows/3",
            "der er talt 2 delmål, men alle afdelingens borgere (1) er talt som borgere uden delmål",
            "2 sub-goals were counted, but all citizens of the department (1) were counted as having none",
        )],
    ),
];
