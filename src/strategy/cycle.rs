//! Clean PDSA cycles.

use alloc::vec;
use alloc::vec::Vec;

use crate::cycle::{Act, ActDecision, CarriedOut, PdsaCycle, Plan, Study};
use crate::date::PartialDate;
use crate::draft::part::Part;
use crate::draft::tape::Tape;

/// A cycle of any number of phases.
pub(super) fn clean(tape: &mut Tape<'_>) -> PdsaCycle {
    let phases = tape.index(5);
    let mut cycle = PdsaCycle {
        aim: Some(Part::any(tape)),
        measures: tape.list_of(1, 2, Part::any),
        previous: tape.flag().then(|| tape.fresh_id()),
        next: tape.flag().then(|| tape.fresh_id()),
        ..PdsaCycle::new(tape.fresh_id())
    };
    add_phases(&mut cycle, phases, tape);
    cycle
}

/// Adds a change, a scale and the first phases to a cycle. Its links are unchanged.
pub(super) fn add_phases(cycle: &mut PdsaCycle, phases: usize, tape: &mut Tape<'_>) {
    let mut dates: Vec<PartialDate> = tape.list(4, Part::any);
    // What is done was done by the day of the check.
    dates.retain(|date| date.first_day() <= super::as_of());
    dates.sort_unstable();
    let mut dates = dates.into_iter();
    cycle.change = Some(tape.said());
    cycle.scale = tape.option(|tape| tape.within(1, 100));
    cycle.whole = tape.option(|tape| tape.within(100, 200));
    if phases > 0 {
        cycle.plan = Some(Plan { prediction: Some(tape.said()), on: dates.next(), ..Plan::default() });
    }
    if phases > 1 {
        cycle.carried_out = Some(CarriedOut { on: dates.next(), ..with_data(tape) });
    }
    if phases > 2 {
        let (comparison, learned) = (Some(tape.said()), Some(tape.said()));
        cycle.study = Some(Study { on: dates.next(), comparison, learned });
    }
    if phases > 3 {
        let decision = Some(fitting_decision(cycle, tape));
        cycle.act = Some(Act { on: dates.next(), decision, reason: Some(tape.said()) });
    }
}

fn with_data(tape: &mut Tape<'_>) -> CarriedOut {
    match tape.below(3) {
        0 => CarriedOut { observations: Some(tape.said()), ..CarriedOut::default() },
        1 => CarriedOut { data_in_words: Some(tape.said()), ..CarriedOut::default() },
        _ => CarriedOut { data: vec![Part::any(tape)], ..CarriedOut::default() },
    }
}

/// A change that is adapted is tested again; one that is abandoned is not.
fn fitting_decision(cycle: &PdsaCycle, tape: &mut Tape<'_>) -> ActDecision {
    let other = if cycle.next.is_some() { ActDecision::Adapt } else { ActDecision::Abandon };
    *tape.pick(&[ActDecision::Adopt, other])
}
