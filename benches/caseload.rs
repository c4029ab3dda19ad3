//! A caseload read from lines, one citizen a line: what ageing and counting cost compared with reading.
//!
//! 100,000 citizens, each with none to four sub-goals. They are read and counted in portions of 50, since a service counts
//! each when it has just been read, and timing each one would cost more than the counting; each portion is timed
//! twice, for reading and for counting. Counting must cost at most a twentieth of reading. `docs/performance.md` has the
//! figures.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark may fail loudly"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kvalitetsmodel::date::PartialDate;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::goal::{
    Citizen, CitizenInvolvement, Goal, GoalEvaluation, GoalKind, GoalResult, GoalStatus, ProcessCount,
    SubGoal,
};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel_benches::asked;

const PORTION: usize = 50;

fn citizens() -> u32 {
    if asked("--quick") { 10_000 } else { 100_000 }
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 15).expect("a day")
}

/// A day up to half a year before or after the day of counting.
fn around(n: u32) -> Option<PartialDate> {
    let day = as_of() - Days::new(180) + Days::new(u64::from(n % 360));
    PartialDate::of_day(day).ok()
}

fn sub_goal(n: u32, goal: Id<Goal>) -> SubGoal {
    let is_closed = n.is_multiple_of(3);
    let evaluation =
        GoalEvaluation { on: around(n * 7), result: Some(GoalResult::PartlyReached), ..Default::default() };
    SubGoal {
        goal: Some(goal),
        text: Some("Går til træning to gange om ugen sammen med en medarbejder".into()),
        kind: Some(GoalKind::Maintain),
        indicator: Some("antal gange om ugen".into()),
        set_on: PartialDate::of_month(2023, 10),
        evaluate_by: around(n * 13),
        ends_on: around(n * 13 + 30).filter(|_| !n.is_multiple_of(17)),
        citizen: Some(CitizenInvolvement::Involved { how: Some("samtale".into()) }),
        status: Some(if is_closed { GoalStatus::Reached } else { GoalStatus::Open }),
        closed_on: is_closed.then(|| PartialDate::of_month(2023, 12)).flatten(),
        evaluations: n.is_multiple_of(2).then_some(evaluation).into_iter().collect(),
        ..SubGoal::new(Id::from_u128(u128::from(n) << 8 | 3))
    }
}

/// The lines, one citizen each.
fn text() -> String {
    let line = |n: u32| {
        let goal = Id::from_u128(u128::from(n) << 8 | 2);
        let citizen = Citizen {
            goals: vec![Goal { text: Some("Bevare den fysiske funktion".into()), ..Goal::new(goal) }],
            sub_goals: (0..n % 5).map(|nth| sub_goal(n * 5 + nth, goal)).collect(),
            ..Citizen::new(Id::from_u128(u128::from(n) << 8 | 1))
        };
        json::write_line(&Document::draft(Id::from_u128(u128::from(n)), citizen)).expect("JSON")
    };
    (1..=citizens()).map(line).collect()
}

fn read(lines: &str) -> Vec<Document> {
    json::lines(lines).map(|(_, read)| read.expect("a document")).collect()
}

/// Ages and counts what was read.
fn count(documents: &[Document]) -> ProcessCount {
    let mut count = ProcessCount::default();
    for document in documents {
        let Content::Citizen(citizen) = document.content() else { panic!("a citizen") };
        count.add(citizen, as_of());
    }
    count
}

/// Reads and counts all portions. Returns the count, and what each took.
fn in_portions(portions: &[String]) -> (ProcessCount, Duration, Duration) {
    let (mut all, mut reading, mut counting) = (ProcessCount::default(), Duration::ZERO, Duration::ZERO);
    for portion in portions {
        let start = Instant::now();
        let documents = read(black_box(portion));
        reading += start.elapsed();
        let start = Instant::now();
        all = all.plus(&count(black_box(&documents)));
        counting += start.elapsed();
    }
    (all, reading, counting)
}

fn caseload(criterion: &mut Criterion) {
    let text = text();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let portions: Vec<String> = lines.chunks(PORTION).map(<[&str]>::concat).collect();
    let mut group = criterion.benchmark_group("caseload");
    group.throughput(Throughput::Elements(u64::from(citizens()))).sample_size(10);
    let mut all = Vec::new();
    for (name, is_counting) in [("read", false), ("count", true)] {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| {
                let mut taken = Duration::ZERO;
                for _ in 0..rounds {
                    let (counted, reading, counting) = in_portions(&portions);
                    assert_eq!(counted.citizens, u64::from(citizens()));
                    all.push(counting.as_secs_f64() / reading.as_secs_f64());
                    taken += if is_counting { counting } else { reading };
                }
                taken
            });
        });
    }
    group.finish();
    all.sort_by(f64::total_cmp);
    let median = all.get(all.len() / 2).copied().unwrap_or_default();
    println!("\ncounting as a share of reading, the median of {} rounds: {:.2} %", all.len(), median * 100.0);
    if asked("--bench") {
        assert!(median <= 0.05, "counting costs more than a twentieth of reading");
    }
}

criterion_group!(benches, caseload);
criterion_main!(benches);
