//! A row begins no earlier than the plan says.

use super::{EXACT_DAY, MONTHS};
use crate::codes;
use crate::date::PartialDate;
use crate::plan::TimetableRow;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::date::Third, crate::rule::trial::Breaks, chrono::Datelike as _};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA018,
    requirements: &["R-105"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "3.2")],
    title: Bilingual::new(
        "en række begynder ikke tidligere, end planen siger",
        "a row begins no earlier than the plan says",
    ),
    why: Bilingual::new(
        "Planen angiver to forskellige tidspunkter, og de, der skal i gang, ved ikke, hvilket der gælder.",
        "The plan states two times, and those who are to begin do not know which one applies.",
    ),
    remedy: Bilingual::new(
        "Ret månederne i tidsplanen eller teksten.",
        "Correct the months of the timetable, or the text.",
    ),
    example: Bilingual::new(
        "Den fælles praksis skal begynde i anden halvdel af fase 2, men rækken begynder i februar.",
        "The common practice is to begin in the second half of phase 2, but the row begins in February.",
    ),
    ..Rule::DERIVED
};

message! {
    TooEarly { starts_on: PartialDate, not_before: PartialDate }
    "rækken begynder {starts_on:i}, men skal ifølge planen tidligst begynde {not_before:i}",
    "the row begins {starts_on:on|in}, but according to the plan it begins no earlier than {not_before}",
}

pub(super) fn check(row: &TimetableRow, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(not_before) = row.not_before else { return };
    match row.starts_on() {
        None => cx.not_assessable(at, MONTHS),
        Some(starts_on) if starts_on.ends_before(not_before) => {
            cx.not_met(&at.key("spans"), TooEarly { starts_on, not_before });
        }
        Some(starts_on) if starts_on.first_day() < not_before.first_day() => {
            cx.not_assessable(at, EXACT_DAY);
        }
        Some(_) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TimetableRow> = &[
    |row, _| row.not_before = PartialDate::of_year(2024),
    |row, _| {
        let month = row.starts_on().map(PartialDate::first_day);
        row.not_before =
            month.and_then(|day| PartialDate::of_month_third(day.year(), day.month(), Third::Medio));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Of the same month, on the very day, and the half-year of the month.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-04", "spans": [{ "from": "2017-04" }] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-04-15", "spans": [{ "from": "2017-04-15" }] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-H2", "spans": [{ "from": "2017-07" }] }"#,
    ),
    // The month can begin on either side.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-04-medio", "spans": [{ "from": "2017-04" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilken dag rækken begynder (kun måneden eller året er oplyst)",
            "cannot be assessed; missing: the day on which the row begins (only the month or the year is stated)",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-04-15", "spans": [{ "from": "2017-04-14" }] }"#,
        &[not_met(
            "/spans",
            "rækken begynder 14. april 2017, men skal ifølge planen tidligst begynde 15. april 2017",
            "the row begins on 14 April 2017, but according to the plan it begins no earlier than 15 April 2017",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-04" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: rækkens måneder",
            "cannot be assessed; missing: the months of the row",
        )],
    ),
];
