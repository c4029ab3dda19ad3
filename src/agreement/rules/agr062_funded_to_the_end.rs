//! There is money for an action as long as it runs.

use chrono::NaiveDate;

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, FocusArea},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR062,
    severity: Severity::Information,
    requirements: &["S-010"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "der er midler til en indsats, så længe den løber",
        "there is money for an action as long as it runs",
    ),
    why: Bilingual::new(
        "Løber indsatsen ud over det år, der er midler i, skal resten finansieres på anden vis.",
        "If the action runs past the year that has money for it, the rest must be paid for in another way.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvordan den del af indsatsen finansieres, som ligger senere, eller ret den dato, der er forkert.",
        "Say how the part of the action that comes later is paid for, or correct the date that is wrong.",
    ),
    example: Bilingual::new(
        "1.2: bygningerne gennemgås i løbet af 2024 og 2025, men de særlige midler indgår i budgetaftalen for 2024.",
        "1.2: the buildings are reviewed in 2024 and 2025, but the special funds are part of the budget agreement of 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    MoneyEnds { deadline: NaiveDate, funded_until: PartialDate }
    "indsatsen løber til {deadline}, men der er kun midler til og med {funded_until}",
    "the action runs until {deadline}, but there is money only up to and including {funded_until}",
}

message! {
    DoneWithoutMoney { done_on: PartialDate, funded_until: PartialDate }
    "indsatsen er gennemført {done_on:i}, men der var kun midler til og med {funded_until}",
    "the action was done {done_on:on|in}, but there was money only up to and including {funded_until}",
}

const END: Bilingual = Bilingual::new("hvornår indsatsen slutter", "when the action ends");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("actions");
        // What was given up needs no more money.
        let kept = area.actions.iter().enumerate().filter(|(_, one)| one.given_up_on.is_none());
        for (n, one) in kept {
            let Some(funded_until) = one.funded_until else { continue };
            let item = list.item(n, one.id);
            if let Some(done_on) = one.done_on {
                if funded_until.ends_before(done_on) {
                    cx.not_met(&item, DoneWithoutMoney { done_on, funded_until });
                }
                continue;
            }
            // What goes on all the time is agreed until the agreement ends.
            let is_continuous = matches!(one.when, Some(When::Continuously));
            if is_continuous && period.is_some_and(|period| period.end <= funded_until.last_day()) {
                continue;
            }
            match one.when.as_ref().and_then(|when| when.deadline(period.as_ref())) {
                Some(deadline) if deadline > funded_until.last_day() => {
                    cx.not_met(&item, MoneyEnds { deadline, funded_until });
                }
                Some(_) => {}
                None => cx.not_assessable(&item, END),
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let next_year = PartialDate::of_year(2025).map(|on| When::Date { on: Some(on) });
        add(agreement, next_year, tape);
    },
    |agreement, tape| {
        let continuous = Action { when: Some(When::Continuously), ..action(tape) };
        add_funded(agreement, Action { funded_until: PartialDate::of_month(2024, 11), ..continuous }, tape);
    },
    |agreement, tape| {
        let done = Action { done_on: PartialDate::of_month(2024, 1), ..action(tape) };
        add_funded(agreement, Action { funded_until: PartialDate::of_year(2023), ..done }, tape);
    },
];

/// Adds an action for which there is money in 2024.
#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, when: Option<When>, tape: &mut Tape<'_>) {
    let funded = Action { when, funded_until: PartialDate::of_year(2024), ..action(tape) };
    add_funded(agreement, funded, tape);
}

#[cfg(feature = "proptest")]
fn add_funded(agreement: &mut DevelopmentAgreement, funded: Action, tape: &mut Tape<'_>) {
    agreement.focus_areas.push(FocusArea {
        actions: [funded].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024" } }, "fundedUntil": "2024" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "monthDay": { "day": "--12-31" } }, "fundedUntil": "2024-12" },
                    { "id": "00000000-0000-4000-8000-000000000006", "doneOn": "2024-01-10", "fundedUntil": "2024-01" },
                    { "id": "00000000-0000-4000-8000-000000000007", "doneOn": "2024", "fundedUntil": "2024-06" },
                    {
                        "id": "00000000-0000-4000-8000-000000000008", "when": { "date": { "on": "2025" } },
                        "doneOn": "2024-06-30", "fundedUntil": "2024-06"
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000009", "when": { "date": { "on": "2025" } },
                        "givenUpOn": "2024-01-10", "fundedUntil": "2024-06"
                    }
                ]
            }]
        }"#,
    ),
    // What goes on all the time has money to the last day of the agreement, or may not have it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-03-01", "end": "2025-02-28" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": "continuously", "fundedUntil": "2025-02-28" },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": "continuously", "fundedUntil": "2025-02" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": "continuously", "fundedUntil": "2026" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-03-01", "end": "2025-02-28" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": "continuously", "fundedUntil": "2025-02-27" },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "schedule": {} }, "fundedUntil": "2025" },
                    { "id": "00000000-0000-4000-8000-000000000005", "fundedUntil": "2025" }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/focusAreas/0/actions/0",
                "kan ikke vurderes; mangler: hvornår indsatsen slutter",
                "cannot be assessed; missing: when the action ends",
            ),
            not_assessable(
                "/focusAreas/0/actions/1",
                "kan ikke vurderes; mangler: hvornår indsatsen slutter",
                "cannot be assessed; missing: when the action ends",
            ),
            not_assessable(
                "/focusAreas/0/actions/2",
                "kan ikke vurderes; mangler: hvornår indsatsen slutter",
                "cannot be assessed; missing: when the action ends",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "when": "continuously", "fundedUntil": "2024" }]
            }]
        }"#,
        &[not_assessable(
            "/focusAreas/0/actions/0",
            "kan ikke vurderes; mangler: hvornår indsatsen slutter",
            "cannot be assessed; missing: when the action ends",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025" } }, "fundedUntil": "2024" },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2025-01-01" } }, "fundedUntil": "2024-12-31" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": {} }, "fundedUntil": "2024" },
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "when": { "date": { "on": "2024-05" } },
                        "doneOn": "2024-07-01", "fundedUntil": "2024-06"
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "doneOn": "2024-09", "fundedUntil": "2024-06-30" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0",
                "indsatsen løber til 31. december 2025, men der er kun midler til og med 2024",
                "the action runs until 31 December 2025, but there is money only up to and including 2024",
            ),
            not_met(
                "/focusAreas/0/actions/1",
                "indsatsen løber til 1. januar 2025, men der er kun midler til og med 31. december 2024",
                "the action runs until 1 January 2025, but there is money only up to and including 31 December 2024",
            ),
            not_assessable(
                "/focusAreas/0/actions/2",
                "kan ikke vurderes; mangler: hvornår indsatsen slutter",
                "cannot be assessed; missing: when the action ends",
            ),
            not_met(
                "/focusAreas/0/actions/3",
                "indsatsen er gennemført 1. juli 2024, men der var kun midler til og med juni 2024",
                "the action was done on 1 July 2024, but there was money only up to and including June 2024",
            ),
            not_met(
                "/focusAreas/0/actions/4",
                "indsatsen er gennemført i september 2024, men der var kun midler til og med 30. juni 2024",
                "the action was done in September 2024, but there was money only up to and including 30 June 2024",
            ),
        ],
    ),
];
