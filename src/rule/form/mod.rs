//! The rules about the form of any draft.

mod doc001_unique_ids;
mod seen_ids;

pub(crate) use seen_ids::SeenIds;

use super::{Checker, Rule};
use crate::draft::walk::HasIds;
use crate::report::Path;

/// A rule about the form of any draft, and its check.
pub(crate) struct FormRule {
    pub(crate) rule: &'static Rule,
    pub(crate) check: fn(&dyn HasIds, &Path<'_>, &mut Checker<'_>),
}

/// The rules about ids. They are run on a draft as a whole, if an id may be used twice.
pub(crate) static FORM_RULES: &[FormRule] =
    &[FormRule { rule: &doc001_unique_ids::RULE, check: doc001_unique_ids::check }];

/// The same rules for the catalogue.
pub(crate) const RULES: &[&Rule] = &[&doc001_unique_ids::RULE];
