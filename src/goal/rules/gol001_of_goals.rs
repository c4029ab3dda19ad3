//! A goal of the order is assessed and ends after it was ordered.

pub(super) use super::gol001_dates_in_order::{RULE, check_goal as check};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-12" }"#),
    // The end of March may be after any of its days.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "orderedOn": "2024-03-31", "endsOn": "2024-03"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "orderedOn": "2024-04-01", "endsOn": "2024-03"
        }"#,
        &[not_met(
            "/endsOn",
            "målets slutdato er marts 2024, altså før bestillingen, 1. april 2024",
            "the end date of the goal is March 2024, before the day on which it was ordered, 1 April 2024",
        )],
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "assessments": [{ "on": "2023-12" }] }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "orderedOn": "2024-04",
            "assessments": [{ "on": "2024-04-30" }, { "on": "2024-03-31" }]
        }"#,
        &[not_met(
            "/assessments/1/on",
            "vurderingens dato er 31. marts 2024, altså før bestillingen, april 2024",
            "the day of the assessment is 31 March 2024, before the day on which it was ordered, April 2024",
        )],
    ),
];
