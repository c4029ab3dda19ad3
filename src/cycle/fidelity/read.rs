//! What counting needs to know of cycles.

use crate::cycle::links::{Linked, Nth, get};
use crate::cycle::{CyclePhase, Found, PdsaCycle};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::sorted::index;
use crate::text::is_stated;

/// A cycle and its texts, read once in the order of the list instead of ramp by ramp: in a long list, sequential
/// reading is many times faster.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
pub(super) struct Read<'c> {
    id: Id<PdsaCycle>,
    named: [Option<Id<PdsaCycle>>; 2],
    pub(super) scale: Option<u64>,
    /// Whether it was tested with less than the whole department or service.
    pub(super) is_small: Option<bool>,
    /// The measurements that it names.
    pub(super) data: &'c [Id<Measurement>],
    pub(super) is_begun: bool,
    pub(super) is_tested: bool,
    pub(super) is_whole: bool,
    pub(super) predicts: bool,
    pub(super) states_rationale: bool,
    pub(super) states_learning: bool,
}

impl<'c> Read<'c> {
    pub(super) fn of(cycle: &'c PdsaCycle) -> Self {
        let PdsaCycle { plan, carried_out, study, .. } = cycle;
        Self {
            id: cycle.id,
            named: cycle.named(),
            scale: cycle.scale,
            is_small: cycle.scale.zip(cycle.whole).map(|(scale, whole)| scale < whole),
            data: carried_out.as_ref().map_or(&[], |done| &done.data),
            is_begun: cycle.phase() > CyclePhase::NotBegun,
            is_tested: carried_out.is_some(),
            is_whole: cycle.stated_phases() == [true; 4],
            predicts: cycle.has_prediction(),
            states_rationale: plan.as_ref().is_some_and(|plan| is_stated(plan.rationale.as_ref())),
            states_learning: study.as_ref().is_some_and(|study| is_stated(study.learned.as_ref())),
        }
    }
}

impl Linked for Read<'_> {
    fn id(&self) -> Id<PdsaCycle> {
        self.id
    }

    fn named(&self) -> [Option<Id<PdsaCycle>>; 2] {
        self.named
    }
}

/// A ramp of cycles that are read.
#[derive(Clone, Copy)]
pub(super) struct ReadRamp<'r> {
    pub(super) found: &'r Found<'r>,
    pub(super) cycles: &'r [Read<'r>],
}

impl<'r> ReadRamp<'r> {
    /// The cycles: each after those that lead to it.
    pub(super) fn cycles(self) -> impl Iterator<Item = &'r Read<'r>> {
        self.found.order.iter().filter_map(move |nth| self.cycle(*nth))
    }

    /// The links: a cycle, and the one that comes right after it.
    pub(super) fn links(self) -> impl Iterator<Item = (&'r Read<'r>, &'r Read<'r>)> {
        let at = move |place: u32| self.cycle(*self.found.order.get(index(place))?);
        self.found.links.iter().filter_map(move |[from, to]| Some((at(*from)?, at(*to)?)))
    }

    fn cycle(self, nth: Nth) -> Option<&'r Read<'r>> {
        get(self.cycles, nth)
    }

    /// Whether scale never shrinks along the links, and grows along one.
    pub(super) fn is_growing(self) -> Option<bool> {
        let steps = || self.links().map(|(from, to)| from.scale.zip(to.scale));
        if steps().flatten().any(|(from, to)| to < from) {
            return Some(false);
        }
        // A loop has no order, so nothing grows in it.
        let are_known = self.found.loops.is_empty() && steps().all(|step| step.is_some());
        are_known.then(|| steps().flatten().any(|(from, to)| to > from))
    }
}
