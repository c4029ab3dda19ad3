//! Clean target figures and aims.

use alloc::vec::Vec;

use super::measurement::clean_unit;
use crate::body::Forum;
use crate::date::{PartialDate, When};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::target_figure::{
    Baseline, ChangeAim, ChangeKind, Population, TargetFigure, TargetIndicator, TargetState, TargetStep,
};

/// A complete target figure that the parties agreed. It is clean wherever it stands.
pub(super) fn clean(tape: &mut Tape<'_>) -> TargetFigure {
    let id = tape.fresh_id();
    let history = clean_history(tape);
    let measured_at = stated_time(tape);
    // A list that is fixed before the measuring is over.
    let fixed_on = match &measured_at {
        When::Date { on } if tape.flag() => *on,
        _ => None,
    };
    let selected_by = fixed_on.and_then(|_| Part::any(tape));
    TargetFigure {
        topic: Some(tape.said()),
        indicator: Some(TargetIndicator { id: Part::any(tape), statement: Some(tape.said()) }),
        direction: Some(*tape.pick(Direction::ALL)),
        value: Some(Decimal::from(up_to_100(tape))),
        unit: Some(Unit::Percent),
        population: Some(Population {
            description: Some(tape.said()),
            selected_by,
            fixed_on,
            items: Vec::new(),
        }),
        baseline: tape.option(|tape| clean_baseline(Unit::Percent, &measured_at, tape)),
        measured_at: Some(measured_at),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        state: history.last().map_or(Some(TargetState::Agreed), |step| step.state),
        history,
        ..TargetFigure::new(id)
    }
}

/// Steps that never go back, whether the dates or the list tell their order.
fn clean_history(tape: &mut Tape<'_>) -> Vec<TargetStep> {
    use TargetState::{Agreed, Measured, Met, NotAssessable, NotMet};
    let mut steps = tape.list(3, |tape| TargetStep {
        state: Some(*tape.pick(&[Agreed, Measured, Met, NotMet, NotAssessable])),
        on: Part::any(tape),
        decision: Part::any(tape),
    });
    steps.sort_by_key(|step| step.state);
    let mut dates: Vec<_> = steps.iter().map(|step| step.on).collect();
    dates.sort_by_key(|on| on.map(|on| (on.first_day(), on.last_day())));
    steps.iter_mut().zip(dates).for_each(|(step, on)| step.on = on);
    steps
}

/// An aim of a change with baseline, size and date.
pub(super) fn clean_change_aim(tape: &mut Tape<'_>) -> ChangeAim {
    let (unit, by) = (clean_unit(tape), time_with_date(tape));
    ChangeAim {
        baseline: Some(clean_baseline(unit.clone(), &by, tape)),
        size: Some(Decimal::from(up_to_100(tape).saturating_add(1))),
        unit: Some(unit),
        by: Some(by),
        ..ChangeAim::new(*tape.pick(ChangeKind::ALL))
    }
}

/// A baseline in a unit, counted before the time at which the figure is measured is over.
fn clean_baseline(unit: Unit, before: &When, tape: &mut Tape<'_>) -> Baseline {
    let on = match before {
        When::Date { on } if tape.flag() => *on,
        _ => tape.option(|_| PartialDate::of_year(1)).flatten(),
    };
    Baseline { value: Some(Part::any(tape)), unit: Some(unit), on }
}

/// A time that is one.
fn stated_time(tape: &mut Tape<'_>) -> When {
    match When::any(tape) {
        When::DecidedBy { body, .. } => When::DecidedBy { body, name: Some(tape.said()) },
        When::TimesAYear { times } => When::TimesAYear { times: times.max(Some(1)) },
        when if when.is_stated() => when,
        _ => When::Date { on: Some(Part::any(tape)) },
    }
}

/// A time with a date.
fn time_with_date(tape: &mut Tape<'_>) -> When {
    match When::any(tape) {
        when if when.has_date() => when,
        _ => When::Date { on: Some(Part::any(tape)) },
    }
}

/// A figure from 0 to 100.
fn up_to_100(tape: &mut Tape<'_>) -> u32 {
    u32::try_from(tape.within(0, 100)).unwrap_or_default()
}
