//! A focus area has the title that the table of contents gives it.

use super::agr040_area_in_contents::{listed_as, read_the_same, with_positions};
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::{Bilingual, Text};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::area, crate::agreement::ContentsEntry, crate::agreement::FocusArea,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR080,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-009"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "contents; focusAreas, title"),
        SourceRef::agreement("indholdsfortegnelse"),
    ],
    title: Bilingual::new(
        "et indsatsområde har den titel, som indholdsfortegnelsen giver det",
        "a focus area has the title that the table of contents gives it",
    ),
    why: Bilingual::new(
        "To titler uden fælles ord er to emner: enten er området ikke det, der står i indholdsfortegnelsen, eller også er den ikke fulgt med.",
        "Two titles without a word in common are two topics: either the area is not the one that is listed, or the table of contents is out of date.",
    ),
    remedy: Bilingual::new(
        "Ret titlen i indholdsfortegnelsen eller på området.",
        "Correct the title in the table of contents or that of the area.",
    ),
    example: Bilingual::new(
        "Afsnit 1.2 hedder »Øge rekruttering« i indholdsfortegnelsen og »Nedbringe sygefravær« i teksten.",
        "Section 1.2 is called “Increase recruitment” in the table of contents and “Reduce sick leave” in the text.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherTitle { number: SectionNumber }
    "afsnit {number} har en helt anden titel i indholdsfortegnelsen end her",
    "the title of section {number} in the table of contents is completely different from the one here",
}

/// How many equal letters at the beginning make two words the same, whatever their endings.
const SAME_LETTERS: usize = 5;
/// How many words of a title are looked at.
const WORDS: usize = 32;

/// An area that is listed under another number is for AGR040.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let contents = &agreement.contents;
    let areas = at.key("focusAreas");
    with_positions(contents, |position| {
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let (Some(number), Some(title)) = (area.number, stated(area.title.as_ref())) else { continue };
            let entry = position(number).and_then(|n| contents.get(n));
            let Some(listed) = entry.and_then(|entry| stated(entry.title.as_ref())) else { continue };
            if !share_a_word(title, listed) && listed_as(area, entry, agreement).is_none() {
                cx.not_met(&areas.item(n, area.id).key("title"), OtherTitle { number });
            }
        }
    });
}

fn stated(title: Option<&Text>) -> Option<&Text> {
    title.filter(|title| !title.is_blank())
}

/// Titles are shortened and reworded: one common word is enough to see that the topic is the same.
fn share_a_word(one: &Text, other: &Text) -> bool {
    if read_the_same(one, other) {
        return true;
    }
    words(one).any(|one| words(other).any(|other| beginning(one).eq(beginning(other))))
}

fn beginning(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().flat_map(char::to_lowercase).take(SAME_LETTERS)
}

/// Words long enough to name a topic.
fn words(text: &Text) -> impl Iterator<Item = &str> {
    let words = text.as_str().split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().nth(SAME_LETTERS.saturating_sub(1)).is_some()).take(WORDS)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let listed = ["1", "1.1"].into_iter().filter_map(|number| number.parse().ok());
    agreement.contents = listed
        .map(|number| ContentsEntry { title: Some("Rekruttering".into()), ..ContentsEntry::new(number) })
        .collect();
    agreement.focus_areas = [FocusArea { number: "1.1".parse().ok(), ..area(tape) }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "number": "1.1", "title": "Nedbringe sygefravær" }]
        }"#,
    ),
    // The same, shorter, inflected, without a title, blank, listed elsewhere (AGR040), not listed.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1.1", "title": "SYGEFRAVÆR ......" }, { "number": "1.2", "title": "Færre ulykker" },
                { "number": "1.3" }, { "number": "1.4", "title": "Onboarding" }, { "number": "1.5", "title": "Medicin" },
                { "number": "1.7", "title": " " }
            ],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.1", "title": "Nedbringe sygefraværet" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.2", "title": "FÆRRE ULYKKER." },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.3", "title": "Kvalitet" },
                { "id": "00000000-0000-4000-8000-000000000005", "number": "1.4", "title": "Medicin" },
                { "id": "00000000-0000-4000-8000-000000000006", "number": "1.5", "title": " " },
                { "id": "00000000-0000-4000-8000-000000000007", "number": "1.6", "title": "Trivsel" },
                { "id": "00000000-0000-4000-8000-000000000008", "number": "1.7", "title": "Trivsel" },
                { "id": "00000000-0000-4000-8000-000000000009", "title": "Trivsel" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1.2", "title": "Øge rekruttering" }, { "number": "1.1", "title": "Færre ulykker" }],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.1", "title": "Færre ulykker" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.2", "title": "Nedbringe sygefravær" }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/title",
            "afsnit 1.2 har en helt anden titel i indholdsfortegnelsen end her",
            "the title of section 1.2 in the table of contents is completely different from the one here",
        )],
    ),
    // One word of several is enough, and a word of five letters; shorter ones say nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1", "title": "Borgernes trivsel" }, { "number": "2", "title": "Magt" }],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1", "title": "Trivsel i hverdagen" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "2", "title": "magt og tvang" }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/title",
            "afsnit 2 har en helt anden titel i indholdsfortegnelsen end her",
            "the title of section 2 in the table of contents is completely different from the one here",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1", "title": "Tvang" }, { "number": "2", "title": "Andre arter" }],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1", "title": "Om tvang" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "2", "title": "Andet" }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/title",
            "afsnit 2 har en helt anden titel i indholdsfortegnelsen end her",
            "the title of section 2 in the table of contents is completely different from the one here",
        )],
    ),
];
