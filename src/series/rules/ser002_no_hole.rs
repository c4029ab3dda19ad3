//! A series that is measured for fixed calendar periods has a measurement for each of them.

use chrono::NaiveDate;

use super::time::{Follows, Steps, Walk, depends_on_order, shares_days};
use crate::codes;
use crate::date::Interval;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::series::ordered::Dated;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::later,
    crate::{date::Period, measurement::Measurement, rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER002,
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer"),
    ],
    title: Bilingual::new(
        "en serie, der måles for faste kalenderperioder, har en måling for hver af dem",
        "a series that is measured for fixed calendar periods has a measurement for each of them",
    ),
    why: Bilingual::new(
        "Uden den manglende måling ser to punkter ud til at følge lige efter hinanden, selv om de ikke gør det. En måling, der dækker flere perioder, vises kun som ét punkt.",
        "Without the missing measurement two points seem to follow each other directly, although they do not. A measurement that covers several periods is shown as one point only.",
    ),
    remedy: Bilingual::new(
        "Tilføj målingen; gav den intet resultat, så skriv det i målingen. Dækker en måling flere perioder, så del den op. Ret ellers, hvor ofte der måles: måles der ved hver hændelse, kan der ikke mangle en periode.",
        "Add the measurement; if it gave no result, let the measurement say so. Split a measurement that covers several periods. Otherwise correct how often measurements are made: if one is made at every event, no period can be missing.",
    ),
    example: Bilingual::new(
        "Der måles hver måned, men serien springer fra januar til april.",
        "Measurements are made every month, but the series jumps from January to April.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

message! {
    Hole { every: Bilingual, last: NaiveDate, next: NaiveDate, missing: u64 }
    "der måles {every}, men mellem {last} og {next} mangler {missing:måling|målinger}",
    "measurements are made {every}, but {missing:is|are} missing between {last} and {next}",
}

message! {
    TooLong { every: Bilingual, start: NaiveDate, end: NaiveDate, covers: u64, steps: Bilingual }
    "der måles {every}, men målingen fra {start} til {end} dækker {covers} {steps}",
    "measurements are made {every}, but the measurement from {start} to {end} covers {covers} {steps}",
}

/// Several steps, in words.
const fn several(interval: Interval) -> Bilingual {
    match interval {
        Interval::Day => Bilingual::new("dage", "days"),
        Interval::Week => Bilingual::new("uger", "weeks"),
        Interval::Month => Bilingual::new("måneder", "months"),
        Interval::Quarter => Bilingual::new("kvartaler", "quarters"),
        Interval::HalfYear => Bilingual::new("halvår", "half-years"),
        Interval::Year => Bilingual::new("år", "years"),
        Interval::ByEvent => Bilingual::new("hændelser", "events"),
    }
}

/// How often it is measured, in words.
const fn every(interval: Interval) -> Bilingual {
    match interval {
        Interval::Day => Bilingual::new("hver dag", "every day"),
        Interval::Week => Bilingual::new("hver uge", "every week"),
        Interval::Month => Bilingual::new("hver måned", "every month"),
        Interval::Quarter => Bilingual::new("hvert kvartal", "every quarter"),
        Interval::HalfYear => Bilingual::new("hvert halvår", "every half-year"),
        Interval::Year => Bilingual::new("hvert år", "every year"),
        Interval::ByEvent => Bilingual::new("ved hver hændelse", "at every event"),
    }
}

pub(super) fn check(series: &MeasurementSeries, is_regular: bool, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_regular {
        return;
    }
    // A measurement with a period that ends before it begins may be the one that seems to be missing.
    let has_unordered = depends_on_order(series, at, cx);
    if has_unordered || series.dated().next().is_none() {
        return;
    }
    let Some(interval) = series.interval else {
        // One measurement has no neighbours.
        if series.dated().nth(1).is_some() {
            cx.not_assessable(at, Bilingual::new("måleinterval", "how often it is measured"));
        }
        return;
    };
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut walk = Walk::new(series.interval);
        let mut reaching: Option<(Dated, bool)> = None; // the one that ends last so far, and whether it overlaps
        for one in measurements {
            if let Follows::AfterHole(before, missing) = walk.next(one) {
                // Periods that overlap, such as rolling averages, are distinguished by their ends.
                let next = if before.end < one.start { one.start } else { one.end };
                let facts = Hole { every: every(interval), last: before.end, next, missing };
                cx.not_met(&list.item(one.place, one.id()).key("period"), facts);
            }
            let mut overlaps = false;
            if let Some((before, overlapped)) = reaching {
                if one.end < before.end {
                    reaching = Some((before, true));
                    continue;
                }
                overlaps = shares_days(before, one);
                judge_length(interval, before, overlapped || overlaps, &list, cx);
            }
            reaching = Some((one, overlaps));
        }
        if let Some((last, overlaps)) = reaching {
            judge_length(interval, last, overlaps, &list, cx);
        }
    });
}

/// Reports a measurement that covers several steps. One that overlaps others, such as a rolling average, is left to
/// rule `SER003`.
fn judge_length(interval: Interval, one: Dated, overlaps: bool, list: &Path<'_>, cx: &mut Checker<'_>) {
    let covers = Steps::of(interval, one).map_or(1, |steps| steps.covers);
    if let Ok(covers @ 2..) = u64::try_from(covers)
        && !overlaps
    {
        let steps = several(interval);
        let facts = TooLong { every: every(interval), start: one.start, end: one.end, covers, steps };
        cx.not_met(&list.item(one.place, one.id()).key("period"), facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| *series = MeasurementSeries { interval: None, ..on_known_level(tape) },
    |series, tape| {
        *series = MeasurementSeries { interval: Some(Interval::Day), ..on_known_level(tape) };
        series.measurements.truncate(1);
        series.exclusions.clear();
        if let Some(period) = series.measurements.first_mut().and_then(|one| one.period.as_mut()) {
            period.end = later(period.start, 1);
        }
    },
    |series, tape| {
        *series = on_known_level(tape);
        let last = series.measurements.iter().max_by_key(|one| one.period).cloned();
        if let Some(last) = last
            && let Some(period) = last.period
        {
            let day = later(period.end, 800);
            let period = Some(Period { start: day, end: day });
            series.measurements.push(Measurement { id: tape.spare_id(1), period, ..last });
        }
    },
];

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
    "measurements": [
        {
            "id": "00000000-0000-4000-8000-000000000011",
            "period": { "start": "2024-01-01", "end": "2024-01-31" }
        },
        { "id": "00000000-0000-4000-8000-000000000012" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // One measurement has no neighbours.
    accepts(SERIES),
    // A longer period covers its months, but is only one point.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-12-01", "end": "2024-12-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2025-01-01", "end": "2025-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2025-04-01", "end": "2025-04-30" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hver måned, men målingen fra 1. januar 2025 til 31. marts 2025 dækker 3 måneder",
            "measurements are made every month, but the measurement from 1 January 2025 to 31 March 2025 covers 3 \
             months",
        )],
    ),
    // Events follow no calendar.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "byEvent",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2023-03-01", "end": "2023-03-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2025-03-01", "end": "2025-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2025-05-01", "end": "2025-05-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-12-01", "end": "2024-12-31" }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/0/period",
                "der måles hver måned, men mellem 31. december 2024 og 1. marts 2025 mangler 2 målinger",
                "measurements are made every month, but 2 are missing between 31 December 2024 and 1 March 2025",
            ),
            not_met(
                "/measurements/1/period",
                "der måles hver måned, men mellem 31. marts 2025 og 1. maj 2025 mangler 1 måling",
                "measurements are made every month, but 1 is missing between 31 March 2025 and 1 May 2025",
            ),
        ],
    ),
    // A count on a single day, or of a few days, counts for the nearest month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-31", "end": "2024-01-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-29", "end": "2024-03-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-04-29", "end": "2024-05-03" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015",
                    "period": { "start": "2024-05-27", "end": "2024-05-31" }
                }
            ]
        }"#,
    ),
    // The hole in a rolling average is found between the ends.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-12-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2025-02-28" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hver måned, men mellem 31. december 2024 og 28. februar 2025 mangler 1 måling",
            "measurements are made every month, but 1 is missing between 31 December 2024 and 28 February 2025",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "day",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hver dag, men mellem 1. januar 2024 og 1. marts 2024 mangler 59 målinger",
            "measurements are made every day, but 59 are missing between 1 January 2024 and 1 March 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "week",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-03-01", "end": "2024-03-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hver uge, men mellem 1. januar 2024 og 1. marts 2024 mangler 7 målinger",
            "measurements are made every week, but 7 are missing between 1 January 2024 and 1 March 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "quarter",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2021-01-01", "end": "2021-01-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hvert kvartal, men mellem 1. januar 2021 og 1. januar 2024 mangler 11 målinger",
            "measurements are made every quarter, but 11 are missing between 1 January 2021 and 1 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "halfYear",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2021-01-01", "end": "2021-01-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hvert halvår, men mellem 1. januar 2021 og 1. januar 2024 mangler 5 målinger",
            "measurements are made every half-year, but 5 are missing between 1 January 2021 and 1 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "year",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2021-12-31", "end": "2021-12-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "der måles hvert år, men mellem 31. december 2021 og 1. januar 2024 mangler 1 måling",
            "measurements are made every year, but 1 is missing between 31 December 2021 and 1 January 2024",
        )],
    ),
    refuses_with(
        SERIES,
        r#"{ "/measurements/1/period": { "start": "2024-02-01", "end": "2024-02-29" } }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: måleinterval",
            "cannot be assessed; missing: how often it is measured",
        )],
    ),
    refuses_with(
        SERIES,
        r#"{ "/measurements/1/period": { "start": "2024-02-29", "end": "2024-02-01" }, "/interval": "month" }"#,
        &[not_evaluated("/measurements/1/period", "MEA004")],
    ),
    // The last one covers two steps.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-04-30" } }
            ]
        }"#,
        &[not_met(
            "/measurements/2/period",
            "der måles hver måned, men målingen fra 1. marts 2024 til 30. april 2024 dækker 2 måneder",
            "measurements are made every month, but the measurement from 1 March 2024 to 30 April 2024 covers 2 months",
        )],
    ),
];
