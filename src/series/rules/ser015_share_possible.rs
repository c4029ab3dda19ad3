//! The lines of a series are where its results can be: shares between 0 and 100 percent, counts not below 0.

use super::form::Form;
use crate::codes;
use crate::figure::{Decimal, Unit};
use crate::report::Path;
use crate::rule::{Basis, Checker, Facts, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    draft::tape::Tape,
    measurement::Observed,
    rule::trial::Breaks,
    series::{Phase, TargetLine},
    strategy::on_known_level,
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER015,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases, targets")],
    title: Bilingual::new(
        "mål og kendt midterlinje ligger mellem 0 og 100 %, hvis der måles i andele, og ikke under 0, hvis der tælles",
        "targets and known centre lines lie between 0 and 100% where shares are measured, and not below 0 where something is counted",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv: intet resultat kan ligge dér, hvor en sådan linje ligger. Der tælles i antal, rater, dage og timer.",
        "The series contradicts itself: no result can lie where such a line does. Counts, rates, days and hours are counted.",
    ),
    remedy: Bilingual::new(
        "Ret linjen; den angives i procent, så 0,8 er 0,8 % og ikke 80 %.",
        "Correct the line; it is stated in percent, so that 0.8 is 0.8% and not 80%.",
    ),
    example: Bilingual::new("Målet er 180 % af borgerne.", "The target is 180% of the citizens."),
    ..Rule::DERIVED
};

message! {
    TargetNoShare { value: Decimal }
    "målet er {value} %, men en andel ligger mellem 0 og 100 %",
    "the target is {value}%, but a share lies between 0 and 100%",
}

message! {
    CentreNoShare { centre: Decimal }
    "midterlinjen er {centre} %, men en andel ligger mellem 0 og 100 %",
    "the centre line is {centre}%, but a share lies between 0 and 100%",
}

message! {
    TargetNoCount { value: Decimal }
    "målet er {value}, men det, der tælles, er aldrig under 0",
    "the target is {value}, but what is counted is never below 0",
}

message! {
    CentreNoCount { centre: Decimal }
    "midterlinjen er {centre}, men det, der tælles, er aldrig under 0",
    "the centre line is {centre}, but what is counted is never below 0",
}

/// Rule SER014 reports a target in another unit than the series.
pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_out = |value: &Decimal| !value.is_share_in_percent();
    let centres = series.phases.iter().filter_map(|phase| phase.centre.as_ref());
    if !series.targets.iter().map(|target| &target.value).chain(centres).any(is_out) {
        return;
    }
    match Form::of_series(series) {
        Some(form) if form.is_share() => {
            let messages = (|centre| CentreNoShare { centre }, |value| TargetNoShare { value });
            check_lines(series, &Unit::Percent, is_out, messages, at, cx);
        }
        Some(form) if form.is_counted() => {
            let messages = (|centre| CentreNoCount { centre }, |value| TargetNoCount { value });
            check_lines(series, form.unit_of_target, |value| value.is_negative(), messages, at, cx);
        }
        _ => {}
    }
}

/// Reports the centre lines, and the targets in a unit, that are where no result can be.
fn check_lines<C: Facts, T: Facts>(
    series: &MeasurementSeries,
    unit: &Unit,
    is_out: impl Fn(&Decimal) -> bool,
    (no_centre, no_target): (impl Fn(Decimal) -> C, impl Fn(Decimal) -> T),
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let list = at.key("phases");
    for (n, phase) in series.phases.iter().enumerate() {
        if let Some(centre) = phase.centre.filter(&is_out) {
            cx.not_met(&list.index(n).key("centre"), no_centre(centre));
        }
    }
    let list = at.key("targets");
    for (n, target) in series.targets.iter().enumerate() {
        if target.unit == *unit && is_out(&target.value) {
            cx.not_met(&list.index(n).key("value"), no_target(target.value));
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| {
        *series = of_shares(tape);
        let value = *tape.pick(&[Decimal::from(101), Decimal::from_integer(-1)]);
        series.targets = [TargetLine::new(value, Unit::Percent)].into();
    },
    |series, tape| {
        *series = of_shares(tape);
        let centre = Some(*tape.pick(&[Decimal::from(101), Decimal::from_integer(-1)]));
        series.phases = [Phase { centre, ..Phase::default() }].into();
    },
    |series, tape| {
        *series = of_counts(tape);
        series.targets = [TargetLine::new(Decimal::from_integer(-4), Unit::Count)].into();
    },
    |series, tape| {
        *series = of_counts(tape);
        let centre = Some(Decimal::from_integer(-4));
        series.phases = [Phase { centre, ..Phase::default() }].into();
    },
];

/// A clean series of counts without targets.
#[cfg(feature = "proptest")]
fn of_counts(tape: &mut Tape<'_>) -> MeasurementSeries {
    let mut series = of_shares(tape);
    series.measurements.iter_mut().for_each(|one| one.observed = Some(Observed::of_count(2)));
    series
}

/// A clean series of shares without targets.
#[cfg(feature = "proptest")]
fn of_shares(tape: &mut Tape<'_>) -> MeasurementSeries {
    let mut series = on_known_level(tape);
    series.targets.clear();
    series.measurements.iter_mut().for_each(|one| one.observed = Some(Observed::of_share(1, 2)));
    series
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Nothing is measured yet, or the measurements are not shares.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "phases": [{ "centre": "120" }], "targets": [{ "value": "120", "unit": "percent" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "value": { "value": "98", "unit": "percent" } }
            }],
            "phases": [{ "centre": "101" }], "targets": [{ "value": "102", "unit": "percent" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "share": { "part": 1, "whole": 2 } }
            }],
            "phases": [{ "centre": "0" }],
            "targets": [{ "value": "100", "unit": "percent" }, { "value": "101", "unit": "days", "from": "2024-01-01" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "share": { "part": 1, "whole": 2 } }
            }],
            "phases": [{ "centre": "-0.5" }],
            "targets": [
                { "value": "80", "unit": "percent" },
                { "value": "100.1", "unit": "percent", "from": "2024-01-01" }
            ]
        }"#,
        &[
            not_met(
                "/phases/0/centre",
                "midterlinjen er -0,5 %, men en andel ligger mellem 0 og 100 %",
                "the centre line is -0.5%, but a share lies between 0 and 100%",
            ),
            not_met(
                "/targets/1/value",
                "målet er 100,1 %, men en andel ligger mellem 0 og 100 %",
                "the target is 100.1%, but a share lies between 0 and 100%",
            ),
        ],
    ),
    // Of points, which can be below 0; a target in another unit, and one of nothing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "value": { "value": "-3", "unit": "points" } }
            }],
            "phases": [{ "centre": "-2" }], "targets": [{ "value": "-1", "unit": "points" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011", "observed": { "count": { "count": 3 } }
            }],
            "phases": [{ "centre": "120" }],
            "targets": [{ "value": "0", "unit": "count" }, { "value": "-4", "unit": "points", "from": "2024-01-01" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011", "observed": { "count": { "count": 3 } }
            }],
            "phases": [{ "centre": "-4" }],
            "targets": [{ "value": "-0.5", "unit": "count" }]
        }"#,
        &[
            not_met(
                "/phases/0/centre",
                "midterlinjen er -4, men det, der tælles, er aldrig under 0",
                "the centre line is -4, but what is counted is never below 0",
            ),
            not_met(
                "/targets/0/value",
                "målet er -0,5, men det, der tælles, er aldrig under 0",
                "the target is -0.5, but what is counted is never below 0",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "observed": { "rate": { "events": 3, "exposure": "100", "unit": "days" } }
            }],
            "targets": [{ "value": "-0.01", "unit": "days" }]
        }"#,
        &[not_met(
            "/targets/0/value",
            "målet er -0,01, men det, der tælles, er aldrig under 0",
            "the target is -0.01, but what is counted is never below 0",
        )],
    ),
];
