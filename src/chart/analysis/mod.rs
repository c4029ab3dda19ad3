//! Run charts and Shewhart charts of plain numbers: lines, runs and signals, phase by phase.

mod constants;
mod error;
mod limits;
mod lines;
mod memory;
mod outcome;
mod point;
mod settings;

use alloc::vec::Vec;
use core::ops::Range;

use super::exact::Unit;
use super::kind::ChartKind;
pub use error::ChartError;
pub use lines::Lines;
pub use outcome::ChartOutcome;
pub use point::{Point, PointError};
pub use settings::{ChartSettings, Conventions, Order, Phase, Screening};

use self::limits::{Ground, transformed_back};
use self::memory::Memory;
use crate::chart::runs::{Run, Runs, Side, every};
use crate::chart::statistics::all_equal;

/// A run chart or Shewhart chart (*seriediagram*, *kontroldiagram*): the lines at each point, the runs of each
/// phase, and every signal.
///
/// The points are in the order of time, or side by side ([`Order::None`]).
///
/// ```
/// use kvalitetsmodel::chart::{ChartKind, ChartSettings, reference::{Analysis, Point}};
///
/// let points = [46.0, 51.0, 45.0, 60.0, 52.0, 45.0, 53.0, 54.0]
///     .into_iter()
///     .map(Point::single)
///     .collect::<Result<Vec<_>, _>>()?;
/// let chart = Analysis::new(ChartKind::I, &points, &[], &ChartSettings::default())?;
/// let lines = chart.points()[0].lines();
/// assert_eq!(lines.centre(), Some(50.75));
/// assert!(lines.lower().is_some_and(|limit| (31.75..31.76).contains(&limit)));
/// assert_eq!(chart.phases()[0].beyond_limits(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "seriediagram")]
#[doc(alias = "kontroldiagram")]
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    kind: ChartKind,
    phases: Vec<ChartPhase>,
    points: Vec<ChartPoint>,
    long_runs: Vec<Run>,
    scratch: Memory,
}

/// A phase of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartPhase {
    points: Range<usize>,
    runs: Runs,
    has_order: bool,
    beyond_limits: usize,
    /// Included points with a figure.
    figures: usize,
    is_flat: bool,
    has_centre: bool,
    long_runs: Range<usize>,
}

/// A point of a chart, with its lines and signals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    value: Option<f64>,
    lines: Lines,
    included: bool,
    in_baseline: bool,
    beyond: Option<Side>,
    in_long_run: bool,
}

impl Analysis {
    /// Makes the chart of `points`, phase by phase. Without `phases`, the chart is one phase throughout.
    ///
    /// # Errors
    ///
    /// [`ChartError`] for points that the kind of chart cannot be made of, such as 21 of 20 on a P chart, and
    /// for phases that are not in order.
    pub fn new(
        kind: ChartKind,
        points: &[Point],
        phases: &[Phase],
        settings: &ChartSettings,
    ) -> Result<Self, ChartError> {
        let mut chart = Self::empty(kind);
        chart.redo(kind, points, phases, settings)?;
        Ok(chart)
    }

    /// A chart without points, to be filled by [`redo`](Self::redo).
    #[must_use]
    pub fn empty(kind: ChartKind) -> Self {
        Self {
            kind,
            phases: Vec::new(),
            points: Vec::new(),
            long_runs: Vec::new(),
            scratch: Memory::default(),
        }
    }

    /// Makes another chart in the memory of this one. Nothing is allocated if the new chart is not longer.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new). After an error, this chart contains the phases before the error.
    pub fn redo(
        &mut self,
        kind: ChartKind,
        points: &[Point],
        phases: &[Phase],
        settings: &ChartSettings,
    ) -> Result<(), ChartError> {
        self.kind = kind;
        self.phases.clear();
        self.points.clear();
        self.long_runs.clear();
        each_phase(points, phases, |first, phase, points| {
            self.phase(&Ground { kind, points, first, phase, settings })
        })?;
        if settings.floor_at_zero
            && self.points.iter().all(|point| point.value.is_none_or(|value| value >= 0.0))
        {
            for point in &mut self.points {
                point.lines = point.lines.floored_at_zero();
            }
        }
        Ok(())
    }

    fn phase(&mut self, ground: &Ground<'_>) -> Result<(), ChartError> {
        self.scratch.judge(ground)?;
        let judged = &self.scratch.judged;
        let has_centre = judged.iter().any(|distance| !distance.is_nan());
        let included = ground.points.iter().filter(|point| point.included).count();
        let is_of_pbcharts = ground.settings.conventions == Conventions::Pbcharts;
        let observations = if is_of_pbcharts { judged.len() } else { included };
        let runs = Runs::around(0.0, judged).within(ground.first, observations);
        let has_order = ground.settings.order == Order::Time && ground.kind != ChartKind::MovingRange;

        let figures = ground.included_figures().count();
        let is_flat = figures > 0 && all_equal(ground.included_figures());

        let from = self.long_runs.len();
        if has_order && runs.has_long_run() {
            let most = runs.longest_run_max().unwrap_or(usize::MAX);
            let long = every(0.0, judged).filter(|run| run.length > most);
            self.long_runs.extend(long.map(|run| run.behind(ground.first)));
        }
        let long_runs = from..self.long_runs.len();

        let start = self.points.len();
        let beyond_limits = self.push_points(ground);
        let points = start..self.points.len();
        self.mark_runs(ground.first, long_runs.clone());
        self.phases.push(ChartPhase {
            points,
            runs,
            has_order,
            beyond_limits,
            figures,
            is_flat,
            has_centre,
            long_runs,
        });
        Ok(())
    }

    /// Adds the points of a phase, and returns how many of them are beyond the limits.
    fn push_points(&mut self, ground: &Ground<'_>) -> usize {
        let baseline = ground.phase.baseline.unwrap_or(usize::MAX);
        let takes_excluded = ground.settings.conventions == Conventions::Qicharts2;
        self.points.reserve(ground.points.len());
        let mut beyond_limits = 0_usize;
        for (n, (point, lines)) in ground.points.iter().zip(&self.scratch.lines).enumerate() {
            let counts = point.included || takes_excluded;
            let beyond = match ground.compared(n) {
                value if counts && value > finite_or(lines.upper, f64::INFINITY) => Some(Side::Above),
                value if counts && value < finite_or(lines.lower, f64::NEG_INFINITY) => Some(Side::Below),
                _ => None,
            };
            beyond_limits = beyond_limits.saturating_add(usize::from(beyond.is_some()));
            self.points.push(ChartPoint {
                value: Some(ground.drawn(n)).filter(|value| !value.is_nan()),
                lines: ground.drawn_lines(n, *lines),
                included: point.included,
                in_baseline: n < baseline,
                beyond,
                in_long_run: false,
            });
        }
        beyond_limits
    }

    /// Marks the points of the unusually long runs of a phase that begins with the point `first`.
    fn mark_runs(&mut self, first: usize, long_runs: Range<usize>) {
        for run in self.long_runs.get(long_runs).unwrap_or_default() {
            let of_run = self.points.get_mut(run.first..=run.last).unwrap_or_default();
            let distances = self.scratch.judged.get(run.first.saturating_sub(first)..).unwrap_or_default();
            for (point, distance) in of_run.iter_mut().zip(distances) {
                // Without those within the run that are on the line, missing or excluded.
                point.in_long_run = libm::fabs(*distance) > 0.0;
            }
        }
    }

    /// Converts the figures and the lines, which were calculated in whole numbers, back to their own unit.
    pub(super) fn scale(&mut self, unit: Unit) {
        if unit != Unit::One {
            for point in &mut self.points {
                point.value = point.value.map(|units| unit.figure(units));
                point.lines = point.lines.map(|units| unit.figure(units));
            }
        }
    }

    /// Draws no limit below `floor` or above `ceiling`, where no figure can be. A known centre beyond them keeps its
    /// limits.
    pub(super) fn within(&mut self, floor: f64, ceiling: f64) {
        for point in &mut self.points {
            if (floor..=ceiling).contains(&point.lines.centre) {
                point.lines = point.lines.within(floor, ceiling);
            }
        }
    }

    /// Which kind of chart it is.
    #[must_use]
    pub const fn kind(&self) -> ChartKind {
        self.kind
    }

    /// The phases, in order. Empty if there are no points.
    #[must_use]
    pub fn phases(&self) -> &[ChartPhase] {
        &self.phases
    }

    /// The points, in order.
    #[must_use]
    pub fn points(&self) -> &[ChartPoint] {
        &self.points
    }

    /// The points of a phase.
    #[must_use]
    pub fn points_of(&self, phase: &ChartPhase) -> &[ChartPoint] {
        self.points.get(phase.points.clone()).unwrap_or_default()
    }

    /// Every unusually long run of a phase, in order. Empty if the order of the points has no meaning.
    #[must_use]
    pub fn long_runs_of(&self, phase: &ChartPhase) -> &[Run] {
        self.long_runs.get(phase.long_runs.clone()).unwrap_or_default()
    }
}

/// Visits the phases; one phase throughout if there are none.
fn each_phase(
    points: &[Point],
    phases: &[Phase],
    mut each: impl FnMut(usize, &Phase, &[Point]) -> Result<(), ChartError>,
) -> Result<(), ChartError> {
    let whole = [Phase::default()];
    let phases = if phases.is_empty() { &whole } else { phases };
    let mut least = 0;
    for (number, phase) in phases.iter().enumerate() {
        let fits = if number == 0 { phase.first == 0 } else { (least..points.len()).contains(&phase.first) };
        if !fits {
            return Err(ChartError::Phases { phase: number });
        }
        least = phase.first.saturating_add(1);
    }
    if points.is_empty() {
        return Ok(());
    }
    let ends = phases.iter().skip(1).map(|next| next.first).chain([points.len()]);
    phases.iter().zip(ends).try_for_each(|(phase, end)| {
        each(phase.first, phase, points.get(phase.first..end).unwrap_or_default())
    })
}

const fn finite_or(line: f64, otherwise: f64) -> f64 {
    if line.is_finite() { line } else { otherwise }
}

/// Calculates only the lines, of the whole series or phase by phase, in memory that the caller can use again.
///
/// # Errors
///
/// As [`Analysis::new`].
///
/// ```
/// use kvalitetsmodel::chart::{ChartKind, ChartSettings, reference::{self, Point}};
///
/// let points = [Point::ratio(3.0, 10.0)?, Point::ratio(5.0, 30.0)?];
/// let mut lines = Vec::new();
/// reference::lines(ChartKind::P, &points, &[], &ChartSettings::default(), &mut lines)?;
/// assert_eq!(lines[0].centre(), Some(0.2));
/// assert!(lines[0].upper() > lines[1].upper()); // ten vary more than thirty
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lines(
    kind: ChartKind,
    points: &[Point],
    phases: &[Phase],
    settings: &ChartSettings,
    lines: &mut Vec<Lines>,
) -> Result<(), ChartError> {
    // The contents are overwritten.
    lines.resize(points.len(), Lines::NONE);
    let mut rest = lines.as_mut_slice();
    // Empty until a median is calculated, so that no other chart allocates.
    let mut scratch = Vec::new();
    let mut floor = settings.floor_at_zero;
    each_phase(points, phases, |first, phase, points| {
        let (of_phase, more) = core::mem::take(&mut rest).split_at_mut(points.len());
        rest = more;
        let ground = Ground { kind, points, first, phase, settings };
        ground.lines(of_phase, &mut scratch)?;
        if ground.draws_other_lines() {
            for (n, lines) in of_phase.iter_mut().enumerate() {
                *lines = ground.drawn_lines(n, *lines);
            }
        }
        floor = floor && !(0..points.len()).any(|n| ground.drawn(n) < 0.0);
        Ok(())
    })?;
    if floor {
        for lines in lines {
            *lines = lines.floored_at_zero();
        }
    }
    Ok(())
}

impl Ground<'_> {
    /// Returns `true` if the lines that are drawn differ from those that are calculated.
    fn draws_other_lines(&self) -> bool {
        self.kind == ChartKind::T || self.settings.conventions == Conventions::Pbcharts
    }

    /// The lines at a point, on the scale of the figures.
    fn drawn_lines(&self, n: usize, lines: Lines) -> Lines {
        if self.settings.conventions == Conventions::Pbcharts && self.drawn(n).is_nan() {
            return self.drawn_lines_of(Lines::only_centre(lines.centre));
        }
        self.drawn_lines_of(lines)
    }

    fn drawn_lines_of(&self, lines: Lines) -> Lines {
        if self.kind != ChartKind::T {
            return lines;
        }
        let drawn = lines.map(transformed_back);
        // If the transformed limit is negative, the limit is zero. If there are no limits, qicharts2 still
        // draws a lower one.
        let negative = lines.lower < 0.0;
        let of_qicharts2 = self.settings.conventions == Conventions::Qicharts2 && drawn.lower.is_nan();
        Lines { lower: if negative || of_qicharts2 { 0.0 } else { drawn.lower }, ..drawn }
    }
}

impl ChartPhase {
    /// The indices of its points.
    #[must_use]
    pub const fn points(&self) -> &Range<usize> {
        &self.points
    }

    /// The runs around its centre line. They are counted even if the order of the points has no meaning,
    /// but are then not a signal.
    #[must_use]
    pub const fn runs(&self) -> &Runs {
        &self.runs
    }

    /// Returns `true` if runs have a meaning here. They have none on a chart of moving ranges, each of which shares a
    /// figure with the next, or if the points are side by side.
    #[must_use]
    pub const fn has_order(&self) -> bool {
        self.has_order
    }

    /// Returns `true` if the longest run is unusually long.
    #[must_use]
    pub const fn has_long_run(&self) -> bool {
        self.has_order && self.runs.has_long_run()
    }

    /// Returns `true` if there are unusually few crossings.
    #[must_use]
    pub const fn has_few_crossings(&self) -> bool {
        self.has_order && self.runs.has_few_crossings()
    }

    /// Returns `true` if the longest run is unusually long, if there are unusually few crossings, or both.
    #[must_use]
    pub const fn has_run_signal(&self) -> bool {
        self.has_order && self.runs.has_signal()
    }

    /// How many points are beyond the limits.
    #[must_use]
    pub const fn beyond_limits(&self) -> usize {
        self.beyond_limits
    }

    /// How many points have a figure and are included in the calculation.
    #[must_use]
    pub const fn figures(&self) -> usize {
        self.figures
    }

    /// Returns `true` if all these figures are the same.
    #[must_use]
    pub const fn is_flat(&self) -> bool {
        self.is_flat
    }
}

impl ChartPoint {
    /// The figure that is drawn, or `None` if it is missing.
    #[must_use]
    pub const fn value(&self) -> Option<f64> {
        self.value
    }

    /// Centre line and limits at this point.
    #[must_use]
    pub const fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Returns `true` if the calculation includes it.
    #[must_use]
    pub const fn is_included(&self) -> bool {
        self.included
    }

    /// Returns `true` if it belongs to the baseline of its phase.
    #[must_use]
    pub const fn is_in_baseline(&self) -> bool {
        self.in_baseline
    }

    /// The side on which it is beyond a limit, three standard deviations from the centre. Returns `None` if it is
    /// within the limits.
    #[must_use]
    pub const fn beyond_limits(&self) -> Option<Side> {
        self.beyond
    }

    /// Returns `true` if it belongs to an unusually long run.
    #[must_use]
    pub const fn is_in_long_run(&self) -> bool {
        self.in_long_run
    }
}
