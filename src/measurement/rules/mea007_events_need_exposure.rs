//! The events of a rate happened over some exposure, which is not a percentage.

use crate::codes;
use crate::figure::{Decimal, Unit};
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "observed, rate")],
    title: Bilingual::new(
        "er der talt hændelser, er tidsrummet (fx antal beboerdøgn) større end nul og ikke angivet i procent",
        "if events were counted, the exposure (such as resident days) is above zero and not in percent",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv: der kan ikke ske hændelser, når tidsrummet er nul, og et tidsrum er aldrig negativt. Hændelser opgøres pr. døgn, time eller borger, ikke pr. procent.",
        "The measurement contradicts itself: no event can happen if the exposure is zero, and an exposure is never negative. Events are counted per day, hour or citizen, not per percent.",
    ),
    remedy: Bilingual::new(
        "Ret tidsrummet, dets enhed eller antallet af hændelser.",
        "Correct the exposure, its unit, or the number of events.",
    ),
    example: Bilingual::new("Tre fald på 0 beboerdøgn.", "Three falls in 0 resident days."),
    ..Rule::DERIVED
};

message! {
    NegativeExposure { exposure: Decimal }
    "hændelsernes tidsrum er {exposure}, altså under nul",
    "the exposure is {exposure}, which is below zero",
}

message! {
    EventsWithoutExposure { events: u64 }
    "der er {events:hændelse|hændelser}, men hændelsernes tidsrum er nul",
    "the result is {events:event|events}, but the exposure is zero",
}

message! {
    ExposureInPercent {}
    "hændelsernes tidsrum er angivet i procent",
    "the exposure is stated in percent",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Rate { events, exposure, unit }) = &measurement.observed else { return };
    let at = at.key("observed");
    let at = at.key("rate");
    if *unit == Some(Unit::Percent) {
        cx.not_met(&at.key("unit"), ExposureInPercent {});
    }
    let Some(exposure) = exposure else { return };
    if exposure.is_negative() {
        cx.not_met(&at.key("exposure"), NegativeExposure { exposure: *exposure });
    } else if exposure.is_zero()
        && let Some(events) = events.filter(|events| *events > 0)
    {
        cx.not_met(&at.key("events"), EventsWithoutExposure { events });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        let tenths = i64::try_from(tape.below(9).saturating_add(1)).unwrap_or(1);
        let exposure = Decimal::new(tenths.saturating_neg(), 1).unwrap_or(Decimal::from_integer(-1));
        state(measurement, Observed::of_rate(0, exposure, Unit::Days));
    },
    |measurement, tape| {
        let (events, exposure) = (tape.below(9).saturating_add(1), Decimal::ZERO);
        state(measurement, Observed::of_rate(events, exposure, Unit::Days));
    },
    |measurement, tape| {
        state(measurement, Observed::of_rate(tape.below(9), Decimal::HUNDRED, Unit::Percent));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // There can be more events than days.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 12, "exposure": "0.5", "unit": "days" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "31", "unit": "days" } }
        }"#,
    ),
    // The exposure is not stated, or the events are not.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": { "events": 3 } } }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": { "exposure": "0" } } }"#,
    ),
    // No events in no time contradict nothing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "0", "unit": "days" } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 1, "exposure": "0.00", "unit": "days" } }
        }"#,
        &[not_met(
            "/observed/rate/events",
            "der er 1 hændelse, men hændelsernes tidsrum er nul",
            "the result is 1 event, but the exposure is zero",
        )],
    ),
    // A negative exposure is one contradiction, however many events there are.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 3, "exposure": "-0.5", "unit": "days" } }
        }"#,
        &[not_met(
            "/observed/rate/exposure",
            "hændelsernes tidsrum er -0,5, altså under nul",
            "the exposure is -0.5, which is below zero",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "-1", "unit": "days" } }
        }"#,
        &[not_met(
            "/observed/rate/exposure",
            "hændelsernes tidsrum er -1, altså under nul",
            "the exposure is -1, which is below zero",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 3, "exposure": "340", "unit": "percent" } }
        }"#,
        &[not_met(
            "/observed/rate/unit",
            "hændelsernes tidsrum er angivet i procent",
            "the exposure is stated in percent",
        )],
    ),
];
