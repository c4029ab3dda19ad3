//! The baseline of a phase does not end before the phase begins or after the next one has begun.

use chrono::NaiveDate;

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    draft::tape::Tape, figure::Decimal, rule::trial::Breaks, series::Phase,
    series::rules::additions::announced, strategy::on_known_level,
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases")],
    title: Bilingual::new(
        "en fases fastfrosne niveau beregnes ikke ud fra målinger fra før fasen eller fra den næste fase",
        "the frozen level of a phase is not calculated from measurements before the phase or in the next one",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv: fasens niveau skulle beregnes ud fra målinger, der ikke hører til den.",
        "The series contradicts itself: the level would be calculated from measurements outside the phase.",
    ),
    remedy: Bilingual::new(
        "Ret den dag, niveauet er frosset til og med, eller den første dag i fasen.",
        "Correct the last day of the baseline, or the first day of the phase.",
    ),
    example: Bilingual::new(
        "Fasen begynder 1. juli 2024, men dens niveau er frosset til og med 30. juni 2024.",
        "The phase begins on 1 July 2024, but its baseline ends on 30 June 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    BaselineBefore { from: NaiveDate, baseline_until: NaiveDate }
    "niveauet er frosset til og med {baseline_until}, men fasen begynder først {from}",
    "the baseline ends on {baseline_until}, but the phase does not begin until {from}",
}

message! {
    BaselineInNext { next: NaiveDate, baseline_until: NaiveDate }
    "niveauet er frosset til og med {baseline_until}, men den næste fase begynder allerede {next}",
    "the baseline ends on {baseline_until}, but the next phase begins as early as {next}",
}

message! {
    BaselineBeforeSeries { first: NaiveDate, baseline_until: NaiveDate }
    "niveauet er frosset til og med {baseline_until}, men fasen begynder med seriens første måling, {first}",
    "the baseline ends on {baseline_until}, but the phase begins with the first measurement of the series, on {first}",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.phases.iter().all(|phase| phase.baseline_until.is_none()) {
        return;
    }
    let first = series.dated().map(|one| one.start).min();
    let list = at.key("phases");
    let starts = series.phases.iter().filter_map(|phase| phase.from);
    sorted_of(&starts, |starts| {
        for (n, phase) in series.phases.iter().enumerate() {
            let Some(baseline_until) = phase.baseline_until else { continue };
            let at = list.index(n);
            let at = at.key("baselineUntil");
            let after = starts.partition_point(|start| phase.from.is_some_and(|from| *start <= from));
            match (phase.from, first, starts.get(after)) {
                (Some(from), ..) if baseline_until < from => {
                    cx.not_met(&at, BaselineBefore { from, baseline_until });
                }
                // A phase without a first day begins with the series.
                (None, Some(first), _) if baseline_until < first => {
                    cx.not_met(&at, BaselineBeforeSeries { first, baseline_until });
                }
                (.., Some(next)) if *next <= baseline_until => {
                    cx.not_met(&at, BaselineInNext { next: *next, baseline_until });
                }
                _ => {}
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| {
        change_phase(series, tape, |phase| {
            // 1970: before the first measurement of every clean series.
            phase.from = Some(NaiveDate::default());
            phase.baseline_until = NaiveDate::default().pred_opt();
        });
    },
    |series, tape| {
        change_phase(series, tape, |phase| phase.baseline_until = NaiveDate::default().pred_opt());
    },
    |series, tape| {
        change_phase(series, tape, |_| {});
        let next = Phase { centre: Some(Decimal::ZERO), ..announced(series) };
        series.phases.iter_mut().for_each(|phase| phase.baseline_until = next.from);
        series.phases.push(next);
    },
];

/// Changes the only phase of a clean series. Its level is known, so it may rest on few measurements.
#[cfg(feature = "proptest")]
fn change_phase(series: &mut MeasurementSeries, tape: &mut Tape<'_>, change: fn(&mut Phase)) {
    *series = on_known_level(tape);
    let mut phase = Phase { grounds: Some(tape.said()), centre: Some(Decimal::ZERO), ..Phase::default() };
    change(&mut phase);
    series.phases = [phase].into();
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // A baseline of one day, no baseline, and one in a series without measurements.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [
                { "from": "2024-07-01", "baselineUntil": "2024-07-01" }, { "from": "2024-08-01" },
                { "baselineUntil": "2024-06-30" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{}, { "from": "2024-07-01", "baselineUntil": "2024-06-30" }]
        }"#,
        &[not_met(
            "/phases/1/baselineUntil",
            "niveauet er frosset til og med 30. juni 2024, men fasen begynder først 1. juli 2024",
            "the baseline ends on 30 June 2024, but the phase does not begin until 1 July 2024",
        )],
    ),
    // Until the day before the next phase, wherever that is in the list.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [
                { "from": "2024-07-01" }, { "from": "2023-01-01", "baselineUntil": "2024-06-30" },
                { "baselineUntil": "2022-12-31" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [
                { "from": "2024-07-01" }, { "from": "2023-01-01", "baselineUntil": "2024-07-01" },
                { "baselineUntil": "2023-06-30" }
            ]
        }"#,
        &[
            not_met(
                "/phases/1/baselineUntil",
                "niveauet er frosset til og med 1. juli 2024, men den næste fase begynder allerede 1. juli 2024",
                "the baseline ends on 1 July 2024, but the next phase begins as early as 1 July 2024",
            ),
            not_met(
                "/phases/2/baselineUntil",
                "niveauet er frosset til og med 30. juni 2023, men den næste fase begynder allerede 1. januar 2023",
                "the baseline ends on 30 June 2023, but the next phase begins as early as 1 January 2023",
            ),
        ],
    ),
    // A phase without a first day begins with the first measurement, wherever that is in the list.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "period": { "start": "2024-01-01", "end": "2024-01-31" }
            }],
            "phases": [{ "baselineUntil": "2024-01-01" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                }
            ],
            "phases": [{ "baselineUntil": "2023-12-31" }]
        }"#,
        &[not_met(
            "/phases/0/baselineUntil",
            "niveauet er frosset til og med 31. december 2023, men fasen begynder med seriens første måling, 1. januar 2024",
            "the baseline ends on 31 December 2023, but the phase begins with the first measurement of the series, on \
             1 January 2024",
        )],
    ),
];
