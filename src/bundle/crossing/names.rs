//! What documents call the units of an organisation, and bodies.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Place, hash};
use crate::agreement::{OperatorRef, ServiceRef};
use crate::body::Body;
use crate::community::CommunityMember;
use crate::id::{Identified as _, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::text::{Bilingual, Text};

/// The names of units, as hashes.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Names {
    /// The name by which a unit is called first, and the document.
    by_unit: Keyed<Uuid, (u64, u32)>,
    /// The first document in which a service, or a department of a service, has a name.
    first_called: Keyed<u64, u32>,
    /// The names of services and of departments, with each one of that name.
    known: KeySet<(u64, Uuid)>,
    /// One unit with another name.
    pub(in crate::bundle) renamed: Vec<NameClash>,
    /// Another service with the same name, or another department of one service.
    pub(in crate::bundle) namesakes: Vec<NameClash>,
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
}

impl Names {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        if let Some((unit, label, name)) = named(record)
            && let Some(name) = hash::of_name(Some(name))
        {
            self.enter(unit, label, name, at, adding);
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

    fn enter(&mut self, unit: Subject, label: Bilingual, name: u64, at: &Path<'_>, adding: &mut Adding<'_>) {
        let number = adding.number;
        let (known, first) = self.by_unit.first(unit.id, (name, number));
        if known != name && first != number {
            self.renamed.push(NameClash { place: adding.place(at), unit, label, first });
        }
        if unit.kind == SocialService::KIND {
            self.namesake(unit, label, name, at, adding);
        }
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
