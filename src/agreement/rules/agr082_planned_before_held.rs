//! A follow-up is planned before it takes place.

use crate::agreement::{DevelopmentAgreement, SupportTask};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up},
    crate::agreement::{FocusArea, FollowUp},
    crate::date::When,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR082,
    requirements: &["S-013"],
    sources: &[SourceRef::agreement("1.8.2"), SourceRef::agreement("1.9.2")],
    title: Bilingual::new(
        "en opfølgning er planlagt, før den gennemføres",
        "a follow-up is planned before it takes place",
    ),
    why: Bilingual::new(
        "En plan, der først er færdig efter opfølgningen, kan ikke have styret den, eller også er en af datoerne forkert.",
        "A plan that is finished only after the follow-up cannot have guided it, or else one of the dates is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret den af datoerne, der er forkert, eller henvis til den opfølgning, opgaven planlægger.",
        "Correct the date that is wrong, or refer to the follow-up that the task plans.",
    ),
    example: Bilingual::new(
        "Kvalitetsovervågningen er gennemført 20. november, men netværkets opgave med at planlægge den er først udført 2. december.",
        "The monitoring took place on 20 November, but the task of the network to plan it was not done until 2 December.",
    ),
    ..Rule::DERIVED
};

message! {
    PlannedAfter { done_on: PartialDate, held_on: PartialDate }
    "opgaven er udført {done_on:i}, men det, den planlægger, var gennemført allerede {held_on:i}",
    "the task was done {done_on:on|in}, but what it plans had taken place by {held_on}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_done = |one: &SupportTask| one.done_on.is_some() && !one.plans.is_empty();
    if !agreement.focus_areas.iter().any(|area| area.support_tasks.iter().any(is_done)) {
        return;
    }
    let period = agreement.running_period();
    let held = agreement.all_follow_ups().map(|one| {
        // One that recurs may have been held before, and is planned again.
        let recurs = one.when.as_ref().is_some_and(|when| when.deadline(period.as_ref()).is_none());
        (one.id.uuid().as_u128(), one.done_on.filter(|_| !recurs))
    });
    sorted_of(&held, |held| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("supportTasks");
            for (n, task) in area.support_tasks.iter().enumerate() {
                let Some(done_on) = task.done_on else { continue };
                if let Some(held_on) = all_held_before(task, done_on, held) {
                    cx.not_met(&list.index(n).key("doneOn"), PlannedAfter { done_on, held_on });
                }
            }
        }
    });
}

/// The last follow-up that the task plans, if all of them were held before that day: a task that plans several can be
/// done only when the last one is planned.
fn all_held_before(
    task: &SupportTask,
    done_on: PartialDate,
    held: &[(u128, Option<PartialDate>)],
) -> Option<PartialDate> {
    let mut last = None;
    for one in &task.plans {
        let (_, held_on) = sorted::of(held, one.uuid().as_u128()).first()?;
        last = last.max(Some((*held_on).filter(|on| on.ends_before(done_on))?));
    }
    last
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let [held_on, done_on] = ["2024-01-02", "2024-01-10"].map(|day| day.parse().ok());
    // It is planned by the body, and not before the agreement is signed.
    let when = PartialDate::of_month(2024, 3).map(|on| When::Date { on: Some(on) });
    let held = FollowUp { done_on: held_on, ..follow_up(when, tape) };
    let task = SupportTask { plans: [held.id].into(), done_on, ..SupportTask::new(tape.said()) };
    agreement.focus_areas.push(FocusArea {
        follow_ups: [held].into(),
        support_tasks: [task].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Planned before, or in its month; not done; not held; one of two is to come; one that recurs; and one that is not
    // there.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [
                    { "text": "planlægger", "doneOn": "2023-11-20", "plans": ["00000000-0000-4000-8000-000000000011"] },
                    { "text": "planlægger", "doneOn": "2023-11", "plans": ["00000000-0000-4000-8000-000000000011"] },
                    { "text": "planlægger", "plans": ["00000000-0000-4000-8000-000000000011"] },
                    { "text": "planlægger", "doneOn": "2023-12", "plans": ["00000000-0000-4000-8000-000000000012"] },
                    {
                        "text": "planlægger", "doneOn": "2023-12",
                        "plans": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"]
                    },
                    { "text": "planlægger", "doneOn": "2023-12", "plans": ["00000000-0000-4000-8000-000000000013"] },
                    { "text": "planlægger", "doneOn": "2023-12", "plans": ["00000000-0000-4000-8000-000000000019"] },
                    { "text": "underviser", "doneOn": "2023-12" }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000011", "doneOn": "2023-11-20" },
                    { "id": "00000000-0000-4000-8000-000000000012" }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000013", "when": { "timesAYear": { "times": 2 } }, "doneOn": "2023-06" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2023-11" } }, "doneOn": "2023-11-20" },
                        { "id": "00000000-0000-4000-8000-000000000012", "doneOn": "2023-10" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "supportTasks": [
                        {
                            "text": "planlægger", "when": { "date": { "on": "2023-12-31" } }, "doneOn": "2023-12-02",
                            "plans": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"]
                        },
                        { "text": "planlægger", "doneOn": "2023-11", "plans": ["00000000-0000-4000-8000-000000000012"] }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/1/supportTasks/0/doneOn",
                "opgaven er udført 2. december 2023, men det, den planlægger, var gennemført allerede 20. november 2023",
                "the task was done on 2 December 2023, but what it plans had taken place by 20 November 2023",
            ),
            not_met(
                "/focusAreas/1/supportTasks/1/doneOn",
                "opgaven er udført i november 2023, men det, den planlægger, var gennemført allerede i oktober 2023",
                "the task was done in November 2023, but what it plans had taken place by October 2023",
            ),
        ],
    ),
    // Another task is not done.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [
                    { "text": "planlægger", "plans": ["00000000-0000-4000-8000-000000000003"] },
                    {
                        "text": "planlægger", "plans": ["00000000-0000-4000-8000-000000000003"],
                        "doneOn": "2024-01-11"
                    }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-10" }]
        }"#,
        &[not_met(
            "/focusAreas/0/supportTasks/1/doneOn",
            "opgaven er udført 11. januar 2024, men det, den planlægger, var gennemført allerede 10. januar 2024",
            "the task was done on 11 January 2024, but what it plans had taken place by 10 January 2024",
        )],
    ),
];
