//! What is done or followed up has been agreed.

use chrono::NaiveDate;

use super::{each_follow_up, first_day, made_on};
use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, FollowUp, SupportTask},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR081,
    requirements: &["R-003", "R-020"],
    sources: &[SourceRef::agreement("underskrifter"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "der gennemføres intet og følges ikke op på noget, før aftalen både er underskrevet og begyndt",
        "nothing is done or followed up before the agreement is signed and has begun",
    ),
    why: Bilingual::new(
        "Det, der skulle gøres eller følges op på, var endnu ikke aftalt. Enten er datoen forkert, eller det hører til en tidligere aftale.",
        "What was to be done or followed up had not been agreed. Either the date is wrong, or it belongs to an earlier agreement.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller lad det stå i den aftale, det hører til. Er en indsats videreført, så angiv den indsats, den viderefører.",
        "Correct the date, or leave it to the agreement that it belongs to. If an action continues an earlier one, state which.",
    ),
    example: Bilingual::new(
        "Aftalen for 2025 er underskrevet 18. december 2024, og en opfølgning, der var planlagt til marts 2025, står som gennemført 20. november 2024.",
        "The agreement for 2025 was signed on 18 December 2024, and a follow-up planned for March 2025 is recorded as done on 20 November 2024.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    HeldBefore { on: PartialDate, signed_on: PartialDate, start: NaiveDate }
    "opfølgningen er gennemført {on:i}, men aftalen er først underskrevet {signed_on:i} og begynder {start}",
    "the follow-up took place {on:on|in}, but the agreement was not signed until {signed_on} and begins on {start}",
}

message! {
    DoneBefore { what: Bilingual, on: PartialDate, signed_on: PartialDate, start: NaiveDate }
    "{what} er udført {on:i}, men aftalen er først underskrevet {signed_on:i} og begynder {start}",
    "the {what} was done {on:on|in}, but the agreement was not signed until {signed_on} and begins on {start}",
}

const ACTION: Bilingual = Bilingual::new("indsatsen", "action");
const SUPPORT_TASK: Bilingual = Bilingual::new("støtteopgaven", "support task");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_done = |area: &FocusArea| {
        area.actions.iter().any(|one| one.done_on.is_some())
            || area.support_tasks.iter().any(|one| one.done_on.is_some())
    };
    let is_held = agreement.all_follow_ups().any(|one| one.done_on.is_some());
    if !is_held && !agreement.focus_areas.iter().any(is_done) {
        return;
    }
    let Some(start) = first_day(agreement, at, cx) else { return };
    // Without a day of signing nothing is known; AGR002 asks for it.
    let Some(signed_on) = made_on(agreement) else { return };
    let period = agreement.running_period();
    let too_early = |done_on: Option<PartialDate>, when: Option<&When>| {
        // What was also planned before the agreement has been taken over from an earlier one.
        let due = when.and_then(|when| when.deadline(period.as_ref()));
        let is_early = |on: &PartialDate| on.last_day() < start && on.ends_before(signed_on);
        done_on.filter(is_early).filter(|_| due.is_none_or(|due| due >= start))
    };
    each_follow_up(agreement, at, |one, at| {
        if let Some(on) = too_early(one.done_on, one.when.as_ref()) {
            cx.not_met(&at.key("doneOn"), HeldBefore { on, signed_on, start });
        }
    });
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        let list = at.key("actions");
        for (n, one) in area.actions.iter().enumerate().filter(|(_, one)| one.continues.is_none()) {
            if let Some(on) = too_early(one.done_on, one.when.as_ref()) {
                let facts = DoneBefore { what: ACTION, on, signed_on, start };
                cx.not_met(&list.item(n, one.id).key("doneOn"), facts);
            }
        }
        let list = at.key("supportTasks");
        for (n, one) in area.support_tasks.iter().enumerate() {
            if let Some(on) = too_early(one.done_on, one.when.as_ref()) {
                cx.not_met(
                    &list.index(n).key("doneOn"),
                    DoneBefore { what: SUPPORT_TASK, on, signed_on, start },
                );
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let held = FollowUp { done_on: PartialDate::of_month(2023, 11), ..follow_up(in_march(), tape) };
        agreement.focus_areas.push(FocusArea { follow_ups: [held].into(), ..area(tape) });
    },
    |agreement, tape| {
        let held = FollowUp { done_on: PartialDate::of_year(2023), ..follow_up(in_march(), tape) };
        agreement.follow_ups.push(held);
    },
    |agreement, tape| {
        let done = Action { when: in_march(), done_on: PartialDate::of_year(2022), ..action(tape) };
        add(agreement, FocusArea { actions: [done].into(), ..area(tape) }, tape);
    },
    |agreement, tape| {
        let done_on = PartialDate::of_month(2023, 6);
        let done = SupportTask { done_on, ..SupportTask::new(tape.said()) };
        add(agreement, FocusArea { support_tasks: [done].into(), ..area(tape) }, tape);
    },
];

#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, area: FocusArea, tape: &mut Tape<'_>) {
    agreement.focus_areas.push(FocusArea { follow_ups: [follow_up(in_march(), tape)].into(), ..area });
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "parties": [{ "role": "socialDirector", "signedOn": "2023-11-09" }, { "role": "headOfService" }],
    "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Early, but after both sides had signed; a new head joins later.
    accepts_with(
        AGREEMENT,
        r#"{
            "/parties/1/signedOn": "2023-11-10",
            "/parties/2": { "role": "headOfService", "signedOn": "2024-05-02" }
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Neither year nor period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2020" }]
        }"#,
    ),
    // After the signature; in its month; after the agreement began; planned before it; not held.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2023-11" }, { "role": "headOfService", "signedOn": "2023-12-05" }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12-06" },
                { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2023-12" },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2023-11" } }, "doneOn": "2023-11" },
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-11" } } }
            ]
        }"#,
    ),
    // The agreement is signed after it began.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-10" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2024-01-01" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2023-12-05" }, { "role": "headOfService", "signedOn": "2023-11" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-03-31" } }, "doneOn": "2023-12-04" }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "when": { "timesAYear": { "times": 2 } }, "doneOn": "2023-11" }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0/doneOn",
                "opfølgningen er gennemført 4. december 2023, men aftalen er først underskrevet 5. december 2023 og begynder 1. januar 2024",
                "the follow-up took place on 4 December 2023, but the agreement was not signed until 5 December 2023 and begins on 1 January 2024",
            ),
            not_met(
                "/followUps/0/doneOn",
                "opfølgningen er gennemført i november 2023, men aftalen er først underskrevet 5. december 2023 og begynder 1. januar 2024",
                "the follow-up took place in November 2023, but the agreement was not signed until 5 December 2023 and begins on 1 January 2024",
            ),
        ],
    ),
    // Done before both; on the day of the signature, continued, or due before the agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2023-12-05" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2023-12-04" },
                    { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2023-12-05" },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2023-06",
                        "continues": { "id": "00000000-0000-4000-8000-000000000006" }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000007", "doneOn": "2023-06",
                        "when": { "date": { "on": "2023-12-31" } }
                    }
                ],
                "supportTasks": [
                    { "text": "kortlægger", "when": { "date": { "on": "2024-01-01" } }, "doneOn": "2023-06" },
                    { "text": "planlægger", "doneOn": "2023-12" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/doneOn",
                "indsatsen er udført 4. december 2023, men aftalen er først underskrevet 5. december 2023 og begynder 1. januar 2024",
                "the action was done on 4 December 2023, but the agreement was not signed until 5 December 2023 and begins on 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/0/doneOn",
                "støtteopgaven er udført i juni 2023, men aftalen er først underskrevet 5. december 2023 og begynder 1. januar 2024",
                "the support task was done in June 2023, but the agreement was not signed until 5 December 2023 and begins on 1 January 2024",
            ),
        ],
    ),
    // No day of signing, or one that is early enough while another is missing.
    accepts_with(AGREEMENT, r#"{ "/parties": null }"#),
    accepts(AGREEMENT),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-12-31", "end": "2024-01-01" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12" }]
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
    // Only one of two actions is done, and none of the other area.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-02-15", "end": "2024-12-31" },
            "parties": [{ "role": "socialDirector", "signedOn": "2024-03-01" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-10" },
                        { "id": "00000000-0000-4000-8000-000000000004" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000006" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/actions/0/doneOn",
            "indsatsen er udført 10. januar 2024, men aftalen er først underskrevet 1. marts 2024 og begynder 15. februar 2024",
            "the action was done on 10 January 2024, but the agreement was not signed until 1 March 2024 and begins on 15 February 2024",
        )],
    ),
    // Only one of two support tasks is done, and no action; the month may be in the agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-15", "end": "2024-12-31" },
            "parties": [{ "role": "socialDirector", "signedOn": "2024-03-01" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000004" }],
                "supportTasks": [
                    { "text": "planlægger", "doneOn": "2024-01-10" }, { "text": "planlægger", "doneOn": "2024-01" },
                    { "text": "planlægger" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/supportTasks/0/doneOn",
            "støtteopgaven er udført 10. januar 2024, men aftalen er først underskrevet 1. marts 2024 og begynder 15. januar 2024",
            "the support task was done on 10 January 2024, but the agreement was not signed until 1 March 2024 and begins on 15 January 2024",
        )],
    ),
    // One of two follow-ups is held.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-15", "end": "2024-12-31" },
            "parties": [{ "role": "socialDirector", "signedOn": "2024-03-01" }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-10" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
        &[not_met(
            "/followUps/0/doneOn",
            "opfølgningen er gennemført 10. januar 2024, men aftalen er først underskrevet 1. marts 2024 og begynder 15. januar 2024",
            "the follow-up took place on 10 January 2024, but the agreement was not signed until 1 March 2024 and begins on 15 January 2024",
        )],
    ),
];
