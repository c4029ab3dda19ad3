//! The baseline of an aim is counted before the change is to have been made.

pub(super) use super::tar009_baseline_first::RULE;
use super::tar009_baseline_first::check_aim_within;
use crate::report::Path;
use crate::rule::Checker;
use crate::target_figure::ChangeAim;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

/// In an agreement, the agreement checks the rule: it knows the year of a day without one.
pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("agreement") {
        check_aim_within(aim, None, at, cx);
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count", "on": "2024-11" },
            "size": "5", "unit": "count", "by": { "date": { "on": "2024-11-01" } }
        }"#,
    ),
    refuses(
        r#"{
            "kind": "maintain", "baseline": { "value": "12", "unit": "count", "on": "2024-11-02" },
            "by": { "date": { "on": "2024-11-01" } }
        }"#,
        &[not_met(
            "/baseline/on",
            "udgangspunktet er tidligst opgjort 2. november 2024, men ændringen skal være sket senest 1. november 2024",
            "the baseline was counted on 2 November 2024 at the earliest, but the change is to have been made by \
             1 November 2024",
        )],
    ),
];
