//! What belongs to an area has a section number of that area.

use core::iter::successors;

use super::agr040_area_in_contents::with_positions;
use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{ContentsEntry, FollowUp},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR079,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-009"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "contents; focusAreas, number; section"),
        SourceRef::agreement("indholdsfortegnelse"),
    ],
    title: Bilingual::new(
        "det, der hører til et indsatsområde, står i et af områdets egne afsnit",
        "what belongs to a focus area is in one of the sections of that area",
    ),
    why: Bilingual::new(
        "Afsnitsnummeret siger, hvor i aftalen det kan læses. Fører det til et andet område, er nummeret eller området forkert.",
        "The section number says where in the agreement it can be read. If it leads to another area, the number or the area is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret afsnitsnummeret, eller flyt det til det område, det hører til.",
        "Correct the section number, or move it to the area that it belongs to.",
    ),
    example: Bilingual::new(
        "En indsats under område 1.1 står ifølge sit nummer i afsnit 1.4.2.",
        "According to its number an action of area 1.1 is in section 1.4.2.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnotherArea { section: SectionNumber, number: SectionNumber, other: SectionNumber }
    "afsnit {section} hører til område {other}, ikke til område {number}",
    "section {section} belongs to area {other}, not to area {number}",
}

message! {
    NotInContents { section: SectionNumber, number: SectionNumber }
    "afsnit {section} hører ikke til område {number} og står ikke i indholdsfortegnelsen",
    "section {section} does not belong to area {number} and is not in the table of contents",
}

/// Without a table of contents it is not known what the numbers mean.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    // A table of contents with only chapters does not say anything about sections.
    if !agreement.contents.iter().any(|entry| entry.number.depth() > 0) {
        return;
    }
    let numbers = agreement.focus_areas.iter().filter_map(|area| area.number).map(Some);
    with_positions(&agreement.contents, |listed| {
        sorted_of(&numbers, |numbers| {
            let known = Known { listed, numbers };
            let areas = at.key("focusAreas");
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let Some(number) = area.number else { continue };
                each_section(area, &areas.item(n, area.id), |section, at| {
                    known.judge(section, number, at, cx);
                });
            }
        });
    });
}

/// Where the table of contents lists a section, and the numbers of the areas, sorted.
struct Known<'k> {
    listed: &'k dyn Fn(SectionNumber) -> Option<usize>,
    numbers: &'k [Option<SectionNumber>],
}

impl Known<'_> {
    fn judge(&self, section: SectionNumber, number: SectionNumber, at: &Path<'_>, cx: &mut Checker<'_>) {
        // The area can be a part of the section, too.
        if section.is_within(number) || number.is_within(section) || section.depth() == 0 {
            return;
        }
        let mut above = successors(Some(section), |section| section.above()).filter(|one| one.depth() > 0);
        if let Some(other) = above.clone().find(|one| self.numbers.binary_search(&Some(*one)).is_ok()) {
            cx.not_met(at, OfAnotherArea { section, number, other });
        } else if above.all(|one| (self.listed)(one).is_none()) {
            cx.not_met(at, NotInContents { section, number });
        }
    }
}

/// Calls `each` with the section of everything in an area, and its place.
fn each_section(area: &FocusArea, at: &Path<'_>, mut each: impl FnMut(SectionNumber, &Path<'_>)) {
    let list = at.key("participation");
    for (n, one) in area.participation.iter().enumerate() {
        one.section.into_iter().for_each(|section| each(section, &list.item(n, one.body).key("section")));
    }
    let list = at.key("actions");
    for (n, one) in area.actions.iter().enumerate() {
        one.section.into_iter().for_each(|section| each(section, &list.item(n, one.id).key("section")));
    }
    let list = at.key("targets");
    for (n, one) in area.targets.iter().enumerate() {
        one.section.into_iter().for_each(|section| each(section, &list.item(n, one.id).key("section")));
    }
    let list = at.key("followUps");
    for (n, one) in area.follow_ups.iter().enumerate() {
        one.section.into_iter().for_each(|section| each(section, &list.item(n, one.id).key("section")));
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let title = Some("et andet område".into());
        let other = FocusArea { number: "1.2".parse().ok(), title, ..area(tape) };
        let other =
            FocusArea { id: tape.spare_id(8), follow_ups: [in_section("1.2", 9, tape)].into(), ..other };
        list_areas(agreement, "1.2.1", tape);
        agreement.focus_areas.push(other);
    },
    |agreement, tape| list_areas(agreement, "1.9.9", tape),
];

/// Leaves one area with a follow-up in that section.
#[cfg(feature = "proptest")]
fn list_areas(agreement: &mut DevelopmentAgreement, section: &str, tape: &mut Tape<'_>) {
    let listed = ["1", "1.1", "1.2"].into_iter().filter_map(|number| number.parse().ok());
    agreement.contents = listed.map(ContentsEntry::new).collect();
    agreement.focus_areas = [FocusArea {
        number: "1.1".parse().ok(),
        follow_ups: [in_section(section, 3, tape)].into(),
        ..area(tape)
    }]
    .into();
}

#[cfg(feature = "proptest")]
fn in_section(section: &str, id: u128, tape: &mut Tape<'_>) -> FollowUp {
    FollowUp { section: section.parse().ok(), id: tape.spare_id(id), ..follow_up(in_march(), tape) }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No contents, or chapters alone.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.1", "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "section": "1.4.2" }] },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.4" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "contents": [{ "number": "1" }],
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "number": "1.1", "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "section": "1.4.2" }] }
            ]
        }"#,
    ),
    // In the area, above it, in a section that is no area, or in another chapter; and an area without a number.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1" }, { "number": "1.1" }, { "number": "1.3" }, { "number": "1.4" }, { "number": "2" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "number": "1.1",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000003", "section": "1.1" },
                        { "id": "00000000-0000-4000-8000-000000000004", "section": "1.1.9" },
                        { "id": "00000000-0000-4000-8000-000000000005", "section": "1" },
                        { "id": "00000000-0000-4000-8000-000000000006", "section": "1.3.1" },
                        { "id": "00000000-0000-4000-8000-000000000007", "section": "2" },
                        { "id": "00000000-0000-4000-8000-000000000008" }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000009", "number": "1.4" },
                { "id": "00000000-0000-4000-8000-00000000000a", "followUps": [{ "id": "00000000-0000-4000-8000-00000000000b", "section": "1.4.1" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1" }, { "number": "1.1" }, { "number": "1.4" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "number": "1.1",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "section": "1.7.1" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000004", "section": "1.4.2" }],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000005", "section": "1.9.9" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000006", "section": "1.4" }]
                },
                { "id": "00000000-0000-4000-8000-000000000009", "number": "1.4" }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/participation/0/section",
                "afsnit 1.7.1 hører ikke til område 1.1 og står ikke i indholdsfortegnelsen",
                "section 1.7.1 does not belong to area 1.1 and is not in the table of contents",
            ),
            not_met(
                "/focusAreas/0/actions/0/section",
                "afsnit 1.4.2 hører til område 1.4, ikke til område 1.1",
                "section 1.4.2 belongs to area 1.4, not to area 1.1",
            ),
            not_met(
                "/focusAreas/0/targets/0/section",
                "afsnit 1.9.9 hører ikke til område 1.1 og står ikke i indholdsfortegnelsen",
                "section 1.9.9 does not belong to area 1.1 and is not in the table of contents",
            ),
            not_met(
                "/focusAreas/0/followUps/0/section",
                "afsnit 1.4 hører til område 1.4, ikke til område 1.1",
                "section 1.4 belongs to area 1.4, not to area 1.1",
            ),
        ],
    ),
    // The section holds the whole area.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "contents": [{ "number": "1" }, { "number": "1.3" }, { "number": "1.3.4" }, { "number": "1.4" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "number": "1.3.4",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "section": "1.3" }]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "number": "1.3" }
            ]
        }"#,
    ),
];
