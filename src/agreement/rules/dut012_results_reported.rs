//! In an agreement: the results of a health monitoring are reported in time.

use super::each_monitoring;
use crate::agreement::DevelopmentAgreement;
pub(super) use crate::duty::rules::dut012_results_reported::RULE;
use crate::duty::rules::dut012_results_reported::check_within;
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses_with};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    each_monitoring(agreement, at, |one, at| check_within(one, period.as_ref(), at, cx));
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "duties": {
        "id": "00000000-0000-4000-8000-000000000002",
        "healthMonitoring": [{ "doneOn": "2024-01", "reportBy": { "monthDay": { "day": "--01-15" } } }]
    }
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    // The last day is 15 January of the year of the agreement, today.
    accepts(AGREEMENT),
    refuses_with(
        AGREEMENT,
        r#"{ "/duties/healthMonitoring/0/reportBy/monthDay/day": "--01-14" }"#,
        &[not_met(
            "/duties/healthMonitoring/0",
            "resultaterne er ikke rapporteret; sidste dag var 14. januar 2024",
            "the results have not been reported; the last day was 14 January 2024",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/year": null, "/duties/healthMonitoring/0/reportBy/monthDay/day": "--01-14" }"#,
        &[not_assessable(
            "/duties/healthMonitoring/0",
            "kan ikke vurderes; mangler: hvilket år resultaterne rapporteres",
            "cannot be assessed; missing: in which year the results are reported",
        )],
    ),
];
