//! What the rules about the time of measurements have in common.

use crate::codes;
use crate::date::Interval;
use crate::report::Path;
use crate::rule::Checker;
use crate::series::MeasurementSeries;
use crate::series::ordered::Dated;

/// Returns `true` if both are of one time. What is measured by event can be of one day.
pub(super) fn at_one_time(interval: Option<Interval>, one: Dated, other: Dated) -> bool {
    match interval {
        Some(interval) => interval.steps(one.start, other.start) == Some(0),
        None => (one.start, one.end) == (other.start, other.end),
    }
}

/// Reports the periods that end before they start: they are of no time. Returns `true` if there is one.
pub(super) fn depends_on_order(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) -> bool {
    let list = at.key("measurements");
    let mut has_one = false;
    for (n, one) in series.measurements.iter().enumerate() {
        if one.period.is_some_and(|period| !period.is_ordered()) {
            cx.depends_on(&list.item(n, one.id).key("period"), codes::MEA004);
            has_one = true;
        }
    }
    has_one
}
