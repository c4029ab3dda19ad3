//! What documents call the units of an organisation, and bodies.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::times::{AtTimes, Said, Time};
use super::{Adding, Around, Place, hash};
use crate::agreement::{OperatorRef, ServiceRef};
use crate::body::Body;
use crate::community::{CommunityMember, SteeringGroup};
use crate::id::{Id, Identified as _, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::model::{Indicator, Origin, RegionInProject, Standard, Tailoring, Theme};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::project::ProjectDepartment;
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
    names: AtTimes<Name>,
}

/// The hash of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    name: u64,
    /// Whether a caseload says it, which can say for which day.
    is_of_caseload: bool,
}

impl Name {
    const fn is_of_a_day(one: &Said<Self>) -> bool {
        one.value.is_of_caseload && one.time.is_some()
    }
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
            let (region, name) = region(record)?;
            Some((region.subject(), Operator::LABEL, name))
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
    ProjectDepartment { department: Department }
}

/// The region that a record of the quality model names.
fn region(record: &dyn Any) -> Option<(Id<Operator>, &Text)> {
    if let Some(one) = record.downcast_ref::<Tailoring>() {
        return one.region.zip(one.region_name.as_ref());
    }
    if let Some(one) = record.downcast_ref::<RegionInProject>() {
        return one.region.zip(one.name.as_ref());
    }
    let origin = if let Some(one) = record.downcast_ref::<Theme>() {
        &one.origin
    } else if let Some(one) = record.downcast_ref::<Standard>() {
        &one.origin
    } else {
        record.downcast_ref::<Indicator>()?.origin.as_ref()?
    };
    match origin {
        Origin::Regional { region, name } => region.zip(name.as_ref()),
        Origin::Common => None,
    }
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
            let without_note = hash::of_name_without_note(Some(name)).unwrap_or(full);
            let is_of_caseload = around.is_of_caseload();
            let name = Name { name: without_note, is_of_caseload };
            self.enter(unit, label, name, around.time(), at, adding);
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
        name: Name,
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
            let clash = |[one, other]: [&Said<Name>; 2]| NameClash {
                place: one.place,
                unit: *unit,
                label: *label,
                first: other.document(),
            };
            if !names.iter().any(Name::is_of_a_day) {
                return names.clashes(|one| one.name).into_iter().map(clash).collect::<Vec<_>>();
            }
            // A caseload can show the name of its day, which need not be that of a list that is for no time.
            let of_days = names.iter().filter(|one| Name::is_of_a_day(one));
            let of_days: KeySet<u64> = of_days.map(|one| one.value.name).collect();
            let is_as_then = |one: &Said<Name>| one.time.is_none() && of_days.contains(one.value.name);
            let others = names.only_those(|one| !Name::is_of_a_day(one));
            let others = if others.has_time() { others.only_those(|one| !is_as_then(one)) } else { others };
            let dated = names.only_those(|one| one.time.is_some());
            let of_days = dated.clashes(|one| one.name).into_iter();
            let of_days = of_days.filter(|pair| pair.iter().any(|one| Name::is_of_a_day(one)));
            others.clashes(|one| one.name).into_iter().chain(of_days).map(clash).collect()
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
