//! The rules about target figures.

pub(crate) mod half_open;
mod tar001_forum_named;
mod tar002_parts_stated;
mod tar003_no_step_back;
mod tar004_change_has_size;
pub(crate) mod tar005_list_fixed_first;
mod tar006_state_is_last_step;
mod tar007_given_or_open;
mod tar008_baseline_complete;
mod tar009_aim_baseline_first;
pub(crate) mod tar009_baseline_first;
mod tar010_aim_baseline_in_unit;
mod tar010_baseline_in_unit;
pub(crate) mod tar011_steps_fit_measuring;
mod tar012_given_or_left_open;
mod tar013_aim_possible;
pub(crate) mod tar013_percent_possible;
mod tar014_change_possible;
mod tar015_decided_first;
mod tar016_baseline_short_of_figure;
pub(crate) mod twins;

use super::{Baseline, ChangeAim, Decision, TargetFigure, TargetState, TargetStep};
use crate::rule::{done, rules};

rules! {
    TargetFigure:
        tar001_forum_named, tar002_parts_stated, tar003_no_step_back, tar005_list_fixed_first,
        tar006_state_is_last_step, tar007_given_or_open, tar009_baseline_first, tar010_baseline_in_unit,
        tar011_steps_fit_measuring, tar012_given_or_left_open, tar013_percent_possible,
        tar015_decided_first, tar016_baseline_short_of_figure;
    ChangeAim: tar004_change_has_size, tar014_change_possible & tar009_aim_baseline_first, tar010_aim_baseline_in_unit,
        tar013_aim_possible;
    Baseline: tar008_baseline_complete;
}

done! {
    TargetStep: one,
        AGREED at ["on"] = one.on.filter(|_| one.state == Some(TargetState::Agreed)),
        MEASURED at ["on"] = one.on.filter(|_| one.state == Some(TargetState::Measured)),
        JUDGED at ["on"] = one.on.filter(|_| one.state.is_some_and(TargetState::is_judged));
    Decision: one, DECIDED at ["on"] = one.on;
    // Without a figure it may be planned.
    Baseline: one, COUNTED at ["on"] = one.on.filter(|_| one.value.is_some());
}
