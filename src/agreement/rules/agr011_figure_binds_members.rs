//! A figure that is agreed in an improvement community binds its members only.

use super::{MEMBERSHIP, agreed_in_communities};
use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{community, forget_memberships, open_target},
    crate::body::{Forum, Membership},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR011,
    severity: Severity::Error,
    requirements: &["R-024"],
    sources: &[
        SourceRef::agreement("1.3.2, 1.3.4"),
        SourceRef::agreement("1.4.1, 1.4.3"),
        SourceRef::agreement("1.5.1, 1.5.3"),
    ],
    title: Bilingual::new(
        "et måltal, der aftales i et forbedringsfællesskab, binder kun dets medlemmer",
        "a figure that is agreed in an improvement community binds its members only",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale tallet.",
        "The document contradicts itself: a service outside the community has no part in agreeing the figure.",
    ),
    remedy: Bilingual::new(
        "Lad parterne aftale måltallet, optag tilbuddet i fællesskabet, eller fjern måltallet.",
        "Let the parties agree the figure, take the service into the community, or remove the figure.",
    ),
    example: Bilingual::new(
        "1.3.2: indgår ikke i fællesskabet. 1.3.4: måltallet bliver aftalt i fællesskabet.",
        "1.3.2: not in the community. 1.3.4: the figure will be agreed in the community.",
    ),
    ..Rule::DERIVED
};

message! {
    AgreedWithoutUs {}
    "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
    "the figure is agreed in the improvement community, but the service does not take part in it",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    agreed_in_communities(area, at, |_, membership, at| match membership.is_member() {
        Some(true) => {}
        Some(false) => cx.not_met(at, AgreedWithoutUs {}),
        None => cx.not_assessable(at, MEMBERSHIP),
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[
    |area, tape| {
        forget_memberships(area);
        area.participation.push(community(Membership::NonMember, tape));
        area.targets.push(open_target(Forum::Community { body: None }, tape));
    },
    |area, tape| {
        forget_memberships(area);
        let outside = community(Membership::NonMember, tape);
        area.targets.push(open_target(Forum::Community { body: Some(outside.body) }, tape));
        area.participation.push(outside);
    },
    |area, tape| {
        forget_memberships(area);
        area.participation.push(community(Membership::Invited, tape));
        area.targets.push(open_target(Forum::Community { body: None }, tape));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "pilotSite" }
            ],
            "targets": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } }
                }
            ]
        }"#,
    ),
    // The parties or another body agree the figure, or nobody is said to.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000003", "agreedBy": "parties" },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } }
                },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    // The community without an id is the one of the area; its figure binds whether or not it is given.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                { "body": "00000000-0000-4000-8000-000000000009", "kind": "network", "membership": "member" }
            ],
            "targets": [
                {
                    "id": "00000000-0000-4000-8000-000000000003", "state": "toBeAgreed",
                    "agreedBy": { "community": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "value": "80", "state": "agreed",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/targets/0",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            ),
            not_met(
                "/targets/1",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            ),
        ],
    ),
    // Two equal entries agree.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" },
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "nonMember" }
            ],
            "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} } }]
        }"#,
        &[not_met(
            "/targets/0",
            "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
            "the figure is agreed in the improvement community, but the service does not take part in it",
        )],
    ),
    // Invited, not stated, and a community that the area does not name: none of them is a no.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "invited" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "community" }
            ],
            "targets": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000008" } }
                }
            ]
        }"#,
        &[
            not_assessable(
                "/targets/0",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_assessable(
                "/targets/1",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_assessable(
                "/targets/2",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
        ],
    ),
];
