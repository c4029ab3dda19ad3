//! The value axis: where a figure is, and round numbers at the ticks.

use alloc::string::String;
use alloc::vec::Vec;

use super::number::{over_power, written};
use super::text::Font;
use crate::Lang;
use crate::chart::Scale;
use crate::text::Bilingual;

/// Converts figures to heights.
///
/// Figures are first divided by a power of ten near the largest of them, so that neither the smallest nor the
/// largest doubles overflow or underflow in the calculation.
#[derive(Debug, Clone)]
pub(super) struct ValueAxis {
    power: i32,
    /// Both are divided by the power of ten.
    low: f64,
    high: f64,
    ticks: Vec<Tick>,
}

/// A round number of the axis.
#[derive(Debug, Clone)]
pub(super) struct Tick {
    /// From the bottom of the axis, 0, to its top, 1.
    pub(super) at: f64,
    pub(super) label: String,
}

impl ValueAxis {
    /// An axis that contains all the figures, with about `ticks` ticks.
    pub(super) fn new(figures: Vec<f64>, ticks: f64, scale: &Scale, lang: Lang) -> Self {
        let largest = figures.iter().fold(0.0, |largest: f64, figure| largest.max(figure.abs()));
        let power = exponent(largest).clamp(-300, 308);
        let figures = figures.into_iter().map(|figure| over_power(figure, power));
        let lowest = figures.clone().fold(f64::INFINITY, f64::min);
        let highest = figures.fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if lowest <= highest { (lowest, highest) } else { (0.0, 1.0) };
        let (low, high) = widened(low, high, power, scale);

        let (digit, place) = step((high - low) / ticks);
        let counts = *scale == Scale::Count && place.saturating_add(power) < 0;
        let (digit, place) = if counts { (1, power.saturating_neg()) } else { (digit, place) };
        let width = over_power(f64::from(digit), place.saturating_neg());
        // A small tolerance, so that 0.3 is the third tenth.
        let first = libm::floor(low / width + 1e-6);
        let last = libm::ceil(high / width - 1e-6).max(first + 1.0);
        let mut axis = Self { power, low: first * width, high: last * width, ticks: Vec::new() };
        let (sign, shift) = match scale {
            Scale::Share => (Bilingual::new("\u{a0}%", "%").in_lang(lang), 2),
            Scale::Count | Scale::In(_) | Scale::Per(_) => ("", 0),
        };
        let exponent = place.saturating_add(power).saturating_add(shift);
        #[expect(clippy::cast_possible_truncation, reason = "a step is at least a billionth of the figures")]
        let (first, last) = (first as i64, last as i64);
        axis.ticks.extend((first..=last).take(40).map(|number| {
            #[expect(clippy::cast_precision_loss, reason = "a step is at least a billionth of the figures")]
            let at = (number.saturating_sub(first)) as f64 / (last.saturating_sub(first)) as f64;
            let mut label = written(number.saturating_mul(i64::from(digit)), exponent, lang);
            label.push_str(sign);
            Tick { at, label }
        }));
        axis
    }

    /// From the bottom of the axis, 0, to its top, 1.
    pub(super) fn at(&self, figure: f64) -> f64 {
        let figure = over_power(figure, self.power);
        ((figure - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    pub(super) fn ticks(&self) -> &[Tick] {
        &self.ticks
    }

    /// How wide the widest label is.
    pub(super) fn width(&self) -> f64 {
        self.ticks.iter().map(|tick| Font::LABEL.width(&tick.label)).fold(0.0, f64::max)
    }
}

/// A useful range: not empty, and down to zero if zero is near.
fn widened(low: f64, high: f64, power: i32, scale: &Scale) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    let (mut low, mut high) = (low, high);
    let within_one = high <= over_power(1.0, power);
    if high - low < size * 1e-8 || high - low < 1e-290 {
        let by = match scale {
            Scale::Share => over_power(0.05, power),
            Scale::Count => over_power(1.0, power).max(size * 0.05),
            Scale::In(_) | Scale::Per(_) if size > 0.0 => size * 0.1,
            Scale::In(_) | Scale::Per(_) => 1.0,
        };
        (low, high) = if low < by && low >= 0.0 { (low, high + by) } else { (low - by, high + by) };
    }
    let room = (high - low) * 0.04;
    (low, high) = (if low == 0.0 { low } else { low - room }, high + room);
    if low < high - low && low + room >= 0.0 {
        low = 0.0;
    }
    if *scale == Scale::Share && within_one {
        high = high.min(over_power(1.0, power));
    }
    (low, high)
}

/// The exponent of the largest power of ten that is not above the figure.
fn exponent(figure: f64) -> i32 {
    if figure > 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "the exponents of doubles are below 400")]
        let exponent = libm::floor(libm::log10(figure)) as i32;
        exponent
    } else {
        0
    }
}

/// The smallest round number that is not below the figure: 1, 2 or 5, times a power of ten.
fn step(rough: f64) -> (i32, i32) {
    let place = exponent(rough);
    let lead = over_power(rough, place);
    match [1, 2, 5].into_iter().find(|digit| lead <= f64::from(*digit) * 1.000_001) {
        Some(digit) => (digit, place),
        None => (1, place.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(figures: &[f64], scale: &Scale) -> Vec<String> {
        let axis = ValueAxis::new(figures.to_vec(), 5.0, scale, Lang::Da);
        for figure in figures {
            assert!((0.0..=1.0).contains(&axis.at(*figure)), "{figures:?}");
        }
        assert!(axis.ticks().iter().all(|tick| (0.0..=1.0).contains(&tick.at)));
        axis.ticks().iter().map(|tick| tick.label.clone()).collect()
    }

    #[test]
    fn ticks_are_round() {
        let share = labels(&[0.62, 0.91], &Scale::Share);
        assert_eq!(share.first().map(String::as_str), Some("60\u{a0}%"));
        assert_eq!(labels(&[3.0, 14.0], &Scale::Count), ["0", "5", "10", "15"]);
        assert_eq!(labels(&[2.0, 3.0], &Scale::Count), ["1", "2", "3", "4"]);
        assert_eq!(labels(&[0.0, 0.0], &Scale::Count), ["0", "1", "2"]);
        assert_eq!(labels(&[1.0, 1.0], &Scale::Share).last().map(String::as_str), Some("100\u{a0}%"));
    }

    #[test]
    fn no_figure_is_too_large_or_too_small() {
        let extremes =
            [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, 0.0, 1e300, -1e300, 1e15, 1e15 + 1.0, -7.5];
        for one in extremes {
            for other in extremes {
                for scale in [Scale::Count, Scale::Share, Scale::Per(crate::figure::Unit::Days)] {
                    let ticks = labels(&[one, other], &scale);
                    assert!((2..=41).contains(&ticks.len()), "{one} {other} {ticks:?}");
                }
            }
        }
        assert!(labels(&[], &Scale::Count).len() > 1);
    }
}
