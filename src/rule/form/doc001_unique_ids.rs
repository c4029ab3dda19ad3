//! An id names one thing in a document.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use uuid::Uuid;

use crate::codes;
use crate::draft::walk::{HasIds, Mention};
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::text::{Bilingual, Lang};

facts! {
    /// An id is used a second time.
    struct IdUsedTwice {
        /// The thing that uses it again.
        again / "again": Subject,
    }
    message |facts, lang, f| {
        let id = facts.again.id;
        match lang {
            Lang::Da => write!(f, "id'et {id} er allerede brugt om noget andet i dokumentet"),
            Lang::En => write!(f, "the id {id} is already used for something else in the document"),
        }
    }
}

pub(super) static RULE: Rule = Rule {
    code: codes::DOC001,
    severity: Severity::Error,
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

/// Up to 128 ids go into a hash table on the stack, at most half full.
const ON_STACK: usize = 128;

pub(super) fn check(draft: &dyn HasIds, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut table = [Uuid::nil(); ON_STACK * 2];
    let (mut total, mut fits, mut repeats) = (0_usize, true, false);
    each_defined(draft, at, &mut |subject, _| {
        total = total.saturating_add(1);
        // The nil id marks a free slot of the table, and so cannot be in it.
        fits &= total <= ON_STACK && !subject.id.is_nil();
        repeats |= fits && !enter(&mut table, subject.id);
    });
    if !fits {
        let mut ids = Vec::with_capacity(total);
        each_defined(draft, at, &mut |subject, _| ids.push(subject.id.as_u128()));
        ids.sort_unstable();
        repeats = ids.windows(2).any(|pair| pair.first() == pair.last());
    }
    if repeats {
        report_repeats(draft, at, cx);
    }
}

/// Calls `each` with every record that has an id of its own. References do not count.
fn each_defined(draft: &dyn HasIds, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
    draft.each_id(at, &mut |mention, subject, at| {
        if mention == Mention::Defines {
            each(subject, at);
        }
    });
}

/// Enters an id in the first free slot from its own one. Returns `false` if it was there before.
fn enter(table: &mut [Uuid; ON_STACK * 2], id: Uuid) -> bool {
    let (high, low) = id.as_u64_pair();
    let [own, ..] = (high ^ low).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let (before, from) = table.split_at_mut(usize::from(own));
    for slot in from.iter_mut().chain(before) {
        if *slot == id {
            return false;
        }
        if slot.is_nil() {
            *slot = id;
            return true;
        }
    }
    true
}

fn report_repeats(draft: &dyn HasIds, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut seen = BTreeSet::new();
    each_defined(draft, at, &mut |again, place| {
        if !seen.insert(again.id) {
            cx.not_met(place, IdUsedTwice { again });
        }
    });
}
