//! Charts from plain numbers: change or chance?
//!
//! Numbers, counts, shares, rates or subgroups in the order of time, with or without dates, become a run chart
//! (*seriediagram*) or a control chart (*kontroldiagram*): lines, runs and signals, what they mean in Danish and
//! English, JSON, and with the feature `plot` a picture. No ids are needed.
//!
//! - [`RunChart::of`] takes a slice of numbers and gives the median and the runs around it: the quick way.
//! - [`ChartData`] takes figures with what is known about them, and makes the [`Chart`].
//! - [`MeasurementSeries::chart`](crate::series::MeasurementSeries::chart) takes a series of an exchange document.
//! - [`mod@reference`] gives the calculations alone, to compare them with other programs.
//!
//! `docs/series.md` describes the calculations, and where they differ from the reference programs.
//!
//! ```
//! use kvalitetsmodel::Lang;
//! use kvalitetsmodel::chart::{ChartData, ChartKind, ChartSettings};
//! use kvalitetsmodel::date::Interval;
//! use kvalitetsmodel::figure::Direction;
//!
//! // Twelve months, then twelve on another level.
//! let falls = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 5, 4, 6, 5, 3, 7, 4, 6, 5, 4, 7, 3];
//! let chart = ChartData::counts(Direction::AtMost, falls)
//!     .titled("Falls")
//!     .every(Interval::Month, "2024-01-01".parse()?)
//!     .chart(ChartKind::Run)?;
//! let words = chart.in_words(Lang::En).to_string();
//! assert!(words.contains("From January 2024 to December 2024, 12 measurements in a row lie above"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod analysis;
mod attainment;
mod data;
mod exact;
mod figure;
mod kind;
mod number;
mod numbers;
mod place;
mod proposal;
pub mod reference;
mod rounded;
mod run_chart;
mod runs;
mod scale;
#[cfg(feature = "plot")]
mod svg;
mod words;
mod written;

use alloc::vec::Vec;

pub use analysis::{ChartError, ChartPart, ChartPoint, ChartSettings, Lines, Order, Outcome, Screening};
pub use attainment::{Attainment, AttainmentStatus, Expectation, Unassessed};
pub use data::{ChartData, DataPhase, DataPoint, DataTarget, Note, NoteKind, Place};
pub use figure::Figure;
pub use kind::{ChartKind, UnknownChartKind};
pub use number::Number;
pub use proposal::{Change, Proposal};
pub use run_chart::{NotFinite, RunChart, Scratch};
pub use runs::{Run, RunLimits, Runs, Side};
pub use scale::Scale;
#[cfg(feature = "plot")]
pub use svg::{NotTogether, Overview, PlotOptions, svg_of_several};
pub use written::Evidence;

use self::analysis::{Analysis, Part, Point};
use crate::date::Period;

/// A run chart or control chart (*seriediagram*, *kontroldiagram*): data in the order of time, with lines, runs
/// and signals.
///
/// Made by [`ChartData::chart`]. Its points are those of the data, and its parts the phases.
#[doc(alias = "seriediagram")]
#[doc(alias = "kontroldiagram")]
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    data: ChartData,
    analysis: Analysis,
    /// The targets in the order of time: from which position on, and which.
    targets: Vec<(i64, usize)>,
}

impl Chart {
    fn new(mut data: ChartData, kind: ChartKind, settings: ChartSettings) -> Result<Self, ChartError> {
        data.check_times()?;
        if data.phases.first().is_some_and(|phase| phase.first > 0) {
            data.phases.insert(0, DataPhase::default());
        }
        let points = data.points.iter().enumerate().map(|(index, point)| {
            let made = point.figure.point().map_err(|because| ChartError::Figure { index, because })?;
            Ok(if point.is_excluded { made.excluded() } else { made })
        });
        let points = points.collect::<Result<Vec<Point>, ChartError>>()?;
        let parts: Vec<Part> = data.phases.iter().map(|phase| part(phase, kind, &data.scale)).collect();
        let analysis = exact::analysis(&data, kind, points, parts, settings)?;
        let targets = data.targets_in_order()?;
        data.check_notes()?;
        Ok(Self { data, analysis, targets })
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

    /// The points, in order.
    #[must_use]
    pub fn points(&self) -> &[ChartPoint] {
        self.analysis.points()
    }

    /// The phases, in order. Empty if there are no points.
    #[must_use]
    pub fn parts(&self) -> &[ChartPart] {
        self.analysis.parts()
    }

    /// The points of a phase.
    #[must_use]
    pub fn points_of(&self, part: &ChartPart) -> &[ChartPoint] {
        self.analysis.points_of(part)
    }

    /// Every unusually long run of a phase, in order. Empty if the order of the points has no meaning.
    #[must_use]
    pub fn long_runs_of(&self, part: &ChartPart) -> &[Run] {
        self.analysis.long_runs_of(part)
    }

    /// The last phase: how things stand now. Returns `None` if there are no points.
    #[must_use]
    pub fn latest_part(&self) -> Option<&ChartPart> {
        self.parts().last()
    }

    /// The days of a point. Returns `None` if it has none.
    #[must_use]
    pub fn period(&self, point: usize) -> Option<Period> {
        self.data.points.get(point)?.at
    }

    /// What is known of a phase, by the index in [`parts`](Self::parts). Returns `None` if nothing is.
    #[must_use]
    pub fn phase(&self, part: usize) -> Option<&DataPhase> {
        self.data.phases.get(part)
    }

    /// The target that holds at a point. Returns `None` if none does.
    #[must_use]
    pub fn target_at(&self, point: usize) -> Option<&DataTarget> {
        let at = self.data.position(point)?;
        let begun = self.targets.partition_point(|(from, _)| *from <= at);
        let (_, target) = self.targets.get(begun.checked_sub(1)?)?;
        self.data.targets.get(*target)
    }

    /// Where the target of a point lies on the chart. Returns `None` if there is no target, if it is in another
    /// unit, or if the chart shows no level.
    #[must_use]
    pub fn target_line_at(&self, point: usize) -> Option<f64> {
        self.target_line(self.target_at(point)?)
    }

    /// The targets in the order of time, with the position from which each holds; none for one that holds from the
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

/// What is known of a level or a spread is left out where the kind of chart has no use for it: the same data is
/// drawn as many charts.
fn part(phase: &DataPhase, kind: ChartKind, scale: &Scale) -> Part {
    let place = |number: Number| match number.decimal() {
        Some(decimal) => scale.place(decimal),
        None if *scale == Scale::Share => number.to_f64() / 100.0,
        None => number.to_f64(),
    };
    Part {
        first: phase.first,
        baseline: phase.baseline,
        centre: phase.centre.filter(|_| kind.shows_level()).map(place),
        sigma: phase.sigma.filter(|_| kind.takes_sigma()).map(place),
    }
}
