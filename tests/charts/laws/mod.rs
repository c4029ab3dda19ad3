//! Laws that hold for every series, and what they are compared with: nothing here is calculated by the crate itself.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::excessive_precision,
    clippy::float_cmp,
    clippy::trivially_copy_pass_by_ref,
    reason = "a test that does not hold may stop here; its numbers are small, and it writes and passes them as it got them"
)]

mod attained;
mod decimals;
mod evidence;
mod exactness;
mod flat;
mod independence;
mod invariance;
mod known;
mod limits;
mod noise;
mod order;
mod outcome;
mod points;
mod runs;
mod shown;

use kvalitetsmodel::chart::reference::{Analysis, Phase, Point};
use kvalitetsmodel::chart::{ChartKind, ChartSettings};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};

/// Tries a law on that many cases.
#[track_caller]
fn holds<S: Strategy>(cases: u32, strategy: &S, law: impl Fn(S::Value) -> TestCaseResult) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(strategy, law).unwrap_or_else(|broken| panic!("{broken}"));
}

fn chart(kind: ChartKind, points: &[Point], phases: &[Phase], settings: &ChartSettings) -> Analysis {
    Analysis::new(kind, points, phases, settings).unwrap_or_else(|error| panic!("{kind:?}: {error}"))
}
