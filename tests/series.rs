//! Measurement series and their rules.
#![cfg(feature = "proptest")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that does not hold may stop here"
)]

mod common;

use chrono::NaiveDate;
use common::expect;
use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::report::{Figures, Finding, Profile, Report};
use kvalitetsmodel::rule::Severity;
use kvalitetsmodel::series::{Exclusion, Interval, MeasurementSeries, Phase, TargetLine};
use kvalitetsmodel::{Context, Lang, check, codes, json, strategy};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn id(n: u128) -> Id<Measurement> {
    Id::from_u128(n)
}

/// The id of the `n`th measurement, as messages write it.
fn written(n: u128) -> String {
    id(n).to_string()
}

fn indicator(n: u128) -> Id<Indicator> {
    Id::from_u128(n)
}

fn service(n: u128) -> OrgUnit {
    OrgUnit::Service { id: Id::from_u128(n) }
}

fn count(count: u64) -> Observed {
    Observed::Count { count }
}

fn value(unit: Unit) -> Observed {
    Observed::Value { value: 4.into(), unit }
}

fn other(name: &str) -> Unit {
    Unit::Other { name: name.into() }
}

/// The falls of a month of 2024, and of the years after for more than 12.
fn month(n: u32) -> Measurement {
    let months = chrono::Months::new(n - 1);
    let start = day("2024-01-01") + months;
    let end = start + chrono::Months::new(1) - chrono::Days::new(1);
    Measurement {
        indicator: Some(indicator(19)),
        reporting_unit: Some(service(2)),
        period: Some(Period { start, end }),
        observed: Some(count(4)),
        ..Measurement::new(id(n.into()))
    }
}

/// A year of falls, counted every month.
fn falls() -> MeasurementSeries {
    MeasurementSeries {
        indicator: Some(indicator(19)),
        reporting_unit: Some(service(2)),
        interval: Some(Interval::Month),
        measurements: (1..=12).map(month).collect(),
        ..MeasurementSeries::new(Id::from_u128(190), Direction::AtMost)
    }
}

fn report(series: &MeasurementSeries) -> Report {
    check(series, &strategy::context())
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

fn codes_of(report: &Report) -> Vec<&str> {
    report.findings().iter().map(|finding| finding.rule().code.as_str()).collect()
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
fn the_document_of_a_whole_series_is_clean() {
    let text = include_str!("documents/v1/series.json");
    let document = json::read(text).expect("a document");
    let report = document.check(&strategy::context());
    assert!(report.is_clean(), "{report:#?}");
}

#[test]
fn ids_are_unique_and_measurements_are_checked_where_they_stand() {
    let report = changed(|series| series.measurements[3].id = id(1));
    finds(
        &report,
        "DOC001",
        "/measurements/3",
        &format!("id'et {} er allerede brugt om noget andet i dokumentet", written(1)),
        &format!("the id {} is already used for something else in the document", written(1)),
    );
    let report =
        changed(|series| series.measurements[3].observed = Some(Observed::Share { part: 2, whole: 1 }));
    let at: Vec<_> = report.findings().iter().map(|finding| finding.at().as_str()).collect();
    assert_eq!(at, ["", "/measurements/3/observed", "/measurements/3/observed/share/part"]);
    assert_eq!(codes_of(&report), ["SER010", "SER005", "MEA001"]);
}

#[test]
fn ser001_a_period_measured_twice() {
    let twice = |series: &mut MeasurementSeries| {
        series.measurements.push(Measurement { id: id(13), ..month(3) });
    };
    let (da, en) = (
        "perioden fra 1. marts 2024 til 31. marts 2024 er allerede målt i serien",
        "the period from 1 March 2024 to 31 March 2024 is already measured in the series",
    );
    let found = changed(twice);
    finds(&found, "SER001", "/measurements/12/period", da, en);
    assert!(found.rejects());
    // Which of the two is reported does not depend on where they stand.
    let turned = changed(|series| {
        twice(series);
        series.measurements.reverse();
    });
    finds(&turned, "SER001", "/measurements/0/period", da, en);
    assert_eq!(found.findings()[0].fingerprint(), turned.findings()[0].fingerprint());
    // Without an interval the same period is the same time all the same.
    let without = changed(|series| {
        twice(series);
        series.interval = None;
    });
    assert_eq!(codes_of(&without), ["SER002", "SER001"]);
    // Two events can happen on one day.
    let events = changed(|series| {
        twice(series);
        series.interval = Some(Interval::ByEvent);
        for one in &mut series.measurements {
            one.period = Some(period("2024-03-01", "2024-03-01"));
        }
    });
    assert!(events.is_clean(), "{events:#?}");
}

#[test]
fn ser001_two_days_of_one_month() {
    let report = changed(|series| {
        let one = Measurement { period: Some(period("2024-03-05", "2024-03-05")), ..month(13) };
        series.measurements.push(one);
        series.measurements[2].period = Some(period("2024-03-01", "2024-03-01"));
    });
    finds(
        &report,
        "SER001",
        "/measurements/12/period",
        "målingen begynder 5. marts 2024 i samme måned som en anden, der begynder 1. marts 2024",
        "the measurement starts on 5 March 2024, within the same month as another that starts on 1 March 2024",
    );
}

#[test]
fn ser002_a_hole_in_the_calendar() {
    let report = changed(|series| {
        series.measurements.push(month(15));
        series.measurements.reverse();
    });
    finds(
        &report,
        "SER002",
        "/measurements/0/period",
        "mellem 31. december 2024 og 1. marts 2025 mangler 2 måneder",
        "2 months are missing between 31 December 2024 and 1 March 2025",
    );
    assert_eq!(report.findings()[0].severity(), Severity::Warning);
    let report = changed(|series| series.measurements.push(month(14)));
    finds(
        &report,
        "SER002",
        "/measurements/12/period",
        "mellem 31. december 2024 og 1. februar 2025 mangler 1 måned",
        "1 month is missing between 31 December 2024 and 1 February 2025",
    );
    // Measured without a result is no hole in the calendar; the measurement says that its result is missing.
    let report = changed(|series| {
        series.measurements.extend([month(13), month(14)]);
        series.measurements[12].observed = None;
    });
    assert_eq!(codes_of(&report), ["MEA006"]);
    // A longer period covers its months.
    let quarter = Measurement { period: Some(period("2025-01-01", "2025-03-31")), ..month(13) };
    assert!(changed(|series| series.measurements.extend([quarter, month(16)])).is_clean());
}

#[test]
fn ser002_every_interval_has_its_words() {
    let words = [
        (Interval::Day, "59 dage", "59 days are"),
        (Interval::Week, "7 uger", "7 weeks are"),
        (Interval::Month, "1 måned", "1 month is"),
    ];
    for (interval, da, en) in words {
        let report = changed(|series| {
            series.interval = Some(interval);
            series.phases.push(Phase { centre: Some(4.into()), ..Phase::default() });
            let on = [period("2024-01-01", "2024-01-01"), period("2024-03-01", "2024-03-01")];
            series.measurements.truncate(2);
            series.measurements.iter_mut().zip(on).for_each(|(one, on)| one.period = Some(on));
        });
        finds(
            &report,
            "SER002",
            "/measurements/1/period",
            &format!("mellem 1. januar 2024 og 1. marts 2024 mangler {da}"),
            &format!("{en} missing between 1 January 2024 and 1 March 2024"),
        );
    }
}

#[test]
fn ser002_how_often_is_not_stated() {
    let report = changed(|series| series.interval = None);
    finds(
        &report,
        "SER002",
        "",
        "kan ikke vurderes; mangler: måleinterval",
        "cannot be assessed; missing: how often it is measured",
    );
    assert!(!report.rejects());
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
fn ser003_a_rolling_average() {
    let (da, en) = (
        "11 målinger deler dage med en tidligere, første gang fra 1. marts 2023 til 31. januar 2024",
        "11 measurements share days with an earlier one, first from 1 March 2023 to 31 January 2024",
    );
    finds(&report(&rolling()), "SER003", "/measurements", da, en);
    // A gap in it shows between the ends.
    let mut series = rolling();
    series.measurements.push(Measurement { period: Some(period("2024-03-01", "2025-02-28")), ..month(14) });
    expect(
        &report(&series),
        &[
            (
                "/measurements",
                "12 målinger deler dage med en tidligere, første gang fra 1. marts 2023 til 31. januar 2024",
                "12 measurements share days with an earlier one, first from 1 March 2023 to 31 January 2024",
            ),
            (
                "/measurements/12/period",
                "mellem 31. december 2024 og 28. februar 2025 mangler 1 måned",
                "1 month is missing between 31 December 2024 and 28 February 2025",
            ),
        ],
    );
}

#[test]
fn ser003_looks_beyond_the_neighbour() {
    let report = changed(|series| series.measurements[0].period = Some(period("2024-01-01", "2024-03-10")));
    finds(
        &report,
        "SER003",
        "/measurements",
        "2 målinger deler dage med en tidligere, første gang fra 1. februar 2024 til 29. februar 2024",
        "2 measurements share days with an earlier one, first from 1 February 2024 to 29 February 2024",
    );
    let event = |end: &str| {
        changed(|series| {
            series.interval = Some(Interval::ByEvent);
            series.measurements[11].period = Some(period("2024-12-01", end));
            series
                .measurements
                .push(Measurement { period: Some(period("2024-12-31", "2025-02-01")), ..month(13) });
        })
    };
    assert!(event("2024-12-31").is_clean(), "the day of an event ends one time and begins the next");
    assert_eq!(codes_of(&event("2025-01-01")), ["SER003"]);
}

#[test]
fn rules_of_time_wait_for_mea004() {
    let report = changed(|series| series.measurements[5].period = Some(period("2024-06-30", "2024-06-01")));
    // June is left out, so there is a hole where it was, and eleven months.
    assert_eq!(codes_of(&report), ["SER010", "MEA004", "SER002"]);
    let waiting: Vec<_> = report.not_evaluated().iter().map(|entry| entry.code).collect();
    assert_eq!(waiting, [codes::SER001, codes::SER002, codes::SER003]);
}

#[test]
fn ser004_another_indicator_or_unit() {
    let report = changed(|series| series.measurements[3].indicator = Some(indicator(20)));
    let (this, that) = (indicator(19), indicator(20));
    finds(
        &report,
        "SER004",
        "/measurements/3/indicator",
        &format!("målingen er af indikatoren {that}, men serien er af {this}"),
        &format!("the measurement is of the indicator {that}, but the series is of {this}"),
    );
    assert!(report.rejects());
    let report = changed(|series| series.measurements[3].reporting_unit = Some(service(3)));
    let (this, that) = (service(2).subject(), service(3).subject());
    finds(
        &report,
        "SER004",
        "/measurements/3/reportingUnit",
        &format!("målingen er fra enheden {that}, men serien er fra {this}"),
        &format!("the measurement is from the unit {that}, but the series is from {this}"),
    );
    assert!(report.rejects());
}

#[test]
fn ser004_what_is_not_stated() {
    let report = changed(|series| (series.indicator, series.reporting_unit) = (None, None));
    finds(
        &report,
        "SER004",
        "",
        "kan ikke vurderes; mangler: indikator, indberettende enhed",
        "cannot be assessed; missing: indicator, reporting unit",
    );
    let report = changed(|series| series.measurements[3].indicator = None);
    let (da, en) = ("kan ikke vurderes; mangler: indikator", "cannot be assessed; missing: indicator");
    expect(&report, &[("/measurements/3", da, en), ("/measurements/3", da, en)]);
    assert_eq!(codes_of(&report), ["SER004", "MEA006"]);
}

#[test]
fn ser005_another_form() {
    let report = changed(|series| series.measurements[3].observed = Some(value(Unit::Days)));
    finds(
        &report,
        "SER005",
        "/measurements/3/observed",
        "målingen er et tal, men seriens første er et antal",
        "the measurement is a figure, but the first of the series is a count",
    );
    assert!(report.rejects());
    // The first is the first in time, wherever it stands.
    let report = changed(|series| {
        series.measurements[0].observed = Some(value(Unit::Days));
        series.measurements[0].id = id(99);
        series.measurements.reverse();
    });
    assert_eq!(report.findings().len(), 11);
}

#[test]
fn ser005_another_unit() {
    let in_unit = |first: Unit, fourth: Unit| {
        changed(|series| {
            series.measurements.iter_mut().for_each(|one| one.observed = Some(value(first.clone())));
            series.measurements[3].observed = Some(value(fourth));
        })
    };
    assert!(in_unit(Unit::Days, Unit::Days).is_clean());
    finds(
        &in_unit(Unit::Days, Unit::Hours),
        "SER005",
        "/measurements/3/observed/value/unit",
        "målingens enhed er \"timer\", men seriens første har \"dage\"",
        "the unit is \"hours\", but that of the first measurement is \"days\"",
    );
    finds(
        &in_unit(other("kr."), other("tkr.")),
        "SER005",
        "/measurements/3/observed/value/unit",
        "målingens enhed hedder noget andet end i seriens første måling",
        "the unit is called something else than in the first measurement of the series",
    );
}

#[test]
fn ser006_two_phases_of_one_day() {
    let report = changed(|series| series.phases = vec![phase("2024-07-01"), phase("2024-07-01")]);
    finds(
        &report,
        "SER006",
        "/phases/1/from",
        "en anden fase begynder også 1. juli 2024",
        "another phase begins on 1 July 2024 as well",
    );
    assert!(report.rejects());
    assert_eq!(report.not_evaluated()[0].code, codes::SER010);
    let report = changed(|series| series.phases = vec![Phase::default(), Phase::default()]);
    finds(
        &report,
        "SER006",
        "/phases/1",
        "en anden fase begynder også med serien",
        "another phase begins with the series as well",
    );
}

#[test]
fn ser007_a_baseline_before_its_phase() {
    let until = |until: &str| {
        changed(|series| {
            let baseline_until = Some(day(until));
            series.phases = vec![Phase { baseline_until, ..phase("2025-07-01") }];
        })
    };
    let report = until("2025-06-30");
    finds(
        &report,
        "SER007",
        "/phases/0/baselineUntil",
        "niveauet er fastlagt til og med 30. juni 2025, før fasen begynder 1. juli 2025",
        "the baseline ends on 30 June 2025, before the phase begins on 1 July 2025",
    );
    assert!(report.rejects());
    assert!(until("2025-07-01").is_clean());
}

#[test]
fn ser008_a_negative_sigma() {
    let sigma = |text: &str| {
        let sigma = Some(text.parse().expect("a figure"));
        changed(|series| series.phases = vec![Phase { sigma, ..Phase::default() }])
    };
    let report = sigma("-0.5");
    finds(
        &report,
        "SER008",
        "/phases/0/sigma",
        "standardafvigelsen er -0,5, altså under nul",
        "the standard deviation is -0.5, which is below zero",
    );
    assert!(report.rejects());
    assert!(sigma("0").is_clean());
}

#[test]
fn ser009_a_phase_without_grounds() {
    let report = changed(|series| {
        let grounds = Some(" ".into());
        series.phases = vec![Phase::default(), Phase { grounds, ..phase("2025-01-01") }];
    });
    finds(
        &report,
        "SER009",
        "/phases/1",
        "niveauet sættes på ny fra 1. januar 2025 uden begrundelse",
        "the level is set anew from 1 January 2025 without grounds",
    );
    assert_eq!(report.findings()[0].severity(), Severity::Warning);
}

#[test]
fn ser010_a_level_of_few_measurements() {
    let report = changed(|series| series.measurements.truncate(2));
    let (da, en) = (
        "niveauet hviler på 2 målinger; der skal helst være mindst 12",
        "the level rests on 2 measurements; there should be at least 12",
    );
    finds(&report, "SER010", "", da, en);
    assert_eq!(report.findings()[0].severity(), Severity::Information);
    assert!(!report.rejects());
    let phased = |change: fn(&mut Phase)| {
        changed(|series| {
            let mut new = phase("2025-01-01");
            change(&mut new);
            series.measurements.extend((13..=24).map(month));
            series.phases = vec![new];
        })
    };
    assert!(phased(|_| ()).is_clean());
    // The days before the first phase are a phase of their own.
    finds(
        &phased(|new| new.from = Some(day("2024-12-01"))),
        "SER010",
        "",
        "niveauet hviler på 11 målinger; der skal helst være mindst 12",
        "the level rests on 11 measurements; there should be at least 12",
    );
    finds(
        &phased(|new| new.baseline_until = Some(day("2025-01-01"))),
        "SER010",
        "/phases/0",
        "niveauet hviler på 1 måling; der skal helst være mindst 12",
        "the level rests on 1 measurement; there should be at least 12",
    );
    let known = phased(|new| {
        new.baseline_until = Some(day("2025-01-01"));
        new.centre = Some(4.into());
    });
    assert!(known.is_clean());
    assert!(phased(|new| new.from = Some(day("2026-01-01"))).is_clean(), "only announced");
}

#[test]
fn ser010_counts_what_is_calculated_with() {
    assert_eq!(codes_of(&changed(|series| series.exclusions.push(exclude(3)))), ["SER010"]);
    let nothing = changed(|series| {
        series
            .measurements
            .iter_mut()
            .for_each(|one| one.observed = Some(Observed::Share { part: 1, whole: 1 }));
        series.measurements[2].observed = Some(Observed::Share { part: 0, whole: 0 });
    });
    assert_eq!(codes_of(&nothing), ["SER010", "MEA003"]);
    let figures = Figures { measurements_per_level: Some(13), ..Figures::GENERAL };
    let context = strategy::context().with_profile(Profile::named("strict").with_figures(figures));
    finds(
        &check(&falls(), &context),
        "SER010",
        "",
        "niveauet hviler på 12 målinger; der skal helst være mindst 13",
        "the level rests on 12 measurements; there should be at least 13",
    );
}

#[test]
fn ser011_and_ser012_what_stands_outside() {
    let known = || Phase { centre: Some(4.into()), ..Phase::default() };
    let excluded = |exclusions: Vec<Exclusion>| {
        changed(|series| {
            series.phases.push(known());
            series.exclusions = exclusions;
        })
    };
    assert!(excluded(vec![exclude(3), exclude(3), exclude(5)]).is_clean());
    let report = excluded(vec![exclude(3), exclude(77)]);
    let unknown = written(77);
    finds(
        &report,
        "SER011",
        "/exclusions/1/measurement",
        &format!("målingen {unknown} er holdt ude, men findes ikke i serien"),
        &format!("the measurement {unknown} is excluded, but is not in the series"),
    );
    assert!(report.rejects());
    assert_eq!(excluded(vec![exclude(77); 3]).findings().len(), 3);
    for reason in [None, Some(" ".into())] {
        let report = excluded(vec![Exclusion { reason, ..exclude(3) }]);
        finds(
            &report,
            "SER012",
            "/exclusions/0",
            &format!("målingen {} er holdt ude uden grund", written(3)),
            &format!("the measurement {} is excluded without a reason", written(3)),
        );
        assert_eq!(report.findings()[0].severity(), Severity::Warning);
    }
}

#[test]
fn ser013_two_targets_of_one_day() {
    let report = changed(|series| {
        let targets = [None, Some("2024-07-01"), Some("2024-07-01")];
        series.targets = targets.map(|from| target(from, Unit::Count)).into();
    });
    finds(
        &report,
        "SER013",
        "/targets/2/from",
        "et andet mål gælder også fra 1. juli 2024",
        "another target holds from 1 July 2024 as well",
    );
    assert!(report.rejects());
    let report =
        changed(|series| series.targets = vec![target(None, Unit::Count), target(None, Unit::Count)]);
    finds(
        &report,
        "SER013",
        "/targets/1",
        "et andet mål gælder også fra seriens begyndelse",
        "another target holds from the beginning as well",
    );
}

#[test]
fn ser014_each_form_has_its_unit() {
    let rate = |unit| Observed::Rate { events: 1, exposure: 30.into(), unit };
    let subgroup = |unit| Observed::Subgroup { values: vec![4.into()], unit };
    let judged = |observed: &Observed, unit: Unit| {
        changed(|series| {
            series.measurements.iter_mut().for_each(|one| one.observed = Some(observed.clone()));
            series.targets = vec![target(None, unit)];
        })
    };
    for (observed, unit) in [
        (Observed::Share { part: 1, whole: 2 }, Unit::Percent),
        (count(4), Unit::Count),
        (value(Unit::Hours), Unit::Hours),
        (rate(Unit::Days), Unit::Days),
        (subgroup(other("kr.")), other("kr.")),
    ] {
        assert!(judged(&observed, unit).is_clean());
        assert_eq!(codes_of(&judged(&observed, Unit::Points)), ["SER014"]);
    }
    let report = judged(&Observed::Share { part: 1, whole: 2 }, Unit::Count);
    finds(
        &report,
        "SER014",
        "/targets/0/unit",
        "målets enhed er \"antal\", men til målingerne hører \"%\"",
        "the unit of the target is \"count\", but the measurements call for \"%\"",
    );
    assert!(report.rejects());
    finds(
        &judged(&value(other("kr.")), other("tkr.")),
        "SER014",
        "/targets/0/unit",
        "målets enhed hedder noget andet end målingernes",
        "the unit of the target is called something else than that of the measurements",
    );
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
            let all = Phase { from: Some(first), baseline_until: Some(last), ..phase("2024-01-01") };
            series.phases = vec![all, Phase { from: Some(last), ..phase("2024-01-01") }];
        });
        for finding in report.findings() {
            assert!(!finding.message(Lang::Da).is_empty() && !finding.message(Lang::En).is_empty());
        }
        assert_eq!(codes_of(&report), ["SER002", "SER010", "SER010"], "{interval:?}");
    }
}

#[test]
fn a_long_series_is_checked_at_once() {
    // So long that a rule that compares each with each would not come to an end.
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
    series.exclusions = (1_000..101_000).map(exclude).collect();
    series.targets = (0..1_000)
        .map(|n| TargetLine { from: Some(first + chrono::Days::new(n)), ..target(None, Unit::Count) })
        .collect();
    series.phases = vec![phase("2000-01-01"), phase("2100-01-01")];
    assert!(report(&series).is_clean());
    series.measurements.reverse();
    assert!(report(&series).is_clean());
}

/// What is found, whatever the order of the lists: codes and fingerprints.
fn found(series: &MeasurementSeries) -> Vec<(String, String)> {
    let report = report(series);
    let mut found: Vec<_> = report
        .findings()
        .iter()
        .map(|finding| (finding.message(Lang::Da), finding.fingerprint().to_string()))
        .collect();
    found.sort();
    found
}

/// Any draft whose measurements share ids and days now and then.
fn crowded() -> impl Strategy<Value = MeasurementSeries> {
    let period = prop::option::weighted(0.8, (0..90_u64, 0..40_u64));
    let measurement =
        (strategy::any::<Measurement>(), 1..8_u128, period).prop_map(|(measurement, n, period)| {
            let period = period.map(|(start, days)| {
                let start = day("2024-01-01") + chrono::Days::new(start);
                Period { start, end: start + chrono::Days::new(days) }
            });
            Measurement { id: id(n), period: period.or(measurement.period), ..measurement }
        });
    (strategy::any::<MeasurementSeries>(), prop::collection::vec(measurement, 0..6))
        .prop_map(|(series, measurements)| MeasurementSeries { measurements, ..series })
}

/// Whether no id comes twice: findings about two things of one id differ by their order alone.
fn has_unique_ids(series: &MeasurementSeries) -> bool {
    let ids: std::collections::BTreeSet<_> = series.measurements.iter().map(|one| one.id).collect();
    ids.len() == series.measurements.len()
}

proptest! {
    #[test]
    fn clean_is_clean_and_costs_no_allocation_while_it_is_short(series in strategy::clean::<MeasurementSeries>()) {
        let context = strategy::context();
        let mut clean = [false; 2];
        let cost = allocation_counter::measure(|| clean[0] = check(&series, &context).is_clean());
        let mut in_order = series.clone();
        in_order.measurements.sort_by_key(|one| (one.period, one.id));
        let ordered = allocation_counter::measure(|| clean[1] = check(&in_order, &context).is_clean());
        prop_assert_eq!(clean, [true; 2]);
        // One index for each of the three rules of time, where the measurements do not stand in order.
        let indices = if series.measurements.len() > 32 { 3 } else { 0 };
        prop_assert!(cost.count_total <= indices, "{}", cost.count_total);
        prop_assert_eq!(ordered.count_total, 0);
    }

    #[test]
    fn any_draft_comes_back_from_json(series in strategy::any::<MeasurementSeries>()) {
        let text = serde_json::to_string(&series).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<MeasurementSeries>(&text).expect("a series"), series);
    }

    #[test]
    fn a_finding_points_into_the_document(series in crowded()) {
        let document = serde_json::to_value(&series).expect("JSON");
        let report = report(&series);
        let waiting = report.not_evaluated().iter().filter_map(|entry| entry.at.as_ref());
        for at in report.findings().iter().map(Finding::at).chain(waiting) {
            let parent = at.as_str().rsplit_once('/').map_or("", |(parent, _)| parent);
            prop_assert!(document.pointer(parent).is_some(), "{at} leads nowhere");
        }
    }

    #[test]
    fn what_is_found_does_not_depend_on_the_order_of_measurements(
        (series, shuffled) in crowded()
            .prop_filter("unique ids", has_unique_ids)
            .prop_flat_map(|series| {
                let shuffled = Just(series.measurements.clone()).prop_shuffle();
                (Just(series), shuffled)
            }),
    ) {
        let turned = MeasurementSeries { measurements: shuffled, ..series.clone() };
        prop_assert_eq!(found(&series), found(&turned));
    }
}

#[test]
fn the_day_of_the_check_does_not_matter() {
    let mut series = rolling();
    series.interval = None;
    let on = |day: NaiveDate| check(&series, &Context::new(day)).findings().len();
    assert_eq!(on(NaiveDate::MIN), on(NaiveDate::MAX));
}
