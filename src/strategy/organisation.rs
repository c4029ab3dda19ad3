//! Organisations in which nothing is found.

use alloc::format;
use alloc::string::ToString as _;

use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::id::{ExternalId, Id};
use crate::organisation::{Department, LegalBasis, Operator, SocialService, SpecialisedArea};
use crate::text::{NonBlank, Text};

pub(super) fn clean(tape: &mut Tape<'_>) -> Operator {
    Operator {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        // At least one: there is a rule about each.
        external_ids: tape.list_of(1, 2, external_id),
        kind: Part::any(tape),
        areas: tape.list(2, area),
        services: tape.list(2, service),
    }
}

fn area(tape: &mut Tape<'_>) -> SpecialisedArea {
    SpecialisedArea {
        id: tape.fresh_id(),
        name: Some(own_name(tape)),
        external_ids: tape.list(1, external_id),
        services: tape.list(2, service),
    }
}

fn service(tape: &mut Tape<'_>) -> SocialService {
    let mut legal_basis = tape.list(2, legal_basis);
    if let [one, other] = legal_basis.as_slice()
        && (one == other || matches!((one, other), (LegalBasis::Other { .. }, LegalBasis::Other { .. })))
    {
        legal_basis.truncate(1);
    }
    SocialService {
        id: tape.fresh_id(),
        name: Some(own_name(tape)),
        external_ids: tape.list(1, external_id),
        legal_basis,
        departments: tape.list(2, department),
    }
}

/// A provision; none has the number 0.
fn legal_basis(tape: &mut Tape<'_>) -> LegalBasis {
    match LegalBasis::any(tape) {
        LegalBasis::SocialServices { paragraph } => {
            LegalBasis::SocialServices { paragraph: paragraph.max(1) }
        }
        other => other,
    }
}

fn department(tape: &mut Tape<'_>) -> Department {
    Department { id: tape.fresh_id(), name: Some(own_name(tape)), external_ids: tape.list(1, external_id) }
}

/// A name that no other unit has.
fn own_name(tape: &mut Tape<'_>) -> Text {
    let id: Id<()> = tape.fresh_id();
    format!("{} {}", tape.words(), id.uuid().as_u128()).into()
}

/// The id of a unit, in a system whose ids have a form or in another: its own, or the CVR number that all units can
/// share.
fn external_id(tape: &mut Tape<'_>) -> ExternalId {
    let id: Id<()> = tape.fresh_id();
    let own = id.uuid().as_u128();
    let (system, value) = match tape.below(4) {
        0 => ("ESDH", format!("2023-104-{own}")),
        1 => ("CVR", "13748136".to_string()),
        2 => ("P-nr.", format!("1{own:09}")),
        _ => ("SOR", format!("33{own:013}")),
    };
    ExternalId { system: NonBlank::literal(system), value: value.parse().unwrap_or(NonBlank::literal("1")) }
}
