//! The rules about the form of any draft.

pub(crate) mod civil_number;
mod doc001_unique_ids;
mod doc002_references_resolve;
mod doc003_no_civil_number;
pub(crate) mod doc004_all_read;
pub(crate) mod doc005_item_says_something;
pub(crate) mod doc011_done_by_the_day;
pub(crate) mod doc012_not_done_after_extraction;
pub(crate) mod records;
mod seen_ids;

pub(crate) use doc012_not_done_after_extraction::Later;
pub(crate) use seen_ids::SeenIds;

use alloc::vec::Vec;

use uuid::Uuid;

use super::{Checker, Rule};
use crate::codes::RuleCode;
use crate::draft::walk::{EachId, Mention, Named, Walk, Walked};
use crate::report::Path;
use crate::sorted::sort_by_key;

/// The ids of a draft.
pub(crate) struct Ids<'d> {
    pub(crate) draft: &'d dyn Walked,
    /// The kinds that a reference must find in the document.
    pub(crate) resolved: &'static [&'static str],
}

impl Ids<'_> {
    /// Calls `each` with every id, in the order of the document.
    fn each(&self, at: &Path<'_>, each: &mut EachId<'_>) {
        self.draft.visit(at, &mut Walk::Ids(each));
    }

    /// What has a record or is brought in, sorted by id and kind, and by the order of the document where both are the
    /// same.
    fn defined(&self, at: &Path<'_>) -> Vec<Named> {
        let mut defined = Vec::new();
        self.each(at, &mut |mention, one, _| {
            if mention != Mention::Refers {
                defined.push(one);
            }
        });
        sort_by_key(&mut defined, by_id);
        defined
    }
}

/// The key by which [`Ids::defined`] is sorted.
fn by_id(one: &Named) -> (Uuid, &'static str) {
    (one.subject.id, one.subject.kind)
}

/// The first thing with the id, if one is defined.
fn first_with(id: Uuid, defined: &[Named]) -> Option<&Named> {
    let from = defined.partition_point(|one| one.subject.id < id);
    defined.get(from).filter(|one| one.subject.id == id)
}

/// A rule about the form of any draft, and its check.
pub(crate) struct FormRule {
    pub(crate) rule: &'static Rule,
    pub(crate) check: fn(&Ids<'_>, &Path<'_>, &mut Checker<'_>),
}

/// The rule about civil registration numbers, which is also run on what surrounds a draft.
pub(crate) const NUMBERS: FormRule =
    FormRule { rule: &doc003_no_civil_number::RULE, check: doc003_no_civil_number::check };

/// The rules that are run on a draft as a whole, if its ids may not be in order or a text holds a civil registration
/// number.
pub(crate) static FORM_RULES: &[FormRule] = &[
    FormRule { rule: &doc001_unique_ids::RULE, check: doc001_unique_ids::check },
    FormRule { rule: &doc002_references_resolve::RULE, check: doc002_references_resolve::check },
    NUMBERS,
];

/// Returns `true` for the code of a rule that is about any document, whatever its content.
pub(crate) fn is_about_any_document(code: RuleCode) -> bool {
    RULES.iter().chain(records::RULES).any(|rule| rule.code == code)
}

/// The rules for the catalogue. What was set aside is known to the document, not to a draft.
pub(crate) const RULES: &[&Rule] = &[
    &doc001_unique_ids::RULE,
    &doc002_references_resolve::RULE,
    &doc003_no_civil_number::RULE,
    &doc004_all_read::RULE,
    &doc005_item_says_something::RULE,
    &doc011_done_by_the_day::RULE,
    &doc012_not_done_after_extraction::RULE,
];
