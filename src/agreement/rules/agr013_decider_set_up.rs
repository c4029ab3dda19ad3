//! A body that is to decide later follow-ups is described in the agreement.

use super::each_follow_up;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up},
    crate::agreement::FocusArea,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR013,
    requirements: &["R-027", "R-176"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "den gruppe, der skal beslutte senere opfølgninger, er beskrevet i aftalen",
        "the body that is to decide later follow-ups is described in the agreement",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvem der indkalder til næste opfølgning.",
        "Otherwise it is unclear who calls the next follow-up.",
    ),
    remedy: Bilingual::new(
        "Beskriv gruppen i aftalen, og henvis til den, eller skriv en dato.",
        "Describe the body in the agreement and refer to it, or state a date.",
    ),
    example: Bilingual::new(
        "1.3.4: »efterfølgende opfølgninger besluttet af styregruppen«, men ingen styregruppe er beskrevet i aftalen.",
        "1.3.4: later follow-ups are decided by the steering group, but the agreement describes no steering group.",
    ),
    requires: &[codes::AGR006],
    ..Rule::DERIVED
};

message! {
    DeciderUnknown {}
    "den gruppe, der skal beslutte opfølgningen, er ikke beskrevet i aftalen",
    "the body that is to decide the follow-up is not described in the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut times = agreement.all_follow_ups().map(|one| &one.when);
    if !times.any(|when| matches!(when, Some(When::DecidedBy { body: None, .. }))) {
        return;
    }
    let taking_part = agreement.participations();
    let taking_part = taking_part.map(|part| part.name.as_ref());
    let names = agreement.bodies.iter().map(|body| body.name.as_ref()).chain(taking_part);
    let names = names.filter_map(Folded::stated);
    sorted_of(&names, |names| {
        each_follow_up(agreement, at, |one, at| {
            // A body with an id is looked up by DOC002.
            let Some(When::DecidedBy { body: None, name }) = &one.when else { return };
            match Folded::stated(name.as_ref()) {
                None => cx.depends_on(&at.key("when"), codes::AGR006),
                Some(name) if names.binary_search(&name).is_ok() => {}
                Some(_) => cx.not_met(&at.key("when"), DeciderUnknown {}),
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let when = When::DecidedBy { body: None, name: Some(tape.said()) };
        agreement.follow_ups.push(follow_up(Some(when), tape));
    },
    |agreement, tape| {
        let undecided = follow_up(Some(When::DecidedBy { body: None, name: Some(tape.said()) }), tape);
        agreement.focus_areas.push(FocusArea { follow_ups: [undecided].into(), ..area(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup" }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }
            }]
        }"#,
    ),
    // Whether there is a body with that id is for DOC002 to say.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000003",
                        "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000004" } }
                    }]
                },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    // Nobody has to decide these.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "schedule": {} } }
            ]
        }"#,
    ),
    // A name that the agreement describes: among its bodies, or where the service takes part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "styregruppen" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000007", "kind": "network", "name": " netværket " }
                ],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000004",
                    "when": { "decidedBy": { "name": "Netværket" } }
                }]
            }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000005",
                "when": { "decidedBy": { "name": "styregruppen" } }
            }]
        }"#,
    ),
    // Two names that are described nowhere, and a decision by nobody.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "styregruppen" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000004",
                    "when": { "decidedBy": { "name": "styregruppen for magt" } }
                }]
            }],
            "followUps": [
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "when": { "decidedBy": { "name": "direktionen" } }
                },
                { "id": "00000000-0000-4000-8000-000000000006", "when": { "decidedBy": {} } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0/when",
                "den gruppe, der skal beslutte opfølgningen, er ikke beskrevet i aftalen",
                "the body that is to decide the follow-up is not described in the agreement",
            ),
            not_met(
                "/followUps/0/when",
                "den gruppe, der skal beslutte opfølgningen, er ikke beskrevet i aftalen",
                "the body that is to decide the follow-up is not described in the agreement",
            ),
            not_evaluated("/followUps/1/when", "AGR006"),
        ],
    ),
    // A blank name is none, even if a body has one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "community", "name": " " }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "when": { "decidedBy": { "name": " " } } }]
        }"#,
        &[not_evaluated("/followUps/0/when", "AGR006")],
    ),
    // The other follow-up waits for nobody.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "decidedBy": { "name": "styregruppen" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": "continuously" }
            ]
        }"#,
        &[not_met(
            "/followUps/0/when",
            "den gruppe, der skal beslutte opfølgningen, er ikke beskrevet i aftalen",
            "the body that is to decide the follow-up is not described in the agreement",
        )],
    ),
];
