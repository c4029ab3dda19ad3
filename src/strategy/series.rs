//! Strategies for measurement series.

mod breaking;

use alloc::vec::Vec;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

use super::ground::{
    day, decimal, evenly, free_text, non_blank_text, partial_date, period, typed_id, unit, uuid,
};
use super::measurement::observed;
use super::organisation::org_unit;
use crate::date::Period;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::{IndicatorId, MeasurementId, TypedId as _};
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::series::{Annotation, Exclusion, Interval, MeasurementSeries, Occasion, Phase, TargetLine};

pub(super) use breaking::breaking;

const CALENDAR: &[Interval] =
    &[Interval::Day, Interval::Week, Interval::Month, Interval::Quarter, Interval::HalfYear, Interval::Year];
const ALL: &[Interval] = &[
    Interval::Day,
    Interval::Week,
    Interval::Month,
    Interval::Quarter,
    Interval::HalfYear,
    Interval::Year,
    Interval::ByEvent,
];

fn direction() -> impl Strategy<Value = Direction> {
    evenly(&[Direction::AtLeast, Direction::AtMost])
}

fn annotation() -> impl Strategy<Value = Annotation> {
    let occasion = prop_oneof![
        of(typed_id()).prop_map(|id| Occasion::Cycle { id }),
        of(typed_id()).prop_map(|id| Occasion::Action { id }),
        Just(Occasion::NewWayOfMeasuring {}),
        Just(Occasion::Event {}),
    ];
    (partial_date(), occasion, of(free_text())).prop_map(|(on, occasion, text)| Annotation {
        on,
        occasion,
        text,
    })
}

fn any_phase() -> impl Strategy<Value = Phase> {
    let figures = (of(decimal()), of(decimal())).boxed();
    (of(day()), of(free_text()), of(free_text()), of(day()), figures).prop_map(
        |(from, label, grounds, baseline_until, (centre, sigma))| Phase {
            from,
            label,
            grounds,
            baseline_until,
            centre,
            sigma,
        },
    )
}

fn any_target_line() -> impl Strategy<Value = TargetLine> {
    (of(day()), decimal(), unit(), of(typed_id())).prop_map(|(from, value, unit, target_figure)| TargetLine {
        from,
        value,
        unit,
        target_figure,
    })
}

/// Any measurement in a series, smaller than those on their own. Days and ids come twice now and then.
fn any_point() -> impl Strategy<Value = Measurement> {
    let few = prop_oneof![1 => (1..4_u128).prop_map(Uuid::from_u128), 2 => uuid()];
    let near = (0..90_u64, 0..40_u64).prop_map(|(start, days)| on(year(2024), start, days));
    let period = prop_oneof![3 => near, 1 => period()];
    (few, of(typed_id()), of(org_unit()), of(period), of(observed())).prop_map(
        |(id, indicator, reporting_unit, period, observed)| Measurement {
            indicator,
            reporting_unit,
            period,
            observed,
            ..Measurement::new(MeasurementId::new(id))
        },
    )
}

/// Any draft of a measurement series.
pub fn any_series() -> impl Strategy<Value = MeasurementSeries> {
    let head = (typed_id(), of(free_text()), of(typed_id()), of(org_unit()), direction(), of(evenly(ALL)));
    let exclusion = ((1..6_u128).prop_map(Uuid::from_u128), of(free_text()))
        .prop_map(|(id, reason)| Exclusion { measurement: MeasurementId::new(id), reason });
    let beside = (
        list(exclusion, 0..3),
        list(any_phase().boxed(), 0..3),
        list(any_target_line().boxed(), 0..3),
        list(annotation().boxed(), 0..3),
    );
    (head.boxed(), list(any_point().boxed(), 0..6).boxed(), beside.boxed()).prop_map(
        |(head, measurements, beside)| {
            let (id, title, indicator, reporting_unit, direction, interval) = head;
            let (exclusions, phases, targets, annotations) = beside;
            MeasurementSeries {
                id,
                title,
                indicator,
                reporting_unit,
                direction,
                interval,
                measurements,
                exclusions,
                phases,
                targets,
                annotations,
            }
        },
    )
}

fn year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn on(first: NaiveDate, start: u64, days: u64) -> Period {
    let start = later(first, start);
    Period { start, end: later(start, days) }
}

/// The days of the `n`th step after the one that begins on `first`; one day each for what is measured by event.
fn step(interval: Interval, first: NaiveDate, n: u32) -> Period {
    let months = |each: u32| {
        let start = |n: u32| first.checked_add_months(Months::new(n.saturating_mul(each))).unwrap_or(first);
        Period { start: start(n), end: start(n.saturating_add(1)).pred_opt().unwrap_or(first) }
    };
    match interval {
        Interval::Day => on(first, n.into(), 0),
        Interval::Week => on(first, u64::from(n).saturating_mul(7), 6),
        Interval::Month => months(1),
        Interval::Quarter => months(3),
        Interval::HalfYear => months(6),
        Interval::Year => months(12),
        // Several of one day, then days with none.
        Interval::ByEvent => on(first, u64::from(n / 3).saturating_mul(5), 0),
    }
}

/// The first day of a step.
fn first_day(interval: Interval) -> impl Strategy<Value = NaiveDate> {
    (2000..2030_i32).prop_map(move |number| {
        let first = year(number);
        let since_monday = first.weekday().num_days_from_monday().into();
        if interval == Interval::Week { later(first, 7_u64.saturating_sub(since_monday)) } else { first }
    })
}

/// Results of one form and one unit.
fn alike(results: usize) -> impl Strategy<Value = Vec<Observed>> {
    let counts = || list((0..=100_u64, 1..=100_u64), results);
    let figures = || list(decimal(), results);
    prop_oneof![
        counts().prop_map(|counts| {
            let share = |(part, whole): (u64, u64)| Observed::Share { part: part.min(whole), whole };
            counts.into_iter().map(share).collect::<Vec<_>>()
        }),
        counts().prop_map(|counts| counts.into_iter().map(|(count, _)| Observed::Count { count }).collect()),
        (figures(), unit()).prop_map(|(figures, unit)| {
            let value = |value| Observed::Value { value, unit: unit.clone() };
            figures.into_iter().map(value).collect()
        }),
        (counts(), unit()).prop_map(|(counts, unit)| {
            let exposed = |days| u32::try_from(days).map_or(Decimal::HUNDRED, Decimal::from);
            let rate =
                |(events, days)| Observed::Rate { events, exposure: exposed(days), unit: unit.clone() };
            counts.into_iter().map(rate).collect()
        }),
        (list(list(decimal(), 1..4), results), unit()).prop_map(|(values, unit)| {
            let subgroup = |values| Observed::Subgroup { values, unit: unit.clone() };
            values.into_iter().map(subgroup).collect()
        }),
    ]
    .boxed()
}

/// The unit that a target for it has.
fn unit_of(observed: Option<&Observed>) -> Unit {
    match observed {
        Some(Observed::Share { .. }) => Unit::Percent,
        Some(
            Observed::Value { unit, .. } | Observed::Rate { unit, .. } | Observed::Subgroup { unit, .. },
        ) => unit.clone(),
        _ => Unit::Count,
    }
}

/// A clean phase before it has days: how many measurements it has, how many of them are excluded, whether
/// its baseline ends, and the centre line where it is known.
#[derive(Debug, Clone)]
struct Part {
    length: u32,
    excluded: u32,
    frozen: bool,
    known: Option<Decimal>,
    named: bool,
}

fn part(at_least: u32) -> impl Strategy<Value = Part> {
    (
        12..16_u32,
        0..4_u32,
        any::<bool>(),
        prop::option::weighted(0.3, (decimal(), at_least..16_u32)),
        any::<bool>(),
    )
        .prop_map(|(length, excluded, frozen, known, named)| Part {
            length: known.map_or(length, |(_, few)| few),
            excluded: if known.is_some() { excluded } else { excluded.min(length.saturating_sub(12)) },
            frozen,
            known: known.map(|(centre, _)| centre),
            named,
        })
}

fn whose() -> impl Strategy<Value = (u128, IndicatorId, OrgUnit)> {
    (any::<u128>(), typed_id(), org_unit())
}

/// A clean series with as many phases of at least so many measurements, measured at one of the intervals.
fn measured(
    intervals: &'static [Interval],
    phases: core::ops::Range<usize>,
    at_least: u32,
) -> impl Strategy<Value = MeasurementSeries> {
    let shape = (evenly(intervals), list(part(at_least), phases)).boxed();
    shape.prop_flat_map(|(interval, parts)| {
        let length: u32 = parts.iter().map(|part| part.length).sum();
        let length = usize::try_from(length).unwrap_or_default();
        let words = (of(free_text()), non_blank_text(), direction());
        let beside = (list(decimal(), 0..4), list(annotation().boxed(), 0..3), any::<bool>());
        (whose(), first_day(interval), alike(length), words, beside.boxed()).prop_map(
            move |(whose, first, found, (title, grounds, direction), (targets, annotations, whole))| {
                let (id, indicator, unit) = whose;
                let mut series = MeasurementSeries {
                    title,
                    indicator: Some(indicator),
                    reporting_unit: Some(unit),
                    interval: Some(interval),
                    annotations,
                    ..MeasurementSeries::new(Uuid::from_u128(id).into(), direction)
                };
                let unit = unit_of(found.first());
                for (n, value) in (0..).zip(targets) {
                    let from = (n > 0).then(|| step(interval, first, 4_u32.saturating_mul(n)).start);
                    let unit = unit.clone();
                    series.targets.push(TargetLine { from, value, unit, target_figure: None });
                }
                let mut found = found.into_iter();
                let mut place = 0_u32;
                for part in &parts {
                    add(&mut series, part, (interval, first, place, whole), &mut found, &grounds);
                    place = place.saturating_add(part.length);
                    if interval == Interval::ByEvent {
                        place = place.next_multiple_of(3); // a phase begins on a day of its own
                    }
                }
                series
            },
        )
    })
}

/// Adds a phase with its measurements.
fn add(
    series: &mut MeasurementSeries,
    part: &Part,
    (interval, first, place, whole): (Interval, NaiveDate, u32, bool),
    found: &mut impl Iterator<Item = Observed>,
    grounds: &crate::Text,
) {
    let from = step(interval, first, place).start;
    let mut last = from;
    for n in 0..part.length {
        let mut period = step(interval, first, place.saturating_add(n));
        last = period.start;
        if !whole {
            period.end = period.start;
        }
        let number = u128::try_from(series.measurements.len()).unwrap_or_default().saturating_add(1);
        let id = MeasurementId::new(Uuid::from_u128(series.id.uuid().as_u128().wrapping_add(number)));
        series.measurements.push(Measurement {
            indicator: series.indicator,
            reporting_unit: series.reporting_unit,
            period: Some(period),
            observed: found.next(),
            ..Measurement::new(id)
        });
        if n < part.excluded {
            series.exclusions.push(Exclusion { measurement: id, reason: Some(grounds.clone()) });
        }
    }
    let begins_with_series = place == 0;
    if part.named || !begins_with_series || part.frozen || part.known.is_some() {
        series.phases.push(Phase {
            from: (part.named || !begins_with_series).then_some(from),
            label: part.named.then(|| grounds.clone()),
            grounds: Some(grounds.clone()),
            baseline_until: part.frozen.then_some(last),
            centre: part.known,
            sigma: part.known.map(|_| Decimal::ZERO),
        });
    }
}

/// A measurement series in which nothing is found; what is in it stands in any order.
pub fn clean_series() -> impl Strategy<Value = MeasurementSeries> {
    shuffled(measured(ALL, 0..4, 1))
}

fn shuffled(series: impl Strategy<Value = MeasurementSeries>) -> impl Strategy<Value = MeasurementSeries> {
    series.prop_flat_map(|series| {
        let lists = (
            Just(series.measurements.clone()).prop_shuffle(),
            Just(series.exclusions.clone()).prop_shuffle(),
            Just(series.phases.clone()).prop_shuffle(),
            Just(series.targets.clone()).prop_shuffle(),
        );
        lists.prop_map(move |(measurements, exclusions, phases, targets)| MeasurementSeries {
            measurements,
            exclusions,
            phases,
            targets,
            ..series.clone()
        })
    })
}
