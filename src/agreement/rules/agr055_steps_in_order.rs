//! Lower steps come first.

use chrono::NaiveDate;

use super::agr041_due_within_agreement::sound_start;
use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, SupportTask},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR055,
    requirements: &["S-012", "R-053", "R-066"],
    sources: &[
        SourceRef::agreement("1.7"),
        SourceRef::agreement("1.8.2"),
        SourceRef::agreement("1.8.3"),
        SourceRef::agreement("1.12.1"),
    ],
    title: Bilingual::new(
        "opgaver og indsatser følger den rækkefølge, aftalen giver dem",
        "tasks and actions follow the order that the agreement gives them",
    ),
    why: Bilingual::new(
        "Et senere trin bygger på det tidligere: først kortlægges supervisorerne, dernæst lægges en plan.",
        "A later step rests on the earlier one: supervisors are mapped first, and then a plan is made.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne eller rækkefølgen, eller skriv, hvornår det tidligere trin er udført.",
        "Correct the dates or the order, or say when the earlier step was done.",
    ),
    example: Bilingual::new(
        "1.8: tilbuddet indfører dokumentationsorganisationen i marts, men netværket beskriver den først i juni.",
        "1.8: the service introduces the organisation of documentation in March, but the network describes it only in June.",
    ),
    requires: &[codes::AGR041],
    ..Rule::DERIVED
};

message! {
    OutOfOrder {
        step: u64, how: Bilingual, on: PartialDate,
        earlier: u64, what: Bilingual, nth: u64, how_late: Bilingual, until: PartialDate,
    }
    "trin {step} {how} {on:i}, men trin {earlier} ({what} nr. {nth} i området) {how_late} {until:i}",
    "step {step} {how} {on}, but step {earlier} ({what} no. {nth} of the area) {how_late} until {until}",
}

message! {
    EarlierNotDone { step: u64, on: PartialDate, earlier: u64, what: Bilingual, nth: u64, due: PartialDate }
    "trin {step} er udført {on:i}, men der står ikke, at trin {earlier} ({what} nr. {nth} i området) er udført; fristen var {due}",
    "step {step} was done {on:on|in}, but step {earlier} ({what} no. {nth} of the area) is not recorded as done; it was due by {due}",
}

const DONE_ON: Bilingual = Bilingual::new("blev udført", "was done on");
const DONE_IN: Bilingual = Bilingual::new("blev udført", "was done in");
const DUE: Bilingual = Bilingual::new("har frist", "is due by");
const NOT_DONE_UNTIL: Bilingual = Bilingual::new("blev først udført", "was not done");
const NOT_DUE_UNTIL: Bilingual = Bilingual::new("har først frist", "is not due");
const ACTION: Bilingual = Bilingual::new("indsats", "action");
const SUPPORT_TASK: Bilingual = Bilingual::new("støtteopgave", "support task");

const EARLIER: Bilingual =
    Bilingual::new("hvornår et tidligere trin gennemføres", "when an earlier step is carried out");

/// An action or a support task with a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    step: u8,
    is_action: bool,
    nth: usize,
    /// The first and the last day on which it can be carried out.
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    done_on: Option<PartialDate>,
}

impl Entry {
    /// The day on which it was done takes precedence over the day on which it is to be done.
    fn dated(self, done_on: Option<PartialDate>, when: Option<&When>, within: Option<&Period>) -> Self {
        let (first, last) = match (done_on, when) {
            (Some(on), _) => (Some(on.first_day()), Some(on.last_day())),
            (None, Some(when)) => (when.start(within), when.deadline(within)),
            (None, None) => (None, None),
        };
        Self { first, last, done_on, ..self }
    }

    const fn what(self) -> Bilingual {
        if self.is_action { ACTION } else { SUPPORT_TASK }
    }

    /// Its number, counted from 1.
    fn place(self) -> u64 {
        ordinal(self.nth)
    }

    /// The date that a message names: when it was done, or else when it is due.
    fn named(self) -> Option<PartialDate> {
        self.done_on.or_else(|| PartialDate::of_day(self.last?).ok())
    }
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (period, start) = (agreement.running_period(), sound_start(agreement));
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let is_ordered = area.actions.iter().any(|one| one.step.is_some());
        if is_ordered || area.support_tasks.iter().any(|one| one.step.is_some()) {
            check_area(area, period.as_ref(), start, &areas.item(n, area.id), cx);
        }
    }
}

fn check_area(
    area: &FocusArea,
    within: Option<&Period>,
    start: Option<NaiveDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let tasks = area.support_tasks.iter().enumerate().filter_map(|(nth, one)| {
        let entry = Entry { step: one.step?, nth, ..Entry::default() };
        Some(entry.dated(one.done_on, one.when.as_ref(), within))
    });
    let actions = area.actions.iter().enumerate().filter_map(|(nth, one)| {
        let step = one.step.filter(|_| one.given_up_on.is_none())?;
        let entry = Entry { step, is_action: true, nth, ..Entry::default() };
        Some(entry.dated(one.done_on, one.when.as_ref(), within))
    });
    let entries = tasks.chain(actions);
    let as_of = cx.as_of();
    let (task_list, action_list) = (at.key("supportTasks"), at.key("actions"));
    let place = |entry: &Entry, then: &mut dyn FnMut(&Path<'_>)| match area.actions.get(entry.nth) {
        Some(action) if entry.is_action => then(&action_list.item(entry.nth, action.id)),
        _ => then(&task_list.index(entry.nth)),
    };
    sorted_of(&entries, |entries| {
        let mut lower = Lower::default();
        for same in entries.chunk_by(|one, other| one.step == other.step) {
            let mut is_broken = false;
            for entry in same {
                place(entry, &mut |at| {
                    is_broken |= judge(entry, &lower, start, at, cx);
                });
            }
            // One of the two has a wrong date: what follows is judged by the later step alone.
            if is_broken {
                lower.latest = None;
            }
            for entry in same {
                lower.has_undated |= entry.first.is_none();
                if entry.first > lower.latest.and_then(|latest| latest.first) {
                    lower.latest = Some(*entry);
                }
                let is_overdue = entry.done_on.is_none() && entry.last.is_some_and(|last| last < as_of);
                if is_overdue && lower.overdue.is_none() {
                    lower.overdue = Some(*entry);
                }
            }
        }
    });
}

/// What is known of the lower steps.
#[derive(Debug, Clone, Copy, Default)]
struct Lower {
    /// The one that begins last.
    latest: Option<Entry>,
    /// The first that is not done, and was due before the day of the check.
    overdue: Option<Entry>,
    /// Whether one has no day.
    has_undated: bool,
}

/// Returns `true` if it is out of order.
fn judge(
    entry: &Entry,
    lower: &Lower,
    start: Option<NaiveDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) -> bool {
    let earlier = lower.latest.filter(|earlier| entry.last.is_some_and(|last| earlier.first > Some(last)));
    if let Some(earlier) = earlier
        && let (Some(on), Some(until)) = (entry.named(), earlier.named())
    {
        // A date before the agreement is an error of its own.
        if entry.done_on.is_none() && entry.last < start {
            cx.depends_on(at, codes::AGR041);
            return true;
        }
        let facts = OutOfOrder {
            step: entry.step.into(),
            how: match entry.done_on {
                Some(on) if on.first_day() == on.last_day() => DONE_ON,
                Some(_) => DONE_IN,
                None => DUE,
            },
            on,
            earlier: earlier.step.into(),
            what: earlier.what(),
            nth: earlier.place(),
            how_late: if earlier.done_on.is_some() { NOT_DONE_UNTIL } else { NOT_DUE_UNTIL },
            until,
        };
        cx.not_met(at, facts);
        return true;
    }
    if let (Some(on), Some(overdue)) = (entry.done_on, lower.overdue)
        && let Some(due) = overdue.named()
    {
        let (earlier, what, nth) = (overdue.step.into(), overdue.what(), overdue.place());
        cx.not_met(at, EarlierNotDone { step: entry.step.into(), on, earlier, what, nth, due });
    } else if entry.done_on.is_some() && lower.has_undated {
        // What is to come can still be put in order.
        cx.not_assessable(at, EARLIER);
    }
    false
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    // A plan for March, and what it rests on in June.
    |agreement, tape| {
        let june = PartialDate::of_month(2024, 6).map(|on| When::Date { on: Some(on) });
        add(agreement, (june, 1), (in_march(), None, 2), tape);
    },
    // Done, but what it rests on was due and is not recorded as done.
    |agreement, tape| {
        let due = Some(When::Date { on: "2024-01-05".parse().ok() });
        add(agreement, (due, 1), (None, "2024-01-12".parse().ok(), 2), tape);
    },
    // Done before, and what it rests on has no day.
    |agreement, tape| add(agreement, (None, 1), (None, PartialDate::of_month(2024, 1), 7), tape),
];

/// Adds an area with a task and an action.
#[cfg(feature = "proptest")]
fn add(
    agreement: &mut DevelopmentAgreement,
    (when, step): (Option<When>, u8),
    (action_when, done_on, action_step): (Option<When>, Option<PartialDate>, u8),
    tape: &mut Tape<'_>,
) {
    let task = SupportTask { when, step: Some(step), ..SupportTask::new(tape.said()) };
    let action = Action { when: action_when, done_on, step: Some(action_step), ..action(tape) };
    agreement.focus_areas.push(FocusArea {
        support_tasks: [task].into(),
        actions: [action].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "actions": [
            { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-01-01" } }, "step": 2 }
        ],
        "supportTasks": [{ "text": "kortlægger", "when": { "date": { "on": "2024-06" } }, "step": 1 }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same day, a time that can be earlier, equal steps, what was given up, and what has no step.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-03" } }, "step": 2 },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-03-31" } }, "step": 2 },
                    { "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2023" },
                    { "id": "00000000-0000-4000-8000-000000000007", "when": { "date": { "on": "2024-11" } }, "givenUpOn": "2024", "step": 1 },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously", "step": 3 }
                ],
                "supportTasks": [
                    { "text": "kortlægger", "when": { "monthDay": { "day": "--03-31" } }, "step": 1 },
                    { "text": "venter", "when": { "schedule": {} }, "step": 1 }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-03-30" } }, "step": 2 },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2025" } }, "step": 3 }
                ],
                "supportTasks": [
                    { "text": "planlægger", "doneOn": "2024-02", "when": { "date": { "on": "2024-12" } }, "step": 4 },
                    { "text": "kortlægger", "when": { "monthDay": { "day": "--03-31" } }, "step": 1 }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0",
                "trin 2 har frist 30. marts 2024, men trin 1 (støtteopgave nr. 2 i området) har først frist 31. marts 2024",
                "step 2 is due by 30 March 2024, but step 1 (support task no. 2 of the area) is not due until 31 March 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/0",
                "trin 4 blev udført i februar 2024, men trin 3 (indsats nr. 2 i området) har først frist 31. december 2025",
                "step 4 was done in February 2024, but step 3 (action no. 2 of the area) is not due until 31 December 2025",
            ),
        ],
    ),
    // Step 1 has a wrong date: step 2 is found, and step 3 is in order after it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-12", "step": 1 },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-03" } }, "step": 2 },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-06" } }, "step": 3 }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/actions/1",
            "trin 2 har frist 31. marts 2024, men trin 1 (indsats nr. 1 i området) blev først udført i december 2024",
            "step 2 is due by 31 March 2024, but step 1 (action no. 1 of the area) was not done until December 2024",
        )],
    ),
    // On a day.
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/actions/0/when": null, "/focusAreas/0/actions/0/doneOn": "2023-05-15" }"#,
        &[not_met(
            "/focusAreas/0/actions/0",
            "trin 2 blev udført 15. maj 2023, men trin 1 (støtteopgave nr. 1 i området) har først frist 30. juni 2024",
            "step 2 was done on 15 May 2023, but step 1 (support task no. 1 of the area) is not due until 30 June 2024",
        )],
    ),
    // Due before the agreement begins, which AGR041 finds; and due on its first day.
    refuses_with(
        AGREEMENT,
        r#"{
            "/focusAreas/0/actions/0/when/date/on": "2023-12-31",
            "/focusAreas/0/actions/1": { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-07" } }, "step": 3 }
        }"#,
        &[not_evaluated("/focusAreas/0/actions/0", "AGR041")],
    ),
    refuses(
        AGREEMENT,
        &[not_met(
            "/focusAreas/0/actions/0",
            "trin 2 har frist 1. januar 2024, men trin 1 (støtteopgave nr. 1 i området) har først frist 30. juni 2024",
            "step 2 is due by 1 January 2024, but step 1 (support task no. 1 of the area) is not due until 30 June 2024",
        )],
    ),
    // The earlier step is due today, and was due yesterday.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01", "step": 2 }],
                "supportTasks": [{ "text": "kortlægger", "when": { "date": { "on": "2024-01-15" } }, "step": 1 }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-14", "step": 3 },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-01-14" } }, "step": 2 }
                ],
                "supportTasks": [{ "text": "kortlægger", "step": 1 }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/actions/0",
            "trin 3 er udført 14. januar 2024, men der står ikke, at trin 2 (indsats nr. 2 i området) er udført; fristen var 14. januar 2024",
            "step 3 was done on 14 January 2024, but step 2 (action no. 2 of the area) is not recorded as done; it was due by 14 January 2024",
        )],
    ),
    // It is done, but it is not known when what it rests on was done.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-10", "step": 2 }],
                "supportTasks": [{ "text": "kortlægger", "step": 1 }]
            }]
        }"#,
        &[not_assessable(
            "/focusAreas/0/actions/0",
            "kan ikke vurderes; mangler: hvornår et tidligere trin gennemføres",
            "cannot be assessed; missing: when an earlier step is carried out",
        )],
    ),
    // A task without a step; a month that may end after the earlier step; steps with two entries; and two overdue steps,
    // of which the first is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                    "supportTasks": [
                        { "text": "planlægger" }, { "text": "planlægger", "step": 2, "when": { "date": { "on": "2024-03-31" } } },
                        { "text": "planlægger", "step": 1, "when": { "date": { "on": "2024-05-31" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000013", "step": 1, "doneOn": "2024-01-10" }, { "id": "00000000-0000-4000-8000-000000000014", "step": 2, "doneOn": "2024-01" },
                        { "id": "00000000-0000-4000-8000-000000000016", "step": 3, "doneOn": "2024-01-05" },
                        { "id": "00000000-0000-4000-8000-000000000017", "step": 3, "doneOn": "2024-01-11" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000023", "step": 1, "when": { "date": { "on": "2024-03-31" } } },
                        { "id": "00000000-0000-4000-8000-000000000024", "step": 1, "when": { "date": { "on": "2024-02-28" } } },
                        { "id": "00000000-0000-4000-8000-000000000025", "step": 2, "when": { "date": { "on": "2024-03-31" } } }, { "id": "00000000-0000-4000-8000-000000000026", "step": 2 },
                        { "id": "00000000-0000-4000-8000-000000000027", "step": 3, "when": { "date": { "on": "2024-03-01" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000034", "step": 2, "when": { "date": { "on": "2024-01-02" } } },
                        { "id": "00000000-0000-4000-8000-000000000035", "step": 3, "when": { "date": { "on": "2024-01-03" } } },
                        { "id": "00000000-0000-4000-8000-000000000036", "step": 4, "doneOn": "2024-01-04" }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/supportTasks/1",
                "trin 2 har frist 31. marts 2024, men trin 1 (støtteopgave nr. 3 i området) har først frist 31. maj 2024",
                "step 2 is due by 31 March 2024, but step 1 (support task no. 3 of the area) is not due until 31 May 2024",
            ),
            not_met(
                "/focusAreas/1/actions/2",
                "trin 3 blev udført 5. januar 2024, men trin 1 (indsats nr. 1 i området) blev først udført 10. januar 2024",
                "step 3 was done on 5 January 2024, but step 1 (action no. 1 of the area) was not done until 10 January 2024",
            ),
            not_met(
                "/focusAreas/2/actions/4",
                "trin 3 har frist 1. marts 2024, men trin 1 (indsats nr. 1 i området) har først frist 31. marts 2024",
                "step 3 is due by 1 March 2024, but step 1 (action no. 1 of the area) is not due until 31 March 2024",
            ),
            not_met(
                "/focusAreas/3/actions/2",
                "trin 4 er udført 4. januar 2024, men der står ikke, at trin 2 (indsats nr. 1 i området) er udført; fristen var 2. januar 2024",
                "step 4 was done on 4 January 2024, but step 2 (action no. 1 of the area) is not recorded as done; it was due by 2 January 2024",
            ),
        ],
    ),
];
