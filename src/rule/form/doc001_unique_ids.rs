//! An id names one thing in a document.

use alloc::vec::Vec;

use super::{Ids, first_with};
use crate::codes;
use crate::draft::walk::{Mention, Named};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sort_by_key;
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
        "Bruges et id om to ting, er det uklart, hvad en henvisning eller et fund gælder.",
        "If an id is used for two things, it is unclear which thing a reference or a finding is about.",
    ),
    remedy: Bilingual::new(
        "Er det samme kommet med to gange, så slet det ene. Giv ellers den ene af de to et nyt id.",
        "If the same thing was entered twice, remove one of the two. Otherwise give one of the two a new id.",
    ),
    example: Bilingual::new(
        "Et indsatsområde er kopieret, og kopien har beholdt originalens id.",
        "A focus area was copied, and the copy kept the id of the original.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(ids: &Ids<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut defined = Vec::new();
    ids.each(at, &mut |mention, one, _| {
        if mention != Mention::Refers {
            defined.push(Defined { one, is_record: mention == Mention::Defines, nth: defined.len() });
        }
    });
    sort_by_key(&mut defined, |one| (one.one.subject.id, one.nth));
    let mut clashes = Vec::new();
    for same in defined.chunk_by(|a, b| a.one.subject.id == b.one.subject.id) {
        let Some((first, more)) = same.split_first() else { continue };
        let mut has_record = first.is_record;
        let mut others = Vec::new();
        for again in more {
            let kind = again.one.subject.kind;
            let is_other = kind != first.one.subject.kind;
            // Of several mentions as a thing of another kind, only the first is reported.
            let is_new = is_other && (again.is_record || !others.contains(&kind));
            if is_new || (again.is_record && has_record) {
                clashes.push((again.nth, first.one.label));
            }
            if is_other {
                others.push(kind);
            }
            has_record |= again.is_record && !is_other;
        }
    }
    sort_by_key(&mut clashes, |(nth, _)| *nth);
    let (mut clashes, mut nth) = (clashes.into_iter().peekable(), 0_usize);
    let (mut references, mut nth_reference) = (clashing_references(ids, at).into_iter().peekable(), 0_usize);
    ids.each(at, &mut |mention, _, place| {
        let (clashes, nth) = match mention {
            Mention::Refers => (&mut references, &mut nth_reference),
            Mention::Defines | Mention::Introduces => (&mut clashes, &mut nth),
        };
        if let Some((_, first)) = clashes.next_if(|(clash, _)| clash == nth) {
            cx.not_met(place, IdUsedTwice { first });
        }
        *nth = nth.saturating_add(1);
    });
}

/// The references, by their numbers, whose id an earlier reference uses for a thing of another kind. Nothing in the
/// document says which of the two is right. Of several references to the same kind, only the first is reported.
fn clashing_references(ids: &Ids<'_>, at: &Path<'_>) -> Vec<(usize, Bilingual)> {
    let defined = ids.defined(at);
    let (mut references, mut nth) = (Vec::new(), 0_usize);
    ids.each(at, &mut |mention, one, _| {
        if mention == Mention::Refers {
            let leads_out = !ids.resolved.contains(&one.subject.kind);
            if leads_out && first_with(one.subject.id, &defined).is_none() {
                references.push((one, nth));
            }
            nth = nth.saturating_add(1);
        }
    });
    sort_by_key(&mut references, |(one, nth)| (one.subject.id, *nth));
    let mut clashes = Vec::new();
    for same in references.chunk_by(|(one, _), (other, _)| one.subject.id == other.subject.id) {
        let Some(((first, _), later)) = same.split_first() else { continue };
        let mut kinds = [first.subject.kind].to_vec();
        for (again, nth) in later {
            if !kinds.contains(&again.subject.kind) {
                kinds.push(again.subject.kind);
                clashes.push((*nth, first.label));
            }
        }
    }
    sort_by_key(&mut clashes, |(nth, _)| *nth);
    clashes
}

/// A thing that a record has the id of, or brings in.
struct Defined {
    one: Named,
    is_record: bool,
    nth: usize,
}
