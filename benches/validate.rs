//! Reading agreements in three ways, and checking and proving them: 1, 100 and 10,000 of the real size.
//!
//! `signed` is the agreement of Roskildehjemmet as it is, with everything odd in it; `mended` is the
//! same with every gap filled, so that nothing is found. Each copy has ids of its own.
//!
//! The peer is `read: twin`: plainly derived records and choices that are never changed
//! (`benches/src/twin.rs`), read from the same text. `read: serde_json` is `serde_json::from_str`,
//! `read: read_draft` is `json::read_draft`.
//!
//! All but `check held` go through the documents as a service does: read one, process it, drop it, next; only
//! the step in question is timed. `check held` checks drafts that were all read before and are kept in
//! memory. At the end a table has all of it once more, document by document and in turn, so that
//! a busy machine slows all of them down equally: its ratios are the ones to quote. `docs/performance.md`
//! has the figures.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::result_large_err,
    reason = "a benchmark may fail loudly, and a draft refused is dropped at once"
)]

#[path = "../tests/common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::{Context, Draft as _, check, json};
use kvalitetsmodel_benches::{asked, twin};

/// A quick run leaves out the last one.
const AMOUNTS: [usize; 3] = [1, 100, 10_000];

fn amounts() -> impl Iterator<Item = usize> {
    AMOUNTS.into_iter().take(if asked("--quick") { 2 } else { AMOUNTS.len() })
}

/// What is timed, under the name that it has in the report.
const STEPS: [(&str, Step); 5] = [
    ("read: twin", |text, _, taken| drop(timed(taken, || read_twin(black_box(text))))),
    ("read: serde_json", |text, _, taken| drop(timed(taken, || read(black_box(text))))),
    ("read: read_draft", |text, _, taken| drop(timed(taken, || read_draft(black_box(text))))),
    ("check", |text, context, taken| {
        let draft = read(text);
        timed(taken, || check(black_box(&draft), context));
    }),
    ("validate", |text, context, taken| {
        let draft = read(text);
        drop(timed(taken, || black_box(draft).validate(context)));
    }),
];

/// Goes through one document, and adds to the time taken.
type Step = fn(&str, &Context, &mut Duration);

fn copies(agreement: &DevelopmentAgreement, amount: usize) -> Vec<String> {
    let text = serde_json::to_string(agreement).expect("JSON");
    (0..amount).map(|n| text.replace("-0000-4000-8000-", &format!("-{n:04x}-4000-8000-"))).collect()
}

fn read(text: &str) -> DevelopmentAgreement {
    serde_json::from_str(text).expect("a draft")
}

fn read_draft(text: &str) -> DevelopmentAgreement {
    json::read_draft(text).expect("a draft")
}

fn read_twin(text: &str) -> twin::DevelopmentAgreement {
    serde_json::from_str(text).expect("a twin")
}

/// All readers read the same from a text, and read all of it.
fn assert_alike(text: &str) {
    let whole: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let written = [
        serde_json::to_value(read_twin(text)),
        serde_json::to_value(read(text)),
        serde_json::to_value(read_draft(text)),
    ];
    for written in written {
        assert_eq!(written.expect("JSON"), whole);
    }
}

/// Times only `work`, not what comes before and after it.
fn timed<T>(taken: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = black_box(work());
    *taken += start.elapsed();
    result
}

fn ninth_of_january() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

fn samples() -> [(&'static str, DevelopmentAgreement); 2] {
    [("signed", roskildehjemmet::signed()), ("mended", roskildehjemmet::mended())]
}

fn agreements(criterion: &mut Criterion) {
    let context = &ninth_of_january();
    for (name, agreement) in samples() {
        let mut group = criterion.benchmark_group(name);
        for amount in amounts() {
            group.throughput(Throughput::Elements(amount.try_into().expect("a number")));
            group.sample_size(if amount > 1_000 { 10 } else { 50 });
            let texts = &copies(&agreement, amount);
            texts.first().into_iter().for_each(|text| assert_alike(text));

            for (step, work) in STEPS {
                group.bench_function(BenchmarkId::new(step, amount), |bencher| {
                    bencher.iter_custom(|rounds| {
                        let mut taken = Duration::ZERO;
                        for _ in 0..rounds {
                            for text in texts {
                                work(text, context, &mut taken);
                            }
                        }
                        taken
                    });
                });
            }
            let drafts: Vec<_> = texts.iter().map(|text| read(text)).collect();
            group.bench_function(BenchmarkId::new("check held", amount), |bencher| {
                bencher.iter(|| {
                    for draft in &drafts {
                        black_box(check(black_box(draft), context));
                    }
                });
            });
        }
        group.finish();
    }
}

/// The median of each step, taken in turn for each document, and that of the twin.
fn in_turn(_: &mut Criterion) {
    if !asked("--bench") {
        return;
    }
    let documents = if asked("--quick") { 100 } else { 10_000 };
    let context = &ninth_of_january();
    println!("\nin turn, median of {documents} documents in µs, and how many times the twin");
    for (name, agreement) in samples() {
        for amount in amounts() {
            let texts = copies(&agreement, amount);
            let mut taken = STEPS.map(|_| Vec::with_capacity(documents));
            for (n, text) in texts.iter().cycle().take(documents).enumerate() {
                // What ran before leaves traces in the caches: each step follows each other step equally often.
                let (first, stride) = (n % STEPS.len(), 1 + n / STEPS.len() % (STEPS.len() - 1));
                let order = (0..STEPS.len()).map(|place| (first + place * stride) % STEPS.len());
                for step in order {
                    let mut time = Duration::ZERO;
                    STEPS[step].1(text, context, &mut time);
                    taken[step].push(time);
                }
            }
            let medians = taken.map(|mut times| {
                times.sort_unstable();
                times[documents / 2].as_secs_f64() * 1e6
            });
            for ((step, _), median) in STEPS.iter().zip(medians) {
                let ratio = median / medians[0];
                println!("{name:<8} {amount:>6}  {step:<18} {median:>8.2}  {ratio:>5.2}");
            }
        }
    }
}

criterion_group!(benches, agreements, in_turn);
criterion_main!(benches);
