//! In an agreement: a target figure is agreed before it is measured, and met only then.

use super::agr035_measured_within_agreement::is_too_early;
use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::Checker;
pub(super) use crate::target_figure::rules::tar011_steps_fit_measuring::RULE;
use crate::target_figure::rules::tar011_steps_fit_measuring::{agreed_late, check_within};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_target(agreement, at, |target, at| {
        // A measuring time before the agreement is wrong itself, whenever the figure was agreed.
        if agreed_late(target, period.as_ref()).is_some() && is_too_early(agreement, target) {
            cx.depends_on(&at.key("measuredAt"), codes::AGR035);
        } else {
            check_within(target, period.as_ref(), at, cx);
        }
    });
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
            "måltallet står som opfyldt, men måles tidligst 30. november 2024",
            "the figure is recorded as met, but is measured on 30 November 2024 at the earliest",
        )],
    ),
    // It is measured before the agreement, and so before it was agreed.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2023-12-15" } },
                    "history": [{ "state": "agreed", "on": "2024-03-20" }]
                }]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0/targets/0/measuredAt", "AGR035")],
    ),
    // Agreed after it was to be measured, in the agreement; and measured before the agreement, agreed before.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "measuredAt": { "date": { "on": "2024-01-10" } },
                        "history": [{ "state": "agreed", "on": "2024-02" }]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004",
                        "measuredAt": { "date": { "on": "2023-12-10" } }, "state": "met",
                        "history": [{ "state": "agreed", "on": "2023-02" }, { "state": "met", "on": "2023-11" }]
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/history/0/on",
                "måltallet er tidligst aftalt 1. februar 2024, men skulle måles senest 10. januar 2024",
                "the figure was agreed on 1 February 2024 at the earliest, but was to be measured by 10 January 2024",
            ),
            not_met(
                "/focusAreas/0/targets/1",
                "måltallet står som opfyldt i november 2023, men måles tidligst 10. december 2023",
                "the figure is recorded as met in November 2023, but is measured on 10 December 2023 at the earliest",
            ),
        ],
    ),
];
