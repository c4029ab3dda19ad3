//! Records that several documents state.

use alloc::vec::Vec;
use core::any::Any;
use core::hash::Hash;
use core::num::NonZeroU32;

use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::agreement::{Action, FollowUp};
use crate::body::{Body, Mandate};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period, When};
use crate::goal::SubGoal;
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::sorted::index;
use crate::text::Bilingual;

/// What records state, each with its first document. What one of them leaves out, the other may state.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Records {
    known: Keyed<Uuid, Known>,
    /// The units of measurements and cycles, each once: many have the same one.
    units: Keyed<OrgUnit, u32>,
    each_unit: Vec<OrgUnit>,
    /// The terms of bodies: those that differ.
    terms: Keyed<Uuid, Vec<BodyTerms>>,
    /// One record, stated differently.
    pub(in crate::bundle) again: Vec<RecordClash>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    document: u32,
    about: About,
    parts: [Option<Part>; 2],
    days: Option<Period>,
}

/// In four bytes: there is one for each measurement of a series.
#[derive(Debug, Clone, Copy)]
struct About(u32);

impl About {
    /// Whether it is the content of the document, and whose it is, as a position in the list of units.
    fn new(is_whole: bool, unit: Option<u32>) -> Self {
        Self(unit.map_or(0, |unit| unit.saturating_add(1)) << 1 | u32::from(is_whole))
    }

    /// Two of these are the same document twice.
    const fn is_whole(self) -> bool {
        self.0 & 1 == 1
    }

    const fn unit(self) -> Option<u32> {
        (self.0 >> 1).checked_sub(1)
    }
}

/// Whose a measurement or a cycle is, and what a measurement is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whose {
    pub(super) document: u32,
    pub(super) unit: Option<OrgUnit>,
    pub(super) days: Option<Period>,
}

/// Whether a body decides, by when it is to finish, and in how many meetings.
#[derive(Debug, Clone, Copy)]
struct BodyTerms {
    document: u32,
    /// The period of the agreement or the plan: another one can set other terms.
    within: Option<Period>,
    decides: Option<bool>,
    deadline: Option<PartialDate>,
    meetings: Option<u32>,
}

/// How many different terms of a body are kept.
const MOST_TERMS: usize = 8;

impl BodyTerms {
    /// What both state, and differently.
    fn differ(&self, other: &Self) -> [bool; 3] {
        let is_other_time = self.within.zip(other.within).is_some_and(|(one, other)| !one.overlaps(&other));
        let days = self.deadline.zip(other.deadline);
        let deadline = days.is_some_and(|(one, other)| !Period::from(one).overlaps(&other.into()));
        let meetings = self.meetings.zip(other.meetings).is_some_and(|(one, other)| one != other);
        let mandate = self.decides.zip(other.decides).is_some_and(|(one, other)| one != other);
        [mandate, deadline, meetings].map(|differs| differs && !is_other_time)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (self.within, self.decides, self.deadline, self.meetings)
            == (other.within, other.decides, other.deadline, other.meetings)
    }
}

/// A record that differs from one in an earlier document.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct RecordClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) label: Bilingual,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) parts: Vec<Bilingual>,
}

/// A record, and what it states of the parts that are compared.
struct Said {
    subject: Subject,
    label: Bilingual,
    parts: [(Bilingual, Option<Part>); 2],
}

/// The hash of what a record states, in four bytes: there is one for each measurement of a series.
type Part = NonZeroU32;

fn hashed<T: Hash>(part: Option<&T>) -> Option<Part> {
    NonZeroU32::new(hash::half_of(part?) | 1)
}

const MEASUREMENT: Bilingual = Bilingual::new("den samme måling", "the same measurement");
const CYCLE: Bilingual = Bilingual::new("den samme PDSA-cyklus", "the same PDSA cycle");
const BODY: Bilingual = Bilingual::new("den samme gruppe", "the same body");
const MANDATE: Bilingual = Bilingual::new("et andet mandat", "another mandate");
const DEADLINE: Bilingual = Bilingual::new("en anden frist", "another deadline");
const MEETINGS: Bilingual = Bilingual::new("et andet antal møder", "another number of meetings");
const ACTION: Bilingual = Bilingual::new("den samme indsats", "the same action");
const FOLLOW_UP: Bilingual = Bilingual::new("den samme opfølgning", "the same follow-up");
const SUB_GOAL: Bilingual = Bilingual::new("det samme delmål", "the same sub-goal");

/// The day on which something was done that is done once. What has no date may recur, and a day without a year comes
/// again.
fn done_once(when: Option<&When>, done_on: Option<PartialDate>) -> (Bilingual, Option<Part>) {
    let is_once = when.is_some_and(|when| when.has_date() && !matches!(when, When::MonthDay { .. }));
    // A month can be that of the day.
    let day = done_on.and_then(PartialDate::day).filter(|_| is_once);
    (
        Bilingual::new("en anden dag, den blev gennemført", "another day on which it was done"),
        hashed(day.as_ref()),
    )
}

fn said(record: &dyn Any) -> Option<Said> {
    if let Some(one) = record.downcast_ref::<Measurement>() {
        let result = (Bilingual::new("et andet resultat", "another result"), hashed(one.observed.as_ref()));
        let period = (Bilingual::new("en anden periode", "another period"), hashed(one.period.as_ref()));
        return Some(Said { subject: one.id.subject(), label: MEASUREMENT, parts: [result, period] });
    }
    if let Some(one) = record.downcast_ref::<PdsaCycle>() {
        let act = one.act.as_ref();
        let decision = (
            Bilingual::new("en anden beslutning", "another decision"),
            hashed(act.and_then(|act| act.decision.as_ref())),
        );
        let on = (
            Bilingual::new("en anden beslutningsdato", "another day of decision"),
            hashed(act.and_then(|act| act.on.as_ref())),
        );
        return Some(Said { subject: one.id.subject(), label: CYCLE, parts: [decision, on] });
    }
    if let Some(one) = record.downcast_ref::<Action>() {
        let done = done_once(one.when.as_ref(), one.done_on);
        return Some(Said { subject: one.id.subject(), label: ACTION, parts: [done, (ACTION, None)] });
    }
    if let Some(one) = record.downcast_ref::<FollowUp>() {
        let done = done_once(one.when.as_ref(), one.done_on);
        return Some(Said { subject: one.id.subject(), label: FOLLOW_UP, parts: [done, (FOLLOW_UP, None)] });
    }
    let one = record.downcast_ref::<SubGoal>()?;
    let status = (Bilingual::new("en anden status", "another status"), hashed(one.status.as_ref()));
    let closed =
        (Bilingual::new("en anden afslutningsdato", "another closing day"), hashed(one.closed_on.as_ref()));
    Some(Said { subject: one.id.subject(), label: SUB_GOAL, parts: [status, closed] })
}

/// Whose a measurement or a cycle is, and the days that a measurement covers.
fn whose(record: &dyn Any, around: &Around) -> (Option<OrgUnit>, Option<Period>) {
    if let Some(one) = record.downcast_ref::<Measurement>() {
        (one.reporting_unit.or(around.unit), one.period.filter(Period::is_ordered))
    } else if let Some(one) = record.downcast_ref::<PdsaCycle>() {
        (one.service.map(OrgUnit::from), None)
    } else {
        (None, None)
    }
}

impl Records {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(said) = said(record) {
            let is_whole = around.whole == Some(said.subject);
            let (unit, days) = whose(record, around);
            let unit = unit.map(|unit| self.unit(unit));
            self.compare(&said, is_whole, (unit, days), at, adding);
        }
        if let Some(body) = record.downcast_ref::<Body>() {
            self.compare_terms(body, around, at, adding);
        }
    }

    /// The position of a unit in the list.
    fn unit(&mut self, unit: OrgUnit) -> u32 {
        let end = u32::try_from(self.each_unit.len()).unwrap_or(u32::MAX);
        let known = self.units.first(unit, end);
        if known == end {
            self.each_unit.push(unit);
        }
        known
    }

    /// Whose the measurement or the cycle is.
    pub(super) fn whose(&self, id: Uuid) -> Option<Whose> {
        let Known { document, about, days, .. } = *self.known.get(id)?;
        Some(Whose {
            document,
            unit: about.unit().and_then(|unit| self.each_unit.get(index(unit)).copied()),
            days,
        })
    }

    fn compare_terms(&mut self, body: &Body, around: &Around, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Body { deadline, meetings, ref mandate, .. } = *body;
        // Documents may list more or less of a mandate, but must agree on whether the body decides.
        let decides = (!mandate.is_empty()).then(|| mandate.iter().any(|one| one.covers(Mandate::Approve)));
        if decides.is_none() && deadline.is_none() && meetings.is_none() {
            return;
        }
        let this = BodyTerms { document: adding.number, within: around.within, decides, deadline, meetings };
        let mut clash = None;
        self.terms.update(body.id.uuid(), Vec::new, |known| {
            let others = known.iter().filter(|other| other.document != this.document);
            clash = others
                .map(|other| (other.document, this.differ(other)))
                .find(|(_, differ)| differ.contains(&true));
            if known.len() < MOST_TERMS && !known.iter().any(|other| other.says_the_same(&this)) {
                known.push(this);
            }
        });
        let Some((first, differ)) = clash else { return };
        let (place, subject) = (adding.place(at), body.id.subject());
        let parts = differ.into_iter().zip([MANDATE, DEADLINE, MEETINGS]);
        let parts = parts.filter_map(|(differs, part)| differs.then_some(part)).collect();
        self.again.push(RecordClash { place, subject, label: BODY, first, parts });
    }

    fn compare(
        &mut self,
        said: &Said,
        is_whole: bool,
        (unit, days): (Option<u32>, Option<Period>),
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let parts = said.parts.map(|(_, part)| part);
        let this = Known { document: adding.number, about: About::new(is_whole, unit), parts, days };
        if self.known.insert(said.subject.id, this) {
            return;
        }
        let Some(known) = self.known.get_mut(said.subject.id) else { return };
        known.about = About::new(known.about.is_whole(), known.about.unit().or(unit));
        known.days = known.days.or(days);
        if known.document == adding.number || (known.about.is_whole() && is_whole) {
            return;
        }
        let both = said.parts.iter().zip(&mut known.parts);
        let mut differ = Vec::new();
        for ((label, here), there) in both {
            match (*here, *there) {
                (Some(here), Some(there)) if here != there => differ.push(*label),
                (Some(here), None) => *there = Some(here),
                _ => {}
            }
        }
        if !differ.is_empty() {
            let (subject, label, first) = (said.subject, said.label, known.document);
            self.again.push(RecordClash { place: adding.place(at), subject, label, first, parts: differ });
        }
    }
}
