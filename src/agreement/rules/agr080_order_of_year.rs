//! The dates of a year come in order: sign, fix the figures, measure them, meet.

use chrono::NaiveDate;

use super::{dialogue_meetings, each_target};
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, given_target, meeting},
    crate::date::When,
    crate::rule::trial::Breaks,
    crate::target_figure::TargetStep,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR080,
    requirements: &["R-020"],
    sources: &[
        SourceRef::agreement("underskrifter"),
        SourceRef::agreement("1.3.4"),
        SourceRef::agreement("1.8.5"),
        SourceRef::agreement("3"),
    ],
    title: Bilingual::new(
        "et måltal måles, efter at aftalen er underskrevet og måltallet fastlagt, og før det sidste dialogmøde",
        "a target figure is measured after the agreement is signed and the figure fixed, and before the last dialogue meeting",
    ),
    why: Bilingual::new(
        "Det, der er målt, før det er aftalt, viser ikke, om aftalen er nået, og mødet kan ikke behandle en måling, der kommer senere.",
        "What was measured before it was agreed does not show whether the agreement was met, and the meeting cannot treat a measurement that comes later.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne, eller flyt målingen eller mødet.",
        "Correct the dates, or move the measurement or the meeting.",
    ),
    example: Bilingual::new(
        "Et måltal, der måles i november 2024, mens det sidste dialogmøde holdes 30. september 2024.",
        "A target figure that is measured in November 2024, while the last dialogue meeting is held on 30 September 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforeSigning { measured: NaiveDate, signed_on: PartialDate }
    "måltallet er målt senest {measured}, og aftalen er dateret {signed_on}",
    "the figure was measured by {measured}, and the agreement is dated {signed_on}",
}

message! {
    BeforeFixing { measured: NaiveDate, fixed_on: PartialDate }
    "måltallet er målt senest {measured}, men først fastlagt {fixed_on}",
    "the figure was measured by {measured}, but not fixed until {fixed_on}",
}

message! {
    AfterMeeting { measured: NaiveDate, meeting: NaiveDate }
    "måltallet måles tidligst {measured}, efter det sidste dialogmøde (senest {meeting})",
    "the figure is measured on {measured} at the earliest, after the last dialogue meeting (by {meeting})",
}

/// Only days that cannot be in order are found: a month may mean its first day, or its last.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let own = agreement.parties.iter().filter_map(|party| party.signed_on);
    let days = own.chain(agreement.unattributed_signing_days.iter().copied());
    let signed_on = days.max_by_key(|day| day.first_day());
    let meeting = last_meeting(agreement);
    each_target(agreement, at, |target, at| {
        let measured = target.measured_at.as_ref();
        let last = reported(target).or_else(|| measured?.deadline(period.as_ref()));
        let first = measured.and_then(|when| when.start(period.as_ref()));
        let place = if measured.is_some() { at.key("measuredAt") } else { at.key("history") };
        if let (Some(measured), Some(signed_on)) = (last, signed_on)
            && measured < signed_on.first_day()
        {
            cx.not_met(&place, BeforeSigning { measured, signed_on });
        }
        if let (Some(measured), Some(fixed_on)) = (last, fixed(target))
            && measured < fixed_on.first_day()
        {
            cx.not_met(&place, BeforeFixing { measured, fixed_on });
        }
        // What is measured past the period is carried over, and another meeting treats it.
        if let (Some(measured), Some(meeting)) = (first, meeting)
            && meeting < measured
            && period.is_some_and(|period| period.is_ordered() && measured <= period.end)
        {
            cx.not_met(&place, AfterMeeting { measured, meeting });
        }
    });
}

/// The last day by which the figure was measured, as its history says.
fn reported(target: &TargetFigure) -> Option<NaiveDate> {
    date_of(target, TargetState::Measured).map(PartialDate::last_day)
}

/// When the figure was agreed.
fn fixed(target: &TargetFigure) -> Option<PartialDate> {
    date_of(target, TargetState::Agreed)
}

/// The date of the only step to a state. Where there are several, the figure was opened again.
fn date_of(target: &TargetFigure, state: TargetState) -> Option<PartialDate> {
    let mut steps = target.history.iter().filter(|step| step.state == Some(state));
    steps.next().filter(|_| steps.next().is_none())?.on
}

/// The last day of the last dialogue meeting. Returns `None` if one has no last day.
fn last_meeting(agreement: &DevelopmentAgreement) -> Option<NaiveDate> {
    let period = agreement.running_period();
    let mut last = None;
    for meeting in dialogue_meetings(agreement) {
        last = last.max(Some(meeting.deadline(period.as_ref())?));
    }
    last
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let id = tape.spare_id(8);
        let mut held = meeting(id, tape);
        held.when = PartialDate::of_month(2024, 2).map(|on| When::Date { on: Some(on) });
        agreement.follow_ups =
            alloc::vec![held.clone(), crate::agreement::FollowUp { id: tape.spare_id(9), ..held }];
        agreement.parties.iter_mut().for_each(|party| party.signed_on = PartialDate::of_month(2024, 1));
        change_area(agreement, tape, |area, tape| area.targets = alloc::vec![given_target(tape)]);
    },
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let fixed =
                TargetStep { on: PartialDate::of_month(2024, 4), ..TargetStep::new(TargetState::Agreed) };
            area.targets = alloc::vec![TargetFigure { history: alloc::vec![fixed], ..given_target(tape) }];
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In order, and one that is measured in the next year.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "measuredAt": { "date": { "on": "2024-11" } },
                        "history": [{ "state": "agreed", "on": "2024-03-31" }]
                    },
                    { "id": "00000000-0000-4000-8000-000000000004", "measuredAt": { "date": { "on": "2025-02" } } }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-medio" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "form": "dialogueMeeting", "when": { "date": { "on": "2024-ultimo" } } }
            ]
        }"#,
    ),
    // Each pair may be one day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "unattributedSigningDays": ["2024-03"],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2024-03-01" } },
                    "history": [{ "state": "agreed", "on": "2024-03" }]
                }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-03-01" } } }
            ]
        }"#,
    ),
    // One meeting has no date yet, the period is not stated, and a figure was agreed twice.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2024-11" } },
                    "history": [{ "state": "agreed", "on": "2024-03" }, { "state": "agreed", "on": "2024-12" }]
                }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-09" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "form": "dialogueMeeting", "when": { "schedule": {} } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }, { "role": "headOfService", "signedOn": "2024-12-02" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "measuredAt": { "monthDay": { "day": "--11-30" } },
                        "history": [{ "state": "agreed", "on": "2024-12-01" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004",
                        "history": [{ "state": "measured", "on": "2024-11" }]
                    }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-11-29" } } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet er målt senest 30. november 2024, og aftalen er dateret 2. december 2024",
                "the figure was measured by 30 November 2024, and the agreement is dated 2 December 2024",
            ),
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet er målt senest 30. november 2024, men først fastlagt 1. december 2024",
                "the figure was measured by 30 November 2024, but not fixed until 1 December 2024",
            ),
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet måles tidligst 30. november 2024, efter det sidste dialogmøde (senest 29. november 2024)",
                "the figure is measured on 30 November 2024 at the earliest, after the last dialogue meeting (by 29 November 2024)",
            ),
            not_met(
                "/focusAreas/0/targets/1/history",
                "måltallet er målt senest 30. november 2024, og aftalen er dateret 2. december 2024",
                "the figure was measured by 30 November 2024, and the agreement is dated 2 December 2024",
            ),
        ],
    ),
];
