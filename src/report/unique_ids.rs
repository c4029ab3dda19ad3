//! An id names one thing in a document.

use super::{Checking, Path};
use crate::id::Subject;
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceDocument, SourceRef, facts};
use crate::sorted::sorted;
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

pub(crate) fn unique<T: WithIds>(draft: &T, at: &Path<'_>, cx: &mut Checking<'_>) {
    // As numbers: two ids are then compared in one go instead of byte by byte.
    let fill = |put: &mut dyn FnMut(u128)| draft.each_id(at, &mut |subject, _| put(subject.id.as_u128()));
    if sorted(fill, |ids| ids.windows(2).any(|pair| pair.first() == pair.last())) {
        report_repeats(draft, at, cx);
    }
}

fn report_repeats<T: WithIds>(draft: &T, at: &Path<'_>, cx: &mut Checking<'_>) {
    let mut seen = alloc::collections::BTreeSet::new();
    draft.each_id(at, &mut |again, place| {
        if !seen.insert(again.id) {
            cx.not_met(place, IdUsedTwice { again });
        }
    });
}
