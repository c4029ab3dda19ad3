//! A health monitoring has been carried out once its deadline has passed.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{Period, When};
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
        "en sundhedsfaglig overvågning er gennemført, når fristen er udløbet",
        "health monitoring has been carried out once its deadline has passed",
    ),
    why: Bilingual::new(
        "Ifølge aftalen gennemføres overvågningen i henhold til tidsplan; bliver den forsinket, kan resultaterne heller ikke rapporteres til tiden.",
        "According to the agreement, the monitoring is carried out in accordance with a schedule; if it is late, its results cannot be reported on time either.",
    ),
    remedy: Bilingual::new(
        "Gennemfør overvågningen, eller notér, hvornår det skete.",
        "Carry the monitoring out, or note when that was done.",
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
    "the monitoring has not been carried out; the last day was {last_day}",
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
    // One that was carried out late is for DUT022, and results that are reported are those of a monitoring that is done.
    if as_of > last_day && !monitoring.is_done(as_of) {
        cx.not_met(at, NotDone { last_day });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> =
    &[|monitoring, _| (monitoring.done_on, monitoring.reported_on) = (None, None)];

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
            "the monitoring has not been carried out; the last day was 14 January 2024",
        )],
    ),
    // Done today, and late.
    accepts(r#"{ "when": { "date": { "on": "2024-01-14" } }, "doneOn": "2024-01-15" }"#),
    accepts(r#"{ "when": { "schedule": { "deadline": "2023-11" } }, "doneOn": "2023-12-01" }"#),
];
