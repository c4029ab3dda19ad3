//! The series against its targets.

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
