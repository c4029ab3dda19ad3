//! The rules about citizens' goals and sub-goals.

mod gol001_dates_in_order;

use super::SubGoal;
use crate::rule::rules;

rules! {
    SubGoal: gol001_dates_in_order;
}
