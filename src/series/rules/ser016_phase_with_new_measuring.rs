//! A phase begins where a new way of measuring does.

use chrono::{Days, NaiveDate};

use crate::codes;
use crate::date::{Interval, PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::{MeasurementSeries, Occasion};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, series::Annotation, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER016,
    requirements: &["R-143"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler"),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, annotations; phases"),
    ],
    title: Bilingual::new(
        "hvor en ny målemetode tages i brug, begynder en ny fase",
        "a phase begins where a new way of measuring does",
    ),
    why: Bilingual::new(
        "Målinger før og efter kan ikke sammenlignes direkte. Uden en ny fase beregnes ét niveau af dem alle, og så kan den nye målemetode ligne en ændring.",
        "The measurements before and after cannot be compared directly. Without a phase one level is calculated from all of them, and the new way of measuring can look like change.",
    ),
    remedy: Bilingual::new(
        "Lad en ny fase begynde der, med målemetoden som begrundelse.",
        "Let a phase begin there, with the way of measuring as its grounds.",
    ),
    example: Bilingual::new(
        "Fra januar tælles feriedage ikke længere med, men hele serien er én fase.",
        "From January on days of leave are not counted any more, but the whole series is one phase.",
    ),
    ..Rule::DERIVED
};

message! {
    NoPhase { on: PartialDate }
    "en ny målemetode er taget i brug {on:i}, men der begynder ingen fase dér",
    "a new way of measuring began {on:on|in}, but no phase begins there",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let annotations = series.annotations.iter().enumerate();
    let mut began = annotations.filter(|(_, one)| one.occasion == Occasion::NewWayOfMeasuring).peekable();
    if began.peek().is_none() {
        return;
    }
    let Some(first_end) = series.dated().map(|one| one.end).min() else { return };
    let list = at.key("annotations");
    sorted(
        |put: &mut dyn FnMut(NaiveDate)| series.dated().for_each(|one| put(one.start)),
        |starts| {
            sorted(
                |put: &mut dyn FnMut(NaiveDate)| {
                    series.phases.iter().filter_map(|one| one.from).for_each(put);
                },
                |phases| {
                    let known = Known { interval: series.interval, first_end, starts, phases };
                    for (n, one) in began {
                        let days = Period::from(one.on);
                        if known.has_both_sides(days) && !known.has_phase_near(days) {
                            cx.not_met(&list.index(n), NoPhase { on: one.on });
                        }
                    }
                },
            );
        },
    );
}

/// When measurements and phases begin, in order.
struct Known<'k> {
    interval: Option<Interval>,
    /// The last day of the first measurement.
    first_end: NaiveDate,
    starts: &'k [NaiveDate],
    phases: &'k [NaiveDate],
}

impl Known<'_> {
    /// Whether there are measurements before and after.
    fn has_both_sides(&self, days: Period) -> bool {
        self.first_end < days.start && self.starts.last().is_some_and(|last| *last >= days.start)
    }

    /// Whether a phase begins within one interval. Only the previous and the next phase are checked.
    fn has_phase_near(&self, days: Period) -> bool {
        let from = self.phases.partition_point(|from| *from < days.start);
        let before = from.checked_sub(1).and_then(|before| self.phases.get(before));
        let next = self.phases.get(from);
        let Some((mean, over)) = self.interval.and_then(Interval::mean_days) else {
            // Without a step of the calendar: at most one measurement is between the two.
            let is_near = |from: &NaiveDate| {
                let started_before = |day: NaiveDate| self.starts.partition_point(|start| *start < day);
                let (start, end) = (days.start.min(*from), days.end.max(*from));
                started_before(end).saturating_sub(started_before(start)) < 2
            };
            return [before, next].into_iter().flatten().any(is_near);
        };
        let step = u64::try_from(mean.saturating_add(over).div_euclid(over)).unwrap_or_default();
        let earliest = days.start.checked_sub_days(Days::new(step)).unwrap_or(days.start);
        let latest = days.end.checked_add_days(Days::new(step)).unwrap_or(days.end);
        before.is_some_and(|from| *from >= earliest) || next.is_some_and(|from| *from <= latest)
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    *series = on_known_level(tape);
    let last = series.dated().map(|one| one.start).max().and_then(|day| PartialDate::of_day(day).ok());
    series.annotations.extend(last.map(|on| Annotation::new(on, Occasion::NewWayOfMeasuring)));
}];

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-03-01", "occasion": "newWayOfMeasuring" }], "phases": [{ "from": "2024-03-01", "grounds": "ny optælling" }],
    "measurements": [
        { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } } },
        { "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-30" }, "observed": { "count": { "count": 4 } } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // A phase begins with it, a month before it or after it.
    accepts(SERIES),
    accepts_with(SERIES, r#"{ "/annotations/0/on": "2024-03", "/phases/0/from": "2024-04-01" }"#),
    accepts_with(SERIES, r#"{ "/annotations/0/on": "2024-03-15", "/phases/0/from": "2024-02-14" }"#),
    // Before the first measurement, with it, and after the last one.
    accepts_with(SERIES, r#"{ "/annotations/0/on": "2023-11", "/phases": null }"#),
    accepts_with(SERIES, r#"{ "/annotations/0/on": "2024-01-01", "/phases": null }"#),
    accepts_with(SERIES, r#"{ "/annotations/0/on": "2024-07-01", "/phases": null }"#),
    // Something else happened.
    accepts_with(SERIES, r#"{ "/annotations/0/occasion": "event", "/phases": null }"#),
    // By event, with one measurement between the two.
    accepts_with(SERIES, r#"{ "/interval": "byEvent", "/phases/0/from": "2024-04-01" }"#),
    refuses_with(
        SERIES,
        r#"{ "/phases": null }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug 1. marts 2024, men der begynder ingen fase dér",
            "a new way of measuring began on 1 March 2024, but no phase begins there",
        )],
    ),
    refuses_with(
        SERIES,
        r#"{ "/annotations/0/on": "2024-05" }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug i maj 2024, men der begynder ingen fase dér",
            "a new way of measuring began in May 2024, but no phase begins there",
        )],
    ),
    // With two measurements.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-01-02", "occasion": "newWayOfMeasuring" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000030", "period": { "start": "2023-12-01", "end": "2023-12-31" }, "observed": { "count": { "count": 4 } } }
            ]
        }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug 2. januar 2024, men der begynder ingen fase dér",
            "a new way of measuring began on 2 January 2024, but no phase begins there",
        )],
    ),
    // Without an interval, with more measurements between the two.
    refuses_with(
        SERIES,
        r#"{ "/interval": null, "/phases/0/from": "2024-05-02" }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug 1. marts 2024, men der begynder ingen fase dér",
            "a new way of measuring began on 1 March 2024, but no phase begins there",
        )],
    ),
    // On the first day of the last measurement, and on the last day of the first one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "annotations": [{ "on": "2024-03-01", "occasion": "newWayOfMeasuring" }, { "on": "2024-01-31", "occasion": "newWayOfMeasuring" }],
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug 1. marts 2024, men der begynder ingen fase dér",
            "a new way of measuring began on 1 March 2024, but no phase begins there",
        )],
    ),
    // A month before the phase, or after it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "annotations": [{ "on": "2024-04-01", "occasion": "newWayOfMeasuring" }], "phases": [{ "from": "2024-05-02", "grounds": "ny" }],
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000017", "period": { "start": "2024-07-01", "end": "2024-07-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000018", "period": { "start": "2024-08-01", "end": "2024-08-28" },
                    "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "annotations": [{ "on": "2024-06-01", "occasion": "newWayOfMeasuring" }], "phases": [{ "from": "2024-05-01", "grounds": "ny" }],
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000017", "period": { "start": "2024-07-01", "end": "2024-07-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000018", "period": { "start": "2024-08-01", "end": "2024-08-28" },
                    "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
    ),
    // Without an interval, at most one measurement is between the two.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "annotations": [{ "on": "2024-04-01", "occasion": "newWayOfMeasuring" }],
            "phases": [{ "from": "2024-02-01", "grounds": "ny" }, { "from": "2024-06-01", "grounds": "ny" }],
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000017", "period": { "start": "2024-07-01", "end": "2024-07-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000018", "period": { "start": "2024-08-01", "end": "2024-08-28" },
                    "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
        &[not_met(
            "/annotations/0",
            "en ny målemetode er taget i brug 1. april 2024, men der begynder ingen fase dér",
            "a new way of measuring began on 1 April 2024, but no phase begins there",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "annotations": [{ "on": "2024-04-01", "occasion": "newWayOfMeasuring" }],
            "phases": [{ "from": "2024-01-15", "grounds": "ny" }, { "from": "2024-05-01", "grounds": "ny" }],
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000017", "period": { "start": "2024-07-01", "end": "2024-07-28" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000018", "period": { "start": "2024-08-01", "end": "2024-08-28" },
                    "observed": { "count": { "count": 4 } }
                }
            ]
        }"#,
    ),
];
