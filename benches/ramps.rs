//! PDSA cycles linked into ramps: what finding the ramps, counting fidelity and checking cost for each cycle.
//!
//! 100,000 cycles with random ids, in ramps of 1 to 20 that are linked by one side or by both: in one community, and in a
//! hundred communities of 1,000 that are processed one after the other. In the order of time, as in most documents, and
//! in none; without findings, and with three findings for each cycle. In the order of time a cycle among 100,000 should
//! cost at most twice what one among 1,000 costs. The third figure is for the same 1,000 cycles again and again: they
//! stay in the caches, and the processor learns them by heart, which no service sees. The fastest round counts, since
//! other work on the machine only adds.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may fail loudly"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::aim::{Aim, Measure};
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::{Act, ActDecision, CarriedOut, Fidelity, PdsaCycle, Plan, Ramp, Study};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::{Context, check};
use kvalitetsmodel_benches::asked;

/// How many cycles a small community has.
const SMALL: u64 = 1_000;

/// How many small communities have as many cycles as the large one.
fn small_ones() -> u64 {
    if asked("--quick") { 10 } else { 100 }
}

/// Where memory is slow or shared, a cycle among many takes up to five times as long; if all were compared with all, it
/// would take a hundred times as long.
const LIMIT: f64 = 10.0;

/// How many ramps are under way at a time.
const LANES: u64 = 10;

const AIM: Id<Aim> = Id::from_u128(2);
const MEASURE: Id<Measure> = Id::from_u128(3);

/// A random id, like a UUID of version 4.
fn id(n: u64) -> Id<PdsaCycle> {
    let half = |n: u64| {
        let n = (n ^ n >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let n = (n ^ n >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        u128::from(n ^ n >> 31)
    };
    let step = 0x9e37_79b9_7f4a_7c15_u64;
    Id::from_u128(half((2 * n + 1).wrapping_mul(step)) << 64 | half((2 * n + 2).wrapping_mul(step)))
}

/// The cycles in the order of time: ten ramps are under way at a time, and each is followed by another one. Those of
/// each community have ids of their own.
fn cycles(community: u64, count: u64) -> Vec<PdsaCycle> {
    let of_lane = count / LANES;
    let id = |n: u64| id(community * count + n);
    let cycle = |n: u64| {
        let is_first = n.is_multiple_of(of_lane) || n.is_multiple_of(1 + n / 20 % 20);
        let is_last = (n + 1).is_multiple_of(of_lane) || (n + 1).is_multiple_of(1 + (n + 1) / 20 % 20);
        let decision = if is_last { ActDecision::Adopt } else { ActDecision::Adapt };
        PdsaCycle {
            aim: Some(AIM),
            measures: [MEASURE].into(),
            change: Some("tjekliste".into()),
            scale: Some(1 + n % 20),
            plan: Some(Plan { prediction: Some("otte af ti".into()), ..Plan::default() }),
            carried_out: Some(CarriedOut { observations: Some("syv".into()), ..CarriedOut::default() }),
            study: Some(Study {
                comparison: Some("færre".into()),
                learned: Some("tid".into()),
                ..Study::default()
            }),
            act: Some(Act { decision: Some(decision), ..Act::default() }),
            previous: (!is_first && !n.is_multiple_of(3)).then(|| id(n - 1)),
            next: (!is_last && n % 3 != 1).then(|| id(n + 1)),
            ..PdsaCycle::new(id(n))
        }
    };
    (0..count).map(|n| cycle(n % LANES * of_lane + n / LANES)).collect()
}

/// The cycles in no order: each is read from another place in memory than the one before.
fn shuffled(mut cycles: Vec<PdsaCycle>) -> Vec<PdsaCycle> {
    cycles.sort_by_key(|cycle| cycle.id);
    cycles
}

fn community(cycles: Vec<PdsaCycle>) -> ImprovementCommunity {
    let (aims, measures) = ([Aim::new(AIM)].into(), [Measure::new(MEASURE)].into());
    ImprovementCommunity { aims, measures, cycles, ..ImprovementCommunity::new(Id::from_u128(1)) }
}

/// Neither what a cycle is for nor what was decided is stated: three findings a cycle.
fn with_gaps(community: &ImprovementCommunity) -> ImprovementCommunity {
    let mut community = community.clone();
    for cycle in &mut community.cycles {
        cycle.aim = None;
        cycle.act = Some(Act::default());
    }
    community
}

fn ramps(criterion: &mut Criterion) {
    type Order = fn(Vec<PdsaCycle>) -> Vec<PdsaCycle>;
    type Work = fn(&ImprovementCommunity, &Context);
    let find: Work = |community, _| drop(black_box(Ramp::find(&community.cycles)));
    let count: Work = |community, _| {
        black_box(Fidelity::of(&community.cycles, &[], &[]));
    };
    let check: Work = |community, context| drop(black_box(check(community, context)));
    let context = Context::new("2024-04-01".parse().expect("a day"));
    let mut group = criterion.benchmark_group("ramps");
    group.sample_size(10);
    let orders: [(&str, Order); 2] = [("in time", |cycles| cycles), ("shuffled", shuffled)];
    for (order, arrange) in orders {
        let large = vec![community(arrange(cycles(0, SMALL * small_ones())))];
        let small: Vec<_> = (1..=small_ones()).map(|n| community(arrange(cycles(n, SMALL)))).collect();
        let again = vec![small[0].clone()];
        let clean = [again, small, large];
        let gaps = clean.each_ref().map(|some| some.iter().map(with_gaps).collect());
        let works = [
            ("find", find, &clean),
            ("count", count, &clean),
            ("check", check, &clean),
            ("check, with gaps", check, &gaps),
        ];
        for (name, work, sizes) in works {
            let per_cycle = ["again", "small", "large"].iter().zip(sizes).map(|(size, communities)| {
                let cycles: usize = communities.iter().map(|one| one.cycles.len()).sum();
                let cycles = u32::try_from(cycles).expect("few");
                group.throughput(Throughput::Elements(cycles.into()));
                let mut fastest = Duration::MAX;
                group.bench_function(format!("{name}/{order}/{size}"), |bencher| {
                    bencher.iter_custom(|rounds| {
                        let start = Instant::now();
                        for _ in 0..rounds {
                            let begun = Instant::now();
                            for community in communities {
                                work(community, &context);
                            }
                            fastest = fastest.min(begun.elapsed());
                        }
                        start.elapsed()
                    });
                });
                fastest.as_secs_f64() * 1e9 / f64::from(cycles)
            });
            let per_cycle: Vec<f64> = per_cycle.collect();
            let times = per_cycle[2] / per_cycle[1];
            println!(
                "{name}, {order}: {:.0} ns a cycle among {SMALL} and {:.0} among {}, {times:.2} times; {:.0} in the caches",
                per_cycle[1],
                per_cycle[2],
                SMALL * small_ones(),
                per_cycle[0]
            );
            if asked("--bench") {
                assert!(
                    times <= LIMIT,
                    "{name}, {order}: the cost of a cycle grows with the number of cycles"
                );
            }
        }
    }
    group.finish();
}

criterion_group!(benches, ramps);
criterion_main!(benches);
