//! The data of tests, which other documents have as measurements.

use alloc::vec::Vec;
use core::any::Any;
use core::num::NonZeroU32;

use chrono::NaiveDate;
use uuid::Uuid;

use super::ties::Ties;
use super::{Adding, Place};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::sorted::index;

/// The tests with their data, and where and when something was measured.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Data {
    tested: Vec<Tested>,
    /// Those with a period, in 32 bytes each: any of them can be the data of a test.
    measured: Vec<Measured>,
    /// The units, each once, with its number from 1.
    units: Vec<OrgUnit>,
    known: Keyed<Uuid, NonZeroU32>,
}

/// A measurement that a test names.
#[derive(Debug, Clone, Copy)]
struct Tested {
    place: Place,
    cycle: Subject,
    measurement: Uuid,
    service: Option<Uuid>,
    planned_on: Option<PartialDate>,
    studied_on: Option<PartialDate>,
}

#[derive(Debug, Clone, Copy)]
struct Measured {
    id: Uuid,
    unit: Option<NonZeroU32>,
    period: Period,
    document: u32,
}

/// Data that cannot be those of the test.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DataClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    /// The document of the measurement.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) why: NotOfTest,
}

/// Why they cannot be.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum NotOfTest {
    /// The measurement is of another service than the one that tests.
    OtherService,
    /// Its last day is before the day on which the test was planned.
    Before { until: NaiveDate, planned_on: PartialDate },
    /// Its first day is after the day on which the test was studied.
    After { from: NaiveDate, studied_on: PartialDate },
}

impl Tested {
    fn clash(&self, one: &Measured, service: Option<Uuid>) -> Option<NotOfTest> {
        if let (Some(tests), Some(measured)) = (self.service, service)
            && tests != measured
        {
            return Some(NotOfTest::OtherService);
        }
        let Period { start: from, end: until } = one.period;
        let planned = self.planned_on.filter(|planned_on| until < planned_on.first_day());
        let studied = self.studied_on.filter(|studied_on| from > studied_on.last_day());
        planned
            .map(|planned_on| NotOfTest::Before { until, planned_on })
            .or_else(|| studied.map(|studied_on| NotOfTest::After { from, studied_on }))
    }
}

impl Data {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        if let Some(one) = record.downcast_ref::<Measurement>() {
            self.measure(one, adding.number);
        } else if let Some(cycle) = record.downcast_ref::<PdsaCycle>()
            && let Some(test) = &cycle.carried_out
            && !test.data.is_empty()
        {
            let [planned_on, _, studied_on, decided_on] = cycle.phase_dates();
            let (cycle, service) = (cycle.id.subject(), cycle.service.map(Id::uuid));
            let list = at.key("do");
            let list = list.key("data");
            let studied_on = studied_on.or(decided_on);
            for (n, measurement) in test.data.iter().enumerate() {
                let (place, measurement) = (adding.place(&list.index(n)), measurement.uuid());
                self.tested.push(Tested { place, cycle, measurement, service, planned_on, studied_on });
            }
        }
    }

    fn measure(&mut self, one: &Measurement, document: u32) {
        if let Some(period) = one.period.filter(Period::is_ordered) {
            let unit = one.reporting_unit.and_then(|unit| self.number(unit));
            self.measured.push(Measured { id: one.id.uuid(), unit, period, document });
        }
    }

    /// The number of a unit that is a service, or can be part of one.
    fn number(&mut self, unit: OrgUnit) -> Option<NonZeroU32> {
        let id = match unit {
            OrgUnit::Service { id } => id.uuid(),
            OrgUnit::Department { id } => id.uuid(),
            _ => return None,
        };
        let next = NonZeroU32::new(u32::try_from(self.units.len()).ok()?.checked_add(1)?)?;
        let number = self.known.first(id, next);
        if number == next {
            self.units.push(unit);
        }
        Some(number)
    }

    fn service_of(&self, unit: NonZeroU32, ties: &Ties) -> Option<Uuid> {
        match self.units.get(index(unit.get()).checked_sub(1)?)? {
            OrgUnit::Service { id } => Some(id.uuid()),
            OrgUnit::Department { id } => ties.service_of(id.uuid()),
            _ => None,
        }
    }

    /// The data that cannot be those of the test that names them. Of two measurements with one id the first counts.
    pub(in crate::bundle) fn apart(&self, ties: &Ties) -> Vec<DataClash> {
        if self.tested.is_empty() {
            return Vec::new();
        }
        let named: Keyed<Uuid, ()> = self.tested.iter().map(|one| (one.measurement, ())).collect();
        let found = self.measured.iter().filter(|one| named.contains(one.id));
        let found: Keyed<Uuid, Measured> = found.map(|one| (one.id, *one)).collect();
        let clash = |tested: &Tested| {
            let one = found.get(tested.measurement)?;
            let why = tested.clash(one, one.unit.and_then(|unit| self.service_of(unit, ties)))?;
            Some(DataClash { place: tested.place, cycle: tested.cycle, document: one.document, why })
        };
        self.tested.iter().filter_map(clash).collect()
    }
}
