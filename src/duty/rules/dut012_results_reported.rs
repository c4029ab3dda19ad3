//! The results of a monitoring are reported in time.

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
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(crate) static RULE: Rule = Rule {
    code: codes::DUT012,
    basis: Basis::Stated,
    requirements: &["R-064"],
    sources: &[SourceRef::agreement("1.11.4")],
    title: Bilingual::new(
        "resultaterne af en sundhedsfaglig overvågning er rapporteret, når fristen er udløbet, og ikke før overvågningen",
        "results of health monitoring are reported once their deadline has passed, and not before the monitoring",
    ),
    why: Bilingual::new(
        "Et resultat, som ingen ser, ændrer ingen arbejdsgange.",
        "A result that nobody sees changes no workflow.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert eller mangler. Er resultaterne ikke rapporteret, så rapportér dem, eller aftal en anden frist.",
        "Correct the date that is wrong or missing. If the results are not reported, report them, or agree on another deadline.",
    ),
    example: Bilingual::new(
        "Overvågningen er gennemført i november og skulle være rapporteret i december; i januar er den det endnu ikke.",
        "The monitoring was carried out in November, and its results were to be reported in December; in January they still have not been.",
    ),
    ..Rule::DERIVED
};

message! {
    NotReported { last_day: NaiveDate }
    "resultaterne er ikke rapporteret; sidste dag var {last_day}",
    "the results have not been reported; the last day was {last_day}",
}

message! {
    BeforeDone { on: PartialDate, done_on: PartialDate }
    "resultaterne er rapporteret ({on}), før overvågningen er gennemført ({done_on})",
    "the results were reported ({on}) before the monitoring was carried out ({done_on})",
}

message! {
    DueBefore { by: NaiveDate, from: NaiveDate }
    "resultaterne skal være rapporteret senest {by}, men overvågningen gennemføres tidligst {from}",
    "the results are to be reported by {by}, but the monitoring is not carried out before {from}",
}

const TIME: Bilingual = Bilingual::new("hvornår resultaterne rapporteres", "when the results are reported");

const YEAR: Bilingual =
    Bilingual::new("hvilket år resultaterne rapporteres", "in which year the results are reported");
const START: Bilingual = Bilingual::new(
    "hvornår månederne til rapporteringen tælles fra",
    "from when the months to the report are counted",
);

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
    if !monitoring.is_done(as_of) {
        let from = monitoring.when.as_ref().and_then(|when| When::start(when, period));
        let by = monitoring.report_by.as_ref().and_then(|by| When::deadline(by, period));
        if let Some((by, from)) = by.zip(from).filter(|(by, from)| by < from) {
            cx.not_met(&at.key("reportBy"), DueBefore { by, from });
        }
        return;
    }
    let by = monitoring.report_by.as_ref().filter(|by| by.is_stated());
    let reported_on = monitoring.reported_on.filter(|on| on.first_day() <= as_of);
    if let (Some(on), Some(done_on)) = (reported_on, monitoring.done_on)
        && on.ends_before(done_on)
    {
        return cx.not_met(&at.key("reportedOn"), BeforeDone { on, done_on });
    }
    // A schedule that is not issued sets no day yet.
    let last_day = by.and_then(|by| When::deadline(by, period));
    match (reported_on, last_day) {
        (None, Some(last_day)) if as_of > last_day => cx.not_met(at, NotReported { last_day }),
        (None, _) if by.is_none() => cx.not_assessable(at, TIME),
        (_, None) => match by {
            Some(When::MonthDay { .. }) => cx.not_assessable(at, YEAR),
            Some(When::Within { .. }) => cx.not_assessable(at, START),
            _ => {}
        },
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> = &[
    |monitoring, _| {
        monitoring.done_on = PartialDate::of_year(2023);
        monitoring.report_by = Some(When::Date { on: PartialDate::of_year(2023) });
        monitoring.reported_on = None;
    },
    |monitoring, _| {
        monitoring.done_on = PartialDate::of_year(2023);
        monitoring.reported_on = PartialDate::of_year(2022);
    },
    |monitoring, _| {
        monitoring.done_on = PartialDate::of_year(2023);
        monitoring.report_by = None;
        monitoring.reported_on = None;
    },
    |monitoring, _| {
        (monitoring.done_on, monitoring.reported_on) = (None, None);
        monitoring.areas.iter_mut().for_each(|area| area.covered = None);
        monitoring.when = Some(When::Date { on: PartialDate::of_month(2024, 6) });
        monitoring.report_by = Some(When::Date { on: PartialDate::of_month(2024, 5) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "reportBy": { "date": { "on": "2023" } } }"#),
    // The last day, today; a schedule that is not issued; reported in the month of the last day.
    accepts(r#"{ "doneOn": "2023-11", "reportBy": { "date": { "on": "2024-01-15" } } }"#),
    accepts(r#"{ "doneOn": "2023-11", "reportBy": { "schedule": {} } }"#),
    accepts(r#"{ "doneOn": "2023-11", "reportedOn": "2023-12" }"#),
    accepts(
        r#"{ "doneOn": "2023-11", "reportBy": { "date": { "on": "2023-12-15" } }, "reportedOn": "2023-12" }"#,
    ),
    refuses(
        r#"{ "doneOn": "2023-11", "reportBy": { "date": { "on": "2024-01-14" } }, "reportedOn": "2024-01-16" }"#,
        &[not_met(
            "",
            "resultaterne er ikke rapporteret; sidste dag var 14. januar 2024",
            "the results have not been reported; the last day was 14 January 2024",
        )],
    ),
    // Late, which is for another rule.
    accepts(
        r#"{ "doneOn": "2023-11", "reportBy": { "schedule": { "deadline": "2023-12" } }, "reportedOn": "2024-01-01" }"#,
    ),
    refuses(
        r#"{ "doneOn": "2023-11", "reportBy": { "date": {} } }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår resultaterne rapporteres",
            "cannot be assessed; missing: when the results are reported",
        )],
    ),
    // A day without its year, and months from no stated day: reported or not.
    refuses(
        r#"{ "doneOn": "2023-11", "reportBy": { "monthDay": { "day": "--12-15" } }, "reportedOn": "2023-12" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilket år resultaterne rapporteres",
            "cannot be assessed; missing: in which year the results are reported",
        )],
    ),
    refuses(
        r#"{ "doneOn": "2023-11", "reportBy": { "within": { "months": 1 } } }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår månederne til rapporteringen tælles fra",
            "cannot be assessed; missing: from when the months to the report are counted",
        )],
    ),
    accepts(r#"{ "doneOn": "2023-11", "reportBy": { "within": { "months": 1, "from": "2023-12-15" } } }"#),
    // Reported in the month of the monitoring, and before it.
    accepts(r#"{ "doneOn": "2023-11-30", "reportedOn": "2023-11" }"#),
    refuses(
        r#"{ "doneOn": "2023-12-01", "reportedOn": "2023-11" }"#,
        &[not_met(
            "/reportedOn",
            "resultaterne er rapporteret (november 2023), før overvågningen er gennemført (1. december 2023)",
            "the results were reported (November 2023) before the monitoring was carried out (1 December 2023)",
        )],
    ),
    // Both are to come: in one month, in any order that the months leave open, or at no day.
    accepts(r#"{ "when": { "date": { "on": "2024-02-20" } }, "reportBy": { "date": { "on": "2024-02" } } }"#),
    accepts(r#"{ "when": { "date": { "on": "2024" } }, "reportBy": { "date": { "on": "2024-01-31" } } }"#),
    accepts(r#"{ "when": "continuously", "reportBy": { "date": { "on": "2024-01-31" } } }"#),
    accepts(
        r#"{ "when": { "schedule": { "deadline": "2024-06" } }, "reportBy": { "date": { "on": "2024-05" } } }"#,
    ),
    refuses(
        r#"{ "when": { "date": { "on": "2024-02" } }, "reportBy": { "date": { "on": "2024-01-31" } } }"#,
        &[not_met(
            "/reportBy",
            "resultaterne skal være rapporteret senest 31. januar 2024, men overvågningen gennemføres tidligst 1. februar 2024",
            "the results are to be reported by 31 January 2024, but the monitoring is not carried out before 1 February 2024",
        )],
    ),
    // To be reported on the day it is done, and reported today, the last day.
    accepts(
        r#"{ "when": { "date": { "on": "2024-06-30" } }, "reportBy": { "date": { "on": "2024-06-30" } } }"#,
    ),
    accepts(
        r#"{ "doneOn": "2024-01-10", "reportBy": { "date": { "on": "2024-01-15" } }, "reportedOn": "2024-01-15" }"#,
    ),
];
