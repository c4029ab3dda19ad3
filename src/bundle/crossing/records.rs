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
use crate::date::{PartialDate, When};
use crate::goal::SubGoal;
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::text::Bilingual;

/// What records state, each with its first document. What one of them leaves out, the other may state.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Records {
    known: Keyed<Uuid, Known>,
    /// One record, stated differently.
    pub(in crate::bundle) again: Vec<RecordClash>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    document: u32,
    /// Whether it is the content of the document: two of these are the same document twice.
    is_whole: bool,
    parts: [Option<Part>; 2],
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
    if let Some(one) = record.downcast_ref::<Body>() {
        // Documents may list more or less of it, but must agree on whether it decides.
        let decides =
            (!one.mandate.is_empty()).then(|| one.mandate.iter().any(|one| one.covers(Mandate::Approve)));
        let mandate = (Bilingual::new("et andet mandat", "another mandate"), hashed(decides.as_ref()));
        return Some(Said { subject: one.id.subject(), label: BODY, parts: [mandate, (BODY, None)] });
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
            self.compare(&said, is_whole, at, adding);
        }
    }

    fn compare(&mut self, said: &Said, is_whole: bool, at: &Path<'_>, adding: &mut Adding<'_>) {
        let parts = said.parts.map(|(_, part)| part);
        let this = Known { document: adding.number, is_whole, parts };
        if self.known.insert(said.subject.id, this) {
            return;
        }
        let Some(known) = self.known.get_mut(said.subject.id) else { return };
        if known.document == adding.number || (known.is_whole && is_whole) {
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
