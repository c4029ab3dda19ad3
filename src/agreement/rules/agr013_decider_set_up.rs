//! A body that is to decide later follow-ups is set up.

use crate::agreement::{DevelopmentAgreement, FollowUp};
use crate::body::Body;
use crate::codes;
use crate::date::When;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::follow_up,
    crate::agreement::{FocusArea, ScopeOfDuty},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR013,
    requirements: &["R-027", "R-176"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et organ, der skal beslutte senere opfølgninger, er nedsat",
        "a body that is to decide later follow-ups is set up",
    ),
    why: Bilingual::new(
        "Findes organet ikke, bliver der aldrig besluttet en opfølgning.",
        "If the body does not exist, no follow-up is ever decided.",
    ),
    remedy: Bilingual::new(
        "Beskriv organet i aftalen, og henvis til det, eller skriv en dato.",
        "Describe the body in the agreement and refer to it, or state a date.",
    ),
    example: Bilingual::new(
        "1.3.4: \"efterfølgende opfølgninger besluttet af styregruppen\" – en styregruppe nedsættes ingen steder.",
        "1.3.4: later follow-ups are decided by the steering group – which is set up nowhere.",
    ),
    ..Rule::DERIVED
};

message! {
    DeciderUnknown {}
    "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
    "the body that is to decide the follow-up is set up or described nowhere in the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let taking_part = agreement.focus_areas.iter().flat_map(|area| &area.participation).map(|part| part.body);
    let bodies = agreement.bodies.iter().map(|body| body.id).chain(taking_part).map(|body| (body.uuid(), ()));
    sorted(
        |put| bodies.clone().for_each(put),
        |bodies| {
            let is_set_up = |body: Id<Body>| !sorted::of(bodies, body.uuid()).is_empty();
            each_follow_up(agreement, at, |one, at| {
                if let Some(When::DecidedBy { body, .. }) = &one.when
                    && !body.is_some_and(is_set_up)
                {
                    cx.not_met(&at.key("when"), DeciderUnknown {});
                }
            });
        },
    );
}

/// Calls `each` with every follow-up, of the areas and of the whole agreement.
fn each_follow_up(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&FollowUp, &Path<'_>),
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("followUps");
        for (n, one) in area.follow_ups.iter().enumerate() {
            each(one, &list.item(n, one.id));
        }
    }
    let list = at.key("followUps");
    for (n, one) in agreement.follow_ups.iter().enumerate() {
        each(one, &list.item(n, one.id));
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let body = tape.flag().then(|| tape.spare_id(9));
        agreement.follow_ups.push(follow_up(Some(When::DecidedBy { body, name: None }), tape));
    },
    |agreement, tape| {
        let body = tape.flag().then(|| tape.spare_id(9));
        let undecided = follow_up(Some(When::DecidedBy { body, name: Some(tape.said()) }), tape);
        agreement.focus_areas.push(FocusArea {
            scope: [ScopeOfDuty::AllServices].into(),
            follow_ups: [undecided].into(),
            ..FocusArea::new(tape.spare_id(4))
        });
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
    // Another area describes the body.
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
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000004", "kind": "network" }]
                }
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
    // A body with another id, one that has a name only, and one that nothing is said of.
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
                    "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000008" } }
                }]
            }],
            "followUps": [
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "when": { "decidedBy": { "name": "styregruppen" } }
                },
                { "id": "00000000-0000-4000-8000-000000000006", "when": { "decidedBy": {} } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0/when",
                "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
                "the body that is to decide the follow-up is set up or described nowhere in the agreement",
            ),
            not_met(
                "/followUps/0/when",
                "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
                "the body that is to decide the follow-up is set up or described nowhere in the agreement",
            ),
            not_met(
                "/followUps/1/when",
                "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
                "the body that is to decide the follow-up is set up or described nowhere in the agreement",
            ),
        ],
    ),
];
