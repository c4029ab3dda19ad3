//! A health monitoring is carried out by its day.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::duty::HealthMonitoring;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(crate) static RULE: Rule = Rule {
    code: codes::DUT014,
    basis: Basis::Stated,
    requirements: &["R-063"],
    sources: &[SourceRef::agreement("1.11.1")],
    title: Bilingual::new(
        "en sundhedsfaglig overvågning gennemføres til tiden",
        "health monitoring is carried out on time",
    ),
    why: Bilingual::new(
        "Efter aftalen gennemføres overvågningen i henhold til tidsplan; bliver den forsinket, kan resultaterne heller ikke rapporteres til tiden.",
        "By the agreement the monitoring is carried out in accordance with a schedule; if it is late, its results cannot be reported on time either.",
    ),
    remedy: Bilingual::new(
        "Gennemfør overvågningen, eller notér, hvornår det skete. Er den gennemført for sent, så planlæg den næste tidligere.",
        "Carry the monitoring out, or note when that was done. If it was carried out too late, plan the next one earlier.",
    ),
    example: Bilingual::new(
        "De 12 problemområder skulle være screenet i november, og i januar er de det endnu ikke.",
        "The 12 problem areas were to be screened in November, and in January they still have not been.",
    ),
    ..Rule::DERIVED
};

message! {
    NotDone { last_day: NaiveDate }
    "overvågningen er ikke gennemført; sidste dag var {last_day}",
    "the monitoring is not carried out; the last day was {last_day}",
}

message! {
    Late { on: PartialDate, last_day: NaiveDate }
    "overvågningen er gennemført for sent: {on}; sidste dag var {last_day}",
    "the monitoring was carried out too late: {on}; the last day was {last_day}",
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
    let last_day = monitoring.when.as_ref().and_then(|when| When::deadline(when, period));
    let Some(last_day) = last_day else { return };
    match monitoring.done_on.filter(|on| on.first_day() <= as_of) {
        Some(on) if on.first_day() > last_day => cx.not_met(&at.key("doneOn"), Late { on, last_day }),
        // Results that are reported are those of a monitoring that is done.
        None if as_of > last_day && !monitoring.is_done(as_of) => cx.not_met(at, NotDone { last_day }),
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> = &[
    |monitoring, _| (monitoring.done_on, monitoring.reported_on) = (None, None),
    |monitoring, _| monitoring.when = Some(When::Date { on: PartialDate::of_month(2023, 10) }),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // The last day, today; no day is set; done in the month of the last day; done, as its results are reported.
    accepts(r#"{ "when": { "date": { "on": "2024-01-15" } } }"#),
    accepts(r#"{ "when": { "schedule": {} } }"#),
    accepts(r#"{ "when": { "monthDay": { "day": "--01-14" } } }"#),
    accepts(r#"{ "when": { "date": { "on": "2023-11-15" } }, "doneOn": "2023-11" }"#),
    accepts(r#"{ "when": { "date": { "on": "2023-11-15" } }, "reportedOn": "2023-12" }"#),
    refuses(
        r#"{ "when": { "date": { "on": "2024-01-14" } }, "doneOn": "2024-01-16" }"#,
        &[not_met(
            "",
            "overvågningen er ikke gennemført; sidste dag var 14. januar 2024",
            "the monitoring is not carried out; the last day was 14 January 2024",
        )],
    ),
    refuses(
        r#"{ "when": { "schedule": { "deadline": "2023-11" } }, "doneOn": "2023-12-01" }"#,
        &[not_met(
            "/doneOn",
            "overvågningen er gennemført for sent: 1. december 2023; sidste dag var 30. november 2023",
            "the monitoring was carried out too late: 1 December 2023; the last day was 30 November 2023",
        )],
    ),
    // Done today, on the last day, or in this month.
    accepts(r#"{ "when": { "date": { "on": "2024-01-15" } }, "doneOn": "2024-01-15" }"#),
    refuses(
        r#"{ "when": { "date": { "on": "2024-01-14" } }, "doneOn": "2024-01-15" }"#,
        &[not_met(
            "/doneOn",
            "overvågningen er gennemført for sent: 15. januar 2024; sidste dag var 14. januar 2024",
            "the monitoring was carried out too late: 15 January 2024; the last day was 14 January 2024",
        )],
    ),
    refuses(
        r#"{ "when": { "date": { "on": "2023-12" } }, "doneOn": "2024-01" }"#,
        &[not_met(
            "/doneOn",
            "overvågningen er gennemført for sent: januar 2024; sidste dag var 31. december 2023",
            "the monitoring was carried out too late: January 2024; the last day was 31 December 2023",
        )],
    ),
];
