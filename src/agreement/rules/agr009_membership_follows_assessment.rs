//! Whether a service takes part in a community follows from its state assessment.

use crate::agreement::DevelopmentAgreement;
use crate::agreement::membership::{Memberships, Said, Standing};
use crate::body::assessment::check_against_assessment;
use crate::body::{BodyKind, Membership, StateAssessmentRef};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community},
    crate::agreement::{FocusArea, Participation},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR009,
    basis: Basis::Stated,
    requirements: &["R-022"],
    sources: &[
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4"),
        SourceRef::agreement("1.5"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "om et tilbud indgår i et forbedringsfællesskab, følger af dets tilstandsvurdering",
        "whether a service takes part in an improvement community follows from its state assessment",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources are to go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Lad deltagelsen følge af tilstandsvurderingen, eller ret det, der står om vurderingen. Fremgår det ikke, om den viser et behov, så skriv det.",
        "Let membership follow from the state assessment, or correct what is stated about the assessment. If it is not stated whether it shows a need, say so.",
    ),
    example: Bilingual::new(
        "1.3.2: fællesskabet nedsættes »med baggrund i tilstandsvurderingen«, men vurderingen er ikke gengivet i aftalen: kan ikke vurderes.",
        "1.3.2: the community is set up “on the basis of the state assessment”, but the agreement does not give the assessment: cannot be assessed.",
    ),
    requires: &[codes::AGR008, codes::AGR017],
    ..Rule::DERIVED
};

/// Reports where a state assessment says whether there is a need or, for a community without one, where it is first
/// named.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let areas = at.key("focusAreas");
    let mut place = 0_usize;
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            let said = known.of(part.kind, part.body.uuid()).filter(|_| part.kind == BodyKind::Community);
            let own = part.state_assessment.as_ref().filter(|own| own.shows_need.is_some());
            let decides = |said: Said| own.is_some() || !said.is_need_stated && said.first == place;
            if let Some(said) = said.filter(|said| decides(*said)) {
                check_community(said, own, &list.item(n, part.body), cx);
            }
            place = place.saturating_add(1);
        }
    }
}

fn check_community(said: Said, assessment: Option<&StateAssessmentRef>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let membership = match said.standing() {
        Standing::Both => {
            cx.depends_on(at, codes::AGR017);
            return;
        }
        Standing::In => Membership::Member,
        Standing::Out => Membership::NonMember,
        _ if said.is_answered => Membership::Invited,
        _ => Membership::NotStated,
    };
    let elsewhere = said.is_assessed.then(StateAssessmentRef::default);
    check_against_assessment(assessment.or(elsewhere.as_ref()), membership, codes::AGR008, at, cx);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let area = taking_part(Membership::NonMember, Some(showing(Some(true))), tape);
        agreement.focus_areas.push(area);
    },
    |agreement, tape| {
        let area = taking_part(Membership::Member, Some(showing(Some(false))), tape);
        agreement.focus_areas.push(area);
    },
    |agreement, tape| agreement.focus_areas.push(taking_part(Membership::NonMember, None, tape)),
    |agreement, tape| agreement.focus_areas.push(taking_part(Membership::Member, None, tape)),
    |agreement, tape| {
        let area = taking_part(Membership::Member, Some(showing(None)), tape);
        agreement.focus_areas.push(area);
    },
];

#[cfg(feature = "proptest")]
fn showing(need: Option<bool>) -> StateAssessmentRef {
    StateAssessmentRef { shows_need: need, ..StateAssessmentRef::default() }
}

#[cfg(feature = "proptest")]
fn taking_part(
    membership: Membership,
    state_assessment: Option<StateAssessmentRef>,
    tape: &mut Tape<'_>,
) -> FocusArea {
    let participation = [Participation { state_assessment, ..community(membership, tape) }].into();
    FocusArea { participation, ..area(tape) }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    {
                        "body": "00000000-0000-4000-8000-000000000002", "kind": "community",
                        "membership": "member", "stateAssessment": { "showsNeed": true }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                        "membership": "nonMember", "stateAssessment": { "showsNeed": false }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000004", "kind": "community",
                        "membership": "pilotSite", "stateAssessment": { "showsNeed": true }
                    }
                ]
            }]
        }"#,
    ),
    // The answer to an invitation is not known, and may be either. It needs no assessment yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    {
                        "body": "00000000-0000-4000-8000-000000000002", "kind": "community",
                        "membership": "invited", "stateAssessment": { "showsNeed": false }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                        "membership": "invited", "stateAssessment": { "showsNeed": true }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000004", "kind": "community",
                        "membership": "invited", "stateAssessment": { "source": "tilsynsrapport" }
                    },
                    { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "invited" }
                ]
            }]
        }"#,
    ),
    // Another kind of body needs no assessment.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "network", "membership": "nonMember" }]
            }]
        }"#,
    ),
    // One area says that the service takes part, and another why.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000008", "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000009",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "stateAssessment": { "showsNeed": true } }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000008",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000009",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "stateAssessment": { "showsNeed": true } },
                        {
                            "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                            "membership": "member", "stateAssessment": { "showsNeed": false }
                        }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/1/participation/0",
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
            not_met(
                "/focusAreas/1/participation/1",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
        ],
    ),
    // What is missing is said once for each community.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000008",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                        {
                            "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                            "membership": "member", "stateAssessment": { "source": "tilsynsrapport" }
                        },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000009",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }
                    ]
                }
            ]
        }"#,
        &[
            not_assessable(
                "/focusAreas/0/participation/0",
                "kan ikke vurderes; mangler: tilstandsvurdering",
                "cannot be assessed; missing: state assessment",
            ),
            not_assessable(
                "/focusAreas/0/participation/1",
                "kan ikke vurderes; mangler: om tilstandsvurderingen viser et behov",
                "cannot be assessed; missing: whether the state assessment shows a need",
            ),
            not_evaluated("/focusAreas/0/participation/2", "AGR008"),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    {
                        "body": "00000000-0000-4000-8000-000000000002", "kind": "community",
                        "membership": "member", "stateAssessment": { "showsNeed": true }
                    },
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
                ]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0/participation/0", "AGR017")],
    ),
    // An assessment that does not say whether there is a need is read once, where the community is first named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member"
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member",
                        "stateAssessment": {}
                    }]
                }
            ]
        }"#,
        &[not_assessable(
            "/focusAreas/0/participation/0",
            "kan ikke vurderes; mangler: om tilstandsvurderingen viser et behov",
            "cannot be assessed; missing: whether the state assessment shows a need",
        )],
    ),
];
