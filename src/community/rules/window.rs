//! The time of a charter, for comparison with dates.

use super::imp019_charter_period_ordered::backwards;
use crate::community::Charter;
use crate::date::{PartialDate, Period};

/// The time of a charter.
pub(super) struct Window<'c> {
    pub(super) charter: &'c Charter,
    /// It ends before it begins, so that nothing can be compared with it.
    pub(super) is_backwards: bool,
}

impl<'c> Window<'c> {
    pub(super) fn of(charter: &'c Charter) -> Self {
        Self { charter, is_backwards: backwards(charter).is_some() }
    }

    /// From the first day that the charter can mean to the last.
    pub(super) fn period(&self) -> Option<Period> {
        let (starts_on, ends_on) = self.charter.starts_on.zip(self.charter.ends_on)?;
        Some(Period { start: starts_on.first_day(), end: ends_on.last_day() })
    }

    /// The start, if the date is before it.
    pub(super) fn start_after(&self, on: PartialDate) -> Option<PartialDate> {
        self.charter.starts_on.filter(|start| on.ends_before(*start))
    }

    /// The end, if the date is after it.
    pub(super) fn end_before(&self, on: PartialDate) -> Option<PartialDate> {
        self.charter.ends_on.filter(|end| end.ends_before(on))
    }
}
