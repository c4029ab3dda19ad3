//! A series has no holes in the calendar.

use chrono::NaiveDate;

use super::time::depends_on_order;
use crate::codes;
use crate::date::day_in_lang;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, facts};
use crate::series::ordered::Dated;
use crate::series::{Interval, MeasurementSeries};
use crate::text::{Bilingual, Lang, counted};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::later,
    crate::{date::Period, measurement::Measurement, rule::trial::Breaks, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER002,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new("en serie har ingen huller i kalenderen", "a series has no holes in the calendar"),
    why: Bilingual::new(
        "Punkter, der ser ud som naboer, er det ikke, hvis der mangler en måling imellem dem.",
        "Points that look like neighbours are not, if a measurement between them is missing.",
    ),
    remedy: Bilingual::new(
        "Tilføj målingen; er der målt uden resultat, så tilføj den uden resultat. Ellers ret, hvor ofte der måles.",
        "Add the measurement; if it was measured without a result, add it without one. Otherwise correct how often it is measured.",
    ),
    example: Bilingual::new(
        "Der måles hver måned, og april følger lige efter januar.",
        "It is measured every month, and April comes straight after January.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

facts! {
    /// Steps of the calendar were not measured.
    struct Hole {
        /// The last day before the hole.
        last / "last": NaiveDate,
        /// The first day after it.
        next / "next": NaiveDate,
        /// How many steps are missing.
        missing / "missing": u64,
        /// One step, in words.
        step / "step": Bilingual,
        /// Several steps, in words.
        steps / "steps": Bilingual,
    }
    message |facts, lang, f| {
        let (last, next) = (day_in_lang(facts.last, lang), day_in_lang(facts.next, lang));
        let missing = counted(facts.missing, facts.step.in_lang(lang), facts.steps.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "mellem {last} og {next} mangler {missing}"),
            Lang::En => {
                let verb = if facts.missing == 1 { "is" } else { "are" };
                write!(f, "{missing} {verb} missing between {last} and {next}")
            }
        }
    }
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

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    depends_on_order(series, at, cx);
    if series.dated().nth(1).is_none() {
        return;
    }
    let Some(interval) = series.interval else {
        cx.not_assessable(at, Bilingual::new("måleinterval", "how often it is measured"));
        return;
    };
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut before: Option<Dated> = None;
        for one in measurements {
            if let Some(before) = before.replace(one)
                && let Some(missing) = missing(interval, before, one)
            {
                // Periods that overlap, such as rolling averages, are told apart by their ends.
                let next = if before.end < one.start { one.start } else { one.end };
                let step = interval.label();
                let facts = Hole { last: before.end, next, missing, step, steps: several(interval) };
                cx.not_met(&list.item(one.place, one.id()).key("period"), facts);
            }
        }
    });
}

/// How many steps lie between, if any: neither from start to start nor from end to end are they neighbours.
fn missing(interval: Interval, before: Dated, one: Dated) -> Option<u64> {
    let steps = interval.steps(before.start, one.start)?.min(interval.steps(before.end, one.end)?);
    u64::try_from(steps.saturating_sub(1)).ok().filter(|missing| *missing > 0)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| *series = MeasurementSeries { interval: None, ..on_known_level(tape) },
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
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // One measurement has no neighbours.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                },
                { "id": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
    ),
    // A longer period covers its months.
    accepts(
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
                "mellem 31. december 2024 og 1. marts 2025 mangler 2 måneder",
                "2 months are missing between 31 December 2024 and 1 March 2025",
            ),
            not_met(
                "/measurements/1/period",
                "mellem 31. marts 2025 og 1. maj 2025 mangler 1 måned",
                "1 month is missing between 31 March 2025 and 1 May 2025",
            ),
        ],
    ),
    // The hole in a rolling average shows between the ends.
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
            "mellem 31. december 2024 og 28. februar 2025 mangler 1 måned",
            "1 month is missing between 31 December 2024 and 28 February 2025",
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
            "mellem 1. januar 2024 og 1. marts 2024 mangler 59 dage",
            "59 days are missing between 1 January 2024 and 1 March 2024",
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
            "mellem 1. januar 2024 og 1. marts 2024 mangler 7 uger",
            "7 weeks are missing between 1 January 2024 and 1 March 2024",
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
            "mellem 1. januar 2021 og 1. januar 2024 mangler 11 kvartaler",
            "11 quarters are missing between 1 January 2021 and 1 January 2024",
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
            "mellem 1. januar 2021 og 1. januar 2024 mangler 5 halvår",
            "5 half-years are missing between 1 January 2021 and 1 January 2024",
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
            "mellem 31. december 2021 og 1. januar 2024 mangler 2 år",
            "2 years are missing between 31 December 2021 and 1 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                }
            ]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: måleinterval",
            "cannot be assessed; missing: how often it is measured",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-29", "end": "2024-02-01" }
                }
            ]
        }"#,
        &[not_evaluated("/measurements/1/period", "MEA004")],
    ),
];
