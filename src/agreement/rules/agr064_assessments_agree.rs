//! An area and its memberships say the same about a state assessment.

use crate::agreement::DevelopmentAgreement;
use crate::body::StateAssessmentRef;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::area;
#[cfg(feature = "proptest")]
use crate::agreement::FocusArea;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR064,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment")],
    title: Bilingual::new(
        "et område og dets medlemskaber siger det samme om en tilstandsvurdering",
        "an area and its memberships say the same about a state assessment",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, om vurderingen viser et behov, og hvor gammel den er.",
        "Otherwise it is unclear whether the assessment shows a need, and how old it is.",
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

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
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

fn judge(one: &StateAssessmentRef, of_area: &StateAssessmentRef, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(need), Some(area_need)) = (one.shows_need, of_area.shows_need)
        && need != area_need
    {
        cx.not_met(&at.key("showsNeed"), OtherNeed {});
    }
    // A half-year and a month in it count as the same date.
    if let (Some(on), Some(area_on)) = (one.on, of_area.on)
        && (on.last_day() < area_on.first_day() || area_on.last_day() < on.first_day())
    {
        cx.not_met(&at.key("on"), OtherDay { on, area_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
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
}];

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
                "the state assessment has one date in the membership (July 2023) and another one in the area (first half of 2023)",
            ),
            not_met(
                "/focusAreas/0/participation/0/stateAssessment/showsNeed",
                "området og medlemskabet henviser til den samme tilstandsvurdering, men kun det ene siger, at den viser et behov",
                "the area and the membership refer to the same state assessment, but only one says that it shows a need",
            ),
        ],
    ),
];
