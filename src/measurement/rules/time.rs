//! When a measurement was made.

use chrono::NaiveDate;

use crate::date::day_in_lang;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// The period ends before it starts.
    struct PeriodBackwards {
        /// The first day of the period.
        start / "start": NaiveDate,
        /// The last day of the period.
        end / "end": NaiveDate,
    }
    message |facts, lang, f| {
        let (start, end) = (day_in_lang(facts.start, lang), day_in_lang(facts.end, lang));
        match lang {
            Lang::Da => write!(f, "perioden slutter {end}, før den begynder {start}"),
            Lang::En => write!(f, "the period ends on {end}, before it starts on {start}"),
        }
    }
}

pub(crate) static PERIOD: Rule = Rule {
    code: codes::MEA004,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "målingens periode begynder, før den slutter",
        "the period of a measurement starts before it ends",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv, og ingen kan se, hvilket tidspunkt den hører til.",
        "The measurement contradicts itself, and nobody can see which time it belongs to.",
    ),
    remedy: Bilingual::new("Ret periodens første eller sidste dag.", "Correct the first or the last day."),
    example: Bilingual::new(
        "En måling fra 30. november til 1. november 2024.",
        "A measurement from 30 November to 1 November 2024.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn period(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(period) = measurement.period
        && !period.is_ordered()
    {
        cx.not_met(&at.key("period"), PeriodBackwards { start: period.start, end: period.end });
    }
}

facts! {
    /// The figures were taken out before the period was over.
    struct ExtractedEarly {
        /// When they were taken out.
        extracted_at / "extractedAt": NaiveDate,
        /// The last day of the period.
        end / "end": NaiveDate,
    }
    message |facts, lang, f| {
        let (extracted, end) = (day_in_lang(facts.extracted_at, lang), day_in_lang(facts.end, lang));
        match lang {
            Lang::Da => write!(f, "tallene er trukket {extracted}, før perioden slutter {end}"),
            Lang::En => write!(f, "the figures were taken out on {extracted}, before the period ends on {end}"),
        }
    }
}

pub(crate) static EXTRACTED_AFTER: Rule = Rule {
    code: codes::MEA005,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "tallene er trukket, når perioden er slut",
        "the figures are taken out when the period is over",
    ),
    why: Bilingual::new(
        "Tal, der er trukket før tid, dækker ikke den periode, de står for.",
        "Figures that are taken out early do not cover the period they stand for.",
    ),
    remedy: Bilingual::new(
        "Træk tallene igen, eller lad perioden slutte den dag, de blev trukket.",
        "Take the figures out again, or let the period end on the day they were taken out.",
    ),
    example: Bilingual::new(
        "Tallene for november 2024 er trukket 15. november.",
        "The figures for November 2024 were taken out on 15 November.",
    ),
    implies: &[],
    requires: &[codes::MEA004],
};

pub(crate) fn extracted_after(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(period), Some(extracted_at)) = (measurement.period, measurement.extracted_at) else { return };
    let at = at.key("extractedAt");
    if !period.is_ordered() {
        cx.depends_on(&at, codes::MEA004);
    } else if extracted_at < period.end {
        cx.not_met(&at, ExtractedEarly { extracted_at, end: period.end });
    }
}
