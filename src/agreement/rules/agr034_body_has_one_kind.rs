//! A body has the same kind in the whole agreement.

use alloc::vec::Vec;

use uuid::Uuid;

use crate::agreement::DevelopmentAgreement;
use crate::agreement::membership::Memberships;
use crate::body::{BodyKind, Forum};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, given_target, in_march, open_target},
    crate::agreement::{FocusArea, Participation},
    crate::body::Body,
    crate::date::PartialDate,
    crate::rule::trial::Breaks,
    crate::target_figure::Population,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR034,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "ids")],
    title: Bilingual::new("en gruppe har kun én art", "a body has only one type"),
    why: Bilingual::new(
        "Er den samme gruppe et fællesskab ét sted og et netværk et andet, er det uklart, hvilke regler der gælder for den.",
        "If the same body is a community in one place and a network in another, it is unclear which rules apply to it.",
    ),
    remedy: Bilingual::new(
        "Ret arten, eller giv den ene af de to grupper sit eget id.",
        "Correct the type, or give one of the two bodies an id of its own.",
    ),
    example: Bilingual::new(
        "Et forbedringsfællesskab og et netværk er indtastet med det samme id.",
        "An improvement community and a network were entered with the same id.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherKind { first: Bilingual, again: Bilingual }
    "gruppen står her som {again}, men tidligere i aftalen som {first}",
    "the body is listed here as {again}, but earlier in the agreement as {first}",
}

pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let targets = agreement.focus_areas.iter().flat_map(|area| &area.targets);
    let mut forums = targets.flat_map(|one| [selected_by(one), one.agreed_by]).flatten();
    let is_known = |(body, kind)| known.of(kind, body).is_some();
    if !known.differ_in_kind() && forums.all(|forum| body_of(forum).is_none_or(is_known)) {
        return;
    }
    let other_kinds = sorted(
        |put| {
            let mut nth = 0_usize;
            each_mention(agreement, at, &mut |body, kind, _| {
                put((body, nth, Some(kind)));
                nth = nth.saturating_add(1);
            });
        },
        |mentions| {
            let same = mentions.chunk_by(|one, other| one.0 == other.0);
            let others = same.flat_map(|same| {
                let first = same.first().and_then(|(_, _, kind)| *kind);
                same.iter().filter(move |(_, _, kind)| *kind != first).map(move |(_, nth, _)| (*nth, first))
            });
            others.collect::<Vec<_>>()
        },
    );
    if other_kinds.is_empty() {
        return;
    }
    let mut nth = 0_usize;
    each_mention(agreement, at, &mut |_, again, place| {
        if let Some((_, Some(first))) = other_kinds.iter().find(|(other, _)| *other == nth) {
            cx.not_met(place, OtherKind { first: first.label(), again: again.label() });
        }
        nth = nth.saturating_add(1);
    });
}

/// Calls `each` with every body whose kind is stated, in the order of the document.
fn each_mention(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    each: &mut dyn FnMut(Uuid, BodyKind, &Path<'_>),
) {
    let bodies = at.key("bodies");
    for (n, body) in agreement.bodies.iter().enumerate() {
        each(body.id.uuid(), body.kind, &bodies.item(n, body.id));
    }
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            each(part.body.uuid(), part.kind, &list.item(n, part.body));
        }
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            let at = list.item(n, target.id);
            if let Some((body, kind)) = selected_by(target).and_then(body_of) {
                each(body, kind, &at.key("population").key("selectedBy"));
            }
            if let Some((body, kind)) = target.agreed_by.and_then(body_of) {
                each(body, kind, &at.key("agreedBy"));
            }
        }
    }
}

fn selected_by(target: &TargetFigure) -> Option<Forum> {
    target.population.as_ref()?.selected_by
}

/// The body of a forum, if the forum is a body and says which one.
fn body_of(forum: Forum) -> Option<(Uuid, BodyKind)> {
    let (body, kind) = match forum {
        Forum::Parties => return None,
        Forum::Community { body } => (body, BodyKind::Community),
        Forum::Network { body } => (body, BodyKind::Network),
        Forum::WorkingGroup { body } => (body, BodyKind::WorkingGroup),
        Forum::SteeringGroup { body } => (body, BodyKind::SteeringGroup),
    };
    Some((body?.uuid(), kind))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let kinds = *tape.pick(&[
            [BodyKind::Network, BodyKind::WorkingGroup],
            [BodyKind::Pilot, BodyKind::Network],
            [BodyKind::SteeringGroup, BodyKind::Pilot],
        ]);
        let participation = kinds.map(|kind| Participation::new(tape.spare_id(1), kind)).into();
        agreement.focus_areas.push(FocusArea { participation, ..area(tape) });
    },
    |agreement, tape| {
        agreement.bodies.push(Body::new(tape.spare_id(1), BodyKind::Network));
        let forum = Forum::WorkingGroup { body: Some(tape.spare_id(1)) };
        agreement.focus_areas.push(FocusArea { targets: [open_target(forum, tape)].into(), ..area(tape) });
    },
    |agreement, tape| {
        agreement.bodies.push(Body::new(tape.spare_id(1), BodyKind::Network));
        let population = Population {
            description: Some(tape.said()),
            selected_by: Some(Forum::WorkingGroup { body: Some(tape.spare_id(1)) }),
            fixed_on: PartialDate::of_month(2024, 1),
            items: Vec::new(),
        };
        let target = TargetFigure { population: Some(population), ..given_target(tape) };
        let follow_ups = [follow_up(in_march(), tape)].into();
        agreement.focus_areas.push(FocusArea { targets: [target].into(), follow_ups, ..area(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same kind everywhere, and a forum that does not say which body it is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "network" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "network" },
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }
                ],
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "steeringGroup": {} } },
                    {
                        "id": "00000000-0000-4000-8000-000000000008",
                        "population": { "selectedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "agreedBy": "parties" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "network" },
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "pilot" }
            ],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "workingGroup" }
                    ],
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000005",
                        "population": { "selectedBy": { "workingGroup": { "body": "00000000-0000-4000-8000-000000000002" } } },
                        "agreedBy": { "steeringGroup": { "body": "00000000-0000-4000-8000-000000000002" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/bodies/1",
                "gruppen står her som pilotprojekt, men tidligere i aftalen som netværk",
                "the body is listed here as pilot, but earlier in the agreement as network",
            ),
            not_met(
                "/focusAreas/0/participation/1",
                "gruppen står her som arbejdsgruppe, men tidligere i aftalen som forbedringsfællesskab",
                "the body is listed here as working group, but earlier in the agreement as improvement community",
            ),
            not_met(
                "/focusAreas/0/targets/0/population/selectedBy",
                "gruppen står her som arbejdsgruppe, men tidligere i aftalen som netværk",
                "the body is listed here as working group, but earlier in the agreement as network",
            ),
            not_met(
                "/focusAreas/0/targets/0/agreedBy",
                "gruppen står her som styregruppe, men tidligere i aftalen som netværk",
                "the body is listed here as steering group, but earlier in the agreement as network",
            ),
        ],
    ),
    // The body is mentioned only as a forum.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "population": { "selectedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000006",
                        "population": { "selectedBy": { "workingGroup": { "body": "00000000-0000-4000-8000-000000000002" } } }
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/1/population/selectedBy",
            "gruppen står her som arbejdsgruppe, men tidligere i aftalen som netværk",
            "the body is listed here as working group, but earlier in the agreement as network",
        )],
    ),
    // No list names the body that a figure and its population name.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "agreedBy": "parties" },
                    {
                        "id": "00000000-0000-4000-8000-000000000004",
                        "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000005" } },
                        "population": {
                            "selectedBy": { "network": { "body": "00000000-0000-4000-8000-000000000005" } }
                        }
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/1/agreedBy",
            "gruppen står her som forbedringsfællesskab, men tidligere i aftalen som netværk",
            "the body is listed here as improvement community, but earlier in the agreement as network",
        )],
    ),
    // Of these forums none names a body of the agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000006", "kind": "community" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000006", "kind": "network" }],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "agreedBy": "parties" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/0",
            "gruppen står her som netværk, men tidligere i aftalen som forbedringsfællesskab",
            "the body is listed here as network, but earlier in the agreement as improvement community",
        )],
    ),
];
