//! The events of a rate happened during an exposure.

use crate::codes;
use crate::figure::Decimal;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{figure::Unit, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA007,
    severity: Severity::Error,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "observed, rate")],
    title: Bilingual::new(
        "hændelserne i en rate er sket under en eksponering",
        "the events of a rate happened during an exposure",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv: der kan ikke ske noget på ingen tid, og en eksponering er aldrig negativ.",
        "The measurement contradicts itself: nothing can happen in no time, and an exposure is never negative.",
    ),
    remedy: Bilingual::new(
        "Ret eksponeringen, eller ret antallet af hændelser.",
        "Correct the exposure, or the number of events.",
    ),
    example: Bilingual::new("Tre fald på 0 døgn.", "Three falls in 0 days."),
    ..Rule::DERIVED
};

message! {
    NegativeExposure { exposure: Decimal }
    "eksponeringen er {exposure}, altså under nul",
    "the exposure is {exposure}, which is below zero",
}

message! {
    EventsWithoutExposure { events: u64 }
    "antallet af hændelser er {events}, men eksponeringen er nul",
    "the number of events is {events}, but the exposure is zero",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Rate { events, exposure, .. }) = &measurement.observed else { return };
    let at = at.key("observed");
    let at = at.key("rate");
    if exposure.is_negative() {
        cx.not_met(&at.key("exposure"), NegativeExposure { exposure: *exposure });
    } else if exposure.is_zero() && *events > 0 {
        cx.not_met(&at.key("events"), EventsWithoutExposure { events: *events });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        let tenths = i64::try_from(tape.below(9).saturating_add(1)).unwrap_or(1);
        let exposure = Decimal::new(tenths.saturating_neg(), 1).unwrap_or(Decimal::from_integer(-1));
        measurement.observed = Some(Observed::Rate { events: 0, exposure, unit: Unit::Days });
    },
    |measurement, tape| {
        let (events, exposure) = (tape.below(9).saturating_add(1), Decimal::ZERO);
        measurement.observed = Some(Observed::Rate { events, exposure, unit: Unit::Days });
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
            "antallet af hændelser er 1, men eksponeringen er nul",
            "the number of events is 1, but the exposure is zero",
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
            "eksponeringen er -0,5, altså under nul",
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
            "eksponeringen er -1, altså under nul",
            "the exposure is -1, which is below zero",
        )],
    ),
];
