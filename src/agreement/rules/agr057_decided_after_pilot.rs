//! A decision that follows a pilot is taken when the pilot has ended.

use chrono::NaiveDate;

use crate::agreement::AwaitedDecision;
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR057,
    basis: Basis::Stated,
    requirements: &["R-046"],
    sources: &[SourceRef::agreement("1.10")],
    title: Bilingual::new(
        "en beslutning, der følger efter et pilotprojekt, træffes, når projektet er slut",
        "a decision that follows a pilot is not taken until the pilot has ended",
    ),
    why: Bilingual::new(
        "Beslutningen skal bygge på det, afprøvningen viser.",
        "The decision is to rest on what the pilot shows.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller vent med beslutningen, til pilotprojektet er slut.",
        "Correct the date, or let the decision wait until the pilot has ended.",
    ),
    example: Bilingual::new(
        "1.10: \"Ordet er dit\" afprøves frem til december, men der tages stilling til det videre arbejde i juni.",
        "1.10: \"Ordet er dit\" is tried out until December, but the decision on further work is taken in June.",
    ),
    ..Rule::DERIVED
};

message! {
    Taken { decided_on: PartialDate, piloted_until: PartialDate }
    "beslutningen blev truffet {decided_on}, altså før pilotprojektets afslutning ({piloted_until})",
    "the decision was taken ({decided_on}) before the end of the pilot ({piloted_until})",
}

message! {
    Due { last_day: NaiveDate, piloted_until: PartialDate }
    "beslutningen skal træffes senest {last_day}, altså før pilotprojektets afslutning ({piloted_until})",
    "the decision is to be taken by {last_day}, before the end of the pilot ({piloted_until})",
}

const END: Bilingual = Bilingual::new("hvornår pilotprojektet slutter", "when the pilot ends");

pub(super) fn check(decision: &AwaitedDecision, at: &Path<'_>, cx: &mut Checker<'_>) {
    // A day without a year is in the period of the agreement, which no decision states.
    let last_day = decision.when.as_ref().and_then(|when| When::deadline(when, None));
    match (decision.decided_on, last_day, decision.piloted_until) {
        (Some(decided_on), _, Some(piloted_until)) if decided_on.last_day() < piloted_until.first_day() => {
            cx.not_met(at, Taken { decided_on, piloted_until });
        }
        (None, Some(last_day), Some(piloted_until)) if last_day < piloted_until.first_day() => {
            cx.not_met(at, Due { last_day, piloted_until });
        }
        (Some(_), _, None) if decision.after.is_some() => cx.not_assessable(at, END),
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AwaitedDecision> = &[
    |decision, tape| {
        (decision.decided_on, decision.piloted_until) =
            (PartialDate::of_year(2023), PartialDate::of_year(2024));
        decision.changes = Some(tape.said());
    },
    |decision, _| {
        decision.decided_on = None;
        decision.when = PartialDate::of_month(2024, 3).map(|on| When::Date { on: Some(on) });
        decision.piloted_until = PartialDate::of_month(2024, 4);
    },
    |decision, tape| {
        (decision.decided_on, decision.piloted_until) = (PartialDate::of_year(2023), None);
        decision.changes = Some(tape.said());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r"{}"),
    // It is still to come, or may be on the day.
    accepts(
        r#"{ "after": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-11" } } }"#,
    ),
    accepts(r#"{ "pilotedUntil": "2024-06", "decidedOn": "2024-06-01" }"#),
    accepts(r#"{ "pilotedUntil": "2024-06-30", "when": { "date": { "on": "2024-06" } } }"#),
    accepts(r#"{ "pilotedUntil": "2024-06", "when": { "schedule": {} } }"#),
    // When it was taken counts, and not when it was to be.
    accepts(
        r#"{ "pilotedUntil": "2024-06", "when": { "date": { "on": "2024-05" } }, "decidedOn": "2024-07" }"#,
    ),
    refuses(
        r#"{ "pilotedUntil": "2024-06", "decidedOn": "2024-05-31" }"#,
        &[not_met(
            "",
            "beslutningen blev truffet 31. maj 2024, altså før pilotprojektets afslutning (juni 2024)",
            "the decision was taken (31 May 2024) before the end of the pilot (June 2024)",
        )],
    ),
    refuses(
        r#"{ "pilotedUntil": "2024-12", "when": { "date": { "on": "2024-06" } } }"#,
        &[not_met(
            "",
            "beslutningen skal træffes senest 30. juni 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 30 June 2024, before the end of the pilot (December 2024)",
        )],
    ),
    // Months from a day, and a schedule with a deadline: the last day in time, and the last before it.
    accepts(r#"{ "pilotedUntil": "2024-12", "when": { "within": { "months": 10, "from": "2024-02-01" } } }"#),
    refuses(
        r#"{ "pilotedUntil": "2024-12", "when": { "within": { "months": 9, "from": "2024-02-29" } } }"#,
        &[not_met(
            "",
            "beslutningen skal træffes senest 29. november 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 29 November 2024, before the end of the pilot (December 2024)",
        )],
    ),
    refuses(
        r#"{ "pilotedUntil": "2024-12", "when": { "schedule": { "deadline": "2024-11" } } }"#,
        &[not_met(
            "",
            "beslutningen skal træffes senest 30. november 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 30 November 2024, before the end of the pilot (December 2024)",
        )],
    ),
    refuses(
        r#"{ "after": "00000000-0000-4000-8000-000000000001", "decidedOn": "2024-01-10" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår pilotprojektet slutter",
            "cannot be assessed; missing: when the pilot ends",
        )],
    ),
];
