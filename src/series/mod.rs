//! Measurement series (*målinger over tid*): change or chance?
//!
//! A series holds the [`Measurement`]s of one indicator at one unit, with what is needed to interpret them:
//! which way is better, how often it is measured, where a new phase begins, which measurements are left out
//! of the calculation, what the target was at each time, and what happened along the way.
//!
//! With the feature `chart`, [`MeasurementSeries::chart`] makes the [`Chart`](crate::chart::Chart): lines, runs and
//! signals, a description in words, the attainment of the target, and proposals for new phases.

mod annotation;
#[cfg(feature = "chart")]
mod charted;
mod exclusion;
mod ordered;
mod phase;
pub(crate) mod rules;
mod target_line;

use alloc::vec::Vec;

pub use annotation::{Annotation, Occasion};
#[cfg(feature = "chart")]
pub use charted::{NotChartable, Obstacle};
pub use exclusion::Exclusion;
pub use phase::Phase;
pub use target_line::TargetLine;

use crate::date::Interval;
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
    /// The measurements can be in any order; their periods decide. A period that was measured without a result
    /// is a measurement that [says so](Measurement::no_result): it is shown as missing, never as zero. Two
    /// measurements of the same time and a gap in the calendar are findings.
    ///
    /// The direction of improvement is mandatory: without it no shift is an improvement or a deterioration.
    ///
    /// # Source
    ///
    /// R-146 and R-147, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade):
    /// two countings cannot show a development, and a small difference may be chance.
    ///
    /// ```
    /// use kvalitetsmodel::date::Interval;
    /// use kvalitetsmodel::figure::Direction;
    /// use kvalitetsmodel::series::MeasurementSeries;
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
            /// The unit that the measurements are about; every measurement names the same.
            pub reporting_unit: Option<OrgUnit> = "indberettende enhed", "reporting unit";
            /// How often it is measured.
            pub interval: Option<Interval> = "måleinterval", "measuring interval";
            /// What was measured, in any order.
            pub measurements: Vec<Measurement> = "målinger", "measurements";
            /// The measurements that are shown but left out of the calculation.
            pub exclusions: Vec<Exclusion> = "udeladte målinger", "excluded measurements";
            /// Where a new level begins, and how it is calculated. An empty list means one phase throughout.
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
    /// otherwise it names none, and rule `SER004` reports it.
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
