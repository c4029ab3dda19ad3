//! Measurement series (*målinger over tid*): is it a change, or is it chance?
//!
//! A series is a run of [`Measurement`]s of one indicator at one unit, and what a reader must know to read
//! it: which way is better, how often it is measured, where a new phase begins, which points stand outside
//! the calculation, what the target was at each time, and what happened along the way.
//!
//! From the quickest to the fullest:
//!
//! - [`RunChart::of`] takes a slice of numbers: the median, and the runs around it.
//! - [`Chart::new`] takes [`Point`]s, [`Part`]s and a [`ChartKind`]: lines, runs and signals, point by point.
//! - [`MeasurementSeries::chart`] takes a draft. The [`SeriesChart`] says the same [in words](SeriesChart::in_words),
//!   how the series stands to its [target](SeriesChart::attainment), where a
//!   [new phase](SeriesChart::proposed_phases) may begin, and what grade of [evidence](SeriesChart::evidence) it is;
//!   with the feature `plot` it draws a picture.
//!
//! What is calculated, and where it differs from the reference programs, stands in `docs/series.md`.
//!
//! ```
//! use kvalitetsmodel::series::{RunChart, Scratch};
//!
//! // Twelve months, then twelve on another level.
//! let falls = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 5, 4, 6, 5, 3, 7, 4, 6, 5, 4, 7, 3].map(f64::from);
//! let chart = RunChart::of(&falls, &mut Scratch::default())?;
//! assert!(chart.runs.has_long_run() && chart.runs.has_few_crossings());
//! assert_eq!(chart.runs.longest_run().map(|run| (run.first, run.last)), Some((0, 11)));
//! # Ok::<(), kvalitetsmodel::series::NotFinite>(())
//! ```

mod annotation;
mod attainment;
mod chart;
mod exclusion;
mod interval;
mod numbers;
mod ordered;
mod phase;
#[cfg(feature = "plot")]
mod plot;
mod proposal;
mod report;
mod rounded;
pub(crate) mod rules;
mod run_chart;
mod runs;
mod scale;
mod series_chart;
mod target_line;
mod words;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use annotation::{Annotation, Occasion};
pub use attainment::{Attainment, AttainmentStatus, Expectation, Unassessed};
pub use chart::{
    Chart, ChartError, ChartKind, ChartPart, ChartPoint, ChartSettings, Conventions, Lines, Order, Outcome,
    Part, Point, PointError, Screening, UnknownChartKind, chart_lines,
};
pub use exclusion::Exclusion;
pub use interval::Interval;
pub use phase::Phase;
#[cfg(feature = "plot")]
pub use plot::PlotOptions;
pub use proposal::{Change, Proposal};
pub use report::Evidence;
pub use run_chart::{NotFinite, RunChart, Scratch};
pub use runs::{Run, RunLimits, Runs, Side};
pub use scale::Scale;
pub use series_chart::{NotChartable, Obstacle, SeriesChart};
pub use target_line::TargetLine;

use crate::figure::Direction;
use crate::id::{IndicatorId, SeriesId, Subject, TypedId as _};
use crate::measurement::Measurement;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::report::unique_ids::WithIds;
use crate::text::Text;

/// A measurement series (*måleserie*), as a draft: what one unit measured of one indicator, time after time.
///
/// The order of the measurements does not matter; their periods decide. A period that was measured without
/// a result is a measurement without `observed`: it is shown as missing, and is never zero. Two measurements
/// of one time and a hole in the calendar are findings.
///
/// The direction of improvement is the one thing that cannot be left out: without it no shift is an
/// improvement or a deterioration.
///
/// # Source
///
/// R-146 and R-147, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade):
/// two countings cannot show a development, and a small difference may be chance.
///
/// ```
/// use kvalitetsmodel::series::{Interval, MeasurementSeries};
/// use kvalitetsmodel::Direction;
///
/// let falls: MeasurementSeries = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000190",
///         "indicator": "00000000-0000-4000-8000-000000000019",
///         "direction": "atMost",
///         "interval": "month",
///         "measurements": [{
///             "id": "00000000-0000-4000-8000-000000000191",
///             "indicator": "00000000-0000-4000-8000-000000000019",
///             "period": { "start": "2024-01-01", "end": "2024-01-31" },
///             "observed": { "count": { "count": 4 } }
///         }]
///     }"#,
/// )?;
/// assert_eq!((falls.direction, falls.interval), (Direction::AtMost, Some(Interval::Month)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "måleserie")]
#[doc(alias = "tidsserie")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasurementSeries {
    /// Which series.
    pub id: SeriesId,
    /// What a reader calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What is measured; every measurement names the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// The unit that is measured on; every measurement names the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_unit: Option<OrgUnit>,
    /// Which way is better: [`Direction::AtLeast`] where more is, [`Direction::AtMost`] where less is.
    pub direction: Direction,
    /// How often it is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// What was measured, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
    /// The measurements that are shown and not calculated with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// Where the level is set anew, and how it is found; none is one phase throughout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// What is to be reached, and from when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetLine>,
    /// What happened along the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
}

impl MeasurementSeries {
    /// The series of a run of measurements. Indicator and reporting unit are those that all of them name; where
    /// they differ the series names none, and rule `SER004` asks for it.
    ///
    /// ```
    /// use kvalitetsmodel::id::{IndicatorId, MeasurementId, SeriesId};
    /// use kvalitetsmodel::{Direction, Measurement, MeasurementSeries};
    /// use uuid::Uuid;
    ///
    /// let indicator = Some(IndicatorId::new(Uuid::from_u128(18)));
    /// let run = [1, 2].map(|n| Measurement {
    ///     indicator,
    ///     ..Measurement::new(MeasurementId::new(Uuid::from_u128(n)))
    /// });
    /// let series = MeasurementSeries::of(SeriesId::new(Uuid::from_u128(3)), Direction::AtMost, run);
    /// assert_eq!((series.indicator, series.measurements.len()), (indicator, 2));
    /// ```
    #[must_use]
    pub fn of(
        id: SeriesId,
        direction: Direction,
        measurements: impl IntoIterator<Item = Measurement>,
    ) -> Self {
        let measurements: Vec<Measurement> = measurements.into_iter().collect();
        let first = measurements.first();
        let same = |other: &Measurement| first.is_some_and(|first| first.indicator == other.indicator);
        let indicator = first.and_then(|first| first.indicator).filter(|_| measurements.iter().all(same));
        let same =
            |other: &Measurement| first.is_some_and(|first| first.reporting_unit == other.reporting_unit);
        let reporting_unit = first.and_then(|first| first.reporting_unit);
        let reporting_unit = reporting_unit.filter(|_| measurements.iter().all(same));
        Self { indicator, reporting_unit, measurements, ..Self::new(id, direction) }
    }

    /// A series without measurements.
    #[must_use]
    pub const fn new(id: SeriesId, direction: Direction) -> Self {
        Self {
            id,
            title: None,
            indicator: None,
            reporting_unit: None,
            direction,
            interval: None,
            measurements: Vec::new(),
            exclusions: Vec::new(),
            phases: Vec::new(),
            targets: Vec::new(),
            annotations: Vec::new(),
        }
    }
}

impl WithIds for MeasurementSeries {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
        let list = at.key("measurements");
        for (n, measurement) in self.measurements.iter().enumerate() {
            each(measurement.id.subject(), &list.item(n, measurement.id));
        }
    }
}
