//! Measurement series (*målinger over tid*): change or chance?
//!
//! A series holds the [`Measurement`]s of one indicator at one unit, with what is needed to interpret them:
//! which way is better, how often it is measured, where a new phase begins, which measurements are left out
//! of the calculation, what the target was at each time, and what happened along the way.
//!
//! From the quickest to the fullest:
//!
//! - [`RunChart::of`] takes a slice of numbers and gives the median and the runs around it.
//! - [`Chart::new`] takes [`Point`]s, [`Part`]s and a [`ChartKind`] and gives lines, runs and signals, point
//!   by point.
//! - [`MeasurementSeries::chart`] takes a draft. The [`SeriesChart`] also gives a description
//!   [in words](SeriesChart::in_words), the [attainment](SeriesChart::attainment) of the target,
//!   [proposals](SeriesChart::proposed_phases) for new phases and the grade of
//!   [evidence](SeriesChart::evidence), and a picture with the feature `plot`.
//!
//! `docs/series.md` describes the calculations, and where they differ from the reference programs.
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
use crate::id::Id;
use crate::measurement::Measurement;
use crate::model::Indicator;
use crate::organisation::OrgUnit;
use crate::text::Text;

record! {
    /// A measurement series (*måleserie*), as a draft: the measurements of one indicator at one unit over
    /// time.
    ///
    /// The measurements stand in any order; their periods decide. A period that was measured without a result
    /// is a measurement that [says so](Measurement::no_result): it is shown as missing, never as zero. Two
    /// measurements of one time and a gap in the calendar are findings.
    ///
    /// The direction of improvement is mandatory: without it no shift is an improvement or a deterioration.
    ///
    /// # Source
    ///
    /// R-146 and R-147, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade):
    /// two countings cannot show a development, and a small difference may be chance.
    ///
    /// ```
    /// use kvalitetsmodel::series::{Interval, MeasurementSeries};
    /// use kvalitetsmodel::figure::Direction;
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
    pub struct MeasurementSeries: "måleserie", "measurement series", id "series" {
        mandatory {
            /// Which way is better: [`Direction::AtLeast`] for more, [`Direction::AtMost`] for less.
            pub direction: Direction = "ønsket retning", "direction of improvement";
        }
        optional {
            /// What people call it.
            pub title: Option<Text> = "titel", "title";
            /// What is measured; every measurement names the same.
            pub indicator: Option<Id<Indicator>> = "indikator", "indicator";
            /// The unit that is measured on; every measurement names the same.
            pub reporting_unit: Option<OrgUnit> = "indberettende enhed", "reporting unit";
            /// How often it is measured.
            pub interval: Option<Interval> = "måleinterval", "measuring interval";
            /// What was measured, in any order.
            pub measurements: Vec<Measurement> = "målinger", "measurements";
            /// The measurements that are shown but left out of the calculation.
            pub exclusions: Vec<Exclusion> = "udeladte målinger", "excluded measurements";
            /// Where a new level begins, and how it is calculated. An empty list is one phase throughout.
            pub phases: Vec<Phase> = "faser", "phases";
            /// What is to be reached, and from when.
            pub targets: Vec<TargetLine> = "mållinjer", "target lines";
            /// What happened along the way.
            pub annotations: Vec<Annotation> = "noter", "annotations";
        }
    }
}

impl MeasurementSeries {
    /// A series of measurements. It names an indicator and a reporting unit if all measurements name the same;
    /// otherwise it names none, and rule `SER004` asks for it.
    ///
    /// ```
    /// use kvalitetsmodel::{figure::Direction, id::Id, measurement::Measurement, series::MeasurementSeries};
    ///
    /// let indicator = Some(Id::from_u128(18));
    /// let falls = [1, 2].map(|n| Measurement { indicator, ..Measurement::new(Id::from_u128(n)) });
    /// let series = MeasurementSeries::of(Id::from_u128(3), Direction::AtMost, falls);
    /// assert_eq!((series.indicator, series.measurements.len()), (indicator, 2));
    /// ```
    #[must_use]
    pub fn of(
        id: Id<Self>,
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
}
