//! In an agreement: a baseline is counted before the figure is measured.

use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::report::Path;
use crate::rule::Checker;
pub(super) use crate::target_figure::rules::tar009_baseline_first::RULE;
use crate::target_figure::rules::tar009_baseline_first::{check_aim_within, check_within};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_target(agreement, at, |target, at| check_within(target, period.as_ref(), at, cx));
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        let actions = at.key("actions");
        for (n, action) in area.actions.iter().enumerate() {
            if let Some(aim) = &action.aim {
                check_aim_within(aim, period.as_ref(), &actions.item(n, action.id).key("aim"), cx);
            }
        }
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Neither year nor period is stated, so nothing contradicts the day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "baseline": { "value": "70", "unit": "percent", "on": "2024-12-01" },
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
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "baseline": { "value": "70", "unit": "percent", "on": "2024-11-30" },
                        "measuredAt": { "monthDay": { "day": "--11-30" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004",
                        "baseline": { "value": "70", "unit": "percent", "on": "2024-12-01" },
                        "measuredAt": { "monthDay": { "day": "--11-30" } }
                    }
                ],
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000005" },
                    {
                        "id": "00000000-0000-4000-8000-000000000006",
                        "aim": { "baseline": { "on": "2025" }, "by": { "monthDay": { "day": "--11-30" } } }
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/1/aim/baseline/on",
                "udgangspunktet er tidligst opgjort 1. januar 2025, men ændringen skal være sket senest 30. november 2024",
                "the baseline was counted on 1 January 2025 at the earliest, but the change is to have been made by \
                 30 November 2024",
            ),
            not_met(
                "/focusAreas/0/targets/1/baseline/on",
                "udgangspunktet er tidligst opgjort 1. december 2024, altså efter målingen (senest 30. november 2024)",
                "the baseline was counted on 1 December 2024 at the earliest, which is after the measurement \
                 (by 30 November 2024)",
            ),
        ],
    ),
    // With its year in the document it is found once.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-03-31" } },
                    "baseline": { "value": "70", "unit": "percent", "on": "2024-05" }
                }],
                "actions": [{
                    "id": "00000000-0000-4000-8000-000000000004",
                    "aim": {
                        "kind": "reduce", "size": "5", "unit": "count", "by": { "date": { "on": "2024-11-01" } },
                        "baseline": { "value": "12", "unit": "count", "on": "2024-12" }
                    }
                }]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/aim/baseline/on",
                "udgangspunktet er tidligst opgjort 1. december 2024, men ændringen skal være sket senest 1. november 2024",
                "the baseline was counted on 1 December 2024 at the earliest, but the change is to have been made by 1 November 2024",
            ),
            not_met(
                "/focusAreas/0/targets/0/baseline/on",
                "udgangspunktet er tidligst opgjort 1. maj 2024, altså efter målingen (senest 31. marts 2024)",
                "the baseline was counted on 1 May 2024 at the earliest, which is after the measurement (by 31 March 2024)",
            ),
        ],
    ),
];
