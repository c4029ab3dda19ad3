//! What a chart costs: no allocation in reused memory, and ten million points.

use allocation_counter::measure;
use kvalitetsmodel::chart::reference::{Analysis, Phase, Point, lines as chart_lines};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, RunChart, RunLimits, Scratch};

/// Figures that repeat only after 2^64 of them.
fn figures(count: usize) -> impl Iterator<Item = u32> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    (0..count).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 44) as u32
    })
}

fn shares(count: usize) -> Vec<Point> {
    let ratio = |figure: u32| Point::ratio(f64::from(figure % 1000), 1000.0 + f64::from(figure % 7));
    figures(count).map(|figure| ratio(figure).expect("a ratio")).collect()
}

/// How often `work` allocates the second time.
fn again(mut work: impl FnMut()) -> u64 {
    work();
    measure(work).count_total
}

#[test]
fn used_memory_is_used_again() {
    let values: Vec<f64> = figures(500).map(f64::from).collect();
    let mut scratch = Scratch::default();
    assert!(measure(|| assert!(RunChart::of(&values, &mut scratch).is_ok())).count_total > 0);
    assert_eq!(again(|| assert!(RunChart::of(&values, &mut scratch).is_ok())), 0);
    assert_eq!(again(|| assert!(RunChart::of(&values[..24], &mut scratch).is_ok())), 0);

    let settings = ChartSettings::default();
    let phases = [Phase::from(0), Phase { baseline: Some(12), ..Phase::from(200) }];
    let shares = shares(500);
    let mut lines = Vec::new();
    assert_eq!(
        again(|| assert!(chart_lines(ChartKind::P, &shares, &phases, &settings, &mut lines).is_ok())),
        0
    );
    let single: Vec<Point> =
        values.iter().map(|value| Point::single(value + 1.0).expect("a figure")).collect();
    let subgroup = |value: &f64| Point::subgroup(&[*value, 1.0, 2.0]).expect("a subgroup");
    let subgroups: Vec<Point> = values.iter().map(subgroup).collect();
    for kind in ChartKind::ALL.iter().copied() {
        let points = match kind {
            ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime => &shares,
            ChartKind::Xbar | ChartKind::S => &subgroups,
            _ => &single,
        };
        let mut chart = Analysis::empty(kind);
        assert_eq!(again(|| assert!(chart.redo(kind, points, &phases, &settings).is_ok())), 0, "{kind:?}");
        assert_eq!(again(|| assert!(chart.redo(kind, &points[..24], &[], &settings).is_ok())), 0);
    }
    // Memory for long runs, too.
    let stepped: Vec<Point> = (0..200).map(|n| Point::single(f64::from(n / 50)).expect("a figure")).collect();
    let mut chart = Analysis::empty(ChartKind::Run);
    assert_eq!(again(|| assert!(chart.redo(ChartKind::Run, &stepped, &[], &settings).is_ok())), 0);
    assert_eq!(chart.long_runs_of(&chart.phases()[0]).len(), 2);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "ten million points take minutes without optimisation")]
fn ten_million_points() {
    for count in [1_000_000, 10_000_000_usize] {
        let values: Vec<f64> = figures(count).map(f64::from).collect();
        let mut scratch = Scratch::default();
        let limits = RunLimits::of(count).expect("not zero");

        let begun = std::time::Instant::now();
        let chart = RunChart::of(&values, &mut scratch).expect("finite");
        println!("run chart of {count} points: {:?}", begun.elapsed());
        assert_eq!(chart.runs.observations(), count);
        assert!(chart.runs.useful() > count - 100 && !chart.runs.has_signal(), "{chart:?}");
        // About half of the points cross the line.
        let crossings = chart.runs.crossings().expect("useful points");
        assert!(crossings > limits.crossings_min && crossings < count / 2 + count / 100, "{crossings}");

        let shares = shares(count);
        let begun = std::time::Instant::now();
        let chart = Analysis::new(ChartKind::P, &shares, &[], &ChartSettings::default()).expect("a chart");
        println!("P chart of {count} points: {:?}", begun.elapsed());
        let phase = &chart.phases()[0];
        assert_eq!((chart.points().len(), phase.figures()), (count, count));
        let centre = chart.points()[0].lines().centre().expect("a centre");
        assert!((0.49..0.51).contains(&centre) && !phase.has_run_signal());
        // Shares spread from 0 to 1 are beyond the limits of a thousand.
        assert!(phase.beyond_limits() > count / 2);
    }
}
