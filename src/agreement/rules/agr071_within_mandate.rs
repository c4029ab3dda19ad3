//! A decision rests with one body that is set up, and that has a mandate for it.

use alloc::vec::Vec;

use uuid::Uuid;

use super::each_follow_up;
use crate::agreement::{AnnouncedDecision, DevelopmentAgreement};
use crate::body::{Bodies, Body, Forum, Mandate, with_bodies};
use crate::codes;
use crate::date::When;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, Folded, Text, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march, open_target},
    crate::agreement::FocusArea,
    crate::body::BodyKind,
    crate::date::PartialDate,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(crate) static RULE: Rule = Rule {
    code: codes::AGR071,
    severity: Severity::Error,
    requirements: &["R-089", "R-108"],
    sources: &[
        SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Faglige arbejdsgrupper"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5"),
    ],
    title: Bilingual::new(
        "en beslutning ligger hos én gruppe, som er nedsat og har mandat til at træffe den, og den gruppe, der har gennemført noget, er nedsat",
        "a decision rests with one body that is set up and has a mandate for it, and a body that has carried something out is set up",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og beslutningen eller arbejdet kan blive draget i tvivl.",
        "The document contradicts itself, and the decision or the work can be called into question.",
    ),
    remedy: Bilingual::new(
        "Læg beslutningen eller arbejdet hos en gruppe, der er nedsat og har mandat til det, eller ret det, dokumentet siger om gruppen.",
        "Leave the decision or the work to a body that is set up and has a mandate for it, or correct what the document says about the body.",
    ),
    example: Bilingual::new(
        "Arbejdsgruppen har rådgivende status, men det er den, der godkender standarden.",
        "The working group has advisory status, and yet it is the one that approves the standard.",
    ),
    ..Rule::DERIVED
};

message! {
    Exceeded { mandate: Vec<Bilingual>, act: Bilingual }
    "gruppens mandat er at {mandate:og}, men her skal den {act}",
    "the mandate of the body is to {mandate:and}, but here it is to {act}",
}

message! {
    TwoBodies {}
    "beslutningen er lagt hos to grupper: én ved navn og en anden ved henvisning",
    "the decision rests with two bodies: one by name, and another by reference",
}

message! {
    SameDecision { first: u64 }
    "ifølge nr. {first} på områdets liste over beslutninger ligger den samme beslutning hos en anden gruppe",
    "according to number {first} on the area's list of decisions, the same decision rests with another body",
}

message! {
    OnlyExpected {}
    "beslutningen er truffet af en gruppe, som ifølge dokumentet kun forventes oprettet",
    "the decision was taken by a body that, according to the document, is only expected to be set up",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_bodies(&agreement.bodies, |bodies| report(agreement, bodies, at, cx));
}

fn report(agreement: &DevelopmentAgreement, bodies: &Bodies<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            let body = target.agreed_by.and_then(Forum::kind_and_body).and_then(|(_, body)| body);
            check_mandate(bodies.meant(body, None), None, &list.item(n, target.id).key("agreedBy"), cx);
        }
        let list = area_at.key("decisions");
        each_elsewhere(&area.decisions, bodies, |n, key, first| {
            cx.not_met(&list.index(n).key(key), SameDecision { first: ordinal(first) });
        });
        for (n, one) in area.decisions.iter().enumerate() {
            let at = list.index(n);
            let by = one.by.as_ref();
            let body = bodies.meant(one.body, by);
            let place = at.key(if one.body.is_some() { "body" } else { "by" });
            check_mandate(body, one.act, &place, cx);
            // Where the body only advises, words or approves, another one decides.
            if matches!(one.act, None | Some(Mandate::Decide)) {
                check_name(bodies, one.body, by, &at.key("by"), cx);
                if one.decided_on.is_some() {
                    check_set_up(body, &place, cx);
                }
            }
        }
    }
    each_follow_up(agreement, at, |one, at| {
        if let Some(When::DecidedBy { body, name }) = &one.when {
            let place = at.key("when");
            check_mandate(bodies.meant(*body, name.as_ref()), None, &place, cx);
            check_name(bodies, *body, name.as_ref(), &place, cx);
        }
    });
}

/// Calls `each` with each decision that has the same text as an earlier one of the list but is left to another body,
/// with the field that names the body, and with the earlier decision.
fn each_elsewhere<'d>(
    decisions: &'d [AnnouncedDecision],
    bodies: &Bodies<'_>,
    mut each: impl FnMut(usize, &'static str, usize),
) {
    if decisions.len() < 2 {
        return;
    }
    let fill = |add: &mut dyn FnMut((Folded<'d>, usize, Option<Uuid>))| {
        for (n, one) in decisions.iter().enumerate() {
            let text = Folded::stated(one.text.as_ref());
            let body = bodies.meant(one.body, one.by.as_ref()).map(|body| body.id.uuid());
            if let (Some(text), Some(_), None | Some(Mandate::Decide)) = (text, body, one.act) {
                add((text, n, body));
            }
        }
    };
    sorted(fill, |all| {
        for same in all.chunk_by(|one, other| one.0 == other.0) {
            let Some(((_, first, body), others)) = same.split_first() else { continue };
            for (_, n, _) in others.iter().filter(|(.., other)| other != body) {
                let has_id = decisions.get(*n).is_some_and(|one| one.body.is_some());
                each(*n, if has_id { "body" } else { "by" }, *first);
            }
        }
    });
}

/// Compares what a body does with its mandate. An act that is not stated is to approve or to decide.
pub(crate) fn check_mandate(body: Option<&Body>, act: Option<Mandate>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mandate = body.map(|body| body.mandate.as_slice()).unwrap_or_default();
    let needed = act.unwrap_or(Mandate::Approve);
    if !mandate.is_empty() && !mandate.iter().any(|one| one.covers(needed)) {
        let stated = Mandate::ALL.iter().filter(|one| mandate.contains(one));
        let mandate = stated.map(|one| one.label()).collect();
        cx.not_met(at, Exceeded { mandate, act: act.unwrap_or(Mandate::Decide).label() });
    }
}

/// Finds a name that is not that of the body, but of another one of the document.
pub(crate) fn check_name(
    bodies: &Bodies<'_>,
    body: Option<Id<Body>>,
    name: Option<&Text>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if bodies.names_another(body, name) {
        cx.not_met(at, TwoBodies {});
    }
}

/// Finds a body that took a decision and is only expected to be set up.
pub(crate) fn check_set_up(body: Option<&Body>, at: &Path<'_>, cx: &mut Checker<'_>) {
    if body.is_some_and(|body| body.expected == Some(true)) {
        cx.not_met(at, OnlyExpected {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let body = Some(advisers(agreement, tape));
        let act = *tape.pick(&[None, Some(Mandate::Word), Some(Mandate::Approve), Some(Mandate::Decide)]);
        let decision = AnnouncedDecision { body, act, when: in_march(), ..AnnouncedDecision::default() };
        add(agreement, FocusArea { decisions: [decision].into(), ..area(tape) }, tape);
    },
    |agreement, tape| {
        let body = Some(advisers(agreement, tape));
        let target = open_target(Forum::Network { body }, tape);
        add(agreement, FocusArea { targets: [target].into(), ..area(tape) }, tape);
    },
    |agreement, tape| {
        let body = Some(advisers(agreement, tape));
        let decided = follow_up(Some(When::DecidedBy { body, name: None }), tape);
        agreement.follow_ups.push(decided);
    },
    |agreement, tape| {
        let name = Some(tape.said());
        for (n, name) in (11..).zip([name.clone(), None]) {
            agreement.bodies.push(Body { name, ..Body::new(tape.spare_id(n), BodyKind::Network) });
        }
        let body = Some(tape.spare_id(12));
        let decision = AnnouncedDecision { by: name, body, when: in_march(), ..AnnouncedDecision::default() };
        add(agreement, FocusArea { decisions: [decision].into(), ..area(tape) }, tape);
    },
    |agreement, tape| {
        let text = Some(tape.said());
        let decisions = [11, 12].map(|n| AnnouncedDecision {
            text: text.clone(),
            body: Some(tape.spare_id(n)),
            when: in_march(),
            ..AnnouncedDecision::default()
        });
        for n in [11, 12] {
            agreement.bodies.push(Body::new(tape.spare_id(n), BodyKind::Network));
        }
        add(agreement, FocusArea { decisions: decisions.into(), ..area(tape) }, tape);
    },
    |agreement, tape| {
        let id = tape.spare_id(1);
        agreement.bodies.push(Body { expected: Some(true), ..Body::new(id, BodyKind::Consortium) });
        let decision = AnnouncedDecision {
            body: Some(id),
            decided_on: PartialDate::of_year(2024),
            changes: Some(tape.said()),
            ..AnnouncedDecision::default()
        };
        add(agreement, FocusArea { decisions: [decision].into(), ..area(tape) }, tape);
    },
];

/// Adds a network that only advises.
#[cfg(feature = "proptest")]
fn advisers(agreement: &mut DevelopmentAgreement, tape: &Tape<'_>) -> Id<Body> {
    let id = tape.spare_id(1);
    agreement.bodies.push(Body { mandate: [Mandate::Advise].into(), ..Body::new(id, BodyKind::Network) });
    id
}

#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, area: FocusArea, tape: &mut Tape<'_>) {
    agreement.focus_areas.push(FocusArea { follow_ups: [follow_up(in_march(), tape)].into(), ..area });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Who decides may approve, everybody may advise, and a body without a stated mandate may do anything.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "mandate": ["decide"] },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "mandate": ["approve"] },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "network" },
                { "id": "00000000-0000-4000-8000-000000000005", "kind": "workingGroup", "mandate": ["word"] }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "act": "approve" },
                    { "body": "00000000-0000-4000-8000-000000000003" },
                    { "body": "00000000-0000-4000-8000-000000000004", "act": "decide" },
                    { "body": "00000000-0000-4000-8000-000000000005", "act": "advise" },
                    { "by": "socialdirektøren" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "mandate": ["approve"] },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup",
                    "mandate": ["word", "advise", "word"]
                }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000007",
                    "agreedBy": { "workingGroup": { "body": "00000000-0000-4000-8000-000000000003" } }
                }],
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "act": "decide" },
                    { "body": "00000000-0000-4000-8000-000000000003", "act": "approve" }
                ]
            }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000008",
                "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000003" } }
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/agreedBy",
                "gruppens mandat er at rådgive og formulere, men her skal den beslutte",
                "the mandate of the body is to advise and word, but here it is to decide",
            ),
            not_met(
                "/focusAreas/0/decisions/0/body",
                "gruppens mandat er at godkende, men her skal den beslutte",
                "the mandate of the body is to approve, but here it is to decide",
            ),
            not_met(
                "/focusAreas/0/decisions/1/body",
                "gruppens mandat er at rådgive og formulere, men her skal den godkende",
                "the mandate of the body is to advise and word, but here it is to approve",
            ),
            not_met(
                "/followUps/0/when",
                "gruppens mandat er at rådgive og formulere, men her skal den beslutte",
                "the mandate of the body is to advise and word, but here it is to decide",
            ),
        ],
    ),
    // The name of the body itself, that of nobody in the document, and another body where this one only advises; one that
    // is to decide when it is set up.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup", "name": " " },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "consortium", "expected": true }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "by": "styregruppen " },
                    { "body": "00000000-0000-4000-8000-000000000003", "by": "socialdirektøren" },
                    { "body": "00000000-0000-4000-8000-000000000003", "by": "" },
                    { "body": "00000000-0000-4000-8000-000000000003", "by": "Styregruppen", "act": "advise" },
                    { "body": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-11" } } },
                    { "body": "00000000-0000-4000-8000-000000000004", "decidedOn": "2024-01", "act": "advise" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Netværket", "mandate": ["advise"] },
                { "id": "00000000-0000-4000-8000-000000000005", "kind": "pilot" },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "consortium", "expected": true }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000005", "by": "styregruppen" },
                    { "body": "00000000-0000-4000-8000-000000000004", "decidedOn": "2024-01-10" },
                    { "by": "netværket" }
                ]
            }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000008",
                "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000002", "name": "netværket" } }
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/decisions/0/by",
                "beslutningen er lagt hos to grupper: én ved navn og en anden ved henvisning",
                "the decision rests with two bodies: one by name, and another by reference",
            ),
            not_met(
                "/focusAreas/0/decisions/1/body",
                "beslutningen er truffet af en gruppe, som ifølge dokumentet kun forventes oprettet",
                "the decision was taken by a body that, according to the document, is only expected to be set up",
            ),
            not_met(
                "/focusAreas/0/decisions/2/by",
                "gruppens mandat er at rådgive, men her skal den beslutte",
                "the mandate of the body is to advise, but here it is to decide",
            ),
            not_met(
                "/followUps/0/when",
                "beslutningen er lagt hos to grupper: én ved navn og en anden ved henvisning",
                "the decision rests with two bodies: one by name, and another by reference",
            ),
        ],
    ),
    // One body words what another one decides; in another area the same words are another decision.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network" }
            ],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "decisions": [
                        { "text": "Det videre arbejde", "body": "00000000-0000-4000-8000-000000000002" },
                        { "text": "Det videre arbejde", "body": "00000000-0000-4000-8000-000000000003", "act": "word" },
                        { "text": "Det videre arbejde", "by": "styregruppen" }, { "text": "Det videre arbejde", "by": "socialdirektøren" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "decisions": [
                        { "text": "Det videre arbejde", "body": "00000000-0000-4000-8000-000000000003" },
                        { "text": " ", "body": "00000000-0000-4000-8000-000000000002" }, { "text": "", "body": "00000000-0000-4000-8000-000000000003" }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "text": "Det videre arbejde", "body": "00000000-0000-4000-8000-000000000003" },
                    { "text": "Et andet arbejde", "by": "styregruppen" },
                    { "text": "det videre arbejde ", "by": "styregruppen", "act": "decide" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/decisions/2/by",
            "ifølge nr. 1 på områdets liste over beslutninger ligger den samme beslutning hos en anden gruppe",
            "according to number 1 on the area's list of decisions, the same decision rests with another body",
        )],
    ),
    // One of its tasks is enough.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{
                "id": "00000000-0000-4000-8000-000000000003", "kind": "steeringGroup", "mandate": ["advise", "decide"]
            }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [{ "body": "00000000-0000-4000-8000-000000000003" }]
            }]
        }"#,
    ),
    // The later of two decisions names its body by its name, and of two others by its id.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "network", "name": "Netværket" }
            ],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "decisions": [
                        { "text": "spredning", "body": "00000000-0000-4000-8000-000000000003" },
                        { "text": "spredning", "by": "Netværket" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "decisions": [
                        { "text": "spredning", "by": "Styregruppen" },
                        { "text": "Spredning", "body": "00000000-0000-4000-8000-000000000004" }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/decisions/1/by",
                "ifølge nr. 1 på områdets liste over beslutninger ligger den samme beslutning hos en anden gruppe",
                "according to number 1 on the area's list of decisions, the same decision rests with another body",
            ),
            not_met(
                "/focusAreas/1/decisions/1/body",
                "ifølge nr. 1 på områdets liste over beslutninger ligger den samme beslutning hos en anden gruppe",
                "according to number 1 on the area's list of decisions, the same decision rests with another body",
            ),
        ],
    ),
];
