//! Whether a service takes part in a community follows from its state assessment.

use super::communities;
use crate::agreement::FocusArea;
use crate::body::assessment::check_against_assessment;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{community, forget_memberships},
    crate::agreement::Participation,
    crate::body::{Membership, StateAssessment},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR009,
    basis: Basis::Stated,
    requirements: &["R-022"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.3.2"), SourceRef::agreement("1.8.1")],
    title: Bilingual::new(
        "om et tilbud indgår i et forbedringsfællesskab, følger af dets tilstandsvurdering",
        "whether a service takes part in a community follows from its state assessment",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilstandsvurderingen, og skriv, om den viser et behov på området.",
        "Refer to the state assessment, and say whether it shows a need on the area.",
    ),
    example: Bilingual::new(
        "1.3.2: \"med baggrund i tilstandsvurderingen\" – som ikke er gengivet.",
        "1.3.2: on the basis of the state assessment – which is not given.",
    ),
    requires: &[codes::AGR008],
    ..Rule::DERIVED
};

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    communities(area, at, |part, at| {
        check_against_assessment(part.state_assessment.as_ref(), part.membership, codes::AGR008, at, cx);
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[
    |area, tape| take_part(area, Membership::NonMember, Some(showing(Some(true))), tape),
    |area, tape| take_part(area, Membership::Member, Some(showing(Some(false))), tape),
    |area, tape| take_part(area, Membership::NonMember, None, tape),
    |area, tape| take_part(area, Membership::Member, None, tape),
    |area, tape| take_part(area, Membership::Member, Some(showing(None)), tape),
];

#[cfg(feature = "proptest")]
fn showing(need: Option<bool>) -> StateAssessment {
    StateAssessment { shows_need: need, ..StateAssessment::default() }
}

#[cfg(feature = "proptest")]
fn take_part(
    area: &mut FocusArea,
    membership: Membership,
    state_assessment: Option<StateAssessment>,
    tape: &Tape<'_>,
) {
    forget_memberships(area);
    area.participation.push(Participation { state_assessment, ..community(membership, tape) });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
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
        }"#,
    ),
    // The answer to an invitation is not known, and may be either. It needs no assessment yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
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
        }"#,
    ),
    // Another kind of body needs no assessment.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "network", "membership": "nonMember" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                {
                    "body": "00000000-0000-4000-8000-000000000002", "kind": "community",
                    "membership": "nonMember", "stateAssessment": { "showsNeed": true }
                },
                {
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "membership": "member", "stateAssessment": { "showsNeed": false }
                }
            ]
        }"#,
        &[
            not_met(
                "/participation/0",
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
            not_met(
                "/participation/1",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                {
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "membership": "member", "stateAssessment": { "source": "tilsynsrapport" }
                },
                { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }
            ]
        }"#,
        &[
            not_assessable(
                "/participation/0",
                "kan ikke vurderes; mangler: tilstandsvurdering",
                "cannot be assessed; missing: state assessment",
            ),
            not_assessable(
                "/participation/1",
                "kan ikke vurderes; mangler: om tilstandsvurderingen viser et behov",
                "cannot be assessed; missing: whether the state assessment shows a need",
            ),
            not_evaluated("/participation/2", "AGR008"),
        ],
    ),
];
