//! The rules about measurements.

mod mea001_part_in_whole;
mod mea002_answered_of_asked;
mod mea003_whole_not_zero;
mod mea004_period_ordered;
mod mea005_extracted_after_period;
mod mea006_parts_stated;
mod mea007_events_need_exposure;
mod mea008_something_to_measure;
mod mea009_result_complete;
mod mea010_result_or_none;
mod mea011_suppressed_below_some;
mod mea012_no_count_below_zero;
mod mea013_percent_possible;
mod mea014_nobody_answered;
mod mea015_period_has_ended;
mod possible;

use super::Measurement;
use crate::date::PartialDate;
use crate::rule::{done, rules};

rules! {
    Measurement:
        mea001_part_in_whole, mea002_answered_of_asked, mea003_whole_not_zero, mea004_period_ordered,
        mea005_extracted_after_period, mea006_parts_stated, mea007_events_need_exposure,
        mea008_something_to_measure, mea009_result_complete, mea010_result_or_none,
        mea011_suppressed_below_some, mea012_no_count_below_zero, mea013_percent_possible,
        mea014_nobody_answered, mea015_period_has_ended;
}

done! {
    Measurement: one, EXTRACTED at ["extractedAt"] =
        one.extracted_at.and_then(|day| PartialDate::of_day(day).ok());
}

/// Gives a measurement this result, in place of any that it has.
#[cfg(feature = "proptest")]
fn state(measurement: &mut Measurement, result: super::Observed) {
    (measurement.observed, measurement.no_result) = (Some(result), None);
}
