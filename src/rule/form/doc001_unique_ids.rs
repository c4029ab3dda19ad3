//! An id names one thing in a document.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::codes;
use crate::draft::walk::{HasIds, Mention};
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

message! {
    IdUsedTwice { again: Subject }
    "id'et {again} er allerede brugt om noget andet i dokumentet",
    "the id {again} is already used for something else in the document",
}

pub(super) static RULE: Rule = Rule {
    code: codes::DOC001,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "ids")],
    title: Bilingual::new(
        "et id bruges om én ting i dokumentet",
        "an id is used for one thing in the document",
    ),
    why: Bilingual::new(
        "Bruges et id to gange, kan ingen henvisning og intet fund udpege, hvad der menes.",
        "If an id is used twice, no reference and no finding can tell which thing is meant.",
    ),
    remedy: Bilingual::new("Giv den ene af de to et nyt id.", "Give one of the two a new id."),
    example: Bilingual::new(
        "To indsatsområder, der er kopieret fra hinanden med id og alt.",
        "Two focus areas copied from each other, id and all.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(draft: &dyn HasIds, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut total = 0_usize;
    each_defined(draft, at, &mut |_, _| total = total.saturating_add(1));
    let mut ids = Vec::with_capacity(total);
    each_defined(draft, at, &mut |subject, _| ids.push(subject.id));
    ids.sort_unstable();
    if ids.windows(2).all(|pair| pair.first() != pair.last()) {
        return;
    }
    let mut seen = BTreeSet::new();
    each_defined(draft, at, &mut |again, place| {
        if !seen.insert(again.id) {
            cx.not_met(place, IdUsedTwice { again });
        }
    });
}

/// Calls `each` with every record that has an id of its own. References do not count.
fn each_defined(draft: &dyn HasIds, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
    draft.each_id(at, &mut |mention, subject, at| {
        if mention == Mention::Defines {
            each(subject, at);
        }
    });
}
