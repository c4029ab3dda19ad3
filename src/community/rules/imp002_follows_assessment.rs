//! Who takes part in a community follows from the state assessments.

use super::each_member;
use crate::body::assessment::check_against_assessment;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP002,
    basis: Basis::Stated,
    requirements: &["R-022"],
    sources: &[
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "hvilke tilbud der indgår i et fællesskab, følger af deres tilstandsvurdering",
        "which services are in a community follows from their state assessments",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilbuddets tilstandsvurdering, og skriv, om den viser et behov på området.",
        "Refer to the state assessment of the service, and say whether it shows a need on the area.",
    ),
    example: Bilingual::new(
        "Tilbuddet har lavt sygefravær og indgår alligevel i fællesskabet for at nedbringe det.",
        "The service has little sick leave and is in the community for reducing it all the same.",
    ),
    requires: &[codes::IMP001],
    ..Rule::DERIVED
};

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_member(community, at, |member, at| {
        check_against_assessment(member.state_assessment.as_ref(), member.membership, codes::IMP001, at, cx);
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| community.members.push(added::member(Membership::Member, Some(false), tape)),
    |community, tape| community.members.push(added::member(Membership::PilotSite, Some(false), tape)),
    |community, tape| community.members.push(added::member(Membership::NonMember, Some(true), tape)),
    |community, tape| community.members.push(added::member(Membership::NonMember, None, tape)),
    |community, tape| {
        let mut member = added::member(Membership::Member, Some(true), tape);
        member.state_assessment.iter_mut().for_each(|assessment| assessment.shows_need = None);
        community.members.push(member);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "membership": "member", "stateAssessment": { "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "pilotSite", "stateAssessment": { "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "membership": "nonMember", "stateAssessment": { "showsNeed": false }
                }
            ]
        }"#,
    ),
    // Whether an invited service will take part is not known yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "membership": "invited", "stateAssessment": { "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "invited", "stateAssessment": { "showsNeed": false }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "membership": "member", "stateAssessment": { "showsNeed": false }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "pilotSite", "stateAssessment": { "showsNeed": false }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "membership": "nonMember", "stateAssessment": { "showsNeed": true }
                }
            ]
        }"#,
        &[
            not_met(
                "/members/0",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
            not_met(
                "/members/1",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
            not_met(
                "/members/2",
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "member", "stateAssessment": {}
                },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "invited" }
            ]
        }"#,
        &[
            not_assessable(
                "/members/0",
                "kan ikke vurderes; mangler: tilstandsvurdering",
                "cannot be assessed; missing: state assessment",
            ),
            not_assessable(
                "/members/1",
                "kan ikke vurderes; mangler: om den viser et behov",
                "cannot be assessed; missing: whether it shows a need",
            ),
            not_assessable(
                "/members/2",
                "kan ikke vurderes; mangler: tilstandsvurdering",
                "cannot be assessed; missing: state assessment",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "stateAssessment": { "showsNeed": true }
            }]
        }"#,
        &[not_evaluated("/members/0", "IMP001")],
    ),
];
