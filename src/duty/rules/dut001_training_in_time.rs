//! Statutory training is completed within its deadline.

use chrono::NaiveDate;

use crate::codes;
use crate::date::PartialDate;
use crate::duty::training::Standing;
use crate::duty::{Fulfilment, StatutoryTraining};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::duty::TrainedMember;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT001,
    basis: Basis::Stated,
    requirements: &["R-048"],
    sources: &[
        SourceRef::agreement("1.3.1"),
        SourceRef::new(
            SourceDocument::WORKING_ENVIRONMENT_TRAINING,
            "Hvem skal gennemføre arbejdsmiljøuddannelsen",
        ),
    ],
    title: Bilingual::new(
        "lovpligtig uddannelse gennemføres inden for fristen",
        "statutory training is completed within its deadline",
    ),
    why: Bilingual::new(
        "Uddannelsen er lovpligtig, og uden den er det ikke sikkert, at medlemmet kender sin opgave.",
        "The law requires the training, and without it the member may not know the task.",
    ),
    remedy: Bilingual::new(
        "Tilmeld dem, der mangler uddannelsen, på det næste hold, eller notér datoen, hvis den er gennemført. Er den gennemført for sent, eller er medlemmet fratrådt efter fristen, er der ikke noget at rette; tilmeld næste gang nye medlemmer, så snart de er valgt eller udpeget. Er et medlem fratrådt inden fristen, så skriv medlemmets sidste dag i hvervet.",
        "Enrol those who lack the training in the next course, or note the date if it has been completed. If it was completed too late, or the member left after the deadline, there is nothing to correct; next time, enrol new members as soon as they are elected or appointed. If a member left before the deadline, state that member's last day in the role.",
    ),
    example: Bilingual::new(
        "Arbejdsmiljørepræsentanten blev valgt 1. februar og har 2. maj endnu ikke gennemført arbejdsmiljøuddannelsen.",
        "The working-environment representative was elected on 1 February and has still not completed the training by 2 May.",
    ),
    requires: &[codes::DUT008],
    ..Rule::DERIVED
};

message! {
    NotCompleted { months: u64, last_day: NaiveDate }
    "uddannelsen er ikke gennemført inden for {months:måned|måneder}; sidste dag var {last_day}",
    "the training was not completed within {months:month|months}; the last day was {last_day}",
}

message! {
    LeftWithout { last_day: NaiveDate }
    "medlemmet er fratrådt uden at have gennemført uddannelsen; fristen udløb {last_day}",
    "the member has left without completing the training; the deadline was {last_day}",
}

message! {
    Late { on: PartialDate, last_day: NaiveDate }
    "uddannelsen er gennemført for sent: {on}; sidste dag var {last_day}",
    "the training was completed too late: {on}; the last day was {last_day}",
}

message! {
    TheOneWithout {}
    "det ene medlem, hvis frist er udløbet, har ikke gennemført uddannelsen inden for fristen",
    "the one member whose deadline has passed did not complete the training within it",
}

message! {
    SomeWithout { without: u64, due: u64 }
    "{without} af {due:medlem|medlemmer} har ikke gennemført uddannelsen inden for fristen",
    "{without} of {due:member|members} did not complete the training within the limit",
}

const LIMIT: Bilingual = Bilingual::new("fristen i måneder", "limit in months");
const START: Bilingual =
    Bilingual::new("hvornår medlemmet blev valgt eller udpeget", "when the member was elected or appointed");
const FITTING: Bilingual = Bilingual::new("en optælling, der passer med listen", "counts that fit the list");
const EXACT_DAYS: Bilingual = Bilingual::new(
    "den præcise dag for valget eller for gennemførelsen",
    "the exact day of the election or of the completion",
);

pub(super) fn check(training: &StatutoryTraining, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(Fulfilment { due, met }) = training.counted {
        match (due, met) {
            (Some(due), Some(met)) if met <= due => {
                let (at, listed) = (at.key("counted"), training.listed(cx.as_of()));
                match due.saturating_sub(met) {
                    // Each of these is found on the list.
                    without if listed.late > without => {}
                    _ if listed.is_more_than(due, met) => cx.not_assessable(&at, FITTING),
                    0 => {}
                    _ if due == 1 => cx.not_met(&at, TheOneWithout {}),
                    without => cx.not_met(&at, SomeWithout { without: without.into(), due: due.into() }),
                }
            }
            (None, None) => {}
            _ => cx.depends_on(&at.key("counted"), codes::DUT008),
        }
    }
    if training.members.is_empty() {
        return;
    }
    let Some(months) = training.within_months else { return cx.not_assessable(at, LIMIT) };
    let list = at.key("members");
    for (n, member) in training.members.iter().enumerate() {
        let place = list.index(n);
        match member.standing(months, cx.as_of()) {
            Standing::Pending | Standing::Left | Standing::InTime => {}
            Standing::Overdue { last_day } if member.has_left(cx.as_of()) => {
                cx.not_met(&place, LeftWithout { last_day });
            }
            Standing::Overdue { last_day } => {
                cx.not_met(&place, NotCompleted { months: months.into(), last_day });
            }
            Standing::Late { on, last_day } => {
                cx.not_met(&place.key("completedOn"), Late { on, last_day });
            }
            Standing::WithoutStart => cx.not_assessable(&place, START),
            Standing::Unclear => cx.not_assessable(&place, EXACT_DAYS),
        }
    }
}

#[cfg(feature = "proptest")]
fn change_one(training: &mut StatutoryTraining, tape: &mut Tape<'_>, change: fn(&mut TrainedMember)) {
    let n = tape.index(training.members.len());
    training.members.get_mut(n).into_iter().for_each(change);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StatutoryTraining> = &[
    |training, tape| {
        training.counted = None;
        change_one(training, tape, |one| one.completed_on = None);
    },
    |training, tape| {
        training.counted = None;
        change_one(training, tape, |one| one.completed_on = PartialDate::of_year(2024));
    },
    |training, tape| change_one(training, tape, |one| one.started_on = None),
    // The limit passes in the month of the completion.
    |training, tape| {
        training.within_months = Some(1);
        change_one(training, tape, |one| {
            one.started_on = PartialDate::of_month(2023, 9);
            one.completed_on = PartialDate::of_month(2023, 10);
        });
    },
    |training, _| training.within_months = None,
    |training, _| training.counted = Some(Fulfilment { due: Some(4), met: Some(3) }),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The last day of the limit, today; completed on the last day; completed before the appointment.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-10-15", "completedOn": "2024-02" },
                { "startedOn": "2023-08-31", "completedOn": "2023-11-30" },
                { "startedOn": "2023-10", "completedOn": "2023-12" },
                { "startedOn": "2023-11", "completedOn": "2021" }
            ],
            "counted": { "due": 4, "met": 4 }
        }"#,
    ),
    // Who left before the last day of the limit, or may have, need not have completed it, and is not counted.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "until": "2023-08-31" },
                { "startedOn": "2023-06-15", "until": "2023-09" },
                { "startedOn": "2023-06-01", "until": "2023-08-31", "completedOn": "2023-10" },
                { "startedOn": "2023-06", "until": "2023-09-15" }
            ],
            "counted": { "due": 0, "met": 0 }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "until": "2023-09-01" },
                { "startedOn": "2023-06-01", "until": "2025" },
                { "until": "2023-09-01" }
            ]
        }"#,
        &[
            not_met(
                "/members/0",
                "medlemmet er fratrådt uden at have gennemført uddannelsen; fristen udløb 1. september 2023",
                "the member has left without completing the training; the deadline was 1 September 2023",
            ),
            not_met(
                "/members/1",
                "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 1. september 2023",
                "the training was not completed within 3 months; the last day was 1 September 2023",
            ),
            not_assessable(
                "/members/2",
                "kan ikke vurderes; mangler: hvornår medlemmet blev valgt eller udpeget",
                "cannot be assessed; missing: when the member was elected or appointed",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "role": "arbejdsmiljørepræsentant", "startedOn": "2023-10-14", "completedOn": "2024-01-16" },
                { "startedOn": "2023-08-31", "completedOn": "2023-12-01" },
                { "startedOn": "2023-08", "completedOn": "2023-12" }
            ]
        }"#,
        &[
            not_met(
                "/members/0",
                "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 14. januar 2024",
                "the training was not completed within 3 months; the last day was 14 January 2024",
            ),
            not_met(
                "/members/1/completedOn",
                "uddannelsen er gennemført for sent: 1. december 2023; sidste dag var 30. november 2023",
                "the training was completed too late: 1 December 2023; the last day was 30 November 2023",
            ),
            not_met(
                "/members/2/completedOn",
                "uddannelsen er gennemført for sent: december 2023; sidste dag var 30. november 2023",
                "the training was completed too late: December 2023; the last day was 30 November 2023",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 1,
            "members": [{}, { "completedOn": "2023" }, { "startedOn": "2023-11", "completedOn": "2023-12" }]
        }"#,
        &[
            not_assessable(
                "/members/0",
                "kan ikke vurderes; mangler: hvornår medlemmet blev valgt eller udpeget",
                "cannot be assessed; missing: when the member was elected or appointed",
            ),
            not_assessable(
                "/members/1",
                "kan ikke vurderes; mangler: hvornår medlemmet blev valgt eller udpeget",
                "cannot be assessed; missing: when the member was elected or appointed",
            ),
            not_assessable(
                "/members/2",
                "kan ikke vurderes; mangler: den præcise dag for valget eller for gennemførelsen",
                "cannot be assessed; missing: the exact day of the election or of the completion",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "members": [{}], "counted": { "due": 4, "met": 3 }
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: fristen i måneder",
                "cannot be assessed; missing: limit in months",
            ),
            not_met(
                "/counted",
                "1 af 4 medlemmer har ikke gennemført uddannelsen inden for fristen",
                "1 of 4 members did not complete the training within the limit",
            ),
        ],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "counted": { "due": 1, "met": 0 } }"#,
        &[not_met(
            "/counted",
            "det ene medlem, hvis frist er udløbet, har ikke gennemført uddannelsen inden for fristen",
            "the one member whose deadline has passed did not complete the training within it",
        )],
    ),
    // What the counts say contradicts the list, which is for DUT020.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01", "completedOn": "2023-09-01" }],
            "counted": { "due": 1, "met": 0 }
        }"#,
        &[not_assessable(
            "/counted",
            "kan ikke vurderes; mangler: en optælling, der passer med listen",
            "cannot be assessed; missing: counts that fit the list",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01" }, { "startedOn": "2023-06-01" }],
            "counted": { "due": 2, "met": 1 }
        }"#,
        &[
            not_met(
                "/members/0",
                "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 1. september 2023",
                "the training was not completed within 3 months; the last day was 1 September 2023",
            ),
            not_met(
                "/members/1",
                "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 1. september 2023",
                "the training was not completed within 3 months; the last day was 1 September 2023",
            ),
        ],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "counted": { "due": 3, "met": 4 } }"#,
        &[not_evaluated("/counted", "DUT008")],
    ),
    // As many were late as were counted to be.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "completedOn": "2023-10-01" },
                { "startedOn": "2023-06-01", "completedOn": "2023-07-01" }
            ],
            "counted": { "due": 2, "met": 1 }
        }"#,
        &[
            not_met(
                "/members/0/completedOn",
                "uddannelsen er gennemført for sent: 1. oktober 2023; sidste dag var 1. september 2023",
                "the training was completed too late: 1 October 2023; the last day was 1 September 2023",
            ),
            not_met(
                "/counted",
                "1 af 2 medlemmer har ikke gennemført uddannelsen inden for fristen",
                "1 of 2 members did not complete the training within the limit",
            ),
        ],
    ),
    // Completed today, or in this month, which has begun.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "completedOn": "2024-01-15" },
                { "startedOn": "2023-06-01", "completedOn": "2024-01" },
                { "startedOn": "2023-06-01", "completedOn": "2024-01-16" }
            ]
        }"#,
        &[
            not_met(
                "/members/0/completedOn",
                "uddannelsen er gennemført for sent: 15. januar 2024; sidste dag var 1. september 2023",
                "the training was completed too late: 15 January 2024; the last day was 1 September 2023",
            ),
            not_met(
                "/members/1/completedOn",
                "uddannelsen er gennemført for sent: januar 2024; sidste dag var 1. september 2023",
                "the training was completed too late: January 2024; the last day was 1 September 2023",
            ),
            not_met(
                "/members/2",
                "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 1. september 2023",
                "the training was not completed within 3 months; the last day was 1 September 2023",
            ),
        ],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-01-01", "completedOn": "2023-02-01" },
                { "startedOn": "2023-01-01", "completedOn": "2023-02-01" }
            ],
            "counted": { "due": 2, "met": 2 }
        }"#,
    ),
];
