//! The rules about organisations.

mod org001_unit_named;
mod org002_paragraph_counted_from_one;
mod org003_id_of_one_unit;
mod org004_names_differ;
mod org005_provision_stated_once;

use super::{Department, Operator, SocialService, SpecialisedArea};
use crate::rule::rules;

rules! {
    Operator, SpecialisedArea, SocialService, Department:
        org001_unit_named, org002_paragraph_counted_from_one, org003_id_of_one_unit, org004_names_differ,
        org005_provision_stated_once;
}
