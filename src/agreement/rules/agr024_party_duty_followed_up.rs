//! The duty of a party is followed up.

use super::followed_up::each_without_own;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, meeting, name_no_days},
    crate::agreement::{FocusArea, PartyDuty, PartyRole},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR024,
    severity: Severity::Information,
    requirements: &["R-041"],
    sources: &[SourceRef::agreement("1.1")],
    title: Bilingual::new(
        "der følges op på det, en part forpligter sig til",
        "what a party commits itself to is followed up",
    ),
    why: Bilingual::new(
        "Et løfte, som kun kapitel 3 følger op på, bliver lettere glemt.",
        "A promise that only chapter 3 follows up is more easily forgotten.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opfølgning på indsatsområdet: hvornår, og på hvad. Er dialogmøderne om hele aftalen nok, er der intet at rette.",
        "Add a follow-up to the area: when, and on what. If the dialogue meetings about the whole agreement are enough, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "1.1: de lokale ledere, her forstanderen, »skal forpligte sig på at skabe rammerne«; kun kapitel 3 følger op på afsnittet.",
        "1.1: the local leaders, here the head of the service, are to commit themselves to making room for development; only chapter 3 follows the section up.",
    ),
    requires: &[codes::AGR005, codes::AGR093],
    ..Rule::DERIVED
};

message! {
    DutyNotFollowedUp { party: Bilingual }
    "{party} har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
    "{party} has a duty, but the area has no follow-up of its own",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    each_without_own(agreement, |n, area, is_followed_up| {
        let at = areas.item(n, area.id);
        let list = at.key("duties");
        for (n, duty) in area.duties.iter().enumerate() {
            let at = list.index(n);
            match (is_followed_up, area.actions.is_empty()) {
                (true, true) => cx.not_met(&at, DutyNotFollowedUp { party: duty.of.label() }),
                (true, false) => cx.depends_on(&at, codes::AGR005),
                (false, _) => cx.depends_on(&at, codes::AGR093),
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    name_no_days(agreement);
    agreement.follow_ups = [meeting(tape.spare_id(6), tape)].into();
    let party = tape.pick(&[PartyRole::HeadOfService, PartyRole::SocialDirector]).clone();
    agreement.focus_areas.push(FocusArea { duties: [PartyDuty::new(party)].into(), ..area(tape) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "headOfService" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003" }]
        }] }"#,
    ),
    // If an area with actions has no follow-up, that is reported once.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "duties": [
                        { "of": "headOfService", "text": "skaber rammerne" },
                        { "of": { "other": { "title": "Områdeleder" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "duties": [{ "of": "socialDirector" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000004" }]
                }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting" }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/duties/0",
                "forstanderen har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
                "the head of the service has a duty, but the area has no follow-up of its own",
            ),
            not_met(
                "/focusAreas/0/duties/1",
                "en anden part har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
                "another party has a duty, but the area has no follow-up of its own",
            ),
            not_evaluated("/focusAreas/1/duties/0", "AGR005"),
        ],
    ),
    // Nothing follows it up at all.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "socialDirector" }]
        }] }"#,
        &[not_evaluated("/focusAreas/0/duties/0", "AGR093")],
    ),
];
