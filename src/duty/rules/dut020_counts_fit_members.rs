//! The members who are listed fit the counts of a training.

use crate::codes;
use crate::duty::training::Standing;
use crate::duty::{Fulfilment, StatutoryTraining};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{duty::TrainedMember, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT020,
    basis: Basis::Form,
    requirements: &["R-048"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties, training, counted")],
    title: Bilingual::new(
        "optællingen af en uddannelse passer med de medlemmer, der står på listen",
        "the counts of a training fit the members who are listed",
    ),
    why: Bilingual::new(
        "Listen og optællingen modsiger hinanden: der skal mangle mindst lige så mange i optællingen, som der ifølge listen har overskredet fristen.",
        "List and counts contradict each other: the count must fall short by at least the number who are past the deadline on the list.",
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
    AllCounted { listed: u64 }
    "på listen har {listed:medlem|medlemmer} ikke gennemført uddannelsen til tiden, men alle er talt som uddannet til tiden",
    "the list has {listed:member who was|members who were} not trained in time, but all are counted as trained in time",
}

message! {
    TooFewCounted { listed: u64, short: u64 }
    "på listen har {listed:medlem|medlemmer} ikke gennemført uddannelsen til tiden, men i optællingen mangler kun {short}",
    "the list has {listed:member who was|members who were} not trained in time, but the counts are short of only {short}",
}

pub(super) fn check(training: &StatutoryTraining, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(Fulfilment { due: Some(due), met: Some(met) }), Some(months)) =
        (training.counted, training.within_months)
    else {
        return;
    };
    let as_of = cx.as_of();
    let is_late = |standing| matches!(standing, Standing::Overdue { .. } | Standing::Late { .. });
    let late = training.members.iter().filter(|one| is_late(one.standing(months, as_of)));
    let listed = count(late.count());
    let at = at.key("counted");
    match due.checked_sub(met).map(u64::from) {
        _ if listed == 0 => {}
        None => cx.depends_on(&at, codes::DUT008),
        Some(0) => cx.not_met(&at, AllCounted { listed }),
        Some(short) if listed > short => cx.not_met(&at, TooFewCounted { listed, short }),
        Some(_) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StatutoryTraining> = &[
    |training, _| {
        training.members.first_mut().into_iter().for_each(late);
    },
    |training, tape| {
        let mut members =
            [(); 2].map(|()| TrainedMember { role: Some(tape.said()), ..TrainedMember::default() });
        members.iter_mut().for_each(late);
        training.members = members.into();
        training.counted = Some(Fulfilment { due: Some(4), met: Some(3) });
    },
];

#[cfg(feature = "proptest")]
fn late(member: &mut TrainedMember) {
    use crate::date::PartialDate;
    member.started_on = PartialDate::of_month(2023, 1);
    member.completed_on = PartialDate::of_month(2023, 10);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
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
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [{ "startedOn": "2023-06-01", "completedOn": "2023-09-02" }], "counted": { "due": 9, "met": 2 }
        }"#,
    ),
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
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "withinMonths": 3,
            "members": [
                { "startedOn": "2023-06-01", "completedOn": "2023-09-02" },
                { "startedOn": "2023-06-01", "completedOn": "2023-09-01" }
            ],
            "counted": { "due": 2, "met": 2 }
        }"#,
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
];
