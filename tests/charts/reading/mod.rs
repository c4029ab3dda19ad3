//! What a chart says about a series: in words, against its target, and where a new phase may begin.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

mod display;
mod gaps;
mod programs;
mod proposals;
mod targets;
mod words;

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{
    Attainment, AttainmentStatus, Chart, ChartKind, Evidence, EvidenceGrade, Expectation, LevelChange,
    Unassessed,
};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, NoResult, Observed};
use kvalitetsmodel::series::{
    Annotation, Exclusion, MeasurementSeries, NotChartable, Obstacle, Phase, TargetLine,
};
use kvalitetsmodel::target_figure::{TargetFigure, TargetIndicator};

fn id(n: usize) -> Id<Measurement> {
    Id::from_u128(u128::try_from(n).expect("small"))
}

fn month(n: usize) -> Period {
    let (year, month) = (2023 + n / 12, 1 + n % 12);
    PartialDate::of_month(i32::try_from(year).expect("a year"), month.try_into().expect("a month"))
        .expect("a month")
        .into()
}

/// One measurement a month from January 2023 on.
fn monthly(direction: Direction, observed: impl IntoIterator<Item = Option<Observed>>) -> MeasurementSeries {
    let mut series = MeasurementSeries::new(Id::from_u128(1), direction);
    series.indicator = Some(Id::from_u128(18));
    series.interval = Some(Interval::Month);
    for (n, observed) in observed.into_iter().enumerate() {
        let measurement = Measurement { period: Some(month(n)), observed, ..Measurement::new(id(n)) };
        series.measurements.push(Measurement { indicator: series.indicator, ..measurement });
    }
    series
}

fn counts(direction: Direction, counts: &[u64]) -> MeasurementSeries {
    monthly(direction, counts.iter().map(|count| Some(Observed::of_count(*count))))
}

/// Parts of 20.
fn shares(phases: &[u64]) -> MeasurementSeries {
    let share = |phase: &u64| Some(Observed::of_share(*phase, 20));
    monthly(Direction::AtLeast, phases.iter().map(share))
}

fn run(series: &MeasurementSeries) -> Chart {
    chart(series, ChartKind::Run)
}

fn chart(series: &MeasurementSeries, kind: ChartKind) -> Chart {
    series.chart(kind).expect("chartable")
}

fn target(from: Option<&str>, value: &str, unit: Unit) -> TargetLine {
    let from = from.map(|day| day.parse().expect("a day"));
    TargetLine { from, value: value.parse().expect("a number"), unit, target_figure: None }
}

/// Twelve months around 10 of 20, then twelve around 16.
const SHIFT: [u64; 24] =
    [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 16, 17, 15, 18, 16, 14, 17, 16, 15, 18, 16, 17];
