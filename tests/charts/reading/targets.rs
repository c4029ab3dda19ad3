//! The series against its targets.

use kvalitetsmodel::chart::{ChartData, ChartError, DataPhase, Figure, Scale};

use super::*;

#[test]
fn a_series_reaches_its_target_and_holds_it() {
    let status = |phases: &[u64]| {
        let mut series = shares(phases);
        series.targets.push(target(None, "80", Unit::Percent));
        run(&series).attainment().status
    };
    // 16 of 20 are exactly 80 percent.
    assert_eq!(status(&[10, 12, 15]), AttainmentStatus::NotYet);
    assert_eq!(status(&[10, 12, 16]), AttainmentStatus::Reached);
    assert_eq!(status(&[16; 11]), AttainmentStatus::Reached);
    assert_eq!(status(&[16; 12]), AttainmentStatus::Sustained);
    // Around the target at random.
    assert_eq!(status(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]), AttainmentStatus::Sustained);
    // Half of them, and the latest ones: what came before weighs less.
    assert_eq!(status(&[15, 14, 15, 13, 15, 14, 17, 18, 17, 19, 18, 17]), AttainmentStatus::Sustained);
    // One fewer.
    assert_eq!(status(&[15, 14, 15, 13, 15, 14, 15, 18, 17, 19, 18, 17]), AttainmentStatus::Reached);
    // More than half of them, and of the latest three only one.
    assert_eq!(status(&[17, 18, 17, 16, 17, 18, 17, 18, 17, 15, 15, 17]), AttainmentStatus::Reached);
    // Eleven, and not the latest.
    assert_eq!(status(&[17, 18, 17, 16, 17, 18, 17, 18, 17, 16, 17, 15]), AttainmentStatus::NotYet);
    // At random, and more often below.
    assert_eq!(status(&[15, 14, 17, 15, 14, 15, 17, 15, 14, 15, 14, 17]), AttainmentStatus::Reached);
}

#[test]
fn the_target_of_each_day_counts() {
    let mut series = shares(&[12; 24]);
    series.targets = vec![target(Some("2024-01-01"), "80", Unit::Percent), target(None, "60", Unit::Percent)];
    let attained = |series: &MeasurementSeries| run(series).attainment();
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::NotYet, 0, 12, 0));
    // One month into the new target, which it does not meet.
    series.measurements.truncate(13);
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::NotYet, 11, 12, 0));
    series.measurements.truncate(12);
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::Sustained, 12, 12, 12));
}

#[test]
fn what_can_be_expected_rests_on_limits_and_on_a_stable_process() {
    let mut series = shares(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]);
    let expected = |series: &MeasurementSeries, kind| chart(series, kind).attainment().expectation;
    let not = |because| Expectation::NotAssessable { because };
    for (value, expectation) in
        [("30", Expectation::Always), ("80", Expectation::Sometimes), ("100", Expectation::Sometimes)]
    {
        series.targets = vec![target(None, value, Unit::Percent)];
        assert_eq!(expected(&series, ChartKind::P), expectation, "{value}");
    }
    // The limits of single figures are closer: at most 100 percent is beyond them if it is far away.
    series.targets = vec![target(None, "99.99", Unit::Percent)];
    assert_eq!(expected(&series, ChartKind::Run), not(Unassessed::NoLimits));
    series.targets = vec![target(None, "3", Unit::Days)];
    assert_eq!(expected(&series, ChartKind::P), not(Unassessed::UnitMismatch));
    series.targets = vec![target(Some("2030-01-01"), "80", Unit::Percent)];
    assert_eq!(expected(&series, ChartKind::P), not(Unassessed::TargetBeginsLater));
    series.targets.clear();
    assert_eq!(expected(&series, ChartKind::P), not(Unassessed::NoTarget));

    let mut few = shares(&[16, 17, 15]);
    few.targets = vec![target(None, "80", Unit::Percent)];
    assert_eq!(expected(&few, ChartKind::P), not(Unassessed::TooFew { figures: 3, needed: 12 }));
    let mut shifted = shares(&SHIFT);
    shifted.targets = few.targets.clone();
    assert_eq!(expected(&shifted, ChartKind::P), not(Unassessed::NotStable));

    // Fewer than two falls are out of reach of a process around thirty, and fewer than 300 are not.
    let mut falls = counts(Direction::AtMost, &[30, 29, 31, 30, 32, 28, 30, 31, 29, 30, 31, 29]);
    for (value, expectation) in
        [("2", Expectation::Never), ("30", Expectation::Sometimes), ("300", Expectation::Always)]
    {
        falls.targets = vec![target(None, value, Unit::Count)];
        assert_eq!(expected(&falls, ChartKind::C), expectation, "{value}");
    }
}

#[test]
fn a_target_figure_of_the_core_is_held_against_the_series() {
    let series = shares(&[16; 12]);
    let mut figure = TargetFigure::new(Id::from_u128(185));
    let of = |figure: &TargetFigure| series.attainment_of(figure, &run(&series)).status;
    let because = |status| match status {
        AttainmentStatus::NotAssessable { because } => because.in_lang(Lang::En).to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(because(of(&figure)), "the target figure lacks direction, value, unit");
    figure.direction = Some(Direction::AtLeast);
    figure.value = Some("80".parse().expect("a number"));
    figure.unit = Some(Unit::Percent);
    assert_eq!(because(of(&figure)), "the target figure and the series do not have the same indicator");
    figure.indicator = series.indicator.map(|id| TargetIndicator { id, statement: None });
    assert_eq!(of(&figure), AttainmentStatus::Sustained);
    figure.direction = Some(Direction::AtMost);
    assert_eq!(because(of(&figure)), "the target figure and the series differ in direction");
    figure.direction = Some(Direction::AtLeast);
    figure.unit = Some(Unit::Points);
    assert_eq!(because(of(&figure)), "the measurements and the target differ in unit");
    // The measurements of a series are those that a target figure evaluates.
    assert!(series.measurements.iter().all(|one| one.indicator == series.indicator));
}

/// Counts of which some are below 5 and suppressed, in the order of time.
fn counted(direction: Direction, target: u32, figures: &[Option<u64>]) -> Chart {
    let figure = |count: &Option<u64>| count.map_or(Figure::Suppressed { below: Some(5) }, Figure::Count);
    ChartData::of(direction, Scale::Count, figures.iter().map(figure))
        .with_target(target.into())
        .with_interval(Interval::Month, month(0).start)
        .chart(ChartKind::Run)
        .expect("a chart")
}

#[test]
fn a_suppressed_count_is_compared_where_its_bound_decides() {
    let said = |chart: &Chart| {
        [Lang::Da, Lang::En].map(|lang| {
            let words = chart.in_words(lang).to_string();
            words
                .lines()
                .find(|line| line.contains("ålet (") || line.contains("target ("))
                .unwrap_or_default()
                .to_owned()
        })
    };
    let chart = counted(Direction::AtLeast, 10, &[Some(12), None]);
    assert_eq!(chart.attainment().status, AttainmentStatus::NotYet);
    assert_eq!(
        said(&chart),
        [
            "Målet (mindst 10) er ikke nået i den seneste måling; 1 af de seneste 2 målinger når det. Hvad der kan ventes fremover, \
             kan ikke siges: diagrammet har ingen kontrolgrænser.",
            "The target (at least 10) is not reached in the latest measurement; 1 of the latest 2 measurements meets it. What can \
             be expected from now on cannot be said: the chart has no control limits.",
        ]
    );
    // 4 and 5 decide it, and 3 does not: below 5 can be 4.
    for target in [4, 5] {
        let chart = counted(Direction::AtMost, target, &[Some(7), Some(8), None, None]);
        let Attainment { status, met, of, in_a_row, suppressed, .. } = chart.attainment();
        assert_eq!((status, met, of, in_a_row, suppressed), (AttainmentStatus::Reached, 2, 4, 2, 0));
    }
    let chart = counted(Direction::AtMost, 3, &[Some(2), None, None]);
    assert_eq!(
        said(&chart),
        [
            "Målet (højst 3) kan ikke vurderes: de seneste 2 målinger er skjult og kan ligge på begge sider af målet.",
            "The target (at most 3) cannot be assessed: the latest 2 measurements are suppressed and can be on either side of the \
             target.",
        ]
    );
    // Open ones before the latest are told, and never make a target sustained.
    let mut figures = [Some(2); 13];
    (figures[3], figures[4]) = (None, None);
    let chart = counted(Direction::AtMost, 3, &figures);
    assert_eq!(chart.attainment().status, AttainmentStatus::Sustained);
    figures[5..12].fill(None);
    let chart = counted(Direction::AtMost, 3, &figures);
    assert_eq!(chart.attainment().status, AttainmentStatus::Reached);
    assert!(
        said(&chart)[0].starts_with(
            "Målet (højst 3) er nået i den seneste måling; 4 af de seneste 4 målinger når det, og for 9 skjulte kan det ikke siges. "
        ),
        "{}",
        said(&chart)[0]
    );
    // The part of a share is suppressed, and its whole is not known.
    let figures = [Figure::Share { part: 18, whole: 20 }, Figure::Suppressed { below: Some(5) }];
    let shares = ChartData::of(Direction::AtLeast, Scale::Share, figures).with_target(80.into());
    let chart = shares.chart(ChartKind::Run).expect("a chart");
    let because = Unassessed::Suppressed { figures: 1 };
    assert_eq!(chart.attainment().status, AttainmentStatus::NotAssessable { because });
}

#[test]
fn the_words_say_which_measurement_is_the_latest_and_what_a_frozen_level_rests_on() {
    let mut data =
        ChartData::counts(Direction::AtMost, [1, 9, 5, 6, 5]).with_target("5.0".parse().expect("a target"));
    data.points.push(data.points[0].clone());
    data.points[4].is_excluded = true;
    data.points[5].figure = Figure::Missing;
    data.phases = vec![DataPhase { baseline: Some(2), ..DataPhase::default() }];
    let chart = data.with_interval(Interval::Month, month(0).start).chart(ChartKind::Run).expect("a chart");
    let words = chart.in_words(Lang::Da).to_string();
    assert!(
        words.contains(
            " Median 5 (frosset: beregnet af 2 målinger til og med februar 2023). Det er for få til et niveau; der bør være 12."
        ),
        "{words}"
    );
    assert!(words.contains("\nMålet (højst 5) er ikke nået i den seneste måling; "), "{words}");
    assert!(
        words.contains(" Den seneste måling er her april 2023; efter den er 1 uden resultat og 1 udeladt."),
        "{words}"
    );
}

#[test]
fn charts_of_counts_take_nothing_else() {
    let percent = |kind| ChartData::values(Direction::AtLeast, Unit::Percent, [77, 78]).chart(kind);
    assert_eq!(percent(ChartKind::C), Err(ChartError::NoCount { kind: ChartKind::C, index: 0 }));
    assert_eq!(percent(ChartKind::G), Err(ChartError::NoCount { kind: ChartKind::G, index: 0 }));
    let days = |figures| ChartData::values(Direction::AtLeast, Unit::Days, figures).chart(ChartKind::G);
    assert!(days([5.0, 6.0]).is_ok());
    assert_eq!(days([5.0, 5.5]), Err(ChartError::NoCount { kind: ChartKind::G, index: 1 }));
    assert_eq!(
        percent(ChartKind::C).map_err(|error| error.message(Lang::Da)).expect_err("no counts"),
        "diagrammet kræver antal; kontrolgrænserne for procent, tid og penge afhænger ellers af enheden. Brug et I-diagram, eller \
         et P- eller U-diagram med tæller og nævner"
    );
}
