//! Nobody takes part in a body that is only expected, and it has done nothing.

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::body::{Body, Forum};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::target_figure::TargetState;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, given_target, in_march},
    crate::agreement::{Action, Participation, SupportTask},
    crate::body::{BodyKind, Membership},
    crate::date::PartialDate,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
    crate::target_figure::{Population, TargetFigure},
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR076,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bodies, expected; focusAreas, participation, actions, supportTasks, targets",
        ),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "tilbuddet indgår ikke i en gruppe, der kun forventes oprettet, og gruppen har hverken udført, aftalt eller valgt noget",
        "the service does not take part in a body that is only expected to be set up, and the body has not done, agreed or chosen anything",
    ),
    why: Bilingual::new(
        "En gruppe, der ikke er oprettet, har ingen deltagere og har ikke gjort noget. Står begge dele i aftalen, er det uklart, om tilbuddet er bundet af noget.",
        "A body that has not been set up has no members and has done nothing. If the agreement says both, it is unclear whether the service is bound by anything.",
    ),
    remedy: Bilingual::new(
        "Skriv, at gruppen er oprettet, eller at tilbuddet kun er inviteret. Er måltallet endnu ikke aftalt, så skriv, at det aftales senere. Har andre gjort det, så henvis til dem.",
        "State that the body has been set up, or that the service is only invited. If the figure has not been agreed yet, state that it is to be agreed. If somebody else did it, refer to them.",
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
    "the service takes part in a body that, according to the agreement, is only expected to be set up",
}

message! {
    DoneIn {}
    "indsatsen er udført, men den gruppe, som tilbuddet deltager i ved den, forventes ifølge aftalen kun oprettet",
    "the action is done, but according to the agreement the body that the service takes part in through it is only expected to be set up",
}

message! {
    DoneBy {}
    "opgaven er udført af en gruppe, som ifølge aftalen kun forventes oprettet",
    "the task was done by a body that, according to the agreement, is only expected to be set up",
}

message! {
    AgreedBy {}
    "måltallet er aftalt af en gruppe, som ifølge aftalen kun forventes oprettet",
    "the figure was agreed by a body that, according to the agreement, is only expected to be set up",
}

message! {
    ChosenBy {}
    "det, der måles på, er valgt af en gruppe, som ifølge aftalen kun forventes oprettet",
    "what is measured was chosen by a body that, according to the agreement, is only expected to be set up",
}

/// AGR071 finds a decision that such a body has taken.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let expected = agreement.bodies.iter().filter(|body| body.expected == Some(true));
    let expected = expected.map(|body| body.id.uuid());
    if expected.clone().next().is_none() {
        return;
    }
    let areas = at.key("focusAreas");
    sorted_of(&expected, |expected| {
        let is_expected = |body: Id<Body>| expected.binary_search(&body.uuid()).is_ok();
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            check_area(area, &is_expected, &areas.item(n, area.id), cx);
        }
    });
}

fn check_area(
    area: &FocusArea,
    is_expected: &impl Fn(Id<Body>) -> bool,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let list = at.key("participation");
    for (n, part) in area.participation.iter().enumerate() {
        if part.membership.is_member() == Some(true) && is_expected(part.body) {
            cx.not_met(&list.item(n, part.body).key("membership"), MemberOfExpected {});
        }
    }
    let list = at.key("actions");
    for (n, one) in area.actions.iter().enumerate() {
        if one.done_on.is_some() && one.takes_part_in.is_some_and(is_expected) {
            cx.not_met(&list.item(n, one.id).key("takesPartIn"), DoneIn {});
        }
    }
    let list = at.key("supportTasks");
    for (n, one) in area.support_tasks.iter().enumerate() {
        if one.done_on.is_some() && one.by.is_some_and(is_expected) {
            cx.not_met(&list.index(n).key("by"), DoneBy {});
        }
    }
    let list = at.key("targets");
    for (n, one) in area.targets.iter().enumerate() {
        let at = list.item(n, one.id);
        let is_expected =
            |forum: Forum| forum.kind_and_body().and_then(|(_, body)| body).is_some_and(is_expected);
        let is_agreed = one.state.is_some_and(|state| state != TargetState::ToBeAgreed);
        if is_agreed && one.agreed_by.is_some_and(is_expected) {
            cx.not_met(&at.key("agreedBy"), AgreedBy {});
        }
        let chosen = one.population.as_ref().filter(|population| population.fixed_on.is_some());
        if chosen.and_then(|population| population.selected_by).is_some_and(is_expected) {
            cx.not_met(&at.key("population").key("selectedBy"), ChosenBy {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let body = expected(*tape.pick(&[BodyKind::Consortium, BodyKind::Network]), agreement, tape);
        let membership = Membership::Member;
        let part = Participation { membership, ..Participation::new(body.id, body.kind) };
        let with_part = FocusArea { participation: [part].into(), ..followed_up(tape) };
        agreement.focus_areas.push(with_part);
    },
    |agreement, tape| {
        let body = expected(BodyKind::Consortium, agreement, tape);
        // The membership is found as well; without it, AGR023 would ask for it.
        let membership = Membership::Member;
        let part = Participation { membership, ..Participation::new(body.id, body.kind) };
        let done =
            Action { takes_part_in: Some(body.id), done_on: PartialDate::of_month(2024, 1), ..action(tape) };
        let with_action =
            FocusArea { participation: [part].into(), actions: [done].into(), ..followed_up(tape) };
        agreement.focus_areas.push(with_action);
    },
    |agreement, tape| {
        let by = Some(expected(BodyKind::Network, agreement, tape).id);
        let done =
            SupportTask { by, done_on: PartialDate::of_month(2024, 1), ..SupportTask::new(tape.said()) };
        let with_task = FocusArea { support_tasks: [done].into(), ..followed_up(tape) };
        agreement.focus_areas.push(with_task);
    },
    |agreement, tape| {
        let body = Some(expected(BodyKind::Network, agreement, tape).id);
        let agreed = TargetFigure { agreed_by: Some(Forum::Network { body }), ..given_target(tape) };
        let with_target = FocusArea { targets: [agreed].into(), ..followed_up(tape) };
        agreement.focus_areas.push(with_target);
    },
    |agreement, tape| {
        let body = Some(expected(BodyKind::Network, agreement, tape).id);
        let population = Population {
            description: Some(tape.said()),
            selected_by: Some(Forum::Network { body }),
            fixed_on: PartialDate::of_month(2024, 1),
            ..Population::default()
        };
        let chosen = TargetFigure { population: Some(population), ..given_target(tape) };
        let with_target = FocusArea { targets: [chosen].into(), ..followed_up(tape) };
        agreement.focus_areas.push(with_target);
    },
];

/// Adds a body that is only expected.
#[cfg(feature = "proptest")]
fn expected(kind: BodyKind, agreement: &mut DevelopmentAgreement, tape: &Tape<'_>) -> Body {
    let body = Body { expected: Some(true), ..Body::new(tape.spare_id(1), kind) };
    agreement.bodies.push(body.clone());
    body
}

#[cfg(feature = "proptest")]
fn followed_up(tape: &mut Tape<'_>) -> FocusArea {
    FocusArea { follow_ups: [follow_up(in_march(), tape)].into(), ..area(tape) }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Set up, not said; invited, not stated, outside; and a body about which nothing else is stated.
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
            "the service takes part in a body that, according to the agreement, is only expected to be set up",
        )],
    ),
    // Done without it, not done yet, to be agreed by it, and agreed by others.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "network", "expected": true },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "network" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "takesPartIn": "00000000-0000-4000-8000-000000000011" },
                    { "id": "00000000-0000-4000-8000-000000000004", "takesPartIn": "00000000-0000-4000-8000-000000000012", "doneOn": "2023" },
                    { "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2023" }
                ],
                "supportTasks": [
                    { "text": "planlægger", "by": "00000000-0000-4000-8000-000000000011" },
                    { "text": "planlægger", "by": "00000000-0000-4000-8000-000000000012", "doneOn": "2023" },
                    { "text": "planlægger", "doneOn": "2023" }
                ],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000011" } }, "state": "toBeAgreed" },
                    { "id": "00000000-0000-4000-8000-000000000007", "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000011" } } },
                    { "id": "00000000-0000-4000-8000-000000000008", "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000012" } }, "state": "agreed" },
                    { "id": "00000000-0000-4000-8000-000000000009", "agreedBy": "parties", "state": "agreed" },
                    {
                        "id": "00000000-0000-4000-8000-000000000021",
                        "population": { "selectedBy": { "network": { "body": "00000000-0000-4000-8000-000000000011" } } }
                    }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000011", "kind": "network", "expected": true }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "takesPartIn": "00000000-0000-4000-8000-000000000011", "doneOn": "2023" }],
                "supportTasks": [{ "text": "underviser", "by": "00000000-0000-4000-8000-000000000011", "doneOn": "2023-05" }],
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000006",
                    "population": {
                        "selectedBy": { "network": { "body": "00000000-0000-4000-8000-000000000011" } }, "fixedOn": "2023-05"
                    },
                    "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000011" } }, "state": "met"
                }]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/takesPartIn",
                "indsatsen er udført, men den gruppe, som tilbuddet deltager i ved den, forventes ifølge aftalen kun oprettet",
                "the action is done, but according to the agreement the body that the service takes part in through it is only expected to be set up",
            ),
            not_met(
                "/focusAreas/0/supportTasks/0/by",
                "opgaven er udført af en gruppe, som ifølge aftalen kun forventes oprettet",
                "the task was done by a body that, according to the agreement, is only expected to be set up",
            ),
            not_met(
                "/focusAreas/0/targets/0/population/selectedBy",
                "det, der måles på, er valgt af en gruppe, som ifølge aftalen kun forventes oprettet",
                "what is measured was chosen by a body that, according to the agreement, is only expected to be set up",
            ),
            not_met(
                "/focusAreas/0/targets/0/agreedBy",
                "måltallet er aftalt af en gruppe, som ifølge aftalen kun forventes oprettet",
                "the figure was agreed by a body that, according to the agreement, is only expected to be set up",
            ),
        ],
    ),
    // Who agreed on the figure is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000003", "kind": "community", "expected": true }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "state": "agreed" },
                    { "id": "00000000-0000-4000-8000-000000000005", "state": "agreed", "agreedBy": "parties" }
                ]
            }]
        }"#,
    ),
];
