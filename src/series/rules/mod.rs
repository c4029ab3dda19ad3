//! The rules about measurement series.

#[cfg(feature = "proptest")]
mod additions;
mod form;
mod ser001_measured_once;
mod ser002_no_hole;
mod ser003_periods_do_not_overlap;
mod ser004_of_the_series;
mod ser005_one_form;
mod ser006_phases_begin_on_different_days;
mod ser007_baseline_within_phase;
mod ser008_sigma_not_negative;
mod ser009_new_phase_has_grounds;
mod ser010_level_rests_on_enough;
mod ser011_excluded_is_in_series;
mod ser012_exclusion_has_reason;
mod ser013_one_target_at_a_time;
mod ser014_target_has_unit;
mod ser015_share_possible;
mod ser016_phase_with_new_measuring;
mod ser017_covers_its_step;
mod ser018_same_source_and_population;
mod ser019_excluded_once;
mod time;

use super::{Annotation, Exclusion, MeasurementSeries, Phase};
use crate::rule::{done, rules};

rules! {
    MeasurementSeries [is_regular = regularity]:
        ser001_measured_once (is_regular), ser002_no_hole (is_regular), ser003_periods_do_not_overlap (is_regular), ser004_of_the_series, ser005_one_form,
        ser006_phases_begin_on_different_days, ser007_baseline_within_phase, ser009_new_phase_has_grounds, ser010_level_rests_on_enough,
        ser011_excluded_is_in_series, ser013_one_target_at_a_time, ser014_target_has_unit,
        ser015_share_possible, ser016_phase_with_new_measuring, ser017_covers_its_step, ser018_same_source_and_population,
        ser019_excluded_once;
    Phase: ser008_sigma_not_negative;
    Exclusion: ser012_exclusion_has_reason;
}

done! {
    Annotation: one, HAPPENED at ["on"] = Some(one.on);
}
