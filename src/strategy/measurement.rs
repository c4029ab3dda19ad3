//! Measurements in which nothing is found.

use crate::date::Period;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Unit};
use crate::measurement::{Measurement, NoResult, Observed};

pub(super) fn clean(tape: &mut Tape<'_>) -> Measurement {
    // What was measured has happened.
    let [one, other] = [tape.day(), tape.day()].map(|day| day.min(super::as_of()));
    let period = Period { start: one.min(other), end: one.max(other) };
    let asked: Option<u64> = Part::any(tape);
    let no_result = if tape.below(8) > 6 { Some(clean_no_result(tape)) } else { None };
    let answered: Option<u64> = Part::any(tape);
    let answered = answered.filter(|_| no_result != Some(NoResult::Nothing));
    // A result needs an answer, and some ways to break a rule add one.
    let [asked, answered] = [asked, answered].map(|people| people.map(|people| people.max(1)));
    Measurement {
        id: tape.fresh_id(),
        indicator: Some(Part::any(tape)),
        reporting_unit: Some(Part::any(tape)),
        period: Some(period),
        observed: no_result.is_none().then(|| observed(tape)),
        no_result,
        population: Part::any(tape),
        asked,
        answered: answered.map(|answered| answered.min(asked.unwrap_or(u64::MAX))),
        data_source: Part::any(tape),
        extracted_at: tape
            .option(Tape::day)
            .map(|day| day.max(period.end))
            .filter(|day| *day <= super::as_of()),
    }
}

/// No number of people is negative.
fn clean_no_result(tape: &mut Tape<'_>) -> NoResult {
    match NoResult::any(tape) {
        NoResult::Suppressed { below } => NoResult::Suppressed { below: below.map(|below| below.max(1)) },
        other => other,
    }
}

/// A result in which nothing is found.
pub(crate) fn observed(tape: &mut Tape<'_>) -> Observed {
    let makers: &[fn(&mut Tape<'_>) -> Observed] = &[
        |tape| {
            let whole = u64::any(tape).max(1);
            Observed::of_share(u64::any(tape).min(whole), whole)
        },
        |tape| Observed::of_count(Part::any(tape)),
        |tape| {
            let unit = clean_unit(tape);
            Observed::of_value(possible(Part::any(tape), &unit), unit)
        },
        |tape| {
            let (events, exposure) = (Part::any(tape), Decimal::any(tape));
            let exposure = if exposure <= Decimal::ZERO { Decimal::from(1) } else { exposure };
            Observed::of_rate(events, exposure, of_exposure(clean_unit(tape)))
        },
        |tape| {
            let unit = clean_unit(tape);
            Observed::of_subgroup(tape.list_of(1, 3, |tape| possible(Part::any(tape), &unit)), unit)
        },
    ];
    tape.pick(makers)(tape)
}

/// The nearest value that the unit allows.
pub(super) fn possible(value: Decimal, unit: &Unit) -> Decimal {
    match unit {
        Unit::Percent => value.clamp(Decimal::ZERO, Decimal::HUNDRED),
        Unit::Count | Unit::Days | Unit::Hours => value.max(Decimal::ZERO),
        Unit::Points | Unit::Other { .. } => value,
    }
}

/// A unit that is stated.
pub(super) fn clean_unit(tape: &mut Tape<'_>) -> Unit {
    match Unit::any(tape) {
        Unit::Other { .. } => Unit::Other { name: tape.said().into() },
        unit => unit,
    }
}

/// The unit of an exposure: nothing happens over a percentage.
pub(super) fn of_exposure(unit: Unit) -> Unit {
    if unit == Unit::Percent { Unit::Days } else { unit }
}
