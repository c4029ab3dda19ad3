//! The standards belong to the set that the evaluation follows.

use crate::codes;
use crate::evaluation::{EvaluatedStandard, Evaluation};
use crate::model::{Origin, PUBLISHED, PublishedSet, PublishedStandard, PublishedTheme};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::{Bilingual, Folded, count};

#[cfg(feature = "proptest")]
use super::breaks::one_standard;
#[cfg(feature = "proptest")]
use crate::model::{StandardArea, TWELVE_STANDARDS};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA003,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, standard sets")],
    title: Bilingual::new(
        "de evaluerede standarder hører til det standardsæt, evalueringen følger",
        "the standards that are evaluated belong to the standard set that the evaluation follows",
    ),
    why: Bilingual::new(
        "Ellers modsiger evalueringen sig selv om, hvilke standarder tilbuddet arbejder med.",
        "Otherwise the evaluation contradicts itself about which standards the service works with.",
    ),
    remedy: Bilingual::new(
        "Ret standardens id, nummer, navn eller område eller det standardsæt, evalueringen følger; er standarden regionens egen, så skriv det, og giv den sit eget id.",
        "Correct the id, number, name or area of the standard, or the set that the evaluation follows; if the standard is the region's own, say so, and give it an id of its own.",
    ),
    example: Bilingual::new(
        "Evalueringen følger de ni standarder, men har også Forebyggelse af overgreb med, som først kom til, da der blev tolv.",
        "The evaluation follows the nine standards, but also has the one on the prevention of assault, which was added when there were twelve.",
    ),
    ..Rule::DERIVED
};

message! {
    NotInSet { standards: u64 }
    "standarden hører ikke til det sæt, evalueringen følger; sættet har {standards:standard|standarder}",
    "the standard does not belong to the set that the evaluation follows; the set has {standards:standard|standards}",
}

message! {
    OtherNumber { number: SectionNumber, published: SectionNumber }
    "standarden har nummer {number}, men i sættet er det nummer {published}",
    "the standard has number {number}, but in the set it is number {published}",
}

message! {
    OtherName { number: SectionNumber }
    "navnet hører til standard {number} i sættet, men det gør standardens id ikke",
    "the name is that of standard {number} of the set, but the id is not",
}

message! {
    NameOfAnother {}
    "navnet hører til en anden standard i sættet end standardens id",
    "the name and the id are those of two standards of the set",
}

message! {
    NotOwn {}
    "standarden står som en regions egen, men hører til det fælles sæt",
    "the standard is marked as a region's own, but belongs to the common set",
}

message! {
    OfAnotherSet {}
    "standarden står som en regions egen, men dens id er det, en standard i et andet fælles sæt har",
    "the standard is marked as a region's own, but its id is that of a standard of another common set",
}

message! {
    OtherArea { area: Bilingual, published: Bilingual }
    "standarden hører her til {area}, men i sættet til {published}",
    "the standard is in {area} here, but in {published} in the set",
}

/// Which standards a set has is known here only of published ones.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(set) = evaluation.published_set() else { return };
    let list = at.key("standards");
    for (n, one) in evaluation.standards.iter().enumerate() {
        if one.origin.as_ref().is_none_or(Origin::is_common) {
            check_one(one, set, &list.index(n), cx);
        } else if has(set, one) {
            cx.not_met(&list.index(n).key("origin"), NotOwn {});
        } else if PUBLISHED.iter().any(|set| has(set, one)) {
            cx.not_met(&list.index(n).key("origin"), OfAnotherSet {});
        }
    }
}

fn check_one(one: &EvaluatedStandard, set: &PublishedSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let not_in_set = NotInSet { standards: count(set.standards.len()) };
    let called = called(one, set);
    let Some(id) = one.standard.or(called.map(|standard| standard.id)) else {
        // It may be called by a shorter name, or be a region's own unless it is said to be common.
        let is_other = |number| set.standards.iter().all(|one| one.number.is_some_and(|of| of != number));
        if one.origin.is_some() && one.number.is_some_and(is_other) {
            cx.not_met(&at.key("number"), not_in_set);
        }
        return;
    };
    let Some(standard) = set.standards.iter().find(|standard| standard.id == id) else {
        return cx.not_met(&at.key("standard"), not_in_set);
    };
    match called.filter(|other| other.id != id) {
        Some(PublishedStandard { number: Some(number), .. }) => {
            cx.not_met(&at.key("name"), OtherName { number: *number });
        }
        Some(_) => cx.not_met(&at.key("name"), NameOfAnother {}),
        None => {}
    }
    if let (Some(area), Some(theme)) = (one.area, theme(standard, set))
        && area != theme.area
    {
        cx.not_met(&at.key("area"), OtherArea { area: area.label(), published: theme.area.label() });
    }
    if let (Some(number), Some(published)) = (one.number, standard.number)
        && number != published
    {
        cx.not_met(&at.key("number"), OtherNumber { number, published });
    }
}

fn has(set: &PublishedSet, one: &EvaluatedStandard) -> bool {
    set.standards.iter().any(|standard| Some(standard.id) == one.standard)
}

fn theme<'s>(standard: &PublishedStandard, set: &'s PublishedSet) -> Option<&'s PublishedTheme> {
    set.themes.iter().find(|theme| theme.id == standard.theme)
}

/// The standard of a set that has this name.
pub(super) fn called<'s>(one: &EvaluatedStandard, set: &'s PublishedSet) -> Option<&'s PublishedStandard> {
    let name = Folded::stated(one.name.as_ref())?;
    set.standards.iter().find(|standard| {
        let names = theme(standard, set).map(|theme| [theme.name.da, theme.name.en].map(Folded::of_words));
        names.is_some_and(|names| names.contains(&name))
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        one_standard(evaluation, tape, |one| {
            one.standard = TWELVE_STANDARDS.standards.get(8).map(|one| one.id);
        });
    },
    |evaluation, tape| {
        one_standard(evaluation, tape, |one| one.number = Some(SectionNumber::of_chapter(2, 9)));
    },
    |evaluation, tape| {
        one_standard(evaluation, tape, |one| {
            one.area = match one.area() {
                Some(StandardArea::Organisational) => Some(StandardArea::ServiceSpecific),
                _ => Some(StandardArea::Organisational),
            };
        });
    },
    |evaluation, tape| {
        one_standard(evaluation, tape, |one| {
            one.origin = Some(Origin::Regional { region: None, name: None });
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // A set of the caller's own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standardSet": "00000000-0000-4000-8000-000000000002",
            "standards": [{ "standard": "00000000-0000-4000-8000-000000000003", "number": "9.9" }]
        }"#,
    ),
    // 1.3 of the nine, a regional addition, and one that is named without an id.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standardSet": "6b76616c-6974-8000-8000-000100000900",
            "standards": [
                { "standard": "6b76616c-6974-8000-8000-000100020500", "number": "1.3", "origin": "common" }, { "standard": "6b76616c-6974-8000-8000-000100020500" },
                { "standard": "00000000-0000-4000-8000-000000000003", "origin": { "regional": {} } },
                { "number": "1.9", "name": "Forebyggelse af overgreb" }, { "number": "1.4", "name": "Medicin", "origin": "common" },
                { "number": "1.4", "name": "Medicinhåndtering", "area": "serviceSpecific" }, { "name": "Nabohjælp", "origin": "common" }
            ]
        }"#,
    ),
    // Without ids: known by the name, or said to be common; and a region's own standard with an id that is taken.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standardSet": "6b76616c-6974-8000-8000-000100000900",
            "standards": [
                { "number": "1.5", "name": "Medicinhåndtering", "area": "organisational" },
                { "number": "1.10", "name": "Nabohjælp", "origin": "common" },
                { "standard": "6b76616c-6974-8000-8000-000100020c00", "origin": { "regional": {} } }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/number",
                "standarden har nummer 1.5, men i sættet er det nummer 1.4",
                "the standard has number 1.5, but in the set it is number 1.4",
            ),
            not_met(
                "/standards/0/area",
                "standarden hører her til det organisatoriske område, men i sættet til det målgruppe- og ydelsesspecifikke område",
                "the standard is in the organisational area here, but in the service-specific area in the set",
            ),
            not_met(
                "/standards/1/number",
                "standarden hører ikke til det sæt, evalueringen følger; sættet har 9 standarder",
                "the standard does not belong to the set that the evaluation follows; the set has 9 standards",
            ),
            not_met(
                "/standards/2/origin",
                "standarden står som en regions egen, men dens id er det, en standard i et andet fælles sæt har",
                "the standard is marked as a region's own, but its id is that of a standard of another common set",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standardSet": "6b76616c-6974-8000-8000-000100000900",
            "standards": [{ "standard": "6b76616c-6974-8000-8000-000100020500", "origin": { "regional": {} } }]
        }"#,
        &[not_met(
            "/standards/0/origin",
            "standarden står som en regions egen, men hører til det fælles sæt",
            "the standard is marked as a region's own, but belongs to the common set",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standardSet": "6b76616c-6974-8000-8000-000100000900",
            "standards": [{ "standard": "6b76616c-6974-8000-8000-000100020c00", "number": "1.9" }, { "standard": "6b76616c-6974-8000-8000-000100020500", "number": "1.2" }]
        }"#,
        &[
            not_met(
                "/standards/0/standard",
                "standarden hører ikke til det sæt, evalueringen følger; sættet har 9 standarder",
                "the standard does not belong to the set that the evaluation follows; the set has 9 standards",
            ),
            not_met(
                "/standards/1/number",
                "standarden har nummer 1.2, men i sættet er det nummer 1.3",
                "the standard has number 1.2, but in the set it is number 1.3",
            ),
        ],
    ),
    // The set of 2007 has no numbers.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standardSet": "6b76616c-6974-8000-8000-000100000000",
            "standards": [{ "standard": "6b76616c-6974-8000-8000-000100020100", "name": "ledelse " }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standardSet": "6b76616c-6974-8000-8000-000100000000",
            "standards": [
                { "standard": "6b76616c-6974-8000-8000-000100020100", "name": "Arbejdsmiljø" },
                { "standard": "6b76616c-6974-8000-8000-000100020700", "name": "Medicinhåndtering" }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/name",
                "navnet hører til en anden standard i sættet end standardens id",
                "the name and the id are those of two standards of the set",
            ),
            not_met(
                "/standards/1/standard",
                "standarden hører ikke til det sæt, evalueringen følger; sættet har 6 standarder",
                "the standard does not belong to the set that the evaluation follows; the set has 6 standards",
            ),
        ],
    ),
];
