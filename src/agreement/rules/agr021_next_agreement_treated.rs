//! A dialogue meeting also covers the next agreement.

use chrono::NaiveDate;

use super::dialogue_meetings;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {super::breaks::meeting, crate::agreement::FollowUp, crate::date::When, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR021,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-019"],
    sources: &[SourceRef::agreement("3")],
    title: Bilingual::new(
        "et dialogmøde behandler også den næste aftale",
        "a dialogue meeting also covers the next agreement",
    ),
    why: Bilingual::new(
        "Begynder arbejdet med næste aftale først, når året er gået, står tilbuddet så længe uden mål.",
        "If work on the next agreement does not begin until the year is over, the service has no targets in the meantime.",
    ),
    remedy: Bilingual::new(
        "Lad et dialogmøde, der holdes, før aftalen udløber, også behandle den næste aftale: skriv hvilket, eller ret mødets dato eller aftalens år, hvis de er forkerte. Lukker tilbuddet, er der intet at rette.",
        "Let a dialogue meeting that is held before this agreement ends also cover the next one: say which, or correct the date of the meeting or the year of the agreement if they are wrong. If the service closes, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "En aftale, hvor kapitel 3 ikke nævner et dialogmøde, »som også behandler drifts- og udviklingsaftalen 2025«.",
        "An agreement in which chapter 3 names no dialogue meeting that also covers the agreement for 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    NotTreated {}
    "det fremgår ikke, at et dialogmøde også behandler den næste aftale",
    "it is not stated that a dialogue meeting also covers the next agreement",
}

message! {
    TreatedLate { held_on: NaiveDate, end: NaiveDate }
    "næste års aftale behandles tidligst {held_on}, altså efter at aftalen er udløbet {end}",
    "next year's agreement is covered on {held_on} at the earliest, which is after this one has ended on {end}",
}

message! {
    HeldLate { on: PartialDate, end: NaiveDate }
    "næste års aftale blev først behandlet {on:i}, altså efter at aftalen var udløbet {end}",
    "next year's agreement was not covered until {on}, which is after this one had ended on {end}",
}

/// The day on which a meeting was held takes precedence over the planned day. One meeting in time is enough: another may come back to it.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let mut late = None;
    let list = at.key("followUps");
    for (n, one) in agreement.follow_ups.iter().enumerate() {
        if one.next_agreement != Some(true) {
            continue;
        }
        let planned_on = one.when.as_ref().and_then(|when| when.start(period.as_ref()));
        let held_on = one.done_on.map(PartialDate::first_day).or(planned_on);
        match (held_on, period) {
            (Some(held_on), Some(Period { end, .. })) if held_on > end => {
                late.get_or_insert((n, one, held_on, end));
            }
            _ => return,
        }
    }
    if let Some((n, one, held_on, end)) = late {
        let at = list.item(n, one.id);
        match one.done_on {
            Some(on) => cx.not_met(&at.key("doneOn"), HeldLate { on, end }),
            None => cx.not_met(&at, TreatedLate { held_on, end }),
        }
    } else if dialogue_meetings(agreement).next().is_some() {
        cx.not_met(&list, NotTreated {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let next_agreement = *tape.pick(&[None, Some(false)]);
        agreement.follow_ups = [FollowUp { next_agreement, ..meeting(tape.spare_id(6), tape) }].into();
    },
    |agreement, tape| {
        let when = PartialDate::of_month(2025, 1).map(|on| When::Date { on: Some(on) });
        agreement.follow_ups = [FollowUp { when, ..meeting(tape.spare_id(6), tape) }].into();
    },
];

#[cfg(test)]
const HELD: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2022,
    "followUps": [{
        "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "nextAgreement": true,
        "when": { "date": { "on": "2022-ultimo" } }, "doneOn": "2022-12"
    }]
}"#;

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "followUps": [
        { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "nextAgreement": false },
        { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "nextAgreement": true }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Without a dialogue meeting there is none to treat it.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "form": "status" }, { "id": "00000000-0000-4000-8000-000000000003" }] }"#,
    ),
    accepts(AGREEMENT),
    // Another form of follow-up covers it.
    accepts_with(AGREEMENT, r#"{ "/followUps/0/nextAgreement": null, "/followUps/1/form": "status" }"#),
    refuses_with(
        AGREEMENT,
        r#"{ "/followUps/1/nextAgreement": null, "/followUps/1/on": "også den næste aftale" }"#,
        &[not_met(
            "/followUps",
            "det fremgår ikke, at et dialogmøde også behandler den næste aftale",
            "it is not stated that a dialogue meeting also covers the next agreement",
        )],
    ),
    // On the last day of the year, with another meeting after it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "nextAgreement": true, "when": { "date": { "on": "2025-02" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "nextAgreement": true, "when": { "date": { "on": "2024-12-31" } } }
            ]
        }"#,
    ),
    // Held in the last month; planned too late, but held in time; and held too late.
    accepts(HELD),
    accepts_with(HELD, r#"{ "/followUps/0/when/date/on": "2023-01", "/followUps/0/doneOn": "2022-12-31" }"#),
    refuses_with(
        HELD,
        r#"{ "/followUps/0/doneOn": "2023-02-11" }"#,
        &[not_met(
            "/followUps/0/doneOn",
            "næste års aftale blev først behandlet 11. februar 2023, altså efter at aftalen var udløbet 31. december 2022",
            "next year's agreement was not covered until 11 February 2023, which is after this one had ended on 31 December 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "date": { "on": "2024-06" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "nextAgreement": true, "when": { "date": { "on": "2025-01" } } }
            ]
        }"#,
        &[not_met(
            "/followUps/1",
            "næste års aftale behandles tidligst 1. januar 2025, altså efter at aftalen er udløbet 31. december 2024",
            "next year's agreement is covered on 1 January 2025 at the earliest, which is after this one has ended on \
             31 December 2024",
        )],
    ),
];
