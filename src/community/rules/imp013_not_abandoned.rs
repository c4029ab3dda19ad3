//! A change that is spread was not abandoned after the test that the spread rests on.

use super::each_service_spread;
pub(super) use super::imp013_spread_is_effective::RULE;
use super::imp014_spread_in_order::STEPS;
use crate::community::{ImprovementCommunity, SpreadStep};
use crate::cycle::ActDecision;
use crate::cycle::links::{Links, Nth, number, position};
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    Abandoned { step: Bilingual, cycle: u64 }
    "forandringen er {step} i tilbuddet, men blev opgivet efter cyklus {cycle}, som udbredelsen bygger på",
    "the change is {step} in the service, but was abandoned after cycle {cycle}, which the spread rests on",
}

/// A step rests on the last cycle that is named in the service so far. A change that is tested and then abandoned is
/// not spread.
pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_abandoned = |nth: &Nth| {
        let cycle = community.cycles.get(position(*nth));
        let is_followed =
            links.get(*nth).is_some_and(|node| node.next.is_some() || node.first_after.is_some());
        !is_followed && cycle.is_some_and(|cycle| cycle.decision() == Some(ActDecision::Abandon))
    };
    each_service_spread(community, at, |_, one, at| {
        let mut rests_on = None;
        for (step, (key, taken)) in STEPS.into_iter().zip(one.steps()) {
            let Some(SpreadStep::Taken { cycle, .. }) = taken else { continue };
            rests_on = cycle.and_then(|id| links.find(id)).or(rests_on);
            if let Some(nth) = rests_on.filter(is_abandoned).filter(|_| key != "tested") {
                cx.not_met(&at.key(key), Abandoned { step, cycle: number(nth) });
            }
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Tested and abandoned; abandoned and tested in another form; what was adopted; a cycle that is not there.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "act": { "decision": "abandon" } },
                { "id": "00000000-0000-4000-8000-000000000005", "act": { "decision": "abandon" } },
                { "id": "00000000-0000-4000-8000-000000000006", "act": { "decision": "adopt" }, "previous": "00000000-0000-4000-8000-000000000005" }
            ],
            "spreads": [{ "effect": { "shown": { "source": "en undersøgelse" } }, "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000004" } }, "adapted": "notTaken"
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000005" } },
                    "implemented": { "taken": {} }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000007",
                    "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000004" } },
                    "adapted": { "taken": { "cycle": "00000000-0000-4000-8000-000000000006" } },
                    "implemented": { "taken": { "cycle": "00000000-0000-4000-8000-000000000009" } }
                }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000004", "act": { "decision": "abandon" } }],
            "spreads": [{ "effect": { "shown": { "source": "en undersøgelse" } }, "services": [
                { "service": "00000000-0000-4000-8000-000000000003", "implemented": { "taken": {} } },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000004" } },
                    "adapted": "notNeeded", "implemented": { "taken": {} }
                }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/1/implemented",
            "forandringen er implementeret i tilbuddet, men blev opgivet efter cyklus 1, som udbredelsen bygger på",
            "the change is implemented in the service, but was abandoned after cycle 1, which the spread rests on",
        )],
    ),
];
