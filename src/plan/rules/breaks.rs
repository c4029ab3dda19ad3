//! Changes that break several rules.

use crate::plan::{ImplementationPlan, PlanPhase, PlanWork, TimetableRow};

/// Changes a phase. Clean plans have three.
pub(super) fn change_phase(plan: &mut ImplementationPlan, n: usize, change: fn(&mut PlanPhase)) {
    plan.phases.get_mut(n).into_iter().for_each(change);
}

/// Changes the first row of a kind of work.
pub(super) fn change_row(plan: &mut ImplementationPlan, work: PlanWork, change: fn(&mut TimetableRow)) {
    let mut rows = plan.phases.iter_mut().flat_map(|phase| &mut phase.rows);
    rows.find(|row| row.is(work)).into_iter().for_each(change);
}
