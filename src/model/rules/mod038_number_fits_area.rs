//! The number of a common standard fits the area of its theme.

use super::with_places;
use crate::codes;
use crate::model::{StandardArea, StandardSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::common_standard,
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD038,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EVALUATION_2013, "Indhold"),
        SourceRef::new(SourceDocument::STANDARDS_SJAELLAND, "Standarder"),
    ],
    title: Bilingual::new(
        "en fælles standard har nummer 1.x på det ydelsesspecifikke område og 2.x på det organisatoriske",
        "a common standard is number 1.x in the service-specific area and 2.x in the organisational one",
    ),
    why: Bilingual::new(
        "Nummeret siger, hvilket område standarden hører til. Siger temaet noget andet, er et af dem forkert, og standarden bliver talt med på det forkerte område.",
        "The number says to which area the standard belongs. If its theme says otherwise, one of the two is wrong, and the standard is counted in the wrong area.",
    ),
    remedy: Bilingual::new(
        "Ret nummeret, standardens tema eller temaets område.",
        "Correct the number, the theme of the standard, or the area of the theme.",
    ),
    example: Bilingual::new(
        "Kommunikation er et ydelsesspecifikt tema, men standarden har nummer 2.4.",
        "Communication is a service-specific theme, but its standard is number 2.4.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherArea { number: SectionNumber, numbered: Bilingual, area: Bilingual }
    "nummer {number} hører til {numbered}, men standardens tema til {area}",
    "number {number} belongs to {numbered}, but the theme of the standard to {area}",
}

/// A region can number what it adds as it likes.
pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    with_places(set, |place_of| {
        for (n, one) in set.standards.iter().enumerate().filter(|(_, one)| one.origin.is_common()) {
            if let Some(number) = one.number
                && let Some(numbered) = area_of(number)
                && let Some(place) = place_of(one.theme).filter(|place| place.area != numbered)
            {
                let (numbered, area) = (numbered.label(), place.area.label());
                cx.not_met(&list.item(n, one.id).key("number"), OtherArea { number, numbered, area });
            }
        }
    });
}

/// The area of a number of two levels in chapter 1 or 2.
fn area_of(number: SectionNumber) -> Option<StandardArea> {
    match number.split_last() {
        Some(([1], _)) => Some(StandardArea::ServiceSpecific),
        Some(([2], _)) => Some(StandardArea::Organisational),
        _ => None,
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    let themes = set.themes.clone();
    if let Some(standard) = common_standard(set, tape)
        && let Some(theme) = themes.iter().find(|theme| theme.id == standard.theme)
    {
        let chapter = if theme.area == StandardArea::Organisational { 1 } else { 2 };
        standard.number = Some(SectionNumber::of_chapter(chapter, 99));
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Each in its area, without a number, in another scheme, a region's own, and on a theme that is not there.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific", "origin": "common" }
            ],
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common", "number": "2.1" },
                { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common", "number": "1.1" },
                { "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000024", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common", "number": "3.1" },
                { "id": "00000000-0000-4000-8000-000000000025", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common", "number": "2" },
                { "id": "00000000-0000-4000-8000-000000000026", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common", "number": "2.1.1" },
                { "id": "00000000-0000-4000-8000-000000000027", "theme": "00000000-0000-4000-8000-000000000012", "origin": { "regional": {} }, "number": "2.4" },
                { "id": "00000000-0000-4000-8000-000000000028", "theme": "00000000-0000-4000-8000-000000000019", "origin": "common", "number": "2.5" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific", "origin": "common" }
            ],
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common", "number": "1.1" },
                { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000012", "origin": "common", "number": "2.4" }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/number",
                "nummer 1.1 hører til det målgruppe- og ydelsesspecifikke område, men standardens tema til det organisatoriske område",
                "number 1.1 belongs to the service-specific area, but the theme of the standard to the organisational area",
            ),
            not_met(
                "/standards/1/number",
                "nummer 2.4 hører til det organisatoriske område, men standardens tema til det målgruppe- og ydelsesspecifikke område",
                "number 2.4 belongs to the organisational area, but the theme of the standard to the service-specific area",
            ),
        ],
    ),
];
