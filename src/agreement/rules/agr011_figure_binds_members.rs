//! A figure that is agreed in an improvement community binds its members only.

use super::{agreed_in_communities, missing};
use crate::agreement::membership::{Memberships, Standing};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::body::{BodyKind, Forum};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, open_target},
    crate::body::Membership,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR011,
    severity: Severity::Error,
    requirements: &["R-024"],
    sources: &[SourceRef::agreement("1.4, 1.4.1, 1.4.3"), SourceRef::agreement("1.5, 1.5.1, 1.5.3")],
    title: Bilingual::new(
        "et måltal, der aftales i et forbedringsfællesskab, binder kun dets medlemmer",
        "a figure that is agreed in an improvement community binds its members only",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale tallet.",
        "The document contradicts itself: a service outside the community has no part in agreeing the figure.",
    ),
    remedy: Bilingual::new(
        "Lad parterne aftale måltallet, lad tilbuddet indgå, hvis tilstandsvurderingen taler for det, eller fjern måltallet.",
        "Let the parties agree the figure, let the service take part if its state assessment supports it, or remove the figure.",
    ),
    example: Bilingual::new(
        "1.4.1: indgår ikke i fællesskabet. 1.4.3: måltallet bliver aftalt i fællesskabet.",
        "1.4.1: does not take part in the community. 1.4.3: the figure will be agreed in the community.",
    ),
    requires: &[codes::AGR017, codes::AGR034],
    ..Rule::DERIVED
};

message! {
    AgreedWithoutUs {}
    "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
    "the figure is agreed in the improvement community, but the service does not take part in it",
}

/// Checks areas that do not bind all services; AGR018 checks the others.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let wanted = |area: &FocusArea| !area.binds(ScopeOfDuty::AllServices);
    agreed_in_communities(agreement, known, at, wanted, |_, target, standing, at| match standing {
        Standing::In => {}
        Standing::Unsaid if is_of_another_kind(target, known) => cx.depends_on(at, codes::AGR034),
        Standing::Out => cx.not_met(at, AgreedWithoutUs {}),
        Standing::Both => cx.depends_on(at, codes::AGR017),
        Standing::Invited | Standing::Unsaid | Standing::Unclear => cx.not_assessable(at, missing(standing)),
    });
}

/// Whether the figure is agreed in a body that the agreement has, but not as a community.
fn is_of_another_kind(target: &TargetFigure, known: &Memberships<'_>) -> bool {
    let Some(Forum::Community { body: Some(body) }) = target.agreed_by else { return false };
    let is_known_as = |kind: BodyKind| known.of(kind, body.uuid()).is_some();
    !is_known_as(BodyKind::Community) && BodyKind::ALL.iter().any(|kind| is_known_as(*kind))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| agreement.focus_areas.push(with_figure(Membership::NonMember, false, tape)),
    |agreement, tape| agreement.focus_areas.push(with_figure(Membership::NonMember, true, tape)),
    |agreement, tape| agreement.focus_areas.push(with_figure(Membership::Invited, false, tape)),
    |agreement, tape| {
        // The membership is stated in another area.
        let mut other = with_figure(Membership::NonMember, true, tape);
        let participation = core::mem::take(&mut other.participation);
        other.scope = [ScopeOfDuty::NetworkMembers].into();
        agreement.focus_areas.push(other);
        agreement.focus_areas.push(FocusArea { id: tape.spare_id(7), participation, ..area(tape) });
    },
];

/// An area for members only, with one community and a figure that it agrees.
#[cfg(feature = "proptest")]
fn with_figure(membership: Membership, by_id: bool, tape: &Tape<'_>) -> FocusArea {
    let community = community(membership, tape);
    let body = by_id.then_some(community.body);
    FocusArea {
        scope: [ScopeOfDuty::CommunityMembers].into(),
        participation: [community].into(),
        targets: [open_target(Forum::Community { body }, tape)].into(),
        ..area(tape)
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "pilotSite" }
                ],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } } }
                ]
            }]
        }"#,
    ),
    // The parties or another body agree the figure, or nobody is said to.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "agreedBy": "parties" },
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } } },
                    { "id": "00000000-0000-4000-8000-000000000005" }
                ]
            }]
        }"#,
    ),
    // Where all services are bound, the community can have agreed a figure for all.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009", "scope": ["communityMembers", "allServices"],
                "participation": [{ "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} } }]
            }]
        }"#,
    ),
    // Another area says that the service takes part: in the community, and in the only one there is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000008",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } },
                        { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000009",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "network", "membership": "nonMember" }
                    ]
                }
            ]
        }"#,
    ),
    // A membership that one entry leaves open is stated by another.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community" },
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "invited" }
                ],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} } }]
            }]
        }"#,
    ),
    // The community without an id is the one of the area; its figure binds whether or not it is given.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000007", "scope": ["communityMembers"],
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000009", "kind": "network", "membership": "member" }
                    ],
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000003", "state": "toBeAgreed", "agreedBy": { "community": {} } },
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "value": "80", "state": "agreed",
                            "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } }
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000008",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "member" }],
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "community": {} } },
                        { "id": "00000000-0000-4000-8000-000000000010", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            ),
            not_met(
                "/focusAreas/0/targets/1",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            ),
            not_met(
                "/focusAreas/1/targets/1",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            ),
        ],
    ),
    // Invited, not stated, and a community that nobody names: none of them means no.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "invited" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community" }
                ],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000008" } } }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/focusAreas/0/targets/0",
                "kan ikke vurderes; mangler: om tilbuddet har taget imod invitationen",
                "cannot be assessed; missing: whether the service has accepted the invitation",
            ),
            not_assessable(
                "/focusAreas/0/targets/1",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_assessable(
                "/focusAreas/0/targets/2",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
        ],
    ),
    // What is named as a network elsewhere is for AGR034.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000008", "kind": "network" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000009",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000008" } } }
                ]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0/targets/0", "AGR034")],
    ),
    // Two communities can be meant: in the area, or elsewhere if the area names none.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000005", "kind": "community" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" }
                    ],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "community": {} } }]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "targets": [{ "id": "00000000-0000-4000-8000-000000000007", "agreedBy": { "community": {} } }] }
            ]
        }"#,
        &[
            not_assessable(
                "/focusAreas/0/targets/0",
                "kan ikke vurderes; mangler: hvilket forbedringsfællesskab der menes",
                "cannot be assessed; missing: which improvement community is meant",
            ),
            not_assessable(
                "/focusAreas/1/targets/0",
                "kan ikke vurderes; mangler: hvilket forbedringsfællesskab der menes",
                "cannot be assessed; missing: which improvement community is meant",
            ),
        ],
    ),
    // In and out, said by two areas.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "member" }],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "community": {} } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" }]
                }
            ]
        }"#,
        &[not_evaluated("/focusAreas/0/targets/0", "AGR017")],
    ),
];
