//! What is added to a clean series to break a rule.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::form::Form;
use crate::figure::{Decimal, Unit};
use crate::measurement::Measurement;
use crate::series::{MeasurementSeries, Phase, TargetLine};

pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A phase with grounds, long after all measurements.
pub(super) fn announced(series: &MeasurementSeries) -> Phase {
    let last = series.dated().map(|one| one.end).max().unwrap_or_default();
    Phase { from: Some(later(last, 500)), grounds: Some("ny procedure".into()), ..Phase::default() }
}

/// A target in the unit of the series, from long after all measurements.
pub(super) fn announced_target(series: &MeasurementSeries) -> TargetLine {
    let unit = Form::of_series(series).map_or(Unit::Count, |form| form.unit_of_target.clone());
    TargetLine { from: announced(series).from, ..TargetLine::new(Decimal::ZERO, unit) }
}

pub(super) fn change_first(series: &mut MeasurementSeries, change: impl FnOnce(&mut Measurement)) {
    if let Some(first) = series.measurements.first_mut() {
        change(first);
    }
}

/// A list with the item twice.
pub(super) fn twice<T: Clone>(one: T) -> Vec<T> {
    [one.clone(), one].into()
}
