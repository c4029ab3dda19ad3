//! Reached and sustained: more points that meet the target never worsen the answer.

use kvalitetsmodel::chart::{AttainmentStatus, ChartData, ChartKind};
use kvalitetsmodel::figure::{Decimal, Direction};

use AttainmentStatus::{NotYet, Reached, Sustained};

fn status(counts: impl IntoIterator<Item = u64>, most: u32) -> AttainmentStatus {
    let data = ChartData::counts(Direction::AtMost, counts).with_target(Decimal::from(most));
    data.chart(ChartKind::Run).expect("a chart").attainment().status
}

/// A bit is a point; if it is set, the point meets the target.
fn of_pattern(pattern: u32) -> AttainmentStatus {
    status((0..12).map(|point| if pattern >> point & 1 == 1 { 4 } else { 6 }), 5)
}

#[test]
fn one_more_point_that_meets_the_target_never_lowers_the_status() {
    let all: Vec<AttainmentStatus> = (0..1 << 12).map(of_pattern).collect();
    for (pattern, status) in all.iter().enumerate() {
        for point in 0..12 {
            let more = &all[pattern | 1 << point];
            assert!(more >= status, "{pattern:012b} with point {point}: {status:?}, then {more:?}");
        }
        // What the words mean, counted again.
        let meets = |back: usize| pattern >> (11 - back) & 1;
        let at_least_half = |latest: usize| 2 * (0..latest).map(meets).sum::<usize>() >= latest;
        let expected = match meets(0) {
            0 => NotYet,
            _ if (1..=12).all(at_least_half) => Sustained,
            _ => Reached,
        };
        assert_eq!(*status, expected, "{pattern:012b}");
    }
    let count = |of: AttainmentStatus| all.iter().filter(|status| **status == of).count();
    // The half that misses last; the walks of twelve steps that never go below zero: 12 over 6 of them.
    assert_eq!((count(NotYet), count(Sustained)), (2048, 924));
}

#[test]
fn a_point_that_equals_the_target_meets_it() {
    for equal in 0..12 {
        let counts = |figure: u64| (0..12).map(move |n| if n == equal { figure } else { 4 });
        assert_eq!(status(counts(5), 5), status(counts(4), 5));
    }
    assert_eq!(status([0; 12], 0), Sustained);
    assert_eq!(status([0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 3, 2], 0), NotYet);
}

#[test]
fn a_long_run_on_the_better_side_counts_for_it() {
    assert_eq!(status([9, 9, 9, 9, 9, 9, 9, 9, 14, 9, 9, 9], 13), Sustained);
    assert_eq!(status([9, 14, 9, 14, 9, 14, 9, 14, 9, 14, 9, 14], 13), NotYet);
    assert_eq!(status([14, 9, 14, 9, 14, 9, 14, 9, 14, 9, 14, 9], 13), Sustained);
    // Eleven are not yet twelve, and what came before the twelve does not count.
    assert_eq!(status([9; 11], 13), Reached);
    assert_eq!(status([[14; 12], [9; 12]].concat(), 13), Sustained);
}
