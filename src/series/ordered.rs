//! The parts of a series in the order of their time.

use chrono::NaiveDate;
use uuid::Uuid;

use super::MeasurementSeries;
use crate::id::Id;
use crate::measurement::Measurement;
use crate::sorted::sorted;

/// A measurement whose period is known and ends on its first day or later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dated {
    /// The first day of its period.
    pub(crate) start: NaiveDate,
    /// The last day of its period.
    pub(crate) end: NaiveDate,
    id: Uuid,
    /// Its index in the list of measurements.
    pub(crate) place: usize,
}

impl Dated {
    /// Which measurement.
    pub(crate) const fn id(self) -> Id<Measurement> {
        Id::new(self.id)
    }
}

impl MeasurementSeries {
    /// The dated measurements, in the order of the list.
    pub(crate) fn dated(&self) -> impl Iterator<Item = Dated> {
        self.measurements.iter().enumerate().filter_map(|(place, one)| {
            let period = one.period.filter(crate::date::Period::is_ordered)?;
            Some(Dated { start: period.start, end: period.end, id: one.id.uuid(), place })
        })
    }

    /// Calls `then` with the dated measurements, by period and id.
    ///
    /// A list that is already in this order is not sorted, and needs no index.
    pub(crate) fn in_order<R>(&self, then: impl FnOnce(&mut dyn Iterator<Item = Dated>) -> R) -> R {
        if self.dated().is_sorted() {
            then(&mut self.dated())
        } else {
            sorted(
                |put: &mut dyn FnMut(Dated)| self.dated().for_each(put),
                |index| then(&mut index.iter().copied()),
            )
        }
    }
}
