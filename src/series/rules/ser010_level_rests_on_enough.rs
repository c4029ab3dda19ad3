//! A level rests on at least 12 measurements.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::codes;
use crate::figure::{CompleteResult, Decimal};
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::ordered::Dated;
use crate::series::{MeasurementSeries, Phase};
use crate::sorted::{each_repeat, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::{
    report::{Figures, Profile},
    rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with},
};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, series::Exclusion, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER010,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    requirements: &["R-146"],
    sources: &[
        SourceRef::new(SourceDocument::ANHOEJ, "mindst 12, gerne 20-30"),
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Metodeovervejelser"),
    ],
    title: Bilingual::new(
        "et niveau hviler på mindst 12 målinger",
        "a level rests on at least 12 measurements",
    ),
    why: Bilingual::new(
        "Ud fra få målinger kan niveauet ikke skelnes fra tilfældige udsving.",
        "With few measurements the level cannot be told from chance.",
    ),
    remedy: Bilingual::new(
        "Mål videre eller oftere, lad målinger, der er udeladt uden god grund, tælle med, og vent med at drage konklusioner.",
        "Go on measuring, or measure more often, count measurements that are left out for no good reason, and wait before you draw conclusions.",
    ),
    example: Bilingual::new(
        "En ny fase har tre målinger, eller der er talt én gang før og én gang efter en ændring.",
        "A new phase has three measurements, or there is one count before and one after a change.",
    ),
    requires: &[codes::SER006],
    ..Rule::DERIVED
};

message! {
    FewMeasurements { measurements: u64, at_least: u64 }
    "niveauet hviler på {measurements:måling|målinger}; der skal helst være mindst {at_least}",
    "the level rests on {measurements:measurement|measurements}; there should be at least {at_least}",
}

message! {
    NoMeasurement { at_least: u64 }
    "niveauet hviler ikke på nogen måling; der skal helst være mindst {at_least}",
    "the level does not rest on any measurement; there should be at least {at_least}",
}

message! {
    AllExcluded { excluded: u64, at_least: u64 }
    "{excluded:måling|målinger} er udeladt, og der er ingen tilbage at beregne niveauet ud fra; der skal helst være mindst {at_least}",
    "{excluded:measurement is|measurements are} left out, and none remains to calculate the level from; there should be at least {at_least}",
}

/// How many measurements there are in a phase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Counts {
    excluded: u64,
    /// Those that the calculation includes.
    calculated: u64,
    /// Those of the included ones that the level rests on.
    in_baseline: u64,
}

/// The first day of a phase, its place, and how many measurements it has.
type Level = (Option<NaiveDate>, usize, Counts);

/// Returns `true` if the result counts: it is fully stated, does not contradict itself, and is not 0 of 0.
fn says_how_much(observed: &Observed) -> bool {
    observed.stated().is_some_and(|result| match result {
        CompleteResult::Share { part, whole } => whole > 0 && part <= whole,
        CompleteResult::Rate { exposure, .. } => *exposure > Decimal::ZERO,
        CompleteResult::Subgroup { values, .. } => !values.is_empty(),
        CompleteResult::Count(_) | CompleteResult::Value { .. } => true,
    })
}

/// The measurements with a usable result at a known time.
fn that_count(series: &MeasurementSeries) -> impl Iterator<Item = Dated> {
    let found = |one: &Dated| series.measurements.get(one.place).and_then(Measurement::result);
    series.dated().filter(move |one| found(one).is_some_and(says_how_much))
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Most series have one level, and enough measurements.
    if series.phases.is_empty() && series.exclusions.is_empty() {
        let at_least = usize::try_from(at_least(cx)).unwrap_or(usize::MAX);
        if that_count(series).take(at_least).count() == at_least {
            return;
        }
    }
    let mut apart = true;
    each_repeat(&series.phases, |phase| Some(phase.from), |_, _, _| apart = false);
    if !apart {
        cx.depends_on(&at.key("phases"), codes::SER006);
        return;
    }
    sorted(
        |put: &mut dyn FnMut(Uuid)| series.exclusions.iter().for_each(|one| put(one.measurement.uuid())),
        |excluded| {
            sorted(
                |put: &mut dyn FnMut(Level)| {
                    for (n, phase) in series.phases.iter().enumerate() {
                        put((phase.from, n, Counts::default()));
                    }
                    if series.phases.iter().all(|phase| phase.from.is_some()) {
                        put((None, usize::MAX, Counts::default())); // the days before the first phase
                    }
                },
                |levels| {
                    count(series, excluded, levels);
                    report(series, levels, at, cx);
                },
            );
        },
    );
}

fn count(series: &MeasurementSeries, excluded: &[Uuid], levels: &mut [Level]) {
    for one in that_count(series) {
        let after = levels.partition_point(|(from, ..)| *from <= Some(one.start));
        let level = after.checked_sub(1).and_then(|n| levels.get_mut(n));
        let Some((_, phase, counts)) = level else { continue };
        if excluded.binary_search(&one.id().uuid()).is_ok() {
            counts.excluded = counts.excluded.saturating_add(1);
            continue;
        }
        let until = series.phases.get(*phase).and_then(|phase| phase.baseline_until);
        let in_baseline = u64::from(until.is_none_or(|until| one.start <= until));
        counts.calculated = counts.calculated.saturating_add(1);
        counts.in_baseline = counts.in_baseline.saturating_add(in_baseline);
    }
}

fn at_least(cx: &Checker<'_>) -> u64 {
    cx.context().profile().figures().measurements_per_level()
}

fn report(series: &MeasurementSeries, levels: &[Level], at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_least = at_least(cx);
    let list = at.key("phases");
    for (_, place, counts) in levels.iter().copied() {
        let phase: Option<&Phase> = series.phases.get(place);
        if phase.is_some_and(|phase| phase.centre.is_some()) {
            continue; // the level is known
        }
        let of_phase = list.index(place);
        let at = if phase.is_some() { &of_phase } else { at };
        match counts {
            // A phase that has only been announced has no level yet.
            Counts { calculated: 0, excluded: 0, .. } => {}
            Counts { calculated: 0, excluded, .. } => cx.not_met(at, AllExcluded { excluded, at_least }),
            Counts { in_baseline, .. } if in_baseline >= at_least => {}
            Counts { in_baseline: 0, .. } => cx.not_met(at, NoMeasurement { at_least }),
            Counts { in_baseline: measurements, .. } => {
                cx.not_met(at, FewMeasurements { measurements, at_least });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    *series = on_known_level(tape);
    series.phases.clear();
    // Of the measurements, 0 to 11 count.
    let excluded = series.measurements.iter().skip(tape.index(12));
    series.exclusions =
        excluded.map(|one| Exclusion { reason: Some("flytning".into()), ..Exclusion::new(one.id) }).collect();
}];

#[cfg(test)]
fn two_per_level() -> Profile {
    Profile::named("small").with_figures(Figures { measurements_per_level: Some(2), ..Figures::GENERAL })
}

#[cfg(test)]
const SERIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
    "measurements": [
        {
            "id": "00000000-0000-4000-8000-000000202401",
            "period": { "start": "2024-01-01", "end": "2024-01-31" },
            "observed": { "count": { "count": 4 } }
        },
        {
            "id": "00000000-0000-4000-8000-000000202402",
            "period": { "start": "2024-02-01", "end": "2024-02-29" },
            "observed": { "count": { "count": 4 } }
        }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Without measurements there is no level.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    refuses_with(
        SERIES,
        r#"{ "/measurements/1": null }"#,
        &[not_met(
            "",
            "niveauet hviler på 1 måling; der skal helst være mindst 12",
            "the level rests on 1 measurement; there should be at least 12",
        )],
    ),
    accepts(SERIES)
    .under(two_per_level),
    // A level that is known, and one that has only been announced.
    accepts_with(SERIES, r#"{ "/phases": [{ "centre": "4" }, { "from": "2024-03-01" }] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000202401",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202402",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202403",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202404",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202405",
                    "period": { "start": "2024-05-01", "end": "2024-05-31" },
                    "observed": { "count": { "count": 4 } }
                }
            ],
            "phases": [{ "from": "2024-04-01" }, { "from": "2024-01-01", "baselineUntil": "2024-02-01" }]
        }"#,
    )
    .under(two_per_level),
    // The days before the first phase are a phase of their own. A baseline ends within its phase.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000202401",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202402",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202403",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202404",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202405",
                    "period": { "start": "2024-05-01", "end": "2024-05-31" },
                    "observed": { "count": { "count": 4 } }
                }
            ],
            "phases": [{ "from": "2024-05-01" }, { "from": "2024-02-01", "baselineUntil": "2024-02-29" }]
        }"#,
        &[
            not_met(
                "",
                "niveauet hviler på 1 måling; der skal helst være mindst 2",
                "the level rests on 1 measurement; there should be at least 2",
            ),
            not_met(
                "/phases/0",
                "niveauet hviler på 1 måling; der skal helst være mindst 2",
                "the level rests on 1 measurement; there should be at least 2",
            ),
            not_met(
                "/phases/1",
                "niveauet hviler på 1 måling; der skal helst være mindst 2",
                "the level rests on 1 measurement; there should be at least 2",
            ),
        ],
    )
    .under(two_per_level),
    // A baseline of no measurements.
    refuses_with(
        SERIES,
        r#"{ "/phases": [{ "baselineUntil": "2023-12-31" }] }"#,
        &[not_met(
            "/phases/0",
            "niveauet hviler ikke på nogen måling; der skal helst være mindst 2",
            "the level does not rest on any measurement; there should be at least 2",
        )],
    )
    .under(two_per_level),
    // Only results in the calculation count: not those that are excluded, have no period, or are 0 of 0.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000202401",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000202402",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "count": { "count": 4 } }
                },
                { "id": "00000000-0000-4000-8000-000000000013", "observed": { "count": { "count": 4 } } },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "observed": { "share": { "part": 0, "whole": 0 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016",
                    "period": { "start": "2024-05-01", "end": "2024-05-31" },
                    "observed": { "share": { "part": 2, "whole": 1 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000017",
                    "period": { "start": "2024-06-01", "end": "2024-06-30" },
                    "observed": { "subgroup": { "values": [], "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000018",
                    "period": { "start": "2024-07-01", "end": "2024-07-31" },
                    "observed": { "rate": { "events": 0, "exposure": "0", "unit": "days" } }
                }
            ],
            "exclusions": [{ "measurement": "00000000-0000-4000-8000-000000202402" }]
        }"#,
        &[not_met(
            "",
            "niveauet hviler på 1 måling; der skal helst være mindst 2",
            "the level rests on 1 measurement; there should be at least 2",
        )],
    )
    .under(two_per_level),
    // All measurements of the second phase are excluded.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "count": { "count": 4 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "observed": { "count": { "count": 4 } }
                }
            ],
            "phases": [{}, { "from": "2024-03-01" }],
            "exclusions": [
                { "measurement": "00000000-0000-4000-8000-000000000013" },
                { "measurement": "00000000-0000-4000-8000-000000000014" }
            ]
        }"#,
        &[not_met(
            "/phases/1",
            "2 målinger er udeladt, og der er ingen tilbage at beregne niveauet ud fra; der skal helst være mindst 2",
            "2 measurements are left out, and none remains to calculate the level from; there should be at least 2",
        )],
    )
    .under(two_per_level),
    // Every form of result counts.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" },
                    "observed": { "share": { "part": 0, "whole": 1 } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" },
                    "observed": { "subgroup": { "values": ["0"], "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "period": { "start": "2024-03-01", "end": "2024-03-31" },
                    "observed": { "rate": { "events": 0, "exposure": "1", "unit": "days" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "period": { "start": "2024-04-01", "end": "2024-04-30" },
                    "observed": { "value": { "value": "0", "unit": "days" } }
                }
            ],
            "phases": [{ "from": "2024-03-01" }]
        }"#,
    )
    .under(two_per_level),
    refuses_with(
        SERIES,
        r#"{ "/measurements/1": null, "/phases": [{ "from": "2024-01-01" }, { "from": "2024-01-01" }] }"#,
        &[not_evaluated("/phases", "SER006")],
    ),
];
