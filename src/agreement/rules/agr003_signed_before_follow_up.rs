//! The agreement is signed no later than the first follow-up.

use chrono::NaiveDate;

use super::{made_on, missing_dates, undated};
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_party, follow_up, in_march},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR003,
    requirements: &["R-003"],
    sources: &[SourceRef::agreement("underskrifter"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "aftalen er underskrevet senest ved den første opfølgning",
        "the agreement is signed no later than the first follow-up",
    ),
    why: Bilingual::new(
        "Der kan først følges op på en aftale, når den er indgået.",
        "An agreement cannot be followed up until it has been made.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller flyt den første opfølgning til efter underskriften. Er begge dele sket, er der ikke andet at rette; underskriv næste aftale før den første opfølgning.",
        "Correct the date that is wrong, or move the first follow-up to after the signing. If both have taken place, there is nothing else to correct; sign the next agreement before its first follow-up.",
    ),
    example: Bilingual::new(
        "En aftale, der er underskrevet 12. april 2024, men som der skulle følges op på første gang 31. marts 2024.",
        "An agreement that was signed on 12 April 2024 and was to be followed up for the first time on 31 March 2024.",
    ),
    requires: &[codes::AGR002, codes::AGR041],
    ..Rule::DERIVED
};

message! {
    SignedLate { signed_on: PartialDate, first_follow_up: NaiveDate }
    "aftalen er dateret {signed_on}, altså efter den første opfølgning {first_follow_up}",
    "the agreement is dated {signed_on}, after the first follow-up on {first_follow_up}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(first_follow_up) = agreement.first_follow_up() else { return };
    let at = at.key("parties");
    if super::agr041_due_within_agreement::has_follow_up_before(agreement) {
        return cx.depends_on(&at, codes::AGR041);
    }
    match made_on(agreement) {
        Some(signed_on) if signed_on.first_day() > first_follow_up => {
            cx.not_met(&at, SignedLate { signed_on, first_follow_up });
        }
        _ if undated(agreement) > 0 => cx.depends_on(&at, codes::AGR002),
        _ => {
            if let Some(dates) = missing_dates(agreement) {
                cx.not_assessable(&at, dates);
            }
        }
    }
}

// An agreement without parties breaks AGR001 as well. A figure can be measured before the follow-up, and so before the
// signature.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        agreement.focus_areas.iter_mut().for_each(|area| area.targets.clear());
        let held = in_january(10).map(|on| crate::date::When::Date { on: Some(on) });
        agreement.follow_ups.push(follow_up(held, tape));
        change_party(agreement, tape, |party| party.signed_on = in_january(12));
    },
    |agreement, tape| {
        agreement.focus_areas.iter_mut().for_each(|area| area.targets.clear());
        agreement.follow_ups.push(follow_up(in_march(), tape));
        change_party(agreement, tape, |party| party.signed_on = None);
        agreement.unattributed_signing_days.extend(PartialDate::of_month(2024, 4));
    },
];

/// A day of January 2024, before the day of the check.
#[cfg(feature = "proptest")]
fn in_january(day: u32) -> Option<PartialDate> {
    PartialDate::of_day(chrono::NaiveDate::from_ymd_opt(2024, 1, day)?).ok()
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "parties": [
        { "role": "socialDirector", "signedOn": "2024-01-09" },
        { "role": "headOfService", "signedOn": "2024-03-31" }
    ],
    "followUps": [
        { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-03-31" } } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A new head joins, in the place of an acting one whose role has a title of its own, or that of the head.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "headOfService", "signedOn": "2024-05-02" },
                { "role": { "other": { "title": "konstitueret forstander" } }, "signedOn": "2024-01-10" },
                { "role": "socialDirector", "signedOn": "2024-03-31" }
            ],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-03-31" } } }
            ]
        }"#,
    ),
    accepts_with(
        AGREEMENT,
        r#"{
            "/parties/1/signedOn": "2024-01-10",
            "/parties/2": { "role": "headOfService", "signedOn": "2024-05-02" }
        }"#,
    ),
    // Two heads are one side.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "headOfService", "signedOn": "2024-01-10" },
                { "role": "headOfService", "signedOn": "2024-02-02" },
                { "role": "socialDirector", "signedOn": "2024-04-01" }
            ],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-03-31" } } }
            ]
        }"#,
        &[not_met(
            "/parties",
            "aftalen er dateret 1. april 2024, altså efter den første opfølgning 31. marts 2024",
            "the agreement is dated 1 April 2024, after the first follow-up on 31 March 2024",
        )],
    ),
    // There is no follow-up with a last day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": "continuously" }]
        }"#,
    ),
    accepts(AGREEMENT),
    // A month may mean its first day, and the month of the follow-up its last.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService", "signedOn": "2024-03" }],
            "unattributedSigningDays": ["2024-03-31"],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-03" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService", "signedOn": "2024-04-01" }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-05-31" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-03-31" } } }
            ]
        }"#,
        &[not_met(
            "/parties",
            "aftalen er dateret 1. april 2024, altså efter den første opfølgning 31. marts 2024",
            "the agreement is dated 1 April 2024, after the first follow-up on 31 March 2024",
        )],
    ),
    // Its first follow-up is before the agreement, which is an error of its own.
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1": null, "/followUps/0/when/date/on": "2014-03-31", "/year": 2024 }"#,
        &[not_evaluated("/parties", "AGR041")],
    ),
    // The same where the follow-up was held: it was not in the year before.
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1": null, "/followUps/0/when/date/on": "2023-11-30", "/followUps/0/doneOn": "2024-11-28", "/year": 2024 }"#,
        &[not_evaluated("/parties", "AGR041")],
    ),
    // The follow-up is in an area and has no year; the date has no party.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "year": 2024,
            "unattributedSigningDays": ["2024-04"],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "monthDay": { "day": "--03-31" } } }
                ]
            }]
        }"#,
        &[not_met(
            "/parties",
            "aftalen er dateret april 2024, altså efter den første opfølgning 31. marts 2024",
            "the agreement is dated April 2024, after the first follow-up on 31 March 2024",
        )],
    ),
    // AGR002 says which date is missing.
    refuses_with(AGREEMENT, r#"{ "/parties/1/signedOn": null }"#, &[not_evaluated("/parties", "AGR002")]),
    // No party is listed.
    accepts_with(
        AGREEMENT,
        r#"{ "/parties": null, "/unattributedSigningDays": ["2024-01-09", "2024-01-10"] }"#,
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties": null, "/unattributedSigningDays": ["2024-01-09"] }"#,
        &[not_assessable(
            "/parties",
            "kan ikke vurderes; mangler: den ene parts underskriftsdato",
            "cannot be assessed; missing: the signing date of one party",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties": null }"#,
        &[not_assessable(
            "/parties",
            "kan ikke vurderes; mangler: begge underskriftsdatoer",
            "cannot be assessed; missing: both signing dates",
        )],
    ),
    // A month may mean its first day: it begins before the follow-up.
    accepts_with(
        AGREEMENT,
        r#"{ "/parties/0/signedOn": "2024-03", "/parties/1": null, "/followUps/0/when/date/on": "2024-03-15" }"#,
    ),
    // A follow-up before the agreement that is held is no error of its own; nor is any, where the period is not that of the
    // year.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2023-12-31" } },
                "doneOn": "2023-12-31"
            }]
        }"#,
        &[not_met(
            "/parties",
            "aftalen er dateret 9. januar 2024, altså efter den første opfølgning 31. december 2023",
            "the agreement is dated 9 January 2024, after the first follow-up on 31 December 2023",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2023-01-01", "end": "2023-12-31" },
            "parties": [{ "role": "socialDirector", "signedOn": "2022-12-01" }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2022-12-31" } }
            }]
        }"#,
    ),
    // One of two is before the agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2023-12-31" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-05-31" } } }
            ]
        }"#,
        &[not_evaluated("/parties", "AGR041")],
    ),
    // Of a month and a day in it, the day counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "signedOn": "2024-02" },
                { "role": "headOfService", "signedOn": "2024-02-20" }
            ],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-02-10" } }
            }]
        }"#,
        &[not_met(
            "/parties",
            "aftalen er dateret 20. februar 2024, altså efter den første opfølgning 10. februar 2024",
            "the agreement is dated 20 February 2024, after the first follow-up on 10 February 2024",
        )],
    ),
];
