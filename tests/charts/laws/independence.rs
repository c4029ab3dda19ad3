//! What lines and runs do not depend on: excluded points, what comes after the baseline, other phases, reused
//! memory.

use kvalitetsmodel::chart::reference::{Analysis, Conventions, Phase, lines as chart_lines};
use kvalitetsmodel::chart::{ChartKind, ChartPhase, ChartSettings};
use proptest::prelude::*;

use super::chart;
use super::holds;
use super::points::{AS_IT_IS, all, case, raw};

fn every_kind() -> impl Iterator<Item = ChartKind> {
    ChartKind::ALL.iter().copied()
}

/// Whatever figure an excluded point has, lines and signals of the others are the same. Not so on an MR chart:
/// the range of the point after it depends on it, as in the reference. Nor where the conventions of qicharts2
/// take the spread of I′, and whether subgroups are of the same size, from the whole part. Whether the lower limit is
/// drawn at zero depends on everything that is drawn.
#[test]
fn excluded_points_change_nothing() {
    for kind in every_kind().filter(|kind| *kind != ChartKind::MovingRange) {
        let other = proptest::collection::vec(raw(40), 80);
        holds(200, &(case(kind), other), |((series, phases, settings), other)| {
            let settings = ChartSettings { floor_at_zero: false, conventions: Conventions::Own, ..settings };
            let mut changed = series.clone();
            for (raw, other) in changed.iter_mut().zip(other).filter(|(raw, _)| raw.excluded) {
                (raw.value, raw.size) = (other.value, other.size);
            }
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &changed, AS_IT_IS), &phases, &settings);
            prop_assert_eq!(before.phases(), after.phases(), "{:?}", kind);
            for (point, twin) in before.points().iter().zip(after.points()) {
                prop_assert!(point == twin || !point.is_included(), "{:?}: {:?} {:?}", kind, point, twin);
                prop_assert!(point.is_included() || twin.beyond_limits().is_none());
            }
            Ok(())
        });
    }
}

/// Figures after the baseline do not affect the lines within it, with the same two exceptions of qicharts2.
#[test]
fn what_comes_after_the_baseline_changes_no_line() {
    for kind in every_kind() {
        let other = proptest::collection::vec(raw(40), 80);
        let law = (case(kind), other, 0..80_usize, any::<bool>());
        holds(200, &law, |((series, _, settings), other, baseline, own)| {
            let conventions = if own { Conventions::Own } else { Conventions::Pbcharts };
            let settings = ChartSettings { floor_at_zero: false, conventions, ..settings };
            let mut changed = series.clone();
            for (raw, other) in changed.iter_mut().zip(other).skip(baseline) {
                *raw = other;
            }
            let phases = [Phase { baseline: Some(baseline), ..Phase::default() }];
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &changed, AS_IT_IS), &phases, &settings);
            for (point, twin) in before.points().iter().zip(after.points()).take(baseline) {
                prop_assert_eq!(point.lines(), twin.lines(), "{:?}", kind);
                prop_assert!(point.is_in_baseline());
            }
            let centre = |chart: &Analysis| {
                chart.points().iter().map(|point| point.lines().centre()).find(Option::is_some)
            };
            prop_assert_eq!(centre(&before), centre(&after), "{:?}", kind);
            Ok(())
        });
    }
}

/// What a phase says, without its position.
fn summary(phase: &ChartPhase) -> impl PartialEq + std::fmt::Debug {
    let runs = phase.runs();
    let longest = runs.longest_run().map(|run| (run.first - phase.points().start, run.length, run.side));
    let counts = (runs.observations(), runs.useful(), runs.crossings(), phase.beyond_limits());
    (longest, counts, phase.outcome(), phase.figures(), phase.is_flat(), phase.has_order())
}

/// A chart of phases is the charts of the phases, one after the other.
#[test]
fn each_part_is_a_chart_of_its_own() {
    for kind in every_kind() {
        holds(200, &case(kind), |(series, phases, settings)| {
            let settings = ChartSettings { floor_at_zero: false, ..settings };
            let points = all(kind, &series, AS_IT_IS);
            let whole = chart(kind, &points, &phases, &settings);
            let mut alone = Vec::new();
            for (n, phase) in phases.iter().enumerate() {
                let end = phases.get(n + 1).map_or(points.len(), |next| next.first);
                let of_phase =
                    chart(kind, &points[phase.first..end], &[Phase { first: 0, ..*phase }], &settings);
                alone.extend_from_slice(of_phase.points());
                let Some(twin) = of_phase.phases().first() else {
                    prop_assert!(points.is_empty());
                    continue;
                };
                prop_assert_eq!(summary(&whole.phases()[n]), summary(twin), "{:?}", kind);
                prop_assert_eq!(whole.phases()[n].points(), &(phase.first..end));
            }
            prop_assert!(phases.is_empty() || whole.points() == alone, "{:?}", kind);
            prop_assert_eq!(whole.phases().is_empty(), points.is_empty());
            Ok(())
        });
    }
}

#[test]
fn no_parts_are_one_part() {
    for kind in every_kind() {
        holds(64, &case(kind), |(series, _, settings)| {
            let points = all(kind, &series, AS_IT_IS);
            let none = chart(kind, &points, &[], &settings);
            let one = chart(kind, &points, &[Phase::default()], &settings);
            let baseline =
                chart(kind, &points, &[Phase { baseline: Some(usize::MAX), ..Phase::from(0) }], &settings);
            prop_assert_eq!(&none, &one);
            prop_assert_eq!(&none, &baseline);
            Ok(())
        });
    }
}

/// Reusing a chart leaves no trace in the next one, and the lines alone are those of the chart.
#[test]
fn used_memory_leaves_no_trace() {
    for kind in every_kind() {
        let before = proptest::sample::select(ChartKind::ALL);
        let before = before.prop_flat_map(|kind| (Just(kind), case(kind)));
        holds(200, &(before, case(kind)), |((other, (first, first_parts, first_settings)), second)| {
            let mut used = chart(other, &all(other, &first, AS_IT_IS), &first_parts, &first_settings);
            let (series, phases, settings) = second;
            let points = all(kind, &series, AS_IT_IS);
            let new = chart(kind, &points, &phases, &settings);
            prop_assert!(used.redo(kind, &points, &phases, &settings).is_ok());
            prop_assert_eq!(&used, &new);
            let mut lines: Vec<_> = new.points().iter().map(|point| *point.lines()).rev().collect();
            prop_assert!(chart_lines(kind, &points, &phases, &settings, &mut lines).is_ok());
            let of_chart: Vec<_> = new.points().iter().map(|point| *point.lines()).collect();
            prop_assert_eq!(lines, of_chart, "{:?}", kind);
            Ok(())
        });
    }
}
