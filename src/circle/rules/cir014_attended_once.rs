//! A learning circle is listed once among those that took part in an activity.

pub(super) use super::cir014_circle_stated_once::{RULE, check};
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "kind": "workshop",
            "circles": ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]
        }"#,
    ),
    refuses(
        r#"{
            "kind": "workshop",
            "circles": ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000001"]
        }"#,
        &[not_met(
            "/circles/1",
            "læringscirklen står både som nummer 1 og som nummer 2 på listen",
            "the circle is both number 1 and number 2 on the list",
        )],
    ),
];
