//! A dialogue meeting says with whom it is held.

use super::dialogue_meetings;
use crate::agreement::{DevelopmentAgreement, FollowUp, PartyRole};
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::meeting, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR022,
    severity: Severity::Information,
    requirements: &["S-002"],
    sources: &[SourceRef::agreement("3")],
    title: Bilingual::new(
        "det fremgår, hvem et dialogmøde om hele aftalen holdes med",
        "it is stated with whom a dialogue meeting about the whole agreement is held",
    ),
    why: Bilingual::new(
        "Uden den anden part er det uklart, hvem der skal indkalde, og hvem der skal møde.",
        "Without the other party it is unclear who is to call the meeting and who is to attend.",
    ),
    remedy: Bilingual::new(
        "Skriv for hvert dialogmøde, hvem det holdes med.",
        "State with whom each dialogue meeting is held.",
    ),
    example: Bilingual::new(
        "Kapitel 3: »Dialogmøde med medio 2024«, hvor den anden part mangler.",
        "Chapter 3: “Dialogue meeting with mid-2024”, where the other party is missing.",
    ),
    ..Rule::DERIVED
};

message! {
    NotSaidWithWhom {}
    "det fremgår ikke, hvem et dialogmøde om hele aftalen holdes med",
    "it is not stated with whom a dialogue meeting about the whole agreement will be held",
}

message! {
    SeveralNotSaid { meetings: u64 }
    "det fremgår ikke, hvem de {meetings:dialogmøde|dialogmøder} om hele aftalen holdes med",
    "it is not stated with whom the {meetings:dialogue meeting|dialogue meetings} about the whole agreement will be held",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let meetings = dialogue_meetings(agreement).filter(|one| !one.with.iter().any(is_named));
    let at = at.key("followUps");
    match meetings.map(times).fold(0, u64::saturating_add) {
        0 => {}
        1 => cx.not_met(&at, NotSaidWithWhom {}),
        meetings => cx.not_met(&at, SeveralNotSaid { meetings }),
    }
}

/// How many meetings an entry names.
fn times(meeting: &FollowUp) -> u64 {
    match meeting.when {
        Some(When::TimesAYear { times: Some(times) }) => u64::from(times).max(1),
        _ => 1,
    }
}

/// Another role has a title that is not blank.
fn is_named(role: &PartyRole) -> bool {
    !matches!(role, PartyRole::Other { title } if title.is_blank())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    agreement.follow_ups = [FollowUp { with: [].into(), ..meeting(tape.spare_id(6), tape) }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "with": ["socialDirector"] },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "with": [{ "other": { "title": "Områdeleder" } }] },
                { "id": "00000000-0000-4000-8000-000000000004", "form": "status" },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    // A meeting about one area is held with those who attend the meetings about the whole agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting" }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "with": ["socialDirector"] },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "with": [], "on": "møde med direktøren" }
            ]
        }"#,
        &[not_met(
            "/followUps",
            "det fremgår ikke, hvem et dialogmøde om hele aftalen holdes med",
            "it is not stated with whom a dialogue meeting about the whole agreement will be held",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "date": { "on": "2024-medio" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } }
            ]
        }"#,
        &[not_met(
            "/followUps",
            "det fremgår ikke, hvem de 3 dialogmøder om hele aftalen holdes med",
            "it is not stated with whom the 3 dialogue meetings about the whole agreement will be held",
        )],
    ),
    // A title that is blank names nobody.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting",
                    "with": [{ "other": { "title": " " } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting",
                    "when": { "timesAYear": { "times": 0 } }
                }
            ]
        }"#,
        &[not_met(
            "/followUps",
            "det fremgår ikke, hvem de 2 dialogmøder om hele aftalen holdes med",
            "it is not stated with whom the 2 dialogue meetings about the whole agreement will be held",
        )],
    ),
];
