//! An id names one thing in a document.

use alloc::vec::Vec;

use uuid::Uuid;

use super::{Checking, Path};
use crate::id::Subject;
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceDocument, SourceRef, facts};
use crate::text::{Bilingual, Lang};

/// A draft that can name everything in it that has an id of its own.
pub(crate) trait WithIds {
    /// Calls `each` with every thing and its place, in document order. References do not count.
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>));
}

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

pub(crate) static UNIQUE: Rule = Rule {
    code: RuleCode::literal("DOC001"),
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
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
    implies: &[],
    requires: &[],
};

/// As many ids are looked up in a table on the stack: those of a usual agreement. It is at most half full.
const ON_STACK: usize = 128;

pub(crate) fn unique<T: WithIds>(draft: &T, at: &Path<'_>, cx: &mut Checking<'_>) {
    let mut table = [Uuid::nil(); ON_STACK * 2];
    let (mut total, mut fits, mut repeats) = (0_usize, true, false);
    draft.each_id(at, &mut |subject, _| {
        total = total.saturating_add(1);
        // The nil id marks a free place in the table, and so cannot stand in it.
        fits &= total <= ON_STACK && !subject.id.is_nil();
        repeats |= fits && !enter(&mut table, subject.id);
    });
    if !fits {
        let mut ids = Vec::with_capacity(total);
        draft.each_id(at, &mut |subject, _| ids.push(subject.id.as_u128()));
        ids.sort_unstable();
        repeats = ids.windows(2).any(|pair| pair.first() == pair.last());
    }
    if repeats {
        report_repeats(draft, at, cx);
    }
}

/// Enters an id at the first free place from its own; gives whether it is new.
fn enter(table: &mut [Uuid; ON_STACK * 2], id: Uuid) -> bool {
    let (high, low) = id.as_u64_pair();
    let [own, ..] = (high ^ low).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let (before, from) = table.split_at_mut(usize::from(own));
    for place in from.iter_mut().chain(before) {
        if *place == id {
            return false;
        }
        if place.is_nil() {
            *place = id;
            return true;
        }
    }
    true
}

fn report_repeats<T: WithIds>(draft: &T, at: &Path<'_>, cx: &mut Checking<'_>) {
    let mut seen = alloc::collections::BTreeSet::new();
    draft.each_id(at, &mut |again, place| {
        if !seen.insert(again.id) {
            cx.not_met(place, IdUsedTwice { again });
        }
    });
}
