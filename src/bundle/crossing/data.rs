//! The data of tests, which other documents have as measurements.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::records::Records;
use super::{Adding, Place};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period};
use crate::id::Subject;
use crate::report::Path;

/// The tests with their data.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Data(Vec<Tested>);

/// A measurement that a test names.
#[derive(Debug, Clone, Copy)]
struct Tested {
    place: Place,
    cycle: Subject,
    measurement: Uuid,
    planned_on: Option<PartialDate>,
    studied_on: Option<PartialDate>,
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
    /// The last day of the measurement is before the day on which the test was planned.
    Before { until: NaiveDate, planned_on: PartialDate },
    /// Its first day is after the day on which the test was studied.
    After { from: NaiveDate, studied_on: PartialDate },
}

impl Tested {
    fn clash(&self, measured: Period) -> Option<NotOfTest> {
        let Period { start: from, end: until } = measured;
        let planned = self.planned_on.filter(|planned_on| until < planned_on.first_day());
        let studied = self.studied_on.filter(|studied_on| from > studied_on.last_day());
        planned
            .map(|planned_on| NotOfTest::Before { until, planned_on })
            .or_else(|| studied.map(|studied_on| NotOfTest::After { from, studied_on }))
    }
}

impl Data {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(cycle @ PdsaCycle { carried_out: Some(test), .. }) = record.downcast_ref() else { return };
        let [planned_on, _, studied_on, decided_on] = cycle.phase_dates();
        let (cycle, studied_on) = (cycle.id.subject(), studied_on.or(decided_on));
        if planned_on.or(studied_on).is_none() {
            return;
        }
        let list = at.key("do");
        let list = list.key("data");
        for (n, measurement) in test.data.iter().enumerate() {
            let (place, measurement) = (adding.place(&list.index(n)), measurement.uuid());
            self.0.push(Tested { place, cycle, measurement, planned_on, studied_on });
        }
    }

    /// The data that cannot be those of the test that names them.
    pub(in crate::bundle) fn apart(&self, records: &Records) -> impl Iterator<Item = DataClash> {
        self.0.iter().filter_map(|tested| {
            let known = records.whose(tested.measurement)?;
            let why = tested.clash(known.days?)?;
            Some(DataClash { place: tested.place, cycle: tested.cycle, document: known.document, why })
        })
    }
}
