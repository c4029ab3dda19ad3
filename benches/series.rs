//! What charts cost: `cargo bench --bench series`.
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::series::{RunChart, Scratch};

fn noise(k: usize, n: usize) -> Vec<Vec<f64>> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from((state >> 32) as u32) / f64::from(u32::MAX)
    };
    (0..k)
        .map(|_| {
            (0..n)
                .map(|_| {
                    let s: f64 = (0..12).map(|_| next()).sum();
                    ((50.0 + 6.0 * (s - 6.0)) * 100.0).round() / 100.0
                })
                .collect()
        })
        .collect()
}

fn run(c: &mut Criterion) {
    for (k, n) in [(10_000, 24), (1_000, 120)] {
        let all = noise(k, n);
        let mut scratch = Scratch::default();
        let mut g = c.benchmark_group("run");
        g.throughput(Throughput::Elements(k as u64));
        g.bench_function(format!("{n}"), |b| {
            b.iter(|| {
                for s in &all {
                    black_box(RunChart::of(black_box(s), &mut scratch)).ok();
                }
            });
        });
    }
}
criterion_group!(benches, run);
criterion_main!(benches);
