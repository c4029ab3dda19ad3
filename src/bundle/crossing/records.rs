//! Records that several documents state.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::stated::{About, Ended, Kind, OPEN, Part, Stated, States};
use super::{Adding, Around, Place, hash};
use crate::agreement::{Action, FollowUp};
use crate::audit::CaseAudit;
use crate::body::{Body, Mandate};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period, When};
use crate::goal::{Citizen, GoalStatus, SubGoal};
use crate::id::{Identified as _, Subject};
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::text::Bilingual;

/// What records state, each with its first document. What one of them leaves out, the other may state.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Records {
    /// Measurements, audits, citizens, actions and follow-ups.
    short: States<2>,
    /// Cycles and sub-goals.
    long: States<8>,
    /// The units of measurements and cycles, each once: many have the same one.
    units: Keyed<OrgUnit, u32>,
    each_unit: Vec<OrgUnit>,
    /// The terms of bodies: those that differ.
    terms: Keyed<Uuid, Vec<BodyTerms>>,
    /// One record, stated differently.
    pub(in crate::bundle) again: Vec<RecordClash>,
    /// One action that ended, and did not or ended otherwise.
    pub(in crate::bundle) ended: Vec<EndedClash>,
}

/// An action of which an earlier document says something else.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct EndedClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) action: Subject,
    pub(in crate::bundle) other: u32,
    /// How it ended here, and in the other document; `None` if it is open.
    pub(in crate::bundle) here: Option<Bilingual>,
    pub(in crate::bundle) there: Option<Bilingual>,
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
    /// When its terms of reference were decided, by the hash of their title.
    terms_on: Option<(Option<u64>, PartialDate)>,
}

/// How many different terms of a body are kept.
const MOST_TERMS: usize = 8;

impl BodyTerms {
    /// What both state, and differently.
    fn differ(&self, other: &Self) -> [bool; 4] {
        let is_other_time = self.within.zip(other.within).is_some_and(|(one, other)| !one.overlaps(&other));
        let days = self.deadline.zip(other.deadline);
        let deadline = days.is_some_and(|(one, other)| !one.shares_a_day_with(other));
        let meetings = self.meetings.zip(other.meetings).is_some_and(|(one, other)| one != other);
        let mandate = self.decides.zip(other.decides).is_some_and(|(one, other)| one != other);
        let terms_on =
            self.terms_on.zip(other.terms_on).is_some_and(|((title, on), (other_title, other_on))| {
                title == other_title && !on.shares_a_day_with(other_on)
            });
        [mandate, deadline, meetings, terms_on].map(|differs| differs && !is_other_time)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (self.within, self.decides, self.deadline, self.meetings, self.terms_on)
            == (other.within, other.decides, other.deadline, other.meetings, other.terms_on)
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
struct Said<const N: usize> {
    subject: Subject,
    label: Bilingual,
    days: Option<Period>,
    /// What other days are called, if these are compared.
    other_days: Option<Bilingual>,
    parts: [SaidPart; N],
}

type SaidPart = (Kind, Bilingual, Option<Part>);

const MEASUREMENT: Bilingual = Bilingual::new("den samme måling", "the same measurement");
const CYCLE: Bilingual = Bilingual::new("den samme PDSA-cyklus", "the same PDSA cycle");
const BODY: Bilingual = Bilingual::new("den samme gruppe", "the same body");
const MANDATE: Bilingual = Bilingual::new("et andet mandat", "another mandate");
const DEADLINE: Bilingual = Bilingual::new("en anden frist", "another deadline");
const MEETINGS: Bilingual = Bilingual::new("et andet antal møder", "another number of meetings");
const TERMS: Bilingual =
    Bilingual::new("en anden dato for kommissoriet", "another date of the terms of reference");
const ACTION: Bilingual = Bilingual::new("den samme indsats", "the same action");
const FOLLOW_UP: Bilingual = Bilingual::new("den samme opfølgning", "the same follow-up");
const AUDIT: Bilingual = Bilingual::new("den samme audit", "the same audit");
const CITIZEN: Bilingual = Bilingual::new("den samme borger", "the same citizen");
const SUB_GOAL: Bilingual = Bilingual::new("det samme delmål", "the same sub-goal");

/// A part that a record does not have.
const NONE: SaidPart = (Kind::Explains, BODY, None);

/// What has no date may recur, and a day without a year comes again.
fn is_done_once(when: Option<&When>) -> bool {
    when.is_some_and(|when| when.has_date() && !matches!(when, When::MonthDay { .. }))
}

/// The day on which something was done.
fn done(done_on: Option<PartialDate>) -> SaidPart {
    let label = Bilingual::new("en anden dag, den blev gennemført", "another day on which it was done");
    (Kind::Day, label, Part::on(done_on))
}

fn short(record: &dyn Any, around: &Around) -> Option<Said<2>> {
    let (days, other_days) = (around.within, None);
    if let Some(one) = record.downcast_ref::<Measurement>() {
        let extracted_at = one.extracted_at.and_then(|day| PartialDate::of_day(day).ok());
        let parts = [
            (
                Kind::Result,
                Bilingual::new("et andet resultat", "another result"),
                Part::of(one.observed.as_ref()),
            ),
            (Kind::Explains, MEASUREMENT, Part::on(extracted_at)),
        ];
        let other_days = Some(Bilingual::new("en anden periode", "another period"));
        return Some(Said {
            subject: one.id.subject(),
            label: MEASUREMENT,
            days: one.period,
            other_days,
            parts,
        });
    }
    if let Some(one) = record.downcast_ref::<CaseAudit>() {
        let label = Bilingual::new("en anden dag, den blev holdt", "another day on which it was held");
        let judged = Bilingual::new("andre vurderinger fra panelet", "other judgements of the panel");
        let judgements = Some(&one.judgements).filter(|all| !all.is_empty());
        let parts = [(Kind::Day, label, Part::on(one.held_on)), (Kind::Fact, judged, Part::of(judgements))];
        return Some(Said { subject: one.id.subject(), label: AUDIT, days, other_days, parts });
    }
    if let Some(one) = record.downcast_ref::<Citizen>() {
        let department = Bilingual::new("en anden afdeling samme dag", "another department on the same day");
        let parts = [(Kind::Then, department, Part::of(one.department.as_ref())), NONE];
        return Some(Said { subject: one.id.subject(), label: CITIZEN, days, other_days, parts });
    }
    let (subject, label, parts) = if let Some(one) = record.downcast_ref::<Action>() {
        let given_up = match (one.done_on, one.given_up_on) {
            (None, None) => Part::state(OPEN),
            (_, given_up_on) => Part::on(given_up_on),
        };
        let parts = [done(one.done_on), (Kind::Explains, ACTION, given_up)];
        (one.id.subject(), ACTION, Some(parts).filter(|_| is_done_once(one.when.as_ref())))
    } else {
        let one = record.downcast_ref::<FollowUp>()?;
        let parts = Some([done(one.done_on), NONE]).filter(|_| is_done_once(one.when.as_ref()));
        (one.id.subject(), FOLLOW_UP, parts)
    };
    Some(Said { subject, label, days, other_days, parts: parts? })
}

fn long(record: &dyn Any, around: &Around) -> Option<Said<8>> {
    let (days, other_days) = (around.within, None);
    if let Some(one) = record.downcast_ref::<PdsaCycle>() {
        let act = one.act.as_ref();
        let [planned_on, carried_out_on, studied_on, decided_on] = one.phase_dates();
        let parts = [
            (
                Kind::Fact,
                Bilingual::new("en anden beslutning", "another decision"),
                Part::of(act.and_then(|act| act.decision.as_ref())),
            ),
            (
                Kind::Day,
                Bilingual::new("en anden beslutningsdato", "another day of decision"),
                Part::on(decided_on),
            ),
            (Kind::Fact, Bilingual::new("et andet omfang", "another scale"), Part::of(one.scale.as_ref())),
            (
                Kind::Fact,
                Bilingual::new("et andet antal i enheden", "another number in the unit"),
                Part::of(one.whole.as_ref()),
            ),
            (
                Kind::Fact,
                Bilingual::new("et andet tilbud", "another service"),
                Part::of(one.service.as_ref()),
            ),
            (
                Kind::Day,
                Bilingual::new("en anden dato for planen", "another date of the plan"),
                Part::on(planned_on),
            ),
            (
                Kind::Day,
                Bilingual::new("en anden dato for afprøvningen", "another date of the test"),
                Part::on(carried_out_on),
            ),
            (
                Kind::Day,
                Bilingual::new("en anden dato for analysen", "another date of the study"),
                Part::on(studied_on),
            ),
        ];
        return Some(Said { subject: one.id.subject(), label: CYCLE, days, other_days, parts });
    }
    let one = record.downcast_ref::<SubGoal>()?;
    let [status, closed_on] = ended(one.status, one.closed_on);
    let set_on = Bilingual::new("en anden oprettelsesdato", "another day on which it was set");
    let parts = [
        status,
        closed_on,
        (Kind::Day, set_on, Part::on(one.set_on)),
        (Kind::Fact, Bilingual::new("et andet mål", "another goal"), Part::of(one.goal.as_ref())),
        (Kind::Moved, EVALUATE_BY, Part::on(one.evaluate_by)),
        (Kind::Moved, ENDS_ON, Part::on(one.ends_on)),
        NONE,
        NONE,
    ];
    Some(Said { subject: one.id.subject(), label: SUB_GOAL, days, other_days, parts })
}

const EVALUATE_BY: Bilingual = Bilingual::new("en anden evalueringsdato", "another evaluation date");
const ENDS_ON: Bilingual = Bilingual::new("en anden slutdato", "another end date");

/// Whether and when a goal ended.
fn ended(status: Option<GoalStatus>, closed_on: Option<PartialDate>) -> [SaidPart; 2] {
    let state = |status| {
        Part::state(match status {
            GoalStatus::Open => OPEN,
            ended => (ended as u8).saturating_add(1),
        })
    };
    [
        (Kind::Status, Bilingual::new("en anden status", "another status"), status.and_then(state)),
        (
            Kind::ClosedOn,
            Bilingual::new("en anden afslutningsdato", "another closing day"),
            Part::on(closed_on),
        ),
    ]
}

/// Whose a measurement or a cycle is.
fn unit_of(record: &dyn Any, around: &Around) -> Option<OrgUnit> {
    if let Some(one) = record.downcast_ref::<Measurement>() {
        return one.reporting_unit.or(around.unit);
    }
    record.downcast_ref::<PdsaCycle>()?.service.map(OrgUnit::from)
}

impl Records {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let unit = unit_of(record, around).map(|unit| self.unit(unit));
        if let Some(said) = short(record, around) {
            let about = About::new(around.whole == Some(said.subject), unit);
            self.again.extend(said.compare(&mut self.short, about, at, adding));
            if said.subject.kind == Action::KIND {
                self.compare_ends(said.subject, at, adding);
            }
        } else if let Some(said) = long(record, around) {
            let about = About::new(around.whole == Some(said.subject), unit);
            self.again.extend(said.compare(&mut self.long, about, at, adding));
        }
        if let Some(body) = record.downcast_ref::<Body>() {
            self.compare_terms(body, around, at, adding);
        }
    }

    /// Compares how an action ended, which has been added, with earlier documents.
    fn compare_ends(&mut self, action: Subject, at: &Path<'_>, adding: &mut Adding<'_>) {
        let number = adding.number;
        let of_this = self.short.of(action.id).find(|one| one.document == number);
        let Some(this) = of_this else { return };
        let others = self.short.of(action.id).filter(|one| one.document != number);
        let clash =
            others.map(|other| (other, [this.ended(), other.ended()])).find(|(other, [here, there])| {
                let is_otherwise = here.zip(*there).is_some_and(|(here, there)| here != there);
                is_otherwise
                    || this.is_open_again([*here, *there], other)
                    || other.is_open_again([*there, *here], this)
            });
        let Some((other, ends)) = clash else { return };
        let (other, [here, there]) = (other.document, ends.map(|end| end.map(Ended::label)));
        self.ended.push(EndedClash { place: adding.place(at), action, other, here, there });
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
        let units = &self.each_unit;
        let (document, unit, days) = self
            .short
            .whose(id, units)
            .or_else(|| self.long.whose(id, units).map(|(document, unit, _)| (document, unit, None)))?;
        Some(Whose { document, unit, days })
    }

    fn compare_terms(&mut self, body: &Body, around: &Around, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Body { deadline, meetings, ref mandate, .. } = *body;
        // Documents may list more or less of a mandate, but must agree on whether the body decides.
        let decides = (!mandate.is_empty()).then(|| mandate.iter().any(|one| one.covers(Mandate::Approve)));
        let terms_on =
            body.terms.as_ref().and_then(|terms| Some((hash::of_name(terms.title.as_ref()), terms.on?)));
        if decides.is_none() && deadline.is_none() && meetings.is_none() && terms_on.is_none() {
            return;
        }
        let within = around.within;
        let this = BodyTerms { document: adding.number, within, decides, deadline, meetings, terms_on };
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
        let parts = differ.into_iter().zip([MANDATE, DEADLINE, MEETINGS, TERMS]);
        let parts = parts.filter_map(|(differs, part)| differs.then_some(part)).collect();
        self.again.push(RecordClash { place, subject, label: BODY, first, parts });
    }
}

impl<const N: usize> Said<N> {
    /// What differs from an earlier document.
    fn compare(
        &self,
        states: &mut States<N>,
        about: About,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) -> Option<RecordClash> {
        let (kinds, parts) = (self.parts.map(|(kind, ..)| kind), self.parts.map(|(.., part)| part));
        let this = Stated { document: adding.number, about, days: self.days, parts };
        let (first, parts) = states.add(self.subject.id, this, |other| {
            let differ = this.differ(other, &kinds).into_iter().zip(&self.parts);
            let differ = differ.filter_map(|(differs, (_, label, _))| differs.then_some(*label));
            let days = self.other_days.filter(|_| this.days.zip(other.days).is_some_and(|(a, b)| a != b));
            let parts: Vec<_> = differ.chain(days).collect();
            (!parts.is_empty()).then_some((other.document, parts))
        })?;
        Some(RecordClash { place: adding.place(at), subject: self.subject, label: self.label, first, parts })
    }
}
