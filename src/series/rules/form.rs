//! The form and the unit of a result, and both in words.

use core::mem;

use crate::figure::Unit;
use crate::measurement::{Measurement, Observed};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

/// What kind of result it is.
pub(super) struct Form<'a> {
    observed: &'a Observed,
    pub(super) unit: Option<&'a Unit>,
    pub(super) unit_of_target: &'a Unit,
}

impl<'a> Form<'a> {
    /// Returns `None` if the unit is not stated.
    pub(super) fn of(observed: &'a Observed) -> Option<Self> {
        let unit = match observed {
            Observed::Share { .. } | Observed::Count { .. } => None,
            Observed::Value { unit, .. } | Observed::Rate { unit, .. } | Observed::Subgroup { unit, .. } => {
                unit.as_ref()
            }
        };
        Some(Self { observed, unit, unit_of_target: observed.unit_of_target()? })
    }

    pub(super) fn of_measurement(one: &'a Measurement) -> Option<Self> {
        one.observed.as_ref().and_then(Self::of)
    }

    /// The form of the first measurement that has one, by period and id: the others are compared with it.
    pub(super) fn of_series(series: &'a MeasurementSeries) -> Option<Self> {
        let with_form = series.measurements.iter().filter(|one| Self::of_measurement(one).is_some());
        let first = with_form.min_by_key(|one| (one.period.is_none(), one.period, one.id))?;
        Self::of_measurement(first)
    }

    /// Returns `true` if all measurements of the series that state a form and unit state the same.
    pub(super) fn is_one_in(series: &MeasurementSeries) -> bool {
        let mut forms = series.measurements.iter().filter_map(Form::of_measurement);
        forms.next().is_none_or(|first| forms.all(|form| form.is(&first)))
    }

    pub(super) fn is(&self, other: &Form<'_>) -> bool {
        self.is_named_as(other) && self.unit == other.unit
    }

    /// Returns `true` if both are shares, both are counts, and so on, whatever their units.
    pub(super) fn is_named_as(&self, other: &Form<'_>) -> bool {
        mem::discriminant(self.observed) == mem::discriminant(other.observed)
    }

    pub(super) const fn is_share(&self) -> bool {
        matches!(self.observed, Observed::Share { .. })
    }

    pub(super) const fn is_rate(&self) -> bool {
        matches!(self.observed, Observed::Rate { .. })
    }

    /// Returns `true` for results that are never below zero: counts, rates, days and hours.
    pub(super) const fn is_counted(&self) -> bool {
        match self.observed {
            Observed::Count { .. } | Observed::Rate { .. } => true,
            Observed::Value { .. } | Observed::Subgroup { .. } => {
                matches!(self.unit_of_target, Unit::Count | Unit::Days | Unit::Hours)
            }
            Observed::Share { .. } => false,
        }
    }

    /// Its name in the exchange format.
    pub(super) const fn key(&self) -> &'static str {
        self.observed.key()
    }

    pub(super) const fn label(&self) -> Bilingual {
        match self.observed {
            Observed::Share { .. } => Bilingual::new("en andel", "a share"),
            Observed::Count { .. } => Bilingual::new("et antal", "a count"),
            Observed::Value { .. } => Bilingual::new("en enkelt værdi", "a single value"),
            Observed::Rate { .. } => Bilingual::new("en rate", "a rate"),
            Observed::Subgroup { .. } => Bilingual::new("en stikprøve", "a subgroup"),
        }
    }
}
