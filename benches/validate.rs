//! Reading agreements beside checking and proving them: 1, 100 and 10,000 of the real size.
//!
//! `signed` is the agreement of Roskildehjemmet as it stands, with everything odd in it; `mended` is the
//! same with every gap filled, so that nothing is found. Each copy has ids of its own.
//!
//! `read`, `check` and `validate` go through the documents as a service does: read one, do it, drop it,
//! next; only the step in question is timed. `check held` checks drafts that were all read before and
//! lie in memory side by side. `docs/performance.md` has the figures.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    clippy::result_large_err,
    reason = "a benchmark may fail loudly, and a draft refused is dropped at once"
)]

#[path = "../tests/common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, check};

const AMOUNTS: [usize; 3] = [1, 100, 10_000];

fn copies(agreement: &DevelopmentAgreement, amount: usize) -> Vec<String> {
    let text = serde_json::to_string(agreement).expect("JSON");
    (0..amount).map(|n| text.replace("-0000-4000-8000-", &format!("-{n:04x}-4000-8000-"))).collect()
}

fn read(text: &str) -> DevelopmentAgreement {
    serde_json::from_str(text).expect("a draft")
}

/// Takes the time of `work` alone, not of what comes before and after it.
fn timed<T>(taken: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = black_box(work());
    *taken += start.elapsed();
    result
}

/// Goes through the texts one after the other; `each` adds to the time taken.
fn one_by_one<'t>(rounds: u64, texts: &'t [String], each: impl Fn(&'t str, &mut Duration)) -> Duration {
    let mut taken = Duration::ZERO;
    for _ in 0..rounds {
        for text in texts {
            each(text, &mut taken);
        }
    }
    taken
}

fn agreements(criterion: &mut Criterion) {
    let context = Context::new("2024-01-09".parse().expect("a day"));
    for (name, agreement) in [("signed", roskildehjemmet::signed()), ("mended", roskildehjemmet::mended())] {
        let mut group = criterion.benchmark_group(name);
        for amount in AMOUNTS {
            group.throughput(Throughput::Elements(amount.try_into().expect("a number")));
            group.sample_size(if amount > 1_000 { 10 } else { 50 });
            let texts = &copies(&agreement, amount);

            group.bench_function(BenchmarkId::new("read", amount), |bencher| {
                bencher.iter_custom(|rounds| {
                    one_by_one(rounds, texts, |text, taken| drop(timed(taken, || read(black_box(text)))))
                });
            });
            group.bench_function(BenchmarkId::new("check", amount), |bencher| {
                bencher.iter_custom(|rounds| {
                    one_by_one(rounds, texts, |text, taken| {
                        let draft = read(text);
                        timed(taken, || check(black_box(&draft), &context));
                    })
                });
            });
            group.bench_function(BenchmarkId::new("validate", amount), |bencher| {
                bencher.iter_custom(|rounds| {
                    one_by_one(rounds, texts, |text, taken| {
                        let (draft, context) = (read(text), context.clone());
                        drop(timed(taken, || black_box(draft).validate(context)));
                    })
                });
            });
            let drafts: Vec<_> = texts.iter().map(|text| read(text)).collect();
            group.bench_function(BenchmarkId::new("check held", amount), |bencher| {
                bencher.iter(|| {
                    for draft in &drafts {
                        black_box(check(black_box(draft), &context));
                    }
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, agreements);
criterion_main!(benches);
