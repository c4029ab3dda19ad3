//! Duties are those of a party, and dialogue meetings are held with one.

use crate::agreement::{DevelopmentAgreement, FollowUpForm, Party, PartyRole};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march, meeting},
    crate::agreement::{FocusArea, FollowUp, PartyDuty},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR078,
    basis: Basis::Form,
    requirements: &["S-002"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "parties; focusAreas, duties; followUps, with"),
        SourceRef::agreement("titelblad"),
        SourceRef::agreement("3"),
    ],
    title: Bilingual::new(
        "en forpligtelse påhviler en part i aftalen, og et dialogmøde holdes med mindst én af parterne",
        "a duty is that of a party to the agreement, and a dialogue meeting is held with at least one of the parties",
    ),
    why: Bilingual::new(
        "En aftale binder kun dem, der har indgået den. Den, der ikke er part, har ikke sagt ja til opgaven.",
        "An agreement binds only those who concluded it. Somebody who is not a party has not accepted the task.",
    ),
    remedy: Bilingual::new(
        "Ret rollen, tilføj parten, eller skriv opgaven som en støtteopgave.",
        "Correct the role, add the party, or state the task as a support task.",
    ),
    example: Bilingual::new(
        "Aftalen er indgået mellem socialdirektøren og forstanderen, men kommunaldirektøren skal skabe rammerne.",
        "The agreement is between the social director and the head of the service, but the chief executive of the municipality is to provide what is needed.",
    ),
    ..Rule::DERIVED
};

message! {
    DutyOfOther { parties: u64 }
    "den, der har forpligtelsen, er ikke blandt aftalens {parties} parter",
    "whoever has the duty is not among the {parties} parties to the agreement",
}

message! {
    MeetingWithOthers { parties: u64 }
    "dialogmødet holdes ikke med nogen af aftalens {parties} parter",
    "the dialogue meeting is held with none of the {parties} parties to the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    // One party alone is not the whole list, and one with a title of its own may be the person of any other title.
    let has_title = |party: &Party| matches!(party.role, PartyRole::Other { .. });
    if agreement.parties.len() < 2 || agreement.parties.iter().any(has_title) {
        return;
    }
    let has = |role: &PartyRole| agreement.parties.iter().any(|party| party.role == *role);
    let [has_director, has_head] =
        [PartyRole::SocialDirector, PartyRole::HeadOfService].map(|role| has(&role));
    let is_outside = |role: &PartyRole| match role {
        PartyRole::Other { title } => !title.is_blank(),
        PartyRole::SocialDirector => !has_director,
        PartyRole::HeadOfService => !has_head,
    };
    let parties = crate::text::count(agreement.parties.len());
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("duties");
        for (n, _) in area.duties.iter().enumerate().filter(|(_, duty)| is_outside(&duty.of)) {
            cx.not_met(&list.index(n).key("of"), DutyOfOther { parties });
        }
    }
    super::each_follow_up(agreement, at, |one, at| {
        let is_meeting = one.form == Some(FollowUpForm::DialogueMeeting) && !one.with.is_empty();
        if is_meeting && one.with.iter().all(is_outside) {
            cx.not_met(&at.key("with"), MeetingWithOthers { parties });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let duty = PartyDuty::new(PartyRole::Other { title: tape.said() });
        agreement.focus_areas.push(FocusArea {
            duties: [duty].into(),
            follow_ups: [follow_up(in_march(), tape)].into(),
            ..area(tape)
        });
    },
    |agreement, tape| {
        let with = [PartyRole::Other { title: tape.said() }].into();
        agreement.follow_ups.push(FollowUp { with, ..meeting(tape.spare_id(6), tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Who the parties are is not stated, or one of them only.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "parties": [{ "role": "socialDirector" }],
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "headOfService" }] }]
        }"#,
    ),
    // Of the parties; a guest beside one of them; another form; nobody is named, or blank.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "duties": [{ "of": "headOfService" }, { "of": { "other": { "title": " " } } }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "with": ["socialDirector", { "other": { "title": "økonomichefen" } }] },
                { "id": "00000000-0000-4000-8000-000000000004", "form": "status", "with": [{ "other": { "title": "økonomichefen" } }] },
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting" }
            ]
        }"#,
    ),
    // A party has a title of its own, which may be that of the director, or be written in another way.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": { "other": { "title": "direktør" } } }, { "role": "headOfService" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "duties": [{ "of": "socialDirector" }, { "of": { "other": { "title": "direktøren" } } }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "duties": [{ "of": "headOfService" }, { "of": { "other": { "title": "kommunaldirektøren" } } }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "with": [{ "other": { "title": "kommunaldirektøren" } }] }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting", "with": [{ "other": { "title": "kommunaldirektøren" } }, { "other": { "title": "økonomichefen" } }] }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/duties/1/of",
                "den, der har forpligtelsen, er ikke blandt aftalens 2 parter",
                "whoever has the duty is not among the 2 parties to the agreement",
            ),
            not_met(
                "/focusAreas/0/followUps/0/with",
                "dialogmødet holdes ikke med nogen af aftalens 2 parter",
                "the dialogue meeting is held with none of the 2 parties to the agreement",
            ),
            not_met(
                "/followUps/0/with",
                "dialogmødet holdes ikke med nogen af aftalens 2 parter",
                "the dialogue meeting is held with none of the 2 parties to the agreement",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "headOfService" }, { "role": "headOfService" }],
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "socialDirector" }] }]
        }"#,
        &[not_met(
            "/focusAreas/0/duties/0/of",
            "den, der har forpligtelsen, er ikke blandt aftalens 2 parter",
            "whoever has the duty is not among the 2 parties to the agreement",
        )],
    ),
];
