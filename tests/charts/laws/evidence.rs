//! The evidence for a change is not lost when proposals are followed.

use std::cell::Cell;

use kvalitetsmodel::chart::{Chart, ChartData, ChartKind, Evidence, EvidenceGrade, LevelChange, Number};
use kvalitetsmodel::figure::{Direction, Unit};
use proptest::prelude::*;

use super::holds;

/// The same chart with every phase that is proposed.
fn with_proposals(chart: &Chart) -> Option<Chart> {
    let mut places: Vec<usize> = chart.proposed_phases().iter().map(|proposal| proposal.point).collect();
    if places.is_empty() {
        return None;
    }
    let mut data = chart.data().clone();
    places.retain(|place| data.phases.iter().all(|phase| phase.first != *place));
    for place in places {
        data = data.with_phase_from(place);
    }
    data.phases.sort_by_key(|phase| phase.first);
    Some(data.chart(chart.kind()).expect("the same figures"))
}

#[test]
fn to_begin_a_proposed_phase_never_lowers_the_grade() {
    // Levels of 8 to 20 points each, with noise around them.
    let level = (0..12_u32, proptest::collection::vec(0..4_u32, 8..20));
    let levels = proptest::collection::vec(level, 1..7);
    let known = proptest::option::weighted(0.3, 0..14_i32);
    let law = (levels, known, proptest::option::weighted(0.3, 1..30_usize));
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::C, ChartKind::MovingRange] {
        let followed = Cell::new(0);
        holds(300, &law, |(levels, centre, baseline)| {
            let figures = levels.iter().flat_map(|(level, noise)| noise.iter().map(move |n| level + n));
            let mut data = ChartData::values(Direction::AtLeast, Unit::Count, figures);
            data = data.with_phase_from(0);
            data.phases[0].centre = centre.map(Number::from);
            data.phases[0].baseline = baseline;
            let mut chart = data.chart(kind).expect("a chart");
            let mut before = chart.evidence();
            while let Some(next) = with_proposals(&chart) {
                followed.set(followed.get() + 1);
                let after = next.evidence();
                prop_assert!(after.grade >= before.grade, "{:?}, then {:?}", before, after);
                (chart, before) = (next, after);
            }
            prop_assert!(before.change.is_none() || before.grade == EvidenceGrade::RunChartSignal);
            Ok(())
        });
        assert!(
            followed.get() > 100 || kind == ChartKind::MovingRange,
            "{kind}: {} followed",
            followed.get()
        );
    }
}

fn evidence(direction: Direction, counts: &[u64], kind: ChartKind) -> Evidence {
    let data = ChartData::counts(direction, counts.iter().copied());
    data.chart(kind).expect("a chart").evidence()
}

const LOW: [u64; 12] = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8];

#[test]
fn the_grade_says_how_well_a_change_is_shown_and_the_direction_which_way() {
    use Direction::{AtLeast, AtMost};
    use LevelChange::{Deterioration, Improvement};
    let high = LOW.map(|count| count + 6);
    let up = [LOW, high].concat();
    let back = [LOW, high, LOW].concat();
    for (direction, counts, change) in [
        (AtLeast, &up, Improvement),
        (AtMost, &up, Deterioration),
        // The last move counts.
        (AtLeast, &back, Deterioration),
        (AtMost, &back, Improvement),
    ] {
        for kind in [ChartKind::Run, ChartKind::I, ChartKind::C] {
            let Evidence { grade, change: found, .. } = evidence(direction, counts, kind);
            assert_eq!((grade, found), (EvidenceGrade::RunChartSignal, Some(change)), "{kind} {counts:?}");
        }
    }
    let grade = |counts: &[u64]| evidence(AtLeast, counts, ChartKind::Run).grade;
    assert_eq!(grade(&[]), EvidenceGrade::NoComparison);
    assert_eq!(grade(&[1]), EvidenceGrade::NoComparison);
    assert_eq!(grade(&[1, 20]), EvidenceGrade::TwoCounts);
    assert_eq!(grade(&LOW), EvidenceGrade::SeveralPoints);
    assert_eq!(evidence(AtLeast, &LOW, ChartKind::Run).change, None);
    // Only few crossings: from the first half to the second.
    let few = evidence(AtMost, &[1, 1, 1, 1, 1, 2, 2, 2, 2, 2], ChartKind::Run);
    assert_eq!((few.grade, few.change), (EvidenceGrade::RunChartSignal, Some(Deterioration)));
    // How much figures vary is neither better nor worse.
    assert_eq!(evidence(AtMost, &up, ChartKind::MovingRange).change, None);
}

#[test]
fn phases_are_taken_together_up_to_a_number() {
    // The first two phases differ; those after them, each of one point on the second level, add nothing.
    let signal_after = |more: usize| {
        let counts: Vec<u64> = [LOW.to_vec(), LOW.map(|count| count + 6).to_vec(), vec![16; more]].concat();
        let mut data = ChartData::counts(Direction::AtLeast, counts).with_phase_from(12);
        for n in 0..more {
            data = data.with_phase_from(24 + n);
        }
        data.chart(ChartKind::Run).expect("a chart").evidence().grade == EvidenceGrade::RunChartSignal
    };
    assert!(signal_after(0) && signal_after(Evidence::PHASES - 2));
    assert!(!signal_after(Evidence::PHASES - 1));
}
