//! What documents call the units of an organisation, and bodies.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::times::{AtTimes, Time};
use super::{Adding, Around, Place, hash};
use crate::agreement::{OperatorRef, ServiceRef};
use crate::body::Body;
use crate::community::{CommunityMember, SteeringGroup};
use crate::id::{Identified as _, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::text::{Bilingual, Text};

/// The names of units, as hashes.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Names {
    /// What each unit is called.
    by_unit: Keyed<Uuid, Called>,
    /// The first document in which a service, or a department of a service, has a name.
    first_called: Keyed<u64, u32>,
    /// The names of services and of departments, with each one of that name.
    known: KeySet<(u64, Uuid)>,
    /// Another service with the same name, or another department of one service.
    pub(in crate::bundle) namesakes: Vec<NameClash>,
}

/// A unit and its names.
#[derive(Debug, Clone)]
struct Called {
    unit: Subject,
    label: Bilingual,
    names: AtTimes<u64>,
}

/// A unit with another name than in an earlier document, or a service or department with the name of another one.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct NameClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) unit: Subject,
    pub(in crate::bundle) label: Bilingual,
    pub(in crate::bundle) first: u32,
}

macro_rules! named_units {
    ($( $ty:ident { $id:ident: $unit:ident } )+) => {
        /// The unit that a record names.
        fn named(record: &dyn Any) -> Option<(Subject, Bilingual, &Text)> {
            $( if let Some(one) = record.downcast_ref::<$ty>() {
                return Some((one.$id.subject(), $unit::LABEL, one.name.as_ref()?));
            } )+
            None
        }
    };
}

named_units! {
    ServiceRef { id: SocialService }
    CommunityMember { service: SocialService }
    OperatorRef { id: Operator }
    Operator { id: Operator }
    SpecialisedArea { id: SpecialisedArea }
    SocialService { id: SocialService }
    Department { id: Department }
    Body { id: Body }
    SteeringGroup { body: Body }
}

impl Names {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some((unit, label, name)) = named(record)
            && let Some(full) = hash::of_name(Some(name))
        {
            let without_note = hash::of_name_without_note(name).unwrap_or(full);
            self.enter(unit, label, without_note, around.time(), at, adding);
            if unit.kind == SocialService::KIND {
                self.namesake(unit, label, full, at, adding);
            }
        }
        if let Some(service) = record.downcast_ref::<SocialService>() {
            let list = at.key("departments");
            for (n, one) in service.departments.iter().enumerate() {
                let Some(name) = hash::of_name(one.name.as_ref()) else { continue };
                // Departments of two services often have the same name.
                let name = hash::of(&(service.id.uuid(), name));
                self.namesake(one.id.subject(), Department::LABEL, name, &list.item(n, one.id), adding);
            }
        }
    }

    fn enter(
        &mut self,
        unit: Subject,
        label: Bilingual,
        name: u64,
        time: Time,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let called = || Called { unit, label, names: AtTimes::default() };
        let place = || adding.place(at);
        self.by_unit.update(unit.id, called, |known| known.names.add(name, time, |name| *name, place));
    }

    /// The units that have another name at the same time.
    pub(in crate::bundle) fn renamed(&self) -> impl Iterator<Item = NameClash> {
        self.by_unit.values().iter().flat_map(|Called { unit, label, names }| {
            names.clashes(|name| *name).into_iter().map(|[one, other]| NameClash {
                place: one.place,
                unit: *unit,
                label: *label,
                first: other.document(),
            })
        })
    }

    /// Finds another unit that has this name in an earlier document.
    fn namesake(
        &mut self,
        unit: Subject,
        label: Bilingual,
        name: u64,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if !self.known.insert((name, unit.id), ()) {
            return;
        }
        let first = self.first_called.first(name, adding.number);
        if first != adding.number {
            self.namesakes.push(NameClash { place: adding.place(at), unit, label, first });
        }
    }
}
