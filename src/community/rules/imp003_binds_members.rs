//! The target figures of a community are for services that take part in it.

use super::statements::{MEMBERSHIP, each_target};
use crate::answers::Answers;
use crate::body::INVITATION;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
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
    code: codes::IMP003,
    severity: Severity::Error,
    requirements: &["R-024"],
    sources: &[
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.4, 1.4.1, 1.4.3"),
        SourceRef::agreement("1.5, 1.5.1, 1.5.3"),
    ],
    title: Bilingual::new(
        "et fællesskabs måltal gælder kun tilbud, der indgår i det",
        "the target figures of a community are only for services that take part in it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale sit måltal.",
        "The document contradicts itself: a service outside the community has no say in agreeing its figure.",
    ),
    remedy: Bilingual::new(
        "Lad tilbuddet indgå, hvis tilstandsvurderingen taler for det; flyt ellers måltallet til tilbuddets egen aftale.",
        "Include the service if its state assessment supports it; otherwise move the figure to its own agreement.",
    ),
    example: Bilingual::new(
        "1.4.1: Roskildehjemmet indgår ikke. 1.4.3: dets måltal bliver aftalt i fællesskabet.",
        "1.4.1: Roskildehjemmet is not in the community. 1.4.3: its figure will be agreed there.",
    ),
    requires: &[codes::IMP009],
    ..Rule::DERIVED
};

message! {
    BindsOutsider {}
    "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
    "the community has a target figure for a service that does not take part in it",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_target(community, at, |at, statement| {
        let statement = statement.unwrap_or_default();
        match statement.membership {
            Answers { yes: true, no: true } => cx.depends_on(at, codes::IMP009),
            Answers { yes: false, no: true } => cx.not_met(at, BindsOutsider {}),
            Answers { yes: true, no: false } => {}
            Answers { yes: false, no: false } if statement.is_stated => cx.not_assessable(at, INVITATION),
            Answers { yes: false, no: false } => cx.not_assessable(at, MEMBERSHIP),
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        community.targets.push(added::target(tape));
    },
    |community, tape| {
        community.members.push(added::member(Membership::Invited, None, tape));
        community.targets.push(added::target(tape));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000006" }
                }
            ]
        }"#,
    ),
    // A service outside the community has no target figure.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // One entry that says so is enough.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" }
            ],
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005" }
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000006" }
                }
            ]
        }"#,
        &[not_met(
            "/targets/1",
            "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
            "the community has a target figure for a service that does not take part in it",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "invited" }
            ],
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005" }
            }]
        }"#,
        &[not_met(
            "/targets/0",
            "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
            "the community has a target figure for a service that does not take part in it",
        )],
    ),
    // It does not matter whether the figure is fixed or still to be agreed.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }],
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "agreedBy": { "community": {} }, "state": "toBeAgreed"
                }
            }]
        }"#,
        &[not_met(
            "/targets/0",
            "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
            "the community has a target figure for a service that does not take part in it",
        )],
    ),
    // Not stated is not no.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000006" }
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
                "kan ikke vurderes; mangler: om tilbuddet har taget imod invitationen",
                "cannot be assessed; missing: whether the service has accepted the invitation",
            ),
        ],
    ),
    // A service that is not listed may take part or not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005" }
            }]
        }"#,
        &[not_assessable(
            "/targets/0",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }
            ],
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005" }
            }]
        }"#,
        &[not_evaluated("/targets/0", "IMP009")],
    ),
];
