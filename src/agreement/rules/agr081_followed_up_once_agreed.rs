//! What is followed up has been agreed.

use chrono::NaiveDate;

use super::{each_follow_up, first_day, last_signed};
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{FocusArea, FollowUp},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR081,
    requirements: &["R-003", "R-020"],
    sources: &[SourceRef::agreement("underskrifter"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "en opfølgning holdes ikke, før aftalen både er underskrevet og begyndt",
        "a follow-up does not take place before the agreement is signed and has begun",
    ),
    why: Bilingual::new(
        "Det, der skulle følges op på, var endnu ikke aftalt. Enten er datoen forkert, eller opfølgningen hører til en tidligere aftale.",
        "What was to be followed up had not been agreed. Either the date is wrong, or the follow-up belongs to an earlier agreement.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller lad opfølgningen stå i den aftale, den hører til.",
        "Correct the date, or leave the follow-up to the agreement that it belongs to.",
    ),
    example: Bilingual::new(
        "Aftalen for 2025 er underskrevet 18. december 2024, og en opfølgning, der var planlagt til marts 2025, står som gennemført 20. november 2024.",
        "The agreement for 2025 was signed on 18 December 2024, and a follow-up planned for March 2025 is given as done on 20 November 2024.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    HeldBefore { on: PartialDate, signed_on: PartialDate, start: NaiveDate }
    "opfølgningen er gennemført {on:i}, men aftalen er først underskrevet {signed_on:i} og begynder {start}",
    "the follow-up took place {on:on|in}, but the agreement was not signed until {signed_on} and begins on {start}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !agreement.all_follow_ups().any(|one| one.done_on.is_some()) {
        return;
    }
    let Some(start) = first_day(agreement, at, cx) else { return };
    let (period, signed_on) = (agreement.running_period(), last_signed(agreement));
    each_follow_up(agreement, at, |one, at| {
        let Some(on) = one.done_on.filter(|on| on.last_day() < start) else { return };
        // What was planned before the agreement, too, has been taken over from an earlier one.
        if one.deadline(period.as_ref()).is_some_and(|due| due < start) {
            return;
        }
        // Without a day of signing nothing is known; AGR002 asks for it.
        if let Some(signed_on) = signed_on.filter(|signed_on| on.last_day() < signed_on.first_day()) {
            cx.not_met(&at.key("doneOn"), HeldBefore { on, signed_on, start });
        }
    });
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
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
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
    // No day of signing, or one that is early enough while another is missing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2023-11-09" }, { "role": "headOfService" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-12-31", "end": "2024-01-01" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2023-12" }]
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
];
