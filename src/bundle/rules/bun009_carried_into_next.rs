//! What reaches past the period of an agreement is in the next one.

use chrono::NaiveDate;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::agreement::{DevelopmentAgreement, FollowUp, FollowUpForm},
    crate::date::PartialDate,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN009,
    requirements: &["R-017", "S-010"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "det, der rækker ud over en aftales periode, står i tilbuddets næste aftale",
        "what reaches past the period of an agreement is in the next agreement of the service",
    ),
    why: Bilingual::new(
        "Den første aftale er udløbet, når fristen kommer, så ingen aftale følger op på den.",
        "The first agreement has ended when the deadline comes, so no agreement follows it up.",
    ),
    remedy: Bilingual::new(
        "Tag det med i den næste aftale, eller skriv i den første, at det er gjort, eller hvornår indsatsen blev opgivet.",
        "Carry it over into the next agreement, or state in the first one that it is done, or when the action was given up.",
    ),
    example: Bilingual::new(
        "Aftalen for 2024 siger, at alle bygninger gennemgås i 2024 og 2025. Aftalen for 2025 siger intet om dem.",
        "The agreement for 2024 says that all buildings are reviewed in 2024 and 2025. The one for 2025 says nothing about them.",
    ),
    ..Rule::DERIVED
};

message! {
    Dropped { last_day: NaiveDate, next: u64 }
    "fristen er {last_day}, efter aftalens periode, men den næste aftale, i dokument {next}, har det ikke med",
    "the last day is {last_day}, past the period of the agreement, but the next agreement, in document {next}, does not have it",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.carried.dropped() {
        let facts = Dropped { last_day: one.last_day, next: crossing::number(one.next) };
        crossing.not_met(one.place, one.subject, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let mut next = None;
    let when = added::month_of(2025, 6);
    let (form, on) = (Some(FollowUpForm::Status), Some(tape.said()));
    let follow_up = FollowUp { when, form, on, ..FollowUp::new(tape.fresh_id()) };
    added::each_agreement(bundle, |agreement| {
        agreement.follow_ups.push(follow_up.clone());
        // Signed in the course of the year.
        let mut parties = agreement.parties.clone();
        for party in &mut parties {
            party.signed_on = PartialDate::of_year(2024);
        }
        next = Some(DevelopmentAgreement {
            service: agreement.service.clone(),
            year: agreement.year.map(|year| year.saturating_add(1)),
            parties,
            ..DevelopmentAgreement::new(tape.spare_id(5))
        });
    });
    if let Some(next) = next {
        added::document(next, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Continued, there under its id, done, given up, within the period, measured by another figure, or over before the next.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "actions": [
                    { "id": "00000000-0000-4000-8000-0000000000a1", "when": { "date": { "on": "2025" } } },
                    { "id": "00000000-0000-4000-8000-0000000000a2", "when": { "date": { "on": "2026-12-31" } } },
                    { "id": "00000000-0000-4000-8000-0000000000a3", "when": { "date": { "on": "2025" } }, "doneOn": "2024-11" },
                    { "id": "00000000-0000-4000-8000-0000000000a5", "when": { "date": { "on": "2025" } }, "givenUpOn": "2024-12-05" },
                    { "id": "00000000-0000-4000-8000-0000000000a4", "when": { "date": { "on": "2024-12-31" } } }
                ],
                "targets": [{
                    "id": "00000000-0000-4000-8000-0000000000b1",
                    "indicator": { "id": "00000000-0000-4000-8000-0000000000c1" },
                    "measuredAt": { "date": { "on": "2025-03" } }
                }]
            }]
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021", "year": 2025,
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000023",
                "actions": [
                    {
                        "id": "00000000-0000-4000-8000-0000000000a9",
                        "continues": { "id": "00000000-0000-4000-8000-0000000000a1" }
                    },
                    { "id": "00000000-0000-4000-8000-0000000000a2" }
                ],
                "targets": [{
                    "id": "00000000-0000-4000-8000-0000000000b2",
                    "indicator": { "id": "00000000-0000-4000-8000-0000000000c1" }
                }]
            }]
        } }"#,
        // Another service, and the year after the next.
        "03": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000031", "year": 2025,
            "service": { "id": "00000000-0000-4000-8000-000000000032" }
        } }"#,
        "04": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000041", "year": 2026,
            "service": { "id": "00000000-0000-4000-8000-000000000012" }
        } }"#,
    )),
    // The next agreement comes first, and what was due before it begins is past.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021", "year": 2026,
                "service": { "id": "00000000-0000-4000-8000-000000000012" }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-0000000000a1", "when": { "date": { "on": "2025" } } },
                        { "id": "00000000-0000-4000-8000-0000000000a2", "when": { "date": { "on": "2026-01-01" } } }
                    ]
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/actions/1",
            "fristen er 1. januar 2026, efter aftalens periode, men den næste aftale, i dokument 1, har det ikke med",
            "the last day is 1 January 2026, past the period of the agreement, but the next agreement, in document 1, does not have it",
        )],
    ),
    // What lies after the period: a figure, and follow-ups of an area and of the whole agreement. What is on its last day
    // does not, nor what is done or has no day.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "year": 2023,
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000014", "measuredAt": { "date": { "on": "2024-03" } } },
                        {
                            "id": "00000000-0000-4000-8000-000000000017", "measuredAt": { "date": { "on": "2024-03" } },
                            "state": "met"
                        },
                        { "id": "00000000-0000-4000-8000-000000000020", "state": "toBeAgreed" }
                    ],
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000015", "when": { "date": { "on": "2024-04" } } },
                        { "id": "00000000-0000-4000-8000-000000000018", "when": "continuously" }
                    ],
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000019", "when": { "date": { "on": "2023-12-31" } } },
                        { "id": "00000000-0000-4000-8000-000000000021", "when": { "date": {} } }
                    ]
                }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000016", "when": { "date": { "on": "2024-05" } } }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000031", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "year": 2024
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/agreement/focusAreas/0/targets/0",
                "fristen er 31. marts 2024, efter aftalens periode, men den næste aftale, i dokument 2, har det ikke med",
                "the last day is 31 March 2024, past the period of the agreement, but the next agreement, in document 2, does not have it",
            ),
            not_met(
                "/documents/0/content/agreement/focusAreas/0/followUps/0",
                "fristen er 30. april 2024, efter aftalens periode, men den næste aftale, i dokument 2, har det ikke med",
                "the last day is 30 April 2024, past the period of the agreement, but the next agreement, in document 2, does not have it",
            ),
            not_met(
                "/documents/0/content/agreement/followUps/0",
                "fristen er 31. maj 2024, efter aftalens periode, men den næste aftale, i dokument 2, har det ikke med",
                "the last day is 31 May 2024, past the period of the agreement, but the next agreement, in document 2, does not have it",
            ),
        ],
    ),
];
