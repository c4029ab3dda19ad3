//! What a chart is made of: plain figures, in the order of time.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Chart, ChartError, ChartKind, ChartSettings, Figure, Number, Scale};
use crate::date::{Interval, PartialDate, Period};
use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::text::{Bilingual, Text};

/// What a chart is made of: figures in the order of time, with or without dates, which way is better, and what
/// is known about them.
///
/// The direction of improvement is mandatory: without it no shift is an improvement or a deterioration.
///
/// ```
/// use kvalitetsmodel::chart::{ChartData, ChartKind, ChartOutcome};
/// use kvalitetsmodel::date::Interval;
/// use kvalitetsmodel::figure::Direction;
///
/// let falls = [4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4];
/// let chart = ChartData::counts(Direction::AtMost, falls)
///     .with_title("Fald pr. måned")
///     .with_interval(Interval::Month, "2024-01-01".parse()?)
///     .chart(ChartKind::Run)?;
/// assert_eq!(chart.points()[0].lines().centre(), Some(4.5));
/// assert_eq!(chart.latest_phase().map(|phase| phase.outcome()), Some(ChartOutcome::Random));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Its fields are for what has no function of its own:
///
/// ```
/// use kvalitetsmodel::chart::{ChartData, ChartKind, Figure, ChartNote, NoteKind, Place, Scale};
/// use kvalitetsmodel::date::Interval;
/// use kvalitetsmodel::figure::Direction;
///
/// let share = |part| Figure::Share { part, whole: 40 };
/// let months = [share(28), Figure::Missing, Figure::Suppressed { below: Some(5) }, share(12), share(34), share(35)];
/// let mut data = ChartData::of(Direction::AtLeast, Scale::Share, months)
///     .with_interval(Interval::Month, "2024-01-01".parse()?)
///     .with_target(80.into())
///     .with_phase_from(4);
/// data.points[3].is_excluded = true;
/// data.phases[1].label = Some("Ny arbejdsgang".into());
/// let text = Some("Tavlemøder indført".into());
/// data.notes.push(ChartNote { at: Place::Day("2024-04-15".parse()?), kind: NoteKind::Action, text });
/// let chart = data.chart(ChartKind::P)?;
/// assert_eq!((chart.phases().len(), chart.phases()[0].figures()), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChartData {
    /// What people call it.
    pub title: Option<Text>,
    /// Which way is better: [`Direction::AtLeast`] for more, [`Direction::AtMost`] for less.
    pub direction: Direction,
    /// What the figures are.
    pub scale: Scale,
    /// How often it is measured.
    pub interval: Option<Interval>,
    /// The figures, in the order of time.
    pub points: Vec<DataPoint>,
    /// Where a new level begins, in the order of the points. An empty list means one phase throughout.
    pub phases: Vec<DataPhase>,
    /// What is to be reached, and from when.
    pub targets: Vec<DataTarget>,
    /// What happened along the way.
    pub notes: Vec<ChartNote>,
}

/// A figure and its time.
#[derive(Debug, Clone, PartialEq)]
pub struct DataPoint {
    /// The days that it covers. Either all points of a chart have days, or none has.
    pub at: Option<Period>,
    /// What was found.
    pub figure: Figure,
    /// Whether it is shown but left out of the calculation.
    pub is_excluded: bool,
}

/// A phase: the point from which a level of its own is calculated.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataPhase {
    /// The index of its first point, from zero; that of the first phase is 0.
    pub first: usize,
    /// The day on which it begins, if that is not the first day of its first point.
    pub from: Option<NaiveDate>,
    /// What people call it.
    pub label: Option<Text>,
    /// How many of its first points centre line and limits are calculated from (*frosset niveau*); if absent, all.
    #[doc(alias = "freeze")]
    pub baseline: Option<usize>,
    /// The centre line, if it is known: the line that is drawn; on a G chart the median.
    ///
    /// **Unit:** that of the figures; percent for shares.
    pub centre: Option<Number>,
    /// The standard deviation, if it is known; only I, I′, MR, X̄ and S charts take it.
    ///
    /// **Range:** not negative. **Unit:** that of the figures; percentage points for shares.
    pub sigma: Option<Number>,
}

/// A target, from a time on; it holds until the next one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTarget {
    /// From when it holds; if absent, from the beginning.
    pub from: Option<Place>,
    /// The figure to reach, in the direction of the chart.
    pub value: Decimal,
    /// Its unit: percent for shares, count for counts, otherwise the unit of the figures.
    pub unit: Unit,
}

/// Something that happened along the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartNote {
    /// When.
    pub at: Place,
    /// What kind of thing it was.
    pub kind: NoteKind,
    /// What happened, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// A place in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// At a point, by its index from zero.
    Point(usize),
    /// On a day; only for a chart whose points have days.
    Day(NaiveDate),
    /// On a date that may be a longer stretch of time, such as May 2024; only for a chart whose points have days.
    On(PartialDate),
}

/// What kind of thing a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum NoteKind {
    /// A PDSA cycle (*prøvehandling*) was carried out.
    Cycle,
    /// An action (*indsats*) began.
    Action,
    /// A new way of measuring began: the figures before and after cannot be compared directly.
    NewWayOfMeasuring,
    /// Anything else that a reader should know.
    Event,
}

impl DataTarget {
    /// The target as a threshold for figures.
    #[must_use]
    pub fn threshold(&self, direction: Direction) -> Threshold {
        Threshold { direction, value: self.value, unit: self.unit.clone() }
    }
}

impl NoteKind {
    /// Its name for a reader.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Cycle => Bilingual::new("prøvehandling (PDSA)", "PDSA cycle"),
            Self::Action => Bilingual::new("indsats", "action"),
            Self::NewWayOfMeasuring => Bilingual::new("ny målemetode", "new way of measuring"),
            Self::Event => Bilingual::new("hændelse", "event"),
        }
    }
}

impl ChartData {
    /// Counts, one for each time.
    #[must_use]
    pub fn counts(direction: Direction, counts: impl IntoIterator<Item = u64>) -> Self {
        Self::of(direction, Scale::Count, counts.into_iter().map(Figure::Count))
    }

    /// Single figures in a unit.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{ChartData, ChartKind};
    /// use kvalitetsmodel::figure::{Direction, Unit};
    ///
    /// let stay = ChartData::values(Direction::AtMost, Unit::Hours, [5.5, 4.75, 5.0, 6.25]);
    /// let chart = stay.chart(ChartKind::I)?;
    /// assert_eq!(chart.points()[0].lines().centre(), Some(5.375));
    /// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
    /// ```
    #[must_use]
    pub fn values<N: Into<Number>>(
        direction: Direction,
        unit: Unit,
        values: impl IntoIterator<Item = N>,
    ) -> Self {
        Self::of(direction, Scale::In(unit), values.into_iter().map(|value| Figure::Single(value.into())))
    }

    /// Shares: a part of a whole for each time.
    #[must_use]
    pub fn shares(direction: Direction, shares: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let figures = shares.into_iter().map(|(part, whole)| Figure::Share { part, whole });
        Self::of(direction, Scale::Share, figures)
    }

    /// Rates: events over an exposure in a unit, for each time.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{ChartData, ChartKind};
    /// use kvalitetsmodel::figure::{Direction, Unit};
    ///
    /// let unit = Unit::Other { name: "1.000 sengedage".into() };
    /// let falls = ChartData::rates(Direction::AtMost, unit, [(4, 1.25), (5, 1.25), (3, 1.5)]);
    /// assert_eq!(falls.chart(ChartKind::U)?.points()[0].lines().centre(), Some(3.0));
    /// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
    /// ```
    #[must_use]
    pub fn rates<N: Into<Number>>(
        direction: Direction,
        unit: Unit,
        rates: impl IntoIterator<Item = (u64, N)>,
    ) -> Self {
        let figures = rates.into_iter();
        let figures = figures.map(|(events, exposure)| Figure::Rate { events, exposure: exposure.into() });
        Self::of(direction, Scale::Per(unit), figures)
    }

    /// Subgroups: the single values in a unit, for each time.
    #[must_use]
    pub fn subgroups<N: Into<Number>, S: IntoIterator<Item = N>>(
        direction: Direction,
        unit: Unit,
        subgroups: impl IntoIterator<Item = S>,
    ) -> Self {
        let figures = subgroups.into_iter();
        let figures = figures.map(|values| Figure::Subgroup(values.into_iter().map(Into::into).collect()));
        Self::of(direction, Scale::In(unit), figures)
    }

    /// Any figures; some may be missing or suppressed.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{ChartData, Figure, Scale};
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// let months = [Figure::Count(7), Figure::Missing, Figure::Suppressed { below: Some(5) }, Figure::Count(6)];
    /// let falls = ChartData::of(Direction::AtMost, Scale::Count, months);
    /// assert_eq!(falls.points.len(), 4);
    /// ```
    #[must_use]
    pub fn of(direction: Direction, scale: Scale, figures: impl IntoIterator<Item = Figure>) -> Self {
        let point = |figure| DataPoint { at: None, figure, is_excluded: false };
        Self {
            title: None,
            direction,
            scale,
            interval: None,
            points: figures.into_iter().map(point).collect(),
            phases: Vec::new(),
            targets: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The same data with a title.
    #[must_use]
    pub fn with_title(self, title: impl Into<Text>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// The same data with a period for each point, one after another: the first contains the day `first`.
    ///
    /// Points beyond the last day that a date can be are left without a period, and so are all points for
    /// [`Interval::ByEvent`], which follows no calendar.
    ///
    /// ```
    /// use kvalitetsmodel::chart::ChartData;
    /// use kvalitetsmodel::date::Interval;
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// let falls = ChartData::counts(Direction::AtMost, [4, 6]).with_interval(Interval::Quarter, "2024-10-01".parse()?);
    /// let last = falls.points[1].at.expect("a quarter");
    /// assert_eq!((last.start.to_string(), last.end.to_string()), ("2025-01-01".into(), "2025-03-31".into()));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn with_interval(mut self, interval: Interval, first: NaiveDate) -> Self {
        let mut next = Some(first);
        for point in &mut self.points {
            point.at = next.and_then(|day| interval.period_of(day));
            next = point.at.and_then(|period| period.end.succ_opt());
        }
        Self { interval: Some(interval), ..self }
    }

    /// The same data with the days of each point, in the order of the points. Points beyond the end of the
    /// list are left unchanged.
    #[must_use]
    pub fn with_periods(
        mut self,
        interval: Option<Interval>,
        periods: impl IntoIterator<Item = Period>,
    ) -> Self {
        for (point, period) in self.points.iter_mut().zip(periods) {
            point.at = Some(period);
        }
        Self { interval, ..self }
    }

    /// The same data with a target from the beginning, in the unit of the figures; percent for shares.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{AttainmentStatus, ChartData, ChartKind};
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// let shares = ChartData::shares(Direction::AtLeast, [(16, 20), (17, 20)]);
    /// let whole = shares.clone().with_target(80.into()).chart(ChartKind::Run)?;
    /// let decimal = shares.with_target("87.5".parse()?).chart(ChartKind::Run)?;
    /// assert_eq!(whole.attainment().status, AttainmentStatus::Reached);
    /// assert_eq!(decimal.attainment().status, AttainmentStatus::NotYet);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_target(mut self, value: Decimal) -> Self {
        let unit = self.scale.unit().clone();
        self.targets.push(DataTarget { from: None, value, unit });
        self
    }

    /// The same data with a new phase that begins with a point, by its index from zero.
    #[must_use]
    pub fn with_phase_from(mut self, first: usize) -> Self {
        if self.phases.is_empty() && first > 0 {
            self.phases.push(DataPhase::default());
        }
        self.phases.push(DataPhase { first, ..DataPhase::default() });
        self
    }

    /// The chart of the data, calculated in the usual way.
    ///
    /// # Errors
    ///
    /// [`ChartError`] for data that the kind of chart cannot be made of: 21 of 20 on a P chart, a count on a
    /// P chart, phases or points that are not in order, days for only some of the points.
    pub fn chart(self, kind: ChartKind) -> Result<Chart, ChartError> {
        self.chart_with(kind, ChartSettings::default())
    }

    /// The chart of the data, calculated as the settings say.
    ///
    /// # Errors
    ///
    /// [`ChartError`], as for [`chart`](Self::chart).
    pub fn chart_with(self, kind: ChartKind, settings: ChartSettings) -> Result<Chart, ChartError> {
        Chart::new(self, kind, settings)
    }
}
