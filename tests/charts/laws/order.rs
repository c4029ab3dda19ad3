//! The order of the measurements of a series in the draft.

use kvalitetsmodel::chart::{ChartKind, ChartSettings};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::PartialDate;
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::series::{Exclusion, MeasurementSeries, Phase};
use proptest::prelude::*;

use super::holds;

fn id(n: usize) -> Id<Measurement> {
    Id::from_u128(n as u128)
}

/// Up to six years of months with shares, some of them missing, with phases and exclusions.
fn series() -> impl Strategy<Value = MeasurementSeries> {
    let observed =
        proptest::option::weighted(0.9, (0..=20_u64).prop_map(|phase| Observed::of_share(phase, 20)));
    let excluded = proptest::collection::vec(0..72_usize, 0..4);
    let phases = proptest::collection::btree_set(0..72_u8, 0..3);
    (proptest::collection::vec(observed, 0..72), excluded, phases).prop_map(|(found, excluded, phases)| {
        let month =
            |n: usize| PartialDate::of_month(2019 + (n / 12) as i32, 1 + (n % 12) as u32).expect("a month");
        let measurement = |(n, observed)| Measurement {
            period: Some(month(n).into()),
            observed,
            ..Measurement::new(id(n))
        };
        let exclusion = |n| Exclusion { measurement: id(n), reason: None };
        let day = |n: u8| month(usize::from(n)).first_day();
        let phase = |n| Phase { from: Some(day(n)), ..Phase::default() };
        MeasurementSeries {
            interval: Some(Interval::Month),
            measurements: found.into_iter().enumerate().map(measurement).collect(),
            exclusions: excluded.into_iter().map(exclusion).collect(),
            phases: phases.into_iter().map(phase).collect(),
            ..MeasurementSeries::new(Id::from_u128(1), Direction::AtLeast)
        }
    })
}

#[test]
fn the_order_in_the_draft_does_not_matter() {
    let law = series().prop_flat_map(|series| {
        let measurements = Just(series.measurements.clone()).prop_shuffle();
        let phases = Just(series.phases.clone()).prop_shuffle();
        (Just(series), measurements, phases)
    });
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::MovingRange, ChartKind::P, ChartKind::UPrime] {
        holds(64, &law, |(series, measurements, phases)| {
            let mut shuffled = MeasurementSeries { measurements, phases, ..series.clone() };
            shuffled.exclusions.reverse();
            let settings = ChartSettings::default();
            let (one, other) = (series.chart_with(kind, settings), shuffled.chart_with(kind, settings));
            let (one, other) = (one.expect("a chart"), other.expect("a chart"));
            prop_assert_eq!(&one, &other);
            let by_time = shuffled.by_time().expect("an order");
            let ids: Vec<_> = by_time.iter().map(|measurement| measurement.id).collect();
            prop_assert_eq!(ids, (0..series.measurements.len()).map(id).collect::<Vec<_>>());
            Ok(())
        });
    }
}
