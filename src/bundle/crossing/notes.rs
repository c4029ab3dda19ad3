//! What series note of cycles and actions, and when those were.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::ramps::Ramps;
use super::{Adding, Around, Place};
use crate::agreement::Action;
use crate::cycle::Dated;
use crate::date::{PartialDate, When};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::series::{Annotation, Occasion};

/// The notes about a cycle or an action, and the days on which actions were done.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Notes {
    noted: Vec<Noted>,
    done: Keyed<Uuid, (PartialDate, u32)>,
}

#[derive(Debug, Clone, Copy)]
struct Noted {
    place: Place,
    series: Subject,
    what: Uuid,
    is_cycle: bool,
    on: PartialDate,
}

/// A note whose day is not that of what it is about.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct NoteClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) series: Subject,
    pub(in crate::bundle) on: PartialDate,
    /// The document of the cycle or action.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) why: NotThen,
}

/// How the days differ.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum NotThen {
    /// The cycle had not begun.
    BeforeCycle { what: Dated, begins: PartialDate },
    /// The cycle had been studied or decided on.
    AfterCycle { ended: PartialDate },
    /// The action, which the note says began then, had been done.
    AfterAction { done: PartialDate },
}

impl Notes {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(note) = record.downcast_ref::<Annotation>() {
            let (what, is_cycle) = match note.occasion {
                Occasion::Cycle { id: Some(id) } => (id.uuid(), true),
                Occasion::Action { id: Some(id) } => (id.uuid(), false),
                _ => return,
            };
            if let Some(series) = around.whole {
                let place = adding.place(&at.key("on"));
                self.noted.push(Noted { place, series, what, is_cycle, on: note.on });
            }
        } else if let Some(action) = record.downcast_ref::<Action>()
            && let Some(done) = action.done_on
            // What has no date may recur, and a day without a year comes again.
            && action.when.as_ref().is_some_and(|when| when.has_date() && !matches!(when, When::MonthDay { .. }))
        {
            self.done.insert(action.id.uuid(), (done, adding.number));
        }
    }

    /// The notes that contradict what they are about.
    pub(in crate::bundle) fn apart(&self, ramps: &Ramps) -> impl Iterator<Item = NoteClash> {
        let of_cycle = |one: &Noted| {
            let [begins, lasts_until] = ramps.days_of(one.what)?;
            let early = begins.filter(|begins| one.on.ends_before(begins.on));
            let early =
                early.map(|day| (day.document, NotThen::BeforeCycle { what: day.what, begins: day.on }));
            // A test can go on after the day on which it was carried out.
            let ended = lasts_until.filter(|day| day.what != Dated::CarriedOut);
            let late = ended.filter(|ended| ended.on.ends_before(one.on));
            early.or_else(|| late.map(|day| (day.document, NotThen::AfterCycle { ended: day.on })))
        };
        let of_action = |one: &Noted| {
            let (done, document) = *self.done.get(one.what)?;
            let is_late = done.ends_before(one.on);
            is_late.then_some((document, NotThen::AfterAction { done }))
        };
        self.noted.iter().filter_map(move |one| {
            let (document, why) = if one.is_cycle { of_cycle(one) } else { of_action(one) }?;
            Some(NoteClash { place: one.place, series: one.series, on: one.on, document, why })
        })
    }
}
