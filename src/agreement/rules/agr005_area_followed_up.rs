//! An area that gives the service actions has at least one follow-up.

use super::followed_up::each_without_own;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, meeting, name_no_days},
    crate::agreement::{FocusArea, PartyDuty, PartyRole},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR005,
    severity: Severity::Information,
    requirements: &["R-013"],
    sources: &[
        SourceRef::agreement("1.2.1"),
        SourceRef::agreement("1.3.4"),
        SourceRef::agreement("1.6.3"),
        SourceRef::agreement("1.13.2"),
    ],
    title: Bilingual::new(
        "et område med indsatser for tilbuddet har sin egen opfølgning",
        "an area with actions for the service has a follow-up of its own",
    ),
    why: Bilingual::new(
        "Har et område kun den fælles opfølgning i kapitel 3, bliver dets indsatser lettere glemt mellem dialogmøderne.",
        "If an area has only the general follow-up in chapter 3, its actions are more easily forgotten between the dialogue meetings.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opfølgning til indsatsområdet: hvornår, og på hvad. Er dialogmøderne om hele aftalen nok, er der intet at rette.",
        "Add a follow-up to the area: when, and on what. If the dialogue meetings about the whole agreement are enough, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "1.2 og 1.13 giver tilbuddet indsatser, men har kun den fælles opfølgning i kapitel 3.",
        "1.2 and 1.13 give the service actions, but have only the general follow-up in chapter 3.",
    ),
    requires: &[codes::AGR093],
    ..Rule::DERIVED
};

message! {
    NoFollowUp { actions: u64 }
    "indsatsområdet har {actions:indsats|indsatser}, men ingen egen opfølgning",
    "the area has {actions:action|actions}, but no follow-up of its own",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("focusAreas");
    each_without_own(agreement, |n, area, is_followed_up| {
        let at = list.item(n, area.id);
        match (area.actions.len(), is_followed_up) {
            (0, _) => {}
            (actions, true) => cx.not_met(&at, NoFollowUp { actions: count(actions) }),
            (_, false) => cx.depends_on(&at, codes::AGR093),
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    name_no_days(agreement);
    agreement.follow_ups = [meeting(tape.spare_id(6), tape)].into();
    let duties = tape.pick(&[&[][..], &[PartyRole::HeadOfService]]).iter().cloned().map(PartyDuty::new);
    let area = FocusArea { actions: [action(tape)].into(), duties: duties.collect(), ..area(tape) };
    agreement.focus_areas.push(area);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Neither figures nor the tasks of others are actions of the service, and what a follow-up says is for other rules.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": [
            {
                "id": "00000000-0000-4000-8000-000000000002", "supportTasks": [{ "text": "undervisning" }],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            },
            {
                "id": "00000000-0000-4000-8000-000000000004",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000005" }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000006" }]
            }
        ] }"#,
    ),
    // A dialogue meeting about everything, and a follow-up of the whole that names an action.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting" }]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "indsatsområdet har 1 indsats, men ingen egen opfølgning",
            "the area has 1 action, but no follow-up of its own",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": "continuously" },
                    { "id": "00000000-0000-4000-8000-000000000004" }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "actions": ["00000000-0000-4000-8000-000000000004"] }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "indsatsområdet har 2 indsatser, men ingen egen opfølgning",
            "the area has 2 actions, but no follow-up of its own",
        )],
    ),
    // Nothing follows it up at all.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0", "AGR093")],
    ),
];
