//! What is to be done is not due before the agreement begins.

use chrono::NaiveDate;

use super::first_day;
use crate::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, change_area},
    crate::agreement::{AnnouncedDecision, ScopeOfDuty, SupportTask},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR041,
    requirements: &["R-020"],
    sources: &[SourceRef::agreement("titelblad"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "intet har frist, før aftalen begynder",
        "nothing is due before the agreement begins",
    ),
    why: Bilingual::new(
        "En sådan frist er enten en skrivefejl eller kommet med fra en tidligere aftale. Det gælder også det, der siden er gjort.",
        "Such a deadline is a slip of the pen, or has been left over from an earlier agreement. What has been done since is no exception.",
    ),
    remedy: Bilingual::new(
        "Ret fristen; er indsatsen videreført, så angiv den indsats, den viderefører.",
        "Correct the deadline; if the action continues an earlier one, state which.",
    ),
    example: Bilingual::new(
        "En aftale for 2024 med en indsats, der har frist 31. maj 2014.",
        "An agreement for 2024 with an action that is due by 31 May 2014.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    DueBefore { due: NaiveDate, start: NaiveDate }
    "fristen er {due}, men aftalen begynder først {start}",
    "the deadline is {due}, but the agreement does not begin until {start}",
}

message! {
    FollowedUpBefore { due: NaiveDate, start: NaiveDate }
    "opfølgningen er senest {due}, men aftalen begynder først {start}",
    "the follow-up takes place by {due}, but the agreement does not begin until {start}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(start) = first_day(agreement, at, cx) else { return };
    let period = agreement.running_period();
    let early = |when: Option<&When>| early(when, period.as_ref(), start);
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        check_area(area, start, &early, &at, cx);
        check_follow_ups(&area.follow_ups, start, &early, &at.key("followUps"), cx);
    }
    check_follow_ups(&agreement.follow_ups, start, &early, &at.key("followUps"), cx);
}

/// Whether this rule finds a follow-up.
pub(super) fn has_follow_up_before(agreement: &DevelopmentAgreement) -> bool {
    let period = agreement.running_period();
    let is_before = |start, one: &FollowUp| {
        !was_before(one.done_on, start) && early(one.when.as_ref(), period.as_ref(), start).is_some()
    };
    sound_start(agreement).is_some_and(|start| agreement.all_follow_ups().any(|one| is_before(start, one)))
}

/// The first day of the agreement, if AGR015 finds nothing.
pub(super) fn sound_start(agreement: &DevelopmentAgreement) -> Option<NaiveDate> {
    let sound = |period: &Period| period.is_ordered() && agreement.period_fits_year();
    agreement.running_period().filter(sound).map(|period| period.start)
}

/// What was done before the agreement had that deadline; whether it belongs here is for AGR081.
fn was_before(done_on: Option<PartialDate>, start: NaiveDate) -> bool {
    done_on.is_some_and(|on| on.first_day() < start)
}

/// The deadline of a time, if it is before the agreement.
fn early(when: Option<&When>, period: Option<&Period>, start: NaiveDate) -> Option<NaiveDate> {
    when?.deadline(period).filter(|due| *due < start)
}

/// Checks actions, what they are to change, support tasks, and decisions.
fn check_area(
    area: &FocusArea,
    start: NaiveDate,
    early: &impl Fn(Option<&When>) -> Option<NaiveDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let list = at.key("actions");
    for (n, action) in area.actions.iter().enumerate() {
        let Action { when, aim, done_on, given_up_on, .. } = action;
        if was_before(done_on.or(*given_up_on), start) {
            continue;
        }
        let at = list.item(n, action.id);
        if let Some(due) = early(when.as_ref()) {
            cx.not_met(&at.key("when"), DueBefore { due, start });
        }
        if let Some(due) = aim.as_ref().and_then(|aim| early(aim.by.as_ref())) {
            cx.not_met(&at.key("aim").key("by"), DueBefore { due, start });
        }
    }
    let list = at.key("supportTasks");
    for (n, task) in area.support_tasks.iter().enumerate() {
        if let Some(due) = early(task.when.as_ref()).filter(|_| !was_before(task.done_on, start)) {
            cx.not_met(&list.index(n).key("when"), DueBefore { due, start });
        }
    }
    let list = at.key("decisions");
    for (n, decision) in area.decisions.iter().enumerate() {
        if let Some(due) = early(decision.when.as_ref()).filter(|_| !was_before(decision.decided_on, start)) {
            cx.not_met(&list.index(n).key("when"), DueBefore { due, start });
        }
    }
}

fn check_follow_ups(
    follow_ups: &[FollowUp],
    start: NaiveDate,
    early: &impl Fn(Option<&When>) -> Option<NaiveDate>,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    for (n, one) in follow_ups.iter().enumerate().filter(|(_, one)| !was_before(one.done_on, start)) {
        if let Some(due) = early(one.when.as_ref()) {
            cx.not_met(&list.item(n, one.id).key("when"), FollowedUpBefore { due, start });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            area.scope = [ScopeOfDuty::AllServices].into();
            area.actions.push(Action { when: Some(in_2014(tape)), ..action(tape) });
        });
    },
    // Its step is not judged then.
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            area.scope = [ScopeOfDuty::AllServices].into();
            area.support_tasks.push(SupportTask {
                when: super::breaks::in_march(),
                step: Some(1),
                ..SupportTask::new(tape.said())
            });
            area.actions.push(Action { when: Some(in_2014(tape)), step: Some(2), ..action(tape) });
        });
    },
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let (by, when) = (Some(tape.said()), Some(in_2014(tape)));
            area.decisions.push(AnnouncedDecision { by, when, ..AnnouncedDecision::default() });
        });
    },
    |agreement, tape| {
        let when = Some(in_2014(tape));
        agreement.follow_ups.push(super::breaks::follow_up(when, tape));
    },
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            area.scope = [ScopeOfDuty::AllServices].into();
            let done_on = PartialDate::of_month(2024, 1);
            area.actions.push(Action { when: Some(in_2014(tape)), done_on, ..action(tape) });
        });
    },
];

#[cfg(feature = "proptest")]
fn in_2014(tape: &mut Tape<'_>) -> When {
    When::Date { on: *tape.pick(&[PartialDate::of_year(2014), PartialDate::of_month(2014, 5)]) }
}

#[cfg(test)]
const DUE_ON_NEW_YEAR: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "period": { "start": "2024-01-01", "end": "2024-12-31" },
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "actions": [
            {
                "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-01-01" } },
                "aim": { "kind": "reduce", "by": { "monthDay": { "day": "--12-31" } } }
            },
            {
                "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2014" } },
                "doneOn": "2014-05"
            },
            {
                "id": "00000000-0000-4000-8000-000000000006", "when": { "date": { "on": "2014" } },
                "givenUpOn": "2014-05"
            }
        ],
        "decisions": [{ "when": { "date": { "on": "2014" } }, "decidedOn": "2014" }]
    }],
    "followUps": [
        { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2014" } }, "doneOn": "2014" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // On the first day, without a year, and done or given up before the agreement.
    accepts(DUE_ON_NEW_YEAR),
    // A slip of the year does not go away when the thing is done.
    refuses_with(
        DUE_ON_NEW_YEAR,
        r#"{
            "/focusAreas/0/actions/0": { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2023-05-31" } }, "doneOn": "2024-05-20" },
            "/focusAreas/0/actions/1/doneOn": "2024-01-01",
            "/focusAreas/0/actions/2/givenUpOn": "2024",
            "/focusAreas/0/decisions/0/decidedOn": "2024-12",
            "/focusAreas/0/supportTasks": [{ "text": "planlægger", "when": { "date": { "on": "2014-06" } }, "doneOn": "2024-06" }],
            "/followUps/0/doneOn": "2024-11-28"
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/when",
                "fristen er 31. maj 2023, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 May 2023, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/actions/1/when",
                "fristen er 31. december 2014, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/actions/2/when",
                "fristen er 31. december 2014, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/0/when",
                "fristen er 30. juni 2014, men aftalen begynder først 1. januar 2024",
                "the deadline is 30 June 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/0/when",
                "fristen er 31. december 2014, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/followUps/0/when",
                "opfølgningen er senest 31. december 2014, men aftalen begynder først 1. januar 2024",
                "the follow-up takes place by 31 December 2014, but the agreement does not begin until 1 January 2024",
            ),
        ],
    ),
    // When the agreement begins is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2014-05-31" } } }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{
                    "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2023-12-31" } },
                    "aim": { "kind": "reduce", "by": { "date": { "on": "2014" } } }
                }],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2014-05-31" } } }
                ],
                "supportTasks": [
                    { "text": "planlægger", "when": { "date": { "on": "2024-01-01" } } },
                    { "text": "planlægger", "when": { "date": { "on": "2023" } }, "doneOn": "2023" },
                    { "text": "planlægger", "when": { "date": { "on": "2023-06-30" } } }
                ],
                "decisions": [{ "when": { "schedule": { "deadline": "2023" } } }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2023-06" } } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/when",
                "fristen er 31. december 2023, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2023, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/actions/0/aim/by",
                "fristen er 31. december 2014, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/2/when",
                "fristen er 30. juni 2023, men aftalen begynder først 1. januar 2024",
                "the deadline is 30 June 2023, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/followUps/0/when",
                "opfølgningen er senest 31. maj 2014, men aftalen begynder først 1. januar 2024",
                "the follow-up takes place by 31 May 2014, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/0/when",
                "fristen er 31. december 2023, men aftalen begynder først 1. januar 2024",
                "the deadline is 31 December 2023, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/followUps/0/when",
                "opfølgningen er senest 30. juni 2023, men aftalen begynder først 1. januar 2024",
                "the follow-up takes place by 30 June 2023, but the agreement does not begin until 1 January 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-12-31", "end": "2024-01-01" }
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
];
