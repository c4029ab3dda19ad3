//! The chart of a series.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::chart::{Chart, ChartError, ChartKind, ChartPart, ChartSettings, Part, Point, PointError};
use super::scale::{Scale, point};
use super::{Interval, MeasurementSeries, Phase, TargetLine};
use crate::Lang;
use crate::date::Period;
use crate::figure::PART_EXCEEDS_WHOLE;
use crate::id::Id;
use crate::measurement::{Measurement, Stated};
use crate::sorted::{sort_by, sort_by_key};
use crate::text::Bilingual;

/// A series in the order of time, and its chart.
///
/// The points of [`chart`](Self::chart) are the measurements of the series by the first day of their periods;
/// its parts are the phases.
///
/// ```
/// use kvalitetsmodel::date::PartialDate;
/// use kvalitetsmodel::measurement::{Measurement, Observed};
/// use kvalitetsmodel::series::{ChartKind, ChartSettings, MeasurementSeries, Outcome};
/// use kvalitetsmodel::{figure::Direction, id::Id};
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
/// let chart = falls.chart(ChartKind::Run, &ChartSettings::default())?;
/// assert_eq!(chart.chart().points()[0].lines().centre(), Some(4.5));
/// assert_eq!(chart.latest_part().map(|part| part.outcome()), Some(Outcome::Random));
/// # Ok::<(), kvalitetsmodel::series::NotChartable>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesChart<'a> {
    series: &'a MeasurementSeries,
    chart: Chart,
    scale: Scale<'a>,
    points: Vec<Placed<'a>>,
    phases: Vec<Option<&'a Phase>>,
    targets: Vec<&'a TargetLine>,
}

/// A measurement and the days it covers.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Placed<'a> {
    period: Period,
    measurement: &'a Measurement,
}

impl MeasurementSeries {
    /// The chart of the series. The phases are its parts; excluded measurements are shown and not calculated
    /// with; the order of the measurements in the draft does not matter.
    ///
    /// # Errors
    ///
    /// [`NotChartable`] where the draft does not say what the chart needs, or says two things at once: a
    /// measurement without a period, two results for January, counts among shares, 21 of 20.
    pub fn chart(&self, kind: ChartKind, settings: &ChartSettings) -> Result<SeriesChart<'_>, NotChartable> {
        let points = self.placed()?;
        let mut scale = None;
        let mut excluded: Vec<Id<Measurement>> = self.exclusions.iter().map(|one| one.measurement).collect();
        sort_by(&mut excluded, Ord::cmp);
        let mut figures = Vec::with_capacity(points.len());
        for placed in &points {
            let refuse = |because| NotChartable { measurement: Some(placed.measurement.id), because };
            let figure = match &placed.measurement.observed {
                None => Point::MISSING,
                Some(observed) => {
                    let (Some(other), Some(result)) = (Scale::of(observed), observed.stated()) else {
                        return Err(refuse(Obstacle::ResultIncomplete));
                    };
                    if *scale.get_or_insert(other) != other {
                        return Err(refuse(Obstacle::MixedFigures));
                    }
                    // In whole numbers: as doubles two that are nearly 2^64 can be one.
                    if matches!(result, Stated::Share { part, whole } if whole > 0 && part > whole) {
                        return Err(refuse(Obstacle::PartExceedsWhole));
                    }
                    point(result).map_err(|error| refuse(Obstacle::Figure(error)))?
                }
            };
            let is_excluded = excluded.binary_search(&placed.measurement.id).is_ok();
            figures.push(if is_excluded { figure.excluded() } else { figure });
        }
        let scale = scale.unwrap_or(if kind.shows_shares() { Scale::Share } else { Scale::Count });
        let (phases, parts) = self.parts(kind, &points, scale)?;
        let chart = Chart::new(kind, &figures, &parts, settings).map_err(|error| NotChartable {
            measurement: error.point().and_then(|n| points.get(n)).map(|placed| placed.measurement.id),
            because: Obstacle::Chart(error),
        })?;
        let mut targets: Vec<&TargetLine> = self.targets.iter().collect();
        // Of two that begin together (SER013) the lower one goes before, whatever the order of the draft.
        sort_by_key(&mut targets, |target| (target.from, target.value));
        Ok(SeriesChart { series: self, chart, scale, points, phases, targets })
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
        // Of two with one id, too, none comes first.
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

    /// The phases that hold a measurement, as parts of a chart. What is known of a level or a spread is left out
    /// where the kind of chart has no use for it: one draft is drawn as many charts.
    fn parts<'a>(
        &'a self,
        kind: ChartKind,
        points: &[Placed<'_>],
        scale: Scale<'_>,
    ) -> Result<(Vec<Option<&'a Phase>>, Vec<Part>), NotChartable> {
        let mut phases: Vec<&Phase> = self.phases.iter().collect();
        sort_by_key(&mut phases, |phase| phase.from);
        if phases.windows(2).any(|pair| matches!(pair, [one, next] if one.from == next.from)) {
            return Err(NotChartable { measurement: None, because: Obstacle::PhasesTogether });
        }
        let starts = |phase: &Phase| {
            let from = phase.from;
            points.partition_point(|placed| from.is_some_and(|from| placed.period.start < from))
        };
        let mut of_phases = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut add = |phase: Option<&'a Phase>, first: usize| {
            if parts.last().is_some_and(|last| last.first == first) {
                // The phase before holds no measurement.
                parts.pop();
                of_phases.pop();
            }
            let baseline = phase.and_then(|phase| phase.baseline_until).map(|until| {
                points.get(first..).unwrap_or_default().partition_point(|placed| placed.period.start <= until)
            });
            let centre = phase.and_then(|phase| phase.centre).filter(|_| kind.shows_level());
            let centre = centre.map(|centre| scale.place(centre));
            let sigma = phase.and_then(|phase| phase.sigma).filter(|_| kind.takes_sigma());
            let sigma = sigma.map(|sigma| scale.place(sigma));
            parts.push(Part { first, baseline, centre, sigma });
            of_phases.push(phase);
        };
        add(None, 0);
        for phase in phases {
            let first = starts(phase);
            if first < points.len() {
                add(Some(phase), first);
            }
        }
        Ok((of_phases, parts))
    }
}

impl<'a> SeriesChart<'a> {
    /// The series.
    #[must_use]
    pub const fn series(&self) -> &'a MeasurementSeries {
        self.series
    }

    /// Lines, runs and signals.
    #[must_use]
    pub const fn chart(&self) -> &Chart {
        &self.chart
    }

    /// What its figures are.
    #[must_use]
    pub const fn scale(&self) -> Scale<'a> {
        self.scale
    }

    /// The measurement of a point, by the index in [`Chart::points`].
    #[must_use]
    pub fn measurement(&self, point: usize) -> Option<&'a Measurement> {
        self.points.get(point).map(|placed| placed.measurement)
    }

    /// The days of a point.
    #[must_use]
    pub fn period(&self, point: usize) -> Option<Period> {
        self.points.get(point).map(|placed| placed.period)
    }

    /// The phase of a part, by the index in [`Chart::parts`]; nothing for one that no phase describes.
    #[must_use]
    pub fn phase(&self, part: usize) -> Option<&'a Phase> {
        self.phases.get(part).copied().flatten()
    }

    /// The last phase: how things stand now. `None` if there are no measurements.
    #[must_use]
    pub fn latest_part(&self) -> Option<&ChartPart> {
        self.chart.parts().last()
    }

    /// The target that holds on a day.
    #[must_use]
    pub fn target_on(&self, day: NaiveDate) -> Option<&'a TargetLine> {
        let begun = self.targets.partition_point(|target| target.from.is_none_or(|from| from <= day));
        self.targets.get(begun.checked_sub(1)?).copied()
    }

    /// Where the target of a day lies on the chart, or `None` if there is none, if it is in another unit, or if
    /// the chart shows no level.
    #[must_use]
    pub fn target_line_on(&self, day: NaiveDate) -> Option<f64> {
        let target = self.target_on(day)?;
        let has_place = self.chart.kind().shows_level() && self.scale.takes(&target.unit);
        has_place.then(|| self.scale.place(target.value))
    }
}

/// A series that no chart can be made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NotChartable {
    /// Which measurement stands in the way, or `None` if it is a phase.
    pub measurement: Option<Id<Measurement>>,
    /// What is wrong.
    pub because: Obstacle,
}

/// What stands in the way of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Obstacle {
    /// The measurement has no period, so that it has no place in the order of time.
    NoPeriod,
    /// Its period ends before it starts.
    PeriodBackwards,
    /// Another measurement has the same period; where it is measured by event, the same id as well.
    SameTime,
    /// A part of its result is not stated: a share without its whole, a figure without its unit.
    ResultIncomplete,
    /// It was found in another way than those before it: a count among shares, days among hours.
    MixedFigures,
    /// It is a share of 21 of 20.
    PartExceedsWhole,
    /// Its figures make no point: 1 of 0.
    Figure(PointError),
    /// Two phases begin on the same day.
    PhasesTogether,
    /// The kind of chart cannot be made of it.
    Chart(ChartError),
}

impl NotChartable {
    /// What is wrong, for a reader.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> &'static str {
        let words = match &self.because {
            Obstacle::NoPeriod => {
                Bilingual::new("målingen har ingen periode", "the measurement has no period")
            }
            Obstacle::PeriodBackwards => Bilingual::new(
                "målingens periode slutter, før den begynder",
                "the period of the measurement ends before it starts",
            ),
            Obstacle::SameTime => {
                Bilingual::new("to målinger har samme periode", "two measurements have the same period")
            }
            Obstacle::ResultIncomplete => {
                Bilingual::new("resultatet er ikke fuldt oplyst", "the result is not fully stated")
            }
            Obstacle::MixedFigures => Bilingual::new(
                "målingerne er gjort op på forskellige måder",
                "the measurements are not figures of one kind",
            ),
            Obstacle::PartExceedsWhole => PART_EXCEEDS_WHOLE,
            Obstacle::Figure(PointError::NegativeWhole) => {
                Bilingual::new("nævneren er negativ", "the whole is negative")
            }
            Obstacle::Figure(PointError::PartOfNothing) => Bilingual::new(
                "der er en tæller, men nævneren er nul",
                "there is a part, and the whole is zero",
            ),
            Obstacle::Figure(_) => Bilingual::new("tallet er for stort", "the figure is too large"),
            Obstacle::PhasesTogether => {
                Bilingual::new("to faser begynder samme dag", "two phases begin on the same day")
            }
            Obstacle::Chart(error) => return error.in_lang(lang),
        };
        words.in_lang(lang)
    }
}

impl fmt::Display for NotChartable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_lang(Lang::En))?;
        self.measurement.map_or(Ok(()), |id| write!(f, " (measurement {id})"))
    }
}

impl core::error::Error for NotChartable {}
