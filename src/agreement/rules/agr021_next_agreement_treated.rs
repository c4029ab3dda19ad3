//! A follow-up of the whole agreement also covers the next agreement.

use super::dialogue_meetings;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::meeting, crate::agreement::FollowUp, crate::rule::trial::Breaks};

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
        "Skriv, hvilket dialogmøde der også behandler den næste aftale.",
        "Say which dialogue meeting also covers the next agreement.",
    ),
    example: Bilingual::new(
        "En aftale, hvor kapitel 3 ikke siger om noget dialogmøde, at det \"også behandler drifts- og udviklingsaftalen 2025\".",
        "An agreement in which chapter 3 says of no dialogue meeting that it also covers the agreement for 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    NotTreated {}
    "det fremgår ikke, at et dialogmøde også behandler den næste aftale",
    "it is not stated that a dialogue meeting also covers the next agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_treated = agreement.follow_ups.iter().any(|one| one.next_agreement == Some(true));
    if !is_treated && dialogue_meetings(agreement).next().is_some() {
        cx.not_met(&at.key("followUps"), NotTreated {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let next_agreement = *tape.pick(&[None, Some(false)]);
    agreement.follow_ups = [FollowUp { next_agreement, ..meeting(tape.spare_id(6), tape) }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Without a dialogue meeting there is none to treat it.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "form": "status" }, { "id": "00000000-0000-4000-8000-000000000003" }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "nextAgreement": false },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "nextAgreement": true }
            ]
        }"#,
    ),
    // Another form of follow-up covers it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting" },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "status", "nextAgreement": true }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "nextAgreement": false },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "on": "også den næste aftale" }
            ]
        }"#,
        &[not_met(
            "/followUps",
            "det fremgår ikke, at et dialogmøde også behandler den næste aftale",
            "it is not stated that a dialogue meeting also covers the next agreement",
        )],
    ),
];
