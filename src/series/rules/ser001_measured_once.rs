//! Each period is measured once.

use chrono::NaiveDate;

use super::time::{Follows, Walk, depends_on_order};
use crate::codes;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{draft::tape::Tape, measurement::Measurement, rule::trial::Breaks, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER001,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, measurements")],
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
    "målingen slutter {again}, i samme {step} som en anden måling, der slutter {first}",
    "the measurement ends on {again}, in the same {step} as another measurement, which ends on {first}",
}

message! {
    DaysOfOneStep { step: Bilingual, first: NaiveDate, again: NaiveDate, other: Subject }
    "målingen er fra {again}, i samme {step} som en anden måling, der er fra {first}",
    "the measurement is of {again}, in the same {step} as another measurement, which is of {first}",
}

pub(super) fn check(series: &MeasurementSeries, is_regular: bool, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_regular {
        return;
    }
    depends_on_order(series, at, cx);
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut walk = Walk::new(series.interval);
        for one in measurements {
            let Follows::Again(before) = walk.next(one) else { continue };
            let at = list.item(one.place, one.id());
            let at = at.key("period");
            let other = before.id().subject();
            let is_day = one.start == one.end;
            match series.interval {
                Some(interval) if (before.start, before.end) != (one.start, one.end) => {
                    let (step, first, again) = (interval.label(), before.end, one.end);
                    if is_day && before.start == before.end {
                        cx.not_met(&at, DaysOfOneStep { step, first, again, other });
                    } else {
                        cx.not_met(&at, SameStep { step, first, again, other });
                    }
                }
                _ if is_day => cx.not_met(&at, DayMeasuredBefore { day: one.start, other }),
                _ => cx.not_met(&at, MeasuredBefore { start: one.start, end: one.end, other }),
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[measure_again, |series, tape| {
    measure_again(series, tape);
    // Within the period of the first.
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
    // Without an interval only equal periods are the same time.
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
    // Of two with the same period, the one with the later id is reported, wherever it is in the list.
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
    // Both are nearest to the end of February, but both are in March.
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
                    "period": { "start": "2024-03-02", "end": "2024-03-02" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-02", "end": "2024-03-02" }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/1/period",
                "målingen er fra 2. marts 2024, i samme måned som en anden måling, der er fra 1. marts 2024",
                "the measurement is of 2 March 2024, in the same month as another measurement, which is of 1 March 2024",
            ),
            not_met(
                "/measurements/2/period",
                "2. marts 2024 er allerede målt i serien",
                "2 March 2024 has already been measured in the series",
            ),
        ],
    ),
    // Half a month counts for the month that it is in. So does a month that is measured again in part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-15" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-16", "end": "2024-01-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-02-10", "end": "2024-02-29" }
                }
            ]
        }"#,
        &[
            not_met(
                "/measurements/1/period",
                "målingen slutter 31. januar 2024, i samme måned som en anden måling, der slutter 15. januar 2024",
                "the measurement ends on 31 January 2024, in the same month as another measurement, which ends on 15 January 2024",
            ),
            not_met(
                "/measurements/3/period",
                "målingen slutter 29. februar 2024, i samme måned som en anden måling, der slutter 29. februar 2024",
                "the measurement ends on 29 February 2024, in the same month as another measurement, which ends on 29 February 2024",
            ),
        ],
    ),
    // The time between two events.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "byEvent",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-05" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-05" }
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "perioden fra 1. januar 2024 til 5. januar 2024 er allerede målt i serien",
            "the period from 1 January 2024 to 5 January 2024 has already been measured in the series",
        )],
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
    // Two days of one month, and a week and a day of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-10", "end": "2024-01-10" } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-01-12", "end": "2024-01-12" } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-02-05", "end": "2024-02-11" } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-02-14", "end": "2024-02-14" } },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-03-01", "end": "2024-03-31" } }
            ]
        }"#,
        &[
            not_met(
                "/measurements/1/period",
                "målingen er fra 12. januar 2024, i samme måned som en anden måling, der er fra 10. januar 2024",
                "the measurement is of 12 January 2024, in the same month as another measurement, which is of 10 January 2024",
            ),
            not_met(
                "/measurements/3/period",
                "målingen slutter 14. februar 2024, i samme måned som en anden måling, der slutter 11. februar 2024",
                "the measurement ends on 14 February 2024, in the same month as another measurement, which ends on 11 February 2024",
            ),
        ],
    ),
    // At every event, two can be of one day, and not of the same days.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "byEvent",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-10", "end": "2024-01-10" } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-01-10", "end": "2024-01-10" } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-01-10", "end": "2024-01-12" } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-01-10", "end": "2024-01-12" } }
            ]
        }"#,
        &[not_met(
            "/measurements/3/period",
            "perioden fra 10. januar 2024 til 12. januar 2024 er allerede målt i serien",
            "the period from 10 January 2024 to 12 January 2024 has already been measured in the series",
        )],
    ),
    // Without an interval the same days are the same measurement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-10", "end": "2024-01-10" } },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-01-10", "end": "2024-01-10" } },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-01-11", "end": "2024-01-11" } }
            ]
        }"#,
        &[not_met(
            "/measurements/1/period",
            "10. januar 2024 er allerede målt i serien",
            "10 January 2024 has already been measured in the series",
        )],
    ),
];
