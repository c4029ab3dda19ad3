//! The baseline of an aim is possible: a share lies between 0 and 100%, and no count is below 0.

pub(super) use super::tar013_percent_possible::RULE;
use super::tar013_percent_possible::check_baseline;
use crate::report::Path;
use crate::rule::Checker;
use crate::target_figure::ChangeAim;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(baseline) = &aim.baseline {
        check_baseline(baseline, &at.key("baseline"), cx);
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "kind": "reduce", "baseline": { "value": "100", "unit": "percent" } }"#),
    refuses(
        r#"{ "kind": "reduce", "baseline": { "value": "100.5", "unit": "percent" } }"#,
        &[not_met(
            "/baseline/value",
            "udgangspunktet er 100,5 %, men en andel ligger mellem 0 og 100 %",
            "the baseline is 100.5%, but a share lies between 0 and 100%",
        )],
    ),
];
