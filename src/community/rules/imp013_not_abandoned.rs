//! A change that is spread was not abandoned after the test that the spread rests on, or where it was shown to be
//! effective.

use core::iter::successors;

use uuid::Uuid;

use super::each_service_spread;
pub(super) use super::imp013_spread_is_effective::RULE;
use super::imp014_spread_in_order::STEPS;
use crate::community::{Effect, ImprovementCommunity, SpreadStep};
use crate::cycle::links::{Links, Node, Nth, number, position};
use crate::cycle::{ActDecision, PdsaCycle};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    Abandoned { step: Bilingual, cycle: u64 }
    "forandringen er {step} i tilbuddet, men blev opgivet efter cyklus {cycle}, som udbredelsen bygger på",
    "the change is {step} in the service, but was abandoned after cycle {cycle}, which the spread rests on",
}

message! {
    ShownWhereAbandoned { cycle: u64 }
    "forandringen skal have vist sig at virke i tilbuddet, men da tilbuddet sidst afprøvede den (cyklus {cycle}), blev den opgivet",
    "the change is said to have been shown effective in the service, but when the service last tested it (cycle {cycle}), it was abandoned",
}

/// A step rests on the last cycle that is named in the service so far. A change that is tested and then abandoned is
/// not spread.
pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    if numbered(community).all(|(nth, cycle)| !is_abandoned(cycle, nth, links)) {
        return;
    }
    check_effects(community, links, at, cx);
    let is_abandoned = |nth: &Nth| {
        community.cycles.get(position(*nth)).is_some_and(|cycle| is_abandoned(cycle, *nth, links))
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

/// Whether a series ends with this cycle because the change was abandoned.
fn is_abandoned(cycle: &PdsaCycle, nth: Nth, links: Links<'_>) -> bool {
    let is_followed = |node: &Node| node.next.is_some() || node.first_after.is_some();
    cycle.decision() == Some(ActDecision::Abandon) && !links.get(nth).is_some_and(is_followed)
}

/// A change that is said to be effective in a service.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Shown<'c> {
    service: Uuid,
    change: Folded<'c>,
    /// The position of the spread.
    spread: usize,
    on: Option<PartialDate>,
    /// How many cycles of the service test the change.
    tests: u32,
    /// How many of them belong to a series at whose end it was abandoned before that day, and the last cycle of the last
    /// such series.
    abandoned: u32,
    last: Option<Nth>,
}

/// If one of several series of the service did not end so, or only later, the effect can have been shown by it.
fn check_effects<'c>(
    community: &'c ImprovementCommunity,
    links: Links<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let shown = |put: &mut dyn FnMut(Shown<'c>)| {
        for (n, spread) in community.spreads.iter().enumerate() {
            let service = spread.effect.as_ref().and_then(Effect::origin);
            if let (Some(service), Some(change)) = (service, Folded::stated(spread.change.as_ref())) {
                let (service, on) = (service.uuid(), spread.effect.as_ref().and_then(Effect::on));
                put(Shown { service, change, spread: n, on, ..Shown::default() });
            }
        }
    };
    let list = at.key("spreads");
    sorted(shown, |shown| {
        for (nth, cycle) in numbered(community) {
            if let Some(one) = tested_by(cycle, shown) {
                one.tests = one.tests.saturating_add(1);
            }
            if is_abandoned(cycle, nth, links) {
                count_abandoned(community, nth, links, shown);
            }
        }
        for one in shown.iter().filter(|one| one.tests == one.abandoned) {
            if let Some(cycle) = one.last.map(number) {
                let at = list.index(one.spread);
                let at = at.key("effect");
                cx.not_met(&at.key("shown").key("service"), ShownWhereAbandoned { cycle });
            }
        }
    });
}

/// Goes back from the last cycle of a series, as long as no other series continues from there.
fn count_abandoned<'c>(
    community: &'c ImprovementCommunity,
    last: Nth,
    links: Links<'_>,
    shown: &mut [Shown<'c>],
) {
    let on = community.cycles.get(position(last)).and_then(|cycle| cycle.act.as_ref()?.on);
    let before = |nth: &Nth| {
        let node = links.get(*nth)?;
        let before = node.previous.or(node.first_before)?;
        (links.only_after(links.get(before)?) == Some(*nth)).then_some(before)
    };
    for nth in successors(Some(last), before) {
        let cycle = community.cycles.get(position(nth));
        if let Some(one) = cycle.and_then(|cycle| tested_by(cycle, shown))
            && one.on.zip(on).is_none_or(|(shown, abandoned)| shown.last_day() >= abandoned.first_day())
        {
            one.abandoned = one.abandoned.saturating_add(1);
            one.last = one.last.max(Some(last));
        }
    }
}

/// What a cycle tests, if it is among what is shown.
fn tested_by<'s, 'c>(cycle: &'c PdsaCycle, shown: &'s mut [Shown<'c>]) -> Option<&'s mut Shown<'c>> {
    let key = (cycle.service?.uuid(), Folded::stated(cycle.change.as_ref())?);
    let n = shown.binary_search_by_key(&key, |one| (one.service, one.change)).ok()?;
    shown.get_mut(n)
}

fn numbered(community: &ImprovementCommunity) -> impl Iterator<Item = (Nth, &PdsaCycle)> {
    (1..).filter_map(Nth::new).zip(&community.cycles)
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
    // The effect was shown before the end of the series; by another series; by one that goes on in two ways; of another
    // change; and in another service.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-00000000000a", "change": "følvagter", "act": { "on": "2023-04-09", "decision": "abandon" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-00000000000a", "change": "en guide", "act": { "on": "2023-04-09", "decision": "abandon" } },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-00000000000a", "change": "En guide", "act": { "on": "2023-04-10", "decision": "adopt" } },
                { "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-00000000000a", "change": "en mentor", "act": { "decision": "adapt" } },
                { "id": "00000000-0000-4000-8000-000000000015", "service": "00000000-0000-4000-8000-00000000000a", "change": "to mentorer", "act": { "decision": "abandon" }, "previous": "00000000-0000-4000-8000-000000000014" },
                { "id": "00000000-0000-4000-8000-000000000016", "service": "00000000-0000-4000-8000-00000000000a", "change": "en fast mentor", "act": { "decision": "adopt" }, "previous": "00000000-0000-4000-8000-000000000014" }
            ],
            "spreads": [
                { "change": "Følvagter", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a", "on": "2023-04-08" } } },
                { "change": "En guide", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a", "on": "2023-05" } } },
                { "change": "En mentor", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a" } } },
                { "change": "En app", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a" } } },
                { "change": "To mentorer", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000b" } } },
                { "change": "To mentorer", "effect": "notShown" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-00000000000a", "change": "Følvagter", "act": { "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000012" },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-00000000000a", "change": "Følvagter med fast mentor", "act": { "on": "2023-04-09", "decision": "abandon" } },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-00000000000b", "change": "Følvagter", "act": { "decision": "adopt" } },
                { "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-00000000000b", "change": "En guide", "act": { "decision": "abandon" } }
            ],
            "spreads": [
                { "change": "følvagter ", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a", "on": "2023-04-09" } } },
                { "change": "En guide", "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000b" } } }
            ]
        }"#,
        &[
            not_met(
                "/spreads/0/effect/shown/service",
                "forandringen skal have vist sig at virke i tilbuddet, men da tilbuddet sidst afprøvede den (cyklus 2), blev den opgivet",
                "the change is said to have been shown effective in the service, but when the service last tested it (cycle 2), it was abandoned",
            ),
            not_met(
                "/spreads/1/effect/shown/service",
                "forandringen skal have vist sig at virke i tilbuddet, men da tilbuddet sidst afprøvede den (cyklus 4), blev den opgivet",
                "the change is said to have been shown effective in the service, but when the service last tested it (cycle 4), it was abandoned",
            ),
        ],
    ),
    // Shown in the month in which it was abandoned, after the day; and abandoned, but with a next cycle.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002",
                    "change": "en guide", "act": { "on": "2023-04-15", "decision": "abandon" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000002",
                    "change": "en mentor", "next": "00000000-0000-4000-8000-000000000013",
                    "act": { "on": "2023-04", "decision": "abandon" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-000000000002",
                    "change": "en mentor"
                }
            ],
            "spreads": [
                {
                    "change": "en guide",
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000002", "on": "2023-04" } }
                },
                {
                    "change": "en mentor",
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000002", "on": "2023-05" } },
                    "services": [{
                        "service": "00000000-0000-4000-8000-000000000003",
                        "implemented": { "taken": { "cycle": "00000000-0000-4000-8000-000000000012" } }
                    }]
                }
            ]
        }"#,
        &[not_met(
            "/spreads/0/effect/shown/service",
            "forandringen skal have vist sig at virke i tilbuddet, men da tilbuddet sidst afprøvede den (cyklus 1), blev den opgivet",
            "the change is said to have been shown effective in the service, but when the service last tested it (cycle 1), it was abandoned",
        )],
    ),
    // A month may end after the day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002",
                "change": "en guide", "act": { "on": "2023-04", "decision": "abandon" }
            }],
            "spreads": [{
                "change": "en guide",
                "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000002", "on": "2023-04-15" } }
            }]
        }"#,
        &[not_met(
            "/spreads/0/effect/shown/service",
            "forandringen skal have vist sig at virke i tilbuddet, men da tilbuddet sidst afprøvede den (cyklus 1), blev den opgivet",
            "the change is said to have been shown effective in the service, but when the service last tested it (cycle 1), it was abandoned",
        )],
    ),
];
