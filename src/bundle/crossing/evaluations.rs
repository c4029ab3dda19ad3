//! The evaluations of a service, one after the other.

use alloc::vec::Vec;
use core::any::Any;

use super::{Adding, Place, hash};
use crate::date::{PartialDate, add_months};
use crate::evaluation::{Evaluation, EvaluationKind};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by_key;

/// Those that were held, by service, kind and standard set. Monitoring can be of some standards now, and of others a
/// month later, so it is kept by these as well.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Evaluations(Keyed<u64, Vec<Held>>);

#[derive(Debug, Clone, Copy)]
struct Held {
    place: Place,
    evaluation: Subject,
    kind: EvaluationKind,
    document: u32,
    on: PartialDate,
    previous_on: Option<PartialDate>,
}

/// An evaluation that gives the previous one another date than that one has.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OtherPrevious {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) evaluation: Subject,
    pub(in crate::bundle) previous_on: PartialDate,
    /// The document of the previous one, and when it was held.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) held_on: PartialDate,
}

impl Evaluations {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(one) = record.downcast_ref::<Evaluation>() else { return };
        let (Some(service), Some(on)) = (&one.service, one.held_on) else { return };
        let Evaluation { kind, previous_on, .. } = *one;
        let standards: Vec<_> = match kind {
            EvaluationKind::Monitoring => {
                one.standards.iter().map(|one| (one.standard, one.number)).collect()
            }
            EvaluationKind::SelfEvaluation | EvaluationKind::External => Vec::new(),
        };
        let key = hash::of(&(service.id, kind, one.standard_set, standards));
        let (place, evaluation) = (adding.place(&at.key("previousOn")), one.id.subject());
        let document = adding.number;
        self.0.push(key, Held { place, evaluation, kind, document, on, previous_on });
    }

    /// What is contradicted by an evaluation of another document: it was held after the date that is given for the
    /// previous one, or shortly before that date. `months` gives the number of months for each kind.
    pub(in crate::bundle) fn apart(
        &self,
        months: impl Fn(EvaluationKind) -> Option<u32> + Copy,
    ) -> impl Iterator<Item = OtherPrevious> {
        self.0.values().iter().filter(|all| all.len() > 1).flat_map(move |all| apart(all, months))
    }
}

fn apart(all: &[Held], months: impl Fn(EvaluationKind) -> Option<u32>) -> Vec<OtherPrevious> {
    let mut by_end = all.to_vec();
    sort_by_key(&mut by_end, |one| one.on.last_day());
    // Of those up to each, the one that begins last.
    let mut latest: Vec<Held> = Vec::with_capacity(by_end.len());
    for one in &by_end {
        let last = latest.last().filter(|last| last.on.first_day() > one.on.first_day());
        latest.push(*last.unwrap_or(one));
    }
    let is_otherwise = |said: &Held| {
        let previous_on = said.previous_on?;
        let before = by_end.partition_point(|one| one.on.last_day() < said.on.first_day());
        let last = before.checked_sub(1)?;
        let is_of_another = |one: &&Held| one.document != said.document && one.evaluation != said.evaluation;
        let missed = latest.get(last).filter(|one| previous_on.last_day() < one.on.first_day());
        let misdated = by_end.get(last).filter(|one| {
            let limit = months(one.kind).and_then(|months| add_months(one.on.last_day(), months));
            previous_on.first_day() > one.on.last_day()
                && limit.is_some_and(|limit| previous_on.last_day() <= limit)
        });
        let known = missed.or(misdated).filter(is_of_another)?;
        let Held { place, evaluation, .. } = *said;
        Some(OtherPrevious { place, evaluation, previous_on, document: known.document, held_on: known.on })
    };
    all.iter().filter_map(is_otherwise).collect()
}
