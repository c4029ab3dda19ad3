//! Rules about one measurement.

mod figures;
mod forms;
mod parts;
mod time;

use super::Measurement;
use crate::rule::rules_in_modules;

rules_in_modules! {
    Measurement:
        figures::PART_IN_WHOLE => part_in_whole,
        figures::ANSWERED_OF_ASKED => answered_of_asked,
        figures::WHOLE_NOT_ZERO => whole_not_zero,
        time::PERIOD => period,
        time::EXTRACTED_AFTER => extracted_after,
        parts::USABLE => usable,
        forms::EXPOSED => exposed,
        forms::SOMETHING_TO_MEASURE => something_to_measure;
}
