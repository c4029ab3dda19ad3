//! How the figures of a chart are shown: with decimals that distinguish them, and on the right side of the target.

use core::cmp::Ordering;
use core::fmt;

use super::figure::Fraction;
use super::rounded::{Fifteen, MOST_DECIMALS, decimals, write_decimal};
use super::words::PHASES_TOLD;
use super::{Chart, ChartPhase, ChartPoint, DataTarget, Lines, Scale};
use crate::Lang;
use crate::figure::Decimal;

/// Two figures that are closer than this part of the largest one may look the same.
const NEGLIGIBLE: f64 = 1e-6;

/// How many of the latest targets are considered when a figure is shown.
const TARGETS: usize = 12;

impl Chart {
    /// How many decimals the figures of the chart have at most when they are shown; those of the percentage for
    /// shares.
    ///
    /// One decimal for shares; otherwise as many as give the largest centre line three significant digits. More if
    /// fewer would hide a difference: each centre line has two significant digits, the measurements differ by at least
    /// ten steps, and the centre line, the limits and the target of a phase differ from each other and from zero.
    #[must_use]
    pub const fn decimals(&self) -> usize {
        self.decimals
    }

    /// A figure of the chart for a reader, such as a line or a tick of an axis: with [`decimals`](Self::decimals)
    /// decimals at most, rounded half up, with a decimal comma in Danish and the percent sign for shares.
    ///
    /// A figure that misses a target is never shown as one that meets it, or the reverse: it then has more
    /// decimals.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::chart::{ChartData, ChartKind};
    /// use kvalitetsmodel::figure::{Decimal, Direction};
    ///
    /// let shares = ChartData::shares(Direction::AtLeast, [(16, 20), (15, 20), (13, 20)]);
    /// let chart = shares.with_target(Decimal::from(80)).chart(ChartKind::P)?;
    /// assert_eq!(chart.figure_in_lang(0.7332, Lang::Da).to_string(), "73,3 %");
    /// assert_eq!(chart.figure_in_lang(0.7996, Lang::Da).to_string(), "79,96 %");
    /// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
    /// ```
    #[must_use]
    pub fn figure_in_lang(&self, figure: f64, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Some(shown) = Shown::of(figure, self.scale()) else { return write!(f, "{figure}") };
            let targets = self.targets.iter().rev().take(TARGETS);
            let targets = targets.filter_map(|(_, n)| self.data().targets.get(*n));
            let sides = targets.filter_map(|target| Some((self.line_to(figure, target)?, target.value)));
            self.write_shown(&shown, &sides, f, lang)
        })
    }

    /// What was measured at a point, for a reader, or why there is no figure: `79.96%`, `missing`, `suppressed (below
    /// 5)`. Empty if there is no such point. It is shown as by [`figure_in_lang`](Self::figure_in_lang), but compared
    /// with the target of its day, and exactly.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::chart::{ChartData, ChartKind, Figure, Scale};
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// let months = [Figure::Count(7), Figure::Suppressed { below: Some(5) }];
    /// let chart = ChartData::of(Direction::AtMost, Scale::Count, months).chart(ChartKind::Run)?;
    /// assert_eq!(chart.point_in_lang(0, Lang::Da).to_string(), "7");
    /// assert_eq!(chart.point_in_lang(1, Lang::Da).to_string(), "skjult (under 5)");
    /// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
    /// ```
    #[must_use]
    pub fn point_in_lang(&self, point: usize, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            if let Some(without) = self.without(point) {
                return without.write(1, lang, f);
            }
            let Some(value) = self.points().get(point).and_then(ChartPoint::value) else { return Ok(()) };
            let figure = self.data().points.get(point).map(|point| &point.figure);
            let figure = figure.filter(|_| self.kind().shows_level());
            let Some(shown) = Shown::of(value, self.scale()) else { return write!(f, "{value}") };
            let exact = figure.and_then(|figure| figure.fraction()?.times(self.scale().divisor()));
            let target = self.target_at(point).filter(|target| self.target_line(target).is_some());
            let side = target
                .zip(figure)
                .and_then(|(target, figure)| Some((figure.compare(&target.value).ok()?, target.value)));
            self.write_shown(&Shown { exact, ..shown }, &side.into_iter(), f, lang)
        })
    }

    /// How a line compares with a target; `None` if the target has no place on the chart.
    fn line_to(&self, figure: f64, target: &DataTarget) -> Option<Ordering> {
        let at = self.target_line(target)?;
        if Fifteen::of(figure, 0) == Fifteen::of(at, 0) {
            Some(Ordering::Equal)
        } else {
            figure.partial_cmp(&at)
        }
    }

    /// Writes a figure so that it compares with the targets as given.
    fn write_shown(
        &self,
        shown: &Shown,
        sides: &(impl Iterator<Item = (Ordering, Decimal)> + Clone),
        f: &mut fmt::Formatter<'_>,
        lang: Lang,
    ) -> fmt::Result {
        let direction = self.data().direction;
        let is_told = |number: i128, decimals: usize| {
            sides.clone().all(|(ordering, target)| {
                compare(number, decimals, target)
                    .is_none_or(|shown| direction.admits(shown) == direction.admits(ordering))
            })
        };
        let mut all = self.decimals..=MOST_DECIMALS;
        let enough = all.find_map(|decimals| {
            let number = shown.rounded(decimals)?;
            is_told(number, decimals).then_some((number, decimals))
        });
        match (enough, shown.rounded(self.decimals)) {
            (Some((number, decimals)), _) if !shown.fifteen.needs_power() => {
                write_decimal(f, number, decimals, lang)?;
            }
            // Nearer to the target than the decimals can show: one step away, on the right side.
            (None, Some(number)) if !shown.fifteen.needs_power() => {
                let steps = [number.saturating_sub(1), number.saturating_add(1)];
                let step = steps.into_iter().find(|step| is_told(*step, self.decimals));
                write_decimal(f, step.unwrap_or(number), self.decimals, lang)?;
            }
            _ => shown.fifteen.write(f, self.decimals, lang)?,
        }
        f.write_str(self.scale().sign(lang))
    }

    /// The lines of a phase that are put into words: the latest centre line and the latest limits.
    pub(super) fn told_lines(&self, phase: &ChartPhase) -> Told {
        let lines = self.points_of(phase).iter().rev().map(ChartPoint::lines);
        let limits = |lines: &Lines| (lines.lower(), lines.upper());
        let latest = lines.clone().map(limits).find(|limits| *limits != (None, None));
        Told {
            centre: lines.clone().find_map(Lines::centre),
            limits: latest,
            vary: latest.is_some_and(|latest| lines.map(limits).any(|other| other != latest)),
        }
    }

    /// The number that [`decimals`](Self::decimals) gives.
    pub(super) fn decimals_needed(&self) -> usize {
        let times = if *self.scale() == Scale::Share { 100.0 } else { 1.0 };
        let untold = self.phases().len().saturating_sub(PHASES_TOLD);
        let phases = || self.phases().iter().skip(untold);
        let values = || self.points().iter().filter_map(ChartPoint::value);
        let centres = || phases().filter_map(|phase| self.told_lines(phase).centre);
        let limits = || phases().filter_map(|phase| self.told_lines(phase).limits);

        let mut needed = if *self.scale() == Scale::Share {
            1
        } else {
            let limits = limits().flat_map(|(lower, upper)| [lower, upper]).flatten();
            let largest = [largest(centres()), largest(limits), largest(values())];
            decimals(largest.into_iter().find(|largest| *largest > 0.0).unwrap_or(0.0), 3)
        };
        needed = centres().map(|centre| decimals(centre * times, 2)).fold(needed, usize::max);

        let (low, high) = values()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let range = (high - low) * times;
        if range > NEGLIGIBLE * high.abs().max(low.abs()) * times {
            needed = needed.max(decimals(range, 2));
        }

        let mut before = None;
        for phase in phases() {
            let Told { centre, limits, .. } = self.told_lines(phase);
            let (lower, upper) = limits.unwrap_or_default();
            let last = phase.points().end.saturating_sub(1);
            let figures = [Some(0.0), lower, centre, upper, self.target_line_at(last)];
            needed = self.decimals_to_distinguish(&figures, needed);
            needed = self.decimals_to_distinguish(&[before, centre], needed);
            before = centre;
        }
        needed
    }

    /// The number of decimals, from the given one up, with which figures that differ also look different.
    fn decimals_to_distinguish(&self, figures: &[Option<f64>], decimals: usize) -> usize {
        let figures = || figures.iter().copied().flatten().filter(|figure| figure.is_finite());
        let negligible = NEGLIGIBLE * largest(figures());
        let shift = self.scale().shift();
        let look_the_same = |one: f64, other: f64, decimals: usize| {
            let apart = libm::fabs(one - other);
            let power = i32::try_from(decimals).unwrap_or(i32::MAX).saturating_add(shift);
            // More than a step apart they look different: no need to write them.
            if apart <= negligible || apart * libm::pow(10.0, f64::from(power)) > 1.001 {
                return false;
            }
            let shown = |figure| Fifteen::of(figure, shift).and_then(|fifteen| fifteen.rounded(decimals));
            shown(one) == shown(other)
        };
        let hides = |decimals: &usize| {
            figures()
                .enumerate()
                .any(|(n, one)| figures().skip(n).any(|other| look_the_same(one, other, *decimals)))
        };
        (decimals..MOST_DECIMALS).find(|decimals| !hides(decimals)).unwrap_or(MOST_DECIMALS)
    }
}

/// The lines of a phase that are put into words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) centre: Option<f64>,
    /// The lower and the upper limit; `None` if there are none at any point.
    pub(super) limits: Option<(Option<f64>, Option<f64>)>,
    /// Whether other points have other limits.
    pub(super) vary: bool,
}

/// A figure as a reader sees it: in percent for shares.
#[derive(Clone, Copy)]
struct Shown {
    fifteen: Fifteen,
    /// The same as a fraction, if that is known.
    exact: Option<Fraction>,
}

impl Shown {
    fn of(figure: f64, scale: &Scale) -> Option<Self> {
        Some(Self { fifteen: Fifteen::of(figure, scale.shift())?, exact: None })
    }

    /// In units of its last decimal, rounded half up.
    fn rounded(&self, decimals: usize) -> Option<i128> {
        self.exact.and_then(|exact| exact.rounded(decimals)).or_else(|| self.fifteen.rounded(decimals))
    }
}

/// How a number of units of the last decimal compares with a target; `None` if both are too large to compare.
fn compare(number: i128, decimals: usize, target: Decimal) -> Option<Ordering> {
    let (mantissa, one) = target.over();
    let power = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
    Some(number.checked_mul(i128::from(one))?.cmp(&mantissa.checked_mul(power)?))
}

fn largest(figures: impl Iterator<Item = f64>) -> f64 {
    figures.map(libm::fabs).fold(0.0, f64::max)
}
