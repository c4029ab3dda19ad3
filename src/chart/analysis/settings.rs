//! What a chart needs to know in addition to its points.

/// How a chart is calculated.
///
/// ```
/// use kvalitetsmodel::chart::{ChartSettings, Screening};
///
/// let screened = ChartSettings { screening: Screening::On, ..ChartSettings::default() };
/// # let _ = screened;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ChartSettings {
    /// Whether outlying moving ranges are left out of the limits.
    pub screening: Screening,
    /// Whether the points follow each other in time.
    pub order: Order,
    /// Whether a lower limit below zero is drawn at zero if no figure is negative. The limits of a centre line that is
    /// known to be below zero stay as they are.
    pub floor_at_zero: bool,
    /// Whose conventions apply if the references differ.
    pub conventions: Conventions,
}

/// A phase of a chart with a centre line and limits of its own.
///
/// ```
/// use kvalitetsmodel::chart::{ChartKind, ChartSettings, reference::{Analysis, Phase, Point}};
///
/// let points: Vec<_> = (0..40).map(|n| Point::single(f64::from(n % 7))).collect::<Result<_, _>>()?;
/// // Two phases; the lines of the second rest on its first twelve points.
/// let phases = [Phase::from(0), Phase { baseline: Some(12), ..Phase::from(20) }];
/// let chart = Analysis::new(ChartKind::I, &points, &phases, &ChartSettings::default())?;
/// assert_eq!(chart.phases()[1].points(), &(20..40));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Phase {
    /// The index of its first point, from zero.
    pub first: usize,
    /// How many of its first points centre line and limits are calculated from (*frosset niveau*); if absent,
    /// all of them. Runs are always counted over the whole phase.
    #[doc(alias = "freeze")]
    pub baseline: Option<usize>,
    /// The centre line, if it is known: the line that is drawn.
    pub centre: Option<f64>,
    /// The standard deviation, if it is known: of the figures of I, I′ and MR charts, whatever they rest on;
    /// of the single values in the subgroups of X̄ and S charts. No other chart takes it.
    pub sigma: Option<f64>,
}

impl From<usize> for Phase {
    /// The phase that begins with the point at that index, from zero.
    fn from(first: usize) -> Self {
        Self { first, ..Self::default() }
    }
}

/// Whether moving ranges beyond their own limit are left out before the limits are calculated (Nelson 1982).
///
/// It is always stated explicitly: `qicharts2` gives other limits after `library(qicharts2)` than without.
/// It matters for I, I′, P′, U′ and T.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Screening {
    /// Every moving range counts.
    #[default]
    Off,
    /// Ranges beyond 3.267 times their mean are left out, once.
    On,
}

/// Whether the points follow each other in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Order {
    /// The points follow each other: a run has a meaning.
    #[default]
    Time,
    /// The points are side by side, such as one for each service: there are no runs, and the variation between
    /// them is their standard deviation.
    None,
}

/// Whose conventions apply if the references differ; [`docs/series.md`](crate::_docs::series) lists where and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Conventions {
    /// Those of this crate.
    #[default]
    Own,
    /// Those of qicharts2 0.8.1: excluded points can be beyond the limits; the limits of an I′ chart rest on the
    /// whole phase, whatever is frozen or excluded; so does the decision whether the subgroups of an X̄ or S chart
    /// have the same size; the known centre of a T chart is read on the transformed scale, and that of a G chart
    /// as the mean.
    Qicharts2,
    /// Those of pbcharts 0.1.0: excluded points count as observations, and there are no limits where
    /// a figure is missing.
    Pbcharts,
}
