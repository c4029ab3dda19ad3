//! Nobody takes part in a body that is only expected.

use uuid::Uuid;

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::area,
    crate::agreement::{FocusArea, Participation},
    crate::body::{Body, BodyKind, Membership},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR076,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bodies, expected; focusAreas, participation"),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "tilbuddet indgår ikke i en gruppe, der kun forventes oprettet",
        "the service does not take part in a body that is only expected to be set up",
    ),
    why: Bilingual::new(
        "En gruppe, der ikke er oprettet, har ingen deltagere. Står begge dele i aftalen, er det uklart, om tilbuddet er bundet af noget.",
        "A body that has not been set up has no members. If the agreement says both, it is unclear whether the service is bound by anything.",
    ),
    remedy: Bilingual::new(
        "Skriv, at gruppen er oprettet, eller lad det stå åbent, om tilbuddet indgår (inviteret eller ikke oplyst).",
        "State that the body has been set up, or leave open whether the service takes part (invited, or not stated).",
    ),
    example: Bilingual::new(
        "Konsortiet forventes oprettet, men tilbuddet står som medlem af det.",
        "The consortium is expected to be set up, but the service is a member of it.",
    ),
    ..Rule::DERIVED
};

message! {
    MemberOfExpected {}
    "tilbuddet indgår i en gruppe, som ifølge aftalen kun forventes oprettet",
    "the service takes part in a body that, by the agreement, is only expected to be set up",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let expected = agreement.bodies.iter().filter(|body| body.expected == Some(true));
    let expected = expected.map(|body| body.id.uuid());
    if expected.clone().next().is_none() {
        return;
    }
    let areas = at.key("focusAreas");
    sorted(
        |put: &mut dyn FnMut(Uuid)| expected.clone().for_each(put),
        |expected| {
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let area_at = areas.item(n, area.id);
                let list = area_at.key("participation");
                for (n, part) in area.participation.iter().enumerate() {
                    let is_expected = expected.binary_search(&part.body.uuid()).is_ok();
                    if is_expected && part.membership.is_member() == Some(true) {
                        cx.not_met(&list.item(n, part.body).key("membership"), MemberOfExpected {});
                    }
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let kind = *tape.pick(&[BodyKind::Consortium, BodyKind::Network]);
    let body = Body { expected: Some(true), ..Body::new(tape.spare_id(1), kind) };
    let membership = Membership::Member;
    let part = Participation { membership, ..Participation::new(body.id, kind) };
    agreement.bodies.push(body);
    agreement.focus_areas.push(FocusArea {
        participation: [part].into(),
        follow_ups: [super::breaks::follow_up(super::breaks::in_march(), tape)].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Set up, not said; invited, not stated, outside; and a body of which nothing else is said.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "consortium", "expected": true },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "network", "expected": false },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "network" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000011", "kind": "consortium", "membership": "invited" },
                    { "body": "00000000-0000-4000-8000-000000000011", "kind": "consortium", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000011", "kind": "consortium" },
                    { "body": "00000000-0000-4000-8000-000000000012", "kind": "network", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000013", "kind": "network", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "network", "membership": "member" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000011", "kind": "consortium", "expected": true }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "consortium", "membership": "member" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/0/membership",
            "tilbuddet indgår i en gruppe, som ifølge aftalen kun forventes oprettet",
            "the service takes part in a body that, by the agreement, is only expected to be set up",
        )],
    ),
];
