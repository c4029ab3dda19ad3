//! The rules about target figures.

mod tar001_forum_named;
mod tar002_parts_stated;
mod tar003_no_step_back;
mod tar004_change_has_size;
mod tar005_list_fixed_first;
mod tar006_state_is_last_step;

use super::{ChangeAim, TargetFigure};
use crate::rule::rules;

rules! {
    TargetFigure:
        tar001_forum_named, tar002_parts_stated, tar003_no_step_back, tar005_list_fixed_first,
        tar006_state_is_last_step;
    ChangeAim: tar004_change_has_size;
}
