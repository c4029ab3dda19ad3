//! Each period is measured once.

use chrono::NaiveDate;

use super::time::{at_one_time, depends_on_order};
use crate::codes;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::series::ordered::Dated;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{draft::tape::Tape, measurement::Measurement, rule::trial::Breaks, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER001,
    severity: Severity::Error,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new("hver periode er målt én gang", "each period is measured once"),
    why: Bilingual::new(
        "Serien modsiger sig selv: to resultater for samme periode kan ikke begge være det punkt, der skal vises.",
        "The series contradicts itself: two results for one period cannot both be the point that is shown.",
    ),
    remedy: Bilingual::new(
        "Behold den rigtige af de to målinger, ret perioden, eller ret, hvor ofte der måles.",
        "Keep the right one of the two measurements, correct the period, or correct how often measurements are made.",
    ),
    example: Bilingual::new(
        "Marts 2024 er indberettet to gange: først med 3 fald og siden med 4.",
        "March 2024 was reported twice: first with 3 falls, and later with 4.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

message! {
    MeasuredBefore { start: NaiveDate, end: NaiveDate, other: Subject }
    "perioden fra {start} til {end} er allerede målt i serien",
    "the period from {start} to {end} has already been measured in the series",
}

message! {
    DayMeasuredBefore { day: NaiveDate, other: Subject }
    "{day} er allerede målt i serien",
    "{day} has already been measured in the series",
}

message! {
    SameStep { step: Bilingual, first: NaiveDate, again: NaiveDate, other: Subject }
    "målingen begynder {again}, i samme {step} som en anden måling, der begynder {first}",
    "the measurement starts on {again}, in the same {step} as another measurement, which starts on {first}",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    depends_on_order(series, at, cx);
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut before: Option<Dated> = None;
        for one in measurements {
            if let Some(before) = before.filter(|before| at_one_time(series.interval, *before, one)) {
                let at = list.item(one.place, one.id());
                let at = at.key("period");
                let other = before.id().subject();
                match series.interval {
                    Some(interval) if (before.start, before.end) != (one.start, one.end) => {
                        let step = interval.label();
                        cx.not_met(&at, SameStep { step, first: before.start, again: one.start, other });
                    }
                    _ if one.start == one.end => cx.not_met(&at, DayMeasuredBefore { day: one.start, other }),
                    _ => cx.not_met(&at, MeasuredBefore { start: one.start, end: one.end, other }),
                }
            }
            before = Some(one);
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[measure_again, |series, tape| {
    measure_again(series, tape);
    // Within the period of the first one.
    if let Some(period) = series.measurements.last_mut().and_then(|again| again.period.as_mut()) {
        period.start = period.end;
    }
}];

#[cfg(feature = "proptest")]
fn measure_again(series: &mut MeasurementSeries, tape: &mut Tape<'_>) {
    *series = on_known_level(tape);
    if let Some(first) = series.measurements.first().cloned() {
        series.measurements.push(Measurement { id: tape.spare_id(1), ..first });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                },
                { "id": "00000000-0000-4000-8000-000000000013" },
                { "id": "00000000-0000-4000-8000-000000000014" }
            ]
        }"#,
    ),
    // Two events can happen on one day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "byEvent",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                }
            ]
        }"#,
    ),
    // Without an interval only the same period is the same time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" }
                }
            ]
        }"#,
    ),
    // The last day of one month and the first of the next.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-02-29", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                }
            ]
        }"#,
    ),
    // Of the same period the one with the later id is found, wherever it stands.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/0/period",
            "perioden fra 1. marts 2024 til 31. marts 2024 er allerede målt i serien",
            "the period from 1 March 2024 to 31 March 2024 has already been measured in the series",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-31", "end": "2024-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-31", "end": "2024-03-31" }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/1/period",
                "målingen begynder 31. marts 2024, i samme måned som en anden måling, der begynder 1. marts 2024",
                "the measurement starts on 31 March 2024, in the same month as another measurement, which \
                 starts on 1 March 2024",
            ),
            not_met(
                "/measurements/2/period",
                "31. marts 2024 er allerede målt i serien",
                "31 March 2024 has already been measured in the series",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-05-01", "end": "2024-05-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-06-30", "end": "2024-06-01" }
                }
            ]
        }"#,
        &[not_evaluated("/measurements/1/period", "MEA004")],
    ),
];
