//! No service joins a community that has ended.

use super::each_member;
use super::imp019_charter_period_ordered::backwards;
pub(super) use super::imp022_within_charter::RULE;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::{self, PartialDate};
use crate::report::Path;
use crate::rule::{Checker, message};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses_with};

message! {
    JoinsAfterEnd { from: PartialDate, ends_on: PartialDate }
    "tilbuddet indgår først fra {from}, men fællesskabet slutter {ends_on:i}",
    "the service does not take part until {from}, but the community ends {ends_on:on|in}",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(charter) = &community.charter else { return };
    let Some(ends_on) = charter.ends_on else { return };
    each_member(community, at, |member, at| {
        // One that ends before it begins is for IMP042.
        let is_sound = date::backwards(member.from, member.until).is_none();
        let joins = member.from.filter(|_| is_sound && member.membership.is_member() == Some(true));
        let Some(from) = joins.filter(|from| ends_on.ends_before(*from)) else { return };
        let at = at.key("from");
        if backwards(charter).is_some() {
            cx.depends_on(&at, codes::IMP019);
        } else {
            cx.not_met(&at, JoinsAfterEnd { from, ends_on });
        }
    });
}

#[cfg(test)]
const JOINS: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11-30" },
    "members": [
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2024-11-30" },
        { "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "from": "2024-11", "until": "2024-11" },
        { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2024-12" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the last day, or in the last month; afterwards a service may be said not to take part.
    accepts(JOINS),
    accepts_with(JOINS, r#"{ "/members/0/from": "2025", "/members/0/until": "2024" }"#),
    accepts_with(JOINS, r#"{ "/charter/endsOn": null, "/members/0/from": "2025" }"#),
    refuses_with(
        JOINS,
        r#"{ "/members/0/from": "2024-12-01", "/members/1/from": "2025", "/members/1/until": null, "/members/2": null }"#,
        &[
            not_met(
                "/members/0/from",
                "tilbuddet indgår først fra 1. december 2024, men fællesskabet slutter 30. november 2024",
                "the service does not take part until 1 December 2024, but the community ends on 30 November 2024",
            ),
            not_met(
                "/members/1/from",
                "tilbuddet indgår først fra 2025, men fællesskabet slutter 30. november 2024",
                "the service does not take part until 2025, but the community ends on 30 November 2024",
            ),
        ],
    ),
    refuses_with(
        JOINS,
        r#"{ "/charter/startsOn": "2025", "/members/0/from": "2025-02" }"#,
        &[not_evaluated("/members/0/from", "IMP019")],
    ),
];
