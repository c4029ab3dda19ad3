//! The target figures of a community are for services that take part in it.

use super::statements::{MEMBERSHIP, with_statements};
use crate::answers::Answers;
use crate::body::INVITATION;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
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
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale sit måltal. Er måltallet aftalt, kan tilbuddet være trådt ud siden; det siger dokumentet ikke.",
        "The document contradicts itself: a service outside the community has no say in agreeing its figure. Once the figure is agreed, the service may have left since; the document does not say.",
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

const WHEN_AGREED: Bilingual = Bilingual::new(
    "om tilbuddet indgik, da måltallet blev aftalt",
    "whether the service took part when the figure was agreed",
);

/// A membership has no dates: a service that is not in the community can have left it since its figure was agreed.
fn is_agreed(target: &TargetFigure) -> bool {
    let is_after = |state: Option<TargetState>| state.is_some_and(|state| state != TargetState::ToBeAgreed);
    match target.state {
        Some(state) => is_after(Some(state)),
        None => target.history.iter().any(|step| is_after(step.state)),
    }
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.targets.is_empty() {
        return;
    }
    let list = at.key("targets");
    with_statements(community, |of| {
        for (n, one) in community.targets.iter().enumerate() {
            let (at, statement) = (&list.item(n, one.target.id), of(one.service).unwrap_or_default());
            match statement.membership {
                Answers { yes: true, no: true } => cx.depends_on(at, codes::IMP009),
                Answers { yes: false, no: true } if is_agreed(&one.target) => {
                    cx.not_assessable(at, WHEN_AGREED);
                }
                Answers { yes: false, no: true } => cx.not_met(at, BindsOutsider {}),
                Answers { yes: true, no: false } => {}
                Answers { yes: false, no: false } if statement.is_stated => cx.not_assessable(at, INVITATION),
                Answers { yes: false, no: false } => cx.not_assessable(at, MEMBERSHIP),
            }
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
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        let mut agreed = added::target(tape);
        agreed.target.state = Some(TargetState::Agreed);
        community.targets.push(agreed);
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
    // It can have left since its figure was agreed; one still to be agreed is for those who take part today.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005", "state": "agreed" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000006",
                        "history": [{ "state": "toBeAgreed" }, { "state": "measured" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000007", "history": [{ "state": "toBeAgreed" }, {}] }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000008", "state": "toBeAgreed",
                        "history": [{ "state": "agreed" }, { "state": "toBeAgreed" }]
                    }
                }
            ]
        }"#,
        &[
            not_assessable(
                "/targets/0",
                "kan ikke vurderes; mangler: om tilbuddet indgik, da måltallet blev aftalt",
                "cannot be assessed; missing: whether the service took part when the figure was agreed",
            ),
            not_assessable(
                "/targets/1",
                "kan ikke vurderes; mangler: om tilbuddet indgik, da måltallet blev aftalt",
                "cannot be assessed; missing: whether the service took part when the figure was agreed",
            ),
            not_met(
                "/targets/2",
                "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
                "the community has a target figure for a service that does not take part in it",
            ),
            not_met(
                "/targets/3",
                "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
                "the community has a target figure for a service that does not take part in it",
            ),
        ],
    ),
    // The figure is still to be agreed.
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
