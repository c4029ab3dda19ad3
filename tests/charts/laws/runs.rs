//! Runs compared with a count that looks at one point after the other.

use kvalitetsmodel::chart::{Run, RunLimits, Runs, Side};
use proptest::prelude::*;

use super::holds;

/// Every run of the useful points, in order.
fn grouped(centre: f64, values: &[f64]) -> Vec<Run> {
    let sides = values.iter().enumerate().filter_map(|(n, value)| match value.partial_cmp(&centre)? {
        std::cmp::Ordering::Greater => Some((n, Side::Above)),
        std::cmp::Ordering::Less => Some((n, Side::Below)),
        std::cmp::Ordering::Equal => None,
    });
    let mut runs: Vec<Run> = Vec::new();
    for (n, side) in sides {
        match runs.last_mut() {
            Some(run) if run.side == side => *run = Run { last: n, length: run.length + 1, ..*run },
            _ => runs.push(Run { first: n, last: n, length: 1, side }),
        }
    }
    runs
}

fn assert_counted(centre: f64, values: &[f64]) -> Result<(), TestCaseError> {
    let runs = Runs::around(centre, values);
    let expected = grouped(centre, values);
    let useful = expected.iter().map(|run| run.length).sum();
    let limits = RunLimits::of(useful);
    let length = expected.iter().map(|run| run.length).max();
    let longest = expected.iter().find(|run| Some(run.length) == length).copied();
    prop_assert_eq!(runs.observations(), values.len());
    prop_assert_eq!(runs.useful(), useful);
    prop_assert_eq!(runs.crossings(), expected.len().checked_sub(1));
    prop_assert_eq!(runs.longest_run(), longest);
    prop_assert_eq!(runs.longest_run_max(), limits.map(|limits| limits.longest_run_max));
    prop_assert_eq!(runs.crossings_min(), limits.map(|limits| limits.crossings_min));
    let long = limits.is_some_and(|limits| length > Some(limits.longest_run_max));
    let few = limits.is_some_and(|limits| expected.len() - 1 < limits.crossings_min);
    prop_assert_eq!(runs.has_long_run(), long);
    prop_assert_eq!(runs.has_few_crossings(), few);
    prop_assert_eq!(runs.has_signal(), long || few);
    Ok(())
}

/// Usually the two sides and the line, sometimes what is no number at all.
fn value(ties: u32) -> impl Strategy<Value = f64> {
    prop_oneof![
        10 => Just(1.0),
        10 => Just(-1.0),
        ties => Just(0.0),
        1 => Just(-0.0),
        1 => any::<f64>(),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(f64::NEG_INFINITY),
        1 => Just(f64::from_bits(1)),
    ]
}

/// Stretches of one value, so that some runs are longer than a word of 64 points.
fn stretches() -> impl Strategy<Value = Vec<f64>> {
    let stretch = (value(8), prop_oneof![4 => 1..4_usize, 2 => 1..90_usize, 1 => 60..140_usize]);
    proptest::collection::vec(stretch, 0..12).prop_map(|stretches| {
        stretches.into_iter().flat_map(|(value, times)| std::iter::repeat_n(value, times)).collect()
    })
}

#[test]
fn runs_are_those_of_a_count_point_by_point() {
    let centre =
        prop_oneof![6 => Just(0.0), 1 => any::<f64>(), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)];
    let values = prop_oneof![
        stretches(),
        (0..60_u32).prop_flat_map(|ties| proptest::collection::vec(value(ties + 1), 0..300))
    ];
    holds(3_000, &(centre, values), |(centre, values)| assert_counted(centre, &values));
}

/// Every way in which up to nine points can be above, on and below the line, across the end of a word.
#[test]
fn runs_are_right_across_the_end_of_a_word() {
    for lead in [0_usize, 55, 60, 63, 64, 124, 127, 128] {
        for pattern in 0..3_u32.pow(9) {
            let nine = (0..9).map(|place| [0.0, 1.0, -1.0][(pattern / 3_u32.pow(place) % 3) as usize]);
            let values: Vec<f64> = std::iter::repeat_n(0.0, lead).chain(nine).collect();
            assert_counted(0.0, &values).unwrap_or_else(|broken| panic!("{lead}, {pattern}: {broken}"));
            if lead == 60 {
                let below: Vec<f64> = values.iter().map(|value| value - 1.0).collect();
                assert_counted(0.0, &below).unwrap_or_else(|broken| panic!("{pattern}: {broken}"));
            }
        }
    }
}
