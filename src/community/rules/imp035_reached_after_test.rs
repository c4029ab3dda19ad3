//! An aim is not reached before the first test that serves it.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::aim::Aim, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP035,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, aims, reachedOn; cycles")],
    title: Bilingual::new(
        "et mål er ikke nået før den første afprøvning, der tjener det",
        "an aim is not reached before the first test that serves it",
    ),
    why: Bilingual::new(
        "Er målet nået, før noget er afprøvet, er det ikke ændringerne, der har ført til det, eller også er en dato forkert. Er en af afprøvningerne uden dato eller uden mål, kan det være den, der kom først; så siger reglen ikke noget. Er målet nået, før fællesskabet begyndte, er det IMP022.",
        "If the aim is reached before anything was tested, it was not the changes that did it, or else a date is wrong. If one of the tests has no date or no aim, it may be the one that came first; then the rule reports nothing. An aim that is reached before the community begins is for IMP022.",
    ),
    remedy: Bilingual::new(
        "Ret den dag, målet er nået, eller afprøvningens dato.",
        "Correct the day on which the aim was reached, or the date of the test.",
    ),
    example: Bilingual::new(
        "Målet for sygefraværet står som nået i november 2024, men den første afprøvning er fra februar 2025.",
        "The aim for sick leave is recorded as reached in November 2024, but the first test was in February 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    ReachedFirst { reached_on: PartialDate, tested_on: PartialDate }
    "målet står som nået {reached_on:i}, men den første afprøvning, der tjener det, er først fra {tested_on}",
    "the aim is recorded as reached {reached_on:on|in}, but the first test that serves it was not made until {tested_on}",
}

/// A test that was carried out: the first possible day, and its position. Without a date it may have been the first.
type Test = (Option<Uuid>, (NaiveDate, usize));

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.aims.iter().all(|aim| aim.reached_on.is_none()) {
        return;
    }
    let is_before_start = |on: PartialDate| {
        let start = community.charter.as_ref().and_then(|charter| charter.starts_on);
        start.is_some_and(|start| on.ends_before(start))
    };
    let tests = community.cycles.iter().enumerate().filter_map(|(n, cycle)| -> Option<Test> {
        let first = cycle.carried_out.as_ref()?.on.map_or(NaiveDate::MIN, PartialDate::first_day);
        Some((cycle.aim.map(Id::uuid), (first, n)))
    });
    let list = at.key("aims");
    sorted_of(&tests, |tests| {
        for (n, aim) in community.aims.iter().enumerate() {
            let Some(reached_on) = aim.reached_on.filter(|on| !is_before_start(*on)) else { continue };
            let first_of = |aim| of(tests, aim).first().map(|(_, test)| *test);
            let is_before = |(first, _): (NaiveDate, usize)| reached_on.last_day() < first;
            let Some(test) = first_of(Some(aim.id.uuid())).filter(|test| is_before(*test)) else {
                continue;
            };
            let tested_on = community.cycles.get(test.1).and_then(|cycle| cycle.carried_out.as_ref()?.on);
            if let Some(tested_on) = tested_on.filter(|_| first_of(None).is_none_or(is_before)) {
                cx.not_met(&list.item(n, aim.id).key("reachedOn"), ReachedFirst { reached_on, tested_on });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.charter = None;
    community.cycles.clear();
    community.lessons.clear();
    let statement = Some(tape.said());
    let aim = Aim { statement, reached_on: PartialDate::of_year(2019), ..Aim::new(tape.spare_id(30)) };
    let mut cycle = added::carried_out(5, community, tape);
    cycle.aim = Some(aim.id);
    cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2020));
    community.aims.push(aim);
    community.cycles.push(cycle);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In the month of the first test; without a test, a day of the test, and a day on which it was reached.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-02" },
                { "id": "00000000-0000-4000-8000-000000000003", "reachedOn": "2020" },
                { "id": "00000000-0000-4000-8000-000000000004", "reachedOn": "2020" },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2023-05" } },
                { "id": "00000000-0000-4000-8000-000000000012", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2023-02-28" } },
                { "id": "00000000-0000-4000-8000-000000000013", "aim": "00000000-0000-4000-8000-000000000004", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000014", "aim": "00000000-0000-4000-8000-000000000004", "do": { "on": "2023" } },
                { "id": "00000000-0000-4000-8000-000000000015", "aim": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2023" } },
                { "id": "00000000-0000-4000-8000-000000000016", "aim": "00000000-0000-4000-8000-000000000005", "do": { "on": "2023" } }
            ]
        }"#,
    ),
    // An earlier test does not say which aim it serves; the aim is reached before the community begins.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2022-11" }],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2023-05" } },
                { "id": "00000000-0000-4000-8000-000000000012", "do": { "on": "2022-10" } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2023" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2022-11" }],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2023-05" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2022" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2022-11" }],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2023-05" } },
                { "id": "00000000-0000-4000-8000-000000000012", "aim": "00000000-0000-4000-8000-000000000002", "do": { "on": "2022-12-01" } },
                { "id": "00000000-0000-4000-8000-000000000013", "do": { "on": "2023" } }
            ]
        }"#,
        &[not_met(
            "/aims/0/reachedOn",
            "målet står som nået i november 2022, men den første afprøvning, der tjener det, er først fra 1. december 2022",
            "the aim is recorded as reached in November 2022, but the first test that serves it was not made until 1 December 2022",
        )],
    ),
    // There is no test of no aim, and another aim is not reached.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-02" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002",
                "do": { "on": "2023-05" }
            }]
        }"#,
        &[not_met(
            "/aims/0/reachedOn",
            "målet står som nået i februar 2023, men den første afprøvning, der tjener det, er først fra maj 2023",
            "the aim is recorded as reached in February 2023, but the first test that serves it was not made until May 2023",
        )],
    ),
];
