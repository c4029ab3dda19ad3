//! What a decision follows is a pilot.

use crate::agreement::{AnnouncedDecision, DevelopmentAgreement};
use crate::body::{Body, BodyKind};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{area, follow_up, in_march};
#[cfg(feature = "proptest")]
use crate::agreement::FocusArea;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR066,
    basis: Basis::Form,
    requirements: &["R-046"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "decisions"), SourceRef::agreement("1.10")],
    title: Bilingual::new(
        "en beslutning, der følger efter en afprøvning, henviser til et pilotprojekt",
        "a decision that follows a trial refers to a pilot project",
    ),
    why: Bilingual::new(
        "Beslutningen skal bygge på det, en afprøvning viser; det kan en styregruppe eller et netværk ikke vise.",
        "The decision is to rest on what a pilot shows, and a steering group or a network shows nothing of the kind.",
    ),
    remedy: Bilingual::new(
        "Henvis til pilotprojektet, eller ret gruppens art.",
        "Refer to the pilot, or correct the type of the body.",
    ),
    example: Bilingual::new(
        "Der tages stilling efter afprøvningen, men henvisningen fører til styregruppen.",
        "Further work is decided on after the pilot, but the reference leads to the steering group.",
    ),
    ..Rule::DERIVED
};

message! {
    NoPilot { kind: Bilingual }
    "beslutningen følger efter et pilotprojekt, men gruppen, der henvises til, er {kind}",
    "the decision follows a pilot, but the body that is referred to is {kind}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut decisions = agreement.focus_areas.iter().flat_map(|area| &area.decisions);
    if !decisions.any(|one| one.after.is_some()) {
        return;
    }
    let set_up = agreement.bodies.iter().map(|one| (one.id, one.kind));
    let kinds = set_up.chain(agreement.participations().map(|one| (one.body, one.kind)));
    let kinds = kinds
        .enumerate()
        .map(|(n, (body, kind))| (body.uuid().as_u128(), (kind != BodyKind::Pilot, n, Some(kind))));
    sorted_of(&kinds, |kinds| report(agreement, kinds, at, cx));
}

fn report(agreement: &DevelopmentAgreement, kinds: &[Said], at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("decisions");
        for (n, AnnouncedDecision { after, .. }) in area.decisions.iter().enumerate() {
            if let Some(kind) = after.and_then(|after| other_kind(kinds, after)) {
                cx.not_met(&list.index(n).key("after"), NoPilot { kind: one_of(kind) });
            }
        }
    }
}

const fn one_of(kind: BodyKind) -> Bilingual {
    match kind {
        BodyKind::Community => Bilingual::new("et forbedringsfællesskab", "an improvement community"),
        BodyKind::WorkingGroup => Bilingual::new("en arbejdsgruppe", "a working group"),
        BodyKind::Network => Bilingual::new("et netværk", "a network"),
        BodyKind::Pilot => Bilingual::new("et pilotprojekt", "a pilot"),
        BodyKind::SteeringGroup => Bilingual::new("en styregruppe", "a steering group"),
        BodyKind::Consortium => Bilingual::new("et konsortium", "a consortium"),
        BodyKind::ImplementationGroup => {
            Bilingual::new("en implementeringsgruppe", "an implementation group")
        }
        BodyKind::CoordinationGroup => Bilingual::new("en koordineringsgruppe", "a coordination group"),
    }
}

/// A body, and the kind that the agreement gives it: a pilot before anything else, then in the order of the document.
type Said = (u128, (bool, usize, Option<BodyKind>));

/// The kind that the agreement gives a body, if it never calls it a pilot.
fn other_kind(kinds: &[Said], body: Id<Body>) -> Option<BodyKind> {
    let (_, (is_other, _, kind)) = sorted::of(kinds, body.uuid().as_u128()).first()?;
    kind.filter(|_| *is_other)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let is_other = |one: &&Body| one.kind != BodyKind::Pilot;
    let Some(after) = agreement.bodies.iter().find(is_other).map(|body| body.id) else { return };
    let decision = AnnouncedDecision {
        by: Some(tape.said()),
        when: in_march(),
        after: Some(after),
        ..AnnouncedDecision::default()
    };
    agreement.focus_areas.push(FocusArea {
        decisions: [decision].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A pilot, and a body without any statement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000009", "kind": "pilot" }],
                "decisions": [
                    { "after": "00000000-0000-4000-8000-000000000009" },
                    { "after": "00000000-0000-4000-8000-000000000008" }, {}
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000009", "kind": "steeringGroup" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [{ "after": "00000000-0000-4000-8000-000000000009" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/decisions/0/after",
            "beslutningen følger efter et pilotprojekt, men gruppen, der henvises til, er en styregruppe",
            "the decision follows a pilot, but the body that is referred to is a steering group",
        )],
    ),
    // Another decision follows nothing; two areas give the body two kinds.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000003", "kind": "network" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [{}, { "after": "00000000-0000-4000-8000-000000000003" }],
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/decisions/1/after",
            "beslutningen følger efter et pilotprojekt, men gruppen, der henvises til, er et netværk",
            "the decision follows a pilot, but the body that is referred to is a network",
        )],
    ),
];
