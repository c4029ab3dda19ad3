//! A series in which nothing changes gives no signal, whatever it is made of.

use kvalitetsmodel::chart::reference::{Analysis, Conventions, Phase, Point};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Order, Screening};

const VALUES: [f64; 12] =
    [0.0, 1.0, 7.0, 0.1, 53.31, 1.0 / 3.0, 1e-300, 1e300, f64::MIN_POSITIVE, 5e-324, 1.5e-323, 1e17];

/// `n` points with the same figure, though not all of the same size.
fn flat(kind: ChartKind, value: f64, n: usize) -> Vec<Point> {
    let size = |n: usize| [1.0, 0.1, 12.3, 40.0, 3.0][n % 5];
    let point = |n: usize| match kind {
        ChartKind::P | ChartKind::PPrime => {
            // A share of many and of few.
            let times = [1.0, 2.0, 1024.0][n % 3];
            Point::ratio(times * value.min(1e300), times * if value > 0.0 { value * 3.0 } else { 7.0 })
        }
        // A tenth is no double, so that sums of these round.
        ChartKind::U | ChartKind::UPrime => Point::ratio(value, 12.3),
        ChartKind::IPrime if value.abs() < 1e299 => {
            let point = Point::ratio(value * size(n), size(n)).expect("a ratio");
            // If the figure does not come back exactly, the same size for all.
            if point.value() == Some(value) { Ok(point) } else { Point::ratio(value, 1.0) }
        }
        ChartKind::IPrime => Point::ratio(value, 0.3),
        ChartKind::Xbar | ChartKind::S => Point::subgroup(&vec![value; 2 + n % 5]),
        ChartKind::T => Point::single(value + f64::from_bits(1)),
        _ => Point::single(value),
    };
    (0..n).map(|n| point(n).expect("a point")).collect()
}

fn every_setting() -> impl Iterator<Item = ChartSettings> {
    let conventions = [Conventions::Own, Conventions::Qicharts2, Conventions::Pbcharts];
    conventions.into_iter().flat_map(|conventions| {
        [Screening::Off, Screening::On].into_iter().flat_map(move |screening| {
            [Order::Time, Order::None].into_iter().map(move |order| ChartSettings {
                screening,
                order,
                floor_at_zero: false,
                conventions,
            })
        })
    })
}

fn no_signal(kind: ChartKind, points: &[Point], phases: &[Phase], settings: &ChartSettings, what: &str) {
    let chart = Analysis::new(kind, points, phases, settings);
    let chart = chart.unwrap_or_else(|error| panic!("{kind:?}, {what}: {error}"));
    for phase in chart.phases() {
        assert!(phase.is_flat() || kind == ChartKind::MovingRange, "{kind:?}, {what}: not flat");
        assert!(!phase.has_run_signal(), "{kind:?}, {what}: {:?}", phase.runs());
        assert_eq!(phase.beyond_limits(), 0, "{kind:?}, {what}: {:?}", chart.points()[0]);
        let on_line = chart.points_of(phase).iter().all(|point| match point.value() {
            // The median of a G chart, too; a moving range of the first point is missing.
            Some(value) => point.lines().centre() == Some(value) || kind == ChartKind::T,
            None => kind == ChartKind::MovingRange,
        });
        assert!(on_line, "{kind:?}, {what}: a point off the line: {:?}", chart.points()[0]);
    }
}

#[test]
fn a_flat_series_never_signals() {
    for kind in ChartKind::ALL.iter().copied() {
        for value in VALUES {
            for n in [1, 2, 3, 5, 8, 10, 12, 17, 24, 30, 64, 100] {
                let points = flat(kind, value, n);
                for settings in every_setting() {
                    no_signal(kind, &points, &[], &settings, &format!("{n} times {value}, {settings:?}"));
                }
                let frozen = Phase { baseline: Some(1 + n / 2), ..Phase::default() };
                no_signal(kind, &points, &[frozen], &ChartSettings::default(), &format!("{n} times {value}"));
            }
        }
    }
}

#[test]
fn a_flat_series_below_zero_never_signals() {
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::MovingRange, ChartKind::IPrime, ChartKind::Xbar] {
        for value in VALUES {
            for n in [1, 2, 13, 40] {
                let points = flat(kind, -value, n);
                no_signal(kind, &points, &[], &ChartSettings::default(), &format!("{n} times -{value}"));
            }
        }
    }
}

/// A subgroup of one among those of two: the pooled spread is the root of a quotient of sums, which can
/// differ from them.
#[test]
fn subgroups_of_one_spread_never_signal() {
    for gap in (1..300).map(|tenths| f64::from(tenths) / 10.0) {
        let two = Point::subgroup(&[0.0, gap]).expect("a subgroup");
        let one = Point::subgroup(&[gap]).expect("a subgroup");
        let points = [vec![two; 20], vec![one; 3]].concat();
        let chart = Analysis::new(ChartKind::S, &points, &[], &ChartSettings::default()).expect("a chart");
        let phase = &chart.phases()[0];
        assert!(phase.is_flat() && phase.runs().useful() == 0 && !phase.has_run_signal(), "{phase:?}");
    }
}
