//! A member does not leave a role before having it.

pub(super) use super::dut013_window_ordered::RULE;
use crate::date::{PartialDate, backwards};
use crate::duty::TrainedMember;
use crate::report::Path;
use crate::rule::{Checker, message};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    LeftFirst { started_on: PartialDate, until: PartialDate }
    "medlemmet er valgt eller udpeget {started_on:i}, men har kun rollen til og med {until}",
    "the member was elected or appointed {started_on:on|in}, but has the role only up to and including {until}",
}

pub(super) fn check(member: &TrainedMember, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((started_on, until)) = backwards(member.started_on, member.until) {
        cx.not_met(&at.key("until"), LeftFirst { started_on, until });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "startedOn": "2023-06-01", "until": "2023-06-01" }"#),
    accepts(r#"{ "startedOn": "2023-06-01", "until": "2023" }"#),
    refuses(
        r#"{ "startedOn": "2023-06-02", "until": "2023-06-01" }"#,
        &[not_met(
            "/until",
            "medlemmet er valgt eller udpeget 2. juni 2023, men har kun rollen til og med 1. juni 2023",
            "the member was elected or appointed on 2 June 2023, but has the role only up to and including 1 June 2023",
        )],
    ),
];
