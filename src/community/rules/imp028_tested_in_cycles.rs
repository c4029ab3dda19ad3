//! A change is shown to be effective in a service once a cycle has tested it there.

use uuid::Uuid;

pub(super) use super::imp028_shown_where_tested::RULE;
use crate::community::{ChangeSpread, ImprovementCommunity};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::sorted::sorted;
use crate::text::{Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};

message! {
    ShownBeforeCycle { on: PartialDate, cycle: u64, tested_on: PartialDate }
    "forandringen har vist sig at virke i tilbuddet {on:i}, men tilbuddet har først afprøvet den {tested_on:i} (cyklus {cycle})",
    "the change was shown to be effective in the service {on:on|in}, but the service did not test it until {tested_on} (cycle {cycle})",
}

/// A cycle of a service that was carried out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Test<'c> {
    service: Uuid,
    change: Folded<'c>,
    on: Option<PartialDate>,
    n: usize,
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !community.cycles.is_empty() && community.spreads.iter().any(|one| shown(one).is_some()) {
        check_shown(community, at, cx);
    }
}

fn check_shown<'c>(community: &'c ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let tests = |put: &mut dyn FnMut(Test<'c>)| {
        for (n, cycle) in community.cycles.iter().enumerate() {
            let change = Folded::stated(cycle.change.as_ref());
            if let (Some(service), Some(change), Some(test)) = (cycle.service, change, &cycle.carried_out) {
                put(Test { service: service.uuid(), change, on: test.on, n });
            }
        }
    };
    let list = at.key("spreads");
    sorted(tests, |tests| {
        for (n, spread) in community.spreads.iter().enumerate() {
            let Some((service, change, on)) = shown(spread) else { continue };
            let from = tests.partition_point(|one| (one.service, one.change) < (service, change));
            let same = tests.iter().skip(from);
            let mut same = same.take_while(|one| (one.service, one.change) == (service, change));
            let first = same.clone().min_by_key(|one| one.on.map(PartialDate::first_day));
            let is_later = |one: &Test<'_>| one.on.is_some_and(|tested_on| on.ends_before(tested_on));
            if let Some((Test { n: cycle, .. }, tested_on)) = first.and_then(|one| Some((one, one.on?)))
                && same.all(is_later)
            {
                let at = list.index(n);
                let at = at.key("effect");
                let facts = ShownBeforeCycle { on, cycle: ordinal(*cycle), tested_on };
                cx.not_met(&at.key("shown").key("on"), facts);
            }
        }
    });
}

/// In which service a change was shown to be effective, and when. What the spread itself says of a test there is for the
/// other part of the rule.
fn shown(spread: &ChangeSpread) -> Option<(Uuid, Folded<'_>, PartialDate)> {
    let effect = spread.effect.as_ref()?;
    let (service, on) = (effect.origin()?, effect.on()?);
    let says_so = spread.services.iter().any(|one| one.service == service && one.tested.is_some());
    let change = Folded::stated(spread.change.as_ref())?;
    (!says_so).then_some((service.uuid(), change, on))
}

#[cfg(test)]
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "cycles": [
        { "id": "00000000-0000-4000-8000-000000000002", "service": "00000000-0000-4000-8000-00000000000a", "change": "en guide", "do": { "on": "2023-05" } },
        { "id": "00000000-0000-4000-8000-000000000003", "service": "00000000-0000-4000-8000-00000000000a", "change": "En guide", "do": { "on": "2023-03-10" } },
        { "id": "00000000-0000-4000-8000-000000000004", "service": "00000000-0000-4000-8000-00000000000b", "change": "en guide", "do": { "on": "2023-01" } },
        { "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-00000000000a", "change": "en mentor", "do": { "on": "2023-01" } }
    ],
    "spreads": [{
        "change": "En guide ",
        "effect": { "shown": { "service": "00000000-0000-4000-8000-00000000000a", "on": "2023-03" } }
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Shown in the month of the first test; without a date; by a test without one; by no cycle; and tested outside the cycles.
    accepts(COMMUNITY),
    accepts_with(COMMUNITY, r#"{ "/spreads/0/effect/shown/on": null }"#),
    accepts_with(COMMUNITY, r#"{ "/spreads/0/effect/shown/on": "2023-01", "/cycles/0/do/on": null }"#),
    accepts_with(COMMUNITY, r#"{ "/spreads/0/effect/shown/on": "2022", "/spreads/0/change": "en app" }"#),
    accepts_with(
        COMMUNITY,
        r#"{
            "/spreads/0/effect/shown/on": "2023-01",
            "/spreads/0/services": [{ "service": "00000000-0000-4000-8000-00000000000a", "tested": { "taken": { "on": "2022-10" } } }]
        }"#,
    ),
    // A cycle that is not carried out tests nothing.
    refuses_with(
        COMMUNITY,
        r#"{
            "/spreads/0/effect/shown/on": "2023-02",
            "/cycles/3": { "id": "00000000-0000-4000-8000-000000000005", "service": "00000000-0000-4000-8000-00000000000a", "change": "en guide" }
        }"#,
        &[not_met(
            "/spreads/0/effect/shown/on",
            "forandringen har vist sig at virke i tilbuddet i februar 2023, men tilbuddet har først afprøvet den 10. marts 2023 (cyklus 2)",
            "the change was shown to be effective in the service in February 2023, but the service did not test it until 10 March 2023 (cycle 2)",
        )],
    ),
];
