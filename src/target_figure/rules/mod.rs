//! The rules about target figures.

mod tar001_forum_named;
mod tar002_parts_stated;
mod tar003_no_step_back;
mod tar004_change_has_size;
pub(crate) mod tar005_list_fixed_first;
mod tar006_state_is_last_step;
mod tar007_given_or_open;
mod tar008_baseline_complete;

use super::{Baseline, ChangeAim, TargetFigure};
use crate::rule::rules;

rules! {
    TargetFigure:
        tar001_forum_named, tar002_parts_stated, tar003_no_step_back, tar005_list_fixed_first,
        tar006_state_is_last_step, tar007_given_or_open;
    ChangeAim: tar004_change_has_size;
    Baseline: tar008_baseline_complete;
}
