//! An agreement concerns one service and one year and has two parties.

use alloc::vec::Vec;

use crate::agreement::{DevelopmentAgreement, PartyRole};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, missing_of};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{agreement::Party, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR001,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad, underskrifter")],
    title: Bilingual::new(
        "en aftale gælder ét tilbud og ét år og har to parter",
        "an agreement concerns one service and one year and has two parties",
    ),
    why: Bilingual::new(
        "Uden tilbud, år og begge parter kan ingen sige, hvem der har lovet hvad hvornår.",
        "Without service, year and both parties nobody can say who promised what when.",
    ),
    remedy: Bilingual::new(
        "Tilføj tilbuddet, året og de to parter: socialdirektøren og forstanderen, hver én gang.",
        "Add the service, the year and the two parties: the social director and the head of the service, once each.",
    ),
    example: Bilingual::new(
        "En aftale, der kun nævner socialdirektøren.",
        "An agreement that names the social director alone.",
    ),
    ..Rule::DERIVED
};

message! {
    PartsMissing { missing: Vec<Bilingual> }
    "aftalens ramme holder ikke; mangler: {missing}",
    "the frame of the agreement does not hold; missing: {missing}",
}

message! {
    PartsTooMany { surplus: Vec<Bilingual> }
    "aftalens ramme holder ikke; for meget: {surplus}",
    "the frame of the agreement does not hold; too much: {surplus}",
}

message! {
    PartsMissingAndTooMany { missing: Vec<Bilingual>, surplus: Vec<Bilingual> }
    "aftalens ramme holder ikke; mangler: {missing}; for meget: {surplus}",
    "the frame of the agreement does not hold; missing: {missing}; too much: {surplus}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let count = |is: fn(&PartyRole) -> bool| agreement.parties.iter().filter(|party| is(&party.role)).count();
    let directors = count(|role| matches!(role, PartyRole::SocialDirector));
    let heads = count(|role| matches!(role, PartyRole::HeadOfService));
    let others = count(|role| matches!(role, PartyRole::Other { .. }));
    let director = Bilingual::new("socialdirektøren som part", "the social director as a party");
    let head = Bilingual::new("forstanderen som part", "the head of the service as a party");
    let missing: Vec<_> = missing_of([
        (agreement.service.is_some(), Bilingual::new("tilbuddet", "the service")),
        (agreement.running_period().is_some(), Bilingual::new("året", "the year")),
        (directors > 0, director),
        (heads > 0, head),
    ])
    .collect();
    let too_many = [
        (directors > 1, director),
        (heads > 1, head),
        (others > 0, Bilingual::new("en part ud over de to", "a party besides the two")),
    ];
    let surplus: Vec<_> = too_many.into_iter().filter(|(there, _)| *there).map(|(_, part)| part).collect();
    match (missing.is_empty(), surplus.is_empty()) {
        (true, true) => {}
        (false, true) => cx.not_met(at, PartsMissing { missing }),
        (true, false) => cx.not_met(at, PartsTooMany { surplus }),
        (false, false) => cx.not_met(at, PartsMissingAndTooMany { missing, surplus }),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, _| agreement.service = None,
    |agreement, _| {
        // Days without a year and the framework are judged by the year.
        agreement.focus_areas.clear();
        agreement.framework.clear();
        agreement.year = None;
    },
    |agreement, _| agreement.parties.truncate(1),
    |agreement, tape| {
        let n = tape.index(agreement.parties.len());
        agreement.parties.extend(agreement.parties.get(n).cloned());
    },
    |agreement, tape| {
        let role = PartyRole::Other { title: tape.said() };
        let third = agreement.parties.first().map(|first| Party { role, ..first.clone() });
        agreement.parties.extend(third);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 2024,
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }]
        }"#,
    ),
    // A period says which year, and the order of the parties does not matter.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "period": { "start": "2024-08-01", "end": "2025-07-31" },
            "parties": [{ "role": "headOfService" }, { "role": "socialDirector" }]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "aftalens ramme holder ikke; mangler: tilbuddet, året, socialdirektøren som part, forstanderen som part",
            "the frame of the agreement does not hold; missing: the service, the year, the social director as a \
             party, the head of the service as a party",
        )],
    ),
    // There is no year 0.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 0,
            "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }]
        }"#,
        &[not_met(
            "",
            "aftalens ramme holder ikke; mangler: året",
            "the frame of the agreement does not hold; missing: the year",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 2024,
            "parties": [
                { "role": "socialDirector" }, { "role": "headOfService" },
                { "role": "socialDirector" }, { "role": "headOfService" }
            ]
        }"#,
        &[not_met(
            "",
            "aftalens ramme holder ikke; for meget: socialdirektøren som part, forstanderen som part",
            "the frame of the agreement does not hold; too much: the social director as a party, the head of the \
             service as a party",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 2024,
            "parties": [{ "role": "socialDirector" }, { "role": { "other": { "title": "borgmester" } } }]
        }"#,
        &[not_met(
            "",
            "aftalens ramme holder ikke; mangler: forstanderen som part; for meget: en part ud over de to",
            "the frame of the agreement does not hold; missing: the head of the service as a party; too much: a \
             party besides the two",
        )],
    ),
];
