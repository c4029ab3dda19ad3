//! What a chart calculates with: decimals as whole numbers, so that means, medians and ties are exact. 1.2 is on
//! the median of 1.1 and 1.3, and does not differ from it by one bit.

use alloc::vec::Vec;

use super::analysis::{ChartError, ChartSettings, Conventions, Phase, Point};
use super::figure::Fraction;
use super::{ChartData, ChartKind, DataPhase, Figure, Number, Scale};

/// Whole numbers below this are exact as doubles, and so are the sums of two of them.
const MOST: i128 = 1 << 52;

/// The points and parts of a chart, ready for the calculation.
pub(super) struct Ready {
    pub(super) points: Vec<Point>,
    pub(super) phases: Vec<Phase>,
    pub(super) unit: Unit,
}

/// What 1 stands for in the calculation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    /// One unit of the figures.
    One,
    /// A fraction of the unit of the figures: a tenth for 10.
    PartOf(i128),
    /// A multiple of the unit of the figures, because exposures were multiplied by it.
    Times(i128),
}

impl Unit {
    /// Converts a number of units to a figure.
    pub(super) fn figure(self, units: f64) -> f64 {
        match self {
            Self::One => units,
            Self::PartOf(whole) => units / float(whole),
            Self::Times(times) => units * float(times),
        }
    }
}

impl Ready {
    /// The points and phases, in whole numbers if those exist and give the same chart.
    pub(super) fn new(
        data: &ChartData,
        kind: ChartKind,
        settings: ChartSettings,
    ) -> Result<Self, ChartError> {
        let points = data.points.iter().enumerate().map(|(index, point)| {
            let made = point.figure.point().map_err(|because| ChartError::Figure { index, because })?;
            Ok(if point.is_excluded { made.excluded() } else { made })
        });
        let points = points.collect::<Result<Vec<Point>, ChartError>>()?;
        if settings.conventions == Conventions::Own {
            let whole = match kind {
                ChartKind::Run | ChartKind::I | ChartKind::MovingRange => Whole::of_figures(data),
                ChartKind::IPrime if data.points.iter().all(|point| is_single(&point.figure)) => {
                    Whole::of_figures(data)
                }
                ChartKind::Xbar | ChartKind::S => Whole::of_values(data),
                ChartKind::U | ChartKind::UPrime | ChartKind::IPrime => Whole::of_exposures(data),
                ChartKind::P | ChartKind::PPrime | ChartKind::C | ChartKind::G | ChartKind::T => None,
            };
            if let Some(ready) = whole.and_then(|whole| whole.ready(data, kind, &points)) {
                return Ok(ready);
            }
        }
        let phases = data.phases.iter().map(|one| phase(one, kind, &data.scale, Unit::One)).collect();
        Ok(Self { points, phases, unit: Unit::One })
    }
}

/// Returns `true` for single figures, counts and points without a result: they have equal weight.
const fn is_single(figure: &Figure) -> bool {
    matches!(figure, Figure::Single(_) | Figure::Count(_)) || !figure.is_result()
}

/// The whole that all figures are parts of: 10 for tenths.
#[derive(Clone, Copy)]
enum Whole {
    /// Figures are parts of it.
    Figures(i128),
    /// The single values of subgroups are parts of it.
    Values(i128),
    /// Exposures are parts of it: rates are multiples of one over it.
    Exposures(i128),
}

impl Whole {
    /// Returns `None` if the doubles are already whole numbers, or if a figure is not an exact fraction.
    fn of_figures(data: &ChartData) -> Option<Self> {
        let mut whole = of_phases(data)?;
        for point in data.points.iter().filter(|point| point.figure.is_result()) {
            match (&point.figure, point.figure.fraction()) {
                // 0 of 0 is missing.
                (Figure::Share { whole: 0, .. }, None) => {}
                (_, fraction) => whole = common(fraction?, whole)?,
            }
        }
        // 21 in 0.7 days are 30 a day, but not as doubles.
        let are_rates = data.points.iter().any(|point| matches!(point.figure, Figure::Rate { .. }));
        (whole > 1 || are_rates).then_some(Self::Figures(whole))
    }

    fn of_values(data: &ChartData) -> Option<Self> {
        let mut whole = of_phases(data)?;
        for point in &data.points {
            let Figure::Subgroup(values) = &point.figure else { continue };
            for value in values {
                whole = common(Fraction::of(value.decimal()?, 1)?, whole)?;
            }
        }
        (whole > 1).then_some(Self::Values(whole))
    }

    fn of_exposures(data: &ChartData) -> Option<Self> {
        let mut whole = 1;
        for point in &data.points {
            match &point.figure {
                Figure::Rate { exposure, .. } => {
                    whole = common(Fraction::of(exposure.decimal()?, 1)?, whole)?;
                }
                figure if figure.is_result() => return None,
                _ => {}
            }
        }
        (whole > 1).then_some(Self::Exposures(whole))
    }

    /// The points and phases in whole numbers, or `None` if one is too large.
    fn ready(self, data: &ChartData, kind: ChartKind, points: &[Point]) -> Option<Ready> {
        let unit = match self {
            Self::Figures(whole) | Self::Values(whole) => Unit::PartOf(whole),
            Self::Exposures(whole) => Unit::Times(whole),
        };
        let whole = |point: &Point, figure: &Figure| -> Option<Point> {
            let made = match (self, figure) {
                (Self::Figures(whole), figure) => match figure.fraction() {
                    Some(fraction) => Point::single(in_parts(fraction, whole)?).ok()?,
                    None => return Some(*point),
                },
                (Self::Values(whole), Figure::Subgroup(values)) => {
                    let number = |value: &Number| in_parts(Fraction::of(value.decimal()?, 1)?, whole);
                    Point::subgroup(&values.iter().map(number).collect::<Option<Vec<f64>>>()?).ok()?
                }
                (Self::Exposures(whole), Figure::Rate { events, exposure }) => {
                    let exposure = in_parts(Fraction::of(exposure.decimal()?, 1)?, whole)?;
                    Point::ratio(exactly(i128::from(*events))?, exposure).ok()?
                }
                (Self::Values(_) | Self::Exposures(_), _) => return Some(*point),
            };
            Some(if point.is_included() { made } else { made.excluded() })
        };
        let points = points.iter().zip(&data.points).map(|(point, data)| whole(point, &data.figure));
        let phases = data.phases.iter().map(|one| phase(one, kind, &data.scale, unit)).collect();
        Some(Ready { points: points.collect::<Option<_>>()?, phases, unit })
    }
}

/// The whole that the known levels are parts of; `None` if one is not an exact fraction.
fn of_phases(data: &ChartData) -> Option<i128> {
    let mut known = data.phases.iter().filter_map(|phase| phase.centre);
    known.try_fold(1, |whole, known| common(Fraction::of(known.decimal()?, data.scale.divisor())?, whole))
}

fn common(fraction: Fraction, whole: i128) -> Option<i128> {
    fraction.common_whole(whole).filter(|whole| *whole < MOST)
}

/// The fraction in parts of the whole, if that is exact as a double.
fn in_parts(fraction: Fraction, whole: i128) -> Option<f64> {
    fraction.in_parts(whole).and_then(exactly)
}

fn exactly(number: i128) -> Option<f64> {
    Some(number).filter(|number| (-MOST..MOST).contains(number)).map(float)
}

/// A phase of the chart. A known level or standard deviation is left out if the kind of chart does not use it, so that
/// the same data can be drawn as any kind.
fn phase(phase: &DataPhase, kind: ChartKind, scale: &Scale, unit: Unit) -> Phase {
    let place = |number: Number| match number.decimal() {
        Some(decimal) => scale.place(decimal),
        None if *scale == Scale::Share => number.to_f64() / 100.0,
        None => number.to_f64(),
    };
    // Divided once: rounded twice, it would differ from figures that are equal to it.
    let exact = |number: Number| match unit {
        Unit::One => None,
        Unit::PartOf(whole) => in_parts(Fraction::of(number.decimal()?, scale.divisor())?, whole),
        Unit::Times(times) => {
            let (number, one) = number.decimal()?.over();
            Some(exactly(number)? / exactly(i128::from(one).checked_mul(times)?)?)
        }
    };
    let units = |number: Number| {
        exact(number).unwrap_or_else(|| match unit {
            Unit::One => place(number),
            Unit::PartOf(whole) => place(number) * float(whole),
            Unit::Times(times) => place(number) / float(times),
        })
    };
    Phase {
        first: phase.first,
        baseline: phase.baseline,
        centre: phase.centre.filter(|_| kind.shows_level()).map(units),
        sigma: phase.sigma.filter(|_| kind.takes_sigma()).map(units),
    }
}

#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
const fn float(number: i128) -> f64 {
    number as f64
}
