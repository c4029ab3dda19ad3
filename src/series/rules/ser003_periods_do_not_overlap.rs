//! The periods of a series do not overlap.

use chrono::NaiveDate;

use super::time::{Follows, Walk, depends_on_order};
use crate::codes;
use crate::date::Interval;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::later,
    crate::{rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER003,
    sources: &[SourceRef::new(SourceDocument::ANHOEJ_OLESEN_2014, "Methods")],
    title: Bilingual::new(
        "perioderne i en serie overlapper ikke hinanden",
        "the periods of a series do not overlap",
    ),
    why: Bilingual::new(
        "Målinger, der overlapper, følges ad af sig selv, og så kan tilfældigheder ligne en ændring.",
        "Measurements that overlap move together by themselves, and then chance can look like change.",
    ),
    remedy: Bilingual::new(
        "Brug målingerne for de enkelte perioder i stedet for et løbende gennemsnit, eller ret perioderne.",
        "Use the measurements of the single periods instead of a rolling average, or correct the periods.",
    ),
    example: Bilingual::new(
        "Serien viser for hver måned gennemsnittet af de seneste 12 måneder.",
        "For each month the series shows the average of the latest 12 months.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

message! {
    SharedDays { measurements: u64, from: NaiveDate, until: NaiveDate }
    "{measurements:måling|målinger} overlapper en tidligere måling, første gang fra {from} til {until}",
    "{measurements:measurement overlaps|measurements overlap} an earlier one, first from {from} to {until}",
}

message! {
    SharedDay { measurements: u64, day: NaiveDate }
    "{measurements:måling|målinger} overlapper en tidligere måling, første gang {day}",
    "{measurements:measurement overlaps|measurements overlap} an earlier one, first on {day}",
}

pub(super) fn check(series: &MeasurementSeries, is_regular: bool, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_regular {
        return;
    }
    depends_on_order(series, at, cx);
    let interval = series.interval;
    let by_event = interval == Some(Interval::ByEvent);
    let mut found: Option<SharedDays> = None;
    series.in_order(|measurements| {
        let mut walk = Walk::new(interval);
        let mut reaching: Option<NaiveDate> = None; // the last day measured so far
        for one in measurements {
            let is_again = matches!(walk.next(one), Follows::Again(_));
            if let Some(reaching) = reaching {
                // A new event can happen on the last day of the time since the previous one.
                let shares = one.start < reaching || (one.start == reaching && !by_event);
                if shares && !is_again {
                    let first = SharedDays { measurements: 0, from: one.start, until: one.end.min(reaching) };
                    let found = found.get_or_insert(first);
                    found.measurements = found.measurements.saturating_add(1);
                }
            }
            reaching = reaching.max(Some(one.end));
        }
    });
    let at = at.key("measurements");
    match found {
        Some(SharedDays { measurements, from, until }) if from == until => {
            cx.not_met(&at, SharedDay { measurements, day: from });
        }
        Some(found) => cx.not_met(&at, found),
        None => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    *series = on_known_level(tape);
    for period in series.measurements.iter_mut().filter_map(|one| one.period.as_mut()) {
        period.end = later(period.end, 1_000);
    }
}];

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
    "measurements": [
        {
            "id": "00000000-0000-4000-8000-000000000011",
            "period": { "start": "2024-01-01", "end": "2024-01-31" }
        },
        {
            "id": "00000000-0000-4000-8000-000000000012",
            "period": { "start": "2024-01-31", "end": "2024-02-29" }
        }
    ]
}"#;

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
                }
            ]
        }"#,
    ),
    // Another rule reports the same time measured twice.
    accepts_with(SERIES, r#"{ "/measurements/1/period/end": "2024-01-31" }"#),
    // The day of an event ends one time and begins the next.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "interval": "byEvent",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-12-01", "end": "2024-12-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-12-31", "end": "2025-02-01" }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "interval": "byEvent",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-12-01", "end": "2025-01-01" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-12-31", "end": "2025-02-01" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements",
            "1 måling overlapper en tidligere måling, første gang fra 31. december 2024 til 1. januar 2025",
            "1 measurement overlaps an earlier one, first from 31 December 2024 to 1 January 2025",
        )],
    ),
    // With an interval of the calendar, one shared day is enough.
    refuses_with(
        SERIES,
        r#"{ "/measurements/0/period/end": "2024-02-01", "/measurements/1/period/start": "2024-02-01" }"#,
        &[not_met(
            "/measurements",
            "1 måling overlapper en tidligere måling, første gang 1. februar 2024",
            "1 measurement overlaps an earlier one, first on 1 February 2024",
        )],
    ),
    // The first days of both are in the same month.
    refuses(
        SERIES,
        &[not_met(
            "/measurements",
            "1 måling overlapper en tidligere måling, første gang 31. januar 2024",
            "1 measurement overlaps an earlier one, first on 31 January 2024",
        )],
    ),
    // A count on the first day of the month may be that of the previous month.
    refuses_with(
        SERIES,
        r#"{ "/measurements/1/period/start": "2024-01-01", "/measurements/1/period/end": "2024-01-01" }"#,
        &[not_met(
            "/measurements",
            "1 måling overlapper en tidligere måling, første gang 1. januar 2024",
            "1 measurement overlaps an earlier one, first on 1 January 2024",
        )],
    ),
    // A long period reaches beyond its neighbour.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-03-10" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements",
            "2 målinger overlapper en tidligere måling, første gang fra 1. februar 2024 til 29. februar 2024",
            "2 measurements overlap an earlier one, first from 1 February 2024 to 29 February 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "period": { "start": "2024-06-30", "end": "2024-06-01" }
            }]
        }"#,
        &[not_evaluated("/measurements/0/period", "MEA004")],
    ),
];
