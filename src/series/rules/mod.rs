//! The rules about measurement series.

#[cfg(feature = "proptest")]
mod additions;
mod form;
mod ser001_measured_once;
mod ser002_no_hole;
mod ser003_periods_apart;
mod ser004_of_the_series;
mod ser005_one_form;
mod ser006_phases_begin_apart;
mod ser007_baseline_within_phase;
mod ser008_sigma_not_negative;
mod ser009_new_phase_has_grounds;
mod ser010_level_rests_on_enough;
mod ser011_excluded_is_in_series;
mod ser012_exclusion_has_reason;
mod ser013_targets_hold_apart;
mod ser014_target_has_unit;
mod ser015_share_possible;
mod ser016_phase_with_new_measuring;
mod ser017_covers_its_step;
mod ser018_counted_alike;
mod ser019_excluded_once;
mod time;

use super::{Annotation, Exclusion, MeasurementSeries, Phase};
use crate::rule::{done, rules};

rules! {
    MeasurementSeries [is_regular = regularity]:
        ser001_measured_once (is_regular), ser002_no_hole (is_regular), ser003_periods_apart (is_regular), ser004_of_the_series, ser005_one_form,
        ser006_phases_begin_apart, ser007_baseline_within_phase, ser009_new_phase_has_grounds, ser010_level_rests_on_enough,
        ser011_excluded_is_in_series, ser013_targets_hold_apart, ser014_target_has_unit,
        ser015_share_possible, ser016_phase_with_new_measuring, ser017_covers_its_step, ser018_counted_alike,
        ser019_excluded_once;
    Phase: ser008_sigma_not_negative;
    Exclusion: ser012_exclusion_has_reason;
}

done! {
    Annotation: one, HAPPENED at ["on"] = Some(one.on);
}
