//! A core element is listed once among those that a circle works with.

pub(super) use super::cir014_circle_stated_once::{RULE, check_elements as check};
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "coreElements": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "coreElements": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000002"]
        }"#,
        &[not_met(
            "/coreElements/1",
            "kerneelementet står både som nummer 1 og som nummer 2 på listen",
            "the core element is both number 1 and number 2 on the list",
        )],
    ),
];
