//! The measurements of a series are about the same people and come from the same source.

use chrono::NaiveDate;

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::ordered::Dated;
use crate::series::{MeasurementSeries, Occasion};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, Folded, Text};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER018,
    severity: Severity::Information,
    requirements: &["R-143"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler")],
    title: Bilingual::new(
        "målingerne i en serie har samme datakilde og population",
        "the measurements of a series have the same data source and population",
    ),
    why: Bilingual::new(
        "Kun det, der er talt på samme måde og om de samme, kan sammenlignes. Ellers kan en ny kilde ligne en ændring.",
        "Only what is counted in the same way and about the same people can be compared. Otherwise a new source can look like change.",
    ),
    remedy: Bilingual::new(
        "Er det kun ordene, der er nye, så brug de samme ord. Ellers notér en ny målemetode, og lad en ny fase begynde der.",
        "If only the words are new, use the same words. Otherwise note a new way of measuring, and let a phase begin there.",
    ),
    example: Bilingual::new(
        "Fra marts kommer tallene fra et spørgeskema i stedet for lønsystemet, uden at det fremgår af en note.",
        "From March on the figures come from a questionnaire and not from the payroll system, and no annotation says so.",
    ),
    ..Rule::DERIVED
};

message! {
    Changing { what: Bilingual, changes: u64, from: NaiveDate }
    "{what} skifter {changes:gang|gange}, første gang ved målingen fra {from}",
    "{what} changes {changes:time|times}, first with the measurement from {from}",
}

/// One thing that a measurement says about how it was counted.
struct Said {
    key: &'static str,
    words: Bilingual,
    of: fn(&Measurement) -> Option<&Text>,
}

const SAID: [Said; 2] = [
    Said {
        key: "population",
        words: Bilingual::new("populationen", "the population"),
        of: |one| one.population.as_ref(),
    },
    Said {
        key: "dataSource",
        words: Bilingual::new("datakilden", "the data source"),
        of: |one| one.data_source.as_ref(),
    },
];

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("measurements");
    for said in &SAID {
        if says_one_thing(series, said.of) {
            continue;
        }
        let changes = explained(series, |explained| {
            series.in_order(|measurements| changes(series, said.of, explained, measurements))
        });
        if let Some((one, changes)) = changes {
            let facts = Changing { what: said.words, changes, from: one.start };
            cx.not_met(&list.item(one.place, one.id()).key(said.key), facts);
        }
    }
}

/// Whether all that say anything say the same: most series do, and need not be sorted.
fn says_one_thing(series: &MeasurementSeries, of: fn(&Measurement) -> Option<&Text>) -> bool {
    let mut said = series.measurements.iter().filter_map(|one| Folded::stated(of(one)));
    let first = said.next();
    said.all(|one| Some(one) == first)
}

/// The first measurement that differs from the previous one, and how many do.
///
/// Returns `None` if most differ, such as by the name of a file: the words then do not distinguish the sources.
fn changes(
    series: &MeasurementSeries,
    of: fn(&Measurement) -> Option<&Text>,
    explained: &[(NaiveDate, NaiveDate)],
    measurements: &mut dyn Iterator<Item = Dated>,
) -> Option<(Dated, u64)> {
    let mut first = None;
    let (mut changes, mut differing, mut stated) = (0_u64, 0_u64, 0_u64);
    let mut before: Option<(Dated, Folded<'_>)> = None;
    for one in measurements {
        let said = series.measurements.get(one.place).and_then(of);
        let Some(said) = Folded::stated(said) else { continue };
        stated = stated.saturating_add(1);
        if let Some((before, words)) = before.replace((one, said))
            && words != said
        {
            differing = differing.saturating_add(1);
            // The last day of those that begin in time.
            let known = explained.partition_point(|(start, _)| *start <= one.end);
            let known = explained.get(..known).and_then(<[_]>::last);
            if known.is_none_or(|(_, end)| *end < before.start) {
                changes = changes.saturating_add(1);
                first = first.or(Some(one));
            }
        }
    }
    first.filter(|_| differing.saturating_mul(2) <= stated).map(|first| (first, changes))
}

/// Calls `then` with the times for which the series says that a new way of measuring or a phase begins: the first day of
/// each in order, and the latest last day of it and those before it.
fn explained<R>(series: &MeasurementSeries, then: impl FnOnce(&[(NaiveDate, NaiveDate)]) -> R) -> R {
    let noted = series.annotations.iter().filter(|one| one.occasion == Occasion::NewWayOfMeasuring);
    let noted = noted.map(|one| (one.on.first_day(), one.on.last_day()));
    let begun = series.phases.iter().filter_map(|phase| phase.from).map(|from| (from, from));
    let times = noted.chain(begun);
    sorted_of(&times, |times| {
        let mut latest = NaiveDate::MIN;
        for (_, end) in times.iter_mut() {
            latest = latest.max(*end);
            *end = latest;
        }
        then(times)
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, tape| {
        *series = on_known_level(tape);
        each_but_first(series, |one| &mut one.data_source);
    },
    |series, tape| {
        *series = on_known_level(tape);
        each_but_first(series, |one| &mut one.population);
    },
];

/// Gives the first measurement one text, and all others another.
#[cfg(feature = "proptest")]
fn each_but_first(series: &mut MeasurementSeries, field: fn(&mut Measurement) -> &mut Option<Text>) {
    let first = series.dated().map(|one| one.start).min();
    for one in &mut series.measurements {
        let is_first = one.period.map(|period| period.start) == first;
        *field(one) = Some(if is_first { "lønsystemet" } else { "spørgeskemaet" }.into());
    }
}

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "phases": [{ "from": "2024-03-01", "grounds": "ny optælling" }],
    "measurements": [
        { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" },
        { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" },
        { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "skema" },
        { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } }, "dataSource": "skema" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // Capitals, blanks, and what is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "Lønsystemet", "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "dataSource": "lønsystemet ", "population": " " },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } }, "dataSource": "LØNSYSTEMET", "population": "Alle" }
            ]
        }"#,
    ),
    // With a phase, or with a new way of measuring.
    accepts(SERIES),
    accepts_with(
        SERIES,
        r#"{ "/phases": null, "/annotations": [{ "on": "2024-03", "occasion": "newWayOfMeasuring" }] }"#,
    ),
    // In the year of the note, although a phase begins between the two.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024", "occasion": "newWayOfMeasuring" }], "phases": [{ "from": "2024-02-01", "grounds": "ny aftale" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } }, "dataSource": "skema" }
            ]
        }"#,
    ),
    // Each has a source of its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "udtræk 1" },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "dataSource": "udtræk 2" },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "udtræk 3" },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } }, "dataSource": "udtræk 4" }
            ]
        }"#,
    ),
    refuses_with(
        SERIES,
        r#"{ "/phases": null }"#,
        &[not_met(
            "/measurements/2/dataSource",
            "datakilden skifter 1 gang, første gang ved målingen fra 1. marts 2024",
            "the data source changes 1 time, first with the measurement from 1 March 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month", "annotations": [{ "on": "2024-03", "occasion": "event" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" }, "observed": { "count": { "count": 4 } } },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "observed": { "count": { "count": 4 } }, "population": "timelønnede" },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "observed": { "count": { "count": 4 } }, "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-30" }, "observed": { "count": { "count": 4 } }, "population": "alle" }
            ]
        }"#,
        &[not_met(
            "/measurements/3/population",
            "populationen skifter 2 gange, første gang ved målingen fra 1. april 2024",
            "the population changes 2 times, first with the measurement from 1 April 2024",
        )],
    ),
    // In any order.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" }, "observed": { "count": { "count": 4 } }, "dataSource": "skema" },
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "observed": { "count": { "count": 4 } }, "dataSource": "løn" }
            ]
        }"#,
        &[not_met(
            "/measurements/0/dataSource",
            "datakilden skifter 1 gang, første gang ved målingen fra 1. februar 2024",
            "the data source changes 1 time, first with the measurement from 1 February 2024",
        )],
    ),
    // A change of method on the first day of the measurement before explains it, and one on the last day of the one after.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "annotations": [{ "on": "2024-01-01", "occasion": "newWayOfMeasuring" }, { "on": "2024-04-30", "occasion": "newWayOfMeasuring" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "population": "alle" },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "population": "timelønnede"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "population": "timelønnede"
                },
                { "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" }, "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000015", "period": { "start": "2024-05-01", "end": "2024-05-31" }, "population": "alle" },
                { "id": "00000000-0000-4000-8000-000000000016", "period": { "start": "2024-06-01", "end": "2024-06-30" }, "population": "alle" }
            ]
        }"#,
    ),
    // Not one before that, or after it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "interval": "month",
            "annotations": [{ "on": "2023-12-31", "occasion": "newWayOfMeasuring" }, { "on": "2024-03-01", "occasion": "newWayOfMeasuring" }],
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011", "period": { "start": "2024-01-01", "end": "2024-01-31" }, "population": "alle" },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "population": "timelønnede"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "population": "timelønnede"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "population": "timelønnede"
                }
            ]
        }"#,
        &[not_met(
            "/measurements/1/population",
            "populationen skifter 1 gang, første gang ved målingen fra 1. februar 2024",
            "the population changes 1 time, first with the measurement from 1 February 2024",
        )],
    ),
];
