//! A body does what its mandate in the document says, and no more.

use alloc::vec::Vec;

use uuid::Uuid;

use super::each_follow_up;
use crate::agreement::DevelopmentAgreement;
use crate::body::{Body, Forum, Mandate};
use crate::codes;
use crate::date::When;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march, open_target},
    crate::agreement::{AwaitedDecision, FocusArea},
    crate::body::BodyKind,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR071,
    severity: Severity::Error,
    requirements: &["R-089", "R-108"],
    sources: &[
        SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Faglige arbejdsgrupper"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5"),
    ],
    title: Bilingual::new(
        "en gruppe holder sig inden for det mandat, som dokumentet giver den",
        "a body keeps within the mandate that the document gives it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og beslutningen kan blive draget i tvivl.",
        "The document contradicts itself, and the decision can be called into question.",
    ),
    remedy: Bilingual::new(
        "Læg beslutningen hos en gruppe, der har mandat til den, eller ret mandatet.",
        "Leave the decision to a body that has a mandate for it, or correct the mandate.",
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

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mandates = agreement.bodies.iter().flat_map(|body| body.mandate.iter().map(|one| (body.id, *one)));
    let mandates = mandates.enumerate().map(|(n, (body, one))| (body.uuid(), (n, Some(one))));
    sorted(|put| mandates.clone().for_each(put), |mandates| report(agreement, mandates, at, cx));
}

fn report(agreement: &DevelopmentAgreement, mandates: &[Given], at: &Path<'_>, cx: &mut Checker<'_>) {
    if mandates.is_empty() {
        return;
    }
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            let body = target.agreed_by.and_then(Forum::kind_and_body).and_then(|(_, body)| body);
            hold(mandates, body, None, &list.item(n, target.id).key("agreedBy"), cx);
        }
        let list = area_at.key("decisions");
        for (n, one) in area.decisions.iter().enumerate() {
            hold(mandates, one.body, one.act, &list.index(n).key("body"), cx);
        }
    }
    each_follow_up(agreement, at, |one, at| {
        if let Some(When::DecidedBy { body, .. }) = one.when {
            hold(mandates, body, None, &at.key("when"), cx);
        }
    });
}

/// A body, and one of its mandates, in the order of the document.
type Given = (Uuid, (usize, Option<Mandate>));

/// Compares what a body does with its mandate. An act that is not stated is to approve or to decide.
fn hold(
    mandates: &[Given],
    body: Option<Id<Body>>,
    act: Option<Mandate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let Some(body) = body else { return };
    let given = sorted::of(mandates, body.uuid()).iter().filter_map(|(_, (_, one))| *one);
    let needed = act.unwrap_or(Mandate::Approve);
    if given.clone().next().is_some() && !given.clone().any(|one| one.covers(needed)) {
        let mandate = given.map(Mandate::label).collect();
        cx.not_met(at, Exceeded { mandate, act: act.unwrap_or(Mandate::Decide).label() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let body = Some(advisers(agreement, tape));
        let act = *tape.pick(&[None, Some(Mandate::Word), Some(Mandate::Approve), Some(Mandate::Decide)]);
        let decision = AwaitedDecision { body, act, when: in_march(), ..AwaitedDecision::default() };
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
                    "mandate": ["advise", "word"]
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
];
