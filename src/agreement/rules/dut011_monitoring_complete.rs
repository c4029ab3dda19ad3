//! In an agreement: a health monitoring covers all its areas once it is carried out, and none before.

use super::each_monitoring;
use crate::agreement::DevelopmentAgreement;
pub(super) use crate::duty::rules::dut011_monitoring_complete::RULE;
use crate::duty::rules::dut011_monitoring_complete::check_within;
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_monitoring(agreement, at, |one, at| check_within(one, period.as_ref(), at, cx));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // It is to be carried out on 15 January of the year of the agreement, today.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [{ "areas": [{ "covered": true }], "when": { "monthDay": { "day": "--01-15" } } }]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [
                    { "areas": [{ "covered": true }], "when": { "monthDay": { "day": "--01-16" } } },
                    { "areas": [{ "covered": true }, { "covered": false }], "doneOn": "2024-01" }
                ]
            }
        }"#,
        &[
            not_met(
                "/duties/healthMonitoring/0/areas",
                "1 af 1 område står som dækket, men overvågningen gennemføres tidligst 16. januar 2024",
                "the document says that the monitoring covered 1 of 1 area, but it is not to be carried out before 16 January 2024",
            ),
            not_met(
                "/duties/healthMonitoring/1/areas",
                "overvågningen mangler 1 af 2 områder",
                "the monitoring lacks 1 of 2 areas",
            ),
        ],
    ),
];
