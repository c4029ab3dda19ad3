//! A decision that follows a pilot is taken when the pilot has ended.

use chrono::NaiveDate;

use crate::agreement::{AnnouncedDecision, DevelopmentAgreement};
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::FocusArea,
    crate::body::{Body, BodyKind},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

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
        "Ret datoen, eller vent med beslutningen, til pilotprojektet er slut. Er det stoppet før tid, så ret, hvornår det sluttede.",
        "Correct the date, or let the decision wait until the pilot has ended. If it was stopped early, correct the day on which it ended.",
    ),
    example: Bilingual::new(
        "1.10: »Ordet er dit« afprøves frem til december, men der tages stilling til det videre arbejde i juni.",
        "1.10: “Ordet er dit” is tried out until December, but the decision on further work is taken in June.",
    ),
    ..Rule::DERIVED
};

message! {
    Taken { decided_on: PartialDate, piloted_until: PartialDate }
    "beslutningen blev truffet {decided_on:i}, altså før pilotprojektets afslutning ({piloted_until})",
    "the decision was taken ({decided_on}) before the end of the pilot ({piloted_until})",
}

message! {
    Due { last_day: NaiveDate, piloted_until: PartialDate }
    "beslutningen skal træffes senest {last_day}, altså før pilotprojektets afslutning ({piloted_until})",
    "the decision is to be taken by {last_day}, before the end of the pilot ({piloted_until})",
}

const END: Bilingual = Bilingual::new("hvornår pilotprojektet slutter", "when the pilot ends");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("decisions");
        for (n, one) in area.decisions.iter().enumerate() {
            check_one(one, period.as_ref(), &list.index(n), cx);
        }
    }
}

fn check_one(decision: &AnnouncedDecision, period: Option<&Period>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let last_day = decision.when.as_ref().and_then(|when| when.deadline(period));
    match (decision.decided_on, last_day, decision.piloted_until) {
        (Some(decided_on), _, Some(piloted_until)) if decided_on.ends_before(piloted_until) => {
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
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        change_decision(agreement, tape, |decision, tape| {
            (decision.decided_on, decision.piloted_until) =
                (PartialDate::of_year(2023), PartialDate::of_year(2024));
            decision.changes = Some(tape.said());
        });
    },
    |agreement, tape| {
        change_decision(agreement, tape, |decision, _| {
            decision.when = in_march();
            decision.piloted_until = PartialDate::of_month(2024, 4);
        });
    },
    |agreement, tape| {
        let id = tape.spare_id(1);
        agreement.bodies.push(Body::new(id, BodyKind::Pilot));
        change_decision(agreement, tape, |decision, tape| {
            decision.after = Some(tape.spare_id(1));
            (decision.decided_on, decision.piloted_until) = (PartialDate::of_year(2023), None);
            decision.changes = Some(tape.said());
        });
    },
];

/// Adds a decision of somebody.
#[cfg(feature = "proptest")]
fn change_decision(
    agreement: &mut DevelopmentAgreement,
    tape: &mut Tape<'_>,
    change: fn(&mut AnnouncedDecision, &mut Tape<'_>),
) {
    let mut decision = AnnouncedDecision { by: Some(tape.said()), ..AnnouncedDecision::default() };
    change(&mut decision, tape);
    agreement.focus_areas.push(FocusArea {
        decisions: [decision].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}

/// An agreement of 2024 with this decision.
#[cfg(test)]
macro_rules! decision {
    ($decision:literal) => {
        concat!(
            r#"{ "id": "00000000-0000-4000-8000-000000000002", "year": 2024, "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000003", "decisions": ["#,
            $decision,
            "] }] }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(decision!(r#"{}"#)),
    // It is still to come, or may be on the day.
    accepts(decision!(
        r#"{ "after": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-11" } } }"#
    )),
    accepts(decision!(r#"{ "pilotedUntil": "2024-06", "decidedOn": "2024-06-01" }"#)),
    accepts(decision!(r#"{ "pilotedUntil": "2024-06-30", "when": { "date": { "on": "2024-06" } } }"#)),
    accepts(decision!(r#"{ "pilotedUntil": "2024-06", "when": { "schedule": {} } }"#)),
    // The day on which it was taken counts, not the planned day.
    accepts(decision!(
        r#"{ "pilotedUntil": "2024-06", "when": { "date": { "on": "2024-05" } }, "decidedOn": "2024-07" }"#
    )),
    refuses(
        decision!(r#"{ "pilotedUntil": "2024-06", "decidedOn": "2024-05-31" }"#),
        &[not_met(
            "/focusAreas/0/decisions/0",
            "beslutningen blev truffet 31. maj 2024, altså før pilotprojektets afslutning (juni 2024)",
            "the decision was taken (31 May 2024) before the end of the pilot (June 2024)",
        )],
    ),
    refuses(
        decision!(r#"{ "pilotedUntil": "2024-12", "when": { "date": { "on": "2024-06" } } }"#),
        &[not_met(
            "/focusAreas/0/decisions/0",
            "beslutningen skal træffes senest 30. juni 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 30 June 2024, before the end of the pilot (December 2024)",
        )],
    ),
    // Months from a day, and a schedule with a deadline: the last day in time, and the last before it.
    accepts(decision!(
        r#"{ "pilotedUntil": "2024-12", "when": { "within": { "months": 10, "from": "2024-02-01" } } }"#
    )),
    refuses(
        decision!(
            r#"{ "pilotedUntil": "2024-12", "when": { "within": { "months": 9, "from": "2024-02-29" } } }"#
        ),
        &[not_met(
            "/focusAreas/0/decisions/0",
            "beslutningen skal træffes senest 29. november 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 29 November 2024, before the end of the pilot (December 2024)",
        )],
    ),
    refuses(
        decision!(r#"{ "pilotedUntil": "2024-12", "when": { "schedule": { "deadline": "2024-11" } } }"#),
        &[not_met(
            "/focusAreas/0/decisions/0",
            "beslutningen skal træffes senest 30. november 2024, altså før pilotprojektets afslutning (december 2024)",
            "the decision is to be taken by 30 November 2024, before the end of the pilot (December 2024)",
        )],
    ),
    // A day of the year of the agreement.
    accepts(decision!(r#"{ "pilotedUntil": "2024-11", "when": { "monthDay": { "day": "--11-01" } } }"#)),
    refuses(
        decision!(r#"{ "pilotedUntil": "2024-11", "when": { "monthDay": { "day": "--10-31" } } }"#),
        &[not_met(
            "/focusAreas/0/decisions/0",
            "beslutningen skal træffes senest 31. oktober 2024, altså før pilotprojektets afslutning (november 2024)",
            "the decision is to be taken by 31 October 2024, before the end of the pilot (November 2024)",
        )],
    ),
    refuses(
        decision!(r#"{ "after": "00000000-0000-4000-8000-000000000001", "decidedOn": "2024-01-10" }"#),
        &[not_assessable(
            "/focusAreas/0/decisions/0",
            "kan ikke vurderes; mangler: hvornår pilotprojektet slutter",
            "cannot be assessed; missing: when the pilot ends",
        )],
    ),
    // It waits for no pilot.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "decisions": [{ "decidedOn": "2024-01-10" }]
            }]
        }"#,
    ),
];
