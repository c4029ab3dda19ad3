//! Measurement series that break one rule.

use alloc::vec;

use super::{PhasePlan, later, measured, unit_of_target};
use crate::codes;
use crate::codes::RuleCode;
use crate::date::Period;
use crate::document::Content;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Unit};
use crate::id::Id;
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::series::{Exclusion, Interval, MeasurementSeries, Phase, TargetLine};
use crate::text::Text;

const CALENDAR: &[Interval] =
    &[Interval::Day, Interval::Week, Interval::Month, Interval::Quarter, Interval::HalfYear, Interval::Year];

/// A way to break a rule.
type Change = fn(&mut MeasurementSeries, &mut Tape<'_>);

pub(in crate::strategy) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    let ways: &[Change] = match code {
        codes::SER001 => &[measured_again, |series, tape| {
            measured_again(series, tape);
            // Within the period of the first one.
            let again = series.measurements.last_mut().and_then(|again| again.period.as_mut());
            if let Some(period) = again {
                period.start = period.end;
            }
        }],
        codes::SER002 => &[|series, _| series.interval = None, leave_a_gap],
        codes::SER003 => &[|series, _| {
            for period in series.measurements.iter_mut().filter_map(|one| one.period.as_mut()) {
                period.end = later(period.end, 1_000);
            }
        }],
        codes::SER004 => &[
            |series, _| series.indicator = None,
            |series, _| series.reporting_unit = None,
            |series, tape| change_first(series, |one| one.indicator = Some(tape.spare_id(1))),
            |series, tape| {
                // Of the kind that the series does not have.
                let unit = match series.reporting_unit {
                    Some(OrgUnit::Service { .. }) => OrgUnit::Department { id: tape.spare_id(1) },
                    _ => OrgUnit::Service { id: tape.spare_id(1) },
                };
                change_first(series, |one| one.reporting_unit = Some(unit));
            },
        ],
        codes::SER005 => &[find_in_another_form, find_in_another_unit],
        codes::SER006 => &[
            |series, _| series.phases.extend(vec![announced(series); 2]),
            |series, _| series.phases.extend(vec![Phase { from: None, ..announced(series) }; 2]),
        ],
        codes::SER007 => &[|series, _| {
            let phase = announced(series);
            let baseline_until = phase.from.and_then(|day| day.pred_opt());
            series.phases.push(Phase { baseline_until, ..phase });
        }],
        codes::SER008 => &[|series, tape| {
            let tenths = i64::try_from(tape.below(9)).unwrap_or_default().saturating_add(1);
            let sigma = Decimal::new(tenths.saturating_neg(), 1).ok();
            series.phases.push(Phase { sigma, ..announced(series) });
        }],
        codes::SER009 => &[|series, tape| {
            series.phases.push(Phase { grounds: tape.unsaid(), ..announced(series) });
        }],
        codes::SER010 => &[keep_few],
        codes::SER011 => &[|series, tape| exclude(series, tape.spare_id(1), Some("flytning".into()))],
        codes::SER012 => &[|series, tape| {
            if let Some(first) = series.measurements.first() {
                exclude(series, first.id, tape.unsaid());
            }
        }],
        codes::SER013 => &[
            |series, _| series.targets = vec![target(series); 2],
            |series, _| series.targets = vec![TargetLine { from: None, ..target(series) }; 2],
        ],
        codes::SER014 => &[|series, _| {
            let target = target(series);
            let unit = if target.unit == Unit::Points { Unit::Percent } else { Unit::Points };
            series.targets.push(TargetLine { unit, ..target });
        }],
        _ => return None,
    };
    let change = *tape.pick(ways);
    let mut series = measured(tape, CALENDAR, 1, |tape| PhasePlan::of_known_level(tape, 2));
    // The level is known, so that it may rest on few measurements.
    series.phases = vec![Phase { centre: Some(Decimal::ZERO), ..Phase::default() }];
    change(&mut series, tape);
    Some(series.into())
}

fn change_first(series: &mut MeasurementSeries, change: impl FnOnce(&mut Measurement)) {
    if let Some(first) = series.measurements.first_mut() {
        change(first);
    }
}

fn measured_again(series: &mut MeasurementSeries, tape: &mut Tape<'_>) {
    if let Some(first) = series.measurements.first().cloned() {
        series.measurements.push(Measurement { id: tape.spare_id(1), ..first });
    }
}

/// Adds a measurement long after the last one.
fn leave_a_gap(series: &mut MeasurementSeries, tape: &mut Tape<'_>) {
    let last = series.measurements.iter().max_by_key(|one| one.period).cloned();
    if let Some(last) = last
        && let Some(period) = last.period
    {
        let day = later(period.end, 800);
        let period = Some(Period { start: day, end: day });
        series.measurements.push(Measurement { id: tape.spare_id(1), period, ..last });
    }
}

fn find_in_another_form(series: &mut MeasurementSeries, _: &mut Tape<'_>) {
    change_first(series, |first| {
        first.observed = Some(match &first.observed {
            Some(Observed::Count { .. }) => Observed::Share { part: 0, whole: 1 },
            _ => Observed::Count { count: 0 },
        });
    });
}

/// In another form if the form has no unit.
fn find_in_another_unit(series: &mut MeasurementSeries, tape: &mut Tape<'_>) {
    let first = series.measurements.first_mut().and_then(|first| first.observed.as_mut());
    match first {
        Some(
            Observed::Value { unit, .. } | Observed::Rate { unit, .. } | Observed::Subgroup { unit, .. },
        ) => *unit = if *unit == Unit::Hours { Unit::Days } else { Unit::Hours },
        _ => find_in_another_form(series, tape),
    }
}

/// Excludes all measurements but 1 to 11.
fn keep_few(series: &mut MeasurementSeries, tape: &mut Tape<'_>) {
    let kept = tape.index(11).saturating_add(1);
    series.phases.clear();
    let excluded = series.measurements.iter().skip(kept);
    series.exclusions =
        excluded.map(|one| Exclusion { reason: Some("flytning".into()), ..Exclusion::new(one.id) }).collect();
}

fn exclude(series: &mut MeasurementSeries, measurement: Id<Measurement>, reason: Option<Text>) {
    series.exclusions.push(Exclusion { reason, ..Exclusion::new(measurement) });
}

/// A phase with grounds, long after all measurements.
fn announced(series: &MeasurementSeries) -> Phase {
    let last = series.dated().map(|one| one.end).max().unwrap_or_default();
    Phase { from: Some(later(last, 500)), grounds: Some("ny procedure".into()), ..Phase::default() }
}

/// A target in the unit of the series, from long after all measurements.
fn target(series: &MeasurementSeries) -> TargetLine {
    let from = announced(series).from;
    TargetLine { from, ..TargetLine::new(Decimal::ZERO, unit_of_target(series)) }
}
