//! A focus area, and the section that a note is about, are listed in the table of contents.

use core::iter::successors;

use crate::agreement::{ContentsEntry, DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted, sorted_of};
use crate::text::{Bilingual, Text};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::area, crate::agreement::Note, crate::draft::tape::Tape, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR040,
    basis: Basis::Form,
    requirements: &["R-009"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "contents, focusAreas"),
        SourceRef::agreement("indholdsfortegnelse"),
    ],
    title: Bilingual::new(
        "et indsatsområde står i indholdsfortegnelsen under sit eget nummer, og det gør det afsnit, en note handler om, også",
        "a focus area is listed in the table of contents under its own number, and so is the section that a note is about",
    ),
    why: Bilingual::new(
        "Ellers fører en henvisning til afsnittet et andet sted hen eller ingen steder.",
        "Otherwise a reference to the section leads somewhere else, or nowhere.",
    ),
    remedy: Bilingual::new(
        "Ret områdets nummer, notens afsnit eller indholdsfortegnelsen.",
        "Correct the number of the area, the section of the note, or the table of contents.",
    ),
    example: Bilingual::new(
        "Onboarding er afsnit 1.5 i indholdsfortegnelsen, men afsnit 1.6 i teksten.",
        "Onboarding is section 1.5 in the table of contents, but section 1.6 in the text.",
    ),
    ..Rule::DERIVED
};

message! {
    NotListed { number: SectionNumber }
    "afsnit {number} står ikke i indholdsfortegnelsen",
    "section {number} is not in the table of contents",
}

message! {
    ListedElsewhere { number: SectionNumber, listed: SectionNumber }
    "indsatsområdet har nummer {number}, men står som afsnit {listed} i indholdsfortegnelsen",
    "the focus area has the number {number}, but is section {listed} in the table of contents",
}

/// A table of contents can leave out the lower levels, so only one that goes down to the level of the area is checked.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_positions(&agreement.contents, |position| check_areas(agreement, position, at, cx));
    check_notes(agreement, at, cx);
}

/// Checks the sections of notes, on the levels to which the table of contents goes down.
fn check_notes(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let DevelopmentAgreement { contents, focus_areas, notes, .. } = agreement;
    if contents.is_empty() {
        return;
    }
    let list = at.key("notes");
    with_next(contents, |next| {
        // Most sections are listed, and the numbers of the areas are not needed.
        let is_unlisted = |section| leads_nowhere(section, next, &[]);
        if !notes.iter().filter_map(|note| note.section).any(is_unlisted) {
            return;
        }
        sorted(
            |put| focus_areas.iter().for_each(|area| put(area.number)),
            |areas| {
                for (n, note) in notes.iter().enumerate() {
                    if let Some(number) = note.section.filter(|one| leads_nowhere(*one, next, areas)) {
                        cx.not_met(&list.index(n).key("section"), NotListed { number });
                    }
                }
            },
        );
    });
}

/// The first listed number that is not before a section, or that is after it.
type Next<'n> = &'n dyn Fn(SectionNumber, bool) -> Option<SectionNumber>;

/// Calls `then` with a function that gives the first listed number from a section on, with or without itself.
fn with_next(contents: &[ContentsEntry], then: impl FnOnce(Next<'_>)) {
    let is_before =
        |one: SectionNumber, section, with_itself: bool| one < section || !with_itself && one == section;
    if contents.is_sorted_by_key(|entry| entry.number) {
        return then(&|section, with_itself| {
            let at = contents.partition_point(|entry| is_before(entry.number, section, with_itself));
            contents.get(at).map(|entry| entry.number)
        });
    }
    sorted(
        |put| contents.iter().for_each(|entry| put(Some(entry.number))),
        |numbers| {
            then(&|section, with_itself| {
                let before =
                    |one: &Option<SectionNumber>| one.is_none_or(|one| is_before(one, section, with_itself));
                numbers.get(numbers.partition_point(before)).copied().flatten()
            });
        },
    );
}

/// Whether the section, or one above it, is neither listed nor an area, and others of the same section are listed.
fn leads_nowhere(section: SectionNumber, next: Next<'_>, areas: &[Option<SectionNumber>]) -> bool {
    // What is below a section follows it.
    let is_listed = |section| next(section, true).is_some_and(|one| one.is_within(section));
    let has_below = |section| next(section, false).is_some_and(|one| one.is_within(section));
    let has_area = |section: SectionNumber| {
        let from = areas.partition_point(|one| *one < Some(section));
        areas.get(from).copied().flatten().is_some_and(|one| one.is_within(section))
    };
    successors(Some(section), |section| section.above())
        .any(|one| !is_listed(one) && !has_area(one) && one.above().is_none_or(has_below))
}

/// Calls `then` with a function that tells where a table of contents lists a number.
pub(super) fn with_positions(
    contents: &[ContentsEntry],
    then: impl FnOnce(&dyn Fn(SectionNumber) -> Option<usize>),
) {
    if contents.is_sorted_by(|before, entry| before.number < entry.number) {
        return then(&|number| contents.binary_search_by(|entry| entry.number.cmp(&number)).ok());
    }
    let numbers = contents.iter().enumerate().map(|(n, entry)| (Some(entry.number), n));
    sorted_of(&numbers, |numbers| then(&|number| sorted::of(numbers, Some(number)).first().map(|(_, n)| *n)));
}

/// `position` tells where the table of contents lists a number.
fn check_areas(
    agreement: &DevelopmentAgreement,
    position: &dyn Fn(SectionNumber) -> Option<usize>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let Some(deepest) = agreement.contents.iter().map(|entry| entry.number.depth()).max() else { return };
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let Some(number) = area.number else { continue };
        let entry = position(number).and_then(|n| agreement.contents.get(n));
        let at = areas.item(n, area.id);
        let at = at.key("number");
        // A title under another number is the stronger sign, so that is reported instead.
        if let Some(listed) = listed_as(area, entry, agreement) {
            cx.not_met(&at, ListedElsewhere { number, listed });
        } else if entry.is_none() && number.depth() <= deepest {
            cx.not_met(&at, NotListed { number });
        }
    }
}

/// The listed section that has the title of an area, if the section with the number of the area has another title.
pub(super) fn listed_as(
    area: &FocusArea,
    own: Option<&ContentsEntry>,
    agreement: &DevelopmentAgreement,
) -> Option<SectionNumber> {
    let title = area.title.as_ref()?;
    let is_same =
        |entry: &ContentsEntry| entry.title.as_ref().is_some_and(|other| read_the_same(title, other));
    if title.is_blank() || own.is_some_and(|own| own.title.is_none() || is_same(own)) {
        return None;
    }
    agreement.contents.iter().find(|entry| is_same(entry)).map(|entry| entry.number)
}

/// Returns `true` if two titles differ at most in case, blanks and punctuation: a table of contents may have capitals
/// and dot leaders.
pub(super) fn read_the_same(one: &Text, other: &Text) -> bool {
    // Most often they are the same text.
    one == other || letters(one).eq(letters(other))
}

fn letters(text: &Text) -> impl Iterator<Item = char> + '_ {
    text.as_str().chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| list_one_area(agreement, "1.2", tape),
    |agreement, tape| {
        list_one_area(agreement, "1.1", tape);
        agreement.contents.extend("1.2".parse().ok().map(ContentsEntry::new));
        let titles = ["Udvikling", "Onboarding", "OMRÅDE ......"];
        for (entry, title) in agreement.contents.iter_mut().zip(titles) {
            entry.title = Some(title.into());
        }
    },
    |agreement, tape| {
        list_one_area(agreement, "1.1", tape);
        let section = *tape.pick(&["1.2", "1.9.1", "2"]);
        agreement.notes.push(Note { section: section.parse().ok(), ..Note::new(tape.said()) });
    },
];

/// Leaves one area, and a chapter with one section in the table of contents.
#[cfg(feature = "proptest")]
fn list_one_area(agreement: &mut DevelopmentAgreement, number: &str, tape: &mut Tape<'_>) {
    let listed = ["1", "1.1"].into_iter().filter_map(|number| number.parse().ok());
    agreement.contents = listed.map(ContentsEntry::new).collect();
    agreement.focus_areas = [FocusArea { number: number.parse().ok(), ..area(tape) }].into();
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No contents, no number, and contents that leave out the level of the area.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "number": "1.5" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1" }, { "number": "2" }],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.5" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // Capitals, blanks and dots do not make another title, and a title that is listed nowhere else is not another
    // section.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1.4", "title": "NEDBRINGE SYGEFRAVÆR ......" },
                { "number": "1.5", "title": "Onboarding" },
                { "number": "1.6" }
            ],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.4", "title": "Nedbringe  sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.5", "title": "Onboarding af nye" },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.6", "title": "Onboarding" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1.4", "title": "Nedbringe sygefravær" },
                { "number": "1.5", "title": "Onboarding" },
                { "number": "1.5.1" }
            ],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.5", "title": "Nedbringe sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1.15", "title": "onboarding" },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "2.1", "title": "Forskning" },
                { "id": "00000000-0000-4000-8000-000000000005", "number": "3" }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/number",
                "indsatsområdet har nummer 1.5, men står som afsnit 1.4 i indholdsfortegnelsen",
                "the focus area has the number 1.5, but is section 1.4 in the table of contents",
            ),
            not_met(
                "/focusAreas/1/number",
                "indsatsområdet har nummer 1.15, men står som afsnit 1.5 i indholdsfortegnelsen",
                "the focus area has the number 1.15, but is section 1.5 in the table of contents",
            ),
            not_met(
                "/focusAreas/2/number",
                "afsnit 2.1 står ikke i indholdsfortegnelsen",
                "section 2.1 is not in the table of contents",
            ),
            not_met(
                "/focusAreas/3/number",
                "afsnit 3 står ikke i indholdsfortegnelsen",
                "section 3 is not in the table of contents",
            ),
        ],
    ),
    // Notes: listed, below or above what is listed, and on a level of a chapter that is not listed; no contents.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1" }, { "number": "1.1" }, { "number": "1.2" }, { "number": "3" }, { "number": "4.2" }],
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "number": "1.2.4" }],
            "notes": [
                { "text": "note", "section": "1" }, { "text": "note", "section": "1.2" },
                { "text": "note", "section": "1.1.5" }, { "text": "note", "section": "1.2.4.1" },
                { "text": "note", "section": "3.7" }, { "text": "note", "section": "4" }, { "text": "note" }
            ]
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notes": [{ "text": "note", "section": "1.9" }] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "2" }, { "number": "1.1" }, { "number": "1.2" }, { "number": "1" }],
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "number": "1.2.4" }],
            "notes": [
                { "text": "note", "section": "1.9" }, { "text": "note", "section": "1.9.1" },
                { "text": "note", "section": "1.2.5" }, { "text": "note", "section": "3" }
            ]
        }"#,
        &[
            not_met(
                "/notes/0/section",
                "afsnit 1.9 står ikke i indholdsfortegnelsen",
                "section 1.9 is not in the table of contents",
            ),
            not_met(
                "/notes/1/section",
                "afsnit 1.9.1 står ikke i indholdsfortegnelsen",
                "section 1.9.1 is not in the table of contents",
            ),
            not_met(
                "/notes/3/section",
                "afsnit 3 står ikke i indholdsfortegnelsen",
                "section 3 is not in the table of contents",
            ),
        ],
    ),
    // The same in another order of the contents, with a chapter in two places.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "3" }, { "number": "1", "title": "Trivsel" }, { "number": "1.1" },
                { "number": "1", "title": "Andet" }
            ],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "2" },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "1", "title": "Trivsel" },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.2" }
            ],
            "notes": [
                { "section": "2", "text": "x" }, { "section": "1", "text": "x" }, { "section": "4", "text": "x" },
                { "section": "1.1", "text": "x" }, { "section": "1.3", "text": "x" },
                { "section": "3.1", "text": "x" }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/number",
                "afsnit 2 står ikke i indholdsfortegnelsen",
                "section 2 is not in the table of contents",
            ),
            not_met(
                "/focusAreas/2/number",
                "afsnit 1.2 står ikke i indholdsfortegnelsen",
                "section 1.2 is not in the table of contents",
            ),
            not_met(
                "/notes/2/section",
                "afsnit 4 står ikke i indholdsfortegnelsen",
                "section 4 is not in the table of contents",
            ),
            not_met(
                "/notes/4/section",
                "afsnit 1.3 står ikke i indholdsfortegnelsen",
                "section 1.3 is not in the table of contents",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [
                { "number": "1", "title": "Magt." }, { "number": "2", "title": " " },
                { "number": "3", "title": "MAGT" }
            ],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "5", "title": " " },
                { "id": "00000000-0000-4000-8000-000000000003", "number": "4", "title": "Magt" }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/number",
                "afsnit 5 står ikke i indholdsfortegnelsen",
                "section 5 is not in the table of contents",
            ),
            not_met(
                "/focusAreas/1/number",
                "indsatsområdet har nummer 4, men står som afsnit 1 i indholdsfortegnelsen",
                "the focus area has the number 4, but is section 1 in the table of contents",
            ),
        ],
    ),
];
