//! An agreement says the same about a state assessment wherever it refers to it.

use crate::agreement::DevelopmentAgreement;
use crate::body::StateAssessmentRef;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::area;
#[cfg(feature = "proptest")]
use crate::agreement::FocusArea;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{draft::tape::Tape, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR064,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment")],
    title: Bilingual::new(
        "en aftale siger det samme om en tilstandsvurdering, overalt hvor den henviser til den",
        "an agreement says the same about a state assessment wherever it refers to it",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, om vurderingen viser et behov, og hvor gammel den er. Om den viser et behov, kan være forskelligt fra område til område, men ikke inden for ét.",
        "Otherwise it is unclear whether the assessment shows a need, and how old it is. The need can differ from area to area, but not within one.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the reference that is wrong."),
    example: Bilingual::new(
        "Området siger, at gennemgangen viser et behov, men medlemskabet af fællesskabet siger det modsatte om den samme gennemgang.",
        "The area says that the review shows a need, and the membership in the community says the opposite about it.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherNeed {}
    "området og medlemskabet henviser til den samme tilstandsvurdering, men kun det ene siger, at den viser et behov",
    "the area and the membership refer to the same state assessment, but only one says that it shows a need",
}

message! {
    OtherDay { on: PartialDate, area_on: PartialDate }
    "tilstandsvurderingen har én dato ved medlemskabet ({on}) og en anden i området ({area_on})",
    "the state assessment has one date in the membership ({on}) and another one in the area ({area_on})",
}

message! {
    OtherDayElsewhere { on: PartialDate, other: PartialDate }
    "tilstandsvurderingen har én dato her ({on}) og en anden et andet sted i aftalen ({other})",
    "the state assessment has one date here ({on}) and another one elsewhere in the agreement ({other})",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    compare_areas(agreement, &areas, cx);
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let Some(of_area) = area.state_assessment.as_ref().filter(|one| one.assessment.is_some()) else {
            continue;
        };
        let area_at = areas.item(n, area.id);
        let list = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            let of_part = part.state_assessment.as_ref();
            if let Some(of_part) = of_part.filter(|one| one.assessment == of_area.assessment) {
                judge(of_part, of_area, &list.item(n, part.body).key("stateAssessment"), cx);
            }
        }
    }
}

/// Where a reference is: the area and, in a membership, its position.
type Place = (usize, Option<usize>);

/// Finds the last reference whose date excludes that of another area. References of one area are left to `judge` where
/// the area itself has one.
fn compare_areas(agreement: &DevelopmentAgreement, areas: &Path<'_>, cx: &mut Checker<'_>) {
    let said = |one: Option<&StateAssessmentRef>| {
        let one = one?;
        Some((one.assessment?.uuid(), one.on?))
    };
    let references = agreement.focus_areas.iter().enumerate().flat_map(|(n, area)| {
        let of_area = said(area.state_assessment.as_ref());
        let judged = area.state_assessment.as_ref().and_then(|one| one.assessment);
        let parts = area.participation.iter().enumerate();
        let of_parts = parts.filter_map(move |(part, one)| {
            let one = one.state_assessment.as_ref().filter(|one| one.assessment != judged);
            said(one).map(|(id, on)| (id, ((n, Some(part)), Some(on))))
        });
        of_area.map(|(id, on)| (id, ((n, None), Some(on)))).into_iter().chain(of_parts)
    });
    sorted_of(&references, |references| {
        for same in references.chunk_by(|one, other| one.0 == other.0) {
            let dated = || same.iter().filter_map(|(_, (place, on))| Some((*place, (*on)?)));
            let latest = dated().max_by_key(|(_, on)| on.first_day());
            let earliest = dated().min_by_key(|(_, on)| on.last_day());
            let (Some(latest), Some(earliest)) = (latest, earliest) else { continue };
            if latest.1.first_day() <= earliest.1.last_day() {
                continue;
            }
            let ((place, on), (_, other)) = (latest.max(earliest), latest.min(earliest));
            report_at(place, agreement, areas, &mut |at| cx.not_met(at, OtherDayElsewhere { on, other }));
        }
    });
}

/// Calls `report` with the date of the reference at that place.
fn report_at(
    (n, part): Place,
    agreement: &DevelopmentAgreement,
    areas: &Path<'_>,
    report: &mut dyn FnMut(&Path<'_>),
) {
    let Some(area) = agreement.focus_areas.get(n) else { return };
    let area_at = areas.item(n, area.id);
    match part {
        None => report(&area_at.key("stateAssessment").key("on")),
        Some(part) => {
            let Some(one) = area.participation.get(part) else { return };
            let list = area_at.key("participation");
            report(&list.item(part, one.body).key("stateAssessment").key("on"));
        }
    }
}

fn judge(one: &StateAssessmentRef, of_area: &StateAssessmentRef, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(need), Some(area_need)) = (one.shows_need, of_area.shows_need)
        && need != area_need
    {
        cx.not_met(&at.key("showsNeed"), OtherNeed {});
    }
    // A half-year and a month in it count as the same date.
    if let (Some(on), Some(area_on)) = (one.on, of_area.on)
        && !on.shares_a_day_with(area_on)
    {
        cx.not_met(&at.key("on"), OtherDay { on, area_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[break_within, break_across];

#[cfg(feature = "proptest")]
fn break_across(agreement: &mut DevelopmentAgreement, tape: &mut Tape<'_>) {
    for (n, year) in [(13, 2023), (14, 2022)] {
        let said = StateAssessmentRef {
            assessment: Some(tape.spare_id(10)),
            on: PartialDate::of_year(year),
            ..StateAssessmentRef::default()
        };
        let follow_up = super::breaks::follow_up(super::breaks::in_march(), tape);
        let follow_ups = [crate::agreement::FollowUp { id: tape.spare_id(n), ..follow_up }].into();
        let id = tape.spare_id(n.saturating_add(2));
        agreement.focus_areas.push(FocusArea { id, state_assessment: Some(said), follow_ups, ..area(tape) });
    }
}

#[cfg(feature = "proptest")]
fn break_within(agreement: &mut DevelopmentAgreement, tape: &mut Tape<'_>) {
    // An agreement without memberships gets an area with one that depends on nothing else.
    let assessment = Some(tape.spare_id(10));
    let said =
        |on| StateAssessmentRef { assessment, on: PartialDate::of_year(on), ..StateAssessmentRef::default() };
    let (of_area, of_part) = *tape.pick(&[(2023, 2022), (2021, 2023)]);
    let part = crate::agreement::Participation {
        state_assessment: Some(said(of_part)),
        membership: crate::body::Membership::Member,
        ..crate::agreement::Participation::new(tape.spare_id(1), crate::body::BodyKind::Network)
    };
    let follow_ups = [super::breaks::follow_up(super::breaks::in_march(), tape)].into();
    agreement.focus_areas.push(FocusArea {
        participation: [part].into(),
        state_assessment: Some(said(of_area)),
        follow_ups,
        ..area(tape)
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A month in the half-year, another assessment, and what only one of the two says.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    {
                        "body": "00000000-0000-4000-8000-000000000011", "kind": "community",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-06" }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000012", "kind": "community",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000008", "on": "2020", "showsNeed": false }
                    },
                    { "body": "00000000-0000-4000-8000-000000000013", "kind": "network", "stateAssessment": { "showsNeed": false } }
                ],
                "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-H1", "showsNeed": true }
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000011", "kind": "community",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-07", "showsNeed": false }
                }],
                "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-H1", "showsNeed": true }
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/participation/0/stateAssessment/on",
                "tilstandsvurderingen har én dato ved medlemskabet (juli 2023) og en anden i området (1. halvår 2023)",
                "the state assessment has one date in the membership (July 2023) and another one in the area (the first half of 2023)",
            ),
            not_met(
                "/focusAreas/0/participation/0/stateAssessment/showsNeed",
                "området og medlemskabet henviser til den samme tilstandsvurdering, men kun det ene siger, at den viser et behov",
                "the area and the membership refer to the same state assessment, but only one says that it shows a need",
            ),
        ],
    ),
    // One assessment in several areas: a month in the year, without a date, and another need.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023", "showsNeed": true }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-12", "showsNeed": false }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "stateAssessment": { "on": "2021" }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000011", "kind": "community",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000008", "on": "2023-05" }
                    }],
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-05" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000011", "kind": "community",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000008", "on": "2022" }
                    }],
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-06-01" }
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/2/participation/0/stateAssessment/on",
                "tilstandsvurderingen har én dato her (2022) og en anden et andet sted i aftalen (maj 2023)",
                "the state assessment has one date here (2022) and another one elsewhere in the agreement (May 2023)",
            ),
            not_met(
                "/focusAreas/2/stateAssessment/on",
                "tilstandsvurderingen har én dato her (1. juni 2023) og en anden et andet sted i aftalen (maj 2023)",
                "the state assessment has one date here (1 June 2023) and another one elsewhere in the agreement (May 2023)",
            ),
        ],
    ),
    // Of the area, which names no assessment, and of a membership of it. In a month and on a day of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "stateAssessment": { "on": "2024-01-01", "showsNeed": true },
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                        "stateAssessment": { "on": "2023-01-01", "showsNeed": false }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "stateAssessment": {
                        "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-11-30", "showsNeed": true
                    },
                    "participation": [
                        {
                            "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                            "stateAssessment": {
                                "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-10",
                                "showsNeed": true
                            }
                        },
                        {
                            "body": "00000000-0000-4000-8000-000000000005", "kind": "community",
                            "stateAssessment": {
                                "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-12",
                                "showsNeed": false
                            }
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-11" }
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/1/participation/0/stateAssessment/on",
                "tilstandsvurderingen har én dato ved medlemskabet (oktober 2023) og en anden i området (30. november 2023)",
                "the state assessment has one date in the membership (October 2023) and another one in the area (30 November 2023)",
            ),
            not_met(
                "/focusAreas/1/participation/1/stateAssessment/on",
                "tilstandsvurderingen har én dato ved medlemskabet (december 2023) og en anden i området (30. november 2023)",
                "the state assessment has one date in the membership (December 2023) and another one in the area (30 November 2023)",
            ),
            not_met(
                "/focusAreas/1/participation/1/stateAssessment/showsNeed",
                "området og medlemskabet henviser til den samme tilstandsvurdering, men kun det ene siger, at den viser et behov",
                "the area and the membership refer to the same state assessment, but only one says that it shows a need",
            ),
        ],
    ),
    // A day and its month, and the same day twice.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-11-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000009", "on": "2023-11" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000008", "on": "2023-11-30" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000010",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000008", "on": "2023-11-30" }
                }
            ]
        }"#,
    ),
];
