//! What a chart says, for other programs.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use super::no_figure::Without;
use super::{
    Attainment, Chart, ChartNote, ChartOutcome, ChartPhase, ChartPoint, Evidence, Lines, Proposal, Run,
    Scale, Side,
};
use crate::Lang;
use crate::date::{Interval, Period};
use crate::figure::Direction;
use crate::text::Text;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a Text>,
    chart: &'static str,
    scale: &'a Scale,
    direction: Direction,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<Interval>,
    evidence: Evidence,
    phases: Vec<WrittenPhase<'a>>,
    points: Vec<WrittenPoint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attainment: Option<Attainment>,
    proposals: Vec<Proposal<'a>>,
    notes: &'a [ChartNote],
    words: Words,
}

#[derive(Serialize)]
struct Words {
    da: String,
    en: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenPhase<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Text>,
    first_point: usize,
    points: usize,
    outcome: ChartOutcome,
    observations: usize,
    figures: usize,
    useful: usize,
    longest_run: Option<Run>,
    longest_run_max: Option<usize>,
    crossings: Option<usize>,
    crossings_min: Option<usize>,
    long_run_signal: bool,
    crossings_signal: bool,
    run_signal: bool,
    long_runs: &'a [Run],
    beyond_limits: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenPoint {
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without: Option<Without>,
    value: Option<f64>,
    lines: Lines,
    target: Option<f64>,
    included: bool,
    in_baseline: bool,
    beyond_limits: Option<Side>,
    in_long_run: bool,
}

/// Indices of points count from zero; a value that does not exist is `null`. Figures are not rounded.
impl Serialize for Chart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let phases = self.phases().iter().enumerate();
        let points = self.points().iter().enumerate();
        let proposals = self.proposed_phases();
        let words = |lang| fmt::from_fn(|f| self.write_words(&proposals, lang, f)).to_string();
        Written {
            title: self.data().title.as_ref(),
            scale: self.scale(),
            chart: self.kind().short_name(),
            direction: self.data().direction,
            interval: self.data().interval,
            evidence: self.evidence(),
            phases: phases.map(|(number, phase)| self.written_phase(number, phase)).collect(),
            points: points.map(|(n, point)| self.written_point(n, point)).collect(),
            attainment: (!self.data().targets.is_empty()).then(|| self.attainment()),
            notes: &self.data().notes,
            words: Words { da: words(Lang::Da), en: words(Lang::En) },
            proposals,
        }
        .serialize(serializer)
    }
}

impl Chart {
    fn written_phase(&self, number: usize, phase: &ChartPhase) -> WrittenPhase<'_> {
        let runs = phase.runs();
        WrittenPhase {
            label: self.phase_data(number).and_then(|data| data.label.as_ref()),
            first_point: phase.points().start,
            points: phase.points().len(),
            outcome: phase.outcome(),
            observations: runs.observations(),
            figures: phase.figures(),
            useful: runs.useful(),
            longest_run: runs.longest_run(),
            longest_run_max: runs.longest_run_max(),
            crossings: runs.crossings(),
            crossings_min: runs.crossings_min(),
            long_run_signal: phase.has_long_run(),
            crossings_signal: phase.has_few_crossings(),
            run_signal: phase.has_run_signal(),
            long_runs: self.long_runs_of(phase),
            beyond_limits: phase.beyond_limits(),
        }
    }

    fn written_point(&self, n: usize, point: &ChartPoint) -> WrittenPoint {
        let period = self.period(n);
        WrittenPoint {
            period,
            without: self.without(n),
            value: point.value(),
            lines: *point.lines(),
            target: self.target_line_at(n),
            included: point.is_included(),
            in_baseline: point.is_in_baseline(),
            beyond_limits: point.beyond_limits(),
            in_long_run: point.is_in_long_run(),
        }
    }
}
