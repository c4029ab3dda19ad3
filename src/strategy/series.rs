//! Clean measurement series.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::measurement::{clean_unit, of_exposure, possible};
use crate::date::{Interval, PartialDate, Period};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::measurement::{Measurement, Observed};
use crate::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase, TargetLine};

/// The number of measurements that a level should be based on.
const ENOUGH: u64 = 12;

/// A measurement series in which nothing is found. Its lists are in any order.
pub(super) fn clean(tape: &mut Tape<'_>) -> MeasurementSeries {
    measured(tape, Interval::ALL, 0, PhasePlan::new)
}

/// A clean series that is measured by the calendar. Its level is known, so it may be based on few measurements.
pub(crate) fn on_known_level(tape: &mut Tape<'_>) -> MeasurementSeries {
    use Interval::{Day, HalfYear, Month, Quarter, Week, Year};
    let calendar = &[Day, Week, Month, Quarter, HalfYear, Year];
    let series = measured(tape, calendar, 1, |tape| PhasePlan::of_known_level(tape, 2));
    let phases = [Phase { centre: Some(Decimal::ZERO), ..Phase::default() }].into();
    MeasurementSeries { phases, ..series }
}

/// A clean series of at least `phases` phases.
fn measured(
    tape: &mut Tape<'_>,
    intervals: &[Interval],
    phases: usize,
    plan: fn(&mut Tape<'_>) -> PhasePlan,
) -> MeasurementSeries {
    let direction = Direction::any(tape);
    let mut series = MeasurementSeries {
        title: Part::any(tape),
        indicator: Some(tape.fresh_id()),
        reporting_unit: Some(Part::any(tape)),
        ..MeasurementSeries::new(tape.fresh_id(), direction)
    };
    let calendar = Calendar::new(tape, intervals);
    series.interval = Some(calendar.interval);
    let mut place = 0;
    for plan in tape.list_of(phases, 3, plan) {
        plan.carry_out(&mut series, &calendar, place, tape);
        place = place.saturating_add(plan.length);
        if calendar.interval == Interval::ByEvent {
            place = place.next_multiple_of(EVENTS_A_DAY); // a phase begins on a day of its own
        }
    }
    let targets = tape.list(3, Decimal::any);
    series.annotations = tape.list(2, clean_annotation);
    shuffle(tape, &mut series.measurements);
    shuffle(tape, &mut series.exclusions);
    shuffle(tape, &mut series.phases);
    observe(tape, &mut series.measurements);
    let unit = unit_of_target(&series);
    for (n, value) in (0..).zip(targets) {
        let from = (n > 0).then(|| calendar.step(4_u64.saturating_mul(n)).start);
        series.targets.push(TargetLine { from, ..TargetLine::new(value, unit.clone()) });
    }
    shuffle(tape, &mut series.targets);
    if unit == Unit::Percent && series.measurements.iter().any(is_share) {
        let lines = series.targets.iter_mut().map(|target| &mut target.value);
        let centres = series.phases.iter_mut().filter_map(|phase| phase.centre.as_mut());
        lines.chain(centres).for_each(|line| *line = (*line).clamp(Decimal::ZERO, Decimal::HUNDRED));
    } else {
        let lines = series.targets.iter_mut().map(|target| &mut target.value);
        let centres = series.phases.iter_mut().filter_map(|phase| phase.centre.as_mut());
        lines.chain(centres).for_each(|line| *line = (*line).max(Decimal::ZERO));
    }
    series
}

/// About anything except a new way of measuring, with which a phase would begin.
fn clean_annotation(tape: &mut Tape<'_>) -> Annotation {
    let annotation = Annotation::any(tape);
    // What has happened has happened by the day of the check.
    let is_past = annotation.on.first_day() <= super::as_of();
    let on = PartialDate::of_year(2023).filter(|_| !is_past).unwrap_or(annotation.on);
    let annotation = Annotation { on, ..annotation };
    match annotation.occasion {
        Occasion::NewWayOfMeasuring => Annotation { occasion: Occasion::Event, ..annotation },
        _ => annotation,
    }
}

fn is_share(one: &Measurement) -> bool {
    matches!(one.observed, Some(Observed::Share { .. }))
}

/// When a series is measured.
struct Calendar {
    interval: Interval,
    first: NaiveDate,
    /// Whether a measurement covers its whole step, or the first day of it.
    covers_steps: bool,
}

/// How many events happen on one day.
const EVENTS_A_DAY: u64 = 3;

impl Calendar {
    fn new(tape: &mut Tape<'_>, intervals: &[Interval]) -> Self {
        let interval = *tape.pick(intervals);
        // A yearly series of three phases has ended by the day of the check, and so has what happened during it.
        let year = i32::try_from(tape.below(5)).unwrap_or_default().saturating_add(1971);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let since_monday = u64::from(first.weekday().num_days_from_monday());
        let first =
            if interval == Interval::Week { later(first, 7_u64.saturating_sub(since_monday)) } else { first };
        Self { interval, first, covers_steps: tape.flag() }
    }

    /// The days of a step, counted from zero. A step between events is one day.
    fn step(&self, n: u64) -> Period {
        let days = |start: u64, days: u64| {
            let start = later(self.first, start);
            Period { start, end: later(start, days) }
        };
        let months = |each: u64| {
            let start = |n: u64| {
                let months = u32::try_from(n.saturating_mul(each)).unwrap_or_default();
                self.first.checked_add_months(Months::new(months)).unwrap_or(self.first)
            };
            let next = start(n.saturating_add(1));
            Period { start: start(n), end: next.pred_opt().unwrap_or(next) }
        };
        match self.interval {
            Interval::Day => days(n, 0),
            Interval::Week => days(n.saturating_mul(7), 6),
            Interval::Month => months(1),
            Interval::Quarter => months(3),
            Interval::HalfYear => months(6),
            Interval::Year => months(12),
            // Several on one day, then days with none.
            Interval::ByEvent => days((n / EVENTS_A_DAY).saturating_mul(5), 0),
        }
    }

    /// The period of the measurement of a step.
    fn period(&self, n: u64) -> Period {
        let step = self.step(n);
        if self.covers_steps { step } else { Period { end: step.start, ..step } }
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A phase before its days are known.
struct PhasePlan {
    /// The number of measurements.
    length: u64,
    /// How many of them are excluded.
    excluded: u64,
    /// The centre line, if it is known.
    centre: Option<Decimal>,
    has_baseline: bool,
    is_named: bool,
}

impl PhasePlan {
    fn new(tape: &mut Tape<'_>) -> Self {
        if tape.below(10) > 6 {
            return Self::of_known_level(tape, 1);
        }
        let length = tape.below(4).saturating_add(ENOUGH);
        let excluded = tape.below(4).min(length.saturating_sub(ENOUGH));
        Self { length, excluded, centre: None, has_baseline: tape.flag(), is_named: tape.flag() }
    }

    /// A phase that may be based on few measurements.
    fn of_known_level(tape: &mut Tape<'_>, shortest: u64) -> Self {
        let length = tape.below(16_u64.saturating_sub(shortest)).saturating_add(shortest);
        let (excluded, centre) = (tape.below(4), Some(Decimal::any(tape)));
        Self { length, excluded, centre, has_baseline: tape.flag(), is_named: tape.flag() }
    }

    /// Adds the phase and its measurements from a place in the calendar on.
    fn carry_out(
        &self,
        series: &mut MeasurementSeries,
        calendar: &Calendar,
        place: u64,
        tape: &mut Tape<'_>,
    ) {
        let mut last = calendar.first;
        for n in 0..self.length {
            let period = calendar.period(place.saturating_add(n));
            last = period.start;
            let measurement = Measurement {
                indicator: series.indicator,
                reporting_unit: series.reporting_unit,
                period: Some(period),
                ..Measurement::new(tape.fresh_id())
            };
            if n < self.excluded {
                let reason = Some("flytning af afdelingen".into());
                series.exclusions.push(Exclusion { reason, ..Exclusion::new(measurement.id) });
            }
            series.measurements.push(measurement);
        }
        let has_first_day = self.is_named || place > 0;
        if has_first_day || self.has_baseline || self.centre.is_some() {
            series.phases.push(Phase {
                from: has_first_day.then(|| calendar.step(place).start),
                label: self.is_named.then(|| tape.said()),
                grounds: Some(tape.said()),
                baseline_until: self.has_baseline.then_some(last),
                centre: self.centre,
                sigma: self.centre.map(|_| Decimal::ZERO),
            });
        }
    }
}

/// Gives all measurements results of the same form and unit.
fn observe(tape: &mut Tape<'_>, measurements: &mut [Measurement]) {
    let form: fn(&mut Tape<'_>, Unit) -> Observed = *tape.pick(&[
        |tape: &mut Tape<'_>, _| Observed::of_count(tape.within(0, 100)),
        |tape: &mut Tape<'_>, _| {
            let whole = tape.within(1, 100);
            Observed::of_share(tape.within(0, whole), whole)
        },
        |tape: &mut Tape<'_>, unit| Observed::of_value(possible(Decimal::any(tape), &unit), unit),
        |tape: &mut Tape<'_>, unit| {
            let exposure = Decimal::from(tape.number(1, 100));
            Observed::of_rate(tape.within(0, 100), exposure, of_exposure(unit))
        },
        |tape: &mut Tape<'_>, unit| {
            Observed::of_subgroup(tape.list_of(1, 3, |tape| possible(Decimal::any(tape), &unit)), unit)
        },
    ]);
    let unit = clean_unit(tape);
    for one in measurements {
        one.observed = Some(form(tape, unit.clone()));
    }
}

/// The unit of a target for the series.
fn unit_of_target(series: &MeasurementSeries) -> Unit {
    let first = series.measurements.iter().find_map(|one| one.observed.as_ref());
    first.and_then(Observed::unit_of_target).unwrap_or(&Unit::Count).clone()
}

/// Reorders items in half of the cases.
fn shuffle<T>(tape: &mut Tape<'_>, list: &mut [T]) {
    if tape.flag() {
        for n in (1..list.len()).rev() {
            let other = n.saturating_sub(tape.index(n.saturating_add(1)));
            list.swap(n, other);
        }
    }
}
