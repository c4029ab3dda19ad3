//! The members who are listed fit the counts of a training.

use crate::codes;
use crate::duty::training::Listed;
use crate::duty::{Fulfilment, StatutoryTraining};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use crate::{date::PartialDate, draft::tape::Tape, duty::TrainedMember, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT020,
    basis: Basis::Form,
    requirements: &["R-048"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties, training, counted")],
    title: Bilingual::new(
        "optællingen af en uddannelse passer med de medlemmer, der står på listen",
        "the counts for a training course fit the members who are listed",
    ),
    why: Bilingual::new(
        "Listen og optællingen modsiger hinanden. Optællingen skal omfatte de medlemmer på listen, hvis frist er udløbet, både dem, der nåede uddannelsen, og dem, der ikke gjorde det.",
        "The list and the counts contradict each other. The counts must include the listed members whose deadline has passed, both those who were trained in time and those who were not.",
    ),
    remedy: Bilingual::new(
        "Tæl igen alle, hvis frist er udløbet, eller ret den dato på listen, der er forkert.",
        "Count again all whose deadline has passed, or correct the date on the list that is wrong.",
    ),
    example: Bilingual::new(
        "To af to er talt som uddannet til tiden, men på listen har den ene først gennemført uddannelsen efter fristen.",
        "Two of two are counted as trained in time, but on the list one of them completed the training after the deadline.",
    ),
    requires: &[codes::DUT008],
    implies: &[codes::DUT001],
    ..Rule::DERIVED
};

message! {
    NoneDue { listed: u64 }
    "på listen er fristen udløbet for {listed:medlem|medlemmer}, men ingen er talt med",
    "on the list the deadline has passed for {listed:member|members}, but nobody is counted",
}

message! {
    TooFewDue { listed: u64, due: u64 }
    "på listen er fristen udløbet for {listed:medlem|medlemmer}, men kun {due} er talt med",
    "on the list the deadline has passed for {listed:member|members}, but only {due:is|are} counted",
}

message! {
    AllCounted { listed: u64 }
    "på listen har {listed:medlem|medlemmer} ikke gennemført uddannelsen til tiden, men alle er talt som uddannet til tiden",
    "the list has {listed:member who was|members who were} not trained in time, but all are counted as trained in time",
}

message! {
    TooFewCounted { listed: u64, short: u64 }
    "på listen har {listed:medlem|medlemmer} ikke gennemført uddannelsen til tiden, men i optællingen mangler kun {short}",
    "the list has {listed:member who was|members who were} not trained in time, but the counts are short of only {short}",
}

message! {
    NoneMet { listed: u64 }
    "på listen har {listed:medlem|medlemmer} gennemført uddannelsen til tiden, men ingen er talt som uddannet til tiden",
    "the list has {listed:member who was|members who were} trained in time, but nobody is counted as trained in time",
}

message! {
    TooFewMet { listed: u64, met: u64 }
    "på listen har {listed:medlem|medlemmer} gennemført uddannelsen til tiden, men kun {met} er talt som uddannet til tiden",
    "the list has {listed:member who was|members who were} trained in time, but only {met:is|are} counted as trained in time",
}

pub(super) fn check(training: &StatutoryTraining, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Fulfilment { due: Some(due), met: Some(met) }) = training.counted else { return };
    let Listed { passed, in_time, late } = training.listed(cx.as_of());
    let at = at.key("counted");
    let of = u64::from;
    match due.checked_sub(met) {
        _ if passed == 0 => {}
        None => cx.depends_on(&at, codes::DUT008),
        Some(_) if due == 0 => cx.not_met(&at, NoneDue { listed: of(passed) }),
        Some(_) if passed > due => cx.not_met(&at, TooFewDue { listed: of(passed), due: of(due) }),
        Some(0) if late > 0 => cx.not_met(&at, AllCounted { listed: of(late) }),
        Some(short) if late > short => {
            cx.not_met(&at, TooFewCounted { listed: of(late), short: of(short) });
        }
        Some(_) if met == 0 && in_time > 0 => cx.not_met(&at, NoneMet { listed: of(in_time) }),
        Some(_) if in_time > met => cx.not_met(&at, TooFewMet { listed: of(in_time), met: of(met) }),
        Some(_) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StatutoryTraining> = &[
    |training, _| {
        training.members.first_mut().into_iter().for_each(late);
    },
    |training, tape| {
        training.members = two(tape).into();
        training.members.iter_mut().for_each(late);
        training.counted = Some(Fulfilment { due: Some(4), met: Some(3) });
    },
    // In time, and more of them than are counted.
    |training, tape| {
        training.members = two(tape).into();
        training.counted = Some(*tape.pick(&[
            Fulfilment { due: Some(0), met: Some(0) },
            Fulfilment { due: Some(1), met: Some(1) },
            Fulfilment { due: Some(4), met: Some(0) },
            Fulfilment { due: Some(4), met: Some(1) },
        ]));
    },
];

/// Two members who were trained in time.
#[cfg(feature = "proptest")]
fn two(tape: &mut Tape<'_>) -> [TrainedMember; 2] {
    [(); 2].map(|()| TrainedMember {
        role: Some(tape.said()),
        started_on: PartialDate::of_month(2023, 9),
        completed_on: PartialDate::of_month(2023, 10),
        ..TrainedMember::default()
    })
}

#[cfg(feature = "proptest")]
fn late(member: &mut TrainedMember) {
    member.started_on = PartialDate::of_month(2023, 1);
    member.completed_on = PartialDate::of_month(2023, 10);
}

#[cfg(test)]
const TRAINING: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
    "members": [
        { "startedOn": "2023-06-01", "completedOn": "2023-09-02" },
        { "startedOn": "2023-06-01", "completedOn": "2023-09-01" }
    ],
    "counted": { "due": 2, "met": 2 }
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One of two left before the last day of the limit.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "completedOn": "2023-07-01" },
                { "startedOn": "2023-06-01", "until": "2023-08-31" }
            ],
            "counted": { "due": 1, "met": 1 }
        }"#,
    ),
    // Trained, and the limit is today, or the dates are too rough: they need not be counted.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-10-15", "completedOn": "2023-12-01" },
                { "startedOn": "2023-10", "completedOn": "2023-12-01" }, { "completedOn": "2023-12-01" }
            ],
            "counted": { "due": 0, "met": 0 }
        }"#,
    ),
    // It passed, and nobody knows whether the training came in time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06", "completedOn": "2023-09" }], "counted": { "due": 1, "met": 0 }
        }"#,
    ),
    // As many as are missing, or fewer; the limit is today; nothing is counted; no limit is stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-10-14" }, { "startedOn": "2023-10-15" }, {},
                { "startedOn": "2023-06-01", "completedOn": "2023-09-01" }
            ],
            "counted": { "due": 2, "met": 1 }
        }"#,
    ),
    accepts_with(TRAINING, r#"{ "/members/1": null, "/counted/due": 9 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01" }], "counted": { "due": 9 }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "startedOn": "2023-06-01" }], "counted": { "due": 9, "met": 9 }
        }"#,
    ),
    refuses(
        TRAINING,
        &[not_met(
            "/counted",
            "på listen har 1 medlem ikke gennemført uddannelsen til tiden, men alle er talt som uddannet til tiden",
            "the list has 1 member who was not trained in time, but all are counted as trained in time",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01", "completedOn": "2023-09-02" }, { "startedOn": "2023-10-14" }],
            "counted": { "due": 3, "met": 2 }
        }"#,
        &[not_met(
            "/counted",
            "på listen har 2 medlemmer ikke gennemført uddannelsen til tiden, men i optællingen mangler kun 1",
            "the list has 2 members who were not trained in time, but the counts are short of only 1",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01" }], "counted": { "due": 3, "met": 4 }
        }"#,
        &[not_evaluated("/counted", "DUT008")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06", "completedOn": "2023-09" }], "counted": { "due": 0, "met": 0 }
        }"#,
        &[not_met(
            "/counted",
            "på listen er fristen udløbet for 1 medlem, men ingen er talt med",
            "on the list the deadline has passed for 1 member, but nobody is counted",
        )],
    ),
    // The one whose limit is today need not be counted.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "completedOn": "2023-09-01" },
                { "startedOn": "2023-10-14", "completedOn": "2023-12-01" },
                { "startedOn": "2023-10-15", "completedOn": "2023-12-01" }
            ],
            "counted": { "due": 1, "met": 1 }
        }"#,
        &[not_met(
            "/counted",
            "på listen er fristen udløbet for 2 medlemmer, men kun 1 er talt med",
            "on the list the deadline has passed for 2 members, but only 1 is counted",
        )],
    ),
    refuses_with(
        TRAINING,
        r#"{ "/members/0": null, "/counted/due": 1, "/counted/met": 0 }"#,
        &[not_met(
            "/counted",
            "på listen har 1 medlem gennemført uddannelsen til tiden, men ingen er talt som uddannet til tiden",
            "the list has 1 member who was trained in time, but nobody is counted as trained in time",
        )],
    ),
    refuses_with(
        TRAINING,
        r#"{ "/members/0/completedOn": "2023-09-01", "/counted/due": 4, "/counted/met": 1 }"#,
        &[not_met(
            "/counted",
            "på listen har 2 medlemmer gennemført uddannelsen til tiden, men kun 1 er talt som uddannet til tiden",
            "the list has 2 members who were trained in time, but only 1 is counted as trained in time",
        )],
    ),
    // The only one on the list was in time.
    accepts_with(TRAINING, r#"{ "/members/1/completedOn": "2023-07-01", "/members/0": null }"#),
];
