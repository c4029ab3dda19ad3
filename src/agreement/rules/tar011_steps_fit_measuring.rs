//! In an agreement: a target figure is agreed before it is measured, and met only then.

use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::report::Path;
use crate::rule::Checker;
pub(super) use crate::target_figure::rules::tar011_steps_fit_measuring::RULE;
use crate::target_figure::rules::tar011_steps_fit_measuring::check_within;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_target(agreement, at, |target, at| check_within(target, period.as_ref(), at, cx));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Neither year nor period is stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003", "state": "met",
                    "measuredAt": { "monthDay": { "day": "--11-30" } }
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003", "state": "met",
                    "measuredAt": { "monthDay": { "day": "--11-30" } }
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0",
            "måltallet er meldt opfyldt, men måles tidligst 30. november 2024",
            "the figure is reported as met, but is measured on 30 November 2024 at the earliest",
        )],
    ),
];
