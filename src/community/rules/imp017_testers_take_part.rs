//! A service that tests for the community, or has a role in it, takes part in it.

use super::statements::with_statements;
use crate::answers::Answers;
use crate::body::MEMBERSHIP;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::community::{CommunityMember, CommunityRole};
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP017,
    requirements: &["R-023", "R-039"],
    sources: &[SourceRef::agreement("1.3.1"), SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "et tilbud, der afprøver for fællesskabet eller har en af dets roller, indgår i det",
        "a service that tests for the community, or has a role in it, takes part in it",
    ),
    why: Bilingual::new(
        "Kun tilbud, der indgår i fællesskabet, har aktiviteter i det; en afprøvning uden for det er ikke fællesskabets.",
        "Only services that take part in the community have activities in it; a test outside it is not one of the community's tests.",
    ),
    remedy: Bilingual::new(
        "Lad tilbuddet indgå, hvis tilstandsvurderingen taler for det, eller ret, hvilket tilbud der er tale om. Er det udtrådt siden, eller kom det med undervejs, så ret den sidste eller den første dag, det var med.",
        "Let the service take part if its state assessment supports it, or correct which service is meant. If it has left since, or joined in the meantime, correct the last or the first day of its membership.",
    ),
    example: Bilingual::new(
        "En cyklus i fællesskabet er afprøvet i et tilbud, der ikke indgår.",
        "A cycle of the community was tested in a service that does not take part.",
    ),
    requires: &[codes::IMP009],
    ..Rule::DERIVED
};

message! {
    TestsOutside { cycle: u64 }
    "cyklus {cycle} afprøves i et tilbud, der ikke indgår i fællesskabet",
    "cycle {cycle} is tested in a service that does not take part in the community",
}

message! {
    RoleOutside {}
    "rollen er besat fra et tilbud, der ikke indgår i fællesskabet",
    "the role is filled from a service that does not take part in the community",
}

message! {
    TestedAfterLeaving { cycle: u64, on: PartialDate, until: PartialDate }
    "cyklus {cycle} er gennemført {on:i}, men tilbuddet indgik kun i fællesskabet til og med {until}",
    "cycle {cycle} was carried out {on:on|in}, but the service took part in the community only up to and including {until}",
}

message! {
    TestedBeforeJoining { cycle: u64, on: PartialDate, from: PartialDate }
    "cyklus {cycle} er gennemført {on:i}, men tilbuddet indgik først i fællesskabet fra {from}",
    "cycle {cycle} was carried out {on:on|in}, but the service did not take part in the community until {from}",
}

/// Why a service does not take part.
enum Outside {
    Left { until: PartialDate },
    Joins { from: PartialDate },
    Always,
}

const LISTED: Bilingual =
    Bilingual::new("tilbuddet på listen over medlemmer", "the service on the list of members");

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.cycles.iter().all(|cycle| cycle.service.is_none())
        && community.roles.iter().all(|role| role.service.is_none())
    {
        return;
    }
    with_statements(community, |of| {
        let is_outside = |service, on: Option<PartialDate>, at: &Path<'_>, cx: &mut Checker<'_>| {
            let Some(said) = of(service) else {
                cx.not_assessable(at, LISTED);
                return None;
            };
            match (said.membership, said.takes_part(on)) {
                (Answers { yes: true, no: true }, _) => cx.depends_on(at, codes::IMP009),
                (Answers { yes: true, no: false }, Some(true)) => {}
                (_, None) => cx.not_assessable(at, MEMBERSHIP),
                (_, Some(_)) => {
                    let left = said.left_before(on).map(|until| Outside::Left { until });
                    let joins = || said.joined_after(on).map(|from| Outside::Joins { from });
                    return Some(left.or_else(joins).unwrap_or(Outside::Always));
                }
            }
            None
        };
        let as_of = PartialDate::of_day(cx.as_of()).ok();
        let list = at.key("roles");
        // A role with the count 0 has nobody in it.
        for (n, role) in community.roles.iter().enumerate().filter(|(_, role)| role.count != Some(0)) {
            let Some(service) = role.service else { continue };
            let at = list.index(n);
            // When somebody has it is not stated: that can be before the service left, or once it has joined.
            if let Some(Outside::Always) = is_outside(service, as_of, &at.key("service"), cx) {
                cx.not_met(&at.key("service"), RoleOutside {});
            }
        }
        let list = at.key("cycles");
        for (n, cycle) in community.cycles.iter().enumerate() {
            let Some(service) = cycle.service else { continue };
            let at = list.item(n, cycle.id);
            let (tested_on, cycle) = (cycle.carried_out.as_ref().and_then(|test| test.on), text::ordinal(n));
            let at = at.key("service");
            match (is_outside(service, tested_on, &at, cx), tested_on) {
                (None, _) => {}
                (Some(Outside::Left { until }), Some(on)) => {
                    cx.not_met(&at, TestedAfterLeaving { cycle, on, until });
                }
                (Some(Outside::Joins { from }), Some(on)) => {
                    cx.not_met(&at, TestedBeforeJoining { cycle, on, from });
                }
                (Some(_), _) => cx.not_met(&at, TestsOutside { cycle }),
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        let service = Some(tape.spare_id(1));
        community.cycles.push(PdsaCycle { service, ..added::cycle(5, tape) });
    },
    |community, tape| {
        let service = Some(tape.spare_id(1));
        community.cycles.push(PdsaCycle { service, ..added::cycle(5, tape) });
    },
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        let service = Some(tape.spare_id(1));
        community.roles.push(CommunityRole { service, ..CommunityRole::default() });
    },
    |community, tape| {
        let from = PartialDate::of_month(2023, 9);
        community
            .members
            .push(CommunityMember { from, ..added::member(Membership::Member, Some(true), tape) });
        let mut cycle = added::carried_out(5, community, tape);
        cycle.service = Some(tape.spare_id(1));
        cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_month(2023, 8));
        community.charter = None;
        community.cycles.push(cycle);
    },
];

#[cfg(test)]
const JOINS: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "members": [
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2023-09-01" },
        { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "from": "2024-02" }
    ],
    "roles": [{ "role": "leder", "service": "00000000-0000-4000-8000-000000000003" }],
    "cycles": [{
        "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-000000000002",
        "do": { "on": "2023-09-01" }
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Which service tests is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // Carried out while the service took part, or without a day; a role in a service that has left.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "from": "2023-06-01" }
            ],
            "roles": [{ "role": "leder", "service": "00000000-0000-4000-8000-000000000002" }],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-000000000002",
                    "do": { "on": "2023-05-31" }, "act": { "on": "2023-07" }
                },
                { "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-000000000002",
                    "do": { "on": "2023-06" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-000000000003",
                    "do": { "on": "2023-05" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "service": "00000000-0000-4000-8000-000000000003",
                    "do": { "on": "2023-06" }
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/service",
                "cyklus 1 er gennemført i juni 2023, men tilbuddet indgik kun i fællesskabet til og med 31. maj 2023",
                "cycle 1 was carried out in June 2023, but the service took part in the community only up to and including 31 May 2023",
            ),
            not_assessable(
                "/cycles/1/service",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_met(
                "/cycles/2/service",
                "cyklus 3 afprøves i et tilbud, der ikke indgår i fællesskabet",
                "cycle 3 is tested in a service that does not take part in the community",
            ),
        ],
    ),
    // Carried out on the day on which the service joined, or in that month; it takes over a role when it joins. An earlier
    // membership counts, and one without a first day.
    accepts(JOINS),
    accepts_with(JOINS, r#"{ "/cycles/0/do/on": "2023-09" }"#),
    accepts_with(
        JOINS,
        r#"{
            "/cycles/0/do/on": "2023-02", "/roles": null,
            "/members/1": { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05" }
        }"#,
    ),
    refuses_with(
        JOINS,
        r#"{ "/cycles/0/do/on": "2023-08" }"#,
        &[not_met(
            "/cycles/0/service",
            "cyklus 1 er gennemført i august 2023, men tilbuddet indgik først i fællesskabet fra 1. september 2023",
            "cycle 1 was carried out in August 2023, but the service did not take part in the community until 1 September 2023",
        )],
    ),
    refuses_with(
        JOINS,
        r#"{
            "/cycles/0/do/on": "2023-08-31",
            "/members/1": { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "until": "2023-08" }
        }"#,
        &[
            not_assessable(
                "/roles/0/service",
                "kan ikke vurderes; mangler: tilbuddet på listen over medlemmer",
                "cannot be assessed; missing: the service on the list of members",
            ),
            not_met(
                "/cycles/0/service",
                "cyklus 1 er gennemført 31. august 2023, men tilbuddet indgik først i fællesskabet fra 1. september 2023",
                "cycle 1 was carried out on 31 August 2023, but the service did not take part in the community until 1 September 2023",
            ),
        ],
    ),
    // A role that is filled from a member, from elsewhere, and by nobody.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ],
            "roles": [
                { "role": "leder", "service": "00000000-0000-4000-8000-000000000002" }, { "role": "proceskonsulent" },
                { "role": "leder", "service": "00000000-0000-4000-8000-000000000003", "count": 0 }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }],
            "roles": [
                { "role": "leder", "service": "00000000-0000-4000-8000-000000000003", "count": 1 },
                { "role": "leder", "service": "00000000-0000-4000-8000-000000000009" }
            ]
        }"#,
        &[
            not_met(
                "/roles/0/service",
                "rollen er besat fra et tilbud, der ikke indgår i fællesskabet",
                "the role is filled from a service that does not take part in the community",
            ),
            not_assessable(
                "/roles/1/service",
                "kan ikke vurderes; mangler: tilbuddet på listen over medlemmer",
                "cannot be assessed; missing: the service on the list of members",
            ),
        ],
    ),
    // IMP009 asks which of two statements counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }
            ],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_evaluated("/cycles/0/service", "IMP009")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000006", "service": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000007", "service": "00000000-0000-4000-8000-000000000009" }
            ]
        }"#,
        &[
            not_met(
                "/cycles/1/service",
                "cyklus 2 afprøves i et tilbud, der ikke indgår i fællesskabet",
                "cycle 2 is tested in a service that does not take part in the community",
            ),
            not_assessable(
                "/cycles/2/service",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            ),
            not_assessable(
                "/cycles/3/service",
                "kan ikke vurderes; mangler: tilbuddet på listen over medlemmer",
                "cannot be assessed; missing: the service on the list of members",
            ),
        ],
    ),
    // Only one of the roles has a service.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }],
            "roles": [
                { "role": "proceskonsulent" }, { "role": "leder", "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[not_met(
            "/roles/1/service",
            "rollen er besat fra et tilbud, der ikke indgår i fællesskabet",
            "the role is filled from a service that does not take part in the community",
        )],
    ),
];
