//! The rules about organisations.

mod org001_unit_named;

use super::{Department, Operator, SocialService, SpecialisedArea};
use crate::rule::rules;

rules! {
    Operator, SpecialisedArea, SocialService, Department: org001_unit_named;
}
