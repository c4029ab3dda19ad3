//! Two standards of a set do not have one number.

use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_standard, region},
    crate::model::Standard,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD010,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, standards")],
    title: Bilingual::new(
        "to standarder i et sæt har ikke samme nummer",
        "two standards of a set do not have the same number",
    ),
    why: Bilingual::new(
        "En henvisning til nummeret kan læses på to måder.",
        "A reference to the number can be read in two ways.",
    ),
    remedy: Bilingual::new("Ret det nummer, der er forkert.", "Correct the number that is wrong."),
    example: Bilingual::new(
        "Både standarden om kommunikation og standarden om medicinhåndtering har nummer 1.3.",
        "Both the standard on communication and the one on medication have the number 1.3.",
    ),
    ..Rule::DERIVED
};

message! {
    NumberTwice { number: SectionNumber }
    "en anden standard i sættet har også nummer {number}",
    "another standard of the set also has the number {number}",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let numbers = set.standards.iter().enumerate();
    let numbers = numbers.filter_map(|(n, standard)| Some((Some(standard.number?), n)));
    if numbers.clone().is_sorted_by(|(before, _), (number, _)| before < number) {
        return; // numbers that rise are all different
    }
    let list = at.key("standards");
    sorted(
        |put| numbers.clone().for_each(put),
        |sorted| {
            for (number, n) in numbers.clone() {
                let is_first = sorted::of(sorted, number).first().is_none_or(|(_, first)| *first == n);
                if let Some((number, standard)) = number.zip(set.standards.get(n)).filter(|_| !is_first) {
                    cx.not_met(&list.item(n, standard.id).key("number"), NumberTwice { number });
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    let theme = add_theme(set, region(), tape);
    for n in [1, 2] {
        let number = "3.1".parse().ok();
        add_standard(set, Standard { number, ..added_standard(n, theme, region(), tape) }, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000002", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "number": "2.1" },
                { "id": "00000000-0000-4000-8000-000000000003", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "number": "1.1" },
                { "id": "00000000-0000-4000-8000-000000000004", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000005", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000002", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "number": "1.3" },
                { "id": "00000000-0000-4000-8000-000000000003", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "number": "1.1" },
                { "id": "00000000-0000-4000-8000-000000000004", "theme": "00000000-0000-4000-8000-00000000000a", "origin": { "regional": {} }, "number": "1.3" }
            ]
        }"#,
        &[not_met(
            "/standards/2/number",
            "en anden standard i sættet har også nummer 1.3",
            "another standard of the set also has the number 1.3",
        )],
    ),
];
