//! Strategies for measurements.

use alloc::vec::Vec;

use chrono::Days;
use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;

use super::ground::{day, decimal, free_text, period, typed_id, unit};
use super::organisation::org_unit;
use crate::codes;
use crate::date::Period;
use crate::document::Content;
use crate::figure::{Decimal, Unit};
use crate::measurement::{Measurement, Observed};
use crate::rule::RuleCode;

/// Counts, both ends weighted.
fn counted() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 1 => Just(u64::MAX), 6 => 0..=100_u64, 2 => any::<u64>()]
}

/// Anything that a measurement can find, 21 of 20 and a negative exposure among it.
pub fn observed() -> impl Strategy<Value = Observed> {
    prop_oneof![
        3 => (counted(), counted()).prop_map(|(part, whole)| Observed::Share { part, whole }),
        2 => counted().prop_map(|count| Observed::Count { count }),
        1 => (decimal(), unit()).prop_map(|(value, unit)| Observed::Value { value, unit }).boxed(),
        1 => (counted(), decimal(), unit())
            .prop_map(|(events, exposure, unit)| Observed::Rate { events, exposure, unit })
            .boxed(),
        1 => (list(decimal(), 0..6), unit())
            .prop_map(|(values, unit)| Observed::Subgroup { values, unit })
            .boxed(),
    ]
}

/// Any draft of a measurement.
pub fn any_measurement() -> impl Strategy<Value = Measurement> {
    // Boxed: the trees are large, and unoptimised builds keep many copies of them on the stack.
    let what = (of(typed_id()), of(org_unit()), of(period()), of(observed())).boxed();
    let how = (of(free_text()), of(counted()), of(counted()), of(free_text()), of(day())).boxed();
    (typed_id(), what, how).prop_map(|(id, what, how)| {
        let (indicator, reporting_unit, period, observed) = what;
        let (population, asked, answered, data_source, extracted_at) = how;
        Measurement {
            id,
            indicator,
            reporting_unit,
            period,
            observed,
            population,
            asked,
            answered,
            data_source,
            extracted_at,
        }
    })
}

/// A measurement in which nothing is found.
pub fn clean_measurement() -> impl Strategy<Value = Measurement> {
    (any_measurement().boxed(), typed_id(), org_unit().boxed(), period().boxed(), observed().boxed())
        .prop_map(|(mut measurement, indicator, unit, period, mut observed)| {
            mend(&mut observed);
            let (start, end) = (period.start.min(period.end), period.start.max(period.end));
            measurement.indicator = Some(indicator);
            measurement.reporting_unit = Some(unit);
            measurement.period = Some(Period { start, end });
            measurement.observed = Some(observed);
            measurement.answered = measurement.asked.min(measurement.answered);
            measurement.extracted_at = measurement.extracted_at.map(|day| day.max(end));
            measurement
        })
}

/// Leaves nothing to find in a result.
fn mend(observed: &mut Observed) {
    match observed {
        Observed::Share { part, whole } => {
            *whole = (*whole).max(1);
            *part = (*part).min(*whole);
        }
        Observed::Rate { exposure, .. } if *exposure <= Decimal::ZERO => *exposure = Decimal::from(1),
        Observed::Subgroup { values, .. } if values.is_empty() => values.push(Decimal::ZERO),
        _ => {}
    }
}

/// A clean measurement, changed.
fn changed(change: impl Fn(&mut Measurement) + 'static) -> BoxedStrategy<Content> {
    clean_measurement()
        .prop_map(move |mut measurement| {
            change(&mut measurement);
            measurement.into()
        })
        .boxed()
}

/// A figure below zero.
pub(super) fn below_zero(n: u32) -> Decimal {
    Decimal::new(i64::from(n).saturating_neg(), 1).unwrap_or(Decimal::from_integer(-1))
}

pub(super) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::MEA001 => (clean_measurement(), counted(), counted())
            .prop_map(|(mut measurement, one, other)| {
                let whole = one.min(other).min(u64::MAX.saturating_sub(1));
                let part = one.max(other).max(whole.saturating_add(1));
                measurement.observed = Some(Observed::Share { part, whole });
                measurement.into()
            })
            .boxed(),
        codes::MEA002 => changed(|measurement| {
            measurement.asked = Some(4);
            measurement.answered = Some(5);
        }),
        codes::MEA003 => {
            changed(|measurement| measurement.observed = Some(Observed::Share { part: 0, whole: 0 }))
        }
        codes::MEA004 => changed(|measurement| {
            measurement.period = Period::year(2024).map(|year| Period { start: year.end, end: year.start });
        }),
        codes::MEA005 => changed(|measurement| {
            measurement.period = Period::year(2024);
            measurement.extracted_at =
                measurement.period.and_then(|year| year.end.checked_sub_days(Days::new(1)));
        }),
        codes::MEA006 => (clean_measurement(), 0..4_usize)
            .prop_map(|(mut measurement, part)| {
                match part {
                    0 => measurement.indicator = None,
                    1 => measurement.reporting_unit = None,
                    2 => measurement.period = None,
                    _ => measurement.observed = None,
                }
                measurement.into()
            })
            .boxed(),
        codes::MEA007 => (clean_measurement(), 1..=9_u32, prop::bool::ANY)
            .prop_map(|(mut measurement, n, negative)| {
                let (exposure, events) =
                    if negative { (below_zero(n), 0) } else { (Decimal::ZERO, n.into()) };
                measurement.observed = Some(Observed::Rate { events, exposure, unit: Unit::Days });
                measurement.into()
            })
            .boxed(),
        codes::MEA008 => (clean_measurement(), prop::bool::ANY)
            .prop_map(|(mut measurement, rate)| {
                let unit = Unit::Days;
                measurement.observed = Some(if rate {
                    Observed::Rate { events: 0, exposure: Decimal::ZERO, unit }
                } else {
                    Observed::Subgroup { values: Vec::new(), unit }
                });
                measurement.into()
            })
            .boxed(),
        _ => return None,
    })
}
