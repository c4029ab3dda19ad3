//! Rates and subgroups.

use crate::figure::Decimal;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// The exposure is below zero.
    struct NegativeExposure {
        /// The exposure.
        exposure / "exposure": Decimal,
    }
    message |facts, lang, f| {
        let exposure = facts.exposure.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "eksponeringen er {exposure}, altså under nul"),
            Lang::En => write!(f, "the exposure is {exposure}, which is below zero"),
        }
    }
}

facts! {
    /// Something happened, though there was no exposure.
    struct EventsWithoutExposure {
        /// How many events.
        events / "events": u64,
    }
    message |facts, lang, f| {
        let events = facts.events;
        match lang {
            Lang::Da => write!(f, "antallet af hændelser er {events}, men eksponeringen er nul"),
            Lang::En => write!(f, "the number of events is {events}, but the exposure is zero"),
        }
    }
}

pub(crate) static EXPOSED: Rule = Rule {
    code: codes::MEA007,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
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
    implies: &[],
    requires: &[],
};

pub(crate) fn exposed(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Rate { events, exposure, .. }) = &measurement.observed else { return };
    let at = at.key("observed");
    let at = at.key("rate");
    if exposure.is_negative() {
        cx.not_met(&at.key("exposure"), NegativeExposure { exposure: *exposure });
    } else if exposure.is_zero() && *events > 0 {
        cx.not_met(&at.key("events"), EventsWithoutExposure { events: *events });
    }
}

pub(crate) static SOMETHING_TO_MEASURE: Rule = Rule {
    code: codes::MEA008,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-032"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "en rate har en eksponering, og en stikprøve har værdier",
        "a rate has an exposure, and a subgroup has values",
    ),
    why: Bilingual::new(
        "Er der ikke målt på noget, er resultatet hverken godt eller skidt; ingen hændelser på ingen tid er ikke nul.",
        "If there was nothing to measure, the result is neither good nor bad; no events in no time is not zero.",
    ),
    remedy: Bilingual::new(
        "Lad målingen stå, hvis der ikke var noget at måle på; ellers tilføj det, der mangler.",
        "Leave the measurement as it is if there was nothing to measure; otherwise add what is missing.",
    ),
    example: Bilingual::new(
        "Afdelingen var lukket i juli: 0 fald på 0 døgn.",
        "The department was closed in July: 0 falls in 0 days.",
    ),
    implies: &[],
    requires: &[codes::MEA007],
};

pub(crate) fn something_to_measure(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at = at.key("observed");
    match &measurement.observed {
        Some(Observed::Rate { events, exposure, .. }) => {
            let at = at.key("rate");
            let at = at.key("exposure");
            if exposure.is_negative() || (exposure.is_zero() && *events > 0) {
                cx.depends_on(&at, codes::MEA007);
            } else if exposure.is_zero() {
                let anything =
                    Bilingual::new("noget at måle på (eksponeringen er nul)", "any exposure (it is zero)");
                cx.all_stated(&at, [(false, anything)]);
            }
        }
        Some(Observed::Subgroup { values, .. }) if values.is_empty() => {
            let at = at.key("subgroup");
            cx.all_stated(&at.key("values"), [(false, Bilingual::new("værdier", "values"))]);
        }
        _ => {}
    }
}
