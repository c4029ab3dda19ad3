//! Charts from plain numbers: change or chance?
//!
//! Numbers, counts, shares, rates or subgroups in the order of time, with or without dates, become a run chart
//! (*seriediagram*) or a control chart (*kontroldiagram*): lines, runs and signals, what they mean in Danish and
//! English, JSON (a [`Chart`] is `Serialize`), and with the feature `plot` a picture (`Chart::svg`). No ids are needed.
//!
//! - [`RunChart::of`] takes a slice of numbers and returns the median and the runs around it: the quick way.
//! - [`ChartData`] takes figures with what is known about them, and makes the [`Chart`].
//! - [`MeasurementSeries::chart`](crate::series::MeasurementSeries::chart) takes a series of an exchange document, and with
//!   the feature `table`, `Found::chart` takes separated values.
//! - [`mod@reference`] contains only the calculations, to compare them with other programs.
//!
//! [`docs/series.md`](crate::_docs::series) describes the calculations, and where they differ from the reference programs.
//!
//! ```
//! use kvalitetsmodel::Lang;
//! use kvalitetsmodel::chart::{ChartData, ChartKind};
//! use kvalitetsmodel::date::Interval;
//! use kvalitetsmodel::figure::Direction;
//!
//! // Twelve months, then twelve on another level.
//! let falls = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 5, 4, 6, 5, 3, 7, 4, 6, 5, 4, 7, 3];
//! let chart = ChartData::counts(Direction::AtMost, falls)
//!     .with_title("Falls")
//!     .with_interval(Interval::Month, "2024-01-01".parse()?)
//!     .chart(ChartKind::Run)?;
//! let words = chart.in_words(Lang::En).to_string();
//! assert!(words.contains("From January 2024 to December 2024, 12 measurements in a row lie above"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod analysis;
mod attainment;
mod attainment_words;
mod data;
mod evidence;
mod exact;
mod exact_number;
mod export;
mod figure;
mod first_sentence;
mod kind;
mod no_figure;
mod position;
mod proposal;
pub mod reference;
mod rounded;
mod run_chart;
mod runs;
mod scale;
mod shown;
mod statistics;
#[cfg(feature = "plot")]
mod svg;
mod words;

use alloc::vec::Vec;

pub use analysis::{
    ChartError, ChartOutcome, ChartPhase, ChartPoint, ChartSettings, Lines, Order, Screening,
};
pub use attainment::{Attainment, AttainmentStatus, Expectation, Unassessed};
pub use data::{ChartData, ChartNote, DataPhase, DataPoint, DataTarget, NoteKind, Place};
pub use evidence::{Evidence, EvidenceGrade};
pub use exact_number::Number;
pub use figure::Figure;
pub use kind::{ChartKind, UnknownChartKind};
pub use proposal::{LevelChange, Proposal};
pub use run_chart::{PointNotFinite, RunChart, Scratch};
pub use runs::{Run, RunLimits, Runs, Side};
pub use scale::Scale;
#[cfg(feature = "plot")]
pub use svg::{NotTogether, Overview, PlotOptions, svg_of_several};

use self::analysis::{Analysis, Conventions};
use self::exact::Ready;
use crate::date::Period;

/// A run chart or control chart (*seriediagram*, *kontroldiagram*): data in the order of time, with lines, runs
/// and signals.
///
/// Made by [`ChartData::chart`]. Its points and phases are those of the data.
#[doc(alias = "seriediagram")]
#[doc(alias = "kontroldiagram")]
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    data: ChartData,
    analysis: Analysis,
    settings: ChartSettings,
    /// The targets in the order of time: the position from which each holds, and its index.
    targets: Vec<(i64, usize)>,
    /// How many decimals its figures are shown with.
    decimals: usize,
}

impl Chart {
    fn new(mut data: ChartData, kind: ChartKind, settings: ChartSettings) -> Result<Self, ChartError> {
        data.check_times()?;
        if data.phases.first().is_some_and(|phase| phase.first > 0) {
            data.phases.insert(0, DataPhase::default());
        }
        data.check_counts(kind)?;
        let Ready { points, phases, unit } = Ready::new(&data, kind, settings)?;
        let mut analysis = Analysis::new(kind, &points, &phases, &settings)?;
        analysis.scale(unit);
        if data.scale == Scale::Share && kind.shows_level() && settings.conventions == Conventions::Own {
            analysis.within(0.0, 1.0);
        }
        let targets = data.targets_in_order()?;
        data.check_notes()?;
        let mut chart = Self { data, analysis, settings, targets, decimals: 0 };
        chart.decimals = chart.decimals_needed();
        Ok(chart)
    }

    /// What the chart was made of.
    #[must_use]
    pub const fn data(&self) -> &ChartData {
        &self.data
    }

    /// What the figures are.
    #[must_use]
    pub const fn scale(&self) -> &Scale {
        &self.data.scale
    }

    /// Which kind of chart it is.
    #[must_use]
    pub const fn kind(&self) -> ChartKind {
        self.analysis.kind()
    }

    /// Returns `true` if the points follow each other in time.
    fn is_in_time(&self) -> bool {
        self.settings.order == Order::Time
    }

    /// The points, in order.
    #[must_use]
    pub fn points(&self) -> &[ChartPoint] {
        self.analysis.points()
    }

    /// The phases, in order. Empty if there are no points.
    #[must_use]
    pub fn phases(&self) -> &[ChartPhase] {
        self.analysis.phases()
    }

    /// The points of a phase.
    #[must_use]
    pub fn points_of(&self, phase: &ChartPhase) -> &[ChartPoint] {
        self.analysis.points_of(phase)
    }

    /// Every unusually long run of a phase, in order. Empty if the order of the points has no meaning.
    #[must_use]
    pub fn long_runs_of(&self, phase: &ChartPhase) -> &[Run] {
        self.analysis.long_runs_of(phase)
    }

    /// The last phase, which shows the current state. Returns `None` if there are no points.
    #[must_use]
    pub fn latest_phase(&self) -> Option<&ChartPhase> {
        self.phases().last()
    }

    /// The days of a point. Returns `None` if it has none.
    #[must_use]
    pub fn period(&self, point: usize) -> Option<Period> {
        self.data.points.get(point)?.at
    }

    /// What is known about a phase, by the index in [`phases`](Self::phases). Returns `None` if nothing is.
    #[must_use]
    pub fn phase_data(&self, phase: usize) -> Option<&DataPhase> {
        self.data.phases.get(phase)
    }

    /// The target that holds at a point. Returns `None` if none does.
    #[must_use]
    pub fn target_at(&self, point: usize) -> Option<&DataTarget> {
        let at = self.data.position(point)?;
        let begun = self.targets.partition_point(|(from, _)| *from <= at);
        let (_, target) = self.targets.get(begun.checked_sub(1)?)?;
        self.data.targets.get(*target)
    }

    /// Where the target of a point is on the chart. Returns `None` if there is no target, if it is in another
    /// unit, or if the chart shows no level.
    #[must_use]
    pub fn target_line_at(&self, point: usize) -> Option<f64> {
        self.target_line(self.target_at(point)?)
    }

    /// The targets in the order of time, with the position from which each holds; `None` if it holds from the
    /// beginning.
    #[cfg(feature = "plot")]
    fn targets_by_place(&self) -> impl Iterator<Item = (Option<i64>, &DataTarget)> {
        let targets = self.targets.iter();
        targets
            .filter_map(|(from, n)| Some(((*from != i64::MIN).then_some(*from), self.data.targets.get(*n)?)))
    }

    fn target_line(&self, target: &DataTarget) -> Option<f64> {
        let has_place = self.kind().shows_level() && *self.scale().unit() == target.unit;
        has_place.then(|| self.scale().place(target.value))
    }
}
