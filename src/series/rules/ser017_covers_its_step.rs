//! A measurement of a series covers as much time as the others.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{Interval, Period};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::ordered::Dated;
use crate::series::{Annotation, MeasurementSeries, Occasion};
use crate::sorted::with_both;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::later,
    crate::{
        figure::Decimal,
        measurement::{Measurement, Observed},
        rule::trial::Breaks,
        series::Phase,
    },
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER017,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, interval; measurements, period")],
    title: Bilingual::new(
        "en måling midt i en serie dækker hele sit måleinterval, når de andre gør det",
        "a measurement within a series covers the whole of its interval if the others do",
    ),
    why: Bilingual::new(
        "En halv måned kan ikke sammenlignes med en hel: der er tid til færre hændelser, og resten af måneden mangler.",
        "Half a month cannot be compared with a whole one: there is time for fewer events, and the rest of the month is missing.",
    ),
    remedy: Bilingual::new(
        "Mål hele perioden, eller ret dens første eller sidste dag. Kan den ikke måles, så sæt en note om det på den første af de dage, der mangler, eller udelad målingen.",
        "Measure the whole period, or correct its first or last day. If it cannot be measured, put an annotation about it on the first of the days that are missing, or leave the measurement out.",
    ),
    example: Bilingual::new(
        "Sygefraværet opgøres for hver måned, men for november kun til og med den 15.",
        "Sick leave is counted for each month, but for November only up to the 15th.",
    ),
    ..Rule::DERIVED
};

message! {
    PartOfStep { from: NaiveDate, days: u64, of: u64 }
    "målingen fra {from} dækker kun {days:dag|dage} af et måleinterval på {of}",
    "the measurement from {from} covers only {days:day|days} of an interval of {of}",
}

/// Only series with steps of a month or more are checked: a week may be measured on its working days.
///
/// The first and the last measurement are not reported: the series may have begun or stopped within their steps.
pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(interval) = series.interval else { return };
    let longest = match interval {
        Interval::Month => 31,
        Interval::Quarter => 92,
        Interval::HalfYear => 184,
        Interval::Year => 366,
        _ => return,
    };
    let part = |one: Dated| part_of_step(interval, longest, one);
    let (mut parts, mut all) = (0_u64, 0_u64);
    for one in series.dated() {
        all = all.saturating_add(1);
        parts = parts.saturating_add(u64::from(part(one).is_some()));
    }
    // If most cover only some days, such as the day of a round, no measurement shows what is usual.
    if parts == 0 || parts.saturating_mul(2) >= all {
        return;
    }
    let list = at.key("measurements");
    let excluded = series.exclusions.iter().map(|one| one.measurement.uuid());
    // A test or an action does not say why days are missing.
    let says_why = |one: &&Annotation| matches!(one.occasion, Occasion::Event | Occasion::NewWayOfMeasuring);
    let annotated = series.annotations.iter().filter(says_why).map(|one| one.on.first_day());
    with_both(&excluded, &annotated, |excluded, annotated| {
        series.in_order(|measurements| {
            let mut latest: [Option<Dated>; 2] = [None, None];
            for next in measurements {
                if let [Some(before), Some(one)] = latest
                        && let Some((days, of)) = part(one)
                        && has_result(series, one)
                        && excluded.binary_search(&one.id().uuid()).is_err()
                        && !is_annotated(interval, one, annotated)
                        // Another rule reports two measurements of the same step.
                        && interval.number(before.end) < interval.number(one.start)
                        && interval.number(one.end) < interval.number(next.start)
                {
                    let facts = PartOfStep { from: one.start, days, of };
                    cx.not_met(&list.item(one.place, one.id()).key("period"), facts);
                }
                let [_, one] = latest;
                latest = [one, Some(next)];
            }
        });
    });
}

/// Whether an annotation begins on one of the days of the step that the measurement leaves out: it says why.
fn is_annotated(interval: Interval, one: Dated, annotated: &[NaiveDate]) -> bool {
    let Some(step) = interval.period_of(one.start) else { return false };
    let has_one = |is_in: &dyn Fn(NaiveDate) -> bool, from: NaiveDate| {
        let n = annotated.partition_point(|on| *on < from);
        annotated.get(n).is_some_and(|on| is_in(*on))
    };
    has_one(&|on| on < one.start, step.start)
        || one.end.succ_opt().is_some_and(|next| has_one(&|on| on <= step.end, next))
}

/// The days that the measurement covers and those of its step, if it covers less than three quarters of the step.
fn part_of_step(interval: Interval, longest: u64, one: Dated) -> Option<(u64, u64)> {
    let days = Period { start: one.start, end: one.end }.days()?;
    let is_part_of = |of: u64| days.saturating_mul(4) < of.saturating_mul(3);
    // What is enough for the longest step is enough for any. Most measurements are, and need no calendar arithmetic.
    if !is_part_of(longest) {
        return None;
    }
    let of = interval.period_of(one.start)?.days()?;
    is_part_of(of).then_some((days, of))
}

fn has_result(series: &MeasurementSeries, one: Dated) -> bool {
    series.measurements.get(one.place).is_some_and(|one| one.result().is_some())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    let interval = *tape.pick(&[Interval::Month, Interval::Quarter, Interval::HalfYear, Interval::Year]);
    let Some(mut step) = NaiveDate::from_ymd_opt(2018, 1, 1).and_then(|day| interval.period_of(day)) else {
        return;
    };
    let (indicator, reporting_unit) = (series.indicator, series.reporting_unit);
    let short = tape.number(1, 3);
    series.measurements.clear();
    for n in 0..5_u32 {
        let period = if n == short { Period { end: later(step.start, 14), ..step } } else { step };
        series.measurements.push(Measurement {
            indicator,
            reporting_unit,
            period: Some(period),
            observed: Some(Observed::of_count(4)),
            ..Measurement::new(tape.fresh_id())
        });
        step = interval.period_of(later(step.end, 1)).unwrap_or(step);
    }
    series.interval = Some(interval);
    (series.exclusions, series.targets, series.annotations) = Default::default();
    // A known level needs no more measurements.
    series.phases = [Phase { centre: Some(Decimal::ZERO), ..Phase::default() }].into();
}];

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
    "measurements": [
        { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-15" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-30" }, "observed": { "count": { "count": 4 } } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month" }"#,
    ),
    // Three quarters of a month, and more.
    accepts_with(
        SERIES,
        r#"{ "/measurements/2/period/end": "2024-03-31", "/measurements/3/period/end": "2024-04-23" }"#,
    ),
    accepts_with(
        SERIES,
        r#"{ "/measurements/1/period/start": "2024-02-05", "/measurements/2/period/end": "2024-03-31" }"#,
    ),
    // The first and the last one.
    accepts_with(
        SERIES,
        r#"{ "/measurements/0/period/start": "2024-01-16", "/measurements/2/period/end": "2024-03-31" }"#,
    ),
    accepts_with(
        SERIES,
        r#"{ "/measurements/2/period/end": "2024-03-31", "/measurements/5/period/end": "2024-06-01" }"#,
    ),
    // Left out, without a result, and two of the same month.
    accepts_with(SERIES, r#"{ "/exclusions": [{ "measurement": "00000000-0000-4000-8000-000000000013" }] }"#),
    accepts_with(SERIES, r#"{ "/measurements/2/observed": null, "/measurements/2/noResult": "none" }"#),
    accepts_with(
        SERIES,
        r#"{
            "/measurements/6": { "id": "00000000-0000-4000-8000-000000000020", "period": { "start": "2024-03-16", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } } }
        }"#,
    ),
    // Rounds on one day, and weeks.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-07", "end": "2024-01-07" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-07", "end": "2024-02-07" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-07", "end": "2024-03-07" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-07", "end": "2024-04-07" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "week",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-07" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-01-08", "end": "2024-01-10" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-01-15", "end": "2024-01-21" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-01-22", "end": "2024-01-28" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    accepts_with(SERIES, r#"{ "/interval": null }"#),
    refuses(
        SERIES,
        &[not_met(
            "/measurements/2/period",
            "målingen fra 1. marts 2024 dækker kun 15 dage af et måleinterval på 31",
            "the measurement from 1 March 2024 covers only 15 days of an interval of 31",
        )],
    ),
    refuses_with(
        SERIES,
        r#"{ "/measurements/2/period/end": "2024-03-31", "/measurements/3/period/start": "2024-04-10" }"#,
        &[not_met(
            "/measurements/3/period",
            "målingen fra 10. april 2024 dækker kun 21 dage af et måleinterval på 30",
            "the measurement from 10 April 2024 covers only 21 days of an interval of 30",
        )],
    ),
    // In any order.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000020", "period": { "start": "2024-03-01", "end": "2024-03-01" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
        &[not_met(
            "/measurements/0/period",
            "målingen fra 1. marts 2024 dækker kun 1 dag af et måleinterval på 31",
            "the measurement from 1 March 2024 covers only 1 day of an interval of 31",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "quarter",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-04-01", "end": "2024-05-15" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-07-01", "end": "2024-09-30" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "målingen fra 1. april 2024 dækker kun 45 dage af et måleinterval på 91",
            "the measurement from 1 April 2024 covers only 45 days of an interval of 91",
        )],
    ),
    // Annotated on a day that is missing, at either end; not on the days around the month, nor within what
    // was measured, nor by a test or an action.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-03-01", "occasion": "event" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-05", "end": "2024-03-19" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-03-04", "occasion": "event" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-05", "end": "2024-03-19" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-05", "occasion": "event" }, { "on": "2024-03-20", "occasion": "event" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-05", "end": "2024-03-19" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-03-31", "occasion": "event" }, { "on": "2024-01-01", "occasion": "event" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-05", "end": "2024-03-19" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-04-01", "occasion": "event" }, { "on": "2024-02-29", "occasion": "event" }, { "on": "2024-03-05", "occasion": "event" }, { "on": "2024-03-19", "occasion": "event" }, { "on": "2024-03-25", "occasion": { "cycle": {} } }, { "on": "2024-03-01", "occasion": { "action": {} } }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-05", "end": "2024-03-19" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
        &[not_met(
            "/measurements/2/period",
            "målingen fra 5. marts 2024 dækker kun 15 dage af et måleinterval på 31",
            "the measurement from 5 March 2024 covers only 15 days of an interval of 31",
        )],
    ),
    // Three quarters of a month are enough.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2023-01-01", "end": "2023-01-31" }, "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2023-02-01", "end": "2023-02-21" }, "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2023-03-01", "end": "2023-03-31" }, "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2023-04-01", "end": "2023-04-22" }, "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015",
                    "period": { "start": "2023-05-01", "end": "2023-05-31" }, "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/3/period",
            "målingen fra 1. april 2023 dækker kun 22 dage af et måleinterval på 30",
            "the measurement from 1 April 2023 covers only 22 days of an interval of 30",
        )],
    ),
];
