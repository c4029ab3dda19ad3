//! Organisations in which nothing is found.

use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::id::ExternalId;
use crate::organisation::{Department, LegalBasis, Operator, SocialService, SpecialisedArea};
use crate::text::NonBlank;

pub(super) fn clean(tape: &mut Tape<'_>) -> Operator {
    Operator {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        // One at least: there is a rule about each.
        external_ids: tape.list_of(1, 2, external_id),
        kind: Part::any(tape),
        areas: tape.list(2, area),
        services: tape.list(2, service),
    }
}

fn area(tape: &mut Tape<'_>) -> SpecialisedArea {
    SpecialisedArea {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        external_ids: tape.list(1, external_id),
        services: tape.list(2, service),
    }
}

fn service(tape: &mut Tape<'_>) -> SocialService {
    SocialService {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        external_ids: tape.list(1, external_id),
        legal_basis: tape.list(2, legal_basis),
        departments: tape.list(2, department),
    }
}

/// A provision, of which there is none with the number 0.
fn legal_basis(tape: &mut Tape<'_>) -> LegalBasis {
    match LegalBasis::any(tape) {
        LegalBasis::SocialServices { paragraph } => {
            LegalBasis::SocialServices { paragraph: paragraph.max(1) }
        }
        other => other,
    }
}

fn department(tape: &mut Tape<'_>) -> Department {
    Department { id: tape.fresh_id(), name: Some(tape.said()), external_ids: tape.list(1, external_id) }
}

/// The id of a unit, in a system whose ids have a form or in another.
fn external_id(tape: &mut Tape<'_>) -> ExternalId {
    let (system, value) = *tape.pick(&[
        ("ESDH", "2023-104-7"),
        ("CVR", "13748136"),
        ("P-nr.", "1003388394"),
        ("SOR", "330461000016004"),
    ]);
    ExternalId::new(NonBlank::literal(system), NonBlank::literal(value))
}
