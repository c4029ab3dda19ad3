//! Clean target figures and aims.

use alloc::vec::Vec;

use crate::body::Forum;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::target_figure::{
    ChangeAim, ChangeKind, Population, TargetFigure, TargetIndicator, TargetState, TargetStep,
};

/// A complete target figure that the parties agreed. It is clean wherever it stands.
pub(super) fn clean(tape: &mut Tape<'_>) -> TargetFigure {
    let id = tape.fresh_id();
    let history = clean_history(tape);
    TargetFigure {
        topic: Some(tape.said()),
        indicator: Some(TargetIndicator { id: Part::any(tape), statement: Some(tape.said()) }),
        direction: Some(*tape.pick(Direction::ALL)),
        value: Some(Decimal::from(up_to_100(tape))),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(tape.said()), ..Population::default() }),
        measured_at: Some(Part::any(tape)),
        baseline: Part::any(tape),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        state: Some(history.last().map_or(TargetState::Agreed, |step| step.state)),
        history,
        ..TargetFigure::new(id)
    }
}

/// Steps that never go back.
fn clean_history(tape: &mut Tape<'_>) -> Vec<TargetStep> {
    use TargetState::{Agreed, Measured, Met, NotAssessable, NotMet};
    let mut steps = tape.list(3, |tape| TargetStep {
        state: *tape.pick(&[Agreed, Measured, Met, NotMet, NotAssessable]),
        on: Part::any(tape),
        decision: Part::any(tape),
    });
    steps.sort_by_key(|step| step.state);
    steps
}

/// An aim of a change with baseline, size and date.
pub(super) fn clean_change_aim(tape: &mut Tape<'_>) -> ChangeAim {
    ChangeAim {
        baseline: Some(Part::any(tape)),
        size: Some(Decimal::from(up_to_100(tape))),
        unit: Some(Part::any(tape)),
        by: Some(Part::any(tape)),
        ..ChangeAim::new(*tape.pick(ChangeKind::ALL))
    }
}

/// A figure from 0 to 100.
fn up_to_100(tape: &mut Tape<'_>) -> u32 {
    u32::try_from(tape.within(0, 100)).unwrap_or_default()
}
