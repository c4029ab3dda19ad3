//! What charts cost, compared with a peer if there is one:
//! `cargo bench --manifest-path benches/Cargo.toml --bench series`.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::expect_used,
    reason = "a benchmark makes its own figures"
)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::chart::reference::{Analysis, Point, lines as chart_lines};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Lines, RunChart, Scratch};

/// Numbers between 0 and 1 from a seed (xorshift64).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Nearly normal around 50 with a standard deviation of 6, to two decimals.
    fn figure(&mut self) -> f64 {
        let sum: f64 = (0..12).map(|_| self.next()).sum();
        ((50.0 + 6.0 * (sum - 6.0)) * 100.0).round() / 100.0
    }

    fn share(&mut self) -> Point {
        let whole = (20.0 + 40.0 * self.next()).floor();
        let part = (0..whole as usize).filter(|_| self.next() < 0.3).count();
        Point::ratio(part as f64, whole).expect("a share")
    }
}

/// As many series as the references are timed on.
const SIZES: [(u32, usize); 2] = [(10_000, 24), (1_000, 120)];

fn run_charts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("run chart, all results");
    for (count, points) in SIZES {
        let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
        let all: Vec<Vec<f64>> = (0..count).map(|_| (0..points).map(|_| noise.figure()).collect()).collect();
        let mut scratch = Scratch::default();
        group.throughput(Throughput::Elements(count.into()));
        group.bench_function(format!("{points} points"), |bencher| {
            bencher.iter(|| {
                for series in &all {
                    black_box(RunChart::of(black_box(series), &mut scratch)).expect("finite");
                }
            });
        });
    }
    group.finish();
}

fn shares(criterion: &mut Criterion) {
    let settings = ChartSettings::default();
    for (count, points) in SIZES {
        let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
        let all: Vec<Vec<Point>> = (0..count).map(|_| (0..points).map(|_| noise.share()).collect()).collect();
        let mut group = criterion.benchmark_group("P chart");
        group.throughput(Throughput::Elements(count.into()));
        let mut lines: Vec<Lines> = Vec::new();
        group.bench_function(format!("limits, {points} points"), |bencher| {
            bencher.iter(|| {
                for series in &all {
                    chart_lines(ChartKind::P, black_box(series), &[], &settings, &mut lines).expect("shares");
                    black_box(&lines);
                }
            });
        });
        let mut chart = Analysis::empty(ChartKind::P);
        group.bench_function(format!("whole chart, {points} points"), |bencher| {
            bencher.iter(|| {
                for series in &all {
                    chart.redo(ChartKind::P, black_box(series), &[], &settings).expect("shares");
                    black_box(&chart);
                }
            });
        });
        group.finish();
    }
}

/// The peer, on the same machine in the same run, if a Python with numpy is named.
fn peer(_: &mut Criterion) {
    let Some(python) = std::env::var_os("KVALITETSMODEL_PYTHON") else {
        println!("skipped: KVALITETSMODEL_PYTHON names no Python with numpy to run the peer");
        return;
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/run_charts.py");
    let status = std::process::Command::new(python).arg(script).status().expect("the peer runs");
    assert!(status.success(), "the peer fails");
}

criterion_group!(benches, run_charts, peer, shares);
criterion_main!(benches);
