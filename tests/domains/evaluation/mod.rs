//! Comparing measurements with target figures.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

mod answer;
mod time;
mod verdicts;

use kvalitetsmodel::date::{Period, When};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, NoResult, Observed};
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::organisation::{OrgUnit, SocialService};
use kvalitetsmodel::target_figure::{
    Population, TargetEvaluation, TargetFigure, TargetIndicator, TargetOutcome, TargetState,
    WhyNotAssessable, WhyUnused,
};
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;

const INDICATOR: Id<Indicator> = Id::from_u128(18);

fn target(direction: Direction, value: u32, unit: Unit) -> TargetFigure {
    TargetFigure {
        indicator: Some(TargetIndicator { id: INDICATOR, statement: Some("indikator".into()) }),
        direction: Some(direction),
        value: Some(Decimal::from(value)),
        unit: Some(unit),
        population: Some(Population { description: Some("alle".into()), ..Population::default() }),
        measured_at: Some(When::Date { on: Some("2024-11".parse().expect("a month")) }),
        data_source: Some("kvalitetsovervågning".into()),
        ..TargetFigure::new(Id::from_u128(185))
    }
}

fn percent(value: u32) -> TargetFigure {
    target(Direction::AtLeast, value, Unit::Percent)
}

fn none() -> TargetFigure {
    target(Direction::AtMost, 0, Unit::Count)
}

fn service(n: u128) -> OrgUnit {
    OrgUnit::from(Id::<SocialService>::from_u128(n))
}

fn period(start: &str, end: &str) -> Period {
    Period { start: start.parse().expect("a day"), end: end.parse().expect("a day") }
}

/// The running period of the agreement.
fn year() -> Option<Period> {
    Period::year(2024)
}

/// What the `n`th service found in November 2024.
fn measured(n: u128, observed: Observed) -> Measurement {
    Measurement {
        indicator: Some(INDICATOR),
        reporting_unit: Some(service(n)),
        period: Some(period("2024-11-01", "2024-11-30")),
        observed: Some(observed),
        ..Measurement::new(Id::from_u128(1000 + n))
    }
}

fn share(part: u64, whole: u64) -> Observed {
    Observed::of_share(part, whole)
}

fn count(count: u64) -> Observed {
    Observed::of_count(count)
}

/// What the services 1, 2, … found, all of them expected.
fn all(target: &TargetFigure, found: &[Observed]) -> TargetEvaluation {
    let measurements: Vec<_> = (1..).zip(found).map(|(n, one)| measured(n, one.clone())).collect();
    let expected: Vec<_> = measurements.iter().filter_map(|one| one.reporting_unit).collect();
    target.evaluate(&measurements, &expected, year())
}

/// Evaluates what services found, with one more service that did not report.
fn one_silent(target: &TargetFigure, found: &[Observed]) -> TargetEvaluation {
    let measurements: Vec<_> = (1..).zip(found).map(|(n, one)| measured(n, one.clone())).collect();
    let expected: Vec<_> =
        measurements.iter().filter_map(|one| one.reporting_unit).chain([service(99)]).collect();
    let evaluation = target.evaluate(&measurements, &expected, year());
    assert!(!evaluation.is_complete() && evaluation.not_reported().eq([service(99)]));
    evaluation
}

fn not_assessable(because: impl Into<Vec<WhyNotAssessable>>) -> TargetOutcome {
    TargetOutcome::NotAssessable { because: because.into() }
}
