//! The sessions of a department are numbered in the order in which they were held.

use uuid::Uuid;

use crate::codes;
use crate::date::{PartialDate, each_out_of_order};
use crate::id::Id;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::project::TrainingSession;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ013,
    basis: Basis::Form,
    requirements: &["R-151"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "project, training, number; heldOn; department; citizen",
    )],
    title: Bilingual::new(
        "oplæringerne i en afdeling har hver sit nummer, i den rækkefølge, de er holdt i",
        "each session of a department has a number of its own, in the order in which they were held",
    ),
    why: Bilingual::new(
        "Nummeret siger, hvad oplæringen handlede om: i den første udarbejdes delmål, i de følgende evalueres de. Passer det ikke med datoerne, er et af dem forkert.",
        "The number says what a session was about: in the first one sub-goals are drawn up, in the later ones they are evaluated. If it does not fit the dates, one of them is wrong.",
    ),
    remedy: Bilingual::new("Ret nummeret eller datoen.", "Correct the number or the date."),
    example: Bilingual::new(
        "Oplæring 2 i afdeling A er holdt 15. marts og oplæring 1 først 26. april.",
        "In department A session 2 was held on 15 March, and session 1 not until 26 April.",
    ),
    ..Rule::DERIVED
};

message! {
    HeldBefore { number: u64, on: PartialDate, before: u64, before_on: PartialDate }
    "oplæring {number} i afdelingen er holdt {on:i}, altså før oplæring {before}, {before_on:i}",
    "session {number} of the department was held {on:on|in}, before session {before}, {before_on}",
}

message! {
    NumberTwice { number: u64, first: u64 }
    "oplæringen har nummer {number} i afdelingen ligesom nr. {first} på listen, og begge er holdt",
    "the session is number {number} of the department, as is entry {first} of the list, and both were held",
}

/// A department, the citizen whose goals they work with, the number, and the position in the list.
type Numbered = (Option<Uuid>, Option<Uuid>, u32, usize);

/// Two teams of a department can be trained side by side, each with a citizen of its own.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let held_on = |n: usize| project.training.get(n).and_then(|one| one.held_on);
    let held = |put: &mut dyn FnMut(Numbered)| {
        for (n, one) in project.training.iter().enumerate().filter(|(_, one)| one.held_on.is_some()) {
            if let Some(number) = one.number {
                put((one.department.map(Id::uuid), one.citizen.map(Id::uuid), number, n));
            }
        }
    };
    let list = at.key("training");
    sorted(held, |held| {
        for of_one in held.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            for same in of_one.chunk_by(|a, b| a.2 == b.2) {
                let Some(((.., first), others)) = same.split_first() else { continue };
                for (.., number, n) in others {
                    let facts = NumberTwice { number: u64::from(*number), first: ordinal(*first) };
                    cx.not_met(&list.index(*n).key("number"), facts);
                }
            }
            let numbers = of_one.iter().map(|(.., number, n)| ((*number, *n), held_on(*n)));
            each_out_of_order(numbers, |((number, n), on), ((before, _), before_on)| {
                if number != before {
                    let (number, before) = (u64::from(number), u64::from(before));
                    let facts = HeldBefore { number, on, before, before_on };
                    cx.not_met(&list.index(n).key("heldOn"), facts);
                }
            });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| project.training.extend([(1, 7), (2, 6)].map(session)),
    |project, _| project.training.extend([(1, 6), (1, 7)].map(session)),
];

#[cfg(feature = "proptest")]
fn session((number, month): (u32, u32)) -> TrainingSession {
    let held_on = PartialDate::of_month(2023, month);
    TrainingSession { number: Some(number), held_on, ..TrainingSession::default() }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In any order on the list, on one day, with a number left out; of another department or citizen; and planned only.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 3, "heldOn": "2022-06-07" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 1, "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 4, "heldOn": "2022-06" },
                { "department": "00000000-0000-4000-8000-00000000000b", "number": 1, "heldOn": "2022-08-16" },
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "number": 1, "heldOn": "2022-09-16",
                    "citizen": "00000000-0000-4000-8000-00000000000d"
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "number": 2, "heldOn": "2022-08-17",
                    "citizen": "00000000-0000-4000-8000-00000000000c"
                },
                { "department": "00000000-0000-4000-8000-00000000000b", "number": 1, "plannedOn": "2022-07-01" },
                { "department": "00000000-0000-4000-8000-00000000000b", "heldOn": "2022-01" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "heldOn": "2022-03-01" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 2, "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 1, "heldOn": "2022-04" },
                { "department": "00000000-0000-4000-8000-00000000000b", "number": 1, "heldOn": "2022-09-27" },
                { "department": "00000000-0000-4000-8000-00000000000b", "number": 1, "heldOn": "2022-08-16" }
            ]
        }"#,
        &[
            not_met(
                "/training/1/heldOn",
                "oplæring 2 i afdelingen er holdt 15. marts 2022, altså før oplæring 1, i april 2022",
                "session 2 of the department was held on 15 March 2022, before session 1, April 2022",
            ),
            not_met(
                "/training/4/number",
                "oplæringen har nummer 1 i afdelingen ligesom nr. 4 på listen, og begge er holdt",
                "the session is number 1 of the department, as is entry 4 of the list, and both were held",
            ),
        ],
    ),
    // Two departments each count their sessions.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-000000000011", "number": 1, "heldOn": "2023-01-10" },
                { "department": "00000000-0000-4000-8000-000000000012", "number": 2, "heldOn": "2023-01-05" },
                { "department": "00000000-0000-4000-8000-000000000012", "number": 1, "heldOn": "2023-01-01" },
                { "department": "00000000-0000-4000-8000-000000000011", "number": 2, "heldOn": "2023-01-12" }
            ]
        }"#,
    ),
];
