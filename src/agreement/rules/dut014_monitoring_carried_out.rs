//! In an agreement: a health monitoring is carried out by its day.

use super::each_monitoring;
use crate::agreement::DevelopmentAgreement;
pub(super) use crate::duty::rules::dut014_monitoring_carried_out::RULE;
use crate::duty::rules::dut014_monitoring_carried_out::check_within;
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
                "healthMonitoring": [{ "when": { "monthDay": { "day": "--01-15" } } }]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [{}, { "when": { "monthDay": { "day": "--01-14" } } }]
            }
        }"#,
        &[not_met(
            "/duties/healthMonitoring/1",
            "overvågningen er ikke gennemført; sidste dag var 14. januar 2024",
            "the monitoring has not been carried out; the last day was 14 January 2024",
        )],
    ),
    // With its year in the document it is found once.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2023,
            "duties": {
                "id": "00000000-0000-4000-8000-000000000002",
                "healthMonitoring": [{ "when": { "date": { "on": "2023-11-30" } } }]
            }
        }"#,
        &[not_met(
            "/duties/healthMonitoring/0",
            "overvågningen er ikke gennemført; sidste dag var 30. november 2023",
            "the monitoring has not been carried out; the last day was 30 November 2023",
        )],
    ),
];
