//! Clean PDSA cycles, and cycles that break one rule.

use alloc::vec;
use alloc::vec::Vec;

use crate::codes::{self, RuleCode};
use crate::cycle::{Act, ActDecision, CarriedOut, PdsaCycle, Plan, Study};
use crate::date::PartialDate;
use crate::document::Content;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::text::Text;

/// A cycle of any number of phases.
pub(super) fn clean(tape: &mut Tape<'_>) -> PdsaCycle {
    let phases = tape.index(5);
    with_phases(phases, tape)
}

fn with_phases(phases: usize, tape: &mut Tape<'_>) -> PdsaCycle {
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

/// Adds a change, a scale and the first phases to a cycle. Its links stay as they are.
pub(super) fn add_phases(cycle: &mut PdsaCycle, phases: usize, tape: &mut Tape<'_>) {
    let mut dates: Vec<PartialDate> = tape.list(4, Part::any);
    dates.sort_unstable();
    let mut dates = dates.into_iter();
    cycle.change = Some(tape.said());
    cycle.scale = tape.option(|tape| tape.within(0, 100));
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

/// A change that is adapted is tested again, one that is abandoned is not.
fn fitting_decision(cycle: &PdsaCycle, tape: &mut Tape<'_>) -> ActDecision {
    let other = if cycle.next.is_some() { ActDecision::Adapt } else { ActDecision::Abandon };
    *tape.pick(&[ActDecision::Adopt, other])
}

/// A clean cycle of four phases, changed in one of the ways.
fn changed(ways: &[fn(&mut PdsaCycle)], tape: &mut Tape<'_>) -> Content {
    let mut cycle = with_phases(4, tape);
    tape.pick(ways)(&mut cycle);
    cycle.into()
}

/// A clean cycle, one phase of which is dated February 2024 and an earlier one March.
fn with_dates_backwards(tape: &mut Tape<'_>) -> Content {
    let mut cycle = with_phases(4, tape);
    let (earlier, later) = *tape.pick(&[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
    let dates = [
        cycle.plan.as_mut().map(|plan| &mut plan.on),
        cycle.carried_out.as_mut().map(|done| &mut done.on),
        cycle.study.as_mut().map(|study| &mut study.on),
        cycle.act.as_mut().map(|act| &mut act.on),
    ];
    for (phase, date) in dates.into_iter().flatten().enumerate() {
        *date = match phase {
            _ if phase == earlier => PartialDate::of_month(2024, 3),
            _ if phase == later => PartialDate::of_month(2024, 2),
            _ => None,
        };
    }
    cycle.into()
}

/// A clean cycle of any number of phases that names a wrong neighbour.
fn with_wrong_neighbour(tape: &mut Tape<'_>) -> Content {
    let mut cycle = clean(tape);
    match tape.below(3) {
        0 => cycle.previous = Some(cycle.id),
        1 => cycle.next = Some(cycle.id),
        _ => (cycle.previous, cycle.next) = (Some(tape.spare_id(1)), Some(tape.spare_id(1))),
    }
    cycle.into()
}

pub(super) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    Some(match code {
        codes::PDS001 => changed(
            &[
                |cycle| cycle.plan.iter_mut().for_each(|plan| plan.prediction = None),
                |cycle| cycle.plan.iter_mut().for_each(|plan| plan.prediction = Some(Text::from(" "))),
            ],
            tape,
        ),
        codes::PDS002 => changed(&[|cycle| cycle.carried_out = Some(CarriedOut::default())], tape),
        codes::PDS003 => {
            changed(&[|cycle| cycle.study.iter_mut().for_each(|study| study.comparison = None)], tape)
        }
        codes::PDS004 => changed(&[|cycle| cycle.act.iter_mut().for_each(|act| act.decision = None)], tape),
        codes::PDS005 => changed(
            &[
                |cycle| cycle.plan = None,
                |cycle| cycle.carried_out = None,
                |cycle| cycle.study = None,
                |cycle| (cycle.plan, cycle.study) = (None, None),
            ],
            tape,
        ),
        codes::PDS006 => with_dates_backwards(tape),
        codes::PDS007 => changed(
            &[|cycle| cycle.aim = None, |cycle| cycle.measures.clear(), |cycle| cycle.change = None],
            tape,
        ),
        codes::PDS008 => changed(
            &[|cycle| {
                cycle.next = None;
                cycle.act.iter_mut().for_each(|act| act.decision = Some(ActDecision::Adapt));
            }],
            tape,
        ),
        codes::PDS009 => with_wrong_neighbour(tape),
        _ => return None,
    })
}
