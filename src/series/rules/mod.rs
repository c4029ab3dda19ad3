//! Rules about measurement series.

mod exclusions;
mod level;
mod phases;
mod sameness;
mod targets;
mod time;

use super::MeasurementSeries;
use crate::rule::rules_in_modules;

rules_in_modules! {
    MeasurementSeries:
        time::ONE_AT_A_TIME => one_at_a_time,
        time::NO_HOLE => no_hole,
        time::APART => apart,
        sameness::OF_THE_SERIES => of_the_series,
        sameness::ALIKE => alike,
        phases::BEGIN_APART => begin_apart,
        phases::BASELINE_WITHIN => baseline_within,
        phases::SIGMA_NOT_NEGATIVE => sigma_not_negative,
        phases::GROUNDS => grounds,
        level::ENOUGH => enough,
        exclusions::KNOWN => known,
        exclusions::REASON => reason,
        targets::HOLD_APART => hold_apart,
        targets::UNIT_FITS => unit_fits;
}
