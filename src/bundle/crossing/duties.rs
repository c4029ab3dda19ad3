//! What the duties of a service are, and when they were done.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::terms::{Contacts, Stated, Terms, TermsClash, bit, clashes};
use super::{Adding, Around, Place, hash};
use crate::date::{PartialDate, Period};
use crate::duty::{
    BuildingReview, DailyDuties, EventType, HealthMonitoring, Improvements, ReviewedBuilding, TrainedMember,
};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by_key;
use crate::text::Text;

/// What a service did within one window or at one time, as one hash.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Duties {
    /// The days that the first document states.
    known: Keyed<u64, FirstDays>,
    /// What an earlier document says was done on another day.
    pub(in crate::bundle) apart: Vec<DutyClash>,
    /// What documents say is to be done.
    terms: Keyed<u64, Vec<Stated>>,
}

/// The days on which the first document says that something was done, one or several.
#[derive(Debug, Clone)]
struct FirstDays {
    document: u32,
    /// `None` if none is stated.
    first: Option<PartialDate>,
    /// Once another document has asked: sorted by first day, and each lasts until the latest last day so far.
    days: Vec<Period>,
    is_in_order: bool,
    /// Whether it is also listed without a day, which can be any.
    is_open: bool,
}

impl FirstDays {
    const fn new(document: u32) -> Self {
        Self { document, first: None, days: Vec::new(), is_in_order: false, is_open: false }
    }

    fn add(&mut self, on: Option<PartialDate>) {
        self.first = self.first.or(on);
        self.is_open |= on.is_none();
        self.days.extend(on.map(Period::from));
        self.is_in_order = false;
    }

    /// Returns `true` if one of them can be that day.
    fn can_be(&mut self, day: PartialDate) -> bool {
        if self.is_open {
            return true;
        }
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
    Trained,
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
            self.enter(owner, done, hash::of(&(service, done, of)), on, at, adding);
        };
        if let Some(review) = &duties.building_review {
            each_building(review, &at.key("buildingReview"), |of, one, at| {
                enter(Done::Reviewed, of, one.reviewed_on, &at.key("reviewedOn"));
            });
        }
        let list = at.key("healthMonitoring");
        for (n, one) in duties.health_monitoring.iter().enumerate() {
            let Some(of) = monitoring(one) else { continue };
            let at = list.index(n);
            enter(Done::CarriedOut, of, one.done_on, &at.key("doneOn"));
            enter(Done::Reported, of, one.reported_on, &at.key("reportedOn"));
        }
        let list = at.key("training");
        for (n, one) in duties.training.iter().enumerate() {
            let members = list.item(n, one.id);
            let members = members.key("members");
            for (n, member) in one.members.iter().enumerate() {
                if let Some(of) = trained(one.text.as_ref(), member) {
                    enter(Done::Trained, of, member.completed_on, &members.index(n).key("completedOn"));
                }
            }
        }
        self.lay_down(duties, service, around, at, adding);
    }

    fn enter(
        &mut self,
        duties: Subject,
        done: Done,
        key: u64,
        on: Option<PartialDate>,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let document = adding.number;
        let mut other = None;
        self.known.update(
            key,
            || FirstDays::new(document),
            |known| {
                if known.document != document && known.first.is_none() {
                    *known = FirstDays::new(document);
                }
                if known.document == document {
                    known.add(on);
                } else if let (Some(here), Some(there)) = (on, known.first)
                    && !known.can_be(here)
                {
                    other = Some((known.document, here, there));
                }
            },
        );
        if let Some((first, here, there)) = other {
            self.apart.push(DutyClash { place: adding.place(at), duties, first, done, here, there });
        }
    }

    /// What is to be done, and how.
    fn lay_down(
        &mut self,
        duties: &DailyDuties,
        service: Uuid,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let window = || duties.building_review.as_ref().and_then(|review| review.window);
        let time = around.within.or_else(window).filter(Period::is_ordered);
        let (owner, is_of_agreement, document) =
            (duties.id.subject(), around.within.is_some(), adding.number);
        let is_own = around.whole == Some(owner);
        let mut state = |what: &str, of: u64, terms: Option<Terms>, at: &Path<'_>| {
            if let Some(terms) = terms {
                let place = adding.place(at);
                // It says itself when it applies.
                let planned = if let Terms::Planned(days) = terms { Some(days) } else { time };
                let time = if is_of_agreement { time } else { planned };
                let this = Stated { place, duties: owner, document, time, is_of_agreement, is_own, terms };
                self.terms.push(hash::of(&(service, what, of)), this);
            }
        };
        if let Some(reporting) = &duties.event_reporting {
            let types =
                EventType::ALL.iter().enumerate().filter(|(_, one)| reporting.batch_types.contains(one));
            let bits = types.fold(0, |bits, (n, _)| bits | bit(n));
            let at = at.key("eventReporting");
            state("batch", 0, (bits != 0).then_some(Terms::Batch(bits)), &at.key("batchTypes"));
        }
        if let Some(model) = &duties.sick_leave_contacts {
            state("contacts", 0, Contacts::of(model).map(Terms::Contacts), &at.key("sickLeaveContacts"));
        }
        if let Some(risk) = &duties.risk_assessment {
            let at = at.key("riskAssessment");
            state("varies", 0, risk.method_varies.map(Terms::Varies), &at.key("methodVaries"));
        }
        let list = at.key("training");
        for (n, one) in duties.training.iter().enumerate() {
            let Some(text) = hash::of_name(one.text.as_ref()) else { continue };
            let months = one.within_months.filter(|months| *months > 0);
            state("months", text, months.map(Terms::Months), &list.item(n, one.id).key("withinMonths"));
        }
        if let Some(review) = &duties.building_review {
            each_building(review, &at.key("buildingReview"), |of, one, at| {
                let used = one.used_by_citizens.map(Terms::UsedByCitizens);
                state("citizens", of, used, &at.key("usedByCitizens"));
            });
            let at = at.key("buildingReview");
            let window = review.window.filter(Period::is_ordered);
            state("window", 0, window.map(Terms::Window), &at.key("window"));
            let list = at.key("buildings");
            let name = |one: &ReviewedBuilding| {
                let name = hash::of_name(one.name.as_ref()).zip(review.window);
                name.map(|(name, window)| hash::of(&(window, name)))
            };
            for (n, of) in listed_once(review.buildings.iter().map(name)) {
                // What is needed comes to be planned and carried out.
                let improvements = review.buildings.get(n).and_then(|one| one.improvements);
                let needed = improvements.map(|one| Terms::Needed(one != Improvements::NotNeeded));
                state("improvements", of, needed, &list.index(n).key("improvements"));
            }
        }
        let list = at.key("healthMonitoring");
        let topics = duties.health_monitoring.iter().map(|one| hash::of_name(one.topic.as_ref()));
        for (n, topic) in listed_once(topics) {
            let when = duties.health_monitoring.get(n).and_then(|one| one.when.as_ref());
            let days = when.and_then(|when| when.days(around.within.as_ref())).filter(Period::is_ordered);
            state("planned", topic, days.map(Terms::Planned), &list.index(n).key("when"));
        }
    }

    /// What two documents say differently of one duty.
    pub(in crate::bundle) fn other_terms(&self) -> impl Iterator<Item = TermsClash> {
        self.terms.values().iter().filter(|all| all.len() > 1).flat_map(|all| clashes(all))
    }
}

/// The positions of those that are in the list once.
fn listed_once(all: impl Iterator<Item = Option<u64>>) -> impl Iterator<Item = (usize, u64)> {
    let mut counted: Keyed<u64, (usize, u64, bool)> = Keyed::default();
    for (n, one) in all.enumerate().filter_map(|(n, one)| Some((n, one?))) {
        let is_new = !counted.contains(one);
        counted.update(one, || (n, one, true), |(.., once)| *once = is_new);
    }
    counted.into_values().into_iter().filter_map(|(n, one, once)| once.then_some((n, one)))
}

/// Calls `each` with the hash of every building that has a name: it is reviewed once within one window.
fn each_building(
    review: &BuildingReview,
    at: &Path<'_>,
    mut each: impl FnMut(u64, &ReviewedBuilding, &Path<'_>),
) {
    let Some(window) = review.window else { return };
    let list = at.key("buildings");
    for (n, one) in review.buildings.iter().enumerate() {
        if let Some(name) = hash::of_name(one.name.as_ref()) {
            each(hash::of(&(window, name)), one, &list.index(n));
        }
    }
}

/// The hash of a monitoring: its topic, and the one time at which it is to be carried out.
fn monitoring(one: &HealthMonitoring) -> Option<u64> {
    let topic = hash::of_name(one.topic.as_ref())?;
    let days = one.when.as_ref()?.days(None)?;
    Some(hash::of(&(topic, days)))
}

/// The hash of a training and of a member who is to have it.
fn trained(training: Option<&Text>, member: &TrainedMember) -> Option<u64> {
    let (training, role) = (hash::of_name(training)?, hash::of_name(member.role.as_ref())?);
    Some(hash::of(&(training, role, member.term()?)))
}
