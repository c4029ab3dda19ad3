//! Measurements in which nothing is found, and measurements that break one rule.

use alloc::vec::Vec;

use chrono::Days;

use crate::codes::{self, RuleCode};
use crate::date::Period;
use crate::document::Content;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Unit};
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

/// A way to break a rule.
type Change = fn(&mut Measurement, &mut Tape<'_>);

pub(super) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    let ways: &[Change] = match code {
        codes::MEA001 => &[|measurement, tape| {
            let (one, other): (u64, u64) = (Part::any(tape), Part::any(tape));
            let whole = one.min(other).min(u64::MAX.saturating_sub(1));
            let part = one.max(other).max(whole.saturating_add(1));
            measurement.observed = Some(Observed::Share { part, whole });
        }],
        codes::MEA002 => &[|measurement, tape| {
            let asked = tape.within(0, u64::MAX.saturating_sub(1));
            measurement.asked = Some(asked);
            measurement.answered = Some(tape.within(asked.saturating_add(1), u64::MAX));
        }],
        codes::MEA003 => {
            &[|measurement, _| measurement.observed = Some(Observed::Share { part: 0, whole: 0 })]
        }
        codes::MEA004 => &[|measurement, _| {
            measurement.period = Period::year(2024).map(|year| Period { start: year.end, end: year.start });
        }],
        codes::MEA005 => &[|measurement, _| {
            measurement.period = Period::year(2024);
            measurement.extracted_at =
                measurement.period.and_then(|year| year.end.checked_sub_days(Days::new(1)));
        }],
        codes::MEA006 => &[
            |measurement, _| measurement.indicator = None,
            |measurement, _| measurement.reporting_unit = None,
            |measurement, _| measurement.period = None,
            |measurement, _| measurement.observed = None,
        ],
        codes::MEA007 => &[
            |measurement, tape| {
                let tenths = i64::try_from(tape.below(9).saturating_add(1)).unwrap_or(1);
                let exposure = Decimal::new(tenths.saturating_neg(), 1).unwrap_or(Decimal::from_integer(-1));
                measurement.observed = Some(Observed::Rate { events: 0, exposure, unit: Unit::Days });
            },
            |measurement, tape| {
                let (events, exposure) = (tape.below(9).saturating_add(1), Decimal::ZERO);
                measurement.observed = Some(Observed::Rate { events, exposure, unit: Unit::Days });
            },
        ],
        codes::MEA008 => &[
            |measurement, _| {
                let exposure = Decimal::ZERO;
                measurement.observed = Some(Observed::Rate { events: 0, exposure, unit: Unit::Days });
            },
            |measurement, _| {
                measurement.observed = Some(Observed::Subgroup { values: Vec::new(), unit: Unit::Days });
            },
        ],
        _ => return None,
    };
    let mut measurement = clean(tape);
    tape.pick(ways)(&mut measurement, tape);
    Some(measurement.into())
}
