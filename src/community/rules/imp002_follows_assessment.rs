//! Who takes part in a community follows from the state assessments.

use super::each_member;
use super::statements::{Statement, shows_need, with_statements};
use crate::answers::Answers;
use crate::body::assessment::check_against_assessment;
use crate::body::{Membership, StateAssessmentRef};
use crate::codes;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
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
        SourceRef::agreement("1.4, 1.4.1"),
        SourceRef::agreement("1.5, 1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "hvilke tilbud der indgår i et fællesskab, følger af deres tilstandsvurdering",
        "which services are in a community follows from their state assessments",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources are to go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Lad deltagelsen følge af tilstandsvurderingen, eller ret den oplysning, der er forkert. Fremgår behovet ikke, så skriv, om vurderingen viser et behov på området.",
        "Let membership follow from the state assessment, or correct whichever of the two is wrong. If the need is not stated, say whether the assessment shows one in this area.",
    ),
    example: Bilingual::new(
        "Tilbuddet har lavt sygefravær og indgår alligevel i fællesskabet for at nedbringe det.",
        "A service with little sick leave takes part in the community for reducing it anyway.",
    ),
    requires: &[codes::IMP001, codes::IMP009],
    ..Rule::DERIVED
};

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let starts_on = community.charter.as_ref().and_then(|charter| charter.starts_on);
    with_statements(community, |of| {
        each_member(community, at, |member, at| {
            judge(member, of(member.service).unwrap_or_default(), starts_on, at, cx);
        });
    });
}

/// Whether what an assessment shows fits a membership that has ended, even if it would not fit one that goes on: a service
/// that shows no need can have left for that reason, or is about to since it was assessed, and one that does not take part
/// can have done so when it had one.
fn is_over(
    member: &CommunityMember,
    need: Option<bool>,
    all: Statement,
    starts_on: Option<PartialDate>,
    as_of: Option<PartialDate>,
) -> bool {
    let on = member.state_assessment.as_ref().and_then(|assessment| assessment.on);
    match (member.membership.is_member(), need) {
        (Some(true), Some(false)) => {
            let was_known = on.zip(member.from.or(starts_on)).is_some_and(|(on, from)| on.ends_before(from));
            let has_ended = |until: PartialDate| as_of.is_some_and(|as_of| until.ends_before(as_of));
            member.until.is_some_and(|until| on.is_some() || has_ended(until)) && !was_known
        }
        (Some(false), Some(true)) => {
            all.membership.yes && !on.zip(member.from).is_some_and(|(on, from)| from.ends_before(on))
        }
        _ => false,
    }
}

/// Judges an entry. What it leaves out is taken from `all`, what the entries of its service say together.
fn judge(
    member: &CommunityMember,
    all: Statement,
    starts_on: Option<PartialDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if member.membership.is_member().is_some() && all.membership == (Answers { yes: true, no: true }) {
        return cx.depends_on(at, codes::IMP009);
    }
    let own_need = shows_need(member);
    let as_of = PartialDate::of_day(cx.as_of()).ok();
    if is_over(member, own_need, all, starts_on, as_of) {
        return;
    }
    let membership = if member.membership == Membership::NotStated && all.is_stated {
        // Judged at the entry that states the membership, unless the assessments contradict each other.
        let is_contradicted = own_need.is_some() && all.need.yes && all.need.no;
        match all.membership.only().filter(|_| is_contradicted) {
            Some(true) => Membership::Member,
            Some(false) => Membership::NonMember,
            None => return,
        }
    } else {
        member.membership
    };
    let need_elsewhere = all.need.only().filter(|_| own_need.is_none());
    let elsewhere = StateAssessmentRef { shows_need: need_elsewhere, ..StateAssessmentRef::default() };
    let assessment = need_elsewhere.map(|_| &elsewhere).or(member.state_assessment.as_ref());
    check_against_assessment(assessment, membership, codes::IMP001, at, cx);
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
    // Whether an invited service will take part is not known yet, so it needs no assessment.
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
                },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "invited", "stateAssessment": {} },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "invited" }
            ]
        }"#,
    ),
    // A service that left: because it no longer had a need, or since it had one while it took part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "charter": { "startsOn": "2023-01" },
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31",
                    "stateAssessment": { "on": "2023-04", "showsNeed": false }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "until": "2023-05-31",
                    "stateAssessment": { "on": "2022-10", "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01",
                    "stateAssessment": { "on": "2022-10", "showsNeed": true }
                },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member" },
                {
                    "service": "00000000-0000-4000-8000-000000000004", "membership": "nonMember", "from": "2023-06-01",
                    "stateAssessment": { "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000005", "membership": "member", "until": "2024-01-14",
                    "stateAssessment": { "showsNeed": false }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000006", "membership": "member", "until": "2024-12-31",
                    "stateAssessment": { "on": "2023-11", "showsNeed": false }
                }
            ]
        }"#,
    ),
    // It never took part, and it has not left yet.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "from": "2024-01-09",
                    "stateAssessment": { "on": "2023-06", "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "until": "2026-12-31",
                    "stateAssessment": { "showsNeed": false }
                }
            ]
        }"#,
        &[
            not_met(
                "/members/0",
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
            not_met(
                "/members/1",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "charter": { "startsOn": "2023-01" },
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31",
                    "stateAssessment": { "on": "2022-10", "showsNeed": false }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01",
                    "stateAssessment": { "on": "2023-10", "showsNeed": true }
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
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
        ],
    ),
    // The assessment may be at another entry of the service.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": true } },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "invited", "stateAssessment": { "showsNeed": false }
                },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": false } },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "nonMember", "stateAssessment": {}
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "invited", "stateAssessment": { "showsNeed": true }
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
                "/members/2",
                "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
                "the state assessment of the service shows a need, but it does not take part",
            ),
        ],
    ),
    // Two assessments that contradict each other decide only for the entries that they belong to.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "membership": "member", "stateAssessment": { "showsNeed": true }
                },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": false } },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" }
            ]
        }"#,
        &[
            not_met(
                "/members/1",
                "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
                "the state assessment of the service shows no need, but it takes part",
            ),
            not_assessable(
                "/members/2",
                "kan ikke vurderes; mangler: tilstandsvurdering",
                "cannot be assessed; missing: state assessment",
            ),
        ],
    ),
    // Nothing else is judged for an invited service, or for one that is said to be in and out.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": false } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "member", "stateAssessment": { "showsNeed": true }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "membership": "nonMember", "stateAssessment": { "showsNeed": true }
                },
                { "service": "00000000-0000-4000-8000-000000000003", "stateAssessment": { "showsNeed": true } }
            ]
        }"#,
        &[not_evaluated("/members/0", "IMP009"), not_evaluated("/members/1", "IMP009")],
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
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "pilotSite" }
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
                "kan ikke vurderes; mangler: om tilstandsvurderingen viser et behov",
                "cannot be assessed; missing: whether the state assessment shows a need",
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
    // The entries agree on the need, and only one states the membership.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": true } },
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember",
                    "stateAssessment": { "showsNeed": true }
                }
            ]
        }"#,
        &[not_met(
            "/members/1",
            "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
            "the state assessment of the service shows a need, but it does not take part",
        )],
    ),
    // They contradict each other about the need, and the first says nothing of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "member",
                    "stateAssessment": { "showsNeed": true }
                },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": false } }
            ]
        }"#,
        &[not_met(
            "/members/2",
            "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
            "the state assessment of the service shows no need, but it takes part",
        )],
    ),
];
