//! The target figures of a community are for services that take part in it.

use super::statements::each_target;
use crate::answers::Answers;
use crate::body::{Forum, INVITATION, MEMBERSHIP};
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};
#[cfg(feature = "proptest")]
use crate::{community::CommunityMember, rule::trial::Breaks, target_figure::TargetStep};

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
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale sit måltal. Er tilbuddet udtrådt, kan det stå med et måltal, der er aftalt forinden.",
        "The document contradicts itself: a service outside the community has no say in agreeing its figure. A service that has left can have a figure that was agreed before.",
    ),
    remedy: Bilingual::new(
        "Lad tilbuddet indgå, hvis tilstandsvurderingen taler for det; flyt ellers måltallet til tilbuddets egen aftale. Er måltallet aftalt, før tilbuddet udtrådte, så skriv den sidste dag, tilbuddet var med, og hvornår måltallet blev aftalt. Kom tilbuddet med undervejs, så ret den første dag eller den dag, måltallet blev aftalt.",
        "Include the service if its state assessment supports it; otherwise move the figure to its own agreement. If the figure was agreed before the service left, state the last day of its membership and when the figure was agreed. If it joined in the meantime, correct the first day or the day on which the figure was agreed.",
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

message! {
    AgreedAfterLeaving { on: PartialDate, until: PartialDate }
    "måltallet er aftalt {on:i}, men tilbuddet indgik kun i fællesskabet til og med {until}",
    "the target figure was agreed {on:on|in}, but the service took part in the community only up to and including {until}",
}

message! {
    AgreedBeforeJoining { on: PartialDate, from: PartialDate }
    "måltallet er aftalt {on:i}, men tilbuddet indgik først i fællesskabet fra {from}",
    "the target figure was agreed {on:on|in}, but the service did not take part in the community until {from}",
}

message! {
    OpenAfterLeaving { until: PartialDate }
    "måltallet skal stadig aftales, men tilbuddet indgik kun i fællesskabet til og med {until}",
    "the target figure is yet to be agreed, but the service took part in the community only up to and including {until}",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let as_of = PartialDate::of_day(cx.as_of()).ok();
    each_target(community, at, |target, at, statement| {
        let statement = statement.unwrap_or_default();
        let agreed_on = first_agreed(target);
        let on = agreed_on.or(as_of.filter(|_| target.is_open()));
        match (statement.membership, statement.takes_part(on)) {
            (Answers { yes: true, no: true }, _) => cx.depends_on(at, codes::IMP009),
            // Before the day on which it is said not to take part, it can have done so.
            (Answers { yes: false, no: true }, None) if on.is_some() => cx.not_assessable(at, MEMBERSHIP),
            (Answers { yes: false, no: true }, _) => cx.not_met(at, BindsOutsider {}),
            (Answers { yes: true, no: false }, _) => match (statement.left_before(on), agreed_on) {
                (Some(until), Some(on)) => cx.not_met(at, AgreedAfterLeaving { on, until }),
                (Some(until), None) => cx.not_met(at, OpenAfterLeaving { until }),
                (None, Some(on)) if is_agreed_here(target) => {
                    if let Some(from) = statement.joined_after(agreed_on) {
                        cx.not_met(at, AgreedBeforeJoining { on, from });
                    }
                }
                (None, _) => {}
            },
            (Answers { yes: false, no: false }, _) if statement.is_stated => {
                cx.not_assessable(at, INVITATION);
            }
            (Answers { yes: false, .. }, _) => cx.not_assessable(at, MEMBERSHIP),
        }
    });
}

/// What the parties agreed can become a figure of the community when the service joins.
const fn is_agreed_here(target: &TargetFigure) -> bool {
    matches!(target.agreed_by, None | Some(Forum::Community { .. }))
}

/// When the figure was first agreed: later it can have been adjusted, or measured, for a service that has left.
fn first_agreed(target: &TargetFigure) -> Option<PartialDate> {
    let agreed = target.history.iter().filter(|step| step.state == Some(TargetState::Agreed));
    agreed.filter_map(|step| step.on).min_by_key(|on| on.first_day())
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
        let from = PartialDate::of_month(2023, 9);
        community
            .members
            .push(CommunityMember { from, ..added::member(Membership::Member, Some(true), tape) });
        let mut target = added::target(tape);
        target.target.state = Some(TargetState::Agreed);
        let on = PartialDate::of_month(2023, 8);
        target.target.history = [TargetStep { on, ..TargetStep::new(TargetState::Agreed) }].into();
        community.charter = None;
        community.targets.push(target);
    },
];

#[cfg(test)]
const JOINS: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2023-09-01" }],
    "targets": [{
        "service": "00000000-0000-4000-8000-000000000002",
        "target": {
            "id": "00000000-0000-4000-8000-000000000005", "state": "agreed",
            "history": [{ "state": "agreed", "on": "2023-09" }]
        }
    }]
}"#;

#[cfg(test)]
const COMMUNITY: &str = r#"{
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
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(COMMUNITY),
    // The figure was agreed before the service left, on its last day, in that month, or at a time that is not stated; the
    // service returned; and it leaves tomorrow.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "from": "2023-11" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "pilotSite", "until": "2024-01-15" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000005", "state": "agreed",
                        "history": [{ "state": "agreed", "on": "2023-08" }, { "state": "agreed", "on": "2023-05-31" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000006", "history": [{ "state": "agreed", "on": "2023-05" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000007", "state": "agreed" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000008", "history": [{ "state": "agreed", "on": "2023-12" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "target": { "id": "00000000-0000-4000-8000-000000000009", "state": "toBeAgreed" }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "history": [{ "state": "agreed", "on": "2023-06-01" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000006", "state": "toBeAgreed" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000007",
                        "history": [{ "state": "agreed", "on": "2023-05-31" }]
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000008", "state": "toBeAgreed" }
                }
            ]
        }"#,
        &[
            not_met(
                "/targets/0",
                "måltallet er aftalt 1. juni 2023, men tilbuddet indgik kun i fællesskabet til og med 31. maj 2023",
                "the target figure was agreed on 1 June 2023, but the service took part in the community only up to and including 31 May 2023",
            ),
            not_met(
                "/targets/1",
                "måltallet skal stadig aftales, men tilbuddet indgik kun i fællesskabet til og med 31. maj 2023",
                "the target figure is yet to be agreed, but the service took part in the community only up to and including 31 May 2023",
            ),
            not_assessable(
                "/targets/2",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_met(
                "/targets/3",
                "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
                "the community has a target figure for a service that does not take part in it",
            ),
        ],
    ),
    // Agreed in the month in which the service joined; before, but by the parties; still to be agreed.
    accepts(JOINS),
    accepts_with(
        JOINS,
        r#"{ "/targets/0/target/history/0/on": "2023-08", "/targets/0/target/agreedBy": "parties" }"#,
    ),
    accepts_with(
        JOINS,
        r#"{ "/targets/0/target/history": null, "/targets/0/target/state": "toBeAgreed", "/members/0/from": "2024-02" }"#,
    ),
    refuses_with(
        JOINS,
        r#"{ "/targets/0/target/history/0/on": "2023-08-31" }"#,
        &[not_met(
            "/targets/0",
            "måltallet er aftalt 31. august 2023, men tilbuddet indgik først i fællesskabet fra 1. september 2023",
            "the target figure was agreed on 31 August 2023, but the service did not take part in the community until 1 September 2023",
        )],
    ),
    // A service outside the community has no target figure.
    accepts_with(
        COMMUNITY,
        r#"{ "/members/0/membership": "nonMember", "/members/1/membership": null, "/targets": null }"#,
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
    refuses_with(
        COMMUNITY,
        r#"{ "/members/1/membership": "nonMember" }"#,
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
    refuses_with(
        COMMUNITY,
        r#"{ "/members/0/membership": null, "/members/1/membership": "invited" }"#,
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
    // It never took part, and when the figure was agreed is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "from": "2024-01-09" }
            ],
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005", "state": "agreed" }
            }]
        }"#,
        &[not_met(
            "/targets/0",
            "fællesskabet har et måltal for et tilbud, der ikke indgår i det",
            "the community has a target figure for a service that does not take part in it",
        )],
    ),
    // A service that is not listed may take part or not.
    refuses_with(
        COMMUNITY,
        r#"{ "/members": null, "/targets/1": null }"#,
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
