//! Figures that are fractions of one whole are calculated with as whole numbers, so that medians and ties are
//! exact: 1.2 lies on the median of 1.1 and 1.3, and not beside it by one bit.

use alloc::vec::Vec;

use super::analysis::{Analysis, ChartError, ChartSettings, Conventions, Part, Point};
use super::figure::Fraction;
use super::{ChartData, ChartKind, DataPhase, Figure};

/// Whole numbers below this are exact as doubles, and so are the sums of two of them.
const MOST: i128 = 1 << 52;

/// The analysis of the points: on whole numbers, if that is the same analysis and they can be found; the figures
/// and lines are those of the data in any case.
pub(super) fn analysis(
    data: &ChartData,
    kind: ChartKind,
    points: Vec<Point>,
    parts: Vec<Part>,
    settings: ChartSettings,
) -> Result<Analysis, ChartError> {
    if settings.conventions == Conventions::Own
        && let Some((whole, numbers)) = whole_numbers(data, kind)
    {
        let in_whole_numbers = |(point, number): (Point, Option<f64>)| match number.map(Point::single) {
            Some(Ok(other)) if !point.is_included() => other.excluded(),
            Some(Ok(other)) => other,
            _ => point,
        };
        let points: Vec<Point> = points.into_iter().zip(numbers).map(in_whole_numbers).collect();
        let scaled = |part: Part, phase: &DataPhase| Part {
            centre: part.centre.map(|centre| known(data, phase, whole).unwrap_or(centre * float(whole))),
            sigma: part.sigma.map(|sigma| sigma * float(whole)),
            ..part
        };
        let parts: Vec<Part> =
            parts.into_iter().zip(&data.phases).map(|(part, phase)| scaled(part, phase)).collect();
        let mut analysis = Analysis::new(kind, &points, &parts, &settings)?;
        analysis.divide(float(whole));
        return Ok(analysis);
    }
    Analysis::new(kind, &points, &parts, &settings)
}

/// The figures in parts of one whole, and that whole; `None` if they are whole numbers already, if one is not an
/// exact fraction, or if the chart weighs figures by what they rest on.
fn whole_numbers(data: &ChartData, kind: ChartKind) -> Option<(i128, Vec<Option<f64>>)> {
    let is_linear = matches!(kind, ChartKind::Run | ChartKind::I | ChartKind::MovingRange);
    let are_single = || {
        data.points.iter().all(|point| matches!(point.figure, Figure::Single(_)) || !point.figure.is_result())
    };
    if !(is_linear || kind == ChartKind::IPrime && are_single()) {
        return None;
    }
    let mut whole = 1_i128;
    for point in data.points.iter().filter(|point| point.figure.is_result()) {
        match (&point.figure, point.figure.fraction()) {
            // Nothing of nothing is missing.
            (Figure::Share { whole: 0, .. }, None) => {}
            (_, fraction) => whole = fraction?.common_whole(whole).filter(|whole| *whole < MOST)?,
        }
    }
    for phase in &data.phases {
        if let Some(centre) = phase.centre {
            let fraction = Fraction::of(centre.decimal()?, data.scale.divisor())?;
            whole = fraction.common_whole(whole).filter(|whole| *whole < MOST)?;
        }
    }
    if whole == 1 {
        return None;
    }
    let number = |figure: &Figure| match figure.fraction() {
        None => Some(None),
        Some(fraction) => fraction
            .in_parts(whole)
            .filter(|number| (-MOST..MOST).contains(number))
            .map(|number| Some(float(number))),
    };
    let numbers: Option<Vec<_>> = data.points.iter().map(|point| number(&point.figure)).collect();
    Some((whole, numbers?))
}

fn known(data: &ChartData, phase: &DataPhase, whole: i128) -> Option<f64> {
    let fraction = Fraction::of(phase.centre?.decimal()?, data.scale.divisor())?;
    fraction.in_parts(whole).map(float)
}

#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
const fn float(number: i128) -> f64 {
    number as f64
}
