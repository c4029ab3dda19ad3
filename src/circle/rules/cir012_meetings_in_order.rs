//! The meetings of a circle are listed in the order in which they were held.

use crate::circle::{Completion, LearningCircle};
use crate::codes;
use crate::date::{PartialDate, each_out_of_order};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::circle::CircleMeeting, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR012,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-121"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "circleProject, circles, meetings")],
    title: Bilingual::new(
        "en læringscirkels møder står i den rækkefølge, de er holdt i",
        "the meetings of a circle are listed in the order in which they were held",
    ),
    why: Bilingual::new(
        "Rækkefølgen siger, hvilket møde der var det første, og hvad der lå imellem to møder. Passer den ikke med datoerne, er en dato eller rækkefølgen forkert.",
        "The order says which meeting was the first, and what happened between two of them. If it does not fit the dates, a date or the order is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller flyt mødet på listen.",
        "Correct the date, or move the meeting in the list.",
    ),
    example: Bilingual::new(
        "Møde 3 er holdt i marts 2022 og møde 4 i marts 2021.",
        "Meeting 3 was held in March 2022, and meeting 4 in March 2021.",
    ),
    ..Rule::DERIVED
};

message! {
    HeldBefore { meeting: u64, on: PartialDate, before: u64, before_on: PartialDate }
    "møde {meeting} er holdt {on:i}, altså før møde {before}, {before_on}",
    "meeting {meeting} was held {on:on|in}, before meeting {before} ({before_on})",
}

/// A plan can change, so what is only planned has no place in the order.
pub(super) fn check(circle: &LearningCircle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("meetings");
    let meetings = circle.meetings.iter().enumerate();
    let held = meetings.map(|(n, meeting)| (n, meeting.completion.and_then(Completion::on)));
    each_out_of_order(held, |(n, on), (before, before_on)| {
        let (meeting, before) = (ordinal(n), ordinal(before));
        cx.not_met(&list.index(n), HeldBefore { meeting, on, before, before_on });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<LearningCircle> = &[|circle, _| {
    let hold_late = |one: &mut CircleMeeting| {
        one.completion = Some(Completion::Done { on: PartialDate::of_year(2023) });
    };
    circle.meetings.first_mut().into_iter().for_each(hold_late);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Twice on one day; in the month of the day before; what is planned, cancelled or undated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [
                { "completion": { "done": { "on": "2022-03-10" } } }, { "completion": { "done": { "on": "2022-03-10" } } },
                { "completion": { "done": { "on": "2022-03" } } }, { "plannedOn": "2021" },
                { "plannedOn": "2021", "completion": "notDone" }, { "plannedOn": "2021", "completion": { "done": {} } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "meetings": [
                { "completion": { "done": { "on": "2022-03-10" } } }, { "completion": { "done": { "on": "2022-03" } } }, {},
                { "completion": { "done": { "on": "2022-03-09" } } }, { "completion": { "done": { "on": "2022-04" } } }
            ]
        }"#,
        &[not_met(
            "/meetings/3",
            "møde 4 er holdt 9. marts 2022, altså før møde 1, 10. marts 2022",
            "meeting 4 was held on 9 March 2022, before meeting 1 (10 March 2022)",
        )],
    ),
];
