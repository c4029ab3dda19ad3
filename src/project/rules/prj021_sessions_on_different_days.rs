//! Two sessions of a department are not held on one day.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::codes;
use crate::date::PartialDate;
use crate::id::Id;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::project::TrainingSession;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ021,
    requirements: &["R-151", "R-158"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Planlægning af sidemandsoplæringen: ca. 6 uger imellem; Bilag 1, Tredje sidemandsoplæring",
    )],
    title: Bilingual::new(
        "to oplæringer i en afdeling om samme borger er holdt på hver sin dag",
        "two sessions of a department about the same citizen are held on different days",
    ),
    why: Bilingual::new(
        "De følgende oplæringer begynder med en evaluering af delmålene ud fra det, der er dokumenteret siden sidst. Er der ingen tid imellem, er der intet at evaluere, eller en dato er forkert. Hvor lang tid der skal gå, siger reglen intet om. Er borgeren ikke angivet, regnes oplæringerne for at gælde samme borger.",
        "The later sessions begin with an evaluation of the sub-goals, based on what has been documented since the last one. With no time between them there is nothing to evaluate, or a date is wrong. The rule says nothing about how long the time must be. Sessions that do not state the citizen are taken to be about the same one.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert. Var det én oplæring, så skriv den som én; gjaldt de hver sin borger, så angiv borgernes id.",
        "Correct the date that is wrong. If it was one session, state it as one; if they were about different citizens, state the ids of these.",
    ),
    example: Bilingual::new(
        "Oplæring 1 og 2 om samme borger i afdeling A er begge holdt 11. februar.",
        "Sessions 1 and 2 about one citizen of department A were both held on 11 February.",
    ),
    ..Rule::DERIVED
};

message! {
    OnOneDay { number: u64, before: u64, on: NaiveDate }
    "oplæring {number} i afdelingen er holdt samme dag som oplæring {before}, {on}",
    "session {number} of the department was held on the same day as session {before}, {on}",
}

/// A department, the citizen whose goals they work with, the day, the number, and the position in the list.
type Held = (Option<Uuid>, Option<Uuid>, NaiveDate, u32, usize);

/// Two teams of a department can be trained side by side, each with a citizen of its own.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let held = |put: &mut dyn FnMut(Held)| {
        for (n, one) in project.training.iter().enumerate() {
            if let (Some(day), Some(number)) = (one.held_on.and_then(PartialDate::day), one.number) {
                put((one.department.map(Id::uuid), one.citizen.map(Id::uuid), day, number, n));
            }
        }
    };
    let list = at.key("training");
    sorted(held, |held| {
        for same in held.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
            let Some(((_, _, on, before, _), others)) = same.split_first() else { continue };
            for (.., number, n) in others.iter().filter(|(.., number, _)| number != before) {
                let (number, before) = (u64::from(*number), u64::from(*before));
                cx.not_met(&list.index(*n).key("heldOn"), OnOneDay { number, before, on: *on });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[|project, _| {
    let held_on = "2023-06-01".parse().ok();
    let session = |number| TrainingSession { number: Some(number), held_on, ..TrainingSession::default() };
    project.training.extend([1, 2].map(session));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the next day, in one month, of another department or citizen, without a number, planned only, and one twice
    // (PRJ013).
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 1, "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 2, "heldOn": "2022-03-16" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 3, "heldOn": "2022-03" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 4, "heldOn": "2022-03" },
                { "department": "00000000-0000-4000-8000-00000000000b", "number": 2, "heldOn": "2022-03-15" },
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "number": 2, "heldOn": "2022-03-15",
                    "citizen": "00000000-0000-4000-8000-00000000000d"
                },
                { "department": "00000000-0000-4000-8000-00000000000a", "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 1, "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 5, "plannedOn": "2022-03-15" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 2, "heldOn": "2022-03-15" },
                { "department": "00000000-0000-4000-8000-00000000000a", "number": 1, "heldOn": "2022-03-15" },
                { "number": 2, "heldOn": "2022-03-15" },
                { "number": 3, "heldOn": "2022-03-15" }
            ]
        }"#,
        &[
            not_met(
                "/training/0/heldOn",
                "oplæring 2 i afdelingen er holdt samme dag som oplæring 1, 15. marts 2022",
                "session 2 of the department was held on the same day as session 1, 15 March 2022",
            ),
            not_met(
                "/training/3/heldOn",
                "oplæring 3 i afdelingen er holdt samme dag som oplæring 2, 15. marts 2022",
                "session 3 of the department was held on the same day as session 2, 15 March 2022",
            ),
        ],
    ),
];
