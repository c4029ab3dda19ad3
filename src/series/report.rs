//! What a chart says, for other programs.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use super::chart::{ChartPart, ChartPoint, Lines, Outcome};
use super::runs::{Run, Side};
use super::{Attainment, Interval, Proposal, Scale, SeriesChart};
use crate::Lang;
use crate::date::Period;
use crate::figure::Direction;
use crate::id::Id;
use crate::measurement::Measurement;
use crate::series::MeasurementSeries;
use crate::text::Text;

/// The grade of the evidence that a series gives for an improvement, the weakest first.
///
/// # Source
///
/// R-179, from *Projekt SMARTE mål og delmål, afrapportering 2023*: two countings, made by hand, show no
/// development, and a small difference may be chance (R-146, R-147).
///
/// ```
/// use kvalitetsmodel::series::Evidence;
///
/// assert!(Evidence::TwoCounts < Evidence::RunChartSignal);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Evidence {
    /// One figure, or none.
    NoComparison,
    /// Two figures: never enough, whatever they are.
    TwoCounts,
    /// Several figures, among which nothing but chance is to be seen.
    SeveralPoints,
    /// A run chart with a signal of its runs.
    RunChartSignal,
}

impl SeriesChart<'_> {
    /// What grade of evidence the latest phase gives.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        match self.latest_part() {
            Some(part) if part.has_run_signal() => Evidence::RunChartSignal,
            Some(part) if part.figures() > 2 => Evidence::SeveralPoints,
            Some(part) if part.figures() == 2 => Evidence::TwoCounts,
            _ => Evidence::NoComparison,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    series: Id<MeasurementSeries>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a Text>,
    chart: &'static str,
    scale: Scale<'a>,
    direction: Direction,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<Interval>,
    evidence: Evidence,
    phases: Vec<WrittenPart<'a>>,
    points: Vec<WrittenPoint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attainment: Option<Attainment>,
    proposals: Vec<Proposal<'a>>,
    words: Words,
}

#[derive(Serialize)]
struct Words {
    da: String,
    en: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Text>,
    first_point: usize,
    points: usize,
    outcome: Outcome,
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
    measurement: Option<Id<Measurement>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    value: Option<f64>,
    lines: Lines,
    target: Option<f64>,
    included: bool,
    in_baseline: bool,
    beyond_limits: Option<Side>,
    in_long_run: bool,
}

/// Indices of points count from zero; what does not exist is `null`. Figures are not rounded.
impl Serialize for SeriesChart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.chart().parts().iter().enumerate();
        let points = self.chart().points().iter().enumerate();
        let proposals = self.proposed_phases();
        let words = |lang| fmt::from_fn(|f| self.write_words(&proposals, lang, f)).to_string();
        Written {
            series: self.series().id,
            title: self.series().title.as_ref(),
            scale: self.scale(),
            chart: self.chart().kind().short_name(),
            direction: self.series().direction,
            interval: self.series().interval,
            evidence: self.evidence(),
            phases: parts.map(|(number, part)| self.written_part(number, part)).collect(),
            points: points.map(|(n, point)| self.written_point(n, point)).collect(),
            attainment: (!self.series().targets.is_empty()).then(|| self.attainment()),
            words: Words { da: words(Lang::Da), en: words(Lang::En) },
            proposals,
        }
        .serialize(serializer)
    }
}

impl SeriesChart<'_> {
    fn written_part(&self, number: usize, part: &ChartPart) -> WrittenPart<'_> {
        let runs = part.runs();
        WrittenPart {
            label: self.phase(number).and_then(|phase| phase.label.as_ref()),
            first_point: part.points().start,
            points: part.points().len(),
            outcome: part.outcome(),
            observations: runs.observations(),
            figures: part.figures(),
            useful: runs.useful(),
            longest_run: runs.longest_run(),
            longest_run_max: runs.longest_run_max(),
            crossings: runs.crossings(),
            crossings_min: runs.crossings_min(),
            long_run_signal: part.has_long_run(),
            crossings_signal: part.has_few_crossings(),
            run_signal: part.has_run_signal(),
            long_runs: self.chart().long_runs_of(part),
            beyond_limits: part.beyond_limits(),
        }
    }

    fn written_point(&self, n: usize, point: &ChartPoint) -> WrittenPoint {
        let period = self.period(n);
        WrittenPoint {
            measurement: self.measurement(n).map(|measurement| measurement.id),
            period,
            value: point.value(),
            lines: *point.lines(),
            target: period.and_then(|period| self.target_line_on(period.start)),
            included: point.is_included(),
            in_baseline: point.is_in_baseline(),
            beyond_limits: point.beyond_limits(),
            in_long_run: point.is_in_long_run(),
        }
    }
}
