//! When the buildings of a service were reviewed, and its health monitorings carried out.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;

use super::{Adding, Around, Place, hash};
use crate::date::{PartialDate, Period};
use crate::duty::{BuildingReview, DailyDuties, HealthMonitoring};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by_key;

/// What a service did within one window or at one time, as one hash.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Duties {
    /// The days that the first document states.
    known: Keyed<u64, FirstDays>,
    /// What an earlier document says was done on another day.
    pub(in crate::bundle) apart: Vec<DutyClash>,
}

/// The days on which the first document says that something was done, one or several.
#[derive(Debug, Clone)]
struct FirstDays {
    document: u32,
    first: PartialDate,
    /// Once another document has asked: sorted by first day, and each lasts until the latest last day so far.
    days: Vec<Period>,
    is_in_order: bool,
}

impl FirstDays {
    /// Returns `true` if one of them can be that day.
    fn can_be(&mut self, day: PartialDate) -> bool {
        if !self.is_in_order {
            sort_by_key(&mut self.days, |one| one.start);
            let mut until = NaiveDate::MIN;
            for one in &mut self.days {
                until = until.max(one.end);
                one.end = until;
            }
            self.is_in_order = true;
        }
        let day = Period::from(day);
        let begun = self.days.partition_point(|one| one.start <= day.end);
        let latest = begun.checked_sub(1).and_then(|n| self.days.get(n));
        latest.is_some_and(|one| one.end >= day.start)
    }
}

/// A duty that was done on another day according to an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DutyClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) duties: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) done: Done,
    pub(in crate::bundle) here: PartialDate,
    pub(in crate::bundle) there: PartialDate,
}

/// What is done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::bundle) enum Done {
    Reviewed,
    CarriedOut,
    Reported,
}

impl Duties {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let Some(duties) = record.downcast_ref::<DailyDuties>() else { return };
        let Some(service) = duties.service.or(around.service) else { return };
        let (owner, service) = (duties.id.subject(), service.uuid());
        let mut enter = |done: Done, of: u64, on: Option<PartialDate>, at: &Path<'_>| {
            if let Some(on) = on {
                self.enter(owner, done, hash::of(&(service, done, of)), on, at, adding);
            }
        };
        if let Some(review) = &duties.building_review {
            each_building(review, &at.key("buildingReview"), |of, on, at| enter(Done::Reviewed, of, on, at));
        }
        let list = at.key("healthMonitoring");
        for (n, one) in duties.health_monitoring.iter().enumerate() {
            let Some(of) = monitoring(one) else { continue };
            let at = list.index(n);
            enter(Done::CarriedOut, of, one.done_on, &at.key("doneOn"));
            enter(Done::Reported, of, one.reported_on, &at.key("reportedOn"));
        }
    }

    fn enter(
        &mut self,
        duties: Subject,
        done: Done,
        key: u64,
        here: PartialDate,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let document = adding.number;
        let this = || FirstDays { document, first: here, days: Vec::new(), is_in_order: false };
        let mut other = None;
        self.known.update(key, this, |known| {
            if known.document == document {
                known.days.push(here.into());
                known.is_in_order = false;
            } else if !known.can_be(here) {
                other = Some((known.document, known.first));
            }
        });
        if let Some((first, there)) = other {
            self.apart.push(DutyClash { place: adding.place(at), duties, first, done, here, there });
        }
    }
}

/// Calls `each` with the hash of every building that has a name, and when it was reviewed: once within one window.
fn each_building(
    review: &BuildingReview,
    at: &Path<'_>,
    mut each: impl FnMut(u64, Option<PartialDate>, &Path<'_>),
) {
    let Some(window) = review.window else { return };
    let list = at.key("buildings");
    for (n, one) in review.buildings.iter().enumerate() {
        if let Some(name) = hash::of_name(one.name.as_ref()) {
            each(hash::of(&(window, name)), one.reviewed_on, &list.index(n).key("reviewedOn"));
        }
    }
}

/// The hash of a monitoring: its topic, and the one time at which it is to be carried out.
fn monitoring(one: &HealthMonitoring) -> Option<u64> {
    let topic = hash::of_name(one.topic.as_ref())?;
    let days = one.when.as_ref()?.days(None)?;
    Some(hash::of(&(topic, days)))
}
