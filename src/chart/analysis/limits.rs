//! Centre lines and limits, chart by chart.

use alloc::vec::Vec;

use super::constants::c4_and_c5;
use super::error::ChartError;
use super::lines::Lines;
use super::point::{Form, Point};
use super::settings::{ChartSettings, Conventions, Order, Phase, Screening};
use crate::chart::kind::ChartKind;
use crate::chart::statistics::{Sum, all_equal, mean, median, standard_deviation};

/// The mean range of two normal figures, in standard deviations, as the references round it.
const D2: f64 = 1.128;
/// The upper limit of a moving range, in mean ranges.
const RANGE_LIMIT: f64 = 3.267;
/// The previous constant with one more digit, which both references use for I′.
const RANGE_LIMIT_I_PRIME: f64 = 3.2665;
/// The power that makes times between events nearly normal.
const T_POWER: f64 = 3.6;
/// The median of an exponential distribution, in means.
const MEDIAN_OF_MEAN: f64 = 0.693;

/// One phase of a chart, and everything that its lines depend on.
pub(super) struct Ground<'a> {
    pub(super) kind: ChartKind,
    pub(super) points: &'a [Point],
    /// The index of the first of them in the chart.
    pub(super) first: usize,
    pub(super) phase: &'a Phase,
    pub(super) settings: &'a ChartSettings,
}

impl Ground<'_> {
    /// Fills in the lines, one for each point.
    pub(super) fn lines(&self, lines: &mut [Lines], scratch: &mut Vec<i64>) -> Result<(), ChartError> {
        self.check()?;
        match self.kind {
            ChartKind::Run => {
                let centre = self.known_or(median(present(self.base()), scratch))?;
                lines.fill(Lines::only_centre(centre));
            }
            ChartKind::I => {
                let centre = self.known_or(mean(present(self.base())))?;
                lines.fill(Lines::around(centre, self.sigma_of_ranges(self.base(), centre)));
            }
            ChartKind::MovingRange => {
                if (0..self.points.len()).any(|n| self.drawn(n).is_infinite()) {
                    return Err(ChartError::TooLarge { phase: self.first });
                }
                let ranges = self.base_points().map(|(n, _)| self.drawn(n));
                let known = self.phase.centre.or(self.phase.sigma.map(|sigma| D2 * sigma));
                let centre = self.or_known(known, mean(present(ranges)))?;
                let upper = RANGE_LIMIT * centre;
                let upper_2s = RANGE_LIMIT / 3.0 * 2.0 * centre;
                lines.fill(Lines { centre, lower: 0.0, lower_2s: 0.0, upper_2s, upper });
            }
            ChartKind::T => {
                let centre = match self.phase.centre {
                    Some(known) if self.settings.conventions == Conventions::Qicharts2 => known,
                    Some(known) => transformed(known),
                    None => self.known_or(mean(present(self.base().map(transformed))))?,
                };
                lines.fill(Lines::around(centre, self.sigma_of_ranges(self.base().map(transformed), centre)));
            }
            ChartKind::C => {
                let centre = self.known_or(mean(present(self.base())))?;
                lines.fill(Lines::around(centre, libm::sqrt(centre)).within(0.0, f64::INFINITY));
            }
            ChartKind::G => {
                let of_reference = self.settings.conventions == Conventions::Qicharts2;
                // A person sets the line that is drawn, which is the median; to qicharts2 it is the mean.
                let known_mean =
                    self.phase.centre.map(|known| if of_reference { known } else { known / MEDIAN_OF_MEAN });
                let mean = self.or_known(known_mean, mean(present(self.base())))?;
                let limits = Lines::around(mean, libm::sqrt(mean * (mean + 1.0))).within(0.0, f64::INFINITY);
                let centre = match self.phase.centre {
                    Some(known) if of_reference => MEDIAN_OF_MEAN * known,
                    _ => self.known_or(median(present(self.base()), scratch))?,
                };
                lines.fill(Lines { centre, ..limits });
            }
            ChartKind::P | ChartKind::PPrime => self.shares(lines, 1.0)?,
            ChartKind::U | ChartKind::UPrime => self.shares(lines, f64::INFINITY)?,
            ChartKind::IPrime => self.i_prime(lines)?,
            ChartKind::Xbar => self.xbar(lines)?,
            ChartKind::S => self.s(lines)?,
        }
        Ok(())
    }

    /// The figure that is drawn at a point: not a number where it is missing.
    pub(super) fn drawn(&self, n: usize) -> f64 {
        let at = |n: usize| self.points.get(n).map_or(f64::NAN, |point| point.value);
        match self.kind {
            ChartKind::MovingRange => match n.checked_sub(1) {
                Some(before) => libm::fabs(at(n) - at(before)),
                None => f64::NAN,
            },
            ChartKind::S => self.points.get(n).map_or(f64::NAN, |point| point.spread),
            _ => at(n),
        }
    }

    /// The drawn value on the scale of the lines.
    pub(super) fn compared(&self, n: usize) -> f64 {
        let drawn = self.drawn(n);
        if self.kind == ChartKind::T { transformed(drawn) } else { drawn }
    }

    /// The figures that the calculation includes.
    pub(super) fn included_figures(&self) -> impl Iterator<Item = f64> + Clone {
        let included = self.points.iter().enumerate().filter(|(_, point)| point.included);
        present(included.map(|(n, _)| self.drawn(n)))
    }

    /// The points that centre and limits rest on.
    fn base_points(&self) -> impl Iterator<Item = (usize, &Point)> + Clone {
        self.baseline().iter().enumerate().filter(|(_, point)| point.included)
    }

    /// The points of the baseline, the excluded ones among them.
    fn baseline(&self) -> &[Point] {
        let until = self.phase.baseline.unwrap_or(usize::MAX).min(self.points.len());
        self.points.get(..until).unwrap_or_default()
    }

    /// Their figures; not a number where one is missing.
    fn base(&self) -> impl Iterator<Item = f64> + Clone {
        self.base_points().map(|(_, point)| point.value)
    }

    fn known_or(&self, found: Option<f64>) -> Result<f64, ChartError> {
        self.or_known(self.phase.centre, found)
    }

    /// A baseline without figures has no centre; one whose figures are too large is an error.
    fn or_known(&self, known: Option<f64>, found: Option<f64>) -> Result<f64, ChartError> {
        match (known, found) {
            (Some(known), _) => Ok(known),
            (None, None) => Ok(f64::NAN),
            (None, Some(found)) if found.is_finite() => Ok(found),
            (None, Some(_)) => Err(ChartError::TooLarge { phase: self.first }),
        }
    }

    fn sigma_of_ranges(&self, values: impl Iterator<Item = f64> + Clone, centre: f64) -> f64 {
        match self.phase.sigma {
            Some(known) => known,
            None => {
                self.mean_range(ranges(values.map(|value| value - centre)), RANGE_LIMIT, |r, most| r < most)
                    / D2
            }
        }
    }

    /// The mean of the ranges. If ranges are screened, it is the mean of those that `keep` accepts, given `limit`
    /// times the mean of all.
    fn mean_range(
        &self,
        ranges: impl Iterator<Item = f64> + Clone,
        limit: f64,
        keep: impl Fn(f64, f64) -> bool + Clone,
    ) -> f64 {
        let all = mean(ranges.clone()).unwrap_or(f64::NAN);
        match self.settings.screening {
            Screening::Off => all,
            Screening::On => {
                let most = limit * all;
                mean(ranges.filter(|range| keep(*range, most))).unwrap_or(f64::NAN)
            }
        }
    }

    /// P, P′, U and U′: shares and rates.
    fn shares(&self, lines: &mut [Lines], ceiling: f64) -> Result<(), ChartError> {
        let centre = self.known_or(self.pooled())?;
        let variance = if ceiling.is_finite() { centre * (1.0 - centre) } else { centre };
        let of_one = libm::sqrt(variance);
        let sigma = |point: &Point| of_one * point.narrowing;
        let lines = lines.iter_mut().zip(self.points);
        if matches!(self.kind, ChartKind::P | ChartKind::U) {
            for (line, point) in lines {
                // 0 of 0 has no limits. The root of a finite number is too small to make infinite ones.
                let sigma = sigma(point);
                let sigma = if sigma.is_finite() { sigma } else { f64::NAN };
                *line = Lines::around(centre, sigma).clamped(0.0, ceiling);
            }
        } else {
            let between =
                self.variation(self.base_points().map(|(_, point)| (point.value - centre) / sigma(point)));
            for (line, point) in lines {
                *line = Lines::around(centre, sigma(point) * between).within(0.0, ceiling);
            }
        }
        Ok(())
    }

    /// How much the points vary, relative to what chance alone would give (Laney).
    fn variation(&self, z: impl Iterator<Item = f64> + Clone) -> f64 {
        match self.settings.order {
            Order::Time => self.mean_range(ranges(z), RANGE_LIMIT, |range, most| range < most) / D2,
            Order::None if self.settings.conventions == Conventions::Qicharts2 => {
                standard_deviation(z).unwrap_or(f64::NAN)
            }
            Order::None => standard_deviation(present(z)).unwrap_or(f64::NAN),
        }
    }

    /// Everything that was counted in the baseline, divided by everything that it rests on. Returns `None` if no point
    /// has a figure.
    fn pooled(&self) -> Option<f64> {
        let points = self.baseline().iter().filter(|point| point.included && point.form != Form::Missing);
        let first = points.clone().next()?.value;
        if all_equal(points.clone().map(|point| point.value)) {
            // The quotient of the sums can differ from it by one bit, and a flat series would be one endless run.
            return Some(first);
        }
        let (mut part, mut size) = (Sum::default(), Sum::default());
        for point in points {
            part.add(point.part);
            size.add(point.size);
        }
        Some(part.total() / size.total())
    }

    /// I′: what a figure rests on decides how far it may be from the centre.
    fn i_prime(&self, lines: &mut [Lines]) -> Result<(), ChartError> {
        let centre = self.known_or(self.pooled())?;
        if let Some(sigma) = self.phase.sigma {
            lines.fill(Lines::around(centre, sigma));
            return Ok(());
        }
        let sizes = |(_, point): (usize, &Point)| (point.value, point.size);
        let mean = if self.settings.conventions == Conventions::Qicharts2 {
            let moving = moving_deviations(self.points.iter().enumerate().map(sizes));
            self.mean_range(moving, RANGE_LIMIT_I_PRIME, |one, most| one < most)
        } else {
            let moving = moving_deviations(self.base_points().map(sizes));
            self.mean_range(moving, RANGE_LIMIT_I_PRIME, |one, most| one <= most)
        };
        for (line, point) in lines.iter_mut().zip(self.points) {
            *line = Lines::around(centre, mean * point.narrowing);
        }
        Ok(())
    }

    fn xbar(&self, lines: &mut [Lines]) -> Result<(), ChartError> {
        let centre = self.known_or(self.pooled())?;
        let spread = self.spread_of_subgroups().unwrap_or(f64::NAN);
        for (line, point) in lines.iter_mut().zip(self.points) {
            let c4 = if self.phase.sigma.is_some() { 1.0 } else { c4_and_c5(point.size).0 };
            let sigma = self.phase.sigma.unwrap_or(spread);
            // A3 of the textbooks, times the spread.
            *line = Lines::around(centre, sigma / c4 * point.narrowing);
        }
        Ok(())
    }

    fn s(&self, lines: &mut [Lines]) -> Result<(), ChartError> {
        let same = self.known_or(self.spread_of_subgroups())?;
        for (line, point) in lines.iter_mut().zip(self.points) {
            let (c4, c5) = c4_and_c5(point.size);
            let centre = match (self.phase.centre, self.phase.sigma) {
                (None, Some(sigma)) => sigma * c4,
                _ => same,
            };
            // B3 and B4 of the textbooks, times the centre.
            let limits = Lines::around(centre, centre * c5 / c4);
            *line = limits.map(|line| if line < 0.0 { 0.0 } else { line });
        }
        Ok(())
    }

    /// The mean of the standard deviations if all subgroups have the same size, otherwise the pooled standard
    /// deviation. Returns `None` if no subgroup has two values.
    fn spread_of_subgroups(&self) -> Option<f64> {
        // qicharts2 looks at the whole phase to decide whether the sizes are equal. It counts an empty subgroup as one
        // of another size, and as one degree of freedom less.
        let of_reference = self.settings.conventions == Conventions::Qicharts2;
        let counts = |point: &&Point| of_reference || point.form != Form::Missing;
        let base = self.base_points().map(|(_, point)| point).filter(counts);
        let same_size = if of_reference {
            all_equal(self.points.iter().map(|point| point.size))
        } else {
            all_equal(base.clone().map(|point| point.size))
        };
        let spreads = present(base.clone().map(|point| point.spread));
        // The root of the quotient of sums can differ from equal spreads by one bit.
        if same_size || !of_reference && all_equal(spreads.clone()) {
            return mean(spreads);
        }
        let (mut squares, mut freedom) = (Sum::default(), Sum::default());
        base.for_each(|point| {
            if !point.spread.is_nan() {
                squares.add((point.size - 1.0) * point.spread * point.spread);
            }
            freedom.add(point.size - 1.0);
        });
        let freedom = freedom.total();
        (freedom > 0.0).then(|| libm::sqrt(squares.total() / freedom))
    }
}

/// Times between events on the scale on which they are nearly normal.
pub(super) fn transformed(value: f64) -> f64 {
    libm::pow(value, 1.0 / T_POWER)
}

/// The inverse.
pub(super) fn transformed_back(value: f64) -> f64 {
    libm::pow(value, T_POWER)
}

/// The values without the missing ones.
fn present(values: impl Iterator<Item = f64> + Clone) -> impl Iterator<Item = f64> + Clone {
    values.filter(|value| !value.is_nan())
}

/// How far each value is from the previous one; a missing value removes two ranges.
fn ranges(values: impl Iterator<Item = f64> + Clone) -> impl Iterator<Item = f64> + Clone {
    let next = values.clone().skip(1);
    present(values.zip(next).map(|(one, next)| libm::fabs(next - one)))
}

/// The moving ranges, converted to standard deviations of figures that rest on one case.
fn moving_deviations(points: impl Iterator<Item = (f64, f64)> + Clone) -> impl Iterator<Item = f64> + Clone {
    let half_pi = libm::sqrt(core::f64::consts::FRAC_PI_2);
    let next = points.clone().skip(1);
    present(points.zip(next).map(move |((one, size), (next, next_size))| {
        half_pi * libm::fabs(next - one) / libm::sqrt(1.0 / size + 1.0 / next_size)
    }))
}
