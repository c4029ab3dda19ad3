//! Aims and tests of a community lie within the period of its charter.

use super::imp019_charter_period_ordered::backwards;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::aim::Aim, crate::community::Charter, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP022,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, charter; aims; cycles")],
    title: Bilingual::new(
        "mål og afprøvninger ligger inden for forbedringsfællesskabets periode",
        "aims and tests lie within the period of the community",
    ),
    why: Bilingual::new(
        "Et mål, der skal nås, når fællesskabet er slut, følger ingen op på; ellers er en dato forkert.",
        "Nobody follows up an aim that is due when the community has ended, or else a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller ret perioden i kommissoriet.",
        "Correct the date, or the period in the charter.",
    ),
    example: Bilingual::new(
        "Kommissoriet gælder til december 2024, men målet skal først være nået i november 2025.",
        "The charter is valid until December 2024, but the aim is due in November 2025.",
    ),
    requires: &[codes::IMP019],
    ..Rule::DERIVED
};

message! {
    BeforeStart { what: Bilingual, on: PartialDate, starts_on: PartialDate }
    "{what} er dateret {on}, men fællesskabet begynder {starts_on}",
    "{what} is dated {on}, but the community begins {starts_on}",
}

message! {
    AfterEnd { what: Bilingual, on: PartialDate, ends_on: PartialDate }
    "{what} er dateret {on}, men fællesskabet slutter {ends_on}",
    "{what} is dated {on}, but the community ends {ends_on}",
}

const AIM: Bilingual = Bilingual::new("målet", "the aim");
const TEST: Bilingual = Bilingual::new("afprøvningen", "the test");

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(charter) = &community.charter else { return };
    let is_backwards = backwards(charter).is_some();
    let mut hold = |what, on: Option<PartialDate>, at: &Path<'_>| {
        let Some(on) = on else { return };
        if is_backwards {
            return cx.depends_on(at, codes::IMP019);
        }
        if let Some(starts_on) = charter.starts_on.filter(|start| on.last_day() < start.first_day()) {
            cx.not_met(at, BeforeStart { what, on, starts_on });
        }
        if let Some(ends_on) = charter.ends_on.filter(|end| end.last_day() < on.first_day()) {
            cx.not_met(at, AfterEnd { what, on, ends_on });
        }
    };
    let list = at.key("aims");
    for (n, aim) in community.aims.iter().enumerate() {
        if let Some(When::Date { on }) = aim.by {
            hold(AIM, on, &list.item(n, aim.id).key("by"));
        }
    }
    let list = at.key("cycles");
    for (n, cycle) in community.cycles.iter().enumerate() {
        let on = cycle.carried_out.as_ref().and_then(|test| test.on);
        hold(TEST, on, &list.item(n, cycle.id).key("do"));
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let by = Some(When::Date { on: PartialDate::of_year(2030) });
        community.aims.push(Aim { by, ..Aim::new(tape.spare_id(1)) });
        community.charter = Some(Charter { ends_on: PartialDate::of_year(2029), ..Charter::default() });
    },
    |community, tape| {
        let mut cycle = added::carried_out(5, community, tape);
        cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2019));
        community.cycles.push(cycle);
        community.charter = Some(Charter { starts_on: PartialDate::of_year(2020), ..Charter::default() });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": {},
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2030" } } }],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2019" } }]
        }"#,
    ),
    // On the first and the last day; a plan before the beginning and a decision after the end; what has no date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11-30" },
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2024-11" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "by": { "date": {} } },
                { "id": "00000000-0000-4000-8000-000000000004", "by": "continuously" },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "plan": { "on": "2023-12" }, "do": { "on": "2024-01-01" }, "act": { "on": "2024-12" }
                },
                { "id": "00000000-0000-4000-8000-000000000007", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000008" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11-30" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2024-12-01" } } }],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2023-12-31" } },
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2025" } }
            ]
        }"#,
        &[
            not_met(
                "/aims/0/by",
                "målet er dateret 1. december 2024, men fællesskabet slutter 30. november 2024",
                "the aim is dated 1 December 2024, but the community ends 30 November 2024",
            ),
            not_met(
                "/cycles/0/do",
                "afprøvningen er dateret 31. december 2023, men fællesskabet begynder januar 2024",
                "the test is dated 31 December 2023, but the community begins January 2024",
            ),
            not_met(
                "/cycles/1/do",
                "afprøvningen er dateret 2025, men fællesskabet slutter 30. november 2024",
                "the test is dated 2025, but the community ends 30 November 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024", "endsOn": "2023" },
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2023-12-31" } }]
        }"#,
        &[not_evaluated("/cycles/0/do", "IMP019")],
    ),
];
