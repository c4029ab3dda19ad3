//! A membership does not end before it begins.

pub(super) use super::imp019_charter_period_ordered::RULE;
use crate::community::CommunityMember;
use crate::date::{self, PartialDate};
use crate::report::Path;
use crate::rule::{Checker, message};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    LeavesFirst { until: PartialDate, from: PartialDate }
    "det, der står om tilbuddets deltagelse, gælder til og med {until}, altså før det begynder {from:i}",
    "what is said of the membership of the service holds up to and including {until}, before it begins {from:on|in}",
}

pub(super) fn check(member: &CommunityMember, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((from, until)) = date::backwards(member.from, member.until) {
        cx.not_met(&at.key("until"), LeavesFirst { until, from });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "service": "00000000-0000-4000-8000-000000000002" }"#),
    accepts(
        r#"{ "service": "00000000-0000-4000-8000-000000000002", "from": "2024-05-31", "until": "2024-05" }"#,
    ),
    refuses(
        r#"{ "service": "00000000-0000-4000-8000-000000000002", "from": "2024-06-01", "until": "2024-05" }"#,
        &[not_met(
            "/until",
            "det, der står om tilbuddets deltagelse, gælder til og med maj 2024, altså før det begynder 1. juni 2024",
            "what is said of the membership of the service holds up to and including May 2024, before it begins on 1 June 2024",
        )],
    ),
];
