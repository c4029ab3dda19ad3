//! Strategies for organisations.

use alloc::vec::Vec;

use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

use super::ground::{free_text, non_blank_text, typed_id};
use crate::codes;
use crate::document::Content;
use crate::organisation::{
    Department, LegalBasis, Operator, OperatorKind, OrgUnit, SocialService, SpecialisedArea,
};
use crate::rule::RuleCode;

/// Any unit of any organisation.
pub fn org_unit() -> impl Strategy<Value = OrgUnit> {
    prop_oneof![
        typed_id().prop_map(|id| OrgUnit::Operator { id }),
        typed_id().prop_map(|id| OrgUnit::Area { id }),
        typed_id().prop_map(|id| OrgUnit::Service { id }),
        typed_id().prop_map(|id| OrgUnit::Department { id }),
    ]
}

fn kind() -> impl Strategy<Value = OperatorKind> {
    prop_oneof![
        Just(OperatorKind::Region {}),
        Just(OperatorKind::Municipality {}),
        free_text().prop_map(|name| OperatorKind::Other { name }),
    ]
}

fn legal_basis() -> impl Strategy<Value = LegalBasis> {
    prop_oneof![
        any::<u16>().prop_map(|paragraph| LegalBasis::SocialServices { paragraph }),
        free_text().prop_map(|name| LegalBasis::Other { name }),
    ]
}

fn any_service() -> impl Strategy<Value = SocialService> {
    let department = (typed_id(), of(free_text())).prop_map(|(id, name)| Department { id, name });
    (typed_id(), of(free_text()), list(legal_basis(), 0..3), list(department, 0..3))
        .prop_map(|(id, name, legal_basis, departments)| SocialService { id, name, legal_basis, departments })
}

fn any_area() -> impl Strategy<Value = SpecialisedArea> {
    (typed_id(), of(free_text()), list(any_service(), 0..3))
        .prop_map(|(id, name, services)| SpecialisedArea { id, name, services })
}

/// Any draft of an organisation.
pub fn any_organisation() -> impl Strategy<Value = Operator> {
    (typed_id(), of(free_text()), of(kind()), list(any_area(), 0..3), list(any_service(), 0..3))
        .prop_map(|(id, name, kind, areas, services)| Operator { id, name, kind, areas, services })
}

/// Gives every unit of a clean organisation an id of its own.
struct Ids(u128);

impl Ids {
    fn next<T: From<Uuid>>(&mut self) -> T {
        self.0 = self.0.wrapping_add(1);
        T::from(Uuid::from_u128(self.0))
    }

    fn services(&mut self, services: &mut [SocialService]) {
        for service in services {
            service.id = self.next();
            for department in &mut service.departments {
                department.id = self.next();
            }
        }
    }
}

/// An organisation in which nothing is found.
pub fn clean_organisation() -> impl Strategy<Value = Operator> {
    (any_organisation(), any::<u64>(), non_blank_text()).prop_map(|(mut operator, seed, words)| {
        let mut ids = Ids(u128::from(seed) << 64 | 0xffff);
        operator.id = ids.next();
        operator.name = Some(words.clone());
        for area in &mut operator.areas {
            area.id = ids.next();
            area.name = Some(words.clone());
            ids.services(&mut area.services);
        }
        ids.services(&mut operator.services);
        for service in services_mut(&mut operator) {
            service.name = Some(words.clone());
            for department in &mut service.departments {
                department.name = Some(words.clone());
            }
        }
        operator
    })
}

fn services_mut(operator: &mut Operator) -> impl Iterator<Item = &mut SocialService> {
    operator.areas.iter_mut().flat_map(|area| &mut area.services).chain(&mut operator.services)
}

/// A service with a department, of which no clean organisation has the ids.
fn spare_service() -> SocialService {
    let spare = |n: u128| Uuid::from_u128(0x100 | n);
    SocialService {
        name: Some("tilbud".into()),
        departments: Vec::from([Department { id: spare(2).into(), name: Some("afdeling".into()) }]),
        ..SocialService::new(spare(1).into())
    }
}

pub(super) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::ORG001 => (clean_organisation(), 0..4_usize, any::<bool>())
            .prop_map(|(mut operator, level, blank)| {
                let name = blank.then(|| " ".into());
                let mut service = spare_service();
                match level {
                    0 => operator.name = name,
                    1 => {
                        let id = Uuid::from_u128(0x103).into();
                        operator.areas.push(SpecialisedArea { name, ..SpecialisedArea::new(id) });
                    }
                    2 => service.name = name,
                    _ => service.departments.iter_mut().for_each(|one| one.name.clone_from(&name)),
                }
                operator.services.push(service);
                operator.into()
            })
            .boxed(),
        _ => return None,
    })
}
