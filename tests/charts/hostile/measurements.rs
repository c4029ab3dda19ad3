//! Series of measurements that are impossible, or almost.

use chrono::NaiveDate;
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::reference::PointError;
use kvalitetsmodel::chart::{ChartError, ChartKind, ChartPoint, Scale};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::series::{Exclusion, MeasurementSeries, NotChartable, Obstacle, Phase};

fn id(n: u128) -> Id<Measurement> {
    Id::from_u128(n)
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::default() + chrono::Days::new(n)
}

fn on(n: u128, period: Option<Period>, observed: Option<Observed>) -> Measurement {
    Measurement { period, observed, ..Measurement::new(id(n)) }
}

fn one_day(n: u64) -> Period {
    Period { start: day(n), end: day(n) }
}

/// One measurement a day.
fn series(observed: impl IntoIterator<Item = Option<Observed>>) -> MeasurementSeries {
    let measurement = |(n, observed)| on(n as u128, Some(one_day(n as u64)), observed);
    MeasurementSeries {
        measurements: observed.into_iter().enumerate().map(measurement).collect(),
        ..MeasurementSeries::new(Id::from_u128(7), Direction::AtLeast)
    }
}

fn counts(counts: &[u64]) -> MeasurementSeries {
    series(counts.iter().map(|count| Some(Observed::of_count(*count))))
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[track_caller]
fn refused(
    series: &MeasurementSeries,
    kind: ChartKind,
    because: Obstacle,
    at: Option<u128>,
    da: &str,
    en: &str,
) {
    let error = series.chart(kind).expect_err("no chart");
    assert_eq!(error, NotChartable { measurement: at.map(id), because });
    assert_eq!((error.message(Lang::Da), error.message(Lang::En)), (da, en));
    let place = at.map(|n| format!(" (measurement {})", id(n))).unwrap_or_default();
    assert_eq!(error.to_string(), format!("{en}{place}"));
}

#[test]
fn measurements_without_a_place_in_time() {
    let mut falls = counts(&[4, 5, 6]);
    falls.measurements[1].period = None;
    refused(
        &falls,
        ChartKind::Run,
        Obstacle::NoPeriod,
        Some(1),
        "målingen har ingen periode",
        "the measurement has no period",
    );
    falls.measurements[1].period = Some(Period { start: day(2), end: day(1) });
    refused(
        &falls,
        ChartKind::Run,
        Obstacle::PeriodBackwards,
        Some(1),
        "målingens periode slutter, før den begynder",
        "the period of the measurement ends before it starts",
    );
    falls.measurements[1].period = Some(one_day(2));
    let (da, en) = ("to målinger har samme periode", "two measurements have the same period");
    refused(&falls, ChartKind::Run, Obstacle::SameTime, Some(2), da, en);
    // Several events can be on the same day; their ids decide the order. Two with the same id have none.
    falls.interval = Some(Interval::ByEvent);
    let by_time = falls.by_time().expect("an order");
    assert_eq!((by_time[1].id, by_time[2].id), (id(1), id(2)));
    falls.measurements[1].id = id(2);
    refused(&falls, ChartKind::Run, Obstacle::SameTime, Some(2), da, en);
}

#[test]
fn days_at_the_ends_of_the_calendar() {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let mut falls = counts(&[1, 2, 3, 4]);
    falls.measurements[0].period = Some(Period { start: last, end: last });
    falls.measurements[1].period = Some(Period { start: first, end: last });
    falls.measurements[2].period = Some(Period { start: first, end: first });
    let phase = |from, baseline_until| Phase { from, baseline_until, ..Phase::default() };
    for (phases, starts) in [
        (vec![], &[0][..]),
        (vec![phase(Some(first), Some(first))], &[0]),
        (vec![phase(Some(first), Some(last))], &[0]),
        (vec![phase(Some(last), Some(first))], &[0, 3]),
        (vec![phase(None, Some(last)), phase(Some(last), None)], &[0, 3]),
    ] {
        falls.phases = phases;
        let chart = falls.chart(ChartKind::I).expect("a chart");
        let values: Vec<_> = chart.points().iter().map(ChartPoint::value).collect();
        assert_eq!(values, [Some(3.0), Some(2.0), Some(4.0), Some(1.0)]);
        let found: Vec<_> = chart.phases().iter().map(|phase| phase.points().start).collect();
        assert_eq!(found, starts);
        assert!(chart.target_at(0).is_none() && chart.target_line_at(3).is_none());
    }
    for interval in [
        Interval::Day,
        Interval::Week,
        Interval::Month,
        Interval::Quarter,
        Interval::HalfYear,
        Interval::Year,
    ] {
        let steps = interval.steps(first, last).expect("a calendar");
        assert_eq!(interval.steps(last, first), Some(-steps));
        assert!(steps >= 524_284, "{interval:?}: {steps}");
    }
}

#[test]
fn phases_that_are_in_each_others_way() {
    let mut falls = counts(&[1, 2, 3, 4, 5, 6]);
    let phase = |from: Option<u64>| Phase { from: from.map(day), ..Phase::default() };
    let (da, en) = ("to faser begynder samme dag", "two phases begin on the same day");
    for twice in [Some(3), None] {
        falls.phases = vec![phase(twice), phase(Some(5)), phase(twice)];
        refused(&falls, ChartKind::Run, Obstacle::PhasesTogether, None, da, en);
    }
    // Phases before, after and between the measurements: the last one to begin applies.
    falls.measurements[3].period = Some(one_day(40));
    falls.phases = vec![phase(Some(90)), phase(Some(20)), phase(Some(10)), phase(None), phase(Some(41))];
    let chart = falls.chart(ChartKind::Run).expect("a chart");
    let phases: Vec<_> = chart.phases().iter().map(|phase| phase.points().clone()).collect();
    assert_eq!(phases, [0..5, 5..6]);
    assert_eq!(chart.phase_data(0).map(|phase| phase.from), Some(None));
    assert_eq!(chart.phase_data(1).map(|phase| phase.from), Some(Some(day(20))));
}

#[test]
fn exclusions_of_nothing_and_of_everything() {
    let mut falls = counts(&[1, 2, 3]);
    let exclusion = |n| Exclusion { measurement: id(n), reason: None };
    falls.exclusions = [0, 1, 2, 2, 1, 0, 99, u128::MAX].map(exclusion).to_vec();
    let chart = falls.chart(ChartKind::I).expect("a chart");
    assert!(chart.points().iter().all(|point| !point.is_included() && point.lines().centre().is_none()));
}

#[test]
fn counts_at_the_end_of_a_word() {
    const MOST: u64 = u64::MAX;
    let all = counts(&[MOST, 0, MOST, MOST - 1]);
    for kind in
        [ChartKind::Run, ChartKind::I, ChartKind::MovingRange, ChartKind::IPrime, ChartKind::C, ChartKind::G]
    {
        let chart = all.chart(kind).expect("a chart");
        assert_eq!(chart.phases()[0].figures(), if kind == ChartKind::MovingRange { 3 } else { 4 });
    }
    refused(
        &all,
        ChartKind::T,
        Obstacle::Chart(ChartError::NoTimeBetween { index: 1 }),
        Some(1),
        "tiden mellem to hændelser er nul; mål i timer, eller brug et G-diagram, der tager nul dage",
        "the time between two events is zero; measure in hours, or use a G chart, which takes zero days",
    );
    let share = |part, whole| Some(Observed::of_share(part, whole));
    let shares = series([share(MOST, MOST), share(0, MOST), share(0, 0), share(1, 1)]);
    for kind in [ChartKind::P, ChartKind::PPrime, ChartKind::U, ChartKind::UPrime, ChartKind::Run] {
        let chart = shares.chart(kind).expect("a chart");
        let values: Vec<_> = chart.points().iter().map(ChartPoint::value).collect();
        assert_eq!(values, [Some(1.0), Some(0.0), None, Some(1.0)]);
    }
    refused(
        &series([share(1, 1), share(1, 0)]),
        ChartKind::P,
        Obstacle::Chart(ChartError::Figure { index: 1, because: PointError::PartOfNothing }),
        Some(1),
        "der er en tæller, men nævneren er nul",
        "there is a part, and the whole is zero",
    );
    // As doubles, the two of the second are equal.
    for (part, whole) in [(21, 20), (MOST, MOST - 1)] {
        refused(
            &series([share(1, 1), share(part, whole)]),
            ChartKind::Run,
            Obstacle::Chart(ChartError::Figure { index: 1, because: PointError::PartExceedsWhole }),
            Some(1),
            "tælleren er større end nævneren",
            "the part is larger than the whole",
        );
    }
}

#[test]
fn decimals_at_their_ends() {
    let most = decimal("999999999999999999");
    let least = decimal("-999999999999999999");
    let tiny = decimal("0.000000001");
    let value = |value| Some(Observed::of_value(value, Unit::Days));
    let days = series([value(most), value(least), value(tiny), value(Decimal::ZERO)]);
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::MovingRange, ChartKind::IPrime] {
        let chart = days.chart(kind).expect("a chart");
        assert_eq!(chart.scale(), &Scale::In(Unit::Days));
    }
    refused(
        &days,
        ChartKind::G,
        Obstacle::Chart(ChartError::NoCount { kind: ChartKind::G, index: 2 }),
        Some(2),
        "diagrammet kræver hele antal mellem hændelserne, som antal borgere eller dage; brug et T-diagram til anden tid og et I-diagram til andre tal",
        "the chart needs whole numbers between the events, such as cases or days; use a T chart for other times and an I chart for other figures",
    );
    let rate = |events, exposure| Some(Observed::of_rate(events, exposure, Unit::Days));
    let rates = series([rate(u64::MAX, tiny), rate(0, most), rate(1, tiny), rate(0, Decimal::ZERO)]);
    for kind in [ChartKind::U, ChartKind::UPrime, ChartKind::Run] {
        let chart = rates.chart(kind).expect("a chart");
        assert_eq!((chart.phases()[0].figures(), chart.scale()), (3, &Scale::Per(Unit::Days)));
    }
    refused(
        &series([rate(1, least)]),
        ChartKind::U,
        Obstacle::Chart(ChartError::Figure { index: 0, because: PointError::NegativeWhole }),
        Some(0),
        "nævneren er negativ",
        "the whole is negative",
    );
    let subgroup = |values: &[Decimal]| Some(Observed::of_subgroup(values.to_vec(), Unit::Hours));
    let hours =
        series([subgroup(&[most, least]), subgroup(&[]), subgroup(&[tiny]), subgroup(&[most, most, tiny])]);
    for kind in [ChartKind::Xbar, ChartKind::S, ChartKind::Run] {
        let chart = hours.chart(kind).expect("a chart");
        assert_eq!(chart.points()[1].value(), None, "{kind:?}");
    }
}

/// What is not stated is neither missing nor zero: the chart cannot be drawn.
#[test]
fn results_that_are_not_fully_stated() {
    let without_whole = Observed::Share { part: Some(1), whole: None };
    let without_unit = Observed::Value { value: Some(Decimal::ZERO), unit: None };
    for (one, other) in [(Observed::of_share(1, 2), without_whole), (Observed::of_count(1), without_unit)] {
        refused(
            &series([Some(one), Some(other)]),
            ChartKind::Run,
            Obstacle::ResultIncomplete,
            Some(1),
            "resultatet er ikke fuldt oplyst",
            "the result is not fully stated",
        );
    }
}

#[test]
fn figures_of_several_kinds() {
    let value = |unit| Some(Observed::of_value(Decimal::ZERO, unit));
    let count = Some(Observed::of_count(1));
    let (da, en) =
        ("målingerne er gjort op på forskellige måder", "the measurements mix different kinds of figures");
    for (one, other) in [
        (count.clone(), Some(Observed::of_share(1, 1))),
        (value(Unit::Days), value(Unit::Hours)),
        (value(Unit::Days), Some(Observed::of_rate(1, Decimal::HUNDRED, Unit::Days))),
    ] {
        refused(&series([None, one.clone(), other]), ChartKind::Run, Obstacle::MixedFigures, Some(2), da, en);
    }
}

/// If nothing was found, what is known of the level is read as the chart draws it: shares in percent.
#[test]
fn series_without_results() {
    for found in [0, 20] {
        let mut shares = series(vec![None; found]);
        shares.phases = vec![Phase { centre: Some(decimal("80")), ..Phase::default() }];
        for kind in ChartKind::ALL.iter().copied() {
            let chart = shares.chart(kind).expect("a chart");
            assert_eq!(chart.latest_phase().is_none(), found == 0);
            let share = matches!(kind, ChartKind::P | ChartKind::PPrime);
            let line = chart.points().first().and_then(|point| point.lines().centre());
            assert!(!share || found == 0 || line == Some(0.8), "{kind:?}: {line:?}");
        }
    }
    let nothing = series([]);
    let chart = nothing.chart(ChartKind::Run).expect("a chart");
    assert!(chart.points().is_empty() && chart.phases().is_empty());
    assert!(chart.latest_phase().is_none() && chart.period(0).is_none());
}

#[test]
fn levels_that_the_chart_cannot_have() {
    let mut falls = counts(&[1, 2, 3]);
    let wrong = |falls: &MeasurementSeries, kind, obstacle, da, en| {
        refused(falls, kind, Obstacle::Chart(obstacle), None, da, en);
    };
    falls.phases = vec![Phase { centre: Some(decimal("-1")), ..Phase::default() }];
    wrong(
        &falls,
        ChartKind::C,
        ChartError::KnownCentre { phase: 0 },
        "den kendte midterlinje kan ikke bruges til diagrammet",
        "the chart cannot have the known centre line",
    );
    falls.phases = vec![Phase { sigma: Some(decimal("-1")), from: Some(day(1)), ..Phase::default() }];
    wrong(
        &falls,
        ChartKind::I,
        ChartError::KnownSigma { phase: 1 },
        "den kendte standardafvigelse kan ikke bruges til diagrammet",
        "the chart cannot use the known standard deviation",
    );
    // A C chart cannot use it, and is drawn without it.
    assert!(falls.chart(ChartKind::C).is_ok());
}
