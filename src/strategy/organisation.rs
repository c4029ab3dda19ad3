//! Organisations in which nothing is found.

use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};

pub(super) fn clean(tape: &mut Tape<'_>) -> Operator {
    Operator {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        kind: Part::any(tape),
        areas: tape.list(2, area),
        services: tape.list(2, service),
    }
}

fn area(tape: &mut Tape<'_>) -> SpecialisedArea {
    SpecialisedArea { id: tape.fresh_id(), name: Some(tape.said()), services: tape.list(2, service) }
}

fn service(tape: &mut Tape<'_>) -> SocialService {
    SocialService {
        id: tape.fresh_id(),
        name: Some(tape.said()),
        legal_basis: tape.list(2, Part::any),
        departments: tape.list(2, department),
    }
}

fn department(tape: &mut Tape<'_>) -> Department {
    Department { id: tape.fresh_id(), name: Some(tape.said()) }
}
