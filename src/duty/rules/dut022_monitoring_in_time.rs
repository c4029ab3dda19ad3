//! A health monitoring was carried out by its day, and its results were reported in time.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::duty::HealthMonitoring;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(crate) static RULE: Rule = Rule {
    code: codes::DUT022,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-063", "R-064"],
    sources: &[SourceRef::agreement("1.11.1"), SourceRef::agreement("1.11.4")],
    title: Bilingual::new(
        "en sundhedsfaglig overvågning er gennemført og rapporteret til tiden",
        "health monitoring was carried out and reported on time",
    ),
    why: Bilingual::new(
        "Ifølge aftalen gennemføres og rapporteres overvågningen i henhold til tidsplan. En forsinkelse kan ikke rettes bagefter, men den kan have forsinket andet.",
        "According to the agreement, the monitoring is carried out and reported in accordance with a schedule. What was late cannot be undone, but may have delayed other things.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, hvis den er forkert. Ellers planlæg den næste overvågning tidligere.",
        "Correct the date if it is wrong. Otherwise plan the next monitoring earlier.",
    ),
    example: Bilingual::new(
        "De 12 problemområder skulle være screenet senest 31. marts, og de blev det 12. maj.",
        "The 12 problem areas were to be screened by 31 March, but this was not done until 12 May.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneLate { on: PartialDate, last_day: NaiveDate }
    "overvågningen er gennemført for sent: {on}; sidste dag var {last_day}",
    "the monitoring was carried out too late: {on}; the last day was {last_day}",
}

message! {
    ReportedLate { on: PartialDate, last_day: NaiveDate }
    "resultaterne er rapporteret for sent: {on}; sidste dag var {last_day}",
    "the results were reported too late: {on}; the last day was {last_day}",
}

/// In an agreement, the agreement checks the rule: it knows the year of a day without one.
pub(super) fn check(monitoring: &HealthMonitoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("agreement") {
        check_within(monitoring, None, at, cx);
    }
}

pub(crate) fn check_within(
    monitoring: &HealthMonitoring,
    period: Option<&Period>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let as_of = cx.as_of();
    let late = |on: Option<PartialDate>, by: Option<&When>| {
        let on = on.filter(|on| on.first_day() <= as_of)?;
        Some((on, by?.deadline(period).filter(|last_day| on.first_day() > *last_day)?))
    };
    if let Some((on, last_day)) = late(monitoring.done_on, monitoring.when.as_ref()) {
        cx.not_met(&at.key("doneOn"), DoneLate { on, last_day });
    }
    // Results before the monitoring are for DUT012.
    let reported_on =
        monitoring.reported_on.filter(|on| !monitoring.done_on.is_some_and(|done| on.ends_before(done)));
    if let Some((on, last_day)) = late(reported_on, monitoring.report_by.as_ref()) {
        cx.not_met(&at.key("reportedOn"), ReportedLate { on, last_day });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> = &[
    |monitoring, _| monitoring.when = Some(When::Date { on: PartialDate::of_month(2023, 10) }),
    |monitoring, _| {
        monitoring.report_by = Some(When::Date { on: PartialDate::of_year(2023) });
        monitoring.reported_on = PartialDate::of_month(2024, 1);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // Not done yet, or in time: on the last day, in its month, with no day set.
    accepts(
        r#"{ "when": { "date": { "on": "2024-01-14" } }, "reportBy": { "date": { "on": "2024-01-14" } } }"#,
    ),
    accepts(r#"{ "when": { "date": { "on": "2024-01-15" } }, "doneOn": "2024-01-15" }"#),
    accepts(r#"{ "when": { "date": { "on": "2023-11-15" } }, "doneOn": "2023-11" }"#),
    accepts(r#"{ "when": { "schedule": {} }, "doneOn": "2023-12-01" }"#),
    accepts(r#"{ "when": { "monthDay": { "day": "--01-14" } }, "doneOn": "2024-01-15" }"#),
    accepts(
        r#"{ "doneOn": "2024-01-10", "reportBy": { "date": { "on": "2024-01-15" } }, "reportedOn": "2024-01-15" }"#,
    ),
    accepts(
        r#"{ "doneOn": "2023-11", "reportBy": { "date": { "on": "2023-12-15" } }, "reportedOn": "2023-12" }"#,
    ),
    // Dated after today it is a plan; reported before it was done, it is for another rule.
    accepts(
        r#"{
            "when": { "date": { "on": "2024-01-14" } }, "doneOn": "2024-01-16",
            "reportBy": { "date": { "on": "2024-01-14" } }, "reportedOn": "2024-01-16"
        }"#,
    ),
    accepts(
        r#"{ "doneOn": "2024-01", "reportBy": { "date": { "on": "2023-10" } }, "reportedOn": "2023-12" }"#,
    ),
    refuses(
        r#"{ "when": { "schedule": { "deadline": "2023-11" } }, "doneOn": "2023-12-01" }"#,
        &[not_met(
            "/doneOn",
            "overvågningen er gennemført for sent: 1. december 2023; sidste dag var 30. november 2023",
            "the monitoring was carried out too late: 1 December 2023; the last day was 30 November 2023",
        )],
    ),
    refuses(
        r#"{ "when": { "date": { "on": "2024-01-14" } }, "doneOn": "2024-01-15" }"#,
        &[not_met(
            "/doneOn",
            "overvågningen er gennemført for sent: 15. januar 2024; sidste dag var 14. januar 2024",
            "the monitoring was carried out too late: 15 January 2024; the last day was 14 January 2024",
        )],
    ),
    // Both, in a month after the last day.
    refuses(
        r#"{
            "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-11",
            "reportBy": { "date": { "on": "2023-12-31" } }, "reportedOn": "2024-01"
        }"#,
        &[
            not_met(
                "/doneOn",
                "overvågningen er gennemført for sent: november 2023; sidste dag var 31. oktober 2023",
                "the monitoring was carried out too late: November 2023; the last day was 31 October 2023",
            ),
            not_met(
                "/reportedOn",
                "resultaterne er rapporteret for sent: januar 2024; sidste dag var 31. december 2023",
                "the results were reported too late: January 2024; the last day was 31 December 2023",
            ),
        ],
    ),
    // The day of the monitoring is not known.
    refuses(
        r#"{ "reportBy": { "date": { "on": "2024-01-14" } }, "reportedOn": "2024-01-15" }"#,
        &[not_met(
            "/reportedOn",
            "resultaterne er rapporteret for sent: 15. januar 2024; sidste dag var 14. januar 2024",
            "the results were reported too late: 15 January 2024; the last day was 14 January 2024",
        )],
    ),
];
