//! Measurements in which nothing is found.

use crate::date::Period;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::Decimal;
use crate::measurement::{Measurement, Observed};

pub(super) fn clean(tape: &mut Tape<'_>) -> Measurement {
    let (one, other) = (tape.day(), tape.day());
    let period = Period { start: one.min(other), end: one.max(other) };
    let asked: Option<u64> = Part::any(tape);
    let answered: Option<u64> = Part::any(tape);
    Measurement {
        id: tape.fresh_id(),
        indicator: Some(Part::any(tape)),
        reporting_unit: Some(Part::any(tape)),
        period: Some(period),
        observed: Some(observed(tape)),
        population: Part::any(tape),
        asked,
        answered: answered.map(|answered| answered.min(asked.unwrap_or(u64::MAX))),
        data_source: Part::any(tape),
        extracted_at: tape.option(Tape::day).map(|day| day.max(period.end)),
    }
}

/// A result in which nothing is found.
pub(super) fn observed(tape: &mut Tape<'_>) -> Observed {
    let mut observed: Observed = Part::any(tape);
    match &mut observed {
        Observed::Share { part, whole } => {
            *whole = (*whole).max(1);
            *part = (*part).min(*whole);
        }
        Observed::Rate { exposure, .. } if *exposure <= Decimal::ZERO => *exposure = Decimal::from(1),
        Observed::Subgroup { values, .. } if values.is_empty() => values.push(Decimal::ZERO),
        _ => {}
    }
    observed
}
