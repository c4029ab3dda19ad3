//! The chart of a series.

use alloc::vec::Vec;

use super::{MeasurementSeries, Occasion, Phase};
use crate::chart::{
    Attainment, Chart, ChartData, ChartError, ChartKind, ChartNote, ChartSettings, DataPhase, DataPoint,
    DataTarget, Figure, NoteKind, Place, Proposal, Scale, Unassessed,
};
use crate::date::{Interval, Period};
use crate::figure::CompleteResult;
use crate::id::Id;
use crate::measurement::{Measurement, NoResult, Observed};
use crate::sorted::{sort_by, sort_by_key};
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, error_type};

/// A measurement and the days it covers.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    period: Period,
    measurement: &'a Measurement,
}

impl MeasurementSeries {
    /// The chart of the series. The phases are its parts; excluded measurements are shown but left out of the
    /// calculation; the order of the measurements in the draft does not matter. The points are the measurements
    /// [by time](Self::by_time).
    ///
    /// # Errors
    ///
    /// [`NotChartable`] if the draft does not say what the chart needs, or contradicts itself: a
    /// measurement without a period, two results for January, counts among shares, 21 of 20.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{ChartKind, ChartOutcome};
    /// use kvalitetsmodel::date::PartialDate;
    /// use kvalitetsmodel::measurement::{Measurement, Observed};
    /// use kvalitetsmodel::{figure::Direction, id::Id, series::MeasurementSeries};
    ///
    /// let mut falls = MeasurementSeries::new(Id::from_u128(1), Direction::AtMost);
    /// for (month, count) in (1..=12).zip([4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4]) {
    ///     let id = Id::from_u128(u128::from(month));
    ///     let period = PartialDate::of_month(2024, month).map(Into::into);
    ///     falls.measurements.push(Measurement {
    ///         period,
    ///         observed: Some(Observed::of_count(count)),
    ///         ..Measurement::new(id)
    ///     });
    /// }
    /// let chart = falls.chart(ChartKind::Run)?;
    /// assert_eq!(chart.points()[0].lines().centre(), Some(4.5));
    /// assert_eq!(chart.latest_phase().map(|phase| phase.outcome()), Some(ChartOutcome::Random));
    /// # Ok::<(), kvalitetsmodel::series::NotChartable>(())
    /// ```
    pub fn chart(&self, kind: ChartKind) -> Result<Chart, NotChartable> {
        self.chart_with(kind, ChartSettings::default())
    }

    /// The chart of the series, calculated as the settings say.
    ///
    /// # Errors
    ///
    /// [`NotChartable`], as for [`chart`](Self::chart).
    pub fn chart_with(&self, kind: ChartKind, settings: ChartSettings) -> Result<Chart, NotChartable> {
        let points = self.placed()?;
        let mut data = self.data(&points)?;
        if kind.shows_shares() && data.points.iter().all(|point| !point.figure.is_result()) {
            // No result says what is measured.
            data.scale = Scale::Share;
        }
        data.chart_with(kind, settings).map_err(|error| NotChartable {
            measurement: error.point().and_then(|n| points.get(n)).map(|placed| placed.measurement.id),
            because: Obstacle::Chart(error),
        })
    }

    /// What a chart of the series is made of, without its ids.
    ///
    /// # Errors
    ///
    /// [`NotChartable`], as for [`chart`](Self::chart).
    pub fn chart_data(&self) -> Result<ChartData, NotChartable> {
        self.data(&self.placed()?)
    }

    /// The measurements in the order of time, one for each point of a chart.
    ///
    /// # Errors
    ///
    /// [`NotChartable`] for a measurement that has no place in that order.
    pub fn by_time(&self) -> Result<Vec<&Measurement>, NotChartable> {
        Ok(self.placed()?.into_iter().map(|placed| placed.measurement).collect())
    }

    /// How the figures of a chart of this series compare with a target figure, over all its days.
    ///
    /// Not assessable if the target figure lacks its direction, value or unit, is of another indicator, or has the
    /// opposite direction. This is about the run of the figures, and asks for less than
    /// [`TargetFigure::evaluate`], which says whether the target figure was met at its measuring time: for that it must
    /// also state who is measured, when, and from which data source.
    #[must_use]
    pub fn attainment_of(&self, target: &TargetFigure, chart: &Chart) -> Attainment {
        let Some(threshold) = target.threshold() else {
            return Attainment::unassessed(Unassessed::TargetLacks {
                parts: target.missing_of_threshold().collect(),
            });
        };
        if self.indicator.is_none()
            || target.indicator.as_ref().map(|indicator| indicator.id) != self.indicator
        {
            return Attainment::unassessed(Unassessed::OtherIndicator);
        }
        if threshold.direction != self.direction {
            return Attainment::unassessed(Unassessed::OtherDirection);
        }
        chart.attainment_of(&DataTarget { from: None, value: threshold.value, unit: threshold.unit.clone() })
    }

    fn data(&self, points: &[Placed<'_>]) -> Result<ChartData, NotChartable> {
        let mut scale: Option<Scale> = None;
        let mut excluded: Vec<Id<Measurement>> = self.exclusions.iter().map(|one| one.measurement).collect();
        sort_by(&mut excluded, Ord::cmp);
        let mut figures = Vec::with_capacity(points.len());
        for placed in points {
            let refuse = |because| NotChartable { measurement: Some(placed.measurement.id), because };
            let figure = match (&placed.measurement.observed, placed.measurement.no_result) {
                (None, None) => Figure::Missing,
                (None, Some(NoResult::Nothing)) => Figure::NoResult,
                (None, Some(NoResult::Suppressed { below })) => Figure::Suppressed { below },
                (Some(_), Some(_)) => return Err(refuse(Obstacle::ResultAndNone)),
                (Some(observed), None) => {
                    let stated = observed.stated().ok_or(refuse(Obstacle::ResultIncomplete))?;
                    match &scale {
                        Some(scale) if !is_on(scale, observed) => return Err(refuse(Obstacle::MixedFigures)),
                        Some(_) => {}
                        None => scale = Some(scale_of(&stated)),
                    }
                    figure(stated)
                }
            };
            let is_excluded = excluded.binary_search(&placed.measurement.id).is_ok();
            figures.push(DataPoint { at: Some(placed.period), figure, is_excluded });
        }
        let mut data = ChartData::of(self.direction, scale.unwrap_or(Scale::Count), []);
        data.points = figures;
        data.title.clone_from(&self.title);
        data.interval = self.interval;
        data.phases = self.chart_phases(points)?;
        data.targets = self
            .targets
            .iter()
            .map(|target| DataTarget {
                from: target.from.map(Place::Day),
                value: target.value,
                unit: target.unit.clone(),
            })
            .collect();
        data.notes = self
            .annotations
            .iter()
            .map(|one| {
                let kind = match one.occasion {
                    Occasion::Cycle { .. } => NoteKind::Cycle,
                    Occasion::Action { .. } => NoteKind::Action,
                    Occasion::NewWayOfMeasuring => NoteKind::NewWayOfMeasuring,
                    Occasion::Event => NoteKind::Event,
                };
                ChartNote { at: Place::On(one.on), kind, text: one.text.clone() }
            })
            .collect();
        Ok(data)
    }

    /// The measurements by the first day of their periods.
    fn placed(&self) -> Result<Vec<Placed<'_>>, NotChartable> {
        let mut points = Vec::with_capacity(self.measurements.len());
        for measurement in &self.measurements {
            let refuse = |because| NotChartable { measurement: Some(measurement.id), because };
            let period = measurement.period.ok_or(refuse(Obstacle::NoPeriod))?;
            if !period.is_ordered() {
                return Err(refuse(Obstacle::PeriodBackwards));
            }
            points.push(Placed { period, measurement });
        }
        sort_by_key(&mut points, |placed| (placed.period, placed.measurement.id));
        // If the ids are equal as well, neither comes first.
        let by_event = self.interval == Some(Interval::ByEvent);
        let twice = |one: &Placed<'_>, next: &Placed<'_>| {
            one.period == next.period && (!by_event || one.measurement.id == next.measurement.id)
        };
        if let Some([_, second]) =
            points.windows(2).find(|pair| matches!(pair, [one, next] if twice(one, next)))
        {
            return Err(NotChartable {
                measurement: Some(second.measurement.id),
                because: Obstacle::SameTime,
            });
        }
        Ok(points)
    }

    /// The phases that contain a measurement.
    fn chart_phases(&self, points: &[Placed<'_>]) -> Result<Vec<DataPhase>, NotChartable> {
        let mut phases: Vec<&Phase> = self.phases.iter().collect();
        sort_by_key(&mut phases, |phase| phase.from);
        if phases.windows(2).any(|pair| matches!(pair, [one, next] if one.from == next.from)) {
            return Err(NotChartable { measurement: None, because: Obstacle::PhasesTogether });
        }
        let mut parts = alloc::vec![DataPhase::default()];
        for phase in phases {
            let from = phase.from;
            let first = points.partition_point(|placed| from.is_some_and(|from| placed.period.start < from));
            if first >= points.len() {
                continue;
            }
            // The previous phase contains no measurement.
            parts.pop_if(|last| last.first == first);
            let baseline = phase.baseline_until.map(|until| {
                points.get(first..).unwrap_or_default().partition_point(|placed| placed.period.start <= until)
            });
            parts.push(DataPhase {
                first,
                from,
                label: phase.label.clone(),
                baseline,
                centre: phase.centre.map(Into::into),
                sigma: phase.sigma.map(Into::into),
            });
        }
        Ok(parts)
    }
}

impl Phase {
    /// The proposed phase, as it would be added to a series; whoever decides on it writes its grounds.
    #[must_use]
    pub fn proposed(proposal: &Proposal<'_>) -> Self {
        Self { from: proposal.from, ..Self::default() }
    }
}

fn scale_of(stated: &CompleteResult<'_>) -> Scale {
    match stated {
        CompleteResult::Share { .. } => Scale::Share,
        CompleteResult::Count(_) => Scale::Count,
        CompleteResult::Value { unit, .. } | CompleteResult::Subgroup { unit, .. } => {
            Scale::In((*unit).clone())
        }
        CompleteResult::Rate { unit, .. } => Scale::Per((*unit).clone()),
    }
}

/// Returns `true` if the result is measured on that scale.
fn is_on(scale: &Scale, observed: &Observed) -> bool {
    match (scale, observed) {
        (Scale::Share, Observed::Share { .. }) | (Scale::Count, Observed::Count { .. }) => true,
        (Scale::In(unit), Observed::Value { unit: other, .. } | Observed::Subgroup { unit: other, .. })
        | (Scale::Per(unit), Observed::Rate { unit: other, .. }) => other.as_ref() == Some(unit),
        _ => false,
    }
}

fn figure(stated: CompleteResult<'_>) -> Figure {
    match stated {
        CompleteResult::Share { part, whole } => Figure::Share { part, whole },
        CompleteResult::Count(count) => Figure::Count(count),
        CompleteResult::Value { value, .. } => Figure::Single((*value).into()),
        CompleteResult::Rate { events, exposure, .. } => {
            Figure::Rate { events, exposure: (*exposure).into() }
        }
        CompleteResult::Subgroup { values, .. } => {
            Figure::Subgroup(values.iter().map(|value| (*value).into()).collect())
        }
    }
}

/// Why no chart can be made of a series.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{}", self.in_english())]
pub struct NotChartable {
    /// The measurement that prevents it. `None` if it is a phase, or if this kind of chart cannot be made of any of them.
    pub measurement: Option<Id<Measurement>>,
    /// What is wrong.
    pub because: Obstacle,
}

/// What prevents a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Obstacle {
    /// The measurement has no period, and so no place in the order of time.
    NoPeriod,
    /// Its period ends before it starts.
    PeriodBackwards,
    /// Another measurement has the same period and, if the series is measured by event, the same id.
    SameTime,
    /// A part of its result is not stated: a share without its whole, a figure without its unit.
    ResultIncomplete,
    /// It has a result, and says that it has none.
    ResultAndNone,
    /// Its form or unit differs from that of those before it: a count among shares, days among hours.
    MixedFigures,
    /// Two phases begin on the same day.
    PhasesTogether,
    /// This kind of chart cannot be made of the series.
    Chart(ChartError),
}

error_type! {
    NotChartable,
    fixed |error| (error.because.kind_in_json(), error.because.words()),
    at |error, f| error.measurement.map_or(Ok(()), |id| write!(f, " (measurement {id})")),
    "measurement": |error: &NotChartable| error.measurement,
    "because": |error: &NotChartable| match error.because {
        Obstacle::Chart(error) => Some(error),
        _ => None,
    },
}

impl Obstacle {
    const fn kind_in_json(&self) -> &'static str {
        match self {
            Self::NoPeriod => "noPeriod",
            Self::PeriodBackwards => "periodBackwards",
            Self::SameTime => "sameTime",
            Self::ResultIncomplete => "resultIncomplete",
            Self::ResultAndNone => "resultAndNone",
            Self::MixedFigures => "mixedFigures",
            Self::PhasesTogether => "phasesTogether",
            Self::Chart(_) => "chart",
        }
    }

    const fn words(&self) -> Bilingual {
        match self {
            Self::NoPeriod => Bilingual::new("målingen har ingen periode", "the measurement has no period"),
            Self::PeriodBackwards => Bilingual::new(
                "målingens periode slutter, før den begynder",
                "the period of the measurement ends before it starts",
            ),
            Self::SameTime => {
                Bilingual::new("to målinger har samme periode", "two measurements have the same period")
            }
            Self::ResultIncomplete => {
                Bilingual::new("resultatet er ikke fuldt oplyst", "the result is not fully stated")
            }
            Self::ResultAndNone => Bilingual::new(
                "målingen har et resultat og siger, at den ikke har noget",
                "the measurement has a result, and says that it has none",
            ),
            Self::MixedFigures => Bilingual::new(
                "målingerne er gjort op på forskellige måder",
                "the measurements mix different kinds of figures",
            ),
            Self::PhasesTogether => {
                Bilingual::new("to faser begynder samme dag", "two phases begin on the same day")
            }
            Self::Chart(error) => error.words(),
        }
    }
}
