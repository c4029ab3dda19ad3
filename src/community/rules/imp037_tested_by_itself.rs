//! A service has tested a change in a cycle of its own.

use super::each_service_spread;
use crate::codes;
use crate::community::{ImprovementCommunity, SpreadStep};
use crate::cycle::links::{Links, number, position};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::body::Membership,
    crate::community::{ChangeSpread, ServiceSpread},
    crate::date::PartialDate,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP037,
    basis: Basis::Form,
    requirements: &["R-037", "R-039"],
    sources: &[
        SourceRef::agreement("1.4"),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, spreads, tested; cycles, service"),
    ],
    title: Bilingual::new(
        "har et tilbud afprøvet en forandring, er der henvist til tilbuddets egen cyklus",
        "where a service has tested a change, it refers to a cycle of its own",
    ),
    why: Bilingual::new(
        "Det, der virker ét sted, virker ikke nødvendigvis et andet. Et andet tilbuds afprøvning viser ikke, at forandringen er afprøvet her. En tilpasning må gerne bygge på andres afprøvning.",
        "What works in one place may not work in another. A test of another service does not show that the change was tested here. An adaptation may rest on the test of others.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilbuddets egen cyklus, ret cyklussens tilbud, eller skriv, at forandringen ikke er afprøvet her.",
        "Refer to a cycle of the service itself, correct the service of the cycle, or say that the change was not tested here.",
    ),
    example: Bilingual::new(
        "Elvergården har afprøvet samtaleguiden i cyklus 3, som er Bakkehus' afprøvning.",
        "Elvergården has tested the guide in cycle 3, which is a test of Bakkehus.",
    ),
    ..Rule::DERIVED
};

message! {
    TestOfOther { cycle: u64 }
    "tilbuddet skal have afprøvet forandringen i cyklus {cycle}, men den er et andet tilbuds afprøvning",
    "the service is said to have tested the change in cycle {cycle}, but that is a test of another service",
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_service_spread(community, at, |_, one, at| {
        let Some(nth) = one.tested.as_ref().and_then(SpreadStep::cycle).and_then(|id| links.find(id)) else {
            return;
        };
        let tester = community.cycles.get(position(nth)).and_then(|cycle| cycle.service);
        if tester.is_some_and(|tester| tester != one.service) {
            let at = at.key("tested");
            let at = at.key("taken");
            cx.not_met(&at.key("cycle"), TestOfOther { cycle: number(nth) });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.charter = None;
    for n in [20, 21] {
        community.members.push(added::member_of(tape.spare_id(n), Membership::Member, true));
    }
    let mut cycle = added::carried_out(5, community, tape);
    cycle.service = Some(tape.spare_id(20));
    cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2024));
    let tested = Some(SpreadStep::Taken { on: PartialDate::of_year(2024), cycle: Some(cycle.id) });
    let services = [ServiceSpread { tested, ..ServiceSpread::new(tape.spare_id(21)) }].into();
    community.cycles.push(cycle);
    community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Its own test, one that does not say whose it is, none, one that is not there, and what rests on the test of
    // another.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000012", "do": {} }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000011" } } },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000012" } },
                    "adapted": { "taken": { "cycle": "00000000-0000-4000-8000-000000000011" } }
                },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000005", "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000019" } } },
                { "service": "00000000-0000-4000-8000-000000000006" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000012", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": {} }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000011" } } }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/0/tested/taken/cycle",
            "tilbuddet skal have afprøvet forandringen i cyklus 2, men den er et andet tilbuds afprøvning",
            "the service is said to have tested the change in cycle 2, but that is a test of another service",
        )],
    ),
];
