//! A tailoring gives no two standards the same number.

use uuid::Uuid;

use super::own::base_of;
use crate::codes;
use crate::model::{PublishedStandard, SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Basis, Checker, Positions, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{added_standard, put_change, region},
    crate::model::{NINE_STANDARDS, Standard},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD026,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes")],
    title: Bilingual::new(
        "en tilpasning giver ikke to standarder samme nummer",
        "a tailoring gives no two standards the same number",
    ),
    why: Bilingual::new(
        "I det tilpassede sæt kan en henvisning til nummeret læses på to måder.",
        "In the tailored set a reference to the number can be read in two ways.",
    ),
    remedy: Bilingual::new("Ret det nummer, der er forkert.", "Correct the number that is wrong."),
    example: Bilingual::new(
        "Regionen har tilføjet to standarder, og begge har nummer 1.7.",
        "The region has added two standards, and both have the number 1.7.",
    ),
    ..Rule::DERIVED
};

message! {
    GivenTwice { changes: Positions, number: SectionNumber }
    "ændring {changes:og} giver hver sin standard nummer {number}",
    "changes {changes:and} each give a standard the number {number}",
}

message! {
    TakenInBase { number: SectionNumber }
    "det sæt, som tilpasningen bygger på, har allerede en standard med nummer {number}",
    "the set that the tailoring is based on already has a standard with the number {number}",
}

/// The number that a change gives a standard.
const fn number_of(change: &SetChange) -> Option<SectionNumber> {
    match change {
        SetChange::AddStandard { standard } => standard.number,
        SetChange::RenumberStandard { number, .. } => *number,
        _ => None,
    }
}

/// Whether a change decides which number a standard has in the end, if any.
const fn decides(change: &SetChange) -> bool {
    matches!(
        change,
        SetChange::AddStandard { .. }
            | SetChange::RenumberStandard { .. }
            | SetChange::LeaveOutStandard { .. }
    )
}

/// Numbers of standards that the tailoring itself renumbers or leaves out are free.
pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let changes = || tailoring.changes.iter().enumerate().map(|(n, one)| (n, &one.change));
    let deciding = || changes().filter(|(_, change)| decides(change));
    let list = at.key("changes");
    sorted(
        |put| deciding().for_each(|(n, change)| put((change.subject().id, n))),
        |steps| {
            let is_last = |n: usize, change: &SetChange| {
                sorted::of(steps, change.subject().id).last().is_some_and(|(_, final_one)| *final_one == n)
            };
            let all_last = || {
                let of_standards = changes().filter(|(n, change)| is_last(*n, change));
                of_standards.filter_map(|(n, change)| Some((Some(number_of(change)?), n)))
            };
            let is_untouched = |id: Uuid| sorted::of(steps, id).is_empty();
            sorted(
                |put| all_last().for_each(put),
                |numbers| {
                    for (number, n) in all_last() {
                        let first = sorted::of(numbers, number).first().map_or(n, |(_, first)| *first);
                        let Some(number) = number else { continue };
                        let at = list.index(n);
                        let at = at.key("change");
                        let in_base = base_of(tailoring).is_some_and(|set| {
                            let has = |one: &PublishedStandard| {
                                one.number == Some(number) && is_untouched(one.id.uuid())
                            };
                            set.standards.iter().any(has)
                        });
                        if in_base {
                            cx.not_met(&at, TakenInBase { number });
                        } else if first != n {
                            let both = [first, n].map(ordinal);
                            cx.not_met(&at, GivenTwice { changes: Positions(both.into()), number });
                        }
                    }
                },
            );
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        tailoring.base = tape.spare_id(9);
        let number = "3.1".parse().ok();
        for n in [1, 2] {
            let standard = Standard { number, ..added_standard(n, tape.spare_id(8), region(), tape) };
            put_change(tailoring, SetChange::AddStandard { standard }, tape);
        }
    },
    |tailoring, tape| {
        tailoring.base = NINE_STANDARDS.id;
        tailoring.changes.clear(); // they can be about another set
        if let Some(first) = NINE_STANDARDS.standards.first() {
            let standard = added_standard(1, first.theme, region(), tape);
            let standard = Standard { number: first.number, ..standard };
            put_change(tailoring, SetChange::AddStandard { standard }, tape);
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The number that a standard had before it was left out or renumbered is free.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000900",
            "changes": [
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.7"
                } } } },
                { "change": { "renumberStandard": {
                    "standard": "00000000-0000-4000-8000-000000000021", "number": "1.8"
                } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.7"
                } } } },
                { "change": { "renumberStandard": {
                    "standard": "6b76616c-6974-8000-8000-000100020400", "number": "1.9"
                } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000023", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.2"
                } } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000024", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }
                } } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000900",
            "changes": [
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.7"
                } } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.7"
                } } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000023", "theme": "6b76616c-6974-8000-8000-000100010400",
                    "origin": { "regional": {} }, "number": "1.2"
                } } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/1/change",
                "ændring 1 og 2 giver hver sin standard nummer 1.7",
                "changes 1 and 2 each give a standard the number 1.7",
            ),
            not_met(
                "/changes/2/change",
                "det sæt, som tilpasningen bygger på, har allerede en standard med nummer 1.2",
                "the set that the tailoring is based on already has a standard with the number 1.2",
            ),
        ],
    ),
];
