//! Clean target figures and aims.

use alloc::format;
use alloc::vec::Vec;

use super::measurement::clean_unit;
use crate::body::Forum;
use crate::date::{MonthDay, PartialDate, When};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::target_figure::{
    Baseline, ChangeAim, ChangeAimKind, Decision, Population, TargetFigure, TargetIndicator, TargetState,
    TargetStep,
};

/// A complete target figure that the parties agreed. It is clean wherever it is used.
pub(super) fn clean(tape: &mut Tape<'_>) -> TargetFigure {
    let id = tape.fresh_id();
    let history = clean_history(tape);
    let measured_at = stated_time(tape);
    // A list that is fixed before the measuring is over.
    let fixed_on = match &measured_at {
        When::Date { on } if tape.flag() => *on,
        _ => None,
    };
    let chosen_by = [Forum::Parties, Forum::Community { body: None }, Forum::Network { body: None }];
    let selected_by = fixed_on.and_then(|_| tape.option(|tape| *tape.pick(&chosen_by)));
    let (low, high) = (tape.number(0, 50), tape.number(50, 100));
    let direction = *tape.pick(Direction::ALL);
    let (before, value) = match direction {
        Direction::AtLeast => (low, high),
        Direction::AtMost => (high, low),
    };
    TargetFigure {
        topic: Some(tape.said()),
        indicator: Some(clean_indicator(tape)),
        direction: Some(direction),
        value: Some(Decimal::from(value)),
        unit: Some(Unit::Percent),
        population: Some(Population {
            description: Some(tape.said()),
            selected_by,
            fixed_on,
            items: Vec::new(),
        }),
        baseline: tape.option(|tape| {
            let value = Some(Decimal::from(before));
            Baseline { value, ..clean_baseline(Unit::Percent, &measured_at, tape) }
        }),
        measured_at: Some(measured_at),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        state: history.last().map_or(Some(TargetState::Agreed), |step| step.state),
        history,
        ..TargetFigure::new(id)
    }
}

/// Its wording is that of no other indicator.
fn clean_indicator(tape: &mut Tape<'_>) -> TargetIndicator {
    let indicator = TargetIndicator::new(tape.fresh_id());
    let number = indicator.id.uuid().as_u128();
    TargetIndicator { statement: Some(format!("{} {number}", tape.said().as_str()).into()), ..indicator }
}

/// Steps by the day of the check, in an order that never goes back. None of them is measured or met: the figure is
/// measured later, but it can be known before that it will not be met.
fn clean_history(tape: &mut Tape<'_>) -> Vec<TargetStep> {
    use TargetState::{Agreed, NotAssessable, NotMet};
    let mut steps = tape.list(3, |tape| {
        let state = *tape.pick(&[Agreed, NotMet, NotAssessable]);
        let on = tape.option(|_| PartialDate::of_month(2024, 1)).flatten();
        let decision: Option<Decision> = Part::any(tape);
        TargetStep { state: Some(state), on, decision: decision.map(|one| Decision { on, ..one }) }
    });
    steps.sort_by_key(|step| step.state);
    steps
}

pub(super) fn later_year(tape: &mut Tape<'_>) -> Option<PartialDate> {
    PartialDate::of_year(*tape.pick(&[2025, 2026, 2027]))
}

/// An aim of a change with baseline, size and date.
pub(super) fn clean_change_aim(tape: &mut Tape<'_>) -> ChangeAim {
    let (unit, by) = (clean_unit(tape), time_with_date(tape));
    // Twice a percentage cannot exceed 100, and no other figure falls below 0.
    let value = if unit == Unit::Percent { 50 } else { tape.number(0, 100).saturating_add(100) };
    let (size, kind) = (tape.number(0, 100).max(1), *tape.pick(ChangeAimKind::ALL));
    ChangeAim {
        baseline: Some(Baseline {
            value: Some(Decimal::from(value)),
            ..clean_baseline(unit.clone(), &by, tape)
        }),
        size: (kind != ChangeAimKind::Maintain).then(|| Decimal::from(size)),
        unit: Some(unit),
        by: Some(by),
        ..ChangeAim::new(kind)
    }
}

/// A baseline in a unit, counted before the time at which the figure is measured is over.
fn clean_baseline(unit: Unit, before: &When, tape: &mut Tape<'_>) -> Baseline {
    let on = match before {
        When::Date { on } if tape.flag() => on.filter(|on| on.first_day() <= super::as_of()),
        _ => tape.option(|_| PartialDate::of_year(1)).flatten(),
    };
    Baseline { value: Some(Decimal::from(tape.number(0, 100))), unit: Some(unit), on, no_result: None }
}

/// A stated time: in 2024, after the days on which clean agreements are signed, and before the last of their
/// follow-ups.
fn stated_time(tape: &mut Tape<'_>) -> When {
    match When::any(tape) {
        When::DecidedBy { body, .. } => When::DecidedBy { body, name: Some(tape.said()) },
        When::TimesAYear { times } => When::TimesAYear { times: times.max(Some(1)) },
        When::MonthDay { .. } => When::MonthDay { day: MonthDay::new(month(tape), 1) },
        When::Schedule { title, deadline, issued_by } => {
            When::Schedule { title, deadline: deadline.and_then(|_| month_of_2024(tape)), issued_by }
        }
        When::Within { months, from } => {
            let from = from.and_then(|_| month_of_2024(tape));
            When::Within { months: months.or(Some(1)), from }
        }
        When::Continuously => When::Continuously,
        _ => When::Date { on: month_of_2024(tape) },
    }
}

/// A time with a date.
fn time_with_date(tape: &mut Tape<'_>) -> When {
    match stated_time(tape) {
        when if when.has_date() => when,
        _ => When::Date { on: month_of_2024(tape) },
    }
}

fn month_of_2024(tape: &mut Tape<'_>) -> Option<PartialDate> {
    PartialDate::of_month(2024, month(tape))
}

/// From February to October.
fn month(tape: &mut Tape<'_>) -> u32 {
    tape.number(2, 10)
}
