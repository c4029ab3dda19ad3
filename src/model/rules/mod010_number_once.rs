//! Two standards of a set do not have the same number or name, nor two themes of an area, or two projects, the same
//! name.

use crate::codes;
use crate::model::{Name, StandardSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, each_repeat, each_repeat_with_other_id, sorted_of};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_standard, region},
    crate::model::{QualityProject, Standard},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD010,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, standards, themes, projects")],
    title: Bilingual::new(
        "to standarder i et sæt har ikke samme nummer eller navn, og to temaer på et område eller to fælles projekter ikke samme navn",
        "two standards of a set do not have the same number or name, nor two themes of an area, or two common projects, the same name",
    ),
    why: Bilingual::new(
        "En henvisning til nummeret eller navnet kan læses på to måder.",
        "A reference to the number or the name can be read in two ways.",
    ),
    remedy: Bilingual::new(
        "Ret det nummer eller navn, der er forkert. Er det samme projekt opført to gange, så slet det ene.",
        "Correct the number or the name that is wrong. If one project is listed twice, delete one of the two.",
    ),
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

message! {
    StandardNameTwice { first: u64 }
    "den {first}. standard i sættet har samme navn",
    "standard {first} of the set has the same name",
}

message! {
    ThemeNameTwice { first: u64 }
    "det {first}. tema i sættet er i samme område og har samme navn",
    "theme {first} of the set is in the same area and has the same name",
}

message! {
    ProjectNameTwice { first: u64 }
    "det {first}. projekt i sættet har samme navn, men et andet id",
    "project {first} of the set has the same name, but another id",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_names(set, at, cx);
    check_numbers(set, at, cx);
}

fn check_names(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("themes");
    each_repeat(
        &set.themes,
        |theme| Some((Some(theme.area), name(theme.name.as_ref())?)),
        |theme, n, first| {
            cx.not_met(&list.item(n, theme.id).key("name"), ThemeNameTwice { first: ordinal(first) });
        },
    );
    let list = at.key("standards");
    each_repeat(
        &set.standards,
        |standard| name(standard.name.as_ref()),
        |standard, n, first| {
            cx.not_met(&list.item(n, standard.id).key("name"), StandardNameTwice { first: ordinal(first) });
        },
    );
    let list = at.key("projects");
    each_repeat_with_other_id(
        &set.projects,
        |project| name(project.name.as_ref()),
        |project| project.id,
        |project, n, first| {
            cx.not_met(&list.item(n, project.id).key("name"), ProjectNameTwice { first: ordinal(first) });
        },
    );
}

/// A name by its Danish words, or else by the English ones.
pub(super) fn name(name: Option<&Name>) -> Option<Folded<'_>> {
    let Name { da, en } = name?;
    Folded::stated(da.as_ref()).or_else(|| Folded::stated(en.as_ref()))
}

fn check_numbers(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let numbers = set.standards.iter().enumerate();
    let numbers = numbers.filter_map(|(n, standard)| Some((Some(standard.number?), n)));
    if numbers.clone().is_sorted_by(|(before, _), (number, _)| before < number) {
        return; // numbers that rise are all different
    }
    let list = at.key("standards");
    sorted_of(&numbers, |sorted| {
        for (number, n) in numbers.clone() {
            let is_first = sorted::of(sorted, number).first().is_none_or(|(_, first)| *first == n);
            if let Some((number, standard)) = number.zip(set.standards.get(n)).filter(|_| !is_first) {
                cx.not_met(&list.item(n, standard.id).key("number"), NumberTwice { number });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        let theme = add_theme(set, region(), tape);
        for n in [1, 2] {
            let number = "3.1".parse().ok();
            add_standard(set, Standard { number, ..added_standard(n, theme, region(), tape) }, tape);
        }
    },
    |set, tape| {
        let theme = add_theme(set, region(), tape);
        for n in [1, 2] {
            let name = Some(Name { da: Some("Nabohjælp".into()), en: None });
            add_standard(set, Standard { name, ..added_standard(n, theme, region(), tape) }, tape);
        }
    },
    |set, tape| {
        for n in [1, 2] {
            let name = Some(Name { da: Some("SIP-voksen".into()), en: None });
            set.projects.push(QualityProject { name, ..QualityProject::new(tape.spare_id(n)) });
        }
    },
];

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
    // A name in each area, and names that are not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-00000000000a", "area": "organisational", "origin": "common", "name": { "da": "Kommunikation" } },
                { "id": "00000000-0000-4000-8000-00000000000b", "area": "serviceSpecific", "origin": "common", "name": { "da": "Kommunikation" } },
                { "id": "00000000-0000-4000-8000-00000000000c", "area": "serviceSpecific", "origin": "common", "name": { "da": " " } },
                { "id": "00000000-0000-4000-8000-00000000000d", "area": "serviceSpecific", "origin": "common", "name": { "da": "" } }
            ],
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000002", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "name": {} },
                { "id": "00000000-0000-4000-8000-000000000003", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "name": {} }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-00000000000a", "area": "organisational", "origin": "common", "name": { "da": "Ledelse", "en": "Management" } },
                { "id": "00000000-0000-4000-8000-00000000000b", "area": "organisational", "origin": { "regional": {} }, "name": { "da": " ledelse" } }
            ],
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000002", "theme": "00000000-0000-4000-8000-00000000000a", "origin": "common", "name": { "en": "Leading" } },
                { "id": "00000000-0000-4000-8000-000000000003", "theme": "00000000-0000-4000-8000-00000000000b", "origin": { "regional": {} }, "name": { "en": "leading" } }
            ]
        }"#,
        &[
            not_met(
                "/themes/1/name",
                "det 1. tema i sættet er i samme område og har samme navn",
                "theme 1 of the set is in the same area and has the same name",
            ),
            not_met(
                "/standards/1/name",
                "den 1. standard i sættet har samme navn",
                "standard 1 of the set has the same name",
            ),
        ],
    ),
    // Two names, the same id, and no name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "projects": [
                { "id": "00000000-0000-4000-8000-000000000041", "name": { "da": "SIP-voksen" } },
                { "id": "00000000-0000-4000-8000-000000000042", "name": { "da": "SIP-barn" } },
                { "id": "00000000-0000-4000-8000-000000000042", "name": { "da": "SIP-barn" } },
                { "id": "00000000-0000-4000-8000-000000000043" }, { "id": "00000000-0000-4000-8000-000000000044", "name": {} }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "projects": [
                { "id": "00000000-0000-4000-8000-000000000041", "name": { "da": "SIP-voksen" } },
                { "id": "00000000-0000-4000-8000-000000000042", "name": { "da": "sip-voksen " } }
            ]
        }"#,
        &[not_met(
            "/projects/1/name",
            "det 1. projekt i sættet har samme navn, men et andet id",
            "project 1 of the set has the same name, but another id",
        )],
    ),
];
