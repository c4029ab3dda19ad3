//! How often chance alone gives a signal. The noise is the same each time.

use kvalitetsmodel::chart::{RunChart, RunLimits, Scratch};

struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from((self.0 >> 32) as u32) / f64::from(u32::MAX)
    }

    /// The sum of twelve is nearly normal.
    fn figure(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum()
    }

    /// In percent of that many series of `n` points.
    fn signals(&mut self, series: u32, n: usize) -> f64 {
        let mut scratch = Scratch::default();
        let mut values = vec![0.0; n];
        let mut signals = 0;
        for _ in 0..series {
            values.fill_with(|| self.figure());
            let chart = RunChart::of(&values, &mut scratch).expect("finite");
            signals += u32::from(chart.runs.has_signal());
        }
        100.0 * f64::from(signals) / f64::from(series)
    }
}

/// In how many ways that many points make runs of at most `longest`, by number of runs.
fn ways(points: usize, longest: usize) -> Vec<f64> {
    let mut by_runs = Vec::new();
    let mut ways = vec![0.0; points + 1];
    ways[0] = 1.0;
    while by_runs.len() <= points {
        by_runs.push(ways[points]);
        let one_more = |all: usize| ways[all.saturating_sub(longest)..all].iter().sum();
        ways = (0..=points).map(one_more).collect();
    }
    by_runs
}

/// The same, in percent, from counting the ways in which as many points can be above the median as below it.
fn exact(n: usize) -> f64 {
    let half = n / 2;
    let limits = RunLimits::of(2 * half).expect("not zero");
    let on_one_side = ways(half, limits.longest_run_max);
    // Either side can begin.
    let silent = (limits.crossings_min + 1..=2 * half)
        .map(|runs| 2.0 * on_one_side[runs / 2] * on_one_side[runs.div_ceil(2)]);
    let all: f64 = (1..=half).map(|k| (half + k) as f64 / k as f64).product();
    100.0 * (1.0 - silent.sum::<f64>() / all)
}

#[test]
fn the_exact_share_of_false_signals() {
    // From fractions of whole numbers. No number of points up to 100 has more than 90 has.
    for (n, percent) in [(10, 0.79), (12, 1.30), (24, 3.06), (36, 4.25), (48, 3.88), (70, 6.06), (90, 7.65)] {
        assert!((exact(n) - percent).abs() < 0.005, "{n} points: {} %", exact(n));
        assert_eq!(exact(n).to_bits(), exact(n + 1).to_bits(), "one more is on the median");
    }
    assert!((10..=100).all(|n| exact(n) <= exact(90)));
}

#[test]
fn noise_seldom_gives_a_signal() {
    // The bands are around what the reference found in 2,000 series.
    for (n, band) in [(12, 0.3..=1.6), (24, 1.5..=4.5), (36, 2.6..=5.4), (48, 2.4..=5.0)] {
        let signals = Noise(0x9E37_79B9_7F4A_7C15).signals(4_000, n);
        assert!(band.contains(&signals), "{n} points: {signals} %");
    }
}

#[test]
fn noise_of_any_length_gives_as_many_signals_as_it_must() {
    for n in (10..=100).step_by(9) {
        let signals = Noise(0xD1B5_4A32_D192_ED03).signals(2_000, n);
        let exact = exact(n);
        let deviation = (exact * (100.0 - exact) / 2_000.0).sqrt();
        assert!((signals - exact).abs() < 4.0 * deviation, "{n} points: {signals} % and {exact} %");
    }
}
