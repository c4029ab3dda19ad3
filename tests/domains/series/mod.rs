//! Measurement series and their rules.
#![cfg(feature = "proptest")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that does not hold may stop here"
)]

mod ground;
mod laws;
mod time;

use crate::common::expect;
use chrono::NaiveDate;
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, NoResult, Observed};
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::report::Report;
use kvalitetsmodel::rule::Severity;
use kvalitetsmodel::series::{Exclusion, MeasurementSeries, Phase, TargetLine};
use kvalitetsmodel::{Context, Lang, check, codes, json, strategy};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn id(n: u128) -> Id<Measurement> {
    Id::from_u128(n)
}

fn indicator(n: u128) -> Id<Indicator> {
    Id::from_u128(n)
}

fn service(n: u128) -> OrgUnit {
    OrgUnit::Service { id: Id::from_u128(n) }
}

fn count(count: u64) -> Observed {
    Observed::of_count(count)
}

fn value(unit: Unit) -> Observed {
    Observed::of_value(4.into(), unit)
}

fn other(name: &str) -> Unit {
    Unit::Other { name: name.into() }
}

/// The falls in the `n`th month from January 2024 on.
fn month(n: u32) -> Measurement {
    let months = chrono::Months::new(n - 1);
    let start = day("2024-01-01") + months;
    let end = start + chrono::Months::new(1) - chrono::Days::new(1);
    Measurement {
        indicator: Some(indicator(300)),
        reporting_unit: Some(service(200)),
        period: Some(Period { start, end }),
        observed: Some(count(4)),
        ..Measurement::new(id(n.into()))
    }
}

/// A year of falls, counted every month.
fn falls() -> MeasurementSeries {
    MeasurementSeries {
        indicator: Some(indicator(300)),
        reporting_unit: Some(service(200)),
        interval: Some(Interval::Month),
        measurements: (1..=12).map(month).collect(),
        ..MeasurementSeries::new(Id::from_u128(190), Direction::AtMost)
    }
}

fn report(series: &MeasurementSeries) -> Report {
    // All that is measured here has been measured by then.
    check(series, &Context::new(NaiveDate::MAX))
}

fn changed(change: impl FnOnce(&mut MeasurementSeries)) -> Report {
    let mut series = falls();
    change(&mut series);
    report(&series)
}

/// Exactly one finding, of this rule, with this whole message.
#[track_caller]
fn finds(report: &Report, code: &str, at: &str, da: &str, en: &str) {
    expect(report, &[(at, da, en)]);
    assert_eq!(report.findings()[0].code().as_str(), code);
}

fn codes_of(report: &Report) -> Vec<String> {
    report.findings().iter().map(|finding| finding.code().to_string()).collect()
}

fn phase(from: &str) -> Phase {
    Phase { from: Some(day(from)), grounds: Some("ny procedure".into()), ..Phase::default() }
}

fn target(from: Option<&str>, unit: Unit) -> TargetLine {
    TargetLine { from: from.map(day), value: 4.into(), unit, target_figure: None }
}

fn exclude(n: u128) -> Exclusion {
    Exclusion { measurement: id(n), reason: Some("flytning af afdelingen".into()) }
}

#[test]
fn a_measurement_states_what_its_series_states() {
    let missing = |part: &str| format!("SER004 at /measurements/1: {part}");
    let not_assessable = |report: &Report| -> Vec<String> {
        let found = report.findings().iter().filter(|finding| finding.code() == codes::SER004);
        let named = |finding: &kvalitetsmodel::report::Finding| {
            finding.missing().iter().map(|part| part.en.clone()).collect::<Vec<_>>().join(", ")
        };
        found.map(|finding| format!("SER004 at {}: {}", finding.at(), named(finding))).collect()
    };
    let without_unit = changed(|series| series.measurements[1].reporting_unit = None);
    assert_eq!(not_assessable(&without_unit), [missing("reporting unit")]);
    let without_indicator = changed(|series| series.measurements[1].indicator = None);
    assert_eq!(not_assessable(&without_indicator), [missing("indicator")]);
    let without_both = changed(|series| {
        series.measurements[1].indicator = None;
        series.measurements[1].reporting_unit = None;
    });
    assert_eq!(not_assessable(&without_both), [missing("indicator, reporting unit")]);
}

#[test]
fn the_example_is_clean_in_any_order() {
    assert!(changed(|_| ()).is_clean());
    assert!(changed(|series| series.measurements.reverse()).is_clean());
    assert!(changed(|series| series.measurements.clear()).is_clean(), "not begun is not wrong");
    // One measurement has no neighbours.
    let one = changed(|series| {
        series.interval = None;
        series.measurements.truncate(1);
    });
    assert_eq!(codes_of(&one), ["SER010"]);
}

#[test]
fn the_document_of_a_whole_series_is_clean_but_for_one_phase() {
    let text = include_str!("../../documents/v1/series.json");
    let document = json::read(text).expect("a document");
    // By then everything has been measured, and what its annotations are about has happened.
    let report = document.check(&Context::new(day("2026-01-01")));
    // Its new way of measuring begins within a phase.
    assert_eq!(codes_of(&report), ["SER016"]);
}

#[test]
fn ids_are_unique_and_measurements_are_checked_where_they_stand() {
    let report = changed(|series| series.measurements[3].id = id(1));
    finds(
        &report,
        "DOC001",
        "/measurements/3",
        "id'et er allerede brugt om noget andet i dokumentet (måling)",
        "the id is already used for something else in the document (measurement)",
    );
    let report = changed(|series| series.measurements[3].observed = Some(Observed::of_share(2, 1)));
    let at: Vec<_> = report.findings().iter().map(|finding| finding.at().as_str()).collect();
    assert_eq!(at, ["", "/measurements/3/observed", "/measurements/3/observed/share/part"]);
    assert_eq!(codes_of(&report), ["SER010", "SER005", "MEA001"]);
}

#[test]
fn which_of_two_is_found_does_not_depend_on_where_they_stand() {
    let twice = |series: &mut MeasurementSeries| {
        series.measurements.push(Measurement { id: id(13), ..month(3) });
    };
    let found = changed(twice);
    assert_eq!(codes_of(&found), ["SER001"]);
    assert!(found.rejects());
    let turned = changed(|series| {
        twice(series);
        series.measurements.reverse();
    });
    assert_eq!(turned.findings()[0].at().as_str(), "/measurements/0/period");
    assert_eq!(found.findings()[0].fingerprint(), turned.findings()[0].fingerprint());
    // Without an interval, equal periods are still the same time.
    let without = changed(|series| {
        twice(series);
        series.interval = None;
    });
    assert_eq!(codes_of(&without), ["SER002", "SER001"]);
}

#[test]
fn several_events_on_one_day_are_clean() {
    let events = changed(|series| {
        series.interval = Some(Interval::ByEvent);
        for one in &mut series.measurements {
            one.period = Some(period("2024-03-01", "2024-03-01"));
        }
    });
    assert!(events.is_clean(), "{events:#?}");
}

#[test]
fn measured_without_a_result_is_no_hole() {
    let report = changed(|series| {
        series.measurements.extend([month(13), month(14)]);
        series.measurements[12].observed = None;
    });
    assert_eq!(codes_of(&report), ["MEA006"]);
    // It says so, and then nothing is found.
    for no_result in [NoResult::Nothing, NoResult::Suppressed { below: None }] {
        let report = changed(|series| {
            series.measurements.extend([month(13), month(14)]);
            series.measurements[12].observed = None;
            series.measurements[12].no_result = Some(no_result);
        });
        assert!(report.is_clean(), "{report:#?}");
    }
}

#[test]
fn what_is_said_of_phases_is_found_in_the_first_one_too() {
    let first = |change: fn(&mut Phase)| {
        changed(|series| {
            let mut first = Phase::default();
            change(&mut first);
            series.phases = vec![first];
        })
    };
    assert!(first(|_| ()).is_clean());
    let report = first(|first| first.baseline_until = Some(day("2023-12-31")));
    assert_eq!(codes_of(&report), ["SER010", "SER007"]);
    let twice = changed(|series| series.phases = vec![Phase::default(), phase("2024-01-01")]);
    assert_eq!(codes_of(&twice), ["SER006"]);
}

#[test]
fn a_level_of_nothing_but_excluded_measurements_is_found() {
    expect(
        &changed(|series| series.exclusions = (1..=12).map(exclude).collect()),
        &[(
            "",
            "12 målinger er udeladt, og der er ingen tilbage at beregne niveauet ud fra; der skal helst være mindst 12",
            "12 measurements are left out, and none remains to calculate the level from; there should be at least 12",
        )],
    );
}

#[test]
fn a_measurement_of_several_months_is_found_and_not_the_months_that_it_covers() {
    let quarter = Measurement { period: Some(period("2025-01-01", "2025-03-31")), ..month(13) };
    expect(
        &changed(|series| series.measurements.extend([quarter, month(16)])),
        &[(
            "/measurements/12/period",
            "der måles hver måned, men målingen fra 1. januar 2025 til 31. marts 2025 dækker 3 måneder",
            "measurements are made every month, but the measurement from 1 January 2025 to 31 March 2025 covers 3 months",
        )],
    );
}

/// Each month shows the twelve months that end with it.
fn rolling() -> MeasurementSeries {
    let mut series = falls();
    for one in &mut series.measurements {
        let period = one.period.as_mut().expect("a period");
        period.start = period.start - chrono::Months::new(11);
    }
    series
}

#[test]
fn a_gap_in_a_rolling_average_shows_between_the_ends() {
    assert_eq!(codes_of(&report(&rolling())), ["SER003"]);
    let mut series = rolling();
    series.measurements.push(Measurement { period: Some(period("2024-03-01", "2025-02-28")), ..month(14) });
    expect(
        &report(&series),
        &[
            (
                "/measurements",
                "12 målinger overlapper en tidligere måling, første gang fra 1. marts 2023 til 31. januar 2024",
                "12 measurements overlap an earlier one, first from 1 March 2023 to 31 January 2024",
            ),
            (
                "/measurements/12/period",
                "der måles hver måned, men mellem 31. december 2024 og 28. februar 2025 mangler 1 måling",
                "measurements are made every month, but 1 is missing between 31 December 2024 and 28 February 2025",
            ),
        ],
    );
}

#[test]
fn rules_of_time_wait_for_mea004() {
    let report = changed(|series| series.measurements[5].period = Some(period("2024-06-30", "2024-06-01")));
    // June has no time, and eleven months remain. June is not reported as missing: it may be that measurement.
    assert_eq!(codes_of(&report), ["SER010", "MEA004"]);
    let waiting: Vec<_> = report.not_evaluated().iter().map(|entry| entry.code).collect();
    assert_eq!(waiting, [codes::SER001, codes::SER002, codes::SER003]);
}

#[test]
fn a_measurement_that_does_not_state_its_indicator_is_found_by_two_rules() {
    let report = changed(|series| series.measurements[3].indicator = None);
    let (da, en) = ("kan ikke vurderes; mangler: indikator", "cannot be assessed; missing: indicator");
    expect(&report, &[("/measurements/3", da, en), ("/measurements/3", da, en)]);
    assert_eq!(codes_of(&report), ["SER004", "MEA006"]);
}

#[test]
fn a_new_phase_has_a_level_of_its_own() {
    let phased = |change: fn(&mut Phase)| {
        changed(|series| {
            let mut new = phase("2025-01-01");
            change(&mut new);
            series.measurements.extend((13..=24).map(month));
            series.phases = vec![new];
        })
    };
    assert!(phased(|_| ()).is_clean());
    assert!(phased(|new| new.from = Some(day("2026-01-01"))).is_clean(), "only announced");
    for few in [
        phased(|new| new.from = Some(day("2024-12-01"))),
        phased(|new| new.baseline_until = Some(day("2025-01-01"))),
    ] {
        assert_eq!(codes_of(&few), ["SER010"]);
        assert_eq!(few.findings()[0].severity(), Severity::Information);
        assert!(!few.rejects());
    }
}

#[test]
fn a_share_of_nothing_does_not_count_for_the_level() {
    let nothing = changed(|series| {
        series.measurements.iter_mut().for_each(|one| one.observed = Some(Observed::of_share(1, 1)));
        series.measurements[2].observed = Some(Observed::of_share(0, 0));
    });
    assert_eq!(codes_of(&nothing), ["SER010", "MEA003"]);
    assert_eq!(codes_of(&changed(|series| series.exclusions.push(exclude(3)))), ["SER010"]);
}

#[test]
fn each_form_has_its_unit() {
    let rate = |unit| Observed::of_rate(1, 30.into(), unit);
    let subgroup = |unit| Observed::of_subgroup(vec![4.into()], unit);
    let judged = |observed: &Observed, unit: Unit| {
        changed(|series| {
            series.measurements.iter_mut().for_each(|one| one.observed = Some(observed.clone()));
            series.targets = vec![target(None, unit)];
        })
    };
    for (observed, unit) in [
        (Observed::of_share(1, 2), Unit::Percent),
        (count(4), Unit::Count),
        (value(Unit::Hours), Unit::Hours),
        (rate(Unit::Days), Unit::Days),
        (subgroup(other("kr.")), other("kr.")),
    ] {
        assert!(judged(&observed, unit).is_clean());
        assert_eq!(codes_of(&judged(&observed, Unit::Points)), ["SER014"]);
    }
    let mixed = changed(|series| {
        series.measurements[3].observed = Some(value(Unit::Days));
        series.targets = vec![target(None, Unit::Points)];
    });
    assert_eq!(codes_of(&mixed), ["SER005"]);
    assert_eq!(mixed.not_evaluated()[0].code, codes::SER014);
}

#[test]
fn days_at_both_ends_of_time_are_days() {
    for interval in [None, Some(Interval::Day), Some(Interval::Week), Some(Interval::Year)] {
        let report = changed(|series| {
            series.interval = interval;
            series.measurements.truncate(2);
            let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
            series.measurements[0].period = Some(Period { start: first, end: first });
            series.measurements[1].period = Some(Period { start: last, end: last });
            let all = Phase { from: Some(first), baseline_until: last.pred_opt(), ..phase("2024-01-01") };
            series.phases = vec![all, Phase { from: Some(last), ..phase("2024-01-01") }];
        });
        for finding in report.findings() {
            assert!(!finding.message(Lang::Da).is_empty() && !finding.message(Lang::En).is_empty());
        }
        // No day of a check is after the last day that a measurement can have.
        assert_eq!(codes_of(&report), ["SER002", "MEA015", "SER010", "SER010"], "{interval:?}");
    }
}

#[test]
fn a_long_series_is_checked_at_once() {
    // So long that a rule that compares all pairs would not finish.
    let mut series = falls();
    series.interval = Some(Interval::Day);
    let first = day("1900-01-01");
    series.measurements = (0..200_000)
        .map(|n| {
            let start = first + chrono::Days::new(n);
            Measurement {
                period: Some(Period { start, end: start }),
                id: id(1_000 + u128::from(n)),
                ..month(1)
            }
        })
        .collect();
    series.exclusions = (1_000..201_000).step_by(2).map(exclude).collect();
    series.targets = (0..1_000)
        .map(|n| TargetLine { from: Some(first + chrono::Days::new(n)), ..target(None, Unit::Count) })
        .collect();
    series.phases = vec![phase("2000-01-01"), phase("2100-01-01")];
    assert!(report(&series).is_clean());
    series.measurements.reverse();
    assert!(report(&series).is_clean());
}
