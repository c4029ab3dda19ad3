//! In a community or a circle: a change that is to be adapted is tested again.

use crate::cycle::links::{HoldsCycles, Links, Node};
pub(crate) use crate::cycle::rules::pds008_next_after_adapt::RULE;
use crate::cycle::rules::pds008_next_after_adapt::{asks_for_next, report};
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

/// A cycle also has a next one if another cycle names it as its previous.
pub(crate) fn check(holder: &dyn HoldsCycles, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    for (n, cycle) in holder.cycles().iter().enumerate().filter(|(_, cycle)| asks_for_next(cycle)) {
        // If two cycles have the same id (DOC001), the first of them is named.
        let is_followed = |node: &Node| node.first_after.is_some();
        if !links.nodes.get(n).is_some_and(is_followed) && !links.first(cycle.id).is_some_and(is_followed) {
            report(cycle, &list.item(n, cycle.id), cx);
        }
    }
}

#[cfg(test)]
pub(crate) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The next cycle says so itself.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "decision": "adapt" } },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "act": {}, "previous": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "act": { "decision": "abandon" }, "previous": "00000000-0000-4000-8000-000000000003"
                }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "act": { "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000003"
            }]
        }"#,
    ),
    // No cycle comes after itself.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "decision": "adopt" } },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "act": { "decision": "adapt" }, "previous": "00000000-0000-4000-8000-000000000003"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "act": {}, "previous": "00000000-0000-4000-8000-000000000002"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/1/act",
                "forandringen skal tilpasses, men der er ikke nævnt en næste cyklus",
                "the change is to be adapted, but no further cycle is named",
            ),
            not_evaluated("/cycles/2/act", "PDS004"),
        ],
    ),
    // Two cycles have one id; only the second is named by the next one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "decision": "adapt" } },
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "decision": "adapt" } },
                { "id": "00000000-0000-4000-8000-000000000003", "previous": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
    ),
];
