//! A body that is to decide later follow-ups is set up.

use crate::agreement::{DevelopmentAgreement, FollowUp};
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
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
    each_follow_up(agreement, at, |one, at| {
        // A body with an id is looked up by DOC002.
        if let Some(When::DecidedBy { body: None, .. }) = &one.when {
            cx.not_met(&at.key("when"), DeciderUnknown {});
        }
    });
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
        agreement.follow_ups.push(follow_up(Some(When::DecidedBy { body: None, name: None }), tape));
    },
    |agreement, tape| {
        let undecided = follow_up(Some(When::DecidedBy { body: None, name: Some(tape.said()) }), tape);
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
    // A body that has a name only, and one that nothing is said of.
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
                    "when": { "decidedBy": {} }
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
