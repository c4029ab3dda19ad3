//! What a chart does when its figures are moved, scaled, turned and read backwards.
//!
//! Each law names the kinds of chart that it holds for. Shares end at 0 and 1, counts and times end
//! at zero, and the spread of a count follows from its size: these can be neither moved nor turned, and a
//! count cannot be scaled.

use kvalitetsmodel::chart::reference::{Analysis, Phase};
use kvalitetsmodel::chart::{ChartKind, ChartPoint, ChartSettings, Lines, Side};
use proptest::prelude::*;

use super::chart;
use super::holds;
use super::points::{AS_IT_IS, Change, MOVABLE, all, case, series, settings};

/// Drawing the lower limit at zero looks at the sign of the figures, so these laws hold without it.
fn free(settings: ChartSettings) -> ChartSettings {
    ChartSettings { floor_at_zero: false, ..settings }
}

/// Parts whose known values are moved as well.
fn moved(phases: &[Phase], change: Change, kind: ChartKind) -> Vec<Phase> {
    let spreads = matches!(kind, ChartKind::S | ChartKind::MovingRange);
    let shift = if spreads { 0.0 } else { change.shift };
    let centre = |centre: f64| change.scale / change.unit * centre + shift;
    let sigma = |sigma: f64| change.scale.abs() * sigma;
    let phase =
        |phase: &Phase| Phase { centre: phase.centre.map(centre), sigma: phase.sigma.map(sigma), ..*phase };
    phases.iter().map(phase).collect()
}

fn lines(lines: &Lines) -> [Option<f64>; 5] {
    [lines.centre(), lines.lower(), lines.lower_2s(), lines.upper_2s(), lines.upper()]
}

fn near(one: f64, other: f64, scale: f64) -> bool {
    (one - other).abs() <= 1e-11 * (one.abs() + other.abs() + scale.abs())
}

/// Does rounding decide whether the point is beyond a limit?
fn on_limit(point: &ChartPoint, scale: f64) -> bool {
    let value = point.value().unwrap_or(f64::NAN);
    [point.lines().lower(), point.lines().upper()]
        .into_iter()
        .flatten()
        .any(|limit| near(value, limit, scale))
}

fn same_runs(one: &Analysis, other: &Analysis) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.phases().len(), other.phases().len());
    for (phase, twin) in one.phases().iter().zip(other.phases()) {
        prop_assert_eq!(phase.points(), twin.points());
        prop_assert_eq!(phase.runs(), twin.runs(), "{:?}", one.kind());
        prop_assert_eq!(one.long_runs_of(phase), other.long_runs_of(twin));
        prop_assert_eq!(phase.outcome(), twin.outcome());
    }
    Ok(())
}

fn same_signals(one: &Analysis, other: &Analysis, scale: f64) -> Result<(), TestCaseError> {
    same_runs(one, other)?;
    for (point, twin) in one.points().iter().zip(other.points()) {
        if !on_limit(point, scale) {
            prop_assert_eq!(
                point.beyond_limits(),
                twin.beyond_limits(),
                "{:?} {:?} {:?}",
                one.kind(),
                point,
                twin
            );
        }
        prop_assert_eq!(point.is_in_long_run(), twin.is_in_long_run());
    }
    Ok(())
}

/// Moving the figures by a whole number moves the lines as well and changes no signal: the figures, their means'
/// numerators and the distances stay whole numbers. What only measures spread (MR, S) does not move.
#[test]
fn shifting() {
    for kind in MOVABLE {
        let law = (case(kind), -100_000..100_000_i32);
        holds(200, &law, |((series, phases, settings), shift)| {
            let change = Change { shift: f64::from(shift), ..AS_IT_IS };
            let settings = free(settings);
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &series, change), &moved(&phases, change, kind), &settings);
            same_signals(&before, &after, f64::from(shift))?;
            let spreads = matches!(kind, ChartKind::S | ChartKind::MovingRange);
            let by = if spreads { 0.0 } else { f64::from(shift) };
            for (point, twin) in before.points().iter().zip(after.points()) {
                prop_assert_eq!(point.value().map(|value| value + by), twin.value());
                for (line, moved) in lines(point.lines()).into_iter().zip(lines(twin.lines())) {
                    prop_assert_eq!(line.is_some(), moved.is_some());
                    let both = line.zip(moved);
                    let exact = both.is_none_or(|(line, moved)| line + by == moved);
                    let close = both.is_none_or(|(line, moved)| near(line + by, moved, f64::from(shift)));
                    prop_assert!(exact || kind != ChartKind::Run && close, "{:?}: {:?}", kind, both);
                }
            }
            Ok(())
        });
    }
}

/// Powers of two change no digit, so everything but the exponent stays the same: for figures that
/// have a unit, for the exposure of a rate, and for the wholes of the figures of I′ (there powers of four,
/// since the root is taken). T is left out: its power of 1/3.6 is no power of two.
#[test]
fn scaling_by_powers_of_two() {
    let of_figures = MOVABLE.map(|kind| (kind, 1.0, 0.0));
    let of_sizes = [(ChartKind::U, 0.0, 2.0), (ChartKind::UPrime, 0.0, 2.0), (ChartKind::IPrime, 0.0, 2.0)];
    for (kind, of_figure, of_size) in of_figures.into_iter().chain(of_sizes) {
        holds(200, &(case(kind), -100..100_i32), |((series, phases, settings), power)| {
            let scale = (of_figure * f64::from(power)).exp2();
            let unit = (of_size * f64::from(power)).exp2();
            let change = Change { shift: 0.0, scale, unit };
            // What is drawn changes with the figures and with the exposure of a rate.
            let drawn = if kind == ChartKind::IPrime { scale } else { scale / unit };
            let known = Change { unit: scale / drawn, ..change };
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &series, change), &moved(&phases, known, kind), &settings);
            same_runs(&before, &after)?;
            for (point, twin) in before.points().iter().zip(after.points()) {
                prop_assert_eq!(point.value().map(|value| value * drawn), twin.value());
                prop_assert_eq!(
                    lines(point.lines()).map(|line| line.map(|line| line * drawn)),
                    lines(twin.lines())
                );
                prop_assert_eq!(point.beyond_limits(), twin.beyond_limits(), "{:?}", kind);
            }
            Ok(())
        });
    }
}

/// Any other scale rounds, and only changes signals that rounding decides. Around the median of all
/// points it never does: only their order matters there.
#[test]
fn scaling_by_other_factors() {
    for kind in MOVABLE.into_iter().chain([ChartKind::T]) {
        let factor = prop_oneof![Just(0.1), Just(3.0), Just(1.7), Just(1e-7), Just(12_345.678)];
        holds(200, &(case(kind), factor), |((series, phases, settings), scale)| {
            let known = |phase: &Phase| Phase { centre: None, sigma: None, ..*phase };
            let phases: Vec<Phase> = phases.iter().map(known).collect();
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &series, Change { scale, ..AS_IT_IS }), &phases, &settings);
            let frozen = phases.iter().any(|phase| phase.baseline.is_some());
            let rounding_decides = |point: &ChartPoint| {
                let of = point.value().zip(point.lines().centre());
                (frozen || kind != ChartKind::Run)
                    && of.is_some_and(|(value, centre)| near(value, centre, 0.0))
            };
            // A spread of zero can become one of rounding, and so give limits.
            let limits_of_rounding = |point: &ChartPoint| {
                let of = point.lines().centre().zip(point.lines().upper());
                of.is_some_and(|(centre, upper)| near(centre, upper, 0.0))
            };
            let decides = |chart: &Analysis| chart.points().iter().any(limits_of_rounding);
            if !before.points().iter().any(rounding_decides) && !decides(&before) && !decides(&after) {
                same_signals(&before, &after, 0.0)?;
            }
            Ok(())
        });
    }
}

/// Turned upside down, everything is turned: rounding ignores the sign. Ranges and spreads stay as they are.
#[test]
fn turning_upside_down() {
    for kind in MOVABLE {
        let spreads = matches!(kind, ChartKind::S | ChartKind::MovingRange);
        holds(200, &case(kind), |(series, phases, settings)| {
            let change = Change { scale: -1.0, ..AS_IT_IS };
            let settings = free(settings);
            let known = if spreads { AS_IT_IS } else { change };
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            let after = chart(kind, &all(kind, &series, change), &moved(&phases, known, kind), &settings);
            if spreads {
                prop_assert_eq!(before.points(), after.points());
                return same_runs(&before, &after);
            }
            let other = |side| if side == Side::Above { Side::Below } else { Side::Above };
            for (phase, twin) in before.phases().iter().zip(after.phases()) {
                let turned = phase.runs().longest_run().map(|mut run| {
                    run.side = other(run.side);
                    run
                });
                prop_assert_eq!(turned, twin.runs().longest_run());
                prop_assert_eq!(phase.runs().crossings(), twin.runs().crossings());
                prop_assert_eq!(phase.outcome(), twin.outcome());
            }
            for (point, twin) in before.points().iter().zip(after.points()) {
                let [centre, lower, lower_2s, upper_2s, upper] =
                    lines(point.lines()).map(|line| line.map(|y| -y));
                prop_assert_eq!([centre, upper, upper_2s, lower_2s, lower], lines(twin.lines()));
                prop_assert_eq!(point.beyond_limits().map(other), twin.beyond_limits());
                prop_assert_eq!(point.is_in_long_run(), twin.is_in_long_run());
            }
            Ok(())
        });
    }
}

/// Read backwards, there are as many runs of the same lengths, wherever the centre line does not depend on the
/// order. Left out: MR, whose figures are what happens from one point to the next, and S and T, whose means
/// are sums of roots and powers that round differently in another order.
#[test]
fn reading_backwards() {
    for kind in ChartKind::ALL.iter().copied() {
        if matches!(kind, ChartKind::MovingRange | ChartKind::S | ChartKind::T) {
            continue;
        }
        holds(200, &(series(), settings()), |(mut series, settings)| {
            let before = chart(kind, &all(kind, &series, AS_IT_IS), &[], &settings);
            series.reverse();
            let after = chart(kind, &all(kind, &series, AS_IT_IS), &[], &settings);
            for (phase, twin) in before.phases().iter().zip(after.phases()) {
                let counts = |runs: &kvalitetsmodel::chart::Runs| {
                    let length = runs.longest_run().map(|run| run.length);
                    (runs.observations(), runs.useful(), length, runs.crossings(), runs.has_signal())
                };
                prop_assert_eq!(counts(phase.runs()), counts(twin.runs()), "{:?}", kind);
                prop_assert_eq!(phase.outcome(), twin.outcome(), "{:?}", kind);
            }
            Ok(())
        });
    }
}
