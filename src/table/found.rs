//! What a table contains: measurements over time.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::note::Note;
use super::number::whole;
use super::time::Time;
#[cfg(feature = "chart")]
use crate::chart::{Chart, ChartKind};
use crate::date::{Interval, Period};
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::measurement::{Measurement, NoResult, Observed};
#[cfg(feature = "chart")]
use crate::series::NotChartable;
use crate::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase, TargetLine};
use crate::text::Text;

/// The measurements that a table contains, in the order of time.
///
/// ```
/// use kvalitetsmodel::figure::{Direction, Unit};
/// use kvalitetsmodel::date::Interval;
/// use kvalitetsmodel::table::{Choice, Outcome, Table};
///
/// let file = "Måned;Ventetid (timer)\n2024-01;4,5\n2024-02;<2\n";
/// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
/// let found = Table::read(file.as_bytes()).and_then(|table| table.measurements(&choice)).expect("read");
/// assert_eq!((found.title.as_deref(), &found.unit), (Some("Ventetid"), &Unit::Hours));
/// assert_eq!(found.interval, Some(Interval::Month));
/// assert_eq!(found.rows[1].outcome, Outcome::Suppressed { below: 2.into() });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Found {
    /// What is measured, if the table or the caller says so.
    pub title: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// The unit of a target for the figures: percent for shares, and that of the exposure for rates.
    pub unit: Unit,
    /// How often it is measured. `None` if the times are not regular.
    pub interval: Option<Interval>,
    /// The measurements.
    pub rows: Vec<Measured>,
    /// Where a new level begins.
    pub phases: Vec<Phase>,
    /// What is to be reached.
    pub targets: Vec<TargetLine>,
    /// What is read differently than expected, and what is not read: [`Table::notes`](super::Table::notes) and what was
    /// noted after that.
    pub notes: Vec<Note>,
}

/// A measurement of a table: one row, or the rows of one subgroup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Measured {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The days that it covers.
    pub period: Period,
    /// The result.
    pub outcome: Outcome,
    /// `true` if it is left out of the calculation.
    pub excluded: bool,
    /// What the table notes about it: what happened, or why it is excluded.
    pub note: Option<Text>,
    #[serde(skip)]
    pub(super) time: Time,
}

/// What a measurement found. A result that is missing, one that is suppressed and zero are three things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Outcome {
    /// A result.
    Observed(Observed),
    /// No result: the cell is empty, or says that nothing was found.
    Missing,
    /// A result that is not published because it is below a figure: `<5`.
    Suppressed {
        /// The figure.
        below: Decimal,
    },
}

impl Found {
    /// The measurements as a series. Each gets the id that `id_of` returns for its line.
    ///
    /// The series names no indicator and no reporting unit; a caller that knows them sets them, there and in the
    /// measurements.
    ///
    /// ```
    /// use kvalitetsmodel::organisation::SocialService;
    /// use kvalitetsmodel::{figure::Direction, id::Id, table::{Choice, Table}};
    ///
    /// let table = Table::read("Måned;Fald\n2024-01;7\n2024-02;..\n".as_bytes()).expect("a table");
    /// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
    /// let found = table.measurements(&choice).expect("read");
    /// let mut series = found.into_series(Id::from_u128(1), |line| Id::from_u128(1000 + line as u128));
    /// assert_eq!(series.measurements[1].id, Id::from_u128(1003));
    /// assert_eq!(series.measurements[1].observed, None);
    ///
    /// let (falls, service) = (Some(Id::from_u128(2)), Some(Id::<SocialService>::from_u128(3).into()));
    /// (series.indicator, series.reporting_unit) = (falls, service);
    /// for measurement in &mut series.measurements {
    ///     (measurement.indicator, measurement.reporting_unit) = (falls, service);
    /// }
    /// ```
    #[must_use]
    pub fn into_series(
        self,
        id: Id<MeasurementSeries>,
        mut id_of: impl FnMut(usize) -> Id<Measurement>,
    ) -> MeasurementSeries {
        let mut series = MeasurementSeries::new(id, self.direction);
        let is_of_percents = self.rows.iter().any(|row| {
            matches!(&row.outcome, Outcome::Observed(Observed::Value { unit: Some(Unit::Percent), .. }))
        });
        series.title = self.title.map(Text::from);
        series.interval = self.interval;
        series.phases = self.phases;
        series.targets = self.targets;
        let is_in_percent =
            |row: &Measured| matches!(&row.outcome, Outcome::Suppressed { .. }) && is_of_percents;
        for row in self.rows {
            let in_percent = is_in_percent(&row);
            let id = id_of(row.line);
            let mut measurement = Measurement::new(id);
            measurement.period = Some(row.period);
            match row.outcome {
                Outcome::Observed(observed) => measurement.observed = Some(observed),
                Outcome::Missing => {}
                Outcome::Suppressed { below } => {
                    measurement.no_result = Some(NoResult::Suppressed {
                        // The bound of a series is that of a count.
                        below: whole(below).filter(|_| !in_percent),
                    });
                }
            }
            series.measurements.push(measurement);
            if row.excluded {
                series.exclusions.push(Exclusion { measurement: id, reason: row.note });
            } else if let (Some(on), Some(text)) = (row.time.as_date(), row.note) {
                series.annotations.push(Annotation { on, occasion: Occasion::Event {}, text: Some(text) });
            }
        }
        series
    }

    /// The chart of the measurements, without a series and ids (feature `chart`).
    ///
    /// # Errors
    ///
    /// [`NotChartable`], as for [`MeasurementSeries::chart`]. The measurement that it names has the number of its
    /// line as its id.
    ///
    /// ```
    /// use kvalitetsmodel::chart::ChartKind;
    /// use kvalitetsmodel::{Lang, figure::Direction, table::{Choice, Table}};
    ///
    /// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
    /// let found = Table::read("Måned;Fald\n2024-01;7\n2024-02;<5\n".as_bytes())?.measurements(&choice)?;
    /// let chart = found.chart(ChartKind::Run)?;
    /// assert_eq!(chart.point_in_lang(1, Lang::Da).to_string(), "skjult (under 5)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "chart")]
    pub fn chart(&self, kind: ChartKind) -> Result<Chart, NotChartable> {
        let id_of = |line| Id::from_u128(u128::try_from(line).unwrap_or_default());
        self.clone().into_series(Id::from_u128(0), id_of).chart(kind)
    }
}
