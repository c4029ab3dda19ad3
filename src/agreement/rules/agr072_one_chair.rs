//! A steering group has one chair.

use crate::body::{Body, BodyKind, SeatRole};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::body::Seat, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR072,
    severity: Severity::Information,
    requirements: &["R-113"],
    sources: &[
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5"),
        SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Styregruppe"),
    ],
    title: Bilingual::new("en styregruppe har én formand", "a steering group has one chair"),
    why: Bilingual::new(
        "Ellers er det uklart, hvem der har det øverste ansvar for, at arbejdet skrider frem.",
        "Otherwise it is unclear who has overall responsibility for the progress of the work.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvem af medlemmerne der er formand. Deler flere formandskabet, er der intet at rette.",
        "Say which of the members is the chair. If several share the chair, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Styregruppen har fire medlemmer, og to af dem står som formand.",
        "The steering group has four members, and two of them are listed as chair.",
    ),
    ..Rule::DERIVED
};

message! {
    Chairs { chairs: u64 }
    "styregruppen har {chairs} formænd",
    "the steering group has {chairs} chairs",
}

pub(super) fn check(body: &Body, at: &Path<'_>, cx: &mut Checker<'_>) {
    if body.kind != BodyKind::SteeringGroup || body.seats.is_empty() {
        return;
    }
    let chairs = count(body.seats.iter().filter(|seat| seat.role == Some(SeatRole::Chair)).count());
    match chairs {
        // The list may leave out the role, or the chair.
        0 => {
            let chair = Bilingual::new("hvem der er formand", "who is the chair");
            cx.not_assessable(&at.key("seats"), chair);
        }
        1 => {}
        _ => cx.not_met(&at.key("seats"), Chairs { chairs }),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Body> = &[
    |body, _| seat(body, &[SeatRole::Chair, SeatRole::Member, SeatRole::Chair]),
    |body, tape| seat(body, &[*tape.pick(&[SeatRole::Member, SeatRole::Secretary, SeatRole::Invited])]),
];

#[cfg(feature = "proptest")]
fn seat(body: &mut Body, roles: &[SeatRole]) {
    body.kind = BodyKind::SteeringGroup;
    body.seats = roles.iter().map(|role| Seat { role: Some(*role), represents: None }).collect();
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The seats are not stated; and only a steering group needs a chair.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "steeringGroup" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "network",
            "seats": [{ "role": "chair" }, { "role": "chair" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "steeringGroup",
            "seats": [
                { "represents": "områdechef" }, { "represents": "direktionen", "role": "chair" },
                { "represents": "KL", "role": "invited" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "steeringGroup",
            "seats": [{ "role": "chair" }, { "role": "member" }, { "role": "chair" }]
        }"#,
        &[not_met("/seats", "styregruppen har 2 formænd", "the steering group has 2 chairs")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "steeringGroup",
            "seats": [{}, { "role": "member" }]
        }"#,
        &[not_assessable(
            "/seats",
            "kan ikke vurderes; mangler: hvem der er formand",
            "cannot be assessed; missing: who is the chair",
        )],
    ),
];
