//! In an agreement: what a target figure is measured on is chosen before the measuring.

use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::report::Path;
use crate::rule::Checker;
pub(super) use crate::target_figure::rules::tar005_list_fixed_first::RULE;
use crate::target_figure::rules::tar005_list_fixed_first::check_within;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_target(agreement, at, |target, at| check_within(target, period.as_ref(), at, cx));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The last day of the measuring is 30 November of the year of the agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "population": { "description": "krav", "fixedOn": "2024-11-30" },
                    "measuredAt": { "monthDay": { "day": "--11-30" } }
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000004" },
                        {
                            "id": "00000000-0000-4000-8000-000000000005",
                            "population": { "description": "krav", "fixedOn": "2024-12-01" },
                            "measuredAt": { "monthDay": { "day": "--11-30" } }
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/targets/1/population/fixedOn",
            "det, der måles på, er først valgt 1. december 2024, altså efter målingen (senest 30. november 2024)",
            "what is measured was not chosen until 1 December 2024, which is after the measurement \
             (by 30 November 2024)",
        )],
    ),
    // Neither year nor period is stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "population": { "description": "krav", "fixedOn": "2024-12-01" },
                    "measuredAt": { "monthDay": { "day": "--11-30" } }
                }]
            }]
        }"#,
        &[not_assessable(
            "/focusAreas/0/targets/0/population",
            "kan ikke vurderes; mangler: måletidspunktets år",
            "cannot be assessed; missing: year of the measuring time",
        )],
    ),
];
