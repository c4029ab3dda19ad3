//! Points for every kind of chart: missing and excluded ones among them, many ties, phases, and baselines that
//! end at awkward places.

use kvalitetsmodel::chart::reference::{Conventions, Phase, Point};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Order, Screening};
use proptest::prelude::*;

/// What a point is made of, on a grid of whole numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw {
    pub(crate) value: Option<u32>,
    /// The whole, the exposure, or how many are in a subgroup.
    pub(crate) size: u32,
    pub(crate) excluded: bool,
}

/// How a point is changed before it is charted: `scale · value + shift`, over `unit · size`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    pub(crate) shift: f64,
    pub(crate) scale: f64,
    pub(crate) unit: f64,
}

pub(crate) const AS_IT_IS: Change = Change { shift: 0.0, scale: 1.0, unit: 1.0 };

/// The kinds whose figures have no natural zero, so that they can be moved and turned.
pub(crate) const MOVABLE: [ChartKind; 6] =
    [ChartKind::Run, ChartKind::I, ChartKind::MovingRange, ChartKind::IPrime, ChartKind::Xbar, ChartKind::S];

impl Raw {
    pub(crate) fn point(self, kind: ChartKind, change: Change) -> Point {
        let size = f64::from(self.size) * change.unit;
        let point = self.value.map_or(Ok(Point::MISSING), |value| {
            let plain = f64::from(value);
            let figure = change.scale * plain + change.shift;
            match kind {
                ChartKind::P | ChartKind::PPrime => Point::ratio(plain.min(size), size),
                ChartKind::U | ChartKind::UPrime => Point::ratio(figure, size),
                ChartKind::IPrime => Point::ratio(figure * size, size),
                // One, two or four: their mean is on the grid of quarters, so that ties stay ties.
                ChartKind::Xbar | ChartKind::S => {
                    let steps = [0.0, 3.0, 1.0, 4.0].map(|step| change.scale * step + figure);
                    Point::subgroup(&steps[..1 << (self.size % 3)])
                }
                ChartKind::T => Point::single(change.scale * (plain + 1.0)),
                _ => Point::single(figure),
            }
        });
        let point = point.expect("a point");
        if self.excluded { point.excluded() } else { point }
    }
}

pub(crate) fn all(kind: ChartKind, series: &[Raw], change: Change) -> Vec<Point> {
    series.iter().map(|raw| raw.point(kind, change)).collect()
}

pub(crate) fn raw(most: u32) -> impl Strategy<Value = Raw> {
    let value = prop_oneof![9 => (0..=most).prop_map(Some), 1 => Just(None)];
    let excluded = proptest::bool::weighted(0.1);
    (value, 1..=40_u32, excluded).prop_map(|(value, size, excluded)| Raw { value, size, excluded })
}

/// Up to 80 points, sometimes almost only ties.
pub(crate) fn series() -> impl Strategy<Value = Vec<Raw>> {
    (0..=40_u32).prop_flat_map(|most| proptest::collection::vec(raw(most), 0..80))
}

/// Baselines of 0, 1, 2, some, all and more than all points.
pub(crate) fn baseline() -> impl Strategy<Value = Option<usize>> {
    prop_oneof![
        4 => Just(None),
        1 => prop_oneof![Just(0), Just(1), Just(2), Just(79), Just(80), Just(usize::MAX)].prop_map(Some),
        2 => (0..80_usize).prop_map(Some),
    ]
}

/// Parts for that many points.
pub(crate) fn phases(length: usize, kind: ChartKind) -> impl Strategy<Value = Vec<Phase>> {
    let takes_sigma = MOVABLE.contains(&kind) && kind != ChartKind::Run;
    let known = proptest::option::weighted(0.2, Just(0.5));
    let sigma = proptest::option::weighted(0.2, Just(1.5));
    let phase = (0..length.max(1), baseline(), known, sigma);
    proptest::collection::vec(phase, 0..4).prop_map(move |mut phases| {
        phases.sort_by_key(|phase| phase.0);
        phases.dedup_by_key(|phase| phase.0);
        if let Some(first) = phases.first_mut() {
            first.0 = 0;
        }
        if length == 0 {
            phases.truncate(1);
        }
        let phase = |(first, baseline, centre, sigma): (_, _, _, Option<f64>)| Phase {
            first,
            baseline,
            centre,
            sigma: sigma.filter(|_| takes_sigma),
        };
        phases.into_iter().map(phase).collect()
    })
}

pub(crate) fn settings() -> impl Strategy<Value = ChartSettings> {
    let screening = prop_oneof![Just(Screening::Off), Just(Screening::On)];
    let order = prop_oneof![4 => Just(Order::Time), 1 => Just(Order::None)];
    let conventions =
        prop_oneof![Just(Conventions::Own), Just(Conventions::Qicharts2), Just(Conventions::Pbcharts)];
    (screening, order, any::<bool>(), conventions).prop_map(
        |(screening, order, floor_at_zero, conventions)| ChartSettings {
            screening,
            order,
            floor_at_zero,
            conventions,
        },
    )
}

/// Points, phases and settings of a chart of that kind.
pub(crate) fn case(kind: ChartKind) -> impl Strategy<Value = (Vec<Raw>, Vec<Phase>, ChartSettings)> {
    series().prop_flat_map(move |series| {
        let phases = phases(series.len(), kind);
        (Just(series), phases, settings())
    })
}
