//! An id names one thing in a document.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use uuid::Uuid;

use super::Ids;
use crate::codes;
use crate::draft::walk::{Mention, Named};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

message! {
    IdUsedTwice { first: Bilingual }
    "id'et er allerede brugt om noget andet i dokumentet ({first})",
    "the id is already used for something else in the document ({first})",
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
        "Et indsatsområde er kopieret, og kopien har beholdt originalens id.",
        "A focus area was copied, and the copy kept the id of the original.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(ids: &Ids<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut seen: BTreeMap<Uuid, Seen> = BTreeMap::new();
    ids.each(at, &mut |mention, one, place| {
        if mention == Mention::Refers {
            return;
        }
        let is_record = mention == Mention::Defines;
        let Some(first) = seen.get_mut(&one.subject.id) else {
            seen.insert(one.subject.id, Seen { one, is_record, clashes: Vec::new() });
            return;
        };
        let is_other_kind = first.one.subject.kind != one.subject.kind;
        let is_second_record = is_record && first.is_record;
        // Of several mentions as a thing of another kind the first is enough.
        let is_new = is_record || !first.clashes.contains(&one.subject.kind);
        if (is_other_kind && is_new) || is_second_record {
            first.clashes.push(one.subject.kind);
            cx.not_met(place, IdUsedTwice { first: first.one.label });
        }
        first.is_record |= is_record && !is_other_kind;
    });
}

/// What an id stands for.
struct Seen {
    one: Named,
    /// Whether a record has the id; else it was only mentioned.
    is_record: bool,
    /// The other kinds that it was found to stand for as well.
    clashes: Vec<&'static str>,
}
