//! A follow-up is not planned long after the agreement has ended.

use chrono::NaiveDate;

use super::{each_follow_up, first_day};
use crate::agreement::{DevelopmentAgreement, FollowUp};
use crate::codes;
use crate::date::{PartialDate, Period, add_months};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up},
    crate::agreement::FocusArea,
    crate::date::When,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR086,
    requirements: &["R-020"],
    sources: &[SourceRef::agreement("3")],
    title: Bilingual::new(
        "en opfølgning ligger ikke længe efter, at aftalen er slut",
        "a follow-up is not planned long after the agreement has ended",
    ),
    why: Bilingual::new(
        "Der følges op på aftalen i dens periode eller i den næste. Ligger en opfølgning senere, er årstallet sandsynligvis forkert.",
        "An agreement is followed up in its period or in the next one. A later follow-up probably has a wrong year.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for opfølgningen eller aftalens periode.",
        "Correct the date of the follow-up or the period of the agreement.",
    ),
    example: Bilingual::new(
        "Aftalen gælder for 2026, og en opfølgning er planlagt til februar 2029.",
        "The agreement is for 2026, and a follow-up is planned for February 2029.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    LongAfter { on: PartialDate, end: NaiveDate }
    "opfølgningen ligger først {on:i}, men aftalen slutter {end}",
    "the follow-up is not until {on}, but the agreement ends on {end}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period() else { return };
    let Some(last) = last_of_next(period) else { return };
    let due = |one: &FollowUp| one.when.as_ref()?.due(Some(&period));
    if agreement.all_follow_ups().all(|one| due(one).is_none()) || first_day(agreement, at, cx).is_none() {
        return;
    }
    each_follow_up(agreement, at, |one, at| {
        if let Some(on) = due(one).filter(|due| due.first_day() > last) {
            cx.not_met(&at.key("when"), LongAfter { on, end: period.end });
        }
    });
}

/// The last day of a period that is as long as this one, in whole years, and comes after it.
fn last_of_next(period: Period) -> Option<NaiveDate> {
    let after = period.end.succ_opt()?;
    let years = after.years_since(period.start)?;
    let is_whole = add_months(period.start, years.saturating_mul(12)) == Some(after);
    let years = if is_whole { years } else { years.saturating_add(1) };
    add_months(period.end, years.saturating_mul(12))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let late = follow_up(when(tape.number(2040, 2090)), tape);
        agreement.focus_areas.push(FocusArea { follow_ups: [late].into(), ..area(tape) });
    },
    |agreement, tape| {
        let late = follow_up(when(2040), tape);
        agreement.follow_ups.push(FollowUp { form: None, ..late });
    },
];

#[cfg(feature = "proptest")]
fn when(year: u32) -> Option<When> {
    Some(When::Date { on: PartialDate::of_month(i32::try_from(year).ok()?, 2) })
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2025-12-31" },
    "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2027-12" } } }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts_with(AGREEMENT, r#"{ "/period": null, "/followUps/0/when/date/on": "2090" }"#),
    // The last day of the next period; a time without a start.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2023,
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-12-31" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "timesAYear": { "times": 2 } } },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    // Two years, and a year and a half, which may be followed by two.
    accepts(AGREEMENT),
    accepts_with(AGREEMENT, r#"{ "/period/end": "2025-06-30", "/followUps/0/when/date/on": "2027-06" }"#),
    // Held already: the planned day is wrong all the same.
    refuses_with(
        AGREEMENT,
        r#"{ "/followUps/0/when/date/on": "2028-01", "/followUps/0/doneOn": "2024-01-10" }"#,
        &[not_met(
            "/followUps/0/when",
            "opfølgningen ligger først i januar 2028, men aftalen slutter 31. december 2025",
            "the follow-up is not until January 2028, but the agreement ends on 31 December 2025",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2023,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025-01-01" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024" } } }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": { "deadline": "2029-02-28" } } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0/when",
                "opfølgningen ligger først 1. januar 2025, men aftalen slutter 31. december 2023",
                "the follow-up is not until 1 January 2025, but the agreement ends on 31 December 2023",
            ),
            not_met(
                "/followUps/0/when",
                "opfølgningen ligger først 28. februar 2029, men aftalen slutter 31. december 2023",
                "the follow-up is not until 28 February 2029, but the agreement ends on 31 December 2023",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2023,
            "period": { "start": "2022-01-01", "end": "2022-12-31" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2029" } } }]
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
    // The last month may begin within the year after; another follow-up has no time.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-11-15" },
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025-11" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2025-11-16" } } }
            ]
        }"#,
        &[not_met(
            "/followUps/2/when",
            "opfølgningen ligger først 16. november 2025, men aftalen slutter 15. november 2024",
            "the follow-up is not until 16 November 2025, but the agreement ends on 15 November 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-01-01" },
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025-01-02" } }
            }]
        }"#,
        &[not_met(
            "/followUps/0/when",
            "opfølgningen ligger først 2. januar 2025, men aftalen slutter 1. januar 2024",
            "the follow-up is not until 2 January 2025, but the agreement ends on 1 January 2024",
        )],
    ),
    // Without a time of a follow-up nothing depends on the period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-01", "end": "2023-12-31" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
];
