//! The sections are numbered without gaps or repetitions.

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::{LEVELS, SectionNumber};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::area,
    crate::agreement::{ContentsEntry, FocusArea},
    crate::rule::trial::Breaks,
    alloc::vec::Vec,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR019,
    basis: Basis::Form,
    requirements: &["R-009"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "contents, focusAreas"),
        SourceRef::agreement("indholdsfortegnelse"),
    ],
    title: Bilingual::new(
        "afsnittene er nummereret fortløbende, og hvert nummer bruges én gang",
        "the sections are numbered without gaps, and each number is used once",
    ),
    why: Bilingual::new(
        "Et spring ligner et afsnit, der er faldet ud, og en henvisning til et nummer, der bruges to gange, kan læses på to måder.",
        "A gap looks like a section that has been lost, and a reference to a number that is used twice can be read in two ways.",
    ),
    remedy: Bilingual::new(
        "Ret nummereringen, eller tilføj det afsnit, der mangler.",
        "Fix the numbering, or add the section that is missing.",
    ),
    example: Bilingual::new(
        "Kapitel 1 følges af kapitel 3, både i indholdsfortegnelsen og i teksten.",
        "Chapter 1 is followed by chapter 3, both in the table of contents and in the text.",
    ),
    ..Rule::DERIVED
};

message! {
    Jump { number: SectionNumber, previous: SectionNumber }
    "afsnit {number} kommer lige efter afsnit {previous}",
    "section {number} comes right after section {previous}",
}

message! {
    Twice { number: SectionNumber }
    "afsnit {number} står to gange i indholdsfortegnelsen",
    "section {number} appears twice in the table of contents",
}

message! {
    Start { number: SectionNumber }
    "nummereringen begynder med afsnit {number}",
    "the numbering begins with section {number}",
}

message! {
    TwoAreas { number: SectionNumber }
    "et andet indsatsområde har også nummer {number}",
    "another focus area also has the number {number}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_contents(agreement, &at.key("contents"), cx);
    check_areas(agreement, &at.key("focusAreas"), cx);
}

fn check_contents(agreement: &DevelopmentAgreement, list: &Path<'_>, cx: &mut Checker<'_>) {
    // The previous section on each level.
    let mut before = [None; LEVELS];
    for (n, entry) in agreement.contents.iter().enumerate() {
        let number = entry.number;
        let Some((above, position)) = entry.number.split_last() else { continue };
        let before = before.get_mut(above.len()).and_then(|before| before.replace(&entry.number));
        let at = list.index(n);
        // Only a section directly below the same one comes before it.
        let sibling = before.and_then(|before: &SectionNumber| {
            let (other, position) = before.split_last()?;
            (other == above).then_some((*before, position))
        });
        match sibling {
            Some((_, before)) if before == position => cx.not_met(&at, Twice { number }),
            Some((previous, before)) if before.checked_add(1) != Some(position) => {
                cx.not_met(&at, Jump { number, previous });
            }
            None if position != 1 => cx.not_met(&at, Start { number }),
            _ => {}
        }
    }
}

fn check_areas(agreement: &DevelopmentAgreement, list: &Path<'_>, cx: &mut Checker<'_>) {
    let numbers = agreement.focus_areas.iter().enumerate();
    let numbers = numbers.filter_map(|(n, area)| Some((Some(area.number?), n)));
    if numbers.clone().is_sorted_by(|(before, _), (number, _)| before < number) {
        return; // numbers that rise are all different
    }
    sorted_of(&numbers, |numbers| {
        for ((first, _), (second, n)) in numbers.iter().zip(numbers.iter().skip(1)) {
            if let (true, Some(number)) = (first == second, *second)
                && let Some(area) = agreement.focus_areas.get(*n)
            {
                cx.not_met(&list.item(*n, area.id).key("number"), TwoAreas { number });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, _| agreement.contents = contents(&["1", "3"]),
    |agreement, _| list_sections_alone(agreement, &["1", "1.1", "1.1"]),
    |agreement, _| list_sections_alone(agreement, &["1", "1.2"]),
    |agreement, tape| {
        agreement.contents = contents(&["1"]);
        let number = "1.4".parse().ok();
        for id in [tape.spare_id(4), tape.spare_id(5)] {
            agreement.focus_areas.push(FocusArea { id, number, ..area(tape) });
        }
    },
];

/// Changes the table of contents, and leaves no area that would have to be in it.
#[cfg(feature = "proptest")]
fn list_sections_alone(agreement: &mut DevelopmentAgreement, numbers: &[&str]) {
    agreement.contents = contents(numbers);
    agreement.focus_areas.iter_mut().for_each(|area| area.number = None);
}

#[cfg(feature = "proptest")]
fn contents(numbers: &[&str]) -> Vec<ContentsEntry> {
    numbers.iter().filter_map(|number| number.parse().ok()).map(ContentsEntry::new).collect()
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // 1.10 comes after 1.9, and each section counts what is below it from 1.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1" }, { "number": "1.1" }, { "number": "1.1.1" }, { "number": "1.1.2" },
                { "number": "1.2" }, { "number": "1.2.1" }, { "number": "1.3" }, { "number": "1.4" },
                { "number": "1.5" }, { "number": "1.6" }, { "number": "1.7" }, { "number": "1.8" },
                { "number": "1.9" }, { "number": "1.10" }, { "number": "2" }, { "number": "2.1" }
            ]
        }"#,
    ),
    // The areas need not be all of the sections.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.9" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.4" },
                { "id": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "contents": [{ "number": "1" }, { "number": "1.1" }, { "number": "3" }] }"#,
        &[not_met(
            "/contents/2",
            "afsnit 3 kommer lige efter afsnit 1",
            "section 3 comes right after section 1",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1" }, { "number": "1.2" }, { "number": "1.3" }, { "number": "1.3" },
                { "number": "1.2" }, { "number": "2" }, { "number": "2.4" }
            ]
        }"#,
        &[
            not_met(
                "/contents/1",
                "nummereringen begynder med afsnit 1.2",
                "the numbering begins with section 1.2",
            ),
            not_met(
                "/contents/3",
                "afsnit 1.3 står to gange i indholdsfortegnelsen",
                "section 1.3 appears twice in the table of contents",
            ),
            not_met(
                "/contents/4",
                "afsnit 1.2 kommer lige efter afsnit 1.3",
                "section 1.2 comes right after section 1.3",
            ),
            not_met(
                "/contents/6",
                "nummereringen begynder med afsnit 2.4",
                "the numbering begins with section 2.4",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.4" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.5" },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.4" }
            ]
        }"#,
        &[not_met(
            "/focusAreas/2/number",
            "et andet indsatsområde har også nummer 1.4",
            "another focus area also has the number 1.4",
        )],
    ),
];
