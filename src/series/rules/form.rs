//! The form and the unit of a result, and both in words.

use crate::figure::Unit;
use crate::measurement::{Measurement, Observed};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

/// What kind of result it is.
pub(super) struct Form<'a> {
    pub(super) key: &'static str,
    pub(super) label: Bilingual,
    pub(super) unit: Option<&'a Unit>,
    pub(super) unit_of_target: &'a Unit,
}

impl<'a> Form<'a> {
    /// Returns `None` if the unit is not stated.
    pub(super) fn of(observed: &'a Observed) -> Option<Self> {
        let (label, unit) = match observed {
            Observed::Share { .. } => (Bilingual::new("en andel", "a share"), None),
            Observed::Count { .. } => (Bilingual::new("et antal", "a count"), None),
            Observed::Value { unit, .. } => {
                (Bilingual::new("en enkelt værdi", "a single value"), unit.as_ref())
            }
            Observed::Rate { unit, .. } => (Bilingual::new("en rate", "a rate"), unit.as_ref()),
            Observed::Subgroup { unit, .. } => (Bilingual::new("en stikprøve", "a subgroup"), unit.as_ref()),
        };
        Some(Self { key: observed.key(), label, unit, unit_of_target: observed.unit_of_target()? })
    }

    /// The form of a measurement. Returns `None` if the result or its unit is not stated.
    pub(super) fn of_measurement(one: &'a Measurement) -> Option<Self> {
        one.observed.as_ref().and_then(Self::of)
    }

    /// The form of the first measurement that has one, by period and id: the others are compared with it.
    pub(super) fn of_series(series: &'a MeasurementSeries) -> Option<Self> {
        let with_form = series.measurements.iter().filter(|one| Self::of_measurement(one).is_some());
        let first = with_form.min_by_key(|one| (one.period.is_none(), one.period, one.id))?;
        Self::of_measurement(first)
    }

    pub(super) fn is_share(&self) -> bool {
        self.key == "share"
    }

    pub(super) fn is_rate(&self) -> bool {
        self.key == "rate"
    }

    /// Returns `true` if the measurement has this form and unit, or does not state them.
    pub(super) fn is_that_of(&self, one: &Measurement) -> bool {
        Form::of_measurement(one).is_none_or(|form| (form.key, form.unit) == (self.key, self.unit))
    }

    /// Returns `true` if every measurement of the series has this form and unit, or does not state them.
    pub(super) fn is_that_of_all(&self, series: &MeasurementSeries) -> bool {
        series.measurements.iter().all(|one| self.is_that_of(one))
    }
}
