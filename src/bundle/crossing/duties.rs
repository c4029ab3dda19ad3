//! What the duties of a service are, and when they were done.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::times::each_at_one_time;
use super::{Adding, Around, Place, hash};
use crate::date::{PartialDate, Period, share_a_day};
use crate::duty::{
    BuildingReview, ContactModel, DailyDuties, DayCounting, EventType, HealthMonitoring, ReportDay,
    ReviewedBuilding, TrainedMember,
};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by_key;
use crate::text::{Bilingual, Text};

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

/// What a document says of a duty, which is the same all the time.
#[derive(Debug, Clone, Copy)]
struct Stated {
    place: Place,
    duties: Subject,
    document: u32,
    /// When it applies. A list of its own does not say so, other than by the window of its reviews.
    time: Option<Period>,
    is_of_agreement: bool,
    /// Whether it is a list of its own, which does not say for how long it applies.
    is_own: bool,
    terms: Terms,
}

/// How a duty is to be done.
#[derive(Debug, Clone, Copy)]
enum Terms {
    /// The types of events that may be reported in a batch, a bit for each.
    Batch(u32),
    Contacts(Contacts),
    Months(u8),
    Varies(bool),
    UsedByCitizens(bool),
}

/// A contact model, its days as hashes: as they are counted, and counted from 0.
#[derive(Debug, Clone, Copy)]
struct Contacts {
    days: [u64; 2],
    counting: Option<DayCounting>,
    report_day: Option<ReportDay>,
}

/// What two documents say differently of a duty.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Apart {
    Batch {
        here: u32,
        there: u32,
    },
    /// The parts of the model that differ.
    Contacts([Option<Bilingual>; 3]),
    Months {
        here: u8,
        there: u8,
    },
    /// What is said here, and in the other document.
    Words([Bilingual; 2]),
}

const DAYS: Bilingual = Bilingual::new("andre kontaktdage", "other contact days");
const COUNTING: Bilingual = Bilingual::new("en anden måde at tælle dage på", "another way to count days");
const REPORT_DAY: Bilingual =
    Bilingual::new("et andet nummer til meldedagen", "another number for the day of the report");
const VARIES: [Bilingual; 2] = [
    Bilingual::new(
        "metoden til risikovurdering er her forskellig fra borger til borger",
        "the method of risk assessment differs between citizens here",
    ),
    Bilingual::new("er den det ikke", "it does not"),
];
const IS_THE_SAME: [Bilingual; 2] = [
    Bilingual::new(
        "metoden til risikovurdering er her den samme for alle borgere",
        "the method of risk assessment is the same for all citizens here",
    ),
    Bilingual::new("er den forskellig", "it differs"),
];
const USED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument opholder borgere sig i bygningen",
        "according to this document citizens stay in the building",
    ),
    Bilingual::new("gør de ikke", "they do not"),
];
const UNUSED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument opholder borgere sig ikke i bygningen",
        "according to this document citizens do not stay in the building",
    ),
    Bilingual::new("gør de", "they do"),
];

/// A duty that another document states differently.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct TermsClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) duties: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) apart: Apart,
}

/// The types of events of a number with a bit for each.
pub(in crate::bundle) fn event_types(bits: u32) -> impl Iterator<Item = EventType> {
    let each = EventType::ALL.iter().enumerate();
    each.filter(move |(n, _)| bits & bit(*n) != 0).map(|(_, one)| *one)
}

fn bit(n: usize) -> u32 {
    u32::try_from(n).ok().and_then(|n| 1_u32.checked_shl(n)).unwrap_or_default()
}

impl Contacts {
    /// `None` if the model does not state its days.
    fn of(model: &ContactModel) -> Option<Self> {
        let mut days: Vec<u64> = model.contacts.iter().map(|contact| contact.day.into()).collect();
        if days.is_empty() {
            days.extend(model.named_days().into_iter().flatten());
        }
        sort_by_key(&mut days, |day| *day);
        let ContactModel { counting, report_day, .. } = *model;
        let from_zero =
            |day: &u64| if report_day == Some(ReportDay::DayOne) { day.checked_sub(1) } else { Some(*day) };
        let from_zero: Vec<_> = days.iter().map(from_zero).collect();
        let hashes = [hash::of(&days), hash::of(&from_zero)];
        (!days.is_empty()).then_some(Self { days: hashes, counting, report_day })
    }

    /// Day 3 after day 1 and day 2 after day 0 are the same day.
    fn apart(&self, other: &Self) -> Option<Apart> {
        let ([here, here_from_0], [there, there_from_0]) = (self.days, other.days);
        let counting = self.counting.zip(other.counting).is_some_and(|(one, other)| one != other);
        let report_day = self.report_day.zip(other.report_day).map(|(one, other)| one != other);
        let are_the_same = report_day.is_some() && here_from_0 == there_from_0;
        let report_day = report_day == Some(true) && !are_the_same;
        let days = here != there && !are_the_same;
        let parts = [(days, DAYS), (counting, COUNTING), (report_day, REPORT_DAY)];
        let parts = parts.map(|(differs, part)| differs.then_some(part));
        parts.iter().any(Option::is_some).then_some(Apart::Contacts(parts))
    }
}

impl Terms {
    fn apart(&self, there: &Self) -> Option<Apart> {
        match (*self, *there) {
            (Self::Batch(here), Self::Batch(there)) => {
                (here != there).then_some(Apart::Batch { here, there })
            }
            (Self::Contacts(here), Self::Contacts(there)) => here.apart(&there),
            (Self::Months(here), Self::Months(there)) => {
                (here != there).then_some(Apart::Months { here, there })
            }
            (Self::Varies(here), Self::Varies(there)) => {
                (here != there).then_some(Apart::Words(if here { VARIES } else { IS_THE_SAME }))
            }
            (Self::UsedByCitizens(here), Self::UsedByCitizens(there)) => {
                (here != there).then_some(Apart::Words(if here { USED } else { UNUSED }))
            }
            _ => None,
        }
    }
}

impl Stated {
    fn clash(&self, earlier: &Self) -> Option<TermsClash> {
        let Self { place, duties, .. } = *self;
        let apart = self.terms.apart(&earlier.terms).filter(|_| earlier.document != self.document)?;
        Some(TermsClash { place, duties, first: earlier.document, apart })
    }
}

/// What is stated differently. A model can change from one agreement to the next, so that lists which do not say when
/// they apply are compared only if all are of one time and there is no other such list.
fn clashes(all: &[Stated]) -> Vec<TermsClash> {
    let mut own = all.iter().filter(|one| one.is_own);
    let first = own.next();
    if own.any(|one| first.is_some_and(|first| one.document != first.document)) {
        let of_agreements: Vec<Stated> = all.iter().copied().filter(|one| !one.is_own).collect();
        return of_one_time(&of_agreements);
    }
    of_one_time(all)
}

fn of_one_time(all: &[Stated]) -> Vec<TermsClash> {
    if share_a_day(all.iter().filter_map(|one| one.time)) {
        let Some((first, others)) = all.split_first() else { return Vec::new() };
        return others.iter().filter_map(|one| one.clash(first)).collect();
    }
    let of_agreements: Vec<(Period, &Stated)> =
        all.iter().filter(|one| one.is_of_agreement).filter_map(|one| Some((one.time?, one))).collect();
    let mut found = Vec::new();
    each_at_one_time(
        of_agreements,
        |one| one.document,
        |one, earlier| {
            found.extend(one.clash(earlier));
        },
    );
    found
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
        }
    }

    /// What two documents say differently of one duty.
    pub(in crate::bundle) fn other_terms(&self) -> impl Iterator<Item = TermsClash> {
        self.terms.values().iter().filter(|all| all.len() > 1).flat_map(|all| clashes(all))
    }
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
