//! The rules about organisations.

mod org001_unit_named;
mod org002_paragraph_counted_from_one;

use super::{Department, Operator, SocialService, SpecialisedArea};
use crate::rule::rules;

rules! {
    Operator, SpecialisedArea, SocialService, Department: org001_unit_named, org002_paragraph_counted_from_one;
}
