//! The duty of a party is followed up.

use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::agreement::{PartyDuty, PartyRole},
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
    requires: &[codes::AGR005],
    ..Rule::DERIVED
};

message! {
    DutyNotFollowedUp { party: Bilingual }
    "{party} har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
    "{party} has a duty, but the area has no follow-up of its own",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !area.follow_ups.is_empty() {
        return;
    }
    let list = at.key("duties");
    for (n, duty) in area.duties.iter().enumerate() {
        let at = list.index(n);
        if area.actions.is_empty() {
            cx.not_met(&at, DutyNotFollowedUp { party: duty.of.label() });
        } else {
            cx.depends_on(&at, codes::AGR005);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    area.duties
        .push(PartyDuty::new(tape.pick(&[PartyRole::HeadOfService, PartyRole::SocialDirector]).clone()));
    area.actions.clear();
    area.criticisms.clear();
    area.targets.clear();
    area.follow_ups.clear();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "duties": [{ "of": "headOfService" }], "followUps": [{ "id": "00000000-0000-4000-8000-000000000002" }] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "duties": [
                { "of": "headOfService", "text": "skaber rammerne" },
                { "of": { "other": { "title": "Områdeleder" } } }
            ]
        }"#,
        &[
            not_met(
                "/duties/0",
                "forstanderen har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
                "the head of the service has a duty, but the area has no follow-up of its own",
            ),
            not_met(
                "/duties/1",
                "en anden part har en forpligtelse, men indsatsområdet har ingen egen opfølgning",
                "another party has a duty, but the area has no follow-up of its own",
            ),
        ],
    ),
    // If an area with actions has no follow-up, that is reported once.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "duties": [{ "of": "socialDirector" }], "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }] }"#,
        &[not_evaluated("/duties/0", "AGR005")],
    ),
];
