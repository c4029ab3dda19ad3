//! Series that break one rule.

use alloc::vec;

use proptest::prelude::*;
use uuid::Uuid;

use super::{CALENDAR, later, measured, shuffled};
use crate::codes;
use crate::date::Period;
use crate::document::Content;
use crate::figure::{Decimal, Unit};
use crate::id::{IndicatorId, MeasurementId, ServiceId, TypedId as _};
use crate::measurement::{Measurement, Observed};
use crate::rule::RuleCode;
use crate::series::{Exclusion, MeasurementSeries, Phase, TargetLine};
use crate::strategy::measurement::below_zero;

/// A clean series with measurements, changed in the way that the number says.
fn changed(
    ways: u32,
    change: impl Fn(&mut MeasurementSeries, u32) + Clone + 'static,
) -> BoxedStrategy<Content> {
    let series = shuffled(measured(CALENDAR, 1..3, 2));
    let broken = (series, 0..ways).prop_map(move |(mut series, way)| {
        // Of a known level, so that few measurements are no finding.
        series.phases = vec![Phase { centre: Some(Decimal::ZERO), ..Phase::default() }];
        change(&mut series, way);
        series.into()
    });
    broken.boxed()
}

/// An id that nothing in the series has.
fn new_id(series: &MeasurementSeries) -> MeasurementId {
    MeasurementId::new(Uuid::from_u128(series.id.uuid().as_u128().wrapping_sub(1)))
}

/// A phase with grounds, long after all measurements.
fn announced(series: &MeasurementSeries) -> Phase {
    let last = series.dated().map(|one| one.end).max().unwrap_or_default();
    Phase { from: Some(later(last, 500)), grounds: Some("ny procedure".into()), ..Phase::default() }
}

/// A target of the unit that the others have or would have.
fn target(series: &MeasurementSeries) -> TargetLine {
    let unit = super::unit_of(series.measurements.first().and_then(|one| one.observed.as_ref()));
    TargetLine { from: announced(series).from, value: Decimal::ZERO, unit, target_figure: None }
}

fn again(series: &mut MeasurementSeries, inside: bool) {
    let mut again = series.measurements.first().cloned().unwrap_or_else(|| Measurement::new(new_id(series)));
    again.id = new_id(series);
    if inside {
        again.period = again.period.map(|period| Period { start: period.end, end: period.end });
    }
    series.measurements.push(again);
}

pub(in crate::strategy) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::SER001 => changed(2, |series, way| again(series, way == 0)),
        codes::SER002 => changed(3, |series, way| {
            if way == 0 {
                series.interval = None;
                return;
            }
            let last = series.dated().max();
            let mut next = last.and_then(|last| series.measurements.get(last.place)).cloned();
            if let (Some(last), Some(next)) = (last, &mut next) {
                let start = later(last.end, 800);
                next.period = Some(Period { start, end: start });
                next.id = new_id(series);
            }
            series.measurements.extend(next);
        }),
        codes::SER003 => changed(1, |series, _| {
            for period in series.measurements.iter_mut().filter_map(|one| one.period.as_mut()) {
                period.end = later(period.end, 1_000);
            }
        }),
        codes::SER004 => changed(4, |series, way| {
            let new = new_id(series).uuid();
            match (way, series.measurements.first_mut()) {
                (0, _) => series.indicator = None,
                (1, _) => series.reporting_unit = None,
                (2, Some(one)) => one.indicator = Some(other_than(one.indicator, IndicatorId::new(new))),
                (_, Some(one)) => one.reporting_unit = Some(ServiceId::new(new).into()),
                _ => {}
            }
        }),
        codes::SER005 => changed(2, |series, way| {
            if let Some(one) = series.measurements.first_mut() {
                one.observed = Some(match &one.observed {
                    Some(Observed::Value { value, unit }) if way == 0 => {
                        let unit = if *unit == Unit::Hours { Unit::Days } else { Unit::Hours };
                        Observed::Value { value: *value, unit }
                    }
                    Some(Observed::Count { .. }) => Observed::Share { part: 0, whole: 1 },
                    _ => Observed::Count { count: 0 },
                });
            }
        }),
        codes::SER006 => changed(2, |series, way| {
            let from = announced(series).from.filter(|_| way == 0);
            series.phases.extend(vec![Phase { from, ..announced(series) }; 2]);
        }),
        codes::SER007 => changed(1, |series, _| {
            let phase = announced(series);
            let baseline_until = phase.from.and_then(|day| day.pred_opt());
            series.phases.push(Phase { baseline_until, ..phase });
        }),
        codes::SER008 => changed(9, |series, n| {
            let sigma = Some(below_zero(n.saturating_add(1)));
            series.phases.push(Phase { sigma, ..announced(series) });
        }),
        codes::SER009 => changed(2, |series, way| {
            let grounds = (way == 0).then(|| " ".into());
            series.phases.push(Phase { grounds, ..announced(series) });
        }),
        codes::SER010 => changed(11, |series, n| {
            let keep = usize::try_from(n).unwrap_or_default().saturating_add(1);
            series.phases.clear();
            series.exclusions.clear();
            for one in series.measurements.iter().skip(keep) {
                series.exclusions.push(Exclusion { measurement: one.id, reason: Some("flytning".into()) });
            }
        }),
        codes::SER011 => changed(1, |series, _| {
            let measurement = new_id(series);
            series.exclusions.push(Exclusion { measurement, reason: Some("flytning".into()) });
        }),
        codes::SER012 => changed(2, |series, way| {
            let reason = (way == 0).then(|| " ".into());
            let measurement = series.measurements.first().map_or_else(|| new_id(series), |one| one.id);
            series.exclusions.push(Exclusion { measurement, reason });
        }),
        codes::SER013 => changed(2, |series, way| {
            series.targets.clear();
            let from = target(series).from.filter(|_| way == 0);
            series.targets = vec![TargetLine { from, ..target(series) }; 2];
        }),
        codes::SER014 => changed(1, |series, _| {
            let mut target = target(series);
            target.unit = if target.unit == Unit::Points { Unit::Percent } else { Unit::Points };
            series.targets.push(target);
        }),
        _ => return None,
    })
}

/// The new id, unless it is the same: then the nil one.
fn other_than(same: Option<IndicatorId>, new: IndicatorId) -> IndicatorId {
    if same == Some(new) { IndicatorId::new(Uuid::nil()) } else { new }
}
