//! In an agreement: a health monitoring was carried out by its day, and its results were reported in time.

use super::each_monitoring;
use crate::agreement::DevelopmentAgreement;
pub(super) use crate::duty::rules::dut022_monitoring_in_time::RULE;
use crate::duty::rules::dut022_monitoring_in_time::check_within;
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
    // The last day is 15 January of the year of the agreement, today.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [{ "when": { "monthDay": { "day": "--01-15" } }, "doneOn": "2024-01-15" }]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [{}, { "when": { "monthDay": { "day": "--01-14" } }, "doneOn": "2024-01-15" }]
            }
        }"#,
        &[not_met(
            "/duties/healthMonitoring/1/doneOn",
            "overvågningen er gennemført for sent: 15. januar 2024; sidste dag var 14. januar 2024",
            "the monitoring was carried out too late: 15 January 2024; the last day was 14 January 2024",
        )],
    ),
];
